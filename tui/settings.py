"""What the user has set in ``config.toml``: the theme, who finds names, and keys by action id.

::

    theme = "newsdiff-light"
    opens_with = "texts"
    ner = "spacy:en_core_web_sm"

    [keys]
    bookmark = "B"
    next_difference = ["]", "f8"]

    [second_reader]
    url = "http://127.0.0.1:11434/v1"
    model = "qwen3:14b"

What can't be used is left out, with one line that names the file and the line in it; the reader starts all the same.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from compare.deferred import deferred
from compare.reading.cleaning import inert, shown_path
from tui import keymap

if TYPE_CHECKING:
    from compare.second_reader.configuration import Configuration

LARGEST = 1 << 20
_RECOGNISER = deferred(r"rules|spacy:\S+")
_LINE = deferred(r"\(at line (\d+), column \d+\)|\(at end of document\)")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that can be used, and a line for each thing that can't."""

    theme: str | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    ner: str | None = None
    ner_problem: str = ""
    """The line about ``ner`` among the problems, for the commands that have nothing to do with themes and keys; "" where there is none."""
    file_problem: str = ""
    """The line about a file that can't be used at all, for every command; "" where there is none."""
    second_reader: Configuration | None = None
    second_reader_problems: tuple[str, ...] = ()
    """The lines about ``[second_reader]`` among the problems, likewise."""
    theme_place: str = field(default="", compare=False)
    """The file and the line that name the theme, for who finds that there is none of that name; "" where nothing names one."""
    opens_with: Literal["brief", "texts"] = "brief"
    """What a comparison shows when it is ready."""


def path() -> Path:
    """Where the user's configuration is: ``$NEWSDIFF_CONFIG``, else in the folder that the system has for such files."""
    named = os.environ.get("NEWSDIFF_CONFIG")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("newsdiff", appauthor=False) / "config.toml"


def load(file: Path | None = None) -> Settings:
    """Read the configuration; where there is none, everything is as it comes."""
    place = path() if file is None else file
    try:
        if not place.exists():
            return _unusable(f"{_shown(place)}: is a link to nothing") if place.is_symlink() else Settings()
        if not place.is_file():  # a pipe or a device may have no end
            return _unusable(f"{_shown(place)}: is not a regular file")
        with place.open("rb") as opened:
            content = opened.read(LARGEST + 1)
        if len(content) > LARGEST:
            return _unusable(f"{_shown(place)}: is too large for a configuration")
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _unusable(f"{_shown(place)}: is not UTF-8")
    except (OSError, ValueError) as error:
        return _unusable(f"{_shown(place)}: can't be read ({inert(getattr(error, 'strerror', None) or str(error))})")
    import tomllib

    try:
        parsed = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # besides TOMLDecodeError, a number of too many digits
        found = _LINE.search(str(error))
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        reason = inert(_LINE.sub("", str(error)).strip()) or "is not TOML"
        return _unusable(f"{_shown(place)}:{line}: {reason}")
    return _checked(parsed, text, place)


def _unusable(why: str) -> Settings:
    line = f"{why}; it is ignored"
    return Settings(problems=(line,), file_problem=line)


def _checked(parsed: Mapping[str, object], text: str, place: Path) -> Settings:
    problems: list[tuple[int, str]] = []
    theme = parsed.get("theme")
    if theme is not None and not isinstance(theme, str):
        problems.append((_line(text, "", "theme"), "theme must be a name in quotation marks"))
        theme = None
    opens_with = parsed.get("opens_with", "brief")
    if opens_with not in ("brief", "texts"):
        problems.append((_line(text, "", "opens_with"), f'opens_with can\'t be {_quoted(opens_with)}: it is "brief" or "texts"'))
    ner = parsed.get("ner")
    ner_problem = ""
    if ner is not None and not (isinstance(ner, str) and _RECOGNISER.fullmatch(ner)):
        line = _line(text, "", "ner")
        complaint = (
            f'ner can\'t be {_quoted(ner)}: it is "rules" or "spacy:MODEL", such as "spacy:en_core_web_sm"; the rules find the names'
        )
        problems.append((line, complaint))
        ner_problem = f"{_shown(place)}:{line}: {complaint}"
        ner = None
    problems += [
        (_line(text, "", name), f"there is no setting called {inert(name)}; there are theme, opens_with, ner, [keys] and [second_reader]")
        for name in parsed
        if name not in {"theme", "opens_with", "ner", "keys", "second_reader"}
    ]
    table = parsed.get("keys", {})
    keys: dict[str, tuple[str, ...]] = {}
    if not isinstance(table, dict):
        problems.append((_line(text, "", "keys"), "keys must be a table: [keys]"))
        table = {}
    for action, value in table.items():
        line = _line(text, "keys", action)
        wanted = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else ()
        if action not in keymap.BY_ID:
            problems.append((line, f"there is no action called {inert(action)}{_nearest(action)}"))
        elif not wanted or not all(isinstance(key, str) for key in wanted):
            problems.append((line, f'{action} needs a key such as "b" or "ctrl+b", or a list of keys'))
        elif complaint := _complaint(action, pressed := tuple(_as_written(key) for key in wanted)):
            problems.append((line, complaint))
        else:
            keys[action] = pressed
    problems += _without_clashes(keys, text)
    model, complaints = _second_reader(parsed, text)
    problems += complaints
    lines = tuple(f"{_shown(place)}:{line}: {problem}" for line, problem in sorted(problems))
    named = f"{_shown(place)}:{_line(text, '', 'theme')}" if theme is not None else ""
    about_model = tuple(f"{_shown(place)}:{line}: {problem}" for line, problem in complaints)
    return Settings(
        theme,
        keys,
        lines,
        ner if isinstance(ner, str) else None,
        ner_problem,
        second_reader=model,
        second_reader_problems=about_model,
        theme_place=named,
        opens_with="texts" if opens_with == "texts" else "brief",
    )


