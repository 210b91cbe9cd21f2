"""Each kind of difference on sentences of our own, and the agreements beside it that must stay silent."""

from __future__ import annotations

from datetime import date

import pytest

from compare.judge import differences
from compare.model import Article, Comparison, Difference, Link, Place
from compare.pipeline import analyse


def found(one: str, other: str, relation: str = "aligned", published: date | None = None) -> tuple[Difference, ...]:
    """The differences between two one-sentence articles that are taken to be linked."""
    analyses = [analyse(Article(name, text, name, name, published=published)) for name, text in (("a", one), ("b", other))]
    links = [
        Link(Place(0, i), Place(1, j), 0.9, "aligned" if relation == "aligned" else "partial")
        for i in range(len(analyses[0].sentences))
        for j in range(len(analyses[1].sentences))
    ]
    return differences.find(analyses, links, (), ())


def kinds(one: str, other: str) -> set[str]:
    return {difference.kind for difference in found(one, other, published=date(2025, 10, 28)) if difference.severity >= 2}


SAYS = [
    ("number", "The fire killed 12 people in the town on Monday.", "On Monday the fire killed 21 people in the town."),
    ("number", "The council approved a budget of $5 million for schools.", "The council approved a budget of $5 billion for schools."),
    ("number", "The tunnel is 50 miles long and was dug in secret.", "The tunnel is 50 kilometers long and was dug in secret."),
    ("number", "Support for the party rose by 5 percent in the poll.", "Support for the party rose by 5 percentage points in the poll."),
    ("number", "The bill passed the lower house by 348-77 last night.", "The bill passed the lower house by 348-76 last night."),
    ("number", "The crash killed 12 people and injured 34 others.", "The crash killed 34 people and injured 12 others."),
    (
        "date",
        "The ministers will meet in Geneva on Tuesday to discuss the ceasefire.",
        "The ministers will meet in Geneva on Thursday to discuss the ceasefire.",
    ),
    ("date", "The company bought the rights to the drug in 2016.", "In 2015, the company acquired the rights to the drug."),
    ("date", "The law takes effect on May 3 in all parts of the country.", "The law takes effect on May 4 in all parts of the country."),
    (
        "name",
        "Finance Minister Jorge Ibarra opened the new bridge near the border.",
        "Finance Minister Jorge Lindqvist opened the new bridge near the border.",
    ),
    ("place", "Rescue teams took the survivors to a hospital in Ohio.", "Rescue teams took the survivors to a hospital in Texas."),
    ("place", "The suspect was arrested near Denver after a long chase.", "After a long chase the suspect was arrested near Houston."),
    ("role", "Senator Paul Whitaker opened the new bridge on Monday.", "Governor Paul Whitaker opened the new bridge on Monday."),
    ("role", "The vice president Ana Costa opened the new bridge on Monday.", "President Ana Costa opened the new bridge on Monday."),
    ("attribution", "The project could create 25,000 jobs, Laura Moreau said.", "The project could create 25,000 jobs, Peter Brandt said."),
    ("negation", "The company did not renew its safety certificate last year.", "The company renewed its safety certificate last year."),
    ("negation", "The judge said the police had returned her passport.", "The judge said the police hadn't returned her passport."),
    ("negation", "The plan is not just about selling steel abroad.", "The plan is not about selling steel abroad."),
    ("modality", "The senator may run for the seat next year.", "The senator will run for the seat next year."),
    ("modality", "Every trade deal must align with the country's goals.", "The trade deal aligns with the country's goals."),
    ("modality", "The former aide was allegedly paid by a lobbying firm.", "The former aide was paid by a lobbying firm."),
    ("modality", "Prosecutors plan to file charges against the mayor.", "Prosecutors filed charges against the mayor."),
    ("negation", "The regulator rejected the new heart drug on Friday.", "The regulator approved the new heart drug on Friday."),
    ("other", "Mary was criticized by her older sister over the vote.", "Mary was criticized by her younger sister over the vote."),
    ("other", "The court overturned a part of the Clean Rivers Act.", "The court overturned the Clean Rivers Act."),
    ("other", "The state put a 25 percent duty on imports of steel.", "The state imposed a 25 percent penalty for imports of steel."),
    (
        "number",
        "The second phase of the talks will begin in Geneva next spring.",
        "The third phase of the talks will begin in Geneva next spring.",
    ),
    ("name", "The Justice Department declined to comment on the report.", "The State Department declined to comment on the report."),
    ("name", "Russian troops crossed the river before dawn.", "Chinese troops crossed the river before dawn."),
    ("attribution", "The plan will cost taxpayers millions, officials said.", "The plan will cost taxpayers millions, residents said."),
    ("modality", "He appears to have fled the country on Sunday.", "He has fled the country on Sunday."),
    ("attribution", "Smith sued Jones over the contract in a court in Ohio.", "Jones sued Smith over the contract in a court in Ohio."),
    ("number", "At least 40 people were missing after the ferry sank.", "At least 60 people were missing after the ferry sank."),
    ("role", "Secretary of State Anna Berg met the delegation.", "Secretary of Defense Anna Berg met the delegation."),
    ("date", "The vote is scheduled for 3 p.m. on Tuesday in the Senate.", "The vote is scheduled for 5 p.m. on Tuesday in the Senate."),
    (
        "modality",
        "The ministers should resign over the affair, the paper wrote.",
        "The ministers must resign over the affair, the paper wrote.",
    ),
    ("other", "All of the hostages were freed on Sunday night.", "Some of the hostages were freed on Sunday night."),
    ("number", "He won 52% of the vote to 48% for his rival.", "He won 48% of the vote to 52% for his rival."),
    ("number", "The 15-year-old girl was found near the lake.", "The 18-year-old girl was found near the lake."),
    ("date", "In the 1990s the factory employed most of the town.", "In the 1980s the factory employed most of the town."),
    ("date", "The talks began at noon EST in the old palace.", "The talks began at noon GMT in the old palace."),
    (
        "date",
        "He met the ministers of Norway and Chile ahead of the summit on Sunday.",
        "On Sunday he met the ministers of Norway and Chile ahead of the ceremony.",
    ),
    ("date", "The senator left the hall before the vote on the bill.", "The senator left the hall after the vote on the bill."),
    ("role", "Mayor Daniel Frost ordered an inquiry into the fire.", "Then-Mayor Daniel Frost ordered an inquiry into the fire."),
    ("number", "The seventh-inning homer won the game for the home side.", "The ninth-inning homer won the game for the home side."),
    ("number", "The unemployment rate edged up to 6.4 percent in May.", "The unemployment rate edged up to 6.9 percent in May."),
    ("negation", "Nobody was hurt in the explosion at the plant.", "Several people were hurt in the explosion at the plant."),
    ("other", "Her husband was killed in the war.", "Her brother was killed in the war."),
]


