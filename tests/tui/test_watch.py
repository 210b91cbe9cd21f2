"""`newsdiff watch`: each text that a source has had is kept, once, and shown."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from compare import read
from compare.errors import NewsdiffError
from compare.model import Article
from tests.conftest import ROOT
from tests.reading.web_server import STORY, WebServer, serving
from tests.tui.test_cli import newsdiff
from tui.store.versions import Versions, source_of, versions_file


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSDIFF_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("NEWSDIFF_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def server() -> Iterator[WebServer]:
    with serving() as running:
        yield running


def at(minute: int) -> datetime:
    return datetime(2025, 10, 27, 9, minute, tzinfo=UTC)


def test_a_file_is_kept_whenever_its_text_changes(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    first = newsdiff("watch", "--once", file)
    assert (first.returncode, first.stderr) == (0, "")
    assert "first version kept" in first.stdout
    assert newsdiff("watch", "--once", file).stdout == ""
    file.write_text(STORY.replace("eleven", "twelve").replace("1.2 million", "3.4 million"))
    page = tmp_path / "versions.html"
    changed = newsdiff("watch", "--once", "--page", page, file)
    assert changed.returncode == 1
    assert "reworded" in changed.stdout
    assert "1.2 million" in changed.stdout
    assert "3.4 million" in changed.stdout
    assert "3.4 million" in page.read_text()
    (tmp_path / "list.txt").write_text("story.txt\n")
    for given, into in ((file, file), (f"@{tmp_path / 'list.txt'}", tmp_path / "list.txt")):
        before = into.read_bytes()
        refused = newsdiff("watch", "--once", "--page", into, given)
        assert (refused.returncode, into.read_bytes()) == (2, before)
        assert refused.stderr.endswith(f"{into}: is used in the comparison; write somewhere else\n")
    shown = newsdiff("watch", "--show", file)
    assert shown.returncode == 1
    assert "one source at two times): A before, B after" in " ".join(shown.stdout.split())


def test_an_address_is_asked_each_time(server: WebServer) -> None:
    address = server.address("/tagged")
    assert newsdiff("watch", "--once", "--allow-local", address).returncode == 0
    assert newsdiff("watch", "--once", "--allow-local", address).returncode == 0
    assert server.seen[-1][1]["if-none-match"]
    server.text = STORY.replace("eleven", "nine")
    done = newsdiff("watch", "--once", "--allow-local", address)
    assert (done.returncode, done.stderr) == (1, "")
    assert len(Versions(versions_file()).of(address)) == 2
    server.text = STORY
    server.shutdown()
    server.server_close()
    away = newsdiff("watch", "--once", "--allow-local", address)
    assert away.returncode == 0  # the kept copy stands in: no change
    assert "can't be reached" in away.stderr


def test_the_others_are_kept_where_one_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    done = newsdiff("watch", "--once", tmp_path / "none.txt", file)
    assert done.returncode == 0
    assert "none.txt: no such file" in done.stderr
    assert newsdiff("watch", "--once", tmp_path / "none.txt").returncode == 2
    assert "no versions are kept" in newsdiff("watch", "--show", tmp_path / "none.txt").stderr


def test_so_many_versions_and_no_more(tmp_path: Path) -> None:
    store = Versions(tmp_path / "deep" / "versions.sqlite3")
    texts = [STORY.replace("eleven", str(number)) for number in range(6)]
    for number, text in enumerate(texts):
        store.keep(Article("https://news.example/a", text, str(number) * 64, "Talks", outlet="The Courier"), at(number), most=3)
    store.keep(Article("https://news.example/b", STORY, "b" * 64, "Talks"), at(9), most=3)
    kept = store.of("https://news.example/a")
    assert [article.text for article in kept] == texts[3:]
    assert [article.outlet for article in kept] == ["The Courier, 27 Oct 09:03", "The Courier, 27 Oct 09:04", "The Courier, 27 Oct 09:05"]
    assert len({article.origin for article in kept}) == 3
    assert store.sources() == ("https://news.example/a", "https://news.example/b")


def test_a_version_is_the_article_as_it_was(seeds: list[Article], tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(
        f"<html lang=en><head><title>T\u00adalks</title></head><body><article><p>{STORY.replace('. ', '.</p><p>')}</p></article></body></html>"
    )
    article = read(file)
    store = Versions(tmp_path / "versions.sqlite3")
    assert store.keep(article, at(0), 5) is article
    assert store.keep(article, at(1), 5) is None
    (kept,) = store.of(source_of(article))
    assert (kept.text, kept.changes, kept.published, kept.sha256, kept.restored) == (
        article.text, article.changes, article.published, article.sha256, article.restored,
    )  # fmt: skip
    assert kept.path == ""


@pytest.mark.parametrize(
    "statement",
    ["drop table version", "update version set article = '[1'", f"update version set at = {2**62}", "update version set article = 'null'"],
)
def test_a_version_that_is_none_is_set_aside_with_the_others(statement: str, tmp_path: Path) -> None:
    store = Versions(tmp_path / "versions.sqlite3")
    first, second = (Article("https://news.example/a", STORY, digit * 64, "Talks") for digit in "ab")
    store.keep(first, at(0), 5)
    with closing(sqlite3.connect(store.file)) as connection:
        connection.execute(statement)
        connection.commit()
    changed = replace(second, text=STORY + " More.")
    with pytest.raises(NewsdiffError, match=r"set aside as versions\.damaged-1\.sqlite3"):
        store.keep(changed, at(1), 5)
    assert store.keep(changed, at(1), 5) is changed


def test_a_damaged_file_of_versions_is_set_aside(tmp_path: Path) -> None:
    store = Versions(tmp_path / "versions.sqlite3")
    store.file.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    with pytest.raises(NewsdiffError, match=r"set aside as versions\.damaged-1\.sqlite3"):
        store.sources()
    assert store.sources() == ()
    assert (tmp_path / "versions.damaged-1.sqlite3").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_it_looks_again_until_it_is_interrupted(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    command = [sys.executable, "-m", "tui.cli", "watch", "--every", "1", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as watching:
        try:
            assert watching.stdout is not None
            assert b"first version kept" in watching.stdout.readline()
            assert watching.poll() is None
            watching.send_signal(signal.SIGINT)
            assert watching.wait(timeout=60) == 130
        finally:
            watching.kill()


def test_without_an_article_there_is_nothing_to_watch() -> None:
    done = newsdiff("watch", "--once")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no versions are kept yet" in newsdiff("watch", "--show").stderr
