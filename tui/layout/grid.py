"""Which sentences stand next to which: the rows of the aligned, the reading and the one-column view.

A row has one cell a column; a cell is a stack of blocks; a block is a run of pieces that flow after one another like words in a paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from compare.model import Place
from compare.views.headlines import headline_places
from tui.layout.subject import Subject

if TYPE_CHECKING:
    from compare.model import Aside, Passage, Sentence

ViewKind = Literal["aligned", "reading"]

Shown = Callable[[Place], bool] | None
"""Which sentences the filters let through; None for all."""


class Piece(NamedTuple):
    """A stretch of one article. ``sentence`` is -1 for an aside; ``kind`` is sentence, heading, aside or fold.

    ``sign`` is the gutter mark. A fold stands for the sentences ``hidden`` behind it, in the words ``told``; its own is the first of them.
    """

    article: int
    sentence: int
    start: int
    end: int
    kind: str
    sign: str = ""
    hidden: tuple[Place, ...] = ()
    told: str = ""

    @property
    def place(self) -> Place:
        return Place(self.article, self.sentence)


Block = tuple[Piece, ...]
Cell = tuple[Block, ...]


class Row(NamedTuple):
    """One level line of cells. ``gap`` blank lines stand above it, where a paragraph begins."""

    cells: tuple[Cell, ...]
    gap: int = 0


class Seat(NamedTuple):
    """Where a sentence stands: its row, its column and its number among the stops of that column."""

    row: int
    column: int
    rank: int


LOUDNESS = {"": 0, "=": 1, "≈": 2, "+": 3, "≠": 4}
"""Signs by how much they want to be seen."""


class Grid:
    """Rows, and the way from a sentence to its seat and to its neighbours in the same column.

    ``sizes`` are the sizes that cells have, as code points and blocks, each once; ``extents`` has for each column the number there of every
    cell's size. A resize asks for thousands of heights at once. ``gaps`` are the empty lines before each row; ``loudness`` its loudest sign.
    ``behind`` says for each sentence that a fold hides which sentence stands for it.
    """

    def __init__(self, rows: Sequence[Row], columns: int) -> None:
        self.rows = tuple(rows)
        self.columns = columns
        self.layouts: dict[object, Any] = {}
        """What is known of its heights at some widths; who lays it out keeps them here."""
        self.seats: dict[Place, Seat] = {}
        self.behind: dict[Place, Place] = {}
        self.stops: tuple[list[Place], ...] = tuple([] for _ in range(columns))
        self.extents: tuple[list[int], ...] = tuple([] for _ in range(columns))
        sizes: dict[tuple[int, int], int] = {}
        self.gaps = [row.gap for row in self.rows]
        loudness = bytearray(len(self.rows))
        for number, row in enumerate(self.rows):
            loudest = 0
            for column, cell in enumerate(row.cells):
                length = 0
                for pieces in cell:
                    for piece in pieces:
                        if piece.kind == "fold":
                            length += len(piece.told)
                            self.behind.update(dict.fromkeys(piece.hidden, piece.place))
                        else:
                            length += piece.end - piece.start
                        if piece.sentence >= 0:
                            stops = self.stops[column]
                            place = Place(piece.article, piece.sentence)
                            self.seats[place] = Seat(number, column, len(stops))
                            stops.append(place)
                            loudest = max(loudest, LOUDNESS[piece.sign])
                self.extents[column].append(sizes.setdefault((length, len(cell)), len(sizes)))
            loudness[number] = loudest
        self.sizes = tuple(sizes)
        self.loudness = bytes(loudness)

    def spliced(self, first: int, after: int, rows: Sequence[Row]) -> Grid:
        """The grid with other rows in the place of those from ``first`` up to ``after``; what is known of the rest is taken over."""
        part = Grid(rows, self.columns)
        made = Grid((), self.columns)
        made.rows = self.rows[:first] + part.rows + self.rows[after:]
        made.gaps = self.gaps[:first] + part.gaps + self.gaps[after:]
        made.loudness = self.loudness[:first] + part.loudness + self.loudness[after:]
        sizes = {size: number for number, size in enumerate(self.sizes)}
        own = [sizes.setdefault(size, len(sizes)) for size in part.sizes]
        made.sizes = tuple(sizes)
        made.extents = tuple(
            whole[:first] + [own[size] for size in inside] + whole[after:] for whole, inside in zip(self.extents, part.extents, strict=True)
        )
        gone = {piece.place for row in self.rows[first:after] for piece in pieces_of(row) if piece.kind == "fold"}
        made.behind = {place: fold for place, fold in self.behind.items() if fold not in gone} | part.behind
        made.seats = dict(self.seats)
        further = len(rows) - (after - first)
        stops = []
        for column, (whole, inside) in enumerate(zip(self.stops, part.stops, strict=True)):
            low, high = (bisect_left(whole, row, key=lambda place: self.seats[place].row) for row in (first, after))
            for place in whole[low:high]:
                made.seats.pop(place, None)
            for place in inside:
                seat = part.seats[place]
                made.seats[place] = Seat(seat.row + first, column, seat.rank + low)
            more = len(inside) - (high - low)
            if further or more:
                for place in whole[high:]:
                    row, _, rank = self.seats[place]
                    made.seats[place] = Seat(row + further, column, rank + more)
            stops.append(whole[:low] + inside + whole[high:])
        made.stops = tuple(stops)
        return made

    def step(self, place: Place, by: int) -> Place:
        """The sentence ``by`` stops further down (or up, if negative) the same column; the last or first one at the end."""
        seat = self.seats[place]
        stops = self.stops[seat.column]
        return stops[min(max(seat.rank + by, 0), len(stops) - 1)]

    def nearest(self, row: int, column: int) -> Place | None:
        """The stop of a column in this row, or else the nearest one (upwards, if two are as near)."""
        stops = self.stops[column]
        if not stops:
            return None
        low = bisect_left(stops, row, key=lambda place: self.seats[place].row)
        candidates = [stops[index] for index in (low - 1, low) if 0 <= index < len(stops)]
        return min(candidates, key=lambda place: abs(self.seats[place].row - row))

    def beside(self, place: Place) -> Place | None:
        """The sentence itself if the grid shows it, else that of the fold that hides it, else the nearest of its article; None if it shows none."""
        if place in self.seats:
            return place
        if place in self.behind:
            return self.behind[place]
        same = [other for column in self.stops for other in column if other.article == place.article]
        return min(same, key=lambda other: (abs(other.sentence - place.sentence), other.sentence), default=None)


def pieces_in(subject: Subject, article: int) -> list[Piece]:
    """A piece for each sentence of an article."""

    def make() -> list[Piece]:
        sentences = subject.comparison.articles[article].sentences
        signs = subject.signs(article)
        return [
            Piece(article, index, sentence.start, sentence.end, sentence.kind, sign)
            for index, (sentence, sign) in enumerate(zip(sentences, signs, strict=True))
        ]

    return subject.kept(("pieces", article), make)


def cells_in(subject: Subject, article: int) -> list[Cell]:
    """For each sentence a cell with it and the asides before it: on its line if they share its paragraph, else on lines of their own."""

    def make() -> list[Cell]:
        text = subject.comparison.articles[article].article.text
        cells: list[Cell] = [((piece,),) for piece in pieces_in(subject, article)]
        for index, asides in asides_before(subject, article)[0].items():
            piece = cells[index][0][0]
            cuts = [Piece(article, -1, aside.start, aside.end, "aside") for aside in asides]
            own = tuple((cut,) for cut in cuts if "\n" in text[cut.start : piece.start])
            cells[index] = (*own, (*cuts[len(own) :], piece))
        return cells

    return subject.kept(("cells", article), make)


def asides_before(subject: Subject, article: int) -> tuple[dict[int, list[Aside]], list[Aside]]:
    """The asides by the sentence that follows them, and those after the last sentence."""
    analysis = subject.comparison.articles[article]
    found: dict[int, list[Aside]] = {}
    index = 0
    tail = []
    for aside in analysis.asides:
        while index < len(analysis.sentences) and analysis.sentences[index].start < aside.start:
            index += 1
        if index < len(analysis.sentences):
            found.setdefault(index, []).append(aside)
        else:
            tail.append(aside)
    return found, tail


def ordered_passages(subject: Subject, order: Sequence[int]) -> list[Passage]:
    """Passages in the order in which the articles tell them: the first article's, and what each of the next adds after what it follows.

    What one of the next begins with follows the first passage: the first article begins.
    """
    return subject.kept(("passages", *order), lambda: _in_order(subject, order))


def _in_order(subject: Subject, order: Sequence[int]) -> list[Passage]:
    home = {place: passage for passage in subject.comparison.passages for place in passage.members}
    head = first = _Chain(None)
    placed: dict[str, _Chain] = {}
    for article in order:
        told = [home[Place(article, index)] for index in range(len(subject.comparison.articles[article].sentences))]
        # What stands before the first passage in its own article stands there here, too.
        here = head if first is next((placed[passage.id] for passage in told if passage.id in placed), None) else first
        for passage in told:
            found = placed.get(passage.id)
            if found is None:
                found = placed[passage.id] = here.insert(passage)
            here = found
        if first is head:
            first = head.after or head
    passages: list[Passage] = []
    link = head.after
    while link is not None:
        if link.passage is not None:
            passages.append(link.passage)
        link = link.after
    return passages


class _Chain:
    """A linked list, since what the later articles add goes between what is there."""

    __slots__ = ("after", "passage")

    def __init__(self, passage: Passage | None) -> None:
        self.passage = passage
        self.after: _Chain | None = None

    def insert(self, passage: Passage) -> _Chain:
        added = _Chain(passage)
        added.after, self.after = self.after, added
        return added


def aligned(subject: Subject, order: Sequence[int], columns: Sequence[int], shown: Shown) -> Grid:
    """One row a passage, one column an article; ``order`` is of all articles, ``columns`` those on the screen.

    Headlines come first, in a row of their own, where two columns or more have one. Passages of which no column has anything are left out.
    """
    rows: list[Row] = []
    column_of = {article: column for column, article in enumerate(columns)}
    cells = {article: cells_in(subject, article) for article in columns}
    silent: tuple[Cell, ...] = tuple(() for _ in columns)
    previous: dict[int, int] = {}
    heads = {place for place in headline_places(subject.comparison) if place.article in column_of}
    groups = [passage.members for passage in ordered_passages(subject, order)]
    if len(heads) > 1:
        groups = [
            tuple(heads),
            *(members if heads.isdisjoint(members) else tuple(place for place in members if place not in heads) for members in groups),
        ]
    for group in groups:
        row = list(silent)
        members: dict[int, list[int]] = {}
        for place in group if len(group) < 2 else sorted(group):
            article, index = place
            if article in column_of and (shown is None or shown(place)):
                row[column_of[article]] += cells[article][index]
                members.setdefault(article, []).append(index)
        if members:
            rows.append(Row(tuple(row), _gap(subject, columns, members, previous) if rows else 0))
            for article, indexes in members.items():
                previous[article] = subject.comparison.articles[article].sentences[indexes[-1]].paragraph
    tails = [] if shown else [asides_before(subject, article)[1] for article in columns]
    return Grid(_with_tails(rows, tails, columns), len(columns))


def _gap(subject: Subject, columns: Sequence[int], members: dict[int, list[int]], previous: dict[int, int]) -> int:
    """A blank line where every article in the row begins a paragraph, or one of them a heading."""
    begins = True
    for article in columns:
        if article in members:
            sentence: Sentence = subject.comparison.articles[article].sentences[members[article][0]]
            if sentence.kind == "heading":
                return 1
            begins = begins and sentence.paragraph != previous.get(article, -1)
    return int(begins)


def _with_tails(rows: list[Row], tails: Sequence[Sequence[Aside]], columns: Sequence[int]) -> list[Row]:
    """The rows, and asides that come after the last sentence of each column."""
    if any(tails):
        cells = tuple(
            tuple((Piece(article, -1, aside.start, aside.end, "aside"),) for aside in tail)
            for article, tail in zip(columns, tails, strict=True)
        )
        rows.append(Row(cells, 1))
    return rows


def reading(subject: Subject, article: int, shown: Shown) -> Grid:
    """One article as it was written: a row a paragraph, its sentences and asides flowing after one another. Behind a filter there are no asides."""
    analysis = subject.comparison.articles[article]
    text = analysis.article.text
    pieces = [] if shown else [Piece(article, -1, aside.start, aside.end, "aside") for aside in analysis.asides]
    pieces.extend(piece for piece in pieces_in(subject, article) if shown is None or shown(piece.place))
    pieces.sort(key=lambda piece: piece.start)
    rows: list[Row] = []
    block: list[Piece] = []
    for before, piece in pairwise([None, *pieces]):
        assert piece is not None
        parted = before is not None and ("\n" in text[before.end : piece.start] or "heading" in (before.kind, piece.kind))
        if before is not None and parted and not _same_paragraph(subject, before, piece):
            rows.append(Row(((tuple(block),),), int(bool(rows))))
            block = []
        block.append(piece)
    if block:
        rows.append(Row(((tuple(block),),), int(bool(rows))))
    return Grid(rows, 1)


def _same_paragraph(subject: Subject, before: Piece, piece: Piece) -> bool:
    """Whether a line end between two pieces is only a wrapped line of one paragraph."""
    if "heading" in (before.kind, piece.kind) or before.sentence < 0 or piece.sentence < 0:
        return False
    sentences = subject.comparison.articles[piece.article].sentences
    return sentences[before.sentence].paragraph == sentences[piece.sentence].paragraph


def one_column(subject: Subject, order: Sequence[int], columns: Sequence[int], shown: Shown) -> Grid:
    """The aligned view in one column: each passage's sentences one below the other, article by article."""
    wide = aligned(subject, order, columns, shown)
    rows = [Row((tuple(block for cell in row.cells for block in cell),), 1 if number else 0) for number, row in enumerate(wide.rows)]
    return Grid(rows, 1)


def pieces_of(row: Row) -> Iterable[Piece]:
    """All pieces of a row, column by column."""
    return (piece for cell in row.cells for block in cell for piece in block)


def make_grid(subject: Subject, shows: ViewKind, columns: Sequence[int], order: Sequence[int], shown: Shown, *, stacked: bool) -> Grid:
    """The grid of a view; the reading view has one for each column."""
    if shows == "reading":
        return reading(subject, columns[0], shown)
    return (one_column if stacked else aligned)(subject, order, columns, shown)


def plain_grid(subject: Subject, shows: ViewKind, columns: tuple[int, ...], order: tuple[int, ...], *, stacked: bool) -> Grid:
    """The grid of a view without filters or folds, made once."""
    return subject.kept(
        ("grid", shows, columns, order if shows == "aligned" else (), stacked),
        lambda: make_grid(subject, shows, columns, order, None, stacked=stacked),
    )
