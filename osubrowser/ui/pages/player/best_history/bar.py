"""Bar of days: a period or two typed days, or the day of a list, and a summary of the rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from osubrowser.models.players.best_history import LISTED, PERIODS, BestQuery, read_day
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.picker import Picker
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.range_field import BoundEdit

if TYPE_CHECKING:
    from osubrowser.models.players.best_history import BestSummary
    from osubrowser.ui.style.theme import Colours

_TYPING: Final = 500
"""Milliseconds after the last key until a typed day is used."""
_TIP: Final = tr("A day, such as 2026-11-30, or words, such as “2 weeks ago”")
_WIDTH: Final = 104


class DaysBar(QWidget):
    """Choice of the days that a view of a best list is about.

    Args:
        parent: the Qt parent.

    Attributes:
        changed: `(period, since, until)`: the user has chosen a period, or typed days.
        period: the choice of a period, or of a day of a list.
        since, until: fields of the first and the last day.
        summary: one line about the rows.
    """

    changed = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = ""
        self.period = Picker(tr("Period"), self, width=300)
        self.since = BoundEdit(tr("First day"), tr("from"), _TIP, _WIDTH, self)
        self.until = BoundEdit(tr("Last day"), tr("today"), _TIP, _WIDTH, self)
        self._between = QLabel("–", self)
        self.summary = ElidedLabel("", self, name=tr("Summary"))
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._on_typed)
        for field in (self.since, self.until):
            field.textEdited.connect(self._on_edited)
            field.returnPressed.connect(self._on_typed)
        self.period.chosen.connect(self._on_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.period, self.since, self._between, self.until):
            row.addWidget(part)
        row.addWidget(self.summary, 1)

    def show_query(self, query: BestQuery) -> None:
        """Show what is asked; `changed` is not emitted."""
        self._typing.stop()
        is_list = query.view == LISTED
        if query.view != self._view:
            self._view = query.view
            self.until.setAccessibleName(tr("Day of the list") if is_list else tr("Last day"))
            self.since.setHidden(is_list)
            self._between.setHidden(is_list)
            if not is_list:
                self.period.set_choices([Choice(key, label) for key, label, _ in PERIODS])
        if is_list:
            self.period.set_current(Choice(query.until, query.until or tr("Today")))
        else:
            named = {key: label for key, label, _ in PERIODS}
            label = named.get(query.period, tr("Between two days"))
            self.period.set_current(Choice(query.period, label))
        since, until = _days_of(query)
        for field, text in ((self.since, since), (self.until, until)):
            field.set_valid(True)
            if not field.hasFocus():
                field.setText(text)

    def show_summary(self, summary: BestSummary) -> None:
        """Show what is known of the list, and offer its days."""
        self.summary.setText(summary.text)
        self.summary.set_hint(
            tr("First seen on {day}: nothing is known before").format(day=summary.since)
            if summary.since
            else ""
        )
        if self._view == LISTED:
            self._offer_days(summary.days)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.period, self.since, self.until):
            part.set_colours(colours)
        for label in (self._between, self.summary):
            label.setStyleSheet(f"color: {colours.foreground.name()};")

    def _offer_days(self, days: Sequence[tuple[str, str]]) -> None:
        self.period.set_choices(
            [Choice("", tr("Today")), *(Choice(key, label, also=key) for key, label in days)]
        )
        label = dict(days).get(self.period.current.key)
        if label is not None:
            self.period.set_current(Choice(self.period.current.key, label))

    def _on_chosen(self, key: str) -> None:
        if self._view == LISTED:
            self.until.setText(key)
            self.changed.emit("", "", key)
        else:
            self.changed.emit(key, "", "")

    def _on_edited(self) -> None:
        for field in (self.since, self.until):
            text = field.text().strip()
            field.set_valid(not text or read_day(text) is not None)
        self._typing.start()

    def _on_typed(self) -> None:
        self._typing.stop()
        if self.since.is_valid and self.until.is_valid:
            since = "" if self._view == LISTED else self.since.text().strip()
            self.changed.emit("", since, self.until.text().strip())


def _days_of(query: BestQuery) -> tuple[str, str]:
    """Return the texts of the fields: those that were typed, or the days of the period."""
    days = next((days for key, _, days in PERIODS if key == query.period), None)
    if query.view == LISTED or not query.period or days is None:
        return query.since, query.until
    return (datetime.now(UTC).date() - timedelta(days=days)).isoformat(), ""
