"""The second reader is asked, and what it says goes into the comparison as far as the articles bear it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from compare.errors import NewsdiffError
from compare.model import SECOND_READER, Comparison, Difference, Opinion, Problem, SecondReading
from compare.progress import Cancelled, Tell, silent
from compare.second_reader import answers
from compare.second_reader.asking import Answer, Answering, Kept, Unanswered
from compare.second_reader.planning import Plan, plan, plan_verdicts
from compare.second_reader.points import Grounded, gather, ground
from compare.second_reader.prompt import Request


def requests(comparison: Comparison, *, window: int, most: int, verdicts: bool = False) -> Plan:
    """All requests for a comparison, and how many were left out for being more than ``most``.

    ``window`` counts tokens; ``verdicts`` adds those about the differences that the rules found, conflicts first, then possible ones.
    Raises NewsdiffError where the window is too small for anything.
    """
    found = plan(comparison, window, most)
    if not verdicts:
        return found
    more = plan_verdicts(comparison, _to_judge(comparison), window, most - len(found.requests))
    return Plan((*found.requests, *more.requests), found.left_out + bool(more.left_out))


def consult(
    comparison: Comparison,
    reader: Answering,
    *,
    window: int = 16_384,
    most: int = 8,
    verdicts: bool = False,
    cache: Kept | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    tell: Tell = silent,
) -> Comparison:
    """Ask a second reader about a comparison; its points come after those that are there, labelled with its name.

    Slow: call it where nobody waits for keys. ``tell`` hears how many answers there are, also while one is waited for; ``cancelled`` is asked
    often. What fails becomes one problem, a plain line, each; the rest goes on. Raises Cancelled only.
    """
    if len(comparison.articles) < 2:
        return comparison
    work = _Work(comparison, reader, cache)
    try:
        planned = requests(comparison, window=window, most=most, verdicts=verdicts)
    except NewsdiffError as error:
        return replace(comparison, problems=(*comparison.problems, Problem(SECOND_READER, None, str(error))))
    if planned.left_out:
        first = len(planned.requests)
        sent = "first request is" if first == 1 else f"first {first} requests are"
        work.trouble(f"only the {sent} sent (max_requests); some of the texts stay unread")
    for number, request in enumerate(planned.requests):

        def waiting(number: int = number) -> bool:
            tell("answers", number, len(planned.requests))
            return cancelled()

        if waiting():
            raise Cancelled
        if not work.do(request, waiting):
            if rest := len(planned.requests) - number - 1:
                work.trouble(f"{rest} more {'request was' if rest == 1 else 'requests were'} not made")
            break
    tell("answers", len(planned.requests), len(planned.requests))
    return work.done(len(planned.requests))


@dataclass
class _Work:
    """What has come of the requests so far."""

    comparison: Comparison
    reader: Answering
    cache: Kept | None
    problems: list[str] = field(default_factory=list)
    grounded: dict[str, list[Grounded]] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)
    opinions: list[Opinion] = field(default_factory=list)
    answered: int = 0

    def trouble(self, line: str) -> None:
        self.problems.append(answers.one_line(line, 600))

    def do(self, request: Request, cancelled: Callable[[], bool]) -> bool:
        """Ask, or take what is kept; False where no other request will fare better."""
        try:
            answer, kept = self._answer(request, cancelled)
        except Unanswered as error:
            self.trouble(str(error))
            return not error.last
        try:
            broken = self._judged(request, answer) if request.asked else self._read(request, answer)
        except answers.Rubbish as error:
            self.trouble(f"{answer.name} {error}")
            return True
        self.answered += 1
        if broken:
            self.trouble(f"{answer.name}'s answer breaks off; what came before is used")
        if answer.note:
            self.trouble(answer.note)
        if self.cache is not None and not kept and not broken and not answer.note:
            try:
                self.cache.put(request.id, answer)
            except NewsdiffError as error:
                self.trouble(str(error))
                self.cache = None
        return True

    def done(self, asked: int) -> Comparison:
        points = [point for name, rows in sorted(self.grounded.items()) for point in gather(self.comparison, rows, name)]
        number = sum(self.dropped.values())
        names = sorted(self.grounded)
        name = names[0] if len(names) == 1 else self.reader.name
        if number:
            reasons = ", ".join(f"{count} with {reason}" for reason, count in sorted(self.dropped.items()))
            self.trouble(f"{number} of {name}'s {'rows was' if number == 1 else 'rows were'} dropped: {reasons}")
        kept = sum(map(len, self.grounded.values()))
        reading = SecondReading(name, asked, self.answered, kept, number, tuple(self.opinions))
        problems = tuple(Problem(SECOND_READER, None, line) for line in self.problems)
        return replace(
            self.comparison,
            points=(*self.comparison.points, *points),
            problems=(*self.comparison.problems, *problems),
            second_reading=reading,
        )

    def _answer(self, request: Request, cancelled: Callable[[], bool]) -> tuple[Answer, bool]:
        if self.cache is not None:
            content = self.cache.get(request.id, self.reader.name)
            if content is not None:
                return Answer(self.reader.name, content), True
        return self.reader.answer(request, cancelled), False

    def _read(self, request: Request, answer: Answer) -> bool:
        rows, broken = answers.rows(answer.content)
        kept, dropped = ground(self.comparison, rows, request.articles)
        found = self.grounded.setdefault(answer.name, [])
        found += [one for one in kept if one not in found]
        self.dropped += dropped
        return broken

    def _judged(self, request: Request, answer: Answer) -> bool:
        verdicts, broken = answers.verdicts(answer.content)
        said = {verdict.item: verdict for verdict in reversed(verdicts)}  # the first of an item counts
        for number, difference in enumerate(request.asked, 1):
            if number in said:
                verdict = said[number]
                self.opinions.append(Opinion(difference.a, difference.b, difference.kind, verdict.divergence, verdict.why))
        return broken


def _to_judge(comparison: Comparison) -> Sequence[Difference]:
    """The conflicts that the rules found, then what they think possible."""
    least = comparison.options.min_severity
    return [difference for difference in (*comparison.differences, *comparison.possible) if difference.severity >= least]
