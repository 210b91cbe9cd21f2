"""The program on tables, in Daft's expressions: what takes all articles at once. The same for its native runner and for a cluster.

Functions take the engine and the run's working folder, and read and write Parquet there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from compare.archive.engine import Engine
from compare.archive.files import rows_in
from compare.archive.likeness import COSINES
from compare.archive.linkage import UNDATED, Union

REPEATED = 4
"""Articles of one outlet that have a paragraph word for word: from so many on it is boilerplate."""
COPY = 0.8
"""Share of word runs that two texts have in common to be near-copies, as MinHash tells it: a wire story with another headline and one more paragraph."""
SHARED, SHARED_UNDATED = 2, 3
"""Keys that two articles share at least to be compared; more where a day is unknown, and all of the archive's days come into question."""
CROWD = 64
"""Articles that each is compared with for one term and window; a term that more have tells little."""
_MOST_UNDATED = 200
"""Articles with a term, of any day, among which those without a day are sought: a term that more have has no day of its own."""


def read(engine: Engine, folder: Path, *columns: str) -> Any:
    """A table of the working folder as a frame of Daft."""
    frame = engine.daft.read_parquet(f"{folder}/*.parquet")
    return frame.select(*columns) if columns else frame


def boilerplate(engine: Engine, work: Path) -> Any:
    """The hashes of the paragraphs that outlets repeat, in order, as an array."""
    import numpy as np

    col = engine.daft.col
    counted = read(engine, work / "paragraphs").groupby("paragraph").agg(col("articles").sum())
    found = counted.where(col("articles") >= REPEATED).to_arrow().column("paragraph").to_numpy()
    return np.sort(found.astype(np.int64))


def frequencies(engine: Engine, work: Path, buckets: int, copies: Sequence[int]) -> Any:
    """How many articles have a term, by its bucket, as an array; near-copies (their places) are not counted: they say nothing new about a word."""
    import numpy as np
    import pyarrow as pa

    counted = read(engine, work / "frequencies").groupby("bucket").agg(engine.daft.col("articles").sum()).to_arrow()
    out = np.zeros(buckets, dtype=np.uint32)
    out[counted.column("bucket").to_numpy()] = counted.column("articles").to_numpy()
    if copies:
        copied = engine.daft.from_arrow(pa.table({"place": pa.array(copies, pa.int64())}))
        terms = (
            read(engine, work / "signatures", "place", "terms").join(copied, on="place").select("terms").explode("terms").groupby("terms")
        )
        again = terms.agg(engine.daft.col("terms").count().alias("count")).to_arrow()
        np.subtract.at(out, again.column("terms").to_numpy() & np.uint32(buckets - 1), again.column("count").to_numpy().astype(np.uint32))
    return out


def repeats(engine: Engine, folder: Path) -> list[tuple[str, list[str]]]:
    """Records that stand in several parts: each article's id with the sources that give it, in the archive's order."""
    daft = engine.daft
    read_ids = daft.read_parquet(f"{folder / 'articles'}/*.parquet", file_path_column="file").select("article", "file", "source")
    twice = read_ids.groupby("article").agg(daft.col("source").count().alias("count")).where(daft.col("count") > 1).select("article")
    rows = read_ids.join(twice, on="article").to_pylist()
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        found.setdefault(row["article"], []).append((row["file"].rpartition("/")[2], row["source"]))
    return [(article, [f"{file}\x1f{source}" for file, source in sorted(places)]) for article, places in sorted(found.items())]


def copies(engine: Engine, work: Path) -> tuple[Any, Any]:
    """Near-copies: pairs (place, place, share of word runs in common) as two arrays, of places and of shares.

    Texts that meet in a band are paired with the first there and with their neighbour, so that ten thousand copies make twenty thousand pairs.
    """
    import numpy as np

    daft = engine.daft
    col = daft.col
    banded = read(engine, work / "signatures", "place", "bands").explode("bands")
    met = banded.groupby("bands").agg(col("place").list_agg().alias("places"), col("place").count().alias("count")).where(col("count") > 1)
    pair = daft.DataType.struct({"a": daft.DataType.int64(), "b": daft.DataType.int64()})
    star = engine.function(_star, daft.DataType.list(pair), 1024)
    pairs = met.select(star(col("places")).alias("pair")).explode("pair").select(col("pair").get("a"), col("pair").get("b")).distinct()
    hashes = read(engine, work / "signatures", "place", "minhash")
    joined = pairs.join(hashes.select(col("place").alias("a"), col("minhash").alias("one")), on="a")
    joined = joined.join(hashes.select(col("place").alias("b"), col("minhash").alias("other")), on="b")
    share = engine.function(_share, daft.DataType.float64(), 8192)
    table = joined.select("a", "b", share(col("one"), col("other")).alias("share")).where(col("share") >= COPY).to_arrow()
    places = np.column_stack([table.column("a").to_numpy(), table.column("b").to_numpy()])
    order = np.lexsort((places[:, 1], places[:, 0]))
    return places[order], table.column("share").to_numpy()[order]


