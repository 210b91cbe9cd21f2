"""Writing is all or nothing, and never onto an input."""

import dataclasses
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from compare import compare, read
from compare.export import FORMATS, ExportError, format_of, write, write_text
from compare.model import Article, Comparison
from compare.reading.cleaning import inert, shown_path
from tests.conftest import ROOT
from tests.export.sample import sample


def from_files(folder: Path) -> Comparison:
    comparison = sample()
    articles = []
    for number, analysis in enumerate(comparison.articles):
        path = folder / f"article{number}.txt"
        path.write_text(analysis.article.text, "utf-8")
        articles.append(dataclasses.replace(analysis, article=dataclasses.replace(analysis.article, source=str(path), path=str(path))))
    return dataclasses.replace(comparison, articles=tuple(articles))


def test_the_ending_names_the_format() -> None:
    assert [format_of(f"x.{ending}") for ending in ("html", "HTM", "json", "md", "markdown", "csv", "txt")] == [
        "html",
        "html",
        "json",
        "md",
        "md",
        "csv",
        "text",
    ]
    for path in ("x", "x.docx", "-"):
        with pytest.raises(ExportError, match="--format"):
            format_of(path)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_as_rendered(name: str, tmp_path: Path) -> None:
    place = tmp_path / f"out{FORMATS[name].endings[0]}"
    write(sample(), place)
    assert place.read_bytes() == write(sample(), tmp_path / "again", name).read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([place.name, "again"])


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"docx.*html, json"):
        write(sample(), tmp_path / "x.html", "docx")


