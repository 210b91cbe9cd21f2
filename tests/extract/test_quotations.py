"""Quotations: what counts as one, where it starts and ends, and who is said to have said it."""

from __future__ import annotations

import gc
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.extract.attribution import Attribution
from compare.extract.mentions import find_mentions
from compare.extract.quotations import find_quotations
from compare.model import Article, Quotation
from compare.text.sentences import split

ROOT = Path(__file__).parents[2]


def quotations(text: str) -> tuple[Quotation, ...]:
    article = Article("test", text, "hash", "test")
    sentences, _ = split(text)
    return find_quotations(article, sentences, find_mentions(article, sentences))


def said(text: str) -> list[tuple[str, str]]:
    return [(quotation.text, quotation.speaker) for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We go,” Smith said.", ["We go,"]),
        ('"We go," Smith said.', ["We go,"]),
        ("``We go,'' Smith said.", ["We go,"]),
        ("«We go», Smith said.", ["We go"]),
        ("„We go“, Smith said.", ["We go"]),
        ("‘We go,’ Smith said.", ["We go,"]),
        ("'We go,' Smith said.", ["We go,"]),
        ('“We go," Smith said.', ["We go,"]),
        ("“We ‘really’ go,” Smith said.", ["We ‘really’ go,"]),
        ("“He told me ‘she said “no” twice’ and left,” Smith said.", ["He told me ‘she said “no” twice’ and left,"]),
        ("Smith said: “We go. We stay.", ["We go. We stay."]),
        ("Smith said “one” and “two”.", ["one", "two"]),
        ("The boys' coats were the dogs' beds.", []),
        ("In the '90s rock 'n' roll was king, and it wasn't over.", []),
        ('He stood 6\'2" tall beside a 5" board.', []),
        ('He stood 6\'2" tall. "I grew," Smith said.', ["I grew,"]),
        ("Smith called it “the boys’ night.”", ["the boys’ night."]),
        ('<tweet id="7604" author="@smith">Hello</tweet>', []),
        (
            "‘It’s the nurses’ turn – they’ve been “ignored” for years,’ Smith said.",
            ["It’s the nurses’ turn – they’ve been “ignored” for years,"],
        ),
        ("The 'Rock 'n' Roll' festival of '99 was cancelled.", ["Rock 'n' Roll"]),
        ("“”", []),
    ],
)
def test_words_inside_marks(text: str, words: list[str]) -> None:
    assert [quotation.text for quotation in quotations(text)] == words


