"""Popup of a picker: a search field and the matching choices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.choices import Choice, ChoiceModel, ChoiceRole
from osubrowser.ui.widgets.flags import FLAG, Pictures, draw_flag, no_pictures
from osubrowser.ui.widgets.go_to_rank import field_style

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from osubrowser.ui.style.theme import Colours

LINE_HEIGHT = 30
_MOVES = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class PickerPopup(QFrame):
    """Popup of choices with a search field: the arrow keys move the selection, Enter picks."""

    picked = Signal(object)  # Choice
    retry_requested = Signal()

    def __init__(self, name: str, parent: QWidget, width: int = 340) -> None:
        self._width = width
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(name)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Type to filter"))
        self.field.setAccessibleName(tr("{name}: type to filter").format(name=name))
        self.field.installEventFilter(self)
        self.lines = QListView(self)
        self.lines.setAccessibleName(name)
        self.lines.setUniformItemSizes(True)
        self.lines.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.lines.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setMouseTracking(True)
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.retry = QPushButton(tr("Retry"), self)
        self.retry.clicked.connect(self._on_retry_clicked)
        self._model = ChoiceModel()
        self._delegate = _LineDelegate(self)
        self.lines.setModel(self._model)
        self.lines.setItemDelegate(self._delegate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for widget in (self.field, self.lines, self.note, self.retry):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._on_field_changed)
        self.lines.clicked.connect(self._on_line_activated)
        self._is_filled = False
        self._say("", retry=False)

    @property
    def shown(self) -> list[Choice]:
        """The choices that match the search text."""
        return list(self._model.shown)

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of pictures of the choices."""
        self._delegate.pictures = pictures

    def set_choices(self, choices: Iterable[Choice], current: str) -> None:
        """Set the choices; that of the key `current` is marked and selected."""
        self._is_filled = True
        self._delegate.current = current
        self._model.set_choices(choices)
        self._show_found()
        self._select(current)

    def set_note(self, sentence: str, *, retry: bool) -> None:
        """Show a sentence in place of the choices until `set_choices` is called."""
        self._is_filled = False
        self._say(sentence, retry=retry)

    def _say(self, sentence: str, *, retry: bool) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        self.retry.setVisible(retry)
        self.lines.setVisible(not sentence)

    def open_under(self, button: QWidget, current: str) -> None:
        """Show the popup below `button`, within its screen, with an empty search field."""
        self._delegate.current = current
        self.field.clear()
        self._select(current)
        self.resize(self._width, 420)
        below = button.mapToGlobal(QPoint(0, button.height() + 4))
        screen = button.screen().availableGeometry()
        x = max(screen.left(), min(below.x(), screen.right() - self.width()))
        y = below.y()
        if y + self.height() > screen.bottom():
            y = max(screen.top(), button.mapToGlobal(QPoint(0, -4)).y() - self.height())
        self.move(x, y)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_colours(self, c: Colours) -> None:
        """Set the colours that are painted with."""
        self._delegate.colours = c
        self.setStyleSheet(
            f"""
            PickerPopup {{
                background: {c.background5.name()}; border: 1px solid {c.background1.name()};
            }}
            QListView {{ background: transparent; border: none; outline: none; }}
            QLabel {{ color: {c.content2.name()}; padding: 12px 4px; }}
            QPushButton {{
                color: {c.on_highlight.name()}; background: {c.highlight.name()}; border: none;
                border-radius: 4px; padding: 6px 16px; font-weight: 600;
            }}
            {field_style("QLineEdit", c)}
            """
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the arrow keys and Enter of the search field for the list."""
        if (
            watched is self.field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            if event.key() in _MOVES:
                self.lines.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_line_activated(self.lines.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _select(self, key: str) -> None:
        row = max(self._model.row_of(key), 0)
        index = self._model.index(row)
        if index.isValid():
            self.lines.setCurrentIndex(index)
            self.lines.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _show_found(self) -> None:
        typed = self.field.text().strip()
        nothing = typed and not self._model.shown
        self._say(
            tr("Nothing here is called “{typed}”.").format(typed=typed) if nothing else "",
            retry=False,
        )

    def _on_field_changed(self, typed: str) -> None:
        if not self._is_filled:
            return
        self._model.set_typed(typed)
        self._show_found()
        if typed:
            self.lines.setCurrentIndex(self._model.index(0))
        else:
            self._select(self._delegate.current)

    def _on_line_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            choice = index.data(ChoiceRole)
            self.hide()
            self.picked.emit(choice)

    def _on_retry_clicked(self) -> None:
        self.set_note(tr("Loading the list …"), retry=False)
        self.field.setFocus()
        self.retry_requested.emit()


class _LineDelegate(QStyledItemDelegate):
    """Delegate of a choice: flag, text, detail, and a bar that marks the current choice."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.colours: Colours | None = None
        self.pictures: Pictures = no_pictures
        self.current = ""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row; all rows have the same height."""
        return QSize(0, LINE_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        choice: Choice = index.data(ChoiceRole)
        c = self.colours
        if c is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.background2 if selected else c.background4)
            painter.drawRoundedRect(rect, 4, 4)
        if choice.key == self.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.highlight)
            painter.drawRoundedRect(rect.left(), rect.top() + 7, 3, rect.height() - 14, 1.5, 1.5)
        area = rect.adjusted(12, 0, -10, 0)
        if choice.picture:
            draw_flag(painter, choice.picture, area, self.pictures, c)
            area.setLeft(area.left() + FLAG.width() + 10)
        self._draw_words(painter, choice, area, c)
        painter.restore()

    @staticmethod
    def _draw_words(painter: QPainter, choice: Choice, area: QRect, c: Colours) -> None:
        metrics = painter.fontMetrics()
        if choice.detail:
            painter.setPen(c.foreground)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(area, right, choice.detail)
            area.setRight(area.right() - metrics.horizontalAdvance(choice.detail) - 12)
        painter.setPen(c.content2)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words = metrics.elidedText(choice.text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, left, words)
