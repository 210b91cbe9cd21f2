"""The one table of actions and keys: bindings, footer, help, palette and the documents are made from it.

An action's ``id`` is the name of the method that does it (``next_difference`` → ``action_next_difference``) and the name under which a user
rebinds it in ``config.toml``. Keys are written as people write them (``]``, ``ctrl+d``, ``pgdn``); :func:`textual_key` translates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.keynames import is_key, is_typed, shown_key, table_key, textual_key

if TYPE_CHECKING:
    from textual.binding import Binding

__all__ = [
    "ACTIONS",
    "BY_ID",
    "FROM_ANYWHERE",
    "GROUPS",
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

ScreenName = Literal[
    "app",
    "articles",
    "events",
    "compare",
    "search",
    "brief",
    "facts",
    "coverage",
    "likeness",
    "matrix",
    "entity",
    "list",
    "picker",
    "page",
    "prompt",
]
Group = Literal["Moving", "Choosing", "Finding", "Looking", "Keeping", "Taking away", "Program"]

GROUPS: tuple[Group, ...] = ("Moving", "Choosing", "Finding", "Looking", "Keeping", "Taking away", "Program")

SCREEN_TITLES: dict[ScreenName, str] = {
    "app": "everywhere",
    "articles": "Articles",
    "events": "Events of an archive",
    "compare": "Compare",
    "search": "the search line",
    "brief": "Brief",
    "facts": "Facts",
    "coverage": "Coverage",
    "likeness": "Likeness",
    "matrix": "Entities by articles",
    "entity": "All about one name",
    "list": "lists",
    "picker": "Open",
    "page": "help and legend",
    "prompt": "questions",
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something that the reader can do.

    ``label`` is a word or two for the footer, ``description`` a sentence for help and palette. ``screens`` are those that have the method;
    ``app`` stands for the program itself, so for every screen. ``footer`` is true where the key is worth a place in the footer.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    description: str
    screens: tuple[ScreenName, ...]
    group: Group
    footer: bool = False


_TABLES: tuple[ScreenName, ...] = ("facts", "coverage", "likeness", "matrix")
_ROWS: tuple[ScreenName, ...] = ("articles", "events", "compare", "brief", *_TABLES, "entity", "list", "picker")
_SIDEWAYS: tuple[ScreenName, ...] = ("articles", "compare", *_TABLES, "entity", "picker")
_SCROLLED: tuple[ScreenName, ...] = (*_ROWS, "page")
_TEXTS: tuple[ScreenName, ...] = ("articles", "events", "compare", "brief", *_TABLES)

ACTIONS: tuple[Action, ...] = (
    # Choosing comes first in the footer of the first screen, for somebody who has never seen it.
    Action(
        "select", ("space",), "choose", "Choose the article, or let it go, and move on", ("articles", "picker"), "Choosing", footer=True
    ),
    Action("compare", ("enter",), "compare", "Compare the chosen articles", ("articles",), "Choosing", footer=True),
    Action("select_all", ("a",), "all", "Choose all articles that are listed, or none", ("articles",), "Choosing", footer=True),
    Action(
        "filter",
        ("/",),
        "filter",
        "Show only what has these letters in it",
        ("articles", "events", "matrix", "list", "picker"),
        "Finding",
        footer=True,
    ),
    Action("sort", ("o",), "sort", "Sort by another column", ("articles", "events", "coverage", "matrix"), "Looking", footer=True),
    Action("remove", ("delete",), "take off", "Take the article off the list (the file stays)", ("articles",), "Choosing"),
    Action(
        "make_base", ("=",), "base", "Make this article the base, with which the others are compared", ("articles", "compare"), "Choosing"
    ),
    Action(
        "choose",
        ("enter",),
        "open",
        "Open what is under the cursor",
        ("events", "brief", *_TABLES, "entity", "list", "picker"),
        "Choosing",
        footer=True,
    ),
    Action("parent", ("backspace",), "up", "Go to the folder above", ("picker",), "Moving", footer=True),
    Action("delete", ("delete",), "delete", "Delete what is under the cursor from the list", ("list",), "Keeping", footer=True),
    # Moving
    Action("cursor_down", ("j", "down"), "down", "One line or sentence down", _SCROLLED, "Moving"),
    Action("cursor_up", ("k", "up"), "up", "One line or sentence up", _SCROLLED, "Moving"),
    Action("page_down", ("pgdn", "ctrl+f"), "page down", "One page down", _SCROLLED, "Moving"),
    Action("page_up", ("pgup", "ctrl+b"), "page up", "One page up", _SCROLLED, "Moving"),
    Action("half_page_down", ("ctrl+d",), "half down", "Half a page down (the preview, on the first screen)", _SCROLLED, "Moving"),
    Action("half_page_up", ("ctrl+u",), "half up", "Half a page up (the preview, on the first screen)", _SCROLLED, "Moving"),
    Action("first", ("g", "home"), "first", "To the beginning", _SCROLLED, "Moving"),
    Action("last", ("G", "end"), "last", "To the end", _SCROLLED, "Moving"),
    Action("left", ("h", "left"), "left", "To the pane, column or folder on the left", _SIDEWAYS, "Moving"),
    Action("right", ("l", "right"), "right", "To the pane or column on the right, into the folder", _SIDEWAYS, "Moving"),
    Action("next_pane", ("tab",), "next pane", "To the next pane or sidebar", ("compare", "articles", "events"), "Moving"),
    Action(
        "previous_pane", ("shift+tab",), "previous pane", "To the previous pane or sidebar", ("compare", "articles", "events"), "Moving"
    ),
    Action(
        "next_difference",
        ("]", "."),
        "next ≠",
        "To the next point, with two of its sides in the panes",
        ("compare",),
        "Moving",
        footer=True,
    ),
    Action("previous_difference", ("[", ","), "previous ≠", "To the previous point", ("compare",), "Moving", footer=True),
    Action(
        "counterpart",
        ("enter",),
        "other side",
        "To the next side of this point, or to the sentence that this one is linked to",
        ("compare",),
        "Moving",
        footer=True,
    ),
    Action("jump_back", ("ctrl+o", "backspace"), "jump back", "Back to where you came from", ("compare",), "Moving"),
    Action("jump_forward", ("ctrl+n",), "jump forward", "Forward again, after going back", ("compare",), "Moving"),
    Action("jumps", ("J",), "jumps", "List the places where you have been", ("compare",), "Moving"),
    Action(
        "brief", ("0",), "brief", "The first page: what the accounts differ on, and what each leaves out", _SCROLLED, "Looking", footer=True
    ),
    Action("coverage", ("m",), "coverage", "Which article carries what: passages by articles", _SCROLLED, "Looking", footer=True),
    Action("facts", ("f",), "facts", "Figures, dates, titles and spellings side by side, an outlet a column", _SCROLLED, "Looking"),
    # Finding
    Action("search", ("/",), "search", "Search in all the articles", ("compare",), "Finding", footer=True),
    Action("search_next", ("n",), "next hit", "To the next hit of the search or mention of the entity", ("compare",), "Finding"),
    Action("search_previous", ("N",), "previous hit", "To the previous hit or mention", ("compare",), "Finding"),
    Action("search_case", ("alt+c",), "case", "Mind capital letters and accents", ("search",), "Finding"),
    Action("search_words", ("alt+w",), "words", "Find whole words only", ("search",), "Finding"),
    Action("search_regex", ("alt+r",), "regex", "Read the search as a regular expression", ("search",), "Finding"),
    Action("difference_kind", ("K",), "kind", "Walk only through differences of one kind", ("compare",), "Finding"),
    Action("explain", ("i",), "why", "Explain the links of this sentence: their scores and their reasons", ("compare",), "Looking"),
    # Looking
    Action("entities", ("e",), "entities", "Who and what is named, article by article", ("compare",), "Looking", footer=True),
    Action("differences", ("d",), "differences", "All points, the gravest first", ("compare",), "Looking", footer=True),
    Action("quotations", ("u",), "quotes", "Each quotation and how it fares in the other articles", ("compare",), "Looking", footer=True),
    Action("view", ("v",), "view", "Aligned view or reading view", ("compare",), "Looking", footer=True),
    Action("wrap", ("w",), "wrap", "Wrap long lines, or not", ("compare",), "Looking"),
    Action(
        "scroll_left", ("shift+left",), "shift left", "Show what lies further left of lines that aren't wrapped", ("compare",), "Looking"
    ),
    Action(
        "scroll_right",
        ("shift+right",),
        "shift right",
        "Show what lies further right of lines that aren't wrapped",
        ("compare",),
        "Looking",
    ),
    Action("synchronize", ("s",), "synchronize", "Move the panes together, or each for itself", ("compare",), "Looking"),
    Action("only_shared", ("1",), "shared", "Show only what is shared; again: all", ("compare",), "Looking"),
    Action("only_divergent", ("2",), "divergent", "Show only what is divergent; again: all", ("compare", "events"), "Looking"),
    Action("only_unique", ("3",), "unique", "Show only what is unique; again: all", ("compare",), "Looking"),
    Action("shades", ("4",), "shades", "Count slight differences too, or only what misleads", ("compare",), "Looking"),
    Action(
        "possible",
        ("5",),
        "possible",
        "Show points that are only possible too, drawn hollow, or only what is sure",
        ("compare", "brief"),
        "Looking",
    ),
    Action(
        "consult",
        ("A",),
        "ask a model",
        "Ask the second reader, a model of your own, where the accounts diverge; press it again to give up",
        ("compare", "brief"),
        "Looking",
    ),
    Action("fold", ("z",), "fold", "Fold long stretches that are the same into one line, or unfold them", ("compare",), "Looking"),
    Action("toggle_map", ("|",), "map", "Hide or show the map at the edge", ("compare",), "Looking"),
    Action("next_articles", ("}",), "next article", "Bring the next of the hidden articles into the panes", ("compare",), "Looking"),
    Action(
        "previous_articles", ("{",), "previous article", "Bring the previous of the hidden articles into the panes", ("compare",), "Looking"
    ),
    Action("move_pane_left", ("<",), "pane left", "Move this pane to the left", ("compare",), "Looking"),
    Action("move_pane_right", (">",), "pane right", "Move this pane to the right", ("compare",), "Looking"),
    Action("likeness", ("M",), "likeness", "How much of each article is in each other one", _SCROLLED, "Looking"),
    Action("matrix", ("E",), "names", "Entities by articles: who names whom, and who leaves whom out", _SCROLLED, "Looking"),
    Action(
        "entity",
        ("D",),
        "all about it",
        "All about the name under the cursor: its forms, what each article calls it, its sentences side by side",
        ("compare", "matrix"),
        "Looking",
        footer=True,
    ),
    Action("next_entity", ("n",), "next name", "Turn to the next name", ("entity",), "Looking", footer=True),
    Action("previous_entity", ("N",), "previous name", "Turn to the name before", ("entity",), "Looking", footer=True),
    Action("legend", ("L",), "legend", "What the marks and colours mean", ("app",), "Looking"),
    # Keeping
    Action("bookmark", ("b",), "bookmark", "Set a bookmark on this sentence, or lift it", ("compare",), "Keeping"),
    Action("note", ("c",), "note", "Write a note on this sentence", ("compare",), "Keeping"),
    Action("reviewed", ("r",), "reviewed", "Mark this sentence as reviewed, or not", ("compare",), "Keeping"),
    Action(
        "pin",
        ("p",),
        "join",
        "Join this sentence by hand with one of another article (press it there, too), or undo that",
        ("compare",),
        "Keeping",
    ),
    Action("unlink", ("P",), "part", "Part this sentence from its counterpart by hand, or undo that", ("compare",), "Keeping"),
    Action(
        "dismiss_point",
        ("X",),
        "not a difference",
        "Judge that this point is not a difference, with a word why: it counts no more",
        ("compare", "brief"),
        "Keeping",
    ),
    Action("undo", ("U",), "undo", "Undo what you decided last", ("compare", "brief"), "Keeping"),
    Action("keepings", ("B",), "bookmarks", "List bookmarks, notes, reviewed sentences and dismissed points", ("compare",), "Keeping"),
    # Taking away
    Action("copy_sentence", ("y",), "copy", "Copy the sentence as its source has it", ("compare",), "Taking away"),
    Action("copy_both", ("Y",), "copy both", "Copy the sentence and its counterparts", ("compare",), "Taking away"),
    Action("export", ("x",), "export", "Write the comparison as a file: HTML, JSON, Markdown or CSV", _TEXTS, "Taking away", footer=True),
    # Program
    Action("open", ("O",), "open more", "Open another file, a folder or web addresses", ("articles", "compare"), "Program"),
    Action("reload", ("R",), "reload", "Read changed files again, and keep the place", ("articles", "events", "compare"), "Program"),
    Action("theme", ("t",), "theme", "Choose another theme", ("app",), "Program"),
    Action("help", ("?", "f1"), "help", "All keys of this screen", ("app",), "Program", footer=True),
    Action("palette", ("ctrl+p",), "palette", "Find what can be done here by its name", ("app",), "Program"),
    Action("suspend", ("ctrl+z",), "suspend", "Put newsdiff into the background; fg brings it back", ("app",), "Program"),
    Action(
        "interrupt",
        ("ctrl+c",),
        "copy selected",
        "Copy what is selected with the mouse; with nothing selected, say how to leave",
        ("app",),
        "Program",
    ),
    Action(
        "back",
        ("escape", "q"),
        "back",
        "Call off what is under way, then back to the screen before; from the first, leave",
        ("app",),
        "Program",
    ),
    Action("leave", ("ctrl+q",), "leave", "Leave newsdiff from anywhere", ("app",), "Program"),
)

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
