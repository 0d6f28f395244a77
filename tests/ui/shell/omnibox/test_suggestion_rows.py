"""Model of the suggestions: texts for screen readers and tooltips are made with the rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from osubrowser.ui.shell.omnibox.suggestion_rows import SuggestionModel, SuggestionRow

DESCRIPTION = Qt.ItemDataRole.AccessibleDescriptionRole
TIP = Qt.ItemDataRole.ToolTipRole


def row(title: str, detail: str = "", *, is_web: bool = False) -> SuggestionRow:
    return SuggestionRow("user", title, detail, "", is_web, title)


def told(model: SuggestionModel) -> list[tuple[str, str]]:
    rows = range(model.rowCount())
    return [
        (model.data(model.index(n), DESCRIPTION), model.data(model.index(n), TIP)) for n in rows
    ]


@pytest.mark.usefixtures("qapp")
def test_texts_follow_every_change_of_the_rows() -> None:
    model = SuggestionModel()
    model.set_rows([row("a", "player"), row("b", is_web=True)])
    b = ("opens in the web browser", "b, opens in the web browser")
    assert told(model) == [("player", "a, player"), b]
    model.change([row("a", "seen"), row("b", is_web=True), row("<c>")])
    assert told(model) == [("seen", "a, seen"), b, ("", "<qt>&lt;c&gt;</qt>")]
    model.take(0)
    assert told(model) == [b, ("", "<qt>&lt;c&gt;</qt>")]
    index = model.index(0)
    for role in (DESCRIPTION, TIP):
        assert model.data(index, role) is model.data(index, role)
    model.change([row("d")])
    assert told(model) == [("", "d")]
