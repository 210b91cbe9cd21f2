"""Texts made to be slow or to break something: what nobody writes, but anybody can save in a file.

Each shape fills as many code points as asked for, the same on every run. The words are those that newsdiff's rules react to.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import count, islice

_SYLLABLES = ("ba", "do", "ri", "ken", "lu", "mar", "tes", "vo", "shi", "nal", "per", "gu", "wen", "ca", "fi", "zor")
_TITLES = "President Minister Secretary Senator Chairman Governor Mayor Deputy Former Acting Vice Foreign Defence Prime Chief Judge Doctor Mr. Mrs. Dr. Sen."
_DENIALS = "not never no nobody nothing neither nor without denied refused failed didn't won't can't hardly isn't lacks stopped banned ruled out doubts"
TOKENS = (
    *_TITLES.split(),
    *_DENIALS.split(),
    *"may might could would must should will shall can likely possibly reportedly allegedly expected planned vowed threatened hopes".split(),
    *"said says told asked added according to by the of who that which and or but if because after before until since than then when".split(),
    *"Monday Tuesday October 27 2025 2024-01-31 yesterday today tomorrow last next week month year a.m. p.m. noon Christmas".split(),
    *"1 2 3.5 50% $4 €1,500 ₹1,500 crore million billion percent one two forty dozens hundreds half third 10-12 1-0 9/11 F-16 1st".split(),
    *"killed injured dead people aged old employs staff members founded born elected voted against for won lost scored raised cut rose fell".split(),
    *"John Smith J. Q. Rubio Jaishankar U.S. US EU NATO ASEAN India Delhi Malaysia Malaysian Bank of Japan Corp. Inc. & Sons United Nations".split(),
    *"“ ” ‘ ’ \" ' « » „ ( ) [ ] — – - … . ! ? ; : , / @SecRubio #tag http://a.b/c?d=e x@y.com <b> </b> &amp; \n \n\n • *".split(" "),
)


def names(number: int) -> str:
    """A made-up name of its own for each number below 4,096."""
    return "".join(_SYLLABLES[number // len(_SYLLABLES) ** place % len(_SYLLABLES)] for place in range(3)).capitalize()


def _filled(pieces: Iterator[str] | str, length: int, joint: str = " ") -> str:
    """So many code points of pieces, or of one piece again and again."""
    if isinstance(pieces, str):
        return (pieces * (length // max(1, len(pieces)) + 1))[:length]
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece) + len(joint)
        if size > length:
            break
    return joint.join(held)[:length]


def _numbered(pattern: str, joint: str = " ") -> Callable[[int], str]:
    """A shape of a pattern in which ``{n}`` counts on, ``{a}`` and ``{b}`` are made-up names and ``{d}`` is a day of the month."""

    def shape(length: int) -> str:
        pieces = (pattern.format(n=n, a=names(n * 7 + 1), b=names(n * 11 + 2), d=n % 28 + 1, y=1900 + n % 150, p=n % 101) for n in count())
        return _filled(pieces, length, joint)

    return shape


def _same(piece: str) -> Callable[[int], str]:
    return lambda length: _filled(piece, length)


def _drawn(pieces: tuple[str, ...], joint: str = " ", seed: int = 0) -> Callable[[int], str]:
    """A shape of pieces drawn at random."""

    def shape(length: int) -> str:
        draw = random.Random(seed)
        return _filled((draw.choice(pieces) for _ in count()), length, joint)

    return shape


def _letters(first: int, last: int, run: int = 0) -> Callable[[int], str]:
    """A shape of characters drawn from a range of code points, with a space after each ``run`` of them where it isn't 0."""

    def shape(length: int) -> str:
        draw = random.Random(first)
        text = "".join(chr(draw.randint(first, last)) for _ in range(length))
        return " ".join(text[at : at + run] for at in range(0, length, run))[:length] if run else text

    return shape


def _name_variants(length: int) -> str:
    draw = random.Random(1)
    swap = {"a": "aeo", "e": "eai", "i": "iey", "o": "oua", "n": "nm", "s": "sz", "k": "kc", "r": "rl", "v": "vw"}
    variants = ("".join(draw.choice(swap.get(letter, letter)) for letter in "alexandrovinskaresko").capitalize() for _ in count())
    return _filled((f"Minister {variant} spoke to Vladimir {variant} again." for variant in variants), length)


def _nested(length: int) -> str:
    depth = length // 6
    return _filled("“a ‘b " * depth + "c’ d” " * depth, length)


def _unclosed_kinds(length: int) -> str:
    return _filled((f"{mark}word{n}, he said" for n in count() for mark in "“‘\"'«„`"), length)


