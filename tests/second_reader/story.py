"""Two invented accounts of one march, and what a model might say of them."""

from __future__ import annotations

import json
from typing import Any

from compare.model import Article, Comparison
from compare.pipeline import compare

HERALD = """Thousands march against the dam

Fewer than 400,000 people marched through Port Aldine on Tuesday, the police said. Mayor Ruth Berg said the march was “peaceful, and too \
loud” and that the dam will be built. The council has approved the dam.

Eighteen people were held after the march.
"""
POST = """March against the dam fills the port

Roughly 520,000 people marched in Port Aldine on Tuesday, according to the police. Ruth Berg, the mayor, called the march "peaceful - and too \
loud". She said that the dam may be built. The council is to vote on the dam.

Some 18 people were held.
"""
WIRE = """Port Aldine march

About 520,000 people took part in the march in Port Aldine on Tuesday, police said. Mayor Ruth Berg spoke of a peaceful march.
"""


def article(name: str, text: str) -> Article:
    return Article(source=f"{name.lower()}.txt", text=text, sha256=name, title=name, outlet=name)


def story(*, herald: str = HERALD, post: str = POST, wire: str = "") -> Comparison:
    """The comparison of the accounts, by words alone."""
    texts = [("Herald", herald), ("Post", post), *([("Wire", wire)] if wire else [])]
    return compare([article(name, text) for name, text in texts])


def row(a: str, b: str, *, kind: str = "number", severity: int = 3, why: str = "", reports: str = "AB") -> dict[str, Any]:
    return {
        "a": {"report": reports[0], "words": a},
        "b": {"report": reports[1], "words": b},
        "why": why or f"The Herald says {a}, the Post {b}.",
        "kind": kind,
        "severity": severity,
    }


COUNT = row("Fewer than 400,000 people", "Roughly 520,000 people")
STAGE = row("The council has approved the dam", "The council is to vote on the dam", kind="modality", severity=3)
LIE = row("Fewer than 4,000 people", "Roughly 520,000 people")


def content(*rows: Any) -> str:
    return json.dumps({"divergences": rows})
