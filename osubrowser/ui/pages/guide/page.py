"""Page of the guide to the program, which needs no session and no network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osubrowser.models.guide.guide import load_guide
from osubrowser.services.places.urls import HOME
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe
from osubrowser.ui.keys.shortcuts import in_force, shown
from osubrowser.ui.pages.page import Page
from osubrowser.ui.richtext.article_view import ArticleView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.ui.keys.key import Key
    from osubrowser.ui.style.theme import Colours

_TITLE: Final = tr("Guide")


class GuidePage(Page):
    """Page of the guide: its text, with contents and find in page.

    Args:
        calls: reads and formats the text on a worker.
        colours: to paint with until `set_colours` is called.
        shortcuts: every shortcut, with its default sequences: the text has those in force.
        parent: the Qt parent.

    Attributes:
        article: the text.
    """

    def __init__(
        self,
        calls: Calls,
        colours: Colours,
        shortcuts: Sequence[Key],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._shortcuts = shortcuts
        self._scope = TaskScope()
        self._error: BaseException | None = None
        self._html = ""
        self._ground = colours.background6
        self.article = ArticleView(_TITLE, calls, None, lambda: HOME, colours, self)
        self.article.open_requested.connect(self.open_requested)
        self.article.hovered.connect(self.status_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.addWidget(self.article)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the text is read, formatted and laid out, or has failed."""
        return not self._scope.is_running("load") and self.article.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which the text is missing; None if it is there."""
        return self._error

    def show_place(self, place: Place, state: object | None) -> None:
        """Show the guide; `state` is that of `save_state`."""
        del place
        self.title_changed.emit(_TITLE)
        self.status_changed.emit("")
        at = state if isinstance(state, int) else None
        if self._html and at is None:
            return
        if not self._html:
            self.article.show_loading()
        self._scope.start(self._load(at), key="load", on_error=self._on_failed)

    def save_state(self) -> object | None:
        """Return the scroll position; None if no text is shown."""
        return self.article.scroll_position() if self._html else None

    def reload(self) -> None:
        """Read the text again."""
        self._scope.start(self._load(None), key="load", on_error=self._on_failed)

    def take_focus(self) -> None:
        """Set the focus to the text."""
        self.article.take_focus()

    def start_filter(self) -> None:
        """Find text in the guide (Ctrl+F)."""
        self.article.start_find()

    def copy_selection(self) -> None:
        """Copy the selected text to the clipboard."""
        self.article.copy()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._ground = colours.background6
        self.article.set_colours(colours)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the background."""
        QPainter(self).fillRect(event.rect(), self._ground)

    def leave(self) -> None:
        """Cancel the load and release the text."""
        self._scope.cancel_all()
        self.article.clear()
        self._html, self._error = "", None

    # --- the text -----------------------------------------------------------------------------

    async def _load(self, at: int | None) -> None:
        self._html = await self._calls.run(load_guide, self._keys())
        self._error = None
        self.article.show_html(self._html, empty=tr("The guide is empty."), at=at)

    def _keys(self) -> dict[str, str]:
        """Return the first sequence in force by the first default one, as the platform writes it.

        Of actions with equal default sequences, which different pages have, the first one counts.
        """
        keys: dict[str, str] = {}
        for key in self._shortcuts:
            sequences = in_force(key, self).sequences
            keys.setdefault(key.sequences[0], shown(sequences[0]) if sequences else "")
        return keys

    def _on_failed(self, error: BaseException) -> None:
        self._error = error
        self.article.show_html("", empty=describe(error).text)
