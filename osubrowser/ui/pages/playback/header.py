"""Header of a replay: beatmap, player, mods, and the figures of the play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from osubrowser.models.table.column import CellKind
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import figure_font, title_font
from osubrowser.ui.table.badges import Badges
from osubrowser.ui.widgets.breaking_row import BreakingRow
from osubrowser.ui.widgets.plain_text import ElidedLabel

if TYPE_CHECKING:
    from osubrowser.models.replays.scene_words import HeaderTexts
    from osubrowser.ui.style.theme import Colours

_MOST_MODS: Final = 220  # pixels
_LEAST_TITLE: Final = 260


class ReplayHeader(QWidget):
    """Header of the first replay of a playback.

    Args:
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.
    """

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: HeaderTexts | None = None
        self._badges = Badges(self.font(), colours)
        self.title = ElidedLabel("", self)
        self.title.setProperty("role", "title")
        self.title.setFont(title_font(17))
        self.player = QLabel(self)
        self.player.setTextFormat(Qt.TextFormat.PlainText)
        self.player.setProperty("role", "strong")
        self.mods = QLabel(self)
        self.grade = QLabel(self)
        self.about = ElidedLabel("", self)
        self.about.setProperty("role", "secondary")
        self._facts: list[tuple[QWidget, QLabel, QLabel]] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(18)
        below = QHBoxLayout()
        below.setSpacing(8)
        for part in (self.player, self.mods):
            below.addWidget(part)
        below.addWidget(self.about, 1)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.title)
        left.addLayout(below)
        parts = BreakingRow(self, least=_LEAST_TITLE, spacing=18)
        parts.first.addLayout(left)
        parts.second.addWidget(self.grade)
        parts.second.addLayout(self._row)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(14, 8, 14, 6)
        outer.addWidget(parts)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_texts(self, texts: HeaderTexts | None) -> None:
        """Set the texts; None clears them."""
        self._texts = texts
        self.title.setText(texts.title if texts is not None else "")
        self.player.setText(texts.player if texts is not None else "")
        self.about.setText(texts.about if texts is not None else "")
        facts = texts.facts if texts is not None else ()
        while len(self._facts) < len(facts):
            self._add_fact()
        for (part, label, value), fact in zip(self._facts, facts, strict=False):
            label.setText(fact[0])
            value.setText(fact[1])
            part.show()
        for part, _, _ in self._facts[len(facts) :]:
            part.hide()
        self._show_badges()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._badges.set_colours(colours)
        self._show_badges()

    def _show_badges(self) -> None:
        texts, ratio = self._texts, self.devicePixelRatioF()
        mods = texts.mods if texts is not None else ""
        grade = texts.grade if texts is not None else ""
        self.mods.setVisible(bool(mods))
        self.grade.setVisible(bool(grade))
        if mods:
            self.mods.setPixmap(self._badges.of(CellKind.MODS, mods, 0, _MOST_MODS, ratio))
            self.mods.setAccessibleName(tr("Mods: {mods}").format(mods=mods))
        if grade:
            letter = grade.replace("XH", "SS").replace("SH", "S").replace("X", "SS")
            tone = 1 if grade in ("XH", "SH") else 0
            self.grade.setPixmap(self._badges.of(CellKind.GRADE, letter, tone, 60, ratio))
            self.grade.setAccessibleName(tr("Grade: {grade}").format(grade=letter))

    def _add_fact(self) -> None:
        part = QWidget(self)
        label, value = QLabel(part), QLabel(part)
        for one in (label, value):
            one.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "secondary")
        value.setProperty("role", "strong")
        value.setFont(figure_font(self.font()))
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(label)
        column.addWidget(value)
        self._row.addWidget(part)
        self._facts.append((part, label, value))
