"""Work in a process of its own: what it yields comes back whole, and whatever goes wrong there is one line here."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from compare.errors import NewsdiffError
from compare.model import Article, Comparison, Options
from compare.pipeline import compare
from tests.conftest import ROOT
from tui import comparing, worker_child, worker_process
from tui.comparing import Fact, Pair, comparisons, facts
from tui.worker_child import send
from tui.worker_process import Broken, NoProcess, NotWanted, in_worker_process


def counting(upto: int) -> Iterator[int]:
    yield from range(upto)


def whose() -> Iterator[int]:
    yield os.getpid()


def telling() -> Iterator[str]:
    worker_child.tell("half of it")
    yield "all"


def in_trouble() -> Iterator[int]:
    yield 1
    raise NewsdiffError("no such thing")


def failing() -> Iterator[int]:
    raise ValueError("[/b] broken")
    yield 1


def dying() -> Iterator[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield 1


def chatting() -> Iterator[int]:
    print("a library says something")
    yield 1


def endless(file: str) -> Iterator[int]:
    Path(file).write_text(str(os.getpid()), encoding="utf-8")
    yield 0
    while True:
        time.sleep(1)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


def gone(process: int) -> bool:
    end = time.monotonic() + 20
    while is_alive(process) and time.monotonic() < end:
        time.sleep(0.02)
    return not is_alive(process)


def test_what_is_told_in_the_midst_comes_before_what_is_yielded() -> None:
    assert list(in_worker_process(telling)) == ["half of it", "all"]
    assert list(telling()) == ["all"], "nobody waits for it here"


def test_what_it_yields_comes_back_from_another_process() -> None:
    assert list(in_worker_process(counting, 3)) == [0, 1, 2]
    assert list(in_worker_process(whose)) != [os.getpid()]
    assert list(in_worker_process(chatting)) == [1]


def test_a_whole_comparison_comes_back_equal(seeds: list[Article]) -> None:
    found = compare(seeds[:3])
    stream = io.BytesIO()
    send(stream, "item", found)
    stream.seek(0)
    kind, length = pickle.load(stream)
    assert kind == "item"
    assert length == len(stream.getvalue()) - stream.tell()
    back = pickle.load(stream)
    assert isinstance(back, Comparison)
    assert back == found


def test_trouble_failures_and_crashes_are_one_line_each() -> None:
    steps = in_worker_process(in_trouble)
    assert next(steps) == 1
    with pytest.raises(NewsdiffError, match=r"^no such thing$"):
        next(steps)
    with pytest.raises(Broken, match=r"^ValueError: \[/b\] broken$"):
        list(in_worker_process(failing))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals")
def test_a_process_that_is_killed_is_one_line() -> None:
    with pytest.raises(Broken, match="ended by SIGKILL; is memory short"):
        list(in_worker_process(dying))


def test_what_nobody_wants_is_ended_at_once(tmp_path: Path) -> None:
    wanted = [True]
    steps = in_worker_process(endless, str(tmp_path / "pid"), cancelled=lambda: not wanted[0])
    assert next(steps) == 0
    process = int((tmp_path / "pid").read_text(encoding="utf-8"))
    wanted[0] = False
    with pytest.raises(NotWanted):
        next(steps)
    assert gone(process)


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGHUP])
def test_no_orphan_is_left_when_the_reader_is_ended(how: signal.Signals, tmp_path: Path) -> None:
    program = (
        "import sys; from tests.tui.test_worker_process import endless; from tui.worker_process import in_worker_process\n"
        "for step in in_worker_process(endless, sys.argv[1]): print(step, flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "pid")], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"0\n"
        reader.send_signal(how)
    assert gone(int((tmp_path / "pid").read_text(encoding="utf-8")))


def test_without_another_process_the_work_is_done_here(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(NoProcess):
        list(in_worker_process(counting, 3))
    monkeypatch.setattr(comparing, "LONG", 0)
    assert len(list(comparisons(tuple(seeds[3:5]), Options(semantic="off")))) == 1


def test_long_texts_are_compared_elsewhere_with_the_same_result(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    articles, options, told = tuple(seeds[1:3]), Options(semantic="off"), list[str]()
    here = list(comparisons(articles, options))
    monkeypatch.setattr(comparing, "LONG", 0)
    monkeypatch.setattr(comparing, "_found", {})
    assert list(comparisons(articles, options, tell=told.append)) == here
    assert told[:3] == ["reading 1 of 2", "reading 2 of 2", "comparing"]
    assert all(step.startswith("comparing, ") for step in told[3:])  # on a busy machine it says how far it is
    assert list(comparisons(articles, options)) == here


def test_facts_about_a_list_come_from_elsewhere_once(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "_facts", {})
    articles = tuple(seeds[:2])
    here = list(facts(articles, seeds[0], Options()))
    assert [fact.pair is None for fact in here] == [True, True, False]
    monkeypatch.setattr(comparing, "_facts", {})
    monkeypatch.setattr(comparing, "LONG", 0)
    assert list(facts(articles, seeds[0], Options())) == here
    monkeypatch.setattr(worker_process, "_process", lambda: pytest.fail("everything is known already"))
    assert list(facts(articles, seeds[0], Options())) == here
    assert isinstance(here[2], Fact)
    assert isinstance(here[2].pair, Pair)
