"""Pages of packs on real servers: lists, search by beatmaps, one pack, and failures."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.models.beatmaps.packs import TYPES, PackInfo, PacksQuery
from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.beatmap_services import BeatmapServices
from osubrowser.services.beatmaps.local_library import OwnedState
from osubrowser.services.beatmaps.marks import Mark
from osubrowser.services.beatmaps.owned_index import OwnedIndex
from osubrowser.services.places.places import (
    BeatmapsetPlace,
    ListPlace,
    Place,
    ThingPlace,
    WebAddress,
)
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.lists.list_controller import CARDS
from osubrowser.ui.pages.packs.list_page import PacksPage
from osubrowser.ui.pages.packs.pack_page import PackPage
from osubrowser.ui.pages.page import Page
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server, raw_answer
from tests.ui.conftest import Ground
from tests.ui.gestures import press, write
from tests.ui.pages.told import Told

ALL = ListPlace("packs")


class Owned(QObject):
    """Index of the beatmaps of this computer that a test writes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.index = OwnedIndex()
        self.state = OwnedState(stable=Path("/osu"), is_loaded=True)

    def have(self, ids: list[int]) -> None:
        self.index = OwnedIndex(array("Q", sorted(ids)))
        self.changed.emit()

    def has_set(self, set_id: int) -> bool:
        return self.index.has_set(set_id)

    def owns(self, beatmapset: Beatmapset) -> bool:
        return self.has_set(beatmapset.id)

    def count_of(self, ids: Any) -> int:
        return self.index.count_of(ids)


class Marks(QObject):
    """No marks."""

    changed = Signal(object)

    def state(self, _set_id: int) -> Mark:
        return Mark(0)


class Previews(QObject):
    """No previews."""

    changed = Signal(object)
    progressed = Signal(object, float)
    key = None


class Services:
    """What the pages ask of the services of beatmaps."""

    def __init__(self) -> None:
        self.owned = Owned()
        self.marks = Marks()
        self.previews = Previews()


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
def make(ground: Ground, services: Services) -> Make:
    """Show a page at a place of a server: `make(PackPage, server, place)`."""

    def make(kind: type[Page], server: Server, place: Place) -> tuple[Any, Told]:
        settings = Settings()
        account = ground.sign_in(server, settings)
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
        page = kind(parts)  # type: ignore[arg-type]
        told = Told(page)
        page.show_place(place, None)
        ground.put_up(page, 600)
        return page, told

    return make


def column(page: PacksPage | PackPage, key: str) -> list[str]:
    """Return the texts of the loaded rows in one column."""
    model = page.list.model
    at = next(n for n, one in enumerate(model.columns) if one.key == key)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


# --- lists ----------------------------------------------------------------------------------------


def test_types_and_rulesets_are_pills_and_addresses(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(PacksPage, demo, ALL)
    qtbot.waitUntil(lambda: page.list.model.loaded == 100)
    assert told.titles == ["Beatmap packs: Standard"]
    assert column(page, "tag")[0].startswith("S")
    page.bar.types.button("loved").click()
    qtbot.waitUntil(lambda: page.is_settled and column(page, "tag")[:1][0].startswith("L"))
    assert told.moves[-1] == ListPlace("packs", (("type", "loved"),))
    page.bar.types.button("standard").click()
    page.bar.modes.button("mania").click()
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded > 0)
    assert told.moves[-1] == ListPlace("packs", (("mode", "mania"),))
    assert set(column(page, "ruleset")) == {"osu!mania"}
    assert page.landmark() == (told.moves[-1], "Beatmap packs: Standard · osu!mania")


