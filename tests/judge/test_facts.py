"""Values tied to one entity in sentences that nothing links, and who stands alone with his."""

from __future__ import annotations

import pytest

from compare.align.entities import merge
from compare.judge import beyond
from compare.judge.facts import Facts
from compare.judge.frames import Room
from compare.model import Article, Comparison, Difference
from compare.pipeline import analyse, compare


def whole(*texts: str) -> Comparison:
    return compare([Article(str(number), text, "", str(number)) for number, text in enumerate(texts)])


def severe(*texts: str) -> list[Difference]:
    return [difference for difference in whole(*texts).differences if difference.severity >= 2]


AGE = (
    "The mayor said so. Paul Smith, 41, was arrested in Ohio on Monday.",
    "Rain fell all day. Police seek the 43-year-old Paul Smith of Dayton.",
)
STAFF = ("Norvane Pharma employs 5,000 people. Rain fell.", "Analysts fear for the future of Norvane Pharma's 6,000 staff after the loss.")
TOLL = (
    "A fire at a warehouse in Leeds killed 12 people on Tuesday.",
    "Rescue workers left at dawn. The blaze in Leeds was the worst in years. At least 15 died in the fire, a doctor told a radio station.",
)
FOUNDED = ("The Brackley Museum was founded in 1998 by farmers. Rain fell.", "Crowds love the Brackley Museum, which was founded in 1988.")
PAGES = (
    "“The goal was personal enjoyment,” the 47-page indictment says. It names Duncan Hunter and his wife.",
    "Family trips to Italy are listed in the 48-page indictment. Duncan Hunter denies it all.",
)


@pytest.mark.parametrize(
    ("texts", "kind", "values"),
    [
        (AGE, "number", ("41", "43-year-old")),
        (STAFF, "number", ("5,000", "6,000")),
        (TOLL, "number", ("12", "At least 15")),
        (FOUNDED, "date", ("1998", "1988")),
        (PAGES, "number", ("47", "48")),
    ],
)
def test_a_value_is_compared_through_what_it_is_said_of(texts: tuple[str, str], kind: str, values: tuple[str, str]) -> None:
    found = [(difference.kind, difference.a.text, difference.b.text) for difference in severe(*texts) if difference.a and difference.b]
    assert found == [(kind, *values)]


@pytest.mark.parametrize(
    "texts",
    [
        (AGE[0], AGE[1].replace("43", "41")),
        (AGE[0], AGE[1].replace("Paul Smith", "Jane Doe")),
        (AGE[0], AGE[1] + " Smith, 41, is a baker."),
        (STAFF[0], "Analysts fear that Norvane Pharma will cut 6,000 jobs after the loss."),
        (TOLL[0], TOLL[1].replace("At least 15", "At least 12")),
        (TOLL[0], TOLL[1].replace("died in the fire", "died in a similar fire in 2018")),
        (TOLL[0], TOLL[1].replace("Leeds", "Hull").replace("fire", "flood").replace("blaze", "storm")),
    ],
)
def test_values_of_other_things_or_that_agree_stay_silent(texts: tuple[str, str]) -> None:
    assert not severe(*texts)


def test_what_no_name_ties_needs_a_name_in_common() -> None:
    def unlinked(*texts: str) -> list[Difference]:
        analyses = [analyse(Article(str(number), text, "", str(number))) for number, text in enumerate(texts)]
        room = Room(analyses, merge(analyses))
        return list(beyond.find(room, Facts(room)))

    assert unlinked(*PAGES)
    assert not unlinked(PAGES[0], "The crowd listened while the mayor of Rome was read a 48-page indictment on Friday night.")


@pytest.mark.parametrize(
    ("texts", "third", "consensus"),
    [
        (STAFF, "Norvane Pharma has 6,000 employees in Toronto, most of them in research.", "B and C have “6,000”; A alone has “5,000”."),
        (FOUNDED, "They met at the Brackley Museum, founded in 1998, for tea.", "A and C have “1998”; B alone has “1988”."),
        (
            (
                "In August, President Karl Brandt imposed a tariff on steel. Prices rose at once in all the markets of the region.",
                "Farmers praised the rain. An initiative was proposed years ago by then-President Karl Brandt at a summit in Oslo.",
            ),
            "Tea is what President Karl Brandt likes.",
            "A and C have “President”; B alone has “then-President”.",
        ),
        (
            ("Foreign Minister Sihasak Phuangket met farmers.", "The rain pleased Foreign Minister Sihasak Phuangketh very much."),
            "Nobody saw Sihasak Phuangket leave.",
            "A and C have “Sihasak Phuangket”; B alone has “Sihasak Phuangketh”.",
        ),
    ],
)
def test_a_third_article_says_who_stands_alone(texts: tuple[str, str], third: str, consensus: str) -> None:
    first = next(difference for difference in severe(*texts, third) if {difference.a.article, difference.b.article} == {0, 1})  # type: ignore[union-attr]
    assert first.consensus == consensus
