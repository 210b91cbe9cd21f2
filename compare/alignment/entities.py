"""Which mentions, within and across articles, name the same somebody or something."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Analysis, Entity, EntityMention


def merge(analyses: Sequence[Analysis]) -> tuple[Entity, ...]:
    """The entities of all the articles, most prominent first."""
    groups: dict[str, list[EntityMention]] = {}
    for article, analysis in enumerate(analyses):
        for mention in analysis.mentions:
            groups.setdefault(mention.text, []).append(
                EntityMention(article, mention.start, mention.end, mention.text, mention.sentence, mention.role)
            )
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Entity(f"e{number}", name, "other", (name,), (), tuple(mentions)) for number, (name, mentions) in enumerate(ordered, 1))
