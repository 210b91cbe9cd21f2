"""A web server on this machine that misbehaves on purpose: what a path answers says its name."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import brotli
from backports import zstd

STORY = (
    "Ministers of eleven countries met in Geneva on Monday and agreed on “a framework” for the talks that will follow in June. "
    "The Norwegian minister, Kari Åsland, said the text was not yet final and that two delegations had asked for more time to read it. "
    "Nobody signed anything, and the next round was put off by three weeks, to the eighteenth of the month, in the same building. "
    "Diplomats who were in the room said that the mood was better than in spring, when the talks had broken down after only one day. "
    "The host country paid for the meeting, which cost 1.2 million francs, and for the interpreters whom the smaller delegations had asked for. "
    "A draft of the framework has nine pages and four annexes, of which the second is about fishing and the third about ports."
)


def page(text: str = STORY, head: str = "", title: str = "Ministers agree on a framework") -> bytes:
    body = "".join(f"<p>{sentence}.</p>" for sentence in text.split(". "))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def listing() -> bytes:
    lines = "".join(
        f"<p><a href='/{number}'>Minister number {number} sees a way out of the crisis after long talks at the lake</a></p>"
        for number in range(30)
    )
    return f"<!doctype html><html><head><title>News</title></head><body><article>{lines}</article></body></html>".encode()


class WebServer(ThreadingHTTPServer):
    """Answers by path; ``seen`` are the requests that came, ``robots`` the text of its robots.txt, ``control`` the Cache-Control of /controlled."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.robots: bytes | int = 404
        self.text = STORY
        self.control = ""
        self.over = Event()

    def address(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.server_port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.seen if path != "/robots.txt"]

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hangs up on us is right to."""


class Handler(BaseHTTPRequestHandler):
    server: WebServer
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        return

    def do_GET(self) -> None:
        self.server.seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        self.close_connection = True
        with suppress(OSError):
            _ANSWERS.get(self.path.partition("?")[0], _missing)(self)

    def answer(self, content: bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def go(self, location: str) -> None:
        self.answer(b"", 302, Location=location)


def _missing(handler: Handler) -> None:
    handler.answer(b"<html><body><p>Not here.</p></body></html>", 404)


def _robots(handler: Handler) -> None:
    said = handler.server.robots
    handler.answer(b"", said) if isinstance(said, int) else handler.answer(said, kind="text/plain")


def _slow(handler: Handler) -> None:
    handler.server.over.wait(20)


def _dripping(handler: Handler) -> None:
    """A head that never ends, a byte at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b"a")
        handler.wfile.flush()


def _endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    handler.wfile.write(page()[:-30])
    while not handler.server.over.is_set():
        handler.wfile.write(b"<p>And so on, and so on.</p>" * 10_000)


def _huge(handler: Handler) -> None:
    handler.answer(page() + b"<p>more</p>" * 900_000)


def _truncated(handler: Handler) -> None:
    content = page()
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", str(len(content) * 2))
    handler.end_headers()
    handler.wfile.write(content)


def _validated(handler: Handler) -> None:
    """A page with an ETag, of which a copy is enough for whoever has it."""
    tag = f'"{hash(handler.server.text)}"'
    if handler.headers.get("If-None-Match") == tag:
        handler.send_response(304)
        handler.end_headers()
        return
    handler.answer(page(handler.server.text), ETag=tag, Last_Modified="Mon, 27 Oct 2025 09:00:00 GMT")


def _packed(encoding: str, pack: Callable[[bytes], bytes], cut: int = 0) -> Callable[[Handler], None]:
    def answer(handler: Handler) -> None:
        packed = pack(page())
        handler.answer(packed[: len(packed) - cut], Content_Encoding=encoding)

    return answer


def _cookie_wall(handler: Handler) -> None:
    if "seen=1" in handler.headers.get("Cookie", ""):
        handler.answer(page())
    else:
        handler.answer(b"", 302, Location="/cookie-wall", Set_Cookie="seen=1; Path=/")


