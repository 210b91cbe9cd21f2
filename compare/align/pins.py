"""Pins: sentences that the user joined or separated by hand. They come before anything that the engine finds.

A file of pins is plain text, a pin a line, so that a person can read it and a version control can merge it::

    join 1f0c…64 hex digits… 120-245 "post.txt" "first sentence" 9ab1… 33-150 "wire.txt" "second sentence"
    part …

The digits are the SHA-256 of the articles' sources and the numbers the sentences' offsets (code points, half-open), so that a pin holds for this
text wherever its file lies. Behind them stand the file's name and the sentence as JSON strings: they say to a person what is pinned, and by
them the sentence is found again when the text has changed. They may be missing, and from ``#`` on a line is a comment.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import NamedTuple

from compare.align.anchor import KNOWN_BY, most_like
from compare.align.moves import mark_moved
from compare.deferred import deferred
from compare.errors import ReadingError
from compare.model import Analysis, Difference, Link, PinAction, Pinned, Place, Reason, reach
from compare.reading.cleaning import inert, shown_path

FILE_NAME = "newsdiff.pins"
"""What a file of pins is called beside the articles and in the user's data folder."""
LARGEST = 8 * 1024 * 1024
_HEADER = """\
# Sentences joined and separated by hand; newsdiff reads and writes this file.
# join|part SHA-256 start-end "file" "sentence" SHA-256 start-end "file" "sentence"
"""
_TEXT = r'"(?:[^"\\]|\\.)*+"'
_END = rf"([0-9a-f]{{64}})\s+(\d{{1,12}})-(\d{{1,12}})(?:\s+({_TEXT})\s+({_TEXT}))?"
_LINE = deferred(rf"(join|part)\s+{_END}\s+{_END}\s*(?:#.*)?")


@dataclass(frozen=True, slots=True, order=True)
class End:
    """A sentence of a certain text: the SHA-256 of its source and its offsets. Name and text are for human readers and for changed texts."""

    sha256: str
    start: int
    end: int
    name: str = field(default="", compare=False)
    text: str = field(default="", compare=False)


class Pin(NamedTuple):
    """Two sentences that belong together (``join``) or don't (``part``). ``a`` and ``b`` are in sorted order."""

    action: PinAction
    a: End
    b: End

    @property
    def ends(self) -> tuple[End, End]:
        """The pin's key: there is at most one pin for two ends."""
        return (self.a, self.b)


class Standing(NamedTuple):
    """Where pins stand in a comparison; and those about a text that has changed so much that the sentence isn't there any more."""

    placed: tuple[tuple[Pin, Pinned], ...]
    lost: tuple[Pin, ...]


def pin(action: PinAction, analyses: Sequence[Analysis], one: Place, other: Place) -> Pin:
    """The pin that joins or parts two sentences of different articles."""
    a, b = sorted((_end(analyses, one), _end(analyses, other)))
    return Pin(action, a, b)


def _end(analyses: Sequence[Analysis], place: Place) -> End:
    analysis = analyses[place.article]
    sentence = analysis.sentences[place.sentence]
    return End(analysis.article.sha256, sentence.start, sentence.end, _name(analysis), sentence.text[:KNOWN_BY])


def _name(analysis: Analysis) -> str:
    """The name of an article's file, by which its next version is known; "" for standard input, whose versions have nothing in common."""
    return "" if analysis.article.source == "-" else PurePath(analysis.article.source).name


def merged(pins: Iterable[Pin]) -> tuple[Pin, ...]:
    """The pins, one for each two sentences: a later one takes the place of an earlier one."""
    return tuple({one.ends: one for one in pins}.values())


def parse(text: str, name: str = FILE_NAME) -> tuple[Pin, ...]:
    """The pins in a file's text. Raises ReadingError, naming the line, where one isn't a pin."""
    found: list[Pin] = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        plain = line.strip()
        if not plain or plain.startswith("#"):
            continue
        read = _read_pin(plain)
        if read is None:
            raise ReadingError(f"{name}, line {number}: isn't a pin; correct or remove the line, or use --no-pins")
        found.append(read)
    return merged(found)


