"""A Comparison → a file, by formats that share nothing but the Comparison. ``FORMATS`` is the one registry."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from compare.errors import NewsdiffError
from compare.model import Comparison
from compare.reading.cleaning import inert


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
        Format("html", (".html", ".htm"), "one page that works by itself, for a browser", _html),
        Format("json", (".json",), "everything, for programs", _json),
        Format("md", (".md", ".markdown"), "Markdown, for an issue or a wiki", _markdown),
        Format("csv", (".csv",), "a table of links, differences, entities or coverage", _csv),
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
    raise ExportError(f"{inert(os.fspath(path))}: its ending names no format; choose from {', '.join(FORMATS)} with --format")


def write(
    comparison: Comparison,
    path: str | os.PathLike[str],
    format_name: str | None = None,
    *,
    table: str | None = None,
    hide_findings: bool = False,
    inputs: Iterable[Path] = (),
) -> Path:
    """Write a comparison to a file; ``-`` is standard output. The format is the one that the path's ending stands for unless told.

    ``table`` chooses what a CSV holds; where ``path`` is a folder, each table goes into a file of its own there. ``hide_findings`` is for
    HTML in a classroom. ``inputs`` are files that went in beside the articles. Raises ExportError for an unknown format, for a place that
    can't be written, and for one of the compared sources or other inputs.
    """
    format_name = format_name or format_of(path)
    if format_name not in FORMATS:
        raise ExportError(f"{inert(format_name)}: no such format; there are {', '.join(FORMATS)}")
    if table is not None and format_name != "csv":
        raise ExportError(f"--table is for csv; {format_name} holds everything")
    if hide_findings and format_name != "html":
        raise ExportError("--hide-findings is for html; write to a file that ends in .html")
    place = Path(path)
    for given in inputs:
        with suppress(OSError, ValueError):
            if place.samefile(given):
                raise ExportError(f"{inert(os.fspath(place))}: went into the comparison; write somewhere else")
    if format_name == "csv":
        from compare.export import csv

        if place.is_dir():
            for name in [table] if table else csv.TABLES:
                _put(comparison, place / f"{name}.csv", csv.render(comparison, name))
        else:
            _put(comparison, place, csv.render(comparison, table or csv.DEFAULT))
    elif hide_findings:
        from compare.export import html

        _put(comparison, place, html.render(comparison, hide_findings=True))
    else:
        _put(comparison, place, FORMATS[format_name].render(comparison))
    return place


def _put(comparison: Comparison, place: Path, text: str) -> None:
    refuse_inputs(comparison, place)
    write_text(place, text)


def write_text(path: Path, text: str) -> None:
    """Put a text into a file at once or not at all, in UTF-8 and with the text's own line ends.

    It is written beside its place and then renamed: nobody ever sees half a file, and one that was there stays whole when anything fails.

    Raises ExportError where the file can't be written. A link is followed and stays a link; a file's permissions stay as they are.
    ``-`` is standard output.
    """
    if path == Path("-"):
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    shown = inert(os.fspath(path))
    content = text.encode("utf-8", "replace")
    try:
        place = path.resolve()
        if place.is_dir():
            raise ExportError(f"{shown}: is a folder; name a file in it")
        if place.exists() and not place.is_file():
            place.write_bytes(content)
            return
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
        raise ExportError(f"{shown}: there is no such folder; make it first") from None
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(f"{shown}: can't be written ({inert(reason)})") from None


def refuse_inputs(comparison: Comparison, target: Path) -> None:
    """Raise ExportError where ``target`` is one of the compared articles, under whatever name."""
    for analysis in comparison.articles:
        source = analysis.article.source
        with suppress(OSError, ValueError):
            if source != "-" and target.samefile(source):
                raise ExportError(f"{inert(os.fspath(target))}: is one of the compared articles; write somewhere else")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
