"""Exceptions: each is an OsuError and what programs of ossapi catch, such as ValueError."""

from __future__ import annotations

import sys
from functools import cache
from typing import Any, TypeAlias, TypeVar

from osubrowser.api.errors import (
    Cancelled,
    CertificateRefused,
    Forbidden,
    InvalidRequest,
    LoginRequired,
    NotCached,
    Offline,
    OsuError,
    ServerTrouble,
)

E = TypeVar("E", bound=OsuError)
Bases: TypeAlias = tuple[type[BaseException], ...]


class OAuthError(OsuError):
    """Sign-in or permission that is missing; the attributes are those of OAuth 2.0 (RFC 6749).

    Attributes:
        error: the code of the error, such as `access_denied`.
        description: what happened, in words.
        status_code: HTTP status that such an error has.
    """

    error = "access_denied"
    status_code = 400

    def __init__(self, description: str = "", **details: Any) -> None:  # noqa: ANN401 - OsuError's
        super().__init__(description, **details)
        self.description = self.args[0]

    def __str__(self) -> str:
        return f"({self.error}) {super().__str__()}"


class AccessDeniedError(OAuthError, LoginRequired):
    """The call is for players only, or the player refused the sign-in."""

    error = "access_denied"
    status_code = 401


class InsufficientScopeError(OAuthError, Forbidden):
    """The sign-in lacks the scope that the call needs."""

    error = "insufficient_scope"
    status_code = 403


class TokenExpiredError(OAuthError, LoginRequired):
    """The access token has expired, and there is no way to renew it."""

    error = "token_expired"
    status_code = 401


class ReauthenticationRequired(LoginRequired):
    """The access token that the program passed is not accepted any more, and cannot be renewed."""


_AS_THEY_ARE = (ReauthenticationRequired, Cancelled, NotCached)


def compatible(error: OsuError, *, is_async: bool = False, is_sign_in: bool = False) -> OsuError:
    """Return an error that `except` clauses of programs of ossapi catch as well.

    It has the class and the attributes of `error`, and in addition is a ValueError; where the
    server was not reached, `ConnectionError`, `Timeout` or `SSLError` of requests, for an async
    client also `ClientError` of aiohttp if that is imported; where the answer is no JSON,
    `JSONDecodeError` of requests, which is a ValueError as well. An OAuthError is of oauthlib's
    class of that name if the program imported it; and so is, as InvalidClientError, a refusal of
    the token endpoint (`is_sign_in`).
    """
    if isinstance(error, (*_AS_THEY_ARE, _Compatible)):
        return error
    others = _other_bases(error, is_async)
    if is_sign_in and isinstance(error, LoginRequired | InvalidRequest):
        others += _loaded_classes(["oauthlib.oauth2.rfc6749.errors.InvalidClientError"])
    if not others:
        return error
    state = dict(error.__dict__)
    found = _make_error(type(error), others, error.args, state)
    found.__cause__ = error.__cause__
    return found.with_traceback(error.__traceback__)


class _Compatible(OsuError):
    """Mixin of the classes that are made here; pickled without the classes of other libraries."""

    _kind: type[OsuError] = OsuError

    def __reduce__(self) -> tuple[Any, ...]:
        builtin = tuple({ValueError, ConnectionError} & set(type(self).__mro__))
        if not builtin and issubclass(self._kind, Offline):
            builtin = (ConnectionError,)
        return _make_error, (self._kind, builtin, self.args, self.__dict__)


def _other_bases(error: OsuError, is_async: bool) -> Bases:
    if isinstance(error, OAuthError):
        return _loaded_classes([f"oauthlib.oauth2.rfc6749.errors.{type(error).__name__}"])
    if isinstance(error, Offline):
        is_late = _is_timeout(error)
        if isinstance(error, CertificateRefused):
            names = ["requests.exceptions.SSLError"]
        else:
            names = [f"requests.exceptions.{'ReadTimeout' if is_late else 'ConnectionError'}"]
        if is_async:
            names.append(f"aiohttp.{'ServerTimeoutError' if is_late else 'ClientConnectionError'}")
        return _loaded_classes(names) or (ConnectionError,)
    if isinstance(error, ServerTrouble):
        return _loaded_classes(["requests.exceptions.JSONDecodeError"]) or (ValueError,)
    return (ValueError,)


def _is_timeout(error: Offline) -> bool:
    """Whether the server was too slow; without a cause, the time for the whole request was up."""
    cause = error.__cause__
    urllib3 = sys.modules.get("urllib3.exceptions")
    if cause is None or urllib3 is None:
        return cause is None
    return isinstance(cause, urllib3.TimeoutError) and not isinstance(
        cause, urllib3.NewConnectionError
    )


def _loaded_classes(names: list[str]) -> Bases:
    """Return classes by name, of modules that are imported already."""
    found = []
    for name in names:
        module, _, attribute = name.rpartition(".")
        kind = getattr(sys.modules.get(module), attribute, None)
        if kind is not None:
            found.append(kind)
    return tuple(found)


def _make_error(
    kind: type[OsuError], others: Bases, args: tuple[Any, ...], state: dict[str, Any]
) -> OsuError:
    """Return an error without calling `__init__`: those of the bases take other arguments."""
    any_kind: Any = kind
    made = _error_class(any_kind, others)
    error = made.__new__(made, *args)
    error.args = args
    # What the bases' own methods read.
    error.__dict__.update(request=None, response=None)
    for name, value in {"msg": str(args[0]) if args else "", "doc": "", "pos": 0}.items():
        error.__dict__.setdefault(name, value)
    error.__dict__.update(lineno=1, colno=1)
    error.__dict__.update(state)
    return error


@cache
def _error_class(kind: Any, others: Bases) -> type[OsuError]:  # noqa: ANN401 - hashable for mypy
    namespace = {"__doc__": kind.__doc__, "__module__": kind.__module__, "_kind": kind}
    return type(kind.__name__, (_Compatible, kind, *others), namespace)
