"""What the sidebars list: entities by type, differences by severity, quotations with their fidelity. Rows of words with looks, no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from compare.model import ENTITY_TYPES, Place
from compare.model.outlets import chips_in
from compare.model.place import OURS, kind_word
from compare.views.points import counting
from tui.layout.cells import cropped, cut, displayed, width_of, wrap
from tui.layout.explain import Word, Words
from tui.layout.subject import SHORT
from tui.themes import outlet

if TYPE_CHECKING:
    from compare.model import ComparedQuotation, Comparison, Entity, Point
    from compare.views.presence import Presence

SidebarKind = Literal["entities", "differences", "quotations"]
KINDS: tuple[SidebarKind, ...] = ("entities", "differences", "quotations")
TITLES = {"entities": "Entities", "differences": "Differences", "quotations": "Quotations"}

TYPE_WORDS = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "group": "groups",
    "event": "events",
    "law": "laws",
    "work": "works",
    "other": "other names",
}
FIDELITY_SIGNS = {"verbatim": "=", "trimmed": "≈", "altered": "≠", "paraphrased": "~", "absent": "·"}
_FIDELITIES = 6
"""So many articles have their sign beside a quotation, so that its speaker keeps some room; what is under the cursor is told in full."""
_FIDELITY_LOOKS = {"verbatim": "shared", "trimmed": "part", "altered": "divergent", "paraphrased": "reworded", "absent": "muted"}


class Entry(NamedTuple):
    """A row of a sidebar. ``number`` is its index among the comparison's entities, differences or quotations; -1 for a title.

    ``text`` is what the filter looks in, ``detail`` what is shown of the row under the cursor.
    """

    number: int
    text: str
    lines: tuple[Words, ...]
    detail: Words = ()


def listing(
    comparison: Comparison, kind: SidebarKind, *, only: frozenset[str] | None = None, possible: Sequence[Point] = ()
) -> list[Entry]:
    """All rows of a sidebar; ``only`` keeps differences of some kinds, ``possible`` are points that are less sure."""
    if kind == "entities":
        return entity_entries(comparison)
    if kind == "differences":
        return point_entries(comparison, only, possible)
    return quotation_entries(comparison)


def filtered(entries: Iterable[Entry], letters: str) -> list[Entry]:
    """Rows that have these letters in them, whatever their case; titles only where something stands under them."""
    wanted = letters.casefold().strip()
    kept: list[Entry] = []
    for entry in entries:
        if entry.number < 0:
            if kept and kept[-1].number < 0:
                kept.pop()
            kept.append(entry)
        elif wanted in entry.text.casefold():
            kept.append(entry)
    if kept and kept[-1].number < 0:
        kept.pop()
    return kept


# Entities ----------------------------------------------------------------------------------------------------------------------------


def entity_entries(comparison: Comparison) -> list[Entry]:
    """By type, then by how often they are named; each with its count an article as a figure and a bar, under the outlets' chips.

    ``+`` before a name: one article alone names it; ``○``: an article leaves it out though others name it.
    """
    from compare.views.presence import matrix

    articles = range(len(comparison.articles))
    presences = matrix(comparison)
    most = max((count for presence in presences for count in presence.counts), default=1)
    chip = chips_in(comparison)
    cells = width_of(_figure("", "·", len(articles), most))
    short = [cut(each, max(cells - 1, 1)) for each in chip[:_BARS_SHOWN]]
    heads = [Word(" " * (cells - width_of(each)) + each, outlet(article)) for article, each in enumerate(short)]
    if len(articles) > _BARS_SHOWN:
        heads.append(Word("…", "muted"))
    entries: list[Entry] = []
    for type_ in ENTITY_TYPES:
        found = [(number, entity) for number, entity in enumerate(comparison.entities) if entity.type == type_]
        found.sort(key=lambda item: (-len(item[1].mentions), item[1].name, item[0]))
        if found:
            entries.append(Entry(-1, "", ((Word(TYPE_WORDS[type_], "heading"), Word("\t", "muted"), *heads),)))
        for number, entity in found:
            text = f"{entity.name} {' '.join(entity.aliases)} {type_}"
            entries.append(Entry(number, text, (_entity(presences[number], most),), _known_as(entity, chip)))
    return entries


_BARS = "▁▂▃▄▅▆▇█"
_BARS_SHOWN = 22
"""So many articles have a bar, so that a name keeps its room; the table of names has all."""
_FIGURES = 5
"""Up to so many articles a count stands beside its bar; more have the bars alone."""


def _entity(presence: Presence, most: int) -> Words:
    sign, look = " ", "text"
    if presence.only is not None:
        sign, look = "+", "unique"
    elif presence.left_out:
        sign, look = "○", "divergent"
    words = [Word(f"{sign} ", look), Word(displayed(presence.entity.name), "only" if 0 in presence.counts else "text"), Word("\t", "muted")]
    for article, count in enumerate(presence.counts[:_BARS_SHOWN]):
        if count:
            figure = _figure(str(count), bar(count, most), len(presence.counts), most)
            words.extend((Word(figure[:-1], "text"), Word(figure[-1], "sign")))
        else:
            missed = article in presence.left_out
            words.append(Word(_figure("", "○" if missed else "·", len(presence.counts), most), "divergent" if missed else "muted"))
    if len(presence.counts) > _BARS_SHOWN:
        words.append(Word("…", "muted"))
    return tuple(words)


def bar(count: int, most: int) -> str:
    """How much of the most a count is, as a bar in one cell."""
    return _BARS[max(0, -(-count * len(_BARS) // max(1, most)) - 1)]


def _figure(count: str, sign: str, articles: int, most: int) -> str:
    """A cell of a row: the figure and the bar, or the bar alone where there are many articles; the chips above are as wide."""
    if articles > _FIGURES:
        return sign or count[:1]
    digits = max(len(str(most)), SHORT - 1 if articles <= _SHORT_FIT else 1)
    return f" {count:>{digits}}{sign or ' '}" if sign or not count else f" {count:>{digits + 1}}"


_SHORT_FIT = 3
"""Up to so many articles a sidebar has room for as many cells above each column; with more, names need it."""


def _known_as(entity: Entity, chip: Sequence[str]) -> Words:
    words: list[Word] = [Word(displayed(entity.name), "heading")]
    aliases = [alias for alias in entity.aliases if alias != entity.name]
    if aliases:
        words.append(Word(f"  also {displayed(', '.join(aliases))}", "text"))
    for role in entity.roles:
        words += [Word(f"  {chip[role.article]}\N{NO-BREAK SPACE}", outlet(role.article)), Word(displayed(role.text), "muted")]
    return tuple(words)


# Points ------------------------------------------------------------------------------------------------------------------------------


def point_entries(comparison: Comparison, only: frozenset[str] | None = None, possible: Sequence[Point] = ()) -> list[Entry]:
    """The points that count, the gravest first, under a title for each severity; what a second reader says under its name, then what is possible.

    A possible point's number goes on behind those of the comparison's own.
    """
    entries: list[Entry] = []
    chip = chips_in(comparison)
    above: tuple[str, int] = ("", 0)
    titles = {3: "a fact or a quotation is altered", 2: "a reader is misled", 1: "a shade"}
    for number, point in counting(comparison):
        if only is not None and point.kind not in only:
            continue
        if (point.by, point.severity) != above:
            above = point.by, point.severity
            by = "" if point.by == OURS else f" says {displayed(point.by)}:"
            entries.append(
                Entry(
                    -1,
                    "",
                    (
                        (
                            Word(
                                f"{(SOLID if point.by == OURS else HOLLOW) * point.severity}{by} {titles.get(point.severity, '')}",
                                "heading",
                            ),
                        ),
                    ),
                )
            )
        entries.append(_point(number, point, chip, hollow=point.by != OURS))
    less_sure = [item for item in enumerate(possible, len(comparison.points)) if only is None or item[1].kind in only]
    if less_sure:
        entries.append(Entry(-1, "", ((Word(f"{HOLLOW} only possible: less certain than the others", "heading"),),)))
    entries.extend(_point(number, point, chip, hollow=True) for number, point in less_sure)
    return entries


SOLID, HOLLOW = "●", "○"
"""A point's severity in dots: a point that is only possible, or a second reader's, is drawn hollow."""


def dots(point: Point, *, hollow: bool) -> Word:
    """The severity of a point."""
    return Word((HOLLOW if hollow else SOLID) * point.severity, "muted" if hollow else "divergent")


def _point(number: int, point: Point, chip: Sequence[str], *, hollow: bool = False) -> Entry:
    look = "muted" if hollow else "divergent" if point.severity >= 2 else "reworded"
    sides: list[Word] = [Word(" ")]
    for side in point.sides:
        sides += [Word(" "), Word(f"{chip[side.article]} ", outlet(side.article)), Word(displayed(side.text), "muted"), Word(" ")]
    said = displayed(point.explanation)
    kind = kind_word(point.kind)
    text = f"{kind} {said} {' '.join(f'{chip[side.article]} {side.text}' for side in point.sides)}"
    sign = (dots(point, hollow=True), Word(" ")) if hollow else ()
    by = (Word(f"  says {displayed(point.by)}, a model", "muted"),) if point.by != OURS else ()
    return Entry(number, text, ((*sign, Word(f"{kind} ", look), Word(said)), tuple(sides)), (Word(f"{kind}  ", look), Word(said), *by))


# Quotations --------------------------------------------------------------------------------------------------------------------------


def quotation_entries(comparison: Comparison) -> list[Entry]:
    """In the order of the articles; each with who said it and how it fares elsewhere."""
    entries: list[Entry] = []
    chip = chips_in(comparison)
    article = -1
    for number, compared in enumerate(comparison.quotations):
        if compared.article != article:
            article = compared.article
            title = cropped(displayed(comparison.articles[article].article.title), 40)
            entries.append(Entry(-1, "", ((Word(chip[article], outlet(article)), Word(f"  {title}", "heading")),)))
        entries.append(_quotation(number, compared, chip))
    return entries


def _quotation(number: int, compared: ComparedQuotation, chip: Sequence[str]) -> Entry:
    quotation = compared.quotation
    speaker = displayed(quotation.speaker) or "nobody named"
    second = [Word(f"  {speaker}", "muted"), Word("\t", "muted")]
    told: list[Word] = []
    for fidelity in compared.fidelity:
        name, sign, look = chip[fidelity.article], FIDELITY_SIGNS[fidelity.value], _FIDELITY_LOOKS[fidelity.value]
        told.extend(
            (Word(f"  {name}\N{NO-BREAK SPACE}", outlet(fidelity.article)), Word(f"{sign}\N{NO-BREAK SPACE}{fidelity.value}", look))
        )
        if len(compared.fidelity) > 1 and fidelity.article < _FIDELITIES:
            second.extend((Word(f" {cut(name, SHORT)}", outlet(fidelity.article)), Word(sign, look)))
    if len(compared.fidelity) == 1:
        second.extend(told)
    text = f"{quotation.text} {quotation.speaker} {' '.join(fidelity.value for fidelity in compared.fidelity)}"
    words = Word(f"“{displayed(quotation.text)}”", "text")
    detail = (Word(f"{speaker} {displayed(quotation.cue)}".rstrip(), "heading"), *told, Word("  "), words)
    return Entry(number, text, ((words,), tuple(second)), detail)


def place_of_quotation(compared: ComparedQuotation) -> Place:
    """The sentence in which a quotation begins."""
    return Place(compared.article, compared.quotation.sentence)


# Setting words in cells ----------------------------------------------------------------------------------------------------------------


def fitted(words: Words, width: int) -> Words:
    """Words cut to a width; what comes after a tab stands at the right edge, and is never cut."""
    tab = next((index for index, word in enumerate(words) if word.text == "\t"), None)
    tail = words[tab + 1 :] if tab is not None else ()
    head = words[:tab] if tab is not None else words
    room = max(width - sum(width_of(word.text) for word in tail), 0)
    kept: list[Word] = []
    used = 0
    for word in head:
        text = cropped(word.text, room - used)
        kept.append(Word(text, word.look))
        used += width_of(text)
        if text != word.text:
            break
    return (*kept, Word(" " * (room - used), "text"), *tail) if tail else tuple(kept)


def evenly(words: Words, width: int) -> Words:
    """Words cut to a width so that each muted one keeps its share: what one side says doesn't hide the next."""
    spare = width - sum(width_of(word.text) for word in words if word.look != "muted")
    needs = sorted(width_of(word.text) for word in words if word.look == "muted")
    most = 0
    for position, needed in enumerate(needs):
        most = max(spare // (len(needs) - position), 0)
        if needed > most:
            break
        spare -= needed
    return tuple(
        Word(cropped(word.text, most), word.look) if word.look == "muted" and width_of(word.text) > most else word for word in words
    )


def paragraph(words: Words, width: int, most: int) -> list[Words]:
    """Words wrapped to at most ``most`` lines of a width; the last ends in an ellipsis where something is missing."""
    text = "".join(word.text for word in words)
    lines: list[Words] = []
    spans = wrap(text, width)
    for number, (start, end) in enumerate(spans[:most]):
        line: list[Word] = []
        at = 0
        for word in words:
            low, high = max(start, at), min(end, at + len(word.text))
            if low < high:
                line.append(Word(text[low:high], word.look))
            at += len(word.text)
        lines.append(goes_on(line, width) if number == most - 1 and len(spans) > most and line else tuple(line))
    return lines


def goes_on(line: Sequence[Word], width: int) -> Words:
    """A line of so many cells after which something is missing: it ends in an ellipsis."""
    room = width - sum(width_of(word.text) for word in line[:-1])
    return (*line[:-1], Word(cropped(line[-1].text + " …", room), line[-1].look))
