"""``dataclass`` and ``NamedTuple`` as in the standard library, made in a quarter of the time: a command that compares two articles needs 150 of them.

The standard library writes the source of six methods for a data class, one after the other, and lets Python compile each. Here only ``__init__`` is
compiled; the other methods are the same functions for all classes. Named tuples leave out the look at what each annotation means.
"""

from __future__ import annotations

import collections
import dataclasses
from dataclasses import FrozenInstanceError, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple", "dataclass"]

if not TYPE_CHECKING:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """As ``dataclasses.dataclass``, which also makes the classes that aren't frozen, or whose fields need more than a plain default."""
        if cls is None:
            return lambda named: dataclass(named, **options)
        plain = options.get("frozen") and not options.keys() - {"frozen", "slots"}
        if not plain or any(isinstance(value, dataclasses.Field) and not _is_plain(value) for value in vars(cls).values()):
            return dataclasses.dataclass(cls, **options)
        made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=options.get("slots", False))
        for told in ("init", "repr", "eq", "frozen"):
            setattr(made.__dataclass_params__, told, True)
        made.__init__ = _initialiser(made)
        for name, method in {**_methods(made), **_comparing(made)}.items():
            if name not in vars(cls):
                setattr(made, name, method)
        return made

    def _is_plain(field: dataclasses.Field[Any]) -> bool:
        return field.init and field.hash is None and field.kw_only is not True and field.default_factory is dataclasses.MISSING

    def _initialiser(made: type) -> Any:
        """``__init__``: one line that hands all values to one function."""
        parts = fields(made)
        asked = ", ".join(part.name if part.default is dataclasses.MISSING else f"{part.name}=_default_{part.name}" for part in parts)
        names = {f"_default_{part.name}": part.default for part in parts} | {"_fill": _filler(made), "__name__": made.__module__}
        method = eval(f"lambda self, {asked}: _fill(self, ({', '.join(part.name for part in parts)},))", names)  # noqa: S307  # field names alone
        method.__name__, method.__qualname__ = "__init__", f"{made.__qualname__}.__init__"
        method.__annotations__ = {part.name: part.type for part in parts} | {"return": None}
        return method

    def _filler(made: type) -> Any:
        names = [part.name for part in fields(made)]
        check = getattr(made, "__post_init__", None)
        puts = [vars(made)[name].__set__ for name in names] if "__slots__" in vars(made) else []

        def fill(self: Any, values: tuple[object, ...]) -> None:
            for put, value in zip(puts, values, strict=True):
                put(self, value)

        def fill_dictionary(self: Any, values: tuple[object, ...]) -> None:
            self.__dict__.update(zip(names, values, strict=True))

        def fill_and_check(self: Any, values: tuple[object, ...]) -> None:
            plainly(self, values)
            check(self)

        plainly = fill if puts else fill_dictionary
        return fill_and_check if check else plainly

    def _comparing(made: type) -> dict[str, Any]:
        names = [part.name for part in fields(made) if part.compare]
        compared = attrgetter(*names, names[0])  # of one field alone it would give no tuple

        def equal(self: Any, other: Any) -> Any:
            return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

        def hashed(self: Any) -> int:
            return hash(compared(self))

        return {"__eq__": equal, "__hash__": hashed}

    def _methods(made: type) -> dict[str, Any]:
        return {name: method for name, method in vars(_Frozen).items() if name in (_PICKLED if "__slots__" in vars(made) else _ALWAYS)}

    class _Frozen:
        """What all classes share."""

        @recursive_repr()
        def __repr__(self) -> str:
            shown = (f"{part.name}={getattr(self, part.name)!r}" for part in fields(self) if part.repr)
            return f"{self.__class__.__qualname__}({', '.join(shown)})"

        def __setattr__(self, name: str, value: object) -> None:
            if "__dataclass_fields__" in vars(type(self)) or name in self.__dataclass_fields__:
                raise FrozenInstanceError(f"cannot assign to field {name!r}")
            object.__setattr__(self, name, value)

        def __delattr__(self, name: str) -> None:
            if "__dataclass_fields__" in vars(type(self)) or name in self.__dataclass_fields__:
                raise FrozenInstanceError(f"cannot delete field {name!r}")
            object.__delattr__(self, name)

        def __getstate__(self) -> list[object]:
            return [getattr(self, part.name) for part in fields(self)]

        def __setstate__(self, state: list[object]) -> None:
            for part, value in zip(fields(self), state, strict=True):
                object.__setattr__(self, part.name, value)

    _ALWAYS = {"__repr__", "__setattr__", "__delattr__"}
    _PICKLED = _ALWAYS | {"__getstate__", "__setstate__"}

    class _Named(type):
        def __new__(cls, name: str, _: tuple[type, ...], space: dict[str, Any]) -> Any:
            names = space.get("__annotations__", {})
            defaults = [space.pop(part) for part in names if part in space]
            made = collections.namedtuple(name, names, defaults=defaults, module=space["__module__"])  # noqa: PYI024
            for key, value in space.items():
                setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Named, "NamedTuple", (), {})
else:
    from dataclasses import dataclass
    from typing import NamedTuple
