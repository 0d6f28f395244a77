"""Newest scores of all players, followed while they are watched: columns, loads, filters."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import msgspec
from PySide6.QtCore import QObject, Signal

from osubrowser.api.errors import (
    LoginRequired,
    NotFound,
    Offline,
    OsuError,
    RateLimited,
    ServerTrouble,
)
from osubrowser.lru import LRUCache
from osubrowser.models.beatmaps.columns import (
    difficulty_column,
    mapper_column,
    stars_column,
    status_column,
    title_column,
)
from osubrowser.models.players.records import score_record
from osubrowser.models.scores.columns import (
    accuracy_column,
    combo_column,
    grade_column,
    mods_column,
    pp_column,
    replay_column,
    score_identity,
)
from osubrowser.models.table.column import CellKind, Column
from osubrowser.models.table.live_rows import LiveRows
from osubrowser.models.text.dates import second, sort_key
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.numerals import whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.cursor import Cursor
    from osubrowser.api.entities.beatmaps import Beatmap
    from osubrowser.api.entities.scores import Score
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Record, Row
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.services.runtime.calls import Calls

MOST_ROWS: Final = 5_000
"""Scores that are kept; the oldest are dropped."""
FULL_PAGE: Final = 1_000
"""Scores of one answer; one that is full tells that more have come since."""
AT_ONCE: Final = 50
"""Players, and beatmaps, that one request looks up."""
_MOST_KNOWN: Final = 4_000

GRADES: Final = (
    ("XH", tr("Silver SS")),
    ("X", "SS"),
    ("SH", tr("Silver S")),
    ("S", "S"),
    ("A", "A"),
    ("B", "B"),
    ("C", "C"),
    ("D", "D"),
)
"""Grades of passes: the API's name and a label."""


