"""Web addresses, against a real server on this machine that misbehaves in every way that it can."""

from __future__ import annotations

import gzip
import socket
import tracemalloc
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest

from compare.errors import ReadingError
from compare.model import Article
from compare.reading.fetching import reading_of
from compare.reading.fetching.cache import Cache, Kept
from compare.reading.fetching.guard import Address, anywhere, is_loopback, is_public, kind_of
from compare.reading.fetching.pages import Fetched, Fetcher
from compare.reading.fetching.together import fetch_all
from tests.reading import made, web_server
from tests.reading.web_server import WebServer, serving

HERE = ip_address("127.0.0.1")


@pytest.fixture
def server() -> Iterator[WebServer]:
    with serving() as running:
        yield running


def here_only(address: Address) -> bool:
    """As on the public network, if this machine's first address were on it."""
    return address == HERE or is_public(address)


def fetcher(cache: Cache | None = None, **options: object) -> Fetcher:
    return Fetcher(cache, **{"allows": here_only, "pause": 0, "fresh": 0, **options})  # type: ignore[arg-type]


def article(address: str, by: Fetcher) -> Article:
    (found,) = reading_of(by.fetch(address), address).articles
    return found


def trouble(address: str, by: Fetcher) -> str:
    """The one line that comes of an address."""
    with pytest.raises(ReadingError) as error:
        reading_of(by.fetch(address), address)
    line = str(error.value)
    assert line.startswith(f"{address}: ")
    assert "\n" not in line
    return line.removeprefix(f"{address}: ")


def test_a_page_is_an_article_with_its_address(server: WebServer) -> None:
    found = article(server.address("/story#part"), fetcher())
    assert found.title == "Ministers agree on a framework"
    assert "Kari Åsland" in found.text
    assert "“a framework”" in found.text
    assert (found.source, found.url, found.path) == (server.address("/story#part"), server.address("/story"), "")
    agent = server.seen[-1][1]["user-agent"]
    assert agent.startswith("newsdiff/")


@pytest.mark.parametrize("path", ["/gzip", "/brotli", "/zstd", "/to-story", "/cookie-wall", "/latin", "/wrong-charset", "/no-charset"])
def test_however_a_server_sends_it_the_text_is_whole(path: str, server: WebServer) -> None:
    assert article(server.address(path), fetcher()).text == article(server.address("/story"), fetcher()).text


def test_a_pdf_under_a_wrong_type_is_read_as_what_it_is(server: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_server, "_PDF", made.SOURCES["pdf"])
    found = article(server.address("/pdf"), fetcher())
    assert found.format == "pdf"
    assert found.title == made.TITLE


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/nowhere", r"isn't there; check the address \(status 404\)"),
        ("/refused", r"refused by the server.*\(status 403\)"),
        ("/gone", r"gone for good \(status 410\)"),
        ("/trouble", r"the server reports an error.*\(status 500\)"),
        ("/empty", "is empty"),
        ("/endless", "larger than 8 MiB"),
        ("/huge", "larger than 8 MiB"),
        ("/truncated", "came cut off"),
        ("/half-gzip", "came cut off"),
        ("/half-brotli", "came cut off"),
        ("/half-zstd", "came cut off"),
        ("/not-gzip", "came damaged"),
        ("/strange-packing", "compressed in a way"),
        ("/gzip-bomb", "larger than 8 MiB"),
        ("/brotli-bomb", "larger than 8 MiB"),
        ("/zstd-bomb", "larger than 8 MiB"),
        ("/loop", "redirects more than 10 times"),
        ("/to-file", "redirects to file:///etc/passwd, which isn't followed"),
        ("/to-private", "10.1.2.3, which is|a private address, and only public ones are fetched"),
        ("/to-metadata", "a link-local address"),
        ("/to-mapped", "a private address"),
        ("/consent", "a question for consent instead of the article"),
        ("/paywall", "the rest is for subscribers"),
        ("/shell", "needs JavaScript"),
        ("/list", "a list of headlines"),
        ("/picture", "is a picture"),
    ],
)
def test_each_failure_is_one_line(path: str, told: str, server: WebServer) -> None:
    with pytest.raises(ReadingError, match=told):
        raise ReadingError(trouble(server.address(path), fetcher()))


