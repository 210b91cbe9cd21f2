"""The regular expressions for runs of capitalised words.

A character class of all large letters is slow to compile, so the patterns come in two widths: Latin-1, and, for text that needs it, everything up to
Cyrillic and the Vietnamese letters. Neither can backtrack far: each repetition begins with another kind of character than the one before it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

_LATIN_1 = "A-ZÀ-ÖØ-Þ"
_BEYOND = "\u0100-\u052f\u1e00-\u1eff"
_DOTTED = (
    "Corp|Inc|Co|Ltd|Bros|Jr|Sr|St|Ste|Mt|Ft|Gen|Sen|Sens|Rep|Reps|Gov|Govs|Lt|Maj|Col|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Prof|Dr|Mr|Mrs|Ms|Mme|Messrs|"
    "Rev|Hon|Supt|Insp|Brig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec|Mon|Tues|Wed|Thurs|Fri|Sat|Sun|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|"
    "Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ave|Blvd|Rd|Dept|Smt|Fr"
)
_OWNERS = (
    "(?:Women|Men|Children|People)['’]s|(?:Veteran|Worker|Teacher|Nurse|Farmer|Writer|Girl|Boy|Player|Officer|Mother|Consumer|Publisher|Governor|Mayor|"
    "Lawyer|Journalist|Student|Driver|Pilot|Manufacturer|Banker|Employee|Retailer|Physician|Doctor|Trader|Builder|Owner|Employer|Taxpayer|Artist|"
    "Actor)s['’]|Lord['’]s|Moody['’]s(?= Investors)"
)
# A plural whose possessive begins the name of a body: "the Metalworkers' Federation".
_OWNING = (
    "(?<=s)['’](?= (?:Association|Federation|Union|Party|League|Council|Guild|Society|Club|Alliance|Organi[sz]ation|Front|Committee|Congress|Network|Forum|"
    "Fund|Trust|Movement|Confederation|Board|Coalition|Cooperative|Syndicate|Institute|Bank|Protection|Defense|Rights|Health)(?!\\w))"
)
_NUMBERED = (
    "Circuit|District|Congress|Amendment|Fleet|Division|Battalion|Infantry|Airborne|Armored|Cavalry|Century|Street|Avenue|Ward|Precinct|Regiment|"
    "Brigade|Air"
)
_CONNECTORS = "of|for|in|and|the|de|del|della|da|dos|das|do|di|du|la|le|las|los|van|von|der|den|ter|ten|bin|ibn|binti|al|el|y|e|arap|ap|abu|zu|on|at|against|&"
_SPACE = r"(?:,?[ \t\u00a0\n]{1,2}(?=(?:Inc|INC|Ltd|LTD|LLC|PLC|LLP|N\.A\.|S\.A\.|Jr|Sr)(?!\w))|[ \t\u00a0\n]{1,2})"
_BETWEEN = re.compile(rf"{_SPACE}(?:(?:{_CONNECTORS}){_SPACE}){{0,3}}")
_LONGEST = 41
"""Words in a run at most."""

BRAND = re.compile(
    r"(?<!\w)([^\W\d_a-z]\w+['’]s) (?:said|says|did|announced|reported|lowered|raised|"
    r"has|put|cut|rates|rated|expects|plans|agreed|affirmed|downgraded|upgraded|"
    r"opened|closed|sells|sold|Corp|Inc)\b"
)
"""A name that ends in "'s" itself: "Moody's said"."""


class Patterns(NamedTuple):
    """``word`` matches a word of a run, its first group, or whatever stands between white space; ``capital`` a large letter."""

    word: re.Pattern[str]
    capital: re.Pattern[str]

    def run(self, text: str, start: int, end: int) -> int:
        """Where the run ends that begins at ``start``; ``start`` where none does. Word by word, as one expression would hold all of this twice."""
        here = self.word.match(text, start, end)
        for _ in range(_LONGEST):
            if here is None or here[1] is None:
                break
            start = here.end()
            between = _BETWEEN.match(text, start, end)
            here = between and self.word.match(text, between.end(), end)
        return start


def is_capitalised(word: str) -> bool:
    """Whether any letter of a word is large."""
    return word != word.lower()


def patterns_for(text: str, start: int, end: int) -> Patterns:
    """The patterns that see every large letter in ``text[start:end]``."""
    return _patterns(wide=not text.isascii() and _needs_more().search(text, start, end) is not None)


@cache
def _needs_more() -> re.Pattern[str]:
    return re.compile(f"[{_BEYOND}]")


@cache
def _patterns(*, wide: bool) -> Patterns:
    up = _LATIN_1 + _large_letters() if wide else _LATIN_1
    word = (
        rf"(?:(?:al|el)\s(?=[{up}])|(?:al|el|ul|as|ad|an|ar|at|ash|ibn)-|[dl]['’]|\d{{1,4}}(?:st|nd|rd|th)\s(?=(?:U\.S\. )?(?:{_NUMBERED})))?"
        rf"(?:St\. [{up}][a-z]+['’]s(?=\s[{up}])|(?:{_DOTTED})\.|(?:{_OWNERS})(?=\s[{up}])|(?:[{up}]\.)+(?:-(?:[{up}]\.)+|-\w+)*(?:[{up}](?!\w))?"
        rf"|[{up}]\w*(?:['’](?!(?:s|S|t|ll|ve|d|re|m)\b)\w+|&\w+|\.(?:com|org|net|gov|edu|co|io)\b|-(?:[{up}]\.)+|-(?:{_DOTTED})\.|-\w+)*(?:{_OWNING})?)"
    )
    return Patterns(re.compile(rf"({word})|[^\s]+"), re.compile(f"[{up}]"))


def _large_letters() -> str:
    """The large letters beyond Latin-1, for the inside of a character class."""
    letters = (chr(code) for code in (*range(0x100, 0x530), *range(0x1E00, 0x1F00)))
    return "".join(letter for letter in letters if unicodedata.category(letter) in {"Lu", "Lt"})


_patterns(wide=False)  # compiled with the module, as other patterns are, so that the first article doesn't wait for it
