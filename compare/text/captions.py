"""Pictures' captions and what is signed under a text: neither is said by the article.

A caption is known by the credit of a photographer and agency at one of its ends, or by the word that the picture is from the files.
"""

from __future__ import annotations

from compare.deferred import deferred

LONGEST_WHOLE = 300
"""A caption of up to so many code points describes its picture and no more; what is longer goes on to tell the news."""
LONGEST = 600
_AGENCY = (
    r"(?i:AP(?: Photo| Images)?|Associated Press|Reuters|AFP|Agence France-Presse|Getty(?: Images)?|EPA(?:-EFE)?|European Pressphoto Agency|Bloomberg"
    r"|Xinhua|Anadolu(?: Agency)?|Shutterstock|Barcroft(?: Images)?|dpa|UPI|Zuma(?: Press)?|Corbis|Redux|NurPhoto|Sipa(?: USA)?|PA|TASS|Kyodo|WireImage)"
)
# Both are looked for where apostrophes and quotation marks are straight: a class of letters with a sign beyond Latin-1 is slow to compile.
_STRAIGHT = str.maketrans("’”", "'\"")
_NAME = r"[A-Z][\w.'-]{0,20}(?: [\w.'-]{1,20}){0,3}"
_OWNER = r"(?:[A-Z][\w.'-]{1,20}(?: [A-Z][\w.'-]{1,20}){0,2})"
_AFTER = r"(?: ?(?:[/|,]|via) ?[\w.'-]{1,20}(?: [\w.'-]{1,20}){0,3}){0,3}"
"""Who else is named behind: "AFP via Getty Images", "AP, File", "REUTERS/Name/File Photo"."""
# (AP Photo/Name, File) and (Name/Reuters), in brackets wherever they stand
_IN_BRACKETS = deferred(
    rf"[(\[](?:(?:photo(?:graph)?|image|picture)(?: by|:)? ?)?(?:{_AGENCY}/(?!Ipsos)[A-Z]|{_NAME} ?[/|,] ?(?:{_OWNER}[/,] ?)?(?:{_OWNER} via )?{_AGENCY})"
    r"[^()\[\]]{0,60}[)\]]\.?(?: More)?$"
)
# REUTERS/Name and Name/AP, where they follow a sentence's end
_AFTER_SENTENCE = deferred(
    rf"[.!?\d][\"']? ?(?:{_AGENCY}/(?!Ipsos)[A-Z][\w.'-]{{0,20}}(?: [\w.'-]{{1,20}}){{0,3}}|{_NAME} ?[/|] ?{_AGENCY}){_AFTER}\.?$"
)
_VIA = deferred(rf"[.!?\d][\"']? [^.!?]{{2,80}} (?:via|for) {_AGENCY}(?:/File (?i:photo))?\.?$")
_LONGEST_VIA = 60
"""Code points from its "via" to its end at most."""
# Photograph: Name, of anyone
_PHOTOGRAPH = deferred(
    r"(?:^|[.!?\d,;:][\"']? |[(\[])(?i:photo(?:graph)?|image|picture)(?: by)?: ?[A-Z][^.!?()\[\]]{2,80}[)\]]?(?: More)?$"
)
_BEGINS = deferred(
    r"\(?(?:FILE(?:[ -](?:PHOTO|IMAGE|PICTURE))?|File (?:photo|image|picture))\s?[-–—:]\s?\S"
    rf"|{_NAME} ?[/|] ?{_AGENCY}(?: ?[/|] ?[A-Z][\w.'-]{{0,20}}){{0,2}} [A-Z]"
)
_POSTED = deferred(r"[-–—]{1,2}\s*[^@\n]{1,60}\(@\w{1,30}\)\s+\w{3,9}\.? \d{1,2}, \d{4}")
# What ends a post: addresses and tags, then who posted it and when.
_SIGNED = deferred(
    r"(?:^|\s+)(?:(?:https?://|pic\.twitter\.com/|#)\S+\s+)*[-–—]{1,2}\s*[^@\n]{1,60}\(@\w{1,30}\)\s+\w{3,9}\.? \d{1,2}, \d{4}(?: Report)?$"
)
_PICTURED = deferred(
    rf"\(?(?:{_AGENCY}/(?!Ipsos)|(?i:photo(?:graph)?|image|picture)(?: by)?: ?|{_NAME} ?[/|] ?{_AGENCY})(?:[^.!?:()]|(?<=\b[A-Z])\.){{0,80}}\)?\.?"
)


def is_caption(paragraph: str) -> bool:
    """Whether a whole paragraph (without white space at its ends, of at most :data:`LONGEST` code points) is the caption of a picture."""
    if len(paragraph) > LONGEST:
        return False
    straight = paragraph.translate(_STRAIGHT)
    owned = "/" in straight or "|" in straight
    # What it can be is plain to see: the other expressions needn't even be compiled.
    return bool(
        ((owned or straight[:5].lstrip("(").startswith(("FILE", "File"))) and _BEGINS.match(straight))
        or (straight.removesuffix(" More").removesuffix(".").endswith((")", "]")) and _IN_BRACKETS.search(straight))
        or (owned and _AFTER_SENTENCE.search(straight))
        or (any(word in straight[-_LONGEST_VIA:] for word in (" via ", " for ")) and _VIA.search(straight))
        or (":" in straight and _PHOTOGRAPH.search(straight))
    )


def is_signature(sentence: str) -> bool:
    """Whether a sentence is none: who posted what stands before it, and when ("— Name (@handle) May 26, 2019"), or who took a picture."""
    if sentence.startswith(("-", "–", "—")) and _POSTED.fullmatch(sentence):
        return True
    pictured = len(sentence) <= 120 and any(sign in sentence for sign in "/|:")
    return pictured and _PICTURED.fullmatch(sentence.translate(_STRAIGHT)) is not None


def signature(sentence: str) -> int:
    """Where the signature of an embedded post begins that a sentence without a final stop runs into; the sentence's length where it has none."""
    found = _SIGNED.search(sentence) if "(@" in sentence[-100:] and sentence[-1:] in "0123456789t" else None
    return found.start() if found else len(sentence)
