"""The brief over the comparison: it comes by itself when a comparison that nobody has touched yet is ready, and by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.layout.subject import Subject

if TYPE_CHECKING:
    from textual import events

    from compare.model import Comparison
    from compare.views.brief import Brief
    from tui.screens.brief import BriefScreen
    from tui.screens.compare import CompareScreen
    from tui.screens.compare_places import ComparePlaces

    Base = ComparePlaces
else:
    Base = object


class CompareBrief(Base):
    """What the Compare screen does with its brief."""

    _touched = False
    _brief: BriefScreen | None = None

    @staticmethod
    def prepare_brief(subject: Subject) -> None:
        """Make the brief in the worker's thread."""
        if subject.judged:
            made(subject)

    def on_key(self, event: events.Key) -> None:
        """Somebody is at work here already."""
        self._touched = True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Likewise."""
        self._touched = True

    def arrived(self) -> None:
        """The comparison is there, or a better one: show its brief if nothing else was asked for, or renew the one on the screen."""
        elsewhere = self._touched or self._wanted is not None
        self._touched = True
        super().arrived()
        subject = self.state.subject
        if not subject.judged:
            return
        if self._brief is not None and self._brief.is_attached:
            self._brief.take(*made(subject))
        elif not elsewhere and self.is_current and getattr(self.app, "opens_with", "") == "brief":
            self._show_brief()

    def action_brief(self) -> None:
        if self.enough() and self.state.subject.judged:
            self._show_brief()
        elif not self.state.subject.ready:
            self.say("The comparison isn't ready yet")

    def _show_brief(self) -> None:
        from tui.screens.brief import BriefScreen

        self._brief = BriefScreen(
            self.articles, self.options, self.go_to, self.go_to_point, made(self.state.subject), cast("CompareScreen", self)
        )
        self.app.push_screen(self._brief)

    def tell_brief(self) -> None:
        """Let the brief, if it lies over this screen, say anew what the second reader is at."""
        if self._brief is not None and self._brief.is_attached:
            self._brief.tell()

    def go_to_point(self, number: int) -> None:
        """Show a point of the comparison in the panes."""
        self.state.visit_point(number)
        self.lay_out()


def made(subject: Subject) -> tuple[Comparison, Brief]:
    """A comparison with its brief, made once."""

    def make() -> tuple[Comparison, Brief]:
        from compare.views.brief import brief

        return subject.comparison, brief(subject.comparison)

    return subject.kept("brief", make)
