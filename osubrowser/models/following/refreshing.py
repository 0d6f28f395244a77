"""Status texts of background refreshing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from osubrowser.models.text.dates import local_moment
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.services.history.follow_rows import Follow
    from osubrowser.services.history.refresh import RefreshState

_HOUR: Final = 3600
_BETWEEN: Final = " · "
_LONG: Final = 90 * 60
"""Seconds of a wait that is told by the clock, not by its length."""

_WORDS: Final = {
    "off": tr("refreshing is off"),
    "stopped": "",
    "signed_out": tr("paused: signed out"),
    "offline": tr("paused: no connection"),
    "metered": tr("paused: metered connection"),
    "rate_limited": tr("paused: osu! asked to wait"),
    "failing": tr("paused: osu! does not answer"),
    "busy": tr("paused: your own requests come first"),
    "empty": "",
    "resting": tr("all checked"),
    "waiting": "",
    "checking": tr("checking …"),
}
"""What refreshing is doing, by `RefreshWord`."""


def refreshing_text(
    items: Sequence[Follow], state: RefreshState | None, now: float | None = None
) -> str:
    """Return how refreshing goes: `3 of 1,000 checked in the last hour · next in 20 s`.

    Args:
        items: what is followed.
        state: of the refresher; None for none.
        now: Unix time in seconds; None for the present.
    """
    now = time.time() if now is None else now
    checked = sum(one.checked_at >= now - _HOUR for one in items)
    failed = sum(bool(one.failure) for one in items)
    text = tr("{count} of %n checked in the last hour", "", len(items))
    parts = [text.format(count=numerals.whole(checked))]
    if failed:
        parts.append(tr("%n could not be checked", "", failed))
    if state is not None:
        parts.append(_WORDS.get(state.word, ""))
        if state.until is not None and state.word != "checking":
            parts.append(_next(state.until - now, state.until))
    return _BETWEEN.join(filter(None, parts))


def _next(seconds: float, until: float) -> str:
    """Return when the next request is sent."""
    if seconds >= _LONG:
        return tr("next at {time}").format(time=local_moment(until))
    whole = max(1, round(seconds))
    if whole < 120:
        return tr("next in %n second(s)", "", whole)
    return tr("next in %n minute(s)", "", whole // 60)
