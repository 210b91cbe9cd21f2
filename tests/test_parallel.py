"""Work that several processes share: the same result as alone, and nothing that stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.scale_many import many
from compare import pipeline
from compare.align import quotations
from compare.export import FORMATS
from compare.parallel import Held, Lost, Team, team
from tests.conftest import ROOT

ARTICLES = many(14)[:14]


def slept(_: object, seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def times(held: int, item: int) -> int:
    return held * item


def died(_: object, __: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def failed(_: object, __: object) -> None:
    raise ZeroDivisionError


def test_the_same_bytes_come_of_several_processes_as_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = FORMATS["json"].render(pipeline.compare(ARTICLES))
    asked: list[str] = []
    whole = Team.each

    def each(self: Team, work: object, held: Held, items: object) -> object:
        asked.append(work.__name__)  # type: ignore[attr-defined]
        return whole(self, work, held, items)  # type: ignore[arg-type]

    quotations._utterance_ties.cache_clear()
    monkeypatch.setattr(pipeline, "MANY", 2)
    monkeypatch.setattr(Team, "each", each)
    assert FORMATS["json"].render(pipeline.compare(ARTICLES, processes=2)) == alone
    assert asked == ["_analyse_each", "_ties", "_of_pairs", "_share"]


def test_where_a_process_is_lost_the_work_is_done_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MANY", 2)
    alone = FORMATS["json"].render(pipeline.compare(ARTICLES))
    monkeypatch.setattr("compare.stages._analyse_each", died)
    monkeypatch.setattr("compare.judge.differences._share", failed)
    assert FORMATS["json"].render(pipeline.compare(ARTICLES, processes=2)) == alone


def test_answers_come_in_the_order_of_the_questions_and_what_is_held_is_made_in_each_process() -> None:
    with team(2) as helpers:
        assert helpers is not None
        held = helpers.hold(times, helpers.hold(int, "6"), 7)
        assert list(helpers.each(times, held, range(20))) == [42 * number for number in range(20)]
        assert os.getpid() not in set(helpers.each(slept, held, [0.1, 0.1]))


@pytest.mark.parametrize("work", [died, failed])
def test_a_team_that_has_lost_a_process_is_asked_nothing_more(work: object) -> None:
    with team(2) as helpers:
        assert helpers is not None
        held = helpers.hold(int)
        with pytest.raises(Lost):
            list(helpers.each(work, held, [1]))  # type: ignore[arg-type]
        with pytest.raises(Lost):
            list(helpers.each(slept, held, [0.0]))


def test_one_process_needs_no_team() -> None:
    with team(1) as helpers:
        assert helpers is None


@pytest.mark.skipif(os.name == "nt", reason="needs the signals of Unix")
def test_processes_end_with_the_one_that_started_them_however_it_went(tmp_path: Path) -> None:
    program = (
        "from compare.parallel import team\nfrom tests.test_parallel import slept\n"
        "with team(2) as helpers:\n"
        "    held = helpers.hold(int)\n"
        "    print(*set(helpers.each(slept, held, [0.1, 0.1])), flush=True)\n"
        "    list(helpers.each(slept, held, [0.5, 0.5]))\n"
    )
    started = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    pids = [int(word) for word in started.stdout.readline().split()]
    assert pids
    started.kill()
    started.wait()
    until = time.monotonic() + 20
    while any(_lives(pid) for pid in pids):
        assert time.monotonic() < until, "a process outlived the one that started it"
        time.sleep(0.05)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] == "Z")
