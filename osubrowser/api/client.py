"""The client: one blocking method for each thing that osu! can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from functools import partial
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar
from urllib.parse import urlsplit

import msgspec

from osubrowser.api.auth.grants import (
    Application,
    Authorization,
    Grant,
    TokenAnswer,
    default_scopes,
)
from osubrowser.api.auth.token_provider import Auth
from osubrowser.api.auth.token_stores import FileTokenStore, Remembers, TokenStore
from osubrowser.api.calls import Asking, read_nothing, request_for
from osubrowser.api.decoding.decode import read_json
from osubrowser.api.decoding.strict import strict_decoder
from osubrowser.api.endpoints.activity import ActivityEndpoints
from osubrowser.api.endpoints.artists import ArtistEndpoints
from osubrowser.api.endpoints.base import Params
from osubrowser.api.endpoints.beatmaps import BeatmapEndpoints
from osubrowser.api.endpoints.beatmapsets import BeatmapsetEndpoints
from osubrowser.api.endpoints.changelog import ChangelogEndpoints
from osubrowser.api.endpoints.chat import ChatEndpoints
from osubrowser.api.endpoints.comments import CommentEndpoints
from osubrowser.api.endpoints.discussions import DiscussionEndpoints
from osubrowser.api.endpoints.forum import ForumEndpoints
from osubrowser.api.endpoints.matches import MatchEndpoints
from osubrowser.api.endpoints.news import NewsEndpoints
from osubrowser.api.endpoints.rankings import RankingEndpoints
from osubrowser.api.endpoints.rooms import RoomEndpoints
from osubrowser.api.endpoints.scores import ScoreEndpoints
from osubrowser.api.endpoints.search import SearchEndpoints
from osubrowser.api.endpoints.teams import TeamEndpoints
from osubrowser.api.endpoints.user_lists import UserListEndpoints
from osubrowser.api.endpoints.users import UserEndpoints
from osubrowser.api.errors import LoginRequired
from osubrowser.api.http.messages import Request
from osubrowser.api.http.rate_limiter import REPLAYS_PER_MINUTE, Pace
from osubrowser.api.http.transport import Transport
from osubrowser.api.http.urls import checked_origin, is_loopback
from osubrowser.api.paging import pages_of

P = ParamSpec("P")
Page = TypeVar("Page")

_PASSING_WAIT = 1.0
"""Seconds that a question in passing waits for its turn, or before it is asked again."""


class Client(
    Asking,
    ActivityEndpoints,
    ArtistEndpoints,
    BeatmapEndpoints,
    BeatmapsetEndpoints,
    ChangelogEndpoints,
    ChatEndpoints,
    CommentEndpoints,
    DiscussionEndpoints,
    ForumEndpoints,
    MatchEndpoints,
    NewsEndpoints,
    RankingEndpoints,
    RoomEndpoints,
    ScoreEndpoints,
    SearchEndpoints,
    TeamEndpoints,
    UserEndpoints,
    UserListEndpoints,
):
    """Asks osu!'s API v2. Thread-safe: one client serves all threads of a program.

    Without `redirect_uri` it signs in as a guest, silently; with one for a player, with
    `authorize` (by default: opens the web browser and waits for the callback). The token is kept
    in `token_store` between runs and refreshed when it ends. Methods raise OsuError.
    """

    def __init__(
        self,
        client_id: int | str,
        client_secret: str,
        redirect_uri: str | None = None,
        scopes: Sequence[str] | None = None,
        *,
        base_url: str = "https://osu.ppy.sh",
        pace: float | None = 60,
        burst: int = 120,
        max_wait: float = 120.0,
        token_store: TokenStore | None = None,
        authorize: Callable[[Authorization], str] | None = None,
        user_agent: str | None = None,
        timeout: tuple[float, float] = (5.0, 15.0),
        memory: Remembers | None = None,
    ) -> None:
        """Make a client for one application on one server; nothing is sent yet.

        Args:
            client_id: the number of the application, as osu! gave it.
            client_secret: its secret.
            redirect_uri: where osu! sends the player back to; None for a guest.
            scopes: what to ask for; by default what a browser needs.
            base_url: the server. Only https, but for this machine itself.
            pace: requests a minute, sustained, and 10 replays in any minute; None for no limit.
                Servers on this machine are not paced.
            burst: requests at once before the pace is kept.
            max_wait: seconds. A longer wait raises RateLimited in place of waiting.
            token_store: where tokens are kept; by default files that only this user may read.
            authorize: is given an Authorization and returns the code of its callback.
            user_agent: the name of the program, put before our own.
            timeout: seconds to connect and to wait for data.
            memory: keeps every good answer to a GET, for `recalling`; by default nothing does.
        """
        self.grant = Grant.AUTHORIZATION_CODE if redirect_uri else Grant.CLIENT_CREDENTIALS
        self.base_url = checked_origin(base_url)
        if is_loopback(urlsplit(self.base_url).hostname):
            pace = None
        limits = {} if pace is None else {"replays": REPLAYS_PER_MINUTE}
        self._pace = Pace(pace, burst, limits)
        self._transport = Transport(
            self.base_url,
            pace=self._pace,
            max_wait=max_wait,
            user_agent=user_agent,
            timeout=timeout,
        )
        self._memory = memory
        asked = default_scopes(self.grant) if scopes is None else scopes
        if isinstance(asked, str):  # as osu! writes them: words with blanks between
            asked = asked.split()
        self.scopes = tuple(str(scope) for scope in asked)
        application = Application(str(client_id), client_secret, redirect_uri, self.scopes)
        self._auth = Auth(
            self._transport,
            application,
            self.grant,
            FileTokenStore() if token_store is None else token_store,
            authorize or partial(_ask_in_browser, closed=self._transport.closed.is_set),
        )

    def __repr__(self) -> str:
        return f"Client({self.base_url!r}, {self.grant.value})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- signing in ------------------------------------------------------------------------

    def begin_authorization(self, redirect_uri: str | None = None) -> Authorization:
        """Return the address where a player allows this program, for one sign-in."""
        return self._auth.begin(redirect_uri)

    def finish_authorization(self, authorization: Authorization, code: str) -> None:
        """Exchange the `code` of the callback, and keep the token: `POST /oauth/token`.

        The caller has compared the callback's `state`. Raises InvalidRequest for a code that
        is used or too old, LoginRequired for a wrong client id or secret.
        """
        self._auth.finish(authorization, code)

    def use_token(self, answer: Mapping[str, Any]) -> None:
        """Keep a token that was fetched elsewhere, as `/oauth/token` answered it.

        Raises ValueError for what is no such answer.
        """
        try:
            data = msgspec.json.encode(dict(answer))
            token = strict_decoder(TokenAnswer, texts=True).decode(data)
        except (TypeError, ValueError, msgspec.MsgspecError):
            raise ValueError("this is not what /oauth/token answers") from None  # no secrets in it
        self._auth.adopt(token)

    def has_token(self) -> bool:
        """Whether a token is kept, be it one that must be refreshed. May read the store."""
        return self._auth.has_token()

    def ensure_token(self) -> None:
        """Sign in now, if it is not done yet."""
        self._auth.current()

    def revoke_token(self) -> None:
        """Sign out, on the server (`DELETE oauth/tokens/current`) and here.

        The token is forgotten here whatever happens. Raises OsuError if the server was not told.
        """
        try:
            if self._auth.has_token():
                request = Request("DELETE", "/api/v2/oauth/tokens/current")
                # An ended token is refreshed first: its successor is what must be revoked.
                bearer = self._auth.current().access_token
                self._transport.send(request, read_nothing, bearer=bearer)
        except LoginRequired:
            pass  # the server knows it no more
        finally:
            self._auth.forget()

    # --- asking ----------------------------------------------------------------------------

    def read(self, path: str, params: Params | None = None) -> bytes:
        """Return the body of an answer as it came: `GET` of a path below `/api/v2`.

        For looking at what the server says, and for what has no method here.
        """
        return self._call(request_for("GET", f"/{path.removeprefix('/')}", params), read_json)

    @property
    def remembers(self) -> bool:
        """Whether answers are kept: without, `recalling` finds nothing."""
        return self._memory is not None

    def recalling(self) -> Self:
        """Return a client whose methods answer from memory at once, and never ask osu!.

        They raise NotKept for what was not kept, and do nothing that only osu! can do. One is
        made for each thing that is shown: its `recalled_at` tells how old that is.
        """
        twin = copy(self)
        twin._recalls = True
        return twin

    def in_passing(self) -> Self:
        """Return a client for what nobody waits for, such as suggestions while one types.

        It keeps no answer, and in place of a longer wait (more than a second) it raises at once:
        RateLimited, or what went wrong. Pace, token and connections are those of this client.
        """
        twin = copy(self)
        twin._memory = None
        twin._transport = copy(self._transport)
        twin._transport.max_wait = _PASSING_WAIT
        return twin

    def requests_last_minute(self) -> int:
        """Return how many requests were sent in the last 60 seconds."""
        return self._pace.sent_last_minute()

    def set_pace(self, per_minute: float | None) -> None:
        """Send no more than so many requests a minute from now on, sustained; None for no limit.

        Servers on this machine are not paced, whatever is set. Thread-safe.

        Raises:
            ValueError: the pace is not above 0.
        """
        if not is_loopback(urlsplit(self.base_url).hostname):
            self._pace.set_per_minute(per_minute)

    def close(self) -> None:
        """End all calls at once, from any thread: they raise Cancelled, as later ones do."""
        self._transport.close()

    def pages(self, call: Callable[P, Page], *args: P.args, **kwargs: P.kwargs) -> Iterator[Page]:
        """Walk a paged call: `for page in client.pages(client.user_scores, 2, "best"): ...`.

        Each page is asked for when it is wanted, with all arguments repeated; without a `limit`
        as many entries come at once as the server gives. The walk ends with the list, and never
        goes round in circles. Errors come as the call raises them. Raises TypeError for a call
        that has no pages.
        """
        return pages_of(call, *args, **kwargs)


def _ask_in_browser(authorization: Authorization, closed: Callable[[], bool]) -> str:
    from osubrowser.api.auth.callback import wait_in_browser

    return wait_in_browser(authorization, closed)
