"""The Compare screen's second opinion: sentences that the user joins or parts by hand, and whether shades count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from compare.model import Options, Place
from tui.layout.explain import name_of
from tui.screens.compare_keeping import CompareKeeping

if TYPE_CHECKING:
    from compare.alignment.pins import Action, Pin


class ComparePins(CompareKeeping):
    """Joining and parting sentences, and the severity from which a difference makes a sentence divergent."""

    _to_join: Place | None = None

    def action_pin(self) -> None:
        """First here, then in another article: the two sentences belong together. On a sentence that is joined already, undo that."""
        if not self._is_ready():
            return
        here, first = self.desk.cursor, self._to_join
        self._to_join = None
        if first is not None and first.article != here.article:
            self._keep_pin("join", first, here, f"{name_of(first)} and {name_of(here)} are joined; p undoes it")
            return
        if first is not None and first == here:
            self.say("No longer joining")
            return
        pinned = next((link for link in self.desk.subject.comparison.links_of(here) if link.pinned), None)
        if pinned is not None:
            self._drop_pin(self._new_pin("join", here, pinned.other(here)), f"{name_of(here)} is no longer joined by hand")
            return
        self._to_join = here
        self.say(f"Go to the sentence of another article that belongs with {name_of(here)}, and press the key again there")

    def action_unlink(self) -> None:
        """Part this sentence from its counterpart; on one that was parted before, undo that."""
        if not self._is_ready():
            return
        here = self.desk.cursor
        parted = self._parted(here)
        if parted is not None:
            self._drop_pin(parted, f"{name_of(here)} is no longer parted by hand")
            return
        links = self.desk.subject.comparison.links_of(here)
        seen = [link for link in links if link.other(here).article in self.desk.columns] or list(links)
        if not seen:
            self.say("Nothing in the other articles is linked to this sentence")
            return
        other = seen[0].other(here)
        self._keep_pin("part", here, other, f"{name_of(here)} and {name_of(other)} are parted; the key again undoes it")

    def _new_pin(self, action: Action, one: Place, other: Place) -> Pin:
        from compare.alignment.pins import pin

        return pin(action, self.desk.subject.comparison.articles, one, other)

    def _parted(self, place: Place) -> Pin | None:
        """What parts a sentence by hand from one of these articles."""
        from compare.alignment.pins import End
        from tui.store.pins import user_pins

        analysis = self.desk.subject.comparison.articles[place.article]
        sentence = analysis.sentences[place.sentence]
        end = End(analysis.article.sha256, sentence.start, sentence.end)
        return next((pin for pin in user_pins(self.articles) if pin.action == "part" and end in pin.ends), None)

    def _keep_pin(self, action: Action, one: Place, other: Place, done: str) -> None:
        from tui.store import StoreError, ready_store
        from tui.store.pins import put_pin

        try:
            put_pin(ready_store().store, self._new_pin(action, one, other))
        except StoreError as error:
            self.say(str(error), "error")
            return
        self.say(done)
        self.start_comparing()

    def _drop_pin(self, pin: Pin, done: str) -> None:
        from tui.store import StoreError, ready_store
        from tui.store.pins import drop_pin

        try:
            drop_pin(ready_store().store, pin)
        except StoreError as error:
            self.say(str(error), "error")
            return
        self.say(done)
        self.start_comparing()

    # Shades ----------------------------------------------------------------------------------------------------------------------------

    def action_shades(self) -> None:
        """Let shades make a sentence divergent, or only what misleads."""
        if not self._is_ready():
            return
        usual = Options().min_severity
        counted = self.options.min_severity > 1
        self.options = replace(self.options, min_severity=1 if counted else usual)
        self.start_comparing()
        self.say("Shades count now: a sentence with a slight difference is divergent too" if counted else "Only what misleads counts")
