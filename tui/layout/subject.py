"""What the reader looks at: a comparison, or, until there is one, the bare texts with a paragraph for a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from compare.model import Analysis, Comparison, Place, Sentence
from compare.model.outlets import chips_in
from compare.model.place import OURS
from compare.views.points import counting
from tui.layout.cells import cut, displayed, width_of

if TYPE_CHECKING:
    from compare.model import Article, Mark, Point, Standing

Marker = Callable[[Comparison, Place, Place], "Sequence[Mark]"]
"""The second depth of highlighting: what a sentence says as against its counterpart."""

Made = TypeVar("Made")

SHORT = 3
"""Cells of a chip where there is little room; its hue tells the rest."""
_FEW = 48
"""The width of the one column below which chips are short."""

SIGNS = {"shared": "=", "divergent": "≠", "unique": "+", "part": "≈"}
"""The gutter mark of each state; ``part`` is a sentence that is shared in part only."""


def provisional(article: Article, most: int | None = None) -> Analysis:
    """An article before anything is known about it: each paragraph stands for a sentence; no more than the first ``most`` lines."""
    sentences: list[Sentence] = []
    start = 0
    lines = article.text.split("\n") if most is None else article.text.split("\n", most)[:most]
    for line in lines:
        text = line.strip()
        if text:
            begin = start + line.index(text)
            sentences.append(Sentence(begin, begin + len(text), text, "sentence", len(sentences)))
        start += len(line) + 1
    return Analysis(article, tuple(sentences))


class Subject:
    """A comparison as screens ask for it.

    ``ready`` is false while the comparison is still being computed; then there are no standings, links or passages. ``marker`` finds what
    is the same, reworded, conflicting or only here in a linked sentence.
    """

    def __init__(self, comparison: Comparison, marker: Marker | None = None) -> None:
        self.comparison = comparison
        self.marker = marker
        self.ready = bool(comparison.standings)
        self.judged = self.ready and len(comparison.articles) > 1
        """Whether sentences have a status that says anything: in an article that is read alone all would be unique."""
        self._kept: dict[object, Any] = {}
        self.display: tuple[str, ...] = tuple(displayed(analysis.article.text) for analysis in comparison.articles)

    @classmethod
    def of_texts(cls, articles: Sequence[Article], most: int | None = None) -> Subject:
        """The texts alone, until the comparison is there; only their first ``most`` lines, so as to show something at once."""
        return cls(Comparison(tuple(provisional(article, most) for article in articles)))

    def kept(self, key: object, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, made once and kept as long as the subject; safe from two threads, since it is always the same."""
        if key not in self._kept:
            self._kept[key] = make()
        found: Made = self._kept[key]
        return found

    @property
    def chips(self) -> tuple[str, ...]:
        """The outlets' chips."""
        return self.kept("chips", lambda: chips_in(self.comparison))

    def chip_cells(self, width: int) -> int:
        """Cells of the widest chip in a column so wide: in one of few cells chips are cut to three, if that leaves them different."""

        def cells() -> tuple[int, int]:
            short = {cut(chip, SHORT).casefold() for chip in self.chips}
            most = max(map(width_of, self.chips))
            return most, min(most, SHORT) if len(short) == len(self.chips) else most

        return self.kept("chip cells", cells)[width < _FEW]

    # Points ----------------------------------------------------------------------------------------------------------------------------

    @property
    def possible(self) -> tuple[Point, ...]:
        """The points that are only possible; their numbers go on behind those of the comparison's own."""

        def make() -> tuple[Point, ...]:
            from compare.views.points import possible

            return possible(self.comparison)

        return self.kept("possible", make)

    def listed(self, *, possible: bool = False) -> tuple[tuple[int, Point], ...]:
        """The points that count with their numbers, and after them, if asked for, those that are only possible."""
        found = counting(self.comparison)
        first = len(self.comparison.points)
        return (*found, *enumerate(self.possible, first)) if possible else found

    def point(self, number: int) -> Point:
        """The point of a number."""
        own = self.comparison.points
        return own[number] if number < len(own) else self.possible[number - len(own)]

    def is_hollow(self, number: int) -> bool:
        """Whether a point is only possible, or a second reader's: drawn hollow, since nobody has measured how often such are right."""
        return number >= len(self.comparison.points) or self.comparison.points[number].by != OURS

    # Sentences -------------------------------------------------------------------------------------------------------------------------

    def signs(self, article: int) -> list[str]:
        """The gutter marks of all sentences of an article."""
        if not self.judged:
            return [""] * len(self.comparison.articles[article].sentences)
        return [SIGNS[state_of(standing)] for standing in self.comparison.standings[article]]

    def count(self, article: int) -> dict[str, int]:
        """How many sentences of an article have each status; empty while the comparison isn't ready."""
        if not self.ready:
            return {}
        return self.kept(("count", article), lambda: dict(Counter(standing.status for standing in self.comparison.standings[article])))

    def is_moved(self, place: Place) -> bool:
        """Whether a sentence stands elsewhere in the order of the article that has its best counterpart."""
        return self.ready and self.comparison.is_moved(place)

    def state(self, place: Place) -> str:
        """``shared``, ``part``, ``divergent`` or ``unique``; "" while the comparison isn't ready, and for an article read alone."""
        if not self.judged:
            return ""
        return state_of(self.comparison.standing(place))

    def sign(self, place: Place) -> str:
        """The gutter mark of a sentence, "" while the comparison isn't ready."""
        return SIGNS.get(self.state(place), "")

    def place_at(self, article: int, offset: int) -> Place | None:
        """The sentence at an offset of an article, or the nearest one before it; None for an article without sentences."""
        sentences = self.comparison.articles[article].sentences
        if not sentences:
            return None
        low, high = 0, len(sentences)
        while high - low > 1:
            middle = (low + high) // 2
            if sentences[middle].start <= offset:
                low = middle
            else:
                high = middle
        return Place(article, low)


def state_of(standing: Standing) -> str:
    """``shared``, ``part``, ``divergent`` or ``unique``."""
    return "part" if standing.status == "shared" and standing.extent == "part" else standing.status