def test_what_was_there_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    place = tmp_path / "out.html"
    place.write_text("old")
    place.chmod(0o640)
    write(sample(), place)
    assert place.read_text("utf-8").startswith("<!doctype html>")
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_that_others_get(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("x")
    write(sample(), tmp_path / "out.json")
    assert (tmp_path / "out.json").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    write(sample(), tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("through", ["plain", "dots", "symlink", "hardlink"])
def test_an_input_is_never_overwritten(through: str, tmp_path: Path) -> None:
    comparison = from_files(tmp_path)
    source = tmp_path / "article1.txt"
    target = tmp_path / "alias.txt"
    if through == "plain":
        target = source
    elif through == "dots":
        target = tmp_path / ".." / tmp_path.name / source.name
    elif through == "symlink":
        target.symlink_to(source)
    else:
        os.link(source, target)
    before = source.read_bytes()
    with pytest.raises(ExportError, match="one of the compared articles"):
        write(comparison, target, "text")
    assert source.read_bytes() == before


# Names of which something else is shown: bytes that are no UTF-8, what a terminal would obey, and what would end a line.
ODD_NAMES = [
    b"odd\xff.txt",
    b"odd\x1b[31m.txt",
    "odd\u202e.txt".encode(),
    b"odd\r.txt",
    b"odd\n.txt",
    "odd\x85.txt".encode(),
    "odd\u2028.txt".encode(),
    "\ufeffodd.txt".encode(),
    b"odd  \t name .txt",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_input_of_any_name_is_never_overwritten(name: bytes, tmp_path: Path) -> None:
    odd, other = tmp_path / os.fsdecode(name), tmp_path / "other.txt"
    text = sample().articles[0].article.text
    for path in (odd, other):
        path.write_text(text, "utf-8")
    comparison = compare([read(odd), read(other)])
    assert comparison.articles[0].article.source == shown_path(odd)
    assert shown_path(odd).isprintable()
    for target in (odd, tmp_path / "." / odd.name):
        with pytest.raises(ExportError, match="one of the compared articles"):
            write(comparison, target, "text")
    assert odd.read_text("utf-8") == text
    for kind in FORMATS.values():
        written = write(comparison, tmp_path / f"out{kind.endings[0]}").read_bytes().decode("utf-8")
        assert inert(written).replace("\r\n", "\n") == written.replace("\r\n", "\n")


def test_no_table_is_written_where_one_would_replace_an_input(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    comparison = from_files(tmp_path)
    (tmp_path / "out" / "coverage.csv").symlink_to(tmp_path / "article1.txt")
    with pytest.raises(ExportError, match="one of the compared articles"):
        write(comparison, tmp_path / "out", "csv")
    pins = tmp_path / "out" / "pins.csv"
    pins.write_text("# pins\n")
    (tmp_path / "out" / "coverage.csv").unlink()
    with pytest.raises(ExportError, match="is used in the comparison"):
        write(comparison, tmp_path / "out", "csv", inputs=[pins])
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["pins.csv"]
    assert pins.read_text() == "# pins\n"


def test_no_table_is_written_where_one_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "out" / "revisions.csv").mkdir(parents=True)
    with pytest.raises(ExportError, match="no file that a table could be written to"):
        write(from_files(tmp_path), tmp_path / "out", "csv")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["revisions.csv"]


def test_standard_output_that_is_an_input_is_refused(tmp_path: Path) -> None:
    comparison = from_files(tmp_path)
    for number in (0, 1):
        source = Path(comparison.articles[number].article.path)
        before = source.read_bytes()
        program = "from compare.export import write; from tests.export.test_write import from_files; from pathlib import Path; import sys\n"
        program += "write(from_files(Path(sys.argv[1])), '-', 'text')"
        with source.open("ab") as appended:
            done = subprocess.run([sys.executable, "-c", program, tmp_path], stdout=appended, stderr=subprocess.PIPE, cwd=ROOT, check=False)
        assert b"one of the compared articles" in done.stderr
        assert source.read_bytes() == before


def test_a_protected_file_is_not_replaced(tmp_path: Path) -> None:
    place = tmp_path / "out.json"
    place.write_text("mine")
    place.chmod(0o444)
    (tmp_path / "link.json").symlink_to(place)
    for target in (place, tmp_path / "link.json"):
        with pytest.raises(ExportError, match="write-protected"):
            write(sample(), target)
    with pytest.raises(ExportError, match="write-protected"):
        write_text(place, "new")
    assert place.read_text() == "mine"
    (tmp_path / "links.csv").write_text("mine")
    (tmp_path / "links.csv").chmod(0o444)
    with pytest.raises(ExportError, match="write-protected"):
        write(sample(), tmp_path, "csv")
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == ["links.csv"]


def test_what_else_went_in_is_never_overwritten(tmp_path: Path) -> None:
    pins = tmp_path / "newsdiff.pins"
    pins.write_text("# pins\n")
    (tmp_path / "alias.json").symlink_to(pins)
    with pytest.raises(ExportError, match="is used in the comparison"):
        write(sample(), tmp_path / "alias.json", inputs=[pins])
    assert pins.read_text() == "# pins\n"
    (tmp_path / "articles.toml").write_text("# mine\n")
    (tmp_path / "a.txt").write_text("Nobody said so.")
    with pytest.raises(ExportError, match="is used in the comparison"):
        write(compare([read(tmp_path / "a.txt")]), tmp_path / "articles.toml", "json")


def test_a_failure_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "out.html"
    place.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ExportError, match="No space left"):
        write(sample(), place)
    assert place.read_text() == "old"
    assert list(tmp_path.iterdir()) == [place]


def test_places_that_cannot_be_written_get_one_line(tmp_path: Path) -> None:
    for place in (tmp_path / "none" / "out.html", tmp_path / "file" / "out.html"):
        (tmp_path / "file").write_text("x")
        with pytest.raises(ExportError) as failure:
            write(sample(), place, "html")
        assert "\n" not in str(failure.value)


def test_in_a_folder_a_file_is_named_by_the_story_and_replaces_none(tmp_path: Path) -> None:
    first, second = (write(sample(), tmp_path) for _ in range(2))
    assert first.parent == tmp_path
    assert first.name.startswith("okafor-maritime-board-")
    assert (second.stem, second.suffix) == (f"{first.stem}-2", ".html")


def test_tables_go_into_a_folder_or_one_into_a_file(tmp_path: Path) -> None:
    write(sample(), tmp_path, "csv")
    tables = ["coverage", "differences", "entities", "facts", "links", "pins", "points", "revisions"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{table}.csv" for table in tables]
    write(sample(), tmp_path / "one.csv", table="links")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "links.csv").read_bytes()
    with pytest.raises(ExportError, match="--table is for csv"):
        write(sample(), tmp_path / "x.html", table="links")


def test_lone_surrogates_do_not_stop_the_writing(tmp_path: Path) -> None:
    write_text(tmp_path / "x.txt", "a\udcffb\n")
    assert (tmp_path / "x.txt").read_bytes() == b"a?b\n"


def test_a_page_for_a_classroom_is_asked_for_by_name(tmp_path: Path) -> None:
    write(sample(), tmp_path / "x.html", hide_findings=True)
    assert "What newsdiff says about HarPos 2" in (tmp_path / "x.html").read_text("utf-8")
    with pytest.raises(ExportError, match="--hide-findings is for html"):
        write(sample(), tmp_path / "x.json", hide_findings=True)


def test_the_samples_make_a_small_page(comparison: Comparison, tmp_path: Path) -> None:
    write(comparison, tmp_path / "five.html")
    assert (tmp_path / "five.html").stat().st_size < 300_000


def test_an_article_alone_can_be_written_in_every_format(tmp_path: Path, seeds: list[Article]) -> None:
    for name in FORMATS:
        assert write(compare(seeds[:1]), tmp_path / f"one.{name}", name).stat().st_size > 100
