"""Record, answer, replay: without any model, and with the same bytes each time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.errors import NewsdiffError
from compare.export.json import render
from compare.model import Comparison
from compare.second_reader.consulting import consult, requests
from compare.second_reader.recorded import Recorded, lines
from tests.second_reader.story import COUNT, LIE, STAGE, WIRE, content, story


def replayed(tmp_path: Path, *answers: object, comparison: Comparison | None = None, name: str = "") -> Comparison:
    file = tmp_path / "answers.jsonl"
    file.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in answers), encoding="utf-8")
    recorded = Recorded(file, name)
    found = consult(comparison or story(), recorded)
    assert all("\n" not in line for line in recorded.problems)
    return found


def recorded(comparison: Comparison) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines(requests(comparison, window=16_384, most=8).requests).splitlines()]


def test_a_recorded_line_has_what_a_model_needs() -> None:
    (line,) = recorded(story(wire=WIRE))
    assert list(line) == ["id", "messages", "schema"]


@pytest.mark.parametrize("form", [content(COUNT, STAGE), json.loads(content(COUNT, STAGE))])
def test_what_was_recorded_is_replayed(tmp_path: Path, form: object) -> None:
    (line,) = recorded(story())
    found = replayed(tmp_path, {"id": line["id"], "content": form, "model": "a careful reader"})
    assert [(point.kind, point.by) for point in found.points if point.by != "newsdiff"] == [
        ("number", "a careful reader"),
        ("modality", "a careful reader"),
    ]
    assert found.problems == ()
    assert render(found) == render(replayed(tmp_path, {"id": line["id"], "content": form, "model": "a careful reader"}))


def test_a_line_that_names_nobody_is_the_configured_model_s_or_nobody_s(tmp_path: Path) -> None:
    (line,) = recorded(story())
    answer = {"id": line["id"], "content": content(COUNT)}
    assert replayed(tmp_path, answer, name="lighthouse:7b").points[-1].by == "lighthouse:7b"
    assert replayed(tmp_path, answer).points[-1].by == "second reader"


def test_a_broken_line_is_one_line_and_the_others_count(tmp_path: Path) -> None:
    (line,) = recorded(story())
    file = tmp_path / "answers.jsonl"
    good = json.dumps({"id": line["id"], "content": content(COUNT, LIE)})
    file.write_bytes(b'{"id": "x"\n\n[3]\n{"id": 4, "content": ""}\n{"id": "x", "content": null}\n\xff\n' + good.encode() + b"\n")
    reader = Recorded(file)
    assert [problem.split(":")[1] for problem in reader.problems] == ["1", "3", "4", "5", "6"]
    found = consult(story(), reader)
    assert [point.kind for point in found.points if point.by == "second reader"] == ["number"]
    assert len(found.problems) == 1


def test_a_missing_answer_is_one_line_and_the_others_count(tmp_path: Path) -> None:
    filler = " ".join(f"The clerk read paper {number} of the long list to those who had stayed." for number in range(200))
    comparison = story(
        herald="Fewer than 400,000 people came. " + filler, post="Roughly 520,000 people came. " + filler, wire=WIRE + filler
    )
    planned = recorded(comparison)
    assert len(planned) == 3
    found = replayed(tmp_path, {"id": planned[0]["id"], "content": content(COUNT)}, comparison=comparison)
    assert [point.kind for point in found.points if point.by == "second reader"] == ["number"]
    assert [problem.text.split(" to request ")[0].rpartition("/")[2] for problem in found.problems] == ["answers.jsonl has no answer"] * 2


def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    for file in (tmp_path / "none", tmp_path):
        with pytest.raises(NewsdiffError, match="can't be read") as failure:
            Recorded(file)
        assert "\n" not in str(failure.value)
