"""What stands beside the panes: the ledger of differences, quotations, entities, coverage, likeness and notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from compare.export.figures import first_member, likeness
from compare.export.points import point_finding
from compare.export.rows import PART, SIGNS, Finding, finding, label
from compare.model import ENTITY_TYPES, ComparedQuotation, Comparison, Passage, Place, letter
from compare.model.place import OURS
from compare.views.coverage import Row, left_out
from compare.views.coverage import table as coverage
from compare.views.facts.table import FactRow, table
from compare.views.points import unsure
from compare.views.presence import Presence, matrix

_PLURALS = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "group": "Groups",
    "event": "Events",
    "law": "Laws",
    "work": "Works",
    "other": "Other names",
}
_LEDGER = ((3, "A fact or a quotation is altered"), (2, "A reader is misled"), (1, "A shade"))
_EXCERPT = 72


class QuotationView(NamedTuple):
    """A quotation and how it fares in each article ("source" in its own)."""

    label: str
    text: str
    speaker: str
    cluster: str
    fidelity: tuple[str, ...]


class Named(NamedTuple):
    """How an article names somebody: how often, and after how many hundredths of its text first; ``alone`` and ``left_out`` as in the matrix."""

    times: int
    first: int
    alone: bool
    left_out: bool


class EntityView(NamedTuple):
    """Somebody or something named: how each article names it, its other names, and who calls it what (letters, office)."""

    number: int
    name: str
    aliases: tuple[str, ...]
    cells: tuple[Named, ...]
    roles: tuple[tuple[str, str], ...]

    @property
    def counts(self) -> tuple[int, ...]:
        return tuple(cell.times for cell in self.cells)


class Covered(NamedTuple):
    """A row of the coverage matrix: ``cells`` has a sign and a word for each article."""

    row: int
    text: str
    cells: tuple[tuple[str, str], ...]


class Balance(NamedTuple):
    """What one article alone says, in sentences, and the passages that it leaves out with the letters of those who carry them."""

    letter: str
    alone: int
    omitted: tuple[tuple[int, str, str], ...]


class PinView(NamedTuple):
    """What the user decided by hand about two sentences, and that in words."""

    a: str
    b: str
    words: str


class Sidebars(NamedTuple):
    """Everything beside the panes."""

    ledger: tuple[tuple[int, str, tuple[Finding, ...]], ...]
    quotations: tuple[QuotationView, ...]
    entities: tuple[tuple[str, tuple[EntityView, ...]], ...]
    coverage: tuple[Covered, ...]
    balances: tuple[Balance, ...]
    likeness: tuple[tuple[str, ...], ...]
    facts: tuple[FactRow, ...]
    notes: tuple[tuple[str, str], ...]
    pins: tuple[PinView, ...]


def sidebars(comparison: Comparison) -> Sidebars:
    """Everything beside the panes."""
    numbers = {passage.id: number for number, passage in enumerate(comparison.passages, 1)}
    rows = coverage(comparison)
    return Sidebars(
        tuple(_ledger(comparison)),
        tuple(_quotation(comparison, compared) for compared in comparison.quotations),
        tuple(_entities(comparison)),
        tuple(_covered(comparison, passage, number) for number, passage in enumerate(comparison.passages, 1)),
        tuple(_balance(comparison, article, rows, numbers) for article in range(len(comparison.articles))),
        tuple(tuple(f"{share:.0%}" for share in row) for row in likeness(comparison)),
        table(comparison),
        tuple((label(note.place), note.text) for note in comparison.notes),
        pins(comparison),
    )


def _ledger(comparison: Comparison) -> Iterator[tuple[int, str, tuple[Finding, ...]]]:
    """Newsdiff's points that nobody dismissed by severity, then the shades, then what is only possible: each a severity, a heading and the rows."""
    least = comparison.options.min_severity
    own = [point for point in comparison.points if point.by == OURS and point.dismissed is None]
    for severity, heading in _LEDGER:
        if severity >= least:
            yield severity, heading, tuple(point_finding(comparison, point) for point in own if point.severity == severity)
        else:
            shades = [difference for difference in comparison.differences if difference.severity == severity]
            yield severity, heading, tuple(finding(comparison, difference) for difference in shades)
    yield (
        0,
        f"Only possible: less certain than {comparison.options.min_confidence:g}",
        tuple(finding(comparison, one) for one in unsure(comparison)),
    )


def pins(comparison: Comparison) -> tuple[PinView, ...]:
    """What the user joined and parted, written out."""
    done = {"join": "joined by hand", "part": "separated by hand"}
    since = " (made in an earlier text; the sentence was matched by similarity)"
    return tuple(
        PinView(label(pinned.a), label(pinned.b), done[pinned.action] + ("" if pinned.exact else since)) for pinned in comparison.pins
    )


def excerpt(comparison: Comparison, passage: Passage) -> str:
    """A passage's first words: its base article's sentence where it has one, cut at a word."""
    text = " ".join(comparison.sentence(first_member(passage, comparison.options.base)).text.split())
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rsplit(' ', 1)[0]}…"


def _quotation(comparison: Comparison, compared: ComparedQuotation) -> QuotationView:
    values: dict[int, str] = {fidelity.article: fidelity.value for fidelity in compared.fidelity}
    quotation = compared.quotation
    return QuotationView(
        label(Place(compared.article, quotation.sentence)),
        quotation.text,
        quotation.speaker,
        compared.cluster,
        tuple("source" if article == compared.article else values.get(article, "absent") for article in range(len(comparison.articles))),
    )


def _entities(comparison: Comparison) -> list[tuple[str, tuple[EntityView, ...]]]:
    groups: dict[str, list[EntityView]] = {kind: [] for kind in ENTITY_TYPES}
    for number, presence in enumerate(matrix(comparison)):
        groups[presence.entity.type].append(_entity(presence, number))
    return [
        (_PLURALS[kind], tuple(sorted(group, key=lambda view: (-sum(view.counts), view.name, view.number))))
        for kind, group in groups.items()
        if group
    ]


def _entity(presence: Presence, number: int) -> EntityView:
    entity = presence.entity
    cells = tuple(
        Named(count, round(100 * (depth or 0.0)), presence.only == article, article in presence.left_out)
        for article, (count, depth) in enumerate(zip(presence.counts, presence.depths, strict=True))
    )
    roles: dict[str, list[str]] = {}
    for role in entity.roles:
        roles.setdefault(role.text, []).append(letter(role.article))
    given = tuple((", ".join(letters), text) for text, letters in roles.items())
    return EntityView(number, entity.name, tuple(alias for alias in entity.aliases if alias != entity.name), cells, given)


def _covered(comparison: Comparison, passage: Passage, number: int) -> Covered:
    cells = []
    for article in range(len(comparison.articles)):
        standings = [comparison.standing(place) for place in passage.members if place.article == article]
        statuses = {standing.status for standing in standings}
        status = next((status for status in ("divergent", "shared", "unique") if status in statuses), "")
        if status:
            cells.append((SIGNS[status], status))
        elif article in passage.coverage:
            cells.append((PART, "in part, elsewhere"))
        else:
            cells.append(("", "absent"))
    return Covered(number, excerpt(comparison, passage), tuple(cells))


def _balance(comparison: Comparison, article: int, rows: tuple[Row, ...], numbers: dict[str, int]) -> Balance:
    return Balance(
        letter(article),
        sum(standing.status == "unique" for standing in comparison.standings[article]),
        tuple(
            (numbers[row.passage.id], excerpt(comparison, row.passage), ", ".join(map(letter, row.passage.coverage)))
            for row in left_out(rows, article)
        ),
    )
