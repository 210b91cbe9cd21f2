"""The command line, one module a command. Nothing heavy is imported before it is needed."""

from tui.cli.entry import main
from tui.cli.group import newsdiff

__all__ = ["main", "newsdiff"]
