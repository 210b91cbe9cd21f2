"""Archives that are odd but whole: what is an article in them, and what isn't."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow")
from compare.archive.rows import rows
from compare.archive.sources import plan
from compare.errors import NewsdiffError
from tests.archive.folders import folder, story
from tests.archive.made import FRAMES, row, write

OUT = Path("out")


def read(archive: Path) -> list[dict[str, Any]]:
    """The articles of an archive of files that are whole."""
    found = [each for piece in plan([str(archive)], OUT, {}, None).pieces for stretch in piece for each in rows(stretch, {}, "")]
    assert all(isinstance(each, dict) for each in found), found
    return [each for each in found if isinstance(each, dict)]


@pytest.mark.parametrize("kind", ["bytes", "dictionary", "large", "view"])
def test_text_in_parquet_is_text_however_it_is_stored(kind: str, tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow.parquet import write_table

    reports = [row(0, outlet, None) for outlet in FRAMES]
    texts, outlets = ([report[name] for report in reports] for name in ("text", "outlet"))
    ways: dict[str, Callable[[list[str]], Any]] = {
        "bytes": lambda values: pa.array([value.encode() for value in values], pa.binary()),
        "dictionary": lambda values: pa.array(values).dictionary_encode(),
        "large": lambda values: pa.array(values, pa.large_string()),
        "view": lambda values: pa.array(values, pa.string_view()),
    }
    made = ways[kind]
    day = pa.array([datetime(2024, 3, 4, 9, tzinfo=UTC)] * 3)
    write_table(pa.table({"text": made(texts), "outlet": made(outlets), "date": day}), tmp_path / "a.parquet")
    found = read(tmp_path)
    assert [each["text"] for each in found] == texts
    assert [each["outlet"] for each in found] == outlets
    assert {each["day"] for each in found} == {date(2024, 3, 4)}


def test_what_an_earlier_run_wrote_is_no_part_of_the_archive(tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.jsonl", [row(0, outlet, "2024-03-04") for outlet in FRAMES])
    folder(tmp_path / "news" / "events", [story(1)])
    (tmp_path / "news" / "a folder.jsonl").mkdir()
    assert len(read(tmp_path / "news")) == 3
    with pytest.raises(NewsdiffError, match="holds the events of an archive, not the archive"):
        plan([str(tmp_path / "news" / "events")], OUT, {}, None)


def test_an_archive_that_holds_itself_by_a_link_ends(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", [row(0, outlet, "2024-03-04") for outlet in FRAMES])
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(read(tmp_path)) == 3
