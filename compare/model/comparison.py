"""Everything that the engine found, with lookups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from compare.model.article import Analysis, Sentence
from compare.model.place import Place, reach

if TYPE_CHECKING:
    from compare.model.findings import ComparedQuotation, Difference, Entity, Evidence, Link, Note, Passage, Pinned, Standing
    from compare.model.points import Fact, Point, Problem, SecondReading


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for; every export contains it, so that others can produce the same bytes.

    ``base`` is the index of the base article. Differences below ``min_severity`` (1 to 3) are shown, but make no sentence divergent.
    Differences whose confidence is below ``min_confidence`` (0 to 1) are only possible: kept separately, marking nothing.
    ``semantic`` says whether the sentence model is used; ``ner`` names the recogniser of names, ``rules`` or ``spacy:MODEL``.
    """

    base: int = 0
    min_severity: int = 2
    min_confidence: float = 0.5
    semantic: Literal["auto", "on", "off"] = "auto"
    ner: str = "rules"


@dataclass(frozen=True, repr=False)
class Comparison:
    """Everything that the engine found. Screens, exports and checks are made from this alone."""

    articles: tuple[Analysis, ...]
    links: tuple[Link, ...] = ()
    passages: tuple[Passage, ...] = ()
    quotations: tuple[ComparedQuotation, ...] = ()
    entities: tuple[Entity, ...] = ()
    differences: tuple[Difference, ...] = ()
    standings: tuple[tuple[Standing, ...], ...] = ()
    options: Options = field(default_factory=Options)
    notes: tuple[Note, ...] = ()
    pins: tuple[Pinned, ...] = ()
    possible: tuple[Difference, ...] = ()
    points: tuple[Point, ...] = ()
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()
    second_reading: SecondReading | None = None

    def __repr__(self) -> str:
        """One line: the outlets, how many sentences are shared, divergent and unique, and how many points there are."""
        from compare.export.notebook import line

        return line(self)

    def _repr_html_(self) -> str:
        """What a notebook shows: the accounts, each as a strip of its sentences, and the points on which they differ."""
        from compare.export.notebook import brief

        return brief(self)

    def to_json(self) -> str:
        """Everything, as ``newsdiff export`` writes it (``docs/comparison.schema.json``)."""
        return self._written("json")

    def to_html(self) -> str:
        """The self-contained page, as ``newsdiff export`` writes it."""
        return self._written("html")

    def to_markdown(self) -> str:
        """The report in Markdown, as ``newsdiff export`` writes it."""
        return self._written("md")

    def to_frame(self, table: str = "points") -> Any:
        """A table as a pandas data frame, or a polars one if only polars is installed: links, differences, points, facts, entities, coverage,
        pins or revisions, with the columns of the CSV export.

        Raises NewsdiffError for any other table, or if neither library is installed.
        """
        from compare.export.frames import frame

        return frame(self, table)

    def _written(self, name: str) -> str:
        from compare.export import FORMATS

        return FORMATS[name].render(self)

    def sentence(self, place: Place) -> Sentence:
        return self.articles[place.article].sentences[place.sentence]

    def standing(self, place: Place) -> Standing:
        return self.standings[place.article][place.sentence]

    def links_of(self, place: Place) -> tuple[Link, ...]:
        """The links of a sentence, best first."""
        return self._links_by_place.get(place, ())

    def passage_of(self, place: Place) -> Passage:
        return self._passage_by_place[place]

    def differences_at(self, place: Place) -> tuple[Difference, ...]:
        """The differences with a span that touches this sentence, most severe first."""
        return self._differences_by_place.get(place, ())

    def pins_of(self, place: Place) -> tuple[Pinned, ...]:
        """What the user decided by hand about a sentence."""
        return tuple(pinned for pinned in self.pins if place in (pinned.a, pinned.b))

    def counterpart(self, place: Place, article: int) -> Place | None:
        """The sentence of ``article`` with the best link to ``place``, or None."""
        for link in self.links_of(place):
            if link.other(place).article == article:
                return link.other(place)
        return None

    def is_moved(self, place: Place) -> bool:
        """Whether the sentence's best link crosses the order of its neighbours. Weaker links that cross don't move a sentence."""
        return any(link.moved for link in self.links_of(place)[:1])

    def reach(self, evidence: Evidence) -> tuple[Place, ...]:
        """The sentences that a difference's evidence touches: a quotation may span several."""
        return reach(evidence, self.articles)

    @cached_property
    def _links_by_place(self) -> Mapping[Place, tuple[Link, ...]]:
        found: dict[Place, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.a, []).append(link)
            found.setdefault(link.b, []).append(link)
        return {
            place: tuple(sorted(links, key=lambda link: (link.relation != "aligned", -link.score, link.other(place))))
            for place, links in found.items()
        }

    @cached_property
    def _passage_by_place(self) -> Mapping[Place, Passage]:
        return {place: passage for passage in self.passages for place in passage.members}

    @cached_property
    def _differences_by_place(self) -> Mapping[Place, tuple[Difference, ...]]:
        found: dict[Place, list[Difference]] = {}
        for difference in self.differences:
            ends = [end for end in (difference.a, difference.b) if end is not None]
            for place in dict.fromkeys(place for end in ends for place in self.reach(end)):
                found.setdefault(place, []).append(difference)
        return {place: tuple(differences) for place, differences in found.items()}
