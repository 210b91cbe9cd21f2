"""Records do what the standard library's data classes and named tuples do."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
import typing
from typing import Any

import pytest

from compare import records


class _Described:
    """The body of both data classes."""


def _made(dataclass: Any, *, slots: bool) -> Any:
    @dataclass(frozen=True, slots=slots)
    class Place(_Described):
        name: str
        seen: tuple[int, ...] = ()
        near: float = dataclasses.field(default=0.5, compare=False, repr=False)

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("no name")

    return Place


@pytest.mark.parametrize("slots", [True, False])
def test_a_frozen_class_is_as_the_standard_library_makes_it(slots: bool) -> None:
    told = []
    for dataclass in (records.dataclass, dataclasses.dataclass):
        place = _made(dataclass, slots=slots)
        here = place("Rome", near=1.0)
        assert here == place("Rome") != place("Rome", (1,))
        assert here != ("Rome", ())
        assert len({here, place("Rome"), place("Rome", (1,))}) == 2
        errors = []
        for wrong in (
            lambda place=place: place(),
            lambda place=place: place("Rome", (), 1.0, 2),
            lambda place=place: place(""),
            lambda here=here: setattr(here, "name", "Oslo"),
            lambda here=here: delattr(here, "name"),
        ):
            with pytest.raises((TypeError, ValueError, AttributeError)) as caught:
                wrong()
            errors.append((type(caught.value), str(caught.value)))
        told.append((
            repr(here), errors, dataclasses.asdict(here), dataclasses.replace(here, seen=(2,)).seen, place.__match_args__,
            list(inspect.signature(place).parameters.values()), hasattr(here, "__dict__"), place.__dataclass_params__.frozen,
        ))  # fmt: skip
    assert told[0] == told[1]


class Found(records.NamedTuple):
    """With a method and a default."""

    start: int
    text: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@records.dataclass(frozen=True, slots=True)
class Kept:
    found: Found


def test_a_named_tuple_is_one_and_both_are_pickled() -> None:
    found = Found(2, text="ab")
    assert (found, found.end, found._replace(start=1), repr(found)) == ((2, "ab"), 4, (1, "ab"), "Found(start=2, text='ab')")
    assert Found._field_defaults == {"text": ""}
    assert Found.__doc__ == "With a method and a default."
    assert typing.get_type_hints(Found) == {"start": int, "text": str}
    assert pickle.loads(pickle.dumps(Kept(found))) == Kept(found)
