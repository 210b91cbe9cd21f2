"""Libraries that would write to standard error what they think of a source: its bytes are hostile, and the terminal is the reader's."""

from __future__ import annotations


def quiet(*names: str) -> None:
    """Let what these libraries log go nowhere, unless somebody has given their loggers a handler of his own."""
    import logging

    for name in names:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
            logger.propagate = False
