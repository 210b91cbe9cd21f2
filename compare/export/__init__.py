"""A Comparison → a file, by formats that share nothing but the Comparison. ``FORMATS`` is the one registry."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from compare.errors import NewsdiffError
from compare.model import Comparison
from compare.reading.cleaning import inert, shown_path
from compare.reading.known import FILE_NAME as TABLE_BESIDE


class ExportError(NewsdiffError):
    """A comparison that can't be written as asked: one line, with what to do."""


class Format(NamedTuple):
    """A way to write a comparison down: its name, the file endings that it goes by, and the function that gives its text."""

    name: str
    endings: tuple[str, ...]
    description: str
    render: Callable[[Comparison], str]


def _html(comparison: Comparison) -> str:
    from compare.export import html

    return html.render(comparison)


def _json(comparison: Comparison) -> str:
    from compare.export import json

    return json.render(comparison)


def _markdown(comparison: Comparison) -> str:
    from compare.export import markdown

    return markdown.render(comparison)


def _csv(comparison: Comparison) -> str:
    from compare.export import csv

    return csv.render(comparison)


def _text(comparison: Comparison) -> str:
    from compare.export import text

    return text.render(comparison)


FORMATS: dict[str, Format] = {
    kind.name: kind
    for kind in (
        Format("html", (".html", ".htm"), "one self-contained page, for a browser", _html),
        Format("json", (".json",), "everything, for programs", _json),
        Format("md", (".md", ".markdown"), "Markdown, for an issue or a wiki", _markdown),
        Format("csv", (".csv",), "a table of links, differences, facts, entities, coverage, pins, points or revisions", _csv),
        Format("text", (".txt", ".text"), "plain text", _text),
    )
}


def format_of(path: str | os.PathLike[str]) -> str:
    """The name of the format that a file's ending stands for.

    Raises ExportError where it stands for none.
    """
    ending = Path(path).suffix.lower()
    for kind in FORMATS.values():
        if ending in kind.endings:
            return kind.name
    raise ExportError(f"{shown_path(path)}: its ending names no format; choose from {', '.join(FORMATS)} with --format")


def write(
    comparison: Comparison,
    path: str | os.PathLike[str],
    format_name: str | None = None,
    *,
    table: str | None = None,
    hide_findings: bool = False,
    inputs: Iterable[Path | int] = (),
) -> Path:
    """Write a comparison to a file; ``-`` is standard output. The format is the one that the path's ending stands for unless told.

    Where ``path`` is a folder, a file named by the story and its outlets is made in it (html unless told); returned is the file's path. ``table``
    chooses what a CSV holds; in a folder each table goes into a file of its own. ``hide_findings`` is for
    HTML in a classroom. ``inputs`` are files, or descriptors of them, that went in beside the articles. Raises ExportError for an unknown format, a place that
    can't be written, and for one of the compared sources or other inputs.
    """
    format_name = format_name or ("html" if os.path.isdir(path) else format_of(path))  # noqa: PTH112 (names that pathlib refuses)
    if format_name not in FORMATS:
        raise ExportError(f"{inert(format_name)}: no such format; choose from {', '.join(FORMATS)}")
    if table is not None and format_name != "csv":
        raise ExportError(f"--table is for csv; {format_name} holds everything")
    if hide_findings and format_name != "html":
        raise ExportError("--hide-findings is for html; write to a file that ends in .html")
    place = Path(path)
    if os.path.isdir(place) and format_name != "csv":  # noqa: PTH112
        place = named_place(comparison, place, format_name)
    if format_name == "csv":
        from compare.export import csv

        names = ([table] if table else list(csv.TABLES)) if place.is_dir() else [table or csv.DEFAULT]
        renders = {place / f"{name}.csv" if place.is_dir() else place: partial(csv.render, comparison, name) for name in names}
    elif hide_findings:
        from compare.export import html

        renders = {place: partial(html.render, comparison, hide_findings=True)}
    else:
        renders = {place: partial(FORMATS[format_name].render, comparison)}
    inputs = tuple(inputs)
    for target in renders:  # all of them before the first is written
        refuse_inputs(comparison, target, inputs)
        _refuse_protected(target)
        if len(renders) > 1 and os.path.lexists(target) and not target.is_file():
            raise ExportError(f"{shown_path(target)}: is no file that a table could be written to; choose another folder")
    for target, text in [(target, render()) for target, render in renders.items()]:
        write_text(target, text)
    return place


def named_place(comparison: Comparison, folder: Path, format_name: str) -> Path:
    """A file in a folder that isn't there yet, named by the story and its outlets, with the ending of the format.

    Raises ExportError for an unknown format.
    """
    from compare.export.file_names import file_stem, unused

    if format_name not in FORMATS:
        raise ExportError(f"{inert(format_name)}: no such format; choose from {', '.join(FORMATS)}")
    return unused(folder, file_stem([analysis.article for analysis in comparison.articles]), FORMATS[format_name].endings[0])


def write_text(path: Path, text: str) -> None:
    """Put a text into a file at once or not at all, in UTF-8 and with the text's own line ends.

    It is written beside its place and then renamed: nobody ever sees half a file, and one that was there stays whole when anything fails.

    Raises ExportError where the file can't be written. A link is followed and stays a link; a file's permissions stay as they are, and one
    that nobody may write stays whole.
    ``-`` is standard output.
    """
    if path == Path("-"):
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    shown = shown_path(path)
    content = text.encode("utf-8", "replace")
    try:
        place = path.resolve()
        if place.is_dir():
            raise ExportError(f"{shown}: is a folder; name a file in it")
        if place.exists() and not place.is_file():
            place.write_bytes(content)
            return
        _refuse_protected(path)
        handle, beside = tempfile.mkstemp(prefix=f".{place.name[:40]}-", suffix=".part", dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(beside).chmod(place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask())
            Path(beside).replace(place)
        except BaseException:
            with suppress(OSError):
                Path(beside).unlink()
            raise
    except FileNotFoundError:
        raise ExportError(f"{shown}: there is no such folder; create it first") from None
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(f"{shown}: can't be written ({inert(reason)})") from None


def refuse_inputs(comparison: Comparison, target: Path, others: Iterable[Path | int] = ()) -> None:
    """Raise ExportError where ``target`` is one of the compared articles, the table beside one, or of the ``others`` that went in, under whatever name.

    ``-`` stands for what standard output is: a file that the shell has opened (``>> article.txt``) is an input, too.
    """
    try:
        there = os.fstat(sys.stdout.fileno()) if target == Path("-") else target.stat()
    except (OSError, ValueError):
        return
    if not stat.S_ISREG(there.st_mode):
        return  # a terminal, say, which standard input may be as well
    sources: list[tuple[str, str]] = [
        (analysis.article.path, "is one of the compared articles") for analysis in comparison.articles if analysis.article.path
    ]
    tables = {Path(path).parent / TABLE_BESIDE for path, _ in sources}
    for given, what in [*sources, *((other, "is used in the comparison") for other in (*tables, *others))]:
        with suppress(OSError, ValueError):
            if os.path.samestat(there, os.stat(given)):  # noqa: PTH116 (descriptors, too)
                raise ExportError(f"{shown_path(target)}: {what}; write somewhere else")


def _refuse_protected(target: Path) -> None:
    """Raise ExportError for a file that its owner has made unwritable: renaming another into its place would pass over that."""
    with suppress(OSError, ValueError):
        if target.is_file() and not (target.stat().st_mode & 0o222 and os.access(target, os.W_OK)):
            raise ExportError(f"{shown_path(target)}: is write-protected; name another file")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