@pytest.mark.parametrize(("kind", "one", "other"), SAYS)
def test_finds_what_differs(kind: str, one: str, other: str) -> None:
    assert kind in kinds(one, other)


@pytest.mark.parametrize(("kind", "one", "other"), SAYS)
def test_the_order_of_the_articles_changes_nothing(kind: str, one: str, other: str) -> None:
    assert sorted(kinds(one, other)) == sorted(kinds(other, one))


@pytest.mark.parametrize(("kind", "one", "other"), SAYS)
def test_spans_are_the_words_they_claim_to_be(kind: str, one: str, other: str) -> None:
    for difference in found(one, other):
        for end, text in ((difference.a, one), (difference.b, other)):
            assert end is not None
            assert text[end.start : end.end] == end.text
        assert difference.explanation.endswith(".")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A 50% tariff on steel took effect on Monday.", "A 50 percent tariff on steel took effect on Monday."),
        ("The fire killed nearly 50 people in the town.", "The fire killed 47 people in the town."),
        ("The deal is worth $1.2m to the club.", "The deal is worth 1.2 million dollars to the club."),
        ("Five rounds of talks were held in Geneva.", "Five rounds of negotiations were held in Geneva."),
        ("The talks may be close to an end.", "The talks might be close to an end."),
        ("She was told to leave the United States.", "She was told to leave the U.S."),
        ("Mr. Whitaker opened the bridge on Monday.", "Paul Whitaker opened the bridge on Monday."),
        ("Sen. Paul Whitaker opened the bridge on Monday.", "Senator Paul Whitaker opened the bridge on Monday."),
        ("Indian Foreign Minister S. Rao met reporters on Monday.", "External Affairs Minister S Rao met reporters on Monday."),
        ("Union Commerce and Industry Minister Anil Rao met reporters.", "Commerce and Industry Minister Anil Rao met reporters."),
        ("Bill Harmon was elected in 2012.", "William Harmon was elected in 2012."),
        ("The company did not renew its certificate.", "The company failed to renew its certificate."),
        ("The court did not reject the appeal.", "The court accepted the appeal."),
        ("The minister must consult the councils first.", "The minister has to consult the councils first."),
        ("The aide was allegedly paid by a lobbying firm.", "The aide was reportedly paid by a lobbying firm."),
        ("The crash killed 12 people and injured 34.", "The crash injured 34 people and killed 12."),
        (
            "The village lies in the north of Norway.",
            "The village, home to 300 people, lies in the north of Norway and was founded in 1820.",
        ),
        ("He met the ministers ahead of the summit.", "He met the ministers prior to the summit."),
        ("He met the ministers ahead of the summit in Oslo.", "In Oslo he met the ministers after a short flight, and before the summit."),
        ("Four men aged between 19 and 24 were held in Lyon.", "Four men between 19 and 24 years of age were held in Lyon."),
        ("He swam the 26 kilometres in eleven hours.", "The 26-km swim took him eleven hours."),
        ("The government will hand over two activists.", "The government will surrender two activists."),
        ("His water was enough for only two days.", "His water was enough for no longer than two days."),
        (
            "It grew in the third quarter, slower than in the previous one.",
            "In July to September growth was slower than in the second quarter.",
        ),
        ("It was fined over a leak that polluted the river in May.", "It was fined over May's leak that polluted the river."),
        ("About 1/2 of the voters stayed at home on Sunday.", "About ½ of the voters stayed at home on Sunday."),
        ("Some 10-12 people were held after the match.", "Some 11 people were held after the match."),
        ("The version 1.2.3 was put in place in all labs.", "The version 1.2.4 was put in place in all labs."),
        ("The law takes effect on February 30 in the country.", "The law takes effect on February 28 in the country."),
        ("The seventh-inning homer won the game.", "The seventh inning homer won the game."),
        ("The talks began at 10:00 GMT in the palace.", "The talks began at 6 a.m. EDT in the palace."),
        ("“We will go and never come back, said Anna Stone.", "“We will go and never come back,” said Anna Stone."),
        ("The talks began yesterday in the palace.", "The talks began on Monday in the palace."),
        ("Smith, 45, was arrested on Monday.", "Smith was arrested after a chase that lasted 20 minutes."),
        (
            "The House plan will include one bill to fund the department at current levels through Feb. 8, with $1.3 billion for security.",
            "The two-part package includes a bill to fund the department at current levels through Feb. 8 and gives $1.3 billion for fences.",
        ),
        ("It rose to 16.8 percent from the 16.7 rate in April, it said.", "It rose from 16.7 percent in April to 16.8 percent, it said."),
        ("It explains itself! — Ada M. Berg (@realAdaBerg) May 18, 2020", "It explains itself! — Ada M. Berg (@realAdaBerg) May 19, 2020"),
        ("This is what rulers do: Ada Berg is taking the money away.", "This is what rulers do: @realAdaBerg is taking the money away."),
        ("The hearing for Supreme Court Justice Ada Berg was long.", "The hearing for Supreme Court Associate Justice Ada Berg was long."),
        ("“It is a hostile A.G.'s attempt to torpedo it,” Berg said.", "“It is a hostile AG's attempt to torpedo it,” Berg said."),
        ("“Let’s be honest: they are looking to tear it apart.”", "The Senate said they are looking to tear it apart."),
    ],
)
def test_agreements_stay_silent(one: str, other: str) -> None:
    assert kinds(one, other) == set()
    assert kinds(other, one) == set()


