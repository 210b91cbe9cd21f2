"""A field of one line."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class OneLine(Input):
    """A field that takes all that is pasted into it, each line end as a space; Textual's takes the first line and drops the others."""

    def on_paste(self, event: events.Paste) -> None:
        event.text = " ".join(line.strip() for line in event.text.splitlines() if line.strip())
