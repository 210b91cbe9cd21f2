"""A template's byte code is kept beside that of the modules, and counts only for its source."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import jinja2
import pytest

from compare.export.html import template


def test_a_template_is_compiled_once_and_anew_when_its_source_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    compiled: list[str] = []
    generate = jinja2.Environment._generate

    def counted(self: jinja2.Environment, source: Any, *rest: Any, **named: Any) -> str:
        compiled.append("one")
        return generate(self, source, *rest, **named)

    monkeypatch.setattr(jinja2.Environment, "_generate", counted)
    for source, times in (("{{ it }}.", 1), ("{{ it }}.", 1), ("{{ it }}!", 2)):
        assert template("tried", source).render(it="<b>") == f"&lt;b&gt;{source[-1]}"
        assert len(compiled) == times
    (kept,) = tmp_path.rglob("tried*")
    kept.write_bytes(b"not a template's byte code")
    assert template("tried", "{{ it }}!").render(it=1) == "1!"


def test_nothing_is_kept_where_python_writes_no_byte_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert template("tried", "{{ it }}.").render(it=1) == "1."
    assert not list(tmp_path.rglob("tried*"))
