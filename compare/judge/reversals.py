"""What denies in words that are no "not": bans, doubts, ends and lacks, and whether they make up for a "not" that only the other article has."""

from __future__ import annotations

from compare.judge.anchors import Cue, window
from compare.judge.clauses import clause
from compare.judge.frames import Frame, Pairing
from compare.text.vocabulary import listed

# What takes back or keeps away what it is said of; a noun or a verb
_REVERSING = listed(
    "not no never neither nor none nobody nothing nowhere without unable unlikely improbable impossible unwilling lack lacks lacked lacking "
    "absence absent "
    "ban bans banned banning bar barred bars prohibit prohibits prohibited prohibition forbid forbids forbade forbidden outlaw outlawed "
    "stop stops stopped stopping end ends ended halt halts halted cease ceases ceased suspend suspended suspends "
    "avoid avoids avoided avoiding prevent prevents prevented preventing block blocks blocked keep kept refrain spare spared "
    "doubt doubts doubted doubtful uncertain unsure unclear dispute disputed disputes "
    "fail fails failed failing failure refuse refuses refused refusing refusal decline declines declined declining "
    "reject rejects rejected rejecting rejection deny denies denied denying denial dismiss dismissed dismisses rebuff rebuffed refute refuted "
    "cancel cancels canceled cancelled cancellation abandon abandons abandoned scrap scrapped scraps drop dropped shelve shelved "
    "withdraw withdrew withdrawn exclude excluded excludes rule ruled oppose opposes opposed against resist resisted "
    "hardly barely scarcely rarely seldom few little only first last until unless except instead rather zero nil free exempt "
    "false untrue unfounded baseless unharmed unhurt uninjured unscathed unchanged unknown intact safe "
    "lift lifts lifted lifting repeal repeals repealed revoke revoked overturn overturned deprived "
    "clear cleared clears acquit acquits acquitted acquittal exonerated innocent"
)
# "cut off from gas", "called off"
_OFF = listed("cut cuts cutting call calls called calling shut shuts turned turns switch switched put puts break broke broken written")


def reversing(frame: Frame, indices: range | tuple[int, ...], but: frozenset[int]) -> int:
    """How many tokens deny in whatever words, save those in ``but``; "no more than two" is one token."""
    return sum(index not in but and _reverses(frame, index) for index in indices)


def _reverses(frame: Frame, index: int) -> bool:
    word = frame.folded[index].partition(" ")[0]
    before = frame.folded[index - 1] if index else ""
    after = frame.folded[index + 1] if index + 1 < len(frame.tokens) else ""
    return word in _REVERSING or (word == "off" and before in _OFF) or (word == "out" and after == "of")


def made_up_for(pairing: Pairing, cue: Cue, there: int, *, forward: bool) -> bool:
    """Whether the other sentence denies too, as it seems: near the word at ``there``, or anywhere and as often as this one."""
    frame, other = (pairing.left, pairing.right) if forward else (pairing.right, pairing.left)
    match, back = (pairing.match, pairing.back) if forward else (pairing.back, pairing.match)
    common = frozenset(index for index in back if frame.folded[back[index]] in _REVERSING)
    matched = frozenset(index for index in match if other.folded[match[index]] in _REVERSING)
    near = tuple(index for index in clause(other, there) if index != there)
    beside = tuple(index for index in clause(frame, cue.first) if not cue.first <= index <= cue.last)
    if reversing(other, near, common) > reversing(frame, beside, matched):
        return True
    theirs = reversing(other, range(len(other.tokens)), common)
    mine = reversing(frame, range(len(frame.tokens)), matched - set(range(cue.first, cue.last + 1)))
    return theirs > 0 and theirs >= max(1, mine)


def led_by_reversal(pairing: Pairing, index: int, *, forward: bool) -> bool:
    """Whether a word of its own, that is no plain "not", takes back what token ``index`` says: "lifted the *suspension*", "avoided *defeat*"."""
    frame, other, match = (pairing.left, pairing.right, pairing.match) if forward else (pairing.right, pairing.left, pairing.back)
    return any(
        frame.folded[step] not in {"not", "no", "never"}
        and _reverses(frame, step)
        and not (step in match and other.folded[match[step]] == frame.folded[step])
        for step in window(frame, index, 4, 0)
        if step < index
    )


def named(frame: Frame, index: int) -> bool:
    """Whether the word is a name or says whose a thing is by a name ("Turkish"): nobody denies a name."""
    return index > 0 and frame.tokens[index].capital and not frame.titled
