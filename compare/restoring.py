"""What was found in articles whose white space was brought into the normal form, told in the offsets and words of their own texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
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
    if type(value) is tuple:
        return tuple(_restored(one, texts, article) for one in value)
    if not is_dataclass(value) or isinstance(value, (Article, type)):
        return value
    here = getattr(value, "article", article)
    article = here if isinstance(here, int) else article
    names = {part.name for part in fields(value)}
    changed = {name: _restored(getattr(value, name), texts, article) for name in names}
    changed = {name: new for name, new in changed.items() if new is not getattr(value, name)}
    if {"start", "end"} <= names:
        text, spacing = texts[article]
        changed["start"], changed["end"] = spacing.span(*(getattr(value, name) for name in ("start", "end")))
        if "text" in names:
            changed["text"] = text[changed["start"] : changed["end"]]
    return replace(value, **changed) if changed else value
