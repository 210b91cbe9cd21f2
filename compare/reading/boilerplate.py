"""What a page says beside its article, in blocks that an extractor lets through: pointers to other stories, newsletters, captions, shares.

A block is judged by what it is made of (how much of it is links) and by how it opens. The lines are general English of news sites; none is one
outlet's alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Block(NamedTuple):
    """A paragraph, heading or list item of a page: its text and how many of its characters are inside links."""

    text: str
    linked: int = 0
    heading: bool = False


_POINTER = re.compile(
    r"(?:(?:see|read|watch|also|learn|find out|click|tap)\s+(?:more|also|next|now|here|on|our|the full)|don['’]?t miss|related(?:\s+\w+){0,2}|"
    r"more(?:\s+(?:on this|stories|news|from|coverage|reading|in)\b[^.!?]{0,40})?|recommended(?: for you| stories| reading)?|"
    r"you (?:may|might) (?:also )?(?:like|be interested in|enjoy)[^.!?]{0,40}|(?:most|trending) (?:popular|read|viewed|shared|now|stories)|"
    r"editor['’]?s['’]? picks?|what to (?:read|watch) next|up next|further reading|previous(?:ly)?|story timeline|"
    r"(?:filed under|tags?|topics?|categor(?:y|ies)|keywords?|in this (?:article|story)|share this|posted in|source|via))\s*[:|›»>…–—-]*",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"(?:like this (?:story|article)\?.{0,80}|(?:share|e-?mail|print|tweet)(?: (?:this|it|with)\b.{0,60})?|"
    r"(?:sign|subscribe|join|register|log|support|donate)(?: up| in| now| to| for| us| today)\b.{0,240}|"
    r"(?:please )?(?:follow|like|find|join|e-?mail|contact|reach)\b.{0,80}\b(?:twitter|facebook|instagram|x\.com|linkedin|telegram|whatsapp|"
    r"threads|bluesky|mastodon|tiktok|@\w|\w@\w).{0,160}|"
    r"(?:get|receive)\b.{0,100}\b(?:newsletters?|inbox|e-?mail|alerts?|delivered|headlines)\b.{0,200}|"
    r"(?:have|got) a (?:tip|story|question|news tip)\b.{0,160}|(?:tell us|let us know|what do you think|send us)\b.{0,120}|"
    r"(?:leave|post|write|add|view|show|read|load|hide)(?: an?| your| all| more)? (?:comments?|repl(?:y|ies))\b.{0,60}|"
    r"(?:\d[\d,.]* )?comments?(?: comments?| \(\d+\)| off| closed)?|"
    r"(?:this )?(?:article|story|post|page|site|website)?\s*(?:may )?(?:contains?|uses?|earns?)\b.{0,60}\b(?:affiliate|cookies?|commission)\b.{0,160}|"
    r"(?:we use|by clicking|by continuing|by signing|by subscribing)\b.{0,240}|(?:all )?rights reserved.{0,100}|(?:©|copyright\b).{0,160}|"
    r"advertis(?:e?ment|ing|e with us)s?\b.{0,60}|sponsored(?: by| content| links?)?\b.{0,60}|(?:story|article)?\s*continues? (?:below|after)\b.{0,60}|"
    r"(?:enable|turn on|activate) javascript\b.{0,100}|your browser\b.{0,120}|(?:video|image|photo|gallery)\s*\d+ (?:of|/) \d+|"
    r"download (?:the|our)\b.{0,60}\bapps?\b.{0,80}|listen to this (?:article|story).{0,40}|skip (?:to|advert)\b.{0,40}|scroll (?:down )?(?:to|for)\b.{0,60}|"
    r"back to top|loading\W*|play(?: video)?|close|menu|search|home|(?:next|previous)(?: (?:article|story|post|page))?)[\s.!|:›»…]*",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:image|photo|picture|video|graphic|screenshot|illustration)s?(?: credits?| courtesy(?: of)?| by| source)?\s*[:/|©]|"
    r"(?:file|handout|undated) (?:photo|image|picture)\b|(?:photo|photograph|image) by\b|pictured?:)\s*.{0,300}",
    re.IGNORECASE,
)
_CREDIT_AT_END = re.compile(
    r"(?:[(\[]\s*)?(?:image|photo|picture|photograph|credit|file photo|courtesy)s?(?: credits?| by| courtesy(?: of)?)?\s*[:/|©]\s*[^.()]{2,80}[)\]]?\.?$"
    r"|\((?:[^()]{2,40}\s*[/|]\s*|(?=[^()]*\b(?:photo|image|file|via)\b))"
    r"(?:AP|AFP|Reuters|Getty(?: Images)?|EPA|Shutterstock|AP Photo|PA|ANI|PTI|Xinhua|NASA)(?:[^()]{0,40})?\)\.?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…。！？]['\"”’»)\]]*$")
_LINKED = 0.75


def is_boilerplate(block: Block) -> bool:
    """Whether a block is none of the article's own: a pointer to other stories, a request to the reader, a caption."""
    text = " ".join(block.text.split())
    if not any(character.isalnum() for character in text):
        return True
    if len(text) <= 400 and (_ASKING.fullmatch(text) or _CAPTION.fullmatch(text)):
        return True
    pointer = _POINTER.match(text)
    if pointer and len(text) <= 300:
        rest = text[pointer.end() :]
        if not rest or block.linked >= 0.6 * max(1, len(rest)):
            return True
        if text[: pointer.end()].rstrip().endswith((":", "|", "›", "»", ">")) and len(rest) < 160 and not _ENDS.search(rest):
            return True
    if len(text) < 300 and _CREDIT_AT_END.search(text) and not block.heading:
        return True
    if text.startswith(("http://", "https://")):
        return False  # a reference that the article gives
    return block.linked >= _LINKED * len(text) and not _ENDS.search(text) and len(text) < 300


def kept(blocks: list[Block], title: str) -> list[bool]:
    """For each block whether it belongs to the article. ``title`` is the page's headline, which is kept apart from the text."""
    keep = [not is_boilerplate(block) for block in blocks]
    plain_title = _letters(title)
    for number, block in enumerate(blocks[:4]):
        if keep[number] and plain_title and _same(_letters(block.text), plain_title):
            keep[number] = False
    # A heading with nothing of its own under it led to what was left out.
    for number in range(len(blocks) - 1, -1, -1):
        if not (keep[number] and blocks[number].heading):
            continue
        after = number + 1
        if after >= len(blocks) or (not keep[after] and all(not each for each in keep[after:])):
            keep[number] = False
    return keep


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _same(text: str, title: str) -> bool:
    """Whether a block says the headline again, perhaps with the outlet's name behind one of the two."""
    return len(text) >= 8 and (
        text == title
        or (len(text) >= 0.6 * len(title) and title.startswith(text))
        or (text.startswith(title) and len(text) <= 1.3 * len(title))
    )
