"""``--second-reader`` as a user has it: on the command line, with a configuration and a real server, recorded and replayed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from compare.model import Article, Comparison, Options
from compare.second_reader.asking import Answer
from compare.second_reader.consulting import requests
from compare.second_reader.recorded import Recorded
from tests.conftest import ROOT
from tests.second_reader.server import Model, dawdling, serving
from tests.second_reader.story import COUNT, HERALD, LIE, POST, STAGE, content, story
from tests.tui.conftest import settle, told
from tests.tui.test_cli import assert_one_line_of_trouble, newsdiff
from tests.tui.test_settings import load
from tui import comparing
from tui.app import NewsdiffApp
from tui.second_reader import Choice, choose
from tui.settings import Settings
from tui.store.answers import MOST, Answers
from tui.worker_process import NotWanted


@pytest.fixture
def model() -> Iterator[Model]:
    with serving() as server:
        yield server


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "herald.txt").write_text(HERALD, encoding="utf-8")
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    return tmp_path


def config(desk: Path, *lines: str) -> Path:
    file = desk / "config.toml"
    file.write_text("\n".join(["[second_reader]", *lines]), encoding="utf-8")
    return file


def by_model(desk: Path) -> list[tuple[str, str]]:
    points = json.loads((desk / "out.json").read_text(encoding="utf-8"))["points"]
    return [(point["kind"], point["by"]) for point in points if point["by"] != "newsdiff"]


def test_the_option_alone_asks_the_configured_model_once(model: Model, desk: Path) -> None:
    settings = config(desk, f'url = "{model.url}"', 'model = "lighthouse:7b"')
    first = newsdiff("export", "--second-reader", "herald.txt", "post.txt", "-o", "out.json", cwd=desk, config=settings)
    assert first.returncode == 0, first.stderr
    assert by_model(desk) == [("number", "lighthouse:7b"), ("modality", "lighthouse:7b")]
    assert first.stderr == f"newsdiff: second reader: sending the texts to lighthouse:7b at 127.0.0.1:{model.server_address[1]}\n"
    again = newsdiff("export", "herald.txt", "post.txt", "-o", "again.json", "--second-reader", cwd=desk, config=settings)
    assert (again.returncode, again.stderr) == (0, ""), "what is kept is not asked for again, and goes nowhere"
    assert (desk / "again.json").read_bytes() == (desk / "out.json").read_bytes()
    assert len(model.asked) == 1


@pytest.mark.parametrize("sign", ["=", " "])
def test_requests_are_recorded_and_answers_replayed_without_any_configuration(desk: Path, sign: str) -> None:
    def given(word: str) -> list[str]:
        return f"--second-reader{sign}{word}".split(" ")

    done = newsdiff("export", "herald.txt", "post.txt", *given("record:req.jsonl"), "-o", "out.json", cwd=desk)
    assert done.returncode == 0, done.stderr
    assert by_model(desk) == []
    (request,) = [json.loads(line) for line in (desk / "req.jsonl").read_text(encoding="utf-8").splitlines()]
    answer = {"id": request["id"], "content": content(COUNT, LIE), "model": "a careful reader"}
    (desk / "answers.jsonl").write_text(f"{json.dumps(answer)}\nnonsense\n", encoding="utf-8")
    done = newsdiff("export", *given("replay:answers.jsonl"), "herald.txt", "post.txt", "-o", "out.json", cwd=desk)
    assert done.returncode == 0
    assert [line.startswith("newsdiff: second reader: ") for line in done.stderr.splitlines()] == [True, True]
    assert by_model(desk) == [("number", "a careful reader")]
    done = newsdiff("diff", "herald.txt", "post.txt", *given("replay:answers.jsonl"), cwd=desk)
    assert "Second reader: a careful reader" in done.stdout
    for form in ("text", "md", "json"):
        facts = newsdiff("facts", "herald.txt", "post.txt", *given("replay:answers.jsonl"), "--format", form, cwd=desk)
        assert "a careful reader" in facts.stdout
        assert COUNT["why"][:20] in facts.stdout
    done = newsdiff("herald.txt", "post.txt", *given("replay:answers.jsonl"), cwd=desk)
    assert "Second reader: a careful reader" in done.stdout


def test_check_lists_a_model_s_points_and_counts_them_only_if_asked(desk: Path) -> None:
    newsdiff("export", "herald.txt", "post.txt", "--second-reader=record:req.jsonl", "-o", "out.json", cwd=desk)
    request = json.loads((desk / "req.jsonl").read_text(encoding="utf-8"))
    lone = {**STAGE, "kind": "place"}
    (desk / "answers.jsonl").write_text(json.dumps({"id": request["id"], "content": content(lone), "model": "m"}), encoding="utf-8")
    command = ["check", "herald.txt", "post.txt", "--fail-on", "place", "--second-reader=replay:answers.jsonl"]
    listed = newsdiff(*command, cwd=desk)
    assert listed.returncode == 0
    assert "post.txt:3:" in listed.stdout
    assert "place (severity 3, altered, by m)" in listed.stdout
    assert newsdiff(*command, "--count-second-reader", cwd=desk).returncode == 1
    assert newsdiff(*command[:4], "date", command[5], "--count-second-reader", cwd=desk).stdout == ""


@pytest.mark.parametrize(
    ("settings", "fragment"),
    [
        ([], "second_reader has no url"),
        (['url = "ftp://x"', 'model = "m"'], "config.toml:2: url must be an address"),
        (['url = "http://me:secret@127.0.0.1/v1"', 'model = "m"'], "config.toml:2: url must hold no name or password"),
        (['model = "m"', 'url = "http://127.0.0.1"', 'key_env = "sk-secret-1"'], "config.toml:4: key_env must be the name"),
        (['model = "m"', 'url = "http://127.0.0.1"', 'key_env = "NOT_SET_ANYWHERE"'], "NOT_SET_ANYWHERE, which key_env names, isn't set"),
        (['model = "m"', 'url = "http://127.0.0.1"', 'allow_remote = "yes"'], "config.toml:4: allow_remote must be true or false"),
    ],
)
def test_a_wrong_setting_is_one_line_before_any_work(desk: Path, settings: list[str], fragment: str) -> None:
    done = newsdiff("diff", "herald.txt", "post.txt", "--second-reader", cwd=desk, config=config(desk, *settings))
    assert_one_line_of_trouble(done, fragment)
    assert "secret" not in done.stderr


def test_what_the_option_cannot_take_is_one_line(desk: Path) -> None:
    none = desk / "none.toml"
    assert_one_line_of_trouble(
        newsdiff("diff", "herald.txt", "post.txt", "--second-reader", cwd=desk, config=none), "[second_reader]", "docs/"
    )
    for word, fragment in (("off", "record:FILE"), ("record:", "needs a file"), ("replay:none.jsonl", "none.jsonl: can't be read")):
        done = newsdiff("diff", "herald.txt", "post.txt", f"--second-reader={word}", cwd=desk, config=none)
        assert_one_line_of_trouble(done, fragment)
    done = newsdiff("diff", "herald.txt", "post.txt", "--second-reader=record:post.txt", cwd=desk, config=none)
    assert_one_line_of_trouble(done, "post.txt")
    assert (desk / "post.txt").read_text(encoding="utf-8") == POST
    none.write_text('theme = "dark"\n', encoding="utf-8")
    done = newsdiff("diff", "herald.txt", "post.txt", "--second-reader=record:none.toml", cwd=desk, config=none)
    assert_one_line_of_trouble(done, "none.toml: is used in the comparison")
    assert none.read_text(encoding="utf-8") == 'theme = "dark"\n'


def test_a_server_that_fails_leaves_the_comparison_and_its_status(model: Model, desk: Path) -> None:
    model.behaviour = lambda handler, _: handler.send("no", 500)
    settings = config(desk, f'url = "{model.url}"', 'model = "m"')
    plain = newsdiff("diff", "herald.txt", "post.txt", cwd=desk, config=settings)
    done = newsdiff("diff", "herald.txt", "post.txt", "--second-reader", cwd=desk, config=settings)
    assert done.returncode == plain.returncode
    assert set(plain.stdout.splitlines()) <= set(done.stdout.splitlines())
    assert "Second reader: 127.0.0.1:" in done.stdout
    assert done.stderr.splitlines()[-1].startswith("newsdiff: second reader: 127.0.0.1:")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_control_and_c_ends_the_waiting_at_once(model: Model, desk: Path) -> None:
    hung_up = dawdling(model)
    settings = config(desk, f'url = "{model.url}"', 'model = "m"')
    process = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "diff", "herald.txt", "post.txt", "--second-reader"],
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NEWSDIFF_CONFIG": str(settings)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while not model.asked and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == ""
    assert "Traceback" not in err
    assert hung_up.wait(30)


@pytest.fixture
def answered(tmp_path: Path) -> Iterator[tuple[Article, ...]]:
    """Two articles about which the reader is to ask a second reader, whose answer is recorded."""
    comparison = story()
    (request,) = requests(comparison, window=16_384, most=8).requests
    line = {"id": request.id, "content": content(COUNT, STAGE), "model": "a careful reader"}
    (tmp_path / "answers.jsonl").write_text(f"{json.dumps(line)}\nnonsense\n", encoding="utf-8")
    choose(Choice(None, replay=Recorded(tmp_path / "answers.jsonl")))
    yield tuple(analysis.article for analysis in comparison.articles)
    choose(None)
    comparing._consulted.clear()
    comparing._found.clear()


def test_the_reader_shows_the_comparison_first_and_asks_once(answered: tuple[Article, ...]) -> None:
    heard: list[str] = []
    first, second = comparing.comparisons(answered, Options(semantic="off"), announce=heard.append)
    assert [point.by for point in second.points[len(first.points) :]] == ["a careful reader"] * 2
    assert second.differences == first.differences
    (said,) = heard
    assert said.endswith("\na careful reader names 2 points; see the brief, the list and the exports")
    assert "answers.jsonl:2: not an answer" in said
    (again,) = comparing.comparisons(answered, Options(semantic="off"), announce=heard.append)
    assert again.points == second.points
    assert heard == [said]
    assert comparing.compared(answered, Options(base=1, semantic="off")).points == second.points


def test_who_gives_up_waiting_for_a_second_reader_may_ask_again(answered: tuple[Article, ...]) -> None:
    shown: list[Comparison] = []
    comparing.compared(answered, Options(semantic="off"))
    comparing._consulted.clear()
    waiting = comparing.comparisons(answered, Options(semantic="off"), cancelled=lambda: bool(shown))
    shown.append(next(waiting))
    with pytest.raises(NotWanted):
        next(waiting)
    assert len(list(comparing.comparisons(answered, Options(semantic="off")))) == 2


async def test_the_reader_says_what_the_second_reader_found(answered: tuple[Article, ...]) -> None:
    app = NewsdiffApp(answered, compare_at_once=True, options=Options(semantic="off"), settings=Settings(opens_with="texts"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "a careful reader names 2 points; see the brief, the list and the exports" in told(app)[-1]


def test_settings_that_can_be_used_are_and_others_get_a_line(tmp_path: Path) -> None:
    found = load(tmp_path, '[second_reader]\nurl = "http://127.0.0.1:1/v1/"\nmodel = "m"\nwindow = 4\ntimeot = 9\nverdicts = true\n')
    assert found.second_reader is not None
    assert found.second_reader.endpoint == "http://127.0.0.1:1/v1/chat/completions"
    assert (found.second_reader.window, found.second_reader.verdicts) == (16_384, True)
    assert [problem.partition("config.toml:")[2][:16] for problem in found.second_reader_problems] == [
        "4: window must b",
        "5: second_reader",
    ]
    assert "did you mean timeout?" in found.second_reader_problems[1]
    assert found.problems == found.second_reader_problems
    assert load(tmp_path, 'second_reader = "x"\n').second_reader_problems[0].endswith("must be a table: [second_reader]")


def test_answers_are_kept_by_request_and_model_and_damage_is_no_answer(tmp_path: Path) -> None:
    kept = Answers(tmp_path / "answers")
    kept.put("r1", Answer("m", {"divergences": []}))
    kept.put("r1", Answer("n", "text"))
    assert kept.get("r1", "m") == {"divergences": []}
    assert kept.get("r1", "n") == "text"
    assert kept.get("r2", "m") is None
    for file in (tmp_path / "answers").iterdir():
        file.write_text('{"id": "r1", "mod', encoding="utf-8")
    assert kept.get("r1", "m") is None


def test_the_oldest_answers_make_room(tmp_path: Path) -> None:
    kept = Answers(tmp_path)
    for number in range(MOST + 2):
        (tmp_path / f"{number}.json").write_text("{}", encoding="utf-8")
        os.utime(tmp_path / f"{number}.json", ns=(number, number))
    kept.put("new", Answer("m", "text"))
    assert len(list(tmp_path.iterdir())) == MOST
    assert kept.get("new", "m") == "text"
    assert not (tmp_path / "2.json").exists()
