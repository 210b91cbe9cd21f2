"""The evidence page: one HTML file that works by itself, for somebody who never opens a terminal.

``page.html.jinja``, ``style.css`` and the scripts are read from beside this module and put into one file. All text goes through Jinja2's
escaping; the page's Content-Security-Policy lets nothing load and nothing run but the style and the script whose hashes it names.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from compare.export.called import Called
from compare.export.cards import cards
from compare.export.facts import place_of
from compare.export.generator import version
from compare.export.overview import Overview, overview
from compare.export.points import point_groups
from compare.export.rows import HEADLINES, marks_data, rows
from compare.export.sidebars import sidebars
from compare.export.text import left_out
from compare.model import Comparison
from compare.reading.cleaning import inert
from compare.views import palette, revisions
from compare.views.headlines import headline_places

if TYPE_CHECKING:
    from jinja2 import Template

# From so many rows on, a browser lays out only what is near the screen.
LONG = 300
# The style sheet's name of each colour, and the reader's.
_COLOURS = {"loud": "divergent", "loud-mark": "conflicting-background", "lone": "unique", "calm": "shared", "name": "entity-background"}
SCRIPTS = ("reader.js", "tools.js", "panes.js", "names.js")


def render(comparison: Comparison, *, hide_findings: bool = False) -> str:
    """The whole page. ``hide_findings`` is for a classroom: statuses and differences stay hidden until asked for, sentence by sentence."""
    from markupsafe import Markup

    shown = overview(comparison)
    style, script = _plain(colours() + _asset("style.css")), _plain("\n".join(_asset(name) for name in SCRIPTS))
    return _template().render(
        style=Markup(style),  # noqa: S704 — our own file, no text of an article in it
        script=Markup(script),  # noqa: S704 — likewise
        policy=_policy(style, script),
        version=version(),
        options=asdict(comparison.options),
        hidden=hide_findings,
        long=len(comparison.passages) > LONG,
        overview=shown,
        rows=rows(comparison, headlines=True),
        cards=cards(comparison),
        hues=palette.OUTLETS,
        **_naming(comparison, shown),
        sidebars=sidebars(comparison),
        points=point_groups(comparison, ours=False),
        marks=marks_data(comparison),
        problems=left_out(comparison),
        versions=[line.strip() for line in revisions.told(comparison)],
        place_of=place_of,
    )


def _naming(comparison: Comparison, shown: Overview) -> dict[str, Any]:
    """How the template calls things: a sentence by its outlet's chip and number, a source by its letter, a passage by the row that it is in."""
    heads = headline_places(comparison)
    gone = {number for number, passage in enumerate(comparison.passages, 1) if heads.issuperset(passage.members)}
    return {
        "by_letter": {source.letter: source for source in shown.sources},
        "called": Called(comparison),
        "row_of": lambda number: HEADLINES if number in gone else number,
        "labels_of": lambda row: [sentence.label for cell in row.cells for sentence in cell.sentences],
    }


def colours() -> str:
    """The colours of the reader as the style sheet's variables: by light, by dark and on paper."""
    light, dark = _variables(palette.LIGHT), _variables(palette.DARK)
    return f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n@media print {{ :root {{ {light} }} }}\n{_hues()}"


def _variables(scheme: Mapping[str, str]) -> str:
    outlets = "".join(f"--o{number}: {scheme[f'outlet-{number}']}; " for number in range(1, palette.OUTLETS + 1))
    return outlets + "".join(f"--{name}: {scheme[colour]}; " for name, colour in _COLOURS.items())


def _hues() -> str:
    return "".join(f".o{number} {{ --hue: var(--o{number}); }}\n" for number in range(1, palette.OUTLETS + 1))


def _plain(source: str) -> str:
    """A style or script without its indentation and the comments that have lines of their own: those are for us, and every page would carry them."""
    lines = (line.strip() for line in source.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//") and not (line.startswith("/*") and line.endswith("*/")))


def _policy(style: str, script: str) -> str:
    """Nothing may load, run, be sent or be framed in but the style and the script whose hashes stand here."""
    return (
        f"default-src 'none'; script-src 'sha256-{_hash(script)}'; style-src 'sha256-{_hash(style)}'; base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8").replace("\r\n", "\n")


@cache
def _template() -> Template:
    return template("page", _asset("page.html.jinja"))


def template(name: str, source: str) -> Template:
    """A template of ours, by a name that no other has, in which every text is escaped and made inert, whatever field it comes from."""
    from jinja2 import DictLoader, Environment, StrictUndefined

    from compare.export.html.kept_code import KeptCode

    def shown(value: Any) -> Any:
        """What a page or a terminal would obey is replaced in every text that goes in, whatever field it comes from."""
        return inert(value) if type(value) is str and not (value.isascii() and value.isprintable()) else value

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=shown,
        loader=DictLoader({name: source}),
        bytecode_cache=KeptCode(),
    )
    return environment.get_template(name)
