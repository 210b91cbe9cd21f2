"""Colours: a dark and a light theme of our own, and the colours of the states for every other theme.

Colour never
stands alone: each state also has a sign for the gutter and an attribute for its text (:data:`SIGNS`, :data:`ATTRIBUTES`), so that a screen
reads in monochrome, to the colour-blind and in a log. For a theme that knows nothing of our states their colours are derived: the hues of
our own theme, made lighter or darker until they stand at :data:`CONTRAST` on the theme's background.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from textual.color import Color
from textual.theme import Theme

from compare.views import palette

if TYPE_CHECKING:
    from rich.color import Color as RichColor
    from rich.style import Style

    from compare.model import MarkKind, Status

CONTRAST = 4.5
"""The least contrast of text (WCAG 2, level AA)."""
_TINT = 0.55
"""How far a tint goes back from a state's colour to that of the text, so that what conflicts in a sentence stands out from the rest of it."""

DARK, LIGHT = "newsdiff-dark", "newsdiff-light"

SIGNS: Mapping[Status, str] = {"shared": "=", "divergent": "≠", "unique": "+"}
PART_SIGN = "≈"
"""The sign of a sentence that is shared in part."""

StyleName = Literal[
    "text",
    "muted",
    "shared",
    "divergent",
    "unique",
    "same",
    "reworded",
    "conflicting",
    "only",
    "heading",
    "cursor",
    "counterpart",
    "hit",
    "current-hit",
    "told",
    "possible",
    "entity",
    "map-window",
    "track",
    "good",
    "bad",
    "key",
    "edge",
    "outlet-1",
    "outlet-2",
    "outlet-3",
    "outlet-4",
    "outlet-5",
    "outlet-6",
    "outlet-7",
    "outlet-8",
]

OUTLETS: tuple[StyleName, ...] = ("outlet-1", "outlet-2", "outlet-3", "outlet-4", "outlet-5", "outlet-6", "outlet-7", "outlet-8")
"""The looks of the outlets' chips, in the order of the articles; a ninth begins anew. A chip's letters tell outlets apart without them."""

ATTRIBUTES: Mapping[str, str] = {
    "divergent": "bold",
    "reworded": "italic",
    "conflicting": "bold underline",
    "only": "underline",
    "heading": "bold",
    "hit": "reverse",
    "current-hit": "bold reverse",
    "told": "bold underline reverse",
    "possible": "underline",
    "entity": "bold",
    "key": "bold",
    **dict.fromkeys((f"outlet-{number}" for number in range(1, 9)), "bold"),
}
"""The text attributes of each style: what is left of it without colour."""

_DARK_STATES = {f"nd-{name}": hue for name, hue in palette.DARK.items()}
_LIGHT_STATES = {f"nd-{name}": hue for name, hue in palette.LIGHT.items()}
_ANSI_STATES = {
    "nd-shared": "ansi_default",
    "nd-divergent": "ansi_yellow",
    "nd-unique": "ansi_blue",
    "nd-same": "ansi_default",
    "nd-reworded": "ansi_default",
    "nd-conflicting": "ansi_yellow",
    "nd-conflicting-background": "ansi_default",
    "nd-only": "ansi_blue",
    "nd-heading": "ansi_default",
    "nd-muted": "ansi_default",
    "nd-cursor": "ansi_default",
    "nd-counterpart": "ansi_default",
    "nd-hit": "ansi_magenta",
    "nd-entity": "ansi_cyan",
    "nd-entity-background": "ansi_default",
    "nd-map-window": "ansi_default",
    "nd-good": "ansi_green",
    "nd-bad": "ansi_red",
    "nd-key": "ansi_magenta",
    "nd-outlet-1": "ansi_magenta",
    "nd-outlet-2": "ansi_green",
    "nd-outlet-3": "ansi_cyan",
    "nd-outlet-4": "ansi_red",
    "nd-outlet-5": "ansi_magenta",
    "nd-outlet-6": "ansi_green",
    "nd-outlet-7": "ansi_cyan",
    "nd-outlet-8": "ansi_red",
}
_BACKGROUNDS = {
    "nd-conflicting-background": 0.22,
    "nd-cursor": 0.14,
    "nd-counterpart": 0.07,
    "nd-entity-background": 0.22,
    "nd-map-window": 0.25,
}
"""Variables that text stands on, with the share of their hue in the theme's background."""

OUR_THEMES: tuple[Theme, ...] = (
    Theme(
        name=DARK,
        primary="#5fb3c9",
        secondary="#8fa3b8",
        accent="#ffb04d",
        warning="#ffb04d",
        error="#ff8f80",
        success="#7ad3a8",
        foreground="#dfe5ec",
        background="#12161c",
        surface="#12161c",
        panel="#1b222b",
        dark=True,
        text_alpha=1.0,
        variables={
            **_DARK_STATES,
            "border": "#3f4d5e",
            "border-blurred": "#2b3643",
            "footer-background": "#1b222b",
            "footer-foreground": "#c3ccd6",
            "footer-description-foreground": "#a9b5c2",
            "footer-key-foreground": "#ffb04d",
            "block-cursor-background": "#222b37",
            "block-cursor-foreground": "#f2f5f8",
            "block-cursor-text-style": "none",
            "input-selection-background": "#5fb3c9 35%",
            "scrollbar": "#33404f",
            "scrollbar-hover": "#46576b",
            "scrollbar-active": "#5fb3c9",
            "scrollbar-background": "#12161c",
            "scrollbar-background-hover": "#12161c",
            "scrollbar-background-active": "#12161c",
            "scrollbar-corner-color": "#12161c",
        },
    ),
    Theme(
        name=LIGHT,
        primary="#0e6479",
        secondary="#566573",
        accent="#984700",
        warning="#984700",
        error="#b3261e",
        success="#0b6b45",
        foreground="#1d2329",
        background="#fbfbf9",
        surface="#fbfbf9",
        panel="#eef0f0",
        dark=False,
        text_alpha=1.0,
        variables={
            **_LIGHT_STATES,
            "border": "#a3afbb",
            "border-blurred": "#ccd3da",
            "footer-background": "#eef0f0",
            "footer-foreground": "#1d2329",
            "footer-description-foreground": "#46515c",
            "footer-key-foreground": "#984700",
            "block-cursor-background": "#e4ecf5",
            "block-cursor-foreground": "#101418",
            "block-cursor-text-style": "none",
            "input-selection-background": "#0e6479 25%",
            "scrollbar": "#c4cdd6",
            "scrollbar-hover": "#aab6c2",
            "scrollbar-active": "#0e6479",
            "scrollbar-background": "#fbfbf9",
            "scrollbar-background-hover": "#fbfbf9",
            "scrollbar-background-active": "#fbfbf9",
            "scrollbar-corner-color": "#fbfbf9",
        },
    ),
)

