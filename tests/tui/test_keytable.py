"""README and docs/keys.md say what the key table says."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tui import keymap, keytable

RENEW = "run: python -m tui.keytable"


def test_the_readme_has_the_table_as_it_is() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert keytable.short() in readme, RENEW
    assert keytable.placed(readme) == readme, RENEW


def test_the_list_of_keys_is_the_table() -> None:
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == keytable.whole(), RENEW


@pytest.mark.parametrize("action", keymap.ACTIONS, ids=lambda action: action.id)
def test_every_action_of_a_screen_is_listed(action: keymap.Action) -> None:
    if set(action.screens) != {"prompt"}:
        assert f"| {keytable.shown(action)} | {action.description} | `{action.id}` |" in keytable.whole()
