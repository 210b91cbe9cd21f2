"""A screen as a small SVG that anybody can open, and what is different between two of them in words.

Textual's own screenshot is made smaller and steadier: one line of the file for each line of the terminal, no window around it, no name that
hangs on the content, nothing from a network. A cell is 12 by 24 units.
"""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from textual.app import App

WIDTH, HEIGHT = 12, 24
_BASE = 18
"""From the top of a line to where its letters stand."""
FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"

_CLASS = re.compile(r"\.terminal-\d+-(r\d+) \{ (.*?) \}")
_RECT = re.compile(r'<rect fill="(#\w{6})" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="24.65" shape-rendering="crispEdges"/>')
_TEXT = re.compile(
    r'<text class="terminal-\d+-(r\d+)" x="([\d.]+)" y="[\d.]+" textLength="[\d.]+" clip-path="url\(#terminal-\d+-line-(\d+)\)">(.*?)</text>'
)
_GROUND = re.compile(r'<rect fill="(#\w{6})" stroke=')
_LOOKS = {
    "font-weight: bold": 'font-weight="bold"',
    "font-style: italic": 'font-style="italic"',
    "text-decoration: underline": 'text-decoration="underline"',
    "text-decoration: line-through": 'text-decoration="line-through"',
}


class Cell(NamedTuple):
    """What is drawn in one cell. The second cell of a wide character has an empty ``text``."""

    text: str
    look: str
    ground: str


def picture(app: App[None]) -> str:
    """What the app shows now, with the screens that shine through from below."""
    width, height = app.size
    return small(app.export_screenshot(title="newsdiff"), width, height)


def small(svg: str, width: int, height: int) -> str:
    """Textual's screenshot of a terminal of so many cells, made small."""
    looks = {name: _look(css) for name, css in _CLASS.findall(svg)}
    ground = _GROUND.findall(svg)[0]
    rows = [[Cell(" ", "", ground)] * width for _ in range(height)]
    for colour, x, y, length in _RECT.findall(svg):
        row, first = round((float(y) - 1.5) / 24.4), round(float(x) / 12.2)
        for column in range(first, min(first + round(float(length) / 12.2), width)):
            rows[row][column] = Cell(" ", "", colour)
    for name, x, line, text in _TEXT.findall(svg):
        _write(rows[int(line)], round(float(x) / 12.2), text, looks[name])
    body = "\n".join(_line(number, row) for number, row in enumerate(rows))
    size = f'width="{width * WIDTH}" height="{height * HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width * WIDTH} {height * HEIGHT}" font-size="20" '
        f'font-family="{FONTS}" shape-rendering="crispEdges">\n<rect {size} fill="{ground}"/>\n{body}\n</svg>\n'
    )


def _write(row: list[Cell], column: int, text: str, look: str) -> None:
    """Write into the cells of a line from a column on."""
    for character in unescape(text).replace("\xa0", " "):
        size = cell_len(character)
        if size == 0:  # a mark on the character before
            row[column - 1] = row[column - 1]._replace(text=row[column - 1].text + character)
        for part in range(size):
            row[column + part] = Cell("" if part else character, look, row[column + part].ground)
        column += size


def _look(css: str) -> str:
    """The look that these rules give, as attributes."""
    rules = [rule.strip() for rule in css.split(";") if rule.strip()]
    colours = [rule.removeprefix("fill: ") for rule in rules if rule.startswith("fill: ")]
    return " ".join([f'fill="{colours[0]}"', *(_LOOKS[rule] for rule in rules if rule in _LOOKS)])


