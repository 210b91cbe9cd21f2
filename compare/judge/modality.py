"""How sure, how binding and how far done a thing is said to be.

"May" against "will", "must align" against "aligns", "plans to" against "did".
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.judge.anchors import Anchor, Cue, anchor, evidence, sides, window
from compare.judge.clauses import AUXILIARIES, clause, content, counterparts, kinship, tied
from compare.judge.denials import denied
from compare.judge.frames import Frame, Pairing
from compare.judge.moods import CLAUSAL, CUES, HELD, Mood, kinds, moods
from compare.model import Difference, Link, letter
from compare.text.vocabulary import irregular, listed
from compare.text.words import fold

# Which two ways of putting it a reader would take for different things; the one after the colon may be any of those after it, "fact" is no word at all
_EXCLUDES = """
possible: future sure confirmed duty fact planned decided intended would impossible unlikely
able: duty future sure impossible
probable: sure future fact duty confirmed unlikely impossible
unlikely: future sure confirmed fact planned decided would
impossible: future sure confirmed fact planned decided would
alleged: fact sure confirmed
apparent: fact sure confirmed
duty: fact advice future planned
advice: future fact planned
told: able possible
planned: fact sure
intended: fact sure confirmed future
wished: fact sure confirmed future decided planned would
promised: fact sure confirmed possible
unable: future
barred: advice
threatened: fact sure confirmed
future: fact
"""
_CONFLICTS: dict[frozenset[str], int] = {frozenset(("possible", "probable")): 1}
for _line in _EXCLUDES.strip().splitlines():
    _kind, _others = _line.split(":")
    for _other in _others.split():
        _CONFLICTS[frozenset((_kind, "" if _other == "fact" else _other))] = 2
_WORDS = {
    "possible": "as possible",
    "able": "as possible",
    "probable": "as likely",
    "alleged": "as alleged",
    "duty": "as a duty",
    "advice": "as advice",
    "future": "as certain",
    "would": "as certain",
    "unlikely": "as unlikely",
    "impossible": "as impossible",
    "apparent": "as apparent",
    "told": "as an order",
    "intended": "as a plan",
    "wished": "as a wish",
    "promised": "as a promise",
    "barred": "as forbidden",
    "exempt": "as no duty",
    "unable": "as out of reach",
    "decided": "as decided",
    "threatened": "as a threat",
    "confirmed": "as confirmed",
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
_SAYS = listed(
    "said says say told tells according claimed claims stated insisted argued argues maintained alleged alleges wrote reported announced"
)
_SOFT = listed(
    "if whether unless perhaps plan plans proposal proposals bid hope hopes due scheduled prospect chance risk danger fear fears feared threat"
)
_CLEARED = listed("acquit acquits acquitted acquittal cleared clears exonerated exonerates vindicated absolved")
# What takes the certainty from a "will" that it governs: "isn't certain that it will"
_OPEN = frozenset({"possible", "probable", "alleged", "apparent", "unlikely", "impossible", "wished"})
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
        there = CUES.cues(other)
        here = CUES.cues(frame)
        for mood in moods(frame):
            cue = mood.cue
            if all(index in match for index in range(cue.first, cue.last + 1)):
                continue
            if cue.kind in {"future", "would"} and (
                _softened(cue, here, match) or any(kinds(frame, at) & _OPEN for at in mood.governed[:1])
            ):
                continue
            if _agreed(pairing, mood, forward=forward) or (cue.kind == "alleged" and _cleared(other)):
                continue
            yield from tuple(_beside(link, pairing, mood, there, forward=forward)) or _governing(link, pairing, mood, forward=forward)


def _beside(link: Link, pairing: Pairing, mood: Mood, there: list[Cue], *, forward: bool) -> Iterator[Difference]:
    """What the words around a hedge tell: the same words stand in the other sentence with another hedge, or with none."""
    frame, other, match = (pairing.left, pairing.right, pairing.match) if forward else (pairing.right, pairing.left, pairing.back)
    cue = mood.cue
    held = anchor(frame, match, other, cue)
    if held is None:
        return
    rival = _rival(other, held, there, match, cue)
    kind = rival.kind if rival else ""
    if rival is None and (_of_a_thing(frame, mood) or (mood.governed and held.predicate not in mood.governed)):
        return
    if rival is None and (_named(frame, held.predicate) or _named(other, held.at) or frame.folded[cue.last] in CLAUSAL):
        return
    severity = _CONFLICTS.get(frozenset((cue.kind, kind)))
    if severity is None or (not forward and rival is not None):
        return
    if rival is None and (_done_anyway(frame, cue) or (_held(frame, cue) and _said(pairing, forward=forward))):
        return
    if rival is None and (not _verb_too(frame, held.predicate, other, held.at) or _soft(pairing, held.at, forward=forward)):
        return
    if {cue.kind, kind} == {"would", "possible"} and pairing.closeness < 0.6:
        return
    if not _enough(link, pairing, cue, held, kind, frame, other):
        return
    mine = (cue.first, held.predicate)
    theirs = (rival.first, max(rival.last, held.at)) if rival and rival.first <= held.at else (held.at, held.at)
    yield _difference(frame, other, mine, theirs, (cue.kind, kind), severity, forward=forward)


def _of_a_thing(frame: Frame, mood: Mood) -> bool:
    """Whether what is open is named by a noun ("talks about a merger"), which the other sentence may name too."""
    return mood.cue.kind != "alleged" and frame.folded[mood.cue.last] in {"of", "about", "on", "over", "for"}


def _named(frame: Frame, index: int) -> bool:
    """Whether the word is a name, which nobody does."""
    return index > 0 and frame.tokens[index].capital and not frame.titled


def _agreed(pairing: Pairing, mood: Mood, *, forward: bool) -> bool:
    """Whether the other sentence hedges the same word in a way that a reader takes for the same."""
    other = pairing.right if forward else pairing.left
    return any(
        _CONFLICTS.get(frozenset((mood.cue.kind, kind)), 0) < 2
        for index in mood.governed
        for there in counterparts(pairing, index, forward=forward)
        for kind in kinds(other, there, _common(pairing, forward=forward))
    )


def _common(pairing: Pairing, *, forward: bool) -> frozenset[int]:
    """The other sentence's tokens that this one has too: a hedge that both have says nothing of the one that this one alone has."""
    return pairing.alike[1 if forward else 0]


