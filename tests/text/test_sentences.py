"""Splitting news into sentences, headings and asides."""

from __future__ import annotations

import json
import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality_sentences import scored
from compare.model import Article
from compare.text.sentences import LONGEST, split
from tests.conftest import ROOT


def pieces(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)[0]]


@pytest.mark.parametrize(
    "expected",
    [
        ["External Affairs Minister S. Jaishankar met U.S. Secretary of State Marco Rubio.", "They spoke."],
        ["“Glad to meet @SecRubio this morning in Kuala Lumpur.", "Appreciated the discussion,” Mr. Jaishankar posted."],
        ["He left at 5 p.m. Monday for St. Louis, Mo., with Sen. John Smith (D-N.Y.).", "She stayed until 6 p.m.", "Nobody knows why."],
        ["“Why?” Smith asked.", "“Because!” she said."],
        ["Shares of Acme Inc. rose 3.5 percent to $4.20.", "Analysts were surprised."],
        ["It is the end … of a long road.", "What now?", "(He would not say.)", "The talks go on."],
        ["He moved to the U.S. The next year he went back to Washington, D.C., for good."],
        ["The No. 2 Republican, Rep. J. J. Watt Jr., spoke on Jan. 5.", "It was cold."],
        ["大臣は会談した。", "「よかった。」", "次は来年だ。"],
        ["Министр прибыл в Москву.", "Он выступил с речью."],
        ["The deal is done.", "“It’s over,” he said."],
        ["At 5 a.m. Berg woke.", "He left it at 6 P.M.", "Mr. Reiter then drove home."],
        ["By 11 a.m. Officer Nils Berg had sealed the quay.", "The fire was out by 11 a.m.", "Officer Berg slept."],
        ["Staff of Yum! Brands and Yahoo! News were moved out.", "Others stayed."],
        ["Olsen et al. [2004] warned about the solvents.", "Nobody listened."],
        ["The pastor read from the Psalms (Ps. 4:8) at the vigil.", "Dr. Phil wept."],
        ["“Stop!”", "Police came."],
    ],
    ids=lambda sentences: sentences[0][:25],
)
def test_cuts(expected: list[str]) -> None:
    joined = ("" if ord(expected[0][0]) > 0x3000 else " ").join(expected)
    if expected[0].startswith("He moved to the U.S. The"):
        expected = ["He moved to the U.S.", "The next year he went back to Washington, D.C., for good."]
    assert pieces(joined) == expected


def test_a_time_at_the_front_of_a_later_paragraph_ends_no_sentence() -> None:
    text = "Nobody listened to the neighbours of the port.\n\nBy 11 a.m. Officer Nils Berg had sealed the quay."
    assert len(pieces(text)) == 2


def test_headings_and_asides_of_the_seeds(seeds: list[Article]) -> None:
    sentences, asides = split(seeds[0].text)
    assert [(seeds[0].text[a.start : a.end], a.kind) for a in asides] == [("date 2025-10-27", "date")]
    headings = [s.text for s in sentences if s.kind == "heading"]
    assert headings == ["India's cautious approach to a trade deal", "What is the progress in US and India's trade talks?"]
    sentences, asides = split(seeds[2].text)
    assert [(seeds[2].text[a.start : a.end], a.kind) for a in asides] == [("Kuala Lumpur:", "dateline")]
    assert [s.text for s in sentences if s.kind == "heading"] == [
        "Efforts to Resolve Trade Tensions",
        "A Broader Strategic Partnership",
        "ASEAN Summit: A Regional Platform for Dialogue",
    ]


@pytest.mark.parametrize(
    ("text", "aside", "kind"),
    [
        ("WASHINGTON — The Senate voted on Tuesday to end the debate.", "WASHINGTON —", "dateline"),
        ("NAIROBI, Kenya (AP) _ Thousands of laborers protested tax hikes.", "NAIROBI, Kenya (AP) _", "dateline"),
        ("SARAJEVO, Bosnia-Herzegovina (AP) _ Troops seized a transmitter.", "SARAJEVO, Bosnia-Herzegovina (AP) _", "dateline"),
        ("NEW DELHI: The ministers agreed on Monday to meet again before the summit.", "NEW DELHI:", "dateline"),
        ("(CNN) -- The president left for home on Friday, officials said.", "(CNN) --", "dateline"),
        ("By Jane Doe and John Roe", "By Jane Doe and John Roe", "byline"),
        ("Reporting by Jane Doe; Editing by John Roe", "Reporting by Jane Doe; Editing by John Roe", "credit"),
        ("Updated: 27 October 2025", "Updated: 27 October 2025", "date"),
        ("Advertisement", "Advertisement", "boilerplate"),
        *(
            (text, text, kind)
            for text, kind in (
                ("Advertisement:", "boilerplate"),
                ("More:", "boilerplate"),
                ("Related How small shops can get money from the fund", "boilerplate"),
                ("Read More Harbour Master Tied to Smugglers, Court Hears", "boilerplate"),
                ("Image copyright Reuters Image caption The parade went ahead despite the rain", "boilerplate"),
                ("Jets flew over the parade on Thursday. | Ann Example/AP Photo", "credit"),
            )
        ),
    ],
)
def test_asides(text: str, aside: str, kind: str) -> None:
    found = split(text)[1]
    assert [(text[a.start : a.end], a.kind) for a in found] == [(aside, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Trump: I will not go to the debate in Houston next week, whatever they say.",
        "DEVOS: We have not used the money to support the schools that fail our children.",
        "Analysis: The deal has more holes than the minister would like to admit today.",
        "By the time they left, the hall was empty.",
        "He told The Guardian that it was over and that he would leave.",
        "They walked through The Hague and met the judges who were there.",
        "Image copyright is what the court will have to rule on.",
        "Related Industries has closed its works in Leeds, the union said.",
        "Media caption writers went on strike on Monday over their wages.",
    ],
)
def test_what_is_no_aside_and_no_heading(text: str) -> None:
    sentences, asides = split(text)
    assert not asides
    assert [s.kind for s in sentences] == ["sentence"]


