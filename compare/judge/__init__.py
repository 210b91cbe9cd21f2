"""What differs, how it is worded, and what follows for each sentence's status."""
