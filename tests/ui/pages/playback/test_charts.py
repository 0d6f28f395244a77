"""The charts of the page of replays, in a real window, with a real process that calculates pp."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from osubrowser.api import errors as api_errors
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod
from osubrowser.api.replays import Replay
from osubrowser.ui.pages.playback.charts_pp import MOD_CHOICES, PerformancePanel
from osubrowser.ui.pages.playback.loading import BeatmapSources
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.widgets.decimal_box import DecimalBox
from tests.idle import settle
from tests.models.replays.plays import HITS, beatmap_file, frames_of, replay_file, write
from tests.ui.gestures import click, press
from tests.ui.pages.playback.test_page import MAP, Stand
from tests.ui.pages.playback.test_page import stand as stand


def open_charts(stand: Stand, *paths: str) -> None:
    """Open replays, click on Charts, and wait until everything is there."""
    stand.open(*(paths or (stand.file(),)))
    if not stand.page.charts.isVisible():
        click(stand.page.controls.charts)
    stand.wait()


def mods_of(panel: PerformancePanel) -> list[Mod]:
    """Return the mods that are asked about."""
    assert panel.question is not None
    return list(panel.question.mods)


def clipboard() -> str:
    return str(QGuiApplication.clipboard().text())


# --- what is shown ---------------------------------------------------------------------------


def test_the_charts_of_a_judged_replay(stand: Stand) -> None:
    stand.know(MAP)
    open_charts(stand)
    charts = stand.page.charts
    assert charts.isVisible()
    assert not stand.page.field.isVisible()
    (series,) = charts.errors.series
    assert list(series.errors.errors)[:4] == [5.0, -10.0, 10.0, 0.0]
    assert len(series.errors.misses) == 1
    assert charts.histogram.curves[0].data.values.count(1) == 4
    for chart in (charts.accuracy, charts.combo, charts.life, charts.frames, charts.pp):
        assert chart.curves, chart.title
    assert charts.presses.curves[0].data
    assert charts.combo.curves[0].data.words[-1] == "0x"
    assert "pp over the play" in charts.pp.title
    assert "rosu-pp-py" in charts.pp.title or "osu-native-py" in charts.pp.title
    assert charts.pp.curves[0].data.words[-1].endswith(" pp")
    assert not charts.picture().isNull()


def test_they_are_computed_when_they_are_seen(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    assert stand.page.charts.charts is None
    click(stand.page.controls.charts)
    stand.wait()
    assert stand.page.charts.charts is not None


def test_a_key_shows_them_and_the_field_again(stand: Stand) -> None:
    stand.know(MAP)
    stand.open(stand.file())
    stand.key(Qt.Key.Key_C)
    page = stand.page
    assert page.charts.isVisible()
    assert page.charts.errors.hasFocus()
    press(page.charts.errors, Qt.Key.Key_Space)  # the keys of the playback go on
    assert page.clock.is_playing
    page.clock.pause()
    press(page.charts.errors, Qt.Key.Key_C)
    assert page.field.isVisible()
    assert page.field.hasFocus()
    stand.wait()


def test_a_click_in_a_chart_seeks(stand: Stand) -> None:
    stand.know(MAP)
    open_charts(stand)
    page = stand.page
    scene = page.scene
    assert scene is not None
    for chart, share in ((page.charts.errors, 0.5), (page.charts.combo, 0.25)):
        page.charts.ensureWidgetVisible(chart)
        plot = chart._plot()
        where = QPoint(round(plot.left() + share * plot.width()), round(plot.center().y()))
        click(chart, at=where)
        wanted = scene.start + share * scene.duration
        assert page.clock.position == pytest.approx(wanted, abs=scene.duration / 200)
        assert chart._time == page.clock.position


def test_the_view_is_kept_with_the_state(stand: Stand) -> None:
    stand.know(MAP)
    path = stand.file()
    open_charts(stand, path)
    state = stand.page.save_state()
    click(stand.page.controls.charts)
    assert stand.page.field.isVisible()
    stand.open(path, state=state)
    assert stand.page.charts.isVisible()
    assert stand.page.controls.charts.isChecked()


def test_without_a_beatmap_the_other_charts_are_there(stand: Stand) -> None:
    open_charts(stand)
    charts = stand.page.charts
    for chart in (charts.errors, charts.histogram, charts.accuracy, charts.combo, charts.pp):
        assert chart.accessibleDescription() == "Without its beatmap the replay cannot be judged."
    assert "beatmap" in charts.performance.problem.text()
    assert not charts.performance.accuracy.isEnabled()
    for other in (charts.presses, charts.frames, charts.frame_histogram, charts.life):
        assert other.curves
        assert other.y() < charts.errors.y()  # what there is to see comes first
    stand.fetch = lambda _replay: MAP
    button = stand.page.notice.button("fetch")
    assert button is not None
    click(button)
    stand.wait()
    assert charts.errors.series
    assert charts.pp.curves
    assert charts.performance.accuracy.isEnabled()
    assert charts.errors.y() < charts.presses.y()
    assert not stand.page.line.is_running


def test_a_convert_says_why_and_has_pp(stand: Stand) -> None:
    stand.know(MAP)
    data = replay_file(MAP, frames_of(HITS), mode=GameMode.CATCH)
    open_charts(stand, stand.file(data=data))
    charts = stand.page.charts
    assert "convert" in charts.errors.accessibleDescription()
    assert charts.presses.title == "Turns and dashes a second"
    assert charts.performance.result.text().endswith(" pp")


@pytest.mark.parametrize("mode", list(GameMode)[:4])
def test_every_ruleset_has_charts(stand: Stand, mode: GameMode) -> None:
    file = beatmap_file(("64,192,1000,1,0", "192,192,1500,1,0"), mode=mode.number)
    presses = ((1000.0, 64.0, 192.0), (1500.0, 192.0, 192.0))
    stand.know(file)
    data = replay_file(file, frames_of(presses), mode=mode, counts=(2, 0, 0, 0), combo=2)
    open_charts(stand, stand.file(data=data))
    charts = stand.page.charts
    assert charts.errors.series
    assert charts.pp.curves or charts.pp.accessibleDescription().endswith(".")
    assert not stand.page.grab().isNull()


def test_two_replays_are_two_series_and_one_can_be_hidden(stand: Stand) -> None:
    stand.know(MAP)
    late = tuple((time + 20, x, y) for time, x, y in HITS)
    data = replay_file(MAP, frames_of(late), player="Late")
    open_charts(stand, stand.file(), stand.file("late.osr", data))
    page, charts = stand.page, stand.page.charts
    assert [one.name for one in charts.errors.series] == ["player", "Late"]
    assert len(charts.pp.curves) == len(charts.combo.curves) == len(charts.histogram.curves) == 2
    colours = [one.colour for one in charts.errors.series]
    assert charts.combo.colour_of(1) == colours[1]
    click(page.tracks.buttons[0])
    assert [one.name for one in charts.errors.series] == ["Late"]
    assert charts.combo.colour_of(0) == charts.histogram.colour_of(0) == colours[1]
    state = page.save_state()
    click(page.tracks.buttons[0])
    assert len(charts.errors.series) == 2
    stand.open(*page._place.paths, state=state)
    assert [one.name for one in charts.errors.series] == ["Late"]
    click(page.tracks.removers[1])
    assert len(stand.places) == 1


def test_narrow_windows_have_one_column(stand: Stand) -> None:
    stand.know(MAP)
    open_charts(stand)
    page, charts = stand.page, stand.page.charts
    assert charts.pp.y() == charts.accuracy.y()
    page.resize(700, 520)
    settle()
    assert charts.pp.y() < charts.accuracy.y()
    assert charts.pp.width() > 600
    assert charts.pp.geometry().right() < charts.viewport().width()


# --- pp --------------------------------------------------------------------------------------


def test_pp_of_other_plays(stand: Stand) -> None:
    stand.know(MAP)
    open_charts(stand)
    panel = stand.page.charts.performance
    full = panel.result.text()  # begins as a full combo
    assert panel.misses.value() == 0
    assert panel.combo.value() == panel.combo.maximum() == 17  # ticks and ends of the slider, too
    assert panel.formula.text()
    assert panel.this_play.text().startswith("This play: ")
    assert panel.formula.text().lower() in panel.this_play.text().lower()
    assert "+" in panel.difference.text()
    click(panel.as_played)
    stand.wait()
    assert (panel.misses.value(), panel.combo.value()) == (1, 4)
    played = panel.result.text()
    assert played != full
    click(panel._button("DT"))
    stand.wait()
    with_dt = panel.result.text()
    assert with_dt != played
    assert mods_of(panel) == [Mod(acronym="DT")]
    click(panel._button("HT"))  # takes DT out
    stand.wait()
    assert mods_of(panel) == [Mod(acronym="HT")]
    assert panel.result.text() not in (with_dt, played)


def test_pp_are_asked_for_by_typing(stand: Stand) -> None:
    stand.know(MAP)
    open_charts(stand)
    panel = stand.page.charts.performance
    before = panel.result.text()
    panel.accuracy.lineEdit().selectAll()
    panel.accuracy.setFocus()
    for letter in (Qt.Key.Key_9, Qt.Key.Key_0, Qt.Key.Key_Return):
        press(panel.accuracy, letter)
    stand.wait()
    assert panel.accuracy.text() == "90.00%"
    assert panel.question is not None
    assert panel.question.accuracy == 0.9
    assert panel.result.text() != before


def test_pp_of_osu_are_named(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def server(replay: Replay) -> float | None:
        asked.append(replay.username)
        return 123.456

    sources = BeatmapSources(lambda _md5: MAP, None, server)
    monkeypatch.setattr(stand.page, "_beatmaps", sources)
    stand.open(stand.file())
    assert not asked  # the charts were not seen
    click(stand.page.controls.charts)
    stand.wait()
    assert asked == ["player"]
    panel = stand.page.charts.performance
    assert panel.server.text() == "This play, as osu! has it: 123.46 pp"
    assert panel.server.isVisible()


def test_a_server_that_fails_leaves_the_own_pp(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def server(_replay: Replay) -> float | None:
        raise api_errors.Offline("no network")

    sources = BeatmapSources(lambda _md5: MAP, None, server)
    monkeypatch.setattr(stand.page, "_beatmaps", sources)
    open_charts(stand)
    panel = stand.page.charts.performance
    assert not panel.server.isVisible()
    assert panel.this_play.text()


def test_mods_of_the_play_stay_with_their_settings(qtbot: QtBot) -> None:
    from osubrowser.ui.pages.playback.charts_pp import Question

    panel = PerformancePanel(ramp(255, is_dark=True))
    qtbot.addWidget(panel)
    faster = Mod(acronym="NC", settings={"speed_change": 1.3})
    played = Question(0.95, 2, 50, (faster, Mod(acronym="CL"), Mod(acronym="HD")))
    asked: list[object] = []
    panel.asked.connect(asked.append)
    panel.show_play(played, 10.0, "", 100, "")
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert asked == [Question(0.95, 0, None, played.mods)]
    assert [b.isChecked() for b in panel.mods] == [n in ("DT", "HD") for n in MOD_CHOICES]
    click(panel._button("HD"))
    assert mods_of(panel) == [faster, Mod(acronym="CL")]
    click(panel._button("DT"))
    assert mods_of(panel) == [Mod(acronym="CL")]
    panel.show_play(played, 10.0, "", 100, "")  # the same play leaves what was chosen
    assert mods_of(panel) == [Mod(acronym="CL")]
    panel.show_nothing("No pp.")
    assert panel.question is None
    assert not panel.is_asking


@pytest.mark.parametrize(
    ("text", "value"),
    [("98.76%", 9876), ("98,5", 9850), ("100", 10_000), ("", 0), ("-", 0), ("1e99", 10_000)],
)
def test_texts_of_a_percentage(qtbot: QtBot, text: str, value: int) -> None:
    box = DecimalBox(lowest=0, highest=10_000, step=25, suffix="%")
    qtbot.addWidget(box)
    assert box.valueFromText(text) == value
    box.setValue(value)
    assert box.text() == f"{value / 100:.2f}%"


# --- copies and pictures ---------------------------------------------------------------------


def test_figures_are_copied(stand: Stand) -> None:
    stand.know(MAP)
    open_charts(stand)
    click(stand.page.controls.copy)
    stand.wait()
    lines = [line.split("\t") for line in clipboard().splitlines()]
    assert lines[0][:3] == ["Replay", "Judged presses", "Mean error"]
    assert lines[1][:3] == ["player", "4", "+1.25 ms"]
    assert lines[3][0] == "pp if"
    assert lines[4][0].endswith(" pp")
    assert stand.messages[-1] == ("good", "The figures are on the clipboard.")


def test_the_chart_with_the_focus_is_copied(stand: Stand) -> None:
    stand.know(MAP)
    open_charts(stand)
    charts = stand.page.charts
    charts.combo.setFocus()
    stand.page.copy_selection()
    stand.wait()
    lines = clipboard().splitlines()
    assert lines[0] == "Moment\tCombo over the play"
    assert lines[-1].endswith("\t0x")
    charts.errors.setFocus()
    stand.page.copy_selection()
    stand.wait()
    assert clipboard().splitlines()[:2] == [
        "Moment\tReplay\tError",
        "0:01.005\tplayer\t5.0 ms late: great",
    ]


def test_the_menu_of_a_chart_copies_it(stand: Stand) -> None:
    stand.know(MAP)
    open_charts(stand)
    charts = stand.page.charts
    where = charts.errors.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, where, charts.errors.mapToGlobal(where)
    )
    QApplication.sendEvent(charts.errors, event)
    (menu,) = [one for one in charts.findChildren(QMenu) if one.isVisible()]
    labels = [action.text() for action in menu.actions()]
    assert labels == ["&Copy this chart", "Copy the &figures", "&Save picture…"]
    menu.actions()[0].trigger()
    menu.close()
    stand.wait()
    assert clipboard().startswith("Moment\tReplay\tError")


def test_a_picture_of_all_charts_is_saved(stand: Stand, tmp_path: Path) -> None:
    stand.know(MAP)
    open_charts(stand)
    press(stand.page.charts.errors, Qt.Key.Key_Home)
    click(stand.page.controls.picture)
    assert stand.page.charts.errors.cursor_words == ""
    assert stand.dialog().selectedFiles()[0].endswith("play charts.png")
    path = str(tmp_path / "charts.png")
    stand.choose(path)
    stand.wait_for(lambda: stand.messages)
    assert stand.messages[-1][0] == "good"
    image = QImage(path)
    assert image.height() > stand.page.charts.viewport().height()
    assert image.width() == stand.page.charts.viewport().width()


def test_the_colours_follow_the_theme(stand: Stand) -> None:
    stand.know(MAP)
    open_charts(stand)
    dark = stand.page.charts.picture().pixelColor(2, 2)
    stand.page.set_colours(ramp(255, is_dark=False))
    light = stand.page.charts.picture().pixelColor(2, 2)
    assert dark.lightnessF() < 0.3 < 0.7 < light.lightnessF()


def test_another_replay_takes_the_place_of_the_first(stand: Stand, tmp_path: Path) -> None:
    stand.know(MAP)
    open_charts(stand)
    other = replay_file(MAP, frames_of(HITS[:2]), player="Other", counts=(2, 0, 0, 3), combo=2)
    open_charts(stand, write(tmp_path, "other.osr", other))
    charts = stand.page.charts.charts
    assert charts is not None
    assert charts.names == ("Other",)
    assert charts.figures[0].judged == 2
