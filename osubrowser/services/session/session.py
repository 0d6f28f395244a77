"""Session: a client with its player, and the blocking steps that make and end one."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from osubrowser.api.errors import Forbidden, InvalidRequest, LoginRequired, OsuError
from osubrowser.services.runtime.failures import SignInFailed, WrongCredentials

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.api.auth.grants import Authorization
    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import User
    from osubrowser.services.cache.response_cache import ClientCache
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.secret_store import SecretStore
    from osubrowser.services.session.staged_tokens import StagedTokens

log = logging.getLogger(__name__)

CALLBACK_HOST = "127.0.0.1"
CALLBACK_PATH = "/callback"
SIGN_IN_TIMEOUT = 300.0  # seconds for the round trip through the browser
PLAYER_SCOPES = ("public", "identify", "friends.read")
GUEST_SCOPES = ("public",)

# The window counts the seconds of longer waits down itself, so that they are seen.
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


@dataclass(slots=True, eq=False)
class Session:
    """Client of a sign-in, with its player.

    `secret_name` is None when nothing of the session is kept (the demo, the environment).
    `known_player` is the id of who signed in, as the last run found it out.
    """

    client: Client
    details: ClientDetails
    me: User | None = None
    secret_name: str | None = None
    is_demo: bool = False
    known_player: int | None = None

    @property
    def player(self) -> int | None:
        """The id of who signed in; None for a guest, and until osu! has told."""
        return self.known_player if self.me is None else self.me.id

    @property
    def guest(self) -> bool:
        """True for client credentials: no player is signed in."""
        return self.details.guest


def secret_name(server: str, client_id: str) -> str:
    """Return the name under which the client secret of one application on one server is kept."""
    return f"client secret of {client_id} on {server}"


def make_client(details: ClientDetails) -> Client:
    """Make the client. Slow the first time, when its libraries are loaded: call it on a worker."""
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
    )


def open_in_browser(url: str) -> bool:
    """Open `url` in the system's web browser; False if the system knows none."""
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
    """Send the browser to osu!, wait for it to come back, and let `client` take the token.

    The page in the browser then says whether that worked.

    Args:
        calls: runs what blocks.
        client: of an OAuth application with our callback address.
        port: the registered callback port; another one is used when it is taken.
        open_url: shows an address in the browser.
        on_waiting: told the address once the browser was asked to open it.
        timeout: seconds to wait for the browser.

    Raises:
        SignInFailed: denied, too late, or no port to wait at.
        OsuError: osu! did not accept the code, or could not be asked.
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
    """Return the sentence for a sign-in that osu! itself turned down."""
    if isinstance(error, LoginRequired) or error.status == 401:
        return WrongCredentials(
            "osu! does not know this client id with this client secret.",
            "Copy both again from your osu! settings, under OAuth.",
        )
    return SignInFailed(
        "osu! did not accept the sign-in.",
        error.server_message or "Check the callback address of your OAuth application.",
    )


def revoke_and_close(client: Client) -> None:
    """Have osu! revoke the client's token as well as can be, and close it. On a worker."""
    try:
        client.revoke_token()
    except OsuError as error:
        # No network, or it was revoked already. Here it is forgotten in any case.
        log.info("the token was not revoked: %s", error)
    finally:
        client.close()


def save_session(session: Session, secrets: SecretStore) -> None:
    """Write a session's client secret and tokens to where they are kept. On a worker.

    Raises:
        OSError: they could not be written. The session itself goes on.
    """
    if session.secret_name is not None:
        secrets.set(session.secret_name, session.details.client_secret)
        session.details.tokens.commit()


def delete_session(session: Session, secrets: SecretStore) -> None:
    """Forget a session's client secret, have its token revoked, forget the token. On a worker.

    Raises:
        OSError: something that was kept could not be deleted.
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
    """Return whether osu! may still accept the session, as far as can be known. On a worker."""
    if not session.guest:
        return session.client.has_token()  # a refused refresh has taken it away
    try:
        session.client.ensure_token()
    except (LoginRequired, Forbidden, InvalidRequest):
        return False
    except OsuError:
        return True
    return True


def _nobody_to_ask(_authorization: Authorization) -> str:
    """Refuse in place of a client's own round trip: in the window, only a person starts one."""
    raise LoginRequired("Nobody is signed in")
