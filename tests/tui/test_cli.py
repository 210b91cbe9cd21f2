"""The command line: statuses, one-line errors, and what reaches a pipe."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from compare.errors import ReadingError
from compare.export.check import kinds_of
from tests.conftest import ROOT
from tui import samples
from tui.sources import gather

A, B = samples.paths()[3], samples.paths()[2]


def newsdiff(
    *arguments: str | Path, given: bytes = b"", cwd: Path | None = None, config: Path | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    if config is not None:
        environment["NEWSDIFF_CONFIG"] = str(config)
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", *map(str, arguments)],
        input=given,
        capture_output=True,
        env=environment,
        cwd=cwd,
        timeout=120,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def assert_one_line_of_trouble(done: subprocess.CompletedProcess[str], *fragments: str) -> None:
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stderr.startswith("newsdiff: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    for fragment in fragments:
        assert fragment in done.stderr


@pytest.mark.parametrize(
    "command", [[], ["diff"], ["check"], ["facts"], ["export", "-o", "out.html"]], ids=lambda command: " ".join(command) or "read"
)
def test_bad_input_gets_one_line_and_status_2(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "folder").mkdir()
    for bad, complaint in (("none.txt", "no such file"), ("empty.txt", "is empty"), ("binary.txt", "binary"), ("folder", "no articles")):
        assert_one_line_of_trouble(newsdiff(*command, A, bad, cwd=tmp_path), bad, complaint)
    assert not (tmp_path / "out.html").exists()


def test_hostile_file_names_reach_no_terminal(tmp_path: Path) -> None:
    done = newsdiff("diff", A, "evil\x1b[2J\u202e\n.txt", cwd=tmp_path)
    assert_one_line_of_trouble(done, "no such file")
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr


def test_an_export_without_a_name_is_named_by_story_and_outlets(tmp_path: Path) -> None:
    named = newsdiff("export", f"{A}@outlet=The New York Times", f"{B}@outlet=Fox News", cwd=tmp_path)
    assert (named.returncode, named.stderr) == (0, "newsdiff: written: jaishankar-rubio-nyt-fox.html\n")
    assert "<!doctype html>" in (tmp_path / "jaishankar-rubio-nyt-fox.html").read_text(encoding="utf-8")
    (tmp_path / "out").mkdir()
    assert newsdiff("export", "--demo", "-o", "out", "--format", "json", cwd=tmp_path).returncode == 0
    assert newsdiff("export", "--demo", "-o", "out", "--format", "json", cwd=tmp_path).returncode == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [f"cable-car-passengers-lowered-orbis-valley-radio{number}.json" for number in ("-2", "")]
    assert_one_line_of_trouble(newsdiff("export", "--demo", "--format", "docx", cwd=tmp_path), "no such format")


def test_usage_errors_are_one_line() -> None:
    assert_one_line_of_trouble(newsdiff("--bogus"), "--bogus")
    assert_one_line_of_trouble(newsdiff("diff", A), "two articles")
    assert_one_line_of_trouble(newsdiff("diff", A, B, "--base", "Z"), "--base Z")
    assert_one_line_of_trouble(newsdiff("check", A, B, "--fail-on", "nonsense"), "nonsense", "quote")
    assert kinds_of("Figure, quotation") == kinds_of("quote,number") == ("number", "quote")
    assert_one_line_of_trouble(newsdiff("diff", "-", "-"), "only once")


def test_the_same_text_twice_is_all_shared() -> None:
    assert newsdiff("diff", A, A).returncode == 0
    assert newsdiff("check", A, A).returncode == 0


def test_diff_names_the_altered_quotation_and_links_the_11_nation_sentences() -> None:
    done = newsdiff("diff", A, B)
    assert done.returncode == 1
    assert "It was a pleasure to meet" in " ".join(done.stdout.split())
    assert "\x1b" not in done.stdout
    out = newsdiff("export", A, B, "-o", "-", "--format", "json")
    comparison = json.loads(out.stdout)
    text = [[sentence["text"] for sentence in article["sentences"]] for article in comparison["articles"]]
    altered = [d for d in comparison["differences"] if d["kind"] == "quote" and d["severity"] == 3]
    assert any("Glad to meet" in d["a"]["text"] and "It was a pleasure" in d["b"]["text"] for d in altered)
    linked = {(text[0][link["a"]["sentence"]], text[1][link["b"]["sentence"]]) for link in comparison["links"]}
    assert any("11-nation bloc" in a and "11-nation group" in b for a, b in linked)


def test_without_a_terminal_the_comparison_is_printed() -> None:
    done = newsdiff(A, B)
    assert done.returncode == 1
    assert "11-nation" in done.stdout
    alone = newsdiff(A)
    assert alone.returncode in (0, 1)
    assert "11-nation bloc" in alone.stdout
    assert "Phuangketkeow" in newsdiff().stdout


def test_standard_input_is_an_article() -> None:
    done = newsdiff("diff", A, "-", given=Path(A).read_bytes())
    assert done.returncode == 0
    assert_one_line_of_trouble(newsdiff("diff", A, "-", given=b""), "-", "is empty")


def test_a_folder_stands_for_its_articles(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(Path(A).read_bytes())
    (tmp_path / "two.txt").write_bytes(Path(B).read_bytes())
    (tmp_path / "three.txt").write_bytes(b"")
    done = newsdiff("diff", tmp_path)
    assert done.returncode == 1
    assert "three.txt: is empty" in done.stderr


def test_control_characters_reach_no_output(tmp_path: Path) -> None:
    evil = Path(A).read_bytes() + b"\n\nThe \x1b]0;title\x07 minister \x1b[31mspoke\x1b[0m \x9b2J at \xe2\x80\xae length on the matter.\n"
    (tmp_path / "evil.txt").write_bytes(evil)
    outputs = [newsdiff("diff", "evil.txt", B, cwd=tmp_path).stdout]
    for kind in ("html", "md", "csv", "json"):
        done = newsdiff("export", "evil.txt", B, "-o", f"out.{kind}", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        outputs.append((tmp_path / f"out.{kind}").read_text(encoding="utf-8"))
    for output in outputs:
        assert not any(c in output for c in "\x1b\x07\x9b\u202e")
        assert "minister" in output


def test_the_version_and_the_help() -> None:
    assert newsdiff("--version").stdout.startswith("newsdiff ")
    shown = newsdiff("--help").stdout
    assert all(word in shown for word in ("diff", "export", "check", "ARTICLE"))
    assert "read" not in [line.split()[0] for line in shown.splitlines() if line.startswith("  ") and line.split()]


def test_a_closed_pipe_ends_quietly() -> None:
    done = subprocess.run(
        f"'{sys.executable}' -m tui.cli diff '{A}' '{B}' | head -n 1",
        shell=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "internal" not in done.stderr


def test_the_configuration_says_who_finds_names(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('ner = "spacy:no_such_model_xx"\n', encoding="utf-8")
    assert_one_line_of_trouble(newsdiff("diff", A, B, config=config), "pip install")
    assert newsdiff("diff", "--ner", "rules", A, B, config=config).returncode == 1


def test_an_unknown_recogniser_in_the_configuration_is_told_and_the_rules_find_the_names(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('\nner = "spcy:model"\n', encoding="utf-8")
    told = newsdiff("diff", A, B, config=config)
    assert told.returncode == 1
    assert told.stderr.startswith(f"newsdiff: {config}:2: ner can't be 'spcy:model'")
    assert told.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="no /dev/full, no closing of streams by the shell")
@pytest.mark.parametrize("onto", ["/dev/full", "&-"])
@pytest.mark.parametrize(
    "command", [["diff", A, B], ["export", A, B, "-o", "-", "--format", "json"], ["check", A, B], ["--help"], ["--version"]]
)
def test_an_output_that_cannot_be_written_is_one_line(command: list[str], onto: str) -> None:
    done = through_a_shell(f"1>{onto}", *command)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("newsdiff: the output can't be written (")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="no closing of streams by the shell")
def test_streams_that_are_closed_do_no_harm_where_nobody_needs_them(tmp_path: Path) -> None:
    done = through_a_shell("<&- >&- 2>&-", "export", A, B, "-o", str(tmp_path / "out.json"))
    assert done.returncode == 0
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["format"] == "newsdiff.comparison"
    assert through_a_shell("2>&-", "diff", A, "none.txt").returncode == 2
    assert "is empty" in through_a_shell("<&-", "diff", A, "-").stderr


def through_a_shell(redirected: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -m tui.cli "$@" {redirected}', sys.executable, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        check=False,
    )


def test_a_name_that_the_system_refuses_is_one_line() -> None:
    done = newsdiff("x" * 5000)
    assert_one_line_of_trouble(done, "can't be read")
    assert "internal" not in done.stderr


def test_help_says_what_the_reader_takes_and_where_things_are_kept() -> None:
    shown = newsdiff("--help").stdout
    for word in (
        "--base",
        "--pins",
        "--no-pins",
        "--ner",
        "--min-severity",
        "--semantic",
        "NEWSDIFF_CONFIG",
        "NEWSDIFF_DATA",
        "config.toml",
        "? shows",
    ):
        assert word in shown, word
    assert newsdiff(A, B, "--help").stdout == shown
    assert newsdiff("diff", "--help").stdout.index("--base") < newsdiff("diff", "--help").stdout.index("--no-pins")
    assert_one_line_of_trouble(newsdiff("--", "--help"), "--help: no such file")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_one_line_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(Path(A).read_bytes())
    (tmp_path / "secret.txt").chmod(0)
    assert_one_line_of_trouble(newsdiff("diff", A, "secret.txt", cwd=tmp_path), "not permitted to read it; check its permissions")


def test_what_a_pattern_brings_in_beside_articles_is_left_out_where_asked(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    given = [str(tmp_path / "empty.txt"), A, str(tmp_path / "picture.txt"), B, str(tmp_path / "none.txt")]
    found = gather(given, leave_out=True)
    assert [article.path for article in found.articles] == [A, B]
    assert [problem.split(": ", 1)[1].split(";")[0] for problem in found.problems] == [
        "is empty",
        "is a picture, not text",
        "no such file",
    ]
    with pytest.raises(ReadingError, match="is empty"):
        gather(given)
    with pytest.raises(ReadingError, match="is empty"):
        gather([given[0], given[2]], leave_out=True)


def test_facts_lay_values_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry struck the north pier on Tuesday, injuring 14 people. The repair will cost $3.5 million.")
    (tmp_path / "b.txt").write_text("A ferry hit the north pier on Tuesday, injuring 41 people. Repairs will cost $3.5 million.")
    whole = newsdiff("facts", "a.txt", "b.txt", cwd=tmp_path)
    assert whole.returncode == 0, whole.stderr
    assert re.search(r"≠ .*people.*\n    A  14 \(A1\)\n    B  41 \(B1\)\n", whole.stdout)
    assert "    A  $3.5 million (A2)\n    B  $3.5 million (B2)\n" in whole.stdout
    differing = newsdiff("facts", "a.txt", "b.txt", "--differing", cwd=tmp_path)
    assert "41" in differing.stdout
    assert "$3.5" not in differing.stdout
    found = json.loads(newsdiff("facts", "a.txt", "b.txt", "--differing", "--format", "json", cwd=tmp_path).stdout)
    assert found["format"] == "newsdiff.facts"
    assert [[value["text"] for value in fact["values"]] for fact in found["facts"]] == [["14", "41"]]
    table = newsdiff("facts", "a.txt", "b.txt", "--format", "csv", cwd=tmp_path).stdout.splitlines()
    assert table[0] == "fact,what,kind,unit,equal,article,sentence,start,end,text,value"
    assert len(table) == 1 + sum(line.startswith("    ") for line in whole.stdout.splitlines())
    assert re.search(r"\| ≠ \| .*people \|", newsdiff("facts", "a.txt", "b.txt", "--format", "md", cwd=tmp_path).stdout)
    same = newsdiff("facts", "a.txt", "a.txt", "--differing", cwd=tmp_path)
    assert (same.returncode, same.stdout) == (0, "No fact differs between the accounts.\n")
    assert_one_line_of_trouble(newsdiff("facts", "a.txt", cwd=tmp_path), "two articles")
    assert_one_line_of_trouble(newsdiff("facts", "a.txt", "b.txt", "--format", "html", cwd=tmp_path), "html")
