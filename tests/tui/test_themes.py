"""Every theme has every state: legible, and told apart by people who don't see red or green."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from textual.color import Color
from textual.css.stylesheet import Stylesheet
from textual.theme import BUILTIN_THEMES, Theme

from compare import Article
from tui import themes
from tui.app import NewsdiffApp
from tui.settings import Settings

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
SIGHTS = {
    "trichromacy": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
GROUNDS = {"nd-cursor", "nd-counterpart", "nd-conflicting-background", "nd-entity-background", "nd-map-window"}
STANDS_ON = {"nd-conflicting": "nd-conflicting-background", "nd-entity": "nd-entity-background"}
ALL = [*themes.OUR_THEMES, *BUILTIN_THEMES.values()]
TRUE_COLOUR = [theme for theme in ALL if not theme.ansi]


def linear(color: Color) -> tuple[float, ...]:
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (part / 255 for part in (color.r, color.g, color.b)))


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    red, green, blue = (min(1.0, max(0.0, part)) for part in rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(first: Color, second: Color, sight: str) -> float:
    """The distance of two colours in CIE L*a*b*, as somebody with this sight has it."""
    seen = [lab(tuple(sum(m * p for m, p in zip(row, linear(color), strict=True)) for row in SIGHTS[sight])) for color in (first, second)]
    return math.dist(*seen)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_theme_has_every_variable(theme: Theme) -> None:
    assert set(themes.state_variables(theme)) == set(themes.VARIABLES)


@pytest.mark.parametrize("theme", TRUE_COLOUR, ids=lambda theme: theme.name)
def test_text_is_legible_wherever_it_can_stand(theme: Theme) -> None:
    variables = themes.state_variables(theme)
    background, foreground = themes.grounds(theme)
    for state in ("divergent", "unique"):
        tint = themes.tint(state, {**variables, "background": background.hex, "foreground": foreground.hex}).color
        assert tint is not None
        variables[f"the tint of {state}"] = Color.from_rich_color(tint).hex
    for name in set(variables) - GROUNDS:
        grounds = {
            "background": background,
            "nd-cursor": Color.parse(variables["nd-cursor"]),
            "nd-counterpart": Color.parse(variables["nd-counterpart"]),
        }
        if name in STANDS_ON:
            grounds[STANDS_ON[name]] = Color.parse(variables[STANDS_ON[name]])
        for ground_name, ground in grounds.items():
            assert themes.contrast(Color.parse(variables[name]), ground) >= 4.45, (name, ground_name)


@pytest.mark.parametrize("theme", themes.OUR_THEMES, ids=lambda theme: theme.name)
def test_our_own_chrome_is_legible(theme: Theme) -> None:
    variables = {**theme.to_color_system().generate(), **theme.variables}
    pairs = [
        ("foreground", "background"),
        ("foreground", "panel"),
        ("footer-key-foreground", "footer-background"),
        ("footer-description-foreground", "footer-background"),
        ("footer-foreground", "footer-background"),
        ("block-cursor-foreground", "block-cursor-background"),
        ("primary", "background"),
        ("nd-muted", "panel"),
        ("nd-key", "panel"),
        ("error", "background"),
    ]
    for front, ground in pairs:
        assert themes.contrast(Color.parse(variables[front]), Color.parse(variables[ground])) >= 4.5, (front, ground)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", themes.OUR_THEMES, ids=lambda theme: theme.name)
def test_states_stand_apart_for_every_sight(theme: Theme, sight: str) -> None:
    variables = themes.state_variables(theme)
    for first, second in combinations(("nd-shared", "nd-divergent", "nd-unique"), 2):
        assert apart(Color.parse(variables[first]), Color.parse(variables[second]), sight) >= 20, (first, second)
    for first, second in combinations(("nd-reworded", "nd-conflicting", "nd-only"), 2):
        assert apart(Color.parse(variables[first]), Color.parse(variables[second]), sight) >= 12, (first, second)


def test_each_state_of_words_has_its_own_attribute_or_sign() -> None:
    words = [themes.ATTRIBUTES.get(name, "") for name in ("same", "reworded", "conflicting", "only", "hit", "current-hit")]
    assert len(set(words)) == len(words)
    assert len(set(themes.SIGNS.values()) | {themes.PART_SIGN}) == 4


def test_a_style_keeps_its_attributes_where_there_is_no_colour() -> None:
    ansi = next(theme for theme in ALL if theme.ansi)
    style = themes.style("conflicting", {"foreground": "ansi_default", **themes.state_variables(ansi)})
    assert style.bold
    assert style.underline
    assert style.bgcolor is None


def test_legible_gives_up_on_no_ground() -> None:
    grey = Color(119, 119, 119)
    assert themes.contrast(themes.legible(Color(120, 120, 120), [grey]), grey) >= 4.4


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_panes_are_parted_in_every_theme(theme: Theme) -> None:
    """The line between two panes can be seen but isn't loud; in a terminal's own colours it is that of its text."""
    variables = {**theme.to_color_system().generate(), **themes.state_variables(theme)}
    color = themes.style("edge", variables).color
    if theme.ansi:
        assert color is None
    else:
        assert color is not None
        assert 1.25 <= themes.contrast(Color.from_rich_color(color), themes.grounds(theme)[0]) <= 4.5


@pytest.mark.parametrize("chosen", [None, "newsdiff-light", "nord"])
@pytest.mark.parametrize("at_once", [False, True])
async def test_the_first_picture_has_the_theme_though_no_style_sheet_is_parsed_twice(
    chosen: str | None, at_once: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[Stylesheet] = []
    parse = Stylesheet.reparse

    def reparse(sheet: Stylesheet) -> None:
        parsed.append(sheet)
        parse(sheet)

    monkeypatch.setattr(Stylesheet, "reparse", reparse)
    articles = [Article("a.txt", "One.", "0", "One"), Article("b.txt", "Two.", "1", "Two")]
    app = NewsdiffApp(articles, compare_at_once=at_once, settings=Settings(theme=chosen, opens_with="texts"))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not parsed
        assert app.theme == (chosen or "newsdiff-dark")
        background = Color.parse(app.get_css_variables()["background"])
        assert app.screen.styles.background == background
        app.theme = "dracula"
        await pilot.pause()
        assert parsed
        assert app.screen.styles.background == Color.parse(app.get_css_variables()["background"]) != background
