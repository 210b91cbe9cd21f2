"""How fast names are found and merged: the seeds, ten thousand sentences, ten thousand mentions of one name, one paragraph of capitals."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from compare.align.entities import merge
from compare.extract.mentions import find_mentions
from compare.model import Analysis, Article, Sentence
from compare.text.sentences import split

ROOT = Path(__file__).resolve().parent.parent


def report() -> None:
    """Prints times, and words a second."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    cut = [(Article("", text, "", ""), split(text)[0]) for text in seeds]
    cold = _time(lambda: merge([_read(article, sentences) for article, sentences in cut]), repeat=1)
    warm = _time(lambda: merge([_read(article, sentences) for article, sentences in cut]))
    print(f"entities of the five seeds, found and merged: {cold * 1000:.1f} ms the first time, {warm * 1000:.1f} ms after (to be under 30)")
    for title, text in (
        ("10,000 sentences, names all different", long_text(10_000)),
        (
            "10,000 mentions of one name",
            "Yesterday Angela Brook met the press again. " + "Then Brook spoke to the council for an hour. " * 10_000,
        ),
        ("one paragraph of 20,000 capitalised words", "Alpha Beta Gamma Delta Epsilon " * 4_000 + "."),
    ):
        article = Article("", text, "", "")
        sentences = split(text)[0]
        words = len(text.split())
        found = _time(partial(_read, article, sentences), repeat=2)
        analysis = _read(article, sentences)
        joined = _time(partial(merge, [analysis]), repeat=2)
        print(
            f"entities, {title}: {words / found:,.0f} words/s found, {len(analysis.mentions):,} mentions merged in {joined * 1000:.0f} ms"
        )


def long_text(sentences: int) -> str:
    """So many sentences of news in which most names are new: made-up syllables, the same on every run."""
    syllables = ("ba", "do", "ri", "ken", "lu", "mar", "tes", "vo", "shi", "nal", "per", "gu", "wen", "ca", "fi", "zor")

    def name(seed: int) -> str:
        return "".join(syllables[(seed // len(syllables) ** place + place * 5) % len(syllables)] for place in range(3)).capitalize()

    patterns = (
        "Foreign Minister {a} {b} said on Monday that talks with {c} would continue in {d} next week.",
        "The {c} Corp. unit, based in {d}, reported a loss of $3.2 million, and shares fell 4 percent.",
        "He told reporters that the agreement would be signed soon, according to {a} {b}, who has followed the matter closely.",
        "Officials from the Ministry of {c} declined to comment on the figures that were published a day earlier.",
    )
    return "\n".join(
        patterns[number % 4].format(a=name(number * 7 + 1), b=name(number * 11 + 2), c=name(number * 13 + 3), d=name(number * 5 + 4))
        for number in range(sentences)
    )


def _read(article: Article, sentences: tuple[Sentence, ...]) -> Analysis:
    return Analysis(article, sentences, mentions=find_mentions(article, sentences))


def _time(work: Callable[[], object], repeat: int = 20) -> float:
    """The best of some runs, in seconds of this process, so that other work on the machine counts little."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    report()
