"""Damaged and hostile sources by the thousand, for every reader: ``make fuzz N=1000`` (ONLY=pdf,html for some formats).

Each input is an honest source (tests/reading/made.py) that is damaged: bytes turned, cut, doubled, put in from a list of tokens that such readers
trip over, or from another source. What has to come of it is articles whose texts are inert and whose cleaning can be undone, or one line. A worker
process reads them one after the other; one that dies or takes too long for one input counts as a failure, and the next one goes on behind it.
Whoever reads in a process of its own (PDF) is called directly here: the worker is that process.
"""

from __future__ import annotations

import io
import json
import random
import re
import signal
import subprocess
import sys
import time
import zipfile
from types import FrameType

from compare.errors import ReadingError
from compare.reading import articles_of, docx, markdown, pdf, registry, web
from compare.reading.draft import Found, Hints
from compare.reading.isolation import hold_back
from tests.reading.made import SOURCES, zipped

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SLOWEST = 20
"""Seconds of a processor for one input."""

TOKENS = [
    b"<", b">", b"&", b"</p>", b"<p>", b"<div>" * 60, b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<script>", b"&#0;", b"&#x110000;", b"&amp;", b"<!ENTITY a 'b'>",
    b"<!DOCTYPE x>", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b]52;c;aGk=\x07", b"\x9b2J", "\u202eabc\u202c".encode(), "\u00ad\u200b".encode(),
    b"\r\n\r\n", b"\n\n", b"{", b"}", b"[", b"]", b'"', b"\\", b"\\u0000", b"\\ud800", b":", b",", b"null", b"1e999", b"-1", b"4294967296",
    b"99999999999999999999", b"Content-Type: multipart/mixed; boundary=x\r\n", b"Content-Transfer-Encoding: base64\r\n", b"Content-Length: -1\r\n",
    b"=?utf-8?q?=00?=",
    b"--x--", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\x1f\x8b\x08", b"%PDF-", b"stream\n", b"endstream", b"endobj", b"obj", b"/Kids[2 0 R]",
    b"/Count 9999999",
    b"/Length 99999999", b"WARC/1.0\r\n", b"HTTP/1.1 200 OK\r\n", b"---\n", b"# ", b"[x](", b"`" * 30, b"> " * 40, b"* " * 40, b"|" * 40, b"A" * 300,
    "Рutin".encode(), "e\u0301".encode(), b"\xc3", b"\xed\xa0\x80", b"../../etc/passwd", b"2025-13-45", b"datePublished",
]  # fmt: skip


def damaged(name: str, number: int) -> bytes:
    """The input of a format with this number: always the same one."""
    chance = random.Random(f"{name} {number}")
    if name in {"docx", "odt", "epub", "zip"} and number % 2:  # within a member: damage to the archive itself seldom comes so far
        with zipfile.ZipFile(io.BytesIO(SOURCES[name])) as archive:
            members: dict[str, bytes | str] = {member: archive.read(member) for member in archive.namelist()}
        chosen = chance.choice([member for member in members if member != "mimetype"])
        members[chosen] = _damaged(_as_bytes(members[chosen]), chance)
        return zipped(members, first="mimetype")
    return _damaged(SOURCES[name], chance)


def _as_bytes(content: bytes | str) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def _damaged(source: bytes, chance: random.Random) -> bytes:
    content = bytearray(source)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9))):
        at = chance.randrange(len(content) + 1)
        length = min(chance.choice((1, 1, 2, 4, 16, 64, 300)), len(content) - at)
        how = chance.randrange(9)
        if how == 0 and length:
            content[at] ^= 1 << chance.randrange(8)
        elif how == 1:
            content[at : at + length] = bytes(chance.randrange(256) for _ in range(length))
        elif how == 2:
            del content[at : at + length]
        elif how == 3:
            content[at:at] = content[at : at + length] * chance.choice((1, 2, 20))
        elif how == 4:
            del content[at:]
        elif how == 5:
            other = SOURCES[chance.choice(list(SOURCES))]
            begin = chance.randrange(len(other))
            content[at:at] = other[begin : begin + chance.choice((16, 200, 2000))]
        else:
            content[at : at + (length if how == 8 else 0)] = chance.choice(TOKENS)
    return bytes(content)


