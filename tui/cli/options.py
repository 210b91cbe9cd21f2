"""What several commands take: the articles, and the options on how to compare them, gathered into one value."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from typing import TYPE_CHECKING, Any, Literal

import click

from tui.cli.group import SECOND_READER
from tui.cli.saying import complain

if TYPE_CHECKING:
    from compare.model import Options
    from tui.second_reader import Choice
    from tui.sources import Sources

Semantic = Literal["auto", "on", "off"]
Command = Callable[..., int]

argument = click.argument("articles", nargs=-1, type=click.Path(path_type=str, readable=False), metavar="ARTICLE...")


def articles(command: Command) -> Command:
    """Let a command take articles, or ``--demo`` in their place; it gets their paths as ``articles``."""

    @wraps(command)
    def given(*args: object, articles: tuple[str, ...], demo: bool, **others: Any) -> int:
        if demo:
            if articles:
                raise click.UsageError("--demo has its own articles; give either articles or --demo", click.get_current_context())
            from tui import samples

            articles = samples.demo_paths()
        return command(*args, articles=articles, **others)

    return argument(
        click.option("--demo", is_flag=True, help="Use an invented event told by three outlets instead of your own articles.")(given)
    )


def _allow_local(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 -- click's signature
    """``--allow-local``: addresses of this machine and its network count, for the whole run."""
    if wanted and not ctx.resilient_parsing:
        from tui.fetching import allow_local

        allow_local()


allow_local = click.option(
    "--allow-local",
    is_flag=True,
    expose_value=False,
    callback=_allow_local,
    help="Also fetch web addresses on this machine and the local network, and read file: addresses.",
)


@dataclass(frozen=True)
class Asked:
    """What was said with a command on how to compare."""

    base: str | None
    min_severity: int
    min_confidence: float
    semantic: Semantic
    ner: str
    second_reader: Choice | None

    def options(self, sources: Sources | None = None) -> Options:
        """The engine's options; raises NewsdiffError where the base named is none of the sources."""
        from compare.model import Options
        from tui.sources import base_index

        base = base_index(self.base, sources) if sources else 0
        return Options(base=base, min_severity=self.min_severity, min_confidence=self.min_confidence, semantic=self.semantic, ner=self.ner)


def comparing(command: Command) -> Command:
    """Put the options on a command that every command that compares takes; it gets them as one value, ``asked``."""
    options = (
        click.option("--base", metavar="ARTICLE", help="The base article, by letter, number or path.  [default: the first]"),
        click.option(
            "--min-severity",
            type=click.IntRange(1, 3),
            default=2,
            metavar="1|2|3",
            help="The lowest severity that makes a sentence divergent: 1 a shade, 2 a reader is misled (the default), 3 a fact or quotation is altered.",
        ),
        click.option(
            "--min-confidence",
            type=click.FloatRange(0, 1),
            default=0.5,
            show_default=True,
            metavar="0..1",
            help="How confident newsdiff must be of a difference; one below this is only possible and marks nothing. 0 shows all.",
        ),
        click.option(
            "--semantic",
            type=click.Choice(["auto", "on", "off"]),
            default="auto",
            show_default=True,
            help="Compare meanings with a small sentence model.",
        ),
        click.option(
            "--ner",
            metavar="RECOGNISER",
            callback=_choose_recogniser,
            help="The name recogniser: rules, or spacy:MODEL.  [default: rules, or what config.toml says]",
        ),
        click.option(
            "--pins",
            metavar="FILE",
            expose_value=False,
            callback=_choose_pins,
            help="Read pins (sentences joined or separated by hand) from this file only.",
        ),
        click.option("--no-pins", is_flag=True, expose_value=False, callback=_choose_pins, help="Ignore all pins."),
        click.option(
            "--no-dismissals",
            is_flag=True,
            expose_value=False,
            callback=_switch_dismissals_off,
            help="Count points even if you dismissed them in the reader.",
        ),
        click.option(
            "--field",
            metavar="NAME=PATH",
            multiple=True,
            expose_value=False,
            callback=_choose_fields,
            help="Where JSON records hold the text, title, outlet, date, address, …: --field text=payload.body",
        ),
        allow_local,
        click.option(
            SECOND_READER,
            metavar="[record:FILE|replay:FILE]",
            callback=_choose_second_reader,
            help="Ask the model named in config.toml where the accounts diverge, or write the requests to a file, or take the answers from one.",
        ),
    )

    @wraps(command)
    def gathered(*args: object, **given: Any) -> int:
        asked = Asked(**{field.name: given.pop(field.name) for field in fields(Asked)})
        return command(*args, asked=asked, **given)

    for option in reversed(options):  # the last one that is put on is the first that help lists
        gathered = option(gathered)
    return gathered


def _choose_pins(_: click.Context, __: click.Parameter, file: str | bool | None) -> None:  # noqa: FBT001 -- click's signature
    """``--pins FILE`` and ``--no-pins``: which files of pins count, for the whole run."""
    if file:
        from tui.store.pins import choose

        choose("" if file is True else str(file))


def _switch_dismissals_off(_: click.Context, __: click.Parameter, off: bool) -> None:  # noqa: FBT001 -- click's signature
    """``--no-dismissals``: no decision of the user's counts, for the whole run."""
    if off:
        from tui.store.dismissals import switch_off

        switch_off()


def _choose_fields(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> None:
    """``--field NAME=PATH``: where JSON records hold what, for the whole run."""
    if not given:
        return
    from compare.reading.records import NAMES
    from tui.sources import choose_field

    for each in given:
        name, sign, path = each.partition("=")
        if name not in NAMES or not sign or not path:
            raise click.BadParameter(f"{each!r}: write NAME=PATH with one of {', '.join(NAMES)} as NAME")
        choose_field(name, path)


def _choose_second_reader(ctx: click.Context, _: click.Parameter, word: str | None) -> Choice | None:
    """``--second-reader``: whom to ask. What is wrong with it is told before the work begins."""
    if word is None or ctx.resilient_parsing:
        return None
    from tui.second_reader import chosen

    choice = chosen(word)
    for line in choice.problems:
        complain(line)
    return choice


def _choose_recogniser(ctx: click.Context, _: click.Parameter, named: str | None) -> str:
    """``--ner``, else what the user's configuration says, else the rules; what it says wrong is told in one line."""
    if named is not None or ctx.resilient_parsing:
        if named not in {None, "rules"}:
            from compare.extract.mentions import check_recogniser

            check_recogniser(str(named))  # before the reader opens with texts alone
        return named or "rules"
    from tui.settings import load

    settings = load()
    problem = settings.file_problem or settings.ner_problem
    if problem and not (ctx.info_name == "read" and sys.stdout.isatty()):  # the reader tells of all that is wrong itself
        complain(problem)
    return settings.ner or "rules"
