"""Overview section of a profile: figures, charts and facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from osubrowser.models.players.profile import Profile
from osubrowser.services.places.places import WebAddress
from osubrowser.services.places.urls import HOME, parse
from osubrowser.services.text.plain import tooltip
from osubrowser.ui.charts.chart import BarChart, Curve, LineChart
from osubrowser.ui.sections.host import Section
from osubrowser.ui.style.colours import GRADES, SILVER
from osubrowser.ui.style.theme import figure_font
from osubrowser.ui.widgets.plain_text import ElidedLabel

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Fact, Figure, Grade
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


_CELL_WIDTH: Final = 168
_CELL_HEIGHT: Final = 62
_PADDING: Final = 14
_GRADES_HEIGHT: Final = 56
_LETTERS = {"XH": "SS", "X": "SS", "SH": "S"}


class FigureGrid(QWidget):
    """Grid of figures in as many columns as fit, with a row of grades below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self._grades: tuple[Grade, ...] = ()
        self._grades_told = ""
        self._colours: Colours | None = None
        self.setAccessibleName("Figures")
        self._fit()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The shown figures."""
        return self._figures

    @property
    def grades(self) -> tuple[Grade, ...]:
        """The shown grades."""
        return self._grades

    @property
    def words(self) -> str:
        """All figures as text, one line of name and figure each."""
        lines = [
            f"{f.label}\t{f.text}" + (f"\t{f.detail}" if f.detail else "") for f in self._figures
        ]
        lines += [f"{grade.name}\t{grade.text}" for grade in self._grades]
        return "\n".join(lines)

    def show_figures(self, figures: Sequence[Figure], grades: Sequence[Grade]) -> None:
        """Set figures and grades."""
        self._figures, self._grades = tuple(figures), tuple(grades)
        self._grades_told = "\n".join(f"{grade.name}: {grade.text}" for grade in self._grades)
        self.setAccessibleDescription(self.words.replace("\t", " ").replace("\n", ", "))
        self._fit()
        self.setVisible(bool(self._figures or self._grades))  # hide an empty card
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    # --- geometry -----------------------------------------------------------------------------

    @property
    def _columns(self) -> int:
        room = max(1, (self.width() - 2 * _PADDING) // _CELL_WIDTH)
        return min(room, max(1, len(self._figures)))

    def _fit(self) -> None:
        rows = -(-len(self._figures) // self._columns)
        height = rows * _CELL_HEIGHT + (_GRADES_HEIGHT if self._grades else 0) + 12
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the height to that of the figures at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _cell(self, number: int) -> QRect:
        columns = self._columns
        width = (self.width() - 2 * _PADDING) // columns
        left, top = number % columns * width, number // columns * _CELL_HEIGHT
        return QRect(_PADDING + left, 8 + top, width - 10, _CELL_HEIGHT - 4)

    # --- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card with all figures and grades."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.background3)
        painter.setBrush(colours.background5)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        small, large = QFont(self.font()), figure_font(self.font())
        small.setPixelSize(11)
        large.setPixelSize(18)
        large.setWeight(QFont.Weight.DemiBold)
        for number, figure in enumerate(self._figures):
            _draw_figure(painter, figure, self._cell(number), (small, large), colours)
        self._draw_grades(painter, colours)

    def _draw_grades(self, painter: QPainter, colours: Colours) -> None:
        if not self._grades:
            return
        top = self.height() - _GRADES_HEIGHT + 4
        painter.setPen(colours.background3)
        painter.drawLine(_PADDING, top - 6, self.width() - _PADDING, top - 6)
        letter, count = QFont(self.font()), figure_font(self.font())
        letter.setWeight(QFont.Weight.Bold)
        count.setWeight(QFont.Weight.DemiBold)
        step = min(150, (self.width() - 2 * _PADDING) // len(self._grades))
        for number, grade in enumerate(self._grades):
            pill = QRect(_PADDING + number * step, top + 8, 44, 22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(GRADES[grade.key]))
            painter.drawRoundedRect(pill, 11, 11)
            painter.setFont(letter)
            is_silver = grade.key.endswith("H")
            painter.setPen(QColor(SILVER) if is_silver else QColor(0, 0, 0, 190))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, _LETTERS.get(grade.key, grade.key))
            painter.setFont(count)
            painter.setPen(colours.content1)
            room = QRect(pill.right() + 8, pill.top(), step - 60, pill.height())
            painter.drawText(room, _LEFT, grade.text)

    def event(self, event: QEvent) -> bool:
        """Show the tooltip of elided text."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), tooltip(words), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))

    def _words_at(self, where: QPoint) -> str:
        for number, figure in enumerate(self._figures):
            if self._cell(number).contains(where):
                return figure.told
        if self._grades and where.y() > self.height() - _GRADES_HEIGHT:
            return self._grades_told
        return ""


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _draw_figure(
    painter: QPainter, figure: Figure, cell: QRect, fonts: tuple[QFont, QFont], colours: Colours
) -> None:
    small, large = fonts
    lines = (
        (small, colours.foreground, figure.label, 2, 15),
        (large, colours.content1, figure.text, 16, 24),
        (small, colours.foreground, figure.detail, 40, 15),
    )
    for font, colour, words, top, height in lines:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, cell.width())
        painter.drawText(QRect(cell.left(), cell.top() + top, cell.width(), height), _LEFT, shown)
    if figure.share is not None:
        track = QRectF(cell.left() + 52, cell.top() + 27, max(20, cell.width() - 76), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.background3)
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(colours.highlight)
        painter.drawRoundedRect(
            QRectF(track.left(), track.top(), track.width() * figure.share, 4), 2, 2
        )


