"""The server that the tests ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.second_reader.server import Model, serving


@pytest.fixture
def model() -> Iterator[Model]:
    with serving() as server:
        yield server