def _governing(link: Link, pairing: Pairing, mood: Mood, *, forward: bool) -> Iterator[Difference]:
    """What a hedge governs, wherever it stands in the other sentence: hedged otherwise there, or told as a fact."""
    frame, other = (pairing.left, pairing.right) if forward else (pairing.right, pairing.left)
    for index in (*mood.governed, *mood.objects):
        for there in counterparts(pairing, index, forward=forward)[:1]:
            if not content(other, there) or denied(frame, index) != denied(other, there):
                continue
            whole = index in mood.governed
            common = _common(pairing, forward=forward)
            rivals = [
                rival for rival in moods(other) if there in rival.governed and (whole or rival.adjective) and rival.cue.first not in common
            ]
            if not whole and not rivals:
                continue
            if any(_turned(one, mood, at) for one, mood, at in ((frame, mood, index), *((other, rival, there) for rival in rivals))):
                continue
            rival = min(rivals, key=lambda rival: abs(rival.cue.last - there), default=None)
            kind = rival.cue.kind if rival else ""
            severity = _CONFLICTS.get(frozenset((mood.cue.kind, kind)), 0)
            i, j = (index, there) if forward else (there, index)
            if {mood.cue.kind, kind} == {"would", "possible"} and pairing.closeness < 0.6:
                continue
            if severity < 2 or not _one_matter(link, pairing, i, j):
                continue
            if rival is None and (mood.adjective or there == 0 or _of_a_thing(frame, mood)):
                continue
            if rival is None and (_done_anyway(frame, mood.cue) or (_held(frame, mood.cue) and _said(pairing, forward=forward))):
                continue
            if rival is None and not _told_as_fact(pairing, mood.cue, index, there, forward=forward):
                continue
            mine = (min(mood.cue.first, index), max(mood.cue.last, index))
            theirs = (min(rival.cue.first, there), max(rival.cue.last, there)) if rival else (there, there)
            yield _difference(frame, other, mine, theirs, (mood.cue.kind, kind), severity, forward=forward)
            return


def _turned(frame: Frame, mood: Mood, index: int) -> bool:
    """Whether what is charged or confirmed is that it was not so: "confirmed that he was not guilty of fraud", "cleared of the alleged fraud"."""
    if mood.cue.kind not in {"alleged", "confirmed"}:
        return False
    between = range(mood.cue.last + 1, max(index, mood.cue.last + 1))
    return any(frame.folded[step] in {"not", "no", "never"} for step in between) or _cleared(frame)


