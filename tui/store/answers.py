"""Answers of second readers, kept so that the same texts, model and prompt are asked about once: a small file each, in the user's data folder.

A file holds one line as ``--second-reader=replay:`` takes it. It is written at once or not at all; if they are deleted, the question is asked again.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from compare.errors import NewsdiffError
from compare.reading.files import small_file
from compare.second_reader.asking import Answer
from tui.remembered import data_folder
from tui.store.keeping import StoreError

MOST = 1000
"""Answers that are kept; the oldest go first."""
_LARGEST = 64 << 20


class Answers:
    """A folder of answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, request: str, name: str) -> object | None:
        """The content of the answer that this model gave to a request; None where none is kept, or the file is damaged."""
        try:
            kept = json.loads(small_file(self._file(request, name), _LARGEST))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(kept, dict) or (kept.get("id"), kept.get("model")) != (request, name):
            return None
        content: object = kept.get("content")
        return content

    def put(self, request: str, answer: Answer) -> None:
        """Keep an answer. Raises StoreError where that can't be."""
        from compare.export import write_text

        line = json.dumps({"id": request, "model": answer.name, "content": answer.content}, ensure_ascii=False)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_text(self._file(request, answer.name), f"{line}\n")
            self._make_room()
        except (NewsdiffError, OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise StoreError(f"the second reader's answer couldn't be kept ({reason})") from None

    def _file(self, request: str, name: str) -> Path:
        return self.folder / f"{hashlib.sha256(f'{request} {name}'.encode()).hexdigest()[:32]}.json"

    def _make_room(self) -> None:
        dated = []
        for file in self.folder.glob("*.json"):
            with suppress(OSError):  # another newsdiff was quicker
                dated.append((file.stat().st_mtime_ns, file))
        for _, file in sorted(dated)[:-MOST]:
            file.unlink(missing_ok=True)


def answers() -> Answers:
    """The user's answers."""
    return Answers(data_folder() / "answers")
