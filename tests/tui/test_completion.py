"""Completion in shells, and the manual: both from the commands' own texts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.cli import manual, newsdiff
from tui.cli.group import COMMANDS, READ


def run(*command: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **more}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


def offered(words: str) -> list[str]:
    """What completion offers for a line, whose last word is still being typed."""
    done = run(
        sys.executable, "-m", "newsdiff", COMP_WORDS=words, COMP_CWORD=str(len(words.split(" ")) - 1), _NEWSDIFF_COMPLETE="bash_complete"
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.split()


def test_what_is_offered() -> None:
    assert offered("newsdiff d") == ["file,d", "plain,diff"]
    assert {"file,", "plain,diff", "plain,export", "plain,check", "plain,facts"} <= set(offered("newsdiff "))
    assert "plain,read" not in offered("newsdiff ")
    assert offered("newsdiff diff ") == ["file,"]
    assert offered("newsdiff diff --second") == ["plain,--second-reader"]
    assert offered("newsdiff wire.txt --bas") == ["plain,--base"]
    assert offered("newsdiff completion z") == ["plain,zsh"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_takes_what_is_printed(shell: str) -> None:
    printed = run(sys.executable, "-m", "newsdiff", "completion", shell)
    assert printed.returncode == 0
    assert "_NEWSDIFF_COMPLETE" in printed.stdout
    if shutil.which(shell):
        checked = subprocess.run([shell, "-n"], input=printed.stdout, capture_output=True, text=True, timeout=60, check=False)
        assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("bash") is None or os.name == "nt", reason="no bash")
def test_a_real_bash_completes() -> None:
    script = (
        'eval "$(newsdiff completion bash)"; COMP_WORDS=(newsdiff dif); COMP_CWORD=1; '
        '_newsdiff_completion newsdiff 2>/dev/null; echo "${COMPREPLY[@]}"'
    )
    done = run("bash", "--norc", "-c", script)
    assert done.stdout.split() == ["diff"]


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish")
def test_a_real_fish_completes_with_whole_descriptions() -> None:
    done = run("fish", "--no-config", "-c", 'newsdiff completion fish | source; complete -C "newsdiff export --form"')
    assert done.stdout.startswith("--format\thtml, json")


def test_another_shell_is_refused_in_one_line() -> None:
    done = run(sys.executable, "-m", "newsdiff", "completion", "dash")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", sorted(manual.PAGES))
def test_the_pages_about_the_commands_are_as_the_commands_are(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == manual.PAGES[name](), "run: make manual"


def test_the_manual_names_every_command_and_option() -> None:
    page = manual.manual()
    for name in (*COMMANDS, READ):
        if name != READ:
            assert f".SS newsdiff {name}\n" in page
        command = newsdiff.named(name)
        for option in command.params:
            for written in option.opts if option.param_type_name == "option" else ():
                assert manual.roff(written) in page


@pytest.mark.skipif(shutil.which("man") is None, reason="no man")
def test_man_reads_the_page_without_a_warning() -> None:
    done = run("man", "--warnings", "-l", "docs/newsdiff.1", MANPAGER="cat", LC_ALL="C.UTF-8", MANWIDTH="80")
    assert done.stderr == ""
    assert "newsdiff - compare how different outlets tell the same story" in done.stdout


def test_a_text_that_looks_like_a_macro_is_none() -> None:
    assert manual.roff(".config\\x -a") == r"\&.config\ex \-a"
