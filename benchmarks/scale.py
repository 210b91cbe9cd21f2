"""Print what newsdiff claims about size: ``python -m benchmarks.scale``."""

from __future__ import annotations

import importlib

PARTS = ("links", "whole", "entities", "many")


def main() -> None:
    """Run each part's report in turn."""
    for part in PARTS:
        print(f"\n== {part} ==", flush=True)
        importlib.import_module(f"benchmarks.scale_{part}").report()


if __name__ == "__main__":
    main()
