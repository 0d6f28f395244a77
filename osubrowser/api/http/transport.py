"""The wire to osu!: the one place that sends requests, waits, repeats, and gives up."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from http.client import IncompleteRead
from http.cookiejar import DefaultCookiePolicy
from typing import Any, NoReturn, TypeVar
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    InvalidHeader,
    MaxRetryError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    TimeoutError,
)
from urllib3.util import Retry

from osubrowser import __version__
from osubrowser.api.errors import Cancelled, Offline, OsuError, RateLimited, ServerTrouble, TooLarge
from osubrowser.api.http.messages import Answer, Request, Unreadable, error_for, file_name
from osubrowser.api.http.open_sockets import Wires
from osubrowser.api.http.rate_limiter import Pace
from osubrowser.api.http.urls import (
    checked_origin,
    hide_secrets,
    is_loopback,
    origin_of,
    public_address,
)

T = TypeVar("T")

USER_AGENT = f"osubrowser/{__version__}"
API_VERSION = "20241022"
MAX_BODY = 32 * 1024 * 1024
"""Bytes of the largest body that is read, unpacked."""

# It says which addresses are asked, and the old API has its key in them.
logging.getLogger("urllib3.connectionpool").addFilter(hide_secrets)

_CHUNK = 64 * 1024
_SLOWEST_BODY = 60.0
_LONGEST_PAUSE = 3600.0
_MAX_REDIRECTS = 3
_POLICY = Retry(
    total=6,
    connect=2,
    read=3,
    status=3,
    other=1,
    redirect=0,
    allowed_methods=None,  # a request says itself whether it may be sent twice
    status_forcelist=(429, 502, 503, 504),
    backoff_factor=0.3,
    backoff_max=8,
    backoff_jitter=0.2,
)


class Transport:
    """Sends requests to one origin, from any thread: a session and its connections a thread.

    `timeout` is (connect, read) in seconds. `max_wait` bounds each wait that the server or the
    pace asks for: a longer one raises RateLimited at once.
    """

    def __init__(
        self,
        origin: str,
        *,
        pace: Pace,
        max_wait: float,
        user_agent: str | None = None,
        timeout: tuple[float, float] = (5.0, 15.0),
    ) -> None:
        self.origin = checked_origin(origin)
        self.pace = pace
        self.max_wait = max_wait
        self.closed = threading.Event()
        self._user_agent = f"{user_agent} {USER_AGENT}" if user_agent else USER_AGENT
        self._timeout = timeout
        self._local = threading.local()
        self._wires = Wires(self.closed)

    def send(
        self, request: Request, read: Callable[[Answer], T], *, bearer: str | None = None
    ) -> T:
        """Send a request until it is answered, and return what `read` makes of the answer.

        Repeats what the policy allows; `read` raises Unreadable or RateLimited for an answer to
        ask for again. Raises an OsuError.
        """
        policy = _POLICY
        while True:
            self._wait_for_turn(request)
            response: urllib3.BaseHTTPResponse | None = None
            cause: Exception | None = None
            try:
                answer, response = self._attempt(request, bearer)
                if answer.status < 300:
                    return read(answer)
                error = error_for(answer)
            except (Unreadable, RateLimited) as unread:  # the old API says "too fast" with a 200
                error, cause, response = unread, HTTPError("unread"), None
            except _Broken as broken:
                error, cause = broken.error, broken.cause
            if isinstance(error, RateLimited):
                error.retry_after = min(error.retry_after, _LONGEST_PAUSE)
                self.pace.pause(request.bucket, error.retry_after)
            policy = self._next_try(policy, request, error, response, cause)

    def close(self) -> None:
        """Cut what is under way, from any thread: those calls raise Cancelled, as later ones do."""
        self.closed.set()
        self._wires.cut()

    # --- waiting ---------------------------------------------------------------------------

    def _wait_for_turn(self, request: Request) -> None:
        while True:
            if self.closed.is_set():
                self._raise_cancelled(request)
            delay = self.pace.delay(request.bucket)
            if delay <= 0:
                return
            if delay > self.max_wait:
                raise RateLimited(
                    "Too many requests", retry_after=delay, address=self._address(request)
                )
            self._sleep(delay, request)

    def _next_try(
        self,
        policy: Retry,
        request: Request,
        error: OsuError,
        response: urllib3.BaseHTTPResponse | None,
        cause: Exception | None,
    ) -> Retry:
        """Wait before the next try and return what is left of the policy; or raise `error`."""
        if self.closed.is_set():
            self._raise_cancelled(request)
        if response is not None and not policy.is_retry(request.method, response.status):
            raise error
        if not (request.may_repeat or isinstance(cause, ConnectTimeoutError)):
            raise error  # it may have arrived: never twice. (ConnectTimeoutError: it has not.)
        if isinstance(cause, ReadTimeoutError):
            # Each takes as long as the patience of the one who waits: once more is enough.
            policy = policy.new(read=min(policy.read or 0, 1))
        try:
            policy = policy.increment(
                request.method, self._address(request), response=response, error=cause
            )
        except HTTPError:
            raise error from cause
        if isinstance(error, RateLimited):
            if error.retry_after > self.max_wait:
                raise error
            return policy  # the pause is in force: the next turn waits for it
        delay = policy.get_backoff_time()
        if response is not None:
            delay = _retry_after(response) or delay
        if delay > self.max_wait:
            raise error
        self._sleep(delay, request)
        return policy

    def _sleep(self, seconds: float, request: Request) -> None:
        if self.closed.wait(seconds):
            self._raise_cancelled(request)

    def _raise_cancelled(self, request: Request) -> NoReturn:
        raise Cancelled("The client was closed", address=self._address(request))

    # --- one try ---------------------------------------------------------------------------

    def _attempt(
        self, request: Request, bearer: str | None
    ) -> tuple[Answer, urllib3.BaseHTTPResponse]:
        url = self.origin + request.path
        params: Any = {**request.params, **request.secret_params}
        for _ in range(_MAX_REDIRECTS + 1):
            answer, response, target = self._exchange(request, url, params, bearer)
            if target is None or request.method not in ("GET", "HEAD"):
                return answer, response
            try:
                url, params = urljoin(url, target), None
                elsewhere = origin_of(url) != origin_of(self.origin)
            except ValueError as nonsense:
                raise ServerTrouble("osu! sent us nowhere", address=answer.address) from nonsense
            if elsewhere:
                bearer = None
                if urlsplit(url).scheme != "https":
                    raise ServerTrouble("osu! sent us to an unsafe address", address=answer.address)
        raise ServerTrouble("osu! sent us round in circles", address=answer.address)

    def _exchange(
        self,
        request: Request,
        url: str,
        params: Any,  # noqa: ANN401 - a mapping of texts, or None
        bearer: str | None,
    ) -> tuple[Answer, urllib3.BaseHTTPResponse, str | None]:
        try:
            with self._session().request(
                request.method,
                url,
                params=params,
                data=request.form,
                json=request.json,
                auth=_Bearer(bearer),
                timeout=self._timeout,
                allow_redirects=False,
                stream=True,
            ) as response:
                address = public_address(response.url)
                body = self._read_body(response.raw, address)
                answer = Answer(
                    status=response.status_code,
                    content_type=response.headers.get("Content-Type", "").lower(),
                    body=body,
                    address=address,
                    retry_after=_retry_after(response.raw),
                    filename=file_name(response.headers.get("Content-Disposition")),
                )
                if self.closed.is_set():  # an answer that was cut can look like a whole one
                    self._raise_cancelled(request)
                target = response.headers.get("Location") if response.is_redirect else None
                return answer, response.raw, target
        except OsuError:
            raise
        except (requests.RequestException, HTTPError, OSError) as failure:
            if self.closed.is_set():
                self._raise_cancelled(request)
            raise _broken(failure, self._address(request)) from failure
        except (ValueError, AttributeError) as failure:
            # A socket that is cut in the middle of a read fails in ways of its own.
            if self.closed.is_set():
                self._raise_cancelled(request)
            raise ServerTrouble(
                "osu! sent something that is not an answer", address=self._address(request)
            ) from failure

    def _read_body(self, raw: urllib3.HTTPResponse, address: str) -> bytes:
        announced = raw.headers.get("Content-Length", "")
        if announced.isdecimal() and (len(announced) > 18 or int(announced) > MAX_BODY):
            raise TooLarge("The answer is too large", status=raw.status, address=address)
        parts: list[bytes] = []
        size = 0
        deadline = time.monotonic() + _SLOWEST_BODY
        while part := raw.read1(_CHUNK, decode_content=True):
            parts.append(part)
            size += len(part)
            if size > MAX_BODY:
                raise TooLarge("The answer is too large", status=raw.status, address=address)
            if time.monotonic() > deadline:
                raise Offline("The answer came too slowly", status=raw.status, address=address)
        return b"".join(parts)

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = requests.Session()
            session.headers = requests.structures.CaseInsensitiveDict(
                {
                    "User-Agent": self._user_agent,
                    "Accept": "application/json",
                    "Accept-Encoding": "gzip, deflate",
                    "Accept-Language": "en",
                    "x-api-version": API_VERSION,
                }
            )
            session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
            # A proxy is for the way out; what runs on this machine is asked directly.
            session.trust_env = not is_loopback(urlsplit(self.origin).hostname)
            adapter = _Adapter(self._wires)
            session.mount("https://", adapter)
            session.mount("http://", adapter)
            self._local.session = session
        return session

    def _address(self, request: Request) -> str:
        prepared = requests.Request("GET", self.origin + request.path, params=request.params)
        return public_address(prepared.prepare().url or "")


class _Adapter(HTTPAdapter):
    """An adapter whose connections can be cut; the policy above it does all repeating."""

    def __init__(self, wires: Wires) -> None:
        self._wires = wires
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as requests has it
        """Make the pools with connections that are tracked."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._wires.pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> urllib3.ProxyManager:  # noqa: ANN401
        """Make the pools of a proxy with connections that are tracked."""
        manager: urllib3.ProxyManager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = self._wires.pools
        return manager