def test_all_packs_of_a_type_are_loaded_on_request_and_filtered(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, _ = make(PacksPage, demo, ALL)
    qtbot.waitUntil(lambda: page.list.model.loaded == 100)
    assert page.list.model.can_load_all
    page.bar.load_all.click()
    qtbot.waitUntil(lambda: page.list.model.state is LoadState.END)
    assert page.list.model.loaded > 1000
    assert not page.list.model.can_load_all
    page.bar.filter.setText("taiko pack #13")
    qtbot.waitUntil(lambda: 0 < page.list.model.rowCount() < 20)
    assert all("osu!taiko Beatmap Pack #13" in name for name in column(page, "name"))


def test_packs_of_a_beatmap_are_found_and_say_what_is_here(
    make: Make, demo: Server, qtbot: QtBot, services: Services
) -> None:
    pack, told = make(PackPage, demo, ThingPlace("pack", "S1"))
    qtbot.waitUntil(lambda: pack.list.model.loaded == 10)
    ids = pack._info.set_ids
    services.owned.have([*ids[:3], 5])
    page, told = make(PacksPage, demo, ALL)
    qtbot.waitUntil(lambda: page.is_settled)
    write(page.bar.words, str(ids[0]))
    press(page.bar.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.is_settled and "S1" in column(page, "tag"))
    assert told.titles[-1] == f"Beatmap packs with {ids[0]}"
    said = dict(zip(column(page, "tag"), column(page, "here"), strict=True))
    assert said["S1"] == "3 of 10"
    assert page.bar.types.current == ""  # packs of any type
    page.bar.words.clear()
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded == 100)
    assert told.moves[-1] == ALL
    assert page.bar.types.current == TYPES[0][0]
    page.show_place(PacksQuery(type="artist", words=str(ids[0])).place, None)
    page.bar.types.button("artist").click()
    assert told.moves[-1] == PacksQuery(type="artist").place


def test_what_is_here_of_each_pack_is_counted_on_request(
    make: Make, demo: Server, qtbot: QtBot, services: Services
) -> None:
    pack, _ = make(PackPage, demo, ThingPlace("pack", "S1"))
    qtbot.waitUntil(lambda: pack.list.model.loaded == 10)
    services.owned.have(list(pack._info.set_ids[:3]))
    page, told = make(PacksPage, demo, ListPlace("packs", (("type", "chart"),)))
    qtbot.waitUntil(lambda: page.is_settled)
    tags = column(page, "tag")
    assert "here" not in [one.key for one in page.list.model.columns]
    qtbot.mouseClick(page.bar.here, Qt.MouseButton.LeftButton)
    assert told.moves[-1] == ListPlace("packs", (("here", "1"), ("type", "chart")))
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded >= 5)
    assert column(page, "tag") == tags[: page.list.model.rowCount()]
    assert all(re.fullmatch(r"\d+ of \d+", text) for text in column(page, "here"))
    page.list.load_all()
    qtbot.waitUntil(lambda: page.list.model.state is LoadState.END)
    assert column(page, "tag")[: len(tags)] == tags
    qtbot.mouseClick(page.bar.here, Qt.MouseButton.LeftButton)
    assert told.moves[-1] == ListPlace("packs", (("type", "chart"),))


