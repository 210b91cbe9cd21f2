"""The reader: its screens, its themes and what can be done everywhere."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from time import time
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual._context import active_message_pump
from textual.actions import ActionParseResult
from textual.app import ScreenStackError, SystemCommand
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.dom import DOMNode, NoScreen
from textual.geometry import Offset
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.timer import Timer, TimerCallback

from compare.model import Article, Options
from compare.reading.cleaning import inert
from tui import collector, keymap, remembered, terminal, themes
from tui.key_queue import QueuedKeys
from tui.messages import Do, Menu, Renewed, Say
from tui.screens.base import Actor, ReaderScreen
from tui.settings import Settings, load

if TYPE_CHECKING:
    from compare.archive.shelf import Shelf

_SWITCH = 0.001
"""Seconds after which a thread that computes lets the keys have their turn. A key takes several turns until it is drawn."""

_READ = 0.5
"""Seconds that a message stays in any case: what no key brought about may come just before one."""

_MOST_PROBLEMS = 4
"""Lines about sources that can't be read: more would cover the screen."""


_OTHERS = frozenset("CHLD CLD CONT URG WINCH INFO STOP TSTP TTIN TTOU KILL SEGV BUS FPE ILL PIPE XFSZ HUP".split())
"""Signals that end nothing, that can't be caught, that the processor sends (who came back from one would get it again), that Python ignores;
and a terminal's end."""


def _ends() -> list[int]:
    """The signals that would end the program where it stands, and leave the terminal without its cursor and in another screen."""
    known = {getattr(signal, f"SIG{name}", None) for name in _OTHERS}
    return sorted(int(one) for one in signal.valid_signals() if one not in known)


def _summed_up(problems: Sequence[str]) -> tuple[str, ...]:
    if len(problems) <= _MOST_PROBLEMS:
        return tuple(problems)
    left = len(problems) - (_MOST_PROBLEMS - 1)
    return (*problems[: _MOST_PROBLEMS - 1], f"and {left} more files that can't be read; the others are listed")


