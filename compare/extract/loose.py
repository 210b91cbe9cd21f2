"""Acts of saying that govern the words in marks too loosely to name a speaker: those words may as well be anybody's."""

from __future__ import annotations

from collections.abc import Sequence

from compare.extract.phrases import Phrase, PhraseWord
from compare.extract.quotation_marks import Marked
from compare.extract.speech import Act
from compare.extract.speech_words import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SAYING, STANCE, TIMES

NEAR = 4
"""A noun for what is said (his claim that …) and a participle behind the marks stand so few tokens from them."""
THINKING = 6
"""A verb of thinking stands so few tokens before the words that it governs."""
BEHIND = 5
"""A verb behind marks that no comma or the like leads on from governs their words only where it stands so few tokens off."""
ATTRIBUTE = 9
"""A nameless speaker and the verb have so few tokens between them."""

_WHAT = frozenset(("what", "whatever", "anything", "everything", "something", "nothing"))
_BE = frozenset(("is", "are", "was", "were", "be", "been"))
_GOES_ON = PREPOSITIONS | CONJUNCTIONS | ADVERBS | AUXILIARIES | TIMES | {"who"}


def is_loose(text: str, quotation: Marked, tokens: Sequence[PhraseWord], block: int, act: Act, phrase: Phrase) -> bool:
    """Whether the act's subject is no sure speaker of the quotation at token ``block``. ``text`` is the article's."""
    if text.find("MORE", phrase.start, tokens[-1].end) >= 0 and any(
        token.text == "MORE" and phrase.start < token.start for token in tokens
    ):
        return True  # a page's links to other stories stand within the name
    around = text[quotation.end - 1] + text[quotation.outer_end : quotation.outer_end + 2].lstrip()[:1]
    return (
        _is_far(phrase, act, block)
        or _is_part_of_a_name(tokens, act, phrase)
        or _tells_of_a_thing(tokens, block, act, phrase)
        or (act.kind == "noun" and abs(act.cue - block) > NEAR)
        or (act.kind == "participle" and act.cue > block and (act.cue - block > NEAR or "," not in around))
        or (act.kind == "finite" and act.cue - block > BEHIND and not set(around) & set(",?!—–-…"))
        or (act.cue >= 0 and act.text.lower() in STANCE and _thinks_elsewhere(act, block, around))
    )


def _is_far(phrase: Phrase, act: Act, block: int) -> bool:
    """A nameless speaker stands beside the verb; "all" and "some" right before it."""
    if phrase.kind != "noun" or act.kind != "finite":
        return False
    if phrase.text.lower() in DETERMINERS:
        return act.cue > block or act.cue - phrase.last > 2
    return act.cue > phrase.last + ATTRIBUTE


def _is_part_of_a_name(tokens: Sequence[PhraseWord], act: Act, phrase: Phrase) -> bool:
    """“…,” said the American command: one capitalised word before others that say who."""
    if act.kind != "inverted" or phrase.kind != "name" or " " in phrase.text or phrase.last + 1 >= len(tokens):
        return False
    after = tokens[phrase.last + 1]
    return after.kind == "word" and after.text.islower() and after.lower not in _GOES_ON


def _tells_of_a_thing(tokens: Sequence[PhraseWord], block: int, act: Act, phrase: Phrase) -> bool:
    """He demanded actions that were “…”; she takes anything he says with “…”: the words are the writer's."""
    if act.cue < block - 2 and tokens[block - 1].lower in _BE and tokens[block - 2].lower in ("that", "which", "who"):
        return tokens[block - 3].lower not in SAYING
    return phrase.first > 0 and tokens[phrase.first - 1].lower in _WHAT and block - act.cue > 2


def _thinks_elsewhere(act: Act, block: int, around: str) -> bool:
    """What somebody thinks or wants is in the marks only where the verb stands near, and behind them after a comma."""
    if act.cue < block:
        return block - act.cue > THINKING
    return around[0] not in ",.?!" or act.cue - block > BEHIND
