"""What each part of a sentence looks like, as names of looks; which colours these are is the theme's affair."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.layout.grid import Piece
from tui.layout.subject import Subject

if TYPE_CHECKING:
    from compare.model import Mark, Place


class Run(NamedTuple):
    """A stretch of an article's text with the looks that lie on it, the lowest layer first."""

    start: int
    end: int
    looks: tuple[str, ...]


class Layer(NamedTuple):
    """One look laid over a stretch of an article's text."""

    start: int
    end: int
    look: str


def flatten(start: int, end: int, base: tuple[str, ...], layers: Iterable[Layer]) -> tuple[Run, ...]:
    """Runs that cover ``start`` to ``end`` without overlap; where layers overlap, a later one comes later in ``looks``."""
    cut = [
        Layer(max(layer.start, start), min(layer.end, end), layer.look)
        for layer in layers
        if layer.start < layer.end and layer.start < end and layer.end > start
    ]
    if not cut:
        return (Run(start, end, base),)
    edges = sorted({start, end, *(layer.start for layer in cut), *(layer.end for layer in cut)})
    looks: list[list[str]] = [[] for _ in edges]
    for layer in cut:
        for index in range(bisect_left(edges, layer.start), bisect_left(edges, layer.end)):
            looks[index].append(layer.look)
    runs: list[Run] = []
    for index in range(len(edges) - 1):
        here = (*base, *looks[index])
        if runs and runs[-1].looks == here:
            runs[-1] = Run(runs[-1].start, edges[index + 1], here)
        else:
            runs.append(Run(edges[index], edges[index + 1], here))
    return tuple(runs)


_TINTS = {"divergent": "divergent-text", "unique": "unique-text"}
"""The states whose sign has the full colour, and their words a tint of it only."""


class Highlights:
    """The runs of each sentence, worked out when first looked at and kept until something changes.

    What conflicts is lit everywhere. What is reworded and what is only here is marked in the sentences that one is at (:meth:`mark`), and if
    that is asked for in all.
    """

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.version = 0
        self._marks: dict[tuple[Place, Place], tuple[Mark, ...]] = {}
        self._runs: dict[tuple[int, int, int, str, Place | None], tuple[Run, ...]] = {}
        self.marked: Mapping[Place, Place] = {}
        """Against which other sentence the words of those that one is at are marked."""
        self._everywhere = False
        self._found: Mapping[int, Sequence[Layer]] = {}
        self.current: tuple[int, int, int] | None = None
        self.told: tuple[tuple[int, int, int], ...] = ()
        self._told_look = "told"
        self._against: Callable[[Place], Place | None] = lambda _place: None

    def against(self, counterpart: Callable[[Place], Place | None]) -> None:
        """Set as against which sentence each one is marked."""
        self._against = counterpart
        self.renew()

    def mark(self, against: Mapping[Place, Place], *, everywhere: bool) -> None:
        """Mark the words of sentences as against others; ``everywhere``: also those of the rest, each as against its own counterpart."""
        self.marked = against
        if everywhere != self._everywhere:
            self._everywhere = everywhere
            self.version += 1

    def find(self, layers: Mapping[int, Sequence[Layer]]) -> None:
        """Set the hits of a search or the mentions of an entity, by article, each sorted by start."""
        self._found = layers
        self.current = None
        self.renew()

    def stress(self, span: tuple[int, int, int] | None) -> None:
        """Let this hit (article, start, end) stand out from the others; only the sentences concerned are worked out anew."""
        self._forget([changed for changed in (self.current, span) if changed is not None])
        self.current = span

    def tell(self, spans: tuple[tuple[int, int, int], ...], *, hollow: bool = False) -> None:
        """Let the spans of the difference that is explained just now stand out from those of others; ``hollow`` where it isn't sure."""
        look = "possible" if hollow else "told"
        if (spans, look) != (self.told, self._told_look):
            self._forget([*self.told, *spans])
            self.told, self._told_look = spans, look

    def _forget(self, spans: Iterable[tuple[int, int, int]]) -> None:
        """Forget the runs of the sentences that these stretches touch."""
        for article, start, end in spans:
            for key in [key for key in self._runs if key[0] == article and key[1] < end and start < key[2]]:
                del self._runs[key]

    def renew(self) -> None:
        """Forget the runs, since what they depend on has changed."""
        self.version += 1
        self._runs.clear()

    def marks(self, place: Place, counterpart: Place) -> tuple[Mark, ...]:
        """The marks of a sentence as against another."""
        marker = self.subject.marker
        if marker is None or not self.subject.ready:
            return ()
        key = (place, counterpart)
        if key not in self._marks:
            self._marks[key] = tuple(marker(self.subject.comparison, place, counterpart))
        return self._marks[key]

    def runs(self, piece: Piece) -> tuple[Run, ...]:
        """The runs of a piece, in offsets of its article's text."""
        against = self.marked.get(piece.place) if piece.sentence >= 0 else None
        if against is None and self._everywhere and piece.sentence >= 0:
            against = self._against(piece.place)
        key = (piece.article, piece.start, piece.end, piece.kind, against)
        if key not in self._runs:
            if len(self._runs) > 5_000:
                self._runs.clear()
            self._runs[key] = self._work_out(piece, against)
        return self._runs[key]

    def _work_out(self, piece: Piece, against: Place | None) -> tuple[Run, ...]:
        if piece.kind == "aside":
            return flatten(piece.start, piece.end, ("aside",), self._hits(piece))
        state = self.subject.state(piece.place) or "plain"
        look = _TINTS.get(state, state)
        base: tuple[str, ...] = (look, "heading") if piece.kind == "heading" else (look,)
        layers: list[Layer] = []
        if against is not None and state != "unique":
            layers.extend(self._trimmed(mark, piece.article) for mark in self.marks(piece.place, against) if mark.kind != "same")
        if state == "divergent":
            layers.extend(self._differing(piece))
        layers.extend(Layer(start, end, self._told_look) for article, start, end in self.told if article == piece.article)
        layers.extend(self._hits(piece))
        return flatten(piece.start, piece.end, base, layers)

    def _trimmed(self, mark: Mark, article: int) -> Layer:
        """A mark without the white space around it: nothing is said by an underlined space."""
        text = self.subject.display[article][mark.start : mark.end]
        return Layer(mark.start + len(text) - len(text.lstrip()), mark.end - len(text) + len(text.rstrip()), mark.kind)

    def _differing(self, piece: Piece) -> list[Layer]:
        """The spans of this sentence's differences, also of those with other articles than its counterpart's."""
        found: list[Layer] = []
        for difference in self.subject.comparison.differences_at(piece.place):
            if difference.severity >= self.subject.comparison.options.min_severity:
                found.extend(
                    Layer(end.start, end.end, "conflicting")
                    for end in (difference.a, difference.b)
                    if end is not None and piece.place in self.subject.comparison.reach(end)
                )
        return found

    def _hits(self, piece: Piece) -> Sequence[Layer]:
        layers = self._found.get(piece.article, ())
        low = bisect_left(layers, piece.start, key=lambda layer: layer.end)
        hits: list[Layer] = []
        for layer in layers[low:]:
            if layer.start >= piece.end:
                break
            hits.append(Layer(layer.start, layer.end, "current-hit") if (piece.article, layer.start, layer.end) == self.current else layer)
        return hits
