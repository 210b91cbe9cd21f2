"""Cue words of names: what ends or begins the name of an organisation, a place, an event, a law. Closed classes of English, no lists of companies."""

from __future__ import annotations

from compare.data import tables
from compare.extract.tables import words

_TABLES = tables("name_cues.txt")

SUFFIXES = _TABLES["suffixes"]

# Last words of the names of firms, after which "of" says only where they are.
_FIRM_HEADS = _TABLES["firm heads"]

# Last (or, before "of" or "for", first) words of an organisation's name.
HEADS = _TABLES["heads"] | _FIRM_HEADS
# Too common in other names to decide alone.
WEAK_HEADS = _TABLES["weak heads"]

# After which "of", "for" and so on lead further into the same name.
OF_HEADS = (HEADS - _FIRM_HEADS - _TABLES["of heads too"]) | _TABLES["of heads"]
FOR_HEADS = HEADS | _TABLES["for heads"]
ON_HEADS = _TABLES["on heads"]
AND_LEADS = _TABLES["and leads"]
# After which "in" leads further: "Security and Cooperation in Europe", "Accuracy in Media".
IN_LEADS = _TABLES["in leads"]
# With which the names of bodies begin in other tongues, and some in English.
LEADS = _TABLES["leads"]
AND_TAILS = _TABLES["and tails"]

PLACE_HEADS = _TABLES["place heads"]
PLACE_LEADS = _TABLES["place leads"]
SAINTLY = words("""
    San Santa Sao São Saint St. Los Las El La
    """)
COMPASS = _TABLES["compass"]

EVENT_HEADS = _TABLES["event heads"]
STORMS = words("Hurricane Typhoon Cyclone")
# What stands between the parties of a case before a court.
VERSUS = frozenset({" v. ", " v "})
LAW_HEADS = _TABLES["law heads"]
OTHER_HEADS = _TABLES["other heads"]

# Bodies that are named without any cue word: international organisations, seats and organs of power, news agencies, parties.
BODIES = _TABLES["bodies"]

# Capital letters that name no body.
NO_NAMES = _TABLES["no names"]

# Names of things that are none of the other types, whatever stands around them.
OTHER_NAMES = OTHER_HEADS | _TABLES["other names"]
