"""Header of a subject on its cover: picture, badges, title, facts with links, figures, note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.sections.host import draw_cover
from osubrowser.ui.style.theme import ramp, title_font
from osubrowser.ui.widgets.flags import Pictures, no_pictures
from osubrowser.ui.widgets.plain_text import ElidedLabel, LinkFlow

if TYPE_CHECKING:
    from osubrowser.models.text.heading import Heading
    from osubrowser.ui.style.theme import Colours

LOW: Final = 600
"""Height of a page in pixels below which its header is low."""
_COVER: Final = 190
"""Height of the cover in pixels, in a header of any height."""
_HUE: Final = 200
_HEIGHT, _LOW_HEIGHT = 112, 72
_BARS: Final = ((16, 110, 14), (42, 320, 22), (76, 420, 14))
"""Top, width and height of the bars of the skeleton."""
_MOST_FIGURES: Final = 4
_SHEET: Final = """
    QWidget { color: white; background: transparent; font-size: 13px; }
    QLabel[role="small"] { color: rgba(255, 255, 255, 190); font-size: 11px; }
    QLabel[role="badge"] {
        background: rgba(0, 0, 0, 130); border-radius: 4px; padding: 1px 6px; font-size: 11px;
    }
    QLabel[role="title"] { font-size: 22px; font-weight: 600; }
    QLabel[role="figure"] { font-size: 18px; font-weight: 600; }
    QPushButton {
        border: 1px solid rgba(255, 255, 255, 70); border-radius: 4px; padding: 2px 10px;
        min-height: 22px; max-height: 22px; background: rgba(0, 0, 0, 110);
    }
    QPushButton:hover { background: rgba(255, 255, 255, 50); }
    QPushButton:disabled { color: rgba(255, 255, 255, 110); }
    QPushButton:focus { border-color: RING; }
"""
"""Style of light text on a dark cover, the same in both themes."""


class CoverHeader(QWidget):
    """Header with a `Heading`, or a skeleton; light text in every theme.

    Args:
        name: accessible name.
        parent: the Qt parent.
        picture: size of the picture beside the texts, in pixels; None for none.

    Attributes:
        link_requested: `(address, how)`: open the link of a fact `here` or in the `background`.
        title, facts, note: the texts.
        tools: layout at the right end of the badges, for buttons of a page.
        inner: the parent of such buttons.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Grouping

    link_requested = Signal(str, str)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, picture: QSize | None = None
    ) -> None:
        super().__init__(parent)
        self._heading: Heading | None = None
        self._colours: Colours | None = None
        self._pictures: Pictures = no_pictures
        self._size = picture
        self._compact = False
        self._left = 16 + (picture.width() + 14 if picture is not None else 0)
        self.inner = QWidget(self)
        self._badges = [self._label("badge") for _ in range(4)]
        self.title = ElidedLabel(parent=self.inner, name=tr("Title"))
        self.title.setProperty("role", "title")
        self.title.setFont(title_font(22))
        self.facts = LinkFlow(tr("Facts"), self.inner)
        self.facts.link_requested.connect(self.link_requested)
        self.note = ElidedLabel(parent=self.inner, name=tr("Note"))
        self._figures = [self._figure() for _ in range(_MOST_FIGURES)]
        self.tools = QHBoxLayout()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.inner.hide()

    @property
    def heading(self) -> Heading | None:
        """The shown texts; None for the skeleton."""
        return self._heading

    def show_heading(self, heading: Heading | None) -> None:
        """Show the texts and pictures of a subject; None for the skeleton."""
        self._heading = heading
        self.inner.setVisible(heading is not None)
        if heading is not None:
            self.title.setText(heading.title)
            self.setAccessibleDescription(heading.words.replace("\n", ", ").replace("\t", " "))
            self.title.set_hint(heading.note)
            self.note.setText(heading.note)
            self._show_parts(heading)
            for number, (box, label, text) in enumerate(self._figures):
                box.setVisible(number < len(heading.figures))
                if number < len(heading.figures):
                    label.setText(heading.figures[number][0])
                    text.setText(heading.figures[number][1])
                    box.adjustSize()
            self._column.activate()  # else a frame is painted with the widths of before
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Set whether the header is low: badges beside the facts, and no note."""
        if compact != self._compact:
            self._compact = compact
            self.setMinimumHeight(_LOW_HEIGHT if compact else _HEIGHT)
            if self._heading is not None:
                self._show_parts(self._heading)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        sheet = _SHEET.replace("RING", colours.highlight.name())
        if self.inner.styleSheet() != sheet:
            self.inner.setStyleSheet(sheet)
        self.facts.set_colours(ramp(colours.hue, is_dark=True))
        self.update()

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of pictures: a callable (url, width, height, shape)."""
        self._pictures = pictures
        self.update()

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        self.update()

    def _show_parts(self, heading: Heading) -> None:
        is_low = self._compact
        for number, label in enumerate(self._badges):
            is_shown = number < len(heading.badges)
            label.setText(heading.badges[number] if is_shown else "")
            label.setVisible(is_shown and not is_low)
        badges = tuple((badge, "") for badge in heading.badges) if is_low else ()
        self.facts.show_links((*badges, *heading.facts))
        self.note.setVisible(bool(heading.note) and not is_low)

    # --- parts --------------------------------------------------------------------------------

    def _label(self, role: str, parent: QWidget | None = None) -> QLabel:
        label = QLabel(parent or self.inner)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        return label

    def _figure(self) -> tuple[QWidget, QLabel, QLabel]:
        box = QWidget(self.inner)
        name, text = self._label("small", box), self._label("figure", box)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (name, text):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(label)
        return box, name, text

    def _lay_out(self) -> None:
        badges = QHBoxLayout()
        badges.setSpacing(6)
        for label in self._badges:
            badges.addWidget(label)
        badges.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(badges)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addLayout(words, 1)
        for box, _, _ in self._figures:
            top.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.note, 1)
        foot.addLayout(self.tools)
        column = self._column = QVBoxLayout(self.inner)
        column.setContentsMargins(self._left, 10, 16, 10)
        column.setSpacing(6)
        column.addLayout(top, 1)
        column.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.inner)
        self.setMinimumHeight(_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cover and the picture, or the skeleton."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = self._heading
        hue = self._colours.hue if self._colours is not None else _HUE
        cover = heading.cover if heading is not None else None
        draw_cover(painter, self.rect(), cover, _COVER, self._pictures, hue)
        if heading is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(255, 255, 255, 38))
            left = self._left
            for top, width, height in _BARS:
                painter.drawRoundedRect(QRect(left, top, width, height), 5, 5)
        self._draw_picture(painter, heading.picture if heading is not None else None)

    def _draw_picture(self, painter: QPainter, url: str | None) -> None:
        if self._size is None:
            return
        top = (self.height() - self._size.height()) // 2
        place = QRect(16, top, self._size.width(), self._size.height())
        picture = self._pictures(url, place.width(), place.height(), "cover") if url else None
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(place), 8, 8)
        painter.setClipPath(shape)
        if picture is not None:
            painter.drawPixmap(place, picture)
        else:
            painter.fillRect(place, QColor(255, 255, 255, 38))
