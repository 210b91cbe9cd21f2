"""What can go wrong in a way that the user can mend: one line each, shown as it is."""


class NewsdiffError(Exception):
    """Trouble that its message explains in one plain line, with what to do. Never shown as a traceback."""


class ReadingError(NewsdiffError):
    """A source that can't be read as an article."""