def test_hard_wrapped_text_is_unwrapped() -> None:
    text = (
        "The ministers met on Monday in the capital to talk about the\ntrade deal that both of them want before the year is over,\n"
        "officials said. It was their second meeting since the summer\nand the first since tariffs were raised by the United States\nin August.\n\n"
        "Nobody expects a quick end to the talks. The two sides are\nfar apart on farm goods.\n"
    )
    assert len(pieces(text)) == 4
    assert pieces(text)[0].endswith("over,\nofficials said.")


@pytest.mark.parametrize("width", [32, 34, 48, 72, 110, 130])
def test_hard_wrapped_text_is_unwrapped_at_any_width(width: int) -> None:
    told = (
        "The quay burned for two days and the owner has not been found, the port authority said. Police are looking for him in three countries. "
        "The warehouse held forty tonnes of solvent, and nobody had told the neighbours."
    )
    assert [" ".join(piece.split()) for piece in pieces(textwrap.fill(told, width))] == pieces(told)


def test_lists_and_lines_of_a_form_are_not_joined() -> None:
    assert len(pieces("Killed:\nNils Berg, 42\nMina Sato, 31\nTomas Reiter, 55")) == 4
    assert len(pieces("The mayor resigned on Tuesday.\nThe council met.\nNobody spoke.")) == 3


def test_a_word_that_a_line_end_halves_stays_in_its_sentence() -> None:
    assert pieces("The quay burned for two days, the port au-\nthority said.") == [
        "The quay burned for two days, the port au-\nthority said."
    ]


def test_the_figure_on_the_seeds() -> None:
    gold = json.loads(Path(ROOT / "tests/gold/seed_sentences.json").read_text(encoding="utf-8"))
    right, extra, missed = scored(((ROOT / "seeds" / name).read_text(encoding="utf-8"), rows) for name, rows in gold.items())
    assert (right, extra + missed) >= (98, 0)
    assert extra + missed <= 1


TRAPS = ["Mr. ", "U.S. ", "p.m. ", "By ", "(AP) — ", "PARIS: ", "The ", "said ", "date 2025-10-27 ", "\U0001f600", "\u200d", "\u0301"]
NEWSLIKE = st.lists(st.sampled_from([*"aA zZ.,.!?:;“”\"'’()[]…—-\n\n  0 1 9。é", *TRAPS]), max_size=100).map("".join)


@given(st.one_of(st.text(max_size=300), NEWSLIKE))
def test_nothing_visible_is_lost_and_nothing_overlaps(text: str) -> None:
    sentences, asides = split(text)
    spans = sorted([(s.start, s.end) for s in sentences] + [(a.start, a.end) for a in asides])
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(sentence.text == text[sentence.start : sentence.end] and sentence.text.strip() == sentence.text for sentence in sentences)
    assert [s.start for s in sentences] == sorted(s.start for s in sentences)


@pytest.mark.parametrize(
    "unit", ["word ", "a.", "A. ", "“", "(", "The ", "Kuala ", "ab. Cd", "By A B and ", "Mr. ", "? ", "-", " \n", "date 2025-10-27 "]
)
def test_long_lines_take_linear_time(unit: str) -> None:
    # A quadratic rule would need hours here, not seconds.
    text = unit * (300_000 // len(unit))
    sentences, asides = split(text)
    assert sum(s.end - s.start for s in sentences) + sum(a.end - a.start for a in asides) <= len(text)


@pytest.mark.parametrize("piece", ["no stop here ", "on and on, ", "naïve; ", "x", "大臣は会談した、", "“", "J. K. "])
def test_what_runs_on_without_a_stop_is_cut_and_nothing_is_lost(piece: str) -> None:
    text = "It goes " + piece * (20_000 // len(piece)) + " until it ends."
    sentences, asides = split(text)
    assert max(sentence.end - sentence.start for sentence in sentences) <= LONGEST
    assert len(sentences) < 3 * len(text) / LONGEST
    covered = "".join(part.text for part in sentences) + "".join(text[aside.start : aside.end] for aside in asides)
    assert sorted("".join(covered.split())) == sorted("".join(text.split()))
    assert all(sentence.text == text[sentence.start : sentence.end] == sentence.text.strip() for sentence in sentences)


def test_a_long_sentence_of_news_stays_whole_and_a_longer_one_is_cut_after_a_clause() -> None:
    clause = "the council, which had met on Tuesday, said nothing at all"
    whole = "Critics said that " + ", and that ".join([clause] * 12) + "."
    assert [sentence.text for sentence in split(whole)[0]] == [whole]
    first, *_ = split("Critics said that " + "; that ".join([clause] * 60) + ".")[0]
    assert first.text[-1] in ",;"
