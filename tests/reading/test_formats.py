"""Every format: recognised by its content whatever its name, its paragraphs whole and in order, its fields where it has them."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import brotli
import pytest
from backports import zstd

from compare.errors import ReadingError
from compare.reading import FORMATS, Hints, articles_of, read, read_all
from tests.conftest import ROOT
from tests.reading.made import (
    PAGE,
    PARAGRAPHS,
    RECORD,
    SOURCES,
    TEXT,
    TITLE,
    docx,
    epub,
    mail,
    mhtml,
    odt,
    pdf,
    rss,
    set_in_lines,
    warc,
    zipped,
)

SEVERAL = {"jsonl": ["1", "2"], "feed": ["1", "2"], "warc": ["1", "2"], "zip": ["a.html", "b/c.txt"]}


def test_each_format_of_the_registry_is_made_here() -> None:
    assert list(SOURCES) == list(FORMATS)


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_is_recognised_by_its_content_and_read(name: str) -> None:
    for called in ("source", f"x{FORMATS[name].endings[0]}", "misnamed.txt"):
        reading = articles_of(SOURCES[name], called)
        assert [article.part for article in reading.articles] == SEVERAL.get(name, [""])
        assert not reading.problems
        article = reading.articles[0]
        said = " ".join(article.text.split())
        assert [paragraph in said for paragraph in PARAGRAPHS] == [True] * 3, name
        assert said.index(PARAGRAPHS[0]) < said.index(PARAGRAPHS[1]) < said.index(PARAGRAPHS[2])
        assert article.format == {"zip": "html", "gzip": "html", "warc": "html"}.get(name, name)


def test_the_day_on_which_a_page_was_saved_is_not_its_day() -> None:
    page = PAGE.replace("article:published_time", "x").replace("article:modified_time", "y")
    assert articles_of(mhtml(page), "page.mhtml").articles[0].published is None


@pytest.mark.parametrize("name", ["markdown", "html", "mhtml", "pdf", "docx", "odt", "epub", "mail", "json", "feed", "warc"])
def test_what_a_source_says_of_its_article(name: str) -> None:
    article = articles_of(SOURCES[name], "source").articles[0]
    assert article.title == TITLE
    if name != "feed":
        assert article.byline == "Jane Doe"
    if name not in {"docx", "odt"}:
        assert article.published == date(2025, 10, 27)
    if name in {"markdown", "html", "mhtml", "json", "feed", "warc"}:
        assert article.outlet == "The Daily Example"


def test_a_page_is_its_article_and_what_was_left_out_is_recorded() -> None:
    article = articles_of(PAGE.encode(), "page.html").articles[0]
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert (article.updated, article.url) == (date(2025, 10, 28), "https://www.example.org/news/talks")
    left_out = [change.original.strip() for change in article.changes if change.kind == "boilerplate"]
    assert any(text.startswith("Related:") for text in left_out)
    assert "Related:" in article.restored
    assert article.restored.index(PARAGRAPHS[1]) < article.restored.index("Related:") < article.restored.index(PARAGRAPHS[2])


def test_an_article_that_a_page_cuts_into_boxes_is_read_whole() -> None:
    paragraphs = [
        f"In paragraph {number} the minister said that the talks would go on, and nobody in the room disagreed with him."
        for number in range(12)
    ]
    boxes = "".join(
        f'<div class="chunk"><div class="article__body"><p>{"</p><p>".join(paragraphs[first : first + 3])}</p></div><aside>Advertisement</aside></div>'
        for first in range(0, 12, 3)
    )
    page = f"<!doctype html><html><head><title>Talks</title></head><body><article><div class='chunks'>{boxes}</div></article></body></html>"
    assert articles_of(page.encode(), "page.html").articles[0].text == "\n\n".join(paragraphs)


def test_a_page_that_scripts_fill_is_read_by_what_it_tells_search_engines() -> None:
    record = json.dumps(
        {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(PARAGRAPHS), "publisher": {"name": "The Daily Example"}}
    )
    page = (
        f'<!doctype html><html><head><script type="application/ld+json">{record}</script></head><body><div id="root"></div></body></html>'
    )
    article = articles_of(page.encode(), "page.html").articles[0]
    assert (article.title, article.outlet, article.text) == (TITLE, "The Daily Example", "\n\n".join(PARAGRAPHS))
    with pytest.raises(ReadingError, match="may need JavaScript"):
        articles_of(page.replace(record, "{}").encode(), "page.html")


def test_a_page_says_its_charset() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1251"').replace(
        PARAGRAPHS[2], "Министр заявил, что переговоры завершены, и стороны подписали соглашение."
    )
    assert "переговоры завершены" in articles_of(page.encode("cp1251", "replace"), "page.html").articles[0].text
    assert (
        "переговоры завершены" in articles_of(page.encode("cp1251", "replace"), "page.html", hints=Hints(charset="cp1251")).articles[0].text
    )


def test_pdf_columns_hyphens_and_running_heads() -> None:
    left = set_in_lines(" ".join(PARAGRAPHS[:2]), 40)
    right = ["The government's long-", "term plans depend on inter-", "national money, she said."]

    def page(number: int) -> list[tuple[float, float, str]]:
        rows: list[tuple[float, float, str]] = [(72, 810, "The Daily Example, 27 October 2025")]
        rows += [(72, 760 - 12 * row, line) for row, line in enumerate(left)]
        rows += [(320, 760 - 12 * row, line) for row, line in enumerate(right)]
        return [*rows, (290, 30, f"Page {number} of 2")]

    text = " ".join(articles_of(pdf(page(1), page(2)), "paper.pdf").articles[0].text.split())
    assert " ".join(PARAGRAPHS[:2]) in text
    assert "international money" in text
    assert "Page 1" not in text
    assert "The Daily Example" not in text


def test_tracked_changes_count_as_made() -> None:
    extra = '<w:p><w:ins w:id="1"><w:r><w:t>It was added later.</w:t></w:r></w:ins>'
    extra += '<w:del w:id="2"><w:r><w:delText>It was struck.</w:delText></w:r></w:del></w:p>'
    text = articles_of(docx(*PARAGRAPHS, extra=extra), "a.docx").articles[0].text
    assert "It was added later." in text
    assert "struck" not in text


def test_a_mail_with_a_page_and_an_attached_document() -> None:
    import email.message

    message = email.message.EmailMessage()
    message["From"], message["Subject"], message["To"] = "Jane Doe <jane@example.org>", "Fwd: Re: Talks", "desk@example.org"
    message.set_content("See below.")
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(docx(*PARAGRAPHS), maintype="application", subtype="octet-stream", filename="draft.docx")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="photo.png")
    reading = articles_of(bytes(message), "a.eml")
    assert [(article.part, article.title) for article in reading.articles] == [("", "Talks"), ("draft.docx", TITLE)]
    assert reading.articles[0].text == "\n\n".join(PARAGRAPHS)
    assert reading.problems == ("a.eml#photo.png: is attached, but isn't an article",)


def test_records_are_found_wherever_they_are_and_by_the_names_given() -> None:
    body = RECORD["body"]
    for document in (
        [RECORD],
        {"articles": [RECORD]},
        {"response": {"results": [{"webTitle": TITLE, "fields": {"bodyText": body}}]}},
        {"status": "ok", "totalResults": 1, "articles": {"results": [{"title": TITLE, "content": body}]}},
        {"items": [{"title": TITLE, "content_html": f"<p>{body}</p>"}]},
    ):
        article = articles_of(json.dumps(document).encode(), "a.json").articles[0]
        assert (article.title, PARAGRAPHS[0] in article.text, "<p>" in article.text) == (TITLE, True, False)
    odd = json.dumps({"x": {"y": body}, "z": "Elsewhere"}).encode()
    with pytest.raises(ReadingError, match="--field text=NAME"):
        articles_of(json.dumps({"q": 1}).encode(), "a.json")
    with pytest.raises(ReadingError, match="no record has a text at body, which --field names"):
        articles_of(odd, "a.json", hints=Hints(fields={"text": "body"}))
    article = articles_of(odd, "a.json", hints=Hints(fields={"text": "x.y", "title": "z"})).articles[0]
    assert (article.text, article.title) == (body, "Elsewhere")


def test_a_text_that_only_looks_like_another_format_stays_text() -> None:
    for text in (
        "[Updated] The minister said that talks were over.",
        "{sic} is what the editor wrote there.",
        "From: the desk\n\nThe talks are over.",
        "<b>Talks</b> are over.",
    ):
        article = articles_of(text.encode(), "a.txt").articles[0]
        assert (article.text, article.format) == (text, "text")


def test_an_article_of_several_is_named(tmp_path: Path) -> None:
    path = tmp_path / "two.zip"
    path.write_bytes(zipped({"a.html": PAGE, "b/c.txt": TEXT, "d.exe": b"MZ", "__MACOSX/a.html": PAGE}))
    with pytest.raises(ReadingError, match="holds 2 articles"):
        read(path)
    article = read(path, part="b/c.txt")
    assert (article.text, article.source, article.origin) == (TEXT, f"{path}#b/c.txt", f"{path}#b/c.txt")
    assert len({each.sha256 for each in read_all(path).articles}) == 2
    with pytest.raises(ReadingError, match="no longer has"):
        read(path, part="gone")


def test_some_of_several_may_be_unreadable() -> None:
    reading = articles_of(zipped({"a.html": PAGE, "b.txt": "", "c.pdf": b"%PDF-1.4 broken", "d.txt": b"\x00\x01" * 400}), "z.zip")
    assert [article.part for article in reading.articles] == ["a.html"]
    assert [line.split(": ")[0] for line in reading.problems] == ["z.zip#b.txt", "z.zip#c.pdf", "z.zip#d.txt"]


def test_what_newsdiff_exported_is_no_article() -> None:
    with pytest.raises(ReadingError, match="exported"):
        articles_of(b'{\n"format": "newsdiff.comparison", "articles": []}', "out.json")


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"\xd0\xcf\x11\xe0" + b"x" * 600, ".docx"), (rb"{\rtf1 text}", "rich text"), (b"\x89PNG\r\n", "picture"), (b"BZh91AY", "archive")],
)
def test_files_that_no_reader_takes_say_what_to_do(content: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason):
        articles_of(content, "a.txt")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_a_mark(encoding: str) -> None:
    for text in (TEXT, "Министр заявил, что переговоры завершены. " * 9):
        if text == TEXT or encoding.startswith("utf-16"):
            assert articles_of(text.encode(encoding), "a.txt").articles[0].text == text


def test_one_article_each_of_a_feed_that_has_markup() -> None:
    feed = rss(("One", "&lt;p&gt;The talks are over.&lt;/p&gt;&lt;p&gt;Nobody signed.&lt;/p&gt;"), ("Two", ""))
    reading = articles_of(feed, "feed.xml")
    assert [(article.title, article.text, article.url) for article in reading.articles] == [
        ("One", "The talks are over.\n\nNobody signed.", "https://www.example.org/0")
    ]


def test_pages_of_a_web_archive_are_unpacked_however_they_came() -> None:
    page = PAGE.encode()
    packed = {"br": brotli.compress(page), "zstd": zstd.compress(page), "gzip": gzip.compress(page)}
    [plain] = articles_of(warc(PAGE), "a.warc").articles
    for encoding, body in packed.items():
        chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:100], body[100:])) + b"0\r\n\r\n"
        for content, how in ((body, ""), (chunked, "Transfer-Encoding: chunked\r\n"), (page, "")):
            [article] = articles_of(warc(content, headers=f"Content-Encoding: {encoding}\r\n{how}"), "a.warc").articles
            assert article.text == plain.text


def test_formats_within_formats() -> None:
    reading = articles_of(
        zipped(
            {
                "a.eml": mail("\r\n".join(PARAGRAPHS)),
                "b.mhtml": mhtml(PAGE),
                "c.warc": warc(PAGE),
                "d.odt": odt(*PARAGRAPHS),
                "e.epub": epub(*PARAGRAPHS),
            }
        ),
        "all.zip",
    )
    assert [article.part for article in reading.articles] == ["a.eml", "b.mhtml", "c.warc#1", "d.odt", "e.epub"]
    assert [article.format for article in reading.articles] == ["mail", "mhtml", "html", "odt", "epub"]


def test_an_extra_that_is_not_installed_is_one_line_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "compare.reading.pdf", raising=False)
    with pytest.raises(ReadingError, match=r"is a PDF, which needs an extra: pip install 'newsdiff\[pdf\]'"):
        articles_of(SOURCES["pdf"], "a.pdf")


def test_nothing_of_a_format_is_imported_before_it_is_read() -> None:
    heavy = "lxml trafilatura mammoth feedparser warcio zipfile subprocess markdown_it email"
    code = f"import sys, compare.reading, tui.sources; print([name for name in {heavy.split()} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert said == "[]\n"
