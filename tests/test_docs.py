"""The documents: links lead somewhere, examples hold, the site builds and loads nothing from elsewhere."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest

import newsdiff
from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]+`")
CASE = re.compile(r"^```case\n(?P<texts>.*?)\n(?P<sign>[=≠]) (?P<kinds>[\w ,]+)\n```", re.MULTILINE | re.DOTALL)


def prose(page: Path) -> str:
    return FENCED.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """What the headings of a page are called in an address, on GitHub and on the site alike."""
    headings = re.findall(r"^#{1,6} (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[\s]+", "-", re.sub(r"[^\w\s-]", "", heading.strip().lower())) for heading in headings}


def links(page: Path) -> Iterator[str]:
    yield from LINK.findall(CODE.sub("", prose(page)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        if "://" in link or link.startswith("mailto:"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_page_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    listed = set(re.findall(r"([\w/-]+\.md)$", navigation, re.MULTILINE))
    there = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")}
    assert listed - {"changes.md", "contributing.md"} == there, "mkdocs.yml lists the pages"


def cases() -> list[re.Match[str]]:
    return list(CASE.finditer((DOCS / "tricky-cases.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["texts"].splitlines()[0][13:60])
def test_tricky_cases_are_as_their_page_says(case: re.Match[str]) -> None:
    found = newsdiff.compare_texts(dict(line.split(": ", 1) for line in case["texts"].splitlines()))
    statuses = {standing.status for row in found.standings for standing in row}
    if case["sign"] == "=":
        assert (statuses, found.points) == ({"shared"}, ())
    else:
        assert {point.kind for point in found.points} == set(case["kinds"].split(", "))
        assert statuses == {"divergent"}


def test_there_are_tricky_cases() -> None:
    assert len(cases()) == (DOCS / "tricky-cases.md").read_text(encoding="utf-8").count("```case") > 10


def test_the_notebook_runs_and_its_outputs_are_those_that_it_shows() -> None:
    notebook = json.loads((DOCS / "notebook.ipynb").read_text(encoding="utf-8"))
    names: dict[str, object] = {}
    shown = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        *lines, last = "".join(cell["source"]).split("\n")
        exec("\n".join(lines), names)
        if last.startswith((" ", "import ", "from ")) or re.match(r"\w+ = ", last):
            exec(last, names)
            continue
        value = eval(last, names)
        (output,) = cell["outputs"]
        assert "".join(output["data"]["text/plain"]) == repr(value)
        shown += 1
    assert shown >= 3


class Loaded(HTMLParser):
    """The addresses that a browser fetches to show a page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"script", "img", "iframe", "source", "video"} and given.get("src"):
            self.found.append(str(given["src"]))
        if tag == "link" and given.get("rel") in {"stylesheet", "icon", "preconnect", "preload"}:
            self.found.append(str(given["href"]))


@pytest.mark.skipif(find_spec("material") is None or find_spec("mkdocstrings") is None, reason="make docs installs what builds the site")
def test_the_site_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    pages = sorted(tmp_path.rglob("*.html"))
    assert len(pages) > 25
    for page in pages:
        for address in Loaded(page.read_text(encoding="utf-8")).found:
            assert not re.match(r"(?:https?:)?//", address), f"{page.name} loads {address}"
            if not address.startswith(("data:", "/")):  # 404.html is served from anywhere: its addresses begin at the root
                assert (page.parent / address.partition("?")[0]).exists(), f"{page.name}: {address}"
    for style in tmp_path.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:)?//", style.read_text(encoding="utf-8"))
    api = (tmp_path / "api.html").read_text(encoding="utf-8")
    for name in ("compare_texts", "to_frame", "min_confidence"):
        assert name in api
