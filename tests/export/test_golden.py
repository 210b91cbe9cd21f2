"""Each format as a whole, byte for byte. After a wanted change: NEWSDIFF_GOLDEN=write make test ARGS=tests/export/test_golden.py, and read the diff."""

import os
import re
from pathlib import Path

import pytest

from compare.export import FORMATS, generator
from compare.export import html as page
from compare.export.check import FORMATS as REPORTS
from compare.export.check import failing
from compare.export.csv import TABLES
from compare.export.csv import render as table
from compare.model import DIFFERENCE_KINDS
from tests.export.sample import sample

GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture(autouse=True)
def _version(monkeypatch: pytest.MonkeyPatch) -> None:
    """Golden files outlive versions."""
    monkeypatch.setattr(generator, "VERSION", "0.0.0")


def without_assets(text: str) -> str:
    """The page without our own style and script, which have tests of their own."""
    text = re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.DOTALL)
    text = re.sub(r"<script>.*?</script>", "<script></script>", text, flags=re.DOTALL)
    return re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", text)


def agrees(name: str, text: str) -> None:
    place = GOLDEN / name
    if os.environ.get("NEWSDIFF_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        place.write_bytes(text.encode())
    assert text == place.read_bytes().decode()


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("html", "csv")])
def test_format(name: str) -> None:
    agrees(f"sample.{name}", FORMATS[name].render(sample()))


def test_page() -> None:
    agrees("sample.html", without_assets(FORMATS["html"].render(sample())))


def test_page_for_a_classroom() -> None:
    agrees("classroom.html", without_assets(page.render(sample(), hide_findings=True)))


@pytest.mark.parametrize("name", TABLES)
def test_table(name: str) -> None:
    agrees(f"{name}.csv", table(sample(), name))


@pytest.mark.parametrize("name", REPORTS)
def test_check(name: str) -> None:
    found = [*failing(sample(), DIFFERENCE_KINDS, 2), *failing(sample(), DIFFERENCE_KINDS, 2, ours=False)]
    agrees(f"check.{name}", REPORTS[name](sample(), found))


@pytest.mark.parametrize("name", FORMATS)
def test_line_ends_are_lf_and_the_last_line_ends(name: str) -> None:
    text = FORMATS[name].render(sample())
    assert "\r" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
