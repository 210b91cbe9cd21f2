"""Names, places and offices that the mutation suite puts in the place of others."""

from __future__ import annotations


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SURNAMES = (
    "Jones",
    "Hartley",
    "Okafor",
    "Lindqvist",
    "Moreau",
    "Petrov",
    "Nakamura",
    "Silva",
    "Brandt",
    "Castellano",
    "Whitfield",
    "Rahman",
)
FIRST = ("Peter", "Sandra", "Thomas", "Julia", "Kevin", "Monica", "Andrew", "Laura")
COUNTRIES = _listed(
    "Spain Portugal France Germany Italy Canada Mexico Brazil Argentina Chile Peru Norway Sweden Finland Denmark "
    "Poland Russia Ukraine Turkey Iran Iraq Israel Syria "
    "Egypt Kenya Nigeria Somalia India Pakistan China Japan Singapore Malaysia Indonesia Thailand Vietnam Australia "
    "Austria Hungary Greece Ireland England Scotland "
    "Zimbabwe Zambia Afghanistan Libya Cuba"
)
STATES = _listed(
    "Texas Ohio Florida Georgia Arizona Nevada Iowa Michigan Wisconsin Pennsylvania Virginia Indiana Tennessee "
    "Kentucky Alabama Missouri Kansas Colorado Oregon Utah "
    "California Massachusetts Illinois Minnesota Arkansas Louisiana Oklahoma Wyoming Montana Idaho Maine Vermont"
)
CITIES = _listed(
    "London Leeds Paris Berlin Madrid Rome Vienna Oslo Stockholm Toronto Boston Chicago Denver Houston Dallas Atlanta "
    "Seattle Miami Detroit Philadelphia Columbus "
    "Moscow Kyiv Nairobi Lagos Tokyo Beijing Delhi Mumbai Jakarta Sydney Lisbon Seville Brooklyn Orlando Cleveland "
    "Charlotte Nashville Phoenix"
)
TITLES = _listed(
    "President Senator Governor Mayor Judge Professor Colonel General Captain Representative Ambassador "
    "Commissioner Sheriff Chancellor Bishop Sergeant"
)
OFFICES = (
    "Prime Minister",
    "Foreign Minister",
    "Finance Minister",
    "Health Minister",
    "Interior Minister",
    "Defense Secretary",
    "Attorney General",
    "Vice President",
)
SHORT = {"Senator": "Sen.", "Governor": "Gov.", "Representative": "Rep.", "General": "Gen.", "Professor": "Prof.", "Colonel": "Col."}
WORDS = _listed("zero one two three four five six seven eight nine ten eleven twelve")
