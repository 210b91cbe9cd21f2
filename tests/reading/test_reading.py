"""Sources → articles: whatever a source holds, an article or one clear line comes of it."""

from __future__ import annotations

import os
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import analyse
from compare.errors import ReadingError
from compare.reading import articles_in, read, read_bytes
from compare.reading.cleaning import composed, inert
from compare.reading.metadata import article_date, headline, language_of, looks_like_heading


def test_a_file_becomes_an_article(tmp_path: Path) -> None:
    path = tmp_path / "wire.txt"
    path.write_bytes(b"Talks end\r\n\r\nThey met on Monday (October 27, 2025) in Geneva.\r\n")
    article = read(path)
    assert article.text == "Talks end\n\nThey met on Monday (October 27, 2025) in Geneva.\n"
    assert (article.title, article.published, article.language) == ("Talks end", date(2025, 10, 27), "en")
    assert article.source == str(path)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"... !!! ---", "no words"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
        (b"%PDF-1.7 something", "damaged PDF"),
        (bytes(range(32)) * 50 + b"text", "binary"),
    ],
)
def test_what_is_no_article_gets_one_line(content: bytes, complaint: str) -> None:
    with pytest.raises(ReadingError, match=complaint) as trouble:
        read_bytes(content, "thing.txt")
    assert "\n" not in str(trouble.value)
    assert str(trouble.value).startswith("thing.txt: ")


def test_paths_that_cannot_be_read_get_one_line(tmp_path: Path) -> None:
    for path, complaint in ((tmp_path / "none.txt", "no such file"), (tmp_path, "is a folder"), (Path("a\0b"), "can't be read")):
        with pytest.raises(ReadingError, match=complaint) as trouble:
            read(path)
        assert "\0" not in str(trouble.value)
    with pytest.raises(ReadingError, match="can't be fetched"):
        read("gopher://example.org/story")
    with pytest.raises(ReadingError, match="no articles"):
        articles_in(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="named pipes are POSIX")
def test_a_named_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadingError, match="not a regular file"):
        read(tmp_path / "pipe")


FRENCH = "Le ministre a déclaré à Genève que les élus, très émus, n'avaient pas cédé à l'aube."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *(
            (encoding, FRENCH)
            for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be", "cp1252", "iso8859-1", "mac-roman")
        ),
        ("cp1252", "x" * 300_000 + f"\n\n{FRENCH}"),
        ("cp1252", "El ministro declaró el lunes que, según la policía, 4.200 personas marcharon; mañana habrá más."),
        ("cp1252", "O ministro declarou que as negociações terminaram sem uma declaração comum; não houve feridos."),
        ("cp1252", "Il ministro ha dichiarato lunedì che i colloqui sono finiti. Perché? Nessuno lo sa più, è così."),
        ("utf-16-be", "内政部长星期五说，洪水造成 14 人死亡。"),
        ("utf-16-le", "قال وزير الداخلية يوم الجمعة إن عشرة أشخاص لقوا حتفهم.\nوأعلن الحداد."),
        ("cp1250", "Ministr zahraničí v pondělí prohlásil, že jednání skončila bez společného prohlášení."),
        ("cp1250", "Minister oświadczył w poniedziałek, że rozmowy zakończyły się bez wspólnego oświadczenia."),
        ("cp1254", "Dışişleri Bakanı pazartesi günü görüşmelerin ortak bir açıklama yapılmadan bittiğini söyledi."),
        ("koi8-r", "Министр иностранных дел заявил в понедельник, что переговоры завершились без заявления."),
        ("shift_jis", "外相は月曜日、共同声明なしで協議を終えたと述べた。警察によると約4200人が市内を行進した。"),
    ],
)
def test_common_encodings_are_decoded(encoding: str, text: str) -> None:
    content = text.encode(encoding)
    assert read_bytes(content, "a.txt").text == text


def test_stray_bytes_in_utf8_are_damage_and_not_another_encoding() -> None:
    content = "“It’s a deal,” said the minister — at last. ".encode() * 3 + b"\xff\xfe broken \xe2\x80 end"
    text = read_bytes(content, "a.txt").text
    assert "“It’s a deal,” said" in text
    assert "\ufffd" in text


def test_letters_and_their_accents_are_one_character() -> None:
    apart = unicodedata.normalize("NFD", "Ms. García met the mayor of Zürich in Hà Nội on Monday.")
    article = read_bytes(apart.encode(), "a.txt")
    assert article.text == unicodedata.normalize("NFC", apart)
    assert [mention.text for mention in analyse(article).mentions][:2] == ["García", "Zürich"]
    kept = "\u212b and \uf900 and m\u0303 and \u05e9\u05bc\u05c1"  # canonically others, without a character of their own, of another script
    assert read_bytes(kept.encode(), "a.txt").text == kept


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_composed_text_is_canonically_the_same(text: str) -> None:
    assert unicodedata.normalize("NFC", composed(text)) == unicodedata.normalize("NFC", text)


def test_no_control_character_survives_reading() -> None:
    hostile = "Hello \x1b]52;c;aGk=\x07 \x1b[31mred\x1b[0m \x00 \x9b2J \u202eevil\u202c \u2066x\u2069 \r\n next\x0bline\u2028two".encode()
    text = read_bytes(hostile, "a.txt").text
    assert "␛]52;c;aGk=␇" in text
    assert not any(c for c in text if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160 or 0x202A <= ord(c) <= 0x202E)


@given(st.text())
def test_inert_text_is_inert_and_stays_what_it_is(text: str) -> None:
    clean = inert(text)
    assert not any((ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in clean)
    assert inert(clean) == clean
    ours = [c for c in text if c.isalnum()]
    assert [c for c in clean if c.isalnum()] == ours


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (" date 2025-10-27 India's minister met his colleague.", date(2025, 10, 27)),
        ("Title\nPublished: October 27, 2025 10:30 AM IST\n\nText follows here.", date(2025, 10, 27)),
        ("Friday, July 21, 2017\n\nA group of teenagers won.", date(2017, 7, 21)),
        ("27 Oct. 2025\nText.", date(2025, 10, 27)),
        ("They met on Monday (October 27, 2025) in Kuala Lumpur.", date(2025, 10, 27)),
        ("He was born on March 3, 1950, in Ohio.", None),
        ("Published: 2025-02-30\nText.", None),
        ("No day at all.", None),
    ],
)
def test_the_article_s_own_date(text: str, day: date | None) -> None:
    assert article_date(text) == day


def test_headlines() -> None:
    assert headline("Talks end in Geneva\n\nText.", "x") == "Talks end in Geneva"
    assert headline("date 2025-10-27 India's minister met.", "x") == "India's minister met."
    assert headline("word " * 60, "x").endswith("word…")
    assert looks_like_heading("A Broader Strategic Partnership")
    assert not looks_like_heading("It ended.")


def test_languages() -> None:
    assert language_of("The minister said that the talks were over and that he was happy with it.") == "en"
    assert language_of("Der Minister sagte, dass die Gespräche mit der EU nicht zu Ende sind und das Ziel noch nicht erreicht ist.") == "de"
    assert language_of("Министр заявил, что переговоры завершены и стороны подписали соглашение о торговле в понедельник.") == "und"
