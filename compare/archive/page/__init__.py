"""A page about a whole archive: one HTML file without a script that works by itself, and stays small however large the archive is.

``archive.html.jinja`` and ``archive.css`` are read from beside this module. All text goes through Jinja2's escaping and is made inert; the page's
Content-Security-Policy lets nothing load and nothing run, and no style in but the one whose hash it names.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from compare.archive.page.charts import columns
from compare.archive.page.figures import figures
from compare.errors import NewsdiffError
from compare.export.generator import version
from compare.export.html import colours, template
from compare.reading.cleaning import shown_path

if TYPE_CHECKING:
    from compare.archive.folder import Folder


def render(folder: Folder) -> str:
    """The whole page: under a megabyte for any archive, since what is listed has an end (:mod:`compare.archive.page.figures` says which).

    The tables are read a file at a time. Raises NewsdiffError where one is damaged.
    """
    from markupsafe import Markup

    style = "\n".join(line.strip() for line in (colours() + _asset("archive.css")).splitlines() if line.strip())
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    try:
        found = figures(folder)
        return template("archive", _asset("archive.html.jinja")).render(
            style=Markup(style),  # noqa: S704 — our own file, no text of an article in it
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            version=version(),
            figures=found,
            chart=columns(found.buckets),
        )
    except (TypeError, ValueError, KeyError):  # a cell that is empty, or holds what it can't
        raise NewsdiffError(f"{shown_path(folder.path)}: its tables are damaged; run newsdiff events again, into a new folder") from None


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8").replace("\r\n", "\n")
