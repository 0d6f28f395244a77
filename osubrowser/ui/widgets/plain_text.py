"""Plain text of a server in widgets: a label that elides it, rows of links, grids of figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.colours import GRADES, SILVER
from osubrowser.ui.style.theme import figure_font

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Fact, Figure, Grade
    from osubrowser.ui.style.theme import Colours


class ElidedLabel(QLabel):
    """Label that paints as much of its text as fits; a change of the text changes no layout.

    Args:
        text: plain text.
        parent: the Qt parent.
        name: accessible name, whose description is the text; "" if the text is the name.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._text = self._hint = ""
        self._name = name
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def text(self) -> str:
        """Return the full text."""
        return self._text

    def setText(self, text: str) -> None:
        """Set the text."""
        if text != self._text:
            self._text = text
            if self._name:
                self.setAccessibleDescription(text)
            else:
                self.setAccessibleName(text)
            self._show_tip()
            self.update()

    def set_hint(self, hint: str) -> None:
        """Set a text for the tooltip, which is shown even while the label's own text fits."""
        self._hint = hint
        self._show_tip()

    def sizeHint(self) -> QSize:
        """Return the size of the full text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text), metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return no width, as the text can be elided."""
        return QSize(0, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the full text as the tooltip where it is elided."""
        super().resizeEvent(event)
        self._show_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the elided text."""
        room = self.contentsRect()
        line = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)

    def _show_tip(self) -> None:
        is_cut = self.fontMetrics().horizontalAdvance(self._text) > self.contentsRect().width()
        tip = tooltip(self._text) if is_cut else ""
        if self._hint:
            tip = tooltip(f"{self._text}\n{self._hint}" if is_cut else self._hint)
        if tip != self.toolTip():
            self.setToolTip(tip)


_CELL_WIDTH: Final = 168
_CELL_HEIGHT: Final = 62
_PADDING: Final = 14
_GRADES_HEIGHT: Final = 56
_LETTERS = {"XH": "SS", "X": "SS", "SH": "S"}


_LINK_GAP: Final = 12
_LINK_LINE: Final = 4
"""Pixels between rows."""
_WIDEST_IN_FLOW: Final = 320


