"""Who did it to whom, and figures that changed places."""

from __future__ import annotations

import pytest

from compare.model import Difference
from compare.pipeline import compare
from compare.reading import read_bytes

FRAME = "The case was heard in Brenmouth on March 5, 2025.\n\n{}\n\nThe court will rule in the autumn."


def severe(one: str, other: str) -> list[Difference]:
    texts = (FRAME.format(text).encode() for text in (one, other))
    found = compare([read_bytes(text, name) for text, name in zip(texts, ("a.txt", "b.txt"), strict=True)]).differences
    return [difference for difference in found if difference.severity >= 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nils Berg sued Petra Olsen over the sale of the quay.", "Petra Olsen sued Nils Berg over the sale of the quay."),
        ("Berg sued Olsen over the sale of the quay.", "Olsen sued Berg over the sale of the quay."),
        ("Mina Sato defeated Nils Berg in the vote for mayor.", "Nils Berg defeated Mina Sato in the vote for mayor."),
        ("The tanker struck the ferry off Cape Rudd at night.", "The ferry struck the tanker off Cape Rudd at night."),
        ("Nils Berg was sued by Petra Olsen over the quay.", "Petra Olsen was sued by Nils Berg over the quay."),
        ("Nils Berg sued Petra Olsen over the sale of the quay.", "Nils Berg was sued by Petra Olsen over the sale of the quay."),
    ],
)
def test_who_did_it_to_whom_is_a_conflict(one: str, other: str) -> None:
    assert any("Who did it to whom" in difference.explanation for difference in severe(one, other))
    assert any("Who did it to whom" in difference.explanation for difference in severe(other, one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nils Berg sued Petra Olsen over the sale of the quay.", "Petra Olsen was sued by Nils Berg over the sale of the quay."),
        ("Nils Berg met Petra Olsen at the quay.", "Petra Olsen met Nils Berg at the quay."),
        ("Nils Berg sued Petra Olsen over the sale of the quay.", "Over the sale of the quay Nils Berg sued Petra Olsen."),
    ],
)
def test_the_passive_and_what_two_do_together_agree(one: str, other: str) -> None:
    assert not severe(one, other)


def test_figures_that_changed_places() -> None:
    one = "The blast killed 14 workers and injured 56 neighbours of the plant."
    found = severe(one, "The blast killed 56 workers and injured 14 neighbours of the plant.")
    assert {difference.kind for difference in found} == {"number"}
    assert not severe(one, "The blast injured 56 neighbours of the plant and killed 14 workers.")
