"""The first screen: the articles, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from compare.model import Article, Options
from tui.keymap import ScreenName, bindings_for
from tui.screens.base import ReaderScreen
from tui.screens.chrome import KeyLine, TitleLine


class ArticlesScreen(ReaderScreen):
    """The articles with what is known about them; choosing two or more leads to their comparison."""

    KEYS: ClassVar[ScreenName] = "articles"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("articles")]

    def __init__(self, articles: Sequence[Article], options: Options) -> None:
        super().__init__()
        self.articles = tuple(articles)
        self.options = options

    def compose(self) -> ComposeResult:
        yield TitleLine("", f"{len(self.articles)} articles")
        yield KeyLine()
