"""Notifications of changes: which changes are new, the text, and hours without any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.models.following.texts import sentence
from osubrowser.services.history.changes import unread_since
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.services.history.follow_rows import Follow
    from osubrowser.services.history.store import HistoryStore

_MOST_READ: Final = 200
_MOST_LINES: Final = 3
_LONGEST_LINE: Final = 160


@dataclass(frozen=True, slots=True)
class ChangesNotice:
    """Notification of changes.

    Attributes:
        newest: the largest id of a change, for the next one.
        text: plain text; "" where there is nothing to say.
    """

    newest: int
    text: str = ""


def newest_change(store: HistoryStore) -> int:
    """Return the largest id of a change; 0 without any. Blocks, for a worker.

    Raises:
        OSError: the file cannot be read.
    """
    with store.read() as connection:
        found = connection.execute("SELECT MAX(id) FROM changes").fetchone()
    return int(found[0] or 0)


def changes_notice(
    store: HistoryStore, after: int, known: Mapping[int, Follow], *, original: bool = False
) -> ChangesNotice:
    """Return the notification of the unread changes since another; muted things are silent.

    Blocks, for a worker.

    Args:
        store: the history.
        after: id of the last change that was told.
        known: what is followed, by id.
        original: whether titles of songs are not romanised.

    Raises:
        OSError: the file cannot be read.
    """
    new = unread_since(store, after, _MOST_READ)
    lines = [
        f"{plain(follow.title, 60)}: {sentence(one, original=original)}"
        for one in new
        if (follow := known.get(one.follow_id)) is not None and not follow.is_muted
    ]
    newest = max((one.id for one in new), default=after)
    return ChangesNotice(newest, notice_text(lines))


def notice_text(lines: list[str]) -> str:
    """Return one text for all changes: the first of them, and the number of the others."""
    if not lines:
        return ""
    shown = [plain(line, _LONGEST_LINE) for line in lines[:_MOST_LINES]]
    if len(lines) == 1:
        return shown[0]
    heading = tr("%n change(s):", "", len(lines))
    more = len(lines) - len(shown)
    if more:
        shown.append(tr("and %n more", "", more))
    return "\n".join((heading, *shown))


def is_quiet(now: int, begin: int, end: int) -> bool:
    """Return whether a time is within the quiet hours.

    Args:
        now: minutes since midnight by the clock on the wall, whatever the offset of the time zone.
        begin: when they begin, likewise; equal to `end` for the whole day.
        end: when they end; before `begin` it is on the next day.
    """
    if begin == end:
        return True
    if begin < end:
        return begin <= now < end
    return now >= begin or now < end
