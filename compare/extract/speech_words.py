"""The words by which English news says who spoke; the lists stand in ``compare/data/speech.txt``."""

from __future__ import annotations

from functools import cache

from compare.data import sections


def word_set(words: str) -> frozenset[str]:
    """The words of a list that white space parts."""
    return frozenset(words.split())


def listed(name: str) -> frozenset[str]:
    """One list of the lexicon."""
    return word_set(" ".join(sections("speech.txt")[name]))


@cache
def _irregular() -> dict[str, list[str]]:
    """The inflected forms of the irregular verbs by their base."""
    return {base: forms for base, *forms in map(str.split, sections("speech.txt")["irregular"])}


def forms(verb: str) -> set[str]:
    """The inflected forms of a verb, itself among them."""
    irregular = _irregular().get(verb)
    if irregular:
        return {verb, *irregular}
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeo":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    return {verb, verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"), verb + "ed", verb + "ing"}


def _verbs(name: str) -> frozenset[str]:
    return frozenset(form for verb in listed(name) for form in forms(verb))


SAYING = _verbs("saying")
STANCE = _verbs("stance") - {"see"}
INVERTED = _verbs("inverted")
"""Verbs that let the speaker follow: “…,” said the mayor."""
SAYING_NOUNS = listed("saying_nouns")
"""What is said; “his promise to be …”, “a statement from X: …”."""
SPEAKING_DOCUMENTS = listed("documents")
PERSON_NOUNS = listed("persons")
PLURAL_NOUNS = frozenset(word for word in PERSON_NOUNS if word.endswith("s") and not word.endswith("ss")) | listed("plurals")
TITLES = listed("titles")
"""Words that may stand before a name as a title or a part of one, lower-case and without a final stop."""
PRONOUNS = listed("pronouns")
DETERMINERS = listed("determiners")
PREPOSITIONS = listed("prepositions")
CONJUNCTIONS = listed("conjunctions")
AUXILIARIES = listed("auxiliaries")
ADVERBS = listed("adverbs")
TIMES = listed("times")
