"""Size of alignment: time and memory as articles grow, against comparing every sentence with every other.

The articles are made up: words drawn by Zipf's law, the second article retelling most sentences of the first in changed words and moved
blocks. The two measures that compare all pairs are timed on some rows and extrapolated (rapidfuzz by ``process.cdist`` where numpy is there).
"""

from __future__ import annotations

import difflib
import random
import resource
import sys
import time
from itertools import accumulate

from rapidfuzz import fuzz, process

from compare.align.links import align
from compare.model import Analysis, Article, Options, Sentence

VOCABULARY = 40_000
SIZES = (25, 250, 1_000, 2_000, 10_000)
_CONSONANTS, _VOWELS = "bcdfghklmnprstvz", "aeiou"


def _word(number: int) -> str:
    """A pronounceable word of its own for each number."""
    found = ""
    while True:
        number, rest = divmod(number, len(_CONSONANTS) * len(_VOWELS))
        found += _CONSONANTS[rest % len(_CONSONANTS)] + _VOWELS[rest // len(_CONSONANTS)]
        if not number:
            return found + "x"


def made_up(sentences: int, seed: int = 0) -> tuple[Analysis, Analysis]:
    """Two long articles that share three quarters of what they say."""
    draw = random.Random(seed)
    words = [_word(number) for number in range(VOCABULARY)]
    steps = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    one = [draw.choices(words, cum_weights=steps, k=draw.randint(10, 30)) for _ in range(sentences)]
    other = []
    for sentence in one:
        if draw.random() < 0.75:
            other.append([word if draw.random() < 0.7 else draw.choices(words, cum_weights=steps)[0] for word in sentence])
        else:
            other.append(draw.choices(words, cum_weights=steps, k=draw.randint(10, 30)))
    half = len(other) // 2
    return _article("one", one), _article("other", other[half:] + other[:half])


def _article(name: str, held: list[list[str]]) -> Analysis:
    texts = [" ".join(words).capitalize() + "." for words in held]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    sentences = tuple(Sentence(start, start + len(text), text, "sentence", 0) for start, text in zip(starts, texts, strict=False))
    return Analysis(Article(name, " ".join(texts), name, name), sentences)


def _every_pair(one: Analysis, other: Analysis) -> tuple[float, str]:
    """Seconds for rapidfuzz's ratio of all pairs."""
    left, right = ([sentence.text for sentence in article.sentences] for article in (one, other))
    started = time.perf_counter()
    try:
        process.cdist(left, right, scorer=fuzz.ratio)
    except ImportError:
        for text in left[:20]:
            for match in right:
                fuzz.ratio(text, match)
        return (time.perf_counter() - started) * len(left) / min(20, len(left)), "from 20 rows"
    return time.perf_counter() - started, "cdist"


def _difflib(one: Analysis, other: Analysis) -> float:
    """Seconds for difflib's ratio of all pairs, extrapolated from 100 of them."""
    left, right = one.sentences[0].text, [sentence.text for sentence in other.sentences[:100]]
    started = time.perf_counter()
    for text in right:
        difflib.SequenceMatcher(None, left, text, autojunk=False).ratio()
    return (time.perf_counter() - started) / len(right) * len(one.sentences) * len(other.sentences)


def _peak() -> float:
    """The most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def report() -> None:
    """Print time and memory for each size, and how time grows."""
    taken: dict[int, float] = {}
    for size in SIZES:
        one, other = made_up(size)
        before = _peak()
        started = time.process_time()
        links = align([one, other], (), (), Options())
        taken[size] = time.process_time() - started
        line = (
            f"{size:6} x {size:<6} newsdiff {taken[size]:8.2f} s, {len(links):6} links, peak {_peak():5.0f} MiB (+{_peak() - before:.0f})"
        )
        if size <= 2_000:
            seconds, how = _every_pair(one, other)
            line += f"   rapidfuzz ratio, all pairs ({how}) {seconds:7.2f} s   difflib {_difflib(one, other):9.1f} s"
        else:
            line += f"   a full matrix of doubles alone: {size * size * 8 / 2**20:.0f} MiB"
        print(line, flush=True)
    print(f"From 1,000 to 10,000 sentences a side time grows {taken[10_000] / taken[1_000]:.1f} times (the aim: at most 9).")


if __name__ == "__main__":
    report()
