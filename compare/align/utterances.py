"""What two outlets put in quotation marks, seen as utterances: which stretches purport to be the same words, and how they differ.

An utterance is one sentence inside marks; a sentence that "…," he said, "…" interrupts is one. Two utterances are laid side by side by
`rapidfuzz`'s longest common subsequence of their words; of the words in common only those count that lie close enough together (the *core*), so
that what one outlet quotes further is no change. Inside the core each word left out, put in or replaced is one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from compare.deferred import deferred
from compare.extract.spoken_words import MODALS, NEGATIONS, SpokenWord, content_stems, is_content, spoken_words
from compare.model import Analysis
from compare.text.words import stem

Relation = Literal["verbatim", "trimmed", "respelt", "shaded", "altered"]
"""``respelt`` is the same words but for their spelling, ``shaded`` but for an inflection, an article, a preposition or the like."""

GRAVITY: tuple[Relation, ...] = ("verbatim", "trimmed", "respelt", "shaded", "altered")

LONG_RUN = 6
"""So many words in a row, three of them of matter, are the same utterance, no matter who is said to have spoken."""
SAME_WORDS = 0.62
"""Share of words in common, in order, of both cores (2·common / sum of lengths), from which two utterances of one speaker purport to be one."""
SAME_WORDS_UNKNOWN = 0.75
"""The same where it isn't known that one person speaks."""
OTHER_VOICE = 0.85
"""The same where two persons are named."""
COVERED = 0.6
"""Share of the shorter utterance that the core must have."""
BRIEF = 6
"""Of so few words each, one that holds the other by the same speaker is the same utterance, even if it is a single word."""
LONGEST = 400
"""Utterances of more words are compared by their first so many."""
TAIL = 3
"""Where both go on before or after the core with no more words than this, or than half of it, these replace each other."""

_STOP = deferred(
    r"(?<![.!?])(?<!…)(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)"
    r"[.!?…]++[\"'”’)\]]*+\s++(?=[\"“‘(\[]?[A-Z])"
)
_SPELLING = ((re.compile(r"is(e|ed|es|ing|ation)$"), r"iz\1"), (re.compile(r"our(s?)$"), r"or\1"), (re.compile(r"tre(s?)$"), r"ter\1"))


@dataclass(frozen=True)
class Utterance:
    """``quotations`` are the indexes in the analysis of the quotations that it is part of; ``words`` in the article's order.

    At the words ``breaks`` another pair of marks begins; ``asks`` where it ends in a question mark.
    """

    article: int
    quotations: tuple[int, ...]
    words: tuple[SpokenWord, ...]
    breaks: frozenset[int] = frozenset()
    asks: bool = False

    @cached_property
    def forms(self) -> list[str]:
        return [word.form for word in self.words]

    @cached_property
    def firm(self) -> list[SpokenWord]:
        """The words that are the speaker's, without an editor's."""
        return [word for word in self.words if not word.loose]

    @cached_property
    def stems(self) -> frozenset[str]:
        return content_stems(self.forms)

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def utterances(article: int, analysis: Analysis) -> tuple[Utterance, ...]:
    """The sentences inside marks of one article, in order."""
    found: list[Utterance] = []
    ended, previous = True, -1
    for number, quotation in enumerate(analysis.quotations):
        at = 0
        for position, stop in enumerate([*(match.end() for match in _STOP.finditer(quotation.text)), len(quotation.text)]):
            written = quotation.text[at:stop].rstrip(" \n”\"'’")
            words = spoken_words(quotation.text[at:stop], quotation.start + at)[:LONGEST]
            at = stop
            if not words:
                continue
            last = found[-1] if found and not ended and position == 0 and _interrupted(analysis, previous, number) else None
            if last is not None and len(last.words) + len(words) <= LONGEST:
                breaks = last.breaks | {len(last.words)}
                found[-1] = Utterance(article, (*last.quotations, number), (*last.words, *words), breaks, written.endswith("?"))
            else:
                found.append(Utterance(article, (number,), words, asks=written.endswith("?")))
            ended = written[-1:] not in ",;-—–" or stop < len(quotation.text)
        previous = number
    return tuple(found)


