"""The colours of states, marks and outlets, the same on every screen, in the page and in pictures: one colour means one thing.

``outlet-1`` to ``outlet-8`` are the hues of outlets, in the order of the articles. They were searched for among all colours that have a contrast of
4.5:1 on every ground that text stands on, and keep away from those of the states, so that any two of them are as far apart as can be in CIE L*a*b*,
to common sight, protanopia, deuteranopia and tritanopia (the matrices of Machado, Oliveira and Fernandes 2009, severity 1): at least 25 between
any two of the first five, 15 between any two of all. ``tests/views/test_palette.py`` measures it.
"""

from __future__ import annotations

from collections.abc import Mapping

OUTLETS = 8
"""So many outlets have a hue of their own; a ninth begins anew. A chip's letters tell outlets apart without it."""

DARK: Mapping[str, str] = {
    "shared": "#a0a8b2",
    "divergent": "#ffb04d",
    "unique": "#86b5f3",
    "same": "#c3ccd6",
    "reworded": "#aebac6",
    "conflicting": "#ffc470",
    "conflicting-background": "#4a2b0c",
    "only": "#9cc4ff",
    "heading": "#f2f5f8",
    "muted": "#8793a1",
    "cursor": "#222b37",
    "counterpart": "#1c2530",
    "hit": "#ffe066",
    "entity": "#6fdccb",
    "entity-background": "#123a36",
    "map-window": "#3b4858",
    "good": "#7ad3a8",
    "bad": "#ff8f80",
    "key": "#ffb04d",
    "outlet-1": "#87e1ff",
    "outlet-2": "#ff8796",
    "outlet-3": "#78b42d",
    "outlet-4": "#c387ff",
    "outlet-5": "#ffe196",
    "outlet-6": "#c3a569",
    "outlet-7": "#c3f0c3",
    "outlet-8": "#3cb4d2",
}
LIGHT: Mapping[str, str] = {
    "shared": "#566573",
    "divergent": "#984700",
    "unique": "#0b4fb3",
    "same": "#3d4650",
    "reworded": "#49555f",
    "conflicting": "#7a3600",
    "conflicting-background": "#ffe1bf",
    "only": "#0b4fb3",
    "heading": "#101418",
    "muted": "#5d6772",
    "cursor": "#e4ecf5",
    "counterpart": "#eef3f8",
    "hit": "#7a5c00",
    "entity": "#00645a",
    "entity-background": "#d5f0ec",
    "map-window": "#c4cfdb",
    "good": "#0b6b45",
    "bad": "#b3261e",
    "key": "#984700",
    "outlet-1": "#1e785a",
    "outlet-2": "#874ba5",
    "outlet-3": "#780000",
    "outlet-4": "#0f0f96",
    "outlet-5": "#5a004b",
    "outlet-6": "#784bd2",
    "outlet-7": "#5a0f78",
    "outlet-8": "#b40f3c",
}


def outlet(article: int) -> str:
    """The name of an article's hue."""
    return f"outlet-{article % OUTLETS + 1}"
