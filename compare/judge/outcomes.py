"""What one article denies and the other affirms, however it is worded and wherever the clause stands: "did not sign the treaty", "signed it";
"voted down the plan", "approved it". Both the words that deny and opposite verbs count, so that "did not reject" agrees with "accepted".
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.judge.anchors import evidence, sides
from compare.judge.clauses import clause, content, counterparts, following, kinship, tied
from compare.judge.denials import Denial, denials, denied
from compare.judge.families import Sense, relational, senses
from compare.judge.frames import Frame, Pairing
from compare.judge.moods import kinds
from compare.judge.reversals import led_by_reversal, made_up_for, named
from compare.model import Difference, Link, letter
from compare.text.vocabulary import listed

# What may deny on the other side in other words, or half deny: then nothing is said
_HALF = listed(
    "only first few fewer less little least hardly barely scarcely rarely seldom unless until instead rather yet short below except apart "
    "shortage scarcity dearth zero nil unprecedented last lack lacks lacked lacking goalless unbeaten unclear unknown"
)
# What stands before a thing that was so before, or that something is done against
_BACKGROUND = listed("after following since despite before until")
_PENDING = frozenset({"wished", "intended", "possible", "promised", "threatened", "decided", "advice"})
# So many words of one family in a sentence are compared: no news has more, and hostile text has a hundred.
_MOST = 8
_MORE = (listed("more most majority many all every over above"), listed("less fewer few minority none under below little"))


def find(link: Link, pairing: Pairing) -> Iterator[Difference]:
    """Predicates that one sentence denies and the other affirms, and predicates that tell opposite outcomes."""
    yield from _denied(link, pairing)
    yield from _opposed(link, pairing)


def agrees(pairing: Pairing, index: int, *, forward: bool) -> bool:
    """Whether the other sentence says of the word at ``index`` what this one does: denies it too, or affirms it too, in whatever words."""
    frame, other = (pairing.left, pairing.right) if forward else (pairing.right, pairing.left)
    mine = denied(frame, index)
    if any(denied(other, there) == mine for there in counterparts(pairing, index, forward=forward)):
        return True
    back = pairing.back if forward else pairing.match
    return any(
        one.family == two.family and _sign(frame, one) == _sign(other, two) and back.get(two.first, index) == index
        for one in senses(frame)
        if one.first <= index <= one.last
        for two in senses(other)
    )


def _sign(frame: Frame, sense: Sense) -> int:
    return -sense.pole if denied(frame, sense.first) else sense.pole


def _denied(link: Link, pairing: Pairing) -> Iterator[Difference]:
    for frame, other, match, forward in sides(pairing):
        for denial in denials(frame):
            if _unread(frame, other, match, denial) or any(agrees(pairing, index, forward=forward) for index in denial.denied):
                continue
            for index in denial.denied:
                there = next(iter(counterparts(pairing, index, forward=forward)), None)
                if (
                    there is None
                    or not content(other, there)
                    or pending(frame, index, other, there)
                    or named(frame, index)
                    or named(other, there)
                    or half(pairing, denial, there, forward=forward)
                    or made_up_for(pairing, denial.cue, there, forward=forward)
                ):
                    continue
                i, j = (index, there) if forward else (there, index)
                if not _same_matter(link, pairing, i, j, least=0.4):
                    continue
                mine = evidence(frame, min(denial.cue.first, index), max(denial.cue.last, index))
                theirs = evidence(other, there, there)
                who, whom = letter(frame.place.article), letter(other.place.article)
                a, b = (mine, theirs) if forward else (theirs, mine)
                text = f"{who} denies what {whom} affirms: “{mine.text}” against “{theirs.text}”."
                yield Difference("negation", 3 if link.relation == "aligned" else 2, a, b, text)
                break


def _unread(frame: Frame, other: Frame, match: dict[int, int], denial: Denial) -> bool:
    """Whether the other sentence has the same word that denies, but what it denies there can't be told ("nothing … bad")."""
    there = match.get(denial.cue.first)
    return (
        there is not None
        and (
            other.folded[there] == frame.folded[denial.cue.first] or {other.folded[there], frame.folded[denial.cue.first]} == {"no", "not"}
        )
        and all(two.cue.first != there for two in denials(other))
    )


def pending(frame: Frame, index: int, other: Frame, there: int) -> bool:
    """Whether the other sentence only hopes, plans or may do what this one says isn't done: both may be true."""
    return bool((kinds(other, there) & _PENDING) - kinds(frame, index))


def half(pairing: Pairing, denial: Denial, there: int, *, forward: bool) -> bool:
    """Whether the clause of the other sentence's token ``there`` denies or half denies in words of its own, or this one leaves room ("until")."""
    frame, other = (pairing.left, pairing.right) if forward else (pairing.right, pairing.left)
    common = set(pairing.match.values() if forward else pairing.match)
    around = clause(other, there)
    if any(other.folded[index] in _HALF and index not in common for index in around):
        return True
    between = range(denial.cue.last + 1, max(denial.denied[0], denial.cue.last + 1))
    if any(
        frame.folded[index] in {"first", "only", "last"} and index not in (pairing.match if forward else pairing.back) for index in between
    ):
        return True
    if any(frame.folded[index] in {"until", "unless", "yet"} for index in clause(frame, denial.cue.first)):
        return True
    return any(two.cue.first in around and not _explained(pairing, denial, two, forward=forward) for two in denials(other))


