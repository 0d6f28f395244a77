"""View of one long rich text: its contents at the side, find in page, spoiler boxes, links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.text.translation import tr
from osubrowser.ui.richtext.find_bar import FindBar
from osubrowser.ui.richtext.text_pane import TextPane
from osubrowser.ui.richtext.text_skeleton import TextSkeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.richtext.rich_text import Heading, RichText
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.ui.style.theme import Colours

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()
_CUT_FROM: Final = 24
"""Characters of a heading from which on it has a tooltip."""
_CONTENTS: Final = 230
"""Width of the table of contents, in pixels."""
_ROOM: Final = 820
"""Width of the view from which on there is room for the table of contents."""
_FEWEST: Final = 2
"""Headings from which on a text has a table of contents."""
_LEVELS: Final = 4
"""Levels of headings in the table of contents, from the highest one of the text."""


class ArticleView(QWidget):
    """Rich text with a table of contents and find in page, or a sentence where there is none.

    Args:
        name: accessible name of the text.
        calls: runs the formatting on a worker.
        images: its pictures; None for none.
        origin: returns `https://host` of the server, for links without one.
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        skeleton: placeholder above the text while it is loaded.
        open_requested: `(Place, how)`: open a link.
        hovered: the address at the mouse or the focus; "" for none.
        web_requested: the rest of a text that is too long is asked for, in the web browser.
        anchor_followed: the id of an anchor of this text, to which a link in it has scrolled.
        find_bar: the bar of find in page.
        contents: the table of contents.
        pane: the text.
    """

    open_requested = Signal(object, str)
    hovered = Signal(str)
    web_requested = Signal()
    anchor_followed = Signal(str)

    def __init__(
        self,
        name: str,
        calls: Calls,
        images: ImageStore | None,
        origin: Callable[[], str],
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._headings: tuple[Heading, ...] = ()
        self._anchor = ""  # to scroll to when the text is there
        self.pane = TextPane(name, calls, images, origin, colours, self, is_article=True)
        self.find_bar = FindBar(self.pane.view, self)
        self.contents = ContentsList(self)
        self.contents.hide()
        self.skeleton = TextSkeleton(self)
        self.skeleton.hide()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.pane, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.contents)
        layout.addLayout(column, 1)
        pane = self.pane
        pane.open_requested.connect(self.open_requested)
        pane.hovered.connect(self.hovered)
        pane.web_requested.connect(self.web_requested)
        pane.text_shown.connect(self._on_text_shown)
        pane.view.anchor_followed.connect(self.anchor_followed)
        pane.view.scrolled.connect(self._mark_heading)
        self.contents.chosen.connect(self._on_heading_chosen)
        self.find_bar.closed.connect(lambda: pane.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.set_colours(colours)

    # --- public methods -----------------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the text is formatted and laid out."""
        return self.pane.is_settled

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the text as `(level, text, id)`."""
        return self._headings

    @property
    def opened(self) -> frozenset[int]:
        """Numbers of the open spoiler boxes."""
        return self.pane.opened

    def show_loading(self) -> None:
        """Show a placeholder in place of the text, until one is there."""
        self.clear()
        self._place_skeleton()
        self.skeleton.raise_()
        self.skeleton.show()

    def show_html(
        self,
        html: str,
        *,
        empty: str,
        at: int | None = None,
        opened: frozenset[int] = frozenset(),
        anchor: str = "",
    ) -> None:
        """Show a text; it is sanitised on a worker.

        Args:
            html: as the server sent it.
            empty: sentence in place of a text without content.
            at: scroll position to restore, of `scroll_position`; None for the top.
            opened: numbers of the open spoiler boxes.
            anchor: id of the anchor to scroll to, instead of `at`; "" for none.
        """
        self._anchor = anchor
        if not self.pane.show_html(html, empty=empty, opened=opened, at=at):
            self.skeleton.hide()
            self._go_to_anchor()  # the same text

    def scroll_position(self) -> int:
        """Return the scroll position, for `show_html`."""
        return self.pane.view.scroll_position()

    def scroll_to_anchor(self, id: str) -> bool:
        """Scroll to an anchor; False if the text has none of that id."""
        return self.pane.view.scroll_to_anchor(id)

    def start_find(self) -> None:
        """Open find in page (Ctrl+F)."""
        self.find_bar.start()

    def copy(self) -> None:
        """Copy the selected text to the clipboard (Ctrl+C)."""
        self.pane.view.copy()

    def take_focus(self) -> None:
        """Set the focus to the text."""
        self.pane.take_focus()

    def clear(self) -> None:
        """Cancel the formatting and discard the text."""
        self.find_bar.finish()
        self.skeleton.hide()
        self.pane.clear()
        self._headings = ()
        self._anchor = ""
        self._show_contents()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.pane.set_colours(colours)
        self.find_bar.set_colours(colours)
        self.contents.set_colours(colours)
        self.skeleton.set_colours(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the table of contents where there is room."""
        super().resizeEvent(event)
        self._show_contents()
        self._place_skeleton()

    # --- private ------------------------------------------------------------------------------

    def _place_skeleton(self) -> None:
        self.skeleton.setGeometry(self.rect())

    def _on_text_shown(self, text: RichText) -> None:
        self.skeleton.hide()
        if text.headings != self._headings:
            self._headings = text.headings
            self.contents.show_headings(self._headings)
        self._show_contents()
        self._go_to_anchor()
        self._mark_heading()
        self.find_bar.renew()

    def _go_to_anchor(self) -> None:
        anchor, self._anchor = self._anchor, ""
        if anchor:
            self.scroll_to_anchor(anchor)

    def _show_contents(self) -> None:
        self.contents.setVisible(len(self._headings) >= _FEWEST and self.width() >= _ROOM)

    def _mark_heading(self) -> None:
        if self.contents.isVisible():
            self.contents.mark(self.pane.view.heading_at_top(self._headings))

    def _on_heading_chosen(self, id: str) -> None:
        if self.scroll_to_anchor(id):
            self.anchor_followed.emit(id)