def _interrupted(analysis: Analysis, first: int, second: int) -> bool:
    """Whether “…,” he said, “…” is one sentence: only a few words between, no stop, the same speaker, a small letter after."""
    a, b = analysis.quotations[first], analysis.quotations[second]
    between = analysis.article.text[a.end : b.start]
    return (
        a.speaker == b.speaker
        and bool(a.speaker)
        and len(between) < 80
        and between.rstrip(" “\"'‘`").endswith(",")
        and not re.search(r"[.!?;:]\s", between)
        and b.text[:1].islower()
    )


class Likeness(NamedTuple):
    """How two utterances compare: firm words in common inside the core, the longest run of them, and what the comparison says of them."""

    relation: Relation
    common: int
    run: int
    matter: int
    """Words of matter in the longest run."""
    ratio: float
    """Share of words in common of both cores."""
    covered: float
    """Share of the shorter utterance in the core."""
    core: tuple[int, int, int, int] = (0, 0, 0, 0)
    """From and to (exclusive) in the first one's words, from and to in the second's."""
    changed: tuple[tuple[int, int, int, int], ...] = ()
    """Words replaced, left out or put in, as in ``core``."""
    sense: float = 1.0
    """Share of the words of matter in common of both cores."""
    grave: bool = False
    """Whether a word of matter, a number or a negation is among them, or one modal verb for another; not only a modal verb put in."""


def same_word(a: str, b: str) -> bool:
    """Equal but for spelling: emphasise, emphasize; a slip of a letter or two in a long word."""
    if a == b:
        return True
    if a[0] == b[0] and a.isalpha() and b.isalpha() and min(len(a), len(b)) >= 4 and fuzz.ratio(a, b) >= 85 and stem(a) != stem(b):
        return True
    return any(pattern.sub(written, a) == pattern.sub(written, b) for pattern, written in _SPELLING)


def _weighed(left: Sequence[str], right: Sequence[str]) -> Relation:
    """Words in the place of others, or of none: the same respelt, another form of them or other grammar (shaded), or other words."""
    heavy = NEGATIONS | MODALS
    if sorted(word for word in left if word in heavy) != sorted(word for word in right if word in heavy):
        return "altered"
    if "".join(left) == "".join(right) or (len(left) == len(right) and all(map(same_word, left, right))):
        return "respelt"
    one, two = ([word for word in side if is_content(word) and word not in heavy] for side in (left, right))
    alike = len(one) == len(two) and all(same_word(x, y) or stem(x) == stem(y) for x, y in zip(one, two, strict=True))
    return "shaded" if alike else "altered"


