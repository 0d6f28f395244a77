"""Panel that says what a play with another accuracy, combo or other mods would be worth in pp."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from osubrowser.api.mods import MODS, Mod
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import figure_font, title_font
from osubrowser.ui.widgets.decimal_box import DecimalBox

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

MOD_CHOICES: Final = ("EZ", "NF", "HT", "HD", "HR", "DT", "FL")
"""Mods that can be chosen, of those that change pp."""

_EXCLUDES: Final = {"EZ": "HR", "HR": "EZ", "HT": "DT", "DT": "HT"}
_SAME: Final = {"NC": "DT", "DC": "HT"}
_WHOLE: Final = 10_000  # hundredths of a per cent
_DELAY: Final = 120  # milliseconds without a change before pp are asked for
_MOST_MISSES: Final = 99_999


@dataclass(frozen=True, slots=True)
class Question:
    """Play whose pp are asked for: accuracy 0 to 1, misses, combo (None: a full one), mods."""

    accuracy: float
    misses: int
    combo: int | None
    mods: tuple[Mod, ...]


class PerformancePanel(QWidget):
    """Card with the pp of the play, and of a play that it is compared with.

    Args:
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.

    Signals:
        asked(object): a `Question`, a moment after the last change.
    """

    asked = Signal(object)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._played: Question | None = None
        self._played_pp: float | None = None
        self._max_combo = 0
        self.accuracy = DecimalBox(self, lowest=0, highest=_WHOLE, step=25, suffix="%")
        self.misses = QSpinBox(self)
        self.combo = QSpinBox(self)
        self.mods = [QPushButton(name, self) for name in MOD_CHOICES]
        self.as_played = QPushButton(tr("As played"), self)
        self.full_combo = QPushButton(tr("Full combo"), self)
        self.result = QLabel(self)
        self.difference = QLabel(self)
        self.formula = QLabel(self)
        self.this_play = QLabel(self)
        self.server = QLabel(self)
        self.problem = QLabel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._ask)
        self._lay_out()
        self._connect()
        self.show_nothing("")

    def _lay_out(self) -> None:
        title = QLabel(tr("pp if …"), self)
        title.setProperty("role", "strong")
        for label in (self.formula, self.this_play, self.server, self.problem, self.difference):
            label.setProperty("role", "secondary")
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label in (self.formula, self.problem, self.this_play))
        self.result.setFont(figure_font(title_font(22)))
        self.result.setProperty("role", "strong")
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        boxes = QHBoxLayout()
        boxes.setSpacing(8)
        for text, box, width in (
            (tr("Accuracy"), self.accuracy, 96),
            (tr("Misses"), self.misses, 84),
            (tr("Combo"), self.combo, 96),
        ):
            label = QLabel(text, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(box)
            box.setAccessibleName(text)
            box.setFixedWidth(width)
            box.setKeyboardTracking(False)
            box.setAlignment(Qt.AlignmentFlag.AlignRight)
            box.setGroupSeparatorShown(True)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label)
            column.addWidget(box)
            boxes.addLayout(column)
        boxes.addStretch(1)
        self.misses.setRange(0, _MOST_MISSES)
        self.combo.setRange(0, 0)
        self.combo.setSuffix("x")
        mods = QHBoxLayout()
        mods.setSpacing(4)
        for button, name in zip(self.mods, MOD_CHOICES, strict=True):
            button.setCheckable(True)
            button.setFixedWidth(44)
            button.setToolTip(MODS[name].name)
            button.setAccessibleName(tr("Mod {name}").format(name=MODS[name].name))
            mods.addWidget(button)
        mods.addStretch(1)
        whole = QHBoxLayout()
        whole.setSpacing(6)
        whole.addWidget(self.full_combo)
        whole.addWidget(self.as_played)
        whole.addStretch(1)
        answer = QHBoxLayout()
        answer.setSpacing(10)
        answer.addWidget(self.result)
        answer.addWidget(self.difference, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 8, 14, 10)
        outer.setSpacing(7)
        outer.addWidget(title)
        for row in (boxes, mods, whole, answer):
            outer.addLayout(row)
        for label in (self.formula, self.this_play, self.server, self.problem):
            outer.addWidget(label)
        outer.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        for box in (self.accuracy, self.misses, self.combo):
            box.valueChanged.connect(lambda _value: self._timer.start())
        for button in self.mods:
            button.toggled.connect(lambda on, b=button: self._on_mod_toggled(b, on))
        self.as_played.clicked.connect(self._on_as_played_clicked)
        self.full_combo.clicked.connect(self._on_full_combo_clicked)

    # --- what is shown -----------------------------------------------------------------------

    def show_nothing(self, problem: str) -> None:
        """Disable everything, and say why there are no pp."""
        self._timer.stop()
        self._played = None
        for label in (self.result, self.difference, self.formula, self.this_play, self.server):
            label.setText("")
        self._show_problem(problem)
        self._set_enabled(False)

    def show_play(
        self, played: Question, pp: float | None, pp_text: str, max_combo: int, server: str
    ) -> None:
        """Set the play, and ask for the same play with a full combo.

        Args:
            played: the play.
            pp: of the play, for the difference.
            pp_text: the sentence with its pp and formula.
            max_combo: of a full combo.
            server: the sentence with the pp of the server; "" for none.
        """
        is_same = self._played == played and self._max_combo == max_combo
        self._played, self._played_pp, self._max_combo = played, pp, max_combo
        self.this_play.setText(pp_text)
        self.show_server(server)
        self._show_problem("")
        self._set_enabled(True)
        if not is_same:
            self._on_full_combo_clicked()

    def show_server(self, text: str) -> None:
        """Set the sentence with the pp of the server; "" for none."""
        self.server.setText(text)
        self.server.setVisible(bool(text))

    def show_answer(self, result: str, difference: str, formula: str) -> None:
        """Set the pp that were asked for."""
        self.result.setText(result)
        self.difference.setText(difference)
        self.formula.setText(formula)

    def show_no_answer(self, problem: str) -> None:
        """Say why there are no pp for what was asked."""
        self.show_answer("", "", "")
        self._show_problem(problem)

    @property
    def is_asking(self) -> bool:
        """Whether a change waits to be asked about."""
        return self._timer.isActive()

    @property
    def played_pp(self) -> float | None:
        """The pp of the play."""
        return self._played_pp

    @property
    def question(self) -> Question | None:
        """What is asked by the controls; None without a play."""
        if self._played is None:
            return None
        combo: int | None = self.combo.value()
        if combo == self._max_combo:
            combo = None
        return Question(
            self.accuracy.value() / _WHOLE, self.misses.value(), combo, self._chosen_mods()
        )

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours.background3, 1))
        painter.setBrush(self._colours.background5)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def as_rows(self) -> list[list[str]]:
        """Return the question and its answer with headings, as they are copied."""
        asked = self.question
        if asked is None or not self.result.text():
            return []
        mods = "".join(mod.acronym for mod in asked.mods) or tr("none", "mods")
        return [
            [tr("pp if"), tr("Accuracy"), tr("Misses"), tr("Combo"), tr("Mods"), tr("Formula")],
            [
                self.result.text(),
                self.accuracy.text(),
                self.misses.text(),
                self.combo.text(),
                mods,
                self.formula.text(),
            ],
        ]

    # --- changes -----------------------------------------------------------------------------

    def _chosen_mods(self) -> tuple[Mod, ...]:
        """Return the mods of the play, with those that were taken out and put in."""
        played = self._played.mods if self._played is not None else ()
        chosen = {
            name for name, button in zip(MOD_CHOICES, self.mods, strict=True) if button.isChecked()
        }
        kept = [mod for mod in played if (n := _choice(mod)) not in MOD_CHOICES or n in chosen]
        there = {_choice(mod) for mod in kept}
        return (*kept, *(Mod(acronym=name) for name in MOD_CHOICES if name in chosen - there))

    def _on_mod_toggled(self, button: QPushButton, on: bool) -> None:
        other = _EXCLUDES.get(button.text())
        if on and other is not None:
            self._button(other).setChecked(False)
        self._timer.start()

    def _button(self, name: str) -> QPushButton:
        return self.mods[MOD_CHOICES.index(name)]

    def _set(self, question: Question) -> None:
        self.combo.setRange(0, self._max_combo)
        self.accuracy.setValue(round(question.accuracy * _WHOLE))
        self.misses.setValue(question.misses)
        self.combo.setValue(self._max_combo if question.combo is None else question.combo)
        self._show_mods(question.mods)
        self._timer.start()

    def _show_mods(self, mods: Sequence[Mod]) -> None:
        names = {_choice(mod) for mod in mods}
        for name, button in zip(MOD_CHOICES, self.mods, strict=True):
            button.blockSignals(True)
            button.setChecked(name in names)
            button.blockSignals(False)

    def _on_as_played_clicked(self) -> None:
        if self._played is not None:
            self._set(self._played)

    def _on_full_combo_clicked(self) -> None:
        if self._played is not None:
            played = self._played
            self._set(Question(played.accuracy, 0, None, played.mods))

    def _ask(self) -> None:
        asked = self.question
        if asked is not None:
            self._show_problem("")
            self.asked.emit(asked)

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _set_enabled(self, on: bool) -> None:
        for part in (
            *(self.accuracy, self.misses, self.combo, self.as_played, self.full_combo),
            *self.mods,
        ):
            part.setEnabled(on)


def _choice(mod: Mod) -> str:
    """Return the choice that a mod is one of, or its acronym."""
    return _SAME.get(mod.acronym, mod.acronym)