def _star(places: Any) -> list[list[dict[str, int]]]:
    out = []
    for group in places.to_pylist():
        ordered = sorted(group)
        pairs = {(ordered[0], each) for each in ordered[1:]} | set(pairwise(ordered))
        out.append([{"a": a, "b": b} for a, b in sorted(pairs)])
    return out


def _share(one: Any, other: Any) -> list[float]:
    import numpy as np

    pairs = zip(one.to_pylist(), other.to_pylist(), strict=True)
    return [float(np.mean(np.frombuffer(a, np.uint32) == np.frombuffer(b, np.uint32))) for a, b in pairs]


def write_pairs(engine: Engine, work: Path, window: int, target: Path, tell: Callable[[int, int], None]) -> None:
    """Write each pair of articles that share two keys and are no more than ``window`` days apart, once: a, b (a < b) and days, -1 where unknown; so many
    of them at a time as there is memory to count: those whose earlier day lies in a stretch of days, then those of some articles without a day.
    """
    daft = engine.daft
    col = daft.col
    kind = daft.DataType.struct({"a": daft.DataType.int64(), "b": daft.DataType.int64(), "days": daft.DataType.int32()})
    keys = read(engine, work / "keys")
    counts = keys.groupby("day").agg(col("place").count().alias("count")).to_pydict()
    by_day = dict(sorted(zip(counts["day"], counts["count"], strict=True)))
    undated = by_day.pop(UNDATED, 0)
    slices = 1 + undated * _UNDATED_KEY_BYTES // engine.memory if undated else 0
    work_left: list[tuple[Any, Any]] = [
        (keys.where(col("day").between(first, last + window)), _near(window, last))
        for first, last in stretches(by_day, engine.memory // _KEY_BYTES) or [(1, 1)]
    ]
    for number in range(slices):
        mine = keys.where((col("day") == UNDATED) & (col("place") % slices == number)).select("term").distinct()
        work_left.append((keys.join(mine, on="term"), _undated(slices, number)))
    for number, (some, met) in enumerate(work_left, 1):
        listed = some.groupby("term").agg(col("place").list_agg().alias("places"), col("day").list_agg().alias("days"))
        listed = listed.where(col("places").list_count() > 1)
        meet = engine.function(_meeting(met), daft.DataType.list(kind), 1024)
        pair = listed.select(meet(col("places"), col("days")).alias("pair")).explode("pair").where(col("pair").not_null())
        pair = pair.select(col("pair").get("a"), col("pair").get("b"), col("pair").get("days"))
        counted = pair.groupby("a", "b", "days").agg(col("a").count().alias("shared"))
        counted = counted.where((col("shared") >= SHARED) & ((col("days") >= 0) | (col("shared") >= SHARED_UNDATED)))
        counted.select("a", "b", "days").write_parquet(str(target))
        tell(number, len(work_left))


_KEY_BYTES, _UNDATED_KEY_BYTES = 1_500, 6_000
"""What the pairs take that an article has for one key, while they are counted."""


def stretches(by_day: Mapping[int, int], most: int) -> list[tuple[int, int]]:
    """Days and how many rows each has, in order → stretches (first, last) of ``most`` rows, as far as whole days allow."""
    found: list[tuple[int, int]] = []
    held = 0
    for day, count in by_day.items():
        if found and held + count <= most:
            found[-1] = found[-1][0], day
            held += count
        else:
            found.append((day, day))
            held = count
    return found


Met = Callable[[Any, Any], Any]
"""Places and days of a term, in order of days, those without one first → the pairs that meet: a, b, days."""


def _meeting(met: Met) -> Any:
    def meet(places: Any, days: Any) -> Any:
        import numpy as np
        import pyarrow as pa

        pieces, sizes = [], []
        for group, when in zip(places.to_arrow(), days.to_arrow(), strict=True):
            one, other = group.values.to_numpy(), when.values.to_numpy()
            order = np.lexsort((one, other))
            found = met(one[order], other[order])
            pieces.append(found)
            sizes.append(len(found))
        whole = np.concatenate(pieces) if pieces else np.zeros((0, 3), dtype=np.int64)
        fields = [pa.array(whole[:, 0]), pa.array(whole[:, 1]), pa.array(whole[:, 2].astype(np.int32))]
        offsets = pa.array(np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64))
        return pa.LargeListArray.from_arrays(offsets, pa.StructArray.from_arrays(fields, ["a", "b", "days"]))

    return meet


