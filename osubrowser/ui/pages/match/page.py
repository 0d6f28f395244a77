"""Page of a multiplayer match: its header and rules, and one section at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer

from osubrowser.api.errors import Offline, OsuError, RateLimited, ServerTrouble
from osubrowser.models.matches.results import Rules
from osubrowser.models.matches.tables import MatchLists, lists_of, load_match
from osubrowser.models.matches.timeline import MatchTimeline, is_final, load_newer, load_older
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe, was_reached
from osubrowser.ui.pages.match import specs
from osubrowser.ui.pages.match.header import MatchHeader
from osubrowser.ui.pages.match.messages import describe_in
from osubrowser.ui.sections.host import (
    FailurePanel,
    SectionHost,
    SectionParts,
    SectionsPage,
    SectionSpec,
    SubjectBody,
)
from osubrowser.ui.sections.subject_loader import SubjectLoader
from osubrowser.ui.widgets.state_panel import Notice, RowsSkeleton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.api.entities.matches import MatchResponse
    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.match.sections import Mark
    from osubrowser.ui.sections.host import Section

REFRESH_EVERY: Final = 20
"""Seconds between two looks for news of a running match."""
_SLOWEST: Final = 160
"""Seconds between two looks after a long time without news, or failures."""
_OLDER: Final = "older"  # keys of the tasks
_NEWER: Final = "newer"
_COUNT: Final = "count"
_RETRY: Final = "retry"


def _games(mark: Mark, parts: SectionParts, parent: QWidget) -> Section[MatchLists]:
    from osubrowser.ui.pages.match.sections import GamesSection

    return GamesSection(mark, parts, parent)


def _summary(mark: Mark, parts: SectionParts, parent: QWidget) -> Section[MatchLists]:
    from osubrowser.ui.pages.match.sections import SummarySection

    return SummarySection(mark, parts, parent)


def _list(
    spec: specs.MatchList, mark: Mark, parts: SectionParts, parent: QWidget
) -> Section[MatchLists]:
    from osubrowser.ui.pages.match.sections import MatchSection

    return MatchSection(spec, mark, parts, parent)


def sections_of(mark: Mark) -> Sequence[SectionSpec[MatchLists]]:
    """Return the sections from left to right; `mark` marks a player."""
    build = partial
    return tuple(
        SectionSpec(key, title, count, building, of_subject=True, keeps_state=True)
        for key, title, count, building in (
            ("games", tr("Games"), lambda m: len(m.games), build(_games, mark)),
            ("summary", tr("Summary"), lambda _m: None, build(_summary, mark)),
            ("players", tr("Players"), lambda m: len(m.players), build(_list, specs.PLAYERS, mark)),
            ("scores", tr("Scores"), lambda m: len(m.entries), build(_list, specs.ENTRIES, mark)),
            ("events", tr("Events"), lambda m: len(m.events), build(_list, specs.EVENTS, mark)),
        )
    )


@dataclass(frozen=True, slots=True)
class MatchState:
    """Saved state of the page: the match, the rules, and its sections."""

    match: MatchLists
    chosen: int | None
    section: str
    sections: Mapping[str, object]
    seen_at: float | None = None


class MatchPage(SectionsPage[MatchLists]):
    """Page of a `ThingPlace` of a match.

    Its latest events are loaded first, earlier ones after them in the background; a running match
    is looked at again while the page is visible.

    Args:
        parts: services that the sections are built with, and the colours to paint with until
            `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        header: the header with the rules.
        host: the sections.
        panel: the error of a match that could not be loaded.
        notice: what is missing of the match.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parts.colours, parent)
        self._parts = parts
        self._account = parts.account
        self._client = parts.account.client
        self._place = ThingPlace("match", "")
        self._match: MatchLists | None = None
        self._timeline: MatchTimeline | None = None  # newer than `_match` while that is made
        self._rules = Rules()
        self._chosen: int | None = None  # the player whom the user has marked
        self._section = "games"
        self._shown = False
        self._wait = REFRESH_EVERY
        self._scope = TaskScope()
        self._exports = TaskScope()  # exports continue after `leave`
        self._client_loader = ClientLoader(parts.account, parts.calls)
        self._loader: SubjectLoader[tuple[str, Rules, int | None], MatchLists] = SubjectLoader(
            self._client_loader,
            load_match,
            address=lambda: (self._place.key, self._rules, self._marked),
            is_watched=self.isVisible,
            on_subject=self._on_subject,
            on_failed=self._on_failed,
        )
        self._next_turn = QTimer(self, singleShot=True)
        self._next_turn.timeout.connect(self._show_section)
        self.header = MatchHeader(self)
        self.host = SectionHost(
            sections_of(self.mark), parts, self, key_of=lambda match: match.subject.id
        )
        self.skeleton, self.panel = RowsSkeleton(self), FailurePanel(self)
        self._body = SubjectBody(
            self,
            self.host,
            header=self.header,
            skeleton=self.skeleton,
            panel=self.panel,
            colours=parts.colours,
            has_header=lambda part: part is not self.panel,
        )
        self.notice = self._body.notice
        self._refresh = self._body.timer(REFRESH_EVERY * 1000, self._look)
        self._connect()
        self.set_colours(parts.colours)

    def _connect(self) -> None:
        host, panel, header = self.host, self.panel, self.header
        header.rules_changed.connect(self._on_rules_changed)
        header.export_requested.connect(self.export_all)
        host.section_chosen.connect(self._on_section_chosen)
        host.open_requested.connect(self.open_requested)
        panel.retry_requested.connect(self._load)
        self.connect_body()
        panel.choice_pressed.connect(lambda _key: self.open_requested.emit(self._place, "web"))
        self.notice.pressed.connect(self._on_notice_pressed)
        self.notice.focus_left.connect(self.take_focus)
        self._account.changed.connect(self._on_account_changed)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def match(self) -> MatchLists | None:
        """The shown match."""
        return self._match

    @property
    def rules(self) -> Rules:
        """What counts."""
        return self._rules

    @property
    def is_loading(self) -> bool:
        """Whether the match or its earlier events are being loaded, or its results made."""
        is_busy = self._loader.is_running or self._next_turn.isActive()
        return is_busy or any(map(self._scope.is_running, (_OLDER, _COUNT)))

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a match; `state` is that of `save_state`."""
        if not isinstance(place, ThingPlace):
            return
        before, self._place = self._place, place
        self._shown = True
        saved = state if isinstance(state, MatchState) else None
        if place == before and self._shows():
            self._show_section(saved.sections if saved is not None else None)
            return
        self._stop()
        if saved is not None:
            self._rules, self._chosen = saved.match.subject.rules, saved.chosen
            self._section = saved.section
            self._loader.resume(saved.seen_at)
            self._take(saved.match, saved.sections)
            self._go_on()
            return
        self._rules, self._chosen, self._section = Rules(), None, "games"
        self._load()

    def save_state(self) -> object | None:
        """Return the match and the states of the sections; None if none is shown."""
        if self._match is None or not self._body.is_content:
            return None
        return MatchState(
            self._match,
            self._chosen,
            self._section,
            self.host.save_states(),
            self._loader.seen_at,
        )

    def landmark(self) -> tuple[Place, str] | None:
        """Return the match, once it is loaded."""
        return None if self._match is None else (self._place, self._match.subject.title)

    def reload(self) -> None:
        """Load the latest events again."""
        self._load()

    def export_all(self) -> None:
        """Export everything that is known of the match to a file chosen in a dialog."""
        from osubrowser.ui.lists.export import TableExport
        from osubrowser.ui.pages.match.export import ExportedMatch

        match = self._match
        if match is None or not match.events:
            self.message_requested.emit("info", tr("There is nothing to export yet."))
            return
        export = TableExport(
            self,
            self._parts.calls,
            self._exports,
            self._parts.settings,
            self.message_requested.emit,
        )
        export.start(
            f"osu-match-{match.subject.id}",
            ExportedMatch(match),
            None,
            done=tr("The match is written to {path}."),
        )

    def showEvent(self, event: QEvent) -> None:  # noqa: D102
        super().showEvent(event)  # type: ignore[arg-type] # Qt hands over the right one
        if self._match is not None:
            self._go_on()

    def hideEvent(self, event: QEvent) -> None:  # noqa: D102
        super().hideEvent(event)  # type: ignore[arg-type] # Qt hands over the right one
        self._refresh.stop()

    def leave(self) -> None:
        """Cancel all loads and release the match."""
        self._stop()
        self._shown = False

    def mark(self, player: int | None) -> None:
        """Mark the scores of a player; None marks those of the account."""
        self._chosen = player
        self._recount()

    # --- contents -----------------------------------------------------------------------------

    @property
    def _marked(self) -> int | None:
        me = self._account.me
        return self._chosen if self._chosen is not None else (me.id if me is not None else None)

    @property
    def _is_renewing(self) -> bool:
        """Whether a cached match is shown, and a fresh one is being loaded."""
        return self._loader.seen_at is not None and self._loader.is_running

    def _shows(self) -> bool:
        """Whether the match of the place is shown."""
        return self._error is None and self._match is not None and self._body.is_content

    def _stop(self) -> None:
        self._loader.reset()
        self._scope.cancel_all()
        self._next_turn.stop()
        self._refresh.stop()
        self._body.progress.set_running(False)
        self.panel.stop()
        self.host.leave()
        self._match, self._timeline, self._error = None, None, None

    def _load(self) -> None:
        self._error = None
        if not self._shows():
            self._match = None
            self.header.show_subject(None, self._place.key)
            self.header.show_rules(self._rules)
            self._body.show_part(self.skeleton)
            self.status_changed.emit("")
            self.title_changed.emit(tr("Match {key}").format(key=self._place.key))
        self._body.progress.set_running(True)
        self._loader.start(with_cached=not self._shows())

    def _on_subject(
        self, asked: tuple[str, Rules, int | None], match: MatchLists, *, is_again: bool = False
    ) -> None:
        """Show a loaded match; `is_again`: the cached one was shown before."""
        del is_again
        if self._loader.seen_at is None:
            self.online_changed.emit(True)
        before = self._timeline
        if before is not None and self._shows():
            self._timeline = before.followed_by(match.subject.timeline)
            if self._timeline != before:
                self._recount()
        else:
            self._timeline = match.subject.timeline
            self._take(match, None)
            if asked[1:] != (self._rules, self._marked):
                self._recount()
        self._go_on()

    def _take(self, match: MatchLists, states: Mapping[str, object] | None) -> None:
        self._error = None
        self._match, self._timeline = match, match.subject.timeline
        self.header.show_rules(self._rules)
        self.header.show_subject(match.subject, self._place.key)
        self.host.take_subject(match, states)
        self._next_turn.start()

    def _show_section(self, states: Mapping[str, object] | None = None) -> None:
        if self._match is None:
            return
        self._body.show_part(self.host)
        self._show_notice()
        self.host.show_section(self._section, self._place, states)
        self.title_changed.emit(self._match.subject.title)

    def _recount(self) -> None:
        """Make the results again, of the newest events and by the present rules."""
        if self._timeline is not None:
            self._scope.start(self._make_lists(), key=_COUNT)

    async def _make_lists(self) -> None:
        timeline = self._timeline
        if timeline is None:
            return
        match = await self._client_loader.compute(lists_of, timeline, self._rules, self._marked)
        self._renew(match)

    def _renew(self, match: MatchLists) -> None:
        self._match = match
        self.header.show_subject(match.subject, self._place.key)
        self.host.update_subject(match)
        if self._body.is_content:
            self._show_notice()
        self._update_status()

    def _on_failed(self, error: BaseException) -> None:
        sentence = describe_in(self._place.key, error)
        self.show_failure(error, sentence, is_shown=self._shows())

    # --- earlier and later events ---------------------------------------------------------------

    def _go_on(self) -> None:
        """Load the events that are missing, and look for news of a running match."""
        timeline = self._timeline
        if timeline is None:
            return
        self._refresh.stop()
        if not timeline.has_start and not self._scope.is_running(_OLDER):
            self._scope.start(self._load_older(), key=_OLDER, on_error=self._on_older_failed)
        else:
            self._body.progress.set_running(self._is_renewing)
        if timeline.is_running and self._loader.seen_at is None and self.isVisible():
            self._wait = REFRESH_EVERY
            self._refresh.start(self._wait * 1000)

    async def _load_older(self) -> None:
        """Load all events before the oldest one, a page at a time."""
        self._body.progress.set_running(True)
        while self._timeline is not None and not self._timeline.has_start:
            timeline = self._timeline
            response = await self._older_page(timeline)
            self._timeline = self._timeline.with_older(response)
            await self._make_lists()
        self._body.progress.set_running(self._is_renewing)

    async def _older_page(self, timeline: MatchTimeline) -> MatchResponse:
        """Return the page of events before a timeline: from the cache if it cannot have changed."""
        match, oldest = timeline.match.id, timeline.oldest
        known = await self._client_loader.cached(load_older, match, oldest)
        if known is not None and is_final(known[0]):
            return known[0]
        while True:
            try:
                return await self._client_loader.fresh(load_older, match, oldest)
            except RateLimited as error:
                await asyncio.sleep(error.retry_after)
            except (Offline, ServerTrouble):
                if known is None:
                    raise
                return known[0]

    def _on_older_failed(self, error: BaseException) -> None:
        self._body.progress.set_running(False)
        reached = was_reached(error)
        if reached is not None:
            self.online_changed.emit(reached)
        text = tr("Earlier events of this match are missing. {text}").format(
            text=describe(error).text
        )
        self.notice.show_notice(Notice(text, buttons=((_RETRY, tr("Retry")),)))

    def _on_notice_pressed(self, key: str) -> None:
        if key == _RETRY:
            self.notice.show_notice(None)
            self._go_on()

    def _show_notice(self) -> None:
        timeline = self._timeline
        if timeline is None or timeline.has_start:
            self.notice.show_notice(None)
        elif self._scope.is_running(_OLDER):
            text = tr("Loading the events of this match: {count} so far.").format(
                count=numerals.whole(len(timeline.events))
            )
            self.notice.show_notice(Notice(text, tr("Results are those of the loaded games.")))

    def _look(self) -> None:
        """Look for news of a running match, if somebody watches."""
        self._refresh.stop()
        if self.isVisible() and not self.window().isMinimized():
            self._scope.start(self._load_newer(), key=_NEWER, on_error=self._on_newer_failed)
        else:
            self._refresh.start(self._wait * 1000)

    async def _load_newer(self) -> None:
        has_news = False
        while self._timeline is not None:
            before = self._timeline
            response = await self._client_loader.fresh(
                load_newer, before.match.id, before.resume_after
            )
            if self._timeline is None:
                return
            self._timeline = self._timeline.with_newer(response)
            if self._timeline == before:
                break
            has_news = True
            await self._make_lists()
            latest = response.latest_event_id or 0
            if not response.events or response.events[-1].id >= latest:
                break
        self.online_changed.emit(True)
        self._wait = REFRESH_EVERY if has_news else min(_SLOWEST, self._wait * 5 // 4)
        if self._timeline is not None and self._timeline.is_running:
            self._refresh.start(self._wait * 1000)
        self._update_status()

    def _on_newer_failed(self, error: BaseException) -> None:
        """Wait longer; the shown events stay."""
        reached = was_reached(error)
        if reached is not None:
            self.online_changed.emit(reached)
        wait = error.retry_after if isinstance(error, RateLimited) else 2 * self._wait
        self._wait = min(_SLOWEST, max(REFRESH_EVERY, int(wait)))
        if isinstance(error, OsuError):
            self._refresh.start(self._wait * 1000)

    def _update_status(self, _text: str = "") -> None:
        text, match = self.host.status, self._match
        age = seen_ago(self._loader.received_at) if self._loader.is_away else ""
        if match is not None and match.subject.timeline.is_running and not age:
            running = tr("running, looked at again by itself")
            text = f"{text} · {running}" if text else ""
        self.status_changed.emit(text + age)

    # --- controls -----------------------------------------------------------------------------

    def _on_rules_changed(self, rules: Rules) -> None:
        self._rules = rules
        self._recount()

    def _on_section_chosen(self, key: str) -> None:
        self._section = key
        self._show_section()

    def _on_account_changed(self) -> None:
        """Load again after a change of the client; mark the player who is signed in."""
        match = self._match
        if self._account.client is self._client:
            if match is not None and match.subject.marked != self._marked:
                self._recount()
            return
        self._client = self._account.client
        visible = self._shown and self.isVisible()  # else the window shows the page later
        self.leave()
        if visible and self._client is not None:
            self.show_place(self._place, None)
