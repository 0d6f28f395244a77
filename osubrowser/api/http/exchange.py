"""Exchange of one HTTP request over requests: connections, redirects, limits of size and time.

The transport imports it with its first request: requests and urllib3 take long to import, and what
is read from the response cache needs neither.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPResponse, IncompleteRead
from http.cookiejar import DefaultCookiePolicy
from threading import Event, Lock
from typing import Any, NoReturn
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
    TimeoutError,
)
from urllib3.util import Retry

from osubrowser.api.errors import (
    Cancelled,
    CertificateRefused,
    Offline,
    OsuError,
    ServerTrouble,
    TooLarge,
)
from osubrowser.api.file_names import safe_name
from osubrowser.api.http.messages import OnProgress, Request, Response, Unreadable
from osubrowser.api.http.urls import (
    is_loopback_url,
    redact_log_record,
    redacted_url,
    redirect_url,
    request_address,
)

MAX_BODY = 32 * 1024 * 1024
"""Largest decompressed body that is read, in bytes."""
_CHUNK = 64 * 1024
_MAX_REDIRECTS = 3
_MAX_NAME = 200
_MAX_DISPOSITION = 2000
RETRY_POLICY = Retry(
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

# They log URLs, and those of API v1 hold the key.
for _module in ("connection", "connectionpool", "util.retry"):
    logging.getLogger(f"urllib3.{_module}").addFilter(redact_log_record)


class Exchange:
    """Sender of single requests to one origin. Thread-safe: one session per thread.

    Args:
        origin: of the server, valid.
        closed: once it is set, requests are cancelled.
        user_agent: value of the `User-Agent` header.
        timeout: connect and read timeout in seconds.
        api_version: value of the `x-api-version` header; None for no headers of osu!'s API.
    """

    def __init__(
        self,
        origin: str,
        closed: Event,
        user_agent: str,
        timeout: tuple[float, float],
        *,
        api_version: str | None,
    ) -> None:
        self._origin = origin
        self._closed = closed
        self._user_agent = user_agent
        self._timeout = timeout
        self._api_version = api_version
        self._local = threading.local()
        self._sockets = OpenSockets(closed)

    def shut_down(self) -> None:
        """Shut down all sockets: requests under way end, from any thread."""
        self._sockets.shut_down()

    def attempt(
        self,
        request: Request,
        bearer: str | None,
        seconds: float,
        on_progress: OnProgress | None = None,
    ) -> tuple[Response, urllib3.BaseHTTPResponse]:
        """Send a request once, and return the response with that of urllib3.

        Args:
            request: the request.
            bearer: access token; None for none.
            seconds: maximum duration, redirects and the body included.
            on_progress: called for each part of the body; what it raises ends the request.

        Raises:
            FailedAttempt: a failure after which the request may be sent again.
            OsuError: any other; Offline when the time is up, whatever has arrived.
        """
        with self._sockets.time_limit(seconds) as expired:
            try:
                found = self._follow(request, bearer, on_progress)
            except (OsuError, FailedAttempt) as failure:
                if isinstance(failure, Cancelled) or not expired.is_set():
                    raise
            else:
                if not expired.is_set():  # a response that was cut off can look complete
                    return found
        raise Offline("osu! did not answer in time", address=self._address(request))

    def _follow(
        self, request: Request, bearer: str | None, on_progress: OnProgress | None
    ) -> tuple[Response, urllib3.BaseHTTPResponse]:
        url = self._origin + request.path
        params: Any = {**request.params, **request.secret_params}
        for _ in range(_MAX_REDIRECTS + 1):
            response, raw, target = self._send(request, url, params, bearer, on_progress)
            if target is None or request.method not in ("GET", "HEAD"):
                return response, raw
            try:
                url, params = redirect_url(self._origin, url, target), None
            except ValueError as elsewhere:
                raise ServerTrouble(
                    "osu! sent us to another address", status=raw.status, address=response.address
                ) from elsewhere
        raise ServerTrouble("osu! sent us round in circles", address=response.address)

    def _send(
        self,
        request: Request,
        url: str,
        params: Any,  # noqa: ANN401 - a mapping of texts, or None
        bearer: str | None,
        on_progress: OnProgress | None,
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
                body = _read_body(reply.raw, address, on_progress)
                response = Response(
                    status=reply.status_code,
                    content_type=reply.headers.get("Content-Type", "").lower(),
                    body=body,
                    address=address,
                    retry_after=retry_after(reply.raw),
                    rate_limit=_rate_limit(reply.raw),
                    filename=attachment_name(reply.headers.get("Content-Disposition")),
                    date=_date(reply.headers.get("Date")),
                )
                if self._closed.is_set():  # a body that was cut off can look complete
                    self._raise_cancelled(request)
                target = reply.headers.get("Location") if reply.is_redirect else None
                return response, reply.raw, target
        except OsuError:
            raise
        except (requests.RequestException, HTTPError, OSError) as failure:
            if self._closed.is_set():
                self._raise_cancelled(request)
            raise _attempt_failure(failure, self._address(request)) from failure
        except (ValueError, AttributeError) as failure:
            # Reading from a socket that was shut down raises these.
            if self._closed.is_set():
                self._raise_cancelled(request)
            raise ServerTrouble(
                "osu! sent something that is not an answer", address=self._address(request)
            ) from failure

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = _Session()
            headers = {
                "User-Agent": self._user_agent,
                "Accept": "application/json",
                "Accept-Encoding": "gzip, deflate",
            }
            if self._api_version is not None:
                headers |= {"Accept-Language": "en", "x-api-version": self._api_version}
            session.headers = requests.structures.CaseInsensitiveDict(headers)
            session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
            # No proxy for loopback servers.
            session.trust_env = not is_loopback_url(self._origin)
            adapter = _TrackingAdapter(self._sockets)
            session.mount("https://", adapter)
            session.mount("http://", adapter)
            self._local.session = session
        return session

    def _raise_cancelled(self, request: Request) -> NoReturn:
        raise Cancelled("The client was closed", address=self._address(request))

    def _address(self, request: Request) -> str:
        return request_address(self._origin, request)


def _read_body(raw: urllib3.HTTPResponse, address: str, on_progress: OnProgress | None) -> bytes:
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
        if on_progress is not None:
            on_progress(size, total)
    return b"".join(parts)


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


class FailedAttempt(Exception):
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
        return FailedAttempt(ServerTrouble("The answer was cut off", address=address), cause)
    if isinstance(cause, TimeoutError) and not isinstance(cause, NewConnectionError):
        return FailedAttempt(Offline("osu! did not answer in time", address=address), cause)
    return FailedAttempt(Offline("osu! cannot be reached", address=address), cause)


def _certificate_problem(error: ssl.SSLCertVerificationError) -> str:
    """Return why a certificate was refused, as a sentence."""
    reason = getattr(error, "verify_message", "") or "it cannot be verified"
    return f"The certificate of the server is refused: {reason}"


def _rate_limit(raw: urllib3.BaseHTTPResponse) -> int | None:
    """Return the requests per minute that the server allows, as its answer says, or None."""
    said = raw.headers.get("X-RateLimit-Limit", "")
    return int(said) if said.isdecimal() and len(said) < 10 and int(said) else None


def _date(text: str | None) -> float | None:
    """Return the time of a `Date` header as Unix time in seconds; None without a valid one."""
    if not text:
        return None
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None


def retry_after(raw: urllib3.BaseHTTPResponse) -> float | None:
    """Return the wait in seconds that a response asks for, or None."""
    try:
        return RETRY_POLICY.get_retry_after(raw)
    except (InvalidHeader, ValueError, OverflowError):
        return None


def attachment_name(disposition: str | None) -> str | None:
    """Return the file name in a `Content-Disposition` header, without folders and made safe.

    None if there is none.
    """
    if not disposition or len(disposition) > _MAX_DISPOSITION:
        return None
    message = Message()
    message["Content-Disposition"] = " ".join(disposition.split())
    name = (message.get_filename() or "").replace("\\", "/").rpartition("/")[2]
    name = "".join(filter(str.isprintable, name))[:_MAX_NAME].strip(" .")
    return safe_name(name) if name else None
