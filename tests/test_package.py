"""The package as a whole: what it carries, what it imports, what a user gets who installs it."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import venv
from pathlib import Path

from tests.conftest import ROOT


def run(*command: str | Path, cwd: Path, status: int = 0, timeout: int = 240) -> str:
    """The standard output of a command that leaves with the status."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run([*map(str, command)], cwd=cwd, env=environment, capture_output=True, text=True, timeout=timeout, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def imported_by(statement: str) -> set[str]:
    """The modules that are loaded after a statement, in an interpreter of its own."""
    out = run(sys.executable, "-c", f"{statement}\nimport sys, json; print(json.dumps(sorted(sys.modules)))", cwd=ROOT)
    return set(json.loads(out.splitlines()[-1]))


def test_the_engine_loads_no_terminal_library() -> None:
    loaded = imported_by(
        "import compare; from tui import samples; articles = [compare.read(p) for p in samples.paths()[:2]]\n"
        "found = compare.compare(articles)\nfrom compare.export import FORMATS"
    )
    assert not loaded & {"textual", "rich", "click", "numpy", "spacy"}


def test_the_command_line_starts_without_anything_heavy() -> None:
    loaded = imported_by("import tui.cli")
    assert not loaded & {"textual", "rich", "jinja2", "rapidfuzz", "numpy", "compare.pipeline", "diff_match_patch"}


def test_the_first_texts_wait_for_nothing_that_only_a_comparison_needs() -> None:
    loaded = imported_by("from compare import read; from tui.app import NewsdiffApp; from tui.screens.compare import CompareScreen")
    assert not loaded & {
        "compare.pipeline",
        "compare.model.findings",
        "compare.model.mentions",
        "rapidfuzz",
        "diff_match_patch",
        "tui.worker_process",
        "jinja2",
    }


def test_the_state_of_the_reader_and_its_layout_need_no_textual() -> None:
    loaded = imported_by("import tui.state.compare, tui.state.prefetch, tui.layout.paint")
    assert not {name.partition(".")[0] for name in loaded} & {"textual"}


def test_the_seeds_are_kept_byte_for_byte() -> None:
    sums = [hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in sorted((ROOT / "seeds").glob("*.txt"))]
    assert sums == ["6851c86780eabf0f", "8a158e53b160464f", "607bc65f1f6cb820", "159408d311609fd5", "967e283779615278"]


def test_the_wheel_works_in_an_empty_environment_and_another_folder(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / "dist", cwd=ROOT)
    wheel = next((tmp_path / "dist").glob("newsdiff-*.whl"))
    venv.create(tmp_path / "empty", with_pip=False)
    scripts = tmp_path / "empty" / ("Scripts" if os.name == "nt" else "bin")
    run(
        sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--quiet", "--disable-pip-version-check", "--no-compile",
        "--constraint", ROOT / "constraints.txt", wheel, cwd=tmp_path,
    )  # fmt: skip
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert run(scripts / "newsdiff", "--version", cwd=elsewhere).startswith("newsdiff 0.")
    found = run(scripts / "python", "-c", "from tui import samples; print(*samples.paths(), sep='\\n')", cwd=elsewhere).split()
    assert len(found) == 5
    for path in found:
        assert Path(path).read_bytes() == (ROOT / "seeds" / Path(path).name).read_bytes()
    run(scripts / "newsdiff", "export", *found, "-o", "all.html", cwd=elsewhere)
    page = (elsewhere / "all.html").read_text(encoding="utf-8")
    assert "<style" in page
    assert "Phuangketkeow" in page
    run(scripts / "newsdiff", "export", "--demo", "-o", "demo.json", cwd=elsewhere)
    demo = json.loads((elsewhere / "demo.json").read_text(encoding="utf-8"))
    assert [article["outlet"] for article in demo["articles"]] == ["Orbis Wire", "The Valley Post", "Radio Norland"]
    run(scripts / "newsdiff", "export", found[3], found[2], "-o", "two.json", cwd=elsewhere)
    assert json.loads((elsewhere / "two.json").read_text(encoding="utf-8"))["format"] == "newsdiff.comparison"
    # The reader's own files travel too: its styles are found when the app is made.
    run(
        scripts / "python", "-c", "import compare; from tui import samples; from tui.app import NewsdiffApp; NewsdiffApp([])", cwd=elsewhere
    )
