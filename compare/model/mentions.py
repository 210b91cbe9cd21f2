"""What is in one article's sentences: values, mentions and quotations, found without knowledge of other articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from compare.model.place import EntityType


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, and the interval that it is compatible with, in ``unit`` (a stem such as ``percent``, ``usd``, or ``""``).

    ``kind`` is ``number``, ``ordinal``, ``range``, ``score`` ("348-77", as low and high), ``vague`` ("dozens") or ``clock``. ``counted`` holds
    the words after it, which say what it counts.
    """

    start: int
    end: int
    text: str
    low: float
    high: float
    unit: str
    approximate: bool = False
    kind: str = "number"
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a period as written, and the first and last day that it covers.

    ``first`` and ``last`` are None if the article's date is needed and unknown. ``precision`` is what was said: ``day``, ``week``,
    ``month``, ``season``, ``year`` or ``period``. ``weekday`` (0 is Monday), ``month`` and ``day`` are what the words themselves name, so that
    "Monday" and "Tuesday" or "May 3" and "May 4" can be told apart without a year.
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    precision: str
    weekday: int = -1
    month: int = 0
    day: int = 0


Value = Quantity | Moment


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where someone or something is named. ``role`` is the title or office given with the name, ``role_start`` its offset."""

    start: int
    end: int
    text: str
    type: EntityType
    sentence: int
    role: str = ""
    role_start: int = -1


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation: the words inside the marks, who is said to have said them, and the word that says so.

    ``speaker`` is "" if nobody is said to have said them (scare quotes, titles, nicknames). ``speaker_start`` is the offset of the words
    that name the speaker, -1 if there are none.
    """

    sentence: int
    start: int
    end: int
    text: str
    speaker: str
    cue: str
    speaker_start: int = -1
    closed: bool = True
