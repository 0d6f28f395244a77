"""Factory of sessions: stored, through the web browser, as a guest, or of the demo."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from osubrowser.api.errors import (
    Cancelled,
    Forbidden,
    InvalidRequest,
    LoginRequired,
    OsuError,
)
from osubrowser.services.cache.response_cache import ClientCache
from osubrowser.services.runtime.failures import WrongCredentials
from osubrowser.services.session.session import (
    CALLBACK_HOST,
    CALLBACK_PATH,
    SIGN_IN_TIMEOUT,
    ClientDetails,
    Session,
    authorize_in_browser,
    make_client,
    open_in_browser,
    refused,
    secret_name,
)
from osubrowser.services.session.staged_tokens import StagedTokens
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from osubrowser.api.calls import ResponseObserver
    from osubrowser.api.client import Client
    from osubrowser.services.cache.response_cache import ResponseCache
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.secret_store import SecretStore
    from osubrowser.services.session.session_store import SessionStore
    from osubrowser.services.settings.schema import SavedSignIn
    from osubrowser.services.settings.settings import Settings

    Observe = Callable[[str, bool], ResponseObserver | None]
    """`observe(origin, is_demo)` returns the observer of a client of that server."""

log = logging.getLogger(__name__)


class SessionFactory:
    """Factory of sessions; a failed sign-in stores nothing.

    Args:
        calls: runs blocking calls on workers.
        settings: settings with server, callback port, pace and the last sign-in.
        secrets: store of client secrets and tokens.
        store: session store, which tracks the open clients.
        server: origin that overrides the settings' server.
        client_factory: returns a client; called on a worker.
        open_url: opens a URL in the web browser.
        timeout: seconds to wait for the web browser.
        cache: response cache of the clients, or None.
        observe: returns the observer of a client's responses, by the origin of its server and
            whether that is the demo's; None for no observers.
    """

    def __init__(
        self,
        calls: Calls,
        settings: Settings,
        secrets: SecretStore,
        store: SessionStore,
        *,
        server: str | None = None,
        client_factory: Callable[[ClientDetails], Client] = make_client,
        open_url: Callable[[str], bool] = open_in_browser,
        timeout: float = SIGN_IN_TIMEOUT,
        cache: ResponseCache | None = None,
        observe: Observe | None = None,
    ) -> None:
        self._calls = calls
        self._settings = settings
        self._secrets = secrets
        self._store = store
        self._server = server
        self._make_client = client_factory
        self._open_url = open_url
        self._timeout = timeout
        self._cache = cache
        self._observe = observe or (lambda _origin, _is_demo: None)

    @property
    def server(self) -> str:
        """Origin of the server to sign in to."""
        return self._server or self._settings.server

    @property
    def last(self) -> SavedSignIn | None:
        """The last sign-in at this server, or None."""
        return self._settings.sign_in_at(self.server)

    @property
    def callback_address(self) -> str:
        """The callback URL to register for the OAuth application."""
        return f"http://{CALLBACK_HOST}:{self._settings.callback_port}{CALLBACK_PATH}"

    async def restored(self) -> Session | None:
        """Return the stored session of the last run, or None. Needs no network."""
        last = self.last
        if last is None:
            return None
        name = secret_name(self.server, last.client_id)

        def make() -> Session | None:
            secret = self._secrets.get(name)
            if not secret:
                return None
            details = self._details(last.client_id, secret, guest=last.guest, committed=True)
            client = self._make_client(details)
            if last.guest or client.has_token():
                return Session(client, details, secret_name=name, known_player=last.player)
            client.close()
            return None

        return self._opened(await self._calls.run(make))

    async def fresh(
        self, client_id: str, client_secret: str, *, guest: bool, on_waiting: Callable[[str], None]
    ) -> Session:
        """Sign in and return the session. On failure a token that was received is revoked.

        Raises:
            SignInFailed: the server rejected the sign-in, or the web browser sent no code.
            OsuError: the server could not be reached, or failed.
        """
        client_id, client_secret = client_id.strip(), client_secret.strip()
        if not (client_id.isascii() and client_id.isdecimal() and len(client_id) <= 20):
            raise WrongCredentials(tr("The client id is a number, such as 12345."))
        name = secret_name(self.server, client_id)
        if not client_secret:
            secret = await self._calls.run(self._secrets.get, name)
            if not secret:
                raise WrongCredentials(tr("The client secret is missing."))
            client_secret = secret
        details = self._details(client_id, client_secret, guest=guest)
        client = await self._calls.run(self._make_client, details)
        self._store.opened(client)
        session = Session(client, details, secret_name=name)
        try:
            await self._ask(session, on_waiting)
        except BaseException as error:
            self._store.discard(client)
            if isinstance(error, (LoginRequired, Forbidden, InvalidRequest)):
                raise refused(error) from error
            raise
        return session

    async def guest(self, client_id: str, client_secret: str) -> Session:
        """Return a guest's session that is not stored; sends no request."""
        details = self._details(client_id, client_secret, guest=True)
        made = await self._calls.run(lambda: Session(self._make_client(details), details))
        self._store.opened(made.client)
        return made

    async def demo(
        self, url: str, client_id: str, client_secret: str, token: Mapping[str, object]
    ) -> Session:
        """Return the session of the demo player at `url`, which is not stored."""
        tokens = StagedTokens(self._secrets)
        details = ClientDetails(
            client_id,
            client_secret,
            url,
            guest=False,
            tokens=tokens,
            cache=self._cache_for(url),
            observer=self._observe(url, True),
        )

        def make() -> Session:
            client = self._make_client(details)
            client.use_token(token)
            return Session(client, details, is_demo=True)

        made = await self._calls.run(make)
        self._store.opened(made.client)
        return made

    async def _ask(self, session: Session, on_waiting: Callable[[str], None]) -> None:
        client = session.client
        if session.guest:
            await self._calls.run(client.ensure_token)
            return
        await authorize_in_browser(
            self._calls,
            client,
            port=self._settings.callback_port,
            open_url=self._open_url,
            on_waiting=on_waiting,
            timeout=self._timeout,
        )
        try:
            session.me = await self._calls.run(client.get_me)
        except (LoginRequired, Cancelled):
            raise
        except OsuError as error:
            # The token is valid; the profile can be requested later.
            log.info("who is signed in is not known yet: %s", error)

    def _details(
        self, client_id: str, client_secret: str, *, guest: bool, committed: bool = False
    ) -> ClientDetails:
        tokens = StagedTokens(self._secrets, committed=committed)
        return ClientDetails(
            client_id,
            client_secret,
            self.server,
            guest,
            tokens,
            self.callback_address,
            self._settings.pace,
            self._cache_for(self.server),
            self._observe(self.server, False),
        )

    def _cache_for(self, server: str) -> ClientCache | None:
        return None if self._cache is None else ClientCache(self._cache, server)

    def _opened(self, session: Session | None) -> Session | None:
        if session is not None:
            self._store.opened(session.client)
        return session
