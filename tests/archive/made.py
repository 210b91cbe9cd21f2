"""A small archive, invented: each event told by several outlets in words of their own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

# who, where, what happened, what it is about, a figure
EVENTS = (
    ("Orla Vestergaard", "Kestrel Bay", "lighthouse fire", "keeper coastguard beacon lantern harbour smoke tower hose ladder", 14),
    ("Tomas Brandl", "Upper Marrow", "bridge collapse", "girder engineer inspection rivet river span lorry crane concrete", 23),
    ("Ines Falcao", "Port Lenning", "dockers' strike", "union wage container pier overtime ballot picket freight terminal", 310),
    ("Rufus Adeyemi", "Galloway Fields", "barley fungus", "harvest spore farmer seed blight acreage laboratory fungicide grain", 47),
    ("Marta Lindqvist", "Saint Orrin", "cathedral theft", "chalice relic verger vault alarm burglar sacristy insurer silver", 6),
    ("Devika Rao", "Northmere", "tram derailment", "carriage track signal passenger driver curve brake rail platform", 38),
)
FRAMES = {
    "The Courier": (
        "{who} confirmed on {day} that the {what} in {where} had left {number} people waiting for answers.",
        "Residents of {where} spoke of the {a} and the {b}, and asked why the {c} had gone unnoticed for weeks.",
        "“We will examine the {d} and every {e},” {who} said after meeting families near the {f}.",
        "An early report on the {what} mentions the {g}, a faulty {h} and a second {i}.",
        "Council leaders promised money, while critics called the promise late and thin.",
    ),
    "Daily Ledger": (
        "It took hours before {where} understood the scale of the {what}; {number} persons were affected, {who} told reporters.",
        "Witnesses described a {c} beside the {a}. Others remembered the {i} and a broken {b}.",
        "{who}, who arrived shortly before noon, would not say whether the {h} or the {g} was to blame.",
        "Experts on the {e} have warned about the {d} for years, and about the {f} as well.",
        "Shops stayed shut in the afternoon; schools are to open again tomorrow.",
    ),
    "Morning Star Wire": (
        "{where} — {number} people are counted among those touched by the {what}, officials announced.",
        "{who} described how the {e} failed and the {f} had to be closed.",
        "A spokesman listed the {a}, the {b}, the {c} and the {d}, and refused further comment.",
        "Investigators have secured the {g}, the {h} and the {i}; results are expected within a month.",
        "Neighbouring towns sent helpers with blankets and soup.",
    ),
}


SIGNATURE = """Hortensia Quillfeather edits the weekend pages from a houseboat and collects barometers, sextants, orreries and astrolabes. Write to
her about gardening, falconry, marquetry or campanology; her guide to hedgerow liqueurs is sold in the kiosk with a linen bookmark.""".replace(
    "\n", " "
)
SIGNED = """
The ferry to the islands sails an hour earlier from June on. Bicycles travel free on weekdays, dogs need a lead and a ticket of their own. The harbour
master expects more day trippers than in any summer since the pier was widened and painted.

Nine boards stood in the town hall when the chess club met its rivals. A schoolgirl of twelve drew with a grandmaster after sixty moves. The cup stays
where it has been for four winters, in the glass case beside the mayor's portrait.

Whoever waits for an allotment waits five years. The parish now divides the larger plots, and lends spades, barrows and a shed key. Complaints about
bonfires fell by half; complaints about cockerels doubled, the clerk writes.

The swimming bath shuts until spring because its boiler is older than its swimmers. Lessons move to a hotel pool on the ring road. Season tickets keep
their worth, and the sauna may be rented by the hour meanwhile.

Readers borrowed fewer novels and more tools last year. The library lends drills, tents and a telescope that is booked out until autumn. Fines are gone
for good: most of the missing volumes came back within a month.
""".strip().split("\n\n")
"""Stories of one outlet on five things, to stand above one signature."""
GERMAN = """
In Steinach hat ein Erdrutsch die Bahnstrecke verschüttet. Bürgermeisterin Alma Reuter sprach von vierzig gesperrten Metern Gleis und dankte der
Feuerwehr. Der Hang war nach tagelangem Regen ins Rutschen geraten, Geröll und Fichten liegen auf den Schienen.

Ein Erdrutsch bei Steinach unterbricht den Zugverkehr: Geröll und umgestürzte Fichten bedecken die Schienen auf vierzig Metern. Alma Reuter, die
Bürgermeisterin, rechnet mit einer Woche Sperrung. Der Regen hatte den Hang aufgeweicht, sagte ein Sprecher der Bahn.
""".strip().split("\n\n")
"""Two outlets on one event."""


def text(event: int, outlet: str, extra: str = "") -> str:
    who, where, what, things, number = EVENTS[event]
    words = dict(zip("abcdefghi", things.split(), strict=True))
    frames = FRAMES[outlet]
    return "\n\n".join(
        [frame.format(who=who, where=where, what=what, number=number, day="Monday", **words) for frame in frames]
        + ([extra] if extra else [])
    )


def row(event: int, outlet: str, day: str | None, /, **other: Any) -> dict[str, Any]:
    """A record of an export, as JSON lines have it."""
    who, where, what, _, _ = EVENTS[event]
    title = {"The Courier": f"Questions after {what} in {where}", "Daily Ledger": f"{where} counts the cost of {what}"}.get(
        outlet, f"{what.capitalize()}: {who} speaks"
    )
    made = {
        "id": f"{event}-{outlet}",
        "outlet": outlet,
        "title": title,
        "date": day,
        "text": text(event, outlet if outlet in FRAMES else "The Courier"),
    }
    return {**made, **other}


def write(path: Path, rows: Iterable[Any]) -> Path:
    """JSON lines; a string stands as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in rows), encoding="utf-8")
    return path
