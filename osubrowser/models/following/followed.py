"""Followed things: columns and records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.following.kinds import kind_name
from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.table.common_columns import text_column
from osubrowser.models.text.dates import local_minute, local_moment
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain, plain_lines
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from osubrowser.models.table.column import Record, Row
    from osubrowser.services.history.follow_rows import Follow

_FAILURES: Final = {
    "gone": tr("osu! does not have it any more, or hides it"),
    "forbidden": tr("osu! does not show it to you"),
    "refused": tr("osu! did not accept the question"),
    "unreadable": tr("what osu! sent could not be read"),
    "offline": tr("osu! could not be reached"),
}


def failure_text(failure: str) -> str:
    """Return why the last check failed, inside a sentence, for `Follow.failure`."""
    return _FAILURES.get(failure, tr("it could not be checked")) if failure else ""


def in_order(items: Iterable[Follow]) -> list[Follow]:
    """Return followed things by group, those without one first, and by title."""
    return sorted(items, key=lambda one: (one.group.casefold(), one.title.casefold()))


def followed_columns() -> tuple[Column[Follow], ...]:
    """Return the columns of followed things."""
    return (
        Column(
            "title",
            tr("Followed"),
            172,
            CellKind.PLAYER,
            text=lambda one, _: plain(one.title, 120),
            sort=lambda one, _: one.title.casefold() or None,
            picture=lambda one: one.picture or None,
            tooltip=_about,
            strong=True,
        ),
        Column(
            "unread",
            tr("New", "unread changes"),
            44,
            CellKind.NUMBER,
            text=lambda one, _: numerals.whole(one.unread) if one.unread else "",
            sort=lambda one, _: one.unread,
            description=tr("Unread changes"),
        ),
        text_column("group", tr("Group"), 64, lambda one: one.group),
        Column(
            "checked",
            tr("Checked"),
            98,
            CellKind.DATE,
            text=lambda one, _: _checked_text(one),
            sort=_checked,
            tooltip=lambda one: _problem(one) if one.failure else local_minute(one.checked_at),
            description=tr("When osu! was asked last"),
        ),
        text_column("kind", tr("Kind of thing"), 90, _kind).hidden(),
        text_column("note", tr("Note"), 160, _note, whole=_note).hidden(),
        text_column(
            "muted",
            tr("Notifications"),
            90,
            _muted,
        ).hidden(),
    )


def _checked(one: Follow, _number: int) -> int | None:
    return one.checked_at or None


def _checked_text(one: Follow) -> str:
    if one.failure:
        return tr("failed", "the last check of what is followed")
    return local_moment(one.checked_at) or NOTHING


def _kind(one: Follow) -> str:
    return kind_name(one.kind)


def _note(one: Follow) -> str:
    return plain(one.note, 300)


def _muted(one: Follow) -> str:
    return tr("none", "no notifications") if one.is_muted else ""


def _about(one: Follow) -> str:
    """Return the tooltip of a followed thing."""
    lines = [plain(one.title, 300), kind_name(one.kind)]
    if one.group:
        lines.append(tr("Group: {group}").format(group=one.group))
    if one.is_muted:
        lines.append(tr("No notifications"))
    if one.checked_at:
        lines.append(tr("Checked {when}").format(when=local_minute(one.checked_at)))
    else:
        lines.append(tr("Not checked yet"))
    if one.failure:
        lines.append(_problem(one))
    if one.note:
        lines.append(plain_lines(one.note))
    return "\n".join(lines)


def _problem(one: Follow) -> str:
    return tr("The last check failed: {reason}").format(reason=failure_text(one.failure))


def followed_record(row: Row[Any]) -> Record:
    """Return the exact values of a followed thing for JSON."""
    one: Follow = row.item
    return {
        "kind": str(one.kind),
        "address": one.address,
        "title": one.title,
        "group": one.group,
        "note": one.note,
        "is_muted": one.is_muted,
        "unread": one.unread,
        "added_at": one.added_at,
        "checked_at": one.checked_at,
        "failure": one.failure,
    }
