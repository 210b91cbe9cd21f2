"""Who says it, where no name stands: "officials said" against "residents said"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from compare.extract.speech_words import SAYING
from compare.judge.anchors import evidence
from compare.judge.frames import Frame, Pairing
from compare.model import Difference, Link, letter
from compare.text.vocabulary import lemma, listed

_COPY = 0.6
_LIKE = 0.2
# Those who speak for one side; a spokesman or a source may speak for any
_CAMPS = """
official authority government administration ministry minister cabinet council
police officer investigator detective prosecutor sheriff
company firm business manufacturer maker owner employer corporation airline bank
union worker employee staff striker
scientist researcher expert academic professor analyst economist study
doctor physician nurse medic hospital surgeon
witness bystander passenger survivor
resident neighbor neighbour villager local
lawyer attorney counsel
critic opponent opposition
supporter ally
activist campaigner protester demonstrator
army military soldier general rebel militia
family relative parent mother father brother sister widow
student pupil
leader
farmer
victim
""".strip().splitlines()
_CAMP_OF = {lemma(word): number for number, line in enumerate(_CAMPS) for word in line.split()}


def find(link: Link, pairing: Pairing) -> Iterator[Difference]:
    """Speakers of two camps: right beside the same word of saying in near copies, or the only ones whom two like sentences have."""
    left, right = pairing.left, pairing.right
    mine, theirs = _unnamed(left, pairing.match), _unnamed(right, pairing.back)
    alone = (
        len(mine) == len(theirs) == 1 and link.relation == "aligned" and pairing.closeness >= _LIKE and not (_named(left) or _named(right))
    )
    if pairing.closeness < _COPY and not alone:
        return
    for i in mine:
        for j in theirs:
            if _CAMP_OF[lemma(left.tokens[i].text)] != _CAMP_OF[lemma(right.tokens[j].text)]:
                yield _difference(pairing, i, j)
    if pairing.closeness >= _COPY:
        for i, j in product(_principals(left, pairing.match), _principals(right, pairing.back)):
            yield _difference(pairing, i, j)


def _difference(pairing: Pairing, i: int, j: int) -> Difference:
    a, b = evidence(pairing.left, i, i), evidence(pairing.right, j, j)
    verb = "say" if a.text.endswith("s") or a.text.lower() == "police" else "says"
    text = f"In {letter(a.article)} the {a.text.lower()} {verb} so, in {letter(b.article)} the {b.text.lower()}."
    return Difference("attribution", 2, a, b, text)


def _named(frame: Frame) -> bool:
    """Whether a name stands right before a word of saying: then that is who says it."""
    return any(
        word in SAYING and index and frame.tokens[index - 1].capital and index > 1 and frame.tokens[index - 1].value is None
        for index, word in enumerate(frame.folded)
    )


def _principals(frame: Frame, match: dict[int, int]) -> list[int]:
    """Whom a spokesman speaks for, where only this sentence says so: "a spokeswoman for the *insurer*"."""
    found = []
    for index, word in enumerate(frame.folded):
        if word.startswith("spokes") and frame.folded[index + 1 : index + 2] in {("for",), ("of",)}:
            last = index + 1
            while (
                last + 1 < len(frame.tokens)
                and last - index < 5
                and not frame.gap(last + 1).strip()
                and frame.folded[last + 1] not in SAYING
            ):
                last += 1
                if frame.tokens[last].weight < 1.0 and frame.folded[last] not in {"the", "a", "an", "its", "their", "his", "her"}:
                    last -= 1
                    break
            if last > index + 1 and last not in match and frame.tokens[last].value is None and not frame.tokens[last].capital:
                found.append(last)
    return found


def _unnamed(frame: Frame, match: dict[int, int]) -> list[int]:
    """Unmatched nouns of a camp beside a word of saying."""
    return [
        index
        for index, token in enumerate(frame.tokens)
        if index not in match and token.value is None and lemma(token.text) in _CAMP_OF and _says(frame, index)
    ]


def _says(frame: Frame, index: int) -> bool:
    after = frame.folded[index + 1] if index + 1 < len(frame.tokens) else ""
    before = frame.folded[max(0, index - 3) : index]
    if (after in SAYING and not frame.gap(index + 1).strip()) or "according" in before:
        return True
    # "officials from both countries remain optimistic"
    ahead = range(index + 1, min(len(frame.tokens), index + 7))
    return any(
        frame.folded[place] in _FEELINGS
        and frame.folded[place - 1] in _STATES
        and not any(frame.gap(inner).strip() for inner in range(index + 1, place))
        for place in ahead
    )


_FEELINGS = listed(
    "hopeful optimistic confident certain sure convinced worried concerned sceptical skeptical pessimistic doubtful adamant pleased disappointed"
)
_STATES = listed("is are was were be been remain remains remained seem seems seemed")
