"""Dialog with the statistics of replays: figures, charts over time, misses, bests by beatmap."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QImageWriter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from osubrowser.models.replays.library_statistics import (
    MAP_COLUMNS,
    MAP_ROWS,
    LibraryStatistics,
    as_text,
    best_columns,
    best_page,
    best_record,
    statistics_of,
)
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.storage import default_folders
from osubrowser.services.storage.atomic_write import write_whole
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.charts.chart import BarChart, Curve, LineChart
from osubrowser.ui.charts.heat_map import HeatMap
from osubrowser.ui.lists.list_controller import EmptyText, ListController, ListSpec
from osubrowser.ui.lists.replay_links import link_of
from osubrowser.ui.widgets.menus import copy_text
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from osubrowser.models.replays.library_statistics import BeatmapBests
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.services.replays.records import ReplayRecord
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.lists.row_links import RowLink
    from osubrowser.ui.pages.replays.parts import ReplaysParts
    from osubrowser.ui.style.theme import Colours

_TIME, _MISSES, _BESTS = "time", "misses", "bests"
_PARTS: Final = ((_TIME, tr("Over time")), (_MISSES, tr("Misses")), (_BESTS, tr("By beatmap")))
_IN_A_ROW: Final = 7  # figures
_NOT_ANALYSED: Final = tr("There are figures of timing once two of these replays are analysed.")


class StatisticsDialog(QDialog):
    """Dialog, not modal, with the statistics of replays.

    Args:
        parts: services.
        colours: to paint with until `set_colours` is called.
        parent: the view of the library.

    Attributes:
        open_requested, message_requested: as of `Page`.
    """

    open_requested = Signal(object, str)
    message_requested = Signal(str, str)

    def __init__(self, parts: ReplaysParts, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Statistics of replays"))
        self._parts = parts
        self._scope = TaskScope()
        self._found: LibraryStatistics | None = None
        self.figures = FigureGrid(self)
        self.choice = Segments(tr("Statistics"), _PARTS, self)
        self.unstable_rate = LineChart(
            tr("Unstable rate"), _NOT_ANALYSED, numerals.whole, parent=self
        )
        self.mean_error = LineChart(tr("Mean error"), _NOT_ANALYSED, _milliseconds, parent=self)
        self.miss_map = HeatMap(
            tr("Misses on the playfield"),
            tr("No misses of osu! plays are known: they are shown once replays are analysed."),
            lambda count: tr("%n miss(es)", "", count),
            (MAP_COLUMNS, MAP_ROWS),
            self,
        )
        self.miss_times = BarChart(
            tr("Misses over the song"), tr("No misses are known."), numerals.whole, self
        )
        self.list = ListController(
            parts.account,
            parts.calls,
            parts.preferences.settings,
            colours,
            None,
            parts.has_page,
            self,
        )
        self.copy = QPushButton(tr("Copy figures"), self)
        self.save = QPushButton(tr("Save picture …"), self)
        self.close_button = QPushButton(tr("Close"), self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.set_colours(colours)

    def _lay_out(self) -> None:
        time, misses = QWidget(self), QWidget(self)
        over_time = QVBoxLayout(time)
        over_time.addWidget(self.unstable_rate)
        over_time.addWidget(self.mean_error)
        over_time.addStretch(1)
        of_misses = QHBoxLayout(misses)
        of_misses.addWidget(self.miss_map, 1)
        of_misses.addWidget(self.miss_times, 1, Qt.AlignmentFlag.AlignTop)
        for layout in (over_time, of_misses):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(8)
        for widget in (time, misses, self.list.rows):
            self._stack.addWidget(widget)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addWidget(self.save)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.setSpacing(10)
        outer.addWidget(self.figures)
        outer.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._stack, 1)
        outer.addLayout(foot)
        self.resize(860, 580)

    def _connect(self) -> None:
        self.choice.chosen.connect(self._on_part_chosen)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.close)
        self.list.open_requested.connect(self.open_requested)
        self.list.message_requested.connect(self.message_requested)
        self.finished.connect(self._on_finished)

    @property
    def found(self) -> LibraryStatistics | None:
        """The statistics that are shown; None until they have been computed."""
        return self._found

    def show_replays(self, records: Sequence[ReplayRecord]) -> None:
        """Compute the statistics of replays, and show them."""
        self._scope.start(self._show(list(records)), key="statistics")

    async def _show(self, records: list[ReplayRecord]) -> None:
        is_original = self._parts.preferences.settings.titles == "original"
        found = await self._parts.calls.run(statistics_of, records, original=is_original)
        self._found = found
        self.figures.show_figures(found.figures)
        self.unstable_rate.show_curves([Curve("", found.unstable_rate)])
        self.mean_error.show_curves([Curve("", found.mean_error)])
        self.miss_map.show_counts(found.miss_map)
        self.miss_times.show_curves([Curve("", found.miss_times)])
        self.list.show(self._spec(found.bests))

    def _spec(self, bests: Sequence[BeatmapBests]) -> ListSpec:
        calls = self._parts.calls

        def source(_loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            async def fetch(_cursor: object | None) -> RowsPage:
                return await calls.run(best_page, bests, columns)

            return CursorSource(fetch)

        return ListSpec(
            key="replay-statistics",
            title=tr("Best replays by beatmap"),
            columns=best_columns,
            source=source,
            record=best_record,
            file_stem="osu-replays-by-beatmap",
            empty=EmptyText(tr("None of these replays can be read.")),
            link=_link_of,
        )

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.list.set_colours(colours)
        for part in (
            self.choice,
            self.unstable_rate,
            self.mean_error,
            self.miss_map,
            self.miss_times,
        ):
            part.set_colours(colours)

    def _on_part_chosen(self, key: str) -> None:
        self._stack.setCurrentIndex([name for name, _ in _PARTS].index(key))

    def _on_copy_clicked(self) -> None:
        if self._found is not None:
            copy_text(as_text(self._found))
            self.message_requested.emit("good", tr("Copied the figures."))

    def _on_save_clicked(self) -> None:
        image = self.grab(self.figures.geometry().united(self._stack.geometry())).toImage()
        folder = self._parts.preferences.settings.export_folder or default_folders.exports()
        dialog = QFileDialog(self, tr("Save a picture of the statistics"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("PNG picture (*.png)"))
        dialog.setDefaultSuffix("png")
        dialog.selectFile("osu-replay-statistics.png")
        dialog.fileSelected.connect(lambda path: self.save_picture(image, Path(path)))
        dialog.open()

    def save_picture(self, image: QImage, path: Path) -> None:
        """Write a picture to a file, on a worker."""
        self._scope.start(self._save(image, path))

    async def _save(self, image: QImage, path: Path) -> None:
        problem = await self._parts.calls.run(_write, image, path)
        if problem:
            self.message_requested.emit(
                "bad", tr("The picture was not saved. {problem}").format(problem=problem)
            )
        else:
            self.message_requested.emit(
                "good", tr("The picture is saved: {path}").format(path=plain(str(path)))
            )

    def _on_finished(self) -> None:
        self._scope.cancel_all()
        self.list.leave()


class FigureGrid(QWidget):
    """Grid of figures, each a value below its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(1)

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Set the figures: name and value of each."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number, (name, value) in enumerate(figures):
            row, column = divmod(number, _IN_A_ROW)
            words = _label(value, "strong")
            words.setAccessibleName(f"{name}: {value}")
            self._grid.addWidget(_label(name, "secondary"), 3 * row, column)
            self._grid.addWidget(words, 3 * row + 1, column)
            if row:
                self._grid.setRowMinimumHeight(3 * row - 1, 8)  # each value stays with its name


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def _milliseconds(value: float) -> str:
    shown = numerals.decimal(value, 0, sign=True) if value else "0"
    return tr("{value} ms").format(value=shown)


def _link_of(best: BeatmapBests, origin: str) -> RowLink | None:
    return link_of(best.best, origin)


def _write(image: QImage, path: Path) -> str:
    """Write a picture. Returns why it was not written, or ""."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(image):
        return tr("It could not be encoded.")
    try:
        write_whole(path, bytes(data.data()))
    except OSError as error:
        return plain(f"{error.strerror or error}.", 200)
    return ""
