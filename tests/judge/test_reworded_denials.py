"""What one article denies by "not" and the other by a ban, an end, a doubt or a lack: the same; and what looks alike but is denied once."""

from __future__ import annotations

from datetime import date

import pytest

from compare.model import Article, Difference
from compare.pipeline import compare


def found(one: str, other: str) -> list[Difference]:
    """The negations and hedges of weight that stand on one side alone, of two whole articles."""
    articles = [Article(name, text, name, name, published=date(2026, 3, 12)) for name, text in (("a", one), ("b", other))]
    return [difference for difference in compare(articles).differences if difference.severity >= 2]


SAME = [
    (
        "The airline will stop selling tickets on board from March, it said on Tuesday. Passengers must buy them online.",
        "From March the airline is to end sales of tickets on board. Travellers will have to purchase them on the internet, it said on Tuesday.",
    ),
    (
        "There was no sign of damage to the cables or the pylons, the grid operator said on Monday.",
        "The grid operator said on Monday that neither cables nor pylons appeared to have been damaged.",
    ),
    (
        "The airport is unlikely to reopen before Thursday, officials said.",
        "Officials said the airport will probably not reopen until Thursday.",
    ),
    (
        "The law requires restaurants to list allergens on menus from July.",
        "Restaurants have to list allergens on their menus as of July under a law obliging them to do so.",
    ),
    (
        "Residents should not use tap water for cooking, the county said on Sunday.",
        "People were told on Sunday by the county to avoid using tap water for cooking.",
    ),
    (
        "The supplies are enough for only three days, the nurse said.",
        "The supplies could last no longer than three days, according to the nurse.",
    ),
    ("Snow is forecast for the northern valleys on Friday.", "Forecasters expect snow in the northern valleys on Friday."),
    (
        "The mayor said the contractor had used cheap cement for the bridge.",
        "The mayor alleged that the contractor had used cheap cement for the bridge.",
    ),
    (
        "A jury cleared the banker of fraud and his lawyer attacked the accusers.",
        "The banker accused of fraud was acquitted by a jury, and his lawyer criticised those who had accused him.",
    ),
    (
        "The governor has no plans to run for president in 2028, an aide said.",
        "An aide said the governor does not intend to run for president in 2028.",
    ),
    (
        "The museum is closed on Mondays and no tickets will be sold on public holidays.",
        "On Mondays the museum doesn't open, nor are tickets sold on public holidays.",
    ),
    (
        "The club postponed the signing of the striker after a medical, and the deal may fail.",
        "The club called off the signing of the striker following a medical; the deal could collapse.",
    ),
    (
        "No woman has led the bank in its 120 years. Maria Holm takes over in June.",
        "In June, Maria Holm becomes the first woman to lead the bank in 120 years.",
    ),
    (
        "The union has not ruled out a strike at the port in August, its leader said.",
        "A strike at the port in August is possible, the leader of the union said.",
    ),
    (
        "The factory will go without gas for two days next week because of repairs.",
        "Because of repairs the factory will be cut off from gas for two days next week.",
    ),
    ("The army said it did not target the hospital in Karun on Saturday.", "The army denied targeting the hospital in Karun on Saturday."),
    (
        "The company failed to pay its suppliers in September, two of them said.",
        "Two suppliers said that the company had not paid them in September.",
    ),
    (
        "The zoo's last elephant died on Monday. The zoo will not keep elephants any more, the director said.",
        "The zoo will stop keeping elephants, said its director, after the last one died on Monday.",
    ),
    (
        "The court threw out the appeal by the smuggler, who must now serve nine years.",
        "The smuggler will have to serve nine years after his appeal was rejected by the court.",
    ),
    ("The team remained unbeaten after a draw in Lyon on Sunday.", "The team has still not lost a match after drawing in Lyon on Sunday."),
    (
        "The bridge, closed since the flood in May, opened again on Tuesday.",
        "The bridge reopened on Tuesday after a closure that began with May's flood.",
    ),
    (
        "Doctors say the singer is no longer in danger after surgery in Graz.",
        "The singer is out of danger following an operation in Graz, doctors say.",
    ),
    ("The senator declined to say whether she would back the bill.", "The senator would not say if she supports the bill."),
    (
        "The government lifted the ban on fishing in the bay, the ministry said.",
        "Fishing in the bay is no longer banned, according to the ministry.",
    ),
    (
        "The government lifted the ban on fishing in the bay, the ministry said.",
        "Fishing in the bay is allowed again, according to the ministry.",
    ),
    (
        "Police said there was no evidence that the fire had been set on purpose.",
        "Nothing suggests that the fire was started deliberately, according to police.",
    ),
    (
        "Nobody expected the party to win more than 20 seats, analyst Jo Mbeki said.",
        "Analyst Jo Mbeki said the party had not been expected to win over 20 seats.",
    ),
    (
        "The firm kept its forecast for the year despite weak sales in Asia.",
        "The firm did not change its forecast for the year although sales in Asia were weak.",
    ),
    ("The star is without a club since he left Porto in June.", "The star has had no club since leaving Porto in June."),
    (
        "The pilot, who was charged with drinking on duty, was found not guilty on Friday.",
        "A court cleared the pilot of drinking on duty on Friday.",
    ),
    (
        "Voters in the canton turned down a plan for a higher minimum wage.",
        "A proposal to raise the minimum wage failed at the ballot box in the canton.",
    ),
    ("Trains will not run between Lund and Ystad until Sunday.", "Train service between Lund and Ystad is suspended until Sunday."),
    (
        "The duchess missed the ceremony because she was ill, the palace said.",
        "The duchess did not attend the ceremony owing to illness, according to the palace.",
    ),
    (
        "The president is thinking about replacing the defense minister, two aides said.",
        "The president may replace the defence minister, according to two aides.",
    ),
    (
        "The carmaker expects to make a loss this year, it said on Thursday.",
        "The carmaker said on Thursday it would not make a profit this year.",
    ),
    ("The ship must leave the harbour by noon, the court ruled.", "The court ordered the ship to leave the harbour by noon."),
    (
        "The strike could cost the port $2 million a day, the chamber said.",
        "The port may lose $2 million a day because of the strike, according to the chamber.",
    ),
    ("The regulator lifted the suspension of the airline's licence on Monday.", "On Monday the regulator restored the airline's licence."),
    (
        "The striker avoided a ban after the panel threw out the charge.",
        "The striker will not be suspended: the panel dismissed the charge against him.",
    ),
    (
        "The bank owes the city 3 million euros and must pay by June.",
        "By June the bank has to pay the 3 million euros that it owes to the city.",
    ),
    ("The government vowed not to give in to the kidnappers.", "The government refuses to yield to the kidnappers, it said."),
    ("Rescuers found no survivors in the wreck of the ferry.", "All those aboard the ferry died, rescuers who reached the wreck said."),
    ("Firefighters prevented the flames from reaching the library.", "The flames did not reach the library thanks to firefighters."),
    (
        "The lake is free of algae for the first time since 2011.",
        "Algae have disappeared from the lake, which had not been clear since 2011.",
    ),
    (
        "The pact would end hostilities in the north and leave the border open.",
        "Under the pact the border would remain open and the war in the north would stop.",
    ),
    ("The two sides agreed to stop shelling towns, the UN envoy said.", "The UN envoy said both sides had pledged not to shell towns."),
    (
        "Turnout fell short of the 50 percent needed, so the referendum is void.",
        "Because fewer than half of voters took part, the referendum isn't valid.",
    ),
    ("The chancellor said there was no alternative to the cuts.", "The cuts are unavoidable, the chancellor said."),
    (
        "Officials have yet to name the victims of the crash near Split.",
        "The names of those killed in the crash near Split have not been released by officials.",
    ),
    (
        "The champion withdrew from the race in Oslo with a knee injury.",
        "A knee injury means the champion will not take part in the race in Oslo.",
    ),
    (
        "The drought has left 40 villages without water, aid groups say.",
        "Forty villages have run out of water because of the drought, according to aid groups.",
    ),
    (
        "The search for the sailor was called off at dusk and will resume on Friday.",
        "Rescuers halted their search for the sailor at nightfall; they will start again on Friday.",
    ),
    (
        "Schools in the capital stayed shut on Wednesday as teachers continued their strike.",
        "Teachers in the capital did not end their strike, and schools did not open on Wednesday.",
    ),
    ("The tenor cancelled his concert in Verona owing to a cold.", "The tenor, who has a cold, will not sing in Verona as planned."),
    (
        "The spokesman would neither confirm nor deny the report on the submarine.",
        "The spokesman declined to comment on the report about the submarine.",
    ),
    (
        "The city may have to cancel the marathon if the heat does not ease.",
        "Unless the heat eases, the marathon could be called off by the city.",
    ),
    ("The parliament failed to elect a speaker for the third time.", "For the third time, no speaker was elected by parliament."),
    (
        "The maker of the pills is not to blame for the deaths, a judge ruled.",
        "A judge ruled that the deaths were not the fault of the pills' manufacturer.",
    ),
    (
        "The coach has refused to resign after five defeats in a row.",
        "The coach will stay in his job despite five straight defeats, he said.",
    ),
    (
        "The vaccine is believed to protect children for at least ten years.",
        "Children are thought to be protected by the vaccine for ten years or more.",
    ),
    ("The road is expected to be closed until mid-December.", "The road will probably not be open before the middle of December."),
    ("Customers must not be charged for returns, the watchdog said.", "Returns have to be free for customers, according to the watchdog."),
    ("The group claimed it had shot down the drone over the strait.", "The group said it brought down the drone over the strait."),
    (
        "The ship can carry up to 9,000 containers, its owner said.",
        "According to its owner the ship has room for as many as 9,000 containers.",
    ),
    (
        "Parents are advised to keep children indoors because of the smoke.",
        "Children should stay inside because of the smoke, parents have been told.",
    ),
]
OTHERWISE = [
    (
        "The airport will not reopen before Thursday because of ash, officials in Hella said.",
        "Officials in Hella said the airport will reopen before Thursday despite the ash.",
    ),
    ("The court did not block the sale of the harbour to a Danish fund.", "The court blocked the sale of the harbour to a Danish fund."),
    (
        "No passengers were hurt when the tram left the rails in Basel on Friday.",
        "Several passengers were hurt when the tram left the rails in Basel on Friday.",
    ),
    (
        "The ministry said the ban on diesel cars will not be lifted in 2027.",
        "The ban on diesel cars will be lifted in 2027, the ministry said.",
    ),
    (
        "The treaty was ratified without a vote in the upper house on Tuesday.",
        "The treaty was ratified after a vote in the upper house on Tuesday.",
    ),
    (
        "The mayor said the contractor had not used cheap cement for the bridge.",
        "The contractor used cheap cement for the bridge, the mayor said.",
    ),
    (
        "The factory has no plans to hire 300 workers in Brno next year, its manager said.",
        "The factory plans to hire 300 workers in Brno next year, according to its manager.",
    ),
    ("The senator has not decided to run for governor, an aide said.", "An aide said the senator has decided to run for governor."),
    (
        "The pilot had never flown the route to Samos before the accident in June.",
        "The pilot had flown the route to Samos before the accident in June.",
    ),
    (
        "The union rejected the offer and will not end its strike on Monday.",
        "The union rejected the offer but will end its strike on Monday.",
    ),
    (
        "The singer said she will never return to the stage after her illness.",
        "After her illness, the singer said, she will return to the stage.",
    ),
    ("Police found no weapons in the flat of the suspect in Graz.", "In the suspect's flat in Graz police found weapons."),
    (
        "The bank failed to report the transfers to the regulator, the inquiry found.",
        "The inquiry found that the bank reported the transfers to the regulator.",
    ),
    (
        "The river is not expected to burst its banks this week, the agency said.",
        "The river is expected to burst its banks this week, the agency said.",
    ),
    (
        "The minister was cleared of bribery by the court in Riga on Thursday.",
        "The court in Riga convicted the minister of bribery on Thursday.",
    ),
    ("The company denied that it had paid the officials in Accra.", "The company admitted that it had paid the officials in Accra."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_denied_or_hedged_in_other_words_is_no_difference(one: str, other: str) -> None:
    assert found(one, other) == []
    assert found(other, one) == []


@pytest.mark.parametrize(("one", "other"), OTHERWISE)
def test_what_is_denied_or_hedged_once_is_found(one: str, other: str) -> None:
    assert {"negation", "modality"} & {difference.kind for difference in found(one, other)}
    assert {"negation", "modality"} & {difference.kind for difference in found(other, one)}


def test_what_the_sentence_beside_denies_is_not_affirmed() -> None:
    one = "The harbour of Lund was flooded on Friday. The water did not reach the old town, the mayor said."
    other = "On Friday the harbour of Lund was flooded, the mayor said. The water that came up rose fast. It did not reach the old town."
    assert found(one, other) == []
