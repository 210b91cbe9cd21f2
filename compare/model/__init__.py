"""The values that a comparison consists of: immutable, with no behaviour but lookups.

All offsets are Unicode code points in an article's ``text``, half-open (``start`` included, ``end`` not). ``article`` and ``sentence`` are
zero-based indexes into ``Comparison.articles`` and ``Analysis.sentences``.
"""

from typing import TYPE_CHECKING, Any

from compare.model.article import Analysis, Article, Aside, AsideKind, Change, ChangeKind, Sentence, SentenceKind
from compare.model.comparison import Comparison, Options
from compare.model.place import (
    DIFFERENCE_KINDS,
    ENTITY_TYPES,
    SECOND_READER,
    STATUSES,
    DifferenceKind,
    EntityType,
    Place,
    Status,
    kind_word,
    letter,
    reach,
)

if TYPE_CHECKING:
    from compare.model.findings import (
        ComparedQuotation,
        Difference,
        Entity,
        EntityMention,
        Evidence,
        Extent,
        Fidelity,
        FidelityValue,
        Link,
        Mark,
        MarkKind,
        Note,
        Operation,
        Passage,
        PinAction,
        Pinned,
        Reason,
        Relation,
        Role,
        Standing,
        Verdict,
        WordEdit,
    )
    from compare.model.mentions import Mention, Moment, Quantity, Quotation, Value
    from compare.model.points import Dismissal, Fact, FactKind, FactValue, Opinion, Point, Problem, SecondReading

__all__ = [
    "DIFFERENCE_KINDS",
    "ENTITY_TYPES",
    "SECOND_READER",
    "STATUSES",
    "Analysis",
    "Article",
    "Aside",
    "AsideKind",
    "Change",
    "ChangeKind",
    "ComparedQuotation",
    "Comparison",
    "Difference",
    "DifferenceKind",
    "Dismissal",
    "Entity",
    "EntityMention",
    "EntityType",
    "Evidence",
    "Extent",
    "Fact",
    "FactKind",
    "FactValue",
    "Fidelity",
    "FidelityValue",
    "Link",
    "Mark",
    "MarkKind",
    "Mention",
    "Moment",
    "Note",
    "Operation",
    "Opinion",
    "Options",
    "Passage",
    "PinAction",
    "Pinned",
    "Place",
    "Point",
    "Problem",
    "Quantity",
    "Quotation",
    "Reason",
    "Relation",
    "Role",
    "SecondReading",
    "Sentence",
    "SentenceKind",
    "Standing",
    "Status",
    "Value",
    "Verdict",
    "WordEdit",
    "kind_word",
    "letter",
    "reach",
]


def __getattr__(name: str) -> Any:
    """What is found in articles, made when first asked for: showing a text must not wait for two dozen classes of which it needs none."""
    if name in __all__:
        from compare.model import findings, mentions, points

        return getattr(next(module for module in (findings, mentions, points) if hasattr(module, name)), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
