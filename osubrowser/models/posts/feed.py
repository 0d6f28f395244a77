"""List of posts in threads: loaded page by page, with replies on demand."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from osubrowser.api.errors import Offline, OsuError, RateLimited, ServerTrouble
from osubrowser.models.table import background_refresh
from osubrowser.models.table.sources import LoadState

if TYPE_CHECKING:
    from osubrowser.api.cursor import Cursor
    from osubrowser.models.posts.post import Post
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.services.runtime.tasks import TaskScope

T = TypeVar("T")

PAGE: Final = "page"
"""Key of the load of the next page."""
_AHEAD: Final = 12
"""Rows before the end at which the next page is loaded."""
_SLICE: Final = 256
_SHORTEST_WAIT: Final = 0.5
_LONGEST_WAIT: Final = 3600.0


class KeyedLoads:
    """Loads of one list, each under a key, with the failure of each.

    A load that the server asks to wait for goes on after the wait. If osu! is unreachable the
    response cache is used; what is not in it fails.

    Args:
        loader: runs loads with the client of the session.
        scope: owns the tasks.
        on_changed: called when a load has started, ended or failed, or waits.

    Attributes:
        errors: errors by the key of the failed load.
        seen_at: POSIX timestamp of the oldest cached response in use while osu! is unreachable.
    """

    def __init__(
        self, loader: ClientLoader, scope: TaskScope, on_changed: Callable[[], object]
    ) -> None:
        self.errors: dict[Hashable, BaseException] = {}
        self._waits: dict[Hashable, float] = {}
        self.seen_at: float | None = None
        self._loader = loader
        self._scope = scope
        self._on_changed = on_changed
        self._running: dict[Hashable, Hashable] = {}  # the key in the scope, by key
        self._serial = 0

    def is_running(self, key: Hashable) -> bool:
        """Return whether a load is running."""
        return key in self._running

    @property
    def resume_at(self) -> float | None:
        """End of a pause that the server requested (`time.monotonic()` seconds), or None."""
        return max(self._waits.values(), default=None)

    @property
    def count(self) -> int:
        """Number of running loads."""
        return len(self._running)

    @property
    def active(self) -> set[Hashable]:
        """Keys of the loads that are running or have failed."""
        return {*self._running, *self.errors}

    def start(
        self,
        key: Hashable,
        load: Callable[..., T],
        args: Sequence[Any],
        on_value: Callable[[T], object],
        *,
        with_cached: bool = False,
    ) -> None:
        """Run `load(client, *args)` on a worker, unless that key is running.

        Args:
            key: key of the load.
            load: blocks, and runs on a worker.
            args: its arguments after the client.
            on_value: called with the result.
            with_cached: pass on the result of the response cache first, if there is one.
        """
        if key in self._running:
            return
        self.errors.pop(key, None)
        # A key of its own: a load may start the next one of the same key before it has ended.
        self._serial += 1
        name = self._running[key] = (id(self), self._serial)
        task = self._scope.start(
            self._load(key, load, args, on_value, with_cached=with_cached),
            key=name,
            on_error=lambda error: self._fail(key, error),
        )
        task.add_done_callback(lambda _task: self._on_done(key, name))
        self._on_changed()

    def stop(self) -> None:
        """Cancel all loads; reset failures and pauses."""
        for name in list(self._running.values()):
            self._scope.cancel(name)
        self._running.clear()
        self.errors.clear()
        self._waits.clear()

    def _on_done(self, key: Hashable, name: Hashable) -> None:
        if self._running.get(key) == name:  # cancelled by the scope
            del self._running[key]

    async def _load(
        self,
        key: Hashable,
        load: Callable[..., T],
        args: Sequence[Any],
        on_value: Callable[[T], object],
        *,
        with_cached: bool,
    ) -> None:
        before = await self._loader.cached(load, *args) if with_cached else None
        if before is not None:
            on_value(before[0])
            await background_refresh.yield_to_events()
        try:
            value = await self._patient(key, lambda: self._loader.fresh(load, *args))
            self.seen_at = None
        except (Offline, ServerTrouble) as error:
            known = before or await self._loader.cached(load, *args)
            if known is None:
                raise
            value = known[0]
            if isinstance(error, Offline):
                self.seen_at = min(known[1], self.seen_at or known[1])
        self._running.pop(key, None)
        on_value(value)
        self._on_changed()

    async def _patient(self, key: Hashable, fetch: Callable[[], Awaitable[T]]) -> T:
        """Await a fetch, again after each pause that the server requests."""
        import asyncio

        while True:
            try:
                return await fetch()
            except RateLimited as error:
                pause = min(max(error.retry_after, _SHORTEST_WAIT), _LONGEST_WAIT)
            self._waits[key] = time.monotonic() + pause
            self._on_changed()
            try:
                await asyncio.sleep(pause)
            finally:
                self._waits.pop(key, None)
            self._on_changed()

    def _fail(self, key: Hashable, error: BaseException) -> None:
        self._running.pop(key, None)
        self.errors[key] = error
        if not isinstance(error, OsuError):
            import asyncio

            asyncio.get_running_loop().call_exception_handler(
                {"message": "posts could not be shown", "exception": error}
            )
        self._on_changed()


def following(asked: Cursor | None, told: Cursor | None, *, has_new: bool) -> Cursor | None:
    """Return the cursor of the page after one; None at the end, and of a list that repeats itself.

    Args:
        asked: the cursor that the page was asked for with; None for the first page.
        told: the cursor that came with it.
        has_new: whether anything of it was not known. A first page may be known from the cache.
    """
    return None if told == asked or (asked is not None and not has_new) else told


@dataclass(slots=True)
class Threads:
    """Threads in their order, each a list of posts.

    Attributes:
        order: keys of the threads.
        posts: posts by the key of their thread.
    """

    order: list[Hashable] = field(default_factory=list)
    posts: dict[Hashable, list[Post]] = field(default_factory=dict)

    def flat(self) -> list[Post]:
        """Return all posts in one list."""
        return list(chain.from_iterable(map(self.posts.__getitem__, self.order)))


class PostFeed(QObject):
    """List of posts that a view shows, loaded page by page.

    Subclasses implement `load_page` and `forget`; for replies `act`, `look_at` and `refresh`.

    Args:
        loader: runs loads with the client of the session.
        scope: owns the loads.
        parent: the Qt parent.

    Attributes:
        reset: `posts` has other contents.
        spliced: `(first, removed, added)`: some of `posts` were replaced.
        state_changed: `state`, `error` or another property has changed.
        posts: the rows.
        is_complete: whether all pages are loaded.
    """

    reset = Signal()
    spliced = Signal(int, int, int)
    state_changed = Signal()

    def __init__(
        self, loader: ClientLoader, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.posts: list[Post] = []
        self.is_complete = False
        self.is_started = False
        self._scope = scope
        self.loads = KeyedLoads(loader, scope, self._on_loads_changed)
        self._is_watched = True

    # --- state --------------------------------------------------------------------------------

    @property
    def state(self) -> LoadState:
        """State of the list; failures of replies are shown where the replies are missing."""
        if not self.is_started:
            return LoadState.IDLE
        if PAGE in self.loads.errors:
            return LoadState.FAILED
        if self.loads.is_running(PAGE):
            return LoadState.LOADING
        return LoadState.END if self.is_complete else LoadState.READY

    @property
    def error(self) -> BaseException | None:
        """Error of the page that failed; None if none did."""
        return self.loads.errors.get(PAGE)

    @property
    def is_settled(self) -> bool:
        """Whether no load is running."""
        return self.is_started and not self.loads.count

    @property
    def total(self) -> int | None:
        """Number of posts as the server tells it; None if it does not."""
        return None

    def set_watched(self, is_watched: bool) -> None:
        """Set whether the list is visible; loads are retried only while it is."""
        if is_watched and not self._is_watched and self._may_pass():
            self.retry()
        self._is_watched = is_watched

    # --- requests of the view -----------------------------------------------------------------

    def start(self) -> None:
        """Load the first page: from the response cache, then from osu!."""
        self.is_started = True
        self.load_page(is_first=True)

    def load_page(self, *, is_first: bool = False) -> None:
        """Load the next page, unless it is being loaded or was the last one."""
        raise NotImplementedError

    def look_at(self, _first: int, last: int) -> None:
        """Load what is missing at the visible rows; called when the view has come to rest."""
        if last >= len(self.posts) - _AHEAD and self.state is LoadState.READY:
            self.load_page()

    def act(self, key: str) -> None:
        """Do what an `action` of a post says."""

    def toggle_box(self, id: str, number: int) -> None:
        """Open a spoiler box of a post, or close it; the base class has none."""

    def retry(self) -> None:
        """Load again what has failed."""
        if PAGE in self.loads.errors:
            self.load_page(is_first=not self.posts)

    def stop(self) -> None:
        """Cancel all loads."""
        self.loads.stop()
        self._scope.cancel(self._again_key)

    def clear(self) -> None:
        """Cancel all loads and remove all posts."""
        self.stop()
        self.forget()
        self.is_started = self.is_complete = False
        self.publish([])

    # --- for subclasses -----------------------------------------------------------------------

    def publish(self, posts: list[Post]) -> None:
        """Replace `posts`, and emit the rows that differ."""
        before, self.posts = self.posts, posts
        if not before or not posts:
            if before or posts:
                self.reset.emit()
            return
        first, last = _difference(before, posts)
        if first < len(before) - last or first < len(posts) - last:
            self.spliced.emit(first, len(before) - first - last, len(posts) - first - last)

    @property
    def _again_key(self) -> tuple[str, int]:
        return ("again", id(self))

    def _may_pass(self) -> bool:
        """Whether something failed that may succeed later."""
        return any(isinstance(e, Offline | ServerTrouble) for e in self.loads.errors.values())

    def _on_loads_changed(self) -> None:
        self.refresh()
        self.state_changed.emit()
        if self._may_pass() and not self._scope.is_running(self._again_key):
            self._scope.start(self._retry_later(), key=self._again_key)

    def forget(self) -> None:
        """Release what is loaded."""

    def refresh(self) -> None:
        """Update the rows that tell the state of a load; the base class has none."""

    async def _retry_later(self) -> None:
        import asyncio

        while self._may_pass():
            await asyncio.sleep(background_refresh.RETRY_EVERY)
            if not self._is_watched:
                return  # `set_watched` tries again
            self.retry()
            while self.loads.count:
                await asyncio.sleep(1)


def _difference(before: Sequence[Post], after: Sequence[Post]) -> tuple[int, int]:
    """Return the lengths of the common start and of the common end of two lists."""
    shorter = min(len(before), len(after))
    first = 0
    # In slices: comparing lists takes the same objects as equal without a look into them.
    while first < shorter and before[first : first + _SLICE] == after[first : first + _SLICE]:
        first += _SLICE
    first = min(first, shorter)
    while first < shorter and before[first] == after[first]:
        first += 1
    last, left = 0, shorter - first
    ends = len(before), len(after)
    while last + _SLICE <= left and (
        before[ends[0] - last - _SLICE : ends[0] - last]
        == after[ends[1] - last - _SLICE : ends[1] - last]
    ):
        last += _SLICE
    while last < left and before[-1 - last] == after[-1 - last]:
        last += 1
    return first, last