def _near(window: int, last: int) -> Met:
    """Of those that have a day: the earlier's no later than ``last``."""

    def met(places: Any, days: Any) -> Any:
        import numpy as np

        found = [np.zeros((0, 3), dtype=np.int64)]
        for step in range(1, min(CROWD, len(places) - 1) + 1):
            apart = days[step:] - days[:-step]
            near = (apart <= window) & (days[:-step] <= last)
            if not near.any():
                break
            found.append(_ordered(places[:-step][near], places[step:][near], apart[near]))
        return np.concatenate(found)

    return met


def _undated(slices: int, number: int) -> Met:
    """Of articles without a day, those of a slice, with all others."""

    def met(places: Any, days: Any) -> Any:
        import numpy as np

        if len(places) > _MOST_UNDATED:
            return np.zeros((0, 3), dtype=np.int64)
        mine = np.flatnonzero((days == UNDATED) & (places % slices == number))
        first, second = np.repeat(mine, len(places)), np.tile(np.arange(len(places)), len(mine))
        kept = second > first
        return _ordered(places[first[kept]], places[second[kept]], np.full(int(kept.sum()), -1))

    return met


def _ordered(one: Any, other: Any, days: Any) -> Any:
    import numpy as np

    return np.column_stack([np.minimum(one, other), np.maximum(one, other), days]).astype(np.int64)


def write_cosines(engine: Engine, work: Path, target: Path, tell: Callable[[int, int], None]) -> None:
    """Write how alike the pairs are: a, b, days and the four cosines; so many pairs at a time as there is memory for."""
    daft = engine.daft
    col = daft.col
    vectors = read(engine, work / "vectors", "place", "vector")
    left, right = (vectors.select(col("place").alias(end), col("vector").alias(f"{end}_vector")) for end in "ab")
    kind = daft.DataType.struct({name: daft.DataType.float64() for name in COSINES})
    pairs = read(engine, work / "pairs")
    count = rows_below(work / "pairs")
    alike = engine.function(_alike, kind, _PAIRS, busy=count > _PAIRS)
    slices = 1 + count * _PAIR_BYTES // engine.memory
    for number in range(slices):
        some = pairs.where(col("a") % slices == number) if slices > 1 else pairs
        joined = some.join(left, on="a").join(right, on="b")
        made = joined.select("a", "b", "days", alike(col("a_vector"), col("b_vector")).alias("cosine"))
        with daft.execution_config_ctx(default_morsel_size=_PAIRS):
            made.select("a", "b", "days", *(col("cosine").get(name) for name in COSINES)).write_parquet(str(target))
        tell(number + 1, slices)


_PAIRS = 4096
"""Pairs with their vectors that go through the joins together."""
_PAIR_BYTES = 9_000
"""What a pair takes on its way: two vectors of 1.5 kB, held by the join, by what waits for a worker and by the worker."""


def rows_below(folder: Path) -> int:
    """How many rows the files of a folder have."""
    return sum(rows_in(path) or 0 for path in folder.glob("*.parquet"))


def _alike(a: Any, b: Any) -> Any:
    import pyarrow as pa

    from compare.archive.likeness import cosines
    from compare.archive.weights import Vector

    left, right = ([Vector.unpacked(packed) for packed in column.to_pylist()] for column in (a, b))
    cosine = cosines(left, right)
    return pa.StructArray.from_arrays([pa.array(cosine[:, column]) for column in range(len(COSINES))], list(COSINES))


