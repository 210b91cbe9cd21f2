"""What a file is called where nobody said so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from compare.export.file_names import file_stem, unused
from compare.model import Article


def test_whom_the_reports_name_and_who_reports(seeds: list[Article]) -> None:
    assert file_stem(seeds) == "jaishankar-rubio-kuala-lumpur"
    outlets = ("The New York Times", "Fox News")
    told = [replace(article, outlet=outlet) for article, outlet in zip(seeds, outlets, strict=False)]
    assert file_stem(told).endswith("-nyt-fox")


@pytest.mark.parametrize(
    ("title", "outlet", "stem"),
    [
        ("The bridge is closed, says mayor", None, "bridge-closed-says-mayor"),
        ("Café «Zürich» öffnet", "Le Monde", "cafe-zurich-offnet-monde"),
        ("大橋開通 記者会見", None, "大橋開通-記者会見"),
        ("../../etc/passwd; rm -rf", None, "etc-passwd-rm-rf"),
        ("Con", None, "newsdiff-con"),
        ("…!?", None, "newsdiff"),
    ],
)
def test_any_headline_gives_a_name_that_any_system_takes(title: str, outlet: str | None, stem: str) -> None:
    assert file_stem([Article("x.txt", f"{title}.", "hash", title, outlet)]) == stem


def test_many_outlets_are_counted_and_the_name_stays_short() -> None:
    title = " ".join(f"word{number}" * 6 for number in range(9))
    stem = file_stem([Article(f"{number}.txt", title, "hash", title, f"Outlet{number}") for number in range(12)])
    assert stem.endswith("-12-accounts")
    assert len(stem) < 100


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    assert unused(tmp_path, "story", ".html") == tmp_path / "story.html"
    (tmp_path / "story.html").touch()
    (tmp_path / "story-2.html").symlink_to(tmp_path / "gone")
    assert unused(tmp_path, "story", ".html") == tmp_path / "story-3.html"
