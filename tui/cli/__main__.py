"""``python -m tui.cli``: as the command ``newsdiff``."""

from tui.cli import main

main()
