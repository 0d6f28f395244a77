"""Header of an article: title, facts with links, and buttons to its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import bound, hint
from osubrowser.ui.style.theme import title_font
from osubrowser.ui.widgets.plain_text import ElidedLabel, LinkFlow

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.ui.keys.key import Key
    from osubrowser.ui.style.theme import Colours

_TITLE: Final = 22


class Step(NamedTuple):
    """Button that leads to a neighbour of an article, such as the next newer post.

    Attributes:
        label: text of the button.
        key: its shortcut.
    """

    label: str
    key: Key


class ArticleHeader(QWidget):
    """Header of an article.

    Args:
        steps: the buttons at the right.
        parent: the Qt parent.
        size: height of the title in pixels, from 16 to 28.

    Attributes:
        place_requested: `Place` of a neighbour: open it here.
        link_requested: `(address, how)`: open the link of a fact.
        badge: label before the title; hidden without a text.
        title, facts: the texts.
        buttons: the buttons of the steps.
    """

    place_requested = Signal(object)
    link_requested = Signal(str, str)

    def __init__(
        self, steps: Sequence[Step], parent: QWidget | None = None, *, size: int = _TITLE
    ) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._places: list[Place | None] = [None] * len(steps)
        self.badge = QLabel(self)
        self.badge.setTextFormat(Qt.TextFormat.PlainText)
        self.badge.hide()
        self.title = ElidedLabel(parent=self)
        self.title.setFont(title_font(size))
        self.title.setProperty("role", "title")
        self.facts = LinkFlow(tr("About this"), self)
        self.facts.link_requested.connect(self.link_requested)
        self.buttons = [QPushButton(step.label, self) for step in steps]
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        for number, (step, button) in enumerate(zip(steps, self.buttons, strict=True)):
            button.setAutoDefault(True)
            button.clicked.connect(lambda _=False, number=number: self._step(number))
            hint(button, step.label, step.key)
            bound(step.key, self).activated.connect(lambda number=number: self._step(number))
            self.tools.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(4)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.badge)
        first.addWidget(self.title, 1)
        words.addLayout(first)
        words.addWidget(self.facts)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        layout.addLayout(self.tools)

    def show_article(
        self,
        title: str,
        facts: Sequence[tuple[str, str]],
        steps: Sequence[tuple[str, Place] | None],
        *,
        tips: Sequence[str] | None = None,
    ) -> None:
        """Set the texts.

        Args:
            title: the title.
            facts: text and address of each, or "".
            steps: title and place of each neighbour; None for none.
            tips: tooltips of the facts.
        """
        self.title.setText(title)
        self.facts.show_links(facts, tips)
        for number, (button, step) in enumerate(zip(self.buttons, steps, strict=True)):
            self._places[number] = None if step is None else step[1]
            button.setEnabled(step is not None)
            words = self._steps[number].label
            if step is not None:
                words += f": {step[0]}"
            button.setAccessibleDescription(words)
            hint(button, tooltip(words), self._steps[number].key)

    def show_badge(self, text: str, colour: str) -> None:
        """Set the label before the title: text on a colour, `#rrggbb`; "" hides it."""
        self.badge.setText(text)
        self.badge.setVisible(bool(text))
        self.badge.setStyleSheet(
            f"background: {colour or '#999999'}; color: black; border-radius: 10px;"
            " padding: 2px 10px; font-weight: 600;"
        )

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.facts.set_colours(colours)

    def _step(self, number: int) -> None:
        place = self._places[number]
        if place is not None:
            self.place_requested.emit(place)
