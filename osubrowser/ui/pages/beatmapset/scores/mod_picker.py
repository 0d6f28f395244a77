"""Picker of mods for a leaderboard: each mod is required, optional, excluded, or none of these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.models.beatmaps.mods import kind_of
from osubrowser.models.scores.mod_choice import (
    ANY_MODS,
    MORE_MODS,
    NO_MOD,
    USUAL_MODS,
    ModChoice,
    ModState,
)
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.colours import MODS

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_COLUMNS: Final = 12
_SIZE: Final = QSize(44, 26)
_NEXT: Final = {
    ModState.ANY: ModState.REQUIRED,
    ModState.REQUIRED: ModState.OPTIONAL,
    ModState.OPTIONAL: ModState.EXCLUDED,
    ModState.EXCLUDED: ModState.ANY,
}
_BACK: Final = {state: before for before, state in _NEXT.items()}
_STATE_KEYS: Final = {
    Qt.Key.Key_R: ModState.REQUIRED,
    Qt.Key.Key_O: ModState.OPTIONAL,
    Qt.Key.Key_X: ModState.EXCLUDED,
    Qt.Key.Key_Delete: ModState.ANY,
    Qt.Key.Key_Backspace: ModState.ANY,
}
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_COLUMNS,
    Qt.Key.Key_Down: _COLUMNS,
}
_WORDS: Final = {
    ModState.ANY: tr("not chosen"),
    ModState.REQUIRED: tr("required"),
    ModState.OPTIONAL: tr("with or without it"),
    ModState.EXCLUDED: tr("without it"),
}
_HELP: Final = tr(
    "One click: required. Two: with or without it. Three: left out."
    " With the keyboard: R, O, X, Delete."
)
_BLACK: Final = QColor("black")


class ModButton(QAbstractButton):
    """Button of one mod, drawn by its state.

    Attributes:
        state_requested: `(acronym, ModState)`: the user wants another state.
    """

    state_requested = Signal(str, object)

    def __init__(self, acronym: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.acronym = acronym
        self._state = ModState.ANY
        self._colours: Colours | None = None
        self.setFixedSize(_SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self._ask(self._following(_NEXT)))
        self.show_state(ModState.ANY)

    @property
    def state(self) -> ModState:
        """The shown state."""
        return self._state

    def show_state(self, state: ModState) -> None:
        """Show a state."""
        from osubrowser.api.mods import Mod

        self._state = state
        words = f"{Mod(acronym=self.acronym).name}: {_WORDS[state]}"
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a state by its key; Space goes on to the next one."""
        key = Qt.Key(event.key())
        if key in _STATE_KEYS:
            self._ask(_STATE_KEYS[key])
        elif key in _STEPS:
            event.ignore()  # the popup goes from mod to mod
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go back by one state with the right button."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.RightButton and inside:
            self._ask(self._following(_BACK))
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the acronym: full if required, outlined if optional, struck out if excluded."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kind, state = QColor(MODS[kind_of(self.acronym)]), self._state
        ground, ink, edge = colours.background4, colours.content2, colours.background2
        if state is ModState.REQUIRED:
            ground, ink, edge = kind, _BLACK, kind
        elif state is ModState.OPTIONAL:
            edge = kind if colours.is_dark else kind.darker(150)
            ink = colours.content1
        elif state is ModState.EXCLUDED:
            ink = edge = colours.bad
        has_focus = self.hasFocus()
        painter.setPen(QPen(colours.content1 if has_focus else edge, 2 if has_focus else 1.4))
        painter.setBrush(ground)
        place = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(place, 4, 4)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setStrikeOut(state is ModState.EXCLUDED)
        painter.setFont(font)
        painter.setPen(ink)
        text = f"{self.acronym}?" if state is ModState.OPTIONAL else self.acronym
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _following(self, order: dict[ModState, ModState]) -> ModState:
        if self.acronym == NO_MOD:  # either no mods, or not
            return ModState.ANY if self._state is ModState.REQUIRED else ModState.REQUIRED
        return order[self._state]

    def _ask(self, state: ModState) -> None:
        self.state_requested.emit(self.acronym, state)


