"""``python -m newsdiff``: as the command ``newsdiff``."""

from tui.cli import main

main()
