"""What can go wrong in a way that the user can mend: one line each, shown as it is."""


class NewsdiffError(Exception):
    """Trouble that its message explains in one plain line, with what to do. Never shown as a traceback.

    Where several things went wrong each argument is such a line.
    """

    def __str__(self) -> str:
        return "; ".join(map(str, self.args))


class ReadingError(NewsdiffError):
    """A source that can't be read as an article."""
