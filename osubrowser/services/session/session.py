"""Session: a client with its player, and blocking functions to create and end one."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from osubrowser.api.errors import Forbidden, InvalidRequest, LoginRequired, OsuError
from osubrowser.services.runtime.failures import SignInFailed, WrongCredentials
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.api.auth.grants import Authorization
    from osubrowser.api.calls import ResponseObserver
    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import User
    from osubrowser.services.cache.response_cache import ClientCache
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.secret_store import SecretStore
    from osubrowser.services.session.staged_tokens import StagedTokens

log = logging.getLogger(__name__)

CALLBACK_HOST = "127.0.0.1"
CALLBACK_PATH = "/callback"
SIGN_IN_TIMEOUT = 300.0  # seconds to wait for the web browser
PLAYER_SCOPES = ("public", "identify", "friends.read")
GUEST_SCOPES = ("public",)

# For longer waits the client raises, and the window shows a countdown.
PACE, BURST, LONGEST_SILENT_WAIT = 60, 120, 1.5


@dataclass(frozen=True, slots=True)
class ClientDetails:
    """Arguments of a client; the secret is not in its repr."""

    client_id: str
    client_secret: str = field(repr=False)
    base_url: str
    guest: bool
    tokens: StagedTokens = field(repr=False)
    callback: str = f"http://{CALLBACK_HOST}{CALLBACK_PATH}"
    pace: int = PACE  # requests a minute
    cache: ClientCache | None = field(default=None, repr=False)
    observer: ResponseObserver | None = field(default=None, repr=False)


@dataclass(slots=True, eq=False)
class Session:
    """Client of a sign-in, with its player.

    `secret_name` is None if the session is not stored (the demo, the environment).
    `known_player` is the id of the signed-in player, as saved by the last run.
    """

    client: Client
    details: ClientDetails
    me: User | None = None
    secret_name: str | None = None
    is_demo: bool = False
    known_player: int | None = None

    @property
    def player(self) -> int | None:
        """The id of the signed-in player; None for a guest, and while unknown."""
        return self.known_player if self.me is None else self.me.id

    @property
    def guest(self) -> bool:
        """Whether it uses client credentials: no player is signed in."""
        return self.details.guest


def secret_name(server: str, client_id: str) -> str:
    """Return the name of an application's client secret in the secret store."""
    return f"client secret of {client_id} on {server}"  # not shown: name of a secret


def make_client(details: ClientDetails) -> Client:
    """Return a client. Slow on first use, as it imports libraries: call it on a worker."""
    from osubrowser.api.client import Client

    return Client(
        details.client_id,
        details.client_secret,
        None if details.guest else details.callback,
        GUEST_SCOPES if details.guest else PLAYER_SCOPES,
        base_url=details.base_url,
        pace=details.pace,
        burst=BURST,
        max_wait=LONGEST_SILENT_WAIT,
        token_store=details.tokens,
        authorize=_nobody_to_ask,
        cache=details.cache,
        observer=details.observer,
    )


def open_in_browser(url: str) -> bool:
    """Open `url` in the system's web browser; return False on failure."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl(url))


async def authorize_in_browser(
    calls: Calls,
    client: Client,
    *,
    port: int,
    open_url: Callable[[str], bool],
    on_waiting: Callable[[str], None],
    timeout: float = SIGN_IN_TIMEOUT,
) -> None:
    """Authorize `client` through the web browser: open the URL, await the callback, get the token.

    The page in the browser then says whether that worked.

    Args:
        calls: runs blocking calls on workers.
        client: client of an OAuth application with this program's callback URL.
        port: the registered callback port; another one is used if it is taken.
        open_url: opens a URL in the web browser.
        on_waiting: called with the authorization URL after the web browser was opened.
        timeout: seconds to wait for the callback.

    Raises:
        SignInFailed: access was denied, the wait timed out, or no port is free.
        OsuError: the server rejected the code, or could not be reached.
    """
    from osubrowser.services.session.callback_server import CallbackServer

    server = CallbackServer(port, CALLBACK_PATH)
    try:
        authorization = await calls.run(client.begin_authorization, server.redirect_uri)
        server.expect(authorization.state)
        open_url(authorization.url)
        on_waiting(authorization.url)
        code = await server.wait_for_code(timeout)
        await calls.run(client.finish_authorization, authorization, code)
    except BaseException:
        server.conclude(worked=False)
        raise
    else:
        server.conclude(worked=True)
    finally:
        server.close()


def refused(error: OsuError) -> SignInFailed:
    """Return the exception for a sign-in that the server rejected."""
    if isinstance(error, LoginRequired) or error.status == 401:
        return WrongCredentials(
            tr("osu! does not know this client id with this client secret."),
            tr("Copy both again from your osu! settings, under OAuth."),
        )
    return SignInFailed(
        tr("osu! did not accept the sign-in."),
        error.server_message or tr("Check the callback address of your OAuth application."),
    )


def revoke_and_close(client: Client) -> None:
    """Revoke the client's token, ignoring errors, and close the client. Blocks."""
    try:
        client.revoke_token()
    except OsuError as error:
        # No network, or revoked already. The stored token is deleted in any case.
        log.info("the token was not revoked: %s", error)
    finally:
        client.close()


def save_session(session: Session, secrets: SecretStore) -> None:
    """Save a session's client secret and tokens to the secret store. Blocks.

    Raises:
        OSError: they could not be written; the session itself stays usable.
    """
    if session.secret_name is not None:
        secrets.set(session.secret_name, session.details.client_secret)
        session.details.tokens.commit()


def delete_session(session: Session, secrets: SecretStore) -> None:
    """Delete a session's client secret, revoke its token and delete that. Blocks.

    Raises:
        OSError: a stored secret could not be deleted.
    """
    try:
        if session.secret_name is not None:
            secrets.delete(session.secret_name)
    finally:
        try:
            revoke_and_close(session.client)
        finally:
            session.details.tokens.discard()


def is_alive(session: Session) -> bool:
    """Whether a session may still be valid; True if the server cannot be reached. Blocks."""
    if not session.guest:
        return session.client.has_token()  # deleted after a rejected refresh
    try:
        session.client.ensure_token()
    except (LoginRequired, Forbidden, InvalidRequest):
        return False
    except OsuError:
        return True
    return True


def _nobody_to_ask(_authorization: Authorization) -> str:
    """Raise LoginRequired: a client must not start a sign-in, only the user does."""
    raise LoginRequired("Nobody is signed in")
