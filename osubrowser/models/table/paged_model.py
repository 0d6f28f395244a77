"""The one lazy table model of the program: rows come page by page, each page asked for once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from osubrowser.api.errors import Offline
from osubrowser.models.table.background_refresh import BackgroundRefresh, in_a_moment
from osubrowser.models.table.column import Column
from osubrowser.models.table.cursor_pages import CursorPages
from osubrowser.models.table.item_data import ROW_ROLE
from osubrowser.models.table.numbered_pages import NumberedPages
from osubrowser.models.table.page_loads import PageLoads
from osubrowser.models.table.rows_model import NOWHERE, Index, RowsModel
from osubrowser.models.table.sources import (
    CursorSource,
    LoadState,
    NumberedSource,
    RowsPage,
    Source,
    cached_page_of,
    page_of,
)
from osubrowser.models.table.viewport import Viewport

if TYPE_CHECKING:
    from osubrowser.services.runtime.tasks import TaskScope

__all__ = ["ROW_ROLE", "CursorSource", "LoadState", "NumberedSource", "PagedModel", "RowsPage"]


_AT_ONCE: Final = 2
"""Pages under way before those ahead of the view have to wait; those in view never wait."""


class PagedModel(RowsModel):
    """Rows that come page by page from a source, in the order of the list or arranged.

    A view tells with `look_at` which rows it shows; pages in view, and some ahead in the direction
    of travel, are asked for once each. Rows are kept once by id. A failure keeps all rows and is
    left only by `retry`, `reload`, `show` or `clear`, or when osu! can be reached again: that is
    tried once in a while. A page that was seen before is shown from memory at once, and the fresh
    one takes its place when it comes, without a view noticing more than other figures. When the
    server asks for a pause the model stays LOADING, `resume_at` says until when, and it goes on by
    itself.

    Attributes:
        state_changed: `state`, `error` or `resume_at` is another one now.
        loaded_changed: `loaded` or `total` is another one now.
        page_arrived: a page came from the source; carries the `RowsPage`.
    """

    state_changed = Signal()
    loaded_changed = Signal()
    page_arrived = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        scope: TaskScope,
        *,
        is_wait: Callable[[BaseException], float | None],
        parent: QObject | None = None,
    ) -> None:
        """Start empty.

        Args:
            columns: what the table shows until `show` brings other columns.
            scope: owns the loads; cancelling it stops them.
            is_wait: seconds that an error asks to wait before going on, None for real failures.
            parent: the Qt parent.
        """
        super().__init__(columns, parent)
        self._source: Source | None = None
        self._loads = PageLoads(
            scope,
            is_wait=is_wait,
            on_page=self._on_page,
            on_resumed=self._on_resumed,
            on_changed=self._on_loads_changed,
        )
        self._behind = BackgroundRefresh(
            scope,
            is_wait=is_wait,
            ask=self._ask_behind,
            on_page=self._on_page_behind,
            on_refused=self._on_refused,
            on_changed=self._on_loads_changed,
        )
        self._reloading: int | None = None  # the page that will replace all rows when it comes
        self._viewport = Viewport(self._on_rest, self)
        self._told: tuple[object, ...] = (LoadState.IDLE, None, None, False, None)
        self._told_loaded: tuple[int, int | None] = (0, None)

    # --- what it is ---------------------------------------------------------------------------

    @property
    def state(self) -> LoadState:
        """What the list is doing."""
        if self._source is None:
            return LoadState.IDLE
        if self._loads.error is not None:
            return LoadState.FAILED
        if self._loads.count or self._loads.resume_at is not None:
            return LoadState.LOADING
        return LoadState.END if self._pages.is_complete else LoadState.READY

    @property
    def error(self) -> BaseException | None:
        """Why the list is FAILED, or None."""
        return self._loads.error

    @property
    def resume_at(self) -> float | None:
        """Until when the server asked us to wait (`time.monotonic()` seconds), or None."""
        return self._loads.resume_at

    @property
    def is_offline(self) -> bool:
        """Whether osu! could not be asked the last time."""
        return self._behind.error is not None or isinstance(self._loads.error, Offline)

    @property
    def seen_at(self) -> float | None:
        """When the rows in view were seen, if osu! cannot be asked for newer ones; else None.

        In seconds since 1970; of several pages the oldest.
        """
        if not self.is_offline:
            return None
        return min(self._pages.stale_in(*self._viewport.rows).values(), default=None)

    def set_watched(self, watched: bool) -> None:
        """Tell whether somebody sees the rows: only then are they asked for again by themselves."""
        if watched and not self._behind.is_watched and self.is_offline:
            self._ask_behind()
        self._behind.is_watched = watched

    # --- what may be asked of it --------------------------------------------------------------

    def show(
        self,
        source: Source,
        *,
        columns: Sequence[Column[Any]] | None = None,
        start_row: int = 0,
        snapshot: object | None = None,
    ) -> None:
        """Show another list from now on. What is under way for the older one is cancelled.

        Args:
            source: where its rows come from.
            columns: its columns, if they are other ones.
            start_row: the row (from 0) at which the view will stand; its page comes first.
            snapshot: what `snapshot()` returned for an equal list: its rows are back at once and
                nothing is asked for until the view looks at rows that were not there.
        """
        self._stop()
        start_row = max(0, start_row) if isinstance(source, NumberedSource) else 0
        self.beginResetModel()
        self._source = source
        if columns is not None:
            self._columns = tuple(columns)
        self.start_row = start_row
        self._viewport.start_at(start_row)
        self._begin(_empty_for(source, start_row), snapshot)
        self.endResetModel()
        if not self._pages.loaded:
            self._pump()
        else:
            self._look_behind()
        self._tell()

    def reload(self, source: Source | None = None) -> None:
        """Load the page in view again. All rows stay until it is here, then it replaces them.

        Args:
            source: of the same list, to load from instead from now on; None for the present one.
        """
        if self._source is None:
            return
        if source is not None:
            self._source = source
        self._stop()
        self._reloading = self._first_wanted()
        self._pump()
        self._tell()

    def retry(self) -> None:
        """Go on after a failure, with what is missing in view now."""
        if self._loads.error is None:
            return
        self._loads.forgive()
        self._behind.stop()
        self._viewport.settle()
        self._pump()
        self._tell()

    def clear(self) -> None:
        """Forget the list and stop what is under way for it."""
        self._stop()
        self.beginResetModel()
        self._source = None
        self._begin(CursorPages())
        self.start_row = 0
        self.endResetModel()
        self._tell()

    def look_at(self, first: int, last: int, *, held: bool = False) -> None:
        """Tell which rows are visible. At a reading pace their pages come at once, else at rest.

        Args:
            first: the first visible row.
            last: the last one.
            held: the scroll bar is being dragged.
        """
        if self._arranged is not None:
            return
        self._viewport.look_at(first, last, held=held)

    # --- loading ------------------------------------------------------------------------------

    def _stop(self) -> None:
        """Cancel what is under way and forget failures; rows stay."""
        self._loads.stop()
        self._behind.stop()
        self._viewport.stop()
        self._reloading = None

    def _on_rest(self) -> None:
        if self._viewport.has_moved or self.state is LoadState.READY:
            self._viewport.settle()
            self._pump()
            self._look_behind()
            self._tell()

    def _first_wanted(self) -> int:
        pages = self._pages
        if self._arranged is not None or isinstance(pages, CursorPages):
            return 1
        return pages.page_of(min(self._viewport.rows[0], max(0, len(pages.slots) - 1)))

    def _pump(self) -> None:
        """Start what is wanted and neither here nor under way."""
        if self._source is None or not self._loads.is_open:
            return
        if self._reloading is not None:
            self._start(self._reloading)
            return
        if self._arranged is not None and self._pages.loaded:
            return
        in_view, ahead = self._pages.wanted(
            *self._viewport.settled, self._viewport.direction, getattr(self._source, "ahead", 0)
        )
        for number in in_view:
            self._start(number)
        for number in ahead:
            if self._loads.count < _AT_ONCE:
                self._start(number)

    def _start(self, number: int) -> None:
        self._loads.start(number, self._way_to(number))

    def _way_to(self, number: int, *, recalls: bool = True) -> Callable[[], Awaitable[RowsPage]]:
        """Return how a page is got: from memory if it may be and is there, else from osu!."""
        assert self._source is not None  # noqa: S101 - nothing is asked for without a source
        recalls = recalls and self._reloading is None
        return partial(page_of, self._source, self._where(number), recalls=recalls)

    def _where(self, number: int) -> Any:  # noqa: ANN401 - as the source has it
        if self._reloading is not None or isinstance(self._pages, NumberedPages):
            return number if isinstance(self._source, NumberedSource) else None
        return self._pages.cursor_of(number)

    def _ask_behind(self) -> bool:
        """Start, behind, what is in view and from memory, or could not be had before."""
        if self._source is None:
            return False
        missing: list[int] = []
        if isinstance(self._loads.error, Offline):
            missing = [self._reloading] if self._reloading else self._missing_in_view()
        for number in missing:
            self._behind.start(number, self._way_to(number))
        stale = self._pages.stale_in(*self._viewport.rows) if self._reloading is None else {}
        for number in stale:
            self._behind.start(number, in_a_moment(self._way_to(number, recalls=False)))
        return bool(missing or stale)

    def _look_behind(self) -> None:
        """See to what came into view: with osu! away, memory alone is asked, else osu! as well."""
        source = self._source
        if self._behind.error is None and self._loads.is_open:
            self._ask_behind()
        elif source is not None and source.recall is not None and self._reloading is None:
            for number in self._missing_in_view():
                self._behind.start(number, partial(cached_page_of, source, self._where(number)))

    def _missing_in_view(self) -> list[int]:
        if self._arranged is not None and self._pages.loaded:
            return []
        return self._pages.wanted(*self._viewport.rows, 0, 0)[0]

    def _on_page_behind(self, number: int, page: RowsPage) -> None:
        if page.seen_at is None:
            self._loads.forgive()
        self._on_page(number, page)

    def _on_refused(self, error: BaseException) -> None:
        """Say it where rows are missing; where they are from memory they stay."""
        self._loads.fail(error)
        self._tell()

    def _left_at(self) -> int:
        return self._viewport.rows[0]  # nobody looks at the list's own rows while others are shown

    def _on_arranged(self) -> None:
        if not self.is_arranged:
            self._viewport.start_at(self._left_at())
        self._tell()

    def _on_resumed(self) -> None:
        self._pump()
        self._tell()

    def _on_loads_changed(self) -> None:
        if isValid(self):  # a scope can outlive the model that it loaded for
            if isinstance(self._loads.error, Offline):
                self._behind.try_again_later()
            self._tell()

    def _on_page(self, number: int, page: RowsPage) -> None:
        for row in page.rows:
            row.search  # noqa: B018 - folded now, 50 at a time, so that filtering thousands is quick
        if self._reloading is not None:
            self._reloading = None
            assert self._source is not None  # noqa: S101 - a load without a source does not exist
            self._replace(_empty_for(self._source, self._viewport.rows[0]), number, page)
        elif self._is_here(number):
            self._renew(number, page)
        else:
            self._place(number, page)
        self.page_arrived.emit(page)
        self._pump()
        self._look_behind()
        self._tell()

    def _tell(self) -> None:
        """Emit what changed since it was last told."""
        loaded = (self.loaded, self.total)
        if loaded != self._told_loaded:
            self._told_loaded = loaded
            self.loaded_changed.emit()
        told = (self.state, self._loads.error, self._loads.resume_at, self.is_offline, self.seen_at)
        if told != self._told:
            self._told = told
            self.state_changed.emit()

    # --- what Qt asks -------------------------------------------------------------------------

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:  # noqa: D102
        if parent.isValid() or isinstance(self._pages, NumberedPages) or self._arranged is not None:
            return False
        return self.state is LoadState.READY and self._pages.next is not None

    def fetchMore(self, parent: Index = NOWHERE) -> None:  # noqa: D102
        if self.canFetchMore(parent) and isinstance(self._pages, CursorPages):
            self._start(self._pages.next_number)
            self._tell()


def _empty_for(source: Source, start: int) -> NumberedPages | CursorPages:
    if isinstance(source, NumberedSource):
        return NumberedPages(source.page_size, start=start)
    return CursorPages()
