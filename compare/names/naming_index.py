"""Which of an article's names may be one with a given name: found by a part, a nation, an acronym or the first letters, not one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.extract.gazetteer import homelands
from compare.model import Mention
from compare.names.naming import acronym, names_agree, nation, parts, persons_agree, same_nation, shortened
from compare.text.words import fold

_LETTERS = 3


class NamingIndex:
    """The names of one article under what two names of one somebody have in common."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._under: dict[str, list[Mention]] = {}
        self._asked: dict[tuple[str, str], bool] = {}
        seen: set[tuple[str, str]] = set()
        for mention in mentions:
            if (mention.text, mention.type) not in seen:
                seen.add((mention.text, mention.type))
                for key in sorted(set(_keys(mention.text))):
                    self._under.setdefault(key, []).append(mention)

    def names(self, mention: Mention) -> bool:
        """Whether the article has a name that can be the same somebody's."""
        key = mention.text, mention.type
        if key not in self._asked:
            self._asked[key] = any(one_name(mention, there) for under in _keys(mention.text) for there in self._under.get(under, ()))
        return self._asked[key]


def _keys(text: str) -> Iterator[str]:
    yield from parts(text)
    folded = fold(text)
    yield f"^{folded[:_LETTERS]}"
    squeezed = re.sub(r"\W", "", text).casefold()
    yield f"={squeezed}"
    short = acronym(text)
    if len(short) > 1:
        yield f"={short}"
        yield f"={short[:3]}"
    there = nation(text)
    if there:
        yield f"@{there.removeprefix('people ')[:4]}"
        yield f"@{fold(homelands().get(text, there))[:4]}"


def one_name(mention: Mention, there: Mention) -> bool:
    """Whether two mentions, wherever they stand, can name one somebody."""
    if same_nation(mention.text, there.text) or shortened(mention.text, there.text):
        return True
    if mention.type == there.type == "person":
        return persons_agree(mention.text, there.text)
    return names_agree(mention.text, there.text)
