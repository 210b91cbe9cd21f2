"""Words of which a thing is only one, read from ``data/exclusive.txt``: "approved" or "rejected", "killed" or "injured", "before" or "after"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from compare.data import lines
from compare.judge.sentence_pairs import TokenisedSentence
from compare.model import DifferenceKind
from compare.text.vocabulary import lemma, lemmas
from compare.text.words import fold

# Words between a verb and its particle: "turned the generous offer down"
_PARTED = 3
# Words of the families that are nouns too and stand before another: "rescue officials", "support group", "release date"
_NOUNS = frozenset(
    "rescue support release attack defeat protest export import advance win loss profit escape free ban offer return exit visit withdrawal fund "
    "finance shelter tax exercise grant award campaign damage repair fire sack retreat freeze start launch end finish death birth trade vote "
    "safe open public private peace war deficit surplus closure opening growth drop rise fall increase decrease cut gain surge jump decline".split()
)
_BEFORE_A_VERB = frozenset(
    "to will would can could may might must should shall not do does did they we you i who that and or never also".split()
)


class Group(NamedTuple):
    """The words that exclude those of the other groups of their family."""

    family: int
    group: int


class Sense(NamedTuple):
    """Tokens ``first`` to ``last`` of a sentence belong to a group of a family."""

    first: int
    last: int
    family: int
    group: int


class _Tables(NamedTuple):
    kinds: tuple[DifferenceKind, ...]
    by_lemma: dict[str, list[Group]]
    by_form: dict[str, list[Group]]
    phrases: dict[str, list[tuple[tuple[str, ...], Group]]]
    tying: frozenset[int]


@cache
def _tables() -> _Tables:
    kinds: list[DifferenceKind] = []
    tying: set[int] = set()
    by_lemma: dict[str, list[Group]] = {}
    by_form: dict[str, list[Group]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Group]]] = {}
    held = lines("exclusive.txt")
    words = {part for line in held for word in line.split(": ", 1)[1].split() for part in word.split("_")}
    roots = dict(zip(words, lemmas(words), strict=True))
    for line in held:
        kind, sides = line.split(": ", 1)
        if kind.endswith("*"):
            tying.add(len(kinds))
        for number, group in enumerate(sides.split("|")):
            own = Group(len(kinds), number)
            for word in group.split():
                if "_" in word:
                    first, *rest = word.split("_")
                    phrases.setdefault(roots[first], []).append((tuple(roots[part] for part in rest), own))
                elif word.startswith("="):
                    by_form.setdefault(fold(word[1:]), []).append(own)
                else:
                    by_lemma.setdefault(roots[word], []).append(own)
        kinds.append(cast("DifferenceKind", kind.rstrip("*")))
    return _Tables(tuple(kinds), by_lemma, by_form, phrases, frozenset(tying))


def kind_of(family: int) -> DifferenceKind:
    """The kind of difference that two groups of a family make."""
    return _tables().kinds[family]


def ties(family: int) -> bool:
    """Whether the words of a family say what the figure right before them is: a duty or a penalty."""
    return family in _tables().tying


def groups(word: str) -> frozenset[Group]:
    """The groups of a single word."""
    tables = _tables()
    return frozenset((*tables.by_lemma.get(lemma(word), ()), *tables.by_form.get(fold(word), ())))


def senses(tokenised: TokenisedSentence) -> tuple[Sense, ...]:
    """The groups that a sentence's words belong to, in order; where a phrase fits, its words alone count for nothing. Read once and kept."""
    if senses not in tokenised.remembered:
        tokenised.remembered[senses] = list(_senses(tokenised))
    return tuple(tokenised.remembered[senses])


def _senses(tokenised: TokenisedSentence) -> list[Sense]:
    found: list[Sense] = []
    skipped: set[int] = set()
    phrases = _tables().phrases
    for index, token in enumerate(tokenised.tokens):
        if token.value is not None or index in skipped or (token.capital and index and not tokenised.titled) or _compound(tokenised, index):
            continue
        fits = [
            Sense(index, last, *group)
            for rest, group in phrases.get(lemma(token.text), ())
            if (last := _phrase(tokenised, index, rest)) is not None
        ]
        if fits:
            found += fits
            skipped.update(sense.last for sense in fits)
        else:
            found += [Sense(index, index, *group) for group in sorted(groups(token.text))]
    return found


def _compound(tokenised: TokenisedSentence, index: int) -> bool:
    """Whether the word is part of a noun of several ("rescue officials")."""
    if tokenised.folded[index] not in _NOUNS or index + 1 >= len(tokenised.tokens):
        return False
    after = tokenised.tokens[index + 1]
    beside = not tokenised.gap(index + 1).strip() and after.weight == 1.0 and after.value is None and not after.capital
    verb = (
        index > 0
        and not tokenised.gap(index).strip()
        and (tokenised.folded[index - 1] in _BEFORE_A_VERB or tokenised.folded[index - 1].endswith(("s", "ly")))
    )
    return beside and not verb


def _phrase(tokenised: TokenisedSentence, index: int, rest: tuple[str, ...]) -> int | None:
    """The last token of a phrase that begins at ``index``, or None."""
    position = index
    for word in rest:
        reach = _PARTED if len(rest) == 1 and len(word) > 2 and word != "of" else 0
        for step in range(position + 1, min(len(tokenised.tokens), position + 2 + reach)):
            if any(mark in tokenised.gap(step) for mark in ",;:—"):
                return None
            if lemma(tokenised.tokens[step].text) == word:
                position = step
                break
        else:
            return None
    return position