class ContentsModel(QAbstractListModel):
    """Headings of a table of contents, indented by their levels."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.headings: list[Heading] = []
        self._highest = 1

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Set the headings, of which the deepest levels are left out."""
        self.beginResetModel()
        self._highest = min((heading.level for heading in headings), default=1)
        self.headings = [one for one in headings if one.level - self._highest < _LEVELS]
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if not index.isValid() or index.row() >= len(self.headings):
            return None
        heading = self.headings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "    " * (heading.level - self._highest) + heading.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return heading.text
            case Qt.ItemDataRole.ToolTipRole:
                return _tooltip(heading.text) if len(heading.text) >= _CUT_FROM else None
        return None


class ContentsList(QListView):
    """Table of contents: a list of headings, indented by their levels.

    Attributes:
        chosen: the id of a heading that was clicked, or chosen with Enter.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings = ContentsModel(self)
        self._rows: dict[str, int] = {}
        self.setModel(self._headings)
        self.setAccessibleName(tr("Contents"))
        self.setFixedWidth(_CONTENTS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._on_index_chosen)
        self.clicked.connect(self._on_index_chosen)

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Show the headings of a text."""
        self._headings.show_headings(headings)
        self._rows = {}
        for row, heading in enumerate(self._headings.headings):
            self._rows.setdefault(heading.id, row)

    def mark(self, id: str) -> None:
        """Mark the heading that the view is at; the first one for ""."""
        row = self._rows.get(id, -1 if id else 0)
        if 0 <= row < self._headings.rowCount() and row != self.currentIndex().row():
            self.setCurrentIndex(self._headings.index(row, 0))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the style sheet."""
        self.setStyleSheet(
            f"""
            ContentsList {{
                background: {colours.background6.name()}; border: none;
                color: {colours.foreground.name()};
            }}
            ContentsList::item {{ padding: 4px 6px; border-radius: 4px; }}
            ContentsList::item:hover {{ background: {colours.background4.name()}; }}
            ContentsList::item:selected {{
                background: {colours.background4.name()}; color: {colours.content1.name()};
                border-left: 3px solid {colours.highlight.name()};
            }}
            """
        )

    def _on_index_chosen(self, index: _Index) -> None:
        if index.isValid():
            self.chosen.emit(self._headings.headings[index.row()].id)


def _tooltip(text: str) -> str:
    from osubrowser.services.text.plain import tooltip

    return tooltip(text)
