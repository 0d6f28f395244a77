"""Page of a beatmapset: its header, and one section at a time for the chosen difficulty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent

from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject, load_beatmapset, place_in
from osubrowser.models.beatmaps.columns import cover_of
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.services.places.places import BeatmapPlace, BeatmapsetPlace, ThingPlace
from osubrowser.services.places.urls import HOME, parse
from osubrowser.services.session.account import ClientWatch
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import bind
from osubrowser.ui.pages.beatmapset.actions import BeatmapsetActions
from osubrowser.ui.pages.beatmapset.difficulty_strip import DifficultyStrip
from osubrowser.ui.pages.beatmapset.header import BeatmapsetHeader, SetTop
from osubrowser.ui.pages.beatmapset.keys import KEYS
from osubrowser.ui.pages.beatmapset.messages import describe_in
from osubrowser.ui.sections.host import (
    FailurePanel,
    SectionHost,
    SectionParts,
    SectionsPage,
    SectionSpec,
    SubjectBody,
)
from osubrowser.ui.sections.subject_loader import SubjectLoader
from osubrowser.ui.widgets.state_panel import CardsSkeleton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.history.followable import FollowKind
    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import Section

_AnyPlace = BeatmapsetPlace | BeatmapPlace | ThingPlace


def _no_count(_subject: BeatmapsetSubject) -> int | None:
    return None


def _overview(parts: SectionParts, parent: QWidget) -> Section[BeatmapsetSubject]:
    from osubrowser.ui.pages.beatmapset.overview import OverviewSection

    return OverviewSection(parts, parent)


def _scores(parts: SectionParts, parent: QWidget) -> Section[BeatmapsetSubject]:
    from osubrowser.ui.pages.beatmapset.scores.section import ScoresSection

    return ScoresSection(parts, parent)


def _discussion(parts: SectionParts, parent: QWidget) -> Section[BeatmapsetSubject]:
    from osubrowser.ui.pages.beatmapset.discussion.section import DiscussionSection

    return DiscussionSection(parts, parent)


def _history(parts: SectionParts, parent: QWidget) -> Section[BeatmapsetSubject]:
    from osubrowser.ui.pages.beatmapset.history import BeatmapsetHistorySection

    return BeatmapsetHistorySection(parts, parent)


def _comments(parts: SectionParts, parent: QWidget) -> Section[BeatmapsetSubject]:
    from osubrowser.models.comments.comments import CommentSubject
    from osubrowser.ui.comments.comments_section import CommentsSection

    return CommentsSection(
        parts,
        parent,
        target_of=lambda subject: CommentSubject("beatmapset", subject.id),
        stem_of=lambda subject: f"beatmapset {subject.id}",
    )


# In the order of BEATMAPSET_SECTIONS.
SECTIONS: Sequence[SectionSpec[BeatmapsetSubject]] = (
    SectionSpec("overview", tr("Overview"), _no_count, _overview, by_variant=True, of_subject=True),
    SectionSpec("scores", tr("Scores"), _no_count, _scores, by_variant=True),
    SectionSpec("history", tr("History"), _no_count, _history, by_variant=True),
    SectionSpec("discussion", tr("Discussion"), _no_count, _discussion),
    SectionSpec("comments", tr("Comments"), _no_count, _comments),
)
"""Sections from left to right."""

LOW = 600
"""Height in pixels below which the header is a single line, for more room in lists."""


@dataclass(frozen=True, slots=True)
class BeatmapsetPageState:
    """Saved state of the page: the subject, and each section that has been shown."""

    subject: BeatmapsetSubject
    sections: Mapping[str, object]
    seen_at: float | None = None


class BeatmapsetPage(SectionsPage[BeatmapsetSubject]):
    """Page of a `BeatmapsetPlace`; a `BeatmapPlace` is replaced by that of its set,
    and so is that of a discussion.

    Args:
        parts: services that the sections are built with, and the colours to paint with until
            `set_colours` is called.
        open_url: opens an address in the program that the system has for it, such as the game;
            returns whether there is one.
        sections: the sections, from left to right.
    """

    def __init__(
        self,
        parts: SectionParts,
        parent: QWidget | None = None,
        *,
        open_url: Callable[[str], bool],
        sections: Sequence[SectionSpec[BeatmapsetSubject]] = SECTIONS,
    ) -> None:
        super().__init__(parts.colours, parent)
        self._account = parts.account
        self._place: _AnyPlace = BeatmapsetPlace(0)
        self._subject: BeatmapsetSubject | None = None
        self._last: dict[str, BeatmapsetPlace] = {}  # the last place in each section of the set
        self._shown = False
        self._loader: SubjectLoader[_AnyPlace, BeatmapsetSubject] = SubjectLoader(
            ClientLoader(parts.account, parts.calls),
            load_beatmapset,
            address=lambda: self._place,
            is_watched=self.isVisible,
            on_subject=self._on_subject,
            on_failed=self._on_failed,
        )
        self._settings = parts.settings
        # The header and the section together would take more than a frame.
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._show_section)
        self.header = BeatmapsetHeader(self)
        self.difficulties = DifficultyStrip(self)
        self.follow_button = self.header.follow
        self.set_actions = BeatmapsetActions(self.header, parts, open_url)
        self.host = SectionHost(
            sections, parts, self, key_of=lambda s: s.id, variant_of=lambda s: s.key
        )
        self.skeleton, self.panel = CardsSkeleton(self), FailurePanel(self)
        self._body = SubjectBody(
            self,
            self.host,
            header=SetTop(self.header, self.difficulties, self),
            skeleton=self.skeleton,
            panel=self.panel,
            colours=parts.colours,
            has_header=lambda part: part is self.skeleton or self._subject is not None,
        )
        self.notice = self._body.notice
        if parts.images is not None:
            parts.images.supply(self.header)
        self._connect()
        self.set_colours(parts.colours)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def place(self) -> Place:
        """The shown place."""
        return self._place

    @property
    def subject(self) -> BeatmapsetSubject | None:
        """The shown set and difficulty."""
        return self._subject

    @property
    def is_loading(self) -> bool:
        """Whether the subject is being loaded, or its section comes in the next turn."""
        return self._loader.is_running or self._next_turn.isActive()

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a beatmapset; `state` is that of `save_state`."""
        if not isinstance(place, BeatmapsetPlace | BeatmapPlace | ThingPlace):
            return
        before, self._place = self._place, place
        self._shown = True
        saved = state if isinstance(state, BeatmapsetPageState) else None
        if isinstance(place, BeatmapsetPlace) and self._shows(place):
            self._choose(place, saved)
        elif isinstance(place, BeatmapsetPlace) and saved is not None:
            self._loader.resume(saved.seen_at)
            self._take(saved.subject.at(place), saved.sections)
        elif not (_is_asked(before, place) and self._loader.is_running):
            self._load()

    def save_state(self) -> object | None:
        """Return the set and the states of the sections; None if no set is shown."""
        if self._subject is None or not self._body.is_content:
            return None
        return BeatmapsetPageState(self._subject, self.host.save_states(), self._loader.seen_at)

    def landmark(self) -> tuple[Place, str] | None:
        """Return the place and title of the set, without difficulty and section."""
        subject = self._subject
        return None if subject is None else (BeatmapsetPlace(subject.id), subject.title)

    @property
    def picture(self) -> str:
        """URL of the set's cover; "" without one, and for explicit sets."""
        return "" if self._subject is None else cover_of(self._subject.beatmapset) or ""

    def follow_title(self, kind: FollowKind) -> str:
        """Return the title of the set, with the name of the difficulty where that is followed."""
        from osubrowser.services.history.followable import FollowKind

        subject = self._subject
        if subject is None:
            return ""
        difficulty = subject.beatmap if kind is FollowKind.BEATMAP else None
        return f"{subject.title} [{difficulty.version}]" if difficulty else subject.title

    def reload(self) -> None:
        """Reload the set and the shown section."""
        if isinstance(self._place, BeatmapsetPlace) and self._shows(self._place):
            section = self.host.section
            if section is not None:
                section.reload()
        self._load()

    def leave(self) -> None:
        """Cancel all loads and release the set."""
        self._loader.reset()
        self._next_turn.stop()
        self._body.progress.set_running(False)
        self.panel.stop()
        self.host.leave()
        self._subject, self._error = None, None
        self._last.clear()
        self._shown = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the header to a single line in a low window."""
        super().resizeEvent(event)
        self.header.set_compact(self.height() < LOW)

    # --- building -----------------------------------------------------------------------------

    def _connect(self) -> None:
        host, panel = self.host, self.panel
        self.header.link_requested.connect(self._on_link_requested)
        self.difficulties.mode_chosen.connect(self._on_mode_chosen)
        self.difficulties.chosen.connect(self._on_difficulty_chosen)
        self.difficulties.background_requested.connect(self._on_difficulty_opened)
        self.set_actions.open_requested.connect(self.open_requested)
        self.set_actions.message_requested.connect(self.message_requested)
        host.section_chosen.connect(self._on_section_chosen)
        host.open_requested.connect(self._on_open_requested)
        host.place_requested.connect(self._on_place_requested)
        panel.retry_requested.connect(self._load)
        self.connect_body()
        panel.choice_pressed.connect(lambda _key: self.open_requested.emit(self._place, "web"))
        ClientWatch(self._account, self).changed.connect(self._on_client_changed)
        buttons = self.header.buttons
        bind(
            self,
            KEYS,
            {
                "set_preview": self.set_actions.toggle_preview,
                "set_game": self.set_actions.open_in_game,
                "set_liked": buttons["liked"].click,
                "set_seen": buttons["seen"].click,
                "set_hidden": buttons["hidden"].click,
                "set_easier": lambda: self.difficulties.step(-1),
                "set_harder": lambda: self.difficulties.step(1),
            },
        )

    # --- contents -----------------------------------------------------------------------------

    def _shows(self, place: BeatmapsetPlace) -> bool:
        """Whether the set of a place is shown."""
        subject = self._subject
        return (
            self._error is None
            and subject is not None
            and self._body.is_content
            and subject.id == place.id
        )

    def _choose(self, place: BeatmapsetPlace, state: BeatmapsetPageState | None) -> None:
        """Show the difficulty and the section of a place of the shown set."""
        if self._subject is None:
            return
        before, subject = self._subject, self._subject.at(place)
        self._subject = subject
        if subject.key != before.key:
            self._show_header(subject)
            self.host.take_subject(subject, state.sections if state is not None else None)
            self._show_section()
        else:
            self._show_section(state.sections if state is not None else None)

    def _show_header(self, subject: BeatmapsetSubject | None) -> None:
        is_original = self._settings.titles == "original"
        heading = None if subject is None else subject.heading(is_original=is_original)
        self.header.show_heading(heading)
        self.difficulties.show_subject(subject)
        self.set_actions.show_subject(subject)

    def _show_section(self, states: Mapping[str, object] | None = None) -> None:
        place, subject = self._place, self._subject
        if not isinstance(place, BeatmapsetPlace) or subject is None:
            return
        self._last[place.section] = place
        self._body.show_part(self.host)
        self._body.show_notice(subject.notice)
        self.host.show_section(place.section, place, states)
        self.title_changed.emit(subject.title)

    # --- the beatmapset -----------------------------------------------------------------------

    def _load(self) -> None:
        place = self._place
        self._error = None
        is_shown = isinstance(place, BeatmapsetPlace) and self._shows(place)
        if not is_shown:
            self._subject = None
            self._last.clear()
            self._show_header(None)
            self._body.show_part(self.skeleton)
            self.status_changed.emit("")
            self.title_changed.emit(_working_title(place))
        self._body.progress.set_running(True)
        self._loader.start(with_cached=not is_shown)

    def _on_subject(
        self, asked: _AnyPlace, subject: BeatmapsetSubject, *, is_again: bool = False
    ) -> None:
        """Show a loaded set; `is_again`: the cached one was shown before."""
        if self._loader.seen_at is None:
            self._body.progress.set_running(False)
            self.online_changed.emit(True)
        place = self._place
        if isinstance(place, BeatmapPlace):
            there = place.in_set(subject.id, subject.mode)
        elif isinstance(place, ThingPlace):
            there = place_in(subject.id, place)
        else:
            there = replace(place, id=subject.id)
        if there != place:
            self._place = place = there
            self.place_changed.emit(there, True)
        before, subject = self._subject, subject.at(place)
        if before is not None and self._body.is_content and before.id == subject.id:
            if not is_again or before != subject:
                self._renew(subject)
            self._update_status()
        else:
            self._take(subject, None)

    def _take(self, subject: BeatmapsetSubject, states: Mapping[str, object] | None) -> None:
        self._error = None
        self._body.progress.set_running(
            self._loader.is_running and self._loader.seen_at is not None
        )
        self._subject = subject
        self._show_header(subject)
        self.host.take_subject(subject, states)
        self._next_turn.start()

    def _renew(self, subject: BeatmapsetSubject) -> None:
        self._subject = subject
        self._show_header(subject)
        self.host.update_subject(subject)
        self._show_section()

    def _on_failed(self, error: BaseException) -> None:
        place = self._place
        is_shown = isinstance(place, BeatmapsetPlace) and self._shows(place)
        self.show_failure(error, describe_in(place, error), is_shown=is_shown)

    # --- header and sections ------------------------------------------------------------------

    def _on_link_requested(self, link: str) -> None:
        place = parse(link, origins=(HOME,))
        if place is not None:
            self.open_requested.emit(place, "here")

    def _on_mode_chosen(self, mode: str) -> None:
        """Show the same difficulty in another ruleset, else the default one there."""
        place, subject = self._place, self._subject
        if not isinstance(place, BeatmapsetPlace) or subject is None:
            return
        beatmap = subject.beatmap.id if subject.beatmap is not None else None
        is_there = any(entry.key == (beatmap, mode) for entry in subject.entries)
        self.move_to(replace(place, beatmap=beatmap if is_there else None, mode=mode))

    def _on_difficulty_chosen(self, key: tuple[int, str]) -> None:
        if isinstance(self._place, BeatmapsetPlace):
            beatmap, mode = key
            self.move_to(replace(self._place, beatmap=beatmap, mode=mode))

    def _on_difficulty_opened(self, key: tuple[int, str]) -> None:
        if isinstance(self._place, BeatmapsetPlace):
            beatmap, mode = key
            there = replace(self._place, beatmap=beatmap, mode=mode)
            self.open_requested.emit(there, "background")

    def _on_section_chosen(self, key: str) -> None:
        place, subject = self._place, self._subject
        if not isinstance(place, BeatmapsetPlace) or subject is None:
            return
        last = self._last.get(key)
        if last is None:
            there = replace(place, section=key)
        else:  # with the leaderboard, or the view, that was last shown
            there = replace(last, beatmap=place.beatmap, mode=place.mode)
        self.move_to(there)

    def _on_place_requested(self, place: Place, instead: bool) -> None:
        self.move_to(place, replace=instead)

    def _on_open_requested(self, place: Place, how: str) -> None:
        """Open a place; another difficulty of this set is shown in this page."""
        if isinstance(place, BeatmapsetPlace) and how == "here" and self._shows(place):
            self.move_to(place)
        else:
            self.open_requested.emit(place, how)

    # --- account ------------------------------------------------------------------------------

    def _on_client_changed(self) -> None:
        """Load again."""
        visible = self._shown and self.isVisible()  # else the window shows the page later
        self.leave()
        if visible and self._account.client is not None:
            self.show_place(self._place, None)


def _is_asked(before: _AnyPlace, place: _AnyPlace) -> bool:
    """Return whether the load for `before` is also one for `place`."""
    if isinstance(before, ThingPlace) or isinstance(place, ThingPlace):
        return before == place
    return type(before) is type(place) and before.id == place.id


def _working_title(place: _AnyPlace) -> str:
    """Return the title of a page whose set is not loaded yet."""
    if isinstance(place, ThingPlace):
        return tr("discussion {id}").format(id=place.key)
    text = tr("beatmap {id}") if isinstance(place, BeatmapPlace) else tr("beatmapset {id}")
    return text.format(id=place.id)