@pytest.mark.parametrize("path", ["/slow", "/dripping"])
def test_a_server_that_takes_for_ever_is_given_up(path: str, server: WebServer) -> None:
    assert "takes too long" in trouble(server.address(path), fetcher(seconds=0.5))


def test_a_short_article_and_one_that_is_a_list_are_articles() -> None:
    recipe = "".join(f"<li>Take spoon number {number} and stir it well in</li>" for number in range(30))
    for body in ("<p>The minister resigned on Monday after a vote that she lost by two voices, her office said.</p>", f"<ol>{recipe}</ol>"):
        page = f"<!doctype html><html><head><title>Talks</title></head><body><article><h1>Talks</h1>{body}</article></body></html>".encode()
        assert reading_of(Fetched(page, "https://news.example/a", "text/html"), "https://news.example/a").articles


def test_a_bomb_is_noticed_before_it_is_unpacked(server: WebServer) -> None:
    by = fetcher()
    article(server.address("/story"), by)  # so that what is imported isn't counted
    for path in ("/gzip-bomb", "/brotli-bomb", "/zstd-bomb"):
        tracemalloc.start()
        try:
            trouble(server.address(path), by)
            assert tracemalloc.get_traced_memory()[1] < 32 << 20  # of 64 MiB that it would unpack to, and twice that to hold them
        finally:
            tracemalloc.stop()


def test_what_is_no_public_address_is_never_connected_to(server: WebServer) -> None:
    public = fetcher(allows=is_public)
    assert "a loopback address, and only public ones are fetched; give the page as a file" in trouble(server.address("/story"), public)
    assert "localhost is " in trouble(server.address("/story", "localhost"), public)
    assert server.seen == []
    assert article(server.address("/story"), fetcher(allows=anywhere)).title


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("127.8.9.1", "loopback"), ("::1", "loopback"), ("::ffff:127.0.0.1", "loopback"), ("10.0.0.1", "private"), ("172.20.1.1", "private"),
        ("192.168.0.7", "private"), ("fd00::7", "private"), ("169.254.169.254", "link-local"), ("fe80::1", "link-local"), ("0.0.0.0", "private"),
        ("100.64.0.1", "special"), ("224.0.0.1", "special"), ("64:ff9b::10.0.0.1", "private"), ("2002:a00:1::", "private"), ("fec0::1", "private"),
    ],
)  # fmt: skip
def test_kinds_of_addresses_that_are_not_public(address: str, kind: str) -> None:
    assert not is_public(ip_address(address))
    assert kind_of(ip_address(address)) == kind


