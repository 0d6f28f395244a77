"""Topic of best lists: which plays were in them, from when until when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.api.entities.scores import Score
from osubrowser.api.entities.users import User
from osubrowser.services.history import plays
from osubrowser.services.history.days import to_unix
from osubrowser.services.history.plays import MOST, Earlier, KeptPlay
from osubrowser.services.history.records import Difference, Observation
from osubrowser.services.history.subjects import RULESETS, player
from osubrowser.services.history.varints import Reader, put

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.plays import Departure, Entry

_PATH: Final = re.compile(r"/api/v2/users/([^/]+)/scores/best")
_TOGETHER: Final = 600
"""Seconds after which a page of a list no longer belongs to those before it."""
_LEFT_OUT: Final = 10
"""A page that lacks fewer plays may not be the last: osu! leaves out deleted beatmaps."""
_OLD: Final = 86_400
"""A play set so many seconds before the list was last seen is no new one: it rose into the list."""
_USUAL_LIMIT, _MOST_LIMIT = 5, 100
_HAS_CHANGED, _HAS_COMPUTED = 1, 2


class BestLists:
    """Topic of best lists, from `users/{user}/scores/best`; see `plays` for what it leads to.

    A play has left its list when a look covers its place and it is not there: a look at the whole
    list, or down to fewer pp than it has. While pp are computed anew, only a look at the whole list
    says so, or a better play on the same beatmap.
    """

    def write(
        self, connection: sqlite3.Connection, observation: Observation
    ) -> Iterable[Difference]:
        """Write what a page of a best list shows; see `Topic`."""
        if isinstance(observation.entity, User):
            _note_length(connection, observation.entity, observation.path, observation.at)
            return
        page = _page_of(observation)
        if page is not None:
            yield from _ListUpdate(connection, page).write()


def _note_length(connection: sqlite3.Connection, user: User, path: str, at: int) -> None:
    mode = path.rpartition("/")[2]
    ruleset = mode if mode in RULESETS else str(user.playmode or "")
    if user.id and user.scores_best_count is not None and ruleset in RULESETS:
        connection.execute(
            "INSERT OR REPLACE INTO list_lengths VALUES (?, ?, ?, ?)",
            (user.id, RULESETS.index(ruleset), min(max(user.scores_best_count, 0), MOST), at),
        )


# --- pages --------------------------------------------------------------------------------------


class _Page(NamedTuple):
    """Page of a best list.

    Attributes:
        player: id of the player.
        ruleset: number of the ruleset.
        at: when it was sent (Unix time in seconds).
        offset: of its first play in the list.
        asked: how many plays were asked for.
        found: how many there are.
        scores: those with pp, by id.
    """

    player: int
    ruleset: int
    at: int
    offset: int
    asked: int
    found: int
    scores: Mapping[int, Score]

    @property
    def end(self) -> int:
        """Offset of the page after it."""
        return min(self.offset + self.asked, MOST)


def _page_of(observation: Observation) -> _Page | None:
    """Return the page of a response; None if it is none, or cannot be compared with others."""
    match, entity, params = (
        _PATH.fullmatch(observation.path),
        observation.entity,
        observation.params,
    )
    if match is None or not isinstance(entity, list) or params.get("legacy_only") == "1":
        return None
    for one in entity:
        if not isinstance(one, Score) or (one.score_id or 0) <= 0 or one.beatmap_id <= 0:
            return None  # not told by an id that lasts
    limit, offset = _number(params.get("limit")), _number(params.get("offset"))
    mode = params.get("mode")
    users = {one.user_id for one in entity} or {int(match[1]) if match[1].isdecimal() else 0}
    modes = {one.ruleset_id for one in entity}
    if isinstance(mode, str) and mode in RULESETS:
        modes.add(RULESETS.index(mode))
    if len(users) != 1 or len(modes) != 1:
        return None
    (user_id,), (ruleset,) = users, modes
    if not user_id or ruleset is None or not 0 <= ruleset < len(RULESETS):
        return None
    return _Page(
        user_id,
        ruleset,
        observation.at,
        offset or 0,
        min(max(_USUAL_LIMIT if limit is None else limit, 1), _MOST_LIMIT),
        len(entity),
        {one.score_id: one for one in entity if one.pp is not None},
    )


def _number(value: object) -> int | None:
    return int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 7 else None


# --- looks --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Look:
    """Row of `list_looks`."""

    at: int
    last: int
    covered: int
    lowest: int
    is_whole: bool
    changes: int = 0
    seen: frozenset[int] = frozenset()

    def covers(self, pp: int) -> bool:
        """Whether a play with these pp, as stored, would have been seen."""
        return self.is_whole or (self.covered > 0 and pp > self.lowest)


def _packed(seen: Iterable[int]) -> bytes:
    out, before = bytearray(), 0
    for number in sorted(seen):
        put(out, number - before)
        before = number
    return bytes(out)


def unpacked(row: bytes) -> frozenset[int]:
    """Return the scores of the `seen` of a look.

    Raises:
        ValueError: the row is cut off.
    """
    if not row:
        return frozenset()
    reader, number, found = Reader(row), 0, set[int]()
    while not reader.is_at_end:
        number += reader.take()
        found.add(number)
    return frozenset(found)


@dataclass(slots=True)
class _Row:
    """Row of `plays`, without its mods."""

    beatmap: int
    pp: int
    since: int
    until: int | None
    is_new: bool
    earlier: bytes
    details: bytes

    @property
    def pp_at(self) -> int:
        """When these pp were first seen."""
        values = plays.read_earlier(self.earlier) if self.earlier else ()
        return values[-1].until if values else self.since


class _ListUpdate:
    """Update of the list of a player by one page."""

    def __init__(self, connection: sqlite3.Connection, page: _Page) -> None:
        self._connection = connection
        self._page = page
        self._key = (page.player, page.ruleset)
        self._has_changed = False
        self._looks = [
            _Look(at, last, covered, lowest, bool(is_whole), changes, unpacked(seen))
            for at, last, covered, lowest, is_whole, changes, seen in connection.execute(
                "SELECT at, last, covered, lowest, is_whole, changes, seen FROM list_looks"
                " WHERE player = ? AND ruleset = ? ORDER BY at",
                self._key,
            )
        ]
        self._rows = {
            score: _Row(beatmap, pp, since, until, bool(is_new), earlier, details)
            for score, beatmap, pp, since, until, is_new, earlier, details in connection.execute(
                "SELECT score, beatmap, pp, since, until, is_new, earlier, details FROM plays"
                " WHERE player = ? AND ruleset = ?",
                self._key,
            )
        }

    def write(self) -> Iterator[Difference]:
        """Write the page; yield the plays that are new in the list, and those that left."""
        newest, page = self._looks[-1] if self._looks else None, self._page
        if newest is not None and self._is_late(newest):
            self._write_late()
            return
        if newest is not None and newest.at == page.at and newest.is_whole:
            return  # the same response again
        look = self._joined(newest)
        if look is None and page.offset == 0:
            self._thin_out()
            look = _Look(page.at, page.at, 0, 0, is_whole=False)
        at = page.at if look is None else look.at
        before = [one for one in self._looks if one.at < at]
        is_computed = self._is_computed or bool(look is not None and look.changes & _HAS_COMPUTED)
        computed = [one.at for one in before if one.changes & _HAS_COMPUTED]
        computed_at = at if is_computed else max(computed, default=0)
        came = self._take_seen(at, before, computed_at)
        if look is not None:
            look = self._extended(look)
            left = self._lost(look, before, computed_at)
        else:
            left = self._replaced(set())
        for score in left:
            self._rows[score].until = at
            self._save(score)
        if look is None and is_computed:
            look = _Look(at, at, 0, 0, is_whole=False)  # it says so, and nothing of the list
        if look is not None:
            changes = look.changes | _HAS_CHANGED * self._has_changed | _HAS_COMPUTED * is_computed
            self._save_look(replace(look, changes=changes))
        if before and (came or left):
            yield from self._differences(at, set(came), set(left), before[-1].last)

    def _is_late(self, newest: _Look) -> bool:
        """Whether the page is older than what is known."""
        page = self._page
        return page.at < newest.at or (page.offset == 0 and page.at < newest.last)

    def _joined(self, look: _Look | None) -> _Look | None:
        """Return the look that the page belongs to; None if it belongs to none."""
        page = self._page
        if look is None or (page.offset == 0 and page.at != look.at):
            return None
        is_near = abs(page.at - look.last) <= _TOGETHER
        return look if is_near and look.seen and page.offset <= look.covered else None

    def _extended(self, look: _Look) -> _Look:
        """Return a look with what the page adds to it."""
        page = self._page
        lowest = min((plays.to_pp(one) or 0 for one in page.scores.values()), default=look.lowest)
        covered = max(look.covered, page.end if page.found else 0)
        is_first = not look.covered
        return replace(
            look,
            last=max(look.last, page.at),
            covered=covered,
            lowest=lowest if is_first else min(look.lowest, lowest),
            is_whole=look.is_whole or self._ends_list(),
            seen=look.seen | page.scores.keys(),
        )

    def _ends_list(self) -> bool:
        """Whether there are no plays after the page."""
        page = self._page
        row = self._connection.execute(
            "SELECT length FROM list_lengths"
            " WHERE player = ? AND ruleset = ? AND at BETWEEN ? AND ?",
            (*self._key, page.at - _TOGETHER, page.at + _TOGETHER),
        ).fetchone()
        length = None if row is None else row[0]
        if not page.found:
            # An empty list in place of a known one is believed only if the profile says so, too.
            return page.offset > 0 or length == 0 or not self._rows
        missing = page.asked - page.found
        return (
            page.end >= MOST
            or missing >= _LEFT_OUT
            or (missing > 0 and length is not None and page.end >= length)
        )

    # --- plays ---------------------------------------------------------------------------------

    @property
    def _is_computed(self) -> bool:
        """Whether a known play has other pp than before."""
        rows = self._rows
        return any(
            score in rows and rows[score].pp != plays.to_pp(one)
            for score, one in self._page.scores.items()
        )

    def _take_seen(self, at: int, before: list[_Look], computed_at: int) -> list[int]:
        """Store the plays of the page; return those that are new in the list.

        Args:
            at: time of the look.
            before: looks before it.
            computed_at: when pp were last seen computed anew.
        """
        came = []
        last = before[-1].last if before else 0
        for score, one in self._page.scores.items():
            pp, details = plays.to_pp(one) or 0, plays.details_of(one)
            row = self._rows.get(score)
            if row is None:
                is_new = bool(before) and (
                    to_unix(one.ended_at) > last
                    or any(
                        look.is_whole or (look.covers(pp) and look.at >= computed_at)
                        for look in before
                    )
                )
                self._insert(score, one, _Row(one.beatmap_id, pp, at, None, is_new, b"", details))
                if is_new:
                    came.append(score)
                continue
            if row.details != details:
                row.details = details
                self._save(score)
            if row.pp != pp or row.until is not None:
                if row.pp != pp:
                    earlier = Earlier(at, plays.from_pp(row.pp))
                    row.earlier = plays.write_earlier([*plays.read_earlier(row.earlier), earlier])
                row.pp, row.until = pp, None
                self._save(score)
        return came

    def _lost(self, look: _Look, before: list[_Look], computed_at: int) -> list[int]:
        """Return the listed plays that a look covers and has not seen.

        Where a play would stand is known by its pp: those from before pp were last computed anew
        say nothing, unless the list was seen whole, or the play itself was seen, since then.
        """
        is_known = not computed_at or any(one.is_whole and one.at >= computed_at for one in before)
        seen = before[-1].seen if before and before[-1].last >= computed_at else ()
        found = self._replaced(look.seen)
        for score, row in self._rows.items():
            if row.until is not None or score in look.seen or score in found:
                continue
            if look.is_whole or (
                look.covers(row.pp) and (is_known or score in seen or row.pp_at >= computed_at)
            ):
                found.append(score)
        return found

    def _replaced(self, seen: Iterable[int]) -> list[int]:
        """Return the listed plays on whose beatmaps the page has others."""
        page = self._page
        on = {one.beatmap_id for one in page.scores.values()}
        known = {*seen, *page.scores}
        return [
            score
            for score, row in self._rows.items()
            if row.until is None and row.beatmap in on and score not in known
        ]

    def _insert(self, score: int, one: Score, row: _Row) -> None:
        self._rows[score] = row
        plays.known_beatmap(self._connection, one)
        self._connection.execute(
            "INSERT INTO plays VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *self._key,
                score,
                row.beatmap,
                row.pp,
                row.since,
                row.until,
                row.is_new,
                plays.mods_of(one),
                row.earlier,
                row.details,
            ),
        )
        self._has_changed = True

    def _save(self, score: int) -> None:
        row = self._rows[score]
        self._connection.execute(
            "UPDATE plays SET pp = ?, since = ?, until = ?, is_new = ?, earlier = ?, details = ?"
            " WHERE player = ? AND ruleset = ? AND score = ?",
            (
                row.pp,
                row.since,
                row.until,
                row.is_new,
                row.earlier,
                row.details,
                *self._key,
                score,
            ),
        )
        self._has_changed = True

    def _save_look(self, look: _Look) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO list_looks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *self._key,
                look.at,
                look.last,
                look.covered,
                look.lowest,
                look.is_whole,
                look.changes,
                b"" if look.is_whole else _packed(look.seen),
            ),
        )

    def _thin_out(self) -> None:
        """Put the newest look together with those before it, where it has found nothing new."""
        if not self._looks:
            return
        newest = self._looks[-1]
        for back in (2, 3):
            if newest.changes or len(self._looks) < back:
                break
            base = self._looks[-back]
            if base.covered <= newest.covered and base.is_whole <= newest.is_whole:
                self._connection.execute(
                    "DELETE FROM list_looks WHERE player = ? AND ruleset = ? AND at > ?",
                    (*self._key, base.at),
                )
                self._looks[-back:] = [replace(base, last=newest.last, seen=newest.seen)]
                self._save_look(self._looks[-1])
                break
            if base.changes:
                break
        if len(self._looks) > 1 and self._looks[-2].seen:
            self._looks[-2] = replace(self._looks[-2], seen=frozenset())
            self._save_look(self._looks[-2])

    # --- an answer that comes late -------------------------------------------------------------

    def _write_late(self) -> None:
        """Write a page that is older than the newest look: what is known since then stays."""
        page = self._page
        known = next((one for one in reversed(self._looks) if one.at <= page.at), None)
        if page.offset == 0 and (known is None or known.at < page.at):
            known = _Look(page.at, page.at, 0, 0, is_whole=False, changes=_HAS_CHANGED)
        is_near = known is not None and page.at - known.at <= _TOGETHER
        if known is None or not is_near or page.offset > known.covered:
            return
        look, at = self._extended(known), known.at
        before = [one for one in self._looks if one.at < at]
        after = [one for one in self._looks if one.at > at]
        for score, one in page.scores.items():
            pp, row = plays.to_pp(one) or 0, self._rows.get(score)
            is_new = any(past.covers(pp) for past in before)
            missing = next((next_.at for next_ in after if next_.covers(pp)), None)
            if row is None:
                details = plays.details_of(one)
                row = _Row(one.beatmap_id, pp, at, missing, is_new, b"", details)
                self._insert(score, one, row)
                continue
            if at < row.since:
                if row.pp != pp and not row.earlier:
                    row.earlier = plays.write_earlier([Earlier(row.since, plays.from_pp(pp))])
                row.since, row.is_new = at, is_new
            elif row.until is not None and row.until <= at:
                row.until = missing
            else:
                continue
            self._save(score)
        for score, row in self._rows.items():
            if score in page.scores or not look.covers(row.pp):
                continue
            if row.since > at and not row.is_new:
                row.is_new = True
            elif row.since < at and row.until is not None and row.until > at:
                row.until = at
            else:
                continue
            self._save(score)
        self._save_look(replace(look, seen=frozenset()))

    # --- differences ---------------------------------------------------------------------------

    def _differences(
        self, at: int, came: set[int], left: set[int], seen_at: int
    ) -> Iterator[Difference]:
        page = self._page
        subject = player(page.player, RULESETS[page.ruleset])
        history = plays.history_in(self._connection, page.player, page.ruleset)
        entries, departures = history.changes_at(at)
        for entry in entries:
            if entry.play.id in came and entry.play.set_at > seen_at - _OLD:
                yield Difference(subject, "new_play", at, entry_data(entry))
        for departure in departures:
            if departure.play.id in left:
                yield Difference(subject, "lost_play", at, departure_data(departure))


def entry_data(entry: Entry) -> dict[str, Any]:
    """Return the JSON of a play that came into a list: `play_data`, and what it brought.

    `position` is from 1; `brought` and `too_much` are pp; `replaced` is the id of the earlier play
    on the beatmap, and `replaced_pp` its pp.
    """
    old = entry.replaced
    return {
        **play_data(entry.play),
        "position": entry.position,
        "brought": None if entry.brought is None else round(entry.brought, 3),
        "too_much": round(entry.too_much, 3),
        "replaced": None if old is None else old.id,
        "replaced_pp": None if old is None else old.pp,
    }


def departure_data(departure: Departure) -> dict[str, Any]:
    """Return the JSON of a play that left a list: `play_data`, its place before, and why.

    `why` is a `plays.Why`; `by` is the id of the better play on the beatmap, or None; `seen_at` is
    when the list was last seen with it (Unix time in seconds).
    """
    return {
        **play_data(departure.play),
        "position": departure.position,
        "why": departure.why.value,
        "by": None if departure.by is None else departure.by.id,
        "seen_at": departure.seen_at,
    }


def play_data(play: KeptPlay) -> dict[str, Any]:
    """Return the JSON of a play: ids, names as the API has them, pp, mods and time."""
    score, about, beatmap = play.score, play.score.beatmapset, play.score.beatmap
    return {
        "score": play.id,
        "beatmap": score.beatmap_id,
        "beatmapset": about.id if about is not None else 0,
        "title": about.title if about is not None else "",
        "title_unicode": about.title_unicode if about is not None else "",
        "artist": about.artist if about is not None else "",
        "artist_unicode": about.artist_unicode if about is not None else "",
        "version": beatmap.version if beatmap is not None else "",
        "mods": "".join(map(str, score.mods)),
        "accuracy": score.accuracy,
        "grade": None if score.rank is None else str(score.rank),
        "pp": play.pp,
        "set_at": play.set_at,
        "has_replay": score.has_replay,
    }
