"""Quotations of different articles that purport to be the same utterance.

Found before sentences are linked, from the words inside the marks, who is said to have said them, and what the sentence around them says:
the same words, fewer of them, other ones in a few places, or, by the same speaker on the same point, quite other ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from compare.align.frames import FRAGMENT, SAME_SENTENCE, Frame, Frames, same_frame
from compare.align.related import related_pairs
from compare.align.strongest import strongest
from compare.align.utterances import BRIEF, Likeness, Relation, Utterance, liken, purport_to_be_one, reworded, utterances
from compare.align.voices import Voices
from compare.model import Analysis, ComparedQuotation, Entity
from compare.parallel import Lost, Team

COMMON_STEM = 60
"""A word that more utterances hold says nothing of two being one; it leads to no comparison."""
COMPARED_AT_MOST = 12
"""So many utterances of another article are compared with one word by word, those that share the most with it."""
SHARED = 0.3
"""Utterances with a smaller share of matter in common aren't compared word by word."""
REWORDED_ALONE = 0.75
REWORDED_EACH = 0.4
REWORDED_TOGETHER = 0.5
_RANK: dict[Relation, int] = {"verbatim": 0, "trimmed": 1, "respelt": 2, "shaded": 3, "altered": 4}

_SHARE = 20
"""Pairs of articles that a process is given at a time."""

Key = tuple[int, int]
"""A quotation: the article and its index among the article's quotations."""


class Tie(NamedTuple):
    """Two quotations that purport to be the same utterance; ``a`` is of the earlier article.

    ``likeness`` compares the two sentences inside marks that agree best; it is None where the words have nothing to compare: the same speaker
    is quoted on the same point with quite other words, and ``relation`` is altered. ``voice``: the same speaker, another, or unknown (None).
    ``confidence``: how surely the two are one utterance, 0 to 1.
    """

    a: Key
    b: Key
    relation: Relation
    voice: bool | None
    left: Utterance | None = None
    right: Utterance | None = None
    likeness: Likeness | None = None
    confidence: float = 1.0


def cluster(analyses: Sequence[Analysis], entities: Sequence[Entity], team: Team | None = None) -> tuple[ComparedQuotation, ...]:
    """Every quotation with its cluster; fidelity is found later, when sentences are linked. Merged entities aren't needed: names are compared.

    A ``team`` of processes shares the work.
    """
    del entities
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while parent.get(key, key) != key:
            key = parent[key]
        return key

    ties = tuple(_best_of_each(find_utterance_ties(analyses, team)))
    for tie in ties:
        first, second = sorted((root(tie.a), root(tie.b)))
        parent[second] = first
    tied = {key for tie in ties for key in (tie.a, tie.b)}
    names: dict[Key, str] = {}
    found = []
    for article, analysis in enumerate(analyses):
        for number, quotation in enumerate(analysis.quotations):
            key = (article, number)
            name = names.setdefault(root(key), f"q{len(names) + 1}") if key in tied else ""
            found.append(ComparedQuotation(article, quotation, name))
    return tuple(found)


def find_ties(analyses: Sequence[Analysis]) -> tuple[Tie, ...]:
    """The ties between quotations of different articles, one for each two, in the order of the articles and of their texts."""
    return tuple(_best_of_each(find_utterance_ties(analyses)))


def find_utterance_ties(analyses: Sequence[Analysis], team: Team | None = None) -> tuple[Tie, ...]:
    """As `find_ties`, but one for each two sentences inside the marks."""
    return _utterance_ties(_Asked(tuple(analyses), team))


class _Asked(NamedTuple):
    """Articles whose ties are asked for. Who finds them plays no part: asked again, they are found already."""

    analyses: tuple[Analysis, ...]
    team: Team | None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self.analyses == other.analyses

    def __hash__(self) -> int:
        return hash(self.analyses)


@lru_cache(maxsize=2)
def _utterance_ties(asked: _Asked) -> tuple[Tie, ...]:
    """Kept, as clusters are found before links and fidelity and differences after."""
    pairs = related_pairs(asked.analyses)
    if asked.team is not None:
        shares = [pairs[at : at + _SHARE] for at in range(0, len(pairs), _SHARE)]
        with suppress(Lost):
            held = asked.team.hold(_Spoken, asked.analyses)
            return tuple(sorted((tie for ties in asked.team.each(_ties, held, shares) for tie in ties), key=_place))
    return tuple(sorted(_ties(_Spoken(asked.analyses), pairs), key=_place))


