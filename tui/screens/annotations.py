"""The Compare screen's bookmarks, notes and reviewed marks, kept in the user's store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from compare.model import Place
from tui.layout.explain import said_of
from tui.screens.part import Part

if TYPE_CHECKING:
    from compare.model import Comparison, Point
    from tui.screens.lists import Item
    from tui.screens.part import Host
    from tui.store import Kept, KeptKind, Lost

SIGNS: dict[KeptKind, str] = {"note": "✎", "bookmark": "◆", "reviewed": "✓"}
"""Beside a sentence that has several, the first of these stands."""

Show = Callable[[Mapping[Place, str], Collection[Place]], None]


class Annotations(Part):
    """What the user keeps about sentences, and the list of it."""

    def __init__(self, host: Host, show: Show, restore: Callable[[Comparison, Point], None]) -> None:
        """``show`` puts a sign beside each of some sentences, for some of them on the map, too; ``restore`` lets a dismissed point count again."""
        super().__init__(host)
        self._show = show
        self._restore = restore
        self._kept: dict[Place, list[Kept]] = {}
        self._unkept: tuple[Place, str] | None = None
        """A note that could not be kept: its words are there when somebody writes on this sentence again."""

    def load(self) -> None:
        """Read from the store what is kept about these articles, and show it beside the sentences."""
        if not self.state.subject.ready:
            return
        from tui.store import StoreError, ready_store

        prepared = ready_store()
        found: dict[Place, list[Kept]] = {}
        self._kept = found
        try:
            for number, analysis in enumerate(self.state.subject.comparison.articles):
                for kept in prepared.store.of(analysis):
                    found.setdefault(Place(number, kept.sentence), []).append(kept)
        except StoreError as error:
            self.host.say(prepared.problem or str(error), "warning", once=True)
            return
        if prepared.problem:
            self.host.say(prepared.problem, "warning", once=True)
        tokens = {place: next(sign for kind, sign in SIGNS.items() if any(k.kind == kind for k in kept)) for place, kept in found.items()}
        self._show(tokens, [place for place, kept in found.items() if any(each.kind != "reviewed" for each in kept)])
        self.host.draw()

    def action_bookmark(self) -> None:
        """Set a bookmark on the sentence under the cursor, or lift it."""
        self._toggle("bookmark", "Bookmark set", "Bookmark removed")

    def action_reviewed(self) -> None:
        """Mark the sentence under the cursor as reviewed, or not."""
        self._toggle("reviewed", "Reviewed", "No longer reviewed")

    def _toggle(self, kind: KeptKind, done: str, undone: str) -> None:
        if not self.is_ready():
            return
        from tui.store import StoreError, ready_store

        place = self.state.chosen()
        is_set = any(kept.kind == kind for kept in self._kept_at(place))
        store = ready_store().store
        try:  # what the screen shows is turned round, whatever another reader has done meanwhile
            (store.lift if is_set else store.mark)(kind, self.state.subject.comparison.articles[place.article], place.sentence)
        except StoreError as error:
            self.host.say(str(error), "error")
            return
        analysis = self.state.subject.comparison.articles[place.article]
        again = partial(store.mark if is_set else store.lift, kind, analysis, place.sentence)
        self.state.undo.push(done if is_set else undone, again)
        self.load()
        self.host.say(undone if is_set else done)

    def action_note(self) -> None:
        """Ask for a note on the sentence under the cursor."""
        if not self.is_ready():
            return
        from tui.screens.asking import AskScreen

        place = self.state.chosen()
        self.load()  # another reader may have written one
        there = self.note_at(place)
        question = self.state.subject.comparison.sentence(place).text
        words = self._unkept[1] if self._unkept is not None and self._unkept[0] == place else there
        self.host.app.push_screen(
            AskScreen(f"Note on {said_of(self.state.subject, place)}", question[:300], words), partial(self._note, place, there)
        )

    def note_at(self, place: Place) -> str:
        """What the user wrote on a sentence, "" if nothing."""
        return next((kept.body for kept in self._kept_at(place) if kept.kind == "note"), "")

    def _kept_at(self, place: Place) -> Sequence[Kept]:
        return self._kept.get(place, ())

    def _note(self, place: Place, seen: str, text: str | None) -> None:
        if text is None:
            return
        from tui.store import StoreError, ready_store

        try:
            kept = ready_store().store.write_note(self.state.subject.comparison.articles[place.article], place.sentence, text, seen)
        except StoreError as error:
            self._unkept = (place, text)
            self.host.say(f"{error}; {self.host.key_of('note')} brings your words back", "error")
            return
        self._unkept = None
        if kept != seen:
            analysis = self.state.subject.comparison.articles[place.article]
            self.state.undo.push("The note is unchanged", lambda: ready_store().store.write_note(analysis, place.sentence, seen))
        self.load()
        if kept != text.strip():
            self.host.say("Another reader wrote a note here in the meantime; yours was added after it")
        elif kept != seen:
            self.host.say("Note kept" if kept else "Note deleted")

    def action_keepings(self) -> None:
        """List all that is kept, and the points that are dismissed."""
        from tui.screens.lists import ListScreen

        does = {
            "bookmark": "sets a bookmark",
            "note": "writes a note",
            "reviewed": "marks as reviewed",
            "dismiss_point": "dismisses a point",
        }
        ways = [f"{self.host.key_of(action)} {done}" for action, done in does.items()]
        self.host.app.push_screen(ListScreen("Bookmarks, notes, reviewed, dismissed", self._items, f"Nothing yet: {', '.join(ways)}"))

    def _items(self) -> list[Item]:
        from tui.screens.lists import Item
        from tui.store.dismissals import is_dismissed

        comparison = self.state.subject.comparison
        self.load()
        items = []
        for place, found in sorted(self._kept.items()):
            for kept in found:
                text = comparison.sentence(place).text
                where = said_of(self.state.subject, place)
                body, said = (text, kept.body) if kept.kind != "note" else (kept.body, text)
                items.append(
                    Item(SIGNS[kept.kind], where, body, said, partial(self.host.go_to, place), partial(self._delete, place, kept.kind))
                )
        for point in comparison.points:
            if point.dismissed is not None and is_dismissed(comparison, point):
                where = said_of(self.state.subject, point.sides[0].place)
                said = f"not a difference{f': {point.dismissed.why}' if point.dismissed.why else ''}"
                leads, restores = partial(self.host.go_to, point.sides[0].place), partial(self._restore, comparison, point)
                items.append(Item("×", where, point.explanation, said, leads, restores))
        items += [Item(SIGNS[lost.kind], "gone", lost.body or lost.text, lost.text if lost.body else "", None) for lost in self._lost()]
        return items

    def _lost(self) -> list[Lost]:
        from tui.store import StoreError, ready_store

        try:
            return [lost for analysis in self.state.subject.comparison.articles for lost in ready_store().store.lost(analysis)]
        except StoreError:
            return []

    def _delete(self, place: Place, kind: KeptKind) -> None:
        from tui.store import StoreError, ready_store

        try:
            ready_store().store.lift(kind, self.state.subject.comparison.articles[place.article], place.sentence)
        except StoreError as error:
            self.host.say(str(error), "error")
