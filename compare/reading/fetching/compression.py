"""Compressed bodies, unpacked piece by piece, so that a small body that unpacks to a huge one is noticed before it is there."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, Protocol

from compare.reading.fetching.failing import Failed

PIECE = 256 * 1024
"""Bytes that are unpacked at a time."""


def accepted() -> str:
    """The value of ``Accept-Encoding``: what can be unpacked here."""
    return ", ".join(["gzip", *(name for name, there in (("br", _brotli()), ("zstd", _zstd())) if there)])


class Unpacker(Protocol):
    """Takes a body's bytes as they come."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Unpack these, in pieces of bounded size."""

    def complete(self) -> bool:
        """Whether the body has come to its end."""


def unpacker(encoding: str) -> Unpacker:
    """What unpacks a body of this ``Content-Encoding``. Raises Failed where nothing here does."""
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return _Plain()
    if name in {"gzip", "x-gzip", "deflate"}:
        return _Zlib()
    if name == "br" and (brotli := _brotli()):
        return _Brotli(brotli)
    if name == "zstd" and (zstd := _zstd()):
        return _Zstd(zstd)
    raise Failed("is compressed in a way that can't be unpacked here")


class _Plain:
    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data

    def complete(self) -> bool:
        return True


class _Zlib:
    """gzip and deflate; for the latter some servers leave zlib's head out."""

    def __init__(self) -> None:
        self._stream: Any = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            if self._stream is None and data:
                headed = data[:1] in {b"\x1f", b"\x78"}
                self._stream = zlib.decompressobj(47 if headed else -15)
            while data and not self._stream.eof:
                yield self._stream.decompress(data, PIECE)
                data = self._stream.unconsumed_tail
        except zlib.error:
            raise Failed("came damaged: it can't be unpacked") from None

    def complete(self) -> bool:
        return self._stream is None or bool(self._stream.eof)


class _Brotli:
    def __init__(self, brotli: Any) -> None:
        self._error = brotli.error
        self._stream = brotli.Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            if data and not self._stream.is_finished():
                yield self._stream.process(data, output_buffer_limit=PIECE)
                while not self._stream.is_finished() and not self._stream.can_accept_more_data():
                    yield self._stream.process(b"", output_buffer_limit=PIECE)
        except self._error:
            raise Failed("came damaged: it can't be unpacked") from None

    def complete(self) -> bool:
        return bool(self._stream.is_finished())


class _Zstd:
    def __init__(self, zstd: Any) -> None:
        self._error = zstd.ZstdError
        self._stream = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: 23})  # 8 MiB, as browsers have it

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            while not self._stream.eof and (data or not self._stream.needs_input):
                yield self._stream.decompress(data, PIECE)
                data = b""
        except self._error:
            raise Failed("came damaged: it can't be unpacked") from None

    def complete(self) -> bool:
        return bool(self._stream.eof)


def _brotli() -> Any:
    try:
        import brotli
    except ImportError:
        return None
    return brotli


def _zstd() -> Any:
    try:
        from compression import zstd  # type: ignore[import-not-found,unused-ignore]  # Python 3.14 has it itself
    except ImportError:
        try:
            from backports import zstd
        except ImportError:
            return None
    return zstd