class NewsdiffApp(QueuedKeys, inherit_bindings=False):
    """The reader over some articles.

    ``compare_at_once`` opens their comparison; going back from there leaves. ``problems`` are lines about what could not be read, shown
    at the start. ``settings`` are those of the user's configuration unless given. With a ``shelf`` it begins with the list of its events.
    """

    TITLE = "newsdiff"
    BINDINGS: ClassVar[list[BindingType]] = [*keymap.bindings_for("app")]
    # The key of the palette stands in our own table; Textual's would be a second one, out of reach of the user's configuration.
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        articles: Sequence[Article],
        *,
        compare_at_once: bool = False,
        options: Options | None = None,
        problems: Sequence[str] = (),
        settings: Settings | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        first = "events" if shelf else "compare" if compare_at_once else "articles"
        # Under NO_COLOR Textual would turn an ANSI theme black, unless it knows from the start that the colours stay the terminal's.
        super().__init__(
            # Textual doesn't load the sheet of the first screen, and for that of a later one it parses all sheets anew.
            css_path=["app.tcss", f"screens/{first}.tcss"],
            ansi_color=True if "NO_COLOR" in os.environ else None,
        )
        self.use_command_palette = True
        # A screen has one class for its width and one for its height, by which its sheet lays it out.
        self.HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (44, "-narrow"), (72, "-normal"), (130, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-flat"), (11, "-low"), (20, "-tall")]
        self.articles = tuple(articles)
        self.options = options or Options()
        self.problems = _summed_up(problems)
        self.compare_at_once = compare_at_once
        self.on_terminal = False
        """Whether the reader has a terminal, to give back when a signal ends it."""
        self._shelf = shelf
        self._said: set[str] = set()
        self._configured: str | None = None
        self._remembers = settings is None
        if settings is None:
            settings = load()
            self._configured = settings.theme
            settings = replace(settings, theme=remembered.theme(settings.theme))
        self.problems += settings.problems
        self.opens_with = settings.opens_with
        self.chosen_keys: keymap.Keys = settings.keys
        self.set_keymap({action: ",".join(map(keymap.textual_key, keys)) for action, keys in settings.keys.items()})
        for theme in themes.OUR_THEMES:
            self.register_theme(theme)
        self.theme = themes.DARK
        if settings.theme in self.available_themes:
            self.theme = settings.theme
        elif settings.theme is not None:
            where = f"{settings.theme_place}: " if settings.theme_place and settings.theme == self._configured else ""
            self.problems += (f"{where}there is no theme called {inert(settings.theme)}; press {self.key_of('theme')} for a list",)

    def set_timer(self, delay: float, callback: TimerCallback | None = None, *, name: str | None = None, pause: bool = False) -> Timer:
        """As Textual's, but never lost: a timer that has one tick to give leaves out that one when its task is held up for longer than the delay.

        Textual waits 1/120 s before it tells the screens a new size. On a busy machine that tick was lost now and then, and with it every
        resize that came after.
        """
        timer = super().set_timer(delay, callback, name=name, pause=pause)
        timer._skip = False  # noqa: SLF001 # no public way leads there
        return timer

    def key_of(self, action: str) -> str:
        """The key of an action, the user's own if there is one, as texts on the screen name it."""
        return keymap.shown_of(action, self.chosen_keys)

    def watch_theme(self, before: str, chosen: str) -> None:
        """Remember another theme for the next session."""
        if self._remembers and self.is_running and before != chosen:
            problem = remembered.keep_theme(remembered.Choice(chosen, self._configured))
            if problem:
                self.say(problem, "warning")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.state_variables(self.current_theme)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001 - the signature is Textual's
        """Parse the style sheets anew; before there is a screen they weren't parsed at all, and only need to know the theme that was chosen."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens that show through the one on top. Textual counts the next one below in any case, and lays it out at each resize."""
        return super()._background_screens if self.screen_stack and self.screen.styles.background.a < 1 else []

    def get_default_screen(self) -> Screen[None]:
        if self.compare_at_once:
            return Screen()  # nothing is seen of it: the comparison lies over it as long as newsdiff runs
        if self._shelf is not None:
            from tui.screens.events import EventsScreen

            return EventsScreen(self._shelf, self.options)
        from tui.screens.articles import ArticlesScreen

        return ArticlesScreen(self.articles, self.options)

    def on_load(self) -> None:
        """Before the terminal is changed."""
        self._heed_signals()

    def on_mount(self) -> None:
        sys.setswitchinterval(_SWITCH)
        self.app_resume_signal.subscribe(self, self._draw_all)
        for problem in self.problems:
            self.say(problem, "warning")
        if self.compare_at_once:
            from tui.screens.compare import CompareScreen

            self.push_screen(CompareScreen(self.articles, self.options))
        self.call_after_refresh(collector.begun)

    def _draw_all(self, _: object) -> None:
        """Back from the background the terminal shows nothing, and Textual would draw only what has changed."""
        self.screen.refresh()

    def _heed_signals(self) -> None:
        """Asked to end (``kill``, a shutdown), leave as by the key: the terminal gets its screen, its cursor and its mouse back."""
        with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows has no such signals; nor has a thread
            if self.on_terminal:
                loop = asyncio.get_running_loop()
                for asked in _ends():
                    loop.add_signal_handler(asked, self.exit, None, 128 + asked)
                if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # as after nohup
                    loop.add_signal_handler(signal.SIGHUP, self._hung_up)

    def _hung_up(self) -> None:
        """Leave where the terminal is still there; one that was closed has nothing to be given back, and can't be written to."""
        if not terminal.is_there():
            os._exit(128 + signal.SIGHUP)
        self.exit(None, 128 + signal.SIGHUP)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do an action, on a screen the part whose it is; a key may reach one that the key before it has closed: there is nothing to be done."""
        if isinstance(default_namespace, Screen) and default_namespace not in self.screen_stack:
            return False
        if isinstance(default_namespace, ReaderScreen) and isinstance(action, str):
            # All that Textual asks of the node is whether the action can be done, and its method.
            default_namespace = cast("DOMNode", default_namespace.actor(action)) or default_namespace
        return await super().run_action(action, default_namespace, namespaces)

    def _actor(self, action: str, screen: Screen[Any]) -> Actor | None:
        """Who does an action of the key table: a screen, or the program; None where neither knows it, or it can't be done now."""
        actor = screen.actor(action) if isinstance(screen, ReaderScreen) else screen if hasattr(screen, f"action_{action}") else None
        if actor is None and hasattr(self, f"action_{action}"):
            actor = self
        return actor if actor is not None and actor.check_action(action, ()) is True else None

    def _handle_exception(self, error: Exception) -> None:
        """Tell of trouble; but a screen that is gone with an answer still on its way to it misses its parts, and so does one that was only half
        made when newsdiff was left. Nobody is there to be told of that.
        """
        handling = active_message_pump.get(None)
        was_left = self._exit or (isinstance(handling, Screen) and handling not in self.screen_stack)
        if not (was_left and isinstance(error, (NoMatches, NoScreen, ScreenStackError))):
            super()._handle_exception(error)

    def say(self, text: str, severity: SeverityLevel = "information") -> None:
        """Tell the user a line or two; the text is never read as markup. What a key did takes the place of what the key before it did."""
        if severity == "information" and all(each.severity == "information" for each in self._notifications):
            self.clear_notifications()
        self.notify(text, severity=severity, markup=False)

    def key_comes(self) -> None:
        """Who presses a key has read what was said before; warnings stay until their time is over."""
        for each in list(self._notifications):
            if each.severity == "information" and time() - each.raised_at > _READ:
                self._unnotify(each)

    def copy_to_clipboard(self, text: str) -> None:
        """Put a text on the system's clipboard, or, where that can't be, ask the terminal to."""
        from tui import clipboard

        program = clipboard.command()
        if program is None:
            self._ask_terminal_to_copy(text)
            return
        self._clipboard = text

        def copy() -> None:
            if not clipboard.copy(program, text):
                self.call_from_thread(self._ask_terminal_to_copy, text)

        self.run_worker(copy, thread=True, exit_on_error=False, group="clipboard")

    def _ask_terminal_to_copy(self, text: str) -> None:
        from tui import clipboard

        super().copy_to_clipboard(text)
        size = len(text.encode("utf-8", "replace"))
        if size > clipboard.SURE:
            self.say(f"That is {size // 1000} kB; a terminal may take no more than {clipboard.SURE // 1000} kB to the clipboard", "warning")

    # What widgets ask for ----------------------------------------------------------------------------------------------------------

    async def on_do(self, message: Do) -> None:
        await self.do(message.action)

    def on_menu(self, message: Menu) -> None:
        self.open_menu(Offset(message.x, message.y))

    def on_say(self, message: Say) -> None:
        if not message.once or message.text not in self._said:
            self._said.add(message.text)
            self.say(message.text, message.severity)

    def on_renewed(self, message: Renewed) -> None:
        self.articles = message.taken_over(self.articles)
        for screen in self.screen_stack[:-1]:  # the one on top has read them
            if isinstance(screen, ReaderScreen):
                screen.take_over(message)

    async def do(self, action: str) -> None:
        """Do an action of the key table where it is known: on the screen on top, or here. One that can't be done now is left."""
        actor = self._actor(action, self.screen)
        if actor is not None:
            await self.run_action(action, cast("DOMNode", actor))

    def available(self, action: str) -> bool:
        """True when the action can be done on the screen that is on top."""
        return self._actor(action, self.screen) is not None

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: the table's actions, as far as they can be done right now."""
        name = screen.KEYS if isinstance(screen, ReaderScreen) else "app"
        for action in keymap.actions_for(name):
            if action.id != "palette" and self._actor(action.id, screen) is not None:
                yield SystemCommand(action.label.capitalize(), f"{action.description} · {self.key_of(action.id)}", self._doing(action.id))

    def _doing(self, action: str) -> Callable[[], Awaitable[None]]:
        async def do() -> None:
            await self.do(action)

        return do

    # What can be done everywhere ---------------------------------------------------------------------------------------------------

    async def action_back(self) -> None:
        """Close what lies open on the screen, else the screen; leave when it is the first."""
        screen = self.screen
        if isinstance(screen, ReaderScreen) and screen.step_back():
            return
        way_back = screen.has_way_back if isinstance(screen, ReaderScreen) else len(self.screen_stack) > 1
        if way_back:
            screen.dismiss(None)
        else:
            self.exit()

    def action_leave(self) -> None:
        self.exit()

    def open_menu(self, at: Offset) -> None:
        """A menu, at a cell of the screen, of what is done most there, as far as it can be done right now."""
        screen = self.screen
        if isinstance(screen, ReaderScreen):
            from tui.screens.menu import MenuScreen

            groups = [[name for name in group if self.available(name)] for group in keymap.menu_for(screen.KEYS)]
            self.push_screen(MenuScreen(groups, at, self.chosen_keys), self._chosen_in_menu)

    def _chosen_in_menu(self, action: str | None) -> None:
        if action is not None:
            self.post_message(Do(action))

    def action_menu(self) -> None:
        self.open_menu(Offset(self.size.width // 3, self.size.height // 4))

    def action_palette(self) -> None:
        from tui.screens.finder import Finder

        if not isinstance(self.screen, Finder):
            self.push_screen(Finder(id="--command-palette"))

    def action_theme(self) -> None:
        from textual.theme import ThemeProvider

        from tui.screens.finder import Finder

        if not isinstance(self.screen, Finder):
            self.push_screen(Finder(providers=[ThemeProvider], placeholder="the name of a theme"))

    def action_suspend(self) -> None:
        self.action_suspend_process()

    def action_interrupt(self) -> None:
        """Copy what is selected; without a selection it was an old hand that pressed ctrl+c: tell what it looks for."""
        selected = self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
        else:
            self.say(f"Press {self.key_of('leave')} to leave newsdiff")

    def action_help(self) -> None:
        """All keys of the screen on top."""
        screen = self.screen
        if isinstance(screen, ReaderScreen) and screen.KEYS != "page":
            from tui.screens.pages import HelpScreen

            self.push_screen(HelpScreen(screen.KEYS, self.chosen_keys))

    def action_legend(self) -> None:
        """What the marks mean."""
        screen = self.screen
        if isinstance(screen, ReaderScreen) and screen.KEYS != "page":
            from tui.screens.pages import LegendScreen

            self.push_screen(LegendScreen())