def test_public_addresses_are() -> None:
    assert all(is_public(ip_address(each)) for each in ("93.184.216.34", "2606:2800:220:1::1", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8"))
    assert is_loopback("127.0.0.1")
    assert is_loopback("::1%lo")
    assert not any(map(is_loopback, ("93.184.216.34", "2002:7f00:1::", "not an address")))


class Names:
    """A resolver that answers one thing after the other, and the last one from then on."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked += 1
        return self.answers[min(self.asked, len(self.answers)) - 1]


def test_a_name_that_changes_its_mind_is_refused_when_it_does(server: WebServer) -> None:
    address = server.address("/story", "news.example")
    names = Names(["127.0.0.1"], ["10.0.0.9"])  # robots.txt, then the page
    assert "news.example is 10.0.0.9, a private address" in trouble(address, fetcher(resolve=names))
    assert server.paths() == []


def test_what_was_checked_is_what_is_connected_to(server: WebServer) -> None:
    names = Names(["127.0.0.1"])
    by = fetcher(resolve=names)
    assert article(server.address("/story", "no-such-name.example"), by).title  # only our resolver knows it
    assert names.asked == len(server.seen)  # once a connection: nothing looks again between check and connection
    assert server.seen[-1][1]["host"].startswith("no-such-name.example")


def test_one_private_address_among_several_is_enough_to_refuse(server: WebServer) -> None:
    assert "a private address" in trouble(server.address("/story", "news.example"), fetcher(resolve=Names(["127.0.0.1", "192.168.1.1"])))
    assert server.seen == []


def test_a_redirect_to_a_name_of_the_inside_is_refused(server: WebServer) -> None:
    def names(host: str, port: int) -> list[str]:
        return ["192.168.1.1"] if host == "inside.example" else ["127.0.0.1"]

    assert "inside.example is 192.168.1.1" in trouble(server.address("/to-named"), fetcher(resolve=names))


def test_where_a_connection_really_leads_is_looked_at_as_well(server: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    import httpcore

    real = httpcore.SyncBackend.connect_tcp

    def elsewhere(self: httpcore.SyncBackend, host: str, *rest: object) -> httpcore.NetworkStream:
        return real(self, "127.0.0.1", *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", elsewhere)
    names = Names(["93.184.216.34"])
    assert "a loopback address" in trouble(server.address("/story", "news.example"), fetcher(allows=is_public, resolve=names))
    assert server.seen == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ftp://news.example/a", "ftp: addresses can't be fetched"),
        ("https://", "isn't a web address"),
        ("https://[::1/", "isn't a web address"),
        ("https://news.example:0/", "isn't a web address"),
        ("https://news.example:port/", "isn't a web address"),
        ("https://user:secret@news.example/", "a name or a password"),
        ("file:///etc/passwd", "file: addresses can't be fetched"),
    ],
)
def test_what_is_no_web_address_is_asked_of_nobody(address: str, told: str) -> None:
    assert told in trouble(address, fetcher(resolve=Names()))


def test_no_server_no_host_no_tls(server: WebServer) -> None:
    assert "has no safe connection" in trouble(server.address("/story", scheme="https"), fetcher())

    def unknown(host: str, port: int) -> list[str]:
        raise OSError

    assert "there is no such host" in trouble("http://no.example/a", fetcher(resolve=unknown))
    with socket.socket() as bound:  # but nobody listens
        bound.bind(("127.0.0.1", 0))
        assert "can't be reached" in trouble(f"http://127.0.0.1:{bound.getsockname()[1]}/a", fetcher())


# What a site asks of us ----------------------------------------------------------------------------------------------------------------


def test_robots_are_respected_and_asked_once(server: WebServer) -> None:
    server.robots = b"User-agent: *\nDisallow: /private/\n"
    by = fetcher()
    assert "robots.txt asks programs to keep out" in trouble(server.address("/private/story"), by)
    assert server.paths() == []
    assert article(server.address("/story"), by).title
    assert [path for path, _ in server.seen].count("/robots.txt") == 1


def test_robots_that_name_us_count_before_those_for_all(server: WebServer) -> None:
    server.robots = b"User-agent: newsdiff\nDisallow: /story\n\nUser-agent: *\nDisallow:\n"
    assert "robots.txt" in trouble(server.address("/story"), fetcher())
    assert article(server.address("/other"), fetcher()).title


def test_a_site_whose_wish_cannot_be_had_is_left_alone(server: WebServer) -> None:
    server.robots = 503
    assert "robots.txt" in trouble(server.address("/story"), fetcher())
    assert server.paths() == []


def test_a_pause_between_two_requests_to_one_host(server: WebServer) -> None:
    waits: list[float] = []
    server.robots = b"User-agent: *\nCrawl-delay: 4\n"
    by = fetcher(pause=1, wait=waits.append)
    fetch_all([server.address("/story"), server.address("/other")], by)
    assert len(waits) == 1
    assert 3 < waits[0] <= 4


def test_several_at_once_and_the_others_go_on(server: WebServer) -> None:
    addresses = [server.address(path) for path in ("/nowhere", "/story", "/trouble", "/other")]
    addresses.insert(2, server.address("/slow", "localhost"))  # another host, which must hold nobody up
    progress: list[tuple[int, int]] = []
    by = fetcher(allows=anywhere, seconds=1)
    outcomes = fetch_all([*addresses, addresses[0]], by, lambda what, done, of: progress.append((done, of)))
    assert list(outcomes) == addresses
    assert [isinstance(each, ReadingError) for each in outcomes.values()] == [True, False, True, True, False]
    assert progress[0] == (0, 5)


# What is kept --------------------------------------------------------------------------------------------------------------------------


def test_a_page_that_has_not_changed_is_not_sent_again(server: WebServer, tmp_path: Path) -> None:
    address = server.address("/tagged")
    by = fetcher(Cache(tmp_path / "pages.sqlite3"))
    first = by.fetch(address)
    again = by.fetch(address)
    assert again == first
    assert server.seen[-1][1]["if-none-match"]
    assert server.seen[-1][1]["if-modified-since"]
    server.text = web_server.STORY.replace("eleven", "nine")
    assert b"nine countries" in by.fetch(address).content


def test_a_fresh_page_is_not_asked_for_twice(server: WebServer, tmp_path: Path) -> None:
    by = fetcher(Cache(tmp_path / "pages.sqlite3"), fresh=60)
    assert by.fetch(server.address("/to-story")) == by.fetch(server.address("/to-story"))
    assert server.paths() == ["/to-story", "/hop", "/story"]


@pytest.mark.parametrize(
    ("control", "fresh", "asked"),
    [
        ("no-cache", 60, 2),
        ("private, NO-CACHE", 60, 2),
        ("max-age=0, must-revalidate", 60, 2),
        ("public, max-age=3600", 60, 1),
        ("max-age=3600", 0, 2),  # the user wants it asked
        ("max-age=99999999999999999999", 60, 1),
        ("max-age=²", 60, 1),
        (", =;\t", 60, 1),
    ],
)
def test_what_a_server_says_of_keeping_counts(control: str, fresh: float, asked: int, server: WebServer, tmp_path: Path) -> None:
    server.control = control
    by = fetcher(Cache(tmp_path / "pages.sqlite3"), fresh=fresh)
    assert by.fetch(server.address("/controlled")) == by.fetch(server.address("/controlled"))
    assert len(server.paths()) == asked


def test_a_page_that_is_not_to_be_kept_is_not(server: WebServer, tmp_path: Path) -> None:
    by = fetcher(Cache(tmp_path / "pages.sqlite3"))
    server.control = "max-age=0"
    by.fetch(server.address("/controlled"))
    assert by.cache is not None
    assert by.cache.get(server.address("/controlled")) is not None
    server.control = "private, no-store"
    by.fetch(server.address("/controlled"))
    assert by.cache.get(server.address("/controlled")) is None


def test_what_was_fetched_opens_without_a_network(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "deep" / "pages.sqlite3")
    with serving() as server:
        addresses = [server.address("/to-story"), server.address("/gzip")]
        before = [article(address, fetcher(cache)) for address in addresses]
    for address, there in zip(addresses, before, strict=True):
        fetched = fetcher(cache).fetch(address)
        assert "can't be reached" in fetched.notice
        assert "; the copy of " in fetched.notice
        assert reading_of(fetched, address).articles == (there,)


def test_a_copy_does_not_stand_in_for_what_is_refused(server: WebServer, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "pages.sqlite3")
    article(server.address("/story"), fetcher(cache))
    for fresh in (0, 60):
        assert "loopback" in trouble(server.address("/story"), fetcher(cache, allows=is_public, fresh=fresh))
    server.robots = b"User-agent: *\nDisallow: /\n"
    assert "robots.txt" in trouble(server.address("/story"), fetcher(cache))


def test_a_damaged_cache_is_none(server: WebServer, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "pages.sqlite3")
    cache.file.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    assert article(server.address("/story"), fetcher(cache)).title
    assert article(server.address("/story"), fetcher(cache)).title
    assert cache.get(server.address("/story")) is not None
    elsewhere = Cache(Path("/dev/null/pages.sqlite3"))
    assert article(server.address("/story"), fetcher(elsewhere)).title
    assert "no page can be kept" in elsewhere.problem


def test_a_cache_has_an_end(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "pages.sqlite3", largest=3000)
    for number in range(20):
        cache.put(f"https://news.example/{number}", Kept(content=gzip.compress(bytes(range(256)) * 2)[:400] * 2, at=number))
    there = [number for number in range(20) if cache.get(f"https://news.example/{number}")]
    assert 0 < len(there) < 20
    assert there == list(range(20 - len(there), 20))
