"""Choice of a difficulty: the rulesets of a set, and a chip in star colours for each difficulty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
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
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget

from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.colours import stars_colour, stars_text_colour
from osubrowser.ui.style.theme import figure_font
from osubrowser.ui.widgets.assistive import announce
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.segments import ModeSwitch

if TYPE_CHECKING:
    from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
    from osubrowser.models.beatmaps.difficulty_entry import DifficultyEntry
    from osubrowser.ui.style.theme import Colours

_HEIGHT: Final = 30
_CHIP_HEIGHT: Final = 22
_GAP: Final = 5
_PADDING: Final = 9
_EDGE: Final = 3
"""Pixels around the chips, for the outline of the current one."""
_STEP: Final = 60
"""Pixels of a step of the wheel."""
_NAME: Final = 160
"""Smallest width of the name of the difficulty, in pixels."""


class DifficultyChips(QWidget):
    """Row of chips with the stars of difficulties, of which one is current; it scrolls.

    Left, Right, Home and End choose; the wheel scrolls.

    Attributes:
        chosen: key of the difficulty that the user chose.
        background_requested: key of the difficulty that was clicked with the middle button.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.List

    chosen = Signal(object)
    background_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[DifficultyEntry, ...] = ()
        self._places: list[QRect] = []
        self._current = -1
        self._offset = 0
        self._colours: Colours | None = None
        self._font = figure_font(self.font())
        self.setAccessibleName(tr("Difficulties"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFixedHeight(_HEIGHT)

    @property
    def entries(self) -> tuple[DifficultyEntry, ...]:
        """The difficulties, from left to right."""
        return self._entries

    @property
    def current(self) -> DifficultyEntry | None:
        """The current difficulty."""
        return self._entries[self._current] if 0 <= self._current < len(self._entries) else None

    def show_entries(self, entries: Sequence[DifficultyEntry], current: object) -> None:
        """Set the difficulties, and the key of the current one."""
        self._entries = tuple(entries)
        keys = [entry.key for entry in entries]
        self._current = keys.index(current) if current in keys else -1
        self._measure()
        self.updateGeometry()
        self._keep_in_view()
        self._describe()
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self._font = QFont(figure_font(self.font()))
        self._font.setWeight(QFont.Weight.DemiBold)
        self._measure()
        self.update()

    def step(self, step: int) -> None:
        """Choose the next (1) or the previous (-1) difficulty; nothing happens at the ends."""
        at = self._current + step
        if 0 <= at < len(self._entries):
            self._choose(at)

    def chip_rect(self, index: int) -> QRect:
        """Return where a chip is painted."""
        return self._places[index].translated(-self._offset, 0)

    def sizeHint(self) -> QSize:
        """Return the size of all chips."""
        return QSize(self._width(), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the size of two chips."""
        return QSize(120, _HEIGHT)

    # --- geometry -----------------------------------------------------------------------------

    def _measure(self) -> None:
        metrics, left = QFontMetrics(self._font), _EDGE
        top = (_HEIGHT - _CHIP_HEIGHT) // 2
        self._places = []
        for entry in self._entries:
            width = metrics.horizontalAdvance(entry.stars_text) + 2 * _PADDING
            self._places.append(QRect(left, top, width, _CHIP_HEIGHT))
            left += width + _GAP

    def _width(self) -> int:
        return self._places[-1].right() + 1 + _EDGE if self._places else 0

    def _keep_in_view(self) -> None:
        if 0 <= self._current < len(self._places):
            place = self._places[self._current]
            low = place.right() + _GAP + _EDGE + _STEP - self.width()
            high = place.left() - _GAP - _EDGE - _STEP
            self._scroll_to(min(max(self._offset, low), max(low, high)))
        else:
            self._scroll_to(0)

    def _scroll_to(self, offset: int) -> None:
        offset = min(max(offset, 0), max(0, self._width() - self.width()))
        if offset != self._offset:
            self._offset = offset
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current chip in view."""
        super().resizeEvent(event)
        self._keep_in_view()

    def _at(self, x: float) -> int | None:
        found = round(x) + self._offset
        places = enumerate(self._places)
        return next((n for n, one in places if one.left() <= found <= one.right()), None)

    # --- events -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the chip below the mouse."""
        at = self._at(event.position().x())
        if at is None:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._choose(at)
        elif event.button() == Qt.MouseButton.MiddleButton:
            self.background_requested.emit(self._entries[at].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that chips can be clicked."""
        over = self._at(event.position().x()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways, with either wheel."""
        delta = event.angleDelta()
        turned = delta.x() if abs(delta.x()) > abs(delta.y()) else delta.y()
        if self._width() <= self.width() or not turned:
            event.ignore()
            return
        self._scroll_to(self._offset - round(turned / 120 * _STEP))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrow keys, Home and End."""
        last, at = len(self._entries) - 1, self._current
        wanted = {
            Qt.Key.Key_Left: max(at - 1, 0),
            Qt.Key.Key_Right: min(at + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if wanted is None or modifiers or last < 0:
            super().keyPressEvent(event)
        else:
            self._choose(wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Repaint the outline."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Repaint the outline."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Show the difficulty below the mouse as a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._at(event.pos().x())
            if at is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), tooltip(self._entries[at].told), self)
            return True
        return bool(super().event(event))

    def _choose(self, at: int) -> None:
        if at != self._current:
            self.chosen.emit(self._entries[at].key)

    def _describe(self) -> None:
        current = self.current
        said = (
            tr("{number} of {count}: {difficulty}").format(
                number=self._current + 1, count=len(self._entries), difficulty=current.told
            )
            if current
            else ""
        )
        self.setAccessibleDescription(said)
        if self.hasFocus():
            announce(self, said)

    # --- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chips."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for number, entry in enumerate(self._entries):
            place = self.chip_rect(number)
            if place.right() < 0 or place.left() > self.width():
                continue
            painter.setPen(QPen(colours.background1, 1))
            painter.setBrush(stars_colour(entry.stars))
            painter.drawRoundedRect(QRectF(place), 11, 11)
            painter.setPen(stars_text_colour(entry.stars))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, entry.stars_text)
            if number == self._current:
                ring = colours.highlight if self.hasFocus() else colours.content1
                painter.setPen(QPen(ring, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(place).adjusted(-2, -2, 2, 2), 13, 13)


class DifficultyStrip(QWidget):
    """Rulesets of a set, the name of the current difficulty, and the chips of all of its ruleset.

    Attributes:
        mode_chosen: the chosen ruleset, as the API writes it.
        chosen: key of the chosen difficulty.
        background_requested: key of a difficulty to open in the background.
        modes: the switch of the ruleset.
        name: the name of the difficulty, with its mappers.
        chips: the difficulties.
    """

    mode_chosen = Signal(str)
    chosen = Signal(object)
    background_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.modes = ModeSwitch(self)
        self.modes.choose("osu", None, with_variants=False)
        self.name = ElidedLabel(parent=self, name=tr("Difficulty"))
        self.name.setMinimumWidth(_NAME)
        self.chips = DifficultyChips(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.modes)
        row.addWidget(self.chips)
        row.addWidget(self.name, 1)
        self.modes.chosen.connect(lambda mode, _variant: self.mode_chosen.emit(mode))
        self.chips.chosen.connect(self.chosen)
        self.chips.background_requested.connect(self.background_requested)

    def show_subject(self, subject: BeatmapsetSubject | None) -> None:
        """Show the difficulties of a set; None shows none."""
        entry = subject.entry if subject is not None else None
        if subject is None or entry is None:
            self.chips.show_entries((), None)
            self.name.setText("")
            self.setEnabled(False)
            return
        self.setEnabled(True)
        for mode in ("osu", "taiko", "fruits", "mania"):
            self.modes.modes.button(mode).setVisible(mode in subject.modes)
        self.modes.choose(entry.mode, None, with_variants=False)
        self.chips.show_entries(subject.entries_in(entry.mode), entry.key)
        mappers = ", ".join(name for name, _ in entry.owners)
        name = tr("{name} (convert)").format(name=entry.name) if entry.is_convert else entry.name
        self.name.setText(
            tr("{name}, mapped by {mappers}").format(name=name, mappers=mappers)
            if mappers
            else name
        )

    def step(self, step: int) -> None:
        """Choose the next (1) or the previous (-1) difficulty of the ruleset."""
        self.chips.step(step)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.modes.set_colours(colours)
        self.chips.set_colours(colours)
