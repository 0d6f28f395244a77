"""Seasonal backgrounds: cards, the artist's page, and the picture behind the welcome page."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from osubrowser.api.client import Client
from osubrowser.api.entities.backgrounds import SeasonalBackgrounds
from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.images.image_store import ImageStore
from osubrowser.services.places.places import UserPlace, WebAddress
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.lists.list_controller import CARDS
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.backgrounds import Backgrounds
from osubrowser.ui.pages.welcome.page import WelcomePage
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server, raw_answer
from tests.ui.pages.feeds.conftest import Make, link, texts


def test_one_is_chosen_for_the_welcome_page(
    make: Make, demo: Server, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[str] = []
    monkeypatch.setattr(Settings, "save", lambda settings: saved.append(settings.welcome_picture))
    page, told = make(demo, "backgrounds")
    qtbot.waitUntil(lambda: page.list.model.state is LoadState.END)
    assert page.list.view == CARDS
    settings, live = page.parts.settings, cast("Backgrounds", page._lives["backgrounds"])
    assert settings.welcome_picture == ""
    assert not live.remove.isVisible()
    qtbot.mouseClick(live.use, Qt.MouseButton.LeftButton)
    assert told.messages[-1][1].startswith("Select the one")
    page.list.table.selectRow(1)
    qtbot.mouseClick(live.use, Qt.MouseButton.LeftButton)
    row = page.list.model.row_at(1)
    assert row is not None
    assert settings.welcome_picture == row.item.url == saved[-1]
    qtbot.mouseClick(live.remove, Qt.MouseButton.LeftButton)
    assert settings.welcome_picture == saved[-1] == ""
    known = link(page, 1)
    assert isinstance(known, RowLink)
    assert known.place == UserPlace(row.item.artist.id)
    assert known.more == (("Open the &picture", WebAddress(row.item.url)),)


def test_without_a_season_there_is_a_sentence(
    make: Make, demo: Server, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Client, "seasonal_backgrounds", lambda _: SeasonalBackgrounds())
    page, _ = make(demo, "backgrounds")
    qtbot.waitUntil(lambda: page.list.model.state is LoadState.END)
    assert page.list.spec is not None
    assert page.list.spec.empty.text == "There is no season at the moment."
    assert not page.list.rows.view.isVisible()


def test_recorded_backgrounds(make: Make, recorded_server: Server, qtbot: QtBot) -> None:
    page, _ = make(recorded_server, "backgrounds")
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded > 0)
    raw = raw_answer("v2/get_seasonal_backgrounds_200.json")
    rows = [page.list.model.row_at(n) for n in range(page.list.model.loaded)]
    names = [row.item.url.rpartition("/")[2] for row in rows if row is not None]
    assert names == [one["url"].rpartition("/")[2] for one in raw["backgrounds"]]
    assert texts(page, "artist") == [one["user"]["username"] for one in raw["backgrounds"]]


class Images(QObject):
    """Pictures that are all red, once they are there."""

    ready = Signal()
    is_here = False

    def request(self, _url: str, width: int, height: int, _shape: str = "") -> QPixmap | None:
        pixmap = QPixmap(width, height)
        pixmap.fill(QColor("#ff0000"))
        return pixmap if self.is_here else None


def test_the_picture_is_behind_the_welcome_page(qtbot: QtBot) -> None:
    images, url = Images(), [""]
    page = WelcomePage(
        "https://osu.ppy.sh",
        "http://127.0.0.1:1/callback",
        picture=lambda: url[0],
        images=cast("ImageStore", images),
    )
    qtbot.addWidget(page)
    page.set_colours(ramp(333, is_dark=True))
    page.resize(1000, 600)
    page.show()

    def red() -> int:
        colour: Any = page.grab().toImage().pixelColor(5, 5)
        return int(colour.red() - colour.green())

    images.is_here = True
    assert red() < 40
    url[0] = "https://assets.ppy.sh/one.jpg"
    images.ready.emit()
    assert red() > 60
