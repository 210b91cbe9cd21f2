"""What was found in articles whose white space was brought into the normal form, told in the offsets and words of their own texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from compare.model import Analysis, Article, Comparison
from compare.reading.spacing import Spacing, spaced


def restored_analysis(flat: Analysis, article: Article, spacing: Spacing) -> Analysis:
    """The analysis of ``article`` from that of its normal form, which it keeps."""
    found = _restored(replace(flat, article=article), [(article.text, spacing)], 0)
    assert isinstance(found, Analysis)
    return replace(found, flat=flat)


def restored(found: Comparison, given: Sequence[Analysis]) -> Comparison:
    """A comparison of normal forms as one of the analyses that were ``given``."""
    if all(analysis.flat is None for analysis in given):
        return found
    texts = [(one.article.text, spaced(one.article.text)) for one in given]
    articles = tuple(
        restored_analysis(flat, own.article, spacing) if own.flat else flat
        for flat, own, (_, spacing) in zip(found.articles, given, texts, strict=True)
    )
    told = {part.name: _restored(getattr(found, part.name), texts, 0) for part in fields(found) if part.name != "articles"}
    return replace(found, articles=articles, **told)


def _restored(value: Any, texts: Sequence[tuple[str, Spacing]], article: int) -> Any:
    """A value with every span in it restored; ``article`` is the one that it stands in where it doesn't say so itself."""
    kind: Any = type(value)
    if kind is tuple:
        return tuple(_restored(one, texts, article) for one in value)
    names = _fields(kind) if kind not in _PLAIN else ()
    if not names:
        return value
    here = getattr(value, "article", article)
    article = here if isinstance(here, int) else article
    told = {name: getattr(value, name) for name in names}
    changed = False
    for name, one in told.items():
        if type(one) not in _PLAIN:
            told[name] = _restored(one, texts, article)
            changed = changed or told[name] is not one
    if "start" in told and "end" in told:
        text, spacing = texts[article]
        told["start"], told["end"] = spacing.span(value.start, value.end)
        if "text" in told:
            told["text"] = text[told["start"] : told["end"]]
        changed = True
    return kind(**told) if changed else value


_PLAIN = frozenset({str, int, float, bool, type(None), date})
"""What holds no span."""


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of our values; none of what holds no span."""
    return tuple(part.name for part in fields(kind)) if is_dataclass(kind) and kind is not Article else ()
