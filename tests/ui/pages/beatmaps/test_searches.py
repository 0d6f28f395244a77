"""Popup of saved searches: what is asked for, and what is said where that fails."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import InvalidRequest, Offline
from osubrowser.services.library.saved_searches import (
    Look,
    SavedSearch,
    SavedSearches,
    SearchCollection,
)
from osubrowser.services.places.places import BeatmapsPlace
from osubrowser.services.places.urls import HOME
from osubrowser.ui.pages.beatmaps.searches import SearchesPopup


class Loader:
    """Answers in turn with looks and errors."""

    is_signed_in = True

    def __init__(self, *answers: Look | Exception) -> None:
        self.answers = list(answers)

    async def fresh(self, _load: object, *_args: object) -> Look:
        await asyncio.sleep(0)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def popup_of(window: QWidget, loader: Loader, *addresses: str) -> SearchesPopup:
    stored = SearchCollection()
    for number, address in enumerate(addresses):
        stored.put(SavedSearch(address, f"search {number}", looked=1.0))
    place: Any = BeatmapsPlace(), "all"
    return SearchesPopup(
        SavedSearches(lambda: stored),
        loader,  # type: ignore[arg-type] # answers as one
        lambda: place,
        lambda: (HOME,),
        window,
    )


ADDRESSES = [f"{HOME}/beatmapsets?q={word}" for word in ("one", "two", "three")]
NEW = Look(((2.0, 5),), 1, is_all=True)


@pytest.mark.usefixtures("loop")
def test_a_search_that_fails_stops_no_other(qtbot: QtBot, window: QWidget) -> None:
    popup = popup_of(window, Loader(NEW, InvalidRequest(), NEW), *ADDRESSES)
    popup.look()
    qtbot.waitUntil(lambda: "could not be asked" in popup.note.text())
    said = [popup.lines.item(row).text() for row in range(3)]
    assert [text.endswith("1 new") for text in said] == [True, False, True]
    assert popup.note.text().startswith("What is new in a search could not be asked")
    popup.leave()


@pytest.mark.usefixtures("loop")
def test_without_a_connection_none_is_asked_for_in_vain(qtbot: QtBot, window: QWidget) -> None:
    loader = Loader(Offline(), NEW, NEW)
    popup = popup_of(window, loader, *ADDRESSES)
    popup.look()
    qtbot.waitUntil(lambda: popup.note.text().startswith("What is new could not be asked"))
    assert len(loader.answers) == 2
    popup.leave()


@pytest.mark.usefixtures("loop")
def test_an_address_that_is_no_search_says_so(qtbot: QtBot, window: QWidget) -> None:
    popup = popup_of(window, Loader(), f"{HOME}/users/2")
    with qtbot.waitSignal(popup.message_requested) as said:
        popup.open.click()
    assert said.args is not None
    assert said.args[0] == "warning"
    popup.leave()
