"""What all tests share: the seeds, and a world in which nothing of the user's own configuration or data is seen or touched."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_HOME = tempfile.mkdtemp(prefix="newsdiff-tests-")
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(Path(_HOME) / _name.lower())
for _name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "NEWSDIFF_DEBUG", "PAGER", "LESS"):
    os.environ.pop(_name, None)

settings.register_profile("newsdiff", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newsdiff")

from compare import compare, read  # noqa: E402 -- after the environment is set
from compare.model import Article, Comparison  # noqa: E402
from tui import samples  # noqa: E402

ROOT = Path(__file__).parent.parent


def pytest_xdist_auto_num_workers() -> int:
    """Two for each processor, up to eight: half of its time a test of a screen waits for that screen."""
    processors = os.cpu_count() or 1
    return max(processors, min(2 * processors, 8))


@pytest.fixture(scope="session")
def seeds() -> list[Article]:
    """The five sample articles, by name."""
    return [read(path) for path in samples.paths()]


@pytest.fixture(scope="session")
def comparison(seeds: list[Article]) -> Comparison:
    """All five sample articles compared."""
    return compare(seeds)
