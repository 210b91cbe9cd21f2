"""What models really answer: JSON with something around it, half of it, or none."""

from __future__ import annotations

import json

import pytest

from compare.second_reader.answers import MOST_ROWS, Row, Rubbish, rows, verdicts
from tests.second_reader.story import COUNT, STAGE, content


@pytest.mark.parametrize(
    "answer",
    [
        content(COUNT, STAGE),
        f"```json\n{content(COUNT, STAGE)}\n```",
        f"Here is what I found:\n\n```\n{content(COUNT, STAGE)}\n```\nI hope that [this] helps {{you}}!",
        f"<think>The reports {{differ}}: [1] \n</think>\n{content(COUNT, STAGE)}",
        f'<think>Perhaps {{"divergences": []}}?</think>{content(COUNT, STAGE)}',
        f"As the schema {{}} asks, [see]: {content(COUNT, STAGE)}",
        json.dumps([COUNT, STAGE]),
        {"divergences": [COUNT, STAGE]},
    ],
)
def test_the_rows_are_found_whatever_stands_around_them(answer: object) -> None:
    found, broken = rows(answer)
    assert not broken
    assert [row.kind for row in found if row] == ["number", "modality"]
    assert found[0] is not None
    assert found[0].a.words == "Fewer than 400,000 people"


def test_of_an_answer_that_breaks_off_the_whole_rows_count() -> None:
    whole = content(COUNT, STAGE)
    for cut in (len(whole) - 1, len(whole) - 20, whole.index('"modality"')):
        found, broken = rows(whole[:cut])
        assert broken
        assert [row.kind for row in found if row][:1] == ["number"]


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I can't help with that.",
        "{",
        '{"divergences": 3}',
        '{"rows": []}',
        "[1, 2]",
        "null",
        "[" * 100_000,
        "NaN",
        {"divergences": ["x"]},
        7,
        None,
    ],
)
def test_rubbish_is_one_line(answer: object) -> None:
    with pytest.raises(Rubbish) as failure:
        rows(answer)
    assert "\n" not in str(failure.value)


def test_a_row_is_taken_as_far_as_it_makes_sense() -> None:
    odd = {**COUNT, "kind": "cause", "severity": 9, "why": "one\n\x1b[31mtwo " + "long " * 200}
    found, _ = rows({"divergences": [odd, {**COUNT, "severity": "high"}, {**COUNT, "a": "x"}, {}]})
    first, second, *rest = found
    assert isinstance(first, Row)
    assert (first.kind, first.severity) == ("other", 3)
    assert first.why.startswith("one ␛[31mtwo")
    assert len(first.why) <= 400
    assert second is not None
    assert second.severity == 2
    assert rest == [None, None]


def test_an_answer_without_end_is_cut() -> None:
    assert len(rows({"divergences": [COUNT] * 1000})[0]) == MOST_ROWS


def test_judgements_that_say_neither_yes_nor_no_are_none() -> None:
    given = [{"item": 1, "divergence": True, "why": "so"}, {"item": 2, "divergence": "maybe"}, {"divergence": True}]
    assert [(one.item, one.divergence, one.why) for one in verdicts({"verdicts": given})[0]] == [(1, True, "so")]
