"""Feed of the newest scores of all players, followed live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton

from osubrowser.api.errors import RateLimited
from osubrowser.models.feeds import live_scores as model
from osubrowser.models.feeds.filters import Choice, Number, Several, Words
from osubrowser.models.feeds.live_scores import LiveScore, NoSuchPlayer, ScoreFeed, Wanted
from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.places.places import MODE_NAMES, MODES, UserPlace
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe, was_reached
from osubrowser.ui.lists.event_links import player_of
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.lists.score_links import of_score
from osubrowser.ui.pages.feeds.feed import CLEAR, Feed
from osubrowser.ui.style.theme import ROW_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.services.replay_services import ScoreOffer
    from osubrowser.ui.lists.filter_bar import FilterBar
    from osubrowser.ui.lists.list_controller import Columns, ListController
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_EVERY: Final = 12
"""Seconds between two polls; osu! itself renews the feed every five."""
_SLOWEST: Final = 120
"""Largest number of seconds between two polls, after failures."""
_SOON: Final = 1000
"""Milliseconds until the first poll of a list that is seen again."""
_REST: Final = 250
"""Milliseconds without scrolling after which the rows in view are looked up."""
_MARGIN: Final = 10
"""Rows above and below the view that are looked up with it."""


class LiveScores(QObject):
    """Live list of scores: polls while it is watched, and holds the rows that are looked at.

    New rows come in above the rows in view, which stay where they are; at the top of a list in
    which no row is selected they push the others down.

    Args:
        list_: the controller of the list.
        parts: services.
        bar: gets the buttons.

    Attributes:
        feed: the scores.
        pause: the button that stops polling.
        fresh: the button that tells of new scores above, and scrolls to them.
    """

    def __init__(self, list_: ListController, parts: SectionParts, bar: FilterBar) -> None:
        super().__init__(bar)
        self._list = list_
        self.feed = ScoreFeed(list_.model, list_.loader, parts.calls, self)
        self._is_watched = self._is_paused = False
        self._shown: ListSpec | None = None
        self._above = 0
        self._anchor: tuple[Hashable, int, int] | None = None
        self.pause = QPushButton(tr("Pause", "verb"), bar)
        self.pause.setToolTip(tr("Stop asking osu! for new scores"))
        self.fresh = QPushButton(bar)
        self.fresh.setToolTip(tr("Go to the newest scores"))
        for button in (self.pause, self.fresh):
            button.setAutoDefault(True)
            bar.add(button)
        self.fresh.hide()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)
        self._wait = _EVERY
        self._look = QTimer(self, singleShot=True, interval=_REST)
        self._look.timeout.connect(self._look_up)
        self.pause.clicked.connect(self._on_pause_clicked)
        self.fresh.clicked.connect(self.go_to_newest)
        self.feed.arrived.connect(self._on_arrived)
        self.feed.failed.connect(self._on_failed)
        rows = self.feed.rows
        rows.changes_started.connect(self._on_changes_started)
        rows.changed.connect(self._on_changed)
        list_.table.scrolled.connect(self._on_scrolled)
        list_.model.page_arrived.connect(self._on_rows_changed)
        list_.model.modelReset.connect(self._on_model_reset)
        list_.model.dataChanged.connect(self._on_rows_changed)

    @property
    def is_paused(self) -> bool:
        """Whether the user has stopped polling."""
        return self._is_paused

    @property
    def is_shown(self) -> bool:
        """Whether the list of the page is this one."""
        return self._shown is not None and self._list.spec is self._shown

    def spec(self, values: Mapping[str, str]) -> ListSpec:
        """Return the list of the values of the filters."""
        grades = frozenset(filter(None, values["grade[]"].split(".")))
        wanted = Wanted(values["mode"], None, float(values["pp"] or 0), grades)
        self._show_above(0)

        def source(_loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            return self.feed.source(wanted, values["user"], columns)

        self._shown = ListSpec(
            key="scores/" + "/".join(values.values()),
            title=_TITLE,
            columns=lambda original: model.columns(original=original),
            source=source,
            record=model.record,
            file_stem="osu-newest-scores",
            empty=EmptyText(
                tr("None of the newest scores fits."),
                tr("It goes on: those that come and fit are shown here."),
                (CLEAR, tr("Show all scores")),
            ),
            link=_link,
            describe=_describe,
            status=self._status,
            columns_key="scores-of-all",
            has_titles=True,
            replays=_offers,
        )
        return self._shown

    def set_watched(self, watched: bool) -> None:
        """Set whether the list is seen; osu! is asked only while it is."""
        if watched and not self._is_watched and self.feed.count and not self._is_paused:
            self._timer.start(_SOON)
        self._is_watched = watched
        self._start()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.fresh.setStyleSheet(
            f"QPushButton {{ color: {colours.content1.name()};"
            f" background: {colours.selection.name()}; border-radius: 4px; padding: 0 10px; }}"
        )

    def leave(self) -> None:
        """Cancel all loads, and release the rows."""
        self._timer.stop()
        self._look.stop()
        self._is_watched = False
        self._shown = None
        self._show_above(0)
        self.feed.clear()

    def go_to_newest(self) -> None:
        """Scroll to the newest score."""
        table = self._list.table
        table.scroll_to_position(0)
        table.setCurrentIndex(self._list.model.index(0, 0))
        self._list.take_focus()
        self._show_above(0)

    # --- private ------------------------------------------------------------------------------

    def _start(self) -> None:
        if self._is_watched and not self._is_paused:
            if not self._timer.isActive():
                self._timer.start(self._wait * 1000)
        else:
            self._timer.stop()

    def _on_timeout(self) -> None:
        is_ready = self.is_shown and self._list.model.state in (LoadState.READY, LoadState.END)
        if is_ready and not self._list.rows.window().isMinimized():
            self.feed.poll()
            self._look.start()  # what could not be looked up before
        self._start()

    def _on_pause_clicked(self) -> None:
        self._is_paused = not self._is_paused
        self.pause.setText(
            tr("Go on", "ask for scores again") if self._is_paused else tr("Pause", "verb")
        )
        self.pause.setToolTip(
            tr("Go on asking osu! for new scores")
            if self._is_paused
            else tr("Stop asking osu! for new scores")
        )
        if not self._is_paused:
            self._on_timeout()
        self._start()
        self._list.update_status()

    def _on_arrived(self, _count: int) -> None:
        self._wait = _EVERY
        self._list.online_changed.emit(True)
        self._list.update_status()

    def _on_failed(self, error: BaseException) -> None:
        """Ask less often after a failure; the rows stay."""
        wait = error.retry_after if isinstance(error, RateLimited) else 2 * self._wait
        self._wait = int(max(_EVERY, min(wait, _SLOWEST)))
        self._timer.stop()
        self._start()
        if was_reached(error) is False:
            self._list.online_changed.emit(False)
        self._list.update_status()

    def _on_changes_started(self) -> None:
        """Record the first row in view, and where it is."""
        self._anchor = None
        table, rows = self._list.table, self._list.model
        top, position = table.visible_rows()[0], table.scroll_position()
        row = rows.row_at(top)
        is_free = position == 0 and not table.selected_rows() and not table.underMouse()
        if row is not None and not is_free:
            self._anchor = (row.id, top, position)

    def _on_changed(self) -> None:
        """Scroll the recorded row to where it was."""
        if self._anchor is None:
            return
        key, top, position = self._anchor
        model = self._list.model
        for row in range(top, model.rowCount()):
            known = model.row_at(row)
            if known is not None and known.id == key:
                if row > top:
                    self._list.table.scroll_to_position(position + (row - top) * ROW_HEIGHT)
                    self._show_above(self._above + row - top)
                break

    def _on_scrolled(self) -> None:
        if not self.is_shown:
            return
        if self._above:
            self._show_above(min(self._above, self._list.table.visible_rows()[0]))
        self._look.start()

    def _on_model_reset(self) -> None:
        """Go on with the scores of a list that was restored."""
        if self.is_shown and not self.feed.count and self._list.model.loaded:
            self.feed.adopt(self._list.model.loaded_rows())
        self._on_rows_changed()

    def _on_rows_changed(self, *_: object) -> None:
        if self.is_shown:
            self._look.start()

    def _look_up(self) -> None:
        """Look up players and beatmaps of the rows in view, and of some around it."""
        if not self.is_shown or not self._is_watched:
            return
        first, last = self._list.table.visible_rows()
        rows = map(self._list.model.row_at, range(first, last + 1))
        around = [
            *range(last + 1, last + 1 + _MARGIN),
            *range(max(0, first - _MARGIN), first),
        ]
        found = [row.item for row in rows if row is not None]
        near = [row.item for row in map(self._list.model.row_at, around) if row is not None]
        if any(not (one.has_user and one.has_beatmap) for one in found):
            self.feed.look_up([*found, *near])

    def _show_above(self, count: int) -> None:
        self._above = count
        self.fresh.setText(tr("%n new score(s)", "", count) + " ↑")
        self.fresh.setVisible(count > 0)

    def _status(self, rows: PagedModel, first: int, last: int) -> str:
        if not rows.loaded and rows.state not in (LoadState.READY, LoadState.END):
            return ""
        count = rows.rowCount()
        if count:
            shown = f"{numerals.whole(first + 1)}-{numerals.whole(last + 1)}"
            parts = [tr("{shown} of %n score(s)", "", count).format(shown=shown)]
        else:
            parts = [tr("%n score(s)", "", count)]
        if self.feed.count != self.feed.seen:
            parts.append(tr("of {seen} seen").format(seen=numerals.whole(self.feed.seen)))
        if self.feed.has_gap:
            parts.append(tr("some in between are missing"))
        if self._is_paused:
            parts.append(tr("paused"))
        elif self._wait > _EVERY:
            parts.append(
                tr("osu! did not answer, asked again within {wait} s").format(wait=self._wait)
            )
        else:
            parts.append(tr("new ones every {every} s").format(every=_EVERY))
        return " · ".join(parts)


_TITLE: Final = tr("Newest scores")


def _link(one: LiveScore, origin: str) -> RowLink | None:
    """Return the score; its player and beatmap are other places of the row."""
    score = one.score
    link = of_score(score, origin)
    if link is None or not score.user_id:
        return link
    name = score.user.username if score.user is not None else ""
    player = player_of(name, UserPlace(score.user_id, score.mode if score.mode in MODES else None))
    return RowLink(link.place, link.name, more=(*player, *link.more))


def _offers(one: LiveScore) -> Sequence[ScoreOffer]:
    user = one.score.user
    return ((one.score, user.username if user is not None else ""),)


def _describe(error: BaseException) -> Sentence:
    if isinstance(error, NoSuchPlayer):
        text = tr("There is no player of this name or id.")
        return Sentence(text, "", may_retry=False, button=(CLEAR, tr("Show all scores")))
    return describe(error)


FEED: Final[Feed] = Feed(
    title=_TITLE,
    live=LiveScores,
    filters=(
        Choice(
            "mode", tr("Ruleset"), (("", tr("All")), *((mode, MODE_NAMES[mode]) for mode in MODES))
        ),
        Words(
            "user", tr("Player"), tr("Player"), tr("Name or id; picked here from what osu! sends")
        ),
        Number("pp", "pp", tr("At least so many pp"), tr("Picked here from what osu! sends")),
        Several("grade[]", tr("Grades"), model.GRADES),
    ),
    detail=lambda values: " ".join(
        filter(None, (MODE_NAMES.get(values["mode"], ""), values["user"]))
    ),
)
