"""What all tests share: the seeds, and a world in which nothing of the user's own configuration or data is seen or touched."""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_HOME = tempfile.mkdtemp(prefix="newsdiff-tests-")
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(Path(_HOME) / _name.lower())
for _name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "NEWSDIFF_DEBUG", "PAGER", "LESS"):
    os.environ.pop(_name, None)
# The program is started hundreds of times: what one process has compiled, the next one needn't.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Under nohup a hang-up is ignored, and in the background of a script an interrupt: so they would be by each program that the tests start.
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("newsdiff", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newsdiff")

from compare import compare, read  # noqa: E402 -- after the environment is set
from compare.model import Article, Comparison  # noqa: E402
from tui import samples  # noqa: E402

ROOT = Path(__file__).parent.parent


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors, up to eight: a test that has started a process waits for it."""
    return min((os.cpu_count() or 1) + 1, 8)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files first, which are those of the screens and of the package: one that comes last would keep a single worker busy."""
    items.sort(key=lambda item: not {"tui", "test_package.py"} & {*item.path.parts})


def pytest_collection_finish() -> None:
    """As in the program itself (tui/collector.py): what was loaded stays to the end, so the collector of cycles needn't look through it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


@pytest.fixture(scope="session")
def seeds() -> list[Article]:
    """The five sample articles, by name."""
    return [read(path) for path in samples.paths()]


@pytest.fixture(scope="session")
def comparison(seeds: list[Article]) -> Comparison:
    """All five sample articles compared."""
    return compare(seeds)
