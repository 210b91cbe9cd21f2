"""How sure, how binding and how far done a thing is said to be.

"May" against "will", "must align" against "aligns", "plans to" against "did".
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.judgement.anchors import Anchor, Cue, Table, anchor, evidence, sides, window
from compare.judgement.frames import Frame, Pairing
from compare.judgement.vocabulary import listed
from compare.language.words import fold
from compare.model import Difference, Link, letter

_CUES = Table(
    ("may|might|could", "possible"),
    ("can", "able"),
    ("perhaps|maybe|possibly|potentially|conceivably", "possible"),
    ("likely|probably|presumably", "probable"),
    ("expected|predicted|projected|forecast|tipped|believed|thought to", "probable"),
    ("expects|hopes|hoping|hoped|hopeful|aims|aiming|wants to|that", "probable"),
    ("hopeful|unlikely", "probable"),
    ("allegedly|reportedly|apparently|purportedly|supposedly|seemingly", "alleged"),
    ("alleged|purported|suspected", "alleged"),
    ("seems|seemed|appears|appeared|said|alleged|reported|understood|rumored|rumoured to", "alleged"),
    ("must", "duty"),
    ("has|have|had|having to", "duty"),
    ("needs|need|required|obliged|obligated|forced|ordered to", "duty"),
    ("should", "advice"),
    ("ought to", "advice"),
    ("will|shall", "future"),
    ("would", "future"),
    ("going|certain|sure|bound to", "future"),
    (
        "plans|plan|planning|planned|intends|intend|intended|intending|set|poised|scheduled|due|about|preparing|vowed|pledged|promised to",
        "planned",
    ),
    ("certainly|definitely|surely|undoubtedly|unquestionably|inevitably", "sure"),
    ("almost|nearly|virtually certain|certainly", "probable"),
)
# Which two ways of putting it a reader would take for different things, and how misleading that is
_CONFLICTS: dict[frozenset[str], int] = {
    frozenset(pair): severity
    for pair, severity in (
        (("possible", "future"), 2),
        (("possible", "sure"), 2),
        (("possible", "duty"), 2),
        (("possible", ""), 2),
        (("possible", "planned"), 2),
        (("possible", "probable"), 1),
        (("able", "duty"), 2),
        (("able", "future"), 2),
        (("probable", "sure"), 2),
        (("probable", "future"), 2),
        (("probable", ""), 2),
        (("probable", "duty"), 2),
        (("alleged", ""), 2),
        (("alleged", "sure"), 2),
        (("duty", ""), 2),
        (("duty", "advice"), 2),
        (("duty", "future"), 2),
        (("duty", "planned"), 2),
        (("advice", "future"), 2),
        (("advice", "possible"), 2),
        (("advice", ""), 2),
        (("planned", ""), 2),
        (("planned", "sure"), 2),
        (("future", ""), 2),
    )
}
_WORDS = {
    "possible": "as possible",
    "able": "as possible",
    "probable": "as likely",
    "alleged": "as alleged",
    "duty": "as a duty",
    "advice": "as advice",
    "future": "as certain",
    "planned": "as planned",
    "sure": "as certain",
    "": "as a fact",
}
_REPORTED = listed(
    "allegedly reportedly alleged alleges allege allegations allegation reported reports apparently purportedly "
    "supposedly accused accuse accuses suspected suspect "
    "believed rumored rumoured claims claimed claiming purported according understood sources charged charges "
    "unconfirmed presumed thought "
    "appears appeared seems seemed appear seem"
)
_PAST = (
    "ed",
    "nt",
    "de",
    "ew",
    "id",
    "et",
    "ld",
    "ose",
    "ook",
    "ave",
    "old",
    "egan",
    "ame",
    "ought",
    "aught",
    "oke",
    "ote",
    "ell",
    "ost",
    "on",
)


def find(link: Link, pairing: Pairing) -> Iterator[Difference]:
    """Hedges and obligations that stand on one side of a linked pair alone, or are put otherwise on the other."""
    for frame, other, match, forward in sides(pairing):
        there, here = _CUES.cues(other), _CUES.cues(frame)
        for cue in here:
            if all(index in match for index in range(cue.first, cue.last + 1)):
                continue
            held = anchor(frame, match, other, cue)
            if held is None or (cue.kind == "future" and _softened(cue, here, match)):
                continue
            rival = _rival(other, held, there, match, cue)
            kind = rival.kind if rival else ""
            severity = _CONFLICTS.get(frozenset((cue.kind, kind)))
            if severity is None or (not forward and rival is not None):
                continue
            if rival is None and not _verb_too(frame, held, other):
                continue
            if not _enough(link, pairing, cue, held, kind, frame, other):
                continue
            mine = (cue.first, held.predicate)
            theirs = (rival.first, max(rival.last, held.at)) if rival and rival.first <= held.at else (held.at, held.at)
            yield _difference(frame, other, mine, theirs, (cue.kind, kind), severity, forward=forward)


def _rival(other: Frame, held: Anchor, there: list[Cue], match: dict[int, int], cue: Cue) -> Cue | None:
    """The other sentence's cue over the same words."""
    near = window(other, held.at, 6, 2 if cue.kind in {"alleged", "possible", "probable"} else 0)
    common = set(match.values())
    options = [rival for rival in there if rival.first in near and (rival.kind == cue.kind or rival.first not in common)]
    same = [rival for rival in options if rival.kind == cue.kind]
    return same[0] if same else min(options, key=lambda rival: abs(held.at - rival.last), default=None)


