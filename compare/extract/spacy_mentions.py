"""Mentions by any installed spaCy pipeline, behind the same interface as the rules. spaCy is imported only when asked for."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import NewsdiffError
from compare.extract.runs import dateline_start
from compare.extract.titles import HONORIFICS, role_after, role_before
from compare.model import Article, EntityType, Mention, Sentence

if TYPE_CHECKING:
    from spacy.language import Language

# Labels of OntoNotes (most of spaCy's pipelines) and of WikiNER; dates, numbers and the like are no names.
_TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "LAW": "law",
    "WORK_OF_ART": "work",
    "PRODUCT": "other",
    "MISC": "other",
}
_NO_NEED = ("parser", "lemmatizer", "tagger", "attribute_ruler", "morphologizer", "senter", "textcat")
_LEADING = re.compile(r"(?:the|The|THE)\s+")
_TRAILING = re.compile(r"(?:['’]s?|(?<![\s.,;:\"”“`])[\s.,;:\"”“`]+)$")


def find_mentions(model: str, article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The mentions that the pipeline ``model`` (a package's name or a folder) finds, trimmed of articles, possessives and honorifics.

    Raises NewsdiffError where spaCy or the pipeline isn't installed.
    """
    pipeline = _load(model)
    text = article.text
    found: list[Mention] = []
    starts = [dateline_start(text, sentences, number) for number in range(len(sentences))]
    documents = pipeline.pipe((text[start : sentence.end] for start, sentence in zip(starts, sentences, strict=True)), batch_size=64)
    for number, (sentence, first, document) in enumerate(zip(sentences, starts, documents, strict=True)):
        for entity in document.ents:
            kind = _TYPES.get(entity.label_)
            if kind is None:
                continue
            start, end = _trim(text, first + entity.start_char, first + entity.end_char)
            if start >= end:
                continue
            role = None
            if kind == "person":
                role = role_before(text, first, start) or role_after(text, end, sentence.end)
            found.append(Mention(start, end, text[start:end], kind, number, role.text if role else "", role.start if role else -1))
    return tuple(found)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while match := _LEADING.match(text, start, end):
        start = match.end()
    first, _, rest = text[start:end].partition(" ")
    if rest and first in HONORIFICS:
        start += len(first) + 1
    while start < end and (match := _TRAILING.search(text[start:end])):
        if text[end - 1] == "." and "." in text[start : end - 1].rsplit(maxsplit=1)[-1]:
            break  # "U.S." keeps its last stop
        end = start + match.start()
    return start, end


def check_pipeline(model: str) -> None:
    """Raise NewsdiffError where spaCy or a pipeline of this name isn't installed; nothing is loaded for that."""
    if importlib.util.find_spec("spacy") is None:
        raise NewsdiffError("Names by spaCy need spaCy: run  python -m pip install 'newsdiff[spacy]'  and install a pipeline")
    there = Path(model).exists()  # spaCy takes a folder, too
    with suppress(ImportError, ValueError):
        there = there or importlib.util.find_spec(model) is not None
    if not there:
        raise _not_installed(model)


def _not_installed(model: str) -> NewsdiffError:
    return NewsdiffError(
        f"No spaCy pipeline {model!r} is installed: run  python -m spacy download {model}  or  python -m pip install {model.replace('_', '-')}"
    )


@lru_cache(maxsize=2)
def _load(model: str) -> Language:
    check_pipeline(model)
    import spacy

    try:
        return spacy.load(model, exclude=list(_NO_NEED))
    except OSError as error:
        raise _not_installed(model) from error