# --- loads ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Batch:
    """Answer of the feed.

    Attributes:
        scores: the newest first.
        cursor: what asks for newer ones.
        is_full: whether there may be newer ones already.
    """

    scores: tuple[Score, ...]
    cursor: Cursor | None
    is_full: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters of the feed.

    Attributes:
        mode: one of `MODES`; "" for all.
        user: id of the player; None for all.
        pp: least performance points.
        grades: the grades; none for all.
    """

    mode: str = ""
    user: int | None = None
    pp: float = 0.0
    grades: frozenset[str] = frozenset()

    def accepts(self, score: Score) -> bool:
        """Return whether a score fits."""
        return (
            self.user in (None, score.user_id)
            and (not self.pp or (score.pp or 0.0) >= self.pp)
            and (not self.grades or str(score.rank) in self.grades)
        )


def load_batch(client: Client, mode: str, cursor: Cursor | None) -> Batch:
    """Load the newest scores, or those after a cursor (`scores`); blocks, for a worker.

    Args:
        client: the API client. Answers after the first are not stored, and not waited for.
        mode: one of `MODES`; "" for all.
        cursor: of the previous batch; None for the newest scores.

    Raises:
        OsuError: as the client raises it.
    """
    asked = client if cursor is None else client.best_effort()
    found = asked.scores(mode or None, cursor=cursor)
    return Batch(
        tuple(reversed(found.scores)), found.cursor or cursor, len(found.scores) >= FULL_PAGE
    )


def load_user_id(client: Client, name: str) -> int | None:
    """Return the id of a player by id or name (`users/lookup`); None for none. Blocks.

    Raises:
        OsuError: as the client raises it.
    """
    found = client.users_lookup([int(name) if name.isdecimal() else f"@{name.lstrip('@')}"])
    return found[0].id if found else None


@dataclass(frozen=True, slots=True)
class Details:
    """Players and beatmaps that were looked up, by id.

    Attributes:
        users, beatmaps: what was found; None for what there is not.
    """

    users: Mapping[int, UserCompact | None]
    beatmaps: Mapping[int, Beatmap | None]


def load_details(client: Client, users: Sequence[int], beatmaps: Sequence[int]) -> Details:
    """Look up players (`users/lookup`) and beatmaps (`beatmaps`); blocks, for a worker.

    Args:
        client: the API client.
        users: at most 50 ids.
        beatmaps: at most 50 ids.

    Raises:
        OsuError: as the client raises it.
    """
    people = {one.id: one for one in client.users_lookup(users)} if users else {}
    maps = {one.id: one for one in client.beatmaps(beatmaps)} if beatmaps else {}
    return Details(
        {id_: people.get(id_) for id_ in users}, {id_: maps.get(id_) for id_ in beatmaps}
    )


# --- rows -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LiveScore:
    """Score of the feed.

    Attributes:
        score: with its player and beatmap, once they are looked up.
        has_user, has_beatmap: whether they are looked up; they may be gone.
    """

    score: Score
    has_user: bool = False
    has_beatmap: bool = False


def score_of(one: LiveScore) -> Score:
    """Return the score."""
    return one.score


def columns(*, original: bool) -> tuple[Column[LiveScore], ...]:
    """Return the columns of the feed.

    Args:
        original: show original titles, not romanised ones.
    """
    title = title_column(lambda s: s.beatmapset, 190, original=original, with_cover=True)
    title_text = title.text
    parts: tuple[Column[Score], ...] = (
        difficulty_column(lambda s: s.beatmap, 110),
        stars_column(lambda s: s.beatmap),
        replace(mods_column(), width=108),
        accuracy_column(),
        combo_column().hidden(),
        pp_column(),
        replay_column(),
    )
    hidden: tuple[Column[Score], ...] = (
        Column(
            "misses",
            tr("Misses"),
            64,
            CellKind.NUMBER,
            text=lambda s, _: whole(s.statistics.count_miss),
            sort=lambda s, _: s.statistics.count_miss,
        ),
        Column(
            "score",
            tr("Score"),
            92,
            CellKind.NUMBER,
            text=lambda s, _: whole(s.total_score),
            sort=lambda s, _: s.total_score,
        ),
        Column(
            "ruleset",
            tr("Ruleset"),
            96,
            CellKind.TEXT,
            text=lambda s, _: MODE_NAMES.get(str(s.mode), ""),
            sort=lambda s, _: str(s.mode),
        ),
        mapper_column(lambda s: s.beatmapset),
        status_column(lambda s: s.beatmap.status if s.beatmap is not None else None),
    )
    return (
        Column(
            "time",
            tr("Time"),
            72,
            CellKind.DATE,
            text=lambda one, _: _clock(one.score),
            sort=lambda one, _: sort_key(one.score.ended_at),
            tooltip=lambda one: second(one.score.ended_at),
            description=tr("When the play ended, in UTC"),
        ),
        Column(
            "player",
            tr("Player"),
            150,
            CellKind.PLAYER,
            text=lambda one, _: _player(one),
            sort=lambda one, _: _player(one).casefold(),
            picture=lambda one: one.score.user.avatar_url if one.score.user is not None else None,
            strong=True,
        ),
        grade_column().of_part(score_of),
        replace(
            title.of_part(score_of),
            text=lambda one, n: (
                title_text(one.score, n)
                if one.has_beatmap
                else tr("Beatmap {id}").format(id=one.score.beatmap_id)
            ),
            tone=lambda one: (
                title.tone(one.score) if one.has_beatmap and title.tone is not None else 0
            ),
            tooltip=lambda one: (
                title.tooltip(one.score) if one.has_beatmap and title.tooltip is not None else ""
            ),
        ),
        *(column.of_part(score_of) for column in parts),
        *(column.hidden().of_part(score_of) for column in hidden),
    )


def _clock(score: Score) -> str:
    return "" if score.ended_at is None else f"{score.ended_at:%H:%M:%S}"


def _player(one: LiveScore) -> str:
    user = one.score.user
    if user is not None:
        return plain(user.username, 40)
    return (
        tr("[deleted user] {id}").format(id=one.score.user_id)
        if one.has_user
        else f"#{one.score.user_id}"
    )


def record(row: Row[Any]) -> Record:
    """Return the record of a score, for a JSON export."""
    one: LiveScore = row.item
    user = one.score.user
    return {**score_record(one.score), "username": None if user is None else user.username}


def identity(one: LiveScore) -> Hashable:
    """Return the identity of a score."""
    return score_identity(one.score)


# --- the feed -------------------------------------------------------------------------------------


_TEMPORARY: Final = (Offline, ServerTrouble, RateLimited, LoginRequired)
"""Errors after which the same request can succeed."""


class NoSuchPlayer(NotFound):
    """There is no player of this name or id."""


class ScoreFeed(QObject):
    """Scores of the feed in RAM, the newest first, as the rows of a `PagedModel`.

    Args:
        model: shows the rows.
        loader: runs the loads.
        calls: formats the rows on a worker.
        parent: the Qt parent.

    Attributes:
        arrived: the number of scores that were put on top.
        failed: a poll has failed, with its error.
        rows: the rows.
        seen: how many scores osu! has sent, with those that do not fit the filters.
        has_gap: whether scores in between are missing, as more came than osu! sends at once.
    """

    arrived = Signal(int)
    failed = Signal(object)

    def __init__(
        self, model: PagedModel, loader: ClientLoader, calls: Calls, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.seen = 0
        self.has_gap = False
        self._loader = loader
        self._wanted = Wanted()
        self._user_name = ""
        self._items: list[LiveScore] = []
        self._known: set[Hashable] = set()
        self._cursor: Cursor | None = None
        self._users: LRUCache[int, tuple[UserCompact | None]] = LRUCache(_MOST_KNOWN)
        self._beatmaps: LRUCache[int, tuple[Beatmap | None]] = LRUCache(_MOST_KNOWN)
        self._scope = TaskScope()
        self.rows: LiveRows[LiveScore] = LiveRows(
            model, calls, lambda: self._items, identity, self, is_numbered=False, before=self._start
        )

    @property
    def count(self) -> int:
        """How many scores are kept."""
        return len(self._items)

    @property
    def is_polling(self) -> bool:
        """Whether newer scores are being loaded."""
        return self._scope.is_running("poll")

    def source(
        self, wanted: Wanted, user_name: str, columns: Sequence[Column[LiveScore]]
    ) -> CursorSource:
        """Return the source of the scores that fit filters.

        Args:
            wanted: the filters, without the player.
            user_name: id or name of the only player; "" for all.
            columns: of `columns`.
        """
        self.stop()
        self._wanted, self._user_name = wanted, user_name
        self._forget()
        return self.rows.source(columns)

    def adopt(self, rows: Sequence[Row[LiveScore]]) -> None:
        """Take the rows of a restored list as the scores, to go on with."""
        self._items = sorted((row.item for row in rows), key=_number, reverse=True)
        self._known = {row.id for row in rows}
        self.seen = len(rows)
        self.rows.adopt(rows)

    def stop(self) -> None:
        """Cancel all loads; the scores stay."""
        self._scope.cancel_all()
        self.rows.stop()

    def clear(self) -> None:
        """Cancel all loads, and release the scores."""
        self.stop()
        self._forget()
        self._users.clear()
        self._beatmaps.clear()

    def poll(self) -> None:
        """Load the scores that came since; nothing while that is running."""
        if self.is_polling or not self._loader.is_signed_in:
            return
        self._scope.start(self._poll(), key="poll")

    def look_up(self, rows: Iterable[LiveScore]) -> None:
        """Look up players and beatmaps of scores in view, 50 of each at a time."""
        if self._scope.is_running("details"):
            return
        looked = list(rows)
        users = dict.fromkeys(one.score.user_id for one in looked if not one.has_user)
        beatmaps = dict.fromkeys(one.score.beatmap_id for one in looked if not one.has_beatmap)
        users.pop(0, None)
        beatmaps.pop(0, None)
        if users or beatmaps:
            wanted = list(users)[:AT_ONCE], list(beatmaps)[:AT_ONCE]
            self._scope.start(self._look_up(*wanted), key="details")

    # --- private ------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._items, self._known = [], set()
        self._cursor, self.seen, self.has_gap = None, 0, False

    async def _start(self) -> None:
        """Load the newest scores, before rows are made of them."""
        if self._user_name and self._wanted.user is None:
            found = await self._loader.fresh(load_user_id, self._user_name)
            if found is None:
                raise NoSuchPlayer
            self._wanted = replace(self._wanted, user=found)
        batch = await self._loader.fresh(load_batch, self._wanted.mode, None)
        self._forget()
        self._add(batch)

    async def _poll(self) -> None:
        cursor = self._cursor
        try:
            batch = await self._loader.fresh(load_batch, self._wanted.mode, cursor)
        except OsuError as error:
            if cursor is not None and not isinstance(error, _TEMPORARY):
                self._cursor = None  # it is too old: the next poll asks for the newest scores
                self.has_gap = bool(self._items)
            self.failed.emit(error)
            return
        is_apart = not any(score_identity(score) in self._known for score in batch.scores)
        had_some = bool(self._items)
        added = self._add(batch)
        if cursor is None:  # the newest ones: do they meet those that are here?
            self.has_gap = self.has_gap or (had_some and added > 0 and is_apart)
        elif batch.is_full:
            self._cursor, self.has_gap = None, True
        self.arrived.emit(added)
        if added:
            self.rows.update_all()

    def _add(self, batch: Batch) -> int:
        """Put the scores that fit on top; return how many these are."""
        self._cursor = batch.cursor
        self.seen += len(batch.scores)
        fresh = []
        for score in batch.scores:
            one = LiveScore(score)
            key = identity(one)
            if key not in self._known and self._wanted.accepts(score):
                self._known.add(key)
                fresh.append(self._filled(one))
        if fresh:
            # In order even if osu! sends some late: in one pass if they are already.
            items = sorted([*fresh, *self._items], key=_number, reverse=True)
            for one in items[MOST_ROWS:]:
                self._known.discard(identity(one))
            self._items = items[:MOST_ROWS]
        return len(fresh)

    async def _look_up(self, users: Sequence[int], beatmaps: Sequence[int]) -> None:
        try:
            details = await self._loader.fresh(load_details, users, beatmaps)
        except OsuError as error:
            self.failed.emit(error)
            return
        for user, found in details.users.items():
            self._users.put(user, (found,))
        for beatmap, known in details.beatmaps.items():
            self._beatmaps.put(beatmap, (known,))
        self._items, changed = _refilled(self._items, self._filled)
        self.rows.update(changed)

    def _filled(self, one: LiveScore) -> LiveScore:
        """Return a score with what is known of its player and beatmap."""
        user = None if one.has_user else self._users.get(one.score.user_id)
        beatmap = None if one.has_beatmap else self._beatmaps.get(one.score.beatmap_id)
        if user is None and beatmap is None:
            return one
        changes: dict[str, Any] = {}
        if user is not None:
            changes["user"] = user[0]
        if beatmap is not None:
            changes["beatmap"] = beatmap[0]
            changes["beatmapset"] = None if beatmap[0] is None else beatmap[0].beatmapset
        return LiveScore(
            msgspec.structs.replace(one.score, **changes),
            one.has_user or user is not None,
            one.has_beatmap or beatmap is not None,
        )


def _number(one: LiveScore) -> int:
    return one.score.id or 0


def _refilled(
    items: Sequence[LiveScore], filled: Callable[[LiveScore], LiveScore]
) -> tuple[list[LiveScore], list[LiveScore]]:
    """Return the items with what is known of them, and those of them that have changed."""
    made = [filled(one) for one in items]
    return made, [new for old, new in zip(items, made, strict=True) if new is not old]
