"""How keys are written: as people write them (``]``, ``ctrl+d``, ``pgdn``), as Textual names them, and as footer and help show them."""

from __future__ import annotations

_NAMED_KEYS = {
    "]": "right_square_bracket",
    "[": "left_square_bracket",
    ".": "full_stop",
    ",": "comma",
    "/": "slash",
    "?": "question_mark",
    "=": "equals_sign",
    "|": "vertical_line",
    "}": "right_curly_bracket",
    "{": "left_curly_bracket",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "esc": "escape",
    "del": "delete",
    "return": "enter",
}
_SAME_KEY = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape"}
"""Keys that no terminal can tell from others."""
_MODIFIERS = {"ctrl", "alt", "shift", "super", "meta", "hyper"}
_KEY_NAMES = {
    *(
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pageup",
        "pagedown",
        "insert",
        "delete",
        "backspace",
        "tab",
        "enter",
        "escape",
        "space",
    ),
    *(f"f{number}" for number in range(1, 25)),
}
_SHOWN_KEYS = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pgdn": "PgDn",
    "pgup": "PgUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "shift+left": "Shift+←",
    "shift+right": "Shift+→",
    "backspace": "Backspace",
    "delete": "Del",
    "space": "Space",
    "f1": "F1",
}


def textual_key(key: str) -> str:
    """The name that Textual has for a key written as in the table (``]`` → ``right_square_bracket``)."""
    head, plus, tail = key.rpartition("+")
    if plus and head and tail:
        if head == "shift" and len(tail) == 1 and tail.isalpha():
            return tail.upper()  # what a terminal sends
        return _SAME_KEY.get(key, f"{head}+{_NAMED_KEYS.get(tail, tail)}")
    if key in _NAMED_KEYS:
        return _NAMED_KEYS[key]
    if len(key) == 1 and not key.isalnum():
        from textual.keys import _character_to_key

        return _character_to_key(key)
    return key


def table_key(key: str) -> str:
    """A key as the table writes it, from Textual's name for it (the other way round than :func:`textual_key`)."""
    head, plus, tail = key.rpartition("+")
    plain = {name: written for written, name in _NAMED_KEYS.items() if written not in {"esc", "del", "return"}}.get(tail, tail)
    return f"{head}{plus}{plain}"


def shown_key(key: str) -> str:
    """A key as footer, help and documents show it."""
    return _SHOWN_KEYS.get(key, key)


def is_key(key: str) -> bool:
    """Whether there is such a key: a character, or a name as in the table, with ``ctrl+``, ``alt+`` or the like before it or not."""
    head, plus, tail = key.rpartition("+")
    if not plus or not head or not tail:
        head, tail = "", key
    if head and not set(head.split("+")) <= _MODIFIERS:
        return False
    is_character = len(tail) == 1 and tail.isprintable() and not tail.isspace()
    return is_character or _NAMED_KEYS.get(tail, tail) in _KEY_NAMES | {*_NAMED_KEYS.values()}


def is_typed(key: str) -> bool:
    """Whether somebody who writes into a line needs this key there, so that it can mean nothing else meanwhile."""
    named = textual_key(key)
    head, plus, _ = named.rpartition("+")
    return named not in {"escape", *(f"f{number}" for number in range(1, 25))} and (not plus or head == "shift")
