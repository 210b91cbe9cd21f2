"""Letters of one script that look like another's, as somebody uses them to make a name that searches and comparisons miss.

The pairs are those of Unicode's confusables (UTS 39) whose glyphs are the same in common fonts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from compare.deferred import deferred

_CYRILLIC_PAIRS = dict(zip("АаВСсЕеНІіЈјКМОоРрЅѕТХхУуһԝԁԛӏɡ", "AaBCcEeHIiJjKMOoPpSsTXxYyhwdqlg", strict=True))
_GREEK_PAIRS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιρυ", "ABEZHIKMNOPTYXovipu", strict=True))
_TO_LATIN = {**_CYRILLIC_PAIRS, **_GREEK_PAIRS}
_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in _CYRILLIC_PAIRS.items() if cyrillic != "ɡ"}

_MATHEMATICAL = r"\U0001d400-\U0001d7ff"
_FOREIGN = "".join(_TO_LATIN)
_SUSPECT = deferred(rf"(?<!\w)\w*[{_FOREIGN}{_MATHEMATICAL}]\w*")
"""Words with a letter that could stand for a Latin one; in texts of those scripts that is most of them."""

_LATIN_LETTER = deferred("[A-Za-z\u00c0-\u024f]")
_CYRILLIC_LETTER = deferred("[\u0400-\u052f]")


def disguised(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text that mix scripts by look-alike letters, as (start, end, the word in one script), in order.

    A word is put into the script that the letters without a double belong to, or most of them; one that mixes scripts in another way (``5α``,
    ``μg``) is no disguise, and neither is a word that is all in one script.
    """
    if text.isascii():
        return
    for found in _SUSPECT.finditer(text):
        word = found[0]
        plain = _in_one_script(word)
        if plain != word:
            yield found.start(), found.end(), plain


def _in_one_script(word: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", sign) if "\U0001d400" <= sign <= "\U0001d7ff" else sign for sign in word)
    if not _LATIN_LETTER.search(plain):
        return plain
    foreign = [sign for sign in plain if sign in _TO_LATIN or not (sign.isascii() or _LATIN_LETTER.match(sign) or not sign.isalpha())]
    if not foreign:
        return plain
    if all(sign in _TO_LATIN for sign in foreign):
        latin = len(_LATIN_LETTER.findall(plain))
        own = any(sign not in _TO_CYRILLIC for sign in plain if _LATIN_LETTER.match(sign))
        if own or latin >= len(foreign):
            return "".join(_TO_LATIN.get(sign, sign) for sign in plain)
    latin_letters = _LATIN_LETTER.findall(plain)
    if all(_CYRILLIC_LETTER.match(sign) for sign in foreign) and all(sign in _TO_CYRILLIC for sign in latin_letters):
        return "".join(_TO_CYRILLIC.get(sign, sign) for sign in plain)
    return plain
