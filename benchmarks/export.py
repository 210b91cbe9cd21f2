"""Print what exports cost beside difflib.HtmlDiff and redlines on the same texts: ``python -m benchmarks.export``.

Each measurement runs in a process of its own: processor time of the rendering alone, the peak of memory above what the process held before it, and the
bytes written. What takes longer than the limit is said to. redlines is measured where it is installed (``pip install redlines``).
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable

from compare.model import (
    Analysis,
    Article,
    Comparison,
    Difference,
    Evidence,
    Link,
    Passage,
    Place,
    Reason,
    Sentence,
    Standing,
    Status,
)

SIZES = (100, 1000, 10_000)
LIMIT = 120
_WORDS = (
    "minister council harbour budget report election river school hospital tax bridge strike vote court company union storm museum border "
    "farmers engine deputy mayor committee agency factory railway market airport police teachers doctors power water housing energy"
).split()
_VERBS = "said announced denied confirmed reported warned promised opposed approved rejected delayed reviewed".split()


def accounts(sentences: int) -> tuple[list[str], list[str], list[str]]:
    """Two articles of so many sentences, and what became of each sentence in the second: same, reworded, divergent or unique."""
    chance = random.Random(20_261_122)

    def sentence(number: int) -> str:
        who, what, where = (chance.choice(_WORDS) for _ in range(3))
        return (
            f"The {who} of district {number} {chance.choice(_VERBS)} on Monday that the {what} near the {where} "
            f"would cost {chance.randint(2, 900)} million dollars and take {chance.randint(2, 40)} months."
        )

    first = [sentence(number) for number in range(sentences)]
    fates = chance.choices(["same", "reworded", "divergent", "unique"], [60, 15, 15, 10], k=sentences)
    told: dict[str, Callable[[int, str], str]] = {
        "same": lambda _, one: one,
        "reworded": lambda _, one: one.replace("would cost", "is expected to cost").replace("on Monday ", ""),
        "divergent": lambda _, one: one.replace("million", "billion"),
        "unique": lambda number, _: sentence(number + sentences),
    }
    return first, [told[fate](number, one) for number, (fate, one) in enumerate(zip(fates, first, strict=True))], fates


def texts(sentences: int) -> tuple[str, str]:
    """The two articles with paragraphs of four sentences."""
    first, second, _ = accounts(sentences)
    return _paragraphs(first), _paragraphs(second)


def compared(sentences: int) -> Comparison:
    """What newsdiff would find in them, put together without the engine: here only the writing is measured."""
    first, second, fates = accounts(sentences)
    analyses = tuple(_analysis(side, name) for side, name in ((first, "a.txt"), (second, "b.txt")))
    links, passages, standings = [], [], []
    for number, fate in enumerate(fates):
        a, b = Place(0, number), Place(1, number)
        if fate == "unique":
            passages += [Passage(f"p{number}a", (a,), "unique", (0,)), Passage(f"p{number}b", (b,), "unique", (1,))]
            standings.append(Standing("unique"))
            continue
        found: tuple[Difference, ...] = ()
        if fate == "divergent":
            ends = [_evidence(analyses, place, word) for place, word in ((a, "million"), (b, "billion"))]
            found = (Difference("number", 3, ends[0], ends[1], "A says million, B billion."),)
        status: Status = "divergent" if found else "shared"
        links.append(
            Link(a, b, 0.9, "aligned", verdict="divergent" if found else "shared", differences=found, reasons=(Reason("words", 2.5),))
        )
        passages.append(Passage(f"p{number}", (a, b), status, (0, 1)))
        standings.append(Standing(status))
    ledger = tuple(difference for link in links for difference in link.differences)
    return Comparison(analyses, tuple(links), tuple(passages), differences=ledger, standings=(tuple(standings), tuple(standings)))


def _paragraphs(sentences: list[str]) -> str:
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def _analysis(sentences: list[str], name: str) -> Analysis:
    text = _paragraphs(sentences)
    found, start = [], 0
    for number, one in enumerate(sentences):
        start = text.index(one, start)
        found.append(Sentence(start, start + len(one), one, "sentence", number // 4))
    return Analysis(Article(name, text, "0" * 64, found[0].text), tuple(found))


def _evidence(analyses: tuple[Analysis, ...], place: Place, word: str) -> Evidence:
    sentence = analyses[place.article].sentences[place.sentence]
    start = sentence.start + sentence.text.index(word)
    return Evidence(place.article, place.sentence, start, start + len(word), word)


def _ours(name: str) -> Callable[[int], Callable[[], str]]:
    def prepare(size: int) -> Callable[[], str]:
        from compare.export import FORMATS

        comparison = compared(size)
        return lambda: FORMATS[name].render(comparison)

    return prepare


def _difflib(size: int) -> Callable[[], str]:
    import difflib

    first, second = (text.replace(". ", ".\n").splitlines() for text in texts(size))
    return lambda: difflib.HtmlDiff(wrapcolumn=60).make_file(first, second)


def _redlines(size: int) -> Callable[[], str]:
    from redlines import Redlines

    first, second = texts(size)
    return lambda: str(Redlines(first, second, markdown_style="none").output_markdown)


CASES: dict[str, Callable[[int], Callable[[], str]]] = {
    "newsdiff html": _ours("html"),
    "newsdiff json": _ours("json"),
    "newsdiff md": _ours("md"),
    "newsdiff text": _ours("text"),
    "difflib.HtmlDiff": _difflib,
    "redlines": _redlines,
}


def measure(case: str, size: int) -> dict[str, float]:
    """Seconds, mebibytes above the start, and bytes of one rendering, in this process."""
    render = CASES[case](size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    text = render()
    spent = time.process_time() - began
    above = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {"seconds": spent, "mebibytes": above / 1024, "bytes": len(text.encode("utf-8", "replace"))}


def report(limit: int) -> None:
    """The table. A tool that was over the limit at one size isn't tried at a larger one."""
    print(f"{'':18}{'sentences':>10}{'seconds':>10}{'memory':>12}{'bytes':>14}{'bytes a sentence':>18}")
    for case in CASES:
        for size in SIZES:
            command = [sys.executable, "-m", "benchmarks.export", "--case", case, "--size", str(size)]
            try:
                done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
            except subprocess.TimeoutExpired:
                print(f"{case:18}{size:>10}   more than {limit} s", flush=True)
                break
            if done.returncode:
                print(f"{case:18}{size:>10}   {done.stderr.strip().splitlines()[-1]}", flush=True)
                break
            found = json.loads(done.stdout)
            print(
                f"{case:18}{size:>10}{found['seconds']:>10.2f}{found['mebibytes']:>8.0f} MiB{found['bytes']:>14,.0f}"
                f"{found['bytes'] / size / 2:>18,.0f}",
                flush=True,
            )


def main() -> None:
    """Print the table, or one measurement as JSON for it."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--case", choices=CASES)
    given.add_argument("--size", type=int, default=SIZES[0])
    given.add_argument("--limit", type=int, default=LIMIT, help="seconds that one measurement may take")
    options = given.parse_args()
    if options.case:
        print(json.dumps(measure(options.case, options.size)))
    else:
        report(options.limit)


if __name__ == "__main__":
    main()
