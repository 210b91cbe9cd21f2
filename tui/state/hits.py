"""What was looked for and found: hits of a search, mentions of a name, a quotation; as stretches of the texts to walk through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.layout.subject import Subject
from tui.state.navigation import Ranks, Stop, layers_of, through_spans
from tui.state.points import Span

if TYPE_CHECKING:
    from compare.model import Place
    from tui.layout.highlights import Layer


class Hits:
    """``look`` is ``hit`` or ``entity``."""

    def __init__(self, subject: Subject, ranks: Ranks) -> None:
        self.spans: Sequence[Span] = ()
        self.look = "hit"
        self.arrange(subject, ranks)

    def arrange(self, subject: Subject, ranks: Ranks) -> None:
        """Put the hits into the order in which the articles now stand."""
        self._subject, self._ranks = subject, ranks
        self._stops = through_spans(subject, ranks, self.spans)

    def take(self, spans: Sequence[Span], look: str) -> None:
        """Walk through these from now on."""
        self.spans, self.look = tuple(spans), look
        self.arrange(self._subject, self._ranks)

    def renew(self, found: Callable[[Span], Span]) -> None:
        """Go on with the same stretches in changed texts; ``found`` gives where one is now."""
        self.spans = tuple(map(found, self.spans))

    @property
    def layers(self) -> Mapping[int, Sequence[Layer]]:
        """The hits as highlights, by article."""
        return layers_of(self.spans, self.look)

    @property
    def places(self) -> Iterator[Place]:
        """The sentences with a hit, one a hit."""
        return (place for stop in self._stops.stops for place in stop.places)

    def __len__(self) -> int:
        return len(self._stops)

    def step(self, cursor: Place, by: int) -> Stop | None:
        """The next hit (``by`` 1) or the previous (-1); None if there is none."""
        return self._stops.step(cursor, by)

    def beside(self, cursor: Place, by: int) -> Stop | None:
        """Where a step would lead."""
        return self._stops.beside(cursor, by)

    def number_at(self, cursor: Place) -> int | None:
        """Which hit (counted from 0) a sentence holds; None if it holds none."""
        return self._stops.number_at(cursor)
