"""Who says it, where no name stands: "officials said" against "residents said"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.judgement.anchors import evidence
from compare.judgement.frames import Frame, Pairing
from compare.judgement.vocabulary import lemma
from compare.language.speech_words import SAYING
from compare.model import Difference, letter

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
farmer
victim
""".strip().splitlines()
_CAMP_OF = {lemma(word): number for number, line in enumerate(_CAMPS) for word in line.split()}


def find(pairing: Pairing) -> Iterator[Difference]:
    """In near copies, speakers of two camps right before or after the same word of saying."""
    if pairing.closeness < 0.6:
        return
    left, right = pairing.left, pairing.right
    for i in _unnamed(left, pairing.match):
        for j in _unnamed(right, pairing.back):
            if _CAMP_OF[lemma(left.tokens[i].text)] == _CAMP_OF[lemma(right.tokens[j].text)]:
                continue
            a, b = evidence(left, i, i), evidence(right, j, j)
            yield Difference(
                "attribution", 2, a, b, f"In {letter(a.article)} the {a.text.lower()} say so, in {letter(b.article)} the {b.text.lower()}."
            )


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
    return (after in SAYING and not frame.gap(index + 1).strip()) or "according" in before
