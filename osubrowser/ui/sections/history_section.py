"""Section with the history of a subject: figures over time in a chart, and a table of the days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from osubrowser.models.history.columns import (
    day_columns,
    day_record,
    event_columns,
    event_record,
)
from osubrowser.models.history.figures import SubjectHistory
from osubrowser.models.history.series import HistoryData
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import tr
from osubrowser.ui.charts.history_chart import HistoryChart, label_of
from osubrowser.ui.lists.list_bar import ListBar
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec, ListState
from osubrowser.ui.sections.host import Section
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.state_panel import Notice, StatePanel
from osubrowser.ui.widgets.toggle_pills import TogglePills

if TYPE_CHECKING:
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Row
    from osubrowser.services.history.records import Difference
    from osubrowser.services.history.store import HistoryStore
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

S = TypeVar("S")
"""Type of the subject."""

SPANS: Final = (
    ("week", tr("Week", "span of a chart"), 7),
    ("month", tr("Month", "span of a chart"), 31),
    ("quarter", tr("3 months", "span of a chart"), 92),
    ("year", tr("Year", "span of a chart"), 366),
    ("all", tr("All", "span of a chart"), None),
)
"""Key, label and days of each span."""
SPAN_DAYS: Final[Mapping[str, int | None]] = {key: days for key, _, days in SPANS}
"""Days by the key of the span; None for all."""

_DAYS_VIEW: Final = "days"
_VIEWS: Final = ((_DAYS_VIEW, tr("Days")), ("events", tr("Events", "of a history")))
_PAGE: Final = 100
"""Rows of a page of the table."""
_SOON: Final = 400
"""Milliseconds from a written snapshot to its display: others follow it."""
_LEAST_CHART: Final = 168
_MOST_CHART: Final = 340
_SHARE: Final = 0.48
"""Of the height that the chart takes, within these limits."""


@dataclass(frozen=True, slots=True)
class HistoryState:
    """Saved state of the section: the choices, and the table."""

    chosen: tuple[str, ...]
    span: str
    view: str
    rows: ListState | None


class HistorySection(Section[S]):
    """Section that shows the history of a subject.

    A subclass says by `load`, `is_about` and `stem_of` what it is about.

    Args:
        name: accessible name.
        chips: key and label of each choice of figures.
        first_chosen: the choices that are shown at first.
        columns_key: identifier of the columns of the table in the settings.
        parts: services that sections are built with.
        parent: the Qt parent.

    Attributes:
        spans: the choice of the span.
        chips: the choice of the figures.
        chart: the chart.
        list: the controller of the table of days.
        bar: the bar above the table.
    """

    def __init__(
        self,
        name: str,
        chips: Sequence[tuple[str, str]],
        first_chosen: Iterable[str],
        columns_key: str,
        parts: SectionParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._columns_key = columns_key
        self._subject: S | None = None
        self._history = SubjectHistory()
        self._view = _DAYS_VIEW
        self._pending: ListState | None = None  # of a table that is restored after the load
        self._is_outdated = False
        self._error: BaseException | None = None
        self._scope = TaskScope()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._on_soon)
        self.spans = Segments(tr("Span"), [(key, label) for key, label, _ in SPANS], self)
        self.chips = TogglePills(tr("Figures of the chart"), chips, self, is_even=True)
        self.chips.show_chosen(first_chosen)
        self.chart = HistoryChart(name, tr("Choose a figure above."), self)
        self.list = parts.list_below(self)
        self.bar = ListBar(tr("Table of the history"), _VIEWS, "", self)
        self._panel = StatePanel(self)
        self._lay_out()
        self._connect()
        self.spans.choose("all")
        self.chart.set_span(None)
        self.set_colours(parts.colours)

    # --- what a subclass says -----------------------------------------------------------------

    def load(self, store: HistoryStore, subject: S) -> SubjectHistory:
        """Load the history of a subject; blocks, on a worker. It raises OSError."""
        raise NotImplementedError

    def is_about(self, difference: Difference, subject: S) -> bool:
        """Return whether a difference is one of the subject."""
        raise NotImplementedError

    def stem_of(self, subject: S) -> str:
        """Return the proposed file name of an export, without its suffix."""
        raise NotImplementedError

    def empty_buttons(self, subject: S) -> tuple[tuple[str, str], ...]:
        """Return key and label of the buttons of a subject without a history."""
        del subject
        return ()

    def act(self, key: str) -> None:
        """Do what a button of a subject without a history says."""

    # --- building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.chips, 1)
        head.addWidget(self.spans, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addWidget(self.bar)
        column.addWidget(self.list.rows, 1)
        self._content, self._column = content, column
        self._stack = QStackedWidget(self)
        self._stack.addWidget(content)
        self._stack.addWidget(self._panel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        rows = self.list
        rows.bind_filter(self.bar.filter)
        rows.bind_buttons(columns=self.bar.columns, export=self.bar.export)
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self.open_requested)
        rows.message_requested.connect(self.message_requested)
        self.bar.chosen.connect(self._on_view_chosen)
        self.spans.chosen.connect(self._on_span_chosen)
        self.chips.changed.connect(self._on_chips_changed)
        self.chart.span_changed.connect(self._on_span_changed)
        self.chart.day_chosen.connect(self._on_day_chosen)
        self._panel.pressed.connect(self._on_pressed)
        history = self._parts.history
        if history is not None:
            history.written.connect(self._on_written)
            history.replaced.connect(self._on_replaced)

    # --- requests of the page -----------------------------------------------------------------

    @property
    def history(self) -> SubjectHistory:
        """The shown history."""
        return self._history

    @property
    def is_settled(self) -> bool:
        """Whether the history is loaded, or has failed."""
        return len(self._scope) == 0 and (self._subject is None or not self._shows_rows)

    @property
    def _shows_rows(self) -> bool:
        """Whether rows of the table are still to come."""
        return self.list.spec is not None and not self.list.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error of the load; None for none."""
        return self._error

    def show_subject(self, subject: S, state: object | None = None) -> None:
        """Show the history of a subject; `state` has the choices."""
        self._subject = subject
        if isinstance(state, HistoryState):
            self.chips.show_chosen(state.chosen)
            self.spans.choose(state.span)
            self.chart.set_span(SPAN_DAYS.get(state.span))
            self._view, self._pending = state.view, state.rows
            if self.bar.pills is not None:
                self.bar.pills.choose(state.view)
        self._load()

    def save_state(self) -> object | None:
        """Return the choices and the state of the table."""
        span = self.spans.current or "all"
        return HistoryState(self.chips.chosen, span, self._view, self.list.save_state())

    def reload(self) -> None:
        """Read the history again."""
        if self._subject is not None:
            self._load()

    def leave(self) -> None:
        """Cancel all loads and release the subject."""
        self._scope.cancel_all()
        self._soon.stop()
        self._subject = None
        self._history = SubjectHistory()
        self._pending, self._error = None, None
        self._is_outdated = False
        self.chart.move_cursor(None)
        self.chart.show_data(HistoryData())
        self.list.leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.spans, self.chips, self.chart, self.bar, self.list):
            part.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the chart, or to the button of the message in its place."""
        if self._stack.currentWidget() is self._panel:
            super().take_focus()
        else:
            self.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.bar.filter.start()

    def copy_selection(self) -> None:
        """Copy the selected days to the clipboard as TSV."""
        self.list.copy_selection()

    def export(self) -> None:
        """Export the days to a file chosen in a dialog."""
        if self._subject is not None:
            self.list.export()

    # --- loading ------------------------------------------------------------------------------

    def _load(self) -> None:
        subject = self._subject
        if subject is not None:
            self._is_outdated = False
            self._scope.start(self._show(subject), key="load", on_error=self._on_failed)

    async def _show(self, subject: S) -> None:
        services = self._parts.history
        if services is None:
            self._show_nothing(subject)
            return
        history, data = await services.read(self._loaded, subject, self.chips.chosen)
        self._error = None
        is_again = self.list.spec is not None and bool(self._history)
        self._history = history
        if not history:
            self._show_nothing(subject)
            return
        for key in dict(self._all_chips()):
            self.chips.set_shown(key, key in history.known)
        if set(self.chips.chosen) & history.known != set(self.chips.chosen) and not data:
            # Nothing of what was chosen is known: the first figure that is.
            first = next(key for key, _ in self._all_chips() if key in history.known)
            self.chips.show_chosen([first])
            data = await self._parts.calls.run_at_once(history.chart, (first,))
        self.chart.show_data(data)
        self._show_note()
        self._stack.setCurrentWidget(self._content)
        if is_again:
            self.list.reload(self._spec(subject))
        else:
            self.list.show(self._spec(subject), state=self._pending)
        self._pending = None

    def _loaded(
        self, store: HistoryStore, subject: S, chosen: tuple[str, ...]
    ) -> tuple[SubjectHistory, HistoryData]:
        history = self.load(store, subject)
        return history, history.chart(chosen)

    def _all_chips(self) -> Iterable[tuple[str, str]]:
        return ((figure.chip, figure.label) for figure in self._history.figures)

    def _show_nothing(self, subject: S) -> None:
        self.chart.show_data(HistoryData())
        self.list.leave()
        self._panel.show_notice(
            Notice(
                tr("Nothing is known before today: the history grows while you browse."),
                tr(
                    "osu! keeps no history of these figures. Each time they are seen here, the"
                    " program takes a note of them."
                ),
                self.empty_buttons(subject),
            )
        )
        self._stack.setCurrentWidget(self._panel)
        self.status_changed.emit("")

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        self._error = error
        self._panel.show_notice(
            Notice(tr("The history cannot be read."), str(error)[:200], (("retry", tr("Retry")),))
        )
        self._stack.setCurrentWidget(self._panel)

    def _show_note(self) -> None:
        history = self._history
        days = history.days
        words = tr("%n known day(s)", "", len(days))
        if len(days) == 1:
            words += " · " + tr("the history grows while you browse")
        else:
            words += " · " + tr("since {day}").format(day=label_of(days[0]))
        self.bar.set_note(words)

    def _on_pressed(self, key: str) -> None:
        if key == "retry":
            self._load()
        elif self._subject is not None:
            self.act(key)
            self._show_nothing(self._subject)

    # --- table --------------------------------------------------------------------------------

    def _spec(self, subject: S) -> ListSpec:
        """Return the list of the chosen view: the days, or the events."""
        history, has_days = self._history, self._view == _DAYS_VIEW
        page = _days if has_days else _events

        def columns(_original: bool) -> Columns:
            return day_columns(history.figures) if has_days else event_columns()

        def source(_loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            async def fetch(cursor: object | None) -> RowsPage:
                start = cursor if isinstance(cursor, int) else 0
                return await self._parts.calls.run_at_once(page, history, columns, start)

            return CursorSource(fetch)

        return ListSpec(
            key=self._columns_key if has_days else f"{self._columns_key}/events",
            title=tr("Days of the history") if has_days else tr("Events of the history"),
            columns=columns,
            source=source,
            record=day_record if has_days else event_record,
            file_stem=self.stem_of(subject) + ("" if has_days else "-events"),
            empty=EmptyText(tr("No event is known in this time.")),
            no_link=tr("A day of a history leads nowhere."),
        )

    def _on_view_chosen(self, view: str) -> None:
        self._view = view
        if self._subject is not None and self._history:
            self.list.show(self._spec(self._subject))

    def _on_day_chosen(self, day: int) -> None:
        """Select a day in the table of the days."""
        if self._view != _DAYS_VIEW:
            return
        days = self._history.days
        number = len(days) - days.index(day) if day in days else 0
        if not 0 < number <= self.list.model.loaded:
            return
        view_row = self.list.model.view_row_of(number)
        if view_row >= 0:
            self.list.table.go_to(view_row)

    # --- choices ------------------------------------------------------------------------------

    def _on_span_chosen(self, key: str) -> None:
        self.chart.set_span(SPAN_DAYS[key])

    def _on_span_changed(self) -> None:
        if self.chart.is_zoomed:
            self.spans.choose_none()
        else:
            days = self.chart.span
            self.spans.choose(next(key for key, _, one in SPANS if one == days))

    def _on_chips_changed(self, chosen: tuple[str, ...]) -> None:
        self._scope.start(self._draw(chosen), key="draw")

    async def _draw(self, chosen: tuple[str, ...]) -> None:
        self.chart.show_data(await self._parts.calls.run_at_once(self._history.chart, chosen))

    # --- changes ------------------------------------------------------------------------------

    def _on_written(self, differences: Iterable[Difference]) -> None:
        subject = self._subject
        if subject is None:
            return
        is_new = not self._history or self._history.today not in self._history.daily
        if is_new or any(self.is_about(one, subject) for one in differences):
            self._is_outdated = True
            if not self._soon.isActive():
                self._soon.start()

    def _on_replaced(self) -> None:
        self._is_outdated = True
        self._soon.start()

    def _on_soon(self) -> None:
        if self._is_outdated and self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the history again if it has changed while the section was hidden."""
        super().showEvent(event)
        self._on_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the chart its share of the height."""
        super().resizeEvent(event)
        height = min(max(round(self.height() * _SHARE), _LEAST_CHART), _MOST_CHART)
        self.chart.setFixedHeight(height)


def _days(history: SubjectHistory, columns: Columns, start: int) -> RowsPage:
    """Format a page of days. Runs on a worker."""
    days = history.rows(start, _PAGE)
    rows = make_rows(columns, days, first_number=start + 1, identity=lambda row: row.day)
    return _page(rows, start, len(history.days))


def _events(history: SubjectHistory, columns: Columns, start: int) -> RowsPage:
    """Format a page of events, the newest first. Runs on a worker."""
    count = len(history.marks)
    marks = history.marks[max(0, count - start - _PAGE) : count - start]
    rows = make_rows(columns, reversed(marks), first_number=start + 1, identity=lambda mark: mark)
    return _page(rows, start, count)


def _page(rows: list[Row[Any]], start: int, total: int) -> RowsPage:
    end = start + len(rows)
    return RowsPage(rows, total=total, next=end if end < total else None)