def test_nothing_found_and_an_unknown_id_have_a_sentence_and_a_way_back(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, _ = make(PacksPage, demo, PacksQuery(words="zzzzqqqq").place)
    qtbot.waitUntil(lambda: page.list.model.state is LoadState.END)
    panel = page.list.rows
    assert page.list.spec.empty.text == "No pack has a beatmap of “zzzzqqqq”."
    (button,) = list(panel.shown_buttons())
    button.click()
    qtbot.waitUntil(lambda: page.list.model.loaded == 100)
    page.show_place(PacksQuery(words="999999999999").place, None)
    qtbot.waitUntil(lambda: page.failure is not None and page.is_settled)
    sentence = page.list.spec.describe(page.failure)
    assert sentence.text == "There is no beatmap “999999999999”: unknown, or deleted."


@pytest.mark.parametrize("faults", ["500:0.2,garbage:0.1,truncate:0.1", "reset:0.1,html-503:0.2"])
def test_all_packs_come_through_faults_with_retry(
    make: Make, demo_server_with: Callable[..., Server], qtbot: QtBot, faults: str
) -> None:
    server = demo_server_with("--faults", faults)
    page, _ = make(PacksPage, server, ALL)
    model = page.list.model

    def is_whole() -> bool:
        """Retry, or resume, wherever the list says that something failed."""
        if model.state is LoadState.FAILED:
            assert page.list.spec.describe(model.error).text.endswith(".")
            model.retry()
        elif page.is_settled and not model.is_loading_all and model.can_load_all:
            model.load_all()
        return model.state is LoadState.END

    qtbot.waitUntil(is_whole)
    tags = column(page, "tag")
    assert len(tags) == len(set(tags)) > 1000
    assert [one for one in tags if one[1:].isdecimal()] == [f"S{n}" for n in range(717, 0, -1)]


def test_a_row_opens_its_pack_and_back_needs_no_request(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(PacksPage, demo, ALL)
    qtbot.waitUntil(lambda: page.list.model.loaded == 100)
    page.list.table.setCurrentIndex(page.list.model.index(7, 0))
    press(page.list.table, Qt.Key.Key_Return)
    assert told.opened == [(ThingPlace("pack", column(page, "tag")[7]), "here")]
    state = page.save_state()
    page.show_place(PacksQuery("theme").place, None)
    qtbot.waitUntil(lambda: page.is_settled and column(page, "tag")[0].startswith("T"))
    page.show_place(ALL, state)
    assert page.list.model.loaded == 100
    assert page.list.table.currentIndex().row() == 7


# --- one pack -------------------------------------------------------------------------------------


def test_a_pack_shows_its_sets_as_cards_and_as_a_table(
    make: Make, demo: Server, qtbot: QtBot, services: Services
) -> None:
    page, told = make(PackPage, demo, ThingPlace("pack", "S1"))
    assert told.titles == ["Pack S1"]
    qtbot.waitUntil(lambda: page.list.model.loaded == 10)
    assert told.titles[-1] == "osu! Beatmap Pack #1"
    assert page.header.name.text() == "osu! Beatmap Pack #1"
    assert "10 beatmaps" in page.header.about.text()
    assert page.list.view == CARDS
    page.bar.view.click()
    assert page.list.view != CARDS
    assert page.header.progress.text() == "0 of 10 on this computer"
    ids = list(page._info.set_ids)
    services.owned.have(ids[:4])
    assert page.header.progress.text() == "4 of 10 on this computer"
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    press(page.list.table, Qt.Key.Key_Return)
    assert told.opened == [(BeatmapsetPlace(ids[0]), "here")]
    assert page.landmark() == (ThingPlace("pack", "S1"), "osu! Beatmap Pack #1")


def test_ids_are_copied_or_saved_all_or_those_that_are_missing(
    make: Make, demo: Server, qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    page, told = make(PackPage, demo, ThingPlace("pack", "S1"))
    qtbot.waitUntil(lambda: page.list.model.loaded == 10)
    ids = [str(one) for one in page._info.set_ids]
    services.owned.have([int(one) for one in ids[:4]])
    menu = page._ids_menu()
    every, save, _, missing, _ = menu.actions()
    assert missing.text() == "Copy the 6 ids that are not on this computer"
    every.trigger()
    assert QGuiApplication.clipboard().text().split() == ids
    missing.trigger()
    assert QGuiApplication.clipboard().text().split() == ids[4:]
    assert told.messages[-1] == ("good", "Copied 6 ids of beatmapsets.")
    page.parts.settings.export_folder = str(tmp_path)
    save.trigger()
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "ids.csv"))
    dialog.close()
    qtbot.waitUntil(lambda: told.messages[-1][1].startswith("10 rows are written"))
    lines = (tmp_path / "ids.csv").read_text("utf-8-sig").split()
    assert lines == ["Beatmapset", *ids]
    menu.deleteLater()


def test_difficulties_are_loaded_on_request_and_the_rows_stay(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, _ = make(PackPage, demo, ThingPlace("pack", "S3"))
    qtbot.waitUntil(lambda: page.list.model.loaded == 10)
    button = page.header.difficulties
    assert (button.text(), button.isVisible()) == ("Load difficulties", True)
    assert not any(column(page, "difficulties"))
    titles = column(page, "title")
    page.bar.filter.setText(titles[4].split(" by ")[0])
    qtbot.waitUntil(lambda: page.list.model.rowCount() < 10)
    button.click()
    qtbot.waitUntil(lambda: not button.isVisible())
    page.bar.filter.clear()
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 10)
    assert column(page, "title") == titles
    assert all(column(page, "difficulties"))
    state = page.save_state()
    page.show_place(ThingPlace("pack", "S2"), None)
    qtbot.waitUntil(lambda: page.list.model.loaded == 10 and button.isVisible())
    page.show_place(ThingPlace("pack", "S3"), state)
    assert not button.isVisible()
    assert all(column(page, "difficulties"))


def test_the_load_of_difficulties_stops_on_request_and_with_the_pack(
    make: Make, demo_server_with: Callable[..., Server], qtbot: QtBot
) -> None:
    server = demo_server_with("--latency", "0.1")
    page, told = make(PackPage, server, ThingPlace("pack", "S3"))
    qtbot.waitUntil(lambda: page.list.model.loaded == 10)
    button = page.header.difficulties
    button.click()
    qtbot.waitUntil(lambda: button.text().startswith("Stop (2 of"))
    button.click()
    qtbot.waitUntil(lambda: button.text() == "Load difficulties")
    assert 2 <= sum(map(bool, column(page, "difficulties"))) < 10
    button.click()
    page.show_place(ThingPlace("pack", "S4"), None)
    qtbot.waitUntil(lambda: page.list.model.loaded == 10 and button.isVisible())
    assert button.text() == "Load difficulties"
    assert not any(column(page, "difficulties"))
    assert told.messages == []


def test_the_archive_opens_in_the_web_browser_only(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(PackPage, demo, ThingPlace("pack", "S1"))
    qtbot.waitUntil(lambda: page.list.model.loaded == 10)
    link = "https://packs.ppy.sh/S1.zip"
    page._info = PackInfo("S1", "A pack", "", "", "2 of 10 passed", link, page._info.set_ids)
    page._show_header()
    assert page.header.download.isVisible()
    page.header.download.click()
    assert told.opened == [(WebAddress(link), "web")]
    assert page.header.progress.text() == "2 of 10 passed · 0 of 10 on this computer"


def test_an_unknown_pack_has_a_sentence_and_the_next_one_is_shown(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(PackPage, demo, ThingPlace("pack", "Q77"))
    qtbot.waitUntil(lambda: page.failure is not None and page.is_settled)
    sentence = page.list.spec.describe(page.failure)
    assert sentence.text == "There is no beatmap pack with the tag Q77."
    assert not sentence.may_retry
    assert page.landmark() is None
    page.show_place(ThingPlace("pack", "T1"), None)
    qtbot.waitUntil(lambda: page.list.model.loaded > 0)
    assert told.titles[-1] != "Pack T1"


def test_a_pack_comes_back_with_its_header_and_without_a_request(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, _ = make(PackPage, demo, ThingPlace("pack", "S1"))
    qtbot.waitUntil(lambda: page.list.model.loaded == 10)
    state = page.save_state()
    page.show_place(ThingPlace("pack", "S2"), None)
    qtbot.waitUntil(lambda: page.header.name.text() == "osu! Beatmap Pack #2")
    page.show_place(ThingPlace("pack", "S1"), state)
    assert page.header.name.text() == "osu! Beatmap Pack #1"
    assert page.list.model.loaded == 10


def test_the_recorded_pack_is_on_the_page(
    make: Make, recorded_server: Server, qtbot: QtBot
) -> None:
    page, told = make(PackPage, recorded_server, ThingPlace("pack", "L1"))
    qtbot.waitUntil(lambda: page.list.model.loaded > 0)
    raw = raw_answer("v2/get_beatmap_pack_200.json")
    assert page.header.name.text() == raw["name"]
    assert len(column(page, "title")) == len(raw["beatmapsets"])
    assert [one.split(" by ")[0] for one in column(page, "title")] == [
        one["title"] for one in raw["beatmapsets"]
    ]
    assert told.titles[-1] == raw["name"]
