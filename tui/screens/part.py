"""What the parts of the Compare screen have in common: each has a task of its own, what it needs to remember, and a host that it works for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, Protocol

from textual.widget import Widget

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message
    from textual.worker import Worker

    from compare.model import Article, Options, Place
    from tui.state.compare import CompareState
    from tui.state.points import Span


class Host(Protocol):
    """The screen, as far as it is its parts' business."""

    articles: tuple[Article, ...]
    options: Options
    state: CompareState

    @property
    def app(self) -> App[Any]: ...

    @property
    def is_current(self) -> bool:
        """Whether no other screen lies over it."""

    def key_of(self, action: str) -> str:
        """The key of an action, as texts on the screen name it."""

    def say(self, text: str, severity: Literal["information", "warning", "error"] = "information", *, once: bool = False) -> None:
        """Tell the user one line; ``once`` for what need not be heard again before newsdiff is left."""

    def draw(self) -> None:
        """Draw what the state holds now."""

    def lay_out(self) -> None:
        """Draw after something has come to need room, or needs it no more."""

    def go_to(self, place: Place) -> None:
        """Show a sentence."""

    def look_for(self, spans: Sequence[Span], look: str = "hit") -> None:
        """Light these stretches of the texts; ``n`` and ``N`` walk through them. ``look`` is ``hit`` or ``entity``."""

    def refresh_bindings(self) -> None:
        """Offer in the footer what can be done now."""

    def start_comparing(self) -> None:
        """Compare anew."""

    def in_thread(self, work: Callable[[], None], group: str) -> Worker[None]:
        """Do something in a thread, as long as the screen is there; what was begun of the same group is called off."""

    def post_message(self, message: Message) -> bool:
        """Tell the screen something, from a thread, too."""


class Part:
    """A part that is no widget. It changes what ``state`` remembers, or the store, and has the host draw it.

    Its methods ``action_…`` are those of the key table.
    """

    def __init__(self, host: Host) -> None:
        self.host = host
        self.state = host.state

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action can be done right now."""
        return True

    def is_ready(self) -> bool:
        """Whether there are sentences yet; says so if not."""
        if not self.state.subject.ready:
            self.host.say("The comparison isn't ready yet")
        return self.state.subject.ready

    def is_judged(self) -> bool:
        """Whether two articles or more are compared; says so if not."""
        if self.is_ready() and not self.state.subject.judged:
            self.host.say("That needs two articles or more")
        return self.state.subject.judged


def does(part: Part | Widget, action: str) -> bool:
    """Whether a part does an action itself, not merely as every widget scrolls."""
    name = f"action_{action}"
    return hasattr(part, name) and getattr(type(part), name) is not getattr(Widget, name, None)
