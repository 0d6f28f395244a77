"""The menu of a player's history: export, import of figures of osu!track, deletion."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.models.players.profile import Profile
from osubrowser.services.history.histories import Histories
from osubrowser.services.history.subjects import player
from osubrowser.services.history_services import HistoryServices
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.player.history.files import PlayerFiles
from tests.services.history.transfer.made_histories import contents, made_history
from tests.services.history.transfer.test_transfer import OSUTRACK
from tests.ui.conftest import Ground
from tests.ui.shell_window import StillAccount

NAME = "a {b} & <c>"


@pytest.fixture
def services(calls: Calls, tmp_path: Path) -> Iterator[HistoryServices]:
    """Return a history with players."""
    made = tmp_path / "made.sqlite"
    made_history(made, days=10).close()
    made.rename(tmp_path / "server-osu.ppy.sh.sqlite")
    histories = Histories(tmp_path)
    account, settings = StillAccount().as_account(), Settings.load(tmp_path / "settings.json")
    services = HistoryServices(histories, calls, account, Preferences(settings))
    yield services
    services.transfers.close()
    histories.close()


def test_the_history_of_a_player_is_exported_deleted_and_comes_back(
    qtbot: QtBot, ground: Ground, services: HistoryServices, tmp_path: Path
) -> None:
    """Deletion asks first; a file of osu!track becomes the player's figures in the ruleset."""
    store = services.history.store()
    before, known = contents(store), len(store.series(player(2, "osu")))
    widget = QWidget()
    ground.put_up(widget, 400)
    column = QVBoxLayout(widget)
    files = PlayerFiles(widget, services.transfers, Settings.load(tmp_path / "settings.json"))
    column.addWidget(files.more)
    column.addWidget(files.question)
    told: list[tuple[str, str]] = []
    files.message_requested.connect(lambda *message: told.append(message))
    files.show_player(cast("Profile", SimpleNamespace(id=2, name=NAME, mode="osu")))

    def choose(number: int, path: Path | None = None) -> None:
        menu = files.menu()
        assert NAME.replace("&", "&&") in menu.actions()[0].text()
        menu.actions()[number].trigger()
        menu.deleteLater()
        if path is not None:
            dialog = widget.findChild(QFileDialog)
            assert dialog is not None
            dialog.fileSelected.emit(str(path))
            dialog.close()
            qtbot.waitUntil(lambda: widget.findChild(QFileDialog) is None)

    def message() -> tuple[str, str]:
        qtbot.waitUntil(lambda: bool(told))
        return told.pop()

    choose(0, tmp_path / "out.json")
    assert message()[0] == "good"
    choose(2)
    qtbot.waitUntil(files.question.isVisible)
    assert NAME in files.question.accessibleName()
    delete = files.question.button("delete")
    assert delete is not None
    delete.click()
    assert message()[0] == "good"
    assert not store.series(player(2, "osu"))
    choose(1, tmp_path / "out.json")
    assert message()[0] == "good"
    assert contents(store) == before
    figures = tmp_path / "osutrack.json"
    figures.write_text(json.dumps(OSUTRACK))
    choose(1, figures)
    assert message()[0] == "warning"  # one of the two entries cannot be read
    assert len(store.series(player(2, "osu"))) == known + 1
