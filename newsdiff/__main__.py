"""``python -m newsdiff``: as the command ``newsdiff``."""

from tui.start import program

program()
