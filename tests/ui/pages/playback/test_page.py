"""The page of replay files, in a real window, with real files and a real judging process."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from osubrowser.api import errors
from osubrowser.api.replays import Replay
from osubrowser.services.places.places import ReplayPlace
from osubrowser.services.replays.analysis_process import AnalysisProcess
from osubrowser.services.replays.records import BeatmapTitle
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.playback.loading import BeatmapSources, SignedOut
from osubrowser.ui.pages.playback.page import PlaybackPage
from osubrowser.ui.style.colours import ramp
from tests.idle import settle
from tests.models.replays.plays import (
    CIRCLES,
    HITS,
    beatmap_file,
    frames_of,
    replay_file,
    write,
)
from tests.ui.gestures import click, press

MAP = beatmap_file()
OTHER_MAP = beatmap_file(CIRCLES, title="Other song")
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Stand:
    """A page in a window, the files it is given, and what it told."""

    def __init__(self, page: PlaybackPage, qtbot: QtBot, clock: Clock, folder: Path) -> None:
        self.page = page
        self.clock = clock
        self.folder = folder
        self.maps: dict[str, bytes] = {}
        self.known: dict[str, BeatmapTitle] = {}
        self.fetch: Callable[[Replay], bytes | None] = lambda _replay: None
        self.titles: list[str] = []
        self.messages: list[tuple[str, str]] = []
        self.places: list[tuple[object, bool]] = []
        self._qtbot = qtbot
        page.title_changed.connect(self.titles.append)
        page.message_requested.connect(lambda level, text: self.messages.append((level, text)))
        page.place_changed.connect(lambda place, again: self.places.append((place, again)))

    async def title_of(self, md5: str) -> BeatmapTitle | None:
        """Return the titles that osu! gives."""
        return self.known.get(md5)

    def know(self, *maps: bytes) -> None:
        """Have beatmap files on this computer."""
        for data in maps:
            self.maps[hashlib.md5(data, usedforsecurity=False).hexdigest()] = data

    def file(self, name: str = "play.osr", data: bytes | None = None) -> str:
        """Write a replay file: a play of all circles, without the slider."""
        if data is None:
            data = replay_file(MAP, frames_of(HITS))
        return write(self.folder, name, data)

    def open(self, *paths: str, state: object | None = None) -> None:
        """Open files, and wait until all is done."""
        self.page.show_place(ReplayPlace(paths), state)
        self.wait()

    def wait(self) -> None:
        """Wait until everything is loaded and judged."""
        self._qtbot.waitUntil(lambda: self.page.is_settled)
        settle()

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Wait for something."""
        self._qtbot.waitUntil(lambda: bool(condition()))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        press(self.page.field, key, held)

    def dialog(self) -> QFileDialog:
        """Return the open file dialog."""
        (found,) = [d for d in self.page.findChildren(QFileDialog) if d.isVisible()]
        return found

    def choose(self, path: str) -> None:
        """Choose a file in the dialog."""
        dialog = self.dialog()
        dialog.fileSelected.emit(path)
        dialog.close()
        settle()

    @property
    def is_judged(self) -> bool:
        """Whether the first replay is judged."""
        return self.judged is not None

    @property
    def judged(self) -> Any:
        """The judgement of the first replay."""
        scene = self.page.scene
        return None if scene is None else scene.first.judged


@pytest.fixture
def stand(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop, calls: Calls, tmp_path: Path
) -> Iterator[Stand]:
    clock = Clock()
    page = PlaybackPage(
        calls,
        Settings(),
        ramp(255, is_dark=True),
        BeatmapSources(
            lambda md5: made.maps.get(md5),
            lambda replay: made.fetch(replay),
            title=lambda md5: made.title_of(md5),
            keep=lambda md5, data: made.maps.update({md5: data}),
        ),
        now=clock,
    )
    made = Stand(page, qtbot, clock, tmp_path)
    qtbot.addWidget(page)
    page.resize(1000, 520)
    page.show()
    qtbot.waitExposed(page)
    page.field.setFocus()
    yield made
    page.leave()
    page.close()
    settle()