def _second_reader(parsed: Mapping[str, object], text: str) -> tuple[Configuration | None, list[tuple[int, str]]]:
    """What ``[second_reader]`` holds, if it can be used, and what is wrong with it, each with its line."""
    table = parsed.get("second_reader")
    if table is None:
        return None, []
    if not isinstance(table, dict):
        return None, [(_line(text, "", "second_reader"), "second_reader must be a table: [second_reader]")]
    from compare.second_reader.configuration import configured

    found, wrong = configured(table)
    top = _line(text, "", "second_reader")
    return found, [(_line(text, "second_reader", name) if name else top, complaint) for name, complaint in wrong]


def _as_written(key: str) -> str:
    """A key as our table writes it: the names of keys in small letters."""
    return key if keymap.is_key(key) else key.lower()


def _complaint(action: str, keys: tuple[str, ...]) -> str:
    """What is wrong with these keys for an action; "" when nothing is."""
    for key in keys:
        if not keymap.is_key(key):
            return f'{action} can\'t have {_quoted(key)}: there is no such key; write "b", "B", "f5", "pgdn", "space", "ctrl+b" or "alt+b"'
    if action in keymap.FROM_ANYWHERE and any(map(keymap.is_typed, keys)):
        return f'{action} also works while you type, so it needs a key such as "ctrl+{keys[0][0].lower()}" or "f5"'
    if action == "back" and all(map(keymap.is_typed, keys)):
        return 'back needs a key that also works while you type: ["escape", "q"], say'
    return ""


def _quoted(value: object) -> str:
    return inert(repr(value))[:60]


def _without_clashes(keys: dict[str, tuple[str, ...]], text: str) -> list[tuple[int, str]]:
    """Take out of ``keys`` what would give one key two meanings on one screen, until nothing clashes; a line for each."""
    problems: list[tuple[int, str]] = []
    while True:
        clash = next(((key, a, b) for key, a, b in keymap.clashes(keys) if a in keys or b in keys), None)
        if clash is None:
            return problems
        key, first, second = clash
        blamed, other = (second, first) if second in keys else (first, second)
        if first in keys and _line(text, "keys", first) > _line(text, "keys", blamed):
            blamed, other = first, second
        problems.append((_line(text, "keys", blamed), f"{blamed} can't have {inert(key)}, which is already for {other}"))
        del keys[blamed]


def _nearest(action: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(action, keymap.BY_ID, n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _line(text: str, table: str, name: str) -> int:
    """The line, from 1, on which a name is set in a table ("" is the top); 1 where it can't be found."""
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[\s*\"?([^\]\"]*?)\"?\s*\]", line)
        if header:
            current = header[1]
            if not table and current == name:
                return number
        elif current == table:
            set_here = re.match(r"\s*[\"']?([^\"'=]*?)[\"']?\s*=", line)
            if set_here and set_here[1].partition(".")[0].strip() == name:
                return number
        if not current and re.match(rf"\s*{re.escape(table)}\s*\.\s*[\"']?{re.escape(name)}[\"']?\s*=", line) and table:
            return number
    return 1


def _shown(place: Path) -> str:
    return shown_path(place)
