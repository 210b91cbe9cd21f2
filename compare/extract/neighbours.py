"""Two names that stand side by side only because a headline ends with the one, or says something of it ("Trump Says")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from compare.extract import organisations as cues
from compare.extract.common import is_common, is_first_name
from compare.extract.runs import Piece
from compare.text.gazetteer import states

_CUES = cues.HEADS | cues.SUFFIXES | cues.WEAK_HEADS | cues.PLACE_HEADS | cues.EVENT_HEADS | cues.LAW_HEADS | cues.OTHER_HEADS


def apart(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """The pieces, those of two words cut where a surname ends the one name or begins the other: "Barr Trump", "Trump Says", "Michigan Trump".

    A surname is one that the text gives with a first name elsewhere.
    """
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        if len(piece.words) > 1 and is_first_name(piece.words[0]):
            bearers[piece.words[-1]].add(piece.name)
    if not bearers:
        return list(pieces)
    kept: list[Piece] = []
    for piece in pieces:
        if len(piece.words) != 2 or is_first_name(piece.words[0]) or piece.words[1].endswith("."):  # "Trump Jr."
            kept.append(piece)
            continue
        first, second = piece.words
        named = bool(bearers.get(second, set()) - {piece.name})
        known = second in cues.BODIES or second in states()
        if first in bearers:
            ends = named or known or (is_common(second) and second not in _CUES)
        else:
            ends = named and (is_common(first) or first in states() or first in cues.BODIES or first in cues.OTHER_NAMES)
        if not ends:
            kept.append(piece)
            continue
        if first in bearers or not is_common(first):
            kept.append(Piece(piece.start, piece.start + len(first), (first,), piece.sentence, piece.initial, piece.office))
        if named or known:
            kept.append(Piece(text.index(second, piece.start + len(first)), piece.end, (second,), piece.sentence))
    return kept
