"""Lazy table model: rows are loaded page by page, each page once."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from operator import is_
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from osubrowser.api.errors import Offline, OsuError, ServerTrouble
from osubrowser.models.table.background_refresh import BackgroundRefresh, deferred
from osubrowser.models.table.column import Column, Row
from osubrowser.models.table.cursor_pages import CursorPages
from osubrowser.models.table.full_load import FullLoad
from osubrowser.models.table.numbered_pages import NumberedPages, Splice
from osubrowser.models.table.rows_model import NOWHERE, ROW_ROLE, Index, RowsModel
from osubrowser.models.table.sources import (
    CursorSource,
    LoadState,
    NumberedSource,
    RowsPage,
    Source,
    cached_page_of,
    page_of,
)

if TYPE_CHECKING:
    import asyncio

    from osubrowser.services.runtime.tasks import TaskScope


_REST: Final = 60
"""Milliseconds without movement after which a fast scroll has settled."""
_HELD_REST: Final = 250
"""The same while the scroll bar is held; longer, as a slow drag passes many rows, too."""
_WINDOW: Final = 0.15
"""Seconds of movement from which the speed is computed."""
_READING: Final = 45
"""Rows within that time that a wheel or Page Down can pass; more is a drag or a fling."""


class ScrollDirection:
    """Direction and recent speed of the first visible row.

    Attributes:
        direction: 1 down, -1 up, 0 before the first movement.
    """

    def __init__(self) -> None:
        self.direction = 0
        self._first: int | None = None
        self._steps: deque[tuple[float, int]] = deque()

    def start_at(self, first: int) -> None:
        """Reset at a first visible row."""
        self.direction = 0
        self._first = first
        self._steps.clear()

    def move_to(self, first: int, now: float) -> bool:
        """Record the first visible row at time `now` in seconds; return whether it moves slowly.

        False means that rows pass faster than they can be read: loads wait until the view settles.
        """
        step = 0 if self._first is None else first - self._first
        self._first = first
        if step:
            self.direction = 1 if step > 0 else -1
            self._steps.append((now, abs(step)))
        while self._steps and now - self._steps[0][0] > _WINDOW:
            self._steps.popleft()
        return sum(rows for _, rows in self._steps) <= _READING


class Viewport:
    """Rows in view, and the rows at which the view last settled.

    Args:
        on_rest: called at each slow movement, and when a fast one has settled.
        parent: Qt parent of the timer.

    Attributes:
        rows: the first and the last visible row.
        settled: the rows at which the view last settled.
    """

    def __init__(self, on_rest: Callable[[], None], parent: QObject) -> None:
        self.rows = (0, 0)
        self.settled = (0, 0)
        self._on_rest = on_rest
        self._scroll = ScrollDirection()
        self._rest = QTimer(parent)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(on_rest)

    @property
    def direction(self) -> int:
        """Direction of movement: 1 down, -1 up, 0 before the first movement."""
        return self._scroll.direction

    @property
    def has_moved(self) -> bool:
        """Whether the rows in view differ from those at which the view last settled."""
        return self.settled != self.rows

    def start_at(self, row: int) -> None:
        """Reset at a first visible row."""
        self.settled = self.rows = (row, row)
        self._scroll.start_at(row)

    def look_at(self, first: int, last: int, *, held: bool) -> None:
        """Record the visible rows, and whether the scroll bar is held."""
        self.rows = (first, max(first, last))
        is_slow = self._scroll.move_to(first, time.monotonic())
        if is_slow and not held:
            self._rest.stop()
            self._on_rest()
        else:
            self._rest.start(_HELD_REST if held else _REST)

    def settle(self) -> None:
        """Record the rows in view as those at which the view settled."""
        self.settled = self.rows

    def stop(self) -> None:
        """Cancel the wait for the view to settle."""
        self._rest.stop()


_SHORTEST_WAIT: Final = 0.5
"""Smallest pause in seconds when the server requests one, whatever its value."""


class PageLoads:
    """Running loads of one list.

    Attributes:
        errors: errors by the number of the failed page, which is not loaded until `forgive`.
        resume_at: end of the pause that the server requested (`time.monotonic()` seconds), or None.
    """

    def __init__(
        self,
        scope: TaskScope,
        *,
        is_wait: Callable[[BaseException], float | None],
        on_page: Callable[[int, RowsPage], None],
        on_resumed: Callable[[], None],
        on_changed: Callable[[], None],
    ) -> None:
        """Start without loads.

        Args:
            scope: owns the tasks.
            is_wait: returns the pause in seconds that an error requests; None for a failure.
            on_page: called with the number of a page and the page.
            on_resumed: called when a pause is over.
            on_changed: called after a failure, a pause or a cancelled load.
        """
        self.errors: dict[int, BaseException] = {}
        self.resume_at: float | None = None
        self._scope = scope
        self._is_wait = is_wait
        self._on_page, self._on_resumed, self._on_changed = on_page, on_resumed, on_changed
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._pause: asyncio.Task[None] | None = None

    @property
    def count(self) -> int:
        """Number of running loads."""
        return len(self._tasks)

    def is_loading(self, number: int | None) -> bool:
        """Return whether a page is being loaded."""
        return number in self._tasks

    @property
    def is_open(self) -> bool:
        """Whether a load may start now: the server has not requested a pause."""
        return self.resume_at is None

    def start(self, number: int, fetch: Callable[[], Awaitable[RowsPage]]) -> None:
        """Load a page, unless it is being loaded or has failed."""
        if number in self._tasks or number in self.errors or not self.is_open:
            return
        task = self._scope.start(
            self._load(number, fetch),
            key=self._key(number),
            on_error=lambda error: self._on_broken(number, error),
        )
        self._tasks[number] = task
        task.add_done_callback(self._on_done)

    def forgive(self, numbers: Iterable[int] | None = None) -> None:
        """Reset the failures of pages, of all by default: they may be loaded again."""
        for number in list(self.errors) if numbers is None else numbers:
            self.errors.pop(number, None)

    def fail(self, number: int, error: BaseException) -> None:
        """Set the failure of a page whose load ran elsewhere."""
        self.errors[number] = error

    def cancel(self, number: int) -> None:
        """Cancel the load of a page."""
        if self._tasks.pop(number, None) is not None:
            self._scope.cancel(self._key(number))

    def stop(self) -> None:
        """Cancel all loads; reset failure and pause."""
        tasks, self._tasks = self._tasks, {}
        for number in tasks:
            self._scope.cancel(self._key(number))
        self._pause = None
        self._scope.cancel(self._key(0))
        self.errors, self.resume_at = {}, None

    def _key(self, number: int) -> tuple[str, int, int]:
        return ("page", id(self), number)

    async def _load(self, number: int, fetch: Callable[[], Awaitable[RowsPage]]) -> None:
        try:
            page = await fetch()
        except OsuError as error:
            self._fail(number, error)
        else:
            self._tasks.pop(number, None)
            self._on_page(number, page)

    def _fail(self, number: int, error: BaseException) -> None:
        self._tasks.pop(number, None)
        seconds = self._is_wait(error)
        if seconds is None:
            self.errors[number] = error
        else:
            at = time.monotonic() + max(seconds, _SHORTEST_WAIT)
            self.resume_at = max(self.resume_at or 0.0, at)
            self._pause = self._scope.start(self._wait(self.resume_at), key=self._key(0))
            self._pause.add_done_callback(self._on_done)
        self._on_changed()

    def _on_broken(self, number: int, error: BaseException) -> None:
        """Handle an unexpected error: show it as a failure, and report it to the event loop."""
        import asyncio

        self._fail(number, error)
        asyncio.get_running_loop().call_exception_handler(
            {"message": "a page could not be shown", "exception": error}
        )

    async def _wait(self, at: float) -> None:
        import asyncio

        await asyncio.sleep(max(0.0, at - time.monotonic()))
        self.resume_at = self._pause = None
        self._on_resumed()

    def _on_done(self, task: asyncio.Task[None]) -> None:
        """Remove a task that was cancelled by its scope: its page can be loaded again."""
        if not task.cancelled():
            return
        if task is self._pause:
            self._pause = self.resume_at = None
        elif task in self._tasks.values():
            self._tasks = {n: known for n, known in self._tasks.items() if known is not task}
        else:
            return
        self._on_changed()


__all__ = ["ROW_ROLE", "CursorSource", "LoadState", "NumberedSource", "PagedModel", "RowsPage"]


MOST_HIDDEN_PAGES: Final = 10
"""Pages in a row without a row to show that a list loads by itself."""
_AT_ONCE: Final = 2
"""Most running loads for pages ahead of the view to start; pages in view always start."""


class PagedModel(RowsModel):
    """Table model whose rows are loaded from a source, in its order, or sorted and filtered.

    A view reports its visible rows with `look_at`; pages in view, and some ahead in the scroll
    direction, are loaded once each. Rows are unique by id. A failure belongs to its page: others go
    on. The failed page is loaded again when it comes into view anew, at intervals while it is in
    view, and by `retry`. A cached page is shown at once; the fresh one replaces it without a reset
    if it has the same rows. When the server requests a pause the model stays LOADING until
    `resume_at`, and then continues.

    Attributes:
        state_changed: `state`, `error`, `resume_at`, `is_offline`, `seen_at`, `is_loading_all`,
            `failed_pages` or `is_held_by_filter` has changed.
        loaded_changed: `loaded` or `total` has changed.
        page_arrived: `RowsPage`: a page was loaded.
        rows_hidden: `hidden` or `hidden_reasons` may have changed.
    """

    state_changed = Signal()
    loaded_changed = Signal()
    page_arrived = Signal(object)
    rows_hidden = Signal()

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
            columns: columns of the table until `show` sets others.
            scope: owns the loads; cancelling it stops them.
            is_wait: returns the pause in seconds that an error requests; None for a failure.
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
        self._refresh = BackgroundRefresh(
            scope,
            is_wait=is_wait,
            ask=self._ask_again,
            on_page=self._on_refreshed,
            on_refused=self._on_refused,
            on_changed=self._on_loads_changed,
        )
        self._reloading: int | None = None  # the loading page that will replace all rows
        self._full = FullLoad()
        self._hidden_pages = 0  # pages in a row without a row to show
        self._viewport = Viewport(self._on_rest, self)
        self._told: tuple[object, ...] = ()
        self._told_loaded: tuple[int, int | None] = (0, None)
        self._told = self._observed()

    # --- state --------------------------------------------------------------------------------

    @property
    def state(self) -> LoadState:
        """State of the list."""
        if self._source is None:
            return LoadState.IDLE
        if self.error is not None:
            return LoadState.FAILED
        if self._loads_in_view or self._loads.resume_at is not None:
            return LoadState.LOADING
        return LoadState.END if self._pages.is_complete else LoadState.READY

    @property
    def error(self) -> BaseException | None:
        """Error of a failed page in view, or of a list without rows; None if there is none."""
        errors = self._loads.errors
        if not errors:
            return None
        if self._reloading is not None:
            return errors.get(self._reloading)
        if not self._pages.loaded or isinstance(self._pages, CursorPages):
            return errors[min(errors)]
        return next((errors[n] for n in self._missing_in_view() if n in errors), None)

    @property
    def _loads_in_view(self) -> int:
        """Number of running loads that the view needs."""
        number = self._full.number
        if not self._loads.is_loading(number) or number in self._missing_in_view():
            return self._loads.count
        return self._loads.count - 1

    @property
    def can_load_all(self) -> bool:
        """Whether `load_all` would load rows: the source allows it, and some are missing."""
        source, pages = self._source, self._pages
        is_allowed = isinstance(source, NumberedSource) or (
            isinstance(source, CursorSource) and source.can_load_all
        )
        return is_allowed and bool(pages.loaded and pages.incomplete())

    @property
    def is_loading_all(self) -> bool:
        """Whether `load_all` is running."""
        return self._full.is_running

    @property
    def has_partial_load(self) -> bool:
        """Whether `load_all` was started for these rows, until `forget_full_load`."""
        return self._full.is_started

    @property
    def failed_pages(self) -> int:
        """Number of pages that the last `load_all` could not load."""
        return len(self._full.failed)

    @property
    def full_load_error(self) -> BaseException | None:
        """Why `load_all` left pages out, the last error; None if it left none out."""
        return self._full.error

    @property
    def resume_at(self) -> float | None:
        """End of the pause that the server requested (`time.monotonic()` seconds), or None."""
        return self._loads.resume_at

    @property
    def is_offline(self) -> bool:
        """Whether osu! was unreachable at the last load."""
        offline = any(isinstance(error, Offline) for error in self._loads.errors.values())
        return offline or self._refresh.error is not None

    @property
    def seen_at(self) -> float | None:
        """When the rows in view were received, if they are cached and osu! is unreachable.

        A POSIX timestamp, the oldest one of several pages; None otherwise.
        """
        if not self.is_offline:
            return None
        return min(self._pages.stale_in(*self._slots_in_view()).values(), default=None)

    @property
    def is_held_by_filter(self) -> bool:
        """Whether no more is loaded by itself: many pages in a row had no row to show."""
        return self._hidden_pages >= MOST_HIDDEN_PAGES

    def look_further(self) -> None:
        """Load on, after many pages in a row without a row to show."""
        self._hidden_pages = 0
        self._pump()
        self._tell()

    def set_watched(self, watched: bool) -> None:
        """Set whether the rows are visible; loads are retried only while they are."""
        if watched and not self._refresh.is_watched and self.is_offline:
            self._ask_again()
        if watched:
            self._refresh.watch()
        else:
            self._refresh.is_watched = False

    # --- public methods -----------------------------------------------------------------------

    def show(
        self,
        source: Source,
        *,
        columns: Sequence[Column[Any]] | None = None,
        start_row: int = 0,
        snapshot: object | None = None,
    ) -> None:
        """Show another list. Loads of the previous list are cancelled.

        Args:
            source: source of the rows.
            columns: new columns; None keeps the present ones.
            start_row: first visible row of the view, from 0; its page is loaded first.
            snapshot: what `snapshot()` returned for an equal list: its rows are restored at once,
                and nothing is loaded until the view shows rows that are not in it.
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
            self._check_view()
        self._tell()

    def reload(self, source: Source | None = None) -> None:
        """Reload the page in view. All rows stay until it is loaded, then it replaces them.

        Args:
            source: new source of the same list; None for the present one.
        """
        if self._source is None:
            return
        if source is not None:
            self._source = source
        self._stop()
        self._reloading = self._first_wanted()
        self._pump()
        self._tell()

    def merge(self, page: RowsPage) -> None:
        """Replace all rows of a list of one page, such as of files, as these have changed.

        Selection and scroll position stay. Nothing is done while the list is being loaded.
        """
        if not isinstance(self._source, CursorSource) or not self._pages.loaded:
            self.reload()
            return
        pages = CursorPages()
        for splice in pages.place(1, page):
            pages.apply(splice)
        self._merge(pages)
        self._tell()

    def retry(self) -> None:
        """Load missing rows in view again, after a failure."""
        if self.error is None:
            return
        self._loads.forgive()
        self._refresh.stop()
        self._viewport.settle()
        self._pump()
        self._tell()

    def load_all(self) -> None:
        """Load all missing and cached pages from osu!, one at a time, after those in view.

        A page that fails is skipped, and loaded again once at the end; three failures in a row
        stop the load. Called again it goes on with what is missing.
        """
        if self._full.is_running or not self.can_load_all:
            return
        self._full = FullLoad(is_running=True)
        self._pump()
        self._tell()

    def stop_loading_all(self) -> None:
        """Stop `load_all`; loaded rows stay."""
        number = self._full.number
        self._full.stop()
        if number is not None and number not in self._missing_in_view():
            self._loads.cancel(number)
        self._tell()

    def forget_full_load(self) -> None:
        """Forget what `load_all` left out."""
        self.stop_loading_all()
        self._full = FullLoad()
        self._tell()

    def clear(self) -> None:
        """Remove the list, and cancel its loads."""
        self._stop()
        self.beginResetModel()
        self._source = None
        self._begin(CursorPages())
        self.start_row = 0
        self.endResetModel()
        self._tell()

    def replace_all(self, rows: Sequence[Row[Any]]) -> None:
        """Replace all rows of a loaded list by cursor; scroll position and selection stay.

        Where rows are added at the top, and removed at the end, the others are not looked at.
        """
        if self._source is None or not self._is_here(1):
            return
        pages, is_plain = self._pages, self._arranged is None and self._row_filter is None
        added = _added_on_top(pages.slots, rows) if is_plain else None
        if added is not None and isinstance(pages, CursorPages):
            for row in rows[:added]:
                row.search  # noqa: B018 - as in `_on_page`
            if added:
                self._apply(Splice(0, 0, list(rows[:added])))
            extra = len(pages.slots) - len(rows)
            if extra:
                self._apply(Splice(len(rows), extra, []))
            pages.become(RowsPage(list(rows), total=len(rows)))
            self._tell()
            return
        for row in rows:
            row.search  # noqa: B018 - as in `_on_page`
        self.merge(RowsPage(list(rows), total=len(rows)))

    def look_at(self, first: int, last: int, *, held: bool = False) -> None:
        """Set the visible rows. Missing pages are loaded at once at a reading pace, else at rest.

        Args:
            first: the first visible row.
            last: the last one.
            held: whether the scroll bar is being dragged.
        """
        if self._is_arranged:
            return
        self._viewport.look_at(first, last, held=held)

    # --- loading ------------------------------------------------------------------------------

    def _stop(self) -> None:
        """Cancel all loads and reset failures; rows stay."""
        self._loads.stop()
        self._refresh.stop()
        self._viewport.stop()
        self._reloading = None
        self._full = FullLoad()
        self._hidden_pages = 0

    def _on_rest(self) -> None:
        if self._viewport.has_moved or self.state is LoadState.READY:
            if self._loads.errors:
                settled = self._wanted_slots(self._viewport.settled)
                before = self._pages.wanted(*settled, 0, 0)[0]
                self._loads.forgive(n for n in self._missing_in_view() if n not in before)
            self._viewport.settle()
            self._pump()
            self._check_view()
            self._tell()

    def _first_wanted(self) -> int:
        pages = self._pages
        if self._arranged is not None or isinstance(pages, CursorPages):
            return 1
        return pages.page_of(min(self._viewport.rows[0], max(0, len(pages.slots) - 1)))

    def _pump(self) -> None:
        """Start the loads of needed pages that are neither loaded nor loading."""
        if self._source is None or not self._loads.is_open:
            return
        if self._reloading is not None:
            self._start(self._reloading)
            return
        if not self._is_arranged or not self._pages.loaded:
            self._pump_view()
        self._pump_all()

    def _pump_view(self) -> None:
        """Start the loads of pages in view, and of some ahead of it."""
        if self.is_held_by_filter:
            return
        in_view, ahead = self._pages.wanted(
            *self._wanted_slots(self._viewport.settled),
            self._viewport.direction,
            getattr(self._source, "ahead", 0),
        )
        for number in in_view:
            self._start(number)
        for number in ahead:
            if self._loads_in_view < _AT_ONCE:
                self._start(number)

    def _pump_all(self) -> None:
        """Start the next load of `load_all`, while no other page of the list is loading."""
        full = self._full
        if not full.is_running or self._loads.count:
            return
        number = full.advance(self._pages.incomplete())
        if number is not None:
            self._loads.forgive((number,))
            self._loads.start(number, self._load_of(number, use_cache=False))

    def _start(self, number: int) -> None:
        self._loads.start(number, self._load_of(number))

    def _load_of(self, number: int, *, use_cache: bool = True) -> Callable[[], Awaitable[RowsPage]]:
        """Return the load of a page: from the cache if `use_cache` and possible, else from osu!."""
        assert self._source is not None  # noqa: S101 - no load starts without a source
        use_cache = use_cache and self._reloading is None
        return partial(page_of, self._source, self._where(number), use_cache=use_cache)

    def _where(self, number: int) -> Any:  # noqa: ANN401 - as in the source
        if self._reloading is not None or isinstance(self._pages, NumberedPages):
            return number if isinstance(self._source, NumberedSource) else None
        return self._pages.cursor_of(number)

    def _ask_again(self) -> bool:
        """Start the background loads of cached and failed pages in view; return whether any."""
        if self._source is None:
            return False
        errors = self._loads.errors
        wanted = [self._reloading] if self._reloading else self._missing_in_view()
        if isinstance(self._pages, CursorPages):
            wanted = [*errors]
        failed = [n for n in wanted if isinstance(errors.get(n), (Offline, ServerTrouble))]
        for number in failed:
            self._refresh.start(number, self._load_of(number), is_retry=True)
        return self._revalidate() or bool(failed)

    def _revalidate(self) -> bool:
        """Start the background loads of cached pages in view; return whether any."""
        if self._source is None or self._reloading is not None:
            return False
        stale = self._pages.stale_in(*self._slots_in_view())
        for number in stale:
            self._refresh.start(number, deferred(self._load_of(number, use_cache=False)))
        return bool(stale)

    def _check_view(self) -> None:
        """Refresh what came into view; only from the cache while osu! is unreachable or paused."""
        source = self._source
        if self._loads.is_open and not self.is_offline:
            self._revalidate()
        elif source is not None and source.fetch_cached is not None and self._reloading is None:
            for number in self._missing_in_view():
                self._refresh.start(number, partial(cached_page_of, source, self._where(number)))

    def _missing_in_view(self) -> list[int]:
        if (self._is_arranged and self._pages.loaded) or self.is_held_by_filter:
            return []
        return self._pages.wanted(*self._wanted_slots(self._viewport.rows), 0, 0)[0]

    def _wanted_slots(self, rows: tuple[int, int]) -> tuple[int, int]:
        """Return slots as far from the end of the list as these view rows are from theirs."""
        if self._row_filter is None or not isinstance(self._pages, CursorPages):
            return rows
        hidden = self._pages.loaded - self.rowCount()
        return rows[0] + hidden, rows[1] + hidden

    def _slots_in_view(self) -> tuple[int, int]:
        """Return the slots of the first and the last visible row."""
        first, last = self._viewport.rows
        if self._row_filter is None or self._is_arranged:
            return first, last
        slots = self._slots_of_view()
        if not slots:
            return 0, self._pages.loaded
        return slots[min(first, len(slots) - 1)], slots[min(last, len(slots) - 1)]

    def _on_refreshed(self, number: int, page: RowsPage) -> None:
        self._loads.forgive((number,))
        self._on_page(number, page)

    def _on_refused(self, number: int, error: BaseException) -> None:
        """Show the error of a refused page where rows are missing; cached rows stay."""
        self._loads.fail(number, error)
        self._tell()

    def _left_at(self) -> int:
        return self._viewport.rows[0]  # the viewport is not updated while rows are arranged

    def _on_filtered(self) -> None:
        self._hidden_pages = 0
        if self._source is not None:
            self._pump()
        self.rows_hidden.emit()
        self._tell()

    def _on_arranged(self) -> None:
        if not self.is_arranged:
            self._viewport.start_at(self._left_at())
        self._tell()

    def _on_resumed(self) -> None:
        self._pump()
        self._tell()

    def _on_loads_changed(self) -> None:
        if isValid(self):  # a scope can outlive the model it loads for
            self._check_full_load()
            self._retry_later()
            self._tell()

    def _check_full_load(self) -> None:
        """Go on with `load_all` after a failed or cancelled page."""
        full = self._full
        if not full.is_running or self._loads.is_loading(full.number):
            return
        if full.number is not None:
            error = self._loads.errors.get(full.number)
            if error is not None:
                full.note_failure(full.number, error)
            elif self._loads.is_open:  # cancelled, and no pause
                full.stop()
        self._pump()

    def _retry_later(self) -> None:
        """Schedule the retries of a failed page in view, if the failure can pass."""
        if isinstance(self.error, (Offline, ServerTrouble)):
            self._refresh.try_again_later()

    def _on_page(self, number: int, page: RowsPage) -> None:
        if page.seen_at is None:  # osu! was reached
            errors = self._loads.errors.items()
            self._loads.forgive([n for n, error in errors if isinstance(error, Offline)])
            self._refresh.mark_reached()
            self._full.note_page(number)
        for row in page.rows:
            row.search  # noqa: B018 - computed now, 50 at a time: filtering thousands is fast
        if self._reloading is not None:
            self._reloading = None
            assert self._source is not None  # noqa: S101 - a load without a source does not exist
            self._replace(_empty_for(self._source, self._viewport.rows[0]), number, page)
        elif self._is_here(number):
            self._renew(number, page)
        else:
            self._place(number, page)
        if self._row_filter is not None or page.goes_on:
            is_hidden = all(self._reasons.get(row.id) for row in page.rows)
            self._hidden_pages = self._hidden_pages + 1 if is_hidden else 0
            self.rows_hidden.emit()
        self.page_arrived.emit(page)
        self._pump()
        self._check_view()
        self._retry_later()
        self._tell()

    def _tell(self) -> None:
        """Emit the signals of changed values."""
        loaded = (self.loaded, self.total)
        if loaded != self._told_loaded:
            self._told_loaded = loaded
            self.loaded_changed.emit()
        told = self._observed()
        if told != self._told:
            self._told = told
            self.state_changed.emit()

    def _observed(self) -> tuple[object, ...]:
        """Return the values whose change `state_changed` reports."""
        return (
            self.state,
            self.error,
            self._loads.resume_at,
            self.is_offline,
            self.seen_at,
            self._full.is_running,
            self._full.is_started,
            len(self._full.failed),
            self.is_held_by_filter,
        )

    # --- Qt overrides -------------------------------------------------------------------------

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:  # noqa: D102
        if parent.isValid() or isinstance(self._pages, NumberedPages):
            return False
        if self._is_arranged or self.is_held_by_filter:
            return False
        return self.state is LoadState.READY and self._pages.next is not None

    def fetchMore(self, parent: Index = NOWHERE) -> None:  # noqa: D102
        if self.canFetchMore(parent) and isinstance(self._pages, CursorPages):
            self._start(self._pages.next_number)
            self._tell()


def _added_on_top(old: Sequence[Row[Any] | None], new: Sequence[Row[Any]]) -> int | None:
    """Return how many rows are on top of the old ones; None if others have changed.

    Old rows may be missing at the end.
    """
    first = old[0] if old else None
    added = next((n for n, row in enumerate(new) if row is first), None)
    if added is None:
        return None
    rest = new[added:]
    is_same = len(rest) <= len(old) and all(map(is_, rest, old))
    return added if is_same else None


def _empty_for(source: Source, start: int) -> NumberedPages | CursorPages:
    if isinstance(source, NumberedSource):
        return NumberedPages(source.page_size, start=start)
    return CursorPages()
