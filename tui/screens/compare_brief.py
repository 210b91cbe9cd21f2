"""The brief over the comparison: it comes by itself when a comparison that nobody has touched yet is ready, and by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.layout.subject import Subject
from tui.screens.part import Host, Part

if TYPE_CHECKING:
    from compare.model import Comparison
    from compare.views.brief import Brief
    from tui.screens.brief import BriefScreen
    from tui.screens.consultation import Consultation
    from tui.screens.dismissing import Dismissing


class CompareBrief(Part):
    """What the Compare screen does with its brief, which takes part in ``consultation`` and ``dismissing``."""

    def __init__(self, host: Host, consultation: Consultation, dismissing: Dismissing) -> None:
        super().__init__(host)
        self.consultation = consultation
        self.dismissing = dismissing
        self.touched = False
        """Whether somebody is at work in the texts already."""
        self._screen: BriefScreen | None = None

    def renew(self) -> None:
        """There is a comparison, or a better one: show its brief if nothing else was asked for, or renew the one on the screen."""
        elsewhere, self.touched = self.touched, True
        subject = self.state.subject
        if not subject.judged:
            return
        if self._screen is not None and self._screen.is_attached:
            self._screen.take(*made(subject))
        elif not elsewhere and self.host.is_current and getattr(self.host.app, "opens_with", "") == "brief":
            self._show()

    def action_brief(self) -> None:
        if self.is_judged():
            self._show()

    def _show(self) -> None:
        from tui.screens.brief import BriefScreen

        host = self.host
        self._screen = BriefScreen(host.articles, host.options, host.go_to, self._go_to_point, made(self.state.subject), self)
        host.app.push_screen(self._screen)

    def tell(self) -> None:
        """Let the brief, if it lies over the screen, say anew what the second reader is at."""
        if self._screen is not None and self._screen.is_attached:
            self._screen.tell()

    def _go_to_point(self, number: int) -> None:
        self.state.visit_point(number)
        self.host.lay_out()


def made(subject: Subject) -> tuple[Comparison, Brief]:
    """A comparison with its brief, made once."""

    def make() -> tuple[Comparison, Brief]:
        from compare.views.brief import brief

        return subject.comparison, brief(subject.comparison)

    return subject.kept("brief", make)
