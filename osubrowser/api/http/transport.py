"""HTTP transport over requests: rate limit, retries, redirects, limits of size and time."""

from __future__ import annotations

import contextlib
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from copy import copy
from http.client import HTTPResponse, IncompleteRead
from http.cookiejar import DefaultCookiePolicy
from threading import Event, Lock
from typing import Any, NoReturn, TypeVar
from weakref import WeakKeyDictionary

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    InvalidHeader,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    TimeoutError,
)
from urllib3.util import Retry

from osubrowser import __version__
from osubrowser.api.errors import (
    Cancelled,
    CertificateRefused,
    Offline,
    OsuError,
    RateLimited,
    ServerTrouble,
    TooLarge,
)
from osubrowser.api.http.messages import Request, Response, Unreadable, attachment_name, error_for
from osubrowser.api.http.rate_limiter import RateLimiter
from osubrowser.api.http.urls import (
    is_loopback_url,
    redact_log_record,
    redacted_url,
    redirect_url,
    validated_origin,
)


class OpenSockets:
    """Set of the open sockets of one client, and urllib3 pools that register theirs in it."""

    def __init__(self, closed: Event) -> None:
        """Track sockets; once `closed` is set, new ones are shut down at once."""
        self._closed = closed
        self._lock = Lock()
        self._sockets: WeakKeyDictionary[socket.socket, int] = WeakKeyDictionary()  # and thread
        self._expired: dict[int, Event] = {}  # by thread: one request at a time
        self.pools = _tracked_pools(self)

    def add(self, sock: socket.socket) -> None:
        """Track a socket of this thread, by a weak reference."""
        with self._lock:
            self._sockets[sock] = threading.get_ident()
        # Checked after adding: a shut_down() that missed this socket had set `closed` before.
        if self._is_over():
            _shut_down(sock)

    @contextlib.contextmanager
    def time_limit(self, seconds: float) -> Iterator[Event]:
        """Shut down the sockets of this thread after a time; the event tells that it is over.

        A read timeout alone begins anew with each byte that arrives.
        """
        thread, expired = threading.get_ident(), Event()

        def expire() -> None:
            with self._lock:  # so that it cannot reach into the next request
                if self._expired.get(thread) is not expired:
                    return
                expired.set()
                for sock, owner in list(self._sockets.items()):
                    if owner == thread:
                        _shut_down(sock)

        with self._lock:
            self._expired[thread] = expired
        timer = threading.Timer(max(seconds, 0.0), expire)
        timer.name, timer.daemon = "osubrowser-deadline", True
        timer.start()
        try:
            yield expired
        finally:
            timer.cancel()
            with self._lock:
                del self._expired[thread]

    def _is_over(self) -> bool:
        """Whether requests of this thread are to end: the client is closed, or it is too late."""
        expired = self._expired.get(threading.get_ident())
        return self._closed.is_set() or (expired is not None and expired.is_set())

    def shut_down(self) -> None:
        """Shut down all sockets: blocked reads and connects return."""
        with self._lock:
            sockets = list(self._sockets)
        for sock in sockets:
            _shut_down(sock)

    def connect(self, connection: HTTPConnection) -> socket.socket:
        """Return a tracked socket connected to a server, as urllib3's own `create_connection` does.

        The DNS lookup cannot be interrupted.
        """
        host = connection._dns_host.strip("[]")
        try:
            addresses = socket.getaddrinfo(host, connection.port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            raise NameResolutionError(connection.host, connection, error) from error
        failure: OSError = OSError("the name has no address")
        for family, kind, protocol, _, address in addresses:
            if self._is_over():
                break  # a socket that is not connecting yet cannot be shut down
            try:
                return self._connect(connection, family, kind, protocol, address)
            except OSError as error:
                failure = error
        if isinstance(failure, TimeoutError):
            raise ConnectTimeoutError(connection, "connecting took too long") from failure
        raise NewConnectionError(connection, f"connecting failed: {failure}") from failure

    def _connect(
        self,
        connection: HTTPConnection,
        family: int,
        kind: int,
        protocol: int,
        address: tuple[object, ...],
    ) -> socket.socket:
        sock = socket.socket(family, kind, protocol)
        try:
            for option in connection.socket_options or ():
                sock.setsockopt(*option)
            if isinstance(connection.timeout, int | float):
                sock.settimeout(connection.timeout)
            self.add(sock)
            sock.connect(address)
            self.add(sock)  # again: shutting down a socket before connect() has no effect
        except BaseException:
            sock.close()
            raise
        return sock


def _tracked_pools(sockets: OpenSockets) -> dict[str, type[HTTPConnectionPool]]:
    """Return pool classes by scheme whose connections register their sockets in `sockets`."""

    class PlainConnection(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return sockets.connect(self)

        def getresponse(self) -> urllib3.HTTPResponse:  # type: ignore[override] # as urllib3 has it
            with _closed_on_error(self):
                return super().getresponse()

    class TlsConnection(HTTPSConnection):
        _handle: socket.socket | None = None

        def getresponse(self) -> urllib3.HTTPResponse:  # type: ignore[override] # as urllib3 has it
            with _closed_on_error(self):
                return super().getresponse()

        def _new_conn(self) -> socket.socket:
            sock = sockets.connect(self)
            # TLS takes the descriptor over: a duplicate allows to shut down during the handshake.
            self._handle = sock.dup()
            sockets.add(self._handle)
            return sock

        def connect(self) -> None:
            try:
                super().connect()
            finally:
                if self._handle is not None:
                    self._handle.close()
                    self._handle = None
            if self.sock is not None:
                sockets.add(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = PlainConnection

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = TlsConnection

    return {"http": PlainPool, "https": TlsPool}


@contextlib.contextmanager
def _closed_on_error(connection: HTTPConnection) -> Iterator[None]:
    """Close the response under way if urllib3 rejects its headers, which leaves it open."""
    responses: list[HTTPResponse] = []

    def response_of(*args: Any, **kwargs: Any) -> HTTPResponse:  # noqa: ANN401 - as http.client has it
        responses.append(HTTPResponse(*args, **kwargs))
        return responses[-1]

    connection.response_class = response_of  # type: ignore[assignment] # called, not derived from
    try:
        yield
    except BaseException:
        for response in responses:
            response.close()
        raise


def _shut_down(sock: socket.socket) -> None:
    # The plain method also for TLS: SSLSocket.shutdown() would break a concurrent read.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


T = TypeVar("T")
OnProgress = Callable[[int, int | None], None]
"""Called with the bytes of a body so far, and in all if the server said how many."""

USER_AGENT = f"osubrowser/{__version__}"
API_VERSION = "20241022"
DEADLINE = 60.0
"""Seconds that a request may take by default."""
FILE_DEADLINES = 5
"""How many times longer the request for a file may take."""
MAX_BODY = 32 * 1024 * 1024
"""Largest decompressed body that is read, in bytes."""

# They log URLs, and those of API v1 hold the key.
for _module in ("connection", "connectionpool", "util.retry"):
    logging.getLogger(f"urllib3.{_module}").addFilter(redact_log_record)

_CHUNK = 64 * 1024
_MAX_PAUSE = 3600.0
_MAX_REDIRECTS = 3
_RETRY_POLICY = Retry(
    total=6,
    connect=2,
    read=3,
    status=3,
    other=1,
    redirect=0,
    allowed_methods=None,  # decided by Request.may_repeat
    status_forcelist=(429, 502, 503, 504),
    backoff_factor=0.3,
    backoff_max=8,
    backoff_jitter=0.2,
)


class Transport:
    """Sender of requests to one origin. Thread-safe: one session per thread.

    `timeout` is (connect, read) in seconds. `deadline` bounds the time, in seconds, from
    connecting to the last byte, retries and redirects included; waits do not count. `max_wait`
    bounds each wait, in seconds, that the server or the rate limiter asks for: a longer one raises
    RateLimited at once. Raises ValueError for a deadline that is not positive.
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
        self._user_agent = f"{user_agent} {USER_AGENT}" if user_agent else USER_AGENT
        self._timeout = timeout
        self._deadline = deadline
        self._local = threading.local()
        self._sockets = OpenSockets(self.closed)

    def send(
        self, request: Request, read: Callable[[Response], T], *, bearer: str | None = None
    ) -> T:
        """Send a request, with retries, and return the decoded response.

        `read` decodes it, and raises Unreadable or RateLimited for one that is to be requested
        again. Raises OsuError.
        """
        policy = _RETRY_POLICY
        left = self._deadline * (FILE_DEADLINES if request.is_file else 1)
        while True:
            self._wait_for_rate_limit(request)
            started = time.monotonic()
            raw: urllib3.BaseHTTPResponse | None = None
            cause: Exception | None = None
            try:
                response, raw = self._timed_attempt(request, bearer, left)
                if response.status < 300:
                    if response.rate_limit is not None:
                        self.limits_seen[request.bucket] = response.rate_limit
                    return read(response)
                error = error_for(response)
            except (Unreadable, RateLimited) as unreadable:  # API v1: status 200
                error, cause, raw = unreadable, HTTPError("unread"), None
            except _FailedAttempt as broken:
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
        self._sockets.shut_down()

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
        if self.closed.is_set():
            self._raise_cancelled(request)
        if not self._retries:
            raise error
        if raw is not None and not policy.is_retry(request.method, raw.status):
            raise error
        if not (request.may_repeat or isinstance(cause, ConnectTimeoutError)):
            raise error  # it may have arrived, except after a ConnectTimeoutError
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
            delay = _retry_after(raw) or delay
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

    def _timed_attempt(
        self, request: Request, bearer: str | None, seconds: float
    ) -> tuple[Response, urllib3.BaseHTTPResponse]:
        """Try once. Raises Offline when the time is up, whatever has arrived."""
        with self._sockets.time_limit(seconds) as expired:
            try:
                found = self._attempt(request, bearer)
            except (OsuError, _FailedAttempt) as failure:
                if isinstance(failure, Cancelled) or not expired.is_set():
                    raise
            else:
                if not expired.is_set():  # a response that was cut off can look complete
                    return found
        raise Offline("osu! did not answer in time", address=self._address(request))

    def _attempt(
        self, request: Request, bearer: str | None
    ) -> tuple[Response, urllib3.BaseHTTPResponse]:
        url = self.origin + request.path
        params: Any = {**request.params, **request.secret_params}
        for _ in range(_MAX_REDIRECTS + 1):
            response, raw, target = self._exchange(request, url, params, bearer)
            if target is None or request.method not in ("GET", "HEAD"):
                return response, raw
            try:
                url, params = redirect_url(self.origin, url, target), None
            except ValueError as elsewhere:
                raise ServerTrouble(
                    "osu! sent us to another address", status=raw.status, address=response.address
                ) from elsewhere
        raise ServerTrouble("osu! sent us round in circles", address=response.address)

    def _exchange(
        self,
        request: Request,
        url: str,
        params: Any,  # noqa: ANN401 - a mapping of texts, or None
        bearer: str | None,
    ) -> tuple[Response, urllib3.BaseHTTPResponse, str | None]:
        try:
            with self._session().request(
                request.method,
                url,
                params=params,
                data=request.form,
                json=request.json,
                auth=_BearerAuth(bearer),
                timeout=self._timeout,
                allow_redirects=False,
                stream=True,
            ) as reply:
                address = redacted_url(reply.url)
                body = self._read_body(reply.raw, address)
                response = Response(
                    status=reply.status_code,
                    content_type=reply.headers.get("Content-Type", "").lower(),
                    body=body,
                    address=address,
                    retry_after=_retry_after(reply.raw),
                    rate_limit=_rate_limit(reply.raw),
                    filename=attachment_name(reply.headers.get("Content-Disposition")),
                )
                if self.closed.is_set():  # a body that was cut off can look complete
                    self._raise_cancelled(request)
                target = reply.headers.get("Location") if reply.is_redirect else None
                return response, reply.raw, target
        except OsuError:
            raise
        except (requests.RequestException, HTTPError, OSError) as failure:
            if self.closed.is_set():
                self._raise_cancelled(request)
            raise _attempt_failure(failure, self._address(request)) from failure
        except (ValueError, AttributeError) as failure:
            # Reading from a socket that was shut down raises these.
            if self.closed.is_set():
                self._raise_cancelled(request)
            raise ServerTrouble(
                "osu! sent something that is not an answer", address=self._address(request)
            ) from failure

    def _read_body(self, raw: urllib3.HTTPResponse, address: str) -> bytes:
        announced = raw.headers.get("Content-Length", "")
        if announced.isdecimal() and (len(announced) > 18 or int(announced) > MAX_BODY):
            raise TooLarge("The answer is too large", status=raw.status, address=address)
        is_plain = announced.isdecimal() and not raw.headers.get("Content-Encoding")
        total = int(announced) if is_plain else None
        parts: list[bytes] = []
        size = 0
        while part := raw.read1(_CHUNK, decode_content=True):
            parts.append(part)
            size += len(part)
            if size > MAX_BODY:
                raise TooLarge("The answer is too large", status=raw.status, address=address)
            if self._on_progress is not None:
                self._on_progress(size, total)
        return b"".join(parts)

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = _Session()
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
            # No proxy for loopback servers.
            session.trust_env = not is_loopback_url(self.origin)
            adapter = _TrackingAdapter(self._sockets)
            session.mount("https://", adapter)
            session.mount("http://", adapter)
            self._local.session = session
        return session

    def _address(self, request: Request) -> str:
        prepared = requests.Request("GET", self.origin + request.path, params=request.params)
        return redacted_url(prepared.prepare().url or "")


class _Session(requests.Session):
    """Session that leaves redirects alone.

    requests looks at them even if it is not to follow them: it reads the whole body without a
    limit, and parses the address.
    """

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Return None: `Transport` follows redirects itself."""
        return None


class _TrackingAdapter(HTTPAdapter):
    """Adapter with tracked sockets and without retries of its own."""

    def __init__(self, sockets: OpenSockets) -> None:
        self._sockets = sockets
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as requests has it
        """Create the connection pools with tracked sockets."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._sockets.pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> urllib3.ProxyManager:  # noqa: ANN401
        """Create the connection pools of a proxy with tracked sockets."""
        manager: urllib3.ProxyManager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = self._sockets.pools
        return manager


class _BearerAuth(requests.auth.AuthBase):
    """Bearer token authentication, or none; always set, so that requests reads no .netrc."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token is not None:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class _FailedAttempt(Exception):
    """Failed try: the error to raise in the end, and the cause for urllib3's Retry."""

    def __init__(self, error: OsuError, cause: Exception) -> None:
        super().__init__()
        self.error = error
        self.cause = cause


def _attempt_failure(failure: Exception, address: str) -> Exception:
    """Return the exception for a failure of requests, urllib3 or the operating system."""
    cause: BaseException = failure
    while True:
        inner = cause.reason if isinstance(cause, MaxRetryError) else None
        if inner is None and isinstance(cause, requests.RequestException) and cause.args:
            inner = cause.args[0]
        if not isinstance(inner, BaseException):
            break
        cause = inner
    for part in (cause, *cause.args):
        if isinstance(part, ssl.SSLCertVerificationError):
            return CertificateRefused(_certificate_problem(part), address=address)
    if not isinstance(cause, HTTPError):
        cause = ProtocolError(str(cause))
    if isinstance(cause, DecodeError):
        return Unreadable("The answer cannot be unpacked", address=address)
    if any(isinstance(part, IncompleteRead) for part in (cause, *cause.args)):
        return _FailedAttempt(ServerTrouble("The answer was cut off", address=address), cause)
    if isinstance(cause, TimeoutError) and not isinstance(cause, NewConnectionError):
        return _FailedAttempt(Offline("osu! did not answer in time", address=address), cause)
    return _FailedAttempt(Offline("osu! cannot be reached", address=address), cause)


def _certificate_problem(error: ssl.SSLCertVerificationError) -> str:
    """Return why a certificate was refused, as a sentence."""
    reason = getattr(error, "verify_message", "") or "it cannot be verified"
    return f"The certificate of the server is refused: {reason}"


def _rate_limit(raw: urllib3.BaseHTTPResponse) -> int | None:
    """Return the requests per minute that the server allows, as its answer says, or None."""
    said = raw.headers.get("X-RateLimit-Limit", "")
    return int(said) if said.isdecimal() and len(said) < 10 and int(said) else None


def _retry_after(raw: urllib3.BaseHTTPResponse) -> float | None:
    try:
        return _RETRY_POLICY.get_retry_after(raw)
    except (InvalidHeader, ValueError, OverflowError):
        return None