class LinkFlow(QWidget):
    """Texts from left to right, of which those with an address are links.

    It is one stop of Tab: arrow keys go from link to link, Enter and Space open, Ctrl+Enter and the
    middle button open in the background.

    Args:
        name: accessible name.
        parent: the Qt parent.
        is_wrapped: whether there are as many rows as needed; else the texts stand in one row, where
            those without room are elided. Qt lays out rows at many widths, which takes time.

    Attributes:
        link_requested: `(address, how)`: open a link `here` or in the `background`.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.ToolBar

    link_requested = Signal(str, str)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, is_wrapped: bool = True
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._is_wrapped = is_wrapped
        self._links: tuple[tuple[str, str], ...] = ()
        self._tips: tuple[str, ...] = ()
        self._places: list[QRect] = []
        self._width = -1
        self._current = self._hovered = -1
        self._colours: Colours | None = None
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(is_wrapped)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Text and address of each."""
        return self._links

    def show_links(
        self, links: Sequence[tuple[str, str]], tips: Sequence[str] | None = None
    ) -> None:
        """Set the texts, each with its address, or "", and their tooltips."""
        self._links = tuple(links)
        self._tips = tuple(tips) if tips is not None else ("",) * len(self._links)
        has_links = any(address for _, address in self._links)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.NoFocus)
        self._current = next((n for n, (_, address) in enumerate(self._links) if address), -1)
        self._hovered, self._width = -1, -1
        self.setAccessibleDescription(", ".join(text for text, _ in self._links))
        self.updateGeometry()
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def place_of(self, index: int) -> QRect:
        """Return where a text is painted."""
        self._lay_out(self.width())
        return self._places[index]

    # --- geometry -----------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Return whether the height depends on the width."""
        return self._is_wrapped

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width, in pixels."""
        self._lay_out(width)
        return self._places[-1].bottom() + 2 if self._places else 0

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        if not self._is_wrapped:
            return QSize(200, self.fontMetrics().height() + 2)
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one row."""
        return QSize(60, self.fontMetrics().height() + 2)

    def _lay_out(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        metrics = self.fontMetrics()
        left, top, height = 0, 1, metrics.height()
        self._places = []
        for text, _ in self._links:
            wide = min(metrics.horizontalAdvance(text) + 1, _WIDEST_IN_FLOW, max(width, 1))
            if not self._is_wrapped:
                wide = max(0, min(wide, width - left))
            elif left and left + wide > width:
                left, top = 0, top + height + _LINK_LINE
            self._places.append(QRect(left, top, wide, height))
            left += wide + _LINK_GAP

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._width = -1
            self.updateGeometry()

    def _at(self, where: QPoint) -> int:
        self._lay_out(self.width())
        reach = _LINK_LINE // 2
        places = enumerate(self._places)
        return next((n for n, p in places if p.adjusted(-2, -reach, 2, reach).contains(where)), -1)

    def _is_link(self, index: int) -> bool:
        return 0 <= index < len(self._links) and bool(self._links[index][1])

    # --- events -------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the link below the mouse."""
        at = self._at(event.position().toPoint())
        at = at if self._is_link(at) else -1
        if at != self._hovered:
            self._hovered = at
            shape = Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Mark no link."""
        super().leaveEvent(event)
        self._hovered = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the link below the mouse."""
        at = self._at(event.position().toPoint())
        if not self._is_link(at):
            super().mouseReleaseEvent(event)
        elif event.button() == Qt.MouseButton.MiddleButton:
            self.link_requested.emit(self._links[at][1], "background")
        elif event.button() == Qt.MouseButton.LeftButton:
            self._current = at
            is_aside = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.link_requested.emit(self._links[at][1], "background" if is_aside else "here")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from link to link, and open."""
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        links = [n for n in range(len(self._links)) if self._is_link(n)]
        if key in steps and self._current in links:
            at = links.index(self._current) + steps[key]
            if 0 <= at < len(links):
                self._current = links[at]
                self._tell()
                self.update()
                return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and links:
            is_aside = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            how = "background" if is_aside else "here"
            self.link_requested.emit(self._links[self._current][1], how)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the current link."""
        super().focusInEvent(event)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the current link."""
        super().focusOutEvent(event)
        self.setAccessibleName(self._name)
        self.update()

    def _tell(self) -> None:
        """Name the current link, for screen readers."""
        if self._is_link(self._current):
            self.setAccessibleName(f"{self._name}: {self._links[self._current][0]}")

    def event(self, event: QEvent) -> bool:
        """Show the tooltip of a text, or the whole of one that is elided."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._at(event.pos())
            words = ""
            if at >= 0:
                text, tip = self._links[at][0], self._tips[at]
                is_cut = self.fontMetrics().horizontalAdvance(text) >= self._places[at].width()
                words = "\n".join(filter(None, (text if is_cut else "", tip)))
            if words:
                QToolTip.showText(event.globalPos(), tooltip(words), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))

    # --- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the texts."""
        palette = self.palette()
        painter = QPainter(self)
        self._lay_out(self.width())
        metrics = QFontMetrics(self.font())
        colours = self._colours
        for number, (text, address) in enumerate(self._links):
            place = self._places[number]
            if not place.intersects(event.rect()):
                continue
            colour = palette.windowText().color()
            if address and colours is not None:
                is_hovered = number == self._hovered
                colour = colours.light1 if is_hovered else colours.light2
            painter.setPen(colour)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
            )
            if number == self._hovered:
                painter.drawLine(place.left(), place.bottom(), place.right(), place.bottom())
            if number == self._current and self.hasFocus() and colours is not None:
                painter.setPen(QPen(colours.highlight, 1))
                inside = self.rect().adjusted(0, 0, -1, -1)  # a ring with all its sides
                painter.drawRoundedRect(place.adjusted(-3, -1, 2, 0) & inside, 3, 3)