class ModPanel(QFrame):
    """Popup with a button for each mod of a ruleset.

    Attributes:
        closed: it was closed; the argument is the choice, or None after Escape.
        choice: the choice that is shown.
        buttons: the buttons of the mods, row by row.
        reset: the button that chooses any mods.
        done: the button that closes it.
    """

    closed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(tr("Mods of the scores"))
        self.choice = ANY_MODS
        self.buttons: list[ModButton] = []
        self._is_given_up = False
        self._mode = ""
        self._colours: Colours | None = None
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._words, self._help = QLabel(self), QLabel(_HELP, self)
        for label in (self._words, self._help):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._help.setProperty("role", "secondary")
        self.reset = QPushButton(tr("Any mods"), self)
        self.reset.clicked.connect(lambda: self._show_choice(ANY_MODS))
        self.done = QPushButton(tr("Show"), self)
        self.done.setProperty("primary", True)
        self.done.clicked.connect(self.hide)
        foot = QHBoxLayout()
        foot.addWidget(self._words, 1)
        foot.addWidget(self.reset)
        foot.addWidget(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(self._help)
        layout.addLayout(self._grid)
        layout.addLayout(foot)

    def button(self, acronym: str) -> ModButton:
        """Return the button of a mod.

        Raises:
            KeyError: the ruleset has no such mod.
        """
        for button in self.buttons:
            if button.acronym == acronym:
                return button
        raise KeyError(acronym)

    def open_under(self, button: QWidget, mode: str, choice: ModChoice) -> None:
        """Show the popup below a button.

        Args:
            button: the button.
            mode: API name of the ruleset.
            choice: the present choice.
        """
        self._is_given_up = False
        self._fill(mode)
        self._show_choice(choice)
        self.adjustSize()
        below = button.mapToGlobal(QPoint(0, button.height() + 4))
        screen = button.screen().availableGeometry()
        x = max(screen.left(), min(below.x(), screen.right() - self.width()))
        self.move(x, max(screen.top(), min(below.y(), screen.bottom() - self.height())))
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        for button in self.buttons:
            button.set_colours(colours)
        self.setStyleSheet(
            f"ModPanel {{ background: {colours.background5.name()};"
            f" border: 1px solid {colours.background1.name()}; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mod to mod with the arrow keys; Return shows the scores, Escape gives up."""
        key = Qt.Key(event.key())
        focused = self.focusWidget()
        if key in _STEPS and isinstance(focused, ModButton):
            here = self.buttons.index(focused) + _STEPS[key]
            if 0 <= here < len(self.buttons):
                self.buttons[here].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hide()
        elif key == Qt.Key.Key_Escape:
            self._is_given_up = True
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell the choice."""
        super().hideEvent(event)
        self.closed.emit(None if self._is_given_up else self.choice)

    def _fill(self, mode: str) -> None:
        if mode == self._mode:
            return
        self._mode = mode
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        usual, more = USUAL_MODS.get(mode, USUAL_MODS["osu"]), MORE_MODS.get(mode, ())
        self.buttons = [ModButton(acronym, self) for acronym in (*usual, *more)]
        for number, button in enumerate(self.buttons):
            row, column = divmod(number, _COLUMNS)
            self._grid.addWidget(button, row, column)
            button.state_requested.connect(self._on_state_requested)
            if self._colours is not None:
                button.set_colours(self._colours)

    def _on_state_requested(self, acronym: str, state: ModState) -> None:
        self._show_choice(self.choice.with_state(acronym, state))

    def _show_choice(self, choice: ModChoice) -> None:
        self.choice = choice
        for button in self.buttons:
            button.show_state(choice.state_of(button.acronym))
        count = len(choice.combinations())
        words = [choice.words]
        if count > 1:
            words.append(tr("%n leaderboards, one after another", "", count))
        self._words.setText(" · ".join(words))


class ModPicker(QPushButton):
    """Button that shows a choice of mods, and opens the popup that changes it.

    Attributes:
        chosen: the `ModChoice` that the user has made.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice, self._mode = ANY_MODS, "osu"
        self._colours: Colours | None = None
        self._panel: ModPanel | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Choose the mods of the scores: required, optional, or left out"))
        self.clicked.connect(self.open_panel)
        self.show_choice(ANY_MODS, "osu")

    @property
    def panel(self) -> ModPanel:
        """The popup, built at the first access."""
        if self._panel is None:
            self._panel = ModPanel(self)
            self._panel.closed.connect(self._on_closed)
            if self._colours is not None:
                self._panel.set_colours(self._colours)
        return self._panel

    def show_choice(self, choice: ModChoice, mode: str) -> None:
        """Show a choice of mods of a ruleset, without emitting a signal."""
        self._choice, self._mode = choice, mode
        self.setText(choice.words)
        self.setAccessibleName(tr("Mods: {mods}").format(mods=choice.words))

    def open_panel(self) -> None:
        """Open the popup."""
        self.panel.open_under(self, self._mode, self._choice)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        if self._panel is not None:
            self._panel.set_colours(colours)

    def _on_closed(self, choice: ModChoice | None) -> None:
        if choice is not None and choice != self._choice:
            self.show_choice(choice, self._mode)
            self.chosen.emit(choice)
