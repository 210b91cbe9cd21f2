"""Trouble around a command: streams that are closed or full, no memory, an odd configuration, Ctrl+C. One line, the right status, never a hang."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import weakref
from pathlib import Path

import pytest

from compare import analyse, read
from tests.conftest import ROOT
from tests.tui.test_cli import A, B, assert_one_line_of_trouble, newsdiff, through_a_shell
from tui.cli import entry
from tui.cli.saying import Underway
from tui.store import Store

UNIX = pytest.mark.skipif(os.name == "nt", reason="no such files and shells")


@UNIX
@pytest.mark.parametrize("onto", ["2>/dev/full", "2>&-", "2>/dev/full >&-"])
@pytest.mark.parametrize("command", [["diff", A, "missing"], ["missing"], ["diff"], ["check", A, B, "--fail-on", "nothing"]])
def test_trouble_that_cannot_be_told_keeps_its_status(command: list[str], onto: str) -> None:
    assert through_a_shell(onto, *command).returncode == 2


@UNIX
def test_what_is_only_said_beside_changes_no_status(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(Path(A).read_bytes())
    (tmp_path / "b.txt").write_bytes(b"")
    assert through_a_shell("2>/dev/full", "diff", B, str(tmp_path)).returncode == 1


@UNIX
@pytest.mark.parametrize(
    "command",
    [
        "diff <(cat '{A}') <(cat '{B}')",
        "diff '{A}' /dev/stdin < <(cat '{B}')",
        "diff - <(cat '{B}') < '{A}'",
        "diff @<(echo '{A}'; echo '{B}')",
    ],
)
def test_process_substitution_is_read_like_standard_input(command: str) -> None:
    words = command.format(A=A, B=B)
    done = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m tui.cli {words}"], capture_output=True, text=True, cwd=ROOT, timeout=120, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 1
    assert done.stdout.split("\n\n", 1)[1] == newsdiff("diff", A, B).stdout.split("\n\n", 1)[1]


@UNIX
def test_a_pipe_with_nobody_behind_it_is_one_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert_one_line_of_trouble(newsdiff("diff", A, "pipe", cwd=tmp_path), "pipe: is not a regular file")
    assert_one_line_of_trouble(newsdiff("diff", A, B, "--second-reader=replay:pipe", cwd=tmp_path), "not a regular file")
    os.mkfifo(tmp_path / "run.json")
    assert "no articles in this folder" in newsdiff("diff", A, str(tmp_path)).stderr


@UNIX
@pytest.mark.parametrize(("given", "stream"), [("-", "<"), ("/dev/fd/5", "5<")])
def test_an_export_never_overwrites_what_came_in_by_a_descriptor(given: str, stream: str, tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_bytes(Path(A).read_bytes())
    done = through_a_shell(f"{stream} '{story}'", "export", given, B, "-o", str(story), "--format", "md")
    assert_one_line_of_trouble(done, "is used in the comparison")
    assert story.read_bytes() == Path(A).read_bytes()


@pytest.mark.parametrize("encoding", ["utf-8:unheard-of", "ascii", "ascii:strict", "utf-16", ":", ""])
def test_whatever_the_streams_are_to_be_encoded_in_the_work_is_done(encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", "diff", A, B],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout


def test_a_library_that_finds_no_memory_is_no_trouble_of_ours(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def unloaded(*_: object, **__: object) -> None:
        raise ImportError("_sqlite3.so: failed to map segment from shared object")

    monkeypatch.setattr("tui.cli.entry.newsdiff.main", unloaded)
    assert entry._status() == 2
    assert capsys.readouterr().err == "newsdiff: not enough memory; try shorter or fewer texts\n"


def test_no_memory_is_one_line_told_when_what_held_it_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Large:
        pass

    held: list[weakref.ref[Large]] = []
    told: list[tuple[str, object]] = []

    def exhausted(*_: object, **__: object) -> None:
        large = Large()
        held.append(weakref.ref(large))
        raise MemoryError

    monkeypatch.setattr("compare.pipeline.compare", exhausted)
    monkeypatch.setattr(sys, "argv", ["newsdiff", "diff", A, B])
    monkeypatch.setattr(entry, "complain", lambda line: told.append((line, held[0]())))
    assert entry._status() == 2
    assert told == [("not enough memory; try shorter or fewer texts", None)]


def configured(kind: str, place: Path) -> Path:
    if kind == "broken":
        place.write_text("theme = \n")
    elif kind == "no UTF-8":
        place.write_bytes(b"# \xff\xfe\n")
    elif kind == "large":
        place.write_text("# long\n" * 200_000)
    elif kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "zeros":
        place.symlink_to("/dev/zero")
    elif kind == "link to nothing":
        place.symlink_to(place.with_name("gone.toml"))
    return place


@UNIX
@pytest.mark.parametrize("kind", ["broken", "no UTF-8", "large", "folder", "pipe", "zeros", "link to nothing"])
@pytest.mark.parametrize("command", [["diff"], ["check"], ["export", "-o", "out.json"], []])
def test_a_configuration_that_cannot_be_used_is_told_and_the_work_is_done(kind: str, command: list[str], tmp_path: Path) -> None:
    done = newsdiff(*command, A, B, config=configured(kind, tmp_path / "config.toml"), cwd=tmp_path)
    assert done.returncode == (0 if "export" in command else 1), done.stderr
    assert done.stderr.startswith(f"newsdiff: {tmp_path / 'config.toml'}")
    assert done.stderr.endswith("; it is ignored\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("kind", ["damaged", "in the way"])
def test_notes_that_are_not_there_are_told_and_the_export_is_written(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    monkeypatch.setenv("NEWSDIFF_DATA", str(data))
    if kind == "in the way":
        data.write_text("")
    else:
        store = Store(data / "kept.sqlite3")
        assert store.prepare() == ""
        store.write_note(analyse(read(A)), 1, "mine")
        store.file.write_bytes(store.file.read_bytes()[:100] + b"\xff" * 5000)
    done = newsdiff("export", A, B, "--notes", "-o", "out.json", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.startswith("newsdiff: ")
    assert done.stderr.count("\n") == 1
    assert ("set aside as kept.damaged-1.sqlite3" in done.stderr) == (kind == "damaged")
    assert (tmp_path / "out.json").exists()


@UNIX
def test_ctrl_c_ends_a_long_comparison_at_once(tmp_path: Path) -> None:
    for number in (0, 1):
        sentences = (f"Minister {chr(97 + n % 26)}{n} of place {n * 7 + number} met {n % 91} people there." for n in range(12_000))
        (tmp_path / f"{number}.txt").write_text("\n".join(sentences), encoding="utf-8")
    running_ = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "diff", tmp_path / "0.txt", tmp_path / "1.txt"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    time.sleep(3)
    assert running_.poll() is None
    running_.send_signal(signal.SIGINT)
    assert running_.wait(20) == 130
    assert running_.stderr is not None
    assert b"Traceback" not in running_.stderr.read()


def test_how_far_it_is_goes_to_a_terminal_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("tui.cli.saying.Underway.SOON", -1.0)
    with Underway() as quiet:
        quiet.tell("pairs", 1, 10)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    with Underway() as shown:
        shown.tell("pairs", 3, 10)
    told = capsys.readouterr()
    assert told.out == ""
    assert "3/10" in told.err
    assert "\x1b[?25l" not in told.err, "the cursor stays: a signal may end us at any time"
