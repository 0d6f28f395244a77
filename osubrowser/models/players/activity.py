"""Recent activity of a player: columns, loads and text of events."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.models.scores.columns import grade_letters, grade_order, grade_tone
from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.table.offset_pages import load_from
from osubrowser.models.text.dates import minute_cell, second, sort_key
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.events import Event
    from osubrowser.models.table.sources import RowsPage

MOST_EVENTS: Final = 100
"""Largest number of events that osu! returns."""

_LONGEST: Final = 160
_WHOSE: Final = {
    "beatmapsetDelete": tr("was deleted"),
    "beatmapsetRevive": tr("came back from the graveyard"),
    "beatmapsetUpdate": tr("was updated"),
    "beatmapsetUpload": tr("was uploaded"),
}
_SUPPORT: Final = {
    "userSupportAgain": tr("Supports osu! once more"),
    "userSupportFirst": tr("Became an osu!supporter"),
    "userSupportGift": tr("Was given the osu!supporter tag"),
}


class EventText(NamedTuple):
    """Text of an event in two parts: its subject, and the rest, which may be ""."""

    head: str
    tail: str = ""

    @property
    def text(self) -> str:
        """The whole text."""
        return f"{self.head} {self.tail}".rstrip()


def activity_columns() -> tuple[Column[Event], ...]:
    """Return the columns of recent activity."""
    return (
        Column(
            "grade",
            "",
            54,
            CellKind.GRADE,
            text=lambda e, _: grade_letters(e.score_rank) if e.score_rank else "",
            sort=lambda e, _: grade_order(e.score_rank),
            tone=lambda e: grade_tone(e.score_rank),
            picture=lambda e: e.achievement.icon_url or None if e.achievement is not None else None,
            description=tr("The grade of the score, or the medal"),
        ),
        Column(
            "event",
            tr("What happened"),
            420,
            CellKind.TITLE,
            text=lambda e, _: event_text(e).text,
            sort=lambda e, _: str(e.type or ""),
            tone=lambda e: len(event_text(e).head),
            tooltip=lambda e: event_text(e).text,
            strong=True,
        ),
        Column(
            "rank",
            tr("Rank"),
            66,
            CellKind.NUMBER,
            text=lambda e, _: f"#{numerals.whole(e.rank)}" if e.rank is not None else "",
            sort=lambda e, _: -e.rank if e.rank is not None else None,
            description=tr("The place on the beatmap's board"),
            shown=False,
        ),
        Column(
            "mode",
            tr("Ruleset"),
            96,
            CellKind.TEXT,
            text=lambda e, _: _mode(e),
            sort=lambda e, _: _mode(e) or None,
        ),
        Column(
            "date",
            tr("Date"),
            128,
            CellKind.DATE,
            text=lambda e, _: minute_cell(_when(e)),
            sort=lambda e, _: sort_key(_when(e)),
            tooltip=lambda e: second(_when(e)),
        ),
    )


def activity_identity(event: Event) -> Hashable:
    """Return the identity of an event."""
    return event.id


def load_activity(
    client: Client, user_id: int, columns: Sequence[Column[Any]], offset: int
) -> RowsPage:
    """Load a page of recent activity (`users/{user}/recent_activity`); blocks, for a worker.

    Raises:
        OsuError: as the client raises it.
    """

    def ask(client: Client, *, limit: int, offset: int) -> Sequence[Event]:
        return client.user_recent_activity(user_id, limit=limit, offset=offset)

    return load_from(
        client, ask, columns, activity_identity, offset, most=MOST_EVENTS, short_ends=True
    )


def event_text(event: Event) -> EventText:
    """Format an event."""
    if event.beatmap is not None and event.type in ("rank", "rankLost", "beatmapPlaycount"):
        return _of_beatmap(event, _name(event.beatmap.title))
    if event.beatmapset is not None:
        title = _name(event.beatmapset.title)
        if event.type == "beatmapsetApprove":
            return EventText(
                title, tr("is {status} now").format(status=plain(event.approval or "ranked", 20))
            )
        return EventText(title, _WHOSE.get(event.type or "", tr("changed")))
    return _of_player(event)


def _of_beatmap(event: Event, title: str) -> EventText:
    if event.type == "beatmapPlaycount":
        return EventText(
            title,
            tr("has been played %n time(s)", "", event.count or 0),
        )
    if event.type == "rankLost":
        return EventText(tr("First place lost"), tr("on {title}").format(title=title))
    return EventText(
        tr("Rank #{rank}").format(rank=numerals.whole(event.rank))
        if event.rank is not None
        else tr("A rank"),
        tr("on {title}").format(title=title),
    )


def _of_player(event: Event) -> EventText:
    if event.achievement is not None:
        name = plain(event.achievement.name, _LONGEST) or tr("number {id}").format(
            id=event.achievement.id
        )
        described = plain(event.achievement.description or "", _LONGEST // 2)
        return EventText(tr("Medal {name}").format(name=name), described)
    if event.type in _SUPPORT:
        return EventText(_SUPPORT[event.type])
    if event.type == "usernameChange" and event.user is not None:
        before = plain(event.user.previous_username or "", 60)
        was = tr("was {name} before").format(name=before) if before else ""
        return EventText(
            tr("Has the new name {name}").format(name=plain(event.user.username, 60)), was
        )
    if event.parse_error or event.type is None:
        return EventText(tr("Something that osu! itself cannot read any more"))
    return EventText(plain(event.type, 60))


def _name(title: str) -> str:
    return plain(title, _LONGEST) or tr("(no title)")


def _mode(event: Event) -> str:
    mode = event.mode or (event.achievement.mode if event.achievement is not None else None)
    return MODE_NAMES.get(mode, plain(mode, 20)) if mode is not None else ""


def _when(event: Event) -> Any:  # noqa: ANN401 - a moment or None
    return event.created_at or event.createdAt