def _explained(pairing: Pairing, denial: Denial, two: Denial, *, forward: bool) -> bool:
    """Whether the other sentence's denial has another one than ``denial`` for its counterpart."""
    frame, back = (pairing.left, pairing.back) if forward else (pairing.right, pairing.match)
    if back.get(two.cue.first, -1) in {other.cue.first for other in denials(frame) if other.cue.first != denial.cue.first}:
        return True
    return any(
        denied(frame, here) and here not in denial.denied
        for index in two.denied
        for here in counterparts(pairing, index, forward=not forward)
    )


def _same_matter(link: Link, pairing: Pairing, i: int, j: int, least: float = 0.5) -> bool:
    """Whether the clauses around two tokens speak of one thing."""
    common, share = kinship(pairing, i, j)
    if not tied(pairing, i, j):
        return False
    if link.relation == "partial":
        return common >= 2.9 and share >= 0.6
    return (common >= 1.9 and share >= least) or (common >= 0.9 and share >= 0.5 and pairing.closeness >= 0.5)


def _opposed(link: Link, pairing: Pairing) -> Iterator[Difference]:
    left, right = pairing.left, pairing.right
    for one, two in _rivals(pairing):
        if relational(one.family) and not _same_subject(pairing, one, two):
            continue
        if _conditional(left, one.first) != _conditional(right, two.first) or _past(left, one) != _past(right, two):
            continue
        if led_by_reversal(pairing, one.first, forward=True) != led_by_reversal(pairing, two.first, forward=False):
            continue
        if any(_kept(pairing, sense.first, forward=forward) for sense, forward in ((one, True), (two, False))):
            continue
        if not _same_matter(link, pairing, one.first, two.first) or turned_twice(pairing, one.first, two.first):
            continue
        a, b = evidence(left, one.first, one.last), evidence(right, two.first, two.last)
        text = f"{letter(a.article)} says “{a.text}”, {letter(b.article)} “{b.text}”: the opposite."
        yield Difference("negation", 3 if link.relation == "aligned" else 2, a, b, text)


def _rivals(pairing: Pairing) -> Iterator[tuple[Sense, Sense]]:
    """Senses that exclude each other, each told of what is most like the other's matter, and of one mind in no family."""
    left, right = pairing.left, pairing.right
    for family in sorted({sense.family for sense in senses(left)} & {sense.family for sense in senses(right)}):
        mine = [sense for sense in senses(left) if sense.family == family][:_MOST]
        theirs = [sense for sense in senses(right) if sense.family == family][:_MOST]
        if {_sign(left, sense) for sense in mine} == {_sign(right, sense) for sense in theirs} and len(mine) == len(theirs) == 1:
            continue
        near = {(one, two): kinship(pairing, one.first, two.first) for one in mine for two in theirs}
        # how like the matter of each is at best to that of one that says the same of it
        best: dict[tuple[bool, Sense], tuple[float, float]] = {}
        for (one, two), value in near.items():
            if _sign(left, one) == _sign(right, two):
                for key in ((True, one), (False, two)):
                    best[key] = max(best.get(key, value), value)
        for one in mine:
            for two in theirs:
                if _sign(left, one) == _sign(right, two) or pairing.match.get(one.first) == two.first:
                    continue  # the same word is told by what denies it
                if any(best[key] >= near[one, two] for key in ((True, one), (False, two)) if key in best):
                    continue
                if not _poles(left, one.first) & _poles(right, two.first):
                    yield one, two


def _conditional(frame: Frame, index: int) -> bool:
    """Whether it is a condition, not told as a fact: "until she agrees"."""
    return any(frame.folded[other] in {"until", "unless", "if"} for other in clause(frame, index) if other < index)


def _past(frame: Frame, sense: Sense) -> bool:
    """Whether it is what was before or is to end: "after a closure", "despite the ban"."""
    return any(
        frame.folded[index] in _BACKGROUND and not any(frame.gap(step).strip() for step in range(index + 1, sense.first + 1))
        for index in range(max(0, sense.first - 4), sense.first)
    )


def _kept(pairing: Pairing, index: int, *, forward: bool) -> bool:
    """Whether the other sentence has the very word too, as much denied: then it is no opposite of another word there."""
    frame, other, match = (pairing.left, pairing.right, pairing.match) if forward else (pairing.right, pairing.left, pairing.back)
    there = match.get(index)
    return there is not None and frame.folded[index] == other.folded[there] and denied(frame, index) == denied(other, there)


def _poles(frame: Frame, index: int) -> set[tuple[int, int]]:
    return {(sense.family, _sign(frame, sense)) for sense in senses(frame) if sense.first == index}


def _same_subject(pairing: Pairing, one: Sense, two: Sense) -> bool:
    """Whether the last matched word of weight before both is the same one, and what follows both too."""
    left, right = pairing.left, pairing.right
    after, behind = following(left, one.last, 4), following(right, two.last, 4)
    if (after in pairing.match and pairing.match[after] < two.first) or (behind in pairing.back and pairing.back[behind] < one.first):
        return False
    before = [index for index in range(max(0, one.first - 8), one.first) if pairing.match.get(index, len(right.tokens)) < two.first]
    return any(
        left.tokens[index].weight == 1.0
        and not any(right.tokens[there].weight == 1.0 and there in pairing.back for there in range(pairing.match[index] + 1, two.first))
        for index in before[-3:]
    )


def turned_twice(pairing: Pairing, i: int, j: int) -> bool:
    """Whether the amount is turned round too: "more than half survived", "fewer than half died"."""
    here, there = _words(pairing.left, i), _words(pairing.right, j)
    much, little = _MORE
    return bool((here & much and there & little and not here & little) or (here & little and there & much and not there & little))


def _words(frame: Frame, index: int) -> set[str]:
    return {part for token in clause(frame, index) for part in frame.tokens[token].text.lower().split()}
