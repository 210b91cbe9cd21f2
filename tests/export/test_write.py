"""Writing is all or nothing, and never onto an input."""

import dataclasses
import os
import stat
from pathlib import Path

import pytest

from compare import compare
from compare.export import FORMATS, ExportError, format_of, write, write_text
from compare.model import Article, Comparison
from tests.export.sample import sample


def from_files(folder: Path) -> Comparison:
    comparison = sample()
    articles = []
    for number, analysis in enumerate(comparison.articles):
        path = folder / f"article{number}.txt"
        path.write_text(analysis.article.text, "utf-8")
        articles.append(dataclasses.replace(analysis, article=dataclasses.replace(analysis.article, source=str(path))))
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


def test_what_else_went_in_is_never_overwritten(tmp_path: Path) -> None:
    pins = tmp_path / "newsdiff.pins"
    pins.write_text("# pins\n")
    (tmp_path / "alias.json").symlink_to(pins)
    with pytest.raises(ExportError, match="went into the comparison"):
        write(sample(), tmp_path / "alias.json", inputs=[pins])
    assert pins.read_text() == "# pins\n"


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
    for place in (tmp_path / "none" / "out.html", tmp_path, tmp_path / "file" / "out.html"):
        (tmp_path / "file").write_text("x")
        with pytest.raises(ExportError) as failure:
            write(sample(), place, "html")
        assert "\n" not in str(failure.value)


def test_tables_go_into_a_folder_or_one_into_a_file(tmp_path: Path) -> None:
    write(sample(), tmp_path, "csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["coverage.csv", "differences.csv", "entities.csv", "links.csv", "pins.csv"]
    write(sample(), tmp_path / "one.csv", table="links")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "links.csv").read_bytes()
    with pytest.raises(ExportError, match="--table is for csv"):
        write(sample(), tmp_path / "x.html", table="links")


def test_lone_surrogates_do_not_stop_the_writing(tmp_path: Path) -> None:
    write_text(tmp_path / "x.txt", "a\udcffb\n")
    assert (tmp_path / "x.txt").read_bytes() == b"a?b\n"


def test_a_page_for_a_classroom_is_asked_for_by_name(tmp_path: Path) -> None:
    write(sample(), tmp_path / "x.html", hide_findings=True)
    assert "What newsdiff says of A2" in (tmp_path / "x.html").read_text("utf-8")
    with pytest.raises(ExportError, match="--hide-findings is for html"):
        write(sample(), tmp_path / "x.json", hide_findings=True)


def test_the_samples_make_a_small_page(comparison: Comparison, tmp_path: Path) -> None:
    write(comparison, tmp_path / "five.html")
    assert (tmp_path / "five.html").stat().st_size < 300_000


def test_an_article_alone_can_be_written_in_every_format(tmp_path: Path, seeds: list[Article]) -> None:
    for name in FORMATS:
        assert write(compare(seeds[:1]), tmp_path / f"one.{name}", name).stat().st_size > 100
