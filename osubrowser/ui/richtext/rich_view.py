"""Rich text view whose pictures come from the image store only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from PySide6.QtCore import (
    QByteArray,
    QPoint,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QTextBrowser, QWidget

from osubrowser.ui.richtext.rich_pictures import InlinePictures

if TYPE_CHECKING:
    from osubrowser.services.richtext.writer import Heading
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.flags import Pictures

COLUMN: Final = 820
"""Largest width of a line of text in pixels, for readability."""
_MARGIN: Final = 16
_BOX_ADDRESS: Final = "#box-"
_PARAGRAPH: Final = re.compile(
    r'<p align="(\w+)" style="(?:[^"]*; )?margin: (\d+)(?:px)? 0 (\d+)(?:px)? 0'
)
_SIDES: Final = {
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class RichView(QTextBrowser):
    """Read-only text browser that follows no link and loads no resource by itself.

    Attributes:
        link_activated: `(address, how)`: a link was clicked (`here`), clicked with the middle
            button or Ctrl (`background`), or chosen from its menu (also `web`).
        link_hovered: the address at the mouse or the focus, "" for none.
        box_toggled: the number of the spoiler box whose heading was clicked.
        anchor_followed: the id of an anchor in this text to which a link has scrolled.
    """

    link_activated = Signal(str, str)
    link_hovered = Signal(str)
    box_toggled = Signal(int)
    anchor_followed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Create an empty view.

        Args:
            name: accessible name of the text.
            parent: the Qt parent.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._waiting: list[str] = []
        self._keep_at: int | None = None
        self._pressed = ""
        self._pictures = InlinePictures(
            self, widest=lambda: self.viewport().width() - 8, on_sized=self._on_pictures_sized
        )
        self.document().setDocumentMargin(0)
        self.document().documentLayout().registerHandler(
            QTextFormat.ObjectTypes.ImageObject.value, self._pictures
        )
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._on_next_timeout)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.highlighted.connect(self._on_highlighted)

    # --- public methods -----------------------------------------------------------------------

    def show_blocks(self, blocks: Sequence[str], *, at: int | None = None) -> None:
        """Show the HTML blocks of `services.richtext.sanitize.formatted`, one per event loop turn.

        Args:
            blocks: the blocks.
            at: scroll position to restore, as of `scroll_position`; None for the top.
        """
        self._next.stop()
        self._keep_at = at
        self._waiting = list(blocks[1:])
        # Qt's own call: it replaces the text, scrolls to the top, and clears the history.
        self.setHtml(blocks[0] if blocks else "")
        self._go_on()

    @property
    def is_complete(self) -> bool:
        """Whether all blocks have been inserted."""
        return not self._waiting

    def scroll_position(self) -> int:
        """Return the scroll position in pixels."""
        return self._keep_at if self._keep_at is not None else self.verticalScrollBar().value()

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of pictures: a callable (url, width, height, shape)."""
        self._pictures.pictures = pictures
        self.viewport().update()

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        self.viewport().update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the frame and of placeholders. The text has its own colours."""
        self._pictures.missing = colours.background3
        self.setStyleSheet(
            f"""
            RichView {{
                background: {colours.background5.name()}; padding: 0;
                border: 1px solid {colours.background3.name()}; border-radius: 8px;
            }}
            RichView:focus {{ border-color: {colours.highlight.name()}; }}
            """
        )

    def link_at(self, where: QPoint) -> str:
        """Return the address at a position of the viewport, "" for none."""
        return self.anchorAt(where)

    def scroll_to_anchor(self, id: str) -> bool:
        """Scroll to an anchor of the text; False if there is none of that id."""
        self.scrollToAnchor(id)
        return True

    def heading_at_top(self, headings: Sequence[Heading]) -> str:
        """Return the id of the heading that the top of the view is under; "" for none."""
        return ""

    def find(self, text: str) -> int:  # type: ignore[override]
        """Mark all matches of a text, and return their number."""
        return 0

    def show_match(self, index: int) -> None:
        """Scroll to a match."""

    # --- resource loading ---------------------------------------------------------------------

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401, D102 - Qt's own
        # None would make Qt look for a file of that name.
        return QByteArray(b" ")

    def doSetSource(  # noqa: D102
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        return

    # --- incremental insertion ----------------------------------------------------------------

    def _go_on(self) -> None:
        if self._keep_at is not None:
            bar = self.verticalScrollBar()
            if bar.maximum() >= self._keep_at or not self._waiting:
                bar.setValue(self._keep_at)
                self._keep_at = None
        if self._waiting:
            self._next.start(0)

    def _on_next_timeout(self) -> None:
        if not self._waiting:
            return
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        piece = self._waiting.pop(0)
        # Qt gives the first inserted paragraph the format of the block it is inserted in.
        cursor.insertBlock(_format_of(piece), QTextCharFormat())
        cursor.insertHtml(piece)
        self._go_on()

    def _on_pictures_sized(self) -> None:
        document = self.document()
        document.markContentsDirty(0, document.characterCount())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        side = max(_MARGIN, (self.width() - COLUMN) // 2)
        self.setViewportMargins(side, _MARGIN, max(0, side - 12), 4)
        super().resizeEvent(event)

    # --- links --------------------------------------------------------------------------------

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: D102
        moved = bool(super().focusNextPrevChild(next))
        self.link_hovered.emit(self.textCursor().charFormat().anchorHref())
        return moved

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._pressed = self.link_at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        address = self.link_at(event.position().toPoint())
        aside = event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if aside and address and address == self._pressed:
            self._follow(address, "background")
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        menu = self.menu_at(self.viewport().mapFromGlobal(event.globalPos()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu_at(self, where: QPoint) -> QMenu:
        """Return the context menu at a position of the viewport: of a link, or of the text."""
        menu = QMenu(self)
        address = self.link_at(where)
        if address and not address.startswith("#"):
            for words, how in (
                ("Open", "here"),
                ("Open in background", "background"),
                ("Open in web browser", "web"),
            ):
                menu.addAction(words).triggered.connect(
                    lambda _=False, how=how: self.link_activated.emit(address, how)
                )
            menu.addAction("Copy link").triggered.connect(
                lambda: QGuiApplication.clipboard().setText(address)
            )
            menu.addSeparator()
        copy = menu.addAction("Copy")
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        menu.addAction("Select all").triggered.connect(self.selectAll)
        return menu

    def _on_anchor_clicked(self, url: QUrl) -> None:
        self._follow(_written(url), "here")

    def _on_highlighted(self, url: QUrl) -> None:
        self.link_hovered.emit(_written(url))

    def _follow(self, address: str, how: str) -> None:
        if address.startswith(_BOX_ADDRESS):
            number = address.removeprefix(_BOX_ADDRESS)
            if number.isascii() and number.isdigit() and len(number) < 6:
                self.box_toggled.emit(int(number))
        elif address.startswith("#"):
            self.scroll_to_anchor(unquote(address[1:]))
            self.anchor_followed.emit(unquote(address[1:]))
        elif address:
            self.link_activated.emit(address, how)


def _written(url: QUrl) -> str:
    """Return a URL with its percent-encoding; decoding `%20` would break it."""
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)


def _format_of(piece: str) -> QTextBlockFormat:
    """Return the block format of the first paragraph of a piece."""
    block, begins = QTextBlockFormat(), _PARAGRAPH.match(piece)
    if begins is not None:
        block.setAlignment(_SIDES.get(begins[1], Qt.AlignmentFlag.AlignLeft))
        block.setTopMargin(int(begins[2]))
        block.setBottomMargin(int(begins[3]))
    return block
