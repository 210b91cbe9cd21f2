"""A dismissed point as a row of the store holds it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from compare.model import DIFFERENCE_KINDS
from compare.reading.cleaning import inert
from compare.views.dismissals import Decision, DismissedSide


def decision_of(kind: object, why: object, sides: object) -> Decision | None:
    """A decision from what its row holds; None where that can't be one."""
    found: Any = None
    with suppress(ValueError, TypeError, RecursionError):
        found = json.loads(sides) if isinstance(sides, str) else None
    if kind not in DIFFERENCE_KINDS or not isinstance(why, str) or not isinstance(found, list) or not found:
        return None
    if not all(isinstance(side, list) and len(side) == 5 and all(isinstance(part, str) for part in side) for side in found):
        return None
    return Decision(kind, tuple(DismissedSide(*side) for side in found), inert(why))