def _line(number: int, row: list[Cell]) -> str:
    """One line of the terminal: its grounds, then its letters."""
    top, drawn = number * HEIGHT, []
    grounds: dict[str, list[str]] = {}
    column = 0
    for colour, cells in groupby(row, lambda cell: cell.ground):
        length = len(list(cells))
        grounds.setdefault(colour, []).append(f"M{column * WIDTH} {top}h{length * WIDTH}v{HEIGHT}h-{length * WIDTH}z")
        column += length
    drawn += [f'<path fill="{colour}" d="{"".join(paths)}"/>' for colour, paths in grounds.items()]
    spans, column = [], 0
    for look, cells in groupby(row, lambda cell: cell.look):
        run = list(cells)
        text = "".join(cell.text for cell in run)
        if look and (text.strip() or "decoration" in look):
            kept = text if "decoration" in look else text.rstrip()
            first = 0 if "decoration" in look else len(kept) - len(kept.lstrip())
            length = cell_len(kept[first:]) * WIDTH
            x = (column + first) * WIDTH
            # Spaces beside spaces are kept by all programs only where they are hard.
            shown = re.sub(" {2,}|^ | $", lambda found: "\xa0" * len(found[0]), kept[first:])
            spans.append(f'<tspan x="{x}" textLength="{length}" {look}>{escape(shown, quote=False)}</tspan>')
        column += len(run)
    if spans:
        drawn.append(f'<text y="{top + _BASE}">{"".join(spans)}</text>')
    return "".join(drawn)


# What is different ---------------------------------------------------------------------------------------------------------------------------

_PATH = re.compile(r'<path fill="(#\w{6})" d="(.*?)"/>')
_STRETCH = re.compile(r"M(\d+) \d+h(\d+)v")
_SPAN = re.compile(r'<tspan x="(\d+)" textLength="\d+" (.*?)>(.*?)</tspan>')


def cells(svg: str) -> list[list[Cell]]:
    """The cells of a small picture, line by line."""
    return [_cells(line) for line in svg.splitlines() if line.startswith("<path")]


def _cells(line: str) -> list[Cell]:
    grounds = {
        int(x) // WIDTH + column: colour
        for colour, path in _PATH.findall(line)
        for x, length in _STRETCH.findall(path)
        for column in range(int(length) // WIDTH)
    }
    row = [Cell(" ", "", grounds[column]) for column in range(len(grounds))]
    for x, look, text in _SPAN.findall(line):
        _write(row, int(x) // WIDTH, text, look)
    return row


def text_of(row: list[Cell]) -> str:
    """A line's letters."""
    return "".join(cell.text for cell in row).rstrip()


def differences(before: str, now: str, most: int = 60) -> list[str]:
    """What is drawn differently, line by line: the letters where those are others, else the looks of each stretch."""
    found: list[str] = []
    old, new = cells(before), cells(now)
    if (len(old), len(old[0])) != (len(new), len(new[0])):
        found.append(f"was {len(old[0])} by {len(old)} cells, is {len(new[0])} by {len(new)}")
    for number in range(1, max(len(old), len(new)) + 1):
        one, two = (rows[number - 1] if number <= len(rows) else [] for rows in (old, new))
        if text_of(one) != text_of(two):
            found += [f"line {number} was: {text_of(one)}", f"line {number}  is: {text_of(two)}"]
        elif one != two:
            found += _other_looks(number, one, two)
    if not found and before != now:
        found.append("the same cells, written otherwise")
    return [*found[:most], f"… and {len(found) - most} more"] if len(found) > most else found


def _other_looks(number: int, one: list[Cell], two: list[Cell]) -> list[str]:
    found, column = [], 0
    for (same, was, now), run in groupby(zip(one, two, strict=False), lambda pair: (pair[0] == pair[1], _told(pair[0]), _told(pair[1]))):
        pairs = list(run)
        if not same:
            words = "".join(cell.text for _, cell in pairs).strip()
            found.append(f"line {number}, columns {column + 1} to {column + len(pairs)} “{words}”: was {was}, is {now}")
        column += len(pairs)
    return found


def _told(cell: Cell) -> str:
    """A cell's look in words: ``bold #ffffff on #000000``."""
    fill = re.search(r'fill="(.*?)"', cell.look)
    attributes = [value.split("-")[-1] for value in re.findall(r'(?<!fill)="([a-z-]+)"', cell.look)]
    return " ".join([*attributes, fill[1] if fill else "empty", "on", cell.ground])
