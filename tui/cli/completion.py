"""`newsdiff completion`: what a shell runs to complete commands, options and files."""

from __future__ import annotations

import click

from tui.cli.group import newsdiff

VARIABLE = "_NEWSDIFF_COMPLETE"
"""In the environment of the program that the shell asks; click reads it."""


@newsdiff.command(short_help="Print a completion script for your shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print a completion script for newsdiff's commands, options and files.

    For bash, add eval "$(newsdiff completion bash)" to ~/.bashrc. For zsh, add eval "$(newsdiff completion zsh)" to ~/.zshrc. For fish, run
    newsdiff completion fish > ~/.config/fish/completions/newsdiff.fish
    """
    from click.shell_completion import ShellComplete, get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    # The base class's way: bash's own runs whatever bash is on the path, to look at its version.
    script = ShellComplete.source(kind(newsdiff, {}, "newsdiff", VARIABLE))
    # Only the first comma separates: click's script for fish cuts a description at its first one.
    click.echo(script.replace('string split ","', 'string split --max 1 ","'))
    return 0