_CONSENT = (
    "Before you continue. We and our partners use cookies to measure our audience. You can accept all cookies or manage consent here. "
    "Our 812 partners store information on your device."
)
_PAYWALL = "The minister has a plan that few know of, and it begins on Monday at the lake. Subscribe to continue reading this story today."
_SHELL = (
    b'<!doctype html><html><head><title>News</title></head><body><div id="root"></div><script src="/app.js"></script>'
    b"<noscript>You need to enable JavaScript to run this app.</noscript></body></html>"
)
_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"

_ANSWERS: dict[str, Callable[[Handler], None]] = {
    "/robots.txt": _robots,
    "/story": lambda handler: handler.answer(page(handler.server.text)),
    "/other": lambda handler: handler.answer(page(handler.server.text.replace("eleven", "twelve"), title="Twelve meet in Geneva")),
    "/controlled": lambda handler: handler.answer(page(handler.server.text), Cache_Control=handler.server.control),
    "/private/story": lambda handler: handler.answer(page()),
    "/refused": lambda handler: handler.answer(b"no", 403),
    "/trouble": lambda handler: handler.answer(b"oh", 500),
    "/gone": lambda handler: handler.answer(b"", 410),
    "/empty": lambda handler: handler.answer(b""),
    "/slow": _slow,
    "/dripping": _dripping,
    "/endless": _endless,
    "/huge": _huge,
    "/truncated": _truncated,
    "/loop": lambda handler: handler.go("/loop"),
    "/to-story": lambda handler: handler.go("/hop"),
    "/hop": lambda handler: handler.go("story#top"),
    "/to-file": lambda handler: handler.go("file:///etc/passwd"),
    "/to-private": lambda handler: handler.go("http://10.1.2.3/story"),
    "/to-metadata": lambda handler: handler.go("http://169.254.169.254/latest"),
    "/to-mapped": lambda handler: handler.go("http://[::ffff:10.0.0.1]/"),
    "/to-named": lambda handler: handler.go(f"http://inside.example:{handler.server.server_port}/story"),
    "/cookie-wall": _cookie_wall,
    "/latin": lambda handler: handler.answer(page().decode().encode("cp1252", "xmlcharrefreplace"), kind="text/html; charset=iso-8859-1"),
    "/wrong-charset": lambda handler: handler.answer(page(), kind="text/html; charset=iso-8859-1"),
    "/no-charset": lambda handler: handler.answer(page(), kind="text/html; charset=klingon"),
    "/gzip": _packed("gzip", gzip.compress),
    "/brotli": _packed("br", brotli.compress),
    "/zstd": _packed("zstd", zstd.compress),
    "/half-gzip": _packed("gzip", gzip.compress, 40),
    "/half-brotli": _packed("br", brotli.compress, 40),
    "/half-zstd": _packed("zstd", zstd.compress, 40),
    "/not-gzip": _packed("gzip", bytes),
    "/strange-packing": _packed("rot13", bytes),
    "/gzip-bomb": lambda handler: handler.answer(_BOMBS["gzip"], Content_Encoding="gzip"),
    "/brotli-bomb": lambda handler: handler.answer(_BOMBS["br"], Content_Encoding="br"),
    "/zstd-bomb": lambda handler: handler.answer(_BOMBS["zstd"], Content_Encoding="zstd"),
    "/tagged": _validated,
    "/consent": lambda handler: handler.answer(page(_CONSENT, title="Before you continue")),
    "/paywall": lambda handler: handler.answer(page(_PAYWALL)),
    "/shell": lambda handler: handler.answer(_SHELL),
    "/list": lambda handler: handler.answer(listing()),
    "/picture": lambda handler: handler.answer(b"\x89PNG\r\n\x1a\n" + bytes(100), kind="image/png"),
    "/pdf": lambda handler: handler.answer(_PDF, kind="text/html"),
}

_LARGE = page()[:-30] + b" " * (64 << 20)
_BOMBS: dict[str, bytes] = {
    "gzip": gzip.compress(_LARGE, 1),
    "br": brotli.compress(_LARGE, quality=1),
    "zstd": zstd.compress(_LARGE, 1),
}


@contextmanager
def serving() -> Iterator[WebServer]:
    """Such a server, for as long as the block runs."""
    with WebServer() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()
