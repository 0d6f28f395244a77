"""A server that says hostile things everywhere in a profile: shown harmlessly, nothing fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt, QUrl
from PySide6.QtNetwork import QNetworkRequest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.services.assets.download import AssetDownloader, DownloadFailed
from osubrowser.services.images.image_store import ImageStore
from osubrowser.services.places.places import UserPlace
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.player.page import SECTIONS, PlayerPage
from osubrowser.ui.style.colours import ramp
from tests.conftest import Server
from tests.idle import WAIT, settle
from tests.ui.conftest import Ground, has_page
from tests.ui.hostile_text import HostileServer

OTHER = 10977734
TURNS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)

Build = Callable[..., PlayerPage]


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that pictures were asked for at; none of them leaves this machine."""
    found: list[str] = []

    def request(_self: AssetDownloader, address: QUrl) -> QNetworkRequest:
        found.append(address.toString())
        raise DownloadFailed("nothing is fetched here", lasting=True)

    monkeypatch.setattr(AssetDownloader, "_request", request)
    return found


@pytest.fixture
def build(
    qtbot: QtBot, ground: Ground, demo_server: Server, tmp_path: Path, fetched: list[str]
) -> Iterator[Build]:
    """Show a player's page of a server that spoils what it says."""
    del fetched
    ends: list[Callable[[], None]] = []

    def build(*, all_of_it: bool) -> PlayerPage:
        server = HostileServer(demo_server, all_of_it=all_of_it)
        ends.append(server.close)
        account = ground.sign_in(replace(demo_server, url=server.url), Settings(), wait=WAIT)
        images = ImageStore(ground.calls, tmp_path / "images", server=lambda: account.server)
        ends.insert(0, images.close)
        page = PlayerPage(
            account, ground.calls, Settings(), ramp(333, is_dark=True), images, has_page=has_page
        )
        ground.put_up(page, 600)
        return page

    yield build
    ground.clear()
    for end in ends:
        end()


def texts(page: QWidget) -> Iterator[str]:
    """All that a page says, in words and in hints."""
    for widget in page.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget.text()
        elif isinstance(widget, QTextBrowser):
            yield widget.toPlainText()[:900]
        elif isinstance(widget, QTableView):
            model = widget.model()
            if model is not None:
                yield from cells(model)


def cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(), 20)):
        for column in range(model.columnCount()):
            yield from (str(model.index(row, column).data(role) or "") for role in ROLES)


def is_harmless(page: QWidget) -> None:
    for label in page.findChildren(QLabel):
        plain = label.textFormat() == Qt.TextFormat.PlainText
        assert plain or "<" not in label.text(), label.text()[:100]
    for widget in page.findChildren(QWidget):
        assert "<img" not in widget.toolTip(), widget.toolTip()[:100]
        assert "<script" not in widget.toolTip()
    for text in texts(page):
        assert not TURNS & set(text), text[:100]
        assert len(text) < 4000


@pytest.mark.parametrize("all_of_it", [False, True])
def test_a_hostile_server_is_shown_harmlessly_in_every_section(
    qtbot: QtBot, build: Build, fetched: list[str], all_of_it: bool
) -> None:
    page = build(all_of_it=all_of_it)
    for kind in SECTIONS:
        compare = OTHER if kind.key == "compare" else None
        page.show_place(UserPlace(2, "osu", section=kind.key, compare=compare), None)
        qtbot.waitUntil(lambda: page.is_settled and page.profile is not None, timeout=WAIT)
        settle(page)
        for width, height in ((1000, 640), (1440, 900), (976, 400)):
            page.resize(width, height)
            qtbot.waitUntil(lambda: page.host.stack.height() > 60)
            assert page.width() == width, kind.key  # nothing pushes the page wider
            assert page.minimumSizeHint().width() <= 976, kind.key
            assert not page.grab().isNull()
        is_harmless(page)
    facts = page.profile.facts if page.profile is not None else ()
    assert facts
    assert all(urlsplit(fact.link or "").scheme in ("", "http", "https") for fact in facts)
    assert fetched  # those of the server itself
    for address in fetched:
        parts = urlsplit(address)
        is_osu = parts.scheme == "https" and (parts.hostname or "").endswith(".ppy.sh")
        assert is_osu or parts.hostname == "127.0.0.1", address
        assert "@" not in parts.netloc
