"""Icons: SVG files tinted with the colours of a page, cached."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from osubrowser.resources import resource_path
from osubrowser.ui.style.colours import Colours

_ICONS = resource_path("icons")

SIZE = 20
"""Edge of the grid of every icon, in logical pixels."""


def icon(name: str, colours: Colours, *, ratio: float = 1.0, size: int = SIZE) -> QIcon:
    """Return an icon for buttons and menus, with a dimmed disabled state.

    Args:
        name: file name in `resources/icons`, without `.svg`.
        colours: palette of the surrounding page or bar.
        ratio: device pixels per logical pixel.
        size: edge in logical pixels.
    """
    made = QIcon()
    made.addPixmap(pixmap(name, colours.light1, ratio=ratio, size=size), QIcon.Mode.Normal)
    made.addPixmap(pixmap(name, colours.content1, ratio=ratio, size=size), QIcon.Mode.Active)
    made.addPixmap(pixmap(name, colours.background1, ratio=ratio, size=size), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: QColor, *, ratio: float = 1.0, size: int = SIZE) -> QPixmap:
    """Return an icon in one colour.

    Args:
        name: file name in `resources/icons`, without `.svg`.
        colour: colour of its strokes.
        ratio: device pixels per logical pixel.
        size: edge in logical pixels.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    return _drawn(name, colour.name(), ratio, size)


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, ratio: float, size: int) -> QPixmap:
    # Each icon is needed in several colours, and its file takes longer to draw than all of them.
    shape = _shape(name, round(size * ratio))
    image = QImage(shape.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(colour))
    image.setAlphaChannel(shape)
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


@lru_cache(maxsize=128)
def _shape(name: str, edge: int) -> QImage:
    """Return the coverage of an icon's pixels."""
    source = (_ICONS / f"{name}.svg").read_bytes()
    drawing = source.replace(b'width="20" height="20"', b'width="%d" height="%d"' % (edge, edge), 1)
    image = QImage.fromData(QByteArray(drawing))
    return image.convertToFormat(QImage.Format.Format_Alpha8)


def application_icon() -> QIcon:
    """Return the program's own icon, for windows and task bars."""
    return QIcon(str(_ICONS / "osubrowser.png"))
