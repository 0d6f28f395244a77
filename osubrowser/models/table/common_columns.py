"""Constructors of ordinary columns: text, number, date and time, mark, player."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.text.dates import day_cell, minute_cell, second, sort_key
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

T = TypeVar("T")


def text_column(
    key: str,
    title: str,
    width: int,
    value: Callable[[T], str],
    *,
    strong: bool = False,
    description: str = "",
    whole: Callable[[T], str] | None = None,
) -> Column[T]:
    """Return a column of text: `value(item)`, which must be plain text.

    `whole(item)` is the tooltip, such as a text that does not fit into the column.
    """
    return Column(
        key,
        title,
        width,
        CellKind.TEXT,
        text=lambda item, _: value(item),
        sort=lambda item, _: plain(value(item)).casefold() or None,
        strong=strong,
        description=description,
        tooltip=whole,
    )


def number_column(
    key: str,
    title: str,
    width: int,
    value: Callable[[T], float | None],
    description: str = "",
) -> Column[T]:
    """Return a column of a figure: digits are grouped, and a fraction has two places at most."""

    def text(item: T, _number: int) -> str:
        found = value(item)
        if found is None:
            return NOTHING
        return numerals.whole(found) if isinstance(found, int) else numerals.trimmed(found)

    return Column(
        key,
        title,
        width,
        CellKind.NUMBER,
        text=text,
        sort=lambda item, _: value(item),
        description=description,
    )


def day_column(key: str, title: str, when: Callable[[T], datetime | None]) -> Column[T]:
    """Return a column of days; the tooltip has the second."""
    return Column(
        key,
        title,
        92,
        CellKind.DATE,
        text=lambda item, _: day_cell(when(item)),
        sort=lambda item, _: sort_key(when(item)),
        tooltip=lambda item: second(when(item)),
    )


def minute_column(key: str, title: str, when: Callable[[T], datetime | None]) -> Column[T]:
    """Return a column of dates with the time, in UTC; the tooltip has the second."""
    return Column(
        key,
        title,
        132,
        CellKind.DATE,
        text=lambda item, _: minute_cell(when(item)),
        sort=lambda item, _: sort_key(when(item)),
        tooltip=lambda item: second(when(item)),
    )


def mark_column(key: str, title: str, has: Callable[[T], bool], description: str = "") -> Column[T]:
    """Return a column with a mark where something is so."""
    return Column(
        key,
        title,
        76,
        CellKind.MARK,
        text=lambda item, _: tr("yes") if has(item) else "",
        sort=lambda item, _: has(item),
        tone=lambda item: int(has(item)),
        description=description,
    )


def player_column(
    key: str,
    title: str,
    user: Callable[[T], Any],
    width: int = 170,
) -> Column[T]:
    """Return a column of players with their avatars.

    Args:
        key: identifier.
        title: heading.
        user: `item -> user`, with `username` and `avatar_url`; None for an unknown one.
        width: in pixels.
    """

    def name(item: T) -> str:
        found = user(item)
        return "" if found is None else plain(found.username, 40)

    def avatar(item: T) -> str | None:
        found = user(item)
        return None if found is None else found.avatar_url or None

    return Column(
        key,
        title,
        width,
        CellKind.PLAYER,
        text=lambda item, _: name(item),
        sort=lambda item, _: name(item).casefold() or None,
        picture=avatar,
    )
