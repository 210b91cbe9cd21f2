"""What newsdiff claims about quality and speed, as commands that print figures and ratios."""
