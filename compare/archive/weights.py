"""How much each term of a signature tells: its count in the text against the documents of its language that have it (tf·idf, Salton and Buckley 1988)."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from compare.archive.signature import LEAD, NAME, TITLE
from compare.data import lines
from compare.text.words import stem

BUCKETS = 1 << 22
"""Document frequencies are counted in so many buckets, by the last bits of a term's hash: 16 MB for an archive of any size. At a hundred thousand
articles one rare term in seven shares its bucket, and weighs a little less than it should."""
FIELDS = (0, NAME, TITLE, LEAD)
"""The likeness of two texts is told over all terms, names, headline and lead apart: by these bits of a term's info."""
MOST_TERMS = 128
"""Terms of a text that are kept for their weight, beside its headline, lead and names."""
KEYS = 24
"""Terms of a text by which others are found: two texts that share two of them are compared. Measured on the gold archive: 97 of 100 pairs."""
_PRIOR = 200
"""Documents of the general language that are counted with every archive, so that five articles have rare terms, too."""
_TELLING = 20
"""Documents at which half of what they say about common terms is believed."""
_SENTENCES = 25
_BOOST = {TITLE: 1.5, LEAD: 1.25, NAME: 1.25}
_TOO_COMMON, _FEW = 0.3, 10
"""Share of the articles that may have a term by which others are found; so many always may, or nine articles on three events had none."""


class Vector(NamedTuple):
    """``terms`` in order, with ``weights`` and ``flags`` (NAME, TITLE, LEAD); ``norms`` by :data:`FIELDS`."""

    terms: Any
    weights: Any
    flags: Any
    norms: Any

    def packed(self) -> bytes:
        """As bytes, which joins move about more easily than lists."""
        return b"".join(each.tobytes() for each in (self.norms, self.terms, self.weights, self.flags))

    @classmethod
    def unpacked(cls, packed: Any) -> Vector:
        """What :meth:`packed` gave, from anything that has its bytes."""
        import numpy as np

        head = 4 * len(FIELDS)
        count = (len(packed) - head) // 9
        return cls(
            np.frombuffer(packed, np.uint32, count, head),
            np.frombuffer(packed, np.float32, count, head + 4 * count),
            np.frombuffer(packed, np.uint8, count, head + 8 * count),
            np.frombuffer(packed, np.float32, len(FIELDS)),
        )


@cache
def _common() -> tuple[Any, Any]:
    """How many documents of English news have a term, as a share: the hashes, in order, and the shares; for terms that are common."""
    import numpy as np

    from compare.archive.signature import term_hash

    found = {}
    for line in lines("frequencies.txt"):
        word, _, count = line.partition(" ")
        found[term_hash(stem(word), "en")] = 1 - (1 - int(count) / 10_000) ** _SENTENCES
    hashes = sorted(found)
    return np.array(hashes, dtype=np.uint32), np.array([found[each] for each in hashes])


def vector(terms: Any, info: Any, frequencies: Any, documents: int) -> tuple[Vector, Any]:
    """The weighted vector of a signature, and its keys, weightiest first. ``frequencies`` has the documents by bucket; ``documents`` is how many its
    language has.
    """
    import numpy as np

    terms = np.asarray(terms, dtype=np.uint32)
    info = np.asarray(info, dtype=np.int64)
    found = frequencies[terms & np.uint32(BUCKETS - 1)].astype(np.float64)
    found = np.minimum(found, documents)
    share = found / max(documents, 1)
    hashes, shares = _common()
    at = np.minimum(np.searchsorted(hashes, terms), len(hashes) - 1)
    known = np.where(hashes[at] == terms, shares[at], 0.0)
    # a term of more than half of the documents is common, as far as so many can tell
    expected = np.maximum(known, np.maximum(0, 2 * share - 1) * documents / (documents + _TELLING))
    rarity = np.log((documents + _PRIOR) / (found + _PRIOR * expected))
    weights = (1 + np.log(info >> 3)) * np.maximum(rarity, 0)
    flags = info & 7
    norms = [float(np.sqrt(np.sum(np.square(weights[(flags & field) == field])))) for field in FIELDS]
    boosted = weights.copy()
    for field, by in _BOOST.items():
        boosted[(flags & field) != 0] *= by
    boosted[found < 2] = 0
    boosted[found > max(_TOO_COMMON * documents, _FEW)] = 0
    order = np.lexsort((terms, -boosted.round(6)))
    keys = terms[order[:KEYS]][boosted[order[:KEYS]] > 0]
    weightiest = np.zeros(len(terms), dtype=bool)
    weightiest[np.lexsort((terms, -np.where(found > 1, weights, 0).round(6)))[:MOST_TERMS]] = True
    stay = (weightiest | (flags != 0)) & (weights > 0) & (found > 1)
    return Vector(terms[stay], weights[stay].astype(np.float32), flags[stay].astype(np.uint8), np.array(norms, dtype=np.float32)), keys
