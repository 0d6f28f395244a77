"""The single table from an error to what a person reads: sentence, hint, Retry or not."""

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
    """What a person is told about a failure.

    Attributes:
        text: one sentence in plain words.
        hint: what helps, or "".
        may_retry: asking again can help, so a Retry button is shown.
        action: the other button that helps: `sign_in`, or None.
        details: status, address and time, for people who report it; "" if nothing is known.
    """

    text: str
    hint: str = ""
    may_retry: bool = True
    action: Literal["sign_in"] | None = None
    details: str = ""


def describe(error: BaseException) -> Sentence:
    """Put an error into words. Knows every error; what is unexpected gets a general sentence."""
    if isinstance(error, errors.OsuError):
        return _describe_osu(error)
    if isinstance(error, Failure):  # the services' own failures bring their words along
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
    """Return sentence, hint, and whether asking again can help."""
    match error:
        case errors.LoginRequired():
            return "You are signed out.", "Sign in to osu! to go on.", False
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
            return "osu! has trouble answering.", "It mostly passes: try again in a moment.", True


def details(error: errors.OsuError) -> str:
    """Return status, address and time of a failed request, one a line, without secrets."""
    lines = [
        f"{type(error).__name__}, status {error.status}" if error.status else type(error).__name__,
        plain(error.address or "", 500),
        error.at.strftime("%Y-%m-%d %H:%M:%S UTC"),
    ]
    return "\n".join(line for line in lines if line)


def seconds(wait: float) -> str:
    """Return a wait in whole seconds or minutes, rounded up: `12 s`, `3 min`."""
    whole = max(1, math.ceil(wait)) if math.isfinite(wait) else 60
    return f"{whole} s" if whole < 120 else f"{math.ceil(whole / 60)} min"


# Marks that turn the direction of what follows, and so could make a name look like another.
_DIRECTION_MARKS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def was_reached(error: BaseException | None) -> bool | None:
    """Return whether osu! was reached, as far as an error tells; None if it does not."""
    if isinstance(error, errors.Offline):
        return False
    return True if isinstance(error, errors.OsuError) and error.status is not None else None
