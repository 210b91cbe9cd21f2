"""The Compare screen's second opinion: sentences that the user joins or parts by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Place
from tui.layout.explain import said_of
from tui.screens.part import Part

if TYPE_CHECKING:
    from compare.model import PinAction


class Pinning(Part):
    """Joins and parts sentences; ``joining`` is the sentence that another one is looked for to join it with."""

    joining: Place | None = None
    _told: tuple[str, ...] = ()

    def tell_of_pins(self) -> None:
        """Say once what is wrong with the files of pins, and which pins the texts have no sentence for any more."""
        from compare.align.pins import lost_line, stand
        from tui.store.pins import held

        found = held(self.host.articles)
        lines = found.problems
        if found.pins and self.state.subject.ready:
            lines += lost_line(stand(self.state.subject.comparison.articles, found.pins).lost)
        for line in lines:
            if line not in self._told:
                self.host.say(line, "warning")
        self._told = lines

    def action_pin(self) -> None:
        """First here, then in another article: the two sentences belong together. On a sentence that is joined already, undo that."""
        if not self.is_ready():
            return
        here, first = self.state.chosen(), self.joining
        self.joining = None
        if first is not None and first.article != here.article:
            self._keep_pin(
                "join", first, here, f"{self._name(first)} and {self._name(here)} are joined; {self.host.key_of('pin')} undoes it"
            )
            return
        if first is not None and first == here:
            self.host.say("No longer joining")
            return
        pinned = next((link for link in self.state.subject.comparison.links_of(here) if link.pinned), None)
        if pinned is not None:
            self._drop_pin("join", here, pinned.other(here), f"{self._name(here)} is no longer joined by hand")
            return
        self.joining = here
        self.host.say(f"Go to the sentence of another article that belongs with {self._name(here)}, and press the key again there")

    def stop_joining(self) -> bool:
        """Let the sentence go that was to be joined; False where there is none."""
        if self.joining is None:
            return False
        self.joining = None
        self.host.say("No longer joining")
        return True

    def action_unlink(self) -> None:
        """Part this sentence from its counterpart; on one that was parted before, undo that."""
        if not self.is_ready():
            return
        here = self.state.cursor
        parted = next((pinned for pinned in self.state.subject.comparison.pins_of(here) if pinned.action == "part"), None)
        if parted is not None:
            self._drop_pin(
                "part", parted.a, parted.b, f"{self._name(here)} is no longer separated by hand from {self._name(parted.other(here))}"
            )
            return
        links = self.state.subject.comparison.links_of(here)
        seen = [link for link in links if link.other(here).article in self.state.columns] or list(links)
        if not seen:
            self.host.say("Nothing in the other articles is linked to this sentence")
            return
        other = seen[0].other(here)
        self._keep_pin("part", here, other, f"{self._name(here)} and {self._name(other)} are separated; press the key again to undo it")

    def _keep_pin(self, action: PinAction, one: Place, other: Place, done: str) -> None:
        from tui.store import StoreError
        from tui.store.pins import drop, put

        analyses = self.state.subject.comparison.articles
        try:
            put(analyses, action, one, other)
        except StoreError as error:
            self.host.say(str(error), "error")
            return
        self.state.undo.push(f"{self._name(one)} and {self._name(other)} are as newsdiff has them", lambda: drop(analyses, one, other))
        self.host.say(done)
        self.host.start_comparing()

    def _name(self, place: Place) -> str:
        return said_of(self.state.subject, place)

    def _drop_pin(self, action: PinAction, one: Place, other: Place, done: str) -> None:
        from tui.store import StoreError
        from tui.store.pins import drop, put

        analyses = self.state.subject.comparison.articles
        try:
            drop(analyses, one, other)
        except StoreError as error:
            self.host.say(str(error), "error")
            return
        again = f"{self._name(one)} and {self._name(other)} are {'joined' if action == 'join' else 'separated'} by hand again"
        self.state.undo.push(again, lambda: put(analyses, action, one, other))
        self.host.say(done)
        self.host.start_comparing()
