"""What a page's tree tells beside the text that is extracted: boxes that one article is cut into, and what is a link.

Pages cut articles around advertisements or screen by screen; extractors choose one box, so that they are put together before.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PARAGRAPHS = 2
_LETTERS = 60
_NEAR = 3
_MOST = 400
_OTHERS = ("comment", "teaser", "related", "card", "promo", "recirc", "sidebar", "footer", "author", "bio")


def rejoin(tree: HtmlElement) -> None:
    """Move the content of an article's later boxes into its first one.

    Boxes are one article's when they have the same tag and class, hold running paragraphs, stand in the same ``<article>`` (or in none) no more
    than three levels below what holds them all, and aren't called comments, cards or the like: a list of articles has an ``<article>`` each.
    """
    groups: dict[tuple[str, str, HtmlElement | None], list[HtmlElement]] = {}
    seen: set[HtmlElement] = set()  # held, since lxml makes its elements anew each time they are asked for
    for paragraph in tree.iter("p"):
        box = paragraph.getparent()
        if box is None or box in seen or not isinstance(box.tag, str) or box.tag not in {"div", "section"}:
            continue
        seen.add(box)
        kind = (box.get("class") or "").strip()
        if not kind or any(word in kind.lower() for word in _OTHERS) or not _is_running(box):
            continue
        article = next(box.iterancestors("article"), None)
        groups.setdefault((box.tag, kind, article), []).append(box)
        if len(seen) > _MOST:
            return
    for boxes in groups.values():
        if 2 <= len(boxes) <= _MOST // 4 and _stand_together(boxes):
            first, *rest = boxes
            for box in rest:
                first.extend(list(box))


def _is_running(box: HtmlElement) -> bool:
    long = 0
    for child in box:
        if child.tag == "p" and sum(len(text) for text in child.itertext()) >= _LETTERS:
            long += 1
            if long >= _PARAGRAPHS:
                return True
    return False


def _stand_together(boxes: list[HtmlElement]) -> bool:
    """Whether each box and the next have a common ancestor at most three levels up from either, and none holds another."""
    for one, other in pairwise(boxes):
        near = list(one.iterancestors())[:_NEAR]
        above = list(other.iterancestors())
        if one in above or not any(ancestor in near for ancestor in above[:_NEAR]):
            return False
        common = next(ancestor for ancestor in above if ancestor in near)
        if common.tag in {"body", "html"}:
            return False
    return True


class Links:
    """The texts of a page's links, to tell a pointer to other stories from a paragraph."""

    _LEAST = 8
    _MOST = 3000
    _LONGEST_BLOCK = 600
    _LOOKS = 1_000_000

    def __init__(self, tree: HtmlElement) -> None:
        found: set[str] = set()
        for element in tree.iter("a"):
            text = " ".join("".join(element.itertext()).split())
            if len(text) >= self._LEAST:
                found.add(text)
        self._texts = found
        self._by_length = sorted(found, key=lambda text: (len(text), text))[: self._MOST]
        self._looks = self._LOOKS

    def within(self, block: str) -> int:
        """How many characters of a block of text are a link's. Long blocks aren't looked at: they are nobody's list of links."""
        if block in self._texts:
            return len(block)
        if len(block) > self._LONGEST_BLOCK or self._looks < 0:
            return 0
        covered = bytearray(len(block))
        for text in self._by_length:
            if len(text) > len(block):
                break
            self._looks -= 1
            at = block.find(text)
            if at >= 0:
                covered[at : at + len(text)] = b"\1" * len(text)
        return sum(covered)
