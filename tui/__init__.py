"""The reader and the command line of newsdiff."""
