"""Keys one after the other: what is typed ahead goes where it would have gone if the typist had waited for the screen."""

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import PurePath

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget

PATIENCE = 1.0
"""Seconds after which the next key no longer waits for the one before it, whatever became of that."""
_ROUNDS = 2
"""How often somebody is sent after a key. The first time tells that the key has been heard; what it brought about (a line that was handed in, a
focus that was given on) is told by the second."""


class QueuedKeys(App[None]):
    """An app in which a key waits until all that the key before it does has been done.

    Textual hands a key to the widget that has the focus when it arrives. Of ``/rubio`` in one go the slash would open a line, and the letters,
    handed to the list before that, would each do what they do there.
    """

    class Heard(Message):
        """Comes back from where a key went, by the same way and so after it."""

        def __init__(self, number: int, rounds: int) -> None:
            super().__init__()
            self.number = number
            self.rounds = rounds

    _went_to: Widget
    _number = 0
    _under_way = False

    def __init__(self, *, css_path: list[str | PurePath], ansi_color: bool | None) -> None:
        super().__init__(css_path=css_path, ansi_color=ansi_color)
        self._typed: deque[events.Key | events.Paste] = deque()

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if not self._under_way:
            await self._next_key()
        elif len(self._typed) == 1:
            self.set_timer(PATIENCE, partial(self._wait_no_longer, self._number))

    async def _next_key(self) -> None:
        self._under_way = False
        while self._typed and not self._under_way:
            event = self._typed.popleft()
            self._number += 1
            self._under_way = True
            self._went_to = self.focused or self.screen
            self.key_comes()
            await super().on_event(event)
            self._send_after(self._number, 1)
        if self._typed:
            self.set_timer(PATIENCE, partial(self._wait_no_longer, self._number))

    def key_comes(self) -> None:
        """Called before each key."""

    def _send_after(self, number: int, rounds: int) -> None:
        """Send somebody after the key, to where it went."""
        target = self._went_to if self._went_to.is_attached else self.focused or self.screen
        if not target.post_message(self.Heard(number, rounds)):
            self._under_way = False

    async def on_queued_keys_heard(self, message: Heard) -> None:
        message.stop()
        if message.number != self._number:
            return
        if message.rounds < _ROUNDS:
            self._send_after(message.number, message.rounds + 1)
            if self._under_way:
                return
        await self._next_key()

    async def _wait_no_longer(self, number: int) -> None:
        if number == self._number and self._under_way:
            await self._next_key()
