"""The byte code of templates, kept where Python keeps that of modules: to compile the page's template takes longer than to fill it."""

from __future__ import annotations

import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket


class KeptCode(jinja2.FileSystemBytecodeCache):
    """Read wherever it is, and written unless Python is told to write none or the folder can't be written."""

    def __init__(self) -> None:
        try:
            folder = Path(cache_from_source(__file__)).parent
        except NotImplementedError:  # a Python that keeps none
            folder = Path(__file__).parent / "__pycache__"
        super().__init__(str(folder), "%s.template")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return f"{name}.{sys.implementation.cache_tag}"

    def get_source_checksum(self, source: str) -> str:
        """Also of Jinja2's version: the code is for that alone."""
        return sha256(f"{_jinja2()} {source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)


def _jinja2() -> str:
    told = getattr(jinja2, "__version__", None)  # looking it up takes as long as all else here
    if told is None:
        from importlib.metadata import version

        told = version("jinja2")
    return str(told)
