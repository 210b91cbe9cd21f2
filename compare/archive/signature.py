"""What of a text tells its event: its stems with their places (headline, lead, names), hashed; and a MinHash that tells near-copies.

MinHash and its bands: Broder 1997, Indyk and Motwani 1998.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b, sha256
from typing import Any, NamedTuple

from compare.text.words import stem, word_texts

NAME, TITLE, LEAD = 1, 2, 4
"""Bits of a term's info; above them stands how often the text has it, 63 at most."""
LEAD_WORDS = 120
MOST_WORDS = 20_000
"""Words of a text that count: beyond them is a book."""
HASHES, ROWS = 64, 4
"""Of MinHash: sixteen bands of four. Texts that share eight word runs of ten meet in one of the bands 9,998 times of 10,000."""

_RUN = 3
_LEAST_RUNS = 12
"""Word runs of a text that can be told from another by them."""
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


class Signature(NamedTuple):
    """``terms`` are hashes, in order, each with its ``info``, as arrays; ``minhash`` is empty where the text is too short for one."""

    terms: Any
    info: Any
    minhash: Any
    bands: list[int]


def paragraph_hashes(outlet: str | None, text: str) -> list[int]:
    """A hash for each different paragraph of an outlet's article, signed as Arrow has it; empty where no outlet is known."""
    return [] if outlet is None else sorted({_paragraph_hash(outlet, line) for line in text.split("\n") if line.strip()})


def _paragraph_hash(outlet: str, line: str) -> int:
    said = f"{outlet}\x1f{line.strip()}".encode("utf-8", "replace")
    return int.from_bytes(blake2b(said, digest_size=8).digest(), "big", signed=True)


def own_text(outlet: str | None, text: str, boilerplate: Callable[[list[int]], list[bool]]) -> str:
    """The text without the paragraphs that its outlet repeats. A text that would lose more than half is a copy, and stays whole."""
    if outlet is None:
        return text
    lines = [line for line in text.split("\n") if line.strip()]
    repeated = boilerplate([_paragraph_hash(outlet, line) for line in lines])
    kept = [line for line, again in zip(lines, repeated, strict=True) if not again]
    return "\n".join(kept) if 2 * sum(map(len, kept)) >= sum(map(len, lines)) else text


def signature(title: str, text: str, language: str) -> Signature:
    """The signature of a text."""
    import numpy as np

    tokens = _tokens(text)[:MOST_WORDS]
    codes = np.fromiter(map(_coded(language).__getitem__, tokens), np.int64, len(tokens))
    headline = {_term(token, language) for token in _tokens(title)}
    # each distinct spelling's code once, in order of its term
    spelt, counts = np.unique(codes, return_counts=True)
    found = spelt >> _BITS
    first = np.flatnonzero(np.diff(found, prepend=-1))
    terms = found[first]
    often = np.add.reduceat(counts, first) if len(first) else counts
    ways = np.bitwise_or.reduceat(spelt & (1 << _BITS) - 1, first) if len(first) else spelt
    small = ways & _SMALL != 0
    large = ways & (_LARGE if small.any() else _LONG) != 0
    if fresh := sorted(headline.difference(terms.tolist())):
        terms = np.concatenate([terms, np.array(fresh, np.int64)])
        order = np.argsort(terms)
        terms = terms[order]
        often, small, large = (np.concatenate([each, np.zeros(len(fresh), each.dtype)])[order] for each in (often, small, large))
    info = np.clip(often, 1, 63) << 3 | NAME * (large & ~small)
    info[np.searchsorted(terms, list(headline))] |= TITLE
    info[np.searchsorted(terms, codes[:LEAD_WORDS] >> _BITS)] |= LEAD
    minhash, bands = _minhash((codes >> _BITS).astype(np.uint64))
    return Signature(terms.astype(np.uint32), info.astype(np.uint16), minhash, bands)


_SMALL, _LARGE, _LONG = 1, 2, 4
_BITS = 3
"""Of a token's code, below its term: whether it begins with a small letter, with a large one, and has more than one. Where nothing of a text begins
small, as in a script without cases, any longer token may be a name.
"""


class _Codes(dict[str, int]):
    """Of a language's tokens their codes; it begins anew when it is full."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, token: str) -> int:
        if len(self) >= _MOST_CODES:
            self.clear()
        first = token[:1]
        ways = _SMALL * first.islower() | (_LONG | _LARGE * first.isupper()) * (len(token) > 1)
        self[token] = code = _term(token, self.language) << _BITS | ways
        return code


_MOST_CODES = 131_072


@lru_cache(maxsize=8)
def _coded(language: str) -> _Codes:
    return _Codes(language)


def _tokens(text: str) -> list[str]:
    found = word_texts(text)
    if not _UNSPACED.search(text):
        return found
    out: list[str] = []
    for token in found:  # a script without spaces: its pairs of characters stand for words
        out += [token[at : at + 2] for at in range(len(token) - 1)] if len(token) > 2 and _UNSPACED.search(token) else [token]
    return out


def _term(token: str, language: str) -> int:
    return term_hash(stem(token, language), language)


def term_hash(root: str, language: str) -> int:
    """The hash of a stem in a language: no two languages have a term in common."""
    return zlib.crc32(f"{language}\x1f{root}".encode("utf-8", "replace"))


@lru_cache(maxsize=1)
def _multipliers() -> Any:
    import numpy as np

    drawn = [int.from_bytes(sha256(f"{number}".encode()).digest()[:8], "big") for number in range(2 * HASHES)]
    return np.array(drawn[:HASHES], dtype=np.uint64) | np.uint64(1), np.array(drawn[HASHES:], dtype=np.uint64)


def _minhash(ids: Any) -> tuple[Any, list[int]]:
    import numpy as np

    if len(ids) < _LEAST_RUNS + _RUN - 1:
        return np.zeros(0, dtype=np.uint32), []
    mixed = ids[:-2] * np.uint64(0x9E3779B97F4A7C15) ^ ids[1:-1] * np.uint64(0xC2B2AE3D27D4EB4F) ^ ids[2:] * np.uint64(0x165667B19E3779F9)
    factor, offset = _multipliers()
    least = np.full(HASHES, 2**64 - 1, dtype=np.uint64)
    for first in range(0, len(mixed), 1024):
        values = factor[:, None] * mixed[first : first + 1024]
        values += offset[:, None]
        np.minimum(least, values.min(axis=1), out=least)
    least = (least >> np.uint64(32)).astype(np.uint32)
    banded = least.reshape(-1, ROWS).astype(np.uint64)
    keys = banded[:, 0]
    for column in range(1, ROWS):
        keys = keys * np.uint64(0x100000001B3) ^ banded[:, column]
    keys = keys * np.uint64(0x9E3779B97F4A7C15) ^ np.arange(len(keys), dtype=np.uint64)
    return least, [int(each) for each in keys.view(np.int64)]
