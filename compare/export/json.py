"""The comparison as one JSON object: a promise to programs, described by docs/comparison.schema.json."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import Any

from compare.deferred import deferred
from compare.export.figures import likeness, statuses, totals
from compare.export.generator import version
from compare.model import DIFFERENCE_KINDS, ENTITY_TYPES, Comparison, Difference, Evidence, Link, Place, Point
from compare.reading.revisions import revisions
from compare.views.presence import matrix
from compare.views.revisions import changes
from compare.views.wording import words

Json = dict[str, Any]


def render(comparison: Comparison) -> str:
    """One object; each article, link, passage and so on on a line of its own, so that two exports can be compared by line."""
    parts = [f"{_text(key)}: {_value(value)}" for key, value in document(comparison).items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def document(comparison: Comparison) -> Json:
    """The same object as Python values."""
    return {
        "format": "newsdiff.comparison",
        "version": 1,
        "generator": {"name": "newsdiff", "version": version(), "options": asdict(comparison.options)},
        "articles": [_article(comparison, index) for index in range(len(comparison.articles))],
        "links": [_link(comparison, link) for link in comparison.links],
        "passages": [
            {
                "id": passage.id,
                "members": [_place(place) for place in passage.members],
                "status": passage.status,
                "coverage": list(passage.coverage),
            }
            for passage in comparison.passages
        ],
        "quotations": _quotations(comparison),
        "entities": _entities(comparison),
        "differences": [difference_of(difference) for difference in comparison.differences],
        "possible": [difference_of(difference) for difference in comparison.possible],
        "points": [point_of(point) for point in comparison.points],
        "second_reader": _second_reading(comparison),
        "facts": [asdict(fact) for fact in comparison.facts],
        "notes": [{"article": note.article, "sentence": note.sentence, "text": note.text} for note in comparison.notes],
        "pins": [
            {"action": pinned.action, "a": _place(pinned.a), "b": _place(pinned.b), "exact": pinned.exact} for pinned in comparison.pins
        ],
        "revisions": _revisions(comparison),
        "problems": [{"stage": one.stage, "article": one.article, "text": one.text} for one in comparison.problems],
        "likeness": [list(row) for row in likeness(comparison)],
        "summary": summary(comparison),
    }


def summary(comparison: Comparison) -> Json:
    """Counts of everything in the comparison."""
    relations = Counter(link.relation for link in comparison.links)
    kinds = Counter(difference.kind for difference in comparison.differences)
    severities = Counter(difference.severity for difference in comparison.differences)
    types = Counter(entity.type for entity in comparison.entities)
    return {
        "articles": len(comparison.articles),
        "words": sum(analysis.words for analysis in comparison.articles),
        "sentences": sum(len(analysis.sentences) for analysis in comparison.articles),
        "statuses": totals(comparison),
        "partly_shared": sum(standing.extent == "part" for standings in comparison.standings for standing in standings),
        "links": len(comparison.links),
        "relations": {"aligned": relations["aligned"], "partial": relations["partial"]},
        "moved": sum(link.moved for link in comparison.links),
        "divergent_links": sum(link.verdict == "divergent" for link in comparison.links),
        "passages": len(comparison.passages),
        "quotations": len(comparison.quotations),
        "entities": len(comparison.entities),
        "entity_types": {kind: types[kind] for kind in ENTITY_TYPES},
        "differences": len(comparison.differences),
        "difference_kinds": {kind: kinds[kind] for kind in DIFFERENCE_KINDS},
        "facts": len(comparison.facts),
        "facts_differing": sum(not fact.equal for fact in comparison.facts),
        "severities": {str(severity): severities[severity] for severity in (1, 2, 3)},
        "possible": len(comparison.possible),
        "points": len(comparison.points),
        "notes": len(comparison.notes),
        "pins": len(comparison.pins),
        "problems": len(comparison.problems),
    }


def _revisions(comparison: Comparison) -> list[Json]:
    found = []
    for revision in revisions([analysis.article for analysis in comparison.articles]):
        changed = changes(comparison, revision)
        found.append(
            {
                "before": revision.before,
                "after": revision.after,
                "by": revision.by,
                "kept": changed.kept,
                "reworded": [{"before": _place(old), "after": _place(new)} for old, new in changed.reworded],
                "added": [_place(place) for place in changed.added],
                "dropped": [_place(place) for place in changed.dropped],
                "facts": list(changed.facts),
            }
        )
    return found


_UNSAFE = deferred("[\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""What an article's source had and its text hasn't: in the file it stands as an escape, so that printing it does nothing to a terminal."""


