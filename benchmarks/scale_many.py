"""Size of a comparison in articles: the whole road for many articles of 25 sentences, a few each on one event, as a folder of a day's news holds them."""

from __future__ import annotations

import random
import resource
import sys
import time
from itertools import accumulate

from benchmarks.hostile_texts import names
from benchmarks.scale_links import _word
from compare.model import Article
from compare.parallel import processors
from compare.pipeline import compare

SIZES = (60, 500)
SENTENCES = 25
AN_EVENT = 5
"""Articles that report one event."""
VOCABULARY = 8_000

_PATTERNS = (
    "{office} {a} {b} said on {day} that {filler} in {place}.",
    "At least {n} people were {harmed} in {place}, {office} {b} told reporters, {filler}.",
    "“{quoted},” {b} said.",
    "The {c} Corp. reported a loss of ${n}.{m} million, and {filler}.",
    "{filler} after the {c} council voted {n}-{m} for the {topic} plan.",
    "Talks between {b} and {c} on {topic} will continue next week, and {filler}.",
    "{b}, {n}, was not at the meeting in {place}, but {filler}.",
)


def many(articles: int, seed: int = 0) -> list[Article]:
    """So many articles, ``AN_EVENT`` of them on each event, the same on every run; an article retells most of what its event has."""
    draw = random.Random(seed)
    words = [_word(number) for number in range(VOCABULARY)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    made: list[Article] = []
    event: list[str] = []
    for number in range(articles):
        if number % AN_EVENT == 0:
            event = [_sentence(draw, number // AN_EVENT, words, weights) for _ in range(SENTENCES)]
        own = [
            _reworded(draw, sentence, words, weights) if draw.random() < 0.6 else _sentence(draw, number // AN_EVENT, words, weights)
            for sentence in event
        ]
        half = draw.randrange(SENTENCES)
        text = "\n\n".join([own[0].rstrip("."), *own[half:], *own[1:half]]) + "\n"
        made.append(Article(f"{number}.txt", text, f"{number:064}", own[0]))
    return made


def _sentence(draw: random.Random, event: int, words: list[str], weights: list[float]) -> str:
    def some(count: int) -> str:
        return " ".join(draw.choices(words, cum_weights=weights, k=count))

    return draw.choice(_PATTERNS).format(
        a=names(event * 7 + draw.randrange(4)), b=names(event * 11 + draw.randrange(4)), c=names(event * 13 + draw.randrange(3)),
        place=names(event * 17 + draw.randrange(2)), office=draw.choice(("Minister", "President", "Mayor", "Senator", "Judge")),
        day=draw.choice(("Monday", "Tuesday", "Friday")), harmed=draw.choice(("killed", "injured", "arrested")), n=draw.randrange(2, 90),
        m=draw.randrange(1, 9), topic=some(1), filler=some(draw.randint(14, 24)), quoted=some(draw.randint(12, 20)).capitalize(),
    )  # fmt: skip


def _reworded(draw: random.Random, sentence: str, words: list[str], weights: list[float]) -> str:
    return " ".join(
        draw.choices(words, cum_weights=weights)[0] if word.isalpha() and word.islower() and draw.random() < 0.25 else word
        for word in sentence.split()
    )


def report() -> None:
    """Print the time by the clock and of the processors, and the peak of memory."""
    for size in SIZES:
        articles = many(size)
        clock, spent = time.perf_counter(), time.process_time() + _children()
        comparison = compare(articles, processes=processors())
        taken = time.perf_counter() - clock
        print(
            f"{size:4} articles of {SENTENCES} sentences: {taken:6.1f} s by the clock, "
            f"{time.process_time() + _children() - spent:6.1f} s of processors, {len(comparison.links):,} links, "
            f"{len(comparison.differences):,} differences, peak {_peak():.0f} MiB",
            flush=True,
        )


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    report()