_NARROWEST: Final = 330
_LABEL: Final = 116


class FactGrid(QFrame):
    """Grid of facts in as many columns as fit.

    Attributes:
        link_requested: the address of the pressed link.
    """

    link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._pairs: list[tuple[QLabel, QWidget]] = []
        self._columns = 0
        self.setProperty("panel", True)
        self.setAccessibleName("About the player")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 10)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self.hide()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The shown facts."""
        return self._facts

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Set the facts; hidden if there are none."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        for pair in self._pairs:
            for part in pair:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._pairs = [self._pair(fact) for fact in self._facts]
        self._columns = 0
        self._arrange()
        self.setVisible(bool(self._facts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the facts in as many columns as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(4, self.width() // _NARROWEST))
        if columns == self._columns:
            return
        for number in range(2 * self._columns):
            self._grid.setColumnStretch(number, 0)
        self._columns = columns
        rows = -(-len(self._pairs) // columns)  # column by column
        for number, (name, words) in enumerate(self._pairs):
            column, row = divmod(number, rows)
            self._grid.addWidget(name, row, 2 * column)
            self._grid.addWidget(words, row, 2 * column + 1)
        for number in range(columns):
            self._grid.setColumnStretch(2 * number + 1, 1)

    def _pair(self, fact: Fact) -> tuple[QLabel, QWidget]:
        name = QLabel(fact.label, self)
        name.setProperty("role", "secondary")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setFixedWidth(_LABEL)
        if not fact.link:
            return name, ElidedLabel(fact.text, self)
        button = QPushButton(self)
        button.setProperty("link", True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setText(
            button.fontMetrics()
            .elidedText(fact.text, Qt.TextElideMode.ElideRight, 200)
            .replace("&", "&&")
        )
        button.setAccessibleName(f"{fact.label}: {fact.text}")
        button.setToolTip(tooltip(fact.link[:200]))
        button.setMaximumHeight(20)
        button.setStyleSheet("min-height: 18px; padding: 0; text-align: left;")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _=False, link=fact.link: self.link_requested.emit(link))
        return name, button


_CHART, _EMPTY_CHART = 190, 84  # heights
_SIDE_BY_SIDE = 860  # width in pixels from which the two smaller charts share a row


@dataclass(frozen=True, slots=True)
class OverviewState:
    """Saved state of the overview: its scroll position."""

    offset: int


class OverviewSection(Section[Profile]):
    """Section that shows the profile itself; it needs no load."""

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FigureGrid(self)
        self.ranks = LineChart(
            "Global rank, last 90 days",
            "There was no rank in the last 90 days.",
            lambda value: f"#{round(value):,}",
            self,
            is_reversed=True,
        )
        self.plays = BarChart("Plays per month", "Nothing was played yet.", _count, self)
        self.replays = BarChart(
            "Replays watched by others per month", "Nobody has watched a replay yet.", _count, self
        )
        self.facts = FactGrid(self)
        self.facts.link_requested.connect(self._on_link_requested)
        self._lay_out()
        self.set_colours(parts.colours)

    # --- requests of the page -----------------------------------------------------------------

    def show_subject(self, subject: Profile, state: object | None = None) -> None:
        """Show the figures, the charts and the facts of a profile."""
        profile = subject
        self.figures.show_figures(profile.figures, profile.grades)
        for chart, data in (
            (self.ranks, profile.ranks),
            (self.plays, profile.plays),
            (self.replays, profile.replays),
        ):
            chart.show_curves([Curve("", data)])
            chart.setFixedHeight(_CHART if data else _EMPTY_CHART)
        self.facts.show_facts(profile.facts)
        offset = state.offset if isinstance(state, OverviewState) else 0
        # The scroll range is known only after the layout.
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(offset))
        self.status_changed.emit("")

    def save_state(self) -> object:
        """Return the scroll position."""
        return OverviewState(self._area.verticalScrollBar().value())

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.figures, self.ranks, self.plays, self.replays):
            part.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the scroll area."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll to the top with Home and to the end with End, as Qt's scroll area does not."""
        bar = self._area.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        end = ends.get(Qt.Key(event.key()))
        if end is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            bar.setValue(end)

    def copy_selection(self) -> None:
        """Copy all figures to the clipboard as TSV: name and figure."""
        QGuiApplication.clipboard().setText(self.figures.words)
        self.message_requested.emit("good", "The figures are on the clipboard.")

    # --- private ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(10)
        self._pair.addWidget(self.plays)
        self._pair.addWidget(self.replays)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 4, 12)
        column.setSpacing(10)
        column.addWidget(self.figures)
        column.addWidget(self.ranks)
        column.addLayout(self._pair)
        column.addWidget(self.facts)
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(content)
        for part in (self._area.viewport(), content):
            part.setAutoFillBackground(False)  # shows the background of the page
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName("Overview")
        self._area.verticalScrollBar().setSingleStep(40)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the smaller charts side by side where they fit."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(across if wide else down)

    def _on_link_requested(self, link: str) -> None:
        place = parse(link, origins=(HOME,))
        self.open_requested.emit(place if place is not None else WebAddress(link), "here")


def _count(value: float) -> str:
    return f"{value:,.0f}"
