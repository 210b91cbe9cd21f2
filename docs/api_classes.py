"""For the pages of the API: a class made by ``compare.records.dataclass`` is a data class."""

from __future__ import annotations

from typing import Any

import griffe


class Records(griffe.Extension):
    def on_module_members(self, *, mod: griffe.Module, **_: Any) -> None:
        made = mod.members.get("dataclass")
        if isinstance(made, griffe.Alias) and made.target_path == "compare.records.dataclass":
            made.target_path = "dataclasses.dataclass"
