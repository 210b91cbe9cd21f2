"""How much is read at most. Each limit says why it is what it is; what is over it gets one line, and the rest goes on."""

from __future__ import annotations

LARGEST = 8 * 1024 * 1024
"""Bytes of one article's source: twice as many as "War and Peace" has, and four times the heaviest news page."""

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of a file that holds several articles, or pictures beside its text: a PDF with photographs, a day's crawl."""

UNPACKED = 256 * 1024 * 1024
"""Bytes that come out of a compressed source, all its members together: what fits in memory beside a comparison."""

MOST_ELEMENTS = 60_000
"""Elements of a web page: thirty times as many as the heaviest of ninety news pages has, and as many as are read in five seconds."""

MOST_LINES = 100_000
"""Lines of Markdown in which marks are followed; of more, the text is taken as it is. "War and Peace" has 67,000 of sixty code points."""

MOST_SENTENCES = 100_000
"""Paragraphs, or ends of sentences, of one article: three times those of "War and Peace", and as many as are compared in 250 MiB."""

MOST_ARTICLES = 20_000
"""Articles of one source: seven times the largest archive that newsdiff is measured on."""

DEEPEST = 3
"""Archives within archives (a page in a ZIP in a mail)."""

SECONDS = 20
"""Seconds of a processor that a reader in a process of its own may take for one source: the slowest honest one that was measured took two."""

PATIENCE = 60
"""Seconds by the clock for the same, on a machine that is busy with other things."""

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space of such a process, on systems that can hold it to that."""
