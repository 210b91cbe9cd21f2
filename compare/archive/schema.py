"""The tables that ``newsdiff events`` writes: a promise to those who query them. Only the standard library is imported here.

A table is a folder of Parquet files, ``FOLDER/TABLE/part-00000.parquet`` and so on, in order; an empty table is one file without rows. Offsets
count Unicode code points in the article's ``text``. Days are calendar days without a time zone. An id is sixteen hexadecimal digits derived from
what it names, so the same archive gives the same ids. Within version 1 columns may be added; none is removed or changes its meaning.
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
    """A column: its type, one of :data:`TYPES`; what it holds, with the unit; whether it may be null."""

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
        Column("given_id", "string", "the id given in the archive", may_lack=True),
        Column("outlet", "string", "the outlet that published it", may_lack=True),
        Column("title", "string", "its headline"),
        Column("published", "date", "the day of publication, as the source or the text gives it", may_lack=True),
        Column("day", "date", "the day used for grouping: published, unless that is implausible", may_lack=True),
        Column("language", "string", "two or three letters (ISO 639); und if unknown"),
        Column("url", "string", "its address", may_lack=True),
        Column("words", "int32", "number of words in its text, separated by white space"),
        Column("source", "string", "the file and row that it came from, for display"),
        Column("sha256", "string", "SHA-256 of its text in UTF-8"),
        Column("text", "string", "its text, cleaned; offsets in the other tables refer to it"),
    ),
    "events": (
        Column("event", "string", "the event's id, derived from its articles' ids"),
        Column("title", "string", "the headline of the article most similar to the others"),
        Column("first", "date", "the earliest day of its articles", may_lack=True),
        Column("last", "date", "the latest day of its articles", may_lack=True),
        Column("language", "string", "the language of most of its articles"),
        Column("articles", "int32", "how many articles report it"),
        Column("outlets", "list<string>", "the outlets that report it, by name"),
        Column("outlet_count", "int32", "how many outlets; each article without an outlet counts as one"),
        Column("voices", "int32", "how many accounts there are, counting near-copies as one"),
        Column("likeness", "float64", "mean similarity of its voices to each other, 0 to 1; 1 for a single voice"),
        Column("compared", "int32", "how many of its articles were compared"),
        Column("points", "int32", "number of points on which the compared accounts differ"),
        Column("problem", "string", "why it was not compared, or only in part", may_lack=True),
    ),
    "members": (
        Column("event", "string", "the event's id"),
        Column("article", "string", "the id of one of its articles"),
        Column("outlet", "string", "the outlet that published it", may_lack=True),
        Column("day", "date", "the day used for grouping", may_lack=True),
        Column("voice", "string", "the article that it is a near-copy of; its own id if it isn't one"),
        Column("likeness", "float64", "mean similarity to the event's other voices, 0 to 1"),
        Column("compared", "bool", "whether this article was compared"),
        Column("part", "int32", "number of the file of the articles table that holds it: 0 is part-00000.parquet"),
        Column("row", "int32", "its row in that file, counted from 0"),
    ),
    "links": (
        Column("a", "string", "an article's id; a < b"),
        Column("b", "string", "an article's id"),
        Column("relation", "string", "copy: near-copies; alike: they probably report the same event"),
        Column("score", "float64", "copy: share of word runs in common; alike: probability that they report one event; 0 to 1"),
        Column("days", "int32", "number of days between them", may_lack=True),
        Column("together", "bool", "whether both are in the same event"),
    ),
    "points": (
        Column("event", "string", "the event's id"),
        Column("point", "int32", "its number within the event, counted from 0"),
        Column("kind", "string", "number, date, quote, name, role, attribution, negation, modality, place, other"),
        Column("severity", "int32", "1 a shade, 2 a reader is misled, 3 a fact or a quotation is altered"),
        Column("confidence", "float64", "how sure newsdiff is, 0 to 1"),
        Column("explanation", "string", "one sentence that says what differs"),
        Column("alone", "string", "the outlet that differs from at least two that agree", may_lack=True),
        Column("alone_article", "string", "the id of its article", may_lack=True),
        Column("majority", "list<string>", "the ids of the articles that agree, if they are the largest group"),
        Column("sides", SIDE, "what each account says, and where"),
    ),
    "quotations": (
        Column("event", "string", "the event's id"),
        Column("article", "string", "the id of the article that contains it"),
        Column("outlet", "string", "the outlet that published it", may_lack=True),
        Column("sentence", "int32", "number of the sentence in which it begins, counted from 0"),
        Column("start", "int32", "offset of the first code point inside the quotation marks"),
        Column("end", "int32", "offset after the last code point inside the quotation marks"),
        Column("text", "string", "the words inside the quotation marks"),
        Column("speaker", "string", "to whom the article attributes it", may_lack=True),
        Column("cue", "string", "the word that attributes it (said, posted)", may_lack=True),
        Column("cluster", "string", "the same for all quotations of one utterance within an event", may_lack=True),
        Column("fidelity", FIDELITY, "what became of it in each other account: verbatim, trimmed, altered, paraphrased, absent"),
    ),
    "coverage": (
        Column("event", "string", "the event's id"),
        Column("article", "string", "the id of a compared article"),
        Column("outlet", "string", "the outlet that published it", may_lack=True),
        Column("kind", "string", "passage, or the entity's type: person, organisation, place, group, event, law, work, other"),
        Column("what", "string", "the passage's first sentence, or the entity's name"),
        Column("carried", "bool", "whether this article has it; if not, the row is an omission (see the [glossary](glossary.md))"),
        Column("times", "int32", "sentences of the passage, or mentions of the entity, in this article"),
        Column("others", "int32", "how many of the other compared articles have it"),
        Column("compared", "int32", "how many of the event's articles were compared"),
        Column("status", "string", "for a passage: shared, divergent, unique", may_lack=True),
    ),
    "errors": (
        Column("source", "string", "the file and row, or the event's id"),
        Column("stage", "string", "read: the article was left out; compare: the event was not compared"),
        Column("reason", "string", "one line that says why"),
    ),
}  # fmt: skip


def arrow(table: str) -> Any:
    """A table's schema in pyarrow. Raises KeyError for an unknown table, ImportError without pyarrow."""
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