def _read_pin(line: str) -> Pin | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    try:
        a, b = sorted((_read_end(*match.groups()[1:6]), _read_end(*match.groups()[6:])))
    except ValueError:
        return None
    return Pin("join" if match[1] == "join" else "part", a, b)


def _read_end(sha256: str, start: str, end: str, name: str | None, text: str | None) -> End:
    return End(sha256, int(start), int(end), json.loads(name or '""'), json.loads(text or '""'))


def format_pins(pins: Iterable[Pin]) -> str:
    """The text of a file of pins, in a stable order."""
    ordered = sorted(merged(pins), key=lambda one: one.ends)
    return _HEADER + "".join(f"{one.action} {_written(one.a)} {_written(one.b)}\n" for one in ordered)


def edited(text: str, pins: Iterable[Pin]) -> str:
    """A file's text with these pins in place of those that it holds: its comments and the lines of pins that stay are left as they are."""
    new = {one.ends: one for one in sorted(merged(pins), key=lambda one: one.ends)}
    lines: list[str] = []
    for line in text.splitlines():
        plain = line.strip()
        read = _read_pin(plain) if plain and not plain.startswith("#") else None
        if read is None:
            lines.append(line)
        elif new.get(read.ends) == read:
            lines.append(line)
            del new[read.ends]
    return "".join(f"{line}\n" for line in lines) + format_pins(new.values()).removeprefix(_HEADER if lines else "")


def _written(end: End) -> str:
    place = f"{end.sha256} {end.start}-{end.end}"
    return f"{place} {_string(end.name)} {_string(end.text)}" if end.name or end.text else place


def _string(text: str) -> str:
    return json.dumps(inert(text), ensure_ascii=False)


def read_pins(path: Path) -> tuple[Pin, ...]:
    """The pins in a file. Raises ReadingError where there is no such file, it can't be read, or it holds something else."""
    name = shown_path(path)
    try:
        if path.exists() and not path.is_file():
            raise ReadingError(f"{name}: isn't a regular file; pins are kept in a text file")
        if path.stat().st_size > LARGEST:
            raise ReadingError(f"{name}: is larger than {LARGEST // 2**20} MiB, too large for a file of pins")
        return parse(path.read_text(encoding="utf-8"), name)
    except FileNotFoundError:
        raise ReadingError(f"{name}: no such file; check the path") from None
    except UnicodeDecodeError:
        raise ReadingError(f"{name}: isn't UTF-8 text; correct or remove it, or use --no-pins") from None
    except (OSError, ValueError) as error:
        reason = inert(getattr(error, "strerror", None) or str(error))
        raise ReadingError(f"{name}: can't be read ({reason}); check its permissions, or use --no-pins") from None


def apply(analyses: Sequence[Analysis], links: Sequence[Link], pins: Iterable[Pin]) -> tuple[tuple[Link, ...], tuple[Pinned, ...]]:
    """The links with the user's pins, and what was pinned: joined sentences are aligned whatever the engine found, parted ones have no link.

    A pin whose article isn't compared waits for a comparison that it fits.
    """
    pinned = _one_each(stand(analyses, pins).placed)
    if not pinned:
        return tuple(links), ()
    found = {(link.a, link.b): link for link in links}
    for one in pinned:
        ends = (one.a, one.b)
        if one.action == "part":
            found.pop(ends, None)
        elif ends in found:
            found[ends] = replace(found[ends], relation="aligned", pinned=True)
        else:
            found[ends] = Link(*ends, score=1.0, relation="aligned", reasons=(Reason("by hand", 0.0, "joined by the user"),), pinned=True)
    kept: list[Link] = []
    by_articles: dict[tuple[int, int], list[Link]] = {}
    for link in sorted(found.values(), key=lambda link: (link.a.article, link.b.article, link.a, link.b)):
        by_articles.setdefault((link.a.article, link.b.article), []).append(link)
    for group in by_articles.values():
        kept += mark_moved(group)
    return tuple(kept), pinned