class _Bearer(requests.auth.AuthBase):
    """Puts the token on a request, or nothing; given always, so that no .netrc is asked."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token is not None:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class _Broken(Exception):
    """A try that brought no whole answer: the error to raise in the end, and urllib3's cause."""

    def __init__(self, error: OsuError, cause: Exception) -> None:
        super().__init__()
        self.error = error
        self.cause = cause


def _broken(failure: Exception, address: str) -> Exception:
    """Sort a failure of requests, urllib3 or the system."""
    cause: BaseException = failure
    while True:
        inner = cause.reason if isinstance(cause, MaxRetryError) else None
        if inner is None and isinstance(cause, requests.RequestException) and cause.args:
            inner = cause.args[0]
        if not isinstance(inner, BaseException):
            break
        cause = inner
    if not isinstance(cause, HTTPError):
        cause = ProtocolError(str(cause))
    if isinstance(cause, DecodeError):
        return Unreadable("The answer cannot be unpacked", address=address)
    if any(isinstance(part, IncompleteRead) for part in (cause, *cause.args)):
        return _Broken(ServerTrouble("The answer was cut off", address=address), cause)
    if isinstance(cause, TimeoutError) and not isinstance(cause, NewConnectionError):
        return _Broken(Offline("osu! did not answer in time", address=address), cause)
    return _Broken(Offline("osu! cannot be reached", address=address), cause)


def _retry_after(response: urllib3.BaseHTTPResponse) -> float | None:
    try:
        return _POLICY.get_retry_after(response)
    except (InvalidHeader, ValueError, OverflowError):
        return None
