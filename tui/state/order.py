"""In which order the articles stand, and which two of them are set against each other."""

from __future__ import annotations


class ArticleOrder:
    """``articles`` from the left, the base first until somebody moves a pane; ``first`` says which of those after the first has the second pane.

    ``companion`` is the article that the base's words are marked against: the one last visited.
    """

    def __init__(self, count: int, base: int) -> None:
        self.base = base if base < count else 0
        self.articles: list[int] = [self.base, *(article for article in range(count) if article != self.base)]
        self.first = 0
        self.companion = self.articles[1] if count > 1 else self.base

    def __len__(self) -> int:
        return len(self.articles)

    def visited(self, left: int, entered: int) -> bool:
        """Remember the article that the base is compared with; true if it is another one now."""
        companion = entered if entered != self.base else left
        changed = companion not in (self.base, self.companion)
        if changed:
            self.companion = companion
        return changed

    def bring(self, article: int) -> None:
        """Let an article have the second pane; the first keeps its own."""
        if article != self.articles[0]:
            self.first = self.articles[1:].index(article)

    def turn(self, by: int) -> None:
        """Let the next of the articles (``by`` 1), or the previous (-1), have the second pane."""
        self.first = (self.first + by) % (len(self.articles) - 1)

    def face(self, one: int, other: int, panes: int) -> None:
        """Let two articles have the first panes; where the panes are two, the base gives way if it is neither."""
        first = self.base if panes > 2 or self.base in {one, other} else one
        second = [article for article in (one, other) if article != first]
        self.articles = [first, *second, *(article for article in self.articles if article not in {first, *second})]
        self.first = 0

    def put_first(self, article: int) -> None:
        """Make an article the base, which comes first."""
        self.base = article
        self.articles.remove(article)
        self.articles.insert(0, article)
        self.first = 0
        self.companion = self.articles[1] if len(self.articles) > 1 else article

    def exchange(self, one: int, other: int) -> None:
        """Let two articles change places."""
        here, there = self.articles.index(one), self.articles.index(other)
        self.articles[here], self.articles[there] = other, one
