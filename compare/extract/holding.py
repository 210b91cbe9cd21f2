"""What a sentence holds at all, so that the patterns that can find nothing in it aren't asked: most sentences have no date and no number.

Looking for a word as it is takes a hundredth of the time of a pattern that begins with a choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.text.words import has_digit

# A pattern that takes small letters for capitals takes these for "i", "k" and "s", too.
_UNUSUAL = str.maketrans("\u0130\u0131\u017f\u212a", "IisK")
_LOOK_ALIKE = re.compile(f"[{''.join(map(chr, _UNUSUAL))}]")


def in_usual_letters(text: str) -> str:
    """The text with the letters for which those stand; the very same where it has none. Tables of words know no others."""
    return text.translate(_UNUSUAL) if not text.isascii() and _LOOK_ALIKE.search(text) else text


class Holding:
    """A text that is asked what it may hold; the answer errs on the side of yes."""

    def __init__(self, text: str) -> None:
        self.digits = has_digit(text)
        self._small = text.lower()
        self._anything = not text.isascii() and _LOOK_ALIKE.search(text) is not None

    def any_of(self, parts: Iterable[str]) -> bool:
        """Whether one of these stands in it, in small letters or capitals."""
        if self._anything:
            return True
        small = self._small
        for part in parts:  # noqa: SIM110 (a generator takes twice as long)
            if part in small:
                return True
        return False
