"""How two linked sentences are worded: a word diff by diff-match-patch, cleaned up for the eye."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from compare.model import Comparison, Link, Operation, WordEdit
from compare.text.words import fold

_TOKEN = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*|\s+|.", re.DOTALL)
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
# Its work grows with the square of the tokens that only one side has. From so many on (two unlike sentences of seventy words), where a screen
# full of such sentences would hold up the keys for seconds, the longest common subsequence is taken as it comes.
_FAR = 150
# Words that join others: a lone one between two edits is no common ground.
_JOINING = frozenset(
    "a an and as at by for from in into is it its of on or that the their this to was were which who with be been are has have had".split()
)

_TAGS: dict[str, Operation] = {"equal": "equal", "delete": "delete", "insert": "insert", "replace": "replace"}

_Edit = tuple[Operation, int, int, int, int]


def words(comparison: Comparison, link: Link) -> tuple[WordEdit, ...]:
    """The word diff of a link's two sentences; offsets are in the two articles' texts. Computed when first asked for, and kept."""
    a, b = comparison.sentence(link.a), comparison.sentence(link.b)
    return tuple(
        WordEdit(edit.op, (edit.a[0] + a.start, edit.a[1] + a.start), (edit.b[0] + b.start, edit.b[1] + b.start))
        for edit in word_diff(a.text, b.text)
    )


@lru_cache(maxsize=4096)
def word_diff(a: str, b: str) -> tuple[WordEdit, ...]:
    """The word diff of two texts, offsets in them. The ``a`` spans joined give ``a`` back, the ``b`` spans ``b``.

    Quotation marks, apostrophes and dashes of any shape, and white space of any length, count as equal. Each token is encoded as one
    character, as diff-match-patch's line mode does it, with no time limit, so that the outcome doesn't depend on the machine. The characters begin at
    the first: Python keeps those of Latin-1 ready, and makes all others anew at each look.
    """
    if a == b:
        return (WordEdit("equal", (0, len(a)), (0, len(b))),) if a else ()
    left, right = tokens(a), tokens(b)
    codes: dict[str, str] = {}
    for token in dict.fromkeys(left + right):
        codes[token] = codes.setdefault(_key(token), chr(len(codes)))
    steps = _steps("".join(map(codes.__getitem__, left)), "".join(map(codes.__getitem__, right)))
    edits = _merged(_without_islands(steps, left, right))
    starts = [list(accumulate(map(len, side), initial=0)) for side in (left, right)]
    return tuple(WordEdit(op, (starts[0][i], starts[0][j]), (starts[1][k], starts[1][m])) for op, i, j, k, m in edits)


def tokens(text: str) -> list[str]:
    """Words, runs of white space and single other characters; joined they give the text back."""
    return _TOKEN.findall(text)


def _key(token: str) -> str:
    if token.isascii():
        return " " if token.isspace() else token
    return " " if token.isspace() else token.translate(_STRAIGHT)


def _steps(a: str, b: str) -> list[_Edit]:
    """Equal, delete and insert steps over tokens: (operation, start a, end a, start b, end b)."""
    if Indel.distance(a, b, score_cutoff=_FAR) > _FAR:
        return [(_TAGS[code.tag], code.src_start, code.src_end, code.dest_start, code.dest_end) for code in Indel.opcodes(a, b)]
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    steps: list[_Edit] = []
    i = k = 0
    for operation, part in differ.diff_main(a, b, False):
        size = len(part)
        if operation == 0:
            steps.append(("equal", i, i + size, k, k + size))
            i, k = i + size, k + size
        elif operation < 0:
            steps.append(("delete", i, i + size, k, k))
            i += size
        else:
            steps.append(("insert", i, i, k, k + size))
            k += size
    return steps


def _without_islands(steps: list[_Edit], left: list[str], right: list[str]) -> list[_Edit]:
    """Equal runs between two edits that hold nothing but spaces, stops and one joining word become part of the edits: readable wholes."""
    cleaned: list[_Edit] = []
    for number, step in enumerate(steps):
        op, i, j, k, m = step
        inside = 0 < number < len(steps) - 1
        if op == "equal" and inside:
            kept = [token for token in left[i:j] if token[0].isalnum()]
            if not kept or (len(kept) == 1 and fold(kept[0]) in _JOINING and _long(steps[number - 1]) and _long(steps[number + 1])):
                cleaned += [("delete", i, j, k, k), ("insert", j, j, k, m)]
                continue
        cleaned.append(step)
    return cleaned


def _long(step: _Edit) -> bool:
    return max(step[2] - step[1], step[4] - step[3]) >= 3


def _merged(steps: list[_Edit]) -> list[_Edit]:
    """Neighbouring edits joined into one replace, delete or insert, neighbouring equal runs into one."""
    merged: list[_Edit] = []
    for op, i, j, k, m in steps:
        last = merged[-1] if merged else None
        if last and (last[0] == "equal") == (op == "equal"):
            i, k = last[1], last[3]
            merged.pop()
        if op != "equal":
            op = "insert" if i == j else "delete" if k == m else "replace"
        if (i, k) != (j, m):
            merged.append((op, i, j, k, m))
    return merged