def keep_pins(analyses: Sequence[Analysis], pinned: Sequence[Pinned], differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """The differences without those between two sentences that the user parted: quotations and names are compared without links, too."""
    parted = {frozenset((one.a, one.b)) for one in pinned if one.action == "part"}
    if not parted:
        return tuple(differences)
    return tuple(
        difference
        for difference in differences
        if difference.a is None
        or difference.b is None
        or not any(frozenset((a, b)) in parted for a in reach(difference.a, analyses) for b in reach(difference.b, analyses))
    )


def _one_each(placed: Iterable[tuple[Pin, Pinned]]) -> tuple[Pinned, ...]:
    """One for each two sentences, in order: one for this very text before one for an older text, a later one before an earlier one."""
    found: dict[tuple[Place, Place], Pinned] = {}
    for _, one in placed:
        before = found.get((one.a, one.b))
        if before is None or one.exact or not before.exact:
            found[one.a, one.b] = one
    return tuple(found[ends] for ends in sorted(found))


def stand(analyses: Sequence[Analysis], pins: Iterable[Pin]) -> Standing:
    """Where each pin stands among the articles. Those that are about other articles are in neither list."""
    pins = tuple(pins)
    if not pins:
        return Standing((), ())
    known = _Known(analyses)
    placed: list[tuple[Pin, Pinned]] = []
    lost: list[Pin] = []
    for one in pins:
        left, right = known.find(one.a), known.find(one.b)
        for first, exactly in left:
            for second, also in right:
                if first.article != second.article:
                    a, b = sorted((first, second))
                    placed.append((one, Pinned(one.action, a, b, exact=exactly and also)))
        if not (left and right) and known.is_changed(one):
            lost.append(one)
    return Standing(tuple(placed), tuple(lost))


class _Known:
    """The sentences of the compared articles, by what a pin says of them."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self._analyses = analyses
        self._found: dict[tuple[int, str], int | None] = {}
        self._places: dict[End, list[tuple[Place, bool]]] = {}
        self._by_hash: dict[str, list[int]] = {}
        self._by_name: dict[str, list[int]] = {}
        for article, analysis in enumerate(analyses):
            self._by_hash.setdefault(analysis.article.sha256, []).append(article)
            self._by_name.setdefault(_name(analysis), []).append(article)
            for number, sentence in enumerate(analysis.sentences):
                end = End(analysis.article.sha256, sentence.start, sentence.end)
                self._places.setdefault(end, []).append((Place(article, number), True))

    def find(self, end: End) -> Sequence[tuple[Place, bool]]:
        """Where an end stands, and whether that is its very text; by likeness where the text, or the cut of its sentences, has changed since."""
        exact = self._places.get(end)
        if exact is not None:
            return exact
        articles = self._by_hash.get(end.sha256) or self._next_version(end)
        places = ((article, self._like(article, end.text)) for article in articles)
        return [(Place(article, number), False) for article, number in places if number is not None]

    def is_changed(self, one: Pin) -> bool:
        """Whether a pin is about these articles although not about these texts: one end's text is here, the other's file."""
        here = [end.sha256 in self._by_hash for end in one.ends]
        return any(here) and all(known or self._next_version(end) for known, end in zip(here, one.ends, strict=True))

    def _next_version(self, end: End) -> Sequence[int]:
        """The article whose file has the name that the end's had; none where two have it."""
        articles = self._by_name.get(end.name, ()) if end.name else ()
        return articles if len(articles) == 1 else ()

    def _like(self, article: int, text: str) -> int | None:
        key = (article, text)
        if key not in self._found:
            self._found[key] = most_like(text, self._analyses[article]) if text else None
        return self._found[key]


def without(pins: Iterable[Pin], analyses: Sequence[Analysis], one: Place, other: Place) -> tuple[Pin, ...]:
    """The pins without those that stand at two sentences, be it through an older text: the engine decides again."""
    held = merged(pins)
    ends = tuple(sorted((one, other)))
    gone: Mapping[tuple[End, End], bool] = {held_pin.ends: True for held_pin, at in stand(analyses, held).placed if (at.a, at.b) == ends}
    return tuple(held_pin for held_pin in held if held_pin.ends not in gone)


def lost_line(lost: Sequence[Pin]) -> tuple[str, ...]:
    """What to tell about pins whose sentence is gone: one line, or none."""
    if not lost:
        return ()
    said = "1 pin is about a sentence" if len(lost) == 1 else f"{len(lost)} pins are about sentences"
    return (f"{FILE_NAME}: {said} that the changed text no longer has; ignored",)
