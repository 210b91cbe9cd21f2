"""How a sentence is called where people read: by its outlet's chip and its number ("Orbis 4"); data keep letters ("A4")."""

from __future__ import annotations

from collections.abc import Iterable

from compare.model import Comparison, letter
from compare.model.outlets import chips_in


class Called:
    """Calls the sentences of one comparison. An outlet of which nothing is known is called by its letter: "A4", not "A 4"."""

    def __init__(self, comparison: Comparison) -> None:
        self.chips = chips_in(comparison)
        """The articles' chips, in their order."""
        self._chips = {letter(article): chip for article, chip in enumerate(self.chips)}
        most = (len(self(f"{letter(article)}{len(analysis.sentences)}")) for article, analysis in enumerate(comparison.articles))
        self.width = max(4, *most)
        """The letters of the longest name."""

    def __call__(self, label: str) -> str:
        """The sentence of this label."""
        article = label.rstrip("0123456789")
        chip = self._chips[article]
        return label if chip == article else f"{chip} {label[len(article) :]}"

    def all(self, labels: Iterable[str], between: str = ", ") -> str:
        """Several sentences."""
        return between.join(map(self, labels))
