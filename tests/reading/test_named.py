"""What the user names and knows: patterns, lists, folders, tables of articles; one text in several papers."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from compare.errors import ReadingError
from compare.model import Article
from compare.reading import read, read_bytes
from compare.reading.known import NOTHING, Known, split
from compare.reading.limits import LARGEST
from compare.reading.naming import named, spelled_out
from compare.reading.outlets import outlet_of
from compare.reading.voices import one_voice, voices
from tests.reading.made import PARAGRAPHS, TEXT
from tui.sources import gather


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deep" / "er").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "deep/c.md", "deep/er/d.txt"):
        (tmp_path / name).write_text(f"{name}\n\n{TEXT}")
    return tmp_path


def test_what_is_said_with_a_name() -> None:
    assert split("a.txt@outlet=The Daily, Ltd.@published=2025-10-27") == ("a.txt", Known("The Daily, Ltd.", None, date(2025, 10, 27)))
    assert split("me@example.org.txt") == ("me@example.org.txt", NOTHING)
    with pytest.raises(ReadingError, match="isn't a date"):
        split("a.txt@published=tomorrow")


def test_a_file_of_that_very_name_is_meant_as_it_is(folder: Path) -> None:
    (folder / "x@outlet=y").write_text("words")
    assert split("x@outlet=y") == ("x@outlet=y", NOTHING)


def test_patterns_and_lists(folder: Path) -> None:
    assert [each.path for each in named(["*.txt", "b.txt"])] == ["a.txt", "b.txt", "b.txt"]
    assert [each.path for each in named([f"**{os.sep}*.txt"])] == ["a.txt", "b.txt", f"deep{os.sep}er{os.sep}d.txt"]
    (folder / "deep" / "list.txt").write_text("# mine\nc.md@outlet=C News\n\n../*.txt\nhttps://example.org/x\n")
    listed = named([f"@deep{os.sep}list.txt"])
    assert [Path(each.path).name for each in listed] == ["c.md", "a.txt", "b.txt", "x"]
    assert (listed[0].known.outlet, listed[0].listed) == ("C News", True)
    for wrong, why in (("nothing*.txt", "nothing matches"), ("@none.txt", "no such file")):
        with pytest.raises(ReadingError, match=why):
            named([wrong])


@pytest.mark.parametrize(
    ("given", "why"), [(b"a\n" * LARGEST, "larger than 8 MiB, too large for a list"), (b"# none\n", "lists no articles")]
)
def test_a_list_from_standard_input_has_an_end(given: bytes, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    with pytest.raises(ReadingError, match=why):
        named(["@-"])


def test_a_list_from_standard_input_is_spelled_out_for_those_who_need_it_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"# mine\na.txt@outlet=A News\n\nhttps://example.org/x\n")))
    given = spelled_out(["b.txt", "@-"])
    assert given == ("b.txt", "a.txt@outlet=A News", "https://example.org/x")
    assert [each.path for each in named(given)] == [each.path for each in named(given)] == ["b.txt", "a.txt", "https://example.org/x"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "deep" / "loop").symlink_to(folder)
    assert len(named([f"**{os.sep}*.txt"])) == 3


def test_what_a_table_says_of_its_folder_s_articles(folder: Path) -> None:
    (folder / "articles.toml").write_text(
        '["a.txt"]\noutlet = "Reuters"\npublished = 2025-10-27\n["*"]\nurl = "https://www.bbc.co.uk/news/1"\n'
    )
    first, second = read("a.txt"), read("b.txt")
    assert (first.outlet, first.published, first.url) == ("Reuters", date(2025, 10, 27), "https://www.bbc.co.uk/news/1")
    assert second.outlet == "BBC"
    sources = gather(["a.txt@outlet=AFP", "b.txt"])
    assert [article.outlet for article in sources.articles] == ["AFP", "BBC"]
    assert read("a.txt").outlet == "AFP"  # read again, as R does
    (folder / "articles.toml").write_text("[a.txt\n")
    os.utime(folder / "articles.toml", (1, 1))
    with pytest.raises(ReadingError, match="isn't a table of articles"):
        read("b.txt")


def test_what_a_pattern_brings_may_be_unreadable(folder: Path) -> None:
    (folder / "c.txt").write_bytes(b"")
    sources = gather(["*.txt"])
    assert ([article.path for article in sources.articles], sources.problems) == (
        ["a.txt", "b.txt"],
        ["c.txt: is empty; an article needs some text"],
    )


def test_well_known_outlets() -> None:
    assert outlet_of("https://edition.cnn.com/x") == "CNN"
    assert outlet_of("https://www.bbc.co.uk/news") == "BBC"
    assert outlet_of("https://notcnn.com/") is None
    assert outlet_of("http://[bad") is None


def article(text: str, outlet: str) -> Article:
    return read_bytes(text.encode(), f"{outlet}.txt")


def test_one_text_in_three_papers_is_one_voice() -> None:
    long = "\n\n".join(f"In paragraph {number} {paragraph}" for number, paragraph in enumerate(PARAGRAPHS * 3))
    other = "The mayor opened a bridge over the river, and the town celebrated for two days with music, fish and a great deal of rain. " * 4
    articles = [
        article(long, "one"),
        article(other, "two"),
        article("First published elsewhere.\n\n" + long, "three"),
        article("Nothing of the kind was said anywhere on that day, as far as we know.", "four"),
    ]
    assert voices(articles) == ((0, 2),)
    assert one_voice(articles) == ("one.txt, three.txt carry the same text: that is one voice, not 2",)
    assert one_voice([replace(each, outlet="AP" if number else "BBC") for number, each in enumerate([articles[0]] * 3)]) == (
        "BBC, one.txt, one.txt carry the same text: that is one voice, not 3",
    )
    assert one_voice(articles[:1] + articles[2:3]) == ()
    assert voices([articles[1], articles[1], articles[0]]) == ((0, 1),)
