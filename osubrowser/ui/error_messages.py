"""Table of error messages: sentence, hint and buttons for each error."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

from osubrowser.api import errors
from osubrowser.services.runtime.failures import Failure
from osubrowser.services.text.plain import plain

_LONGEST_MESSAGE: Final = 200


@dataclass(frozen=True, slots=True)
class Sentence:
    """Message for an error.

    Attributes:
        text: one sentence.
        hint: what to do, or "".
        may_retry: whether to offer a Retry button.
        action: key of another button: `sign_in`, or None.
        details: status, address and time, for a bug report; "" for none.
        button: key and label of a button of the page's own, in lists; None for none.
    """

    text: str
    hint: str = ""
    may_retry: bool = True
    action: Literal["sign_in"] | None = None
    details: str = ""
    button: tuple[str, str] | None = None


def describe(error: BaseException) -> Sentence:
    """Return the message for an error; unexpected errors get a general one."""
    if isinstance(error, errors.OsuError):
        return _describe_osu(error)
    if isinstance(error, Failure):  # errors of the services have their own messages
        return Sentence(plain(error.text), plain(error.hint), details=_cause(error))
    if isinstance(error, TimeoutError):
        return Sentence("This took too long.", "Try again in a moment.", details=_kind(error))
    if isinstance(error, OSError):
        reason = plain(error.strerror or str(error))
        return Sentence(
            "This computer refused it.", f"The system says: {reason}.", True, None, reason
        )
    return Sentence(
        "Something in osubrowser went wrong.",
        "The details help whoever mends it.",
        details=_kind(error),
    )


def _cause(error: Failure) -> str:
    cause = error.__cause__
    return details(cause) if isinstance(cause, errors.OsuError) else ""


def _kind(error: BaseException) -> str:
    return plain(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__, 400)


def _describe_osu(error: errors.OsuError) -> Sentence:
    text, hint, may_retry = _words(error)
    if error.server_message and not isinstance(error, errors.LoginRequired):
        said = f"The server says: “{plain(error.server_message, _LONGEST_MESSAGE)}”"
        hint = f"{hint} {said}".strip()
    action: Literal["sign_in"] | None = (
        "sign_in" if isinstance(error, errors.LoginRequired) else None
    )
    return Sentence(text, hint, may_retry, action, details(error))


def _words(error: errors.OsuError) -> tuple[str, str, bool]:
    """Return sentence, hint, and whether a retry can help."""
    match error:
        case errors.LoginRequired():
            return "osu! shows this to signed-in players.", "Sign in to osu! to go on.", False
        case errors.Forbidden():
            return "osu! does not show this to you.", "Another account may see it.", False
        case errors.NotFound():
            return "osu! has nothing here.", "It may have been renamed or removed.", False
        case errors.RateLimited():
            return f"osu! asks us to wait {seconds(error.retry_after)}.", "", True
        case errors.InvalidRequest():
            return "osu! does not understand this question.", "", False
        case errors.CertificateRefused():
            return (
                "The certificate of the server is not trusted, so nothing was sent.",
                "Check this computer's clock, and whether a proxy or a virus scanner is between.",
                True,
            )
        case errors.Offline():
            return "osu! cannot be reached.", "Check the connection, then try again.", True
        case errors.TooLarge():
            return "The answer is too large to be right.", "Nothing of it was kept.", True
        case errors.Cancelled():
            return "This was stopped.", "", True
        case _:
            return (
                "osu! has trouble answering.",
                "This usually passes: try again in a moment.",
                True,
            )


def details(error: errors.OsuError) -> str:
    """Return status, address and time of a failed request, one a line, without secrets."""
    lines = [
        f"{type(error).__name__}, status {error.status}" if error.status else type(error).__name__,
        plain(error.address or "", 500),
        error.at.strftime("%Y-%m-%d %H:%M:%S UTC"),
    ]
    return "\n".join(line for line in lines if line)


def seconds(wait: float) -> str:
    """Format a wait in whole seconds or minutes, rounded up: `12 s`, `3 min`."""
    whole = max(1, math.ceil(wait)) if math.isfinite(wait) else 60
    return f"{whole} s" if whole < 120 else f"{math.ceil(whole / 60)} min"


# Bidirectional control characters, which can make one name look like another.
_DIRECTION_MARKS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def was_reached(error: BaseException | None) -> bool | None:
    """Return whether osu! was reached, as far as an error shows; None if unknown."""
    if isinstance(error, errors.Offline):
        return False
    return True if isinstance(error, errors.OsuError) and error.status is not None else None
