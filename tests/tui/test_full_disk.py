"""A disk that is full while something is kept or written: what was there stays whole, one line says so, and the reader goes on.

The disk is a real limit of the system on the size of files (``ulimit -f``): a write beyond it fails as on a full disk, after part of it was written.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui import samples

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")

_LIMITED = "import resource, signal, sys\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"


def limited(limit: int, program: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program that can write no file larger than so many bytes."""
    return subprocess.run(
        [sys.executable, "-c", _LIMITED.format(limit=limit) + program, *arguments],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        timeout=120,
    )


@pytest.mark.parametrize("name", ["out.html", "out.json", "out.md", "out.csv", "out.txt"])
def test_an_export_onto_a_full_disk_leaves_the_old_file_whole(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("the old one", encoding="utf-8")
    first, second = map(str, samples.paths()[2:4])
    done = limited(200, "from tui.cli import main; main()", "export", first, second, "-o", str(tmp_path / name))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / name).read_text(encoding="utf-8") == "the old one"
    assert [path.name for path in tmp_path.iterdir()] == [name]


_KEEPING = """
from pathlib import Path
from compare.model import Analysis, Article, Sentence
from tui.store import Store, StoreError
store = Store(Path(sys.argv[1]))
analysis = Analysis(Article("a.txt", "One. Two.", "1" * 64, "One"), (Sentence(0, 4, "One.", "sentence", 0), Sentence(5, 9, "Two.", "sentence", 0)))
if len(sys.argv) > 2:
    print(store.prepare())
    store.write_note(analysis, 0, "the old note")
else:
    try:
        store.write_note(analysis, 1, "a new note " * 50_000)
        print("kept")
    except StoreError as error:
        print(error)
print([kept.body[:20] for kept in store.of(analysis)])
"""


def test_a_note_onto_a_full_disk_leaves_the_others_whole(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite3"
    before = limited(10_000_000, _KEEPING, str(file), "first")
    assert before.stdout.splitlines() == ["", "['the old note']"], before.stderr
    after = limited(file.stat().st_size + 4096, _KEEPING, str(file))
    assert "nothing could be kept" in after.stdout, after.stdout + after.stderr
    assert after.stdout.splitlines()[-1] == "['the old note']"


def test_a_theme_onto_a_full_disk_leaves_the_old_choice(tmp_path: Path) -> None:
    program = "from tui import remembered\nprint(remembered.keep_theme(remembered.Choice('nord', None)))\nprint(remembered.theme(None))"
    (tmp_path / "remembered.json").write_text('{"theme": "dracula", "configured": null}\n', encoding="utf-8")
    done = limited(3, program, NEWSDIFF_DATA=str(tmp_path))
    assert "the theme can't be remembered" in done.stdout, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "dracula"
    assert [path.name for path in tmp_path.iterdir()] == ["remembered.json"]


def test_pins_onto_a_full_disk_leave_the_old_file_whole(tmp_path: Path) -> None:
    from compare.align.pins import FILE_NAME

    program = (
        "from compare import read, analyse\nfrom compare.model import Place\nfrom tui.store.pins import put\nfrom tui.store import StoreError\n"
        "analyses = [analyse(read(path)) for path in sys.argv[1:]]\n"
        "try:\n    put(analyses, 'join', Place(0, 1), Place(1, 1)); print('kept')\nexcept StoreError as error:\n    print(error)"
    )
    texts = []
    for number, path in enumerate(samples.paths()[2:4]):
        texts.append(tmp_path / f"{number}.txt")
        texts[-1].write_bytes(Path(path).read_bytes())
    assert limited(10_000_000, program, *map(str, texts), NEWSDIFF_DATA=str(tmp_path / "data")).stdout.strip() == "kept"
    kept = [path for folder in (tmp_path, tmp_path / "data") if folder.exists() for path in folder.glob(FILE_NAME)]
    assert len(kept) == 1
    before = kept[0].read_bytes()
    program = program.replace("Place(0, 1), Place(1, 1)", "Place(0, 2), Place(1, 2)")
    done = limited(len(before), program, *map(str, texts), NEWSDIFF_DATA=str(tmp_path / "data"))
    assert done.stdout.strip() not in {"", "kept"}, done.stderr
    assert kept[0].read_bytes() == before
