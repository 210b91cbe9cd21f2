"""Two or three texts, cut from the samples and spoilt, thrown together, or any bytes at all, from their bytes to all exports."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from benchmarks.fuzz.invariants import assert_sane
from benchmarks.hostile_texts import SHAPES, TOKENS
from compare import NewsdiffError, compare, read_bytes
from compare.export import FORMATS
from compare.model import Article

_SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
_SIGNS = (
    "\u00a0\u2009\u3000\u200b\u200d\u2060\ufeff\u202e\u2066\u0000\u001b\u0085\u2028\u0301\u00ad\ufffd\t\r\n\n\n“”‘’\"'«»„–—…•½²①٣五。！?!.,;:()[]{}<>&%$€#@*_~|/\\-"
    "\U0001f600\U0001f1eb\U0001d4d0\ud800é大א"
)
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8", "utf-16", "cp1252", "utf-8-sig", "shift_jis", "koi8-r")
_PAGE_EACH = 20


@cache
def _sources() -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted(_SEEDS.glob("*.txt")))


def inputs(seed: int) -> list[bytes]:
    """The texts of a seed, in bytes."""
    draw = random.Random(seed)
    first = _text(draw)
    texts = [first]
    texts += [_spoilt(draw, first) if draw.random() < 0.7 else _text(draw) for _ in range(draw.choice((1, 1, 2)))]
    return [_bytes(draw, text) for text in texts]


def _text(draw: random.Random) -> str:
    kind = draw.random()
    if kind < 0.6:
        source = draw.choice(_sources())
        start = draw.randrange(max(1, len(source) - 400))
        return _spoilt(draw, source[start : start + draw.randrange(60, 1200)])
    if kind < 0.8:
        return " ".join(draw.choice(TOKENS) for _ in range(draw.randrange(3, 120)))
    if kind < 0.92:
        return draw.choice(list(SHAPES.values()))(draw.randrange(40, 500))
    return "".join(
        chr(draw.choice((draw.randrange(0x20, 0x7F), draw.randrange(0x3000), draw.randrange(0x110000))))
        for _ in range(draw.randrange(1, 200))
    )


def _spoilt(draw: random.Random, text: str) -> str:
    """The text with some cuts, insertions, repetitions and exchanges."""
    for _ in range(draw.randrange(6)):
        at = draw.randrange(len(text) + 1)
        to = min(len(text), at + draw.randrange(1, 60))
        deed = draw.randrange(7)
        if deed == 0:
            text = text[:at] + text[to:]
        elif deed == 1:
            text = text[:at] + draw.choice(_SIGNS) * draw.choice((1, 1, 1, 2, 30)) + text[at:]
        elif deed == 2:
            text = text[:at] + text[at:to] * draw.randrange(2, 5) + text[to:]
        elif deed == 3:
            text = text[:at] + draw.choice(TOKENS) + text[at:]
        elif deed == 4:
            text = text[:at] + text[at:to].swapcase() + text[to:]
        elif deed == 5:
            words = text.split(" ")
            draw.shuffle(words)
            text = (
                " ".join(words)
                if draw.random() < 0.2
                else text.replace(" ", draw.choice(("  ", "\u00a0", "\n", "\t", " ")), draw.randrange(1, 9))
            )
        else:
            text = text[:at] + str(draw.randrange(10 ** draw.randrange(1, 30))) + text[at:]
    return text


def _bytes(draw: random.Random, text: str) -> bytes:
    content = bytearray(text.encode(draw.choice(_ENCODINGS), draw.choice(("replace", "ignore"))))
    for _ in range(draw.randrange(4) if draw.random() < 0.2 else 0):
        if content:
            content[draw.randrange(len(content))] = draw.randrange(256)
    return bytes(content)


def _read(contents: list[bytes]) -> list[Article]:
    return [read_bytes(content, f"{number}.txt") for number, content in enumerate(contents)]


def _complain(refused: NewsdiffError) -> str:
    raise AssertionError(f"a refusal is no printable line: {str(refused)!a}")


def attempt(seed: int) -> str:
    """Compare what the seed gives. Raises whatever isn't our own refusal, and AssertionError where something doesn't hold."""
    contents = inputs(seed)
    try:
        articles = _read(contents)
    except NewsdiffError as refused:
        return "refused" if str(refused).isprintable() else _complain(refused)
    comparison = compare(articles)
    assert_sane(comparison, page=seed % _PAGE_EACH == 0)
    again = compare(_read(contents))
    assert FORMATS["json"].render(again) == FORMATS["json"].render(comparison), "the same bytes gave another comparison"
    return "compared"