def liken(a: Utterance, b: Utterance) -> Likeness | None:
    """The comparison of two utterances, or None where they have too little in common to be one."""
    left, right = a.forms, b.forms
    if not a.stems & b.stems and left != right:
        return None
    if right < left:
        # of several longest common subsequences the same one is taken whichever article comes first
        other = liken(b, a)
        return other and other._replace(core=_flipped(other.core), changed=tuple(map(_flipped, other.changed)))
    blocks = [(op.src_start, op.src_end, op.dest_start) for op in LCSseq.opcodes(left, right) if op.tag == "equal"]
    blocks = _core(left, right, blocks)
    if not blocks:
        return None
    first, low = blocks[0][0], blocks[0][2]
    last, high = blocks[-1][1], blocks[-1][2] + blocks[-1][1] - blocks[-1][0]
    gaps = [(x[1], y[0], x[2] + x[1] - x[0], y[2]) for x, y in itertools.pairwise(blocks)]
    tails = ((0, first, 0, low), (last, len(left), high, len(right)))
    most = max(TAIL, (last - first + 1) // 2)
    replaced = [tail for tail in tails if 0 < tail[1] - tail[0] <= most and 0 < tail[3] - tail[2] <= most]
    gaps += replaced
    for tail in replaced:
        first, last, low, high = min(first, tail[0]), max(last, tail[1]), min(low, tail[2]), max(high, tail[3])
    worst: Relation = "verbatim" if left == right else "trimmed"
    changed, grave = [], False
    for gap in gaps:
        judged = _gap(a, b, gap)
        if judged != "trimmed":
            changed.append(gap)
            worst = max(judged, worst, key=GRAVITY.index)
            one, two = left[gap[0] : gap[1]], right[gap[2] : gap[3]]
            modal = not (MODALS & set(one) and MODALS & set(two)) and all(word in MODALS or not is_content(word) for word in (*one, *two))
            grave = grave or (judged == "altered" and not modal)
    if a.asks != b.asks and changed and last == len(left) and high == len(right) and (first == 0 or low == 0):
        worst, grave, changed = "altered", True, [(first, last, low, high)]
    return _measured(a, b, blocks, (first, last, low, high), worst, tuple(sorted(changed)), grave=grave)


def _flipped(span: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return span[2], span[3], span[0], span[1]


def _measured(
    a: Utterance,
    b: Utterance,
    blocks: Sequence[tuple[int, int, int]],
    core: tuple[int, int, int, int],
    relation: Relation,
    changed: tuple[tuple[int, int, int, int], ...],
    *,
    grave: bool,
) -> Likeness:
    common = sum(not word.loose for first, last, _ in blocks for word in a.words[first:last])
    sizes = [sum(not word.loose for word in words) for words in (a.words[core[0] : core[1]], b.words[core[2] : core[3]])]
    shorter = min(len(a.firm), len(b.firm))
    runs: list[list[str]] = [[]]
    for number, (first, last, _) in enumerate(blocks):
        if number and (blocks[number - 1][1], first, blocks[number - 1][2] + blocks[number - 1][1] - blocks[number - 1][0], _) in changed:
            runs.append([])
        runs[-1] += [word.form for word in a.words[first:last] if not word.loose]
    run = max(runs, key=lambda forms: (len(forms), sum(map(is_content, forms))))
    ratio = round(2 * common / max(1, sum(sizes)), 4)
    held = sum(is_content(form) for first, last, _ in blocks for form in a.forms[first:last])
    matter = sum(map(is_content, (*a.forms[core[0] : core[1]], *b.forms[core[2] : core[3]])))
    covered, sense = round(common / max(1, shorter), 4), round(2 * held / matter, 4) if matter else 0.0
    return Likeness(relation, common, len(run), sum(map(is_content, run)), min(ratio, 1.0), covered, core, changed, sense, grave)


def _core(forms: Sequence[str], others: Sequence[str], blocks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The blocks in common around the longest one that a gap no longer than they are parts from it."""
    if not blocks:
        return []
    best = max(range(len(blocks)), key=lambda at: (sum(2 if is_content(form) else 1 for form in forms[blocks[at][0] : blocks[at][1]]), -at))
    low = high = best
    while low > 0 and _near(blocks[low - 1], blocks[low]):
        low -= 1
    while high + 1 < len(blocks) and _near(blocks[high], blocks[high + 1]):
        high += 1
    kept = list(blocks[low : high + 1])
    while (
        len(kept) > 1
        and not any(is_content(form) for form in forms[kept[0][0] : kept[0][1]])
        and kept[0][1] - kept[0][0] < 2
        and kept[0][0]
    ):
        kept.pop(0)
    # the longest common subsequence may take an earlier "the" for the one that stands right here
    first, last, low = kept[0]
    while first and low and forms[first - 1] == others[low - 1]:
        first, low = first - 1, low - 1
    kept[0] = (first, last, low)
    first, last, low = kept[-1]
    while last < len(forms) and low + last - first < len(others) and forms[last] == others[low + last - first]:
        last += 1
    kept[-1] = (first, last, low)
    return _closed_up(forms, others, kept)


def _closed_up(forms: Sequence[str], others: Sequence[str], kept: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Blocks at both ends moved up to their neighbours where the same words stand there: of "I think we … I think the" the second "I think"."""
    while len(kept) > 1:
        (first, last, low), (then, till, there) = kept[:2]
        size = last - first
        if low + size == there and forms[then - size : then] == forms[first:last]:
            kept[:2] = [(then - size, till, low)]
        elif last == then and others[there - size : there] == others[low : low + size]:
            kept[:2] = [(first, till, there - size)]
        else:
            break
    while len(kept) > 1:
        (first, last, low), (then, till, there) = kept[-2:]
        size, stop = till - then, low + last - first
        if stop == there and forms[last : last + size] == forms[then:till]:
            kept[-2:] = [(first, last + size, low)]
        elif last == then and others[stop : stop + size] == others[there : there + size]:
            kept[-2:] = [(first, till, low)]
        else:
            break
    return kept


def _near(one: tuple[int, int, int], two: tuple[int, int, int]) -> bool:
    gap = max(two[0] - one[1], two[2] - (one[2] + one[1] - one[0]))
    return gap <= max(2, one[1] - one[0], two[1] - two[0])


def _gap(a: Utterance, b: Utterance, gap: tuple[int, int, int, int]) -> Relation:
    """What words between the common ones amount to; what an ellipsis, an editor's bracket or “…,” he said, “…” owns to is trimmed."""
    first, last, low, high = gap
    left, right = a.words[first:last], b.words[low:high]
    beside = [
        *(a.words[at] for at in (first - 1, last) if 0 <= at < len(a.words)),
        *(b.words[at] for at in (low - 1, high) if 0 <= at < len(b.words)),
    ]
    if any(word.loose for word in (*left, *right, *beside)):
        return "trimmed"
    forms = [word.form for word in (*left, *right)]
    if not left or not right:
        # the side that lacks the words may have closed its marks there; and a word said twice is said once
        if (not left and first in a.breaks) or (not right and low in b.breaks):
            return "trimmed"
        if set(forms) <= {word.form for word in beside}:
            return "trimmed"
    return _weighed([word.form for word in left], [word.form for word in right])


def purport_to_be_one(a: Utterance, b: Utterance, likeness: Likeness, *, same_voice: bool | None) -> bool:
    """Whether two utterances are versions of one. ``same_voice`` is None where a speaker is nameless."""
    fewer, more = sorted((a, b), key=lambda one: len(one.firm))
    shorter, matter = len(fewer.firm), sum(is_content(word.form) for word in fewer.firm)
    if likeness.relation in ("verbatim", "trimmed") and likeness.covered >= 1.0:
        if same_voice and (likeness.relation == "verbatim" or len(more.firm) <= BRIEF):
            return matter >= 1 or (likeness.relation == "verbatim" and shorter >= 3)
        if same_voice is False:
            return shorter >= LONG_RUN and matter >= 3
        return (likeness.relation == "verbatim" and shorter >= 4) or (shorter >= 2 and matter >= (2 if same_voice else 3))
    if same_voice is False and likeness.ratio < OTHER_VOICE:
        return False
    if likeness.run >= LONG_RUN and likeness.matter >= 3:
        return likeness.relation != "altered" or likeness.ratio >= 0.5
    if likeness.run > LONG_RUN and likeness.matter and likeness.relation == "trimmed" and same_voice is not False:
        return True
    needed = SAME_WORDS if same_voice else SAME_WORDS_UNKNOWN
    if likeness.covered < COVERED or likeness.ratio < needed:
        return False
    if shorter == 3:
        return bool(same_voice) and likeness.matter >= 2
    return shorter >= 4 and matter >= 2


def reworded(a: Utterance, b: Utterance) -> float:
    """Share of the shorter one's matter that the other has too, for long utterances; 0 where either is short."""
    fewer = min(len(a.stems), len(b.stems))
    if fewer < 5 or min(len(a.firm), len(b.firm)) < 8:
        return 0.0
    return round(len(a.stems & b.stems) / fewer, 4)
