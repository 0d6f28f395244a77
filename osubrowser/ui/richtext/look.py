"""Style of rich text in the colours of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.richtext.style import RichTextStyle

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours


def look_of(colours: Colours) -> RichTextStyle:
    """Return the style of rich text in the colours of a page."""
    return RichTextStyle(
        ground=colours.background5.name(),
        text=colours.content2.name(),
        dim=colours.foreground.name(),
        link=(colours.light2 if colours.is_dark else colours.highlight).name(),
        panel=colours.background3.name(),
        border=colours.background1.name(),
    )
