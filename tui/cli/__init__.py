"""The command line, one module a command. Nothing heavy is imported before it is needed."""

from tui.cli import check, diff, export, facts, read
from tui.cli.entry import main

__all__ = ["check", "diff", "export", "facts", "main", "read"]