class FigureGrid(QWidget):
    """Grid of figures in as many columns as fit, with a row of grades below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self._grades: tuple[Grade, ...] = ()
        self._grades_told = ""
        self._colours: Colours | None = None
        self.setAccessibleName(tr("Figures"))
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
            "\t".join(filter(None, (f.label, f.text, f.detail, f.change))) for f in self._figures
        ]
        lines += ["\t".join(filter(None, (g.name, g.text, g.change))) for g in self._grades]
        return "\n".join(lines)

    def show_figures(self, figures: Sequence[Figure], grades: Sequence[Grade]) -> None:
        """Set figures and grades."""
        self._figures, self._grades = tuple(figures), tuple(grades)
        self._grades_told = "\n".join(
            f"{grade.name}: {grade.text} {grade.change}".rstrip() for grade in self._grades
        )
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
        (large, colours.content1, figure.text, 16, 24),
        (small, colours.foreground, figure.label, 2, 15),
    )
    for font, colour, words, top, height in lines:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, cell.width())
        painter.drawText(QRect(cell.left(), cell.top() + top, cell.width(), height), _LEFT, shown)
    _draw_detail(painter, figure, QRect(cell.left(), cell.top() + 40, cell.width(), 15), colours)
    if figure.share is not None:
        text = QFontMetrics(large).horizontalAdvance(figure.text)
        indent = max(52, text + 10)
        track = QRectF(
            cell.left() + indent, cell.top() + 27, max(20, cell.width() - indent - 24), 4
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.background3)
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(colours.highlight)
        painter.drawRoundedRect(
            QRectF(track.left(), track.top(), track.width() * figure.share, 4), 2, 2
        )


def _draw_detail(painter: QPainter, figure: Figure, line: QRect, colours: Colours) -> None:
    """Draw the change in the colour of its meaning, and after it the additional text."""
    metrics = painter.fontMetrics()
    ink = {1: colours.good, -1: colours.bad}.get(figure.tone, colours.foreground)
    detail = f" · {figure.detail}" if figure.change and figure.detail else figure.detail
    for words, colour in ((figure.change, ink), (detail, colours.foreground)):
        if words and line.width() > 0:
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.setPen(colour)
            painter.drawText(line, _LEFT, shown)
            line = line.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0)


_NARROWEST: Final = 330
_LABEL: Final = 116
"""Least width of the names of facts."""
_WIDEST_LABEL: Final = 200
_WIDEST_LINK: Final = 200
_MANY_LINKS: Final = 4
"""Links from which a fact has the whole width."""


class FactGrid(QFrame):
    """Grid of facts in as many columns as fit; those with several links have the whole width.

    Args:
        name: accessible name.
        parent: the Qt parent.
        is_wrapped: whether a few links of a fact are in as many rows as needed, see `LinkFlow`.

    Attributes:
        link_requested: the address of the pressed link of a fact with one.
        opened: `(address, how)`: open a link of a fact with several, `here` or in the `background`.
    """

    link_requested = Signal(str)
    opened = Signal(str, str)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, is_wrapped: bool = True
    ) -> None:
        super().__init__(parent)
        self._is_wrapped = is_wrapped
        self._facts: tuple[Fact, ...] = ()
        self._pairs: list[tuple[QLabel, QWidget]] = []
        self._flows: list[LinkFlow] = []
        self._colours: Colours | None = None
        self._columns = 0
        self.setProperty("panel", True)
        self.setAccessibleName(name)
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
        self.hide()  # else Qt shows each new part by itself, and lays out the window for it
        for pair in self._pairs:
            for part in pair:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._flows.clear()
        self._pairs = [self._pair(fact) for fact in self._facts]
        widest = max((name.sizeHint().width() for name, _ in self._pairs), default=0)
        for name, _ in self._pairs:
            name.setFixedWidth(min(max(widest, _LABEL), _WIDEST_LABEL))
        self._columns = 0
        self._arrange()
        self.setVisible(bool(self._facts))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of facts with several links."""
        self._colours = colours
        for flow in self._flows:
            flow.set_colours(colours)

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
        pairs = list(zip(self._facts, self._pairs, strict=True))
        short = [pair for fact, pair in pairs if len(fact.links) < _MANY_LINKS]
        long = [pair for fact, pair in pairs if len(fact.links) >= _MANY_LINKS]
        rows = -(-len(short) // columns)  # column by column
        for number, (name, words) in enumerate(short):
            column, row = divmod(number, rows)
            self._grid.addWidget(name, row, 2 * column)
            # A link is as wide as its text; unaligned it would make its column as narrow.
            is_link = isinstance(words, QPushButton)
            aligned = Qt.AlignmentFlag.AlignLeft if is_link else Qt.AlignmentFlag(0)
            self._grid.addWidget(words, row, 2 * column + 1, aligned)
        for row, (name, words) in enumerate(long, rows):
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1, 1, 2 * columns - 1)
        for number in range(columns):
            self._grid.setColumnStretch(2 * number + 1, 1)

    def _pair(self, fact: Fact) -> tuple[QLabel, QWidget]:
        name = QLabel(fact.label, self)
        name.setProperty("role", "secondary")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setToolTip(tooltip(fact.label))
        if fact.links:
            return name, self._links(fact)
        if not fact.link:
            return name, ElidedLabel(fact.text, self)
        return name, self._link(fact.text, fact.link, f"{fact.label}: {fact.text}")

    def _links(self, fact: Fact) -> QWidget:
        """Return the links of a fact, in as many rows as they need."""
        is_wrapped = self._is_wrapped or len(fact.links) >= _MANY_LINKS
        flow = LinkFlow(fact.label, self, is_wrapped=is_wrapped)
        flow.show_links(fact.links)
        if self._colours is not None:
            flow.set_colours(self._colours)
        flow.link_requested.connect(self.opened)
        self._flows.append(flow)
        return flow

    def _link(self, text: str, link: str, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("link", True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setText(
            button.fontMetrics()
            .elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST_LINK)
            .replace("&", "&&")
        )
        button.setAccessibleName(name)
        button.setToolTip(tooltip(link[:200]))
        button.setMaximumHeight(20)
        button.setStyleSheet("min-height: 18px; padding: 0; text-align: left;")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _=False: self.link_requested.emit(link))
        return button
