"""Header of a beatmapset's page: cover, titles, mappers, counts, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import hint
from osubrowser.ui.pages.beatmapset.keys import KEYS
from osubrowser.ui.sections.host import draw_cover
from osubrowser.ui.style.colours import STATUS
from osubrowser.ui.style.icons import pixmap
from osubrowser.ui.style.theme import figure_font, ramp, title_font
from osubrowser.ui.widgets.assistive import order_tab
from osubrowser.ui.widgets.flags import Pictures, no_pictures
from osubrowser.ui.widgets.follow_button import FollowButton
from osubrowser.ui.widgets.plain_text import ElidedLabel

if TYPE_CHECKING:
    from osubrowser.models.beatmaps.set_heading import SetHeading
    from osubrowser.ui.pages.beatmapset.difficulty_strip import DifficultyStrip
    from osubrowser.ui.style.theme import Colours

_MARGIN: Final = 16
_COVER_HEIGHT: Final = 190
_HEIGHT, _LOW_HEIGHT = 164, 60
_BARS: Final = ((18, 90, 14), (44, 320, 22), (76, 180, 14), (104, 240, 12))
_LOW_BARS: Final = ((13, 260, 16), (38, 140, 10))
"""Top, width and height of the bars of the skeleton."""
_MOST_GUESTS: Final = 3
_MOST_COUNTS: Final = 3
_SHEET: Final = """
    QLabel, QPushButton { color: white; background: transparent; font-size: 13px; }
    QLabel[role="dim"] { color: rgba(255, 255, 255, 190); }
    QLabel[role="small"] { color: rgba(255, 255, 255, 190); font-size: 11px; }
    QLabel[role="badge"] {
        color: white; background: rgba(0, 0, 0, 130); border-radius: 4px; padding: 1px 6px;
        font-size: 11px;
    }
    QPushButton {
        border: 1px solid rgba(255, 255, 255, 70); border-radius: 4px; padding: 2px 10px;
        min-height: 22px; max-height: 22px; background: rgba(0, 0, 0, 110);
    }
    QPushButton:hover { background: rgba(255, 255, 255, 50); }
    QPushButton:checked { background: rgba(255, 255, 255, 210); color: black; }
    QPushButton:disabled { color: rgba(255, 255, 255, 110); }
    QPushButton:focus { border-color: RING; }
    QPushButton[flat="true"] {
        border: 1px solid transparent; padding: 0 3px; background: transparent;
        min-height: 18px; max-height: 18px;
    }
    QPushButton[flat="true"]:hover { background: rgba(255, 255, 255, 50); }
    QPushButton[flat="true"]:focus { border-color: RING; }