def _cleared(frame: Frame) -> bool:
    """Whether a charge is told to be refuted."""
    return any(word in _CLEARED and (step == 0 or frame.folded[step - 1] not in {"not", "no"}) for step, word in enumerate(frame.folded))


def _done_anyway(frame: Frame, cue: Cue) -> bool:
    """Whether what had to be done was done: "had to cancel", "was forced to sell"."""
    words = {frame.folded[index] for index in range(max(0, cue.first - 2), cue.last + 1)}
    return cue.kind == "duty" and bool(words & {"had", "was", "were", "forced", "needed"})


def _held(frame: Frame, cue: Cue) -> bool:
    """Whether somebody is said to hold or claim it ("claims that"), not the writer to doubt it ("allegedly")."""
    return cue.kind == "alleged" and (frame.folded[cue.last] == "that" or frame.folded[cue.first] in HELD)


def _said(pairing: Pairing, *, forward: bool) -> bool:
    other = pairing.right if forward else pairing.left
    return not _SAYS.isdisjoint(other.folded)


def _one_matter(link: Link, pairing: Pairing, i: int, j: int) -> bool:
    common, share = kinship(pairing, i, j)
    if not tied(pairing, i, j):
        return False
    if link.relation == "partial":
        return common >= 2.9 and share >= 0.6
    return common >= 1.9 and share >= 0.5


def _told_as_fact(pairing: Pairing, cue: Cue, index: int, there: int, *, forward: bool) -> bool:
    """Whether the other sentence has the word as a plain verb, and for what was pending as a thing done."""
    frame, other = (pairing.left, pairing.right) if forward else (pairing.right, pairing.left)
    if not _verb_too(frame, index, other, there) or _soft(pairing, there, forward=forward) or (there and other.folded[there - 1] == "to"):
        return False
    word = other.folded[there]
    if _named(other, there):
        return False
    past = word.endswith("ed") or irregular(other.tokens[there].text) or (there > 0 and other.folded[there - 1] in AUXILIARIES)
    return past or (cue.kind not in {"future", "planned", "intended", "promised"} and pairing.closeness >= 0.6)


def _soft(pairing: Pairing, there: int, *, forward: bool) -> bool:
    """Whether the clause of the other sentence's word has a condition or a hedge of its own, which this sentence lacks."""
    other = pairing.right if forward else pairing.left
    common = set(pairing.match.values() if forward else pairing.match)
    around = clause(other, there)
    return any(other.folded[index] in _SOFT and index not in common for index in around) or any(
        mood.cue.first in around and not all(index in common for index in range(mood.cue.first, mood.cue.last + 1)) for mood in moods(other)
    )


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
        hedge.kind in {"possible", "probable", "alleged", "apparent", "unlikely"}
        and abs(hedge.first - cue.first) <= 8
        and hedge.first not in match
        for hedge in here
    )


def _verb_too(frame: Frame, index: int, other: Frame, there: int) -> bool:
    """Whether the other word may be a verb: "could restrict" says nothing against "restrictive conditions"."""
    endings = ("ive", "able", "ion", "ment", "al", "ance", "ence", "ing", "er", "or", "ity", "ness")
    one, two = frame.folded[index], other.folded[there]
    return one == two or not two.endswith(endings) or one.endswith(endings)


def _enough(link: Link, pairing: Pairing, cue: Cue, held: Anchor, kind: str, frame: Frame, other: Frame) -> bool:
    near_copy = pairing.closeness >= 0.6 and (held.closed or held.before + held.after >= 2.0)
    if cue.kind in {"alleged", "apparent"} and not kind:
        adverb = frame.folded[cue.first].endswith("ly") and held.predicate == cue.last + 1
        firm = (
            link.relation == "aligned" and adverb and held.after >= 1.9 and held.before + held.after >= 2.5 and "said" not in other.folded
        )
        common = set(pairing.match.values() if frame is pairing.left else pairing.match)
        return (near_copy or firm) and not any(word in _REPORTED and index not in common for index, word in enumerate(other.folded))
    if cue.kind in {"future", "planned", "intended", "promised"} and not kind:
        # "will meet" against "met": pending against done
        verb = fold(other.tokens[held.at].text)
        past = verb.endswith(_PAST) and verb != fold(frame.tokens[held.predicate].text)
        return near_copy and past and held.predicate - cue.last <= 2
    if cue.kind in {"able", "probable", "advice", "wished", "unlikely", "impossible", "threatened", "told", "intended"} or (
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
