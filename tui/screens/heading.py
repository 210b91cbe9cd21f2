"""The first line of the Compare screen: what is shown and how, and what was found or how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import kind_word
from tui.layout.brief import counted
from tui.screens.chrome import TitleLine
from tui.screens.part import Host, Part

if TYPE_CHECKING:
    from tui.screens.comparer import Comparer
    from tui.screens.consultation import Consultation


class Heading(Part):
    """Fills ``line``; says how far ``comparer`` and ``consultation`` are, too."""

    def __init__(self, host: Host, comparer: Comparer, consultation: Consultation) -> None:
        super().__init__(host)
        self.line = TitleLine()
        self._comparer = comparer
        self._consultation = consultation

    def renew(self) -> None:
        """Say what is so now."""
        self.line.show(self._title(), self._figures())

    def _title(self) -> str:
        state = self.state
        others = len(state.order) - (len(state.columns) if not state.is_stacked else len(state.order))
        if len(state.order) == 1:
            return ""
        parts = ["reading view" if state.shows == "reading" else "aligned view"]
        if others > 0 and state.panes < len(state.order):
            parts.append(f"{others} more {'article' if others == 1 else 'articles'}: {self.host.key_of('next_articles')}")
        if state.order.base != state.order.articles[0]:
            parts.append(f"base {state.subject.chips[state.order.base]}")
        if state.options.only:
            parts.append(f"only what is {state.options.only}")
        if self.host.options.min_severity == 1:
            parts.append("shades count")
        if told := state.options.folding_told(state.shows):
            parts.append(told)
        if state.points.kinds:
            parts.append(f"only {', '.join(sorted(map(kind_word, state.points.kinds)))} ≠")
        if not state.options.synchronized:
            parts.append("panes scroll separately")
        return " · ".join(parts)

    def _figures(self) -> str:
        comparison = self.state.subject.comparison
        if not self.state.subject.ready:
            return f"{self._comparer.step} …" if not self._comparer.problem else ""
        if self._consultation.is_under_way:
            return f"{self._consultation.step} … {self.host.key_of('consult')} gives up"
        if len(comparison.articles) == 1:
            return "1 article, read alone"
        return f"{len(comparison.articles)} articles · {counted(self.state.subject, possible=self.state.points.possible)}"
