"""The one table of actions and keys; :mod:`tui.keymap` answers for it.

An action's ``id`` is the name of the method that does it (``next_difference`` → ``action_next_difference``) and the name under which a user
rebinds it in ``config.toml``. Keys are written as people write them (``]``, ``ctrl+d``, ``pgdn``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

ScreenName = Literal[
    "app",
    "articles",
    "events",
    "compare",
    "brief",
    "facts",
    "search",
    "coverage",
    "likeness",
    "matrix",
    "entity",
    "list",
    "picker",
    "page",
    "prompt",
    "menu",
]
Group = Literal["see", "move", "find", "view", "choose", "keep", "take", "program"]

GROUPS: dict[Group, str] = {
    "see": "See what differs",
    "move": "Move about",
    "find": "Find something",
    "view": "Change what is shown",
    "choose": "Choose articles",
    "keep": "Judge, note and keep",
    "take": "Copy and export",
    "program": "newsdiff itself",
}
"""What one may want to do, in the order of the help."""

FIRST = ("next_difference", "counterpart", "brief", "coverage", "help")
"""The five keys that suffice: at the top of the help and in the README."""

SCREEN_TITLES: dict[ScreenName, str] = {
    "app": "everywhere",
    "articles": "Articles",
    "events": "Events of an archive",
    "compare": "Compare",
    "search": "the search line",
    "brief": "Brief",
    "facts": "Facts",
    "coverage": "Coverage",
    "likeness": "Similarity",
    "matrix": "Entities by articles",
    "entity": "Everything about one name",
    "list": "lists",
    "picker": "Open",
    "page": "help and legend",
    "prompt": "questions",
    "menu": "menus",
}


class Action(NamedTuple):
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
    Action("select", ("space",), "select", "Select or deselect the article, and move on", ("articles", "picker"), "choose", footer=True),
    Action("compare", ("enter",), "compare", "Compare the selected articles", ("articles",), "choose", footer=True),
    Action("select_all", ("a",), "all", "Select all listed articles, or none", ("articles",), "choose", footer=True),
    Action(
        "filter",
        ("/",),
        "filter",
        "Show only what contains this text",
        ("articles", "events", "matrix", "list", "picker", "page"),
        "find",
        footer=True,
    ),
    Action("sort", ("o",), "sort", "Sort by another column", ("articles", "events", "coverage", "matrix"), "view", footer=True),
    Action("remove", ("delete",), "take off", "Remove the article from the list (the file stays)", ("articles",), "choose"),
    Action(
        "make_base", ("=",), "base", "Make this article the base, against which the others are compared", ("articles", "compare"), "choose"
    ),
    Action(
        "choose",
        ("enter",),
        "open",
        "Open what is under the cursor",
        ("events", "brief", *_TABLES, "entity", "list", "picker", "menu"),
        "see",
        footer=True,
    ),
    Action("parent", ("backspace",), "up", "Go to the folder above", ("picker",), "move", footer=True),
    Action("delete", ("delete",), "delete", "Delete what is under the cursor from the list", ("list",), "keep", footer=True),
    # Moving
    Action("cursor_down", ("j", "down"), "down", "One line or sentence down", (*_SCROLLED, "menu"), "move"),
    Action("cursor_up", ("k", "up"), "up", "One line or sentence up", (*_SCROLLED, "menu"), "move"),
    Action("page_down", ("pgdn", "ctrl+f"), "page down", "One page down", _SCROLLED, "move"),
    Action("page_up", ("pgup", "ctrl+b"), "page up", "One page up", _SCROLLED, "move"),
    Action("half_page_down", ("ctrl+d",), "half down", "Half a page down (on the first screen: in the preview)", _SCROLLED, "move"),
    Action("half_page_up", ("ctrl+u",), "half up", "Half a page up (on the first screen: in the preview)", _SCROLLED, "move"),
    Action("first", ("g", "home"), "first", "To the beginning", (*_SCROLLED, "menu"), "move"),
    Action("last", ("G", "end"), "last", "To the end", (*_SCROLLED, "menu"), "move"),
    Action("left", ("h", "left"), "left", "To the pane, column or folder on the left", _SIDEWAYS, "move"),
    Action("right", ("l", "right"), "right", "To the pane or column on the right, or into the folder", _SIDEWAYS, "move"),
    Action("next_pane", ("tab",), "next pane", "To the next pane or sidebar", ("compare", "articles", "events"), "move"),
    Action("previous_pane", ("shift+tab",), "previous pane", "To the previous pane or sidebar", ("compare", "articles", "events"), "move"),
    Action(
        "next_difference", ("]", "."), "next ≠", "To the next point, with two of its sides in the panes", ("compare",), "see", footer=True
    ),
    Action("previous_difference", ("[", ","), "previous ≠", "To the previous point", ("compare",), "see", footer=True),
    Action(
        "counterpart",
        ("enter",),
        "other side",
        "To the next side of this point, or to the linked sentence; opens and closes folds",
        ("compare",),
        "see",
        footer=True,
    ),
    Action("jump_back", ("ctrl+o", "backspace"), "jump back", "Back to where you came from", ("compare",), "move"),
    Action("jump_forward", ("ctrl+n",), "jump forward", "Forward again, after going back", ("compare",), "move"),
    Action("jumps", ("J",), "jumps", "List the places where you have been", ("compare",), "move"),
    Action("brief", ("0",), "brief", "The brief: what the accounts differ on, and what each leaves out", _SCROLLED, "see", footer=True),
    Action("coverage", ("m",), "coverage", "Which article carries what: passages by articles", _SCROLLED, "see", footer=True),
    Action("facts", ("f",), "facts", "Figures, dates, titles and spellings side by side, one column for each outlet", _SCROLLED, "see"),
    # Finding
    Action("search", ("/",), "search", "Search in all the articles", ("compare",), "find", footer=True),
    Action("search_next", ("n",), "next hit", "To the next hit of the search or mention of the entity", ("compare",), "find"),
    Action("search_previous", ("N",), "previous hit", "To the previous hit or mention", ("compare",), "find"),
    Action("search_case", ("alt+c",), "case", "Match case and accents", ("search",), "find"),
    Action("search_words", ("alt+w",), "words", "Find whole words only", ("search",), "find"),
    Action("search_regex", ("alt+r",), "regex", "Read the search as a regular expression", ("search",), "find"),
    Action("difference_kind", ("K",), "kind", "Step through differences of one kind only", ("compare",), "find"),
    Action("explain", ("i",), "why", "Explain why this sentence is linked to others", ("compare",), "see"),
    # Looking
    Action("entities", ("e",), "entities", "Who and what is named, article by article", ("compare",), "see", footer=True),
    Action("differences", ("d",), "differences", "All points, the most serious first", ("compare",), "see", footer=True),
    Action(
        "quotations", ("u",), "quotations", "Each quotation, and what became of it in the other articles", ("compare",), "see", footer=True
    ),
    Action("view", ("v",), "view", "Aligned view or reading view", ("compare",), "view", footer=True),
    Action("word_marks", ("W",), "word marks", "Mark words in all sentences, or only in the current one", ("compare",), "view"),
    Action("wrap", ("w",), "wrap", "Wrap long lines, or not", ("compare",), "view"),
    Action("scroll_left", ("shift+left",), "shift left", "Scroll unwrapped lines to the left", ("compare",), "view"),
    Action("scroll_right", ("shift+right",), "shift right", "Scroll unwrapped lines to the right", ("compare",), "view"),
    Action("synchronize", ("s",), "synchronize", "Scroll the panes together, or separately", ("compare",), "view"),
    Action("only_shared", ("1",), "shared", "Show only what is shared; again: all", ("compare",), "view"),
    Action("only_divergent", ("2",), "divergent", "Show only what is divergent; again: all", ("compare", "events"), "view"),
    Action("only_unique", ("3",), "unique", "Show only what is unique; again: all", ("compare",), "view"),
    Action("shades", ("4",), "shades", "Also count shades, or only what misleads", ("compare",), "view"),
    Action(
        "possible",
        ("5",),
        "possible",
        "Also show points that are only possible, drawn hollow, or hide them",
        ("compare", "brief"),
        "see",
    ),
    Action(
        "consult",
        ("A",),
        "ask a model",
        "Ask the second reader, a model of your own, where the accounts diverge; press again to cancel",
        ("compare", "brief"),
        "see",
    ),
    Action("fold", ("z",), "fold", "Fold what only one outlet has, nothing, or what is shared as well", ("compare",), "view"),
    Action("toggle_map", ("|",), "map", "Hide or show the map at the edge", ("compare",), "view"),
    Action("next_articles", ("}",), "next article", "Show the next hidden article", ("compare",), "view"),
    Action("previous_articles", ("{",), "previous article", "Show the previous hidden article", ("compare",), "view"),
    Action("move_pane_left", ("<",), "pane left", "Move this pane to the left", ("compare",), "view"),
    Action("move_pane_right", (">",), "pane right", "Move this pane to the right", ("compare",), "view"),
    Action("likeness", ("M",), "similarity", "How much of each article is in each of the others", _SCROLLED, "see"),
    Action("matrix", ("E",), "names", "Entities by articles: who names whom, and who leaves whom out", _SCROLLED, "see"),
    Action(
        "entity",
        ("D",),
        "all about it",
        "Everything about the name under the cursor: its forms, what each article calls it, its sentences side by side",
        ("compare", "matrix"),
        "see",
        footer=True,
    ),
    Action("next_entity", ("n",), "next name", "Go to the next name", ("entity",), "see", footer=True),
    Action("previous_entity", ("N",), "previous name", "Go to the previous name", ("entity",), "see", footer=True),
    Action(
        "details",
        ("I",),
        "about article",
        "Everything known about the article (byline, dates, language, hashes), and its original text",
        ("articles", "compare"),
        "see",
    ),
    Action("legend", ("L",), "legend", "What the marks and colours mean", ("app",), "view"),
    # Keeping
    Action("bookmark", ("b",), "bookmark", "Bookmark this sentence, or remove the bookmark", ("compare",), "keep"),
    Action("note", ("c",), "note", "Write a note on this sentence", ("compare",), "keep"),
    Action("reviewed", ("r",), "reviewed", "Mark this sentence as reviewed, or unmark it", ("compare",), "keep"),
    Action(
        "pin",
        ("p",),
        "join",
        "Join this sentence by hand with one in another article (press the key there, too), or undo that",
        ("compare",),
        "keep",
    ),
    Action("unlink", ("P",), "separate", "Separate this sentence from its counterpart by hand, or undo that", ("compare",), "keep"),
    Action(
        "dismiss_point",
        ("X",),
        "not a difference",
        "Dismiss this point as not a difference, with a reason: it no longer counts",
        ("compare", "brief"),
        "keep",
    ),
    Action("undo", ("U",), "undo", "Undo your last decision", ("compare", "brief"), "keep"),
    Action("keepings", ("B",), "bookmarks", "List bookmarks, notes, reviewed sentences and dismissed points", ("compare",), "keep"),
    # Taking away
    Action("copy_sentence", ("y",), "copy", "Copy the sentence as it is in its source", ("compare",), "take"),
    Action("copy_both", ("Y",), "copy both", "Copy the sentence and its counterparts", ("compare",), "take"),
    Action("export", ("x",), "export", "Write the comparison as a file: HTML, JSON, Markdown, CSV or text", _TEXTS, "take", footer=True),
    # Program
    Action("open", ("O",), "open more", "Open another file, a folder or web addresses", ("articles", "compare"), "program"),
    Action(
        "reload",
        ("R",),
        "reload",
        "Reread changed files and web addresses, and keep your place",
        ("articles", "events", "compare"),
        "program",
    ),
    Action("theme", ("t",), "theme", "Choose another theme", ("app",), "program"),
    Action("help", ("?", "f1"), "help", "All keys of this screen", ("app",), "program", footer=True),
    Action("menu", ("f10",), "menu", "A menu of the most common actions here, as with the right mouse button", ("app",), "program"),
    Action("palette", ("ctrl+p",), "more …", "Find an action by its name", ("app",), "program"),
    Action("suspend", ("ctrl+z",), "suspend", "Suspend newsdiff; fg brings it back", ("app",), "program"),
    Action(
        "interrupt",
        ("ctrl+c",),
        "copy selected",
        "Copy the text selected with the mouse; if there is none, say how to quit",
        ("app",),
        "program",
    ),
    Action(
        "back",
        ("escape", "q"),
        "back",
        "Cancel what is in progress, else go back; from the first screen, quit",
        ("app",),
        "program",
    ),
    Action("leave", ("ctrl+q",), "leave", "Quit newsdiff from anywhere", ("app",), "program"),
)

MENUS: Mapping[ScreenName, tuple[tuple[str, ...], ...]] = {
    "articles": (
        ("select", "compare", "make_base", "remove"),
        ("filter", "sort"),
        ("open", "reload"),
        ("facts", "coverage", "matrix", "export"),
    ),
    "events": (("choose",), ("filter", "sort", "only_divergent"), ("reload",), ("brief", "facts", "coverage", "export")),
    "compare": (
        ("counterpart", "next_difference", "dismiss_point"),
        ("bookmark", "note", "reviewed", "pin", "unlink"),
        ("copy_sentence", "copy_both"),
        ("explain", "entity", "make_base"),
        ("brief", "facts", "coverage", "export"),
    ),
    "brief": (("choose", "dismiss_point", "undo"), ("possible", "consult"), ("facts", "coverage", "export")),
}
"""What the menu at the pointer offers, in groups; on other screens it offers what their footers do."""
