"""A model's server on the loopback that behaves as a test says, and what a comparison is after it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, cast

from compare.model import Comparison, Point
from compare.second_reader.configuration import Configuration
from compare.second_reader.consulting import consult
from compare.second_reader.server import Server
from tests.second_reader.story import COUNT, STAGE, content, story

Behaviour = Callable[["Handler", dict[str, Any]], None]


class Handler(BaseHTTPRequestHandler):
    """Answers a request as the test's behaviour says."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        body = json.loads(self.rfile.read(length))
        model = cast("Model", self.server)
        model.asked.append((self.path, dict(self.headers), body))
        model.behaviour(self, body)

    def send(self, body: str | bytes, status: int = 200, kind: str = "application/json", headers: dict[str, str] | None = None) -> None:
        raw = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(raw)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)

    def say(self, text: object, finish: str = "stop", **beside: Any) -> None:
        self.send(json.dumps({"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": finish}], **beside}))

    def log_message(self, *_: object) -> None:
        """A test's output is its own."""


class Model(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaviour: Behaviour = lambda handler, _: handler.say(content(COUNT, STAGE))
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


def asked(model: Model, comparison: Comparison | None = None, **settings: Any) -> Comparison:
    options = {name: settings.pop(name) for name in ("verdicts", "cache", "cancelled", "tell", "window", "most") if name in settings}
    configuration = Configuration(settings.pop("url", model.url), settings.pop("name", "lighthouse:7b"), **settings)
    return consult(comparison or story(), Server(configuration), **options)


def lines(comparison: Comparison) -> list[str]:
    told = [problem.text for problem in comparison.problems]
    assert all("\n" not in line for line in told)
    assert all(problem.stage == "second reader" for problem in comparison.problems)
    return told


def kinds(points: tuple[Point, ...]) -> list[str]:
    return [point.kind for point in points if point.by == "lighthouse:7b"]


def dawdling(model: Model) -> Event:
    """Make the server wait until the event is set, then end without a word."""
    enough = Event()

    def behaviour(handler: Handler, _: object) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while not enough.wait(0.05):
                handler.wfile.write(b" ")
        except OSError:
            enough.set()
        handler.close_connection = True

    model.behaviour = behaviour
    return enough


@contextmanager
def serving() -> Iterator[Model]:
    """A model's server that answers until the block ends."""
    with Model() as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server
        server.shutdown()