def wrong_with(content: bytes, name: str) -> str:
    """What is wrong about what comes of an input; "" where nothing is."""
    try:
        reading = articles_of(content, f"x{registry.FORMATS[name].endings[0]}")
    except ReadingError as error:
        return "" if _is_line(str(error)) else f"no plain line: {error!r}"
    for article in reading.articles:
        for said in (article.title, article.outlet or "", article.byline or "", article.url or "", article.source, *article.warnings):
            if _UNSAFE.search(said) or "\n" in said or "\t" in said:
                return f"a field that isn't inert: {said!r}"
        if _UNSAFE.search(article.text):
            return "a text that isn't inert"
        if any(before.end > after.start for before, after in zip(article.changes, article.changes[1:], strict=False)):
            return "changes that overlap"
        if not article.text.strip() or len(article.restored) < len(article.text) - 2 * len(article.changes) - 8 * article.text.count("&"):
            return "a text that was lost"
    return next((f"no plain line: {problem!r}" for problem in reading.problems if not _is_line(problem)), "")


def _is_line(said: str) -> bool:
    return not _UNSAFE.search(said) and "\n" not in said


def round_of(name: str, first: int, last: int) -> list[tuple[int, str]]:
    """Try the inputs from ``first`` to ``last`` (not included) in this process; those that failed, and why."""
    failures = []
    for number in range(first, last):
        try:
            wrong = wrong_with(damaged(name, number), name)
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"
        if wrong:
            failures.append((number, wrong))
    return failures


class _TooSlow(BaseException):
    pass


def _alarm(_: int, __: FrameType | None) -> None:
    raise _TooSlow


def directly(module: str, content: bytes, hints: Hints) -> Found:
    """In the place of ``isolation.isolated``, for a process that is isolated already."""
    yield from {"pdf": pdf, "web": web, "docx": docx, "markdown": markdown}[module].extract(content, hints)


def _work(name: str, first: int, last: int) -> None:
    for module in (pdf, web, docx, markdown):
        module.isolated = directly  # type: ignore[attr-defined]
    hold_back(seconds=0)
    signal.signal(signal.SIGPROF, _alarm)
    for number in range(first, last):
        print(json.dumps({"at": number}), flush=True)
        signal.setitimer(signal.ITIMER_PROF, SLOWEST)
        try:
            failures = round_of(name, number, number + 1)
        except _TooSlow:
            failures = [(number, f"took longer than {SLOWEST} seconds")]
        signal.setitimer(signal.ITIMER_PROF, 0)
        for _, wrong in failures:
            print(json.dumps({"wrong": wrong}), flush=True)


def fuzz(name: str, count: int) -> list[tuple[int, str]]:
    """Try ``count`` inputs of a format in worker processes; those that failed, and why."""
    failures: list[tuple[int, str]] = []
    first = 0
    while first < count:
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.reading.fuzzing", "--work", name, str(first), str(count)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert worker.stdout is not None
        at = first - 1
        for line in worker.stdout:
            told = json.loads(line)
            if "at" in told:
                at = told["at"]
            else:
                failures.append((at, told["wrong"]))
        status = worker.wait()
        if status:
            failures.append((at, f"its process ended with {status}"))
        first = at + 1
    return failures


def main(count: int, only: list[str]) -> int:
    """Print for each format how many inputs were tried and what failed; the status is 1 where anything did."""
    failed = 0
    for name in SOURCES:
        if only and name not in only:
            continue
        started = time.monotonic()
        failures = fuzz(name, count)
        took = time.monotonic() - started
        print(f"{name:10} {count:8,} inputs  {len(failures):5,} failed  {took:7.1f} s", flush=True)
        for number, wrong in failures[:5]:
            print(f"           input {number}: {wrong[:200]}")
        failed += len(failures)
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1] == "--work":
        _work(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        sys.exit(main(int(sys.argv[1]), [name for name in (sys.argv[2] if len(sys.argv) > 2 else "").split(",") if name]))
