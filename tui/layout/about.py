"""Everything about one name, article beside article: its forms, what each article calls it, and its sentences. Rows of words with looks, no widgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from compare.model import Place
from compare.model.outlets import chips_in
from tui import themes
from tui.layout.cells import displayed
from tui.layout.explain import Word, Words
from tui.layout.listings import bar

if TYPE_CHECKING:
    from compare.model import Comparison, Difference, Entity, EntityMention, Passage
    from compare.views.presence import Presence

_NEAR = 3
"""So many characters may lie between an office and the name that it belongs to."""


class Cell(NamedTuple):
    """What one article has in a row; ``place`` is where that stands, None for what stands nowhere."""

    words: Words
    place: Place | None


class Row(NamedTuple):
    """A row over all articles. One without cells is a title, or, with a place, a line of its own across all columns."""

    words: Words = ()
    cells: tuple[Cell | None, ...] = ()
    place: Place | None = None


def about(comparison: Comparison, presence: Presence) -> list[Row]:
    """Everything known of one entity."""
    entity = presence.entity
    told = [difference for difference in comparison.differences if difference.kind in {"role", "name"} and _concerns(difference, entity)]
    rows = [Row((Word("How it is named", "heading"),)), _forms(presence)]
    rows.extend(_line(difference) for difference in told if difference.kind == "name")
    if entity.roles:
        rows += [Row((Word("What it is called", "heading"),)), _roles(entity, len(comparison.articles), told)]
        rows.extend(_line(difference) for difference in told if difference.kind == "role")
    rows.append(Row((Word("Where it is named", "heading"),)))
    rows.extend(_sentences(comparison, entity))
    return rows


def named_at(comparison: Comparison, place: Place) -> Iterator[int]:
    """The entities that a sentence names, in the order of their mentions."""
    found = [
        (mention.start, number)
        for number, entity in enumerate(comparison.entities)
        for mention in entity.mentions
        if (mention.article, mention.sentence) == (place.article, place.sentence)
    ]
    return iter(dict.fromkeys(number for _, number in sorted(found)))


# How it is named and called -------------------------------------------------------------------------------------------------------------


def _forms(presence: Presence) -> Row:
    """Each form with how often it stands in each article; a form that one article alone has is marked."""
    entity, articles = presence.entity, range(len(presence.counts))
    most = max((*presence.counts, 1))
    used = [Counter(mention.text for mention in entity.mentions if mention.article == article) for article in articles]
    cells = []
    for article in articles:
        if not presence.counts[article]:
            missed = article in presence.left_out
            cells.append(Cell((Word("○ leaves it out" if missed else "· never", "divergent" if missed else "muted"),), None))
            continue
        words = [Word(f"{bar(presence.counts[article], most)} ", "sign"), Word(f"{presence.counts[article]}×", "text")]
        for position, (form, count) in enumerate(sorted(used[article].items(), key=lambda item: (-item[1], item[0]))):
            alone = len(articles) > 1 and sum(form in forms for forms in used) == 1
            words += [Word(" " if position == 0 else ", ", "muted"), Word(displayed(form), "only" if alone else "text")]
            if len(used[article]) > 1:
                words.append(Word(f" {count}", "muted"))
        cells.append(Cell(tuple(words), _first(entity, article)))
    return Row(cells=tuple(cells))


def _roles(entity: Entity, articles: int, told: Sequence[Difference]) -> Row:
    """The offices and titles, an article a cell: ``≠`` before those that exclude another article's, the words that only this one has marked."""
    roles = [[role.text for role in entity.roles if role.article == article] for article in range(articles)]
    known = [{word.casefold() for text in texts for word in text.split()} for texts in roles]
    cells: list[Cell | None] = []
    for article in range(articles):
        if not roles[article]:
            named = any(mention.article == article for mention in entity.mentions)
            cells.append(Cell((Word("–", "muted"),), None) if named else None)
            continue
        words: list[Word] = []
        others = set().union(*(known[other] for other in range(articles) if other != article and roles[other]))
        for text in roles[article]:
            words += [Word("; ", "muted")] if words else []
            if any(_is_end(difference, article, text) for difference in told):
                words.append(Word("≠ ", "divergent"))
            for position, word in enumerate(displayed(text).split(" ")):
                words += [Word(" ", "text")] if position else []
                words.append(Word(word, "only" if others and word.casefold() not in others else "text"))
        cells.append(Cell(tuple(words), _first(entity, article, roles[article][0])))
    return Row(cells=tuple(cells))


