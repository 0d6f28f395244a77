"""Text field for a search text with options, such as `stars>5`: marks wrong words, completes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QSizePolicy, QToolTip, QWidget

from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.assistive import name_clear_button

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_WAVE: Final = 2
"""Half of the height of the mark below a wrong word, in pixels."""
_MOST: Final = 1000
"""Characters of a search text."""
_LINES: Final = 12
"""Completions in view."""
_WIDTH: Final = 320
"""Width of the list of completions, in pixels."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Word of the text that is not understood.

    Attributes:
        start: position of its first character.
        end: position after its last character.
        why: one sentence that says what is wrong.
    """

    start: int
    end: int
    why: str


Complete = Callable[[str], Sequence[str]]
"""Returns the texts by which a word before the cursor can be replaced, the best first."""


class QueryField(QLineEdit):
    """Line edit for a search text. Enter searches at once; Down goes to the results.

    Args:
        complete: completions of a word.
        parent: the Qt parent.

    Attributes:
        submitted: Enter was pressed.
        left: the field was left by a key: the results get the focus.
    """

    submitted = Signal()
    left = Signal()

    def __init__(self, complete: Complete, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._complete = complete
        self._marks: tuple[Mark, ...] = ()
        self._colours: Colours | None = None
        self._completer: QCompleter | None = None
        self._popup: QListView | None = None
        self._words = QStringListModel(self)
        self.setMaxLength(_MOST)
        self.setClearButtonEnabled(True)
        name_clear_button(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_text_edited)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The words that are marked as wrong."""
        return self._marks

    @property
    def completions(self) -> list[str]:
        """The completions in view; none while the list is closed."""
        is_open = self._popup is not None and self._popup.isVisible()
        return self._words.stringList() if is_open else []

    def show_text(self, text: str) -> None:
        """Set the text without emitting `textEdited`; the cursor stays if it can."""
        if text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mark words as wrong; the first sentence is the accessible description."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.setAccessibleDescription(self._marks[0].why if self._marks else "")
            self.update()

    def start(self) -> None:
        """Set the focus here and select the text."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def close_completions(self) -> None:
        """Close the list of completions."""
        if self._popup is not None:
            self._popup.hide()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        c = self._colours = colours
        self.setStyleSheet(
            f"""
            QueryField {{
                color: {c.content1.name()}; background: {c.background5.name()};
                border: 1px solid {c.background2.name()}; border-radius: 4px;
                padding: 0 8px; min-height: 32px; max-height: 32px; font-size: 15px;
                selection-background-color: {c.selection.name()};
                selection-color: {c.content1.name()};
            }}
            QueryField:focus {{ border-color: {c.highlight.name()}; }}
            """
        )
        self._style_popup()

    def mark_at(self, position: int) -> Mark | None:
        """Return the wrong word at a position of the text; None if there is none."""
        return next((m for m in self._marks if m.start <= position <= m.end), None)

    def mark_rect(self, mark: Mark) -> QRect:
        """Return where a wrong word stands in the field, in its coordinates."""
        text, metrics = self.text(), self.fontMetrics()
        cursor = self.cursorRect()
        # Relative to the cursor, whose place follows from the horizontal scroll of the field.
        origin = cursor.center().x() - metrics.horizontalAdvance(text[: self.cursorPosition()])
        left = origin + metrics.horizontalAdvance(text[: mark.start])
        right = origin + metrics.horizontalAdvance(text[: mark.end])
        return QRect(left, cursor.top(), right - left, cursor.height())

    def sizeHint(self) -> QSize:
        """Return the preferred size."""
        return QSize(420, 34)

    def minimumSizeHint(self) -> QSize:
        """Return the minimum size."""
        return QSize(160, 34)

    def event(self, event: QEvent) -> bool:
        """Show why a word is marked in a tooltip at the word."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_at(self.cursorPositionAt(event.pos()))
            if mark is not None:
                QToolTip.showText(event.globalPos(), tooltip(mark.why), self)
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Enter, Escape and Down; other keys are handled by the line edit."""
        key = event.key()
        if self._has_choice and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            event.ignore()  # the completer takes it
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_completions()
            self.submitted.emit()
        elif key == Qt.Key.Key_Escape and self.completions:
            self.close_completions()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        elif key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._open_completions(is_asked=True)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text by its style, then a wave below each wrong word."""
        super().paintEvent(event)
        if self._colours is None or not self._marks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours.bad, 1.4))
        painter.setClipRect(self.rect().adjusted(6, 1, -28, -1))
        for mark in self._marks:
            where = self.mark_rect(mark)
            bottom = min(where.bottom() + 1, self.height() - _WAVE - 3)
            wave = QPolygonF()
            for step, x in enumerate(range(where.left(), where.right() + 3, 2 * _WAVE)):
                wave.append(QPointF(x, bottom + (_WAVE if step % 2 else 0)))
            painter.drawPolyline(wave)

    # --- completion ---------------------------------------------------------------------------

    @property
    def _has_choice(self) -> bool:
        """Whether the list of completions is open, with a current line."""
        popup = self._popup
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def _word(self) -> tuple[int, str]:
        """Return the word before the cursor, and where it starts."""
        before = self.text()[: self.cursorPosition()]
        start = max(before.rfind(" "), before.rfind("\u3000")) + 1
        return start, before[start:]

    def _on_text_edited(self) -> None:
        self._open_completions(is_asked=False)

    def _open_completions(self, *, is_asked: bool) -> None:
        """Show the completions of the word before the cursor, if there are any."""
        word = self._word()[1]
        found = list(self._complete(word)) if word or is_asked else []
        if not found or found == [word]:
            self.close_completions()
            return
        completer = self._completer
        if completer is None:
            completer = self._completer = self._make_completer()
        self._words.setStringList(found)
        completer.complete(QRect(self.cursorRect().left(), 0, _WIDTH, self.height()))
        if self._popup is not None:
            self._popup.setCurrentIndex(QModelIndex())  # Enter searches for what was typed

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._words, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_LINES)
        completer.setWidget(self)
        completer.activated.connect(self._on_completed)
        popup = self._popup = QListView()
        popup.setAccessibleName(tr("Completions"))
        popup.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        popup.setUniformItemSizes(True)
        completer.setPopup(popup)
        self._style_popup()
        return completer

    def _style_popup(self) -> None:
        c, popup = self._colours, self._popup
        if c is not None and popup is not None:
            popup.setStyleSheet(
                f"""
                QListView {{
                    color: {c.content2.name()}; background: {c.background4.name()};
                    border: 1px solid {c.background1.name()}; outline: 0; padding: 2px;
                }}
                QListView::item {{ min-height: 24px; padding: 0 6px; }}
                QListView::item:selected, QListView::item:hover {{
                    color: {c.content1.name()}; background: {c.selection.name()};
                }}
                """
            )

    def _on_completed(self, chosen: str) -> None:
        """Replace the word before the cursor."""
        start, word = self._word()
        text, end = self.text(), start + len(word)
        self.setText(text[:start] + chosen + text[end:])
        self.setCursorPosition(start + len(chosen))
        self.textEdited.emit(self.text())
