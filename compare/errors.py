"""Errors that the user can do something about: each is one line, shown as it is."""


class NewsdiffError(Exception):
    """An error whose message says in one plain line what went wrong and what to do. Never shown as a traceback.

    If several things went wrong, each argument is such a line.
    """

    def __str__(self) -> str:
        return "; ".join(map(str, self.args))


class ReadingError(NewsdiffError):
    """A source that can't be read as an article."""
