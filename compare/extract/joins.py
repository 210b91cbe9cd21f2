"""Names in several runs of capitals that are one all the same: a firm with a comma, a brand with a possessive, a nickname in marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from compare.deferred import deferred
from compare.extract import organisations as cues
from compare.extract.openers import OPENERS
from compare.extract.patterns import BRAND, is_capitalised
from compare.extract.runs import NameWord
from compare.extract.titles import HONORIFICS, is_office
from compare.extract.voting import Votes
from compare.text.gazetteer import groups, places

# William "Mo" Wellan
_NICKNAMED = re.compile(
    r"(?<!\w)([A-Z][a-z]+(?: [A-Z]\.)?) [\"“‘']([A-Z][a-z]{1,11})[\"”’'] ([A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?(?: (?:Jr|Sr)\.)?)(?!\w)"
)
_BARE = deferred(r"(?<!\w)[^\W\d_a-z]\w+(?![\w'’])")
_WORKS_AT = re.compile(
    r"\b(?:analyst|economist|strategist|partner|broker|trader|lawyer|banker|consultant|executive|architect|editor|principal) (?:at|with|of|for) $"
)
_LISTS_ON = deferred(r",? (?:and|or) [A-Z]|, [A-Z]")
_FIRM_ENDS = frozenset({"Co.", "Co"})


def brands_in(text: str) -> frozenset[str]:
    """The names that end in "'s" themselves ("Moody's said"): those that a text never writes without."""
    found = {match[1] for match in BRAND.finditer(text)}
    bare = {match[0] for match in _BARE.finditer(text)} if found else set()
    return frozenset(name for name in found if name[:-2] not in bare and name not in OPENERS)


def nicknames_in(text: str) -> dict[str, tuple[int, int]]:
    """Each nickname that stands in marks inside a full name, with the span of that name."""
    return {match[2]: match.span() for match in _NICKNAMED.finditer(text)}


def whole_names(
    text: str, runs: list[list[NameWord]], brands: AbstractSet[str], nicknames: Mapping[str, tuple[int, int]], votes: Votes
) -> list[list[NameWord]]:
    """Joins "Goldman, Sachs & Co.", and "Moody's" and "Investors Service" where the text says "Moody's said" elsewhere."""
    joined: list[list[NameWord]] = []
    spans = sorted(nicknames.values())
    for run in runs:
        last = joined[-1][-1] if joined else None
        if (
            len(run) > 1
            and run[-1].text in _FIRM_ENDS
            and last is not None
            and len(joined[-1]) == 1
            and text[last.end : run[0].start] == ", "
        ):
            joined[-1].extend(run)
        elif brands and last is not None and text[last.end + 1 : run[0].start] == "s " and text[last.start : last.end + 2] in brands:
            joined[-1][-1] = NameWord(text[last.start : last.end + 2], last.start, last.end + 2)
            joined[-1].extend(run)
        elif last is not None and text[last.end : run[0].start] == ", " and _lists_tasks(joined[-1], run):
            joined[-1].extend(run)  # "Bureau of Alcohol, Tobacco and Firearms"
        elif (
            len(run) > 2
            and run[1].text == "and"
            and not is_capitalised("".join(token.text for token in run[3:4]))
            and _is_firm(text, run[:3])
        ):
            name = text[run[0].start : run[2].end]
            votes[name]["organisation"] += 5.0
            joined.append([NameWord(name, run[0].start, run[2].end), *run[3:]])
        elif last is not None and text[last.end : run[0].start] == "! " and last.text not in OPENERS:
            size = next((number for number, token in enumerate(run) if not is_capitalised(token.text)), len(run))
            name = text[last.start : run[size - 1].end]  # "Yum! Brands"
            votes[name]["organisation"] += 5.0
            joined[-1][-1] = NameWord(name, last.start, run[size - 1].end)
            joined += [run[size + 1 :]] if run[size + 1 :] else []
        elif last is not None and text[last.end : run[0].start] in cues.VERSUS:
            size = next((number for number, token in enumerate(run) if not is_capitalised(token.text)), len(run))
            joined[-1][-1] = NameWord(text[last.start : run[size - 1].end], last.start, run[size - 1].end)  # "Roe v. Wade"
            joined += [run[size + 1 :]] if run[size + 1 :] else []
        elif any(token.text == "&" for token in run[-3:-1]) and (partners := _partners(text, joined, run)):
            name = text[joined[-partners][0].start : run[-1].end]
            joined[-partners:] = [[NameWord(name, joined[-partners][0].start, run[-1].end)]]
            votes[name]["organisation"] += 9.0
        elif last is not None and (span := _nicknamed(spans, last, run[0])) is not None:
            joined[-1][-1] = NameWord(text[span[0] : span[1]], *span)
        else:
            joined.append(run)
    return joined


def _nicknamed(spans: Sequence[tuple[int, int]], last: NameWord, first: NameWord) -> tuple[int, int] | None:
    """The span of a full name with a nickname in marks in which a run ends and the next one stands; ``spans`` in order, none inside another."""
    number = bisect_right(spans, last.start, key=lambda span: span[0]) - 1
    return spans[number] if number >= 0 and last.start < first.start < spans[number][1] else None


def _is_firm(text: str, run: list[NameWord]) -> bool:
    """Whether two names joined by "and" are those of one firm, by the person who is said to work there: "an analyst at Hambrecht and Quist"."""
    if any(token.text in places() or token.text in groups() or token.text in cues.BODIES or token.text in OPENERS for token in run):
        return False
    return bool(_WORKS_AT.search(text, max(0, run[0].start - 24), run[0].start))


def _partners(text: str, joined: Sequence[list[NameWord]], run: Sequence[NameWord]) -> int:
    """How many runs before "Meagher & Flom" are names of its partners: "Skadden, Arps, Slate,". None where the firm is one of a list."""
    if _LISTS_ON.match(text, run[-1].end):
        return 0
    count, start = 0, run[0].start
    while count < len(joined) and len(joined[-count - 1]) == 1 and text[joined[-count - 1][0].end : start] == ", ":
        name = joined[-count - 1][0]
        if name.text in places() or name.text in cues.BODIES or name.text in groups():
            break
        count, start = count + 1, name.start
    return count


def _lists_tasks(body: list[NameWord], run: list[NameWord]) -> bool:
    """Whether a run goes on with what a body is for, after its first task and a comma."""
    if (
        len(run) < 3
        or run[1].text != "and"
        or len(body) < 3
        or body[-2].text not in {"of", "on", "for"}
        or body[-3].text not in cues.AND_LEADS
    ):
        return False
    tasks = (body[-1].text, run[0].text, run[2].text)
    return not any(task in places() or task in groups() or task in cues.BODIES or task in HONORIFICS or is_office(task) for task in tasks)
