"""Table of error messages: sentence, hint and buttons for each error."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

from osubrowser.api import errors
from osubrowser.services.history.failures import HistoryUnreadable
from osubrowser.services.runtime.failures import Failure
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

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
    if isinstance(error, HistoryUnreadable):
        return Sentence(
            tr("The history on this computer cannot be read."),
            tr("The system says: {reason}.").format(reason=plain(str(error), _LONGEST_MESSAGE)),
        )
    if isinstance(error, errors.OsuError):
        return _describe_osu(error)
    if isinstance(error, Failure):  # errors of the services have their own messages
        return Sentence(plain(error.text), plain(error.hint), details=_cause(error))
    if isinstance(error, TimeoutError):
        return Sentence(
            tr("This took too long."), tr("Try again in a moment."), details=_kind(error)
        )
    if isinstance(error, OSError):
        reason = plain(error.strerror or str(error))
        return Sentence(
            tr("This computer refused it."),
            tr("The system says: {reason}.").format(reason=reason),
            True,
            None,
            reason,
        )
    return Sentence(
        tr("Something in osubrowser went wrong."),
        tr("The details help whoever mends it."),
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
        said = tr("The server says: “{server_message}”").format(
            server_message=plain(error.server_message, _LONGEST_MESSAGE)
        )
        hint = f"{hint} {said}".strip()
    action: Literal["sign_in"] | None = (
        "sign_in" if isinstance(error, errors.LoginRequired) else None
    )
    return Sentence(text, hint, may_retry, action, details(error))


def _words(error: errors.OsuError) -> tuple[str, str, bool]:
    """Return sentence, hint, and whether a retry can help."""
    match error:
        case errors.LoginRequired():
            return (
                tr("osu! shows this to signed-in players."),
                tr("Sign in to osu! to go on."),
                False,
            )
        case errors.Forbidden():
            return tr("osu! does not show this to you."), tr("Another account may see it."), False
        case errors.NotFound():
            return tr("osu! has nothing here."), tr("It may have been renamed or removed."), False
        case errors.RateLimited():
            return (
                tr("osu! asks us to wait {seconds}.").format(seconds=seconds(error.retry_after)),
                "",
                True,
            )
        case errors.InvalidRequest():
            return tr("osu! does not understand this question."), "", False
        case errors.CertificateRefused():
            return (
                tr("The certificate of the server is not trusted, so nothing was sent."),
                tr(
                    "Check this computer's clock, and whether a proxy or a virus scanner is "
                    "between."
                ),
                True,
            )
        case errors.Offline():
            return tr("osu! cannot be reached."), tr("Check the connection, then try again."), True
        case errors.TooLarge():
            return tr("The answer is too large to be right."), tr("Nothing of it was kept."), True
        case errors.Cancelled():
            return tr("This was stopped."), "", True
        case _:
            return (
                tr("osu! has trouble answering."),
                tr("This usually passes: try again in a moment."),
                True,
            )


def details(error: errors.OsuError) -> str:
    """Return status, address and time of a failed request, one a line, without secrets."""
    lines = [
        tr("{error}, status {status}").format(error=type(error).__name__, status=error.status)
        if error.status
        else type(error).__name__,
        plain(error.address or "", 500),
        error.at.strftime("%Y-%m-%d %H:%M:%S UTC"),
    ]
    return "\n".join(line for line in lines if line)


def seconds(wait: float) -> str:
    """Format a wait in whole seconds or minutes, rounded up: `12 s`, `3 min`."""
    whole = max(1, math.ceil(wait)) if math.isfinite(wait) else 60
    return (
        tr("{count} s").format(count=whole)
        if whole < 120
        else tr("{count} min").format(count=math.ceil(whole / 60))
    )


# Bidirectional control characters, which can make one name look like another.
_DIRECTION_MARKS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def was_reached(error: BaseException | None) -> bool | None:
    """Return whether osu! was reached, as far as an error shows; None if unknown."""
    if isinstance(error, errors.Offline):
        return False
    return True if isinstance(error, errors.OsuError) and error.status is not None else None
