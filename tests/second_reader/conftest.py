"""The server that the tests ask."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest

from tests.second_reader.server import Model


@pytest.fixture
def model() -> Iterator[Model]:
    with Model() as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server
        server.shutdown()
