"""What widgets and screens ask of the program: they post these and never reach into the app."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from compare.model import Article


class Do(Message):
    """Do an action of the key table, as if its key had been pressed."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class Menu(Message):
    """Open a menu at a cell of the screen."""

    def __init__(self, x: int, y: int) -> None:
        super().__init__()
        self.x = x
        self.y = y


class Renewed(Message):
    """These articles were read again, since their files had changed: who has an older text of one takes the new."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__()
        self.articles = articles

    def taken_over(self, held: Sequence[Article]) -> tuple[Article, ...]:
        """What somebody holds, with the new texts in their places."""
        fresh = {article.origin: article for article in self.articles}
        return tuple(fresh.get(article.origin, article) for article in held)


class Say(Message):
    """Tell the user something in one line. The text may come from an article: it is shown as it is, never read as markup.

    ``once`` is for what need not be heard again before newsdiff is left.
    """

    def __init__(self, text: str, severity: Literal["information", "warning", "error"] = "information", *, once: bool = False) -> None:
        super().__init__()
        self.text = text
        self.once = once
        self.severity: Literal["information", "warning", "error"] = severity
