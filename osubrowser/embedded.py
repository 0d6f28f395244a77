"""Embedded demo server: started on demand, and the backfill of its history."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from functools import partial
from threading import Event, Lock
from typing import TYPE_CHECKING, TypeVar

from osubrowser.services.history.days import DAY
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.api.calls import ResponseObserver
    from osubrowser.api.client import Client
    from osubrowser.demo.server import DemoServer
    from osubrowser.services.history.backfill import BackfillPlan, HeldObserver
    from osubrowser.services.history.histories import Histories
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.runtime.calls import Calls

_NOTABLE = 12
"""Players whose days before today the demo with days shows, besides the person."""
_NO_LIMIT = 10_000_000  # requests a minute
_PATIENCE = 120.0  # seconds: these answers may take long

T = TypeVar("T")

log = logging.getLogger(__name__)


class EmbeddedDemo:
    """The embedded server, and the history of the days before today that it can have.

    Args:
        calls: run what blocks.
        histories: of all servers.
        days: before today, with which the demo's history is filled; 0 for none.
        make: returns a server that is not started; None for the usual one.
    """

    def __init__(
        self,
        calls: Calls,
        histories: Histories,
        *,
        days: int = 0,
        make: Callable[[], DemoServer] | None = None,
    ) -> None:
        self._calls = calls
        self._histories = histories
        self._days = days
        self._make = make
        self._server: DemoServer | None = None
        self._lock = Lock()
        self._held: HeldObserver | None = None

    async def server(self) -> DemoServer:
        """Return the server; the first call starts it.

        Raises:
            OSError: it cannot be started.
        """
        return await self._calls.run(self._running)

    def observer(self, origin: str, is_demo: bool) -> ResponseObserver:
        """Return the observer of a client; the demo's waits for the days before today.

        Args:
            origin: of the client's server.
            is_demo: whether that is the embedded server.
        """
        observer = self._histories.observer(origin, is_demo)
        if not is_demo or not self._days:
            return observer
        from osubrowser.services.history.backfill import HeldObserver

        if self._held is None:
            self._held = HeldObserver(observer)
        return self._held

    @property
    def holds_responses(self) -> bool:
        """Whether responses of the demo wait for `fill_history`."""
        return self._held is not None

    async def fill_history(
        self, history: HistoryServices, tell: Callable[[str, str], object]
    ) -> None:
        """Fill the demo's history with the days before today, and follow what changed on them.

        The window's server stays at today: another one on the same world moves through the days.

        Args:
            history: its refresher rests meanwhile.
            tell: shows a message; its level, `info` or `good`, comes first.
        """
        from osubrowser.api.errors import OsuError
        from osubrowser.services.history.backfill import backfill

        stopped = Event()
        days = self._days
        tell(
            "info",
            tr("The last %n day(s) of the demo are being looked at: histories fill up.", "", days),
        )
        history.refresher.hold()  # an answer of today would come before those of earlier days
        try:
            demo = await self.server()
            plan = await self._calls.run(_with_past, demo, partial(_planned, demo.url), None)
            days, is_stopped = demo.world.days, stopped.is_set
            since = int(time.time()) - (days + 1) * DAY
            for one in plan.follows:
                history.follows.follow(one.place, one.kind, one.title, one.picture, since=since)
            await self._calls.run(
                _with_past,
                demo,
                lambda past, client: backfill(client, plan, past.move_to, days, is_stopped),
                history.history.recorder.background,
            )
        except (OsuError, OSError) as error:  # left as it is: days that are missing are gaps
            log.info("the history of the demo has not all of its days: %s", error)
        else:
            tell("good", tr("The demo has a history of %n day(s) now.", "", days))
        finally:
            stopped.set()
            if self._held is not None:
                self._held.release()
            history.refresher.release()

    def close(self) -> None:
        """Stop the server if it runs; blocks."""
        with self._lock:
            if self._server is not None:
                self._server.close()

    def _running(self) -> DemoServer:
        """Return the server, started at the first call; blocks, for a worker."""
        from osubrowser.demo.server import DemoServer

        with self._lock:
            if self._server is None:
                make = partial(DemoServer, live=True, days=self._days)
                self._server = (self._make or make)().start()
            return self._server


def _with_past(
    demo: DemoServer, do: Callable[[DemoServer, Client], T], observer: ResponseObserver | None
) -> T:
    """Return `do(server, client)` of a server of its own on the demo's world; blocks."""
    from osubrowser.api.auth.token_stores import MemoryTokenStore
    from osubrowser.api.client import Client
    from osubrowser.demo.server import DemoServer

    with (
        DemoServer(world=demo.world, limit=_NO_LIMIT) as past,
        Client(
            past.client_id,
            past.client_secret,
            base_url=past.url,
            token_store=MemoryTokenStore(),
            observer=observer,
            timeout=(_PATIENCE, _PATIENCE),
            deadline=_PATIENCE,
        ) as client,
    ):
        return do(past, client)


def _planned(url: str, past: DemoServer, client: Client) -> BackfillPlan:
    """Return what the demo's history is filled with, with pictures of the server at `url`.

    Blocks.
    """
    from osubrowser.services.history.backfill import plan_backfill

    past.prepare()
    me = past.world.accounts.id_of(past.world.me)
    plan = plan_backfill(client, me, past.notable_players(_NOTABLE))
    follows = (replace(one, picture=one.picture.replace(past.url, url, 1)) for one in plan.follows)
    return replace(plan, follows=tuple(follows))