def test_days_are_resolved_by_the_articles_dates() -> None:
    wednesday = date(2025, 10, 29)
    one, other = "The ministers met in Geneva on Tuesday.", "The ministers met in Geneva yesterday."
    assert not found(one, other, published=wednesday)
    assert {d.kind for d in found("The ministers met in Geneva on Sunday.", other, published=wednesday)} == {"date"}
    assert not found("The ministers met in Geneva last month.", other)


def test_a_weekday_of_an_article_without_a_date_is_compared() -> None:
    one = "Ministers from nine countries met in Geneva on Tuesday."
    other = one.replace("Tuesday", "Monday")
    assert [difference.kind for difference in found(one, other)] == ["date"]
    assert not found(one, one.replace("on Tuesday", "Tuesday"))


def test_a_month_is_no_hedge() -> None:
    assert "modality" not in kinds(
        "Prices rose by 4 percent in May, official figures show.", "Prices rose by 4 percent, official figures show."
    )


def test_one_change_in_a_quotation_is_one_finding() -> None:
    comparison = whole(
        "Mr. Goyal said: “It's not just about selling steel to America.” He spoke in Delhi.",
        "Mr. Goyal said that it is not about selling steel to America. He spoke in Delhi.",
    )
    assert [difference.kind for difference in comparison.differences if difference.severity >= 2] == ["quote"]


