"""Poll of a topic: question, options with bars, and what is known of the vote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.forum.posts import Poll
    from osubrowser.ui.style.theme import Colours

_ROW: Final = 26
_PAD: Final = 8
_MOST_ROWS: Final = 6
"""Options that are in view; the others are reached by scrolling."""


class PollBars(QWidget):
    """Options of a poll, one below the other, each on a bar as long as its share.

    Args:
        parent: the Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._poll: Poll | None = None
        self._colours: Colours | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Options of the poll"))

    def show_poll(self, poll: Poll | None) -> None:
        """Set the poll; None for none."""
        self._poll = poll
        options = poll.options if poll is not None else ()
        words = [
            tr("{text}: {votes} votes").format(text=one.text, votes=one.votes)
            if one.votes
            else one.text
            for one in options
        ]
        self.setAccessibleDescription("; ".join(words))
        self.setFixedHeight(max(1, _ROW * len(options)))
        self.setToolTip(tooltip("\n".join(words)))
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of all options."""
        return QSize(240, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the options in view."""
        colours, poll = self._colours, self._poll
        if colours is None or poll is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        wide = self.width()
        first = max(0, event.rect().top() // _ROW)
        last = min(len(poll.options) - 1, event.rect().bottom() // _ROW)
        for number in range(first, last + 1):
            option = poll.options[number]
            place = QRect(0, number * _ROW, wide, _ROW - 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.background4)
            painter.drawRoundedRect(place, 4, 4)
            if option.share:
                bar = QColor(colours.highlight if option.is_first else colours.light1)
                bar.setAlphaF(0.34 if option.is_first else 0.2)
                painter.setBrush(bar)
                painter.drawRoundedRect(
                    QRect(place.left(), place.top(), wide * option.share // 1000, place.height()),
                    4,
                    4,
                )
            inside = place.adjusted(_PAD, 0, -_PAD, 0)
            votes = option.figures
            painter.setPen(colours.content2)
            if votes:
                painter.drawText(
                    inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, votes
                )
            room = inside.adjusted(0, 0, -metrics.horizontalAdvance(votes) - 2 * _PAD, 0)
            painter.setPen(colours.content1)
            text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class PollPanel(QWidget):
    """Poll of a topic.

    Args:
        parent: the Qt parent.

    Attributes:
        question: the label of the question.
        about: the label of what is known of the vote.
        bars: the options.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = QLabel(self)
        self.question.setProperty("role", "strong")
        self.about = QLabel(self)
        self.about.setProperty("role", "secondary")
        for label in (self.question, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.bars = PollBars()
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.bars)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.question)
        layout.addWidget(self._area)
        layout.addWidget(self.about)

    def show_poll(self, poll: Poll | None) -> None:
        """Set the poll; None for none."""
        self.question.setText(poll.question if poll is not None else "")
        self.about.setText(poll.about if poll is not None else "")
        self.bars.show_poll(poll)
        rows = len(poll.options) if poll is not None else 0
        self._area.setFixedHeight(_ROW * min(rows, _MOST_ROWS))
        has_more = rows > _MOST_ROWS
        self._area.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if has_more else Qt.FocusPolicy.NoFocus
        )

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.bars.set_colours(colours)
