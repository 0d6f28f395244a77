"""Charts of a replay: a scrolled grid of charts, and the pp of plays like it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QPainter,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from osubrowser.models.players.profile import ChartData
from osubrowser.models.replays.chart_data import (
    ReplayCharts,
    Span,
    as_text,
    charts_of,
    curves_table,
    errors_table,
    figures_table,
    pp_chart,
)
from osubrowser.models.replays.scene_words import moment
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.charts.chart import Chart, Curve
from osubrowser.ui.charts.error_chart import ErrorChart, ErrorSeries, Shade
from osubrowser.ui.charts.histogram import Bins, Histogram, Marks
from osubrowser.ui.charts.time_chart import KeyRateChart, TimeChart
from osubrowser.ui.pages.playback.charts_pp import PerformancePanel, Question
from osubrowser.ui.pages.playback.style import FieldStyle
from osubrowser.ui.widgets.menus import add_action, copy_text, pop_up

if TYPE_CHECKING:
    from osubrowser.models.replays.chart_data import ErrorSeries as DataErrors
    from osubrowser.models.replays.scene import Scene
    from osubrowser.services.replays.analysis_process import Performed
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.ui.style.theme import Colours

_TWO_COLUMNS: Final = 820  # pixels from which on two charts stand side by side
_GAP: Final = 8
_NO_PP: Final = tr("There are no pp without the beatmap.")
_WAITING: Final = tr("The replay is not judged yet.")


@dataclass(frozen=True, slots=True)
class PerformanceSource:
    """Where pp come from. The functions block, for workers.

    Attributes:
        played: the first replay.
        of_play: returns the pp of a replay, by its position, and over its play.
        answer: returns the pp of a play that was not.
        server: returns the pp that osu! gave the first replay; None if it gave none.
    """

    played: Question
    of_play: Callable[[int], Performed]
    answer: Callable[[Question], Performed]
    server: Callable[[], float | None] | None = None


class ChartsView(QScrollArea):
    """Charts of the replays of a playback. They are computed when they are seen.

    Args:
        calls: runs what blocks.
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        errors, histogram, presses, pp, accuracy, combo, life, frames, frame_histogram: the charts.
        performance: the panel of pp.

    Signals:
        sought(float): a click chose a moment of the song, in milliseconds.
        message_requested(str, str): as of `Page`.
        picture_requested: of the menu.
    """

    sought = Signal(float)
    message_requested = Signal(str, str)
    picture_requested = Signal()

    def __init__(self, calls: Calls, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._colours = colours
        self._style = FieldStyle(colours)
        self._scope = TaskScope()
        self._scene: Scene | None = None
        self._why = ""
        self._source: PerformanceSource | None = None
        self._is_stale = False
        self._is_pp_stale = False
        self._charts: ReplayCharts | None = None
        self._pp: tuple[ChartData, ...] = ()
        self._hidden: frozenset[int] = frozenset()
        self._shape = (0, True)  # columns, and whether judged charts come first
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = QWidget(self)
        inner = self._inner
        self.errors = ErrorChart(tr("Hit errors"), _WAITING, moment, inner)
        self.histogram = Histogram(tr("Histogram"), _WAITING, numerals.whole, inner)
        self.presses = KeyRateChart(tr("Key presses a second"), tr("No key was pressed."), inner)
        self.pp = TimeChart(
            tr("pp over the play"), _NO_PP, numerals.whole, starts_at_zero=True, parent=inner
        )
        self.accuracy = TimeChart(
            tr("Accuracy over the play"),
            _WAITING,
            _percent,
            limits=(0.0, 100.0),
            settles_after=0.08,
            parent=inner,
        )
        self.combo = TimeChart(
            tr("Combo over the play"),
            _WAITING,
            _times,
            starts_at_zero=True,
            parent=inner,
        )
        self.life = TimeChart(
            tr("Life over the play"),
            tr("The replay file has no life bar."),
            _percent,
            limits=(0.0, 100.0),
            starts_at_zero=True,
            parent=inner,
        )
        self.frames = TimeChart(
            tr("Frame times over the play"),
            tr("The replay has no frames."),
            _milliseconds,
            starts_at_zero=True,
            parent=inner,
        )
        self.frame_histogram = Histogram(
            tr("Frame times"), tr("The replay has no frames."), numerals.whole, inner
        )
        self.performance = PerformancePanel(colours, inner)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(12, 8, 12, 10)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # shows the background of the page
        self.viewport().setAutoFillBackground(False)
        self._over_time: tuple[ErrorChart | TimeChart, ...] = (
            *(self.errors, self.presses, self.pp, self.accuracy),
            *(self.combo, self.life, self.frames),
        )
        for chart in self._over_time:
            chart.sought.connect(self.sought)
        for part in self._all():  # as high as what is beside it
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.performance.asked.connect(self._on_asked)
        self._arrange(2, is_judged=True)
        self.set_colours(colours)
        self.show_scene(None)

    # --- public methods ----------------------------------------------------------------------

    def show_scene(
        self, scene: Scene | None, why: str = "", source: PerformanceSource | None = None
    ) -> None:
        """Set the replays.

        Args:
            scene: the replays; None for none.
            why: why they are not judged, as a sentence.
            source: where pp come from; None while there is no beatmap.
        """
        self._scene, self._why, self._source = scene, why, source
        self._is_stale = scene is not None
        self._is_pp_stale = source is not None
        if scene is None:
            self._scope.cancel_all()
            self._charts, self._pp = None, ()
            self._fill()
        if source is None:
            self._pp = ()
            self.pp.set_empty(why or _NO_PP)
            self.performance.show_nothing(why or _NO_PP)
        if self.isVisible():
            self._load()

    def set_hidden(self, hidden: frozenset[int]) -> None:
        """Hide replays by their positions."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._fill()

    def set_time(self, time: float) -> None:
        """Set the moment that is played, milliseconds of the song."""
        for chart in self._over_time:
            chart.set_time(time)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self._style = FieldStyle(colours)
        judgements: dict[object, QColor] = dict(self._style.judgements.items())
        for chart in self._all():
            if isinstance(chart, ErrorChart):
                chart.set_colours(colours, judgements)
            else:
                chart.set_colours(colours)
        self.performance.set_colours(colours)
        self._fill()

    @property
    def charts(self) -> ReplayCharts | None:
        """The data that is shown; None before it is computed."""
        return self._charts

    @property
    def is_settled(self) -> bool:
        """Whether nothing is computed or asked for."""
        return len(self._scope) == 0 and not self.performance.is_asking

    def stop(self) -> None:
        """Cancel what is computed."""
        self._scope.cancel_all()
        self._is_stale = self._scene is not None
        self._is_pp_stale = self._source is not None

    def picture(self) -> QImage:
        """Return all charts as an image, without their cursors."""
        for chart in self._all():
            chart.move_cursor(None)
        ratio = self.devicePixelRatioF()
        image = QImage(self._inner.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(self._colours.background6)
        painter = QPainter(image)
        self._inner.render(
            painter,
            QPoint(),
            QRegion(self._inner.rect()),
            QWidget.RenderFlag.DrawChildren,
        )
        painter.end()
        return image

    def copy_figures(self) -> None:
        """Copy the figures of the replays to the clipboard, as tab-separated values."""
        charts = self._charts
        if charts is not None:
            rows = self.performance.as_rows()
            self._scope.start(
                self._copy(
                    lambda: _figures_text(charts, rows), tr("The figures are on the clipboard.")
                )
            )

    def copy_selection(self) -> None:
        """Copy the points of the chart that has the focus; the figures if none has it."""
        chart = next((one for one in self._all() if one.hasFocus()), None)
        if chart is None:
            self.copy_figures()
        else:
            self.copy_chart(chart)

    def copy_chart(self, chart: Chart | ErrorChart) -> None:
        """Copy the points of a chart to the clipboard, as tab-separated values."""
        if isinstance(chart, ErrorChart):
            shown = self._shown_errors()

            def text() -> str:
                return as_text(errors_table([one for _, one in shown]))
        else:
            curves = [curve.data for curve in chart.curves]
            names = [curve.name or chart.title for curve in chart.curves]
            heading = tr("Bin") if isinstance(chart, Histogram) else tr("Moment")

            def text() -> str:
                return as_text(curves_table(heading, names, curves))

        done = tr("What the chart “{title}” shows is on the clipboard.").format(title=chart.title)
        self._scope.start(self._copy(text, done))

    # --- layout ------------------------------------------------------------------------------

    def _all(self) -> tuple[Chart | ErrorChart, ...]:
        return (*self._over_time, self.histogram, self.frame_histogram)

    def _arrange(self, columns: int, *, is_judged: bool) -> None:
        """Lay out the charts: those that have something to show at the top."""
        if (columns, is_judged) == self._shape:
            return
        self._shape = columns, is_judged
        judged: tuple[tuple[QWidget, ...], ...] = (
            (self.errors,),
            (self.histogram, self.performance),
            (self.pp, self.accuracy),
        )
        others: tuple[tuple[QWidget, ...], ...] = (
            (self.presses, self.combo),
            (self.life, self.frames),
            (self.frame_histogram,),
        )
        pairs = (*judged, *others)
        if not is_judged:
            pairs = ((self.presses, self.life), (self.frames, self.frame_histogram))
            pairs += ((self.performance, self.pp), (self.errors, self.histogram))
            pairs += ((self.accuracy, self.combo),)
        order = [part for pair in pairs for part in pair]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        row = 0
        for pair in pairs:
            if columns == 1 or len(pair) == 1:
                for part in pair:
                    self._grid.addWidget(part, row, 0, 1, columns)
                    row += 1
            else:
                for at, part in enumerate(pair):
                    self._grid.addWidget(part, row, at)
                row += 1
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the charts in one or two columns."""
        super().resizeEvent(event)
        self._arrange_anew()

    def _arrange_anew(self) -> None:
        columns = 2 if self.viewport().width() >= _TWO_COLUMNS else 1
        self._arrange(columns, is_judged=self._charts is None or not self._charts.why)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size."""
        return QSize(320, 120)

    # --- loading -----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Compute the charts of the replays that are shown."""
        super().showEvent(event)
        self._load()

    def _load(self) -> None:
        scene, source = self._scene, self._source
        if scene is not None and self._is_stale:
            self._is_stale = False
            self._scope.start(self._compute(scene, self._why), key="charts")
        if scene is not None and source is not None and self._is_pp_stale:
            self._is_pp_stale = False
            self._scope.start(self._load_pp(scene, source), key="pp", on_error=self._on_pp_failed)

    async def _compute(self, scene: Scene, why: str) -> None:
        self._charts = await self._calls.run(charts_of, scene, why)
        self._fill()

    async def _load_pp(self, scene: Scene, source: PerformanceSource) -> None:
        span = Span(scene.start, max(scene.end, scene.start + 1))
        curves: list[ChartData] = []
        for number in range(len(scene.tracks)):
            found = await self._calls.run(source.of_play, number)
            curves.append(await self._calls.run(pp_chart, found.curve, span))
            if number == 0:
                self._show_pp(source, found)
        self._pp = tuple(curves)
        self._fill()
        if source.server is not None:
            self._scope.start(self._ask_server(source.server), key="server", on_error=_ignored)

    def _show_pp(self, source: PerformanceSource, found: Performed) -> None:
        self.pp.set_empty(found.problem or tr("There are no pp of this play."))
        title = filter(None, (tr("pp over the play"), found.curve_formula))
        self.pp.set_title(" · ".join(title))
        if not found.formula:
            self.performance.show_nothing(found.problem)
            return
        text = (
            ""
            if found.pp is None
            else tr("This play: {pp} pp, {formula}").format(
                pp=numerals.decimal(found.pp, 2), formula=found.formula
            )
        )
        self.performance.show_play(source.played, found.pp, text, found.max_combo, "")

    async def _ask_server(self, ask: Callable[[], float | None]) -> None:
        pp = await self._calls.run(ask)
        if pp is not None:
            self.performance.show_server(
                tr("This play, as osu! has it: {pp} pp").format(pp=numerals.decimal(pp, 2))
            )

    def _on_asked(self, question: Question) -> None:
        source = self._source
        if source is not None:
            self._scope.start(
                self._answer(source, question), key="answer", on_error=self._on_answer_failed
            )

    async def _answer(self, source: PerformanceSource, question: Question) -> None:
        found = await self._calls.run(source.answer, question)
        if found.pp is None:
            self.performance.show_no_answer(found.problem)
            return
        played = self.performance.played_pp
        said = (
            []
            if played is None
            else [
                tr("{pp} pp against this play").format(
                    pp=numerals.decimal(found.pp - played, 2, sign=True)
                )
            ]
        )
        if found.stars is not None:
            said.append(tr("{stars} stars").format(stars=numerals.decimal(found.stars, 2)))
        self.performance.show_answer(
            tr("{pp} pp").format(pp=numerals.decimal(found.pp, 2)),
            " · ".join(said),
            _capital(found.formula),
        )

    def _on_pp_failed(self, error: BaseException) -> None:
        sentence = tr("The pp could not be calculated: it took too long, or too much memory.")
        del error
        self.pp.set_empty(sentence)
        self.performance.show_nothing(sentence)

    def _on_answer_failed(self, error: BaseException) -> None:
        del error
        self.performance.show_no_answer(tr("These pp could not be calculated."))

    # --- filling -----------------------------------------------------------------------------

    def _fill(self) -> None:
        """Give the charts the replays that are not hidden."""
        charts = self._charts
        if charts is None:
            for chart in (self.pp, self.accuracy, self.combo, self.life, self.frames):
                chart.show_curves(())
            return
        self._arrange_anew()
        shown = [at for at in range(len(charts.names)) if at not in self._hidden]
        colours = [self._style.track(at) for at in shown]
        is_alone = len(charts.names) == 1
        names = ["" if is_alone else charts.names[at] for at in shown]
        for judged in (self.errors, self.histogram, self.accuracy, self.combo):
            judged.set_empty(charts.why or tr("This replay is not judged."))
        titles = charts.titles
        self.errors.set_title(titles.errors)
        self.histogram.set_title(titles.histogram)
        self.presses.set_title(titles.presses)
        self.frame_histogram.set_title(titles.frames)
        is_catch = charts.unit == "px"
        caught = tr("caught", "fruit") if is_catch else ""
        shades = [
            Shade(f"{caught or name.value} ±{_half(half)}", half, name)
            for name, half in charts.windows
        ]
        self.errors.show_errors(
            [
                ErrorSeries("" if is_alone else one.name, one, self._style.track(at))
                for at, one in self._shown_errors()
            ],
            shades,
            charts.span,
            charts.unit,
            (tr("right"), tr("left")) if is_catch else (tr("late"), tr("early")),
        )
        for histogram, data in (
            (self.histogram, charts.histogram),
            (self.frame_histogram, charts.frame_histogram),
        ):
            if data.curves:
                histogram.show_histogram(
                    [Curve(n, data.curves[at]) for n, at in zip(names, shown, strict=True)],
                    Bins(data.low, data.width),
                    [Marks(*data.marks[at]) for at in shown],
                    colours,
                )
            else:
                histogram.show_curves(())
        self.presses.show_keys(
            [Curve(n, charts.presses[at].total) for n, at in zip(names, shown, strict=True)],
            [charts.presses[at].keys for at in shown],
            charts.span,
            colours,
        )
        for chart, curves in (
            (self.pp, self._pp),
            (self.accuracy, charts.accuracy),
            (self.combo, charts.combo),
            (self.life, charts.life),
            (self.frames, charts.frame_times),
        ):
            found = [at for at in shown if at < len(curves)]
            chart.show_play(
                [Curve(names[shown.index(at)], curves[at]) for at in found],
                charts.span,
                [self._style.track(at) for at in found],
            )

    def _shown_errors(self) -> list[tuple[int, DataErrors]]:
        charts = self._charts
        if charts is None:
            return []
        return [
            (at, one)
            for at, one in enumerate(charts.errors)
            if one is not None and at not in self._hidden
        ]

    # --- copies ------------------------------------------------------------------------------

    async def _copy(self, text: Callable[[], str], done: str) -> None:
        found = await self._calls.run(text)
        if found:
            copy_text(found)
            self.message_requested.emit("good", done)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the chart below the mouse."""
        below = self._inner.childAt(self._inner.mapFromGlobal(event.globalPos()))
        menu = QMenu(self)
        if isinstance(below, Chart | ErrorChart):
            add_action(menu, tr("&Copy this chart"), self.copy_chart, below)
        add_action(menu, tr("Copy the &figures"), self.copy_figures)
        add_action(menu, tr("&Save picture…"), self.picture_requested.emit)
        pop_up(menu, event.globalPos())


def _figures_text(charts: ReplayCharts, performance: Sequence[Sequence[str]]) -> str:
    tables = [as_text(figures_table(charts))]
    if performance:
        tables.append(as_text(performance))
    return "\n\n".join(tables)


def _percent(value: float) -> str:
    return numerals.percent(value / 100, 0)


def _times(value: float) -> str:
    return f"{numerals.whole(value)}x"


def _milliseconds(value: float) -> str:
    return tr("{value} ms").format(value=numerals.whole(value))


def _half(value: float) -> str:
    """Format half of a hit window, with a decimal only if it has one."""
    return numerals.decimal(value, 1).removesuffix(numerals.decimal(0.0, 1)[1:])


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _ignored(error: BaseException) -> None:
    """Leave out what osu! does not tell: the figures made here are there."""
    del error
