"""Icons of the marks of beatmapsets, beside their titles in cards and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QPainter

from osubrowser.services.text.translation import tr
from osubrowser.ui.style.icons import pixmap

if TYPE_CHECKING:
    from osubrowser.ui.cards.card_layout import CardMarks
    from osubrowser.ui.style.theme import Colours

_ICON: Final = 14
_STEP: Final = 18


def paint_marks(
    painter: QPainter,
    marks: CardMarks,
    right: int,
    middle: int,
    colours: Colours,
    ratio: float,
    *,
    is_explicit: bool = False,
) -> int:
    """Paint the icons of marks from right to left; return the pixels that they take.

    Args:
        painter: to paint with.
        marks: the marks.
        right: right edge in pixels.
        middle: vertical middle in pixels.
        colours: to paint with.
        ratio: device pixels per logical pixel.
        is_explicit: whether the beatmapset is explicit.
    """
    icons = _icons_of(marks, colours, is_explicit=is_explicit)
    x = right - _ICON
    for name, colour in icons:
        icon = pixmap(name, colour, ratio=ratio, size=_ICON)
        painter.drawPixmap(x, middle - _ICON // 2, icon)
        x -= _STEP
    return len(icons) * _STEP


def words_of(marks: CardMarks, *, is_explicit: bool = False) -> list[str]:
    """Return marks in words, for tooltips and screen readers."""
    said = (
        (is_explicit, tr("Explicit")),
        (marks.is_liked, tr("Liked")),
        (marks.is_owned, tr("On this computer")),
        (marks.is_seen, tr("Seen")),
        (marks.is_hidden, tr("Hidden", "by the user")),
    )
    return [words for is_set, words in said if is_set]


def _icons_of(marks: CardMarks, colours: Colours, *, is_explicit: bool) -> list[tuple[str, QColor]]:
    """Return name and colour of each icon, from right to left."""
    found = []
    if marks.is_hidden:
        found.append(("hidden", colours.foreground))
    elif marks.is_seen:
        found.append(("eye", colours.foreground))
    if marks.is_owned:
        found.append(("owned", colours.good))
    if marks.is_liked:
        found.append(("heart-full", colours.highlight))
    if is_explicit:
        found.append(("explicit", colours.bad))
    return found
