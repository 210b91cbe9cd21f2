"""What a comparison finds: links, passages, differences, entities, and what becomes of quotations in other articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.model.mentions import Quotation
from compare.model.place import DifferenceKind, EntityType, Place, Status

Extent = Literal["whole", "part"]
Relation = Literal["aligned", "partial"]
Verdict = Literal["shared", "divergent"]
FidelityValue = Literal["verbatim", "trimmed", "altered", "paraphrased", "absent"]
Operation = Literal["equal", "replace", "delete", "insert"]
MarkKind = Literal["same", "reworded", "conflicting", "only"]
PinAction = Literal["join", "part"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of one article that a difference is based on."""

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
    """One disagreement of a certain kind.

    ``severity``: 1 a shade, 2 a reader is misled, 3 a fact or a quotation is altered. ``explanation`` is one plain sentence. ``consensus``
    says, for three or more articles, which value most of them give and which one stands alone ("" if there is nothing to say). ``confidence``,
    0 to 1, says how sure the rules are, rounded to two places; below ``Options.min_confidence`` a difference is only *possible*.
    """

    kind: DifferenceKind
    severity: int
    a: Evidence | None
    b: Evidence | None
    explanation: str
    consensus: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a link's score: ``share`` is what it adds to the log-odds; ``detail`` names the words, values or names in common."""

    name: str
    share: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A scored relation between two sentences; ``a.article < b.article``.

    ``score`` is a probability, 0 to 1, rounded to four places. ``pinned`` is true if the user joined the two by hand.
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
    """The sentences that report the same thing. ``coverage`` lists the articles that carry it, including those with links that lead out of it."""

    id: str
    members: tuple[Place, ...]
    status: Status = "unique"
    coverage: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fidelity:
    """What became of a quotation in another article."""

    article: int
    value: FidelityValue


@dataclass(frozen=True, slots=True)
class ComparedQuotation:
    """A quotation, the cluster of quotations that purport to be the same utterance ("" if it is alone), and its fidelity elsewhere."""

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
    """Someone or something named, across all the articles."""

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
    """One step of a word diff; ``a`` and ``b`` are (start, end) offsets in the two articles' texts. The ``a`` spans, in order, make up sentence a."""

    op: Operation
    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a linked sentence compared with its counterpart; offsets in the article's text."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence's status; ``extent`` is ``part`` if only partial links support it."""

    status: Status
    extent: Extent = "whole"


@dataclass(frozen=True, slots=True)
class Note:
    """What the user wrote about a sentence; the engine never makes one. Exports include notes, marked as the user's."""

    article: int
    sentence: int
    text: str

    @property
    def place(self) -> Place:
        return Place(self.article, self.sentence)


@dataclass(frozen=True, slots=True)
class Pinned:
    """What the user decided by hand: two sentences belong together (``join``) or don't (``part``); ``a.article < b.article``.

    ``exact`` is false if a text has changed since, and the sentence was found again by its similarity to the pinned one.
    """

    action: PinAction
    a: Place
    b: Place
    exact: bool = True

    def other(self, place: Place) -> Place:
        """The end that isn't ``place``."""
        return self.b if place == self.a else self.a
