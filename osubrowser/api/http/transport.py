"""HTTP transport: rate limit, retries, and the time that a request may take in all."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, NoReturn, TypeVar

from osubrowser import __version__
from osubrowser.api.errors import Cancelled, OsuError, RateLimited
from osubrowser.api.http.messages import OnProgress, Request, Response, Unreadable, error_for
from osubrowser.api.http.rate_limiter import RateLimiter
from osubrowser.api.http.urls import request_address, validated_origin

if TYPE_CHECKING:
    import urllib3
    from urllib3.util import Retry

    from osubrowser.api.http.exchange import Exchange

T = TypeVar("T")
PROGRAM = "osubrowser"
USER_AGENT = f"{PROGRAM}/{__version__}"
API_VERSION = "20241022"
"""Value of the `x-api-version` header: the form of the answers that the entities have."""
DEADLINE = 60.0
"""Seconds that a request may take by default."""
FILE_DEADLINES = 5
"""How many times longer the request for a file may take."""

_MAX_PAUSE = 3600.0


class Transport:
    """Sender of requests to one origin. Thread-safe: one session per thread.

    `timeout` is (connect, read) in seconds. `deadline` bounds the time, in seconds, from
    connecting to the last byte, retries and redirects included; waits do not count. `max_wait`
    bounds each wait, in seconds, that the server or the rate limiter asks for: a longer one raises
    RateLimited at once. `api_version` is the value of the `x-api-version` header. With
    `is_anonymous` the requests have no headers of osu!'s API, and name the program without its
    version. Raises ValueError for a deadline that is not positive.
    """

    def __init__(
        self,
        origin: str,
        *,
        rate_limiter: RateLimiter,
        max_wait: float,
        user_agent: str | None = None,
        timeout: tuple[float, float] = (5.0, 15.0),
        deadline: float = DEADLINE,
        api_version: str = API_VERSION,
        is_anonymous: bool = False,
    ) -> None:
        if not 0 < deadline <= threading.TIMEOUT_MAX / FILE_DEADLINES:
            raise ValueError("a deadline is a number of seconds above 0")
        self.origin = validated_origin(origin)
        self.rate_limiter = rate_limiter
        self.max_wait = max_wait
        self.limits_seen: dict[str, int] = {}  # by bucket, as the server's answers say
        self._retries = True
        self._on_progress: OnProgress | None = None
        self.closed = threading.Event()
        own = PROGRAM if is_anonymous else USER_AGENT
        self._user_agent = f"{user_agent} {own}" if user_agent else own
        self._deadline = deadline
        self._exchange = _LazyExchange(
            partial(
                _exchange,
                self.origin,
                self.closed,
                self._user_agent,
                timeout,
                None if is_anonymous else api_version,
            )
        )

    def send(
        self, request: Request, read: Callable[[Response], T], *, bearer: str | None = None
    ) -> T:
        """Send a request, with retries, and return the decoded response.

        `read` decodes it, and raises Unreadable or RateLimited for one that is to be requested
        again. Raises OsuError.
        """
        from urllib3.exceptions import HTTPError

        from osubrowser.api.http.exchange import RETRY_POLICY, FailedAttempt

        exchange, policy = self._exchange.get(), RETRY_POLICY
        left = self._deadline * (FILE_DEADLINES if request.is_file else 1)
        while True:
            self._wait_for_rate_limit(request)
            started = time.monotonic()
            raw: urllib3.BaseHTTPResponse | None = None
            cause: Exception | None = None
            try:
                response, raw = exchange.attempt(request, bearer, left, self._on_progress)
                if request.reads(response.status):
                    if response.rate_limit is not None:
                        self.limits_seen[request.bucket] = response.rate_limit
                    return read(response)
                error = error_for(response)
            except (Unreadable, RateLimited) as unreadable:  # API v1: status 200
                error, cause, raw = unreadable, HTTPError("unread"), None
            except FailedAttempt as broken:
                error, cause = broken.error, broken.cause
            left -= time.monotonic() - started
            if isinstance(error, RateLimited):
                error.retry_after = min(error.retry_after, _MAX_PAUSE)
                self.rate_limiter.pause(request.bucket, error.retry_after)
            policy = self._wait_for_retry(policy, request, error, raw, cause)

    def single_try(self, on_progress: OnProgress | None = None) -> Transport:
        """Return a copy, with the same connections, that sends once and never waits.

        It raises RateLimited where the rate limiter asks for any wait. `on_progress` is called for
        each part of a body; what it raises ends the request.
        """
        clone = copy(self)
        clone.max_wait, clone._retries, clone._on_progress = 0.0, False, on_progress
        return clone

    def close(self) -> None:
        """Cancel all requests, from any thread: they raise Cancelled, as later ones do."""
        self.closed.set()
        self._exchange.shut_down()

    # --- waiting ---------------------------------------------------------------------------

    def _wait_for_rate_limit(self, request: Request) -> None:
        while True:
            if self.closed.is_set():
                self._raise_cancelled(request)
            delay = self.rate_limiter.delay(request.bucket)
            if delay <= 0:
                return
            if delay > self.max_wait:
                raise RateLimited(
                    "Too many requests", retry_after=delay, address=self._address(request)
                )
            self._sleep(delay, request)

    def _wait_for_retry(
        self,
        policy: Retry,
        request: Request,
        error: OsuError,
        raw: urllib3.BaseHTTPResponse | None,
        cause: Exception | None,
    ) -> Retry:
        """Wait before the next try and return the policy for the rest; or raise `error`."""
        from urllib3.exceptions import ConnectTimeoutError, HTTPError, ReadTimeoutError

        from osubrowser.api.http.exchange import retry_after

        if self.closed.is_set():
            self._raise_cancelled(request)
        if not self._retries:
            raise error from cause
        if raw is not None and not policy.is_retry(request.method, raw.status):
            raise error
        if not (request.may_repeat or isinstance(cause, ConnectTimeoutError)):
            raise error from cause  # it may have arrived, except after a ConnectTimeoutError
        if isinstance(cause, ReadTimeoutError):
            # Each lasts the whole read timeout: one retry is enough.
            policy = policy.new(read=min(policy.read or 0, 1))
        try:
            policy = policy.increment(
                request.method, self._address(request), response=raw, error=cause
            )
        except HTTPError:
            raise error from cause
        if isinstance(error, RateLimited):
            if error.retry_after > self.max_wait:
                raise error
            return policy  # the rate limiter is paused: it does the waiting
        delay = policy.get_backoff_time()
        if raw is not None:
            delay = retry_after(raw) or delay
        if delay > self.max_wait:
            raise error
        self._sleep(delay, request)
        return policy

    def _sleep(self, seconds: float, request: Request) -> None:
        if self.closed.wait(seconds):
            self._raise_cancelled(request)

    def _raise_cancelled(self, request: Request) -> NoReturn:
        raise Cancelled("The client was closed", address=self._address(request))

    def _address(self, request: Request) -> str:
        return request_address(self.origin, request)


class _LazyExchange:
    """Exchange that is made with the first request, for a transport and its copies."""

    def __init__(self, make: Callable[[], Exchange]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: Exchange | None = None

    def get(self) -> Exchange:
        """Return the exchange; slow at the first call, as it imports libraries."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    def shut_down(self) -> None:
        """Shut down the sockets. Those of an exchange made later follow the transport's event."""
        made = self._made
        if made is not None:
            made.shut_down()


def _exchange(
    origin: str,
    closed: threading.Event,
    user_agent: str,
    timeout: tuple[float, float],
    api_version: str | None,
) -> Exchange:
    from osubrowser.api.http.exchange import Exchange

    return Exchange(origin, closed, user_agent, timeout, api_version=api_version)
