"""Two scores side by side: their figures, results, mods and dates."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from osubrowser.models.players.comparison import comparison_columns
from osubrowser.models.players.records import pair_record
from osubrowser.models.scores.score_facts import compare_page
from osubrowser.models.table.sources import CursorSource
from osubrowser.models.text.dates import day_cell
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import EmptyText, ListController, ListSpec
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.tool_button import export_button

if TYPE_CHECKING:
    from osubrowser.api.entities.scores import Score
    from osubrowser.models.players.comparison import Pair
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Record, Row
    from osubrowser.models.table.sources import RowsPage
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


class ScoreComparison(QWidget):
    """Table of the figures of two scores.

    Attributes:
        closed: go back to the leaderboard: the button or Escape was pressed.
        list: the rows.
    """

    closed = Signal()

    def __init__(self, parts: SectionParts, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = ListController(
            parts.account, parts.calls, parts.settings, parts.colours, None, parts.has_page, self
        )
        self.title = ElidedLabel("", self)
        self.back = QPushButton(tr("Back to the scores"), self)
        self.back.clicked.connect(self.closed)
        self.export = export_button(self)
        self.list.bind_buttons(export=self.export)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        row.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.list.rows, 1)
        self.set_colours(parts.colours)

    def show_scores(self, left: Score, right: Score) -> None:
        """Show two scores side by side."""
        names = names_of(left, right)
        self.title.setText(tr("{left} and {right}").format(left=names[0], right=names[1]))
        self.list.show(_spec(left, right, names))
        self.list.take_focus()

    def leave(self) -> None:
        """Release the scores."""
        self.list.leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.list.set_colours(colours)
        self.export.set_colours(colours)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def names_of(left: Score, right: Score) -> tuple[str, str]:
    """Return the headings of two scores: the players' names, with dates if they are equal."""
    names = [
        plain(score.user.username, 40)
        if score.user is not None
        else tr("Player {id}").format(id=score.user_id)
        for score in (left, right)
    ]
    if names[0] == names[1]:
        dated = [
            f"{name}, {day_cell(s.ended_at)}"
            for name, s in zip(names, (left, right), strict=True)
        ]  # fmt: skip
        names = (
            dated
            if dated[0] != dated[1]
            else [
                tr("{name}, 1st").format(name=names[0]),
                tr("{name}, 2nd").format(name=names[1]),
            ]
        )
    return names[0], names[1]


def _spec(left: Score, right: Score, names: tuple[str, str]) -> ListSpec:
    def source(loader: ClientLoader, _columns: Columns, _original: bool) -> CursorSource:
        async def fetch(_cursor: object | None) -> RowsPage:
            return await loader.compute(compare_page, left, right, names)

        return CursorSource(fetch)

    return ListSpec(
        key="beatmapset/compare",
        title=tr("Two scores side by side"),
        columns=lambda _original: comparison_columns(*names),
        source=source,
        record=partial(_record, names),
        file_stem=f"osu-scores-{left.score_id or 0}-against-{right.score_id or 0}",
        empty=EmptyText(tr("There is nothing to compare.")),
        no_link=tr("This row is a figure."),
        columns_key="",
    )


def _record(names: tuple[str, str], row: Row[Pair]) -> Record:
    record = pair_record(row.item)
    return {**record, "left_name": names[0], "right_name": names[1]}
