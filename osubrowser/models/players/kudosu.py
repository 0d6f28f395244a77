"""Kudosu history of a player: columns and loads."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.table.offset_pages import load_from
from osubrowser.models.text.dates import minute_cell, second, sort_key
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.kudosu import KudosuHistory
    from osubrowser.models.table.sources import RowsPage

MOST_CHANGES: Final = 100
"""Largest number of changes that osu! returns."""

_REASONS: Final = {
    "vote.give": tr("Votes for a discussion post"),
    "vote.reset": tr("Votes were taken back"),
    "vote.revoke": tr("Votes were taken back"),
    "allow_kudosu.give": tr("Allowed again"),
    "deny_kudosu.reset": tr("Denied by a moderator"),
    "delete.reset": tr("The post was deleted"),
    "restore.give": tr("The post was restored"),
    "recalculate.give": tr("Votes were counted anew"),
    "recalculate.reset": tr("Votes were counted anew"),
    "give": tr("Given for a forum post"),
    "reset": tr("Taken back"),
    "revoke": tr("Denied"),
}


def kudosu_columns() -> tuple[Column[KudosuHistory], ...]:
    """Return the columns of the kudosu history."""
    return (
        Column(
            "amount",
            tr("Amount"),
            70,
            CellKind.NUMBER,
            text=lambda k, _: numerals.signed(k.amount),
            sort=lambda k, _: k.amount,
            strong=True,
        ),
        Column(
            "reason",
            tr("Why"),
            200,
            CellKind.TEXT,
            text=lambda k, _: reason(k),
            sort=lambda k, _: reason(k).casefold(),
        ),
        Column(
            "post",
            tr("For"),
            320,
            CellKind.TITLE,
            text=lambda k, _: k.post.title or NOTHING,
            sort=lambda k, _: k.post.title.casefold() or None,
            tone=lambda k: len(plain(k.post.title)) if k.post.url else 0,
            tooltip=lambda k: plain(k.post.title),
        ),
        Column(
            "giver",
            tr("By"),
            120,
            CellKind.TEXT,
            text=lambda k, _: k.giver.username if k.giver is not None else "",
            sort=lambda k, _: k.giver.username.casefold() if k.giver is not None else None,
        ),
        Column(
            "date",
            tr("Date"),
            128,
            CellKind.DATE,
            text=lambda k, _: minute_cell(k.created_at),
            sort=lambda k, _: sort_key(k.created_at),
            tooltip=lambda k: second(k.created_at),
        ),
    )


def reason(change: KudosuHistory) -> str:
    """Format the reason of a change of kudosu."""
    known = _REASONS.get(change.action or "")
    return known or plain((change.action or tr("unknown")).replace("_", " ").replace(".", ": "), 60)


def kudosu_identity(change: KudosuHistory) -> Hashable:
    """Return the identity of a change."""
    return change.id


def load_kudosu(
    client: Client, user_id: int, columns: Sequence[Column[Any]], offset: int
) -> RowsPage:
    """Load a page of the kudosu history (`users/{user}/kudosu`); blocks, for a worker.

    Raises:
        OsuError: as the client raises it.
    """

    def ask(client: Client, *, limit: int, offset: int) -> Sequence[KudosuHistory]:
        return client.user_kudosu(user_id, limit=limit, offset=offset)

    return load_from(
        client, ask, columns, kudosu_identity, offset, most=MOST_CHANGES, short_ends=True
    )
