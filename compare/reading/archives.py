"""ZIP archives and gzip files: each member that is an article, read as if it were a file of its own. Nothing is written to the disk."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from compare.reading import limits
from compare.reading.draft import Budget, Found, Hints, Trouble, Unreadable

_CHUNK = 1 << 20
_WINDOW = 256
"""Bytes that a member of a gzip file is given first: of those behind its end a copy is made, and there may be very many members."""
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""The ways of packing that are read. Of what bzip2 and LZMA have packed, zipfile gives no less than all that 4 KiB hold: gigabytes, if they are a bomb."""


def read(content: bytes, hints: Hints) -> Found:
    """The articles in an archive, in the order of their names; a member that can't be read is a Trouble."""
    if content.startswith(b"\x1f\x8b"):
        yield from _gzip(content, hints)
        return
    yield from _zip(content, hints)


def _gzip(content: bytes, hints: Hints) -> Found:
    from compare.reading.registry import drafts

    name = hints.name[:-3] if hints.name.lower().endswith(".gz") else hints.name
    unpacked = gunzip(content, hints.budget)
    yield from drafts(unpacked, hints._replace(name=name, depth=hints.depth + 1))


def gunzip(content: bytes, budget: Budget) -> bytes:
    """All members of a gzip file, one after the other, within the budget. Raises Unreadable for damage at its start; what was whole is kept."""
    out: list[bytes] = []
    at = 0
    while content.startswith(b"\x1f\x8b", at):
        machine = zlib.decompressobj(zlib.MAX_WBITS | 16)
        window = _WINDOW
        try:
            while not machine.eof and at < len(content):
                given = content[at : at + window]
                piece = machine.decompress(given, _CHUNK)
                budget.unpack(len(piece))
                out.append(piece)
                at += len(given) - len(machine.unconsumed_tail or machine.unused_data)
                window = min(2 * window, _CHUNK)
        except zlib.error:
            if not any(out):
                raise Unreadable("is a damaged gzip file") from None
            break
        if not machine.eof:
            break  # it ends in mid-stream
    return b"".join(out)


def _zip(content: bytes, hints: Hints) -> Found:
    from compare.reading.registry import by_name, within

    members = [member for member in opened(content).infolist() if not member.is_dir() and not _is_hidden(member.filename)]
    members = sorted(
        (member for member in members if by_name(member.filename) and "." in member.filename), key=lambda member: member.filename
    )
    if not members:
        raise Unreadable("is an archive without any file that newsdiff reads")
    if len(members) > limits.MOST_ARTICLES:
        raise Unreadable(f"holds more than {limits.MOST_ARTICLES:,} files; unpack it and give some of them")
    with opened(content) as archive:
        for member in members:
            try:
                body = member_bytes(archive, member, hints.budget)
            except Unreadable as error:
                yield Trouble(member.filename, str(error))
                if hints.budget.left < 0:
                    return
                continue
            yield from within(body, hints, member.filename)
            if hints.budget.left < 0:
                return


def _is_hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return (
        any(part.startswith(".") and part not in {".", ".."} for part in parts)
        or parts[0] == "__MACOSX"
        or parts[-1].lower().startswith("readme.")
    )


def opened(content: bytes) -> zipfile.ZipFile:
    """A ZIP archive. Raises Unreadable where it is none, or a damaged one."""
    try:
        return zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        raise Unreadable("is a damaged archive") from None


def member_bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo | str, budget: Budget, most: int = limits.LARGEST_FILE) -> bytes:
    """A member's bytes, within the budget and never more than ``most``, whatever its header says. Raises Unreadable where it can't be had."""
    try:
        with archive.open(member) as file:
            if (member if isinstance(member, zipfile.ZipInfo) else archive.getinfo(member)).compress_type not in _PACKED:
                raise Unreadable("is packed in an unusual way (bzip2, LZMA or the like); unpack it first")
            body = file.read(min(most, max(0, budget.left)) + 1)
    except RuntimeError:
        raise Unreadable("is encrypted; unpack it with its password first") from None
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, KeyError):
        raise Unreadable("is damaged") from None
    budget.unpack(len(body))
    if len(body) > most:
        raise Unreadable(f"is larger than {most // 2**20} MiB when unpacked")
    return body