def test_each_paragraph_of_a_long_quotation_is_one_and_keeps_its_speaker() -> None:
    found = quotations("“We go. It is late,” Jane Smith said. “We are tired.\n\n“And we are cold.\n\n“So we go.”\n\nNobody moved.")
    assert [(q.text, q.speaker, q.closed) for q in found] == [
        ("We go. It is late,", "Jane Smith", True),
        ("We are tired.", "Jane Smith", False),
        ("And we are cold.", "Jane Smith", False),
        ("So we go.", "Jane Smith", True),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Analysts describe it as “a freebie for him.”", "Analysts"),
        ("Editor-in-chief Jane Smith said: “We go.”", "Jane Smith"),
        ("“It is late,” said John Brown, who was on the train.", "John Brown"),
        ("“It is late,” Sen. Mary Jones, D-Ohio, told the committee on Monday.", "Mary Jones"),
        ("John Brown, a farmer from Kent, on Tuesday said it was “much too late.”", "John Brown"),
        ("According to officials familiar with the talks, the deal is “very near” now.", "officials"),
        ("The deal is “very near,” according to two Western diplomats.", "Western diplomats"),
        ("“It is late,” said a spokesman for the Justice Department.", "spokesman for the Justice Department"),
        ("Asked about Peter Grey, Anna Stone called him “a good man.”", "Anna Stone"),
        ("Her lawyer, Tom White, said the ruling was “a disgrace.”", "Tom White"),
        ("The ruling, with France calling it “unfair,” was overturned.", "France"),
        ("Jane Smith repeated her promise to be “neutral” in the dispute.", "Jane Smith"),
        ("Taking to X, Omar Haddad posted: “Glad to be here.”", "Omar Haddad"),
        ("The minister was called “a clown” by Peter Grey.", "Peter Grey"),
        ("Peter Grey was quoted as saying, “They will always be our friends.”", "Peter Grey"),
        ("“Who pays?” Peter Grey asked the crowd.", "Peter Grey"),
        ("Peter Grey wants to go home, but Anna Stone’s statement said it was “far too early.”", "Anna Stone"),
        ("Peter Grey has been angry for years. “I am done,” he said.", "Peter Grey"),
        ("Peter Grey met Anna Stone on Monday. “I am done,” she said.", "Anna Stone"),
        ("Mr. Grey’s view of the country was dark.\n\n“This stops right here,” he declared.", "Grey"),
        ("The chief executive, Anna Stone, resigned.\n\n“I am done,” Ms. Stone said.", "Anna Stone"),
        ("Anna Stone’s lawyer said the ruling was “a disgrace.”", "Anna Stone’s lawyer"),
        ("Shen Li, a student at the Georgia Institute of Technology, urged people not to see it as “crazy.”", "Shen Li"),
        ("In a new tweet, Speaker Anna Stone (R-Ohio) said “they’ve got no place here.”", "Anna Stone"),
        ("Old friends disagree - Anna Stone: “It was a simple mistake.”", "Anna Stone"),
        ("From Anna Stone’s Facebook post: “For the sake of our town, I resign.”", "Anna Stone"),
        ("Anna Stone said the comment by Peter Grey “was most inappropriate.”", "Anna Stone"),
        ("Ministers are silent as nurses’ leaders call the strike “inevitable”.", "nurses’ leaders"),
        ("Anna Stone was blunt.\n\n“I am done with all of this.”", "Anna Stone"),
    ],
)
def test_speaker(text: str, speaker: str) -> None:
    assert [quotation.speaker for quotation in quotations(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The visit is part of its “Act East” policy.",
        "Smith spoke on the “Good Morning” show on Monday.",
        "The city has a “green” reputation.",
        "The law is known as “the bathroom bill” in the state.",
        "Shoppers say they like goods labeled “Made in Italy,” even if these cost more.",
        "Anna Stone joined a group called “Friends of the River” last year.",
        "William “Bill” Harris played in the band.",
    ],
)
def test_words_that_nobody_is_said_to_have_said_have_no_speaker(text: str) -> None:
    assert [quotation.speaker for quotation in quotations(text)] == [""]


def test_short_words_are_an_utterance_where_somebody_says_them() -> None:
    assert said("Anna Stone said that talks are “progressing well,” with both sides “converging” on most points.") == [
        ("progressing well,", "Anna Stone"),
        ("converging", "Anna Stone"),
    ]


def test_offsets_give_the_words_and_the_sentence() -> None:
    text = "It rained. “We go,” Jane Smith said. Nobody moved."
    (quotation,) = quotations(text)
    assert text[quotation.start : quotation.end] == quotation.text
    assert text[quotation.speaker_start :].startswith("Jane Smith")
    assert quotation.sentence == 1


def test_seeds_agree_with_gold() -> None:
    gold = json.loads((ROOT / "tests/gold/seed_quotes.json").read_text(encoding="utf-8"))
    spoken = 0
    for name in sorted({quote["file"] for quote in gold["quotes"]}):
        found = {(q.start, q.end): q for q in quotations((ROOT / "seeds" / name).read_text(encoding="utf-8"))}
        wanted = [quote for quote in gold["quotes"] if quote["file"] == name]
        silent = [quote for quote in gold["not_quotations"] if quote["file"] == name]
        assert set(found) == {(quote["start"], quote["end"]) for quote in wanted + silent}
        assert all(not found[quote["start"], quote["end"]].speaker for quote in silent)
        for quote in wanted:
            surname = quote["speaker"].split(" (")[0].split()[-1].lower()
            spoken += surname in found[quote["start"], quote["end"]].speaker.lower()
    assert spoken >= 0.95 * len(gold["quotes"])


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        "“" * 100_000,
        "“a”" * 33_000,
        "'a' " * 25_000,
        "Smith said “x y z w”, " * 4_500,
        "“" + "word " * 20_000,
        "Smith, " * 14_000,
    ],
    ids=["straight", "opened", "closed", "single", "one sentence", "unclosed", "names"],
)
def test_a_line_of_any_length_takes_linear_time(text: str) -> None:
    article = Article("test", text, "hash", "test")
    sentences, _ = split(text)
    started = time.process_time()
    find_quotations(article, sentences, ())
    assert time.process_time() - started < 8


