"""Charts of a long replay: their data, and how soon they are drawn."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osubrowser.analysis.analyse import analyse
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.result import Judgement
from osubrowser.api.replays import read_replay
from osubrowser.models.replays.chart_data import CODES, Span, charts_of, error_series
from osubrowser.models.replays.scene import build_scene, read_track, with_judgement
from osubrowser.models.replays.scene_words import moment
from osubrowser.ui.charts.error_chart import ErrorChart, ErrorSeries, Shade
from osubrowser.ui.style.colours import ramp
from tests.benchmarks.test_playback import REPLAYS, pair, table_frame

DOTS = 40_000
WIDTH, HEIGHT = 1200, 250
LONGEST = 16.0  # milliseconds that the window may stand still


def cpu_of(work: Callable[[], object], times: int = 15) -> float:
    """Return the median of the milliseconds of CPU that a call takes."""
    took = []
    for _ in range(times):
        began = time.process_time()
        work()
        took.append((time.process_time() - began) * 1000)
    return statistics.median(took)


def test_forty_thousand_hit_errors_are_drawn_in_time(qtbot: QtBot) -> None:
    great = CODES.index(Judgement.GREAT)
    found = [(n * 50.0, (n * 7919) % 61 - 30.0, great, "") for n in range(DOTS)]
    series = error_series("", found, "ms")
    chart = ErrorChart("Hit errors", "", moment)
    qtbot.addWidget(chart)
    chart.set_colours(ramp(255, is_dark=True), {})
    chart.show_errors(
        [ErrorSeries("", series, QColor("red"))],
        [Shade("great", 50.0, Judgement.GREAT)],
        Span(0, DOTS * 50),
        "ms",
    )
    chart.resize(WIDTH, HEIGHT)
    chart.show()
    qtbot.waitExposed(chart)

    def draw_anew() -> None:
        chart.set_title("Hit errors")
        grab(chart)

    anew, again = cpu_of(draw_anew), cpu_of(lambda: grab(chart))
    reference = table_frame(qtbot)
    print(
        f"\n{DOTS:,} dots: {anew:.2f} ms of CPU anew, {again:.2f} ms with another moment, "
        f"{anew / reference:.2f} and {again / reference:.2f} of a frame of Qt's own table"
    )
    assert anew < LONGEST
    assert again < anew
    assert again < reference / 4


def grab(widget: QWidget) -> None:
    widget.grab()


@pytest.mark.skipif(
    not (REPLAYS / "index.json").exists(), reason="the real replays are not beside this checkout"
)
def test_the_data_takes_less_time_than_the_judgement() -> None:
    replay, beatmap_file, length = pair("mania")
    data = replay.read_bytes()
    beatmap = read_beatmap(beatmap_file.read_bytes())
    began = time.process_time()
    analysis = analyse(read_replay(data), beatmap)
    judged = time.process_time() - began
    scene = build_scene((with_judgement(read_track(data, ""), beatmap, analysis),), beatmap)
    made = cpu_of(lambda: charts_of(scene), 5) / 1000
    print(
        f"\n{length / 60_000:.0f} minutes, {len(analysis.parts):,} parts: charts {made:.2f} s of "
        f"CPU, {made / judged:.2f} of the judgement"
    )
    assert made < judged / 2
