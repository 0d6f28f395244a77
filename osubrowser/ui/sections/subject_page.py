"""Base class of pages of one subject: its header, and below it one section at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from osubrowser.models.table.client_source import ClientLoader
from osubrowser.services.places.places import Place
from osubrowser.services.session.account import ClientWatch
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.sections.host import (
    FailurePanel,
    SectionHost,
    SectionsPage,
    SectionSpec,
    SubjectBody,
)
from osubrowser.ui.sections.subject_loader import SubjectLoader
from osubrowser.ui.widgets.state_panel import CardsSkeleton

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.ui.sections.host import SectionParts

S = TypeVar("S")
"""Type of the subject."""


@dataclass(frozen=True)  # with slots, a generic dataclass fails on Python 3.11
class SubjectPageState(Generic[S]):
    """Saved state of the page: the place, its subject, and each section that has been shown."""

    place: Place
    subject: S
    sections: Mapping[str, object]
    seen_at: float | None = None


class SubjectPage(SectionsPage[S]):
    """Page of one subject, with sections that are built when they are reached.

    A subclass says by `place_of`, `section_of` and the methods beside them how its places are
    read, and fills the header in `show_header`.

    Args:
        parts: services that the sections are built with, and the colours to paint with until
            `set_colours` is called.
        header: the header, which paints with the colours of the page.
        sections: the sections, from left to right.
        load: `load(client, place) -> subject`; blocks, and runs on a worker.
        key_of: returns the identity of a subject, such as its id.
        parent: the Qt parent.

    Attributes:
        parts: the services.
        host: the sections.
        panel: the error of a subject that could not be loaded.
    """

    def __init__(
        self,
        parts: SectionParts,
        header: QWidget,
        sections: Sequence[SectionSpec[S]],
        load: Callable[[Client, Place], S],
        key_of: Callable[[S], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parts.colours, parent)
        self.parts = parts
        self._place: Place | None = None
        self._subject: S | None = None
        self._last: dict[str, Place] = {}  # the last place in each section of the subject
        self._key_of = key_of
        self._loader: SubjectLoader[Place, S] = SubjectLoader(
            ClientLoader(parts.account, parts.calls),
            load,
            address=self._address,
            is_watched=self.isVisible,
            on_subject=self._on_subject,
            on_failed=self._on_failed,
        )
        # The header and the section together would take more than a frame.
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._show_section)
        self.host = SectionHost(sections, parts, self, key_of=key_of)
        skeleton, self.panel = CardsSkeleton(self), FailurePanel(self)
        header.setParent(self)
        self._body = SubjectBody(
            self,
            self.host,
            header=header,
            skeleton=skeleton,
            panel=self.panel,
            colours=parts.colours,
            has_header=lambda part: part is not self.panel,
        )
        self._skeleton = skeleton
        self._connect_parts()
        self.set_colours(parts.colours)

    # --- what a subclass says -----------------------------------------------------------------

    def takes(self, place: Place) -> bool:
        """Return whether a place is one of this page."""
        raise NotImplementedError

    def is_of(self, place: Place, subject: S) -> bool:
        """Return whether a place is one of a subject."""
        raise NotImplementedError

    def place_of(self, place: Place, subject: S) -> Place:
        """Return the place of a loaded subject, which replaces the one that asked for it."""
        del subject
        return place

    def section_of(self, place: Place) -> str:
        """Return the key of the section of a place."""
        del place
        return ""

    def in_section(self, place: Place, key: str) -> Place:
        """Return the place of another section of the same subject."""
        del key
        return place

    def home_of(self, place: Place) -> Place:
        """Return the place to record as a visit: that of the first section."""
        return self.in_section(place, "")

    def title_of(self, subject: S) -> str:
        """Return the title of a subject."""
        raise NotImplementedError

    def working_title(self, place: Place) -> str:
        """Return the title of the page until the subject is loaded."""
        raise NotImplementedError

    def describe_error(self, place: Place, error: BaseException) -> Sentence:
        """Return the message for an error of a place."""
        del place
        return describe(error)

    def show_header(self, subject: S | None) -> None:
        """Fill the header; None while the subject is being loaded."""
        raise NotImplementedError

    def notice_of(self, subject: S) -> str:
        """Return the message above the sections; "" for none."""
        del subject
        return ""

    # --- requests of the window ---------------------------------------------------------------

    @property
    def place(self) -> Place | None:
        """The shown place; None before the first one."""
        return self._place

    @property
    def subject(self) -> S | None:
        """The shown subject."""
        return self._subject

    @property
    def is_loading(self) -> bool:
        """Whether the subject is being loaded, or its section comes in the next turn."""
        return self._loader.is_running or self._next_turn.isActive()

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a subject; `state` is that of `save_state`."""
        if not self.takes(place):
            return
        before, self._place = self._place, place
        saved = state if isinstance(state, SubjectPageState) and state.place == place else None
        if self._shows(place):
            self._show_section(saved.sections if saved is not None else None)
        elif saved is not None:
            self._loader.resume(saved.seen_at)
            self._take(saved.subject, saved.sections)
        elif not (before == place and self._loader.is_running):
            self._load()

    def save_state(self) -> object | None:
        """Return the subject and the states of the sections; None if no subject is shown."""
        if self._subject is None or self._place is None or not self._body.is_content:
            return None
        sections = self.host.save_states()
        return SubjectPageState(self._place, self._subject, sections, self._loader.seen_at)

    def landmark(self) -> tuple[Place, str] | None:
        """Return the place and title of the subject."""
        if self._subject is None or self._place is None:
            return None
        return self.home_of(self._place), self.title_of(self._subject)

    def reload(self) -> None:
        """Reload the subject and the shown section."""
        if self._place is None:
            return
        section = self.host.section
        if self._shows(self._place) and section is not None:
            section.reload()
        self._load()

    def leave(self) -> None:
        """Cancel all loads and release the subject."""
        self._loader.reset()
        self._next_turn.stop()
        self._body.progress.set_running(False)
        self.panel.stop()
        self.host.leave()
        self._subject, self._error = None, None
        self._last.clear()

    # --- building -----------------------------------------------------------------------------

    def _connect_parts(self) -> None:
        host, panel = self.host, self.panel
        host.section_chosen.connect(self._on_section_chosen)
        host.open_requested.connect(self._on_open_requested)
        host.place_requested.connect(lambda place, replace: self.move_to(place, replace=replace))
        panel.retry_requested.connect(self._load)
        self.connect_body()
        panel.choice_pressed.connect(lambda _key: self.open_requested.emit(self._place, "web"))
        ClientWatch(self.parts.account, self).changed.connect(self._on_client_changed)

    # --- the subject --------------------------------------------------------------------------

    def _address(self) -> Place:
        return Place() if self._place is None else self._place

    def _shows(self, place: Place) -> bool:
        """Whether the subject of a place is shown."""
        subject = self._subject
        return (
            self._error is None
            and subject is not None
            and self._body.is_content
            and self.is_of(place, subject)
        )

    def _show_section(self, states: Mapping[str, object] | None = None) -> None:
        place, subject = self._place, self._subject
        if place is None or subject is None:
            return
        key = self.section_of(place)
        self._last[key] = place
        self._body.show_part(self.host)
        self._body.show_notice(self.notice_of(subject))
        self.host.show_section(key, place, states)
        self.title_changed.emit(self.title_of(subject))

    def _load(self) -> None:
        place = self._place
        if place is None:
            return
        self._error = None
        is_shown = self._shows(place)
        if not is_shown:
            self._subject = None
            self._last.clear()
            self.show_header(None)
            self._body.show_part(self._skeleton)
            self.status_changed.emit("")
            self.title_changed.emit(self.working_title(place))
        self._body.progress.set_running(True)
        self._loader.start(with_cached=not is_shown)

    def _on_subject(self, asked: Place, subject: S, *, is_again: bool = False) -> None:
        """Show a loaded subject; `is_again`: the cached one was shown before."""
        del asked
        if self._place is None:
            return
        if self._loader.seen_at is None:
            self._body.progress.set_running(False)
            self.online_changed.emit(True)
        there = self.place_of(self._place, subject)
        if there != self._place:
            self._place = there
            self.place_changed.emit(there, True)
        before = self._subject
        is_same = before is not None and self._key_of(before) == self._key_of(subject)
        if not (is_same and self._body.is_content):
            self._take(subject, None)
        elif not is_again or before != subject:
            self._subject = subject
            self.show_header(subject)
            self.host.update_subject(subject)
            self._show_section()
        self._update_status()

    def _take(self, subject: S, states: Mapping[str, object] | None) -> None:
        self._error = None
        is_cached = self._loader.is_running and self._loader.seen_at is not None
        self._body.progress.set_running(is_cached)
        self._subject = subject
        self.show_header(subject)
        self.host.take_subject(subject, states)
        self._next_turn.start()

    def _on_failed(self, error: BaseException) -> None:
        place = self._place
        if place is not None:
            sentence = self.describe_error(place, error)
            self.show_failure(error, sentence, is_shown=self._shows(place))

    def _on_section_chosen(self, key: str) -> None:
        if self._place is not None and self._subject is not None:
            self.move_to(self._last.get(key) or self.in_section(self._place, key))

    def _on_open_requested(self, place: Place, how: str) -> None:
        """Open a place; another section of this subject is shown in this page."""
        if how == "here" and self.takes(place) and self._shows(place):
            self.move_to(place)
        else:
            self.open_requested.emit(place, how)

    def _on_client_changed(self) -> None:
        """Load again."""
        visible = self._place is not None and self.isVisible()
        self.leave()
        if visible and self.parts.account.client is not None and self._place is not None:
            self.show_place(self._place, None)
