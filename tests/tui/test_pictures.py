"""The pictures in the README and the documents: they are there, and they ask nothing from a network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screenshots.picture import without_network
from screenshots.tour import STEPS, animated
from tests.conftest import ROOT

FOLDER = ROOT / "screenshots"


def test_every_picture_that_the_documents_show_is_there() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {name for page in pages for name in re.findall(r"\]\((?:\.\./)?screenshots/([^)]+)\)", page.read_text(encoding="utf-8"))}
    assert len(shown) > 5
    for name in shown:
        assert (FOLDER / name).is_file(), name


@pytest.mark.parametrize("picture", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.name)
def test_a_picture_asks_nothing_from_a_network(picture: object) -> None:
    svg = (FOLDER / str(picture)).read_text(encoding="utf-8")
    assert not re.search(r"@import|@font-face|url\((?!#)|(?:href|src)=|<script", svg)


@pytest.mark.parametrize("picture", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.name)
def test_a_picture_has_colours_unless_it_is_the_one_without(picture: Path) -> None:
    colours = {colour for colour in re.findall(r'fill(?:: |=")#(\w{6})', picture.read_text(encoding="utf-8")) if len(set(colour)) > 3}
    assert (len(colours) > 5) is not picture.stem.endswith("monochrome")


def test_a_font_from_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match="network"):
        without_network('<svg><image href="https://example.org/x.png"/></svg>')


def test_the_tour_shows_each_screen_once_in_turn() -> None:
    pictures = [f'<svg viewBox="0 0 10 10"><text>{step.title}</text></svg>' for step in STEPS]
    tour = animated(pictures)
    assert tour.count("<svg") == len(STEPS) + 1
    delays = [float(found) for found in re.findall(r"animation-delay: ([\d.]+)s", tour)]
    assert delays == sorted(set(delays))
    assert len(delays) == len(STEPS)
    assert "prefers-reduced-motion" in tour
