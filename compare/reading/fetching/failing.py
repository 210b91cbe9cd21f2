"""How fetching a page can fail; each message is a reason in plain words, without the address."""

from __future__ import annotations


class Failed(Exception):
    """The page can't be had now; a copy that was kept may serve."""


class Refused(Failed):
    """The page isn't to be had by us: no copy serves either."""


class NotPublic(Refused):
    """A machine that isn't public would have to be asked."""