def _text(value: Any) -> str:
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False, allow_nan=False))


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(_text(item) for item in value) + "\n]"
    return _text(value)


def _place(place: Place) -> Json:
    return {"article": place.article, "sentence": place.sentence}


def _article(comparison: Comparison, index: int) -> Json:
    analysis = comparison.articles[index]
    article = analysis.article
    return {
        "id": index,
        "source": article.source,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "sha256": article.sha256,
        "text_sha256": article.text_sha256,
        "format": article.format,
        "part": article.part,
        "byline": article.byline,
        "updated": article.updated.isoformat() if article.updated else None,
        "url": article.url,
        "words": analysis.words,
        "statuses": statuses(comparison, index),
        "text": article.text,
        "changes": [
            {"kind": change.kind, "start": change.start, "end": change.end, "original": change.original} for change in article.changes
        ],
        "warnings": list(article.warnings),
        "asides": [{"start": aside.start, "end": aside.end, "kind": aside.kind} for aside in analysis.asides],
        "sentences": [
            {
                "start": sentence.start,
                "end": sentence.end,
                "text": sentence.text,
                "kind": sentence.kind,
                "paragraph": sentence.paragraph,
                "status": standing.status,
                "extent": standing.extent,
            }
            for sentence, standing in zip(analysis.sentences, comparison.standings[index], strict=True)
        ],
    }


def _link(comparison: Comparison, link: Link) -> Json:
    return {
        "a": _place(link.a),
        "b": _place(link.b),
        "score": link.score,
        "relation": link.relation,
        "moved": link.moved,
        "verdict": link.verdict,
        "differences": [difference_of(difference) for difference in link.differences],
        "words": [{"op": edit.op, "a": list(edit.a), "b": list(edit.b)} for edit in words(comparison, link)],
        "reasons": [{"name": reason.name, "share": reason.share, "detail": reason.detail} for reason in link.reasons],
        "pinned": link.pinned,
    }


def difference_of(difference: Difference) -> Json:
    """A difference as the promise has it."""
    return {
        "kind": difference.kind,
        "severity": difference.severity,
        "a": _evidence(difference.a),
        "b": _evidence(difference.b),
        "explanation": difference.explanation,
        "consensus": difference.consensus,
        "confidence": difference.confidence,
    }


def point_of(point: Point) -> Json:
    """A point as the promise has it; "by" says who names it."""
    return {
        "kind": point.kind,
        "severity": point.severity,
        "confidence": point.confidence,
        "sides": [_evidence(side) for side in point.sides],
        "majority": list(point.majority),
        "alone": point.alone,
        "explanation": point.explanation,
        "dismissed": {"why": point.dismissed.why} if point.dismissed is not None else None,
        "by": point.by,
    }


def _second_reading(comparison: Comparison) -> Json | None:
    """How asking a second reader went; None where none was asked."""
    reading = comparison.second_reading
    if reading is None:
        return None
    opinions = [
        {"kind": one.kind, "a": _evidence(one.a), "b": _evidence(one.b), "divergence": one.divergence, "why": one.why}
        for one in reading.opinions
    ]
    return {
        "name": reading.name,
        "requests": reading.requests,
        "answered": reading.answered,
        "kept": reading.kept,
        "dropped": reading.dropped,
        "opinions": opinions,
    }


def _evidence(evidence: Evidence | None) -> Json | None:
    return asdict(evidence) if evidence is not None else None


def _quotations(comparison: Comparison) -> list[Json]:
    return [
        {
            "article": compared.article,
            "sentence": compared.quotation.sentence,
            "start": compared.quotation.start,
            "end": compared.quotation.end,
            "text": compared.quotation.text,
            "speaker": compared.quotation.speaker,
            "cue": compared.quotation.cue,
            "closed": compared.quotation.closed,
            "cluster": compared.cluster,
            "fidelity": [{"article": fidelity.article, "value": fidelity.value} for fidelity in compared.fidelity],
        }
        for compared in comparison.quotations
    ]


def _entities(comparison: Comparison) -> list[Json]:
    return [
        {
            "id": entity.id,
            "name": entity.name,
            "type": entity.type,
            "aliases": list(entity.aliases),
            "roles": [{"article": role.article, "text": role.text} for role in entity.roles],
            "mentions": [asdict(mention) for mention in entity.mentions],
            "counts": list(presence.counts),
            "firsts": list(presence.firsts),
            "only": presence.only,
            "left_out": list(presence.left_out),
        }
        for presence in matrix(comparison)
        for entity in (presence.entity,)
    ]
