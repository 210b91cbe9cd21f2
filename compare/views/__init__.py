"""What screens and exports draw from a Comparison: coverage, presence, likeness, wording, marks."""
