"""The Compare screen's bookmarks, notes and reviewed marks, kept in the user's store."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from compare.model import Place, letter
from tui.screens.compare_places import ComparePlaces

if TYPE_CHECKING:
    from tui.screens.dismissing import Dismissing
    from tui.screens.lists import Item
    from tui.store import Kept, KeptKind, Lost

SIGNS: dict[KeptKind, str] = {"note": "✎", "bookmark": "◆", "reviewed": "✓"}
"""Beside a sentence that has several, the first of these stands."""


class CompareKeeping(ComparePlaces):
    """What the user keeps about sentences."""

    dismissing: Dismissing
    _kept: dict[Place, list[Kept]] | None = None
    _unkept: tuple[Place, str] | None = None
    """A note that could not be kept: its words are there when somebody writes on this sentence again."""

    def arrived(self) -> None:
        super().arrived()
        self.load_kept()

    def load_kept(self) -> None:
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
            self.say(prepared.problem or str(error), "warning", once=True)
            return
        if prepared.problem:
            self.say(prepared.problem, "warning", once=True)
        tokens = {place: next(sign for kind, sign in SIGNS.items() if any(k.kind == kind for k in kept)) for place, kept in found.items()}
        self.show_kept(tokens, [place for place, kept in found.items() if any(each.kind != "reviewed" for each in kept)])
        self.draw()

    def show_kept(self, tokens: dict[Place, str], bookmarks: Sequence[Place]) -> None:
        """Draw the signs; the screen's own."""
        raise NotImplementedError

    def action_bookmark(self) -> None:
        self._toggle_kept("bookmark", "Bookmark set", "Bookmark lifted")

    def action_reviewed(self) -> None:
        self._toggle_kept("reviewed", "Reviewed", "No longer reviewed")

    def _toggle_kept(self, kind: KeptKind, done: str, undone: str) -> None:
        if not self._is_ready():
            return
        from tui.store import StoreError, ready_store

        place = self.state.cursor
        is_set = any(kept.kind == kind for kept in self._kept_at(place))
        store = ready_store().store
        try:  # what the screen shows is turned round, whatever another reader has done meanwhile
            (store.lift if is_set else store.mark)(kind, self.state.subject.comparison.articles[place.article], place.sentence)
        except StoreError as error:
            self.say(str(error), "error")
            return
        analysis = self.state.subject.comparison.articles[place.article]
        again = partial(store.mark if is_set else store.lift, kind, analysis, place.sentence)
        self.state.undo.push(done if is_set else undone, again)
        self.load_kept()
        self.say(undone if is_set else done)

    def action_note(self) -> None:
        if not self._is_ready():
            return
        from tui.screens.asking import AskScreen

        place = self.state.cursor
        self.load_kept()  # another reader may have written one
        there = next((kept.body for kept in self._kept_at(place) if kept.kind == "note"), "")
        question = self.state.subject.comparison.sentence(place).text
        words = self._unkept[1] if self._unkept is not None and self._unkept[0] == place else there
        self.app.push_screen(AskScreen(f"Note on {letter(place.article)}", question[:300], words), partial(self._note, place, there))

    def _is_ready(self) -> bool:
        """Whether there are sentences yet to keep something about; says so if not."""
        if not self.state.subject.ready:
            self.say("The comparison isn't ready yet")
        return self.state.subject.ready

    def _kept_at(self, place: Place) -> Sequence[Kept]:
        return (self._kept or {}).get(place, ())

    def _note(self, place: Place, seen: str, text: str | None) -> None:
        if text is None:
            return
        from tui.store import StoreError, ready_store

        try:
            kept = ready_store().store.write_note(self.state.subject.comparison.articles[place.article], place.sentence, text, seen)
        except StoreError as error:
            self._unkept = (place, text)
            self.say(f"{error}; {self.key_of('note')} has your words still", "error")
            return
        self._unkept = None
        if kept != seen:
            analysis = self.state.subject.comparison.articles[place.article]
            self.state.undo.push("The note is as it was", lambda: ready_store().store.write_note(analysis, place.sentence, seen))
        self.load_kept()
        if kept != text.strip():
            self.say("Another reader has written a note here meanwhile; yours stands behind it")
        elif kept != seen:
            self.say("Note kept" if kept else "Note deleted")

    def action_dismiss_point(self) -> None:
        """Judge that the point under the cursor, in the texts or in the sidebar, is no difference."""
        if self._is_ready():
            number = self.sidebar.point if self.sidebar.has_keys else self.state.point
            self.dismissing.ask(self.state.subject.comparison, number)

    def action_undo(self) -> None:
        self.dismissing.undo()

    def action_keepings(self) -> None:
        from tui.screens.lists import ListScreen

        does = {
            "bookmark": "sets a bookmark",
            "note": "writes a note",
            "reviewed": "marks as reviewed",
            "dismiss_point": "dismisses a point",
        }
        ways = [f"{self.key_of(action)} {done}" for action, done in does.items()]
        self.app.push_screen(ListScreen("Bookmarks, notes, reviewed, dismissed", self._items, f"Nothing yet: {', '.join(ways)}"))

    def _items(self) -> list[Item]:
        from tui.screens.lists import Item
        from tui.store.dismissals import is_dismissed

        comparison = self.state.subject.comparison
        self.load_kept()
        items = []
        for place, found in sorted((self._kept or {}).items()):
            for kept in found:
                text = comparison.sentence(place).text
                where = f"{letter(place.article)}{place.sentence + 1}"
                body, said = (text, kept.body) if kept.kind != "note" else (kept.body, text)
                items.append(Item(SIGNS[kept.kind], where, body, said, partial(self.go_to, place), partial(self._delete, place, kept.kind)))
        for point in comparison.points:
            if point.dismissed is not None and is_dismissed(comparison, point):
                where = f"{letter(point.sides[0].article)}{point.sides[0].sentence + 1}"
                said = f"not a difference{f': {point.dismissed.why}' if point.dismissed.why else ''}"
                leads, restores = partial(self.go_to, point.sides[0].place), partial(self.dismissing.restore, comparison, point)
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
            self.say(str(error), "error")