# --- loading ---------------------------------------------------------------------------------


def test_a_replay_is_judged_on_its_beatmap(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    page = stand.page
    assert stand.titles[-1] == "player - Somebody - Little song [Easy]"
    assert page.header.title.text() == "Somebody - Little song [Easy]"
    assert page.header.player.text() == "player"
    assert stand.judged.analysis.counts == {"great": 4, "ok": 0, "meh": 0, "miss": 1}
    assert not page.notice.isVisible()
    assert page.failure is None
    assert page.controls.miss_on.isEnabled()
    assert page.clock.position == 0  # one and a half seconds before the first object


def test_the_cursor_is_shown_before_the_beatmap_is_known(
    stand: Stand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    wait = Event()

    def find(_md5: str) -> bytes | None:
        wait.wait(30)
        return MAP

    monkeypatch.setattr(stand.page, "_beatmaps", BeatmapSources(find))
    stand.page.show_place(ReplayPlace((stand.file(),)), None)
    try:
        stand.wait_for(lambda: stand.page.scene is not None)
        scene = stand.page.scene
        assert scene is not None
        assert scene.beatmap is None
        assert len(scene.first.frames) > 100
        assert not stand.page.is_settled
    finally:
        wait.set()
    stand.wait()
    assert stand.judged is not None


def test_the_line_of_progress_ends_with_the_load(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    wait = Event()
    monkeypatch.setattr(AnalysisProcess, "look", lambda *_: wait.wait(30))
    stand.page.show_place(ReplayPlace((stand.file(),)), None)
    try:
        assert stand.page.line.is_running
        stand.wait_for(stand.page.notice.isVisible)  # that there is no beatmap
        stand.wait_for(lambda: not stand.page.line.is_running)
        assert not stand.page.is_settled  # the process has not started yet
    finally:
        wait.set()
    stand.wait()


def test_without_a_beatmap_it_says_so_and_fetches_it(stand: Stand) -> None:
    stand.open(stand.file())
    page = stand.page
    assert "not on this computer" in page.notice.text()
    assert not stand.is_judged
    assert not page.controls.miss_on.isEnabled()
    stand.fetch = lambda _replay: MAP
    button = page.notice.button("fetch")
    assert button is not None
    click(button)
    stand.wait()
    assert stand.judged.analysis.counts["great"] == 4
    assert not page.notice.isVisible()


def test_the_button_that_fetches_leaves_its_focus_to_the_field(stand: Stand) -> None:
    stand.open(stand.file())
    stand.fetch = lambda _replay: MAP
    button = stand.page.notice.button("fetch")
    assert button is not None
    button.setFocus()
    assert button.hasFocus()
    click(button)
    stand.wait()
    assert stand.page.field.hasFocus()
    stand.key(Qt.Key.Key_Space)
    assert stand.page.clock.is_playing


def test_osu_names_a_beatmap_that_is_not_here(stand: Stand) -> None:
    stand.open(stand.file())
    assert stand.page.header.title.text().startswith("Unknown beatmap ")
    md5 = hashlib.md5(MAP, usedforsecurity=False).hexdigest()
    stand.known[md5] = BeatmapTitle(artist="Band", title="Song <b>", difficulty="Hard")
    stand.page.ask_title()
    stand.wait()
    assert stand.page.header.title.text() == "Band - Song <b> [Hard]"
    assert stand.titles[-1] == "player - Band - Song <b> [Hard]"
    assert not stand.is_judged
    assert "not on this computer" in stand.page.notice.text()
    stand.open(stand.file("again.osr"))
    assert stand.page.header.title.text() == "Band - Song <b> [Hard]"
    assert not stand.page.line.is_running


def test_a_beatmap_that_osu_does_not_have(stand: Stand) -> None:
    stand.open(stand.file())
    button = stand.page.notice.button("fetch")
    assert button is not None
    click(button)
    stand.wait()
    assert "changed or deleted" in stand.page.notice.text()
    assert stand.page.notice.button("choose") is not None


def test_a_fetch_that_fails_can_be_tried_again(stand: Stand) -> None:
    def fail(_replay: Replay) -> bytes | None:
        raise errors.Offline("no network")

    stand.fetch = fail
    stand.open(stand.file())
    button = stand.page.notice.button("fetch")
    assert button is not None
    click(button)
    stand.wait()
    assert "cannot be reached" in stand.page.notice.text()
    stand.fetch = lambda _replay: MAP
    button = stand.page.notice.button("fetch")
    assert button is not None
    click(button)
    stand.wait()
    assert stand.judged is not None


def test_a_fetch_without_a_session_offers_to_sign_in(stand: Stand) -> None:
    def fail(_replay: Replay) -> bytes | None:
        raise SignedOut("Sign in, or open the demo, to fetch the beatmap.")

    stand.fetch = fail
    stand.open(stand.file())
    assert stand.page.notice.button("sign_in") is None
    button = stand.page.notice.button("fetch")
    assert button is not None
    click(button)
    stand.wait()
    asked: list[bool] = []
    stand.page.sign_in_requested.connect(lambda: asked.append(True))
    button = stand.page.notice.button("sign_in")
    assert button is not None
    click(button)
    assert asked
    assert stand.page.notice.button("fetch") is not None  # for afterwards


def test_another_version_is_judged_on_request_alone(stand: Stand) -> None:
    other = beatmap_file((*CIRCLES, "400,100,3500,1,0"))
    stand.fetch = lambda _replay: other
    stand.open(stand.file())
    button = stand.page.notice.button("fetch")
    assert button is not None
    click(button)
    stand.wait()
    assert "another version" in stand.page.notice.text()
    assert not stand.is_judged
    button = stand.page.notice.button("anyway")
    assert button is not None
    click(button)
    stand.wait()
    assert stand.judged.analysis.counts["great"] == 4
    assert stand.judged.analysis.counts["miss"] == 1


def test_the_file_of_a_beatmap_can_be_chosen(stand: Stand, tmp_path: Path) -> None:
    stand.open(stand.file())
    button = stand.page.notice.button("choose")
    assert button is not None
    click(button)
    stand.choose(write(tmp_path, "wrong.osu", b"no beatmap at all"))
    stand.wait()
    assert "is no beatmap" in stand.page.notice.text()
    button = stand.page.notice.button("choose")
    assert button is not None
    click(button)
    stand.choose(write(tmp_path, "other.osu", OTHER_MAP))
    stand.wait()
    assert "another version" in stand.page.notice.text()
    assert not stand.maps
    button = stand.page.notice.button("choose")
    assert button is not None
    click(button)
    stand.choose(write(tmp_path, "map.osu", MAP))
    stand.wait()
    assert stand.judged is not None
    assert list(stand.maps.values()) == [MAP]  # for the next time


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is damaged"),
        (b"<html>", "is damaged"),
        (b"\0" * 600, "is damaged"),
        (replay_file(MAP, frames_of(HITS))[:90], "is damaged"),
    ],
)
def test_a_damaged_file_is_told(stand: Stand, data: bytes, words: str) -> None:
    path = stand.file("bad.osr", data)
    stand.open(path)
    page = stand.page
    assert page.failure is not None
    assert page.nothing.isVisible()
    assert words in page.nothing.accessibleName()
    stand.file("bad.osr")
    button = page.nothing.button("retry")
    assert button is not None
    click(button)
    stand.wait()
    assert page.scene is not None
    assert page.failure is None


def test_a_missing_file_is_told(stand: Stand, tmp_path: Path) -> None:
    stand.open(str(tmp_path / "gone.osr"))
    assert "There is no file “gone.osr”" in stand.page.nothing.accessibleName()


def test_a_convert_says_why_it_is_not_judged(stand: Stand) -> None:
    from osubrowser.api.entities.modes import GameMode

    stand.know(MAP)
    stand.open(stand.file(data=replay_file(MAP, frames_of(HITS), mode=GameMode.MANIA)))
    assert stand.page.notice.text().endswith(".")
    assert not stand.is_judged
    assert stand.page.scene is not None
    assert not stand.page.grab().isNull()


def test_an_empty_place_asks_for_a_file(stand: Stand) -> None:
    stand.open()
    page = stand.page
    assert page.nothing.isVisible()
    button = page.nothing.button("open")
    assert button is not None
    click(button)
    path = stand.file()
    stand.choose(path)
    stand.wait()
    assert stand.places == [(ReplayPlace((path,)), False)]
    assert page.scene is not None


# --- playing ---------------------------------------------------------------------------------


def test_the_clock_moves_the_picture(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    page = stand.page
    stand.key(Qt.Key.Key_Space)
    assert page.clock.is_playing
    assert page.controls.pause.isVisible()
    stand.clock.now += 1.5
    page.clock.tick()
    assert page.clock.position == pytest.approx(1500)
    assert page.field.time == pytest.approx(1500)
    assert page.controls.time.text().startswith("0:01.500")
    stand.key(Qt.Key.Key_Space)
    assert not page.clock.is_playing
    stand.clock.now += 5
    assert page.clock.position == pytest.approx(1500)


def test_speeds_are_relative_to_the_play(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file(data=replay_file(MAP, frames_of(HITS), mods="DT")))
    page = stand.page
    page.clock.seek(0)
    page.toggle_playing()
    stand.clock.now += 1
    page.clock.tick()
    assert page.clock.position == pytest.approx(1500)
    stand.key(Qt.Key.Key_Down)
    stand.key(Qt.Key.Key_Down)
    assert page.clock.speed == 0.5
    assert page.controls.speed.currentText() == "0.5x"
    stand.clock.now += 1
    page.clock.tick()
    assert page.clock.position == pytest.approx(2250)
    for _ in range(9):
        stand.key(Qt.Key.Key_Up)
    assert page.clock.speed == 2


def test_it_stops_at_the_end_and_starts_again(stand: Stand) -> None:
    stand.open(stand.file())
    page = stand.page
    page.toggle_playing()
    stand.clock.now += 1000
    page.clock.tick()
    assert not page.clock.is_playing
    assert page.scene is not None
    assert page.clock.position == page.scene.end
    page.toggle_playing()
    assert page.clock.position == page.scene.start


def test_keys_seek(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    page = stand.page
    page.seek(1000)
    stand.key(Qt.Key.Key_Right)
    assert page.clock.position == 2000
    stand.key(Qt.Key.Key_Left)
    stand.key(Qt.Key.Key_Left)
    assert page.clock.position == 0
    stand.key(Qt.Key.Key_Right, SHIFT)
    assert page.scene is not None
    assert page.clock.position == page.scene.end
    stand.key(Qt.Key.Key_Home)
    assert page.clock.position == page.scene.start
    stand.key(Qt.Key.Key_End)
    assert page.clock.position == page.scene.end
    page.seek(1000)
    stand.key(Qt.Key.Key_Period)
    assert page.clock.position == 1005  # a press
    stand.key(Qt.Key.Key_Comma)
    assert page.clock.position == 1000


def test_misses_are_one_key_apart(stand: Stand) -> None:
    stand.know(MAP)
    early = (*HITS[:2], (1850, 300, 220), HITS[3])
    stand.open(stand.file(data=replay_file(MAP, frames_of(early), counts=(3, 0, 0, 2))))
    page = stand.page
    said = page.controls.said
    stand.key(Qt.Key.Key_N)
    assert page.clock.position == 2000
    assert said.text() == "Missed at 0:02.000: pressed 150 ms early, 20 px away"
    stand.key(Qt.Key.Key_N)
    assert page.clock.position == 3000
    stand.key(Qt.Key.Key_N)
    assert said.text() == "No miss after this one."
    assert page.clock.position == 3000
    click(page.controls.miss_back)
    assert page.clock.position == 2000
    stand.key(Qt.Key.Key_P)
    assert said.text() == "No miss before this one."
    page.seek(2100)
    assert said.text() == ""


def test_the_scrubber_seeks_by_mouse_and_keyboard(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    page, scrubber = stand.page, stand.page.scrubber
    click(scrubber, at=QPoint(scrubber.width() // 2, 20))
    assert page.scene is not None
    middle = page.scene.start + page.scene.duration / 2
    assert page.clock.position == pytest.approx(middle, abs=10)
    scrubber.setFocus()
    press(scrubber, Qt.Key.Key_Right)
    assert page.clock.position == pytest.approx(middle + 1000, abs=20)
    page.seek(700)
    assert scrubber.value() == 700


def picture_at(page: PlaybackPage, moment: float) -> QImage:
    page.seek(moment)
    return page.field.picture()


def test_seeking_never_changes_what_is_shown(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    page = stand.page
    moments = [0, 900, 1003, 1400, 2013, 2600, 3100, 3600, 4100]
    first = [picture_at(page, moment) for moment in moments]
    again = [picture_at(page, moment) for moment in reversed(moments)]
    for moment, one, other in zip(moments, first, reversed(again), strict=True):
        assert one == other, f"another picture at {moment} ms"
    assert len({bytes(one.constBits()) for one in first}) == len(first)


def test_a_click_on_the_field_plays(stand: Stand) -> None:
    stand.open(stand.file())
    click(stand.page.field)
    assert stand.page.clock.is_playing
    click(stand.page.field)
    assert not stand.page.clock.is_playing


def test_leaving_and_hiding_stop_the_playback(stand: Stand) -> None:
    stand.open(stand.file())
    page = stand.page
    page.toggle_playing()
    page.hide()
    assert not page.clock.is_playing


def test_what_was_left_comes_back(stand: Stand) -> None:
    stand.know(MAP)
    path = stand.file()
    stand.open(path)
    page = stand.page
    page.seek(2345)
    page.change_speed(-1)
    state = page.save_state()
    stand.open(stand.file("other.osr"))
    assert page.clock.position != 2345
    stand.open(path, state=state)
    assert page.clock.position == 2345
    assert page.clock.speed == 0.75
    assert stand.judged is not None


# --- several replays -------------------------------------------------------------------------


def second_play() -> bytes:
    return replay_file(MAP, frames_of(HITS[1:]), player="second", counts=(3, 0, 0, 2))


def test_another_replay_lies_over_the_first(stand: Stand) -> None:
    stand.know(MAP)
    first, other = stand.file(), stand.file("second.osr", second_play())
    stand.open(first)
    page = stand.page
    alone = picture_at(page, 1700)
    click(page.controls.add)
    stand.choose(other)
    stand.wait()
    assert stand.places == [(ReplayPlace((first, other)), False)]
    assert page.scene is not None
    assert [track.judged is not None for track in page.scene.tracks] == [True, True]
    both = picture_at(page, 1700)
    assert both != alone
    assert page.tracks.isVisible()
    one, two = page.tracks.buttons
    click(two)
    assert [number for number, _ in page.field.visible_tracks()] == [0]
    assert picture_at(page, 1700) != both
    click(two)
    assert picture_at(page, 1700) == both
    click(one)
    stand.key(Qt.Key.Key_Home)
    stand.key(Qt.Key.Key_N)
    assert page.clock.position == 1000  # the second one's miss
    assert page.controls.said.text().startswith("Missed at 0:01.000: ")
    click(one)
    stand.key(Qt.Key.Key_Home)
    stand.key(Qt.Key.Key_N)
    assert page.controls.said.text().startswith("second: Missed at 0:01.000: ")
    click(page.tracks.removers[1])
    stand.wait()
    assert stand.places[-1] == (ReplayPlace((first,)), False)
    assert not page.tracks.isVisible()


def test_a_replay_of_another_beatmap_is_refused(stand: Stand) -> None:
    stand.know(MAP)
    first = stand.file()
    wrong = stand.file("wrong.osr", replay_file(OTHER_MAP, frames_of(HITS)))
    bad = stand.file("bad.osr", b"")
    stand.open(first, wrong, bad)
    (level, text) = stand.messages[-1]
    assert level == "warning"
    assert "“wrong.osr” is of another beatmap" in text
    assert "“bad.osr” is damaged" in text
    assert stand.places == [(ReplayPlace((first,)), True)]
    assert stand.page.scene is not None
    assert len(stand.page.scene.tracks) == 1
    assert stand.judged is not None


# --- what can be done ------------------------------------------------------------------------


def test_the_figures_are_copied(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    click(stand.page.controls.copy)
    text = QGuiApplication.clipboard().text()
    assert "player - Somebody - Little song [Easy]" in text
    assert "Accuracy\t80.00%" in text


def test_the_picture_is_saved(stand: Stand, tmp_path: Path) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    stand.page.seek(1000)
    click(stand.page.controls.picture)
    target = tmp_path / "picture.png"
    stand.choose(str(target))
    stand.wait_for(lambda: stand.messages)
    assert stand.messages[-1][0] == "good"
    saved = QImage(str(target))
    assert saved.size() == stand.page.field.size() * stand.page.devicePixelRatioF()


def test_a_picture_that_cannot_be_written_is_told(stand: Stand, tmp_path: Path) -> None:
    stand.open(stand.file())
    click(stand.page.controls.picture)
    stand.choose(str(tmp_path / "play.osr" / "picture.png"))
    stand.wait_for(lambda: stand.messages)
    assert stand.messages[-1][0] == "bad"


def test_a_judgement_can_be_stopped_and_started_again(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    from osubrowser.services.replays.analysis_process import AnalysisProcess, ProcessFailed

    judging, stopped = Event(), Event()
    judge = AnalysisProcess.judge

    def slow(self: AnalysisProcess, *_args: object, **_named: object) -> object:
        judging.set()
        stopped.wait(30)
        raise ProcessFailed("stopped")

    monkeypatch.setattr(AnalysisProcess, "judge", slow)
    monkeypatch.setattr(AnalysisProcess, "stop", lambda _self: stopped.set())
    stand.know(MAP)
    stand.page.show_place(ReplayPlace((stand.file(),)), None)
    stand.wait_for(lambda: stand.page.notice.button("cancel") is not None)
    assert "Judging the replay" in stand.page.notice.text()
    button = stand.page.notice.button("cancel")
    assert button is not None
    click(button)
    stand.wait()
    assert stand.page.notice.text() == "The judgement was stopped."
    monkeypatch.setattr(AnalysisProcess, "judge", judge)
    button = stand.page.notice.button("judge")
    assert button is not None
    click(button)
    stand.wait()
    assert stand.judged is not None


def test_hidden_is_shown_on_request(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    page = stand.page
    assert not page.controls.hidden.isVisible()
    stand.open(stand.file("hidden.osr", replay_file(MAP, frames_of(HITS), mods="HD")))
    assert page.controls.hidden.isVisible()
    whole = [picture_at(page, moment) for moment in (400, 950)]
    stand.key(Qt.Key.Key_H)
    assert picture_at(page, 950) != whole[1]
    click(page.controls.hidden)
    assert [picture_at(page, moment) for moment in (400, 950)] == whole


def test_colours_change_with_the_theme(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    dark = picture_at(stand.page, 1000)
    stand.page.set_colours(ramp(255, is_dark=False))
    assert picture_at(stand.page, 1000) != dark


def test_it_fits_into_the_smallest_window(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    page = stand.page
    page.resize(640, 420)
    settle()
    assert page.minimumSizeHint().width() <= 1000
    page.resize(1000, 500)
    settle()
    for _, label, value in page.header._facts:
        for one in (label, value):
            assert one.width() >= one.fontMetrics().horizontalAdvance(one.text())
