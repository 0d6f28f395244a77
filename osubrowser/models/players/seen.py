"""Column of when players were last online."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.text.dates import ago, second, sort_key
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.entities.users import UserCompact

UserOf = Callable[[Any], "UserCompact | None"]
"""`item -> its player`, or None if that is gone."""


def seen_column(user_of: UserOf) -> Column[Any]:
    """Return the column that says `online`, or when a player was last seen, as of the load."""
    return Column(
        "seen",
        tr("Seen"),
        116,
        CellKind.TEXT,
        text=lambda item, _: _seen(user_of(item)),
        sort=lambda item, _: _key(user_of(item)),
        tooltip=lambda item: _words(user_of(item)),
        description=tr("Whether they are online, or when they last were"),
    )


def _seen(user: UserCompact | None) -> str:
    if user is None:
        return NOTHING
    if user.is_online:
        return tr("online")
    return ago(user.last_visit, datetime.now(UTC)) or tr("hidden", "when a player was last seen")


def _key(user: UserCompact | None) -> float | None:
    if user is None:
        return None
    return float("inf") if user.is_online else sort_key(user.last_visit)


def _words(user: UserCompact | None) -> str:
    if user is None or user.is_online:
        return ""
    if user.last_visit is None:
        return tr("They hide when they are online")
    return tr("Last seen {when}").format(when=second(user.last_visit))