def _hard_wrapped(length: int) -> str:
    return _filled((f"the minister of {names(n)} said that not all of the {n} members of the council" for n in count()), length, "\n")


def _alternating(length: int) -> str:
    return "".join(
        letter.upper() if at % 2 else letter for at, letter in enumerate(_filled("the minister said that he met the president. ", length))
    )


def _line_ends(length: int) -> str:
    ends = ("\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n\n", "\r\r\n")
    return _filled((f"The minister met {names(n)} on Monday.{ends[n % len(ends)]}" for n in count()), length, "")


def _zipf(length: int) -> str:
    draw = random.Random(3)
    return _filled((f"The {draw.choice('ab')} {names(int(draw.paretovariate(0.6)))} did it." for _ in count()), length)


SHAPES: dict[str, Callable[[int], str]] = {
    "one-letter lines": lambda length: _filled((chr(97 + n * n % 26) for n in count()), length, "\n"),
    "one letter, the same, lines": _same("a\n"),
    "one-word sentences": _same("Yes. No. "),
    "one-word sentences, all other": _numbered("{a}{n}."),
    "the same sentence": _same("The minister met the president of India in Delhi on Monday. "),
    "the same sentence, paragraphs": _same("The minister met the president of India in Delhi on Monday.\n\n"),
    "nearly the same sentence": _numbered("The minister met {n} presidents of India in Delhi on Monday."),
    "nearly the same name": _numbered("Minister {a} met President {b} of India in Delhi on Monday."),
    "Zipf's words": _zipf,
    "headings": _numbered("The Plan Of {a}", "\n\n"),
    "bullets": _numbered("• {a} said no to {n} people", "\n"),
    "hard-wrapped lines": _hard_wrapped,
    "no stop": _numbered("and {a} went to {b}"),
    "no stop, small letters": _same("and then he went to the house of the man who said that it was not so "),
    "quotations, one sentence": _same("“a b” said X. "),
    "quotations, speakers": _numbered("“We will not pay {n} dollars,” {a} {b} said."),
    "quotations, one speaker": _numbered("“Talks on {a} and {b} went very well indeed,” Smith said."),
    "quotations, the same": _same("“We will not pay for it,” Smith said. “Never ever again.” "),
    "quotations of a word": _numbered("He called it “{a}”"),
    "quotations never closed": _same("“We go home, "),
    "quotation marks of all kinds": _unclosed_kinds,
    "quotations nested": _nested,
    "opening marks": _same("“"),
    "closing marks": _same("”"),
    "straight marks": _same('"'),
    "apostrophes": _same("'a "),
    "said said": _same("said "),
    "he said, she said": _same("he said she said that he told her he had asked them "),
    "numbers": _numbered("{n}"),
    "numbers with nouns": _numbered("{n} people"),
    "numbers with names": _numbered("{a}, {p}, has {n} employees"),
    "the same number": _same("5 "),
    "number words": _same("one hundred and twenty-five thousand and "),
    "dates": _numbered("on Monday, October {d}, {y}"),
    "weekdays": _same("on Monday and on Tuesday "),
    "money": _numbered("${n}.5 million"),
    "times of day": _numbered("at {d}:{p:02d} p.m. ET and {d} a.m."),
    "lengths and weights": _numbered("{n} miles, {n} km, {p} feet and {p} tons"),
    "percentages": _numbered("{p}% of {n}"),
    "figures, many sentences": _numbered("The toll rose to {n} dead on October {d}."),
    "ages": _numbered("{a} {b}, {p}, died in {y}."),
    "ranges and scores": _numbered("{n}-{p} to {p}-{d},"),
    "fractions and versions": _same("½1/2 1.2.3 10-12 IV "),
    "table of results": _numbered("{a}\t{n}\t{p}%\t{d}-{p}", "\n"),
    "digits": _letters(48, 57),
    "digits, one": _same("1"),
    "names": _numbered("{a} {b}"),
    "names, sentences": _numbered("{a} {b} met {b} {a}."),
    "one name": _same("John Smith "),
    "one surname": _numbered("{a} Smith said {b} Smith spoke."),
    "one name, many spellings": _name_variants,
    "initials": _same("J. Q. R. "),
    "initials, names": _numbered("J. {a} met Q. R. {b}."),
    "hyphens": _numbered("{a}-{b}"),
    "hyphens only": _same("a-"),
    "brackets": _same("(a [b] "),
    "brackets never closed": _same("("),
    "acronyms": _numbered("Bank {a} {b} Fund (BF{n})"),
    "one run of capitals": _numbered("{a} of {b} and"),
    "roles": _numbered("President {a}, the minister of {b}, spoke."),
    "one person, many offices": _numbered("{a} Minister John Smith spoke."),
    "titles": _same(_TITLES + " "),
    "titles, drawn": _drawn(tuple(_TITLES.split())),
    "denials": _same("not "),
    "denials, drawn": _drawn(tuple(_DENIALS.split())),
    "denials, sentences": _numbered("{a} did not deny that {b} never refused to stop the ban."),
    "hedges": _same("may will must could "),
    "votes": _numbered("The council voted {n}-{p} against it."),
    "then and former": _same("then-President former Mayor then Senator "),
    "handles": _numbered("@{a}{b} told @Sec{a}"),
    "one word": _same("word "),
    "one letter": _same("A"),
    "letters, no space": _letters(97, 122),
    "punctuation": _same(".!?;:,"),
    "stops": _same(". "),
    "stops, no space": _same("."),
    "dashes": _same("— a – "),
    "all capitals": _numbered("{a} MINISTER SAID NO TO {n} PEOPLE.".upper().replace("{A}", "{a}").replace("{N}", "{n}")),
    "alternating capitals": _alternating,
    "Chinese": _letters(0x4E00, 0x9FA5),
    "Chinese, sentences": lambda length: "".join(sign if at % 13 else "。" for at, sign in enumerate(_letters(0x4E00, 0x4FFF)(length))),
    "Japanese": _letters(0x3041, 0x3096),
    "Arabic": _letters(0x627, 0x64A, 6),
    "Hebrew": _letters(0x5D0, 0x5EA, 5),
    "Devanagari": _letters(0x905, 0x939, 6),
    "combining marks": lambda length: "a" + _letters(0x300, 0x36F)(length - 1),
    "combining marks on words": _same("e\u0301a\u0300\u0323 n\u0303o\u0308 "),
    "emoji": _same("👩‍👩‍👧‍👦🏳️‍🌈👍🏽 "),
    "emoji, no space": _same("👩‍❤️‍💋‍👨"),
    "zero-width characters": _same("a\u200b\u200d\ufeff\u2060b "),
    "bidi overrides": _same("\u202ea b\u202c \u2066c d\u2069 "),
    "lone controls": _same("a\x1b[31m b\x9b2J "),
    "HTML": _same('<div class="a"><p>The minister said <b>no</b> to 5 people.</p></div>&nbsp;'),
    "HTML, open tags": _same("<a "),
    "addresses": _numbered("https://www.example.com/{a}/{b}?q={n}&p={p}#top"),
    "e-mail addresses": _numbered("{a}.{b}@example.com,"),
    "one long address": lambda length: "https://example.com/" + _filled("a/", length - 20),
    "tabs": _same("a\t\t\tb\t"),
    "spaces": lambda length: "The minister" + " " * (length - 20) + "said.",
    "non-breaking spaces": _same("The\u00a0minister\u00a0met\u00a05\u00a0men.\u00a0"),
    "line ends": _line_ends,
    "blank lines": lambda length: "The minister said." + "\n" * (length - 40) + "The president said.",
    "dateline": _same("KUALA LUMPUR: (Reuters) - "),
    "commas": _same("a, b, and c, "),
    "possessives": _numbered("{a}'s {b}'s"),
    "of the of the": _same("of the "),
    "lists of names": _numbered("{a} {b},"),
    "passive": _numbered("{a} was killed by {b}, who was elected by {a} in {y}."),
    "facts": _numbered("{a} Corp., which employs {n} people, was founded in {y}."),
    "tolls": _numbered("At least {n} people were killed and {p} injured in {a}."),
    "rubbish 1": _drawn(TOKENS, seed=1),
    "rubbish 2": _drawn(tuple(token for token in TOKENS if "\n" not in token), seed=2),
    "rubbish 3": _drawn(TOKENS, "", 3),
    "rubbish 4": _drawn(tuple(token + "." for token in TOKENS), seed=4),
}
"""Every shape by its name: a length in code points → a text of at most so many."""


def altered(text: str) -> str:
    """A copy in which about every hundredth word is another, a digit or a sentence is changed, and something is added."""
    words = text.split(" ")
    for at in range(7, len(words), 101):
        words[at] = words[at][::-1] if at % 2 else words[at] + " perhaps"
    changed = " ".join(words)
    step = max(1, len(changed) // 500)
    signs = list(changed)
    for at in islice(range(step // 2, len(signs), step), 500):
        if signs[at].isdigit():
            signs[at] = str((int(signs[at]) + 3) % 10) if signs[at].isascii() else signs[at]
    return "".join(signs) + " The end came 7 days later."
