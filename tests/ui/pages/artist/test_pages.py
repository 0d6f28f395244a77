"""Featured artists and their tracks on the embedded server: lists, previews, one artist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any, cast

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from osubrowser.demo.world.world import World
from osubrowser.models.artists.tracks import beatmaps_of_artist
from osubrowser.services.beatmap_services import BeatmapServices
from osubrowser.services.places.places import (
    BeatmapsPlace,
    ListPlace,
    Place,
    ThingPlace,
    WebAddress,
)
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.lists.list_controller import CARDS, TABLE
from osubrowser.ui.lists.row_menu import RowSelection
from osubrowser.ui.pages.artist.page import ArtistPage
from osubrowser.ui.pages.feeds.page import FeedsPage
from osubrowser.ui.pages.page import Page
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server
from tests.ui.conftest import Ground
from tests.ui.gestures import press, write
from tests.ui.pages.forum.conftest import Told


class Previews(QObject):
    """Player of previews that notes what it is to play."""

    changed = Signal(object)
    progressed = Signal(object, float)

    def __init__(self) -> None:
        super().__init__()
        self.toggled: list[tuple[str, Any, str]] = []
        self.key: Any = None

    def toggle(self, url: str, key: Any, title: str) -> None:
        self.toggled.append((url, key, title))


class Changing(QObject):
    """Something that has a signal only."""

    changed = Signal(object)


class Services:
    """The services of beatmaps that these pages use."""

    def __init__(self) -> None:
        self.previews = Previews()
        self.marks = Changing()
        self.owned = Changing()


Make = Callable[..., tuple[Any, Told]]


@pytest.fixture(scope="module")
def demo(serve_demo: Callable[..., Server]) -> Iterator[Server]:
    """The embedded osu!, for all tests of this module."""
    with ExitStack() as stack:
        yield serve_demo(stack)


@pytest.fixture
def services() -> Services:
    return Services()


@pytest.fixture
def make(ground: Ground, demo: Server, services: Services) -> Make:
    """Show a page at a place: `make(ArtistPage, place)`."""

    def make(kind: type[Page], place: Place) -> tuple[Any, Told]:
        settings = Settings()
        account = ground.sign_in(demo, settings)
        parts = SectionParts(
            account,
            ground.calls,
            settings,
            None,
            ramp(200, is_dark=True),
            lambda _place: True,
            None,
            cast("BeatmapServices", services),
        )
        page = kind(parts)  # type: ignore[arg-type] # every page of these tests takes its parts
        told = Told(page)
        page.show_place(place, None)
        ground.put_up(page, 600)
        return page, told

    return make


def test_tracks_are_cards_with_previews_and_lead_to_beatmaps(
    make: Make, demo: Server, services: Services, qtbot: QtBot
) -> None:
    page, told = make(FeedsPage, ListPlace("tracks"))
    qtbot.waitUntil(lambda: page.list.model.loaded == 50)
    assert page.list.view == CARDS
    track = page.list.model.row_at(0).item
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    press(page.list.rows.cards, Qt.Key.Key_Space)
    title = f"{track.artist.name} - {track.title}"
    assert services.previews.toggled == [(track.preview, ("track", track.id), title)]
    press(page.list.rows.cards, Qt.Key.Key_Return)
    ((place, how),) = told.opened
    assert isinstance(place, BeatmapsPlace)
    assert how == "here"
    assert f"featured_artist={track.artist_id}" in dict(place.filters)["q"]
    # The menu offers the artist and the preview.
    link = page.list.spec.link(track, "https://osu.ppy.sh")
    selection = RowSelection(
        page,
        [page.list.model.row_at(0)],
        [link],
        lambda *_: None,
        lambda: None,
        "https://osu.ppy.sh",
        lambda _place: True,
    )
    menu = page.list.spec.menu(selection)
    labels = {action.text().replace("&", ""): action for action in menu.actions()}
    assert f"Open {track.artist.name}" in labels
    assert dict(link.more)["Download map template"] == WebAddress(track.osz)
    hostile = page.list.spec.link(replace(track, osz="file:///etc/passwd"), demo.url)
    assert "Download map template" not in dict(hostile.more)
    labels["Play preview"].trigger()
    assert len(services.previews.toggled) == 2
    page.bar.view.click()
    assert page.list.view == TABLE


def test_filters_of_tracks_are_addresses(make: Make, qtbot: QtBot) -> None:
    page, told = make(FeedsPage, ListPlace("tracks"))
    qtbot.waitUntil(lambda: page.list.model.loaded == 50)
    field = page.bar.controls["length[lte]"].widget
    write(field, "1:30")
    press(field, Qt.Key.Key_Return)
    assert told.moves[-1] == ListPlace("tracks", (("length[lte]", "90"),))
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded > 0)
    at = next(n for n, one in enumerate(page.list.model.columns) if one.key == "length")
    lengths = {page.list.model.index(row, at).data() for row in range(50)}
    assert all(int(text.partition(":")[0]) * 60 <= 90 for text in lengths)
    field = page.bar.controls["query"].widget
    write(field, "zzzz no such song")
    press(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.is_settled and bool(list(page.list.rows.shown_buttons())))
    next(iter(page.list.rows.shown_buttons())).click()
    assert told.moves[-1] == ListPlace("tracks")


def test_an_artist_is_opened_from_the_list_of_artists(
    make: Make, demo_world: World, qtbot: QtBot
) -> None:
    name = demo_world.featured_tracks.all[0].song.artist
    page, told = make(FeedsPage, ListPlace("artists", (("query", name),)))
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded > 0)
    first = page.list.model.row_at(0).item
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    press(page.list.table, Qt.Key.Key_Return)
    place = ThingPlace("artist", str(first.id))
    assert told.opened == [(place, "here")]
    artist, told = make(ArtistPage, place)
    qtbot.waitUntil(lambda: artist.is_settled and artist.list.model.loaded > 0)
    wanted = [one for one in demo_world.featured_tracks.all if one.artist_id == first.id]
    assert artist.list.model.loaded == len(wanted) == first.tracks
    assert told.titles[-1] == first.name
    assert artist.header.about.text().startswith(f"{len(wanted)} tracks")
    artist.header.beatmaps.click()
    artist.header.artists.click()
    assert told.opened == [
        (beatmaps_of_artist(first.id), "here"),
        (ListPlace("artists"), "here"),
    ]
    state = artist.save_state()
    artist.show_place(ThingPlace("artist", "987654"), None)
    qtbot.waitUntil(lambda: artist.is_settled and artist.failure is not None)
    assert "987654" in artist.list.spec.describe(artist.failure).text
    artist.show_place(place, state)
    assert artist.header.name.text() == first.name
    assert artist.landmark() == (place, first.name)
