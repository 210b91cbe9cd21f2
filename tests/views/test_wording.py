"""Word diffs that give both sentences back, and marks that cover a sentence whole."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from compare import seen_from
from compare.model import Comparison, Options, Place
from compare.views.marks import marks
from compare.views.wording import word_diff, words

WORDS = [
    *["the", "a", "of", "tariff", "50%", "25", "percent", "U.S.", "US", "not", "“deal”", "emphasised", "emphasized", ",", ".", "—", "-"],
    '"deal"',
    " ",
]
TEXT = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


@given(st.one_of(TEXT, st.text(max_size=80)), st.one_of(TEXT, st.text(max_size=80)))
def test_the_spans_give_both_texts_back(a: str, b: str) -> None:
    edits = word_diff(a, b)
    assert "".join(a[slice(*edit.a)] for edit in edits) == a
    assert "".join(b[slice(*edit.b)] for edit in edits) == b
    assert [edit.a[0] for edit in edits] == sorted(edit.a[0] for edit in edits)
    for edit in edits:
        lengths = (edit.a[1] - edit.a[0], edit.b[1] - edit.b[0])
        assert {
            "equal": min(lengths) > 0,
            "replace": min(lengths) > 0,
            "delete": lengths[1] == 0 < lengths[0],
            "insert": lengths[0] == 0 < lengths[1],
        }[edit.op]


@given(TEXT)
def test_the_same_text_is_equal_throughout(a: str) -> None:
    assert [edit.op for edit in word_diff(a, a)] == (["equal"] if a else [])


def test_marks_of_quotation_and_space_are_no_difference() -> None:
    assert [edit.op for edit in word_diff("He said “it’s  over”.", 'He said "it\'s over".')] == ["equal"]


def test_an_edit_reads_as_a_whole() -> None:
    a, b = "a 50 percent tariff on steel", "a 25 percent tariff on steel"
    assert [(edit.op, a[slice(*edit.a)], b[slice(*edit.b)]) for edit in word_diff(a, b)] == [
        ("equal", "a ", "a "),
        ("replace", "50", "25"),
        ("equal", " percent tariff on steel", " percent tariff on steel"),
    ]


def test_long_sentences_stay_quick() -> None:
    a = " ".join(f"word{number}" for number in range(20_000))
    b = " ".join(f"word{number}" for number in range(0, 40_000, 2))
    assert "".join(b[slice(*edit.b)] for edit in word_diff(a, b)) == b


def test_long_sentences_with_little_in_common_stay_quick() -> None:
    """A paragraph without stops is cut into sentences of 200 words; a screen full of them is compared between two keys."""
    began = process_time()
    for pair in range(25):
        a, b = (" ".join(f"w{number * step % 97}" for number in range(pair, pair + 200)) for step in (31, 57))
        assert "".join(b[slice(*edit.b)] for edit in word_diff(a, b)) == b
    assert process_time() - began < 1  # diff-match-patch would need three


def test_every_link_of_the_seeds_gives_its_sentences_back(comparison: Comparison) -> None:
    for link in comparison.links:
        edits = words(comparison, link)
        for end, spans in ((link.a, [edit.a for edit in edits]), (link.b, [edit.b for edit in edits])):
            text = comparison.articles[end.article].article.text
            assert "".join(text[slice(*span)] for span in spans) == comparison.sentence(end).text


def test_marks_cover_each_sentence_whole(comparison: Comparison) -> None:
    for number, analysis in enumerate(comparison.articles):
        for index, sentence in enumerate(analysis.sentences):
            place = Place(number, index)
            for other in range(len(comparison.articles)):
                found = marks(comparison, place, comparison.counterpart(place, other) if other != number else None)
                assert (found[0].start, found[-1].end) == (sentence.start, sentence.end)
                assert all(a.end == b.start and a.kind != b.kind for a, b in pairwise(found))


def test_spans_of_differences_conflict_in_every_sentence_that_they_touch(comparison: Comparison) -> None:
    ends = [end for d in comparison.differences if d.severity >= 2 for end in (d.a, d.b) if end is not None]
    assert ends
    for end in ends:
        for place in comparison.reach(end):
            sentence = comparison.sentence(place)
            first, last = max(end.start, sentence.start), min(end.end, sentence.end)
            assert first < last
            conflicting = [mark for mark in marks(comparison, place, None) if mark.kind == "conflicting"]
            assert any(mark.start <= first and last <= mark.end for mark in conflicting)


def test_what_is_below_the_asked_severity_is_a_shade(comparison: Comparison) -> None:
    lenient = seen_from(comparison, Options(min_severity=3))
    places = [d.a.place for d in comparison.differences if d.severity == 2 and d.a and len(comparison.differences_at(d.a.place)) == 1]
    assert places
    for place in places:
        assert "conflicting" in {mark.kind for mark in marks(comparison, place, None)}
        assert "conflicting" not in {mark.kind for mark in marks(lenient, place, None)}
