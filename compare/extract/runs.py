"""Runs of capitalised words with the small words between them: what names are cut from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from compare.data import tables
from compare.extract.organisations import BODIES
from compare.extract.patterns import is_capitalised, patterns_for
from compare.model import Sentence
from compare.text.gazetteer import groups, nation_words, places

_TABLES = tables("name_cues.txt")

_PREFIX = re.compile(r"(?<![\w-])(?:(?:al|el)\s|(?:al|el|ul|as|ad|an|ar|at|ash|ibn)-|[dl]['’]|\d{1,4}(?:st|nd|rd|th)\s)$")
_AHEAD = frozenset({"al ", "el ", "st ", "nd ", "rd ", "th "})
# What a page's script ends with behind a name: "NetanyahuMORE"
_MORE = "MORE"
_BREAKS = re.compile(r"[\s-]")

PARTICLES = _TABLES["particles"]
SUFFIXED = re.compile(
    r"-(?:based|backed|led|born|style|like|era|area|run|held|controlled|owned|made|bound|trained|sponsored|educated|occupied|dominated|ruled|wide|"
    r"inspired|related|friendly|only|speaking|area|brokered|imposed|supported|funded|mediated|[a-z]+ed|[a-z]+ing)$"
)


class NameWord(NamedTuple):
    text: str
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Piece:
    """A possible name. ``start`` and ``end`` are offsets in the article's text; ``words`` holds its words, small ones too.

    ``initial`` says that its first letter may be large only because a sentence begins there; ``office`` that an office or honorific leads to it.
    """

    start: int
    end: int
    words: tuple[str, ...]
    sentence: int
    initial: bool = False
    office: bool = False
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = " ".join(self.words)


def dateline_start(text: str, sentences: Sequence[Sentence], number: int) -> int:
    """Where a sentence starts with the dateline before it, if its paragraph opens with one; otherwise where it starts."""
    end = sentences[number - 1].end if number else 0
    start = sentences[number].start
    gap = text[end:start]
    if (
        not (said := gap.strip()) or "\n" in gap.lstrip() or "(@" in gap
    ):  # nothing, a paragraph of its own, or who has posted what stands before
        return start
    return start if said in text[:end] else end  # or the headline once more


def find_runs(text: str, start: int, end: int) -> list[list[NameWord]]:
    """The runs of capitalised words in ``text[start:end]``, each a list of its words and the small words between them."""
    runs: list[list[NameWord]] = []
    patterns = patterns_for(text, start, end)
    position = start
    while capital := patterns.capital.search(text, position, end):
        first = capital.start()
        if first > start:
            before = text[first - 1]
            if before.isalnum() or before in "_@#.":
                position = first + 1
                continue
            if (before in "-'’" or text[first - 3 : first] in _AHEAD) and (prefix := _PREFIX.search(text, max(start, first - 7), first)):
                first = prefix.start()
        begun = first
        position = patterns.run(text, begun, end)
        if position == begun:
            begun = capital.start()
            position = patterns.run(text, begun, end)
        if position == begun:
            position = capital.end()
            continue
        run = text[begun:position]
        if not _BREAKS.search(run):
            runs.extend(_cut_glued([NameWord(run, begun, position)]))
            continue
        tokens = [NameWord(part[0], part.start(), part.end()) for part in patterns.word.finditer(text, begun, position)]
        if (
            first > start
            and text[first - 1] == "-"
            and (tokens[0].text.isupper() or tokens[0].text in places() or tokens[0].text in groups())
        ):
            runs.append(tokens[:1])  # "pre-TV Sioux City"
            tokens = tokens[1:]
        for part in _cut_glued(tokens) if tokens else ():
            runs.extend(_cut_hyphens(part, bracketed=text[first - 1 : first] == "(") if "-" in run else [part])
    return runs


def _cut_glued(tokens: list[NameWord]) -> list[list[NameWord]]:
    """Cuts what a page's script has put behind a name, which begins with the name in full and goes on with other stories, no space before them:
    "Eric Swalwell Eric Michael SwalwellThe Hill" is "Eric Swalwell" and "Eric Michael Swalwell".
    """
    for number, token in enumerate(tokens):
        for before, name in enumerate(tokens[:number]):
            size = len(name.text)
            if size > 2 and token.text.startswith(name.text) and token.text[size : size + 1].isupper():
                glued = NameWord(name.text, token.start, token.start + size)
                return [tokens[: before + 1], [*tokens[before + 1 : number], glued]]
    last = tokens[-1]
    if last.text == _MORE and len(tokens) > 1:
        return [tokens[:-1]]
    if last.text[-5:-4].islower() and last.text.endswith(_MORE):
        return [[*tokens[:-1], NameWord(last.text[: -len(_MORE)], last.start, last.end - len(_MORE))]]
    return [tokens]


def _cut_hyphens(tokens: list[NameWord], *, bracketed: bool = False) -> list[list[NameWord]]:
    """Cuts "Beijing-based" to "Beijing", "India-U.S." to two; what follows such a cut begins a run of its own."""
    runs: list[list[NameWord]] = [[]]
    for token in tokens:
        text = token.text
        if "-" not in text or text in places() or text in groups():
            runs[-1].append(token)
            continue
        parts = text.split("-")
        if len(parts) == 2 and parts[0] in {"R", "D", "I"}:  # "R-Minn.": a party and a state
            runs.append([NameWord(parts[1], token.start + 2, token.end)])  # "R-San Antonio" goes on with the next word
            if parts[1] in places():
                runs.append([])
        elif len(parts) == 2 and bracketed and parts[0].isupper() and parts[1][:1].isupper():  # "(DAP-Tanjung)": a party and a seat
            runs.append([NameWord(parts[0], token.start, token.start + len(parts[0]))])
            runs.append([NameWord(parts[1], token.start + len(parts[0]) + 1, token.end)])
        elif SUFFIXED.search(text):
            head = text[: text.rfind("-")]
            runs[-1].append(NameWord(head, token.start, token.start + len(head)))
            runs.append([])
        elif (
            len(parts) > 1
            and all(part[:1].isupper() for part in parts)
            and any(part in nation_words() or part in places() or part in BODIES for part in parts)
        ):
            offset = token.start
            for part in parts:
                runs[-1].append(NameWord(part, offset, offset + len(part)))
                offset += len(part) + 1
                runs.append([])
        elif len(parts[0]) > 1 and parts[-1].islower() and len(parts[-1]) > 5 and len(parts) == 2:
            runs[-1].append(NameWord(parts[0], token.start, token.start + len(parts[0])))
            runs.append([])
        else:
            runs[-1].append(token)
    return [run for run in runs if any(is_capitalised(token.text) for token in run)]
