"""`newsdiff events s3://…` against a server that speaks S3 (moto, in a process and an environment of its own): ``make test-store``."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from compare.archive.folder import open_folder
from tests.archive.made import FRAMES, row, write
from tests.conftest import ROOT

pytestmark = pytest.mark.store
SERVER = ROOT / ".venv-store" / "bin" / "moto_server"


@pytest.fixture
def address() -> Iterator[str]:
    """Of a server with nothing in it."""
    process = subprocess.Popen([SERVER, "-p", "0"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    try:
        yield next(found[0] for line in process.stderr if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
    finally:
        process.kill()
        process.communicate()


def events(address: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL": address}
    return subprocess.run(
        [sys.executable, "-m", "tui.cli", "events", *map(str, arguments)],
        env={**os.environ, **environment}, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def put(address: str, content: bytes) -> None:
    with urlopen(Request(address, content, {"Content-Type": "application/octet-stream"}, method="PUT"), timeout=60) as answer:
        assert answer.status == 200


def test_an_archive_in_an_object_store(address: str, tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow.parquet import write_table

    archive = tmp_path / "archive"
    rows = [row(number, outlet, "2024-03-04") for number in range(3) for outlet in FRAMES]
    lines = write(archive / "a.jsonl", rows[:3])
    (archive / "b.jsonl.gz").write_bytes(gzip.compress(write(tmp_path / "b.jsonl", rows[3:6]).read_bytes()))
    write_table(pa.Table.from_pylist(rows[6:]), archive / "c.parquet")
    put(f"{address}/news", b"")
    for file in (lines, archive / "b.jsonl.gz", archive / "c.parquet"):
        put(f"{address}/news/2024/{file.name}", file.read_bytes())
    done = events(address, "s3://news/2024/", "-o", tmp_path / "stored")
    assert (done.returncode, done.stderr) == (0, "")
    assert events(address, archive, "-o", tmp_path / "local").returncode == 0
    stored, local = (open_folder(tmp_path / name) for name in ("stored", "local"))
    assert len(stored.events()) == 3
    assert stored.events() == local.events()
    assert stored.table("points").equals(local.table("points"))
    assert events(address, "s3://news/2024/*.jsonl", "-o", tmp_path / "some").stdout.startswith("3 articles, 1 events")
    nothing = events(address, "s3://news/2025/", "-o", tmp_path / "none")
    assert (nothing.returncode, nothing.stderr) == (2, "newsdiff: s3://news/2025/: no file matches\n")