def test_the_grammar_of_an_article_is_not_kept_with_its_quotations() -> None:
    text = "“We go,” Anna Berg said on Monday."
    assert said(text) == [("We go,", "Anna Berg")]
    assert not any(isinstance(each, Attribution) for each in gc.get_objects())


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("aS said. ,?“”\"'‘’«»„`\n6")), max_size=80))
def test_quotations_never_overlap_and_lie_in_the_text(text: str) -> None:
    at = 0
    for quotation in quotations(text):
        assert at <= quotation.start < quotation.end <= len(text)
        assert text[quotation.start : quotation.end] == quotation.text
        at = quotation.end


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“The roof will hold,” muttered Nadia Brunner.", ["Nadia Brunner"]),
        ("“The roof will hold,” Nadia Brunner gloated.", ["Nadia Brunner"]),
        ("“The roof will hold for years to come.” – Nadia Brunner, surveyor", ["Nadia Brunner"]),
        ("“The roof will hold for years to come” (Nadia Brunner, surveyor).", ["Nadia Brunner"]),
        ("Statement by Nadia Brunner:\n\n“The roof will hold for years to come.”", ["Nadia Brunner"]),
        ("The Courier quoted Nadia Brunner as saying that “the roof will hold”.", ["Nadia Brunner"]),
        ("Said Brunner: “The roof will hold.”", ["Brunner"]),
        ("By writing that “the roof will hold,” Brunner took a side.", ["Brunner"]),
        ("“Will the roof hold?” Nadia Brunner, head of the works, told a crowd.", ["Nadia Brunner"]),
        ("Oskar Lind, a retired mason, who warned that “the roof will fall,” has moved out.", ["Oskar Lind"]),
        ("The city put up a Masons Memorial, dedicated to “those who built this town with their own hands.”", [""]),
        ("The tower is home to a bell, the “oldest and largest of them all,” said to have been cast here.", [""]),
        (
            "Oskar Lind met Nadia Brunner at the works. “The roof is rotten,” he said. “It will hold,” she said.",
            ["Oskar Lind", "Nadia Brunner"],
        ),
        ("Oskar Lind and his wife, Vera, watched. “I stayed,” he said. “I ran,” she said.", ["Oskar Lind", "Vera"]),
        ("Mr. Lind opened the works. He came with Mayor Jon Berg. “The roof will hold,” he said.", ["Lind"]),
    ],
)
def test_speakers_are_persons_named_in_many_ways(text: str, speakers: list[str]) -> None:
    assert [quotation.speaker for quotation in quotations(text)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg met Lena Holm. Both voted. Holm wrote to Berg and Berg to Holm; the most notable side effects reported were “mild rashes” in May.",
        "Ivo Lund lashed out at Karl Holm for calling the plan “mad.”",
        "What if somebody ordered a cake that said “Happy Birthday, My Dear”?",
        "The court, which Ivo Lund knows, takes anything the mayor says with a “good deal of salt.”",
        "Ivo Lund told “Good Morning Kent” on Monday.",
        "The museum keeps a letter of Lewis “Scooter” Holm, Ivo Lund said.",
        "LUND SAYS HOLM TWEETS ‘MAKE IT HARD’ AMID ROW",
        "Mary Holm left as she shouted at Holm that it was “evil.”",
    ],
)
def test_words_that_nobody_surely_says_have_no_speaker(text: str) -> None:
    assert [quotation.speaker for quotation in quotations(text)] == [""]


def test_turns_of_a_dialogue_that_names_nobody_have_no_speaker() -> None:
    asked = "“I have not,” Jane Smith said.\n\n“A civil one?”\n\n“No.”\n\n“A criminal one?”\n\n“No.”\n\nNobody moved."
    assert [speaker for _, speaker in said(asked)] == ["Jane Smith", "", "", "", ""]
    assert said("“We go,” Jane Smith said.\n\n“Who would stay?”\n\nNobody moved.")[1] == ("Who would stay?", "Jane Smith")


def test_a_headline_in_capitals_gives_no_name() -> None:
    found = said("Smith left on Monday.\n\nBERG CALLS SMITH 'ABSURD'\n\nMr. Smith said: “we go” there.")
    assert found == [("ABSURD", ""), ("we go", "Smith")]
