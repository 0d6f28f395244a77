"""Page of the wiki: path, title, languages, contents and text of one page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.text.dates import seen_ago
from osubrowser.models.wiki.wiki_page import (
    HOME,
    WikiSubject,
    load_wiki_page,
    name_of,
    split_key,
    wiki_place,
)
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.session.account import ClientWatch
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe, was_reached
from osubrowser.ui.pages.page import Page
from osubrowser.ui.pages.wiki.header import WikiHeader, search_place
from osubrowser.ui.richtext.article_view import ArticleView
from osubrowser.ui.sections.host import FailurePanel
from osubrowser.ui.sections.subject_loader import SubjectLoader
from osubrowser.ui.widgets.state_panel import ProgressLine

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


@dataclass(frozen=True, slots=True)
class WikiState:
    """Saved state of the page: the wiki page, and the scroll position."""

    subject: WikiSubject
    seen_at: float | None
    offset: int
    opened: frozenset[int]


class WikiPageView(Page):
    """Page of a `ThingPlace` of a wiki page.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        header: path, title, languages, tags.
        article: the text.
        panel: the error of a page that could not be loaded.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = parts.account
        self._settings = parts.settings
        self._has_page = parts.has_page
        self._place = wiki_place("en", HOME)
        self._subject: WikiSubject | None = None
        self._error: BaseException | None = None
        self._is_shown = False
        self._ground = parts.colours.background6
        self._loader: SubjectLoader[str, WikiSubject] = SubjectLoader(
            ClientLoader(parts.account, parts.calls),
            load_wiki_page,
            address=lambda: self._place.key,
            is_watched=self.isVisible,
            on_subject=self._on_subject,
            on_failed=self._on_failed,
        )
        self.header = WikiHeader(self)
        self.article = ArticleView(
            tr("Wiki page"),
            parts.calls,
            parts.images,
            lambda: parts.account.server,
            parts.colours,
            self,
        )
        self.panel = FailurePanel(self)
        self.progress = ProgressLine(parts.colours, self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.article)
        self._stack.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.header)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.progress)
        self._connect()
        self.set_colours(parts.colours)

    def _connect(self) -> None:
        self.header.open_requested.connect(self._open)
        self.header.language_chosen.connect(self._on_language_chosen)
        self.article.open_requested.connect(self._open)
        self.article.hovered.connect(self._on_hovered)
        self.article.web_requested.connect(lambda: self.open_requested.emit(self._place, "web"))
        self.article.anchor_followed.connect(self._on_anchor_followed)
        self.panel.retry_requested.connect(self._load)
        self.panel.sign_in_requested.connect(self.sign_in_requested)
        self.panel.choice_pressed.connect(self._on_choice_pressed)
        ClientWatch(self._account, self).changed.connect(self._on_client_changed)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def subject(self) -> WikiSubject | None:
        """The shown page."""
        return self._subject

    @property
    def is_settled(self) -> bool:
        """Whether the page is loaded and laid out, or has failed."""
        return not self._loader.is_running and self.article.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which the page is missing; None if it is there."""
        return self._error

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a page; `state` is that of `save_state`."""
        if not isinstance(place, ThingPlace):
            return
        before, self._place = self._place, place
        was_shown, self._is_shown = self._is_shown, True
        if isinstance(state, WikiState):
            self._loader.resume(state.seen_at)
            self._take(state.subject, at=state.offset, opened=state.opened)
        elif was_shown and before.key == place.key and self._subject is not None:
            self._show_article(self._subject)
            self.title_changed.emit(self._subject.title)
        elif not (was_shown and before.key == place.key and self._loader.is_running):
            self._load()

    def save_state(self) -> object | None:
        """Return the page and the scroll position; None if no page is shown."""
        if self._subject is None or self._error is not None:
            return None
        return WikiState(
            self._subject,
            self._loader.seen_at,
            self.article.scroll_position(),
            self.article.opened,
        )

    def landmark(self) -> tuple[Place, str] | None:
        """Return the place and title of the page."""
        if self._subject is None:
            return None
        return replace(self._place, anchor=""), self._subject.title

    def reload(self) -> None:
        """Load the page again."""
        self._load()

    def take_focus(self) -> None:
        """Set the focus to the text, or to the first button of a message in its place."""
        buttons = self.panel.buttons() if self._stack.currentWidget() is self.panel else []
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.article.take_focus()

    def start_filter(self) -> None:
        """Find text in the page (Ctrl+F)."""
        if self._stack.currentWidget() is self.article:
            self.article.start_find()

    def copy_selection(self) -> None:
        """Copy the selected text to the clipboard."""
        self.article.copy()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._ground = colours.background6
        for part in (self.header, self.article, self.progress):
            part.set_colours(colours)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the background."""
        QPainter(self).fillRect(event.rect(), self._ground)

    def leave(self) -> None:
        """Cancel all loads and release the page."""
        self._loader.reset()
        self.progress.set_running(False)
        self.panel.stop()
        self.article.clear()
        self._subject, self._error = None, None
        self._is_shown = False

    # --- the page -----------------------------------------------------------------------------

    def _load(self) -> None:
        self._error = None
        is_known = self._subject is not None and self._fits(self._subject)
        if not is_known:
            self._subject = None
            locale, path = split_key(self._place.key)
            self.header.show_name(name_of(path), wiki_place(locale, HOME))
            self.article.show_loading()
            self.panel.stop()
            self._stack.setCurrentWidget(self.article)
            self.title_changed.emit(name_of(path))
            self.status_changed.emit("")
        self.progress.set_running(True)
        self._loader.start(with_cached=not is_known)

    def _fits(self, subject: WikiSubject) -> bool:
        return subject.place_in(subject.asked).key == self._place.key

    def _on_subject(self, key: str, subject: WikiSubject, *, is_again: bool = False) -> None:
        """Show a loaded page; `is_again`: the cached one was shown before."""
        if self._loader.seen_at is None:
            self.progress.set_running(False)
            self.online_changed.emit(True)
        if not self._fits(subject):  # its name is written another way, or it has moved
            self._place = subject.place_in(subject.asked, self._place.anchor)
            self.place_changed.emit(self._place, True)
        if not is_again or subject != self._subject:
            at = self.article.scroll_position() if is_again else None
            self._take(subject, at=at, opened=self.article.opened if is_again else frozenset())
        self._update_status()

    def _take(
        self,
        subject: WikiSubject,
        *,
        at: int | None = None,
        opened: frozenset[int] = frozenset(),
    ) -> None:
        self._error, self._subject = None, subject
        self.panel.stop()
        self.header.show_subject(subject)
        self._show_article(subject, at=at, opened=opened)
        self._stack.setCurrentWidget(self.article)
        self.title_changed.emit(subject.title)
        self._update_status()

    def _show_article(
        self,
        subject: WikiSubject,
        *,
        at: int | None = None,
        opened: frozenset[int] = frozenset(),
    ) -> None:
        self.article.show_html(
            subject.html,
            empty=tr("This page is empty."),
            at=at,
            opened=opened,
            anchor=self._place.anchor if at is None else "",
        )

    def _on_failed(self, error: BaseException) -> None:
        self.progress.set_running(False)
        reached = was_reached(error)
        if reached is not None:
            self.online_changed.emit(reached)
        sentence = describe_in(error)
        if self._subject is not None:  # older contents stay
            if not (self._loader.seen_at is not None and self._loader.is_away):
                self.message_requested.emit("warning", sentence.text)
            self._update_status()
            return
        self._error = error
        others = (
            (("search", tr("Search the wiki")), ("web", tr("Open in the web browser")))
            if isinstance(error, NotFound)
            else ()
        )
        had_focus = self.article.pane.view.hasFocus()
        self.panel.show_error(error, sentence, others)
        self._stack.setCurrentWidget(self.panel)
        if had_focus:
            self.take_focus()
        self.status_changed.emit("")

    def _update_status(self) -> None:
        age = seen_ago(self._loader.received_at) if self._loader.is_away else ""
        about = self._subject.about if self._subject is not None else ""
        self.status_changed.emit(about + age)

    # --- links --------------------------------------------------------------------------------

    def _open(self, place: Place, how: str) -> None:
        is_here = isinstance(place, ThingPlace) and place.key == self._place.key
        if is_here and isinstance(place, ThingPlace) and how == "here" and place.anchor:
            self._on_anchor_followed(place.anchor)
            self.article.scroll_to_anchor(place.anchor)
        else:
            self.open_requested.emit(place, how)

    def _on_anchor_followed(self, anchor: str) -> None:
        """Enter the anchor into the history; the text scrolls there by itself."""
        place = replace(self._place, anchor=anchor)
        if place != self._place:
            self.place_changed.emit(place, False)
            self._place = place

    def _on_hovered(self, address: str) -> None:
        if address:
            self.status_changed.emit(address)
        else:
            self._update_status()

    def _on_language_chosen(self, locale: str) -> None:
        if self._subject is not None:
            self.move_to(self._subject.place_in(locale))

    def _on_choice_pressed(self, key: str) -> None:
        if key == "web":
            self.open_requested.emit(self._place, "web")
            return
        place = search_place(name_of(split_key(self._place.key)[1]))
        self.open_requested.emit(place, "here" if self._has_page(place) else "web")

    # --- account ------------------------------------------------------------------------------

    def _on_client_changed(self) -> None:
        """Load again."""
        is_visible = self._is_shown and self.isVisible()  # else the window shows the page later
        self.leave()
        if is_visible and self._account.client is not None:
            self.show_place(self._place, None)


def describe_in(error: BaseException) -> Sentence:
    """Return the message for an error of a wiki page."""
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(sentence, text=tr("The wiki is read when you are signed in to osu!."))
    if isinstance(error, NotFound):
        return replace(
            sentence,
            text=tr("The wiki has no such page."),
            hint=tr("It may have been renamed or removed, or the address has a mistake."),
        )
    return sentence
