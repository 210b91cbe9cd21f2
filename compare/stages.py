"""The stages, each kept going where it fails on one sentence, name, quotation, link or difference (see :mod:`compare.isolation`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Literal, TypeVar

from compare.align import entities, passages, quotations
from compare.align import links as linking
from compare.errors import NewsdiffError
from compare.extract.mentions import find_mentions_with
from compare.extract.quotations import find_quotations
from compare.extract.values import find_values
from compare.isolation import kept_going
from compare.judge import differences, fidelity
from compare.judge.retellings import Retellings
from compare.model import (
    Analysis,
    Article,
    Aside,
    ComparedQuotation,
    Comparison,
    Difference,
    Entity,
    Fact,
    Link,
    Options,
    Passage,
    Place,
    Problem,
    Sentence,
    letter,
)
from compare.parallel import Lost, Team
from compare.progress import Cancelled, Tell
from compare.reading.spacing import spaced
from compare.restoring import restored_analysis
from compare.text.sentences import split
from compare.views.facts import facts
from compare.views.facts.outvoted import outvoted

Made = TypeVar("Made")
Held = Literal["mentions", "quotations"]

_SHARE = 4
"""Articles that a process is given at a time."""

_LINE = re.compile(r"\S[^\n]*")


def analyse(article: Article, ner: str = "rules") -> Analysis:
    """Everything that can be found in one article alone. ``ner`` names the recogniser of names.

    If a stage fails on a sentence, it leaves the sentence out and reports it in ``problems``, with None as the article, which has no number yet.
    """
    spacing = spaced(article.text)
    if spacing.text == article.text:
        return _analysed(article, ner)
    return restored_analysis(_analysed(replace(article, text=spacing.text), ner), article, spacing)


def analyse_all(
    articles: Sequence[Article | Analysis], ner: str, team: Team | None, cancelled: Callable[[], bool], tell: Tell
) -> list[Analysis]:
    """The analyses of all, by a team of processes where there is one; those that were made already stay. Raises Cancelled."""
    made = _shared_out([article for article in articles if isinstance(article, Article)], ner, team)
    found = []
    for number, article in enumerate(articles):
        tell("articles", number, len(articles))
        found.append(article if isinstance(article, Analysis) else next(made, None) or analyse(article, ner))
        if cancelled():
            raise Cancelled
    return found


def _shared_out(articles: Sequence[Article], ner: str, team: Team | None) -> Iterator[Analysis]:
    """What the team makes of the articles, until it is lost."""
    if team is None:
        return
    shares = [articles[at : at + _SHARE] for at in range(0, len(articles), _SHARE)]
    with suppress(Lost):
        for part in team.each(_analyse_each, team.hold(str, ner), shares):
            yield from part


def _analyse_each(ner: str, articles: Sequence[Article]) -> list[Analysis]:
    return [analyse(article, ner) for article in articles]


def _analysed(article: Article, ner: str) -> Analysis:
    """The analysis of a text whose white space is in the normal form."""
    problems: list[Problem] = []
    lines: tuple[tuple[Sentence, ...], tuple[Aside, ...]] = (_lines(article.text), ())
    sentences, asides = kept_going("sentences", lambda _: split(article.text), (), _nobody, lines, problems)

    def by_sentence(stage: str, find: Callable[[Sequence[Sentence]], tuple[Made, ...]]) -> tuple[Made, ...]:
        def work(kept: Sequence[int]) -> tuple[Made, ...]:
            return find(_blanked(sentences, kept))

        return kept_going(stage, work, range(len(sentences)), lambda number: (None, f"sentence {number + 1}"), (), problems)

    mentions = by_sentence("names", lambda kept: find_mentions_with(ner, article, kept))
    return Analysis(
        article=article,
        sentences=sentences,
        asides=asides,
        values=by_sentence("values", lambda kept: find_values(article, kept)),
        mentions=mentions,
        quotations=by_sentence("quotations", lambda kept: find_quotations(article, kept, mentions)),
        problems=tuple(problems),
    )


class Stages:
    """The stages over all the articles, in their order. A name or quotation that one fails on is gone from ``analyses`` afterwards."""

    def __init__(self, analyses: Sequence[Analysis], team: Team | None = None) -> None:
        self.analyses = list(analyses)
        self._team = team
        self.problems = [
            replace(problem, article=article, text=f"{letter(article)}: {problem.text}")
            for article, analysis in enumerate(analyses)
            for problem in analysis.problems
        ]

    def merge(self) -> tuple[Entity, ...]:
        return self._over("entities", "mentions", entities.merge, ())

    def cluster(self, named: Sequence[Entity]) -> tuple[ComparedQuotation, ...]:
        alone = tuple(ComparedQuotation(article, each) for article, analysis in enumerate(self.analyses) for each in analysis.quotations)
        return self._over(
            "quotations",
            "quotations",
            lambda analyses: quotations.cluster(analyses, named, self._team if analyses == self.analyses else None),
            alone,
        )

    def align(self, named: Sequence[Entity], quoted: Sequence[ComparedQuotation], options: Options, tell: Tell) -> tuple[Link, ...]:
        """Raises NewsdiffError where nothing can be compared."""

        def work(kept: Sequence[Place]) -> tuple[Link, ...]:
            of: list[list[int]] = [[] for _ in self.analyses]
            for article, number in kept:
                of[article].append(number)
            blanked = [replace(each, sentences=_blanked(each.sentences, numbers)) for each, numbers in zip(self.analyses, of, strict=True)]
            there = set(kept)  # two sentences without their words are alike
            team = self._team if len(kept) == len(places) else None  # what fails is looked for in this process
            found = linking.align(blanked, named, quoted, options, tell, team)
            return tuple(link for link in found if link.a in there and link.b in there)

        places = [Place(article, number) for article, each in enumerate(self.analyses) for number in range(len(each.sentences))]
        links: tuple[Link, ...] | None = kept_going(
            "links", work, places, lambda place: (place.article, _called(place)), None, self.problems
        )
        if links is None:
            raise NewsdiffError(f"nothing could be compared: {self.problems[-1].text}")
        return links

    def gather(self, links: Sequence[Link]) -> tuple[Passage, ...]:
        def work(kept: Sequence[Link]) -> tuple[Passage, ...]:
            return passages.gather(self.analyses, kept)

        return kept_going("passages", work, links, _of_link, passages.gather(self.analyses, ()), self.problems)

    def judge(
        self, links: Sequence[Link], named: Sequence[Entity], quoted: tuple[ComparedQuotation, ...], tell: Tell
    ) -> tuple[tuple[ComparedQuotation, ...], tuple[Difference, ...]]:
        """The quotations with their fidelity, and all differences."""
        made: list[Retellings] = []  # for all the links, which both stages ask first, once

        def retold(kept: Sequence[Link]) -> Retellings:
            if len(kept) < len(links):
                return Retellings(self.analyses, kept)
            if not made:
                made.append(Retellings(self.analyses, kept))
            return made[0]

        def assess(kept: Sequence[Link]) -> tuple[ComparedQuotation, ...]:
            return fidelity.assess(self.analyses, kept, quoted, retold(kept))

        def find(kept: Sequence[Link]) -> tuple[Difference, ...]:
            team = self._team if len(kept) == len(links) else None
            return differences.find(self.analyses, kept, named, quoted, retold(kept), tell, team)

        quoted = kept_going("fidelity", assess, links, _of_link, quoted, self.problems)
        return quoted, kept_going("differences", find, links, _of_link, (), self.problems)

    def tabulate(self, whole: Comparison) -> tuple[Fact, ...]:
        """The facts side by side of all that was found."""
        return kept_going("facts", lambda _: facts(whole), (), _nobody, (), self.problems)

    def outvote(self, whole: Comparison) -> tuple[Difference, ...]:
        """The differences that the facts establish."""
        return kept_going("differences", lambda _: outvoted(whole), (), _nobody, (), self.problems)

    def _over(
        self, stage: str, held: Held, work: Callable[[Sequence[Analysis]], tuple[Made, ...]], otherwise: tuple[Made, ...]
    ) -> tuple[Made, ...]:
        """What a stage makes of the analyses, which lose each of their mentions or quotations that it fails on."""
        all_of_them = [(article, number) for article, each in enumerate(self.analyses) for number in range(len(getattr(each, held)))]
        used = list(self.analyses)

        def run(kept: Sequence[tuple[int, int]]) -> tuple[Made, ...]:
            keeping = set(kept)
            if len(keeping) < len(all_of_them):
                used[:] = [
                    _holding(each, held, [number for number in range(len(getattr(each, held))) if (article, number) in keeping])
                    for article, each in enumerate(self.analyses)
                ]
            return work(used)

        def name(item: tuple[int, int]) -> tuple[int, str]:
            return item[0], f"{letter(item[0])}: {held[:-1]} {item[1] + 1}"

        before = len(self.problems)
        made = kept_going(stage, run, all_of_them, name, otherwise, self.problems)
        if len(self.problems) > before and made is not otherwise:
            self.analyses = used
        return made


def _holding(analysis: Analysis, held: Held, kept: Sequence[int]) -> Analysis:
    """An analysis with these of its mentions, or quotations, alone."""
    if held == "mentions":
        return replace(analysis, mentions=tuple(analysis.mentions[number] for number in kept))
    return replace(analysis, quotations=tuple(analysis.quotations[number] for number in kept))


def _blanked(sentences: Sequence[Sentence], kept: Sequence[int]) -> tuple[Sentence, ...]:
    """The sentences, those that aren't kept without their words, so that the numbers of the others stay."""
    if len(kept) == len(sentences):
        return tuple(sentences)
    keeping = set(kept)
    return tuple(each if number in keeping else replace(each, end=each.start, text="") for number, each in enumerate(sentences))


def _lines(text: str) -> tuple[Sentence, ...]:
    """Each line as a sentence: what is left of a text whose sentences can't be told apart."""
    lines = [(line.start(), line[0].rstrip()) for line in _LINE.finditer(text)]
    return tuple(Sentence(start, start + len(line), line, "sentence", number) for number, (start, line) in enumerate(lines))


def _nobody(_: object) -> tuple[None, str]:
    return None, ""


def _of_link(link: Link) -> tuple[None, str]:
    return None, f"{_called(link.a)} with {_called(link.b)}"


def _called(place: Place) -> str:
    return f"{letter(place.article)}{place.sentence + 1}"
