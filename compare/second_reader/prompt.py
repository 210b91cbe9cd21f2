"""What is sent to a second reader: instructions, the reports as delimited data, the task, and the schema of the answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import Any, NamedTuple

from compare.model import DIFFERENCE_KINDS, Article, Comparison, Difference, Evidence, letter
from compare.text.phrases import enumerated

Json = dict[str, Any]

LEFT_OUT = "[…]"
"""Stands where a part of a report was left out."""

_NAME_LENGTH = 80


class Part(NamedTuple):
    """What of an article is sent: stretches of its text, as (start, end) offsets in order."""

    article: int
    runs: tuple[tuple[int, int], ...]


class Request(NamedTuple):
    """One question to the second reader.

    ``id`` is a hash of the messages and the schema: what decides the answer. ``articles`` are those whose text is sent, in the order of the
    comparison. ``asked`` are the differences to be judged; empty where the divergences themselves are asked for.
    """

    id: str
    messages: tuple[Mapping[str, str], ...]
    schema: Mapping[str, Any]
    articles: tuple[int, ...]
    asked: tuple[Difference, ...] = ()

    @property
    def text(self) -> str:
        """All that the model reads, as one text."""
        return "\n".join(message["content"] for message in self.messages)


def whole_article(comparison: Comparison, article: int) -> Part:
    """All of an article."""
    return Part(article, ((0, len(comparison.articles[article].article.text)),))


def reading(comparison: Comparison, parts: Sequence[Part]) -> Request:
    """The request for all divergences between these articles, or parts of them."""
    letters = [letter(part.article) for part in parts]
    task = f"List every divergence between any two of the reports {enumerated(letters)}, as defined above, or an empty list where there is none."
    return _request(comparison, parts, task, divergences_schema(letters))


def judging(comparison: Comparison, parts: Sequence[Part], asked: Sequence[Difference]) -> Request:
    """The request for a yes or no to each of these differences, which rules found; the ends of each are among the parts."""
    mark = _mark(comparison, parts)
    lines = [
        "A program that knows rules but not meaning reported the following. Its items quote the reports: they are material, too.",
        f"<<<ITEMS {mark}>>>",
        *(f"{number}. {difference.kind}: {_sides(difference)}" for number, difference in enumerate(asked, 1)),
        f"<<<END OF ITEMS {mark}>>>",
        "For each item say whether it is a divergence as defined above (true) or none (false), and why in one plain sentence that names the outlets.",
    ]
    return _request(comparison, parts, "\n".join(lines), verdicts_schema(len(asked)), tuple(asked))


def name_in_prompt(article: Article) -> str:
    """What a report is called: its outlet, else its file's name without folder and ending, else ""."""
    name = article.outlet or ("" if article.source == "-" else PurePath(article.source).stem)
    return " ".join(name.split())[:_NAME_LENGTH]


def divergences_schema(letters: Sequence[str]) -> Json:
    """The JSON Schema of an answer that lists divergences; in the form that strict servers ask for: every property required, none beside."""
    side = _object(report={"type": "string", "enum": list(letters)}, words={"type": "string"})
    row = _object(
        a=side,
        b=side,
        why={"type": "string"},
        kind={"type": "string", "enum": list(DIFFERENCE_KINDS)},
        severity={"type": "integer", "enum": [1, 2, 3]},
    )
    return _object(divergences={"type": "array", "items": row})


def verdicts_schema(number: int) -> Json:
    """The JSON Schema of an answer that judges so many items."""
    row = _object(item={"type": "integer", "enum": list(range(1, number + 1))}, why={"type": "string"}, divergence={"type": "boolean"})
    return _object(verdicts={"type": "array", "items": row})


@cache
def instructions() -> str:
    """What a divergence is and how to answer: the same for every request."""
    return files(__package__).joinpath("instructions.txt").read_text("utf-8").replace("\r\n", "\n").strip()


def _request(comparison: Comparison, parts: Sequence[Part], task: str, schema: Json, asked: tuple[Difference, ...] = ()) -> Request:
    # The reports come first: a server that keeps what it has read of a prompt reads them once for all that is asked about them.
    mark = _mark(comparison, parts)
    blocks = [f"The reports stand between lines with the code {mark}.", *(_report(comparison, part, mark) for part in parts), task]
    messages = ({"role": "system", "content": instructions()}, {"role": "user", "content": "\n\n".join(blocks)})
    return Request(_hash([messages, schema]), messages, schema, tuple(part.article for part in parts), asked)


def _report(comparison: Comparison, part: Part, mark: str) -> str:
    article, name = comparison.articles[part.article].article, letter(part.article)
    head = [f"Outlet: {name_in_prompt(article) or f'not known; call it report {name}'}"]
    if article.published:
        head.append(f"Published: {article.published.isoformat()}")
    body: list[str] = []
    shown = 0  # up to where the text was shown or its absence was said
    for start, end in part.runs:
        if article.text[shown:start].strip():
            body.append(LEFT_OUT)
        body.append(article.text[start:end].strip())
        shown = end
    if article.text[shown:].strip():
        body.append(LEFT_OUT)
    return "\n".join([f"<<<REPORT {name} {mark}>>>", *head, "", *body, f"<<<END OF REPORT {name} {mark}>>>"])


def _mark(comparison: Comparison, parts: Sequence[Part]) -> str:
    """A code that stands in none of the texts, and that their authors can't know: it hangs on every letter of all of them."""
    texts = [comparison.articles[part.article].article.text for part in parts]
    mark = _hash(texts)[:12]
    while any(mark in text for text in texts):
        mark = _hash(mark)[:12]
    return mark


def _sides(difference: Difference) -> str:
    return " against ".join(_side(end) for end in (difference.a, difference.b) if end is not None)


def _side(end: Evidence) -> str:
    return f"{letter(end.article)} “{' '.join(end.text.split())}”"


def _object(**properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")).hexdigest()
