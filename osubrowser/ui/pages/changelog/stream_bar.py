"""Bar of update streams: a pill each, with its colour, newest build and users."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.models.changelog.builds import COLOURS, StreamInfo
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_DISC: Final = 10
_ROOM: Final = _DISC + 8
"""Pixels that a disc takes in a pill."""
_ALL: Final = ("", tr("All streams"))


class StreamBar(QWidget):
    """Pills of all streams; those of the streams that osu! tells are built when they arrive.

    Args:
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        chosen: name of the chosen stream; "" for all.
        pills: the pills.
    """

    chosen = Signal(str)

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours
        self._current = ""
        self._streams: tuple[StreamInfo, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.pills, self._strip = self._build((_ALL,))

    @property
    def streams(self) -> tuple[StreamInfo, ...]:
        """The streams that osu! told."""
        return self._streams

    def show_streams(self, streams: Sequence[StreamInfo]) -> None:
        """Set the streams."""
        if tuple(streams) == self._streams:
            return
        names = [one.name for one in streams]
        if names != [one.name for one in self._streams]:
            old = self._strip
            had_focus = any(pill.hasFocus() for pill in old.findChildren(QWidget))
            self._layout.removeWidget(old)
            self.pills, self._strip = self._build((_ALL, *((s.name, s.title) for s in streams)))
            old.hide()
            old.deleteLater()
            if had_focus:
                self.pills.button(self.pills.current).setFocus()
        self._streams = tuple(streams)
        for stream in streams:
            self._label(stream)
        self._strip.fit()
        self.choose(self._current)

    def choose(self, name: str) -> None:
        """Show the pill of a stream as chosen."""
        self._current = name
        if name and name not in {one.name for one in self._streams}:
            self.pills.choose_none()
            return
        self.pills.choose(name)
        self._strip.bring_in(self.pills.button(name))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.pills.set_colours(colours)
        self._strip.set_colours(colours)

    def _build(self, choices: Sequence[tuple[str, str]]) -> tuple[Segments, ScrollStrip]:
        pills = Segments(tr("Stream"), choices, self, is_primary=True)
        pills.chosen.connect(self._on_chosen)
        strip = ScrollStrip(pills, self)
        pills.set_colours(self._colours)
        strip.set_colours(self._colours)
        self._layout.addWidget(strip)
        return pills, strip

    def _label(self, stream: StreamInfo) -> None:
        users = f" · {numerals.whole(stream.users)}" if stream.users else ""
        self.pills.set_label(stream.name, f"{stream.title} {stream.version}{users}".strip())
        button = self.pills.button(stream.name)
        button.setIcon(_disc(COLOURS.get(stream.name, "#999999")))
        button.setIconSize(QSize(_DISC, _DISC))
        button.setFixedWidth(button.width() + _ROOM)
        said = (
            [tr("Newest build {version}").format(version=stream.version)] if stream.version else []
        )
        said += [tr("%n user(s)", "", stream.users)] if stream.users else []
        button.setToolTip(", ".join(said))

    def _on_chosen(self, name: str) -> None:
        self._current = name
        self.chosen.emit(name)


def _disc(colour: str) -> QIcon:
    made = QPixmap(2 * _DISC, 2 * _DISC)
    made.setDevicePixelRatio(2)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(0, 0, _DISC, _DISC))
    painter.end()
    return QIcon(made)
