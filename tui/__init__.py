"""The reader and the command line."""
