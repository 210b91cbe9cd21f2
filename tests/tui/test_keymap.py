"""One table: what it says is what is bound, shown and explained."""

from __future__ import annotations

import pytest

from tui import keymap
from tui.app import NewsdiffApp
from tui.screens.articles import ArticlesScreen


def test_no_key_means_two_things_on_one_screen() -> None:
    assert keymap.clashes({}) == []


def test_a_clash_is_found() -> None:
    assert keymap.clashes({"bookmark": ("y",)}) == [("y", "bookmark", "copy_sentence")]
    assert ("?", "view", "help") in keymap.clashes({"view": ("?",)})


def test_ids_are_unique_and_every_action_is_explained() -> None:
    assert len(keymap.BY_ID) == len(keymap.ACTIONS)
    for action in keymap.ACTIONS:
        assert action.id.isidentifier()
        assert action.keys
        assert action.screens
        assert action.label
        assert action.description[0].isupper()
        assert action.group in keymap.GROUPS


@pytest.mark.parametrize("screen", keymap.SCREEN_TITLES)
def test_bindings_are_the_tables_keys(screen: keymap.ScreenName) -> None:
    bound = {(key, binding.action) for binding in keymap.bindings_for(screen) for key in binding.key.split(",")}
    table = {(keymap.textual_key(key), a.id) for a in keymap.actions_for(screen, everywhere=False) for key in a.keys}
    assert bound == table


@pytest.mark.parametrize("key", sorted({key for action in keymap.ACTIONS for key in action.keys}))
def test_keys_translate_there_and_back(key: str) -> None:
    assert keymap.table_key(keymap.textual_key(key)) == key


def test_the_app_has_a_method_for_each_of_its_actions() -> None:
    for action in keymap.actions_for("app"):
        assert hasattr(NewsdiffApp, f"action_{action.id}"), action.id


def test_the_app_binds_nothing_beside_the_table() -> None:
    app = NewsdiffApp([])
    assert {binding.id for _, binding in app._bindings} == {action.id for action in keymap.actions_for("app")}


def test_the_articles_screen_names_its_keys_by_the_table() -> None:
    assert ArticlesScreen.KEYS == "articles"
