"""Segmented controls, the ruleset switch, and the stack of pages that they choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from osubrowser.ui.style.theme import Colours


_PADDING = 11  # pixels at either side of a label


class Segments(QWidget):
    """Segmented control: a row of exclusive choices. Left and Right choose, Tab leaves.

    Args:
        name: accessible name.
        choices: key and label of each choice.
        is_primary: whether the current choice is drawn in the accent colour.
    """

    chosen = Signal(str)  # key of the choice made by the user; not emitted by choose()
    clicked = Signal()  # a mouse click, emitted after `chosen`

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        is_primary: bool = False,
    ) -> None:
        super().__init__(parent)
        self._is_primary = is_primary
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for key, label in choices:
            button = QPushButton(label.replace("&", "&&"), self)
            button.installEventFilter(self)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {label}")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setProperty("key", key)
            button.setFixedWidth(self._width_of(label))
            self._group.addButton(button)
            self._buttons[key] = button
            layout.addWidget(button)
        next(iter(self._buttons.values())).setChecked(True)
        self._shown: str | None = self.current
        self._group.buttonToggled.connect(self._on_button_toggled)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    @property
    def current(self) -> str:
        """Key of the current choice; empty if none is chosen."""
        checked = (key for key, button in self._buttons.items() if button.isChecked())
        return next(checked, "")

    def choose(self, key: str) -> None:
        """Set the current choice without emitting `chosen`; an unknown key changes nothing.

        The keyboard focus follows if it is in the row.
        """
        if key in self._buttons:
            self._shown = key
            self._buttons[key].setChecked(True)
            if any(button.hasFocus() for button in self._buttons.values()):
                self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_none(self) -> None:
        """Show no choice as the current one, without emitting `chosen`."""
        self._shown = None
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def set_label(self, key: str, label: str) -> None:
        """Set the label of a choice; an unknown key changes nothing."""
        button = self._buttons.get(key)
        words = label.replace("&", "&&")
        if button is not None and button.text() != words:
            button.setText(words)
            button.setAccessibleName(f"{self.accessibleName()}: {label}")
            button.setFixedWidth(self._width_of(label))

    def button(self, key: str) -> QPushButton:
        """Return the button of a choice.

        Raises:
            KeyError: there is no such choice.
        """
        return self._buttons[key]

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        c = colours
        ground = c.highlight if self._is_primary else c.selection
        text = c.on_highlight if self._is_primary else c.content1
        self.setStyleSheet(
            f"""
            Segments {{ background: {c.background5.name()}; border-radius: 6px; }}
            Segments > QPushButton {{
                color: {c.content2.name()}; background: transparent; padding: 0;
                border: 1px solid transparent; border-radius: 4px; min-height: 24px;
                max-height: 24px;
            }}
            Segments > QPushButton:hover {{ background: {c.background3.name()}; }}
            Segments > QPushButton:checked {{
                color: {text.name()}; background: {ground.name()}; font-weight: 600;
            }}
            Segments > QPushButton:focus {{ border-color: {c.content1.name()}; }}
            Segments > QPushButton:disabled {{ color: {c.foreground.name()}; }}
            """
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Emit `clicked` after the button has handled a mouse release."""
        is_release = event.type() == QEvent.Type.MouseButtonRelease
        if is_release and isinstance(watched, QPushButton) and watched.isDown():
            QTimer.singleShot(0, self, self.clicked.emit)
        return bool(super().eventFilter(watched, event))

    def _width_of(self, label: str) -> int:
        """Return the width of a button in pixels, which fits the label in semi-bold, too."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(label) + 2 * _PADDING

    def _on_button_toggled(self, button: QPushButton, down: bool) -> None:
        key = str(button.property("key"))
        if down and key != self._shown:
            self._shown = key
            self.chosen.emit(key)


MODES = (("osu", "osu!"), ("taiko", "taiko"), ("fruits", "catch"), ("mania", "mania"))
VARIANTS = (("all", tr("All keys")), ("4k", "4K"), ("7k", "7K"))


class ModeSwitch(QWidget):
    """Switch for a ruleset and, optionally, a key count of mania."""

    chosen = Signal(str, object)  # mode, variant ("4k", "7k" or None)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modes = Segments(tr("Mode"), MODES, self)
        self._variants = Segments(tr("Keys"), VARIANTS, self)
        self._with_variants = True
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._modes)
        layout.addWidget(self._variants)
        self._modes.chosen.connect(self._on_modes_chosen)
        self._variants.chosen.connect(self._on_variants_chosen)
        self._show_variants()

    @property
    def modes(self) -> Segments:
        """The control of the ruleset."""
        return self._modes

    @property
    def variants(self) -> Segments:
        """The control of the key count; hidden unless it applies."""
        return self._variants

    def choose(self, mode: str, variant: str | None, *, with_variants: bool) -> None:
        """Set ruleset and variant without emitting `chosen`."""
        self._with_variants = with_variants
        self._modes.choose(mode)
        self._variants.choose(variant or "all")
        self._show_variants()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._modes.set_colours(colours)
        self._variants.set_colours(colours)

    def _show_variants(self) -> None:
        self._variants.setVisible(self._with_variants and self._modes.current == "mania")

    def _on_modes_chosen(self, mode: str) -> None:
        self._variants.choose("all")
        self._show_variants()
        self.chosen.emit(mode, None)

    def _on_variants_chosen(self, key: str) -> None:
        self.chosen.emit(self._modes.current, None if key == "all" else key)


_STACK_SIZE: Final = QSize(640, 400)


_ROOMY: Final = QSize(700, 440)
"""Size of a window in which every page fits."""


class FillingStack(QStackedWidget):
    """`QStackedWidget` that does not measure its pages, unless the window is small.

    Qt asks all pages, hidden ones too, for their sizes whenever something in one of them changes:
    with twenty pages that takes longer than a frame. Use it where the stack gets all the room.
    In a small window it asks the page in front for its minimum.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_small = False
        self.currentChanged.connect(self._on_current_changed)

    @property
    def is_small(self) -> bool:
        """Whether the window is too small for pages to fit in any case."""
        window = self.window()
        return window.width() < _ROOMY.width() or window.height() < _ROOMY.height()

    def hasHeightForWidth(self) -> bool:
        """Return that the height does not depend on the width."""
        return False

    def sizeHint(self) -> QSize:
        """Return a size for any pages."""
        return _STACK_SIZE

    def minimumSizeHint(self) -> QSize:
        """Return no minimum, as the window has one; that of the page in front in a small one."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None and self.is_small else QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the minimum asked for again when the window has become small, or is no longer."""
        super().resizeEvent(event)
        if self.is_small != self._was_small:
            self._was_small = self.is_small
            self.updateGeometry()

    def _on_current_changed(self, _index: int) -> None:
        if self.is_small:
            self.updateGeometry()
