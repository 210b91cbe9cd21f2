"""A file's bytes, taken with care: no device, no pipe without end, nothing over its format's limit."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from compare.errors import ReadingError
from compare.reading import registry
from compare.reading.cleaning import inert, shown_path
from compare.reading.draft import Hints, Unreadable

_HEAD = 64 * 1024


def file_bytes(path: str) -> bytes:
    """The bytes of a file.

    A pipe is read to its end where the system made it for us (``<(command)`` gives ``/dev/fd/63``); one with a name in a folder would wait for
    somebody to write to it, and is refused, as are devices and sockets. Raises ReadingError, with one line for the user.
    """
    shown = shown_path(path)
    if not path.strip():
        raise ReadingError(f"{shown!r}: no such file; a name is needed")
    try:
        kind = os.stat(path).st_mode  # noqa: PTH116 (pathlib refuses some names with other errors)
        if stat.S_ISDIR(kind):
            raise ReadingError(f"{shown}: is a folder; give its files, or open it in the reader with: newsdiff {shown}")
        if not stat.S_ISREG(kind) and not (stat.S_ISFIFO(kind) and is_descriptor(path)):
            raise ReadingError(f"{shown}: is not a regular file; pipe it in with - instead")
        with Path(path).open("rb") as file:
            head = file.read(_HEAD)
            format_ = registry.format_of(head, Hints(name=path))
            content = head + file.read(format_.largest + 1 - len(head))
    except FileNotFoundError:
        raise ReadingError(f"{shown}: no such file; check the path") from None
    except PermissionError:
        raise ReadingError(f"{shown}: not permitted to read it; check its permissions") from None
    except (OSError, ValueError) as error:
        reason = inert(getattr(error, "strerror", None) or str(error))
        raise ReadingError(f"{shown}: can't be read ({reason})") from None
    except Unreadable as error:
        raise ReadingError(f"{shown}: {error}") from None
    if len(content) > format_.largest:
        raise ReadingError(f"{shown}: {registry.too_large(format_)}")
    return content


def is_descriptor(path: str) -> bool:
    """Whether a path names a descriptor of our own to read from: what a shell puts in the place of ``<(command)``."""
    folder, _, number = path.rpartition("/")
    return path == "/dev/stdin" or (folder in {"/dev/fd", "/proc/self/fd"} and number.isdigit() and number not in {"1", "2"})


def small_file(path: str | os.PathLike[str], most: int) -> bytes:
    """The bytes of a file that newsdiff keeps, or the user wrote for it. Raises OSError as it comes, also for a pipe or a device, which may have no
    end, and for more than ``most`` bytes; ValueError for a name that can be none.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 (pathlib refuses some names with other errors)
        raise OSError(errno.EINVAL, "not a regular file")
    with Path(path).open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"larger than {most:,} bytes")
    return content
