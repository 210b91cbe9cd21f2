"""Folds: long runs of rows that say little beside the others stand as one line, until somebody opens them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Literal

from tui.layout.grid import Grid, Row, pieces_of

if TYPE_CHECKING:
    from compare.model import Place
    from tui.layout.grid import Cell, Piece

Foldable = Literal["unique", "shared"]
"""What may be folded: runs that only one outlet has, runs in which all is shared as a whole."""

Folding = frozenset[Foldable]
"""All that is folded."""

LEAST = 2
"""Rows that a fold stands for at least: one sentence is no run."""

_SIGNS: dict[str, Foldable] = {"+": "unique", "=": "shared"}


def folded(grid: Grid, kinds: Folding, opened: Collection[Place], chips: Sequence[str], least: int = LEAST) -> Grid:
    """The grid with long runs of rows of these kinds as one line; a run of which a sentence is ``opened`` stays as it is.

    Of a run that only one outlet has here and another there, each outlet's rows are a fold of their own, side by side. ``chips`` are the
    outlets' names.
    """
    rows: list[Row] = []
    run: list[Row] = []
    running: Foldable | None = None
    for row in grid.rows:
        kind = kind_of(row)
        if kind != running or kind not in kinds:
            rows.extend(_shortened(run, running, opened, chips, least))
            run, running = [], kind if kind in kinds else None
        if running is None:
            rows.append(row)
        else:
            run.append(row)
    rows.extend(_shortened(run, running, opened, chips, least))
    return Grid(rows, grid.columns)


def run_at(plain: Grid, place: Place, kinds: Folding) -> tuple[range, Foldable] | None:
    """The rows of the unfolded grid that may be folded together with a sentence's, and as what; None where its row always shows."""
    seat = plain.seats.get(place)
    kind = kind_of(plain.rows[seat.row]) if seat is not None else None
    if seat is None or kind is None or kind not in kinds:
        return None
    first, after = seat.row, seat.row + 1
    while first and kind_of(plain.rows[first - 1]) == kind:
        first -= 1
    while after < len(plain.rows) and kind_of(plain.rows[after]) == kind:
        after += 1
    return range(first, after), kind


def together(plain: Grid, place: Place, kinds: Folding) -> tuple[Place, ...]:
    """The sentences that one fold hides together with this one, in their order; none where it is in no fold."""
    found = run_at(plain, place, kinds)
    if found is None:
        return ()
    rows = [plain.rows[number] for number in found[0]]
    own = _part_of(plain.rows[plain.seats[place].row], found[1])
    rows = [row for row in rows if _part_of(row, found[1]) == own]
    return tuple(piece.place for row in rows for piece in pieces_of(row) if piece.sentence >= 0) if len(rows) >= LEAST else ()


def refolded(grid: Grid, plain: Grid, place: Place, kinds: Folding, opened: Collection[Place], chips: Sequence[str]) -> Grid:
    """A folded grid after the fold that a sentence belongs to was opened or closed; only its run of rows is made anew."""
    found = run_at(plain, place, kinds)
    if found is None:
        return grid
    run = [plain.rows[number] for number in found[0]]
    shown = [grid.seats[grid.behind.get(piece.place, piece.place)].row for row in run for piece in pieces_of(row) if piece.sentence >= 0]
    first, after = min(shown), max(shown) + 1
    made = grid.spliced(first, after, _shortened(run, found[1], opened, chips, LEAST))
    for key, layout in grid.layouts.items():
        made.layouts[key] = layout.spliced(made, first, after)
    return made


def kind_of(row: Row) -> Foldable | None:
    """As what a row may be folded; None for one that always shows: it says something of several, or an article begins there."""
    kind: str | None = None
    for cell in row.cells:
        for block in cell:
            for piece in block:
                if piece.sentence > 0 and (kind is None or kind == piece.sign) and piece.sign in _SIGNS:
                    kind = piece.sign
                elif piece.sentence >= 0:
                    return None
    return _SIGNS[kind] if kind else None


def _shortened(run: list[Row], kind: Foldable | None, opened: Collection[Place], chips: Sequence[str], least: int) -> list[Row]:
    """A run of rows with its folds: one over all columns of what is shared, one for each outlet of what is only there."""
    if not run or kind is None:
        return run
    parts: dict[int, list[Row]] = {}
    for row in run:
        parts.setdefault(_part_of(row, kind), []).append(row)
    hidden = {part: rows for part, rows in parts.items() if len(rows) >= least and not _is_open(rows, opened)}
    if not hidden:
        return run
    fold = Row(_cells(list(hidden.values()), kind, chips, len(run[0].cells)), run[0].gap)
    if len(hidden) == len(parts):
        return [fold]
    rows: list[Row] = []
    told = False
    for row in run:
        if _part_of(row, kind) not in hidden:
            rows.append(row)
        elif not told:
            told = True
            rows.append(fold._replace(gap=row.gap))
    return rows


def _cells(parts: Sequence[Sequence[Row]], kind: Foldable, chips: Sequence[str], columns: int) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for column in range(columns):
        cell: Cell = ()
        for part in parts:
            pieces = [piece for row in part for block in row.cells[column] for piece in block if piece.sentence >= 0]
            if pieces:
                cell += ((_fold(pieces, kind, chips),),)
        cells.append(cell)
    return tuple(cells)


def _fold(pieces: Sequence[Piece], kind: Foldable, chips: Sequence[str]) -> Piece:
    count, first = len(pieces), pieces[0]
    shared = f"{count} shared {'sentence' if count == 1 else 'sentences'} ▸"
    told = shared if kind == "shared" else f"{count} only in {chips[first.article]} ▸"
    return first._replace(kind="fold", told=told, hidden=tuple(piece.place for piece in pieces))


def _is_open(part: Sequence[Row], opened: Collection[Place]) -> bool:
    return bool(opened) and any(piece.place in opened for row in part for piece in pieces_of(row))


def _part_of(row: Row, kind: Foldable) -> int:
    """What only one outlet has is folded outlet by outlet, what is shared all in one."""
    return next(cell[0][0].article for cell in row.cells if cell) if kind == "unique" else -1
