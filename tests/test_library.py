"""What somebody gets who imports newsdiff in a notebook."""

from __future__ import annotations

import doctest
import hashlib
import json
import sys
from datetime import date
from html.parser import HTMLParser

import pytest

import compare
import newsdiff
from compare import Article, NewsdiffError, Options, ReadingError
from compare.export import csv
from tui import samples

HERE = "The council met on Monday. Twelve members voted for the plan, the mayor said."
THERE = "The council met on Tuesday. Twelve members voted for the plan, the mayor said."
HOSTILE = "<script>alert(1)</script> The \x1b[31mcouncil\u202e met & voted on <b>Monday</b>."


def test_both_names_give_the_same() -> None:
    assert newsdiff.__all__ == compare.__all__
    assert {*newsdiff.__all__} <= {*dir(newsdiff)} & {*dir(compare)}, "a notebook completes them"
    assert all(getattr(newsdiff, name) is getattr(compare, name) for name in newsdiff.__all__)
    with pytest.raises(AttributeError):
        newsdiff.nothing  # noqa: B018


def test_texts_are_compared_by_the_names_of_their_outlets() -> None:
    found = newsdiff.compare_texts({"The Courier": HERE, "The Ledger": THERE})
    assert [analysis.article.outlet for analysis in found.articles] == ["The Courier", "The Ledger"]
    assert [point.kind for point in found.points] == ["date"]
    assert newsdiff.compare_texts([HERE, THERE]).articles[1].article.source == "text 2"
    assert newsdiff.compare_texts({"The Courier": HERE, "The Ledger": THERE}, Options(base=1)).options.base == 1


def test_an_article_of_a_text_is_the_one_that_a_file_of_it_gives() -> None:
    text = "Council meets\n\nMarch 3, 2025\n\nThe council met & voted; 5&nbsp;members stayed away.\n"
    made = Article(text=text)
    read = compare.read(text.encode())
    assert made.source == "text"
    assert (made.text, made.sha256, made.title, made.published, made.changes) == (
        read.text,
        hashlib.sha256(text.encode()).hexdigest(),
        "Council meets",
        date(2025, 3, 3),
        read.changes,
    )
    given = Article(text=text, outlet="The Courier", title="Plan", published=date(2024, 1, 2), url="https://example.org/1", language="fr")
    assert (given.source, given.outlet, given.title, given.published, given.language) == (
        "The Courier",
        "The Courier",
        "Plan",
        date(2024, 1, 2),
        "fr",
    )


def test_a_text_made_by_hand_is_as_inert_as_one_from_a_file() -> None:
    article = Article(text=HOSTILE, outlet="The \x1b[2JCourier")
    assert "\x1b" not in article.text + str(article.outlet)
    assert "\u202e" not in article.text
    assert [change.kind for change in article.changes] == ["control", "direction"]


def test_the_example_in_the_documentation_of_the_module_holds() -> None:
    assert doctest.testmod(compare) == (0, 2)


def test_what_is_read() -> None:
    path = samples.paths()[0]
    with open(path, "rb") as file:  # noqa: PTH123
        content = file.read()
    assert compare.read(content).text == compare.read(path).text
    assert compare.read(bytearray(content)).sha256 == compare.read(path).sha256
    with pytest.raises(TypeError, match=r"path.*not int; for a text use Article"):
        compare.read(5)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [["a", "b"], "ab", None, 5, {"a": "b"}, Article(text=HERE), [Article(text=HERE), None]])
def test_what_is_no_article_is_said(given: object) -> None:
    with pytest.raises(TypeError, match="compare_texts"):
        compare.compare(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["ab", None, 5, [b"bytes"], {"The Courier": Article(text=HERE)}, {1: HERE}])
def test_what_is_no_text_is_said(given: object) -> None:
    with pytest.raises(TypeError, match="compare_texts"):
        compare.compare_texts(given)  # type: ignore[arg-type]


