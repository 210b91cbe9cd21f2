"""Sources made to break their reader, deceive the user or fill the machine: each ends in an inert article or one line. docs/reading.md lists them.

Nothing is timed here: what must not run for ever is run with its limits, and a test that did would never end.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import socket
import zipfile
import zlib
from pathlib import Path

import pytest

from compare.errors import ReadingError
from compare.model import Article
from compare.reading import articles_in, articles_of, limits, read
from compare.reading.draft import Hints
from compare.reading.isolation import isolated
from tests.conftest import ROOT
from tests.reading import fuzzing
from tests.reading.made import PAGE, PARAGRAPHS, SOURCES, TEXT, docx, epub, mail, mhtml, odt, pdf_of, rss, warc, zipped
from tui.cli.running import SHOWN, summed_up
from tui.sources import gather

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "'
    + "ha" * 500
    + '">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 50}">' for n in range(8))
    + "]>"
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
TERMINAL = "\x1b]52;c;aGk=\x07 \x1b[2J \x9b31m \u202eevil\u202c \u2066x\u2069"


def refused(content: bytes, name: str = "source") -> str:
    with pytest.raises(ReadingError) as trouble:
        articles_of(content, name)
    assert "\n" not in str(trouble.value)
    return str(trouble.value)


def outcome(content: bytes, name: str) -> Article | None:
    """The first article that comes of it, or None for one line."""
    try:
        return articles_of(content, name).articles[0]
    except ReadingError as error:
        said = str(error)
    assert "\n" not in said
    return None


@pytest.mark.parametrize("name", ["text", "markdown", "html", "mhtml", "mail", "json", "jsonl", "feed", "warc", "zip"])
def test_terminal_escapes_and_overrides_are_neutralised(name: str) -> None:
    hostile = f"{TERMINAL} {PARAGRAPHS[0]}"
    page = PAGE.replace(PARAGRAPHS[0], hostile).replace("The Daily Example", f"Daily{TERMINAL}")
    escaped = re.sub(r"[\x00-\x08\x0b-\x1f]", "", hostile)
    content = {
        "text": hostile.encode(),
        "markdown": f"---\ntitle: {hostile}\n---\n{hostile}".encode(),
        "html": page.encode(),
        "mhtml": mhtml(page),
        "mail": mail(hostile, subject="x"),
        "json": json.dumps({"title": hostile, "text": hostile, "source": hostile}).encode(),
        "jsonl": (json.dumps({"title": hostile, "text": hostile}) + "\n").encode() * 2,
        "feed": rss((escaped, escaped)),
        "warc": warc(page),
        "zip": zipped({f"{TERMINAL}.txt": hostile}),
    }[name]
    article = articles_of(content, f"{TERMINAL}.x").articles[0]
    for said in (article.text, article.title, article.outlet or "", article.source, article.byline or "", *article.warnings):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    assert "officials said" in article.text


def test_a_zip_bomb_is_refused_at_its_limit() -> None:
    assert "larger than 64 MiB" in refused(zipped({"a.txt": b"a" * (limits.LARGEST_FILE + 1000)}))


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_zipfile_unpacks_whole_is_refused_before(packed: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packed) as archive, archive.open("a.txt", "w") as member:
        for _ in range(100):
            member.write(bytes(1 << 20))
    assert "packed in an unusual way" in refused(made.getvalue())


def test_members_are_refused_when_all_of_them_are_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED", 5000)
    reading = articles_of(zipped({f"{number}.txt": TEXT * 4 for number in range(9)}), "a.zip")
    assert 0 < len(reading.articles) < 9
    assert "more than" in reading.problems[-1]


def test_archives_within_archives_end() -> None:
    bomb = zipped({"a.txt": TEXT})
    for _ in range(6):
        bomb = zipped({"a.zip": bomb, "b.txt": TEXT})
    reading = articles_of(bomb, "a.zip")
    assert len(reading.articles) == limits.DEEPEST
    assert "unpack it first" in reading.problems[0]
    packed = TEXT.encode()
    for _ in range(6):
        packed = gzip.compress(packed)
    assert "unpack it first" in refused(packed)


def test_a_gzip_bomb_is_refused_at_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED", 4 * 1024 * 1024)
    assert "more than 4 MiB" in refused(gzip.compress(b"a" * (32 << 20)))


def test_a_gzip_file_of_very_many_members() -> None:
    word = gzip.compress(b"word ")
    (article,) = articles_of(word * 300_000, "a.txt.gz").articles
    assert article.text.count("word") == 300_000
    (article,) = articles_of(word * 3 + b"rest", "a.txt.gz").articles
    assert article.text.split() == ["word"] * 3


def test_a_header_that_lies_about_a_size() -> None:
    content = zipped({"a.txt": TEXT * 50})
    size = len(TEXT.encode()) * 50
    lying = content.replace(size.to_bytes(4, "little"), (99).to_bytes(4, "little"))
    assert lying != content
    assert "is damaged" in refused(lying, "a.zip")


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "/etc/passwd.txt", "C:\\windows\\x.txt", "\x1b[2J.txt"])
def test_a_name_that_leads_elsewhere_is_only_a_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    reading = articles_of(zipped({name: TEXT}), "a.zip")
    assert reading.articles[0].text == TEXT
    assert [*tmp_path.rglob("*")] == [tmp_path / "in"]
    assert reading.articles[0].source.isprintable()


@pytest.mark.parametrize("outside", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("name", ["docx", "odt", "epub", "feed", "html"])
def test_xml_entities_are_neither_expanded_nor_fetched(name: str, outside: str) -> None:
    entity = "&x;" if outside is OUTSIDE else "&i;"
    text = f"{entity} {PARAGRAPHS[0]}"
    word = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    content = {
        "docx": lambda: zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": "<R/>", "word/document.xml": outside + word}),
        "odt": lambda: zipped(
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": outside + f"<a>{text}</a>"}, first="mimetype"
        ),
        "epub": lambda: zipped(
            {"mimetype": "application/epub+zip", "META-INF/container.xml": outside + f"<a>{text}</a>"}, first="mimetype"
        ),
        "feed": lambda: rss((text, text)).replace(b"<rss", outside.encode() + b"<rss"),
        "html": lambda: PAGE.replace("<!doctype html>", outside.replace("DOCTYPE a", "DOCTYPE html")).replace(PARAGRAPHS[0], text).encode(),
    }[name]()
    article = outcome(content, "x.html" if name == "html" else "x")
    assert article is None or ("root:" not in article.text and len(article.text) < 5000)


def test_a_pdf_bomb_is_ended_in_its_own_process() -> None:
    shown = zlib.compress(b"BT /F 10 Tf 72 700 Td (The talks are over) Tj ET\n" * 3_000_000, 9)
    head = pdf_of(PARAGRAPHS[0])
    number = head.index(b"<</Length")
    end = head.index(b"endobj", number)
    bomb = head[:number] + f"<</Length {len(shown)}/Filter/FlateDecode>>stream\n".encode() + shown + b"\nendstream\n" + head[end:]
    message = refused(bomb, "a.pdf")
    assert "memory" in message or "seconds" in message or "far more text" in message


@pytest.mark.parametrize(
    "change",
    [(b"/Kids[5 0 R]", b"/Kids[2 0 R]"), (b"/Count 1", b"/Count 9999999"), (b"/Contents 4 0 R", b"/Contents 2 0 R"), (b"xref", b"xxxx")],
)
def test_a_pdf_that_leads_in_circles(change: tuple[bytes, bytes]) -> None:
    made = pdf_of(*PARAGRAPHS)
    hostile = made.replace(*change)
    assert hostile != made
    outcome(hostile, "a.pdf")


def test_a_reader_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PATIENCE", 2)
    with pytest.raises(Exception, match="takes longer than"):
        list(isolated("web", b"<p>" + b"<a>x</a> <p>y</p> " * 200_000, Hints()))


def test_a_page_of_very_many_elements_is_refused_before_it_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("it was taken apart")

    monkeypatch.setattr("compare.reading.web.isolated", never)
    with pytest.raises(ReadingError, match="has more than 60,000 elements, too many for an article"):
        articles_of(b"<html><p>" + b"word <p>" * 100_000, "page.html")


@pytest.mark.parametrize(
    "content",
    [b"*a*\n\n" * 100_000, b"*a* " + b"![" * 100, b"*a* " + b"[a](" * 100, b"*a* " + b"[" * 20 + b"]" * 20],
    ids=["lines", "pictures", "links", "nested"],
)
def test_markdown_of_very_many_lines_or_open_brackets_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    def never(_: str) -> None:
        raise AssertionError("its marks were followed")

    monkeypatch.setattr("compare.reading.markdown._blocks", never)
    [article] = articles_of(content, "x.md").articles
    assert article.text.count("*a*") == content.count(b"*a*")


def test_brackets_that_close_are_markdown_however_many_they_are() -> None:
    content = b"Read [![a *picture*](a.png)](http://news.example/a) and (see (both)) here.\n\n" * 100
    assert articles_of(content, "x.md").articles[0].text.count("Read  and (see (both)) here.") == 100


@pytest.mark.parametrize("unit", ["a\n\n", "He ran. "])
def test_a_text_of_very_many_sentences_is_refused_before_it_is_cut_into_them(unit: str) -> None:
    assert "more than 100,000 sentences" in refused((unit * 100_100).encode(), "a.txt")


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote", "span"])
def test_html_nested_ten_thousand_deep(tag: str) -> None:
    page = PAGE.replace(PARAGRAPHS[0], f"<{tag}>" * 10_000 + PARAGRAPHS[0])
    article = outcome(page.encode(), "x.html")
    assert article is None or "police" in article.text or "Geneva" in article.text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b'{"a":' * 100_000),
        ("a.json", b"[" * 100_000 + b"]" * 100_000),
        ("a.docx", docx("x", extra="<w:p>" * 20_000)),
        ("a.odt", odt("<text:span>" * 20_000)),
        ("a.epub", epub("<div>" * 20_000)),
        ("a.xml", b"<rss><channel>" + b"<item>" * 20_000),
        ("a.md", b"> " * 20_000 + b"word"),
        (
            "a.eml",
            b"From: a\nTo: b\nSubject: c\n"
            + b"".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n".encode() for n in range(2000)),
        ),
    ],
)
def test_other_formats_nested_deep(name: str, content: bytes) -> None:
    outcome(content, name)


@pytest.mark.parametrize("name", ["text", "markdown", "html", "mail", "json", "feed"])
def test_a_line_of_a_million_characters(name: str) -> None:
    line = "word " * 200_000
    content = {
        "text": line.encode(),
        "markdown": f"# x\n\n{line}".encode(),
        "html": PAGE.replace(PARAGRAPHS[0], line).encode(),
        "mail": mail(line),
        "json": json.dumps({"text": line}).encode(),
        "feed": rss(("x", line)),
    }[name]
    assert len(articles_of(content, "x.md" if name == "markdown" else "x").articles[0].text) > 900_000


def test_a_mail_with_a_field_of_a_hundred_thousand_words() -> None:
    content = mail(PARAGRAPHS[0], subject="=?utf-8?q?x?= " * 100_000)
    assert articles_of(content, "a.eml").articles[0].text.strip() == PARAGRAPHS[0]


def test_a_sparse_file_of_five_gigabytes(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a.zip", "a.pdf"):
        path = tmp_path / name
        with path.open("wb") as file:
            file.write(SOURCES["pdf"] if name == "a.pdf" else b"")
            file.truncate(5 << 30)
        with pytest.raises(ReadingError, match="is larger than"):
            read(path)


@pytest.mark.skipif(os.name == "nt", reason="these are POSIX")
def test_pipes_devices_and_sockets_are_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path is short
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        for path in ("pipe.txt", "socket.txt", "/dev/zero", "/dev/tty"):
            if Path(path).exists():
                with pytest.raises(ReadingError, match=r"not a regular file|can't be read"):
                    read(path)
        with pytest.raises(ReadingError, match="no articles"):
            articles_in(".")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    with pytest.raises(ReadingError, match="can't be read"):
        read(tmp_path / "a.txt")
    (tmp_path / "c.txt").write_text(TEXT)
    assert articles_in(tmp_path) == (str(tmp_path / "c.txt"),)


def test_an_archive_of_very_many_files() -> None:
    assert "more than 20,000 files" in refused(zipped({f"{number}.txt": b"" for number in range(limits.MOST_ARTICLES + 1)}))


@pytest.mark.skipif(os.name == "nt", reason="slow to make there")
def test_a_folder_of_very_many_files(tmp_path: Path) -> None:
    for number in range(20_000):
        os.close(os.open(tmp_path / f"{number}.txt", os.O_CREAT | os.O_WRONLY))
    (tmp_path / "a.html").write_text(PAGE)
    assert len(articles_in(tmp_path)) == 20_001
    sources = gather([str(tmp_path)])
    assert [article.path for article in sources.articles] == [str(tmp_path / "a.html")]
    assert len(sources.problems) == 20_000
    assert len(summed_up(sources.problems)) == SHOWN


def test_a_feed_and_records_of_very_many_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ARTICLES", 20)
    for content in (rss(*[("t", PARAGRAPHS[0])] * 30), json.dumps([{"text": PARAGRAPHS[0]}] * 30).encode()):
        reading = articles_of(content, "x")
        assert (len(reading.articles), len(reading.problems)) == (20, 1)


@pytest.mark.parametrize("name", SOURCES)
def test_damaged_sources_end_in_articles_or_one_line(name: str) -> None:
    """A short round of ``make fuzz``, here in this process; PDFs, which could end it, in theirs."""
    assert fuzzing.round_of(name, 0, 4 if name == "pdf" else 40) == []


@pytest.mark.parametrize("name", ["html", "warc", "feed", "mail", "docx", "zip"])
def test_no_library_writes_to_the_terminal(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    broken = SOURCES[name].replace(b"Content-Length: 1", b"Content-Length: 2").replace(b"</p>", b"\x1b[2J\x00<")
    for content in (broken, broken[: len(broken) // 2], SOURCES[name] + TERMINAL.encode()):
        outcome(content, name)
    assert capfd.readouterr() == ("", "")


def test_each_attack_in_the_documents_has_its_test() -> None:
    table = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "reading").glob("test_*.py"))
    named = re.findall(r"`(test_\w+)`", table)
    assert len(set(named)) > 20
    assert [name for name in named if f"def {name}(" not in tests] == []
