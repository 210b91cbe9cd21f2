"""The beginning of an article, beside the list."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.screens.chrome import amount
from tui.screens.listing import Entry

LONGEST = 6000
"""How many characters of an article the preview shows: more would only make a big file slow to look at."""


class Preview(VerticalScroll, inherit_bindings=False):
    """Title, facts and the first paragraphs of one article."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def compose(self) -> ComposeResult:
        yield Static(id="preview-text")

    def show(self, entry: Entry | None, base: str) -> None:
        """Show an entry; ``base`` is what the base is called, empty where this one is it."""
        self.query_one("#preview-text", Static).update(described(entry, base) if entry else Content(""))

    def go_to_top(self) -> None:
        self.scroll_home(animate=False)


def described(entry: Entry, base: str) -> Content:
    """An article's beginning with what is known of it above."""
    article = entry.article
    facts = [fact for fact in (entry.outlet, entry.day) if fact]
    sizes = [amount(entry.words, "word"), amount(entry.sentences or 0, "sentence")] if entry.words is not None else []
    lines = [Content.styled(" · ".join(facts), "$nd-muted"), Content("\n"), Content.styled(" · ".join(sizes), "$nd-muted")]
    if entry.pair and base:
        differences = entry.pair.differences
        told = f"{round(100 * entry.pair.share)} % is also in {base}"
        lines += [Content("\n"), Content.styled(told, "$nd-muted")]
        if differences:
            lines += [Content.styled(f" · ≠ {differences} difference{'s' if differences > 1 else ''}", "$nd-divergent")]
    body = _paragraphs(article.text[:LONGEST])
    title = article.title
    if title.endswith("…") and plain_start(body).startswith(plain_start(title.rstrip("…"))):
        lines.append(Content(f"\n\n{body}"))
    else:
        rest = body.removeprefix(title).lstrip("\n") if body.startswith(title + "\n") else body
        lines += [Content("\n\n"), Content.styled(title, "bold $nd-heading"), Content(f"\n\n{rest}")]
    if len(article.text) > LONGEST:
        lines.append(Content.styled("\n\n… and more", "$nd-muted"))
    return Content("").join(lines)


def plain_start(text: str) -> str:
    """The first words of a text as one line, by which a title that was cut from it is known."""
    return " ".join(text[:400].split())


def _paragraphs(text: str) -> str:
    """The text's paragraphs with one empty line between them."""
    return "\n\n".join(line.strip().replace("\t", " ") for line in text.splitlines() if line.strip())
