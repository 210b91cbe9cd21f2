"""What a screen remembers and how one moves through it: no widgets, and no Textual."""
