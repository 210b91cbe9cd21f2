"""What each command imports: by name, since times would hang on the machine."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from compare.version import VERSION
from tests.conftest import ROOT
from tui import samples

OURS = {"compare", "tui"}
COMPARING = {"Stemmer", "click", "diff_match_patch", "platformdirs", "rapidfuzz"}
SLOW = {"asyncio", "concurrent.futures", "email", "http.client", "importlib.metadata", "importlib.resources", "logging"}
SLOW |= {"multiprocessing", "pickle", "pkgutil", "ssl", "subprocess", "tomllib", "unittest", "xml.etree", "urllib.request"}
"""Of the standard library: what takes milliseconds, and no comparison of a few articles needs."""
COMMANDS = {f"tui.cli.{name}" for name in ("check", "completion", "diff", "events", "export", "facts", "read", "watch")}

PROBE = f"""
import sys, json
before = {{name.split(".")[0] for name in sys.modules}}
sys.argv = ["newsdiff", *sys.argv[1:]]
from tui.start import main
try:
    main()
except SystemExit:
    pass
roots = {{name.split(".")[0] for name in sys.modules}} - before - set(sys.stdlib_module_names)
roots = {{root for root in roots if not root.startswith(("_", "cython_"))}}
print(json.dumps([sorted(roots), sorted({SLOW!r} & set(sys.modules)), sorted(n for n in sys.modules if n.startswith(("compare.", "tui.")))]), file=sys.stderr)
"""


def imported(*arguments: str) -> tuple[set[str], set[str], set[str]]:
    """The packages that are not Python's own, the slow modules of the standard library, and our own modules that a command ends with."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )
    packages, slow, ours = json.loads(done.stderr.splitlines()[-1])
    return set(packages), set(slow), set(ours)


def test_the_version_needs_nothing_but_its_number() -> None:
    packages, slow, ours = imported("--version")
    assert packages == OURS
    assert not slow
    assert ours == {"compare.version", "tui.start"}


def test_help_needs_the_command_line_alone() -> None:
    packages, slow, ours = imported("--help")
    assert packages == {*OURS, "click"}
    assert not slow
    assert {name for name in ours if name.startswith("compare.")} <= {"compare.errors", "compare.version"}


@pytest.mark.parametrize(
    ("command", "more"),
    [
        (["diff"], set()),
        (["check"], set()),
        (["facts"], set()),
        (["export", "-o", "-", "--format", "json"], set()),
        (["export", "-o", "-", "--format", "md"], set()),
        (["export", "-o", "-", "--format", "csv"], set()),
        (["export", "-o", "-", "--format", "html"], {"jinja2", "markupsafe"}),
    ],
)
def test_a_command_imports_what_it_needs(command: list[str], more: set[str]) -> None:
    packages, slow, ours = imported(*command, *samples.paths()[2:4])
    assert packages == OURS | COMPARING | more
    assert slow - ({"concurrent.futures", "importlib.resources", "logging", "pickle", "urllib.request"} if more else set()) == set()
    assert ours & COMMANDS == {f"tui.cli.{command[0]}"}


def test_a_printed_comparison_needs_no_other_format_and_nothing_of_the_reader() -> None:
    _, _, ours = imported("diff", *samples.paths()[2:4])
    assert not {f"compare.export.{name}" for name in ("cards", "check", "csv", "frames", "html", "json", "markdown", "notebook")} & ours
    assert not {"tui.app", "tui.fetching", "tui.git", "tui.second_reader"} & ours


def test_the_version_is_told_alike(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from tui import start

    for given in (["--version"], ["-V"], ["diff", "--help"]):
        monkeypatch.setattr(sys, "argv", ["newsdiff", *given])
        if given[0] == "diff":
            with pytest.raises(SystemExit):
                start.main()
        else:
            start.main()
            assert capfd.readouterr().out == f"newsdiff {VERSION}\n"
    assert "Usage: newsdiff diff" in capfd.readouterr().out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_version_that_cannot_be_written_is_trouble() -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "newsdiff", "--version"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("newsdiff: the output can't be written")


HIDDEN = """
import asyncio, importlib, os, pkgutil, signal, sys
import click, httpx, jinja2, lxml.html, rich.console, rich.progress, textual.app, textual.widgets, trafilatura

for name in ("curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"):
    sys.modules[name] = None
everywhere = {"SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM", "SIG_DFL", "SIG_IGN"}
for name in [name for name in vars(signal) if name.startswith("SIG") and name not in everywhere]:
    delattr(signal, name)
for name in ("fork", "getuid", "geteuid", "getpgid", "killpg", "mkfifo", "setsid", "ttyname", "uname", "O_NONBLOCK", "O_CLOEXEC", "O_NOFOLLOW"):
    if hasattr(os, name):
        delattr(os, name)


def no_posix_path(event, arguments):
    path = str(arguments[0])
    if event == "open" and path.startswith(("/dev/", "/proc/", "/etc/", "/tmp/")) and not path.startswith((os.getcwd(), sys.prefix)):  # a clone may lie there
        raise AssertionError(f"opens {arguments[0]}")


sys.addaudithook(no_posix_path)
import compare, newsdiff, tui

seen = 0
for package in (newsdiff, compare, tui):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
            seen += 1
print(seen)
"""


def test_every_module_can_be_imported_where_there_is_no_posix() -> None:
    done = subprocess.run([sys.executable, "-c", HIDDEN], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 200
