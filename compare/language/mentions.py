"""People, places and organisations named in an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.model import Article, Mention, Sentence

_NAME = re.compile(r"(?<![\w.])(?:[A-Z]\.?[\w’'-]*\s)*[A-Z][\w’'-]*")


def find_mentions(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The mentions in the sentences, in order."""
    found: list[Mention] = []
    for number, sentence in enumerate(sentences):
        for match in _NAME.finditer(sentence.text):
            if match.start() or " " in match[0]:
                start = sentence.start + match.start()
                found.append(Mention(start, start + len(match[0]), match[0], "other", number))
    return tuple(found)
