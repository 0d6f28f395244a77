"""What is followed: a list in RAM that is read and written on workers."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from osubrowser.services.history.follow_rows import (
    MOST_FOLLOWS,
    Follow,
    Marked,
    Removed,
    add_follows,
    change_follow,
    mark_read,
    mark_unread,
    read_follows,
    remove_follow,
    rename_group,
    restore_follow,
)
from osubrowser.services.history.followable import FollowKind, follow_address, follow_kinds_of
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable

    from osubrowser.services.history.store import HistoryStore
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls

P = ParamSpec("P")
T = TypeVar("T")

LONGEST_TITLE = 300
LONGEST_GROUP = 80
LONGEST_NOTE = 2000
_LONGEST_PICTURE = 1000
_RELOAD_AFTER = 250  # ms: answers come in bursts


class StoreReader(Protocol):
    """Caller of blocking functions with the history in use; see `HistoryServices.read`."""

    def __call__(
        self,
        load: Callable[Concatenate[HistoryStore, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Coroutine[Any, Any, T]:
        """Return `load(store, ...)`, called on a worker."""


class Follows(QObject):
    """What is followed at the server in use. Use it in the GUI thread; does not block.

    A change shows at once, is written on a worker, and is taken back if that fails.

    Signals:
        changed: the things, their texts or numbers of unread changes are others.
        failed(str): something was not written; a sentence.
        added: a thing that was followed is written.

    Args:
        read: calls a function with the history on a worker; calls are made in their order.
        calls: lets what the person changed be written before the program ends.

    Attributes:
        items: the followed things, in the order of following.
        is_loaded: whether `items` are read from the file.
    """

    changed = Signal()
    failed = Signal(str)
    added = Signal()

    def __init__(self, read: StoreReader, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._calls = calls
        self._scope = TaskScope()
        self._writing = TaskScope()
        self._by_address: dict[str, Follow] = {}
        self._writes = 0
        self._generation = 0
        self._is_closed = False
        self.items: tuple[Follow, ...] = ()
        self.is_loaded = False
        self._reload_timer = QTimer(self, singleShot=True, interval=_RELOAD_AFTER)
        self._reload_timer.timeout.connect(self.load)

    @property
    def groups(self) -> tuple[str, ...]:
        """Names of the groups, without "", in alphabetical order."""
        return tuple(sorted({one.group for one in self.items} - {""}, key=str.casefold))

    @property
    def unread(self) -> int:
        """Number of unread changes in all."""
        return sum(one.unread for one in self.items)

    def find(self, place: Place, kind: FollowKind | None = None) -> Follow | None:
        """Return the followed thing of a place, or None.

        Args:
            place: the place.
            kind: the kind; None for any of its kinds.
        """
        for one in follow_kinds_of(place) if kind is None else (kind,):
            address = follow_address(place, one)
            if address in self._by_address:
                return self._by_address[address]
        return None

    # --- changes by the person -----------------------------------------------------------------

    def follow(
        self,
        place: Place,
        kind: FollowKind,
        title: str,
        picture: str = "",
        group: str = "",
        *,
        since: int | None = None,
    ) -> None:
        """Follow a place; one that is followed already stays as it is.

        Args:
            place: the place; for a player with the id, not the name.
            kind: one of its `follow_kinds_of`; nothing happens for another.
            title: its display name.
            picture: URL of its picture, or "".
            group: its group, or "".
            since: from when on what happens is a change (Unix time in seconds); None for now.
        """
        address = follow_address(place, kind)
        if address is None or address in self._by_address:
            return
        if len(self._by_address) >= MOST_FOLLOWS:
            self.failed.emit(tr("At most %n things can be followed.", "", MOST_FOLLOWS))
            return
        added = Follow(
            kind,
            address,
            plain(title, LONGEST_TITLE) or address,
            picture if len(picture) <= _LONGEST_PICTURE else "",
            plain(group, LONGEST_GROUP).strip(),
            added_at=int(time.time()) if since is None else since,
        )
        self._show({**self._by_address, address: added})
        self._write(add_follows, [added])

    def unfollow(self, *follows: Follow) -> tuple[Removed, ...]:
        """Stop following things, and delete their changes.

        Returns:
            What `put_back` takes to undo it.
        """
        order = list(self._by_address)
        removed = tuple(
            Removed(self._by_address[one.address], order.index(one.address))
            for one in follows
            if one.address in self._by_address
        )
        gone = {one.follow.address for one in removed}
        self._show({key: one for key, one in self._by_address.items() if key not in gone})
        for one in removed:
            self._write(remove_follow, one)
        return removed

    def put_back(self, removed: Iterable[Removed]) -> None:
        """Follow things again, with their changes, as before `unfollow`."""
        known = tuple(removed)
        order = list(self._by_address.values())
        for one in sorted(known, key=lambda one: one.position):
            if one.follow.address not in self._by_address:
                order.insert(one.position, one.follow)
        self._show({one.address: one for one in order})
        for one in known:
            self._write(restore_follow, one)

    def write(
        self,
        follow: Follow,
        *,
        title: str | None = None,
        note: str | None = None,
        group: str | None = None,
        is_muted: bool | None = None,
    ) -> None:
        """Change a followed thing; what is None stays as it is."""
        before = self._by_address.get(follow.address)
        if before is None:
            return
        after = before
        if title is not None:
            after = replace(after, title=plain(title, LONGEST_TITLE).strip() or after.address)
        if note is not None:
            after = replace(after, note=_lines(note))
        if group is not None:
            after = replace(after, group=plain(group, LONGEST_GROUP).strip())
        if is_muted is not None:
            after = replace(after, is_muted=is_muted)
        if after == before:
            return
        self._show({**self._by_address, after.address: after})
        values = {
            "title": after.title,
            "note": after.note,
            "grouping": after.group,
            "is_muted": int(after.is_muted),
        }
        self._write(change_follow, after.address, values)

    def rename_group(self, group: str, name: str) -> None:
        """Rename a group, or join it with another; "" dissolves it."""
        name = plain(name, LONGEST_GROUP).strip()
        self._show(
            {
                key: replace(one, group=name) if one.group == group else one
                for key, one in self._by_address.items()
            }
        )
        self._write(rename_group, group, name)

    def mark_read(
        self,
        *,
        follow: Follow | None = None,
        ids: Sequence[int] | None = None,
        until: int | None = None,
    ) -> Marked:
        """Mark changes as read; all if nothing is given.

        Args:
            follow: the thing whose changes are meant.
            ids: ids of the changes that are meant.
            until: Unix time of the last change that is meant.

        Returns:
            What `mark_unread` takes to undo it.
        """
        now = int(time.time())
        if ids is None and until is None:
            self._show(
                {
                    key: replace(one, unread=0, looked_at=now)
                    if follow is None or key == follow.address
                    else one
                    for key, one in self._by_address.items()
                }
            )
        marked = Marked()
        address = None if follow is None else follow.address
        self._write(partial(mark_read, address=address, ids=ids, until=until), marked, now)
        return marked

    def mark_unread(self, marked: Marked) -> None:
        """Mark changes as unread that were marked as read by mistake."""
        self._write(mark_unread, marked)

    # --- loading -------------------------------------------------------------------------------

    def load(self) -> None:
        """Read everything from the file in use; `changed` follows."""
        self._scope.start(self._load(), key="load")

    def load_soon(self) -> None:
        """Read everything again within moments, once for many calls."""
        if not self._is_closed and not self._reload_timer.isActive():
            self._reload_timer.start()

    def forget(self) -> None:
        """Show nothing: another history is in use."""
        self._generation += 1
        self._scope.cancel_all()
        self._reload_timer.stop()
        self.is_loaded = False
        self._show({})

    def close(self) -> None:
        """Stop reading. What the person changed is still written."""
        self._is_closed = True  # what is written until the end comes back as queued signals
        self._generation += 1
        self._reload_timer.stop()
        self._scope.cancel_all()

    async def _load(self) -> None:
        generation = self._generation
        try:
            found = await self._read(read_follows)
        except OSError:
            return  # `HistoryServices.problem` says it
        # What the person changed meanwhile is read after it is written.
        if generation == self._generation and self._writes == 0:
            was_loaded, self.is_loaded = self.is_loaded, True
            if not was_loaded or self.items != tuple(found):
                self._show({one.address: one for one in found})

    def _show(self, items: dict[str, Follow]) -> None:
        shown = tuple(items.values())
        self._by_address = items
        self.items = shown
        self.changed.emit()

    def _write(
        self,
        change: Callable[Concatenate[HistoryStore, P], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Write a change on a worker; then read what is there."""
        self._writes += 1
        work = self._written(self._read(change, *args, **kwargs), is_added=change is add_follows)
        self._writing.start(self._calls.to_end(work))

    async def _written(self, change: Coroutine[Any, Any, None], *, is_added: bool) -> None:
        generation = self._generation
        try:
            await change
            if is_added:
                self.added.emit()
        except OSError as error:
            self.failed.emit(
                tr("What you follow was not saved: {reason}").format(reason=str(error))
            )
        finally:
            self._writes -= 1
            if generation == self._generation and self._writes == 0:
                self.load()


def _lines(text: str) -> str:
    """Return a note without unprintable characters, with its line breaks, bounded in length."""
    rows = text[: LONGEST_NOTE * 4].splitlines()
    return "\n".join(plain(row, LONGEST_NOTE) for row in rows).strip()[:LONGEST_NOTE].strip()
