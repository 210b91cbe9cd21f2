"""Which keys do what: bindings, footer, help, palette and the documents are made from :mod:`tui.actions` through here.

Keys are written as people write them (``]``, ``ctrl+d``, ``pgdn``); :func:`textual_key` translates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.actions import ACTIONS, FIRST, GROUPS, MENUS, SCREEN_TITLES, Action, Group, ScreenName
from tui.keynames import is_key, is_typed, shown_key, table_key, textual_key

if TYPE_CHECKING:
    from textual.binding import Binding

__all__ = [
    "ACTIONS",
    "BY_ID",
    "FIRST",
    "FROM_ANYWHERE",
    "GROUPS",
    "MENUS",
    "SCREEN_TITLES",
    "Action",
    "Group",
    "Keys",
    "ScreenName",
    "actions_for",
    "bindings_for",
    "clashes",
    "is_key",
    "is_typed",
    "keys_of",
    "shown_key",
    "shown_of",
    "table_key",
    "textual_key",
]

FROM_ANYWHERE = frozenset({"leave", "palette"})
"""Actions whose keys work while somebody writes into a line, too."""

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}

Keys = Mapping[str, tuple[str, ...]]
"""Keys that the user has chosen, by action id; an action that isn't in it keeps those of the table."""


def shown_of(action: str, chosen: Keys | None = None) -> str:
    """The first key of an action as texts on the screen name it."""
    return shown_key(keys_of(BY_ID[action], chosen)[0])


def keys_of(action: Action, chosen: Keys | None = None) -> tuple[str, ...]:
    """The keys of an action, the user's where there are any."""
    return (chosen or {}).get(action.id, action.keys)


def actions_for(screen: ScreenName, *, everywhere: bool = True) -> tuple[Action, ...]:
    """What a screen can do, in the order of the table; with what the program itself can do unless ``everywhere`` is false."""
    names = {screen, "app"} if everywhere else {screen}
    return tuple(action for action in ACTIONS if names & set(action.screens))


def menu_for(screen: ScreenName) -> tuple[tuple[str, ...], ...]:
    """The groups of the menu at the pointer, by the ids of their actions; the last one leads to all that can be done."""
    own = tuple(action.id for action in actions_for(screen, everywhere=False) if action.footer and "app" not in action.screens)
    return (*MENUS.get(screen, (own,)), ("undo", "help", "palette") if screen == "compare" else ("help", "palette"))


def bindings_for(screen: ScreenName, *, namespace: str = "") -> list[Binding]:
    """The bindings of one screen (or of the app), for its ``BINDINGS``. The app lays a user's keys over them by their ids.

    ``namespace`` goes before the actions: a modal screen hides the app's bindings, and has them itself through ``app.``.
    """
    from textual.binding import Binding

    return [
        Binding(
            ",".join(map(textual_key, action.keys)),
            f"{namespace}{action.id}",
            action.label,
            show=action.footer,
            key_display=shown_key(action.keys[0]),
            id=action.id,
            tooltip=action.description,
            priority=action.id in FROM_ANYWHERE,
        )
        for action in actions_for(screen, everywhere=False)
    ]


def clashes(chosen: Keys) -> list[tuple[str, str, str]]:
    """Pairs of actions that would have the same key on the same screen, as (key, id, id), in the order of the table."""
    found: list[tuple[str, str, str]] = []
    for position, first in enumerate(ACTIONS):
        for second in ACTIONS[position + 1 :]:
            if not _meet(first.screens, second.screens):
                continue
            second_keys = {textual_key(key) for key in keys_of(second, chosen)}
            found.extend((key, first.id, second.id) for key in keys_of(first, chosen) if textual_key(key) in second_keys)
    return found


def _meet(first: Sequence[ScreenName], second: Sequence[ScreenName]) -> bool:
    return "app" in first or "app" in second or not set(first).isdisjoint(second)
