"""The second reader's settings: the table ``[second_reader]`` of the configuration, checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from compare.reading.cleaning import inert
from compare.text.phrases import enumerated

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PATH = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Configuration:
    """Where the second reader is and what may be asked of it.

    ``url`` is the base address of an OpenAI-compatible service, with or without ``/chat/completions``. ``key_env`` names the environment
    variable that holds the key. ``window`` counts tokens, ``timeout`` seconds for each answer. ``verdicts`` also asks for a yes or no to the
    conflicts and possible differences that the rules found.
    """

    url: str
    model: str
    key_env: str = ""
    allow_remote: bool = False
    window: int = 16_384
    timeout: float = 300.0
    max_requests: int = 8
    verdicts: bool = False

    @property
    def endpoint(self) -> str:
        """The address that requests go to."""
        url = self.url.rstrip("/")
        return url if url.endswith(_PATH) else f"{url}{_PATH}"


SETTINGS = tuple(Configuration.__dataclass_fields__)
_LIMITS = {"window": (2048, 10_000_000), "timeout": (1, 86_400), "max_requests": (1, 1000)}


def configured(table: Mapping[str, object]) -> tuple[Configuration | None, list[tuple[str, str]]]:
    """The configuration that a table holds, None where it can't be used; and for each wrong setting its name and a line about it."""
    wrong: list[tuple[str, str]] = []
    good: dict[str, object] = {}
    for name, value in table.items():
        complaint = _complaint(name, value)
        if complaint:
            wrong.append((name, complaint))
        else:
            good[name] = value
    wrong += [("", f"second_reader has no {name}") for name in ("url", "model") if name not in table]
    if {name for name, _ in wrong} & {"", "url", "model", "key_env", "allow_remote"}:
        return None, wrong
    return Configuration(**good), wrong  # type: ignore[arg-type]


def _complaint(name: str, value: object) -> str:
    """What is wrong with a setting; "" where nothing is. A value is shown only where it can't be a secret."""
    if name not in SETTINGS:
        from difflib import get_close_matches

        close = get_close_matches(name, SETTINGS, n=1)
        return f"second_reader has no setting called {inert(name)}{f'; did you mean {close[0]}?' if close else f'; it has {enumerated(SETTINGS)}'}"
    if name in {"allow_remote", "verdicts"}:
        return "" if isinstance(value, bool) else f"{name} must be true or false"
    if name in _LIMITS:
        low, high = _LIMITS[name]
        is_number = isinstance(value, int | float) and not isinstance(value, bool) and (name == "timeout" or isinstance(value, int))
        return "" if is_number and low <= value <= high else f"{name} must be a number from {low:,} to {high:,}"  # type: ignore[operator]
    if not isinstance(value, str) or not value.strip():
        return f"{name} must be a string in quotation marks"
    if name == "url":
        return _wrong_url(value)
    if name == "key_env" and not _NAME.fullmatch(value):
        return 'key_env must be the name of an environment variable, such as "OPENAI_API_KEY", never the key itself'
    return ""


def _wrong_url(url: str) -> str:
    example = 'such as "http://127.0.0.1:11434/v1"'
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if not usable or not url.isprintable() or " " in url:
        return f"url must be an address that begins with http:// or https://, {example}"
    if parts.username or parts.password:
        return "url must hold no name or password; name the variable that holds a key with key_env"
    if parts.query or parts.fragment:
        return f"url must end with its path, {example}"
    return ""
