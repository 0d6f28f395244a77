"""The page of a beatmapset against real servers: the recorded osu! and the embedded one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.errors import (
    InvalidRequest,
    LoginRequired,
    NotFound,
    RateLimited,
    ServerTrouble,
)
from osubrowser.models.beatmaps.beatmapset import subject_of
from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    Place,
    UserPlace,
)
from osubrowser.services.settings.settings import Settings
from osubrowser.services.text.numerals import NOTHING
from osubrowser.ui.pages.beatmapset.actions import game_link
from osubrowser.ui.pages.beatmapset.messages import describe_in
from osubrowser.ui.pages.beatmapset.overview import OverviewSection
from osubrowser.ui.pages.beatmapset.page import SECTIONS, BeatmapsetPage
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.colours import ramp
from tests.conftest import Server, raw_answer
from tests.idle import WAIT
from tests.ui.conftest import Ground, has_page
from tests.ui.gestures import MIDDLE, click, press

NAMES = ("open_requested", "message_requested", "place_changed")
SET = BeatmapsetPlace(864218)  # of the embedded server: 6 difficulties of osu!, 5 mappers
HARDEST = 1


@dataclass
class Desk:
    """A page, and what it told its window."""

    page: BeatmapsetPage
    opened: list[str] = field(default_factory=list)
    signals: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    has_game: bool = True

    @property
    def place(self) -> BeatmapsetPlace:
        assert isinstance(self.page.place, BeatmapsetPlace)
        return self.page.place

    @property
    def overview(self) -> OverviewSection:
        found = self.page.host.section
        assert isinstance(found, OverviewSection)
        return found

    def figures(self) -> dict[str, str]:
        return {figure.key: figure.text for figure in self.overview.figures.figures}

    def open_url(self, url: str) -> bool:
        self.opened.append(url)
        return self.has_game


OpenPage = Callable[..., Desk]


@pytest.fixture
def open_page(ground: Ground) -> OpenPage:
    """Build a page for a server, signed in as a guest: `open_page(server)`."""

    def build(server: Server, settings: Settings | None = None, height: int = 800) -> Desk:
        settings = settings or Settings()
        account = ground.sign_in(server, settings)
        parts = SectionParts(
            account, ground.calls, settings, None, ramp(200, is_dark=True), has_page
        )
        desk = Desk(page=None)  # type: ignore[arg-type]
        desk.page = page = BeatmapsetPage(parts, open_url=desk.open_url, sections=SECTIONS)
        for name in NAMES:
            told: list[tuple[Any, ...]] = []
            desk.signals[name] = told
            getattr(page, name).connect(lambda *said, told=told: told.append(said))
        page.title_changed.connect(desk.titles.append)
        ground.put_up(page, height)
        return desk

    return build


def show(qtbot: QtBot, desk: Desk, place: Place, state: object | None = None) -> None:
    desk.page.show_place(place, state)
    qtbot.waitUntil(lambda: desk.page.is_settled, timeout=WAIT)


def settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: desk.page.is_settled, timeout=WAIT)


def sets_asked(server: Server) -> int:
    counts: dict[str, int] = server.stats()["counts"]
    return sum(n for request, n in counts.items() if "/beatmapsets/" in request)


def whole(values: Iterable[float | None]) -> list[int]:
    return [int(value or 0) for value in values]


# --- what is shown -----------------------------------------------------------------------------


def test_the_page_shows_what_the_real_server_sent(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    sent = raw_answer("v2/get_beatmapset_200.json")
    desk = open_page(recorded_server)
    desk.page.show_place(BeatmapsetPlace(sent["id"]), None)
    assert desk.page.header.heading is None  # the shapes of a header
    settle(qtbot, desk)
    page = desk.page
    assert page.failure is None
    assert page.header.title.text() == sent["title"]
    assert page.header.artist.text() == sent["artist"]
    assert page.header.links[0].text() == sent["user"]["username"]
    assert desk.titles[-1] == f"{sent['title']} by {sent['artist']}"
    hardest = max(
        (b for b in sent["beatmaps"] if b["mode"] == "osu"), key=lambda b: b["difficulty_rating"]
    )
    chips = page.difficulties.chips
    own = sorted(b["difficulty_rating"] for b in sent["beatmaps"] if b["mode"] == hardest["mode"])
    assert [entry.stars_text for entry in chips.entries] == [f"{stars:.2f}" for stars in own]
    assert chips.current is not None
    assert chips.current.beatmap.id == hardest["id"]
    assert page.difficulties.name.text().startswith(hardest["version"])
    shown = desk.figures()
    assert shown["stars"] == f"{hardest['difficulty_rating']:.2f}"
    assert shown["ar"] == f"{hardest['ar']:g}"
    assert shown["max_combo"] == f"{hardest['max_combo']:,}×"
    assert "own_plays" not in shown  # a guest plays nothing
    curves = {curve.name: curve.data.values for curve in desk.overview.fails.curves}
    assert whole(curves["Fails"]) == hardest["failtimes"]["fail"]
    assert whole(curves["Exits"]) == hardest["failtimes"]["exit"]
    assert whole(desk.overview.ratings.curves[0].data.values) == sent["ratings"][1:]
    assert len(desk.overview.tags.links) == len(hardest["top_tag_ids"])
    assert desk.overview.difficulties.list.model.rowCount() == len(own)
    assert page.landmark() == (BeatmapsetPlace(sent["id"]), desk.titles[-1])


def test_titles_are_in_the_script_of_the_settings(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server, Settings(titles="original"))
    show(qtbot, desk, BeatmapsetPlace(1443224))
    assert desk.page.header.title.text() == "影に舞う彗星"
    assert desk.titles[-1].isascii(), "windows and tabs have the romanised one"


def test_a_difficulty_is_replaced_by_its_place_in_its_set(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, BeatmapPlace(2589, mods="DT"))
    assert desk.place == BeatmapsetPlace(930, 2589, "osu", mods="DT")
    assert desk.signals["place_changed"] == [(desk.place, True)]
    show(qtbot, desk, BeatmapPlace(2589, "mania", section="scores", player=2))
    assert desk.place == BeatmapsetPlace(930, 2589, "mania", section="scores", player=2)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (BeatmapsetPlace(1), "There is no beatmapset with the number 1: unknown, or deleted."),
        (BeatmapPlace(1), "There is no difficulty with the number 1: unknown, or deleted."),
    ],
)
def test_what_is_not_there_says_so(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server, place: Place, words: str
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, place)
    assert isinstance(desk.page.failure, NotFound)
    assert desk.page.panel.text == words
    web = desk.page.panel.button("web")
    assert web is not None
    assert desk.page.panel.button("retry") is None
    click(web)
    assert desk.signals["open_requested"] == [(place, "web")]
    show(qtbot, desk, SET)
    assert desk.page.failure is None
    assert desk.page.header.isVisible()


def test_messages_of_a_place() -> None:
    place = BeatmapsetPlace(1)
    assert "signed in" in describe_in(place, LoginRequired()).text
    assert describe_in(place, ServerTrouble()).may_retry


def test_a_difficulty_that_the_set_does_not_have_is_told(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, BeatmapsetPlace(SET.id, 5))
    assert desk.page.notice.isVisible()
    assert "asked for" in desk.page.notice.text()
    show(qtbot, desk, SET)
    assert not desk.page.notice.isVisible()


# --- difficulties and rulesets -----------------------------------------------------------------


def test_a_chip_chooses_a_difficulty_without_a_request(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, SET)
    asked = sets_asked(demo_server)
    chips = desk.page.difficulties.chips
    click(chips, at=chips.chip_rect(0).center())
    easiest = chips.entries[0]
    assert desk.place == BeatmapsetPlace(SET.id, easiest.beatmap.id, "osu")
    assert desk.signals["place_changed"][-1] == (desk.place, False)
    settle(qtbot, desk)
    assert desk.figures()["stars"] == easiest.stars_text
    chips.setFocus()
    press(chips, Qt.Key.Key_Right)
    assert chips.current == chips.entries[1]
    press(chips, Qt.Key.Key_End)
    assert chips.current == chips.entries[-1]
    press(chips, Qt.Key.Key_Home)
    assert desk.place.beatmap == easiest.beatmap.id
    assert easiest.told in chips.accessibleDescription()
    press(desk.page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert chips.current == chips.entries[1]
    press(desk.page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(desk.page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chips.current == chips.entries[0]
    click(chips, MIDDLE, at=chips.chip_rect(2).center())
    there = BeatmapsetPlace(SET.id, chips.entries[2].beatmap.id, "osu")
    assert desk.signals["open_requested"] == [(there, "background")]
    settle(qtbot, desk)
    assert sets_asked(demo_server) == asked


def test_another_ruleset_shows_the_convert_of_the_same_difficulty(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, SET)
    entry = desk.page.difficulties.chips.current
    assert entry is not None
    click(desk.page.difficulties.modes.modes.button("mania"))
    settle(qtbot, desk)
    assert desk.place == BeatmapsetPlace(SET.id, entry.beatmap.id, "mania")
    now = desk.page.difficulties.chips.current
    assert now is not None
    assert now.is_convert
    assert "(convert)" in desk.page.difficulties.name.text()
    assert "ar" not in desk.figures()
    assert desk.overview.difficulties.list.model.rowCount() == 6
    catch_only = BeatmapsetPlace(1423089)
    show(qtbot, desk, catch_only)
    modes = desk.page.difficulties.modes.modes
    assert not modes.button("osu").isVisibleTo(desk.page)
    assert modes.current == "fruits"


def test_a_row_of_the_table_chooses_its_difficulty(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, BeatmapsetPlace(SET.id, mods="HR"))
    table = desk.overview.difficulties.list.table
    table.setCurrentIndex(table.model().index(1, 0))
    press(table, Qt.Key.Key_Return)
    second = desk.page.difficulties.chips.entries[1]
    assert desk.place == BeatmapsetPlace(SET.id, second.beatmap.id, "osu", mods="HR")
    settle(qtbot, desk)


# --- mods --------------------------------------------------------------------------------------


def test_mods_change_the_figures_and_the_address(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, SET)
    plain = desk.figures()
    bar = desk.overview.mods
    assert not bar.speed.isVisibleTo(bar)
    click(bar.pills.pill("DT"))
    assert desk.place == BeatmapsetPlace(SET.id, mods="DT")
    assert desk.signals["place_changed"][-1][1] is True, "not a step of the history each"
    settle(qtbot, desk)
    fast = desk.figures()
    assert float(fast["stars"]) > float(plain["stars"])
    assert fast["bpm"] != plain["bpm"]
    click(bar.pills.pill("HT"))
    assert desk.place.mods == "HT", "the two exclude each other"
    click(bar.pills.pill("HD"))
    assert desk.place.mods == "HTHD"
    assert bar.speed.isVisibleTo(bar)
    bar.speed.setValue(80)
    qtbot.waitUntil(lambda: desk.place.mods == "HT(0.8)HD")
    settle(qtbot, desk)
    click(bar.reset)
    assert desk.place.mods == ""
    settle(qtbot, desk)
    assert desk.figures() == plain


def test_adjusted_settings_and_mods_of_the_address(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, SET)
    bar = desk.overview.mods
    click(bar.pills.pill("DA"))
    assert all(box.isVisibleTo(bar) for box in bar.values.values())
    assert bar.values["AR"].text() == "as is"
    bar.values["AR"].setValue(1050)
    qtbot.waitUntil(lambda: desk.place.mods == "DA(AR10.5)")
    settle(qtbot, desk)
    assert desk.figures()["ar"] == "10.5"

    show(qtbot, desk, BeatmapsetPlace(SET.id, mods="EZDT(1.2)MR"))
    assert bar.pills.chosen == ("EZ", "DT")
    assert bar.speed.value() == 120
    assert bar.text == "EZDT(1.2)MR", "mods without a pill stay"


def test_mods_that_the_server_refuses_are_a_sentence(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, SET)
    section = desk.overview
    section._on_attributes_failed(InvalidRequest())
    assert section.notice.text() == "osu! has no star rating for this ruleset with these mods."
    assert section.notice.button("retry") is None
    section._on_attributes_failed(ServerTrouble())
    retry = section.notice.button("retry")
    assert retry is not None
    click(retry)
    assert not section.notice.isVisible()
    settle(qtbot, desk)


def test_stars_come_by_themselves_after_a_wait(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, SET)
    section, said = desk.overview, list[str]()
    fresh = section._loader.fresh

    async def refuse_once(load: Any, *args: Any) -> Any:
        monkeypatch.setattr(section._loader, "fresh", fresh)
        raise RateLimited(retry_after=0.1)

    monkeypatch.setattr(section._loader, "fresh", refuse_once)
    monkeypatch.setattr(
        section.notice, "show_notice", lambda notice: said.append(notice.text if notice else "")
    )
    show(qtbot, desk, BeatmapsetPlace(SET.id, mods="DT"))
    qtbot.waitUntil(lambda: said[-2:] == ["osu! asks us to wait 1 s for the stars.", ""])
    qtbot.waitUntil(lambda: desk.figures().get("stars", NOTHING) != NOTHING)


def test_the_link_of_the_game_names_what_is_known() -> None:
    known, unknown = (
        subject_of(
            Beatmapset(
                id=9, title="a", beatmaps=[Beatmap(id=number, version="b", mode=GameMode.OSU)]
            ),
            datetime.now(UTC),
        ).at(BeatmapsetPlace(9))
        for number in (5, 0)
    )
    assert game_link(known) == "osu://b/5"
    assert game_link(unknown) == "osu://s/9"


# --- sections and states -----------------------------------------------------------------------


def test_sections_keep_their_part_of_the_address(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, BeatmapsetPlace(SET.id, mods="HD"))
    pills = desk.page.host.pills
    click(pills.button("scores"))
    assert desk.place == BeatmapsetPlace(SET.id, section="scores", mods="HD")
    settle(qtbot, desk)
    board = BeatmapsetPlace(SET.id, section="scores", player=2)
    show(qtbot, desk, board)
    click(pills.button("comments"))
    assert desk.place == BeatmapsetPlace(SET.id, section="comments")
    settle(qtbot, desk)
    click(pills.button("scores"))
    assert desk.place == board
    settle(qtbot, desk)


def test_what_was_left_comes_back_without_a_load(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, SET)
    state = desk.page.save_state()
    show(qtbot, desk, BeatmapsetPlace(930))
    assert desk.page.subject is not None
    assert desk.page.subject.id == 930
    desk.page.show_place(SET, state)
    assert desk.page.subject.id == SET.id
    assert desk.page.header.heading is not None
    settle(qtbot, desk)
    desk.page.leave()
    assert desk.page.save_state() is None
    assert desk.page.landmark() is None


def test_a_low_page_has_a_low_header(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, SET)
    tall = desk.page.header.height()
    assert desk.page.header.buttons["liked"].isVisible()
    desk.page.resize(1000, 520)
    qtbot.waitUntil(lambda: desk.page.header.height() < tall - 60)
    assert not desk.page.header.buttons["liked"].isVisible()
    assert desk.page.header.buttons["game"].isVisible()


# --- what can be done --------------------------------------------------------------------------


def test_what_can_be_done_with_a_set(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, SET)
    subject = desk.page.subject
    assert subject is not None
    assert subject.beatmap is not None
    click(desk.page.header.buttons["game"])
    assert desk.opened == [f"osu://b/{subject.beatmap.id}"]
    assert desk.signals["message_requested"] == []
    desk.has_game = False
    click(desk.page.header.buttons["game"])
    assert desk.signals["message_requested"][-1][0] == "warning"

    menu = desk.page.set_actions.menu()
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    actions["Copy link"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied == f"{demo_server.url}/beatmapsets/{SET.id}#osu/{subject.beatmap.id}"
    actions["Copy the number of the set"].trigger()
    assert QGuiApplication.clipboard().text() == str(SET.id)
    actions["Copy the numbers of all 6 difficulties"].trigger()
    ids = QGuiApplication.clipboard().text().split()
    assert ids == [str(entry.beatmap.id) for entry in subject.entries_in("osu")]
    mapper = next(action for text, action in actions.items() if text.startswith("Beatmaps of"))
    mapper.trigger()
    there = UserPlace(subject.beatmapset.user_id, section="beatmaps")
    assert desk.signals["open_requested"][-1] == (there, "here")
    menu.deleteLater()
    click(desk.page.header.links[0])
    assert desk.signals["open_requested"][-1] == (UserPlace(subject.beatmapset.user_id), "here")
    desk.overview.facts.opened.emit("/beatmaps/packs/S1", "background")
    place, how = desk.signals["open_requested"][-1]
    assert (getattr(place, "key", ""), how) == ("S1", "background")

    desk.page.copy_selection()
    lines = dict(line.split("\t")[:2] for line in QGuiApplication.clipboard().text().splitlines())
    assert lines["Stars"] == desk.figures()["stars"]
