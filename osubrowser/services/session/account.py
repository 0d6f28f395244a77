"""Account: sign-in state, server, and the client of the session."""

from __future__ import annotations

import logging
import os
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from osubrowser.api.errors import LoginRequired, OsuError
from osubrowser.services.cache.response_cache import DEMO, account_key, load_cached
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.session.session import (
    SIGN_IN_TIMEOUT,
    ClientDetails,
    Session,
    is_alive,
    make_client,
    open_in_browser,
)
from osubrowser.services.session.session_factory import SessionFactory
from osubrowser.services.session.session_store import NOT_KEPT, SessionStore
from osubrowser.services.settings.schema import SavedSignIn

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Mapping

    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import User
    from osubrowser.services.cache.response_cache import ResponseCache
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.secret_store import SecretStore
    from osubrowser.services.session.session_factory import Observe
    from osubrowser.services.settings.settings import Settings

log = logging.getLogger(__name__)


class AccountState(Enum):
    """Sign-in state. While signing in, `client` is that of the previous session."""

    SIGNED_OUT = "signed_out"
    SIGNING_IN = "signing_in"
    GUEST = "guest"
    PLAYER = "player"


class Account(QObject):
    """Account of the window: its sign-in and session. Use it in the GUI thread; does not block.

    Signals:
        changed: state, client, player or server has changed.
        session_lost: the server does not accept the session any more; emitted after `changed`.
        noted(str): a message to show for a moment.

    Args:
        calls: runs blocking calls on workers.
        settings: settings with the server and the last sign-in of each server.
        secrets: store of the client secret and the tokens.
        server: origin that overrides the settings' server for this run.
        client_factory: returns a client; called on a worker.
        open_url: opens a URL in the web browser; returns False on failure.
        sign_in_timeout: seconds to wait for the web browser.
        cache: the response cache, or None.
        observe: returns the observer of a client's responses, by origin and whether it is the
            demo's; None for no observers.
    """

    changed = Signal()
    session_lost = Signal()
    noted = Signal(str)

    def __init__(
        self,
        calls: Calls,
        settings: Settings,
        secrets: SecretStore,
        *,
        server: str | None = None,
        client_factory: Callable[[ClientDetails], Client] = make_client,
        open_url: Callable[[str], bool] = open_in_browser,
        sign_in_timeout: float = SIGN_IN_TIMEOUT,
        cache: ResponseCache | None = None,
        observe: Observe | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._settings = settings
        self._secrets = secrets
        self._store = SessionStore(calls, secrets, self.noted.emit)
        self._sign_in = SessionFactory(
            calls,
            settings,
            secrets,
            self._store,
            server=server,
            client_factory=client_factory,
            open_url=open_url,
            timeout=sign_in_timeout,
            cache=cache,
            observe=observe,
        )
        self._tasks = TaskScope()
        self._session: Session | None = None
        self._attempt: object | None = None  # the current attempt to get a session
        self._signing_in: asyncio.Task[object] | None = None
        self._secrets_location = ""

    # --- properties --------------------------------------------------------------------------

    @property
    def state(self) -> AccountState:
        """The current sign-in state."""
        if self._attempt is not None:
            return AccountState.SIGNING_IN
        if self._session is None:
            return AccountState.SIGNED_OUT
        return AccountState.GUEST if self._session.guest else AccountState.PLAYER

    @property
    def client(self) -> Client | None:
        """The client of the session; None when signed out."""
        return self._session.client if self._session else None

    @property
    def me(self) -> User | None:
        """The signed-in player; None for a guest, and until the profile is loaded."""
        return self._session.me if self._session else None

    @property
    def is_demo(self) -> bool:
        """Whether the session is one of the embedded server."""
        return self._session is not None and self._session.is_demo

    @property
    def server(self) -> str:
        """Origin of the server in use, usually `https://osu.ppy.sh`."""
        if self._session is not None:
            return self._session.details.base_url
        return self._sign_in.server

    @property
    def client_id(self) -> str:
        """Id of the OAuth application last used with the server; "" if none was."""
        last = self._sign_in.last
        return "" if last is None else last.client_id

    @property
    def cache_account(self) -> str | None:
        """Key of the account in the response cache.

        None while signed out, and while the player's id is unknown: the cache is not used then.
        """
        session = self._session
        if session is None:
            return None
        if session.is_demo:
            return DEMO
        if session.guest:
            return account_key(session.details.base_url, None)
        player = session.player
        return None if player is None else account_key(session.details.base_url, player)

    @property
    def whose(self) -> str:
        """Key of the account that tabs and recently seen places are stored under.

        While `cache_account` is unknown, it is that of the last sign-in.
        """
        known = self.cache_account
        if known is not None:
            return known
        last = self._sign_in.last
        return account_key(self.server, last.player if last is not None else None)

    @property
    def callback_address(self) -> str:
        """The callback address to register for the OAuth application."""
        return self._sign_in.callback_address

    @property
    def secrets_location(self) -> str:
        """`system keyring`, or the path of a file; empty until `restore` has run."""
        return self._secrets_location

    # --- sign-in and sign-out ----------------------------------------------------------------

    async def restore(self) -> None:
        """Restore the session of the last run, if there is one; needs no network.

        Also requests the own profile; if the server cannot be reached, it is loaded from the
        cache, or `me` stays None.
        """
        if self._sign_in.last is None:
            await self._look_where_secrets_are()
            self.changed.emit()
            return
        session = await self._attempted(self._saved_session())
        if session is not None:
            await self._ask_who(session)

    async def sign_in(
        self,
        client_id: str,
        client_secret: str = "",
        *,
        guest: bool,
        on_waiting: Callable[[str], None] | None = None,
    ) -> None:
        """Sign in, through the web browser or as a guest. Cancel the task to abort.

        The previous session stays in use until this succeeds.

        Args:
            client_id: id of an OAuth application.
            client_secret: its secret; empty for the stored one.
            guest: whether to use client credentials: no web browser, no player.
            on_waiting: called with the authorization URL after the web browser was opened.

        Raises:
            SignInFailed: the sign-in failed; also as `WrongCredentials`, `SignInDenied` or
                `SignInTimedOut`.
            OsuError: the server could not be reached, or failed.
        """
        client_id = client_id.strip()
        asked = self._sign_in.fresh(
            client_id, client_secret, guest=guest, on_waiting=on_waiting or (lambda _url: None)
        )
        session = await self._attempted(asked, by_person=True)
        if session is None:
            return
        # The player's id is saved last: a crash cannot leave it beside another player's token.
        server = session.details.base_url
        self._settings.save_sign_in(server, SavedSignIn(client_id, guest))
        self._settings.save()
        if await self._calls.run(self._settings.flush):
            await self._store.save(session)
            self._save_sign_in(session)
        else:
            self.noted.emit(NOT_KEPT)
        await self._look_where_secrets_are()
        self.changed.emit()

    async def guest_from_environment(self, environ: Mapping[str, str] = os.environ) -> bool:
        """Sign in as a guest with the credentials in the environment; False if there are none.

        They are `OSUBROWSER_CLIENT_ID` and `OSUBROWSER_CLIENT_SECRET`. Needs no network: wrong ones
        fail at the first request. Nothing is saved.
        """
        client_id = environ.get("OSUBROWSER_CLIENT_ID", "").strip()
        client_secret = environ.get("OSUBROWSER_CLIENT_SECRET", "").strip()
        if not client_id or not client_secret:
            return False
        await self._attempted(self._sign_in.guest(client_id, client_secret))
        return True

    async def adopt(
        self, url: str, client_id: str, client_secret: str, token: Mapping[str, object]
    ) -> None:
        """Sign in as the demo player of the embedded server at `url`. Nothing is saved.

        Args:
            url: origin of the server.
            client_id: id of the OAuth application registered there.
            client_secret: its secret.
            token: response of its `/oauth/token`, as decoded JSON.
        """
        asked = self._sign_in.demo(url, client_id, client_secret, token)
        session = await self._attempted(asked)
        if session is not None:
            await self._ask_who(session)

    async def refresh_me(self) -> None:
        """Reload the own profile from the server, and save its id. Does nothing for a guest.

        Raises:
            OsuError: the request failed; `me` is unchanged.
        """
        session = self._session
        if session is None or session.guest:
            return
        session.me = await self._calls.run(session.client.get_me)
        if self._session is session:
            self._set_cache_account()
            self._save_sign_in(session)
            self.changed.emit()

    async def sign_out(self) -> None:
        """End the session at once; then revoke the token, and delete it and the client secret.

        The token is deleted even if it could not be revoked. Also cancels a sign-in under way.
        """
        session, self._session = self._session, None
        self._outdate(None)
        if session is not None and session.secret_name is not None:
            self._settings.delete_sign_in(session.details.base_url)
            self._settings.save()
        self.changed.emit()
        if session is None:
            return
        await self._store.delete(session)

    def session_ended(self) -> None:
        """Check whether the session is still valid, after a LoginRequired; end it if not.

        For `Calls.on_login_required`. The session is valid if only that call was not allowed (such
        as one that needs a player, as a guest). Client id and server are kept.
        """
        session = self._session
        if session is not None:
            self._tasks.start(self._check(session), key="check")

    def close(self) -> None:
        """Cancel all requests and tasks. Stored sessions are not deleted."""
        self._outdate(None)
        self._tasks.cancel_all()
        self._store.close()

    # --- steps -------------------------------------------------------------------------------

    async def _saved_session(self) -> Session | None:
        # Part of the attempt: unlocking the keyring may take long, and the user may sign in.
        await self._look_where_secrets_are()
        return await self._sign_in.restored()

    async def _look_where_secrets_are(self) -> None:
        self._secrets_location = await self._calls.run(lambda: self._secrets.where)

    async def _attempted(
        self, asked: Awaitable[Session | None], *, by_person: bool = False
    ) -> Session | None:
        """Await a session and make it current. A newer attempt, or a sign-out, supersedes it.

        `by_person`: the user signs in. A newer attempt then cancels the awaiting task, and the
        stored session before is deleted.
        """
        import asyncio

        attempt = object()
        self._outdate(attempt)
        if by_person:
            self._signing_in = asyncio.current_task()
        self.changed.emit()
        try:
            session = await asked
            if session is not None and self._attempt is not attempt:
                # A new sign-in is revoked; a stored session stays valid for the next start.
                leave = self._store.discard if by_person else self._store.retire
                leave(session.client)
                raise asyncio.CancelledError
            if session is not None:
                self._enter(session, for_good=by_person)
            return session
        finally:
            if self._attempt is attempt:
                self._attempt = self._signing_in = None
                self.changed.emit()

    def _outdate(self, attempt: object | None) -> None:
        """Replace the current attempt by `attempt`, and cancel the user's sign-in, if any."""
        before, self._signing_in, self._attempt = self._signing_in, None, attempt
        if before is not None:
            before.cancel()

    def _enter(self, session: Session, *, for_good: bool) -> None:
        """Make `session` current; with `for_good`, also delete the stored one before."""
        before, self._session = self._session, session
        self._set_cache_account()
        if before is None:
            return
        same_secret = before.secret_name == session.secret_name
        if (
            not for_good
            or before.secret_name is None
            or (same_secret and before.guest == session.guest)
        ):
            self._store.retire(before.client)
            return
        if same_secret:
            before.secret_name = None  # it belongs to the new session now
        self._tasks.start(self._store.delete(before))

    def _set_cache_account(self) -> None:
        """Enable the client's response cache once the account is known."""
        if self._session is not None and self._session.details.cache is not None:
            self._session.details.cache.account = self.cache_account

    def _save_sign_in(self, session: Session) -> None:
        """Save who is signed in to the settings, for the next start."""
        details, player = session.details, session.player
        if session.secret_name is None or self._session is not session:
            return
        saved = SavedSignIn(details.client_id, session.guest, player)
        if self._settings.sign_ins.get(details.base_url) != saved:
            self._settings.save_sign_in(details.base_url, saved)
            self._settings.save()

    async def _ask_who(self, session: Session) -> None:
        """Load the own profile; end the session if the server does not accept it."""
        try:
            await self.refresh_me()
        except LoginRequired:
            self._lose(session)
        except OsuError as error:
            log.info("who is signed in is not known yet: %s", error)
            await self._load_known_player(session)

    async def _load_known_player(self, session: Session) -> None:
        """Load the own profile from the cache while the server cannot be reached."""
        known = await load_cached(self._calls, _me_of, session.client)
        if known is None or self._session is not session or session.me is not None:
            return
        if known[0].id == session.player:
            session.me = known[0]
            self.changed.emit()

    async def _check(self, session: Session) -> None:
        """End `session` if it is not valid any more."""
        if not await self._calls.run(is_alive, session):
            self._lose(session)

    def _lose(self, session: Session) -> None:
        if self._session is not session:
            return
        self._session = None
        self._store.retire(session.client)
        self.changed.emit()
        self.session_lost.emit()


def _me_of(client: Client) -> User:
    return client.get_me()


class _Watched(Protocol):
    """Provider of the current session's client, which tells when it changes."""

    @property
    def changed(self) -> SignalInstance:
        """Signal of any change."""

    @property
    def client(self) -> Client | None:
        """The client; None while signed out."""


class ClientWatch(QObject):
    """Signal of the changes of an account's client alone.

    Args:
        account: the account.
        parent: the Qt parent.

    Attributes:
        changed: the account has another client, or none.
    """

    changed = Signal()

    def __init__(self, account: _Watched, parent: QObject) -> None:
        super().__init__(parent)
        self._account = account
        self._client = account.client
        account.changed.connect(self._on_account_changed)

    def _on_account_changed(self) -> None:
        if self._account.client is not self._client:
            self._client = self._account.client
            self.changed.emit()
