"""Bar of a comparison: the earlier day, lists of movers, and what is known of that day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from osubrowser.models.rankings.comparison import FALLERS, LEFT, NEW, RISERS
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.assistive import order_tab
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.picker import Picker
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

ALL: Final = "all"
"""View of the ranking itself."""
VIEWS: Final = (
    (ALL, tr("All", "entries of a ranking")),
    (RISERS, tr("Risers")),
    (FALLERS, tr("Fallers")),
    (NEW, tr("New", "entries of a ranking")),
    (LEFT, tr("Left", "entries that are gone from a ranking")),
)


class ComparisonBar(QWidget):
    """Controls of a comparison.

    Args:
        parent: the Qt parent.

    Attributes:
        view_requested: the key of a view: `all`, or one of `MOVERS`.
        closed: the comparison is to end.
        days: picker of the earlier day; its keys are days in the form of addresses.
        views: the views, with the number of entries of each.
    """

    view_requested = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = Picker(tr("Earlier day"), self, width=360)
        self.views = Segments(tr("Entries"), VIEWS, self)
        self.known = QLabel(self)
        self.known.setTextFormat(Qt.TextFormat.PlainText)
        self.known.setProperty("role", "secondary")
        self.known.setMinimumWidth(1)
        self.close_button = ToolButton(
            tr("End the comparison"), "close", tr("End the comparison"), self
        )
        caption = QLabel(tr("Compared with"), self)
        caption.setProperty("role", "secondary")
        self._labels = (self.known, caption)
        self._strip = ScrollStrip(self.views, self)
        self._sentence = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(caption)
        layout.addWidget(self.days)
        layout.addWidget(self._strip)
        layout.addWidget(self.known, 1)
        layout.addWidget(self.close_button)
        layout.addStrut(32)
        order_tab(layout)
        self.views.chosen.connect(self.view_requested)
        self.close_button.clicked.connect(self.closed)

    def show_day(self, key: str, text: str) -> None:
        """Set the shown day, without emitting a signal."""
        self.days.set_current(Choice(key, text))

    def show_known(self, sentence: str, whole: str = "") -> None:
        """Set the sentence about what is known; `whole` is its tooltip."""
        self.known.setText(sentence)
        self.known.setToolTip(tooltip(whole or sentence))

    def show_counts(self, counts: Mapping[str, int] | None) -> None:
        """Set the number of entries of each view; None while they are not known."""
        for key, label in VIEWS[1:]:
            count = None if counts is None else counts.get(key, 0)
            self.views.set_label(
                key, label if count is None else f"{label} {numerals.whole(count)}"
            )

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Set the days to choose from."""
        self.days.set_choices(choices)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.days, self.views, self._strip, self.close_button):
            part.set_colours(colours)
        for label in self._labels:
            label.setStyleSheet(f"color: {colours.foreground.name()};")
