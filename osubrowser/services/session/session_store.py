"""Session store: saves and deletes sessions, each operation run to completion."""

from __future__ import annotations

import logging
from threading import Thread
from typing import TYPE_CHECKING, Any

from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.session.session import delete_session, revoke_and_close, save_session
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine

    from osubrowser.api.client import Client
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.secret_store import SecretStore
    from osubrowser.services.session.session import Session

log = logging.getLogger(__name__)

NOT_KEPT = tr("You are signed in, but only until the window is closed.")
NOT_DELETED = tr(
    "You are signed out, but the client secret or the token could not be deleted on this computer."
)


class SessionStore:
    """Store of sessions, with tasks of its own that the cancellation of a caller does not cancel.

    It tracks all open clients, also those of ended sessions, so that `close` closes them all.

    Args:
        calls: runs blocking calls on workers.
        secrets: store of secrets.
        tell: called with a sentence if a session could not be saved or deleted.
    """

    def __init__(self, calls: Calls, secrets: SecretStore, tell: Callable[[str], None]) -> None:
        self._calls = calls
        self._secrets = secrets
        self._tell = tell
        self._tasks = TaskScope()
        self._clients: set[Client] = set()
        self._leaving: set[Session] = set()  # to be deleted, but not started on a worker yet
        self._last: asyncio.Task[None] | None = None
        self._closed = False

    def opened(self, client: Client) -> None:
        """Track a new client; after `close`, close it at once."""
        if self._closed:
            client.close()
        else:
            self._clients.add(client)

    def retire(self, client: Client) -> None:
        """Close a client without revoking its token."""
        self._clients.discard(client)
        client.close()

    def discard(self, client: Client) -> None:
        """Revoke the token of an unused client and close it, in the background."""
        if self._closed:
            client.close()
        else:
            self._tasks.start(self._discard(client))

    async def save(self, session: Session) -> None:
        """Save a session's client secret and tokens."""
        await self._in_turn(self._save(session))

    async def delete(self, session: Session) -> None:
        """Revoke a session, and delete its client secret and tokens."""
        self._leaving.add(session)
        await self._in_turn(self._delete(session))

    def close(self) -> None:
        """Close all clients, which cancels their requests, and cancel all tasks.

        Sessions that were signed out are still deleted, each on a thread of its own.
        """
        self._closed = True
        self._tasks.cancel_all()
        for client in self._clients:
            client.close()
        self._clients.clear()
        for session in list(self._leaving):
            Thread(target=self._delete_late, args=(session,), name="osubrowser-revoke").start()

    async def _in_turn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` after all earlier work, and await it, shielded from cancellation."""
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
            self._tell(NOT_DELETED)
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
