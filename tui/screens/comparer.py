"""Comparing, on behalf of the Compare screen: in a thread, step by step, and anew where the user wants another base or other options."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual.message import Message
from textual.worker import get_current_worker

from compare.errors import NewsdiffError
from compare.model import Options
from tui.layout.subject import Subject
from tui.screens.compare_brief import made
from tui.screens.part import Host, Part

if TYPE_CHECKING:
    from compare.model import Article, Comparison


class Comparer(Part):
    """Has the host's articles compared; what an earlier request brings is thrown away."""

    class Compared(Message):
        """A comparison has come, or a line that says why none does."""

        def __init__(self, generation: int, subject: Subject | None, problem: str = "") -> None:
            super().__init__()
            self.generation = generation
            self.subject = subject
            self.problem = problem

    class Told(Message):
        """A line: how far it is (``step``), or what the second reader gets and gives (``said``)."""

        def __init__(self, generation: int, line: str, how: Literal["step", "said"]) -> None:
            super().__init__()
            self.generation = generation
            self.line = line
            self.how = how

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.generation = 0
        """Which request is the latest."""
        self.problem = ""
        """Why there is no comparison; "" as long as one may come."""
        self.step = "comparing"

    def begin(self) -> None:
        """Compare the articles as they and the options are now."""
        self.generation += 1
        self.problem = ""
        work = partial(self._compare, self.generation, self.host.articles, self.host.options)
        self.host.in_thread(work, group="comparison")

    def take(self, comparison: Comparison, generation: int | None = None) -> None:
        """In a thread: make a comparison ready to be looked at, and hand it to the screen; ``generation`` says which request it answers."""
        from compare.views.marks import marks

        worker = get_current_worker()
        subject = Subject(comparison, marks)
        self.state.prepare(subject)
        if subject.judged:
            made(subject)
        if not worker.is_cancelled:
            self.host.post_message(self.Compared(self.generation if generation is None else generation, subject))

    def _compare(self, generation: int, articles: tuple[Article, ...], options: Options) -> None:
        worker = get_current_worker()
        from tui.comparing import comparisons
        from tui.worker_process import Broken, NotWanted

        def tell(line: str, how: Literal["step", "said"] = "step") -> None:
            self.host.post_message(self.Told(generation, line, how))

        def failed(problem: str) -> None:
            self.host.post_message(self.Compared(generation, None, problem))

        def announce(line: str) -> None:
            tell(f"Second reader: {line}", "said")

        try:
            for comparison in comparisons(articles, options, lambda: worker.is_cancelled, tell, announce):
                self.take(comparison, generation)
        except NotWanted:
            return
        except Broken as error:
            failed(f"The comparison failed: {error}. {self.host.key_of('reload')} tries again")
        except NewsdiffError as error:
            failed(str(error))
        except Exception as error:  # the reader goes on with the texts alone, and says why
            failed(f"The comparison failed: {type(error).__name__}: {error}")

    # Otherwise -------------------------------------------------------------------------------------------------------------------------

    def action_make_base(self) -> None:
        """Compare the others with the article under the cursor, which comes first."""
        article = self.state.cursor.article
        if not self.is_ready():
            return
        if article == self.state.order.base:
            self.host.say("This article is already the base")
            return
        self.host.options = replace(self.host.options, base=article)
        self.state.put_first(article)
        self.host.lay_out()
        self.host.start_comparing()
        self.host.say("This article is now the base")

    def action_shades(self) -> None:
        """Let shades make a sentence divergent, or only what misleads."""
        if not self.is_ready():
            return
        usual = Options().min_severity
        counted = self.host.options.min_severity > 1
        self.host.options = replace(self.host.options, min_severity=1 if counted else usual)
        self.host.start_comparing()
        self.host.say("Shades now count: a sentence with a slight difference is divergent, too" if counted else "Only what misleads counts")
