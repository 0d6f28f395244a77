"""Section with the best list of a player over time."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent

from osubrowser.models.players import best_history
from osubrowser.models.players.best_history import VIEWS, BestQuery, BestSummary
from osubrowser.models.players.profile import Profile
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.services.history.failures import HistoryUnreadable
from osubrowser.services.history.subjects import RULESETS, player
from osubrowser.services.places.places import AppPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists import score_links
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec, ListState
from osubrowser.ui.lists.row_links import place_of_score
from osubrowser.ui.pages.player.best_history.bar import DaysBar
from osubrowser.ui.pages.player.lists.specs import describe_in, file_stem
from osubrowser.ui.sections.list_section import SubjectListSection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.models.players.best_history import BestRow
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Record, Row
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.lists.row_links import RowLink
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_SOON: Final = 400
"""Milliseconds from a written look to its display: others follow it."""
_ALL, _SETTINGS, _LOOK = "all", "settings", "look"


@dataclass(frozen=True, slots=True)
class BestHistoryState:
    """Saved state of the section: what was asked, what is known, and the rows."""

    query: BestQuery
    summary: BestSummary | None
    rows: ListState | None


class BestHistorySection(SubjectListSection[Profile]):
    """Section that shows the plays that came into a best list, those that left, or a day's list.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.

    Attributes:
        days: the choice of the days.
    """

    def __init__(self, parts: SectionParts, parent: QWidget) -> None:
        super().__init__(tr("Top plays over time"), parts, parent, choices=VIEWS)
        self._query = BestQuery(0, "osu")
        self._summary: BestSummary | None = None
        self._is_reloaded = False
        self._is_read_only = False  # the next load asks osu! nothing
        self._is_outdated = False
        self._last_look = (0, "", -math.inf)  # player, ruleset, and when it was started
        self.days = DaysBar(self)
        self.column.insertWidget(1, self.days)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._on_soon)
        self.bar.chosen.connect(self._on_view_chosen)
        self.days.changed.connect(self._on_days_changed)
        self.list.model.page_arrived.connect(self._on_page_arrived)
        if parts.history is not None:
            parts.history.written.connect(self._on_written)
            parts.history.replaced.connect(self._on_replaced)
        self.set_colours(parts.colours)

    @property
    def query(self) -> BestQuery:
        """What is asked of the history."""
        return self._query

    # --- requests of the page -----------------------------------------------------------------

    def show_subject(self, subject: Profile, state: object | None = None) -> None:
        """Show the history of a player's list in the ruleset of the profile."""
        asked = state.query if isinstance(state, BestHistoryState) else self._query
        self._query = asked._replace(player=subject.id, mode=subject.mode)
        self._summary = state.summary if isinstance(state, BestHistoryState) else None
        self._show_controls()
        if self._summary is not None:
            self._show_summary(self._summary)
        rows = state.rows if isinstance(state, BestHistoryState) else None
        super().show_subject(subject, rows)

    def save_state(self) -> object | None:
        """Return what is asked, and the rows."""
        return BestHistoryState(self._query, self._summary, self.list.save_state())

    def reload(self) -> None:
        """Look at the list again."""
        self._is_reloaded = True
        super().reload()

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self._soon.stop()
        self._is_outdated = False
        self._summary = None
        super().leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self.days.set_colours(colours)

    def spec_of(self, subject: Profile) -> ListSpec:
        """Return the list of the view and the days that are chosen."""
        query = self._query
        return ListSpec(
            key="\t".join(("player/best_history", *map(str, query))),
            title=tr("Top plays over time"),
            columns=partial(_columns, query.view),
            source=partial(self._source, query, subject.name),
            record=_record,
            file_stem=file_stem(f"best-{query.view}", subject, by_mode=True),
            empty=self._empty(BestSummary("")),
            link=_link,
            describe=describe_in,
            columns_key=f"player/best_history-{query.view}",
            has_titles=True,
            replays=lambda row: ((row.score, subject.name),),
        )

    def act(self, key: str) -> None:
        """Show all that is known, or the settings, or look at the list."""
        if key == _ALL:
            self._on_days_changed("all", "", "")
        elif key == _LOOK:
            self.reload()
        elif key == _SETTINGS:
            self.open_requested.emit(AppPlace("settings"), "here")

    # --- loads --------------------------------------------------------------------------------

    @property
    def _is_recording(self) -> bool:
        return self.parts.settings.record_history

    def _source(
        self,
        query: BestQuery,
        name: str,
        loader: ClientLoader,
        columns: Columns,
        _original: bool,
    ) -> CursorSource:
        services = self.parts.history

        async def known() -> RowsPage:
            if services is None:
                return RowsPage([], total=0, extra=BestSummary(""))
            try:
                return await services.read(best_history.load_best, query, columns, name=name)
            except OSError as error:
                raise HistoryUnreadable(str(error)) from error

        async def fetch(_cursor: object | None) -> RowsPage:
            is_read_only, self._is_read_only = self._is_read_only, False
            may_look = not is_read_only and self._may_look(query) and loader.is_signed_in
            if services is None or not may_look:
                return await known()
            is_reloaded, self._is_reloaded = self._is_reloaded, False
            self._last_look = (query.player, query.mode, time.monotonic())
            try:
                return await loader.fresh(
                    best_history.look_and_load,
                    services.history,
                    query,
                    columns,
                    name=name,
                    is_reloaded=is_reloaded,
                )
            except OSError as error:
                raise HistoryUnreadable(str(error)) from error

        async def fetch_cached(_cursor: object | None) -> RowsPage | None:
            page = await known()
            summary = page.extra
            if not isinstance(summary, BestSummary) or summary.seen_at is None:
                return None
            return replace(page, seen_at=summary.seen_at)

        return CursorSource(fetch, fetch_cached)

    def _may_look(self, query: BestQuery) -> bool:
        """Whether osu! is asked if the history does not have the list of now."""
        player_, mode, at = self._last_look
        is_late = time.monotonic() - at > best_history.FRESH
        is_other = (player_, mode) != (query.player, query.mode)
        return self._is_recording and (self._is_reloaded or is_other or is_late)

    def _on_page_arrived(self, page: RowsPage) -> None:
        if isinstance(page.extra, BestSummary):
            self._summary = page.extra
            self._show_summary(page.extra)

    def _on_written(self, differences: object) -> None:
        """Show what is new in the list, once it is written."""
        subject = self.subject
        if subject is None or subject.mode not in RULESETS or not isinstance(differences, list):
            return
        about = player(subject.id, subject.mode)
        seen_at = self._summary.seen_at if self._summary is not None else None
        is_old = seen_at is None or time.time() - seen_at > best_history.FRESH
        if is_old or any(
            one.subject == about and one.what.endswith("_play") for one in differences
        ):
            self._is_outdated = True
            if not self._soon.isActive():
                self._soon.start()

    def _on_replaced(self) -> None:
        if self.subject is not None:
            self._is_outdated = True
            self._soon.start()

    def _on_soon(self) -> None:
        if not self._is_outdated or not self.isVisible():
            return
        if not self.list.is_settled:  # the load under way may be older
            self._soon.start()
            return
        self._is_outdated = False
        self._is_read_only = True
        self.list.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the history again if it was written meanwhile."""
        super().showEvent(event)
        if self._is_outdated:
            self._soon.start()

    # --- controls -----------------------------------------------------------------------------

    def _show_controls(self) -> None:
        if self.bar.pills is not None:
            self.bar.pills.choose(self._query.view)
        self.days.show_query(self._query)

    def _show_summary(self, summary: BestSummary) -> None:
        self.days.show_summary(summary)
        empty = self._empty(summary)
        self.list.rows.set_empty_text(empty.text, hint=empty.hint, action=empty.action)

    def _empty(self, summary: BestSummary) -> EmptyText:
        """Return the message for no rows."""
        if not summary.since and not self._is_recording:
            return EmptyText(
                summary.nothing,
                tr("Histories are not recorded: this is off in the settings."),
                (_SETTINGS, tr("Open the settings")),
            )
        if not summary.since and self._last_look[:2] == self._query[:2]:
            problem = self.parts.history.problem if self.parts.history is not None else ""
            return EmptyText(
                tr("The look at this list is not in the history yet."),
                problem or tr("It is shown as soon as it is written."),
            )
        if not summary.since:
            return EmptyText(
                summary.nothing or tr("Nothing is known of this list yet."),
                tr("The history begins with the first look at it, and grows while you browse."),
                (_LOOK, tr("Look at it now")) if self.parts.history is not None else None,
            )
        hint = tr("First seen on {day}: nothing is known before").format(day=summary.since)
        return EmptyText(
            summary.nothing,
            f"{hint}.",
            (_ALL, tr("Show all that is known")) if summary.can_show_all else None,
        )

    def _on_view_chosen(self, view: str) -> None:
        if view != self._query.view:
            has_days = best_history.LISTED in (view, self._query.view)
            self._ask(
                self._query._replace(
                    view=view,
                    period="" if view == best_history.LISTED else best_history.FIRST_PERIOD,
                    since="",
                    until="",
                )
                if has_days
                else self._query._replace(view=view)
            )

    def _on_days_changed(self, period: str, since: str, until: str) -> None:
        self._ask(self._query._replace(period=period, since=since, until=until))

    def _ask(self, query: BestQuery) -> None:
        if query == self._query:
            return
        self._query = query
        self._show_controls()
        if self.subject is not None:
            super().show_subject(self.subject)

    def take_focus(self) -> None:
        """Set the focus to the table, or to the pills while it has no rows."""
        if self.list.model.loaded or self.bar.pills is None:
            super().take_focus()
        else:
            self.bar.pills.setFocus(Qt.FocusReason.OtherFocusReason)


def _columns(view: str, original: bool) -> Columns:
    return best_history.best_columns(view, original=original)


def _record(row: Row[BestRow]) -> Record:
    return {"number": row.number, **best_history.best_record(row.item)}


def _link(row: BestRow, origin: str) -> RowLink | None:
    """Return the link of a play, with the play that replaced it, or that it replaced."""
    link = score_links.of_score(row.score, origin)
    other = place_of_score(row.other.score) if row.other is not None else None
    if link is None or other is None:
        return link
    label = (
        tr("Open the play that it &replaced")
        if row.why is None
        else tr("Open the play that &replaced it")
    )
    return replace(link, more=(*link.more, (label, other)))
