"""What the site needs beyond the documents: pictures and pages from elsewhere in the repository, and links to them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]
ELSEWHERE = {"CHANGELOG.md": "changes.md", "CONTRIBUTING.md": "contributing.md"}
"""Pages at the root of the repository, and where they are on the site."""


def on_files(files: Files, config: Any) -> Files:
    """Add the pictures and pages that are outside the folder of documents."""
    for picture in sorted((ROOT / "screenshots").glob("*.[sp][vn]g")):
        files.append(File.generated(config, f"screenshots/{picture.name}", abs_src_path=str(picture)))
    for source, target in ELSEWHERE.items():
        files.append(File.generated(config, target, abs_src_path=str(ROOT / source)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Links as they are in the repository → links on the site; of a link to a file that isn't on it, only the text remains."""
    up = "../" * page.file.src_uri.count("/")
    if page.file.src_uri in ELSEWHERE.values():
        markdown = re.sub(r"\]\(docs/", "](", markdown)
        markdown = re.sub(r"\[([^\]]+)\]\(benchmarks/[^)]*\)", r"\1", markdown)
        markdown = re.sub(r"\]\(screenshots/", f"]({up}screenshots/", markdown)
    markdown = re.sub(r"\]\((?:\.\./)+screenshots/", f"]({up}screenshots/", markdown)
    for source, target in ELSEWHERE.items():
        markdown = re.sub(rf"\]\((?:\.\./)*{re.escape(source)}", f"]({up}{target}", markdown)
    return re.sub(r"\[([^\]]+)\]\((?:\.\./)+(?!screenshots/)[^)]*\.(?:py|toml|json)\)", r"\1", markdown)


def on_page_content(html: str, **_: Any) -> str:
    """Docstrings name functions in the roles of reStructuredText: what is left of those goes."""
    return re.sub(r":(?:func|class|mod|data):(?=<code>)", "", html)
