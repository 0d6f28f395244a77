"""Header of a match: name, result, time, counts, and the rules by which it is counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from osubrowser.models.matches.results import FORMULAS, Rules
from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import title_font
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.models.matches.match import MatchSubject
    from osubrowser.ui.style.theme import Colours

_NAME_SIZE: Final = 20
_RESULT_SIZE: Final = 22
_STANDING_SIZE: Final = 15
_MOST_WARMUPS: Final = 99
_TEAM_COLOURS: Final = {True: ("#ff8080", "#80b8ff"), False: ("#c02828", "#1c60b8")}
"""Colours of the red and the blue team, in a dark and in a light theme."""


class WarmupBox(QSpinBox):
    """Spin box of the number of warm-ups; the wheel changes it only with the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(0, _MOST_WARMUPS)
        self.setPrefix(tr("Warm-ups") + " ")
        self.setAccessibleName(tr("Warm-ups"))
        self.setToolTip(tr("Number of games at the start that do not count"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel without focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class MatchHeader(QWidget):
    """Header of a match, with the controls of its rules.

    Attributes:
        rules_changed: the `Rules` that the user has chosen.
        export_requested: export everything.
        name: the name of the match.
        result: the maps won by each team, or the result in words.
        about: when, and the counts.
        warmups: number of games that do not count.
        failed: whether failed scores count.
        formula: the formula of the match cost.
        export_all: the button of the export.
    """

    rules_changed = Signal(object)
    export_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rules = Rules()
        self._subject: MatchSubject | None = None
        self._team_colours = _TEAM_COLOURS[True]
        self.name = ElidedLabel(parent=self)
        self.name.setFont(title_font(_NAME_SIZE))
        self.name.setProperty("role", "title")
        self.result = QLabel(self)
        self.result.setProperty("role", "strong")
        self.about = ElidedLabel(parent=self)
        self.about.setProperty("role", "secondary")
        self.warmups = WarmupBox(self)
        self.failed = QPushButton(tr("Count failed"), self)
        self.failed.setCheckable(True)
        self.failed.setAutoDefault(True)
        self.failed.setAccessibleName(tr("Count failed scores"))
        self.failed.setToolTip(
            tr("Let failed scores count, too: the website leaves them out of the totals of teams")
        )
        self.formula = Segments(
            tr("Match cost"), [(one.key, one.name) for one in FORMULAS.values()], self
        )
        for key, one in FORMULAS.items():
            self.formula.button(key).setToolTip(tooltip(one.text))
        self.export_all = QPushButton(tr("Export all"), self)
        self.export_all.setAutoDefault(True)
        self.export_all.setToolTip(
            tr("Write games, scores, players and events to a file, with the rules and the formula")
        )
        self._lay_out()
        self.warmups.valueChanged.connect(self._on_warmups_changed)
        self.failed.clicked.connect(self._on_failed_clicked)
        self.formula.chosen.connect(self._on_formula_chosen)
        self.export_all.clicked.connect(self.export_requested)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.name, 1)
        top.addWidget(self.result)
        rules = QHBoxLayout()
        rules.setSpacing(8)
        rules.addStretch(1)
        for widget in (self.warmups, self.failed, self.formula, self.export_all):
            rules.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.about)
        layout.addLayout(rules)

    @property
    def rules(self) -> Rules:
        """The shown rules."""
        return self._rules

    def show_rules(self, rules: Rules) -> None:
        """Set the controls."""
        self._rules = rules
        self.warmups.blockSignals(True)
        self.warmups.setValue(rules.warmups)
        self.warmups.blockSignals(False)
        self.failed.setChecked(rules.with_failed)
        self.formula.choose(rules.formula)

    def show_subject(self, subject: MatchSubject | None, key: str) -> None:
        """Set the match; None while it is not loaded.

        Args:
            subject: the match.
            key: its id, in digits.
        """
        self._subject = subject
        self.name.setText(
            subject.title if subject is not None else tr("Match {key}").format(key=key)
        )
        parts = (subject.counts, subject.when) if subject is not None else ()
        self.about.setText(" · ".join(filter(None, parts)))
        for widget in (self.warmups, self.failed, self.formula, self.export_all):
            widget.setEnabled(subject is not None)
        self._show_result()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._team_colours = _TEAM_COLOURS[colours.is_dark]
        self.formula.set_colours(colours)
        self._show_result()

    def _show_result(self) -> None:
        subject = self._subject
        result = subject.result if subject is not None else ()
        standing = subject.standing if subject is not None else ""
        self.result.setVisible(bool(standing))
        self.result.setFont(title_font(_RESULT_SIZE if result else _STANDING_SIZE))
        if not result:
            self.result.setTextFormat(Qt.TextFormat.PlainText)
            self.result.setText(standing)
            return
        self.result.setTextFormat(Qt.TextFormat.RichText)  # of figures and names of teams only
        (red, red_maps), (blue, blue_maps) = result
        red_colour, blue_colour = self._team_colours
        self.result.setText(
            f'<span style="color: {red_colour}">{red} {red_maps}</span> : '
            f'<span style="color: {blue_colour}">{blue_maps} {blue}</span>'
        )
        self.result.setAccessibleName(f"{red} {red_maps}, {blue} {blue_maps}")

    def _change(self, rules: Rules) -> None:
        if rules != self._rules:
            self._rules = rules
            self.rules_changed.emit(rules)

    def _on_warmups_changed(self, count: int) -> None:
        self._change(replace(self._rules, warmups=count))

    def _on_failed_clicked(self) -> None:
        self._change(replace(self._rules, with_failed=self.failed.isChecked()))

    def _on_formula_chosen(self, key: str) -> None:
        self._change(replace(self._rules, formula=key))
