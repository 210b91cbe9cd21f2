"""Words whose capital letter says only that a sentence begins."""

from __future__ import annotations

from compare.data import tables

_TABLES = tables("openers.txt")

FUNCTION_WORDS = _TABLES["function words"]

# Nouns, adjectives and adverbs that open the sentences of news; in mid-sentence they may begin a name ("New York", "Security Council").
OPENERS = FUNCTION_WORDS | _TABLES["openers"]
