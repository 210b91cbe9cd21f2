"""Which words of a sentence tell an outcome, and which of two opposite ones: "rejected" and "voted down" against "approved"."""

from __future__ import annotations

from dataclasses import dataclass

from compare.judge.antonyms import FAMILIES
from compare.judge.frames import Frame
from compare.text.vocabulary import lemma
from compare.text.words import fold

# Words of the families that are nouns too and stand before another: "rescue officials", "support group", "release date"
_NOUNS = frozenset(
    "rescue support release attack defeat protest export import advance win loss profit escape free ban offer return exit visit withdrawal fund "
    "finance shelter tax exercise grant award campaign damage repair fire sack retreat freeze start launch end finish death birth trade vote "
    "safe open public private peace war deficit surplus closure opening growth drop rise fall increase decrease cut gain surge jump decline".split()
)
_THINGS = frozenset(
    "offer pledge vow attack support escape release return hold block bar ban order charge fight trust demand welcome hate love praise reward "
    "shame issue launch deal head lead trail measure dispute appeal protest object supply permit license arrest hire lift leave record miss".split()
)
_DETERMINERS = frozenset("a an the his her its their our my this that these those any no another each every such some of".split())
_BEFORE_A_VERB = frozenset(
    "to will would can could may might must should shall not do does did they we you i who that and or never also".split()
)
# Words between a verb and its particle: "turned the generous offer down"
_PARTED = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """Tokens ``first`` to ``last`` tell one pole (1 or -1) of a family."""

    first: int
    last: int
    family: int
    pole: int


_RELATIONAL: set[int] = set()
_BY_LEMMA: dict[str, list[tuple[int, int]]] = {}
_BY_FORM: dict[str, list[tuple[int, int]]] = {}
_PHRASES: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}


def _read() -> None:
    for number, line in enumerate(FAMILIES.strip().splitlines()):
        if line.startswith(">"):
            _RELATIONAL.add(number)
        for pole, words in zip((1, -1), line.removeprefix(">").split("|"), strict=True):
            for word in words.split():
                if "_" in word:
                    first, *rest = word.removeprefix("=").split("_")
                    _PHRASES.setdefault(lemma(first), []).append((tuple(lemma(part) for part in rest), number, pole))
                elif word.startswith("="):
                    _BY_FORM.setdefault(fold(word[1:]), []).append((number, pole))
                else:
                    _BY_LEMMA.setdefault(lemma(word), []).append((number, pole))


_read()


def relational(family: int) -> bool:
    """Whether the two poles are opposite only of one subject: who is bought from has sold."""
    return family in _RELATIONAL


def poles(word: str) -> frozenset[tuple[int, int]]:
    """The families and poles of a single word."""
    return frozenset((*_BY_LEMMA.get(lemma(word), ()), *_BY_FORM.get(fold(word), ())))


def senses(frame: Frame) -> tuple[Sense, ...]:
    """The outcomes that a sentence tells, in order; where a phrase fits its first word alone tells nothing. Read once and remembered."""
    if senses not in frame.remembered:
        frame.remembered[senses] = list(_senses(frame))
    return tuple(frame.remembered[senses])


def _senses(frame: Frame) -> tuple[Sense, ...]:
    found: list[Sense] = []
    skipped: set[int] = set()
    for index, token in enumerate(frame.tokens):
        if token.value is not None or index in skipped or (token.capital and index and not frame.titled):
            continue
        if _compound(frame, index) or _thing(frame, index):
            continue
        phrases = [
            Sense(index, last, family, pole)
            for rest, family, pole in _PHRASES.get(lemma(token.text), ())
            if (last := _phrase(frame, index, rest)) is not None
        ]
        if phrases:
            found += phrases
            skipped.update(sense.last for sense in phrases)
            continue
        found += [Sense(index, index, family, pole) for family, pole in sorted(poles(token.text))]
    return tuple(found)


def _compound(frame: Frame, index: int) -> bool:
    """Whether it is a part of a noun: "cotton growing", "rescue officials"."""
    word = frame.folded[index]
    joined = index > 0 and not frame.gap(index).strip()
    if word.endswith("ing"):
        before = frame.tokens[index - 1]
        return (
            joined
            and before.weight == 1.0
            and before.value is None
            and (not before.capital or index == 1)
            and not frame.folded[index - 1].endswith("ly")
        )
    beside = index + 1 < len(frame.tokens) and not frame.gap(index + 1).strip() and frame.tokens[index + 1].weight == 1.0
    if not beside or word.endswith(("ed", "s")) or frame.tokens[index + 1].value is not None or frame.tokens[index + 1].capital:
        return False
    if _NOUNS.isdisjoint({word}):
        return False
    return not joined or not (frame.folded[index - 1] in _BEFORE_A_VERB or frame.folded[index - 1].endswith(("s", "ly")))


def _thing(frame: Frame, index: int) -> bool:
    """Whether the word names a thing ("a new offer"), not what is done; what rises and falls may be told by a noun."""
    word = frame.folded[index]
    if word not in _THINGS and word.removesuffix("s") not in _THINGS:
        return False
    before = [frame.folded[step] for step in range(max(0, index - 2), index) if not frame.gap(step + 1).strip()]
    return any(one in _DETERMINERS for one in before)


def _phrase(frame: Frame, index: int, rest: tuple[str, ...]) -> int | None:
    """The last token of a phrase that begins at ``index``, or None."""
    position = index
    for number, word in enumerate(rest):
        reach = _PARTED if len(rest) == 1 and len(word) > 2 else 0
        for step in range(position + 1, min(len(frame.tokens), position + 2 + reach)):
            if any(mark in frame.gap(step) for mark in ",;:—"):
                return None
            if lemma(frame.tokens[step].text) == word:
                position = step
                break
        else:
            return None
        if number == 0 and position - index > 1 and frame.folded[position] in {"to", "by", "for", "in", "with"}:
            return None
    return position
