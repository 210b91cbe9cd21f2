"""What was asked of a run: what changes its tables stands in ``run.json``, what only changes how fast they come doesn't."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

WINDOW = 3
"""Days between two reports of one happening at most, unless told otherwise: 98 of 100 pairs in the gold archive are no further apart."""


@dataclass(frozen=True)
class Settings:
    """``window`` in days; ``language`` a code, "" for all; ``least_outlets`` that report an event; ``fields`` as ``--field`` gives them."""

    archive: tuple[str, ...]
    window: int = WINDOW
    language: str = ""
    least_outlets: int = 2
    compare: bool = True
    fields: Mapping[str, str] = field(default_factory=dict)

    def asked(self) -> dict[str, Any]:
        """The options as ``run.json`` has them."""
        return {
            "window": self.window,
            "language": self.language,
            "least_outlets": self.least_outlets,
            "compare": self.compare,
            "fields": dict(sorted(self.fields.items())),
        }


@dataclass(frozen=True)
class Machine:
    """What may be used: ``workers`` processes (0: as many as there are processors), ``memory`` bytes that a join takes (0: ``engine.MEMORY``)."""

    runner: Literal["native", "ray"] = "native"
    address: str = ""
    workers: int = 0
    memory: int = 0
