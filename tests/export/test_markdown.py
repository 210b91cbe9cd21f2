import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from compare.export.markdown import escape, render
from compare.model import Comparison
from tests.export.sample import sample

HOSTILE = (
    "# no heading",
    "*no* **emphasis** __here__ ~~or~~ there",
    "[no](javascript:alert(1)) ![picture](x) [ref][x] <https://x.example>",
    "<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- -->",
    "a | table | row",
    "`code` ```fence``` $math$",
    "@somebody #12 GH-12 a@b.example http://x.example www.x.example :smile:",
    "&lt;b&gt; &amp; &#60; \\* \\",
    "- 1. > + = item",
    "trailing # #",
)


def inline_of(line: str) -> list[Token]:
    tokens = MarkdownIt("gfm-like").parse(f"- **A1** {line}")
    inline = [token for token in tokens if token.type == "inline"]
    assert len(inline) == 1, tokens
    return [token for token in inline[0].children or [] if token.content != "A1"]


def check(text: str) -> None:
    tokens = inline_of(escape(text))
    kinds = {token.type for token in tokens}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}, kinds
    assert sum(token.type == "strong_open" for token in tokens) == 1
    shown = "".join(token.content for token in tokens).replace("\u2060", "")
    assert " ".join(shown.split()) == " ".join(text.replace("\u2060", "").split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    check(text)


@given(st.text("ab1 *_`[]()<>#&;:/.@|~!\\-+=\"'$^{}wx\u00a0“é", max_size=40))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    check(text)


def test_nobody_is_mentioned_and_no_issue_is_closed() -> None:
    shown = escape("thanks @SecRubio, fixes #12 and GH-12")
    assert not re.search(r"@\w|#\d|GH-\d", shown.replace("&#8288;", "\u2060"))


def test_words_in_bold_are_those_that_differ() -> None:
    assert "“We will **not** sail again until we know why the engine failed,” she said." in render(sample())


def test_the_page_has_the_structure_that_we_wrote_and_no_other() -> None:
    comparison = hostile(sample(), "# x\n\n- <b>y</b> | z\n```\n[a](b)")
    tokens = MarkdownIt("gfm-like").parse(render(comparison))
    ours = MarkdownIt("gfm-like").parse(render(sample()))
    assert [token.type for token in tokens if token.type != "inline"] == [token.type for token in ours if token.type != "inline"]
    assert not any(child.type in ("html_inline", "link_open", "image") for token in tokens for child in token.children or [])


def hostile(comparison: Comparison, text: str) -> Comparison:
    """The comparison with a hostile text in every field that isn't the article itself."""
    return dataclasses.replace(
        comparison,
        articles=tuple(
            dataclasses.replace(analysis, article=dataclasses.replace(analysis.article, title=text, outlet=text, source=text))
            for analysis in comparison.articles
        ),
        entities=tuple(dataclasses.replace(entity, name=text, aliases=(text,)) for entity in comparison.entities),
        differences=tuple(dataclasses.replace(difference, explanation=text, consensus=text) for difference in comparison.differences),
        notes=tuple(dataclasses.replace(note, text=text) for note in comparison.notes),
    )
