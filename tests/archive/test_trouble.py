"""An archive that is broken, and a folder that can't be written: one line each and the right status; what is whole goes on."""

from __future__ import annotations

import ctypes
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.archive.made import FRAMES, row, text, write
from tests.conftest import ROOT

COURIER, LEDGER, WIRE = FRAMES
DAY = "2024-03-04"
pytestmark = pytest.mark.skipif(not find_spec("daft"), reason="the extra archive is not installed")


def read_on(terminal: int) -> bytes:
    """What was written to a terminal, piece by piece; Linux ends it with an error."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def events(
    *arguments: object, before: str = "", preexec_fn: Callable[[], None] | None = None, stderr: int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    program = f"{before}\nfrom tui.cli import main\nmain()"
    return subprocess.run(
        [sys.executable, "-c", program, "events", "--workers", "1", *map(str, arguments)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=stderr, text=True, encoding="utf-8", timeout=300, check=False,
        preexec_fn=preexec_fn,
    )  # fmt: skip


def one_line(done: subprocess.CompletedProcess[str], *words: str, status: int = 2) -> None:
    lines = done.stderr.splitlines()
    assert done.returncode == status, done.stderr
    assert len(lines) == 1, done.stderr
    assert all(word in lines[0] for word in words), lines
    assert "internal error" not in lines[0]


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    from compare.archive.folder import open_folder

    rows: list[dict[str, Any]] = open_folder(folder).table(name).to_pylist()
    return rows


def test_an_empty_archive(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    one_line(events(tmp_path / "empty", "-o", tmp_path / "out"), "has no file that newsdiff reads")
    archive = write(tmp_path / "archive.jsonl", [])
    one_line(events(archive, "-o", tmp_path / "out"), "has no article in it")
    assert not (tmp_path / "out").exists()
    one_line(events(tmp_path / "nowhere.jsonl", "-o", tmp_path / "out"), "no such file")
    english = write(tmp_path / "english.jsonl", [row(0, COURIER, DAY)])
    one_line(events(english, "-o", tmp_path / "out", "--language", "de"), "has no article in the language de")


def test_one_article(tmp_path: Path) -> None:
    """By the way that leads to object stores: an address."""
    archive = write(tmp_path / "archive.jsonl", [row(0, COURIER, DAY)])
    done = events(f"file://{archive}", "-o", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 articles, 0 events")
    assert table(tmp_path / "out", "events") == table(tmp_path / "out", "points") == []


def test_a_thousand_copies_of_one(tmp_path: Path) -> None:
    again = [row(0, WIRE, DAY)] * 500
    papers = [row(0, WIRE, DAY, id=f"copy-{number}", outlet=f"Paper {number}") for number in range(500)]
    archive = write(tmp_path / "archive.jsonl", [*again, *papers, row(0, COURIER, DAY)])
    done = events(archive, "-o", tmp_path / "out")
    one_line(done, "499 rows", status=0)
    assert {each["reason"].partition(" as ")[0] for each in table(tmp_path / "out", "errors")} == {"is the same record"}
    (event,) = table(tmp_path / "out", "events")
    assert (event["articles"], event["voices"], event["compared"]) == (502, 2, 2)


def test_rows_that_are_none(tmp_path: Path) -> None:
    """A row without text, one of 50 MB and a Parquet file cut short, between rows that are whole."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    archive = tmp_path / "archive"
    rows = [row(0, outlet, DAY) for outlet in FRAMES]
    write(archive / "a.jsonl", [rows[0], {"id": "mute", "title": "Nothing"}, {"id": "vast", "text": "word " * 10_000_000}, rows[1]])
    write_table(pa.Table.from_pylist(rows[2:]), archive / "b.parquet")
    whole = (archive / "b.parquet").read_bytes()
    (archive / "c.parquet").write_bytes(whole[: len(whole) // 2])
    one_line(events(archive, "-o", tmp_path / "out", "--no-compare", "--least-outlets", "3"), "3 rows", status=0)
    reasons = {each["source"].rpartition("/")[2].partition("#")[0]: each["reason"] for each in table(tmp_path / "out", "errors")}
    assert reasons["c.parquet"] == "is a damaged or truncated Parquet file"
    assert {each["reason"] for each in table(tmp_path / "out", "errors")} > {
        "has no text",
        "is a line of more than 8 MiB, too large for an article",
    }
    (event,) = table(tmp_path / "out", "events")
    assert event["outlets"] == sorted(FRAMES)
    one_line(events(archive / "c.parquet", "-o", tmp_path / "other"), "c.parquet: is a damaged or truncated Parquet file")


def test_a_table_without_the_named_column(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow.parquet import write_table

    write_table(pa.Table.from_pylist([row(0, COURIER, DAY)]), tmp_path / "a.parquet")
    (tmp_path / "a.csv").write_text("outlet,headline\nThe Courier,A fire\n", encoding="utf-8")
    for name in ("a.parquet", "a.csv"):
        done = events(tmp_path / name, "-o", tmp_path / "out", "--field", "text=body")
        one_line(done, f"{name}: has no column body (--field text=body); it has")
    one_line(events(tmp_path / "a.csv", "-o", tmp_path / "out", "--field", "nonsense"), "NAME=COLUMN")


def test_another_archives_folder_is_refused(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive.jsonl", [row(0, COURIER, DAY)])
    assert events(archive, "-o", tmp_path / "out").returncode == 0
    other = write(tmp_path / "other.jsonl", [row(1, COURIER, DAY)])
    one_line(events(other, "-o", tmp_path / "out"), "of another archive")
    one_line(events(archive, "-o", tmp_path / "out", "--window", "5"), "with other options")
    one_line(events(archive, "-o", tmp_path), "is not empty")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere root can't be made to give up its rights")
def test_a_folder_without_write_permission(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive.jsonl", [row(0, COURIER, DAY)])
    (tmp_path / "closed").mkdir(mode=0o500)
    c = ctypes.CDLL(None)

    def give_up() -> None:
        """Root may write anywhere by CAP_DAC_OVERRIDE (1), which what it executes from here on doesn't get (PR_CAPBSET_DROP is 24)."""
        c.prctl(24, 1, 0, 0, 0)

    one_line(events(archive, "-o", tmp_path / "closed" / "out", preexec_fn=give_up), "closed", "Permission denied")


def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive.jsonl", [row(0, COURIER, DAY)])
    one_line(events(archive, "-o", archive / "out"), "Not a directory")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
@pytest.mark.parametrize("limit", [3_000, 40_000])
def test_a_disk_that_fills_up(limit: int, tmp_path: Path) -> None:
    """In the table of articles, and in the arrays after it; with room again the same command goes on, and finds each event of a small archive."""
    archive = write(tmp_path / "archive.jsonl", [row(event, outlet, DAY) for event in range(3) for outlet in FRAMES])
    full = f"import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    one_line(events(archive, "-o", tmp_path / "out", "--no-compare", before=full), "File too large")
    assert not list((tmp_path / "out").rglob("part-*.new"))
    terminal, end = os.openpty()
    done = events(archive, "-o", tmp_path / "out", "--no-compare", stderr=end)
    os.close(end)
    said = b"".join(iter(lambda: read_on(terminal), b"")).decode()
    os.close(terminal)
    assert done.stdout == "9 articles, 3 events\n"
    assert "events" in said
    assert "Daft" not in said, "progress and nothing else"


def test_without_the_extra_one_line_says_how_to_get_it(tmp_path: Path) -> None:
    hidden = "import importlib.util\nold = importlib.util.find_spec\nimportlib.util.find_spec = lambda name, *a: None if name == 'daft' else old(name, *a)"
    archive = write(tmp_path / "archive.jsonl", [row(0, COURIER, DAY)])
    one_line(events(archive, "-o", tmp_path / "out", before=hidden), "pip install 'newsdiff[archive]'")


def test_every_kind_of_table_gives_the_same_rows(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow.parquet import write_table

    from compare.archive.rows import rows
    from compare.archive.sources import plan

    records = [row(0, outlet, DAY) for outlet in FRAMES]
    lines = write(tmp_path / "a.jsonl", records)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.read_bytes()))
    write_table(pa.Table.from_pylist(records), tmp_path / "a.parquet")
    cells = [[str(each[name]).replace('"', '""') for name in records[0]] for each in records]
    (tmp_path / "a.csv").write_text("\n".join('"' + '","'.join(each) + '"' for each in [list(records[0]), *cells]), encoding="utf-8")
    expected = [(f"0-{outlet}", outlet, DAY, text(0, outlet)) for outlet in FRAMES]
    for name in ("a.jsonl", "a.jsonl.gz", "a.parquet", "a.csv", "a.[j]sonl"):
        planned = plan([str(tmp_path / name)], tmp_path / "out", {}, None)
        found = [each for piece in planned.pieces for stretch in piece for each in rows(stretch, {}, "")]
        assert [
            (each["given_id"], each["outlet"], str(each["published"]), each["text"]) for each in found if isinstance(each, dict)
        ] == expected, name


def test_a_stretch_of_lines_begins_and_ends_at_lines(tmp_path: Path) -> None:
    from compare.archive.rows import rows
    from compare.archive.sources import Stretch

    records = [row(event, outlet, DAY) for event in range(6) for outlet in FRAMES]
    path = write(tmp_path / "a.jsonl", records)
    size = path.stat().st_size
    for step in (700, 1999, size):
        stretches = [Stretch(str(path), "lines", start, min(size, start + step)) for start in range(0, size, step)]
        found = [each for stretch in stretches for each in rows(stretch, {}, "")]
        assert [each["given_id"] for each in found if isinstance(each, dict)] == [each["id"] for each in records]


def test_a_folder_of_documents_is_an_archive(tmp_path: Path) -> None:
    from compare.archive.rows import rows
    from compare.archive.sources import plan
    from tests.reading.made import SOURCES

    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "run.json").write_text(json.dumps({"text": text(1, WIRE)}), encoding="utf-8")
    (tmp_path / "a.txt").write_text(text(0, COURIER), encoding="utf-8")
    (tmp_path / "b.warc").write_bytes(SOURCES["warc"])
    planned = plan([str(tmp_path)], tmp_path / "out", {}, None)
    found = [each for piece in planned.pieces for stretch in piece for each in rows(stretch, {}, "")]
    assert {Path(each["source"].partition("#")[0]).name for each in found if isinstance(each, dict)} == {"a.txt", "b.warc"}
