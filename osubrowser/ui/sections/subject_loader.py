"""Loader of the subject of a page: from the cache, then from osu!, with retries while offline."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from osubrowser.api.errors import Offline, RateLimited, ServerTrouble
from osubrowser.models.table import background_refresh
from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.models.table.client_source import ClientLoader

A = TypeVar("A")
"""Type of the address of a subject, such as a place."""
S = TypeVar("S")
"""Type of the subject, such as a profile."""
A_contra = TypeVar("A_contra", contravariant=True)
S_contra = TypeVar("S_contra", contravariant=True)

_SUBJECT: Final = "subject"  # keys of the tasks
_AGAIN: Final = "again"


class OnSubject(Protocol[A_contra, S_contra]):
    """Callback for loaded subjects."""

    def __call__(self, address: A_contra, subject: S_contra, /, *, is_again: bool = False) -> None:
        """Handle the subject of an address; `is_again`: the cached one was passed on before."""


class SubjectLoader(Generic[A, S]):
    """Loader of one subject at a time.

    Args:
        loader: runs loads with the client of the session.
        load: `load(client, address) -> subject`; blocks, and runs on a worker.
        address: returns the address of the subject to load.
        is_watched: returns whether the page is visible; else nothing is retried.
        on_subject: called with each subject, after `seen_at` and `is_away` are set.
        on_failed: called with the error of a load, after `is_away` is set.

    Attributes:
        seen_at: when the cached subject was received, a POSIX timestamp; None once a fresh one is
            loaded.
        is_away: whether osu! was unreachable at the last load.
    """

    def __init__(
        self,
        loader: ClientLoader,
        load: Callable[[Client, A], S],
        *,
        address: Callable[[], A],
        is_watched: Callable[[], bool],
        on_subject: OnSubject[A, S],
        on_failed: Callable[[BaseException], None],
    ) -> None:
        self.seen_at: float | None = None
        self.is_away = False
        self._fresh_at: float | None = None
        self._loader = loader
        self._load = load
        self._address, self._is_watched = address, is_watched
        self._on_subject, self._on_failed = on_subject, on_failed
        self._scope = TaskScope()

    @property
    def received_at(self) -> float | None:
        """When the subject was received, cached or fresh; None if that is not known."""
        return self._fresh_at if self.seen_at is None else self.seen_at

    @property
    def is_running(self) -> bool:
        """Whether a load is running; retries while osu! is unreachable do not count."""
        return self._scope.is_running(_SUBJECT)

    def start(self, *, with_cached: bool) -> None:
        """Load the subject, after cancelling the load that is running.

        Args:
            with_cached: whether to pass on the subject of the response cache first.
        """
        self._scope.cancel(_AGAIN)
        load = self._load_subject(self._address(), with_cached)
        self._scope.start(load, key=_SUBJECT, on_error=self._fail)

    def resume(self, seen_at: float | None) -> None:
        """Continue for a subject that was restored with the state of a page.

        Args:
            seen_at: the attribute when the state was saved; a cached subject is loaded again.
        """
        self.stop()
        self.seen_at, self._fresh_at = seen_at, None
        if seen_at is not None:
            self._start_again()

    def stop_loading(self) -> None:
        """Cancel the running load; retries while osu! is unreachable go on."""
        self._scope.cancel(_SUBJECT)

    def stop(self) -> None:
        """Cancel the load and the retries."""
        self._scope.cancel_all()

    def reset(self) -> None:
        """Cancel everything, and reset `seen_at` and `is_away`."""
        self.stop()
        self.seen_at, self._fresh_at, self.is_away = None, None, False

    async def _load_subject(self, address: A, with_cached: bool) -> None:
        known = await self._loader.cached(self._load, address) if with_cached else None
        if known is not None:
            subject, self.seen_at = known
            self._on_subject(address, subject)
            await background_refresh.yield_to_events()
        subject = await self._loader.fresh(self._load, address)
        self._take(address, subject, is_again=known is not None)

    def _start_again(self) -> None:
        self._scope.start(self._retry(self._address()), key=_AGAIN, on_error=self._fail)

    async def _retry(self, address: A) -> None:
        """Load at intervals until osu! responds; failures are not reported."""
        import asyncio

        while self._loader.is_signed_in:
            await asyncio.sleep(background_refresh.RETRY_EVERY)
            if not self._is_watched():
                continue
            try:
                subject = await self._loader.fresh(self._load, address)
            except (Offline, ServerTrouble, RateLimited):
                continue
            self._take(address, subject)
            return

    def _take(self, address: A, subject: S, *, is_again: bool = False) -> None:
        self.seen_at, self._fresh_at, self.is_away = None, time.time(), False
        self._on_subject(address, subject, is_again=is_again)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, (Offline, ServerTrouble)):
            self.is_away = True
            self._start_again()
        self._on_failed(error)
