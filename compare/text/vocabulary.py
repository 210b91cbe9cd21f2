"""Words that the judgement knows: what means the same in news English, what means the opposite, what denies and what hedges.

The tables hold general words of news reports; a pair that is missing costs a match, never a false alarm.
"""

from __future__ import annotations

from functools import lru_cache

from compare.text.lexicon import CLASSES, OPPOSITE_PAIRS, SYNONYMS
from compare.text.words import fold, stem


def listed(words: str) -> frozenset[str]:
    """A set of words, written with spaces between."""
    return frozenset(words.split())


CONTRACTIONS: dict[str, tuple[str, str]] = {
    "cannot": ("can", "not"),
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("be", "not"),
}
_BASES = {"does": "do", "did": "do", "is": "be", "are": "be", "was": "be", "were": "be", "has": "have", "had": "have"}
for _verb in ("do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could", "should", "might", "must", "need"):
    CONTRACTIONS[f"{_verb}n't"] = (_BASES.get(_verb, _verb), "not")

LIGHT = listed(
    "a an the of in on at by for to from with and or but as than that which who whom whose is are was were be been "
    "being am has have had having do does did "
    "it its he him his she her they them their theirs we us our i me my you your this these those there here so "
    "such also too very more most some any all "
    "into over under about after before during through between against while when where if then both each other s "
    "up out off not no will would could may "
    "might must should can shall said says say mr mrs ms dr had has just only even still now new own same"
)

_NEVER_MERGED = frozenset(
    {"up", "down", "old", "past", "head", "hold", "keep", "us", "act", "fire", "matter", "leave", "make", "let", "representative"}
)


def _build() -> dict[str, str]:
    concepts: dict[str, str] = {}
    for line in SYNONYMS.strip().splitlines():
        stems = [stem(word) for word in line.split() if word not in _NEVER_MERGED]
        for one in stems:
            concepts.setdefault(one, stems[0])
    return concepts


_IRREGULAR = {
    "told": "tell",
    "said": "say",
    "says": "say",
    "met": "meet",
    "began": "begin",
    "begun": "begin",
    "bought": "buy",
    "got": "get",
    "shown": "show",
    "rose": "rise",
    "risen": "rise",
    "grew": "grow",
    "grown": "grow",
    "fell": "fall",
    "fallen": "fall",
    "sank": "sink",
    "shrank": "shrink",
    "left": "leave",
    "won": "win",
    "lost": "lose",
    "fought": "fight",
    "built": "build",
    "chose": "choose",
    "chosen": "choose",
    "thought": "think",
    "kept": "keep",
    "sold": "sell",
    "paid": "pay",
    "spent": "spend",
    "brought": "bring",
    "held": "hold",
    "found": "find",
    "led": "lead",
    "sent": "send",
    "came": "come",
    "went": "go",
    "gone": "go",
    "took": "take",
    "taken": "take",
    "gave": "give",
    "given": "give",
    "made": "make",
    "struck": "strike",
    "broke": "break",
    "broken": "break",
    "knew": "know",
    "known": "know",
    "saw": "see",
    "seen": "see",
    "spoke": "speak",
    "spoken": "speak",
    "wrote": "write",
    "written": "write",
    "ran": "run",
    "became": "become",
    "stood": "stand",
    "sought": "seek",
    "died": "die",
    "dying": "die",
    "children": "child",
    "people": "people",
    "men": "man",
    "women": "woman",
    "is": "be",
    "are": "be",
    "was": "be",
    "were": "be",
    "been": "be",
    "being": "be",
    "am": "be",
    "has": "have",
    "had": "have",
    "having": "have",
    "does": "do",
    "did": "do",
    "done": "do",
    "an": "a",
    "u.s": "us",
    "u.s.": "us",
    "u.n.": "un",
    "u.k.": "uk",
    "%": "percent",
    "&": "and",
    "mr": "mr",
    "per": "per",
    "stole": "steal",
    "stolen": "steal",
    "shot": "shoot",
    "drew": "draw",
    "drove": "drive",
    "threw": "throw",
    "wore": "wear",
    "felt": "feel",
    "heard": "hear",
    "meant": "mean",
    "taught": "teach",
    "caught": "catch",
    "sued": "sue",
    "worse": "worse",
    "further": "far",
    "upheld": "uphold",
    "withdrew": "withdraw",
    "withdrawn": "withdraw",
    "overcame": "overcome",
    "overthrew": "overthrow",
    "overthrown": "overthrow",
    "undid": "undo",
    "undone": "undo",
    "withheld": "withhold",
    "froze": "freeze",
    "frozen": "freeze",
    "forbade": "forbid",
    "forbidden": "forbid",
    "forgave": "forgive",
    "forgiven": "forgive",
    "forgot": "forget",
    "forgotten": "forget",
    "beaten": "beat",
    "hid": "hide",
    "hidden": "hide",
    "fled": "flee",
    "swore": "swear",
    "sworn": "swear",
    "tore": "tear",
    "torn": "tear",
    "swam": "swim",
    "sunk": "sink",
    "sprang": "spring",
    "burnt": "burn",
    "laid": "lay",
    "bore": "bear",
    "borne": "bear",
    "arose": "arise",
    "arisen": "arise",
    "awoke": "awake",
    "misled": "mislead",
    "underwent": "undergo",
    "undertook": "undertake",
    "undertaken": "undertake",
    "clung": "cling",
    "blew": "blow",
    "blown": "blow",
    "flew": "fly",
    "flown": "fly",
    "rode": "ride",
    "ridden": "ride",
    "shook": "shake",
    "shaken": "shake",
    "freed": "free",
    "fed": "feed",
    "bled": "bleed",
    "slid": "slide",
    "leapt": "leap",
    "leaped": "leap",
    "dealt": "deal",
    "lent": "lend",
    "spun": "spin",
    "swept": "sweep",
    "slept": "sleep",
    "hung": "hang",
    "stuck": "stick",
    "dug": "dig",
    "ate": "eat",
    "eaten": "eat",
    "drank": "drink",
    "drunk": "drink",
    "sang": "sing",
    "sung": "sing",
    "rang": "ring",
    "rung": "ring",
}

_CONCEPTS = _build()
OPPOSITES: dict[str, frozenset[str]] = {}
_FELLOWS: dict[str, frozenset[str]] = {}


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """The word's stem, irregular verbs brought to their base first."""
    folded = fold(word)
    return stem(_IRREGULAR.get(folded, folded))


def irregular(word: str) -> bool:
    """Whether it is the past of an irregular verb ("ran")."""
    return fold(word) in _IRREGULAR


@lru_cache(maxsize=65_536)
def concept(word: str) -> str:
    """A key that is equal for words which mean the same in a news report."""
    root = lemma(word)
    return _CONCEPTS.get(root, root)


def excluded(word: str) -> frozenset[str]:
    """The lemmas of words that can't stand where this one stands without saying something else."""
    root = lemma(word)
    return OPPOSITES.get(root, frozenset()) | (_FELLOWS.get(root, frozenset()) - {root})


def _fellows() -> None:
    for line in CLASSES.strip().splitlines():
        roots = frozenset(lemma(word) for word in line.split())
        for root in sorted(roots):
            _FELLOWS[root] = _FELLOWS.get(root, frozenset()) | roots


def _opposites() -> None:
    found: dict[str, set[str]] = {}
    for pair in OPPOSITE_PAIRS.replace("\n", ";").split(";"):
        if not pair.strip():
            continue
        one, other = (lemma(word) for word in pair.split())
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    OPPOSITES.update({word: frozenset(others) for word, others in found.items()})


_opposites()
_fellows()
