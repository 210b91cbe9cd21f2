"""What one article denies or hedges and the other doesn't, in sentences of our own, and as many that deny or hedge alike and must stay silent."""

from __future__ import annotations

from datetime import date

import pytest

from compare.judge import differences
from compare.model import Article, Difference, Link, Place
from compare.pipeline import analyse
from tests.judge import agreeing_denials, agreeing_hedges


def found(one: str, other: str) -> list[Difference]:
    """The differences of weight between two one-sentence articles that are taken to be linked."""
    analyses = [analyse(Article(name, text, name, name, published=date(2026, 3, 12))) for name, text in (("a", one), ("b", other))]
    links = [
        Link(Place(0, i), Place(1, j), 0.9, "aligned") for i in range(len(analyses[0].sentences)) for j in range(len(analyses[1].sentences))
    ]
    return [difference for difference in differences.find(analyses, links, (), ()) if difference.severity >= 2]


SAYS = [
    (
        "modality",
        "A rise in rates is possible in June, the bank's governor said.",
        "A rise in rates is certain in June, the bank's governor said.",
    ),
    (
        "modality",
        "Drivers must use winter tyres from November 1, the transport ministry said.",
        "Drivers are advised to use winter tyres from November 1, the ministry of transport said.",
    ),
    ("modality", "Investigators believe that the pilot fell asleep.", "The pilot fell asleep, investigators found."),
    (
        "modality",
        "It is possible that the comet struck the moon of Jupiter, astronomers said.",
        "It is certain that the comet struck the moon of Jupiter, astronomers said.",
    ),
    (
        "modality",
        "Passengers are required to show a test result at the border.",
        "At the border, passengers may be asked to show a test result.",
    ),
    (
        "modality",
        "Scientists believe the tablet could cure the disease within a decade.",
        "Scientists believe the tablet will cure the disease within a decade.",
    ),
    (
        "modality",
        "The airline has ordered 60 jets from the European manufacturer, it said at the Dubai air show.",
        "At the Dubai air show the airline said it intends to order 60 jets from the European maker.",
    ),
    (
        "modality",
        "The bacteria probably came from the well, the health officer said on Monday.",
        "The bacteria came from the well, the health officer said on Monday.",
    ),
    (
        "modality",
        "The bank was the target of hackers from abroad, the agency said.",
        "The bank was apparently the target of hackers from abroad, the agency said.",
    ),
    (
        "modality",
        "The company is considering the sale of its pet food business for $3 billion, its chairman said.",
        "Its pet food business will be sold for $3bn, the company's chairman said.",
    ),
    (
        "modality",
        "The firm threatened to move its headquarters from Dublin to Amsterdam.",
        "From Dublin the firm moved its headquarters to Amsterdam.",
    ),
    (
        "modality",
        "The government will cut the tax on diesel in January, Finance Minister Olaf Lund said.",
        "Finance Minister Olaf Lund said the government is considering cutting the tax on diesel in January.",
    ),
    (
        "modality",
        "The minister will visit the flooded villages on Saturday, her spokesman said.",
        "The minister hopes to visit the flooded villages on Saturday, her spokesman said.",
    ),
    (
        "modality",
        "The plan to build 2,000 homes on the airfield is certain to be approved next month.",
        "The plan to build 2,000 homes on the airfield is likely to be approved next month.",
    ),
    ("modality", "The player is to leave the club in June.", "The player wants to leave the club in June."),
    ("modality", "The president promised to close the mine by 2027.", "The mine was closed by the president in 2027."),
    (
        "modality",
        "The report suggests that the bridge had cracks before it collapsed.",
        "The report proves that the bridge had cracks before it collapsed.",
    ),
    (
        "modality",
        "The storm will reach the coast by Friday morning, forecasters said.",
        "The storm could reach the coast by Friday morning, forecasters said.",
    ),
    (
        "modality",
        "The strike threatens to delay deliveries of vaccines to rural clinics.",
        "The strike has delayed deliveries of vaccines to rural clinics.",
    ),
    ("modality", "The two carmakers have decided to share a factory in Slovakia.", "The two carmakers may share a factory in Slovakia."),
    (
        "modality",
        "The two countries have agreed to reopen the border crossing at Dorna.",
        "The two countries are discussing whether to reopen the border crossing at Dorna.",
    ),
    ("modality", "The volcano is likely to erupt within days.", "The volcano will erupt within days."),
    (
        "modality",
        "Villagers were forced to hand over their harvest to the militia, witnesses said.",
        "Witnesses said that villagers were asked to give their harvest to the militia.",
    ),
    (
        "negation",
        "Doctors managed to save the man's leg after an operation lasting nine hours.",
        "After a nine-hour operation, surgeons were unable to save the man's leg.",
    ),
    ("negation", "Exports of wine to China resumed in March.", "Exports of wine to China were halted in March."),
    (
        "negation",
        "Farmers oppose the tax on fertiliser, according to a survey published on Monday.",
        "Farmers support the tax on fertiliser, a survey published on Monday shows.",
    ),
    ("negation", "Teachers in the province ended their strike on Monday.", "Teachers in the province began their strike on Monday."),
    ("negation", "The bill does not apply to small companies.", "The bill applies to small companies."),
    (
        "negation",
        "The company failed to warn customers about the faulty brakes, the court heard.",
        "The company warned customers about the faulty brakes, the court was told.",
    ),
    (
        "negation",
        "The dam is in danger of collapse, engineers told residents on Monday.",
        "The dam is not in danger of collapse, engineers told residents Monday.",
    ),
    (
        "negation",
        "The drug maker withdrew its application for approval in Japan last week.",
        "Last week the drug maker did not withdraw its application for approval in Japan.",
    ),
    (
        "negation",
        "The minister denied that the government had paid a ransom for the engineers held in the desert.",
        "The government paid a ransom for the engineers held in the desert, the minister confirmed.",
    ),
    ("negation", "The museum has never lent the vase to another institution.", "The museum has lent the vase to another institution."),
    ("negation", "The reform is not only about taxes, the minister said.", "The reform is only about taxes, the minister said."),
    (
        "negation",
        "The retailer abandoned its plan to open 40 shops in Poland next year.",
        "The retailer is going ahead with its plan for 40 new stores in Poland next year.",
    ),
    (
        "negation",
        "The satellite was successfully placed in orbit, the space agency said.",
        "The satellite was not placed in orbit, the space agency said.",
    ),
    (
        "negation",
        "The ship's captain ignored the warning from the coast guard, the inquiry found.",
        "The inquiry found that the captain of the ship heeded the coast guard's warning.",
    ),
    (
        "negation",
        "The two parties failed to form a coalition after talks on Sunday.",
        "The two parties formed a coalition after talks on Sunday.",
    ),
    (
        "negation",
        "The two sides reached an agreement on prisoners on Wednesday night, the mediator said.",
        "The two sides did not reach a deal on prisoners on Wednesday night, the mediator said.",
    ),
    (
        "negation",
        "The union accepted the pay offer after a ballot of its 12,000 members.",
        "The union rejected the pay offer after polling its 12,000 members.",
    ),
    (
        "negation",
        "The vaccine is effective against the new strain, researchers in Basel reported.",
        "The vaccine is ineffective against the new strain, scientists in Basel reported.",
    ),
    (
        "negation",
        "The witness recognised the man in the dock, the court in Porto heard.",
        "The court in Porto heard that the witness did not recognise the man in the dock.",
    ),
    (
        "negation",
        "Two climbers survived the avalanche on the north face, mountain rescuers said.",
        "Two climbers died in the avalanche on the north face, according to mountain rescuers.",
    ),
]


@pytest.mark.parametrize(("kind", "one", "other"), SAYS)
def test_what_one_denies_or_hedges_is_found_whichever_comes_first(kind: str, one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert kind in {difference.kind for difference in found(first, second)}


@pytest.mark.parametrize(("one", "other"), agreeing_denials.AGREES + agreeing_hedges.AGREES)
def test_what_both_deny_or_hedge_in_other_words_stays_silent(one: str, other: str) -> None:
    assert found(one, other) == []
    assert found(other, one) == []
