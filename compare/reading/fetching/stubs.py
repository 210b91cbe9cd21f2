"""Pages that come in the place of an article: a question for consent, the first lines of one that is sold, a shell that JavaScript would fill."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from urllib.parse import urlsplit

from compare.model import Article
from compare.reading.decoding import decode
from compare.reading.draft import Unreadable

SHORT = 150
"""Words up to which a text may be all that such a page has. One of ninety real pages is such a stub; several whole articles among them are as short, so
length alone says nothing.
"""
_LEAST = 12
"""Words below which a page's text is no article; the shortest of ninety real ones has 18."""
_MANY = 8
_HEADLINE = 4
"""Words from which on a line is a headline rather than the name of a section."""
_LISTING = "is not an article but a list of headlines; give the address of one of them"

_CONSENT = re.compile(
    r"before you continue|we (?:and our partners )?(?:use|value|store) (?:cookies|your privacy)|(?:accept|reject|manage) (?:all )?(?:cookies|consent)"
    r"|your privacy choices|cookie (?:settings|preferences|consent)|our \d* ?partners|accept all|consent to|alle akzeptieren|tout accepter",
    re.IGNORECASE,
)
_CONSENT_PLACE = re.compile(r"(?:^|[./])(?:consent|cmp|privacy-?wall|cookie-?wall)(?:[./]|$)", re.IGNORECASE)
_PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:continue|read|unlock|keep)|to (?:continue|keep) reading|(?:log|sign) in to (?:continue|read)"
    r"|this (?:article|story|content) is (?:for|reserved for|only available to) (?:our )?(?:subscribers|members)"
    r"|unlock this (?:article|story)|you(?:'|’)ve reached your (?:free )?(?:article )?limit",
    re.IGNORECASE,
)
"""What only the place of a cut says, wherever on the page it stands."""
_OFFERED = re.compile(
    r"already (?:a )?(?:subscriber|subscribed|have an account)|subscribers? only|for subscribers|start your (?:free )?trial", re.IGNORECASE
)
"""What a whole page may have in its frame: it counts beside the text."""
_LINK = re.compile(r"<a\b[^<>]{0,2000}>((?:[^<]|<(?!/?a\b)){10,500})</a", re.IGNORECASE)
_NOT_FREE = re.compile(r"isAccessibleForFree[\"']?\s*:\s*[\"']?false", re.IGNORECASE)
_SCRIPTED = re.compile(
    r"(?:enable|activate|turn on|requires?|without|needs?) javascript|javascript (?:is|must be|has to be) (?:disabled|enabled|required|turned)",
    re.IGNORECASE,
)
_SHELL = re.compile(r"<div[^<>]{0,200}\bid=[\"']?(?:root|app|__next|__nuxt|main-app|svelte)[\"'\s>]", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,10000}>")
_UNSHOWN = re.compile(r"<(script|style)\b", re.IGNORECASE)
_ENDS = {name: re.compile(rf"</{name}\s{{0,9}}>", re.IGNORECASE) for name in ("script", "style")}


def _without_scripts(page: str) -> str:
    """A page without its scripts and styles. One that isn't closed is looked for but once, however many of its kind follow."""
    pieces, at = [], 0
    unclosed: set[str] = set()
    for opened in _UNSHOWN.finditer(page):
        name = opened[1].lower()
        if opened.start() < at or name in unclosed:
            continue
        closed = _ENDS[name].search(page, opened.end())
        if closed is None:
            unclosed.add(name)
            continue
        pieces.append(page[at : opened.start()])
        at = closed.end()
    return " ".join([*pieces, page[at:]])


def stub_of(content: bytes, charset: str, address: str, articles: Sequence[Article]) -> str:
    """Why a page that was fetched is no article, in plain words; "" where it is one. ``articles`` is what was read of it, perhaps nothing."""
    words = sum(len(article.text.split()) for article in articles)
    if len(articles) > 1 or any(article.format != "html" for article in articles):
        return ""
    try:
        page = decode(content[: 2 << 20], charset)
    except Unreadable:
        return ""
    if "<" not in page:
        return ""
    if words > SHORT:
        return _listing(articles, page)
    shown = " ".join(_TAG.sub(" ", _without_scripts(page)).split())[:100_000]
    seen = articles[0].restored if articles else shown[:20_000]
    parts = urlsplit(address)
    placed = bool(_CONSENT_PLACE.search(parts.hostname or "") or _CONSENT_PLACE.search(parts.path))
    if len(_CONSENT.findall(seen)) >= (1 if placed else 2):
        return "shows a question for consent instead of the article; save the page from a browser and give the file"
    if _PAYWALL.search(shown) or _OFFERED.search(seen) or _NOT_FREE.search(page):
        return "shows only the beginning, because the rest is for subscribers; save the page from a browser and give the file"
    if words < _LEAST:
        if sum(len(link.split()) > 3 for link in _LINK.findall(page)) >= _MANY:
            return _LISTING
        if _SCRIPTED.search(page) or _SHELL.search(page) or ("<script" in page.lower() and len(shown.split()) < _LEAST):
            return "needs JavaScript to show its text; save the page from a browser and give the file"
        return "is not an article: there is hardly any text on the page"
    return _listing(articles, page)


def _listing(articles: Sequence[Article], page: str) -> str:
    """Whether the text of a web page is one headline after the other, each of which leads elsewhere."""
    if len(articles) != 1 or articles[0].format != "html":
        return ""
    lines = [_letters(line) for line in articles[0].text.splitlines() if len(line.split()) >= _HEADLINE]
    if len(lines) < _MANY:
        return ""
    links = {_letters(_TAG.sub(" ", link)) for link in _LINK.findall(page)}
    return _LISTING if sum(line in links for line in lines) > 0.7 * len(lines) else ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unescape(text).casefold()))
