"""Client of osu!'s API v2: one blocking method per endpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from copy import copy
from functools import partial
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

import msgspec

from osubrowser.api.auth.grants import (
    Application,
    Authorization,
    Grant,
    TokenResponse,
    default_scopes,
)
from osubrowser.api.auth.token_provider import TokenProvider
from osubrowser.api.auth.token_stores import FileTokenStore, TokenStore
from osubrowser.api.calls import (
    Params,
    ResponseObserver,
    ResponseStore,
    api_request,
    read_empty,
)
from osubrowser.api.decoding.decode import read_json, strict_decoder
from osubrowser.api.endpoints.activity import ActivityEndpoints
from osubrowser.api.endpoints.artists import ArtistEndpoints
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
from osubrowser.api.http.messages import OnProgress, Request
from osubrowser.api.http.rate_limiter import REPLAYS_PER_MINUTE, Allowance, RateLimiter
from osubrowser.api.http.transport import DEADLINE, Transport
from osubrowser.api.http.urls import is_loopback_url, validated_origin
from osubrowser.api.paging import iterate_pages

P = ParamSpec("P")
Page = TypeVar("Page")

_MAX_REVOKED = 3
_BEST_EFFORT_WAIT = 1.0
"""Longest wait of a best-effort call, in seconds, for the rate limit or before a retry."""


class Client(
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
    """Blocking client of osu!'s API v2. Thread-safe: one serves all threads of a program.

    Without `redirect_uri` it signs in as a guest, without asking; with one as a player, through
    `authorize` (by default: opens the web browser and waits for the callback). The token is saved
    in `token_store` between runs and refreshed when it expires. Methods raise OsuError.
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
        deadline: float = DEADLINE,
        cache: ResponseStore | None = None,
        observer: ResponseObserver | None = None,
    ) -> None:
        """Create a client for one application on one server; nothing is sent yet.

        Args:
            client_id: the application's id at osu!.
            client_secret: its secret.
            redirect_uri: the callback address of the sign-in; None for a guest.
            scopes: the scopes to request; by default `public`, for a player also `identify` and
                `friends.read`.
            base_url: the server's origin: https, or http on a loopback address.
            pace: sustained requests per minute, beside 10 replays per minute; None for no limit.
                Loopback servers are not limited.
            burst: requests that may be sent at once before the pace applies.
            max_wait: seconds; where a limit asks for a longer wait, RateLimited is raised.
            token_store: storage of tokens; by default files that only this user may read.
            authorize: called with an Authorization, returns the code of its callback.
            user_agent: the program's name, prepended to this library's own.
            timeout: connect and read timeout in seconds.
            deadline: seconds from connecting to the last byte of a response, retries included;
                replays may take five times as long. Then Offline is raised.
            cache: stores each decoded response to a GET, for `from_cache`; by default none is.
            observer: told each decoded response to a GET that came from the server.

        Raises:
            ValueError: `base_url` is no server's origin or not safe, or a limit or the deadline is
                not positive.
        """
        self.grant = Grant.AUTHORIZATION_CODE if redirect_uri else Grant.CLIENT_CREDENTIALS
        self.base_url = validated_origin(base_url)
        if is_loopback_url(self.base_url):
            pace = None
        limits = {} if pace is None else {"replays": REPLAYS_PER_MINUTE}
        self._rate_limiter = RateLimiter(pace, burst, limits)
        self._transport = Transport(
            self.base_url,
            rate_limiter=self._rate_limiter,
            max_wait=max_wait,
            user_agent=user_agent,
            timeout=timeout,
            deadline=deadline,
        )
        self._cache = cache
        self._observer = observer
        requested = default_scopes(self.grant) if scopes is None else scopes
        if isinstance(requested, str):  # as osu! writes them: separated by blanks
            requested = requested.split()
        self.scopes = tuple(str(scope) for scope in requested)
        application = Application(str(client_id), client_secret, redirect_uri, self.scopes)
        self._tokens = TokenProvider(
            self._transport,
            application,
            self.grant,
            FileTokenStore() if token_store is None else token_store,
            partial(_authorize, authorize=authorize, closed=self._transport.closed.is_set),
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
        """Return an authorization request: `GET /oauth/authorize` with state and PKCE challenge.

        The player opens its `url`. `redirect_uri` overrides the client's own. Raises ValueError
        without any.
        """
        return self._tokens.begin_authorization(redirect_uri)

    def finish_authorization(self, authorization: Authorization, code: str) -> None:
        """Exchange the callback's `code` for a token, and store it: `POST /oauth/token`.

        The caller must have compared the callback's `state`. Raises InvalidRequest for a code that
        is used or too old, LoginRequired for a wrong client id or secret.
        """
        self._tokens.finish_authorization(authorization, code)

    def use_token(self, response: Mapping[str, Any]) -> None:
        """Store a token that was obtained elsewhere, given as the JSON object of `/oauth/token`.

        Raises ValueError for any other mapping.
        """
        try:
            data = msgspec.json.encode(dict(response))
            token = strict_decoder(TokenResponse, numeric_strings=True).decode(data).checked()
        except (TypeError, ValueError, msgspec.MsgspecError):
            raise ValueError("this is not what /oauth/token answers") from None  # no secrets in it
        self._tokens.use(token)

    def has_token(self) -> bool:
        """Whether a token is stored that is valid or can be refreshed. May read the token store."""
        return self._tokens.has_token()

    def ensure_token(self) -> None:
        """Sign in now if there is no valid token yet. Raises OsuError."""
        self._tokens.current()

    def revoke_token(self) -> None:
        """Sign out: `DELETE oauth/tokens/current`, and delete the stored token.

        The stored token is deleted even on errors. Raises OsuError if the server was not reached.
        """
        request = Request("DELETE", "/api/v2/oauth/tokens/current")
        try:
            for _ in range(_MAX_REVOKED):  # another program may store a new one meanwhile
                self._tokens.reload()
                if not self._tokens.has_token():
                    break
                # An expired token is refreshed first: its successor must be revoked as well.
                token = self._tokens.current()
                with suppress(LoginRequired):  # revoked on the server already
                    self._transport.send(request, read_empty, bearer=token.access_token)
                self._tokens.drop(token)
        except LoginRequired:
            pass  # it could not be refreshed
        finally:
            self._tokens.delete()

    # --- calls -----------------------------------------------------------------------------

    def read(self, path: str, params: Params | None = None) -> bytes:
        """Return the raw JSON body of a `GET` below `/api/v2`.

        For debugging, and for endpoints that have no method here. Raises OsuError.
        """
        return self._call(api_request("GET", f"/{path.removeprefix('/')}", params), read_json)

    def best_effort(self) -> Self:
        """Return a copy of this client that fails instead of waiting, such as for suggestions.

        It stores no responses. Where a rate limit or a retry asks for more than a second, it
        raises at once: RateLimited, or the error. Rate limit, token and connections are shared
        with this client.
        """
        clone = copy(self)
        clone._cache = None
        clone._transport = copy(self._transport)
        clone._transport.max_wait = _BEST_EFFORT_WAIT
        return clone

    def single_try(self, on_progress: OnProgress | None = None) -> Self:
        """Return a copy of this client that sends each request once, and never waits.

        For callers that wait and retry themselves: RateLimited or another error is raised at once.
        `on_progress` is called on the calling thread with the bytes of each response so far, and
        in all (None if unknown); what it raises ends the call. Rate limit, token and connections
        are shared with this client.
        """
        clone = copy(self)
        clone._transport = self._transport.single_try(on_progress)
        return clone

    def observed_by(self, observer: ResponseObserver | None) -> Self:
        """Return a copy of this client whose responses another observer is told, or none."""
        clone = copy(self)
        clone._observer = observer
        return clone

    def at_most(self, requests: int) -> AbstractContextManager[Allowance]:
        """Return a context in which this thread sends no more requests than a number.

        Retries and requests for tokens count. One too many raises RateLimited. The context manager
        returns the count.
        """
        return self._rate_limiter.allowance(requests)

    @property
    def replay_limit(self) -> int | None:
        """Downloads of replays per minute, as the server's last such answer said; else None."""
        return self._transport.limits_seen.get("replays")

    def requests_last_minute(self) -> int:
        """Return the number of requests that were sent in the last 60 seconds."""
        return self._rate_limiter.sent_last_minute()

    def set_pace(self, per_minute: float | None) -> None:
        """Set the sustained rate limit, in requests per minute; None for no limit. Thread-safe.

        Loopback servers are not limited, whatever is set.

        Raises:
            ValueError: the pace is not above 0.
        """
        if not is_loopback_url(self.base_url):
            self._rate_limiter.set_per_minute(per_minute)

    def close(self) -> None:
        """Cancel all calls at once, from any thread: they raise Cancelled, as later ones do."""
        self._transport.close()

    def pages(self, call: Callable[P, Page], *args: P.args, **kwargs: P.kwargs) -> Iterator[Page]:
        """Iterate over the pages of a call: `client.pages(client.user_scores, 2, "best")`.

        Each page is requested on demand, with all arguments repeated; without a `limit` the
        server's maximum is requested. The iteration ends with the list, and at a page that repeats
        earlier ones. Errors are those of the call. Raises TypeError for a call without pages.
        """
        return iterate_pages(call, *args, **kwargs)


def _authorize(
    authorization: Authorization,
    authorize: Callable[[Authorization], str] | None,
    closed: Callable[[], bool],
) -> AbstractContextManager[str]:
    """Return the code of a sign-in as a context, which lasts until the code is exchanged."""
    if authorize is not None:
        return nullcontext(authorize(authorization))
    from osubrowser.api.auth.callback import authorize_in_browser

    return authorize_in_browser(authorization, closed)