def _first(entity: Entity, article: int, role: str = "") -> Place | None:
    found = [mention for mention in entity.mentions if mention.article == article and role in {"", mention.role}]
    first = min(found, key=lambda mention: mention.start, default=None)
    return Place(article, first.sentence) if first is not None else None


def _is_end(difference: Difference, article: int, role: str) -> bool:
    """Whether a difference rests on this article's words for the office."""
    return difference.kind == "role" and any(
        end is not None and end.article == article and (role.casefold() in end.text.casefold() or end.text.casefold() in role.casefold())
        for end in (difference.a, difference.b)
    )


def _concerns(difference: Difference, entity: Entity) -> bool:
    """Whether a difference rests on a mention of an entity, or on the office beside one."""
    for end in (difference.a, difference.b):
        for mention in entity.mentions if end is not None else ():
            if end is not None and (mention.article, mention.sentence) == (end.article, end.sentence):
                beside = len(mention.role) + _NEAR
                if end.start < mention.end + beside and mention.start - beside < end.end:
                    return True
    return False


def _line(difference: Difference) -> Row:
    """A difference across all columns; choosing it leads to its first evidence."""
    ends = [end for end in (difference.a, difference.b) if end is not None]
    words = (Word("≠ ", "divergent"), Word(displayed(difference.explanation), "text"))
    return Row(words=words, place=ends[0].place if ends else None)


# Where it is named ----------------------------------------------------------------------------------------------------------------------


def _sentences(comparison: Comparison, entity: Entity) -> Iterator[Row]:
    """A row a passage that names it somewhere, in the passages' order; sentences that tell the same without the name go back."""
    mentions: dict[Place, list[EntityMention]] = {}
    for mention in entity.mentions:
        mentions.setdefault(Place(mention.article, mention.sentence), []).append(mention)
    for passage in comparison.passages:
        if not any(member in mentions for member in passage.members):
            continue
        columns = [list(_of(passage, article, mentions)) for article in range(len(comparison.articles))]
        for cells in zip_longest(*columns):
            yield Row(cells=tuple(_sentence(comparison, place, mentions.get(place, ())) if place is not None else None for place in cells))


def _of(passage: Passage, article: int, mentions: Iterable[Place]) -> Iterator[Place]:
    """An article's sentences in a passage: those with the name, or where there is none the first."""
    own = [member for member in passage.members if member.article == article]
    naming = [member for member in own if member in mentions]
    yield from naming or own[:1]


def _sentence(comparison: Comparison, place: Place, mentions: Iterable[EntityMention]) -> Cell:
    sentence = comparison.sentence(place)
    standing = comparison.standing(place)
    sign = themes.PART_SIGN if standing.status == "shared" and standing.extent == "part" else themes.SIGNS[standing.status]
    text = displayed(sentence.text)
    words = [Word(f"{sign} ", standing.status)]
    look, at = "muted", 0
    for mention in sorted(mentions, key=lambda mention: mention.start):
        look = "text"
        start, end = max(at, mention.start - sentence.start), min(len(text), mention.end - sentence.start)
        if start < end:
            words += [Word(text[at:start], "text"), Word(text[start:end], "entity")]
            at = end
    words.append(Word(text[at:], look))
    return Cell(tuple(word for word in words if word.text), place)


def heading(comparison: Comparison, presence: Presence, *, short: bool = False) -> str:
    """What the title says beside the name."""
    articles = len(comparison.articles)
    if short:
        return f"{presence.spread}/{articles} · {presence.total}×"
    called = chips_in(comparison)
    by = f"{called[presence.only]} alone" if presence.only is not None else f"{presence.spread} of {articles}"
    return f"{presence.entity.type} · named by {by} · {presence.total}×"