"""
"""Style of light text on a dark cover, the same in both themes."""
_BUTTONS: Final = (
    ("preview", tr("Preview"), tr("Play the preview of the song")),
    ("game", tr("Open in osu!"), tr("Open the set in the game, which can download it")),
    ("liked", tr("Like"), tr("Mark the set as liked, on this computer")),
    ("seen", tr("Seen"), tr("Mark the set as seen, on this computer")),
    ("hidden", tr("Hide"), tr("Leave the set out of the listing, on this computer")),
    ("more", tr("More"), tr("More that can be done with this set")),
)
_MARKS: Final = ("liked", "seen", "hidden")
_KEYS: Final = {key.action.removeprefix("set_"): key for key in KEYS}


class BeatmapsetHeader(QWidget):
    """Header of a beatmapset's page: its `SetHeading`, or a skeleton.

    Attributes:
        link_requested: address of a pressed link.
        pressed: `preview`, `game` or `more`: a button was pressed.
        mark_toggled: `(liked | seen | hidden, bool)`.
        buttons: all buttons, by key.
    """

    link_requested = Signal(str)
    pressed = Signal(str)
    mark_toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading: SetHeading | None = None
        self._pictures: Pictures = no_pictures
        self._colours: Colours | None = None
        self._compact = False
        self._fraction = 0.0
        self._inner = QWidget(self)
        self.title = ElidedLabel(parent=self._inner, name=tr("Title"))
        self.artist = ElidedLabel(parent=self._inner, name=tr("Artist"))
        self._date = ElidedLabel(parent=self._inner, name=tr("Date"))
        self._date.setProperty("role", "dim")
        self._status = QLabel(self._inner)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._owned = self._badge(tr("On this computer"))
        self._pills, self._mappers = QHBoxLayout(), QHBoxLayout()
        self._counts = [self._count() for _ in range(_MOST_COUNTS)]
        self.buttons = {key: self._button(*one) for one in _BUTTONS for key in one[:1]}
        self.follow = FollowButton(self._inner)
        self.setAccessibleName(tr("Beatmapset"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._show_parts()

    # --- public -------------------------------------------------------------------------------

    @property
    def heading(self) -> SetHeading | None:
        """The shown texts."""
        return self._heading

    @property
    def links(self) -> list[QPushButton]:
        """The links of the mappers."""
        return [b for b in self._inner.findChildren(QPushButton) if b.property("address")]

    def show_heading(self, heading: SetHeading | None) -> None:
        """Show a beatmapset; None for the skeleton."""
        if heading == self._heading:
            return
        self._heading = heading
        if heading is not None:
            self.title.setText(heading.title)
            self.title.set_hint(heading.other)
            self.artist.setText(heading.artist)
            self._date.setText(heading.date)
            self._date.set_hint(heading.date_told)
            self.setAccessibleName(tr("Beatmapset: {title}").format(title=heading.title))
            self.setAccessibleDescription(heading.words)
            self._show_status(heading)
            self._show_mappers(heading)
        self._show_parts()
        self.update()

    def set_owned(self, is_owned: bool) -> None:
        """Show or hide that the set is on this computer."""
        self._owned.setVisible(is_owned)

    def set_mark(self, mark: str, is_on: bool) -> None:
        """Set whether a mark is on; emits nothing."""
        self.buttons[mark].setChecked(is_on)

    def set_preview(self, label: str, fraction: float, *, is_offered: bool) -> None:
        """Set the preview's button.

        Args:
            label: `Preview`, `Stop`, ...
            fraction: played part, 0 to 1.
            is_offered: whether there is a preview.
        """
        button = self.buttons["preview"]
        button.setEnabled(is_offered)
        if button.text() != label:
            button.setText(label)
            button.setAccessibleName(label)
        if fraction != self._fraction:
            self._fraction = fraction
            self.update()

    def set_compact(self, compact: bool) -> None:
        """Set whether the header is low: without badges, counts and marks."""
        if compact != self._compact:
            self._compact = compact
            self._show_parts()
            self._fit()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self._inner.setStyleSheet(_SHEET.replace("RING", colours.highlight.name()))
        white = QColor("white")
        ratio = self.devicePixelRatioF()
        for key, name in (("preview", "play"), ("game", "external"), ("more", "more")):
            self.buttons[key].setIcon(QIcon(pixmap(name, white, ratio=ratio, size=16)))
        self.follow.set_colours(ramp(colours.hue, is_dark=True))
        self._fit()
        self.update()

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of pictures: a callable (url, width, height, shape)."""
        self._pictures = pictures

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        self.update()

    def below(self, key: str) -> QPoint:
        """Return the screen position below a button, for its menu."""
        button = self.buttons[key]
        return button.mapToGlobal(button.rect().bottomLeft())

    # --- parts --------------------------------------------------------------------------------

    def _badge(self, text: str) -> QLabel:
        label = QLabel(text, self._inner)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "badge")
        label.hide()
        return label

    def _count(self) -> tuple[QWidget, QLabel, QLabel]:
        box = QWidget(self._inner)
        name, number = QLabel(box), QLabel(box)
        name.setProperty("role", "small")
        for label in (name, number):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(number)
        return box, name, number

    def _button(self, key: str, label: str, tip: str) -> QPushButton:
        button = QPushButton(label, self._inner)
        button.setAutoDefault(False)
        if key in _KEYS:
            hint(button, tip, _KEYS[key])
        else:
            button.setToolTip(tip)
        button.setAccessibleName(label)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        if key in _MARKS:
            button.setCheckable(True)
            button.clicked.connect(lambda is_on: self.mark_toggled.emit(key, is_on))
        else:
            button.clicked.connect(lambda: self.pressed.emit(key))
        return button

    def _link(self, text: str, address: str) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"), self._inner)
        button.setFlat(True)
        button.setAutoDefault(False)
        button.setProperty("address", address)
        button.setAccessibleName(tr("Mapper: {text}").format(text=text))
        button.setEnabled(bool(address))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.link_requested.emit(address))
        return button

    def _lay_out(self) -> None:
        self._pills.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._pills.addWidget(self._status, 0, middle)
        self._pills.addWidget(self._owned, 0, middle)
        self._pills.addWidget(self._date, 1)
        self._mappers.setSpacing(2)
        titles = QVBoxLayout()
        titles.setSpacing(1)
        for part in (self._pills, self.title, self.artist, self._mappers):
            if isinstance(part, QWidget):
                titles.addWidget(part)
            else:
                titles.addLayout(part)
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addLayout(titles, 1)
        for box, _, _ in self._counts:
            top.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        actions = QHBoxLayout()
        actions.setSpacing(6)
        for button in self.buttons.values():
            actions.addWidget(button)
        actions.insertWidget(2, self.follow)
        order_tab(actions)
        actions.addStretch(1)
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._inner)
        self._column.setSpacing(6)
        self._column.addLayout(top, 1)
        self._column.addLayout(actions)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._inner)

    def _fit(self) -> None:
        self.title.setFont(title_font(18 if self._compact else 24))
        self.artist.setFont(title_font(13 if self._compact else 15))
        for _, _, number in self._counts:
            font = figure_font(title_font(18))
            font.setWeight(QFont.Weight.DemiBold)
            number.setFont(font)
            number.setStyleSheet("font-size: 18px; font-weight: 600;")
        self.title.setStyleSheet(f"font-size: {18 if self._compact else 24}px; font-weight: 600;")
        self.artist.setStyleSheet(f"font-size: {13 if self._compact else 15}px;")
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._column.setDirection(across if self._compact else down)
        side = 8 if self._compact else 12
        self._column.setContentsMargins(_MARGIN, side, _MARGIN, side)

    def _show_parts(self) -> None:
        heading, is_low = self._heading, self._compact
        self._inner.setVisible(heading is not None)
        counts = heading.counts if heading is not None else ()
        for number, (box, name, text) in enumerate(self._counts):
            box.setVisible(number < len(counts) and not is_low)
            if number < len(counts):
                name.setText(counts[number][0])
                text.setText(counts[number][1])
        for widget in (*_widgets(self._pills), *_widgets(self._mappers)):
            if widget is not self._owned:  # which follows the library
                widget.setVisible(not is_low)
        for key in _MARKS:
            self.buttons[key].setVisible(not is_low)
        self.setMinimumHeight(_LOW_HEIGHT if is_low else _HEIGHT)

    def _show_status(self, heading: SetHeading) -> None:
        colour = STATUS.get(heading.status, STATUS["graveyard"])
        self._status.setText(heading.status_text)
        sheet = (
            f"background: {colour}; color: black; border-radius: 4px; padding: 1px 7px;"
            " font-size: 11px; font-weight: 600;"
        )
        if self._status.styleSheet() != sheet:  # which takes long to apply
            self._status.setStyleSheet(sheet)
        self._status.setVisible(bool(heading.status))
        _clear(self._pills, keep=(self._status, self._owned, self._date))
        for badge in heading.badges:
            label = self._badge(badge.text)
            label.setToolTip(tooltip(badge.words))
            self._pills.insertWidget(
                self._pills.count() - 1, label, 0, Qt.AlignmentFlag.AlignVCenter
            )

    def _show_mappers(self, heading: SetHeading) -> None:
        _clear(self._mappers)
        self._mappers.addWidget(self._words(tr("mapped by")))
        self._mappers.addWidget(self._link(*heading.mapper))
        if heading.guests:
            self._mappers.addWidget(self._words(tr("with", "guest mappers")))
        for guest in heading.guests[:_MOST_GUESTS]:
            self._mappers.addWidget(self._link(*guest))
        rest = heading.guests[_MOST_GUESTS:]
        if rest:
            more = self._words(tr("and %n more", "", len(rest)))
            more.setToolTip(tooltip(", ".join(guest.text for guest in rest)))
            self._mappers.addWidget(more)
        self._mappers.addStretch(1)

    def _words(self, text: str) -> QLabel:
        label = QLabel(text, self._inner)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "dim")
        return label

    # --- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cover, the skeleton, and the progress of the preview."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        cover = self._heading.cover if self._heading is not None else None
        draw_cover(painter, self.rect(), cover, _COVER_HEIGHT, self._pictures, colours.hue)
        if self._heading is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(255, 255, 255, 38))
            for top, width, height in _LOW_BARS if self._compact else _BARS:
                painter.drawRoundedRect(QRect(_MARGIN, top, width, height), 5, 5)
        elif self._fraction > 0:
            button = self.buttons["preview"]
            corner = button.mapTo(self, button.rect().bottomLeft())
            width = round(button.width() * min(self._fraction, 1.0))
            painter.fillRect(QRect(corner.x(), corner.y() + 2, width, 3), colours.highlight)


class SetTop(QWidget):
    """Header of a set, and below it the choice of a difficulty.

    Args:
        header, difficulties: the two parts.
        parent: the Qt parent.
    """

    def __init__(
        self, header: BeatmapsetHeader, difficulties: DifficultyStrip, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = (header, difficulties)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(header)
        column.addWidget(difficulties)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in self._parts:
            part.set_colours(colours)


def _widgets(row: QHBoxLayout) -> list[QWidget]:
    """Return the widgets of a row, from left to right."""
    items = (row.itemAt(at) for at in range(row.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [widget for widget in widgets if widget is not None]


def _clear(row: QHBoxLayout, keep: tuple[QWidget, ...] = ()) -> None:
    """Remove the widgets of a row but some, and the stretch at its end without any of these."""
    for widget in _widgets(row):
        if widget not in keep:
            row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
    while not keep and row.takeAt(0) is not None:
        pass
