"""Exceptions of API calls: OsuError and its subclasses. Imports nothing of the client."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Self, TypeVar

E = TypeVar("E", bound="OsuError")


class OsuError(Exception):
    """Failed call to osu!: base class of all errors of this package.

    `status` is the HTTP status (None without a response), `address` the URL without
    credentials, `server_message` the server's own error message, `at` the time (UTC).
    """

    def __init__(
        self,
        message: str = "",
        *,
        status: int | None = None,
        address: str | None = None,
        server_message: str | None = None,
    ) -> None:
        super().__init__(message or type(self).__doc__ or "")
        self.status = status
        self.address = address
        self.server_message = server_message
        self.at = datetime.now(UTC)

    def copy(self) -> Self:
        """Return a copy without traceback and cause, to raise in another thread."""
        return _rebuild(type(self), self.args, self.__dict__)

    def __reduce__(self) -> tuple[Any, ...]:
        # By state: not every subclass can be constructed from its message alone.
        return _rebuild, (type(self), self.args, self.__dict__)

    def __str__(self) -> str:
        parts = [str(self.args[0]) if self.args else type(self).__name__]
        if self.server_message:
            parts.append(f'osu! says: "{self.server_message}"')
        if self.status is not None:
            parts.append(f"status {self.status}")
        if self.address:
            parts.append(self.address)
        return " · ".join(parts)


def _rebuild(kind: type[E], args: tuple[Any, ...], state: dict[str, Any]) -> E:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class Offline(OsuError):
    """The server could not be reached, or it did not answer in time."""


class CertificateRefused(Offline):
    """The certificate of the server cannot be trusted: nothing was sent."""


class NotCached(OsuError):
    """The response is not in the cache, and a client made by `from_cache` sends no requests."""


class LoginRequired(OsuError):
    """There is no token that the server accepts: a sign-in is needed."""


class Forbidden(OsuError):
    """The server refuses the call to this user or to these scopes."""


class NotFound(OsuError):
    """The requested thing does not exist, or is hidden."""


class InvalidRequest(OsuError):
    """The server rejected the parameters."""


class RateLimited(OsuError):
    """Too many requests: `retry_after` is the wait in seconds."""

    def __init__(
        self,
        message: str = "",
        *,
        retry_after: float,
        status: int | None = None,
        address: str | None = None,
        server_message: str | None = None,
    ) -> None:
        super().__init__(message, status=status, address=address, server_message=server_message)
        self.retry_after = retry_after


class ServerTrouble(OsuError):
    """The server failed, or sent a response that cannot be used."""


class TooLarge(OsuError):
    """The response exceeds the size limit."""


class Cancelled(OsuError):
    """The client was closed during this call, or before it."""


__all__ = [
    "Cancelled",
    "CertificateRefused",
    "Forbidden",
    "InvalidRequest",
    "LoginRequired",
    "NotFound",
    "Offline",
    "OsuError",
    "RateLimited",
    "ServerTrouble",
    "TooLarge",
]