class _Spoken:
    """What ties are found in: who speaks, the sentences inside the marks of each article and what is around them, each read once."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self.analyses = analyses
        self.voices = Voices(analyses)
        self._utterances: dict[int, Sequence[Utterance]] = {}
        self._framed: dict[int, Frames] = {}
        self._frames: dict[Key, Frame] = {}

    def utterances(self, article: int) -> Sequence[Utterance]:
        if article not in self._utterances:
            self._utterances[article] = utterances(article, self.analyses[article])
        return self._utterances[article]

    def frame(self, key: Key) -> Frame:
        if key not in self._frames:
            if key[0] not in self._framed:
                self._framed[key[0]] = Frames(self.analyses[key[0]])
            self._frames[key] = self._framed[key[0]].of(key[1])
        return self._frames[key]


def _ties(held: _Spoken, pairs: Sequence[tuple[int, int]]) -> list[Tie]:
    ties: list[Tie] = []
    for a, b in pairs:
        near = _worded_alike(held.analyses, held.utterances(a), held.utterances(b), held.voices)
        ties += near
        taken = {key for tie in near for key in (tie.a, tie.b)}
        ties += _worded_otherwise(held, a, b, taken)
    return ties


def _place(tie: Tie) -> tuple[Key, Key, int, int]:
    return tie.a, tie.b, tie.left.start if tie.left else -1, tie.right.start if tie.right else -1


def _candidates(left: Sequence[Utterance], right: Sequence[Utterance]) -> Iterator[tuple[Utterance, Utterance]]:
    """Pairs that share enough words of matter, one of which isn't everywhere; of each utterance those that share the most."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, utterance in enumerate(right):
        for stem in utterance.stems or frozenset(utterance.forms):
            index[stem].append(number)
    shares: dict[tuple[int, int], float] = {}
    for first, utterance in enumerate(left):
        numbers = {n for stem in utterance.stems or utterance.forms if len(index.get(stem, ())) <= COMMON_STEM for n in index.get(stem, ())}
        for second in sorted(numbers):
            other = right[second]
            common = len(utterance.stems & other.stems)
            if common >= SHARED * min(len(utterance.stems), len(other.stems)):
                shares[first, second] = common / max(1, len(utterance.stems | other.stems))
    for first, second in sorted(strongest(shares, COMPARED_AT_MOST, (len(left), len(right)))):
        yield left[first], right[second]


def _worded_alike(analyses: Sequence[Analysis], left: Sequence[Utterance], right: Sequence[Utterance], voices: Voices) -> list[Tie]:
    """Ties by words. If words differ, the two must be each other's best match, so that a phrase said twice isn't taken for an alteration."""
    found: list[Tie] = []
    for u, v in _candidates(left, right):
        likeness = liken(u, v)
        if likeness is None:
            continue
        p = analyses[u.article].quotations[u.quotations[0]]
        q = analyses[v.article].quotations[v.quotations[0]]
        voice = voices.same(p, q)
        if purport_to_be_one(u, v, likeness, same_voice=voice):
            sure = _confidence(u, v, likeness, voice=voice)
            for one in u.quotations:
                found += [Tie((u.article, one), (v.article, two), likeness.relation, voice, u, v, likeness, sure) for two in v.quotations]
    spans: dict[int, list[tuple[Utterance, int, int, float]]] = {0: [], 1: []}
    kept = []
    for tie in sorted(found, key=_rank):
        if tie.likeness is None or tie.left is None or tie.right is None:
            continue
        first, last, low, high = tie.likeness.core
        cores = ((tie.left, first, last), (tie.right, low, high))
        rank = _rank(tie)[0]
        beaten = any(
            mine is other and start < till and since < stop and better < rank
            for side, (mine, start, stop) in enumerate(cores)
            for other, since, till, better in spans[side]
        )
        if tie.relation in ("verbatim", "trimmed") or not beaten:
            kept.append(tie)
            for side, core in enumerate(cores):
                spans[side].append((*core, rank))
    return kept


def _confidence(u: Utterance, v: Utterance, likeness: Likeness, *, voice: bool | None) -> float:
    """How surely two utterances are one: by the words that their cores share, what of the shorter one they are, and who speaks."""
    if likeness.relation in ("verbatim", "trimmed"):
        return 1.0
    sure = 0.5 * (likeness.ratio + likeness.sense) * (0.6 + 0.4 * min(1.0, likeness.covered))
    sure += 0.1 if voice else -0.2
    sure -= 0.15 if min(len(u.firm), len(v.firm)) < BRIEF else 0.0
    # where one ends otherwise, it may have been said twice
    sure -= 0.15 if likeness.changed and likeness.changed[-1][1] == len(u.words) and likeness.changed[-1][3] == len(v.words) else 0.0
    return round(max(0.0, min(1.0, sure)), 2)


def _rank(tie: Tie) -> tuple[float, int]:
    """Smaller is better: more words in common, then the milder relation."""
    return (-tie.likeness.common * tie.likeness.ratio if tie.likeness else 0.0, _RANK[tie.relation])


