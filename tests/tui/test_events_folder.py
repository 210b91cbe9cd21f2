"""A folder of events on the command line: listed, an event exported, a page written; and what is told where that can't be."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

pytest.importorskip("pyarrow")
from compare.archive.schema import RUN
from compare.archive.shelf import Shelf
from tests.archive.folders import DAY, differing, folder, story
from tests.conftest import ROOT
from tui.cli.group import newsdiff as cli


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder(tmp_path_factory.mktemp("made") / "spring", [story(0), differing(1, DAY + timedelta(days=9)), story(2, None)])


def newsdiff(*arguments: object, before: str = "") -> tuple[int, str, str]:
    code = f"{before}\nimport sys\nsys.argv = ['newsdiff', *sys.argv[1:]]\nfrom tui.start import main\nmain()"
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def refused(*arguments: object, before: str = "") -> str:
    """The one line that a command is refused with."""
    status, out, error = newsdiff(*arguments, before=before)
    assert status == 2
    assert not out
    assert error.startswith("newsdiff: ")
    assert error.count("\n") == 1
    return error


def test_where_the_output_is_no_terminal_a_line_an_event(events: Path) -> None:
    status, out, error = newsdiff(events)
    lines = [line.split("\t") for line in out.splitlines()]
    assert (status, error) == (0, "")
    shelf = Shelf(events)
    assert [line[0] for line in lines] == [event.id for event in shelf.events]
    assert [line[1:4] for line in lines] == [["2024-03-04", "3", "0"], ["2024-03-13", "3", "1"], ["–", "3", "0"]]
    assert lines[1][4] == "Daily Ledger, Morning Star Wire, The Courier"


def test_an_event_is_exported_in_any_format(events: Path, tmp_path: Path) -> None:
    event = Shelf(events).events[1]
    for name in ("x.html", "x.json", "x.md", "x.csv"):
        done = CliRunner().invoke(cli, ["export", str(events), "--event", event.id, "-o", str(tmp_path / name)], standalone_mode=False)
        assert (done.exception, done.return_value or 0, done.output) == (None, 0, "")
        assert "rotten" in (tmp_path / name).read_text(encoding="utf-8")
    comparison = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert [each["text"] for each in comparison["articles"]] == [article.text for article in Shelf(events).articles(event.id)]
    assert len(comparison["points"]) == event.points
    status, out, _ = newsdiff("export", events, "--event", event.id[:6], "-o", "-", "--format", "text")
    assert status == 0
    assert "rotten" in out


def test_what_cannot_be_exported_is_one_line(events: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.html"
    assert "has no event nobody; newsdiff" in refused("export", events, "--event", "nobody", "-o", out)
    assert "open it alone" in refused("export", events, ROOT / "README.md", "-o", out)
    assert "give that folder" in refused("export", ROOT / "README.md", "--event", "a", "-o", out)
    assert "is html; its tables are in the folder" in refused("export", events, "-o", tmp_path / "x.json")
    assert "name it with --event" in refused("export", events, "--table", "links", "-o", out)
    for given in ([], ["--event", Shelf(events).events[0].id]):
        own = (events / RUN).read_bytes()
        assert "belongs to the archive" in refused("export", events, *given, "--format", "html", "-o", events / RUN)
        assert (events / RUN).read_bytes() == own
    assert "holds the events of an archive" in refused("diff", events)
    assert not out.exists()


def test_without_pyarrow_the_command_that_installs_it_is_told(events: Path, tmp_path: Path) -> None:
    absent = (
        "import sys, importlib.util as u\nfind = u.find_spec\nu.find_spec = lambda name, *a: None if name == 'pyarrow' else find(name, *a)"
    )
    assert "pip install 'newsdiff[archive]'" in refused(events, before=absent)
    assert "pip install 'newsdiff[archive]'" in refused("export", events, "-o", tmp_path / "x.html", before=absent)


def test_a_damaged_folder_is_one_line(tmp_path: Path) -> None:
    made = folder(tmp_path / "made", [story(0)])
    for file in (made / "members").iterdir():
        file.write_bytes(b"PAR1 no more")
    assert "its table members is missing or damaged" in refused(made)
    (made / RUN).write_text("{", encoding="utf-8")
    assert "run.json is damaged" in refused(made)


def test_a_stopped_run_is_listed_with_what_is_there(tmp_path: Path) -> None:
    made = folder(tmp_path / "made", [story(0), story(1)], compared=1, finished=False)
    status, out, error = newsdiff(made)
    assert status == 0
    assert sorted(line.split("\t")[3] for line in out.splitlines()) == ["0", "–"]
    assert error.startswith("newsdiff: not finished: 1 of 2 events are compared")
