"""``python -m tui.cli``: as the command ``newsdiff``."""

from tui.start import program

program()
