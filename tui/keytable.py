"""The key table as Markdown, five keys for the README and all for docs/keys.md: `python -m tui.keytable` writes both."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from tui import keymap
from tui.keymap import Action, ScreenName

BEGIN, END = "<!-- keys: made by python -m tui.keytable -->", "<!-- end of keys -->"
_SCREENS = tuple(name for name in get_args(ScreenName) if name not in {"prompt", "menu"})

_MOUSE = (
    "The mouse works everywhere, too: a click goes there, a second click opens, the keys in the footer can be clicked, the right button opens a menu at the "
    "pointer, and a click on `newsdiff` at the top left lists all actions. "
    "Where articles stand side by side, dragging selects text, and a second click selects the sentence; Esc deselects it."
)
_HOW_KEYS_ARE_WRITTEN = (
    "A key is a character (`b`, `B`, `]`), a name (`f8`, `pgdn`, `space`, `enter`, `escape`, `delete`, `left`), or one of these with `ctrl+`, "
    "`alt+` or `shift+` before it; several go in a list. What can't be used (an unknown name or key, one key for two actions of a screen) is "
    "reported with its file and line when the reader opens, and ignored. `newsdiff-dark`, `newsdiff-light` and the names that "
    "`t` lists are themes; a theme chosen there is remembered. `opens_with` says what a "
    'comparison shows first: its "brief" or the "texts".'
)


def shown(action: Action) -> str:
    """An action's keys as code, for Markdown's tables."""
    return " ".join(f"`{keymap.shown_key(key)}`".replace("|", "\\|") for key in action.keys)


def short() -> str:
    """The keys with which one comes through a first comparison, for the README."""
    named = {action.id: action for action in keymap.ACTIONS}
    rows = [f"| {shown(action)} | {action.description} |" for action in (named[name] for name in keymap.FIRST)]
    return "\n".join(["| key | what it does |", "| --- | --- |", *rows])


def whole() -> str:
    """All keys with what they do, screen by screen, and the names by which they are set anew."""
    parts = [
        "# Keys",
        "`?` shows the keys of the screen you are on; ctrl+p finds actions by name. Both vim's keys and the arrow keys work.",
        _MOUSE,
        "To change a key, put its name into `config.toml` in your system's folder for settings (`~/.config/newsdiff` on Linux):",
        '```toml\ntheme = "newsdiff-light"\nopens_with = "texts"\nner = "spacy:en_core_web_sm"\n\n[keys]\nbookmark = "f2"\nnext_difference = ["]", "f8"]\n```',
        _HOW_KEYS_ARE_WRITTEN,
    ]
    for screen in _SCREENS:
        actions = keymap.actions_for(screen, everywhere=False)
        if actions:
            title = keymap.SCREEN_TITLES[screen]
            rows = "\n".join(f"| {shown(action)} | {action.description} | `{action.id}` |" for action in actions)
            parts.append(f"## {title[0].upper()}{title[1:]}\n\n| keys | what they do | name |\n| --- | --- | --- |\n{rows}")
    return "\n\n".join(parts) + "\n"


def placed(readme: str) -> str:
    """A README with the table between its two marks."""
    return re.sub(f"{re.escape(BEGIN)}.*?{re.escape(END)}", lambda _: f"{BEGIN}\n{short()}\n{END}", readme, flags=re.DOTALL)


def main() -> None:
    """Write both documents."""
    root = Path(__file__).parent.parent
    readme = root / "README.md"
    readme.write_text(placed(readme.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    (root / "docs" / "keys.md").write_text(whole(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