def test_a_relative_day_is_not_compared_without_a_date() -> None:
    assert not found("The ministers met in Geneva last week.", "The ministers met in Geneva last month.")


def whole(*texts: str) -> Comparison:
    from compare.pipeline import compare

    return compare([Article(str(number), text, "", str(number)) for number, text in enumerate(texts)])


def test_an_office_is_compared_across_sentences_that_are_not_linked() -> None:
    one = "In August, President Karl Brandt imposed a tariff on steel. Prices rose at once in all the markets of the region."
    other = "Farmers praised the rain. An initiative was proposed years ago by then-President Karl Brandt at a summit in Oslo."
    roles = [difference for difference in whole(one, other).differences if difference.kind == "role"]
    assert len(roles) == 1
    assert roles[0].severity == 3
    assert "then" in roles[0].explanation


def test_one_name_spelt_in_two_ways() -> None:
    one, other = "Foreign Minister Sihasak Phuangket met farmers.", "The rain pleased Foreign Minister Sihasak Phuangketh very much."
    spelt = [difference for difference in whole(one, other).differences if difference.kind == "name"]
    assert [(difference.a.text, difference.b.text) for difference in spelt if difference.a and difference.b] == [
        ("Sihasak Phuangket", "Sihasak Phuangketh")
    ]


def test_members_against_partners() -> None:
    one = "The 11-nation group, which includes India, China and Japan, plays a large role in the region."
    other = "The 11-nation bloc plays a large role in the region, with India, China and Japan serving as dialogue partners."
    assert "role" in kinds(one, other)


def test_a_link_is_divergent_exactly_where_a_difference_stands() -> None:
    text = "A fire at a warehouse on the edge of Leeds killed {} people on Tuesday, officials said."
    comparison = whole(text.format(12), text.format(21))
    assert [link.verdict for link in comparison.links] == ["divergent"]
    assert comparison.standing(Place(0, 0)).status == "divergent"
    same = whole(text.format(12), text.format("twelve"))
    assert [link.verdict for link in same.links] == ["shared"]
    assert same.standing(Place(1, 0)).status == "shared"


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The port lost a ship in the blaze, the chief said.", "The port lost three ships in the blaze, the chief said.", True),
        ("A guard was hurt in the blaze on Monday.", "Two guards were hurt in the blaze on Monday.", True),
        ("Both suspects were held overnight, police said.", "All three suspects were held overnight, police said.", True),
        ("The port lost a ship in the blaze, the chief said.", "The port lost one ship in the blaze, the chief said.", False),
        ("Both brothers were held overnight, police said.", "The two brothers were held overnight, police said.", False),
        ("The mayor met an envoy and 12 guards at the quay.", "The mayor met the envoy and 12 guards at the quay.", False),
    ],
)
def test_a_count_against_an_article(one: str, other: str, *, differ: bool) -> None:
    for texts in ((one, other), (other, one)):
        assert ("number" in kinds(*texts)) is differ
