"""The hues of outlets: legible on every ground, and apart for every sight. Letters on a chip say it without them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from compare.views import palette
from tests.tui.test_themes import SIGHTS, apart
from tui import themes

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
TRITANOPIA = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
ALL_SIGHTS = {**SIGHTS, "tritanopia": TRITANOPIA}
TRUE_COLOUR = [theme for theme in (*themes.OUR_THEMES, *BUILTIN_THEMES.values()) if not theme.ansi]
OUTLETS = [palette.outlet(article) for article in range(palette.OUTLETS)]


@pytest.fixture(autouse=True)
def every_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SIGHTS, "tritanopia", TRITANOPIA)


def hues(variables: Mapping[str, str], prefix: str = "") -> list[Color]:
    return [Color.parse(variables[f"{prefix}{name}"]) for name in OUTLETS]


def least(colours: Sequence[Color]) -> float:
    """The least distance between any two of these, to whichever sight they are nearest."""
    return min(apart(one, other, sight) for one, other in combinations(colours, 2) for sight in ALL_SIGHTS)


@pytest.mark.parametrize("scheme", [palette.DARK, palette.LIGHT], ids=["dark", "light"])
def test_hues_of_outlets_are_apart_for_every_sight(scheme: Mapping[str, str]) -> None:
    assert least(hues(scheme)[:5]) >= 25
    assert least(hues(scheme)) >= 15


@pytest.mark.parametrize("scheme", [palette.DARK, palette.LIGHT], ids=["dark", "light"])
def test_no_outlet_looks_like_a_state(scheme: Mapping[str, str]) -> None:
    for hue in hues(scheme):
        for state in ("divergent", "unique", "shared"):
            assert apart(hue, Color.parse(scheme[state]), "trichromacy") >= 20, state


@pytest.mark.parametrize("theme", TRUE_COLOUR, ids=lambda theme: theme.name)
def test_chips_are_legible_in_every_theme_and_those_of_five_outlets_are_apart(theme: Theme) -> None:
    variables = themes.state_variables(theme)
    grounds = [themes.grounds(theme)[0], Color.parse(variables["nd-cursor"]), Color.parse(variables["nd-counterpart"])]
    found = hues(variables, "nd-")
    assert min(themes.contrast(hue, ground) for hue in found for ground in grounds) >= 4.5
    assert least(found[:5]) >= 10


def test_a_ninth_outlet_begins_anew() -> None:
    assert palette.outlet(palette.OUTLETS) == palette.outlet(0) != palette.outlet(1)
