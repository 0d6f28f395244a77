"""How the background refreshing of what is followed goes, in words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.services.history.follow_rows import Follow

_HOUR: Final = 3600
_BETWEEN: Final = " · "


def refreshing_text(items: Sequence[Follow], state: object, now: float | None = None) -> str:
    """Return how refreshing goes: `3 of 1,000 checked in the last hour · next in 20 s`.

    Args:
        items: what is followed.
        state: of the refresher; None for none.
        now: Unix time; None for the present.
    """
    since = (time.time() if now is None else now) - _HOUR
    checked = sum(one.checked_at >= since for one in items)
    failed = sum(bool(one.failure) for one in items)
    parts = [
        tr("{count} of %n checked in the last hour", "", len(items)).format(
            count=numerals.whole(checked)
        )
    ]
    if failed:
        parts.append(tr("%n could not be checked", "", failed))
    return _BETWEEN.join(parts)
