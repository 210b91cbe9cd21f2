"""A model behind an OpenAI-compatible address: one request, one answer, and every way in which that can fail as one plain line."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from compare.errors import NewsdiffError
from compare.progress import Cancelled
from compare.reading.fetching.guard import is_loopback
from compare.second_reader.answers import one_line
from compare.second_reader.asking import Answer, Unanswered
from compare.second_reader.configuration import Configuration
from compare.second_reader.prompt import Request

if TYPE_CHECKING:
    import httpx

LARGEST = 2 << 20
"""Bytes of an answer at most; a long list of divergences has a hundredth of it."""

_PATIENCE = 10.0
"""Seconds to wait for a connection."""

_LOOK = 0.1
"""Seconds between two looks whether an answer is still wanted."""

_REFUSALS = {400, 415, 422, 501}
"""Statuses by which servers refuse a ``response_format`` that they don't know."""
_ABOUT_FORMAT = ("response_format", "json_schema", "json_object", "grammar", "schema")
_OF_NO_USE = {401, 402, 403, 404, 405, 429}
"""Statuses after which another request would fare no better."""
_LONGEST_NAME = 80


class Server:
    """The configured model. Nothing is connected to before the first request; ``announce`` then hears once, in a line, where the texts go.

    Raises NewsdiffError where the key's variable isn't set.
    """

    def __init__(self, configuration: Configuration, announce: Callable[[str], None] = lambda _: None) -> None:
        self.configuration = configuration
        self._announce = announce
        self._announced = False
        self._key = os.environ.get(configuration.key_env, "").strip() if configuration.key_env else ""
        if configuration.key_env and not self._key:
            raise NewsdiffError(f"the environment variable {configuration.key_env}, which key_env names, isn't set")
        self._format = 0
        self._warm = True  # whether a temperature may be asked for
        self._connections: list[socket.socket] = []

    @property
    def name(self) -> str:
        """The model's name, as it labels points."""
        return labelled(self.configuration.model)

    @property
    def place(self) -> str:
        """The host, and the port where one is named, that the articles are sent to."""
        return one_line(urlsplit(self.configuration.url).netloc)

    def answer(self, request: Request, cancelled: Callable[[], bool] = lambda: False) -> Answer:
        """Ask the model. Raises Unanswered with one line, Cancelled within a tenth of a second after ``cancelled`` says so."""
        result: SimpleQueue[Answer | BaseException] = SimpleQueue()

        def ask() -> None:
            try:
                result.put(self._ask(request))
            except BaseException as error:
                result.put(error)

        # Its own thread, since a socket that waits for a slow model hears nothing else; it ends when its connection is cut.
        Thread(target=ask, daemon=True).start()
        found: Answer | BaseException | None = None
        try:
            found = self._awaited(result, cancelled)
        finally:
            if found is None:  # given up, by whomever: the server needn't go on either
                self._hang_up()
        if isinstance(found, Answer):
            return found
        if isinstance(found, NewsdiffError):
            raise found
        raise Unanswered(self._inert(f"{self.place} can't be asked ({type(found).__name__}: {found})")) from None

    def _awaited(self, result: SimpleQueue[Answer | BaseException], cancelled: Callable[[], bool]) -> Answer | BaseException:
        """What comes of a request, while it is wanted and for as long as may be waited."""
        until = monotonic() + self.configuration.timeout
        while monotonic() <= until:
            if cancelled():
                raise Cancelled
            with suppress(Empty):
                return result.get(timeout=_LOOK)
        raise Unanswered(f"{self.place} gave no answer within {self.configuration.timeout:g} seconds (timeout in config.toml)", last=True)

    # The exchange ----------------------------------------------------------------------------------------------------------------------

    def _ask(self, request: Request) -> Answer:
        import httpx

        local = self._is_local()
        if not self._announced:
            self._announced = True
            self._announce(self._destination(local))
        try:
            with httpx.Client(
                # What a proxy hears is heard elsewhere: none is asked about what stays on this machine.
                trust_env=not local,
                follow_redirects=False,
                verify=_trusted() if self.configuration.endpoint.startswith("https:") else False,
                timeout=httpx.Timeout(self.configuration.timeout, connect=min(_PATIENCE, self.configuration.timeout)),
            ) as client:
                while True:
                    status, kind, body = self._exchange(client, request, local)
                    if status < 300:
                        return self._read(kind, body, request)
                    if not self._try_simpler(status, body):
                        raise self._failure(status, body)
        except Unanswered:
            raise
        except httpx.TimeoutException:
            raise Unanswered(f"{self.place} gave no answer in time", last=True) from None
        except httpx.ConnectError as error:
            raise Unanswered(f"nothing answers at {self.place} ({self._inert(str(error))}); is the server running?", last=True) from None
        except httpx.HTTPError as error:
            raise Unanswered(f"{self.place} broke off ({self._inert(str(error)) or type(error).__name__})") from None

    def _exchange(self, client: httpx.Client, request: Request, local: bool) -> tuple[int, str, bytes]:  # noqa: FBT001
        """Send a request once: status, content type, and the body as far as it may be long."""
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"

        def watch(event: str, info: dict[str, Any]) -> None:
            if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
                self._connected(info["return_value"], local)

        with client.stream(
            "POST", self.configuration.endpoint, json=self._body(request), headers=headers, extensions={"trace": watch}
        ) as response:
            if response.headers.get("content-encoding", "identity") != "identity":
                raise Unanswered(f"{self.place} sends a compressed answer, which wasn't requested")
            if 300 <= response.status_code < 400:
                return response.status_code, "", b""
            body = bytearray()
            for chunk in response.iter_raw():
                body += chunk
                if len(body) > LARGEST:
                    raise Unanswered(f"{self.place} answers with more than {LARGEST >> 20} MiB, too large for a list of divergences")
            return response.status_code, response.headers.get("content-type", ""), bytes(body)

    def _body(self, request: Request) -> dict[str, Any]:
        body: dict[str, Any] = {"model": self.configuration.model, "messages": list(request.messages), "stream": False}
        if self._warm:
            body["temperature"] = 0
        if self._format == 0:
            schema = {"name": "answer", "strict": True, "schema": request.schema}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        else:
            if self._format == 1:
                body["response_format"] = {"type": "json_object"}
            asked = f"Answer with one JSON object of this JSON Schema and nothing else:\n{json.dumps(request.schema, ensure_ascii=False)}"
            *before, last = request.messages
            body["messages"] = [*before, {**last, "content": f"{last['content']}\n\n{asked}"}]
        return body

    def _try_simpler(self, status: int, body: bytes) -> bool:
        """Whether a refusal may be due to what we ask beside the messages; what is asked next time is then simpler, for good."""
        told = body[:4096].decode("utf-8", "replace").lower()
        if status not in _REFUSALS and not (status >= 500 and any(word in told for word in _ABOUT_FORMAT)):
            return False
        if self._warm and "temperature" in told:
            self._warm = False
            return True
        if self._format < 2:
            self._format += 1
            return True
        return False

    # Where it goes ---------------------------------------------------------------------------------------------------------------------

    def _is_local(self) -> bool:
        """Whether the address is on this machine. Raises Unanswered where it isn't and nothing may leave it."""
        parts = urlsplit(self.configuration.url)
        host = parts.hostname or ""
        try:
            found = socket.getaddrinfo(host, parts.port or (443 if parts.scheme == "https" else 80), type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            if self.configuration.allow_remote:
                return False  # a proxy may know it
            raise Unanswered(f"{self.place}: there is no such host", last=True) from None
        local = all(is_loopback(str(address[4][0])) for address in found)
        if not local and not self.configuration.allow_remote:
            raise Unanswered(self._refusal(), last=True)
        return local

    def _connected(self, stream: Any, local: bool) -> None:  # noqa: FBT001
        """Look at a connection before anything is sent over it: what it really leads to counts, whatever the name stood for a moment ago."""
        connection = stream.get_extra_info("socket")
        if connection is None:
            return
        self._connections.append(connection)
        if local and not is_loopback(str(connection.getpeername()[0])):
            raise Unanswered(self._refusal(), last=True)

    def _destination(self, local: bool) -> str:  # noqa: FBT001
        clear = "" if local or self.configuration.endpoint.startswith("https:") else ", unencrypted"
        return f"sending the texts to {self.name} at {self.place}{'' if local else f', which is not this machine{clear}'}"

    def _refusal(self) -> str:
        return (
            f"{self.place} isn't on this machine, and the articles' whole texts would be sent there; nothing was sent "
            "(allow_remote = true in [second_reader] allows it)"
        )

    def _hang_up(self) -> None:
        for connection in self._connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._connections.clear()

    # What comes back -------------------------------------------------------------------------------------------------------------------

    def _read(self, kind: str, body: bytes, request: Request) -> Answer:
        text = body.decode("utf-8", "replace")
        if "event-stream" in kind or text.lstrip().startswith("data:"):
            return Answer(self.name, self._streamed(text))
        try:
            given = json.loads(text)
            choice = given["choices"][0]
            message = choice["message"]
            content = message.get("content")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            reason = self._told(body)
            raise Unanswered(f"{self.place} answers, but not as a model does{f' ({reason})' if reason else ''}; is url right?") from None
        if isinstance(content, list):  # some servers give a message's text in parts
            content = "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
        if not content:
            refusal = self._inert(message.get("refusal") or "")
            raise Unanswered(f"{self.name} gave an empty answer{f' ({refusal})' if refusal else ''}")
        note = "the answer was cut at the server's limit of tokens" if choice.get("finish_reason") == "length" else ""
        return Answer(self.name, content, note or self._too_short(given, request))

    def _streamed(self, text: str) -> str:
        """The pieces of an answer that a server streams, whether it was asked to or not."""
        pieces = []
        for line in text.splitlines():
            if line.startswith("data:") and line[5:].strip() not in {"", "[DONE]"}:
                with suppress(ValueError, LookupError, TypeError, AttributeError, RecursionError):
                    choice = json.loads(line[5:])["choices"][0]
                    pieces.append(str((choice.get("delta") or choice.get("message") or {}).get("content") or ""))
        if not any(pieces):
            raise Unanswered(f"{self.name} gave an empty answer")
        return "".join(pieces)

    def _too_short(self, given: dict[str, Any], request: Request) -> str:
        """A line where the server read fewer tokens than the prompt has words: it cut the prompt and doesn't say so."""
        usage = given.get("usage")
        count = usage.get("prompt_tokens") if isinstance(usage, dict) else None
        words = len(request.text.split())
        if isinstance(count, int) and 0 < count < words:
            return (
                f"the server says that it read {count:,} tokens of a prompt of {words:,} words: its context is shorter than window = "
                f"{self.configuration.window} in config.toml, so what it answers may rest on a part of the texts (docs/second-reader.md)"
            )
        return ""

    def _failure(self, status: int, body: bytes) -> Unanswered:
        if 300 <= status < 400:
            return Unanswered(f"{self.place} answers with a redirect, which isn't followed; set url to the final address", last=True)
        reason = self._told(body)
        said = f" ({reason})" if reason else ""
        last = status in _OF_NO_USE
        if status in {401, 403}:
            need = "the key in the variable that key_env names" if self._key else "a key: name the variable that holds it with key_env"
            return Unanswered(f"{self.place} refuses access with status {status}{said}; check {need}", last=last)
        return Unanswered(f"{self.place} answers with status {status}{said}", last=last)

    def _told(self, body: bytes) -> str:
        """What a server says of its trouble, on one short line."""
        with suppress(ValueError, RecursionError):
            given = json.loads(body[:65_536])
            for _ in range(3):
                if isinstance(given, dict):
                    given = next((given[name] for name in ("error", "message", "detail") if name in given), "")
            return self._inert(given)
        return ""

    def _inert(self, text: object) -> str:
        """A foreign text on one line, without the key, should somebody send that back."""
        line = one_line(text, 4096)
        return one_line(line.replace(self._key, "…") if self._key else line, 160)


def labelled(name: str) -> str:
    """A model's name as it stands beside its points: one line, and never newsdiff's own."""
    label = one_line(name, _LONGEST_NAME) or "second reader"
    return f"{label} (second reader)" if label.casefold() == "newsdiff" else label


def _trusted() -> Any:
    """The certificates that the system trusts."""
    import ssl

    return ssl.create_default_context()
