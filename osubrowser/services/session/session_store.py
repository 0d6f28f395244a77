"""Store of sessions: saving and deleting, each run to its end."""

from __future__ import annotations

import logging
from threading import Thread
from typing import TYPE_CHECKING, Any

from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.session.session import delete_session, revoke_and_close, save_session

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine

    from osubrowser.api.client import Client
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.secret_store import SecretStore
    from osubrowser.services.session.session import Session

log = logging.getLogger(__name__)

NOT_KEPT = "You are signed in, but only until the window is closed."


class SessionStore:
    """Saves and deletes sessions in its own tasks, which outlive their caller.

    It knows every client that is open, those on their way out too, so that `close` cuts them all.

    Args:
        calls: runs what blocks.
        secrets: where secrets are.
        tell: gets a sentence when something could not be kept or forgotten.
    """

    def __init__(self, calls: Calls, secrets: SecretStore, tell: Callable[[str], None]) -> None:
        self._calls = calls
        self._secrets = secrets
        self._tell = tell
        self._tasks = TaskScope()
        self._clients: set[Client] = set()
        self._leaving: set[Session] = set()  # to be forgotten, and no worker has begun with it
        self._last: asyncio.Task[None] | None = None
        self._closed = False

    def opened(self, client: Client) -> None:
        """Remember a client that was made; after `close` it is closed at once."""
        if self._closed:
            client.close()
        else:
            self._clients.add(client)

    def retire(self, client: Client) -> None:
        """Close a client, its token stays what it is."""
        self._clients.discard(client)
        client.close()

    def discard(self, client: Client) -> None:
        """Revoke and close a client that will not be used, without waiting for it."""
        if self._closed:
            client.close()
        else:
            self._tasks.start(self._discard(client))

    async def save(self, session: Session) -> None:
        """Write a session's client secret and tokens down."""
        await self._in_turn(self._save(session))

    async def delete(self, session: Session) -> None:
        """Have a session revoked, and forget its client secret and tokens."""
        self._leaving.add(session)
        await self._in_turn(self._delete(session))

    def close(self) -> None:
        """Cut every request of every client, and cancel what is under way.

        Who has signed out is forgotten all the same, on threads of its own.
        """
        self._closed = True
        self._tasks.cancel_all()
        for client in self._clients:
            client.close()
        self._clients.clear()
        for session in list(self._leaving):
            Thread(target=self._delete_late, args=(session,), name="osubrowser-revoke").start()

    async def _in_turn(self, work: Coroutine[Any, Any, None]) -> None:
        """Do `work` after what was asked for before it, and wait for it, but do not hold it up."""
        import asyncio

        before = self._last

        async def next_one() -> None:
            try:
                if before is not None:
                    await asyncio.wait([before])
            except asyncio.CancelledError:
                work.close()
                raise
            await work

        self._last = self._tasks.start(next_one())
        await asyncio.shield(self._last)

    async def _save(self, session: Session) -> None:
        try:
            await self._calls.run(save_session, session, self._secrets)
        except OSError as error:
            log.warning("the session could not be kept: %s", error)
            self._tell(NOT_KEPT)

    async def _delete(self, session: Session) -> None:
        try:
            await self._calls.run(self._delete_now, session)
        except OSError as error:
            log.warning("what was kept could not be deleted: %s", error)
            self._tell("You are signed out, but the client secret could not be deleted here.")
        finally:
            self._clients.discard(session.client)

    def _delete_now(self, session: Session) -> None:
        self._leaving.discard(session)
        delete_session(session, self._secrets)

    def _delete_late(self, session: Session) -> None:
        try:
            self._delete_now(session)
        except OSError as error:
            log.warning("what was kept could not be deleted: %s", error)

    async def _discard(self, client: Client) -> None:
        try:
            await self._calls.run(revoke_and_close, client)
        finally:
            self._clients.discard(client)
