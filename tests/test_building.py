"""Two builds of the same sources give the same bytes, whatever the files' times and modes are."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

LEFT_OUT = shutil.ignore_patterns(".*", "node_modules", "__pycache__", "dist", "build", "site", "screens", "golden")


def built(sources: Path, *, touched: int) -> dict[str, Path]:
    """The wheel and the sdist of a copy of the sources, all of whose files were changed at a time of their own."""
    shutil.copytree(ROOT, sources, ignore=LEFT_OUT)
    shutil.copy(ROOT / ".gitignore", sources)
    for path in sources.rglob("*"):
        if path.is_file():
            path.chmod(0o600 if touched % 2 else 0o664)
            os.utime(path, (touched, touched))
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", "dist"],
        cwd=sources, env=environment, check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return {path.suffix: path for path in (sources / "dist").iterdir()}


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Path], dict[str, Path]]:
    folder = tmp_path_factory.mktemp("builds")
    return built(folder / "one", touched=1_700_000_001), built(folder / "two", touched=1_750_000_002)


@pytest.mark.parametrize("suffix", [".whl", ".gz"])
def test_a_build_can_be_reproduced(twice: tuple[dict[str, Path], dict[str, Path]], suffix: str) -> None:
    one, two = (hashlib.sha256(made[suffix].read_bytes()).hexdigest() for made in twice)
    assert one == two


def test_what_a_build_carries(twice: tuple[dict[str, Path], dict[str, Path]]) -> None:
    wheel = zipfile.ZipFile(twice[0][".whl"]).namelist()
    with tarfile.open(twice[0][".gz"]) as archive:
        sdist = [name.partition("/")[2] for name in archive.getnames()]
    for name in ("newsdiff/__init__.py", "newsdiff/py.typed", "compare/export/notebook.html.jinja", "compare/version.py", "tui/start.py"):
        assert name in wheel
        assert name in sdist
    assert any(name.endswith("share/man/man1/newsdiff.1") for name in wheel)
    assert not any(name.startswith(("tests/", "benchmarks/")) for name in wheel)
    assert "tests/test_building.py" in sdist
