"""The values that one comparison is made of: frozen, with no behaviour but lookups.

All offsets are Unicode code points in an article's ``text``, half-open (``start`` included, ``end`` not). ``article`` and ``sentence`` are
zero-based indexes into ``Comparison.articles`` and ``Analysis.sentences``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

SentenceKind = Literal["sentence", "heading"]
AsideKind = Literal["date", "dateline", "byline", "credit", "boilerplate"]
Status = Literal["shared", "divergent", "unique"]
Extent = Literal["whole", "part"]
Relation = Literal["aligned", "partial"]
Verdict = Literal["shared", "divergent"]
FidelityValue = Literal["verbatim", "trimmed", "altered", "paraphrased", "absent"]
EntityType = Literal["person", "organisation", "place", "group", "event", "law", "work", "other"]
DifferenceKind = Literal["number", "date", "quote", "name", "role", "attribution", "negation", "modality", "place", "other"]
Operation = Literal["equal", "replace", "delete", "insert"]
MarkKind = Literal["same", "reworded", "conflicting", "only"]

STATUSES: tuple[Status, ...] = ("shared", "divergent", "unique")
ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organisation", "place", "group", "event", "law", "work", "other")
DIFFERENCE_KINDS: tuple[DifferenceKind, ...] = (
    "number",
    "date",
    "quote",
    "name",
    "role",
    "attribution",
    "negation",
    "modality",
    "place",
    "other",
)


# What one article holds ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    r"""One text by one outlet, as it was read.

    ``source`` is what the user gave (a path, a URL or ``-``), made safe to print. ``text`` has ``\\n`` line ends and no control characters
    (each stands as its control picture), so that no consumer can send a raw one to a terminal. ``sha256`` is of the source's bytes.
    """

    source: str
    text: str
    sha256: str
    title: str
    outlet: str | None = None
    published: date | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of the text that the article doesn't say: its date, dateline, byline, credit or boilerplate."""

    start: int
    end: int
    kind: AsideKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit of alignment. ``text`` is ``article.text[start:end]``; ``paragraph`` counts from 0."""

    start: int
    end: int
    text: str
    kind: SentenceKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was written and the interval that it is compatible with, in ``unit`` (a stem such as ``percent``, ``usd``, or ``""``).

    ``kind`` is ``number``, ``ordinal``, ``range``, ``score`` ("348-77", as low and high), ``vague`` ("dozens") or ``clock``. ``counted`` holds
    the words after it, which say what it counts.
    """

    start: int
    end: int
    text: str
    low: float
    high: float
    unit: str
    approximate: bool = False
    kind: str = "number"
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a period as it was written, and the days that it covers, both included.

    ``first`` and ``last`` are None where the article's date is needed and not known. ``precision`` is what was said: ``day``, ``week``,
    ``month``, ``season``, ``year`` or ``period``. ``weekday`` (0 is Monday), ``month`` and ``day`` are what the words themselves name, so that
    "Monday" and "Tuesday" or "May 3" and "May 4" can be told apart without a year.
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    precision: str
    weekday: int = -1
    month: int = 0
    day: int = 0


Value = Quantity | Moment


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where somebody or something is named. ``role`` is the title or office that stands with it, ``role_start`` its offset."""

    start: int
    end: int
    text: str
    type: EntityType
    sentence: int
    role: str = ""
    role_start: int = -1


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation: the words inside the marks, who is said to have said them, and the word that says so.

    ``speaker`` is "" where nobody is said to have said them (scare quotes, titles, nicknames). ``speaker_start`` is the offset of the words
    that name the speaker, -1 where there are none.
    """

    sentence: int
    start: int
    end: int
    text: str
    speaker: str
    cue: str
    speaker_start: int = -1
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article and all that it holds, found without knowledge of a second one."""

    article: Article
    sentences: tuple[Sentence, ...]
    asides: tuple[Aside, ...] = ()
    values: tuple[Value, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    @property
    def words(self) -> int:
        """White-space separated words in the sentences and headings."""
        return sum(len(sentence.text.split()) for sentence in self.sentences)


# What the comparison finds ---------------------------------------------------------------------------------------------------------


class Place(NamedTuple):
    """A sentence of one of the compared articles."""

    article: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of one article that a difference rests on."""

    article: int
    sentence: int
    start: int
    end: int
    text: str

    @property
    def place(self) -> Place:
        return Place(self.article, self.sentence)


