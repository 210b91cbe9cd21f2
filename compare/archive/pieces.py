"""The pieces of work on one part of the archive. Each reads whole files, writes whole files into the run's folder and says how many rows it made;
it may run in any process that sees that folder, and twice. Where it stopped it is begun again.

Below ``FOLDER/.work``: ``paragraphs`` and ``errors`` (of reading), ``signatures``, ``frequencies``, ``vectors``, ``keys``; a file a part each. A row
is known by its *place*: the part's number times 2³² and its row.
"""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from compare.archive.files import part, write_lines, write_table
from compare.archive.schema import arrow
from compare.archive.sources import Stretch

WORK = ".work"
_TEXTS = 64
"""Rows of a group in the table of texts."""


def place_of(number: int, row: int) -> int:
    """A row of a part, as one number."""
    return number << 32 | row


def read_piece(task: dict[str, Any]) -> dict[str, Any]:
    """Read the stretches of a part: the table ``articles``, and each row's paragraphs as hashes. A record that stands twice in it is kept once."""
    import pyarrow as pa

    from compare.archive.rows import rows
    from compare.archive.signature import paragraph_hashes

    folder, number = Path(task["folder"]), task["part"]
    kept: list[dict[str, Any]] = []
    errors: list[tuple[str, str]] = []
    seen: dict[str, str] = {}
    for found in chain.from_iterable(rows(Stretch(*each), task["fields"], task["language"]) for each in task["stretches"]):
        if isinstance(found, tuple):
            errors.append(found)
        elif found["article"] in seen:
            errors.append((found["source"], f"is the same record as {seen[found['article']]}"))
        else:
            seen[found["article"]] = found["source"]
            kept.append(found)
    paragraphs: dict[int, int] = {}
    for row in kept:
        for each in paragraph_hashes(row["outlet"], row["text"]):
            paragraphs[each] = paragraphs.get(each, 0) + 1
    hashes = sorted(paragraphs)
    counted = {"paragraph": pa.array(hashes, pa.int64()), "articles": pa.array([paragraphs[each] for each in hashes], pa.int32())}
    write_table(pa.table(counted), part(folder / WORK / "paragraphs", number))
    write_lines(errors, folder / WORK / "errors" / f"part-{number:05d}.jsonl")
    write_table(pa.Table.from_pylist(kept, schema=arrow("articles")), part(folder / "articles", number), _TEXTS)
    return {"count": len(kept)}


def drop_rows(task: dict[str, Any]) -> dict[str, Any]:
    """Take rows out of a part of ``articles``: records that an earlier part has."""
    import pyarrow as pa
    from pyarrow.parquet import read_table

    path = part(Path(task["folder"]) / "articles", task["part"])
    table = read_table(path, schema=arrow("articles"))
    dropped = set(task["articles"])
    kept = [row for row, article in enumerate(table.column("article").to_pylist()) if article not in dropped]
    write_table(table.take(pa.array(kept, pa.int64())), path, _TEXTS)
    return {"count": len(dropped)}


def sign_piece(task: dict[str, Any]) -> dict[str, Any]:
    """Make the signatures of a part, and count how many of its articles have each term."""
    import numpy as np
    import pyarrow as pa
    from pyarrow.parquet import read_table

    from compare.archive.signature import own_text, signature
    from compare.archive.weights import BUCKETS

    folder, number = Path(task["folder"]), task["part"]
    repeated = _array(folder / WORK / "boilerplate.npy")

    def boilerplate(hashes: list[int]) -> list[bool]:
        if not len(repeated):
            return [False] * len(hashes)
        at = np.searchsorted(repeated, hashes)
        at[at == len(repeated)] = 0
        return list(repeated[at] == hashes)

    table = read_table(part(folder / "articles", number), columns=["outlet", "title", "text", "language"])
    made = [
        signature(row["title"], own_text(row["outlet"], row["text"], boilerplate), row["language"])
        for batch in table.to_batches(max_chunksize=_TEXTS)
        for row in batch.to_pylist()
    ]
    offsets = pa.array(np.cumsum([0, *(len(each.terms) for each in made)]).astype(np.int32))
    terms = np.concatenate([np.zeros(0, np.uint32), *(each.terms for each in made)])
    info = np.concatenate([np.zeros(0, np.uint16), *(each.info for each in made)])
    bucket, count = np.unique(terms & np.uint32(BUCKETS - 1), return_counts=True)
    write_table(pa.table({"bucket": bucket, "articles": count.astype(np.int64)}), part(folder / WORK / "frequencies", number))
    columns = {
        "place": pa.array([place_of(number, row) for row in range(len(made))], pa.int64()),
        "terms": pa.ListArray.from_arrays(offsets, pa.array(terms)),
        "info": pa.ListArray.from_arrays(offsets, pa.array(info)),
        "minhash": pa.array([each.minhash.tobytes() for each in made], pa.binary()),
        "bands": pa.array([each.bands for each in made], pa.list_(pa.int64())),
    }
    write_table(pa.table(columns), part(folder / WORK / "signatures", number), 1024)
    return {"count": len(made)}


def weigh_piece(task: dict[str, Any]) -> dict[str, Any]:
    """Weigh the signatures of a part: vectors, and the terms by which others are found. Near-copies are left to the article they copy."""
    import pyarrow as pa
    from pyarrow.parquet import read_table

    from compare.archive.linkage import UNDATED
    from compare.archive.weights import vector

    folder, number = Path(task["folder"]), task["part"]
    frequencies = _array(folder / WORK / "frequencies.npy")
    copies = set(_array(folder / WORK / "copies.npy")[0].tolist())
    spans = {place: (first, last) for place, first, last in _array(folder / WORK / "spans.npy").tolist()}
    signatures = read_table(part(folder / WORK / "signatures", number), columns=["terms", "info"])
    known = read_table(part(folder / "articles", number), columns=["language", "day"]).to_pylist()
    vectors, key_rows = [], []
    for row, (terms, info) in enumerate(zip(signatures.column("terms"), signatures.column("info"), strict=True)):
        place = place_of(number, row)
        if place in copies:
            continue
        made, own_keys = vector(terms.values, info.values, frequencies, task["documents"].get(known[row]["language"], 1))
        own_day = known[row]["day"].toordinal() if known[row]["day"] else UNDATED
        first, last = spans.get(place, (own_day, own_day))
        vectors.append((place, first, last, made.packed()))
        key_rows += [(int(key), place, first) for key in own_keys]
    columns = {
        "place": pa.array([each[0] for each in vectors], pa.int64()),
        "first": pa.array([each[1] for each in vectors], pa.int32()),
        "last": pa.array([each[2] for each in vectors], pa.int32()),
        "vector": pa.array([each[3] for each in vectors], pa.binary()),
    }
    keys = {
        "term": pa.array([each[0] for each in key_rows], pa.uint32()),
        "place": pa.array([each[1] for each in key_rows], pa.int64()),
        "day": pa.array([each[2] for each in key_rows], pa.int32()),
    }
    write_table(pa.table(keys), part(folder / WORK / "keys", number))
    write_table(pa.table(columns), part(folder / WORK / "vectors", number), 1024)
    return {"count": len(vectors)}


def _array(path: Path) -> Any:
    return _mapped(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _mapped(path: Path, changed: int) -> Any:
    import numpy as np

    return np.load(path, mmap_mode="r")


def errors_of(folder: Path, number: int) -> list[tuple[str, str]]:
    """What a part's reading left out: (source, reason)."""
    path = folder / WORK / "errors" / f"part-{number:05d}.jsonl"
    return [tuple(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
