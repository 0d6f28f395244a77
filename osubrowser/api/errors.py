"""What can go wrong when osu! is asked: one small family of errors that every layer may import."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Self, TypeVar

E = TypeVar("E", bound="OsuError")


class OsuError(Exception):
    """A call to osu! that brought no answer.

    `status` is the HTTP status (None if no answer came), `address` what was asked (without
    credentials), `server_message` the server's own sentence, `at` when it happened (UTC).
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

    def again(self) -> Self:
        """Return an equal error to raise in another thread, which has a trace of its own."""
        return _rebuilt(type(self), self.args, self.__dict__)

    def __reduce__(self) -> tuple[Any, ...]:
        # As it is: not every error can be made of its message alone.
        return _rebuilt, (type(self), self.args, self.__dict__)

    def __str__(self) -> str:
        parts = [str(self.args[0]) if self.args else type(self).__name__]
        if self.server_message:
            parts.append(f'osu! says: "{self.server_message}"')
        if self.status is not None:
            parts.append(f"status {self.status}")
        if self.address:
            parts.append(self.address)
        return " · ".join(parts)


def _rebuilt(kind: type[E], args: tuple[Any, ...], state: dict[str, Any]) -> E:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class Offline(OsuError):
    """The server could not be reached, or it did not answer in time."""


class NotKept(OsuError):
    """This answer was not kept: only osu! itself has it."""


class LoginRequired(OsuError):
    """There is no token that the server accepts, and nobody to ask for one."""


class Forbidden(OsuError):
    """The server knows who asks and refuses."""


class NotFound(OsuError):
    """There is no such thing, or it is hidden."""


class InvalidRequest(OsuError):
    """The server did not understand what was asked."""


class RateLimited(OsuError):
    """Too many requests: `retry_after` says how many seconds to wait."""

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
    """The server failed, or sent something that is not an answer."""


class TooLarge(OsuError):
    """The answer is larger than any that osu! sends."""


class Cancelled(OsuError):
    """The client was closed while this call was under way."""


__all__ = [
    "Cancelled",
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
