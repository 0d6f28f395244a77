"""Pane of one rich text from the server: formatted on a worker, with spoiler boxes and links."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from osubrowser.services.richtext.rich_text import RichText
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import tr
from osubrowser.ui.richtext.rich_view import RichView
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar, StatePanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.richtext.style import RichTextStyle
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.ui.style.theme import Colours


class TextPane(QWidget):
    """Rich text, or a sentence where there is none.

    Args:
        name: accessible name of the text.
        calls: runs the formatting on a worker.
        images: its pictures; None for none.
        origin: returns `https://host` of the server, for links without one.
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.
        is_article: whether long texts are shown whole, as those of the wiki.

    Attributes:
        open_requested: `(Place, how)`: open a link.
        hovered: the address at the mouse or the focus; "" for none.
        web_requested: the rest of a text that is too long is asked for, in the web browser.
        text_shown: the `RichText` that is shown now.
        view: the text.
        opened: numbers of the open spoiler boxes.
    """

    open_requested = Signal(object, str)
    hovered = Signal(str)
    web_requested = Signal()
    text_shown = Signal(object)

    def __init__(
        self,
        name: str,
        calls: Calls,
        images: ImageStore | None,
        origin: Callable[[], str],
        colours: Colours,
        parent: QWidget | None = None,
        *,
        is_article: bool = False,
    ) -> None:
        super().__init__(parent)
        self._is_article = is_article
        self._calls, self._origin = calls, origin
        self._colours = colours
        self._scope = TaskScope()
        self._html = self._empty = ""
        self.opened: frozenset[int] = frozenset()
        self.view = RichView(name, self)
        self._panel = StatePanel(self)
        self._cut = NoticeBar(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._cut)
        self.view.link_activated.connect(self._on_link_activated)
        self.view.link_hovered.connect(self._on_link_hovered)
        self.view.box_toggled.connect(self._on_box_toggled)
        self._cut.pressed.connect(lambda _key: self.web_requested.emit())
        if images is not None:
            images.supply(self.view)
        self.set_colours(colours)

    @property
    def is_settled(self) -> bool:
        """Whether the text is formatted and laid out."""
        return not self._scope.is_running("text") and self.view.is_complete

    def show_html(
        self, html: str, *, empty: str, opened: frozenset[int] = frozenset(), at: int | None = None
    ) -> bool:
        """Show a text; return False if it is shown already.

        Args:
            html: as the server sent it.
            empty: sentence in place of a text without content.
            opened: numbers of the open spoiler boxes.
            at: scroll position to restore; None for the top.
        """
        is_shown = (html, opened) == (self._html, self.opened) and html.strip()
        self._html, self._empty, self.opened = html, empty, opened
        if is_shown:
            return False  # the same text: no new layout
        if html.strip():
            self._format(at)
        else:
            self._show_nothing()
        return True

    def take_focus(self) -> None:
        """Set the focus to the text."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Cancel the formatting and discard the text."""
        self._scope.cancel_all()
        self._html = ""
        self.opened = frozenset()
        self._cut.show_notice(None)
        self.view.show_text(RichText())

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with; the text is formatted again."""
        changed = colours != self._colours
        self._colours = colours
        self.view.set_colours(colours)
        self._cut.set_colours(colours)
        if changed and self._html.strip():
            self._format(self.view.scroll_position())

    # --- private ------------------------------------------------------------------------------

    def _format(self, at: int | None) -> None:
        self._scope.start(self._format_and_show(at), key="text")

    async def _format_and_show(self, at: int | None) -> None:
        from osubrowser.ui.richtext.look import look_of

        # Not queued behind calls that wait for osu!: the text needs no network.
        work = partial(
            _formatted,
            self._html,
            self._origin(),
            look_of(self._colours),
            self.opened,
            is_article=self._is_article,
        )
        self._show_text(await self._calls.run_at_once(work), at)

    def _show_text(self, text: RichText, at: int | None) -> None:
        if text.is_empty:
            self._show_nothing()
            return
        self.view.show_text(text, at=at)
        self._stack.setCurrentWidget(self.view)
        self._cut.show_notice(
            Notice(
                tr("This text goes on: it is too long to be shown whole."),
                "",
                (("web", tr("Open in web browser")),),
            )
            if text.is_cut
            else None
        )
        self.text_shown.emit(text)

    def _show_nothing(self) -> None:
        self._scope.cancel("text")
        self.view.show_text(RichText())
        self._cut.show_notice(None)
        self._panel.show_notice(Notice(self._empty))
        self._stack.setCurrentWidget(self._panel)
        self.text_shown.emit(RichText())

    def _on_link_activated(self, address: str, how: str) -> None:
        from osubrowser.ui.richtext.follow import followed

        found = followed(address, how, self._origin())
        if found is not None:
            self.open_requested.emit(*found)

    def _on_link_hovered(self, address: str) -> None:
        from osubrowser.services.text.plain import plain

        self.hovered.emit("" if address.startswith("#") else plain(address, 200))

    def _on_box_toggled(self, number: int) -> None:
        self.opened = self.opened ^ {number}
        self._format(self.view.scroll_position())


def _formatted(
    html: str, origin: str, look: RichTextStyle, opened: frozenset[int], *, is_article: bool
) -> RichText:
    """Format a text; runs on a worker, which also imports the libraries."""
    from osubrowser.services.richtext.sanitize import ARTICLE, DEFAULT, formatted

    limits = ARTICLE if is_article else DEFAULT
    return formatted(html, origin=origin, look=look, opened=opened, limits=limits)
