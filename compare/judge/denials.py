"""What a sentence denies: every word that denies, outright ("not", "no", "without") or by its meaning ("failed to", "barred from"), with the words
that it denies. A word that is denied twice is affirmed.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.judge.anchors import Cue, Table
from compare.judge.clauses import chain, clause, content, following, predicate
from compare.judge.frames import Frame

# The words that make of a "not" a part only ("not just").
ONLY = "just|only|merely|simply|solely|alone|necessarily|exclusively|purely"
NEGATORS = Table(
    (f"not {ONLY}", "partly"),
    (f"not be {ONLY}", "partly"),
    ("not until|least|surprisingly|unlike|so", "idle"),
    ("not to mention", "idle"),
    ("no|not less|fewer|more than", "idle"),
    ("no doubt|wonder|matter|stranger", "idle"),
    ("nothing but|less", "idle"),
    ("whether or not", "idle"),
    ("if not", "idle"),
    ("not|never|hardly|barely|scarcely|rarely|seldom", "verb"),
    ("no longer", "verb"),
    ("fail|fails|failed|failing|failure to", "verb"),
    ("refuse|refuses|refused|refusing|refusal to", "verb"),
    ("decline|declines|declined|declining to", "verb"),
    (
        "unable|unwilling|reluctant|powerless|reluctance|inability|unwillingness|neglect|neglects|neglected|omitted|forgot|impossible|ineligible to",
        "verb",
    ),
    ("cease|ceases|ceased|ceasing|unlikely to", "verb"),
    ("unlikely that", "that"),
    ("yet to", "verb"),
    ("impossible for", "verb"),
    ("stop|stops|stopped|stopping|quit|quits|avoid|avoids|avoided|avoiding|cease|ceased|ceases", "ing"),
    ("opposed|opposes|against|escaped|abandoned", "ing"),
    ("prevent|prevents|prevented|preventing", "ing"),
    ("decided|decides|chose|opted not to", "verb"),
    ("without|no", "noun"),
    ("without any", "noun"),
    ("free of", "noun"),
    ("false|untrue|unfounded|baseless|groundless|fabricated", "after"),
    ("lack|lacks|lacked|lacking", "noun"),
    ("lack|absence of", "noun"),
    ("nothing to do with", "noun"),
    ("no part|role|hand in", "noun"),
    ("ruled|rules|ruling|rule out", "noun"),
    ("none|neither|nor|nobody|nothing", "subject"),
    ("no one", "subject"),
    ("deny|denies|denied|denying|denial that", "that"),
    ("deny|denies|denied|denying", "noun"),
    ("disputed|disputes|rejected|rejects|doubts|doubted|doubt that", "that"),
    ("claim|claims|allegation|allegations|suggestion|suggestions|report|reports that", "claim"),
    ("not true|so|correct that", "that"),
    ("false|untrue|wrong|no that", "that"),
    ("no evidence|proof|sign|signs|indication|suggestion|question that", "that"),
    ("ruled|rules out that", "that"),
)
_REJECTS = frozenset(
    "reject rejects rejected rejecting dismiss dismissed dismisses dismissing deny denied denies denying dispute disputed disputes refute refuted "
    "rebutted rebut debunked false untrue baseless unfounded".split()
)


# Who keeps somebody from doing a thing: "barred the players from betting"
_BARS = frozenset(
    "bar barred bars barring banned ban bans banning prohibited prohibit prohibits prevented prevent prevents preventing blocked blocks block "
    "stopped stop stops stopping kept keep keeps dissuaded discouraged deterred excluded disqualified exempt exempted refrain refrained refrains "
    "shielded saved saves forbidden forbids forbade".split()
)
_FROM = 7
# Verbs that say little without their object: "not make a profit"
_EMPTY = frozenset("make made makes making take taken takes took turn post posted posts reach reached achieve achieved".split())
_OF = 6


@dataclass(frozen=True, slots=True)
class Denial:
    """A word or phrase that denies, and the tokens that it denies, nearest first."""

    cue: Cue
    denied: tuple[int, ...]


def denials(frame: Frame) -> tuple[Denial, ...]:
    """All that denies in a sentence, in order; read once and remembered."""
    if denials not in frame.remembered:
        frame.remembered[denials] = list(_denials(frame))
    return tuple(frame.remembered[denials])


def denied(frame: Frame, index: int) -> bool:
    """Whether a token is denied: by one word, or by three, but not by two."""
    if denied not in frame.remembered:
        by = [set[int]() for _ in frame.tokens]
        for denial in denials(frame):
            for token in denial.denied:
                by[token].add(denial.cue.first)
        frame.remembered[denied] = [len(cues) % 2 == 1 for cues in by]
    found: bool = frame.remembered[denied][index]
    return found


def _denials(frame: Frame) -> tuple[Denial, ...]:
    found = []
    for cue in NEGATORS.cues(frame):
        if cue.kind in {"partly", "idle"} or _label(frame, cue):
            continue
        tokens = tuple(dict.fromkeys(_governed(frame, cue)))
        if tokens:
            found.append(Denial(cue, tokens))
    for index, word in enumerate(frame.folded):
        target = _barred(frame, index) if word in _BARS else None
        if target is not None:
            found.append(Denial(Cue(index, index, "verb"), (target,)))
    return tuple(Denial(outer.cue, _with_inner(outer, found)) for outer in found)


def _with_inner(outer: Denial, found: list[Denial]) -> tuple[int, ...]:
    """What is denied by a word that denies what another one denies: of "has not ruled out talks" the talks are denied twice."""
    reached = list(outer.denied)
    for inner in found:
        if inner is not outer and any(index in outer.denied for index in range(inner.cue.first, inner.cue.last + 1)):
            reached += [index for index in inner.denied if index not in reached]
    return tuple(reached)


def _barred(frame: Frame, index: int) -> int | None:
    """What somebody is kept from: "stopped the boats from *landing*", or None."""
    if frame.folded[index] not in _BARS:
        return None
    for step in range(index + 1, min(len(frame.tokens) - 1, index + 1 + _FROM)):
        if frame.gap(step).strip():
            return None
        if frame.folded[step] == "from":
            return step + 1 if frame.folded[step + 1].endswith("ing") and content(frame, step + 1) else None
    return None


def _governed(frame: Frame, cue: Cue) -> list[int]:
    if cue.kind == "verb":
        found = chain(frame, cue.last)
        thing = following(frame, found[-1], 4) if found and frame.folded[found[-1]] in _EMPTY else None
        return found if thing is None else [*found, thing]
    if cue.kind == "ing":
        after = cue.last + 1
        return [after] if after < len(frame.tokens) and frame.folded[after].endswith("ing") and content(frame, after) else []
    if cue.kind in {"that", "claim"}:
        if cue.kind == "claim" and not any(word in _REJECTS for word in frame.folded):
            return []
        return [index for index in clause(frame, min(cue.last + 1, len(frame.tokens) - 1)) if index > cue.last and content(frame, index)]
    if cue.kind == "after" and not any(
        frame.folded[index] in {"is", "are", "was", "were", "be", "been", "as"} for index in range(max(0, cue.first - 2), cue.first)
    ):
        return []
    if cue.kind == "after":
        return [index for index in clause(frame, cue.first) if index < cue.first and content(frame, index)]
    if cue.kind == "subject":
        return _subject(frame, cue)
    return _phrase(frame, cue)


def _phrase(frame: Frame, cue: Cue) -> list[int]:
    """A noun with its adjectives; after "no" also its verb, before it ("showed no emotion") or after ("no one was hurt")."""
    found: list[int] = []
    position = following(frame, cue.last, 4)
    while position is not None and len(found) < 3:
        found.append(position)
        beside = position + 1
        position = beside if beside < len(frame.tokens) and content(frame, beside) and not frame.gap(beside).strip() else None
    if found:
        found += _attached(frame, found[-1])
    if frame.folded[cue.first] == "no":
        if opens(frame, cue.first):
            found += predicate(frame, cue.last)
        elif cue.first and content(frame, cue.first - 1) and not frame.gap(cue.first).strip():
            found.append(cue.first - 1)
    return found


def _attached(frame: Frame, index: int) -> list[int]:
    """What hangs on a denied noun: "no reports *of deaths or serious damage*", "no wish *to remain*"."""
    found: list[int] = []
    for step in range(index + 1, min(len(frame.tokens), index + 1 + _OF)):
        if frame.gap(step).strip():
            break
        word = frame.folded[step]
        if word == "to" and step == index + 1:
            return chain(frame, step) if step + 1 < len(frame.tokens) and content(frame, step + 1) else []
        if content(frame, step):
            found.append(step)
        elif word not in ({"of", "or", "nor", "any", "for", "about"} if not found else {"or", "nor", "any"}):
            break
    return found if index + 1 < len(frame.tokens) and frame.folded[index + 1] in {"of", "or", "nor"} else []


def _subject(frame: Frame, cue: Cue) -> list[int]:
    after = frame.folded[cue.last + 1] if cue.last + 1 < len(frame.tokens) else ""
    if frame.folded[cue.first] == "nothing" and after == "to":
        return chain(frame, cue.last)
    if opens(frame, cue.first) or frame.folded[cue.first] == "nor":
        return predicate(frame, cue.last)
    before = cue.first - 1
    return [before] if before >= 0 and content(frame, before) else []


def opens(frame: Frame, index: int) -> bool:
    """Whether a token stands first in its clause."""
    return (
        index == 0
        or bool(frame.gap(index).strip())
        or frame.folded[index - 1] in {"that", "said", "says", "and", "but", "when", "because", "as", "while", "although", "with"}
    )


def _label(frame: Frame, cue: Cue) -> bool:
    """Whether it is a label: "No. 2" and "No, he said" deny nothing."""
    token = frame.tokens[cue.first]
    after = frame.text[token.end - frame.start : token.end - frame.start + 2]
    return frame.folded[cue.first] == "no" and (
        after[:1] in {".", ","} or (token.text == "No" and frame.tokens[min(cue.first + 1, len(frame.tokens) - 1)].value is not None)
    )