def _softened(cue: Cue, here: list[Cue], match: dict[int, int]) -> bool:
    """Whether a hedge beside it, which the other sentence lacks or puts otherwise, takes the certainty from "will" ("will probably land")."""
    return any(
        hedge.kind in {"possible", "probable", "alleged"} and abs(hedge.first - cue.first) <= 8 and hedge.first not in match
        for hedge in here
    )


def _verb_too(frame: Frame, held: Anchor, other: Frame) -> bool:
    """Whether the other word may be a verb: "could restrict" says nothing against "restrictive conditions"."""
    endings = ("ive", "able", "ion", "ment", "al", "ance", "ence", "ing", "er", "or", "ity", "ness")
    here, there = frame.folded[held.predicate], other.folded[held.at]
    return here == there or not there.endswith(endings) or here.endswith(endings)


def _enough(link: Link, pairing: Pairing, cue: Cue, held: Anchor, kind: str, frame: Frame, other: Frame) -> bool:
    near_copy = pairing.closeness >= 0.6 and (held.closed or held.before + held.after >= 2.0)
    if cue.kind == "alleged" and not kind:
        adverb = frame.folded[cue.first].endswith("ly") and held.predicate == cue.last + 1
        firm = (
            link.relation == "aligned" and adverb and held.after >= 1.9 and held.before + held.after >= 2.5 and "said" not in other.folded
        )
        common = set(pairing.match.values() if frame is pairing.left else pairing.match)
        return (near_copy or firm) and not any(word in _REPORTED and index not in common for index, word in enumerate(other.folded))
    if cue.kind in {"future", "planned"} and not kind:
        # "will meet" against "met": pending against done
        verb = fold(other.tokens[held.at].text)
        past = verb.endswith(_PAST) and verb != fold(frame.tokens[held.predicate].text)
        return near_copy and past and held.predicate - cue.last <= 2
    if cue.kind in {"able", "probable", "advice"} or (
        kind == "" and cue.kind == "possible" and fold(frame.tokens[cue.first].text) in {"possible", "potential"}
    ):
        return near_copy
    if near_copy:
        return True
    if held.predicate - cue.last > 3:
        return False
    if link.relation == "partial":
        return held.closed and held.after >= 1.9 and held.before >= 1.9
    return held.after >= 0.9 and held.before >= 0.9 and pairing.closeness >= 0.3


def _difference(
    frame: Frame, other: Frame, mine: tuple[int, int], theirs: tuple[int, int], kinds: tuple[str, str], severity: int, *, forward: bool
) -> Difference:
    here, there = evidence(frame, *mine), evidence(other, *theirs)
    a, b = (here, there) if forward else (there, here)
    who, whom = letter(frame.place.article), letter(other.place.article)
    text = f"{who} puts it {_WORDS[kinds[0]]} (“{here.text}”), {whom} {_WORDS[kinds[1]]} (“{there.text}”)."
    return Difference("modality", severity, a, b, text)
