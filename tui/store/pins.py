"""Pins, sentences joined or parted by hand, in the user's store."""

from __future__ import annotations

from collections.abc import Sequence

from compare.alignment.pins import End, Pin
from compare.model import Article
from tui.store.keeping import Store, StoreError
from tui.store.place import ready_store

_ENDS = "a_sha256 = ? and a_start = ? and a_end = ? and b_sha256 = ? and b_start = ? and b_end = ?"


def pins_of(store: Store, articles: Sequence[Article]) -> tuple[Pin, ...]:
    """The pins between these articles, in a stable order."""
    hashes = {article.sha256 for article in articles}
    with store.transaction() as connection:
        rows = connection.execute(
            "select action, a_sha256, a_start, a_end, b_sha256, b_start, b_end, note from pins order by a_sha256, a_start, b_sha256, b_start"
        ).fetchall()
    return tuple(
        Pin(action, End(a, a_start, a_end), End(b, b_start, b_end), note)
        for action, a, a_start, a_end, b, b_start, b_end, note in rows
        if a in hashes and b in hashes
    )


def put_pin(store: Store, pin: Pin) -> None:
    """Keep a pin; it takes the place of an earlier one for the same two sentences."""
    with store.transaction() as connection:
        connection.execute(
            "insert or replace into pins (a_sha256, a_start, a_end, b_sha256, b_start, b_end, action, note) values (?, ?, ?, ?, ?, ?, ?, ?)",
            (*_key(pin), pin.action, pin.note),
        )


def drop_pin(store: Store, pin: Pin) -> None:
    """Keep a pin no more."""
    with store.transaction() as connection:
        connection.execute(f"delete from pins where {_ENDS}", _key(pin))  # noqa: S608 (a constant)


def user_pins(articles: Sequence[Article]) -> tuple[Pin, ...]:
    """The user's pins between these articles; none where the store can't be read, of which the Compare screen tells."""
    try:
        return pins_of(ready_store().store, articles)
    except StoreError:
        return ()


def _key(pin: Pin) -> tuple[str, int, int, str, int, int]:
    return (pin.a.sha256, pin.a.start, pin.a.end, pin.b.sha256, pin.b.start, pin.b.end)
