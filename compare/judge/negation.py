"""What one article denies and the other affirms, in sentences that are otherwise alike, and a "not just" that became a "not"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.judge.anchors import Anchor, Cue, Table, anchor, evidence, sides, window
from compare.judge.exclusive import groups, kind_of
from compare.judge.sentence_pairs import ComparisonIndex, SentencePair, Token, TokenisedSentence
from compare.model import Difference, Evidence, Link, Place
from compare.model.outlets import voice
from compare.text.vocabulary import listed
from compare.text.words import fold

_ONLY = "just|only|merely|simply|solely|alone|necessarily|exclusively|purely"
_NEGATIONS = Table(
    (f"not {_ONLY}", "partly"),
    (f"not be {_ONLY}", "partly"),
    ("no|not less|fewer|more than", "idle"),
    ("no doubt|wonder|matter", "idle"),
    ("not until|least|surprisingly|unlike|so", "idle"),
    ("whether or not", "idle"),
    ("if not", "idle"),
    ("no longer", "not"),
    ("not|never|no|neither|nor|none|nobody|nothing|without", "not"),
    ("fail|fails|failed|failing|failure to", "not"),
    ("refuse|refuses|refused|refusing|refusal to", "not"),
    ("decline|declines|declined|declining to", "not"),
    ("deny|denies|denied|denying that", "not"),
)
# What may deny on the other side in other words: then nothing is said
_DENIALS = listed(
    "not no never neither nor none nobody nothing nowhere without unable unlikely lack lacks lacked lacking hardly barely scarcely rarely seldom "
    "few little instead rather fail fails failed failing failure refuse refuses refused refusing refusal decline declines declined declining deny "
    "denies denied denying denial reject rejects rejected rejecting avoid avoids avoided stop stops stopped prevent prevents prevented ban banned "
    "bars barred forbids forbade forbidden oppose opposes opposed against disagree disagreed dispute disputed dismiss dismissed rule ruled "
    "absent absence impossible ineligible unwilling false "
    "untrue short stall stalled block blocked blocks halt halted yet until unless except barring abandon abandoned drop dropped cancel cancelled "
    "canceled zero only doubt doubts doubted unclear ended ends end missed misses withheld withhold first less fewer out cut lost lose loses"
)
_OUTRIGHT = listed("not no never neither nor none nobody nothing without cannot")
_NEAR_COPY = 0.8
_ENOUGH_AFTER, _ENOUGH_BEFORE = 0.9, 0.6
_LIKE = 0.35


def find(link: Link, pair: SentencePair) -> Iterator[Difference]:
    """Negations that stand on one side of a linked pair alone."""
    if pair.closeness < _LIKE:
        return
    for tokenised, other, match, forward in sides(pair):
        there = _NEGATIONS.cues(other)
        for cue in _NEGATIONS.cues(tokenised):
            if cue.kind == "idle" or (cue.first in match and cue.kind == "not"):
                continue
            if cue.kind == "partly":
                lost = _lost(pair, tokenised, match, other, cue, there)
                if lost is not None:
                    yield _difference(tokenised, other, (cue.first, cue.last), lost, forward=forward, lost=True)
                elif _unlimited(tokenised, match, other, cue):
                    yield _difference(tokenised, other, (cue.first, cue.last), (match[cue.last],) * 2, forward=forward)
                continue
            held = anchor(tokenised, match, other, cue)
            if any(one is not cue and abs(one.first - cue.first) <= 3 for one in _NEGATIONS.cues(tokenised)):
                continue  # what is denied twice
            if held is None or _label(tokenised, cue) or not _governs(tokenised, cue, held) or not _enough(tokenised, pair, cue, held):
                continue
            if not _denied(other, held.at, there, match) and not _opposite(tokenised, other, cue, held):
                yield _difference(
                    tokenised, other, (cue.first, held.predicate), (_first_of(other, match, held, tokenised, cue), held.at), forward=forward
                )


def told_beside(compared: ComparisonIndex, difference: Difference) -> bool:
    """Whether a sentence beside the one that seems to affirm denies the same word: one article may tell in two sentences what the other does in one."""
    a, b = difference.a, difference.b
    assert a is not None
    assert b is not None
    words = {token.key for end in (a, b) for token in _tokens(compared, end) if token.weight == 1.0}
    for end in (a, b):
        for beside in (end.sentence - 1, end.sentence + 1):
            if 0 <= beside < len(compared.analyses[end.article].sentences):
                tokenised = compared.tokenised(Place(end.article, beside))
                if not _OUTRIGHT.isdisjoint(tokenised.folded) and any(token.key in words for token in tokenised.tokens):
                    return True
    return False


def _tokens(compared: ComparisonIndex, end: Evidence) -> tuple[Token, ...]:
    return tuple(token for token in compared.tokenised(end.place).tokens if end.start <= token.start < end.end)


def _enough(tokenised: TokenisedSentence, pair: SentencePair, cue: Cue, held: Anchor) -> bool:
    if held.closed or (cue.first == 0 and held.after >= _ENOUGH_AFTER):
        return True
    return held.after >= _ENOUGH_AFTER and held.before >= _ENOUGH_BEFORE


def _governs(tokenised: TokenisedSentence, cue: Cue, held: Anchor) -> bool:
    """Whether the denial reaches the matched word: no other word of weight and no comma in between ("refused to *lift* the ban")."""
    between = range(cue.last + 1, held.predicate)
    return all(tokenised.tokens[index].weight < 1.0 or tokenised.folded[index].endswith("ly") for index in between) and not any(
        "," in tokenised.gap(index) for index in range(cue.last + 1, held.predicate + 1)
    )


def _label(tokenised: TokenisedSentence, cue: Cue) -> bool:
    """Whether it is a label: "No. 2" and "No, he said" deny nothing."""
    token = tokenised.tokens[cue.first]
    after = tokenised.text[token.end - tokenised.start : token.end - tokenised.start + 2]
    numbered = token.text == "No" and tokenised.tokens[min(cue.first + 1, len(tokenised.tokens) - 1)].value is not None
    return fold(token.text) == "no" and (after[:1] in {".", ","} or numbered)


def _denied(other: TokenisedSentence, at: int, there: list[Cue], match: dict[int, int]) -> bool:
    """Whether the other sentence denies too, in whatever words; what both sentences say alike ("denied", "without") counts for neither."""
    near = window(other, at, 7, 4)
    common = set(match.values())
    if any(word in _OUTRIGHT and index not in common for index, word in enumerate(other.folded)):
        return True
    return any(index not in common and other.folded[index] in _DENIALS for index in near) or any(
        cue.kind == "not" and cue.first in near and not all(index in common for index in range(cue.first, cue.last + 1)) for cue in there
    )


def _opposite(tokenised: TokenisedSentence, other: TokenisedSentence, cue: Cue, held: Anchor) -> bool:
    """Whether it is denied by the opposite: "did not reject the bill" against "accepted the bill"."""
    mine = {group for token in tokenised.tokens[cue.last + 1 : held.predicate + 4] for group in groups(token.text)}
    theirs = {group for index in window(other, held.at, 6, 4) for group in groups(other.tokens[index].text)}
    return any(one.family == two.family and one.group != two.group and kind_of(one.family) == "negation" for one in mine for two in theirs)


def _unlimited(tokenised: TokenisedSentence, match: dict[int, int], other: TokenisedSentence, cue: Cue) -> bool:
    """Whether the other sentence has the "just" of "not just" without the "not", before the same word."""
    there, after = match.get(cue.last, -1), match.get(cue.last + 1, -1)
    if there < 0 or after != there + 1 or other.folded[there] != tokenised.folded[cue.last]:
        return False
    return not any(other.folded[index] in {"not", "no", "never", "nor"} for index in window(other, there, 3, 0))


def _lost(
    pair: SentencePair, tokenised: TokenisedSentence, match: dict[int, int], other: TokenisedSentence, cue: Cue, there: list[Cue]
) -> tuple[int, int] | None:
    """Where the other sentence says plain "not" of the same thing."""
    if any(cue.kind == "partly" for cue in there) or ("also" in {*other.folded, *tokenised.folded} and pair.closeness < _NEAR_COPY):
        return None
    mine = _following(tokenised, cue)
    for rival in there:
        if rival.kind != "not" or other.folded[rival.first] in {"no", "without"}:
            continue
        theirs = _following(other, rival)
        shared = [key for key in mine if key in theirs]
        beside = any(mine[key] == 1 and theirs[key] == 1 for key in shared) or any(index in match for index in (cue.first, cue.last + 1))
        if beside and any(other.tokens[rival.last + theirs[key]].weight == 1.0 for key in shared):
            return rival.first, rival.last + min(theirs[key] for key in shared)
    return None


def _following(tokenised: TokenisedSentence, cue: Cue) -> dict[str, int]:
    """The words after a cue with their distance from it."""
    found: dict[str, int] = {}
    for distance, token in enumerate(tokenised.tokens[cue.last + 1 : cue.last + 13], start=1):
        found.setdefault(token.key, distance)
    return found


def _first_of(other: TokenisedSentence, match: dict[int, int], held: Anchor, tokenised: TokenisedSentence, cue: Cue) -> int:
    left = next(
        (
            match[index]
            for index in range(cue.first - 1, max(-1, cue.first - 4), -1)
            if index in match and tokenised.tokens[index].weight < 0.9
        ),
        held.at,
    )
    return left if held.at - 3 <= left <= held.at else held.at


def _difference(
    tokenised: TokenisedSentence,
    other: TokenisedSentence,
    mine: tuple[int, int],
    theirs: tuple[int, int],
    *,
    forward: bool,
    lost: bool = False,
) -> Difference:
    here, there = evidence(tokenised, *mine), evidence(other, *theirs)
    a, b = (here, there) if forward else (there, here)
    who, whom = voice(tokenised.place.article), voice(other.place.article)
    if lost:
        return Difference("negation", 2, a, b, f"{who} says “{here.text}”, {whom} plainly “{there.text}”.")
    return Difference("negation", 3, a, b, f"{who} denies what {whom} affirms: “{here.text}” against “{there.text}”.")
