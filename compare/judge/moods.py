"""How sure, how binding and how far done a sentence says a thing to be: every word that hedges, obliges or plans, with the words that it governs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from compare.judge.anchors import Cue, Table
from compare.judge.clauses import AUXILIARIES, chain, clause, content, following
from compare.judge.denials import denied
from compare.judge.frames import Frame

_PHRASES: tuple[tuple[str, str], ...] = (
    ("may|might|could", "possible"),
    ("can", "able"),
    ("able|allowed|permitted|free|entitled|eligible|welcome|enough|sufficient to", "able"),
    ("perhaps|maybe|possibly|potentially|conceivably", "possible"),
    ("possible that|to", "possible"),
    ("possible|conceivable", "possible"),
    ("possibility|chance|prospect of|that", "possible"),
    (
        "considering|considers|consider|considered|weighing|weighs|mulling|mulls|contemplating",
        "possible",
    ),
    ("considering|discussing|debating|weighing|undecided|unsure|unclear|uncertain|doubt|doubts|doubted whether|if", "possible"),
    ("considering|discussing|debating|weighing|deciding whether to", "possible"),
    ("talks|discussions to|on|about|over", "possible"),
    ("thinking of|about", "possible"),
    ("open to", "possible"),
    ("likely|probably|presumably", "probable"),
    ("likely to|that", "probable"),
    ("expected|predicted|projected|forecast|tipped|anticipated|estimated to", "probable"),
    ("expect|expects|predict|predicts|anticipate|anticipates|forecasts", "probable"),
    ("is|are|was|were|be|been forecast|predicted|expected|projected|anticipated", "probable"),
    ("chances|odds are", "probable"),
    ("almost|nearly|virtually certain|certainly", "probable"),
    ("hopeful that", "wished"),
    ("expects|aims|aiming to", "intended"),
    ("hope|hopes|hoping|hoped|want|wants|wish|wishes|keen|eager|like|seeking|seeks|seek|hopeful to|that", "wished"),
    ("hope|hopes|hoping for", "wished"),
    ("unlikely|improbable|doubtful|implausible", "unlikely"),
    ("unlikely to|that", "unlikely"),
    ("impossible|inconceivable|unthinkable", "impossible"),
    ("impossible to|that|for", "impossible"),
    ("allegedly|reportedly|purportedly|supposedly", "alleged"),
    ("alleged|purported|suspected|rumored|rumoured", "alleged"),
    ("said|alleged|reported|understood|rumored|rumoured|believed|thought|suspected|feared|presumed|claimed|considered to", "alleged"),
    ("accused|suspected|suspicion of", "alleged"),
    ("claims|claimed|alleges|alleged|suspects|suspected|believes|believed that", "alleged"),
    ("fear|believe|believes|feared", "alleged"),
    ("suspect|suspects|fear|fears|believe|think|thinks|thought that", "alleged"),
    ("apparently|seemingly|evidently", "apparent"),
    ("seems|seemed|seem|appears|appeared|appear|looks|looked to|like", "apparent"),
    ("seems|seemed|appears|appeared that", "apparent"),
    ("think|thinks|suspect|suspects|claim|claims|claimed|allege|alleges|alleged|reckon|reckons|assume|assumes", "held"),
    ("must", "duty"),
    ("has|have|had|having to", "duty"),
    ("needs|need|needed|required|obliged|obligated|forced|ordered|compelled|instructed|bound|made|mandated|commanded to", "duty"),
    ("mandatory|compulsory|obligatory", "duty"),
    ("told to", "told"),
    ("should", "advice"),
    ("ought to", "advice"),
    (
        "urged|urges|advised|advises|recommended|encouraged|encourages|asked|asks|requested|invited|invites|called|calls on|upon|to",
        "advice",
    ),
    ("urged|advised|recommended|encouraged|asked|requested|invited to", "advice"),
    ("recommended|advisable|voluntary|optional", "advice"),
    ("recommends|recommended|suggested|suggests|advised|advises that", "advice"),
    ("will|shall", "future"),
    ("would", "would"),
    ("going to", "future"),
    ("certain|sure|bound|guaranteed|destined|doomed to", "sure"),
    ("certain|sure that", "sure"),
    ("certain|inevitable", "sure"),
    ("beyond|without doubt", "sure"),
    ("certainly|definitely|surely|undoubtedly|unquestionably|inevitably|undeniably|indisputably|clearly|inevitable", "sure"),
    ("no doubt|question that", "sure"),
    ("confirmed|proven|proved|established that|to", "confirmed"),
    ("set|poised|scheduled|due|about|slated to", "planned"),
    ("is|are|was|were to", "planned"),
    (
        "plans|plan|planning|planned|intends|intend|intended|intending|preparing|prepares|prepared to",
        "intended",
    ),
    (
        "vow|vowed|vows|vowing|pledge|pledged|pledges|pledging|promise|promised|promises|promising|swore|sworn|committed|undertook to",
        "promised",
    ),
    ("plans|plan|intention|proposal|proposals for", "intended"),
    ("plans|plan|proposal|proposals|bid|effort|efforts|attempt|attempts to", "intended"),
    ("proposes|proposed|proposing|proposes to", "intended"),
    ("agreed|agrees|agree|decided|decides|resolved to", "decided"),
    ("threatens|threatened|threatening|threaten to", "threatened"),
)
CUES = Table(*_PHRASES, *((f"{words[:-2]}not to", kind) for words, kind in _PHRASES if words.endswith(" to") and kind != "duty"))
# Who brings somebody to do a thing: "obliges companies to report"
_MOVES = {
    "duty": "obliges oblige obliged requires require required forces force forced compels compel compelled orders order ordered instructs instructed",
    "advice": "urges urge urged asks ask asked advises advise advised encourages encourage encouraged invites invite invited recommends recommended",
    "able": "allows allow allowed lets permits permit permitted enables enable enabled authorizes authorized authorised entitles",
    "probable": "expects expect expected",
    "wished": "wants want wanted",
}
_MOVED_BY = {word: kind for kind, words in _MOVES.items() for word in words.split()}
_TO = 6
HELD = frozenset(
    "think thinks suspect suspects claim claims claimed allege alleges alleged reckon reckons assume assumes believe believes fear fears".split()
)
_ENDS = re.compile(r"[,.;:—–]")
# What somebody holds, with no "that" after it
CLAUSAL = frozenset("fear believe believes think thinks".split())
# A word that stands right before what it is said of ("a suspected thief"), or after it ("a truce was likely")
_ADJECTIVES = frozenset(
    "possible conceivable likely unlikely improbable doubtful implausible impossible inconceivable unthinkable mandatory".split()
)
_ADJECTIVES |= frozenset("compulsory obligatory recommended advisable voluntary optional inevitable certain".split())
# Said of what is to come, after its verb: "snow is forecast"
_FORESEEN = frozenset("forecast predicted expected projected anticipated".split())
_BARE = frozenset({"future", "would"})
_DENIED = {
    "probable": "unlikely",
    "possible": "impossible",
    "able": "impossible",
    "sure": "possible",
    "confirmed": "possible",
    "unlikely": "probable",
}


@dataclass(frozen=True, slots=True)
class Mood:
    """A word or phrase that hedges, obliges or plans, and the tokens that it governs, nearest first; ``objects`` stand right after them."""

    cue: Cue
    governed: tuple[int, ...]
    objects: tuple[int, ...] = ()

    @property
    def adjective(self) -> bool:
        """Whether it is said of a thing ("proof is mandatory"), not of what somebody does."""
        return self.cue.kind != "able" and bool(self.governed) and self.governed[0] < self.cue.first


def moods(frame: Frame) -> tuple[Mood, ...]:
    """All such words of a sentence, in order; read once and remembered. "Could not" is a denial, and "not likely" is unlikely."""
    if moods not in frame.remembered:
        frame.remembered[moods] = list(_moods(frame))
    return tuple(frame.remembered[moods])


def kinds(frame: Frame, index: int, but: frozenset[int] = frozenset()) -> frozenset[str]:
    """The kinds of all that governs a token, save what begins at one of ``but``."""
    found = frozenset(mood.cue.kind for mood in moods(frame) if index in mood.governed and mood.cue.first not in but)
    return found - _BARE or found  # "it is impossible that there would be": the "would" adds nothing


def _moods(frame: Frame) -> tuple[Mood, ...]:
    found = []
    for cue in CUES.cues(frame):
        beside = frame.folded[cue.last + 1] if cue.last + 1 < len(frame.tokens) else ""
        first = frame.folded[cue.first]
        if first == "certain" and cue.first == cue.last and (not cue.first or frame.folded[cue.first - 1] not in AUXILIARIES):
            continue  # "certain conditions"
        if first in {"can", "could"} and beside in {"not", "only"}:
            cue = replace(cue, kind="unable")
        if first == "must" and beside == "not":
            cue = replace(cue, kind="barred")
        elif cue.first and frame.folded[cue.first - 1] == "not" and cue.kind in {"duty", "advice", "able"}:
            cue = replace(cue, kind="barred" if cue.kind == "able" else "exempt")
        kind = _DENIED.get(cue.kind, cue.kind) if denied(frame, cue.first) and first not in {"may", "might", "could", "can"} else cue.kind
        closing = _closing(frame, cue) if first in HELD else []
        if cue.kind == "held":
            if not closing:
                continue
            cue = replace(cue, kind="alleged")
        governed = tuple(dict.fromkeys(closing or _governed(frame, cue)))
        if first == "feared" and not governed:
            continue
        if kind == "probable" and governed and any(frame.folded[index] == "not" for index in range(cue.last + 1, governed[0])):
            kind = "unlikely"  # "will probably not"
        found.append(Mood(replace(cue, kind=kind), governed, _objects(frame, governed)))
    found += [mood for index, word in enumerate(frame.folded) if word in _MOVED_BY and (mood := _moved(frame, index)) is not None]
    starts = {mood.cue.first for mood in found if mood.cue.kind not in _BARE}
    return tuple(mood for mood in found if mood.cue.kind not in _BARE or not _followed(frame, mood.cue, starts))


def _closing(frame: Frame, cue: Cue) -> list[int]:
    """What is held by those whom the end of a sentence names: "the tomb was a queen's, the researchers *believe*"."""
    if cue.last + 1 < len(frame.tokens) and not _ENDS.search(frame.gap(cue.last + 1)):
        return []
    comma = next((index for index in range(cue.first, max(0, cue.first - 6), -1) if "," in frame.gap(index)), None)
    return [] if comma is None else [index for index in range(max(0, comma - 14), comma) if content(frame, index)]


def _moved(frame: Frame, index: int) -> Mood | None:
    """What somebody is brought to do, where who it is stands between: "obliges companies to report"."""
    for step in range(index + 2, min(len(frame.tokens) - 1, index + 2 + _TO)):
        if frame.gap(step).strip() or frame.folded[step] in AUXILIARIES - {"to"}:
            return None
        if frame.folded[step] == "to":
            governed = tuple(chain(frame, step))
            kind = _MOVED_BY[frame.folded[index]]
            if frame.folded[step - 1] == "not" or frame.folded[index - 1] == "not":
                kind = {"duty": "exempt", "able": "barred"}.get(kind, kind)
            return Mood(Cue(index, index, kind), governed) if governed else None
    return None


def _followed(frame: Frame, cue: Cue, starts: set[int]) -> bool:
    """Whether another such word stands right after "will": "will have to", "will be able to", "will probably"."""
    after = cue.last + 1
    return after in starts or (after + 1 in starts and frame.folded[after] in {"be", "also", "now", "then", "not"})


def _objects(frame: Frame, governed: tuple[int, ...]) -> tuple[int, ...]:
    found: list[int] = []
    position = following(frame, governed[-1], 4) if governed else None
    while position is not None and len(found) < 2:
        found.append(position)
        position = following(frame, position, 4)
    return tuple(found)


def _governed(frame: Frame, cue: Cue) -> list[int]:
    last = frame.folded[cue.last]
    if last == "feared":
        after = cue.last + 1
        return [after] if after < len(frame.tokens) and content(frame, after) else []  # "feared dead"
    if last == "that" or last in CLAUSAL:
        return [index for index in clause(frame, min(cue.last + 1, len(frame.tokens) - 1)) if index > cue.last and content(frame, index)]
    if (last in _ADJECTIVES and cue.first == cue.last) or (last in _FORESEEN and frame.folded[cue.first] in AUXILIARIES):
        before = [index for index in clause(frame, cue.first) if index < cue.first and content(frame, index)]
        noun = following(frame, cue.last, 2)
        return before[-2:] if before else [] if noun is None else [noun]
    found = chain(frame, cue.last)
    if not found and last.endswith("ly"):
        found = [index for index in clause(frame, cue.first) if index < cue.first and content(frame, index)][-1:]
    return found
