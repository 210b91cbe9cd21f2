"""newsdiff as git's difftool and diff driver, in a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
OLD = "The ferry struck the pier on Tuesday, injuring 14 people.\n\nThe Maritime Board opened an inquiry.\n"
NEW = "The ferry struck the pier on Tuesday, injuring 41 people.\n\nAn inquiry was opened by the Maritime Board.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose prose is compared by newsdiff, as docs/git.md says, with one article changed."""
    program = tmp_path / "bin" / "newsdiff"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui.cli "$@"\n')
    program.chmod(0o755)
    place = tmp_path / "repository"
    place.mkdir()
    git(place, "init", "--quiet")
    git(place, "config", "diff.newsdiff.command", "newsdiff diff --git --")
    git(place, "config", "difftool.newsdiff.cmd", 'newsdiff diff "$LOCAL" "$REMOTE"')
    (place / ".gitattributes").write_text("*.txt diff=newsdiff\n")
    (place / "story.txt").write_text(OLD)
    commit(place)
    (place / "story.txt").write_text(NEW)
    return place


def run(place: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{place.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    given = {**clean, "PATH": path, "HOME": str(place.parent), "GIT_CONFIG_NOSYSTEM": "1", **environment}
    return subprocess.run(
        ["git", *arguments],
        cwd=place,
        env=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def git(place: Path, *arguments: str, **environment: str) -> str:
    done = run(place, *arguments, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def commit(place: Path) -> None:
    git(place, "add", "--all")
    git(place, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message", "x")


def test_git_diff_shows_sentences_instead_of_lines(repository: Path) -> None:
    shown = git(repository, "diff")
    assert "newsdiff a/story.txt b/story.txt" in shown
    assert "A  story.txt: The ferry struck the pier on Tuesday, injuring 14 people." in shown
    assert "B2   An inquiry was opened by the Maritime Board." in shown
    assert "@@" not in shown


def test_every_changed_file_is_shown_because_the_status_is_0(repository: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (repository / name).write_text(OLD)
    commit(repository)
    for name in ("a.txt", "b.txt"):
        (repository / name).write_text(NEW)
    shown = git(repository, "diff")
    assert "newsdiff a/a.txt" in shown
    assert "newsdiff a/b.txt" in shown


def test_new_deleted_and_renamed_files(repository: Path) -> None:
    more = "".join(f"\n\nPassenger number {number} told the inquiry what happened on deck {number}." for number in range(1, 9))
    (repository / "story.txt").write_text(OLD + more)
    commit(repository)
    git(repository, "mv", "story.txt", "told.txt")
    (repository / "told.txt").write_text(NEW + more)
    (repository / "new.txt").write_text("A second ferry was sent to the pier on Wednesday.\n")
    git(repository, "add", "--all")
    shown = git(repository, "diff", "--cached", "--find-renames=30%")
    assert "newsdiff a/new.txt b/new.txt (new)" in shown
    assert "A second ferry was sent" in shown
    assert "newsdiff a/story.txt b/told.txt\n" in shown
    commit(repository)
    (repository / "new.txt").unlink()
    assert "newsdiff a/new.txt b/new.txt (deleted)" in git(repository, "diff")


def test_trouble_in_one_file_does_not_stop_git(repository: Path) -> None:
    (repository / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (repository / "empty.txt").write_text("")
    git(repository, "add", "--all")
    shown = git(repository, "diff", "--cached")
    assert "binary" in shown
    assert "newsdiff a/story.txt b/story.txt" in shown


def test_internal_trouble_in_one_file_does_not_stop_git(repository: Path) -> None:
    program = repository.parent / "bin" / "newsdiff"
    breaking = f"""#!{sys.executable}
import sys
sys.path.insert(0, {str(ROOT)!r})
import compare.pipeline
compared = compare.pipeline.compare
def broken(articles, *rest, **named):
    if "Nobody" in articles[0].text:
        raise OSError(5, "no\\x1b[31m such\\nthing")
    return compared(articles, *rest, **named)
compare.pipeline.compare = broken
from tui.cli.entry import main
main()
"""
    program.write_text(breaking)
    (repository / "first.txt").write_text("Nobody was hurt when the ferry struck the pier.\n")
    git(repository, "add", "--all")
    shown = git(repository, "diff", "--cached")
    (told,) = [line for line in shown.splitlines() if "internal error" in line]
    assert told.isprintable()
    assert "OSError" in told
    assert "Traceback" not in shown
    assert "newsdiff a/story.txt b/story.txt" in shown
    assert "An inquiry was opened by the Maritime Board." in shown


def test_a_recogniser_that_is_not_there_does_not_stop_git(repository: Path) -> None:
    git(repository, "config", "diff.newsdiff.command", "newsdiff diff --git --ner spacy:no_such_model_xx --")
    (repository / "more.txt").write_text(OLD)
    git(repository, "add", "--all")
    done = run(repository, "diff", "--cached")
    assert done.returncode == 0
    assert done.stderr.count("pip install") == 2, "a line for each of the two files"


def test_empty_files_and_changed_modes(repository: Path) -> None:
    commit(repository)
    (repository / "empty.txt").write_text("")
    git(repository, "add", "--all")
    assert "newsdiff: b/empty.txt: is empty" in git(repository, "diff", "--cached")
    commit(repository)
    (repository / "empty.txt").write_text("The ferry is back in service since Friday.\n")
    (repository / "story.txt").chmod(0o755)
    shown = git(repository, "diff")
    assert "newsdiff: a/empty.txt: is empty" in shown
    assert "newsdiff a/story.txt b/story.txt (mode 100644, now 100755)" in shown
    (repository / "empty.txt").unlink()
    (repository / "story.txt").unlink()
    shown = git(repository, "diff")
    assert "newsdiff a/story.txt b/story.txt (deleted)" in shown
    assert "newsdiff: a/empty.txt: is empty" in shown


def test_an_unsettled_merge_is_named(repository: Path) -> None:
    commit(repository)
    git(repository, "checkout", "--quiet", "-b", "other", "HEAD~1")
    (repository / "story.txt").write_text("Something else altogether happened at the pier on Tuesday.\n")
    commit(repository)
    assert run(repository, "-c", "user.name=x", "-c", "user.email=x@example.org", "merge", "@{-1}").returncode == 1
    assert "unmerged: story.txt" in git(repository, "diff", "--cached")


def test_difftool_compares_the_two_sides(repository: Path) -> None:
    shown = git(repository, "difftool", "--no-prompt", "--tool", "newsdiff")
    assert "An inquiry was opened by the Maritime Board." in shown


def test_git_colours_what_its_pager_shows(repository: Path) -> None:
    shown = git(repository, "diff", GIT_PAGER_IN_USE="1", COLUMNS="100", TERM="xterm-256color")
    assert "\x1b[" in shown
    assert "newsdiff a/story.txt" in shown


def test_called_by_hand_the_option_explains_itself(repository: Path) -> None:
    done = run(repository, "-c", "alias.x=!newsdiff diff --git one two", "x")
    assert done.returncode == 0
    assert "git config diff.newsdiff.command" in done.stdout
    assert "\n" not in done.stdout.strip()


def test_the_documented_hook_gates_a_commit(repository: Path) -> None:
    """As it stands in docs/check.md: the committed version is the standard, the staged one is checked."""
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text((ROOT / "docs/check.md").read_text("utf-8").split("```sh\n")[1].split("```")[0])
    hook.chmod(0o755)
    story = repository / "stories" / "the été ferry.txt"
    story.parent.mkdir()
    story.write_text(OLD)
    commit(repository)
    story.write_text(NEW)
    git(repository, "add", "--all")
    done = run(repository, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--message", "x")
    assert done.returncode == 1
    assert "stories/the été ferry.txt:1:48: number (severity 3, altered)" in done.stdout + done.stderr
    story.write_text(OLD.replace("opened an inquiry", "has opened an inquiry"))
    commit(repository)
    assert git(repository, "status", "--porcelain") == ""


def test_a_pager_left_early_is_no_trouble(repository: Path) -> None:
    for name in "abc":
        (repository / f"{name}.txt").write_text(OLD)
    commit(repository)
    for name in "abc":
        (repository / f"{name}.txt").write_text(NEW)
    (repository / "b.txt").write_bytes(bytes(5000))
    for given in ({}, {"GIT_PAGER_IN_USE": "1"}):
        done = run(repository, "-c", "alias.x=!git diff | head -n 1", "x", **given)
        assert "died" not in done.stderr
