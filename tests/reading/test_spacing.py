"""White space in its normal form."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare import compare, read_bytes
from compare.model import Article
from compare.pipeline import analyse
from compare.reading.spacing import Spacing, spaced, unwrapped


def test_odd_white_space_becomes_one_space() -> None:
    assert spaced("Nils\u00a0 Berg\tpaid \u202f 10\u2009000\u00a0euros\n\nHe left.").text == "Nils Berg paid 10 000 euros\n\nHe left."


def test_what_is_in_the_form_comes_back_as_it_is() -> None:
    text = "A heading\n\nNils Berg left. He came back.\nNobody saw it."
    assert spaced(text) == Spacing(text)


@given(st.text(alphabet="ab.\u00e9-  \t\u00a0\u2009\n\n", max_size=120))
def test_the_way_back_leads_to_the_same_character(text: str) -> None:
    spacing = spaced(text)
    for offset, character in enumerate(spacing.text):
        start, end = spacing.span(offset, offset + 1)
        assert end == start + 1
        assert text[start] == character or (text[start].isspace() and character == " ")
    assert "".join(spacing.text.split()).replace("-", "") == "".join(text.split()).replace("-", "")
    assert len(unwrapped(text)) == len(text)


def test_a_word_halved_by_a_line_end_is_whole() -> None:
    text = "The quay burned for two days, the port au-\nthority said on Monday, and the well-\nknown owner was not there."
    assert spaced(text).text == "The quay burned for two days, the port authority said on Monday, and the well-known owner was not there."
    start = spaced(text).text.index("authority")
    assert text[slice(*spaced(text).span(start, start + 9))] == "au-\nthority"


def test_names_and_numbers_with_odd_spaces_are_those_with_plain_ones() -> None:
    plain = "Mayor Nils Berg paid 10,000 euros on March 5, 2025, the port authority said. Berg left the harbour at once."
    odd = plain.replace("Nils Berg", "Nils \u00a0Berg").replace("10,000 ", "10\u202f000\u00a0").replace("March 5", "March\t5")
    one, other = analyse(Article("a", plain, "", "")), analyse(Article("b", odd, "", ""))
    assert [mention.text for mention in one.mentions] == [" ".join(mention.text.split()) for mention in other.mentions]
    assert [value.text for value in other.values] == ["10\u202f000\u00a0euros", "March\t5, 2025"]
    for found in (*other.sentences, *other.mentions, *other.values):
        assert odd[found.start : found.end] == found.text
    comparison = compare([one, other])
    assert not comparison.differences
    assert [link.relation for link in comparison.links] == ["aligned", "aligned"]
    assert {entity.name for entity in comparison.entities} == {entity.name for entity in compare([one, one]).entities}
    for mention in (mention for entity in comparison.entities for mention in entity.mentions):
        assert comparison.articles[mention.article].article.text[mention.start : mention.end] == mention.text


def test_a_difference_between_odd_texts_is_told_in_their_own_offsets() -> None:
    texts = (
        "The fire service  said 12\u00a0people were  hurt on the quay.",
        "The fire\u00a0service said  21 people were hurt on the quay.",
    )
    comparison = compare([Article(name, text, "", "") for name, text in zip("ab", texts, strict=True)])
    (difference,) = comparison.differences
    for end, text in ((difference.a, texts[0]), (difference.b, texts[1])):
        assert end is not None
        assert text[end.start : end.end] == end.text


def test_the_escapes_of_a_saved_page_are_read() -> None:
    assert read_bytes(b"Olsen &amp; Berg burned for two&nbsp;days &#8212; &unknown; AT&T", "a.txt").text == (
        "Olsen & Berg burned for two\u00a0days \u2014 &unknown; AT&T"
    )