@dataclass(frozen=True, slots=True)
class Difference:
    """One typed disagreement.

    ``severity``: 1 a shade, 2 a reader is misled, 3 a fact or a quotation is altered. ``explanation`` is one plain sentence. ``consensus``
    says, over three or more articles, which value most carry and who stands alone ("" where there is nothing to say).
    """

    kind: DifferenceKind
    severity: int
    a: Evidence | None
    b: Evidence | None
    explanation: str
    consensus: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a link's score: ``share`` is its summand of the log-odds; ``detail`` names the words, values or names in common."""

    name: str
    share: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A scored relation between two sentences; ``a.article < b.article``.

    ``score`` is a probability in 0..1, rounded to four places. ``pinned`` is true where the user joined the two by hand.
    """

    a: Place
    b: Place
    score: float
    relation: Relation
    moved: bool = False
    verdict: Verdict = "shared"
    differences: tuple[Difference, ...] = ()
    reasons: tuple[Reason, ...] = ()
    pinned: bool = False

    def other(self, place: Place) -> Place:
        """The end that isn't ``place``."""
        return self.b if place == self.a else self.a


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences that report the same thing. ``coverage`` lists the articles that carry it, also through links that lead out of it."""

    id: str
    members: tuple[Place, ...]
    status: Status = "unique"
    coverage: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How a quotation fares in another article."""

    article: int
    value: FidelityValue


@dataclass(frozen=True, slots=True)
class ComparedQuotation:
    """A quotation, the cluster of quotations that purport to be the same utterance ("" where it is alone), and its fidelity elsewhere."""

    article: int
    quotation: Quotation
    cluster: str = ""
    fidelity: tuple[Fidelity, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One place where an entity is named. ``role`` is the office or title that this outlet gives with it."""

    article: int
    start: int
    end: int
    text: str
    sentence: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """An office or title that one article gives an entity."""

    article: int
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named, over all the articles."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[EntityMention, ...] = ()

    def count(self, article: int) -> int:
        """How often one article names it."""
        return sum(mention.article == article for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class WordEdit:
    """One step of a word diff; ``a`` and ``b`` are (start, end) offsets in the two articles' texts. The ``a`` spans in order give sentence a."""

    op: Operation
    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a linked sentence as against its counterpart; offsets in the article's text."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence's status; ``extent`` is ``part`` where only partial links support it."""

    status: Status
    extent: Extent = "whole"


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for; goes into every export so that another person gets the same bytes.

    ``base`` is the index of the base article. Differences below ``min_severity`` are a shade: shown, but they make nothing divergent.
    """

    base: int = 0
    min_severity: int = 2
    semantic: Literal["auto", "on", "off"] = "auto"
    ner: str = "rules"


@dataclass(frozen=True, slots=True)
class Note:
    """What the user wrote beside a sentence; the engine never makes one. Exports carry notes and name them as the user's."""

    article: int
    sentence: int
    text: str

    @property
    def place(self) -> Place:
        return Place(self.article, self.sentence)


@dataclass(frozen=True)
class Comparison:
    """All that the engine found. Everything downstream (screens, exports, checks) is drawn from this alone."""

    articles: tuple[Analysis, ...]
    links: tuple[Link, ...] = ()
    passages: tuple[Passage, ...] = ()
    quotations: tuple[ComparedQuotation, ...] = ()
    entities: tuple[Entity, ...] = ()
    differences: tuple[Difference, ...] = ()
    standings: tuple[tuple[Standing, ...], ...] = ()
    options: Options = field(default_factory=Options)
    notes: tuple[Note, ...] = ()

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
        """The differences of which one span touches this sentence, most severe first."""
        return self._differences_by_place.get(place, ())

    def counterpart(self, place: Place, article: int) -> Place | None:
        """The sentence of ``article`` that ``place`` is best linked to, or None."""
        for link in self.links_of(place):
            if link.other(place).article == article:
                return link.other(place)
        return None

    def is_moved(self, place: Place) -> bool:
        """Whether the sentence's best link crosses the order of its neighbours. Weaker links that cross don't move a sentence."""
        return any(link.moved for link in self.links_of(place)[:1])

    def reach(self, evidence: Evidence) -> tuple[Place, ...]:
        """The sentences that a difference's evidence touches: a quotation may run over several."""
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


def reach(evidence: Evidence, analyses: Sequence[Analysis]) -> tuple[Place, ...]:
    """The sentences that a difference's evidence touches, the first being its own."""
    sentences = analyses[evidence.article].sentences
    last = evidence.sentence
    while last + 1 < len(sentences) and sentences[last + 1].start < evidence.end:
        last += 1
    return tuple(Place(evidence.article, number) for number in range(evidence.sentence, last + 1))


def letter(article: int) -> str:
    """The letter that stands for an article on screens and in exports: A to Z, then AA, AB and so on."""
    name = ""
    article += 1
    while article:
        article, rest = divmod(article - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
