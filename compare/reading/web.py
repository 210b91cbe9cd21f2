"""Web pages: the article's text by trafilatura, without what the page says beside it, and the metadata that pages carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from compare.reading import boilerplate, limits
from compare.reading.boilerplate import Block
from compare.reading.decoding import decode
from compare.reading.draft import Blocks, Draft, Found, Hints, Unreadable
from compare.reading.isolation import isolated
from compare.reading.page_metadata import Metadata, metadata_of
from compare.reading.page_parts import Links, rejoin
from compare.reading.quiet import quiet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_GENERATOR = re.compile(r"<meta name=\"generator\" content=\"newsdiff", re.IGNORECASE)
_HEAD = 4096
_LEAST_BODY = 200
MOST_TAGS = 40_000
"""Tags and attributes of a page that is read without ado: two and a half times as many as the heaviest of ninety news pages has."""


def read(content: bytes, hints: Hints) -> Found:
    """The article on a saved page. Raises Unreadable where the page holds none, or is none that a newsroom makes. A page of very many tags is read in
    a process of its own.
    """
    if content.count(b"<") - content.count(b"</") > limits.MOST_ELEMENTS:
        raise Unreadable(f"has more than {limits.MOST_ELEMENTS:,} elements, too many for an article")
    yield from isolated("web", content, hints) if content.count(b"<") + content.count(b"=") > MOST_TAGS else extract(content, hints)


def extract(content: bytes, hints: Hints) -> Found:
    """As :func:`read`, in this process."""
    html = decode(content, hints.charset or _declared(content))
    if _GENERATOR.search(html[:_HEAD]):
        raise Unreadable("is a page that newsdiff has exported, not an article")
    yield draft_of(html, hints.url)


def _declared(content: bytes) -> str:
    found = _XML_CHARSET.search(content[:_HEAD]) or _CHARSET.search(content[:_HEAD])
    return found[1].decode("ascii", "replace") if found else ""


def draft_of(html: str, url: str = "") -> Draft:
    """The article in a page's HTML. ``url`` is where the page came from, where that is known.

    Raises Unreadable where nothing in it reads like an article.
    """
    tree = parsed(html)
    known = metadata_of(tree, url)
    rejoin(tree)
    linked = Links(tree)
    out = _article_blocks(tree, linked, known, url, precision=True)
    if not out.text and len(known.body) >= _LEAST_BODY:  # a page that scripts fill may still tell search engines what it says
        for paragraph in fragment_text(known.body).splitlines():
            out.keep(paragraph.strip())
    if not out.text:
        out = _article_blocks(tree, linked, known, url, precision=False)
    if not out.text:
        raise Unreadable("is a web page without an article's text; it may need JavaScript, or be a list of links")
    return _draft(out, known)


def _article_blocks(tree: HtmlElement, linked: Links, known: Metadata, url: str, *, precision: bool) -> Blocks:
    out = Blocks()
    body = _extracted(tree, known.url or url, precision=precision)
    blocks = [Block(text, linked.within(text), heading) for text, heading in markup_blocks(body)]
    for block, wanted in zip(blocks, boilerplate.kept(blocks, known.title), strict=True):
        (out.keep if wanted else out.drop)(block.text)
    return out


def _draft(out: Blocks, known: Metadata) -> Draft:
    return Draft(
        out.text,
        title=known.title,
        outlet=known.outlet,
        byline=known.byline,
        published=known.published,
        updated=known.updated,
        language=known.language,
        url=known.url,
        dropped=out.dropped,
    )


def parsed(html: str) -> HtmlElement:
    """The tree of a page. Raises Unreadable where there is none. No entity is expanded and nothing is fetched."""
    from lxml.etree import LxmlError
    from trafilatura.utils import load_html

    quiet("trafilatura", "htmldate", "courlan", "justext")
    try:
        tree = load_html(html)
    except (LxmlError, ValueError):
        tree = None
    if tree is None:
        raise Unreadable("is a web page without any text")
    return tree


def _extracted(tree: HtmlElement, url: str, *, precision: bool) -> Any:
    """The body of the article as trafilatura has it. Precision is favoured: what isn't the article's own hurts a comparison
    more than a sentence that is lacking; where that leaves nothing, it isn't.
    """
    from copy import deepcopy

    from trafilatura import bare_extraction

    document = bare_extraction(
        deepcopy(tree),
        url=url or None,
        include_comments=False,
        favor_precision=precision,
        with_metadata=False,
    )
    return getattr(document, "body", None)


_BREAKS = frozenset(
    "p head item quote row div code list table body main lb br li ul ol dl dt dd tr blockquote pre section article header footer aside figure "
    "figcaption hr form h1 h2 h3 h4 h5 h6".split()
)
_HEADINGS = frozenset("head h1 h2 h3 h4 h5 h6".split())
_CELLS = frozenset("cell td th".split())
_UNSEEN = frozenset("script style template noscript iframe object svg title".split())


def markup_blocks(body: Any) -> Iterator[tuple[str, bool]]:
    """The blocks of a tree of HTML, or of what trafilatura makes of it, in order, each with whether it is a heading; a line break ends a block."""
    if body is None:
        return
    text: list[str] = []
    heading = False
    stack: list[tuple[Any, bool, bool]] = [(body, False, False)]
    while stack:
        element, in_heading, closing = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BREAKS and text:
            joined = " ".join("".join(text).split())
            text.clear()
            if joined:
                yield joined, heading
        if not closing:
            in_heading = in_heading or tag in _HEADINGS
            heading = in_heading
            stack.append((element, in_heading, True))
            if tag and tag not in _UNSEEN:
                text.append(element.text or "")
                stack.extend((child, in_heading, False) for child in reversed(element))
        else:
            heading = in_heading and tag not in _HEADINGS
            text.append(" " if tag in _CELLS else "")
            if element.tail and element is not body:
                text.append(element.tail)
    joined = " ".join("".join(text).split())
    if joined:
        yield joined, heading


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML that is an article's alone (a feed's entry, a field of a record, a chapter), paragraph by paragraph."""
    if "<" not in markup and "&" not in markup:
        return markup
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, fromstring

    try:
        tree = fromstring(markup, parser=HTMLParser(remove_comments=True, remove_pis=True))
    except (LxmlError, ValueError):
        return ""
    return "\n\n".join(text for text, _ in markup_blocks(tree))