def with_best(engine: Engine, work: Path) -> Any:
    """The pairs with their cosines, and beside them each article's highest (best_a_terms, best_b_terms, …), as a frame."""
    col = engine.daft.col
    pairs = read(engine, work / "cosines")
    ends = pairs.select(col("a").alias("place"), *COSINES).union_all(pairs.select(col("b").alias("place"), *COSINES))
    best = ends.groupby("place").agg(*(col(name).max() for name in COSINES))
    for end in "ab":
        pairs = pairs.join(best.select(col("place").alias(end), *(col(name).alias(f"best_{end}_{name}") for name in COSINES)), on=end)
    return pairs


BESIDE = (*COSINES, "days", *(f"best_{end}_{name}" for end in "ab" for name in COSINES))
"""The columns of :func:`with_best` that :func:`features_of` takes, in order."""


def features_of(columns: Sequence[Any]) -> Any:
    """The features of pairs, from numpy's arrays of :data:`BESIDE`."""
    import numpy as np

    from compare.archive.likeness import features

    return features(np.column_stack(columns[:4]), columns[4], np.column_stack(columns[5:9]), np.column_stack(columns[9:]))


def write_links(engine: Engine, work: Path, target: Path) -> None:
    """Write the links: a, b, days and score (of ``likeness.SCALE``), for pairs that the fitted model gives at least its ``least``."""
    from compare.archive.likeness import model

    col = engine.daft.col
    score = engine.function(_scored, engine.daft.DataType.int64(), 65_536)
    frame = with_best(engine, work).select("a", "b", "days", score(*(col(name) for name in BESIDE)).alias("score"))
    frame.where(col("score") >= model().least).write_parquet(str(target))


def _scored(*columns: Any) -> Any:
    from compare.archive.likeness import model, scores

    plain = [column.to_arrow().to_numpy(zero_copy_only=False) for column in columns]
    return scores(features_of(plain), model()).tolist()


def groups(engine: Engine, work: Path, window: int) -> list[list[int]]:
    """The groups of articles (by place), each in order; near-copies not among them.

    What is connected is found here, a link at a time: it takes memory for each article that has a link, not for the links. Each connected set is
    then grouped by itself, wherever there is room.
    """
    import pyarrow as pa

    from compare.archive.likeness import model

    daft = engine.daft
    col = daft.col
    threshold = model().threshold
    links = read(engine, work / "links", "a", "b", "score")
    union = Union()
    for batch in links.where(col("score") >= threshold).to_arrow_iter():
        for a, b in zip(batch.column("a").to_pylist(), batch.column("b").to_pylist(), strict=True):
            union.join(a, b)
    sets = union.sets()
    if not sets:
        return []
    members = [(place, lowest) for lowest, places in sets.items() for place in places]
    table = pa.table(
        {"place": pa.array([each[0] for each in members], pa.int64()), "set": pa.array([each[1] for each in members], pa.int64())}
    )
    connected = daft.from_arrow(table)
    dated = connected.join(read(engine, work / "vectors", "place", "first", "last"), on="place")
    renamed = {"place": "", "set": "_set", "first": "_first", "last": "_last"}
    a, b = (dated.select(*(col(name).alias(f"{end}{ending}") for name, ending in renamed.items())) for end in "ab")
    inside = links.join(a, on="a").join(b, on="b").where(col("a_set") == col("b_set"))
    columns = ("a", "b", "score", "a_first", "a_last", "b_first", "b_last")
    listed = inside.groupby("a_set").agg(*(col(name).list_agg().alias(name) for name in columns))
    kind = daft.DataType.list(daft.DataType.list(daft.DataType.int64()))
    group = engine.function(_grouping(threshold, window), kind, 64)
    found = listed.select(group(*(col(name) for name in columns)).alias("group")).to_arrow().column("group").to_pylist()
    return sorted(each for groups_ in found for each in groups_)


def _grouping(threshold: int, window: int) -> Any:
    def group(*columns: Any) -> list[list[list[int]]]:
        from compare.archive.linkage import groups as linked

        out = []
        for a, b, score, *spans in zip(*(column.to_pylist() for column in columns), strict=True):
            days = dict(zip(a + b, zip(spans[0] + spans[2], spans[1] + spans[3], strict=True), strict=True))
            out.append(linked(zip(a, b, score, strict=True), days, threshold, window))
        return out

    return group