def _best_of_each(ties: Sequence[Tie]) -> list[Tie]:
    """One tie for two quotations: an altered sentence outweighs those that are alike."""
    chosen: dict[tuple[Key, Key], Tie] = {}
    for tie in ties:
        before = chosen.get((tie.a, tie.b))
        if before is None or (_RANK[tie.relation] if _RANK[tie.relation] > 1 else -1, tie.likeness.common if tie.likeness else 0) > (
            _RANK[before.relation] if _RANK[before.relation] > 1 else -1,
            before.likeness.common if before.likeness else 0,
        ):
            chosen[tie.a, tie.b] = tie
    return list(chosen.values())


def _worded_otherwise(held: _Spoken, a: int, b: int, taken: set[Key]) -> list[Tie]:
    """Ties of quotations with quite other words: the same speaker, on the same point. Each must be the other's best."""
    by_quotation: dict[Key, list[Utterance]] = defaultdict(list)
    analyses, voices = held.analyses, held.voices
    for utterance in (*held.utterances(a), *held.utterances(b)):
        for number in utterance.quotations:
            by_quotation[utterance.article, number].append(utterance)
    keys = [
        [(side, n) for n, q in enumerate(analyses[side].quotations) if q.speaker and (side, n) not in taken and by_quotation[side, n]]
        for side in (a, b)
    ]
    frames = {key: held.frame(key) for side in keys for key in side}
    found: list[tuple[float, Tie]] = []
    for one, two in _on_one_point(keys, frames, by_quotation):
        p, q = analyses[a].quotations[one[1]], analyses[b].quotations[two[1]]
        voice = voices.same(p, q)
        if voice is True or (voice is None and voices.same_words(p, q)):
            framed_alike = same_frame(frames[one], frames[two])
            score = framed_alike if voice is None and framed_alike == 1.0 else 0.0
            if voice:
                score = _reworded(by_quotation[one], by_quotation[two]) or framed_alike
            if score:
                near = (score > framed_alike and _as_long(by_quotation[one], by_quotation[two])) or (
                    len(frames[one].around & frames[two].around) >= SAME_SENTENCE
                )
                found.append((score, Tie(one, two, "altered", True, confidence=0.6 if near else 0.4)))
    best: dict[Key, float] = {}
    for score, tie in found:
        for key in (tie.a, tie.b):
            best[key] = max(best.get(key, 0.0), score)
    return [tie for score, tie in found if best[tie.a] == best[tie.b] == score]


def _as_long(left: Sequence[Utterance], right: Sequence[Utterance]) -> bool:
    """Whether neither side has over twice the other's words: a slogan and a sentence that unfolds it are two utterances of one mind."""
    fewer, more = sorted(sum(len(utterance.words) for utterance in side) for side in (left, right))
    return more <= 2 * fewer


def _on_one_point(
    keys: Sequence[Sequence[Key]], frames: Mapping[Key, Frame], spoken: Mapping[Key, Sequence[Utterance]]
) -> Iterator[tuple[Key, Key]]:
    """Pairs of quotations that share a word of matter, inside the marks or in the frame; common words lead nowhere."""
    counted = Counter(stem for frame in frames.values() for stem in frame.around)

    def marks(key: Key) -> set[str]:
        inside = {stem for utterance in spoken[key] for stem in utterance.stems}
        frame = frames[key]
        if len(frame.forms) > FRAGMENT:
            return inside
        rarest = sorted(frame.around, key=lambda stem: (counted[stem], stem))[:3]
        return inside | {f"{frame.slot} {stem}" for stem in frame.subject if frame.slot} | {f"… {stem}" for stem in rarest}

    index: dict[str, list[Key]] = defaultdict(list)
    for key in keys[1]:
        for mark in marks(key):
            index[mark].append(key)
    for key in keys[0]:
        near = {other for mark in marks(key) if len(index.get(mark, ())) <= COMMON_STEM for other in index.get(mark, ())}
        for other in sorted(near):
            yield key, other


def _reworded(left: Sequence[Utterance], right: Sequence[Utterance]) -> float:
    """How much of its matter a quotation of some length has in common with another, sentence by sentence; 0 where too little."""
    if len(left) == len(right) == 1:
        share = reworded(left[0], right[0])
        return share if share >= REWORDED_ALONE else 0.0
    if len(left) != len(right) or len(left) > 6:
        return 0.0
    stems = [frozenset[str]().union(*(utterance.stems for utterance in side)) for side in (left, right)]
    if min(map(len, stems)) < 5:
        return 0.0
    for one, two in zip(left, right, strict=True):
        fewer = min(len(one.stems), len(two.stems))
        if not fewer or len(one.stems & two.stems) < REWORDED_EACH * fewer:
            return 0.0
    share = round(len(stems[0] & stems[1]) / min(map(len, stems)), 4)
    return share if share >= REWORDED_TOGETHER else 0.0