VARIABLES: tuple[str, ...] = tuple(_DARK_STATES)
"""The names of our CSS variables (``$nd-shared`` …); every theme has them, through :func:`state_variables`."""


def state_variables(theme: Theme) -> dict[str, str]:
    """Our variables for any theme: its own where it has them, else derived from its background."""
    if theme.ansi:
        return {**_ANSI_STATES, **_own(theme)}
    if theme.variables.keys() >= _DARK_STATES.keys():  # one of our own
        return _own(theme)
    background, foreground = grounds(theme)
    hues = _DARK_STATES if background.brightness < 0.5 else _LIGHT_STATES
    derived = {name: background.blend(foreground, share).hex for name, share in _BACKGROUNDS.items()}
    derived["nd-conflicting-background"] = background.blend(
        Color.parse(hues["nd-divergent"]), _BACKGROUNDS["nd-conflicting-background"]
    ).hex
    derived["nd-entity-background"] = background.blend(Color.parse(hues["nd-entity"]), _BACKGROUNDS["nd-entity-background"]).hex
    plain = [background, Color.parse(derived["nd-cursor"]), Color.parse(derived["nd-counterpart"])]
    for name, hue in hues.items():
        if name not in derived:
            on = {"nd-conflicting": "nd-conflicting-background", "nd-entity": "nd-entity-background"}.get(name)
            derived[name] = legible(Color.parse(hue), [*plain, Color.parse(derived[on])] if on else plain).hex
    return {**derived, **_own(theme)}


def outlet(article: int) -> StyleName:
    """The look of an article's chip."""
    return OUTLETS[article % len(OUTLETS)]


def grounds(theme: Theme) -> tuple[Color, Color]:
    """A theme's background and foreground, as Textual fills in what it leaves open."""
    variables = theme.to_color_system().generate()
    return Color.parse(variables["background"]), Color.parse(variables["foreground"])


def legible(color: Color, backgrounds: list[Color]) -> Color:
    """The colour, as little lighter or darker as needed to have :data:`CONTRAST` on all of these backgrounds.

    Where no shade of it has (a ground of middle grey), black or white, whichever has more.
    """
    ends = sorted((Color(255, 255, 255), Color(0, 0, 0)), key=lambda end: -min(contrast(end, ground) for ground in backgrounds))
    for end in ends:
        for step in range(21):
            shade = color.blend(end, step / 20)
            if min(contrast(shade, ground) for ground in backgrounds) >= CONTRAST:
                return shade
    return ends[0]


def contrast(first: Color, second: Color) -> float:
    """The contrast of two opaque colours after WCAG 2: from 1 to 21."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def style(name: StyleName | Status | MarkKind, variables: Mapping[str, str], *, background: bool = True) -> Style:
    """The rich style for a state, made from ``app.theme_variables``; ``background`` false leaves out the ground that some states have.

    A line of the pane under the cursor takes its ground from ``cursor``, laid below the others (``cursor + shared``).
    """
    from rich.style import Style

    attributes = Style.parse(ATTRIBUTES.get(name, ""))
    if name in {"cursor", "counterpart", "map-window"}:
        return Style.from_color(None, _rich(variables, f"nd-{name}")) + attributes
    color = _rich(
        variables,
        {
            "text": "foreground",
            "current-hit": "nd-hit",
            "told": "nd-conflicting",
            "possible": "nd-divergent",
            "track": "nd-map-window",
            "edge": "nd-map-window",
        }.get(name, f"nd-{name}"),
    )
    ground = _rich(variables, f"nd-{name}-background") if background and f"nd-{name}-background" in variables else None
    return Style.from_color(color, ground) + attributes


def tint(name: StyleName, variables: Mapping[str, str]) -> Style:
    """The style of text that has no more than a tint of a state's colour, and none of its attributes; plain where colours are the terminal's."""
    from rich.style import Style

    state, text = Color.parse(variables[f"nd-{name}"]), Color.parse(variables["foreground"])
    if state.ansi is not None or text.ansi is not None:
        return style("text", variables)
    grounds = [Color.parse(variables[ground]) for ground in ("background", "nd-cursor", "nd-counterpart")]
    return Style(color=legible(state.blend(text, _TINT), grounds).rich_color)


def _rich(variables: Mapping[str, str], name: str) -> RichColor | None:
    """A variable's colour for rich; None where it is the terminal's own."""
    color = Color.parse(variables[name])
    return None if color.ansi == -1 else color.rich_color


def _own(theme: Theme) -> dict[str, str]:
    return {name: value for name, value in theme.variables.items() if name in _DARK_STATES}


def _luminance(color: Color) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in (color.r, color.g, color.b))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
