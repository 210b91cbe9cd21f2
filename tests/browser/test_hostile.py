"""Hostile text in every field stays text: looked for in the DOM that a browser makes of the page, not by searching its source."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from compare import compare
from compare.export.html import render
from compare.model import Comparison, EntityMention, Note
from compare.reading import read_bytes
from compare.reading.cleaning import unescaped
from tests.export.sample import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]
VECTORS = (
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<svg onload=window.pwned=1>",
    '"><script>window.pwned=1</script>',
    "' onmouseover='window.pwned=1' x='",
    '" onfocus="window.pwned=1" autofocus="',
    "javascript:window.pwned=1",
    "</style><script>window.pwned=1</script>",
    "</title><script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    "<!--<script>",
    "--><b>bold</b><!--",
    "]]><b>bold</b>",
    "{{ 7*7 }}{% raw %}${7*7}",
    "<iframe srcdoc='<script>parent.pwned=1</script>'>",
    "<base href=//evil.example/><a href=//evil.example>x</a>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><input type=submit>",
    "&lt;b&gt; &#60;b&#62; &amp;amp;",
    "\u202eevil\u202c \u2066x\u2069",
    "a\x00b\x1b[31m\x9b2J",
    "<plaintext><textarea><noscript><template>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css';</style>",
)
# Each element with its attributes' names, counted: a text that became markup would change this.
SHAPE = """() => {
    const counted = {};
    for (const element of document.querySelectorAll('*')) {
        const shape = [element.tagName, ...[...element.attributes].map(one => one.name).sort()].join(' ');
        counted[shape] = (counted[shape] || 0) + 1;
    }
    return counted;
}"""
ADDRESSES = "() => [...document.querySelectorAll('[href]')].map(element => element.getAttribute('href'))"


def with_text(text: str) -> Comparison:
    """The sample with a text in every field that isn't an offset or one of our own words."""
    comparison = sample()

    def told(mention: EntityMention) -> EntityMention:
        return dataclasses.replace(mention, role=text)

    return dataclasses.replace(
        comparison,
        articles=tuple(
            dataclasses.replace(
                analysis,
                article=dataclasses.replace(
                    analysis.article, title=text, outlet=text, source=text, language=text, published=date(2026, 1, 1)
                ),
            )
            for analysis in comparison.articles
        ),
        entities=tuple(
            dataclasses.replace(
                entity,
                name=text,
                aliases=(text,),
                roles=tuple(dataclasses.replace(role, text=text) for role in entity.roles),
                mentions=tuple(map(told, entity.mentions)),
            )
            for entity in comparison.entities
        ),
        differences=tuple(dataclasses.replace(difference, explanation=text, consensus=text) for difference in comparison.differences),
        links=tuple(
            dataclasses.replace(link, reasons=tuple(dataclasses.replace(reason, name=text, detail=text) for reason in link.reasons))
            for link in comparison.links
        ),
        quotations=tuple(
            dataclasses.replace(compared, quotation=dataclasses.replace(compared.quotation, text=text, speaker=text, cue=text))
            for compared in comparison.quotations
        ),
        notes=(Note(1, 0, text),),
        options=dataclasses.replace(comparison.options, ner=text),
    )


def settled(page: Page) -> None:
    """Wait until the script has measured its bar, which it notes at the root: a frame after the page is there."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    for _ in range(100):
        if page.evaluate("document.documentElement.hasAttribute('style')"):
            return
        page.wait_for_timeout(20)
    raise AssertionError("the bar was never measured")


@pytest.fixture(scope="module")
def shape(browser: Browser) -> dict[str, int]:
    """What the page is made of where every field is harmless."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_content(render(with_text("harmless text")))
    settled(page)
    found: dict[str, int] = page.evaluate(SHAPE)
    page.close()
    return found


@pytest.mark.parametrize("text", VECTORS)
def test_a_field_is_never_more_than_text(open_page: Open, shape: dict[str, int], text: str) -> None:
    page = open_page(with_text(text))
    settled(page)
    assert page.evaluate(SHAPE) == shape
    assert all(address.startswith("#") for address in page.evaluate(ADDRESSES))
    for key in ("g", "j", "d", "e", "v", "v"):
        page.keyboard.press(key)
    assert page.evaluate("typeof window.pwned") == "undefined"
    shown = page.evaluate("document.documentElement.textContent")
    assert not any(sign in shown for sign in "\x00\x1b\x9b\u202e\u202c\u2066\u2069")
    if text.isascii() and text.isprintable():
        assert page.locator("#B1 .note span").text_content() == text
        assert page.title().startswith(" ".join(text.split()))


def test_an_article_of_vectors_is_never_more_than_text(open_page: Open) -> None:
    """Through the whole road: read, compared and written out."""
    hostile = "\n\n".join(f"The minister spoke of {text} on Monday, she said." for text in VECTORS)
    other = "\n\n".join(f"The minister never spoke of {text} on Tuesday, he said." for text in reversed(VECTORS))
    pages = [open_page(compare([read_bytes(one.encode(), name) for name, one in (("a<b>.txt", hostile), ("\"x'.txt", other))]))]
    pages.append(open_page(compare([read_bytes(one.encode(), "x.txt") for one in (hostile, other)]), hide_findings=True))
    for page in pages:
        assert page.evaluate("typeof window.pwned") == "undefined"
        foreign = "script,style,meta,img,iframe,base,form,link,svg,textarea,template,noscript,input"
        assert page.evaluate(f"document.querySelectorAll('#rows :is({foreign})').length") == 0
        shown = " ".join(str(page.locator("#rows").text_content()).split())
        for text in VECTORS:
            if text.isascii() and text.isprintable():
                assert unescaped(text) in shown, text  # entities are undone when a text is read


def test_the_policy_lets_nothing_else_run_or_load(open_page: Open) -> None:
    page = open_page(complaints="Content Security Policy")
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    blocked = page.evaluate("""async () => {
        const blocked = [];
        addEventListener('securitypolicyviolation', event => blocked.push(event.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'window.pwned = 1';
        document.body.append(script);
        const style = document.createElement('style');
        style.textContent = 'body { color: red }';
        document.body.append(style);
        document.body.setAttribute('onclick', 'window.pwned = 1');
        document.body.click();
        await fetch('data:text/plain,x').catch(() => 0);
        await new Promise(done => setTimeout(done, 50));
        return blocked;
    }""")
    assert set(blocked) >= {"script-src-elem", "style-src-elem", "script-src-attr", "connect-src"}
    assert page.evaluate("typeof window.pwned") == "undefined"
