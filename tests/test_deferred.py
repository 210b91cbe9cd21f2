"""Expressions that are compiled at first use."""

from __future__ import annotations

import copy
import re

import pytest

from compare.deferred import deferred


def test_it_matches_as_the_compiled_expression_does() -> None:
    late, plain = deferred(r"(?P<word>w\w+)", re.IGNORECASE), re.compile(r"(?P<word>w\w+)", re.IGNORECASE)
    text = "What Were words"
    assert late.findall(text) == plain.findall(text)
    assert late.sub("-", text) == plain.sub("-", text)
    assert [found["word"] for found in late.finditer(text, 5)] == ["Were", "words"]
    assert (late.pattern, late.flags, late.groups) == (plain.pattern, plain.flags, plain.groups)


def test_what_is_wrong_with_it_is_raised_at_first_use() -> None:
    late = deferred("(")
    with pytest.raises(re.error):
        late.search("")


def test_it_can_be_copied_before_it_is_used() -> None:
    assert copy.copy(deferred("a+")).fullmatch("aaa")