def test_other_mistakes_are_said() -> None:
    with pytest.raises(TypeError, match=r"published is datetime.date or None, not str"):
        Article(text=HERE, published="2025-01-01")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="text is str, not bytes"):
        Article(text=HERE.encode())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="needs its text"):
        Article(title="Plan")
    with pytest.raises(ReadingError, match="The Courier: has no words"):
        compare.compare_texts({"The Courier": " – "})
    with pytest.raises(ReadingError, match="The Ledger: has no words"):
        compare.compare_texts({"The Courier": HERE, "The Ledger": ""})
    with pytest.raises(TypeError, match="not dict"):
        compare.compare([Article(text=HERE)], {"base": 1})  # type: ignore[arg-type]
    with pytest.raises(NewsdiffError, match="no article 1"):
        compare.compare([Article(text=HERE)], Options(base=1))
    for options in (Options(min_severity=4), Options(min_confidence=1.5), Options(semantic="never")):  # type: ignore[arg-type]
        with pytest.raises(NewsdiffError, match="the option "):
            compare.compare([Article(text=HERE)], options)
    with pytest.raises(TypeError, match="base is int, not str"):
        compare.compare([Article(text=HERE)], Options(base="1"))  # type: ignore[arg-type]
    with pytest.raises(NewsdiffError, match="nothing to compare"):
        compare.compare([])


def test_a_comparison_is_one_line() -> None:
    found = compare.compare([compare.read(path) for path in samples.paths()[:3]])
    assert "\n" not in repr(found)
    assert len(repr(found)) < 250
    assert "\n" not in repr(found.articles[0])
    assert len(repr(found.articles[0])) < 250
    hostile = compare.compare_texts({"The \x1b]0;Courier": HOSTILE, "The\nLedger": THERE})
    assert repr(hostile).isprintable()


def test_a_comparison_writes_itself_down_as_the_exports_do() -> None:
    from compare.export import html, markdown
    from compare.export import json as export

    found = newsdiff.compare_texts({"The Courier": HERE, "The Ledger": THERE})
    assert found.to_json() == export.render(found)
    assert json.loads(found.to_json())["format"] == "newsdiff.comparison"
    assert found.to_html() == html.render(found)
    assert found.to_markdown() == markdown.render(found)


class Tags(HTMLParser):
    """The tags of a piece of HTML, and whether each that is opened is closed in its order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.open: list[str] = []
        self.feed(source)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.open.append(tag)
        assert not {name for name, _ in attrs} & {"href", "src", "onload", "onclick", "id", "class"}

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_notebook_shows_the_accounts_and_their_points() -> None:
    shown = newsdiff.compare_texts({"The Courier": HERE, "The Ledger": THERE})._repr_html_()
    assert Tags(shown).found == {"div", "p", "b", "span", "svg", "path", "ol", "li"}
    for words in ("The Courier", "The Ledger", "Monday", "Tuesday", "≠ 1 divergent"):
        assert words in shown
    alone = newsdiff.compare_texts({"The Courier": HERE})._repr_html_()
    assert "<ol" not in alone


def test_what_a_notebook_shows_obeys_no_article() -> None:
    hostile = newsdiff.compare_texts({"<img src=x>": HOSTILE, "The Ledger": HOSTILE.replace("Monday", "Tuesday")})
    shown = hostile._repr_html_()
    assert not Tags(shown).found & {"script", "img", "style", "link", "iframe"}
    assert "&lt;img src=x&gt;" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("table", sorted(csv.TABLES))
def test_tables_become_frames(library: str, table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip(library)
    if library == "polars":
        monkeypatch.setitem(sys.modules, "pandas", None)
    for found in (newsdiff.compare_texts({"The Courier": HERE, "The Ledger": THERE}), newsdiff.compare_texts([HERE])):
        frame = found.to_frame(table)
        head, *rows = csv.cells(found, table)
        assert type(frame).__module__.split(".")[0] == library
        assert list(frame.columns) == head
        assert len(frame) == len(rows)
    assert "date" in set(newsdiff.compare_texts([HERE, THERE]).to_frame("points")["kind"])


def test_what_frames_need_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    found = newsdiff.compare_texts([HERE])
    with pytest.raises(NewsdiffError, match="no such table; choose from links"):
        found.to_frame("rows")
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(NewsdiffError, match="pip install pandas"):
        found.to_frame()
