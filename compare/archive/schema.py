"""The tables that ``newsdiff events`` writes: a promise to those who query them. Nothing is imported here but the standard library.

A table is a folder of Parquet files, ``FOLDER/TABLE/part-00000.parquet`` and so on, in order; an empty table has one file without rows. Offsets
count Unicode code points in the article's ``text``. Days are calendar days without a zone. An id is sixteen hexadecimal digits made of what it
names: the same archive gives the same ids. Columns may be added within version 1; none of these may go or change its meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "newsdiff.events"
VERSION = 1
RUN = "run.json"
"""format, version, generator {version}, archive [as given], options {what changes the tables}, counts {a table: its rows}, finished."""


class Column(NamedTuple):
    """A column: its type, in the words of :data:`TYPES`; what it holds, with the unit; whether a row may lack it (null)."""

    name: str
    type: str
    meaning: str
    may_lack: bool = False


SIDE = "list<struct<article: string, outlet: string, sentence: int32, start: int32, end: int32, text: string>>"
FIDELITY = "list<struct<article: string, outlet: string, value: string>>"
TYPES = ("string", "int32", "int64", "float64", "bool", "date", "list<string>", SIDE, FIDELITY)

TABLES: Mapping[str, tuple[Column, ...]] = {
    "articles": (
        Column("article", "string", "the article's id"),
        Column("given_id", "string", "the id that the archive gives it", may_lack=True),
        Column("outlet", "string", "who published it", may_lack=True),
        Column("title", "string", "its headline"),
        Column("published", "date", "the day that it gives, or that its text does", may_lack=True),
        Column("day", "date", "the day that it was grouped by: published, unless that can't be right", may_lack=True),
        Column("language", "string", "two or three letters (ISO 639); und: unknown"),
        Column("url", "string", "its address", may_lack=True),
        Column("words", "int32", "white-space separated words of its text"),
        Column("source", "string", "file and row that it came from, to show"),
        Column("sha256", "string", "of its text in UTF-8"),
        Column("text", "string", "its text, cleaned: offsets in the other tables count in it"),
    ),
    "events": (
        Column("event", "string", "the event's id, made of its articles' ids"),
        Column("title", "string", "the headline of the article that is likest to the others"),
        Column("first", "date", "the earliest day of its articles", may_lack=True),
        Column("last", "date", "the latest day of its articles", may_lack=True),
        Column("language", "string", "the language of most of its articles"),
        Column("articles", "int32", "how many articles report it"),
        Column("outlets", "list<string>", "the outlets that report it, by name"),
        Column("outlet_count", "int32", "how many outlets; an article without one counts as one of its own"),
        Column("voices", "int32", "how many accounts there are once near-copies are folded into one"),
        Column("likeness", "float64", "mean likeness of its voices to each other, 0 to 1; 1 for a single voice"),
        Column("compared", "int32", "how many articles were compared; 0: none were"),
        Column("points", "int32", "points on which the compared accounts differ"),
        Column("problem", "string", "why it was not compared, or not wholly", may_lack=True),
    ),
    "members": (
        Column("event", "string", "the event's id"),
        Column("article", "string", "an article of it"),
        Column("outlet", "string", "who published it", may_lack=True),
        Column("day", "date", "the day that it was grouped by", may_lack=True),
        Column("voice", "string", "the article that it is a near-copy of; its own id where it is none"),
        Column("likeness", "float64", "mean likeness to the event's other voices, 0 to 1"),
        Column("compared", "bool", "whether this article's text was compared"),
        Column("part", "int32", "the file of the table articles that holds it: part-00000.parquet is 0"),
        Column("row", "int32", "its row in that file, from 0"),
    ),
    "links": (
        Column("a", "string", "an article's id; a < b"),
        Column("b", "string", "an article's id"),
        Column("relation", "string", "copy: near-copies; alike: the same happening, as likely as score says"),
        Column("score", "float64", "copy: share of word runs in common; alike: how likely they report one event; 0 to 1"),
        Column("days", "int32", "days between them", may_lack=True),
        Column("together", "bool", "whether both ended in one event"),
    ),
    "points": (
        Column("event", "string", "the event's id"),
        Column("point", "int32", "its number in the event, from 0"),
        Column("kind", "string", "number, date, quote, name, role, attribution, negation, modality, place, other"),
        Column("severity", "int32", "1 a shade, 2 a reader is misled, 3 a fact or a quotation is altered"),
        Column("confidence", "float64", "how sure, 0 to 1"),
        Column("explanation", "string", "one plain sentence"),
        Column("alone", "string", "the outlet that stands against at least two that agree", may_lack=True),
        Column("alone_article", "string", "its article", may_lack=True),
        Column("majority", "list<string>", "articles that agree where they are more than any others"),
        Column("sides", SIDE, "what each account says, and where"),
    ),
    "quotations": (
        Column("event", "string", "the event's id"),
        Column("article", "string", "the article that quotes"),
        Column("outlet", "string", "who published it", may_lack=True),
        Column("sentence", "int32", "number of the sentence in which it begins, from 0"),
        Column("start", "int32", "first code point inside the marks"),
        Column("end", "int32", "code point after the last inside the marks"),
        Column("text", "string", "the words inside the marks"),
        Column("speaker", "string", "who is said to have said it", may_lack=True),
        Column("cue", "string", "the word that says so", may_lack=True),
        Column("cluster", "string", "the same in an event for quotations of one utterance", may_lack=True),
        Column("fidelity", FIDELITY, "how it fares in each other account: verbatim, trimmed, altered, paraphrased, absent"),
    ),
    "coverage": (
        Column("event", "string", "the event's id"),
        Column("article", "string", "a compared article"),
        Column("outlet", "string", "who published it", may_lack=True),
        Column("kind", "string", "passage, or an entity's: person, organisation, place, group, event, law, work, other"),
        Column("what", "string", "the passage's first sentence, or the entity's name"),
        Column("carried", "bool", "whether this article has it; rows where it hasn't are omissions"),
        Column("times", "int32", "sentences of the passage, or mentions of the entity, in this article"),
        Column("others", "int32", "how many of the other compared articles have it"),
        Column("compared", "int32", "how many articles were compared"),
        Column("status", "string", "passages: shared, divergent, unique", may_lack=True),
    ),
    "errors": (
        Column("source", "string", "file and row, or the event's id"),
        Column("stage", "string", "read: left out of the archive; compare: not compared"),
        Column("reason", "string", "one plain line"),
    ),
}  # fmt: skip


def arrow(table: str) -> Any:
    """A table's schema as pyarrow has it. Raises KeyError for a table that there is none of, ImportError without pa."""
    import pyarrow as pa

    return pa.schema([pa.field(column.name, _arrow_type(column.type), column.may_lack) for column in TABLES[table]])


def _arrow_type(name: str) -> Any:
    import pyarrow as pa

    plain = {
        "string": pa.string(),
        "int32": pa.int32(),
        "int64": pa.int64(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
        "date": pa.date32(),
    }
    if name in plain:
        return plain[name]
    inner = name.removeprefix("list<").removesuffix(">")
    if inner in plain:
        return pa.list_(plain[inner])
    fields = (part.split(": ") for part in inner.removeprefix("struct<").removesuffix(">").split(", "))
    return pa.list_(pa.struct([(field, plain[kind]) for field, kind in fields]))
