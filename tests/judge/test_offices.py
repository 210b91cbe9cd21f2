"""The offices that a sentence gives a person, wherever around the name they stand, and which of them exclude each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.names.offices import held
from compare.pipeline import compare
from compare.reading import read_bytes


def offices(text: str, name: str) -> list[str]:
    start = text.index(name)
    return [text[office.start : office.end] for office in held(text, start, start + len(name))]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("The court heard defence lawyer Petra Holm on Friday.", "Petra Holm", "defence lawyer"),
        ("The union's vice chairman, Otto Brandt, sold his shares.", "Otto Brandt", "The union's vice chairman"),
        ("The former curator of the gallery, Lena Falk, was charged.", "Lena Falk", "The former curator of the gallery"),
        ("The plan was opposed by Jun Saito, the firm's founder, who owns a tenth.", "Jun Saito", "the firm's founder"),
        ("The crew was tired, said Nils Berg, lead investigator at the board.", "Nils Berg", "lead investigator at the board"),
        ("Karin Aas, 54, the mayor of Bergen, agreed.", "Karin Aas", "the mayor of Bergen"),
        ("They appointed Idris Bello as head of the navy.", "Idris Bello", "head of the navy"),
        ("Idris Bello was on Tuesday made vice-captain of the team.", "Idris Bello", "vice-captain of the team"),
        ("Mei Tan, who left in 2019, was the company's treasurer.", "Mei Tan", "the company's treasurer"),
        ("Prime Minister-designate Agim Leka spoke.", "Agim Leka", "Prime Minister-designate"),
    ],
)
def test_reads_the_office_around_a_name(text: str, name: str, office: str) -> None:
    assert office in offices(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("After meeting the president, Smith flew home.", "Smith"),
        ("The minister, Smith said, had lied.", "Smith"),
        ("Smith's lawyer was the chairman of the club.", "Smith's"),
        ("Smith hired a nurse and a teacher.", "Smith"),
        ("Smith was told that the mayor would resign.", "Smith"),
        ("Smith, when he was governor, cut taxes.", "Smith"),
    ],
)
def test_an_office_of_somebody_else_is_not_taken(text: str, name: str) -> None:
    assert offices(text, name) == []


@given(st.text(alphabet="Abc ,.'’-\n()éß president of the mayor,", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_is_read(text: str, start: int, size: int) -> None:
    for office in held(text, start, start + size):
        assert 0 <= office.start < office.end <= len(text)


TODAY = "November 6, 2025\n\n"


def roles(one: str, other: str) -> list[str]:
    comparison = compare([read_bytes(text.encode(), name) for name, text in (("a", one), ("b", other))])
    return [difference.explanation for difference in comparison.differences if difference.kind == "role" and difference.severity >= 2]


EXCLUDES = [
    (
        "Passengers had complained of smoke, said Mads Lund, chief investigator at the railway board.",
        "According to Mads Lund, spokesman for the railway board, passengers had complained of smoke.",
    ),
    (
        "The takeover was resisted by Yuki Endo, the brewery's founder, who holds 12 percent of the stock.",
        "Yuki Endo, the brewery's chief financial officer, who has 12% of the stock, was against the takeover.",
    ),
    (
        "Fourteen convicts dug their way out, according to prison director Raul Soto.",
        "Interior Minister Raul Soto said fourteen convicts had got out by a tunnel they dug.",
    ),
    (
        "Public prosecutor Birgit Thal wants the three brokers jailed for six years.",
        "Six years in jail is too little for the three brokers, in the opinion of defence lawyer Birgit Thal.",
    ),
    (
        "The study was written by Rhea Costa, a professor of geology at the University of Leeds.",
        "The author of the study is Rhea Costa, a doctoral student in geology at the University of Leeds.",
    ),
    (
        "Prime Minister-designate Agim Leka said he would name his cabinet soon.",
        "Prime Minister Agim Leka said he would soon name his cabinet.",
    ),
    (
        "Brigadier Idris Bello was named head of the navy by the president on Monday.",
        "On Monday the president appointed Idris Bello as head of the air force.",
    ),
    (
        "The analyst Mei Tan was the firm's co-founder and its largest shareholder.",
        "Mei Tan was the company's treasurer and its biggest shareholder.",
    ),
    ("Captain Tessa Row scored twice as Wales beat Norway 3-1.", "Vice-captain Tessa Row scored two goals as Wales beat Norway 3-1."),
    ("Army chief General Anan Suda denied that a coup was planned.", "No coup is planned, defence minister General Anan Suda insisted."),
    (
        "The clinic's chief surgeon, Nadia Aziz, operated on 14 of the wounded.",
        "Nadia Aziz, an intern at the clinic, operated on 14 of the injured.",
    ),
    (
        "House Speaker Nora Wells said the plan would cost too much.",
        "The plan is too expensive, said Nora Wells, the House minority leader.",
    ),
    ("Lt. Gov. Nora Wells said the plan would cost too much.", "The plan would be too expensive, Gov. Nora Wells said."),
    ("Police chief Nora Wells said the drill would cost too much.", "The drill would be too expensive, fire chief Nora Wells said."),
    ("Health Minister Nora Wells said it would cost too much.", "It would be too costly, Defense Secretary Nora Wells said."),
    ("Professor Nora Wells said it would cost too much.", "It would be too costly, Judge Nora Wells said."),
    ("House Majority Whip Nora Wells said it would cost too much.", "It would be too costly, said Nora Wells, the House minority whip."),
    ("Health Secretary Nora Wells said it would cost too much.", "Shadow Health Secretary Nora Wells said it would cost too much."),
    ("Mayor Nora Wells ordered the drill on Monday.", "Then-Mayor Nora Wells ordered the drill on Monday."),
    (f"{TODAY}In August, President Nora Wells raised the levy.", f"{TODAY}The levy was raised by then-President Nora Wells in August."),
]
FITS = [
    (f"{TODAY}In 2003, President Nora Wells raised the levy.", f"{TODAY}The levy was raised by then-President Nora Wells in 2003."),
    ("Premier Jan Novak visited the flooded valley on Monday.", "Prime Minister Jan Novak visited the flooded valley on Monday."),
    (
        "Ida Stein, the bank's chief executive, said profits would rise.",
        "Profits will rise, according to Ida Stein, who has been CEO of the bank since 2022.",
    ),
    (
        "Finance Minister Omar Sall presented the budget on Thursday.",
        "On Thursday the minister of finance, Omar Sall, presented the budget.",
    ),
    (
        "Party leader and Foreign Minister Eva Kral will resign after the defeat.",
        "After the defeat the party's chair, Eva Kral, is to resign.",
    ),
    ("Senator Mike Rowe, a Republican from Iowa, opposes the bill.", "Mike Rowe, the Republican lawmaker from Iowa, opposes the bill."),
    ("The defendant, teacher Ivan Kolar, wept as the sentence was read.", "Ivan Kolar, a father of two, wept when the sentence was read."),
    ("Coach Marta Lopes said the team had played badly.", "The team played badly, manager Marta Lopes said."),
    ("U.S. Secretary of State Paul Reed met the king in Amman.", "Washington's top diplomat, Paul Reed, met the king in Amman."),
    ("Striker Diego Ramos scored both goals on Saturday.", "The forward Diego Ramos scored both goals on Saturday."),
    ("General Rao Singh, the defence minister, toured the border.", "Defence Minister Rao Singh toured the border."),
    ("Dr. Alan Pike, a surgeon at the hospital, said she was stable.", "She was stable, said the doctor, Alan Pike."),
    ("Lena Falk, the mayor, greeted the president, Tom Hale.", "The president, Tom Hale, was greeted by Lena Falk, the mayor."),
    (
        "White House press secretary Nora Wells said it would cost too much.",
        "It would be too costly, presidential spokeswoman Nora Wells said.",
    ),
    ("House Speaker Nora Wells said it would cost too much.", "It would be too costly, said Nora Wells, the Speaker of the House."),
    ("Senate Majority Leader Nora Wells said it would cost too much.", "It would be too costly, Senator Nora Wells said."),
    ("Deputy Nora Wells said it would cost too much.", "It would be too costly, lawmaker Nora Wells said."),
    ("Defense Secretary Nora Wells said it would cost too much.", "It would be too costly, said Pentagon chief Nora Wells."),
    ("British Foreign Secretary Ann Hart flew to Oslo.", "Ann Hart, Britain's foreign minister, flew to Oslo."),
]


@pytest.mark.parametrize(("one", "other"), EXCLUDES)
def test_offices_that_exclude_each_other(one: str, other: str) -> None:
    assert roles(one, other)
    assert roles(other, one)


@pytest.mark.parametrize(("one", "other"), FITS)
def test_offices_that_fit(one: str, other: str) -> None:
    assert roles(one, other) == []
    assert roles(other, one) == []
