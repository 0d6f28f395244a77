"""Changes of beatmapsets and difficulties: uploads, status, updates, nominations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.entities.beatmaps import (
    Beatmap,
    BeatmapCompact,
    Beatmaps,
    Beatmapset,
    BeatmapsetCompact,
)
from osubrowser.api.entities.beatmapset_search import BeatmapsetSearchResult
from osubrowser.services.history.changes import ChangeKind
from osubrowser.services.history.days import day_of, to_unix

if TYPE_CHECKING:
    from osubrowser.services.history.detect.look import Followed, Look

MOST_UPLOADS: Final = 20
"""Sets of a mapper in one answer that become changes."""
_MOST_SETS: Final = 400
"""Sets of a mapper that are remembered: those that were updated last."""


def detect(look: Look) -> None:
    """Look for changes of beatmapsets, of their difficulties, and of mappers."""
    entity, segments = look.observation.entity, look.segments
    if isinstance(entity, Beatmapset):
        _detect_sets(look, [entity], is_page=segments[0] == "beatmapsets")
    elif isinstance(entity, BeatmapsetSearchResult):
        _detect_sets(look, entity.beatmapsets)
        _check_mapper(look)
    elif isinstance(entity, Beatmaps):
        _detect_beatmaps(look, entity.beatmaps)
        _detect_missing(look, entity.beatmaps)
    elif isinstance(entity, Beatmap):
        _detect_beatmaps(look, [entity])
    elif isinstance(entity, list) and len(segments) > 2 and segments[2] == "beatmapsets":
        sets = [one for one in entity if isinstance(one, Beatmapset)]
        mapper = segments[1] if segments[3:] != ("favourite",) else ""
        _detect_sets(look, sets, page_of=mapper)


def title_of(beatmapset: BeatmapsetCompact) -> str:
    """Return `Artist - Title` of a set."""
    return f"{beatmapset.artist} - {beatmapset.title}"


def _detect_sets(
    look: Look, sets: Sequence[Beatmapset], *, is_page: bool = False, page_of: str = ""
) -> None:
    """Compare sets with what was known of them, and of their mappers.

    Args:
        look: at the answer.
        sets: the sets.
        is_page: whether the answer is what the page of the one set shows.
        page_of: id of the mapper on whose page the sets are; "" for none.
    """
    addresses = [f"/beatmapsets/{one.id}" for one in sets]
    mappers = {f"/users/{one.user_id}#beatmaps" for one in sets if one.user_id}
    beatmaps = [f"/beatmaps/{one.id}" for each in sets for one in each.beatmaps or ()]
    things = look.followed([*addresses, *mappers, *beatmaps])
    if not things:
        return
    counts: dict[str, int] = {}
    for one in sets:
        thing = things.get(f"/beatmapsets/{one.id}")
        if thing is not None:
            _detect_set(look, thing, one, is_page=is_page)
        mapper = things.get(f"/users/{one.user_id}#beatmaps")
        if mapper is not None:
            is_own = page_of == str(one.user_id)
            counts[mapper.address] = counts.get(mapper.address, 0) + _detect_of_mapper(
                look, mapper, one, is_page=is_own, is_full=counts.get(mapper.address, 0)
            )
        for beatmap in one.beatmaps or ():
            thing = things.get(f"/beatmaps/{beatmap.id}")
            if thing is not None and not beatmap.convert:
                _detect_beatmap(look, thing, beatmap, one, is_page=is_page)
    if page_of and f"/users/{page_of}#beatmaps" in things:
        look.checked(things[f"/users/{page_of}#beatmaps"], is_page=True)


def _detect_set(look: Look, thing: Followed, one: Beatmapset, *, is_page: bool) -> None:
    """Compare a followed set; only its own page tells the nominations for sure."""
    data = {"beatmapset": one.id, "title": title_of(one)}
    is_updated = _detect_status(look, thing, thing.state, data, one, is_page=is_page)
    if not is_updated:
        _detect_update(look, thing, thing.state, data, one.last_updated, is_page=is_page)
    nominations = one.nominations_summary
    if nominations is not None:
        before = thing.state.get("nominations")
        thing.state["nominations"] = nominations.current
        if before is not None and before != nominations.current:
            meta = nominations.required_meta
            required = nominations.required if meta is None else meta.main_ruleset
            counts = {"before": before, "after": nominations.current, "required": required}
            look.add(thing, ChangeKind.NOMINATED, data | counts, is_page=is_page)
    if is_page:
        thing.want("comments")
        look.checked(thing, is_page=True)


def _detect_status(
    look: Look,
    thing: Followed,
    known: dict[str, Any],
    data: Mapping[str, Any],
    one: Beatmapset | Beatmap,
    *,
    is_page: bool,
) -> bool:
    """Compare a status; return whether it is another one."""
    if one.status is None:
        return False
    before, after = known.get("status"), str(one.status)
    known["status"] = after
    if before is None or before == after:
        return False
    updated = to_unix(one.last_updated)
    known["updated"] = max(updated, known.get("updated", 0))
    look.add(thing, ChangeKind.STATUS, {**data, "before": before, "after": after}, is_page=is_page)
    return True


def _detect_update(
    look: Look,
    thing: Followed,
    known: dict[str, Any],
    data: Mapping[str, Any],
    updated: datetime | None,
    *,
    is_page: bool,
) -> None:
    """Compare the time of the last update; several a day are one change while it is unread."""
    after, before = to_unix(updated), known.get("updated")
    if not after:
        return
    known["updated"] = max(after, before or 0)
    if before is None or after <= before:
        return
    topic = f"{data['beatmapset']}:{day_of(look.at)}"
    unread = look.unread(thing, ChangeKind.UPDATE, topic)
    count = 1 if unread is None else unread.data.get("count", 1) + 1
    values = {**data, "updated_at": after, "count": count}
    if unread is None:
        look.add(thing, ChangeKind.UPDATE, values, topic=topic, is_page=is_page)
    else:
        look.replace(unread, values)


# --- difficulties -------------------------------------------------------------------------------


def _detect_beatmaps(look: Look, beatmaps: Iterable[Beatmap]) -> None:
    own = [one for one in beatmaps if not one.convert]
    things = look.followed(f"/beatmaps/{one.id}" for one in own)
    for one in own:
        thing = things.get(f"/beatmaps/{one.id}")
        if thing is not None:
            _detect_beatmap(look, thing, one, one.beatmapset, is_page=False)
    sets = {one.beatmapset.id: one.beatmapset for one in own if one.beatmapset is not None}
    _detect_sets(look, list(sets.values()))


def _detect_beatmap(
    look: Look, thing: Followed, one: Beatmap, of: BeatmapsetCompact | None, *, is_page: bool
) -> None:
    """Compare a followed difficulty, and ask for the first place of its leaderboard."""
    data = {
        "beatmapset": one.beatmapset_id,
        "beatmap": one.id,
        "version": one.version,
        "title": "" if of is None else title_of(of),
    }
    if not _detect_status(look, thing, thing.state, data, one, is_page=is_page):
        _detect_update(look, thing, thing.state, data, one.last_updated, is_page=is_page)
    thing.state["mode"] = None if one.mode is None else str(one.mode)
    number = None if one.status is None else one.status.number
    if number is not None and number > 0:
        thing.want("scores")
    look.checked(thing, is_page=is_page)


def _detect_missing(look: Look, beatmaps: Iterable[BeatmapCompact]) -> None:
    asked = look.observation.params.get("ids[]", [])
    ids = [asked] if isinstance(asked, str) else asked
    there = {str(one.id) for one in beatmaps}
    missing = look.followed(f"/beatmaps/{one}" for one in ids if one not in there)
    for thing in missing.values():
        look.gone(thing)


# --- mappers ------------------------------------------------------------------------------------


def _detect_of_mapper(
    look: Look, thing: Followed, one: Beatmapset, *, is_page: bool, is_full: int
) -> int:
    """Compare a set of a followed mapper; return the number of changes."""
    sets: dict[str, Any] = thing.state.setdefault("sets", {})
    key = str(one.id)
    known: dict[str, Any] | None = sets.get(key)
    data = {"beatmapset": one.id, "title": title_of(one)}
    before = look.changes
    if known is None:
        known = sets[key] = {
            "status": None if one.status is None else str(one.status),
            "updated": to_unix(one.last_updated),
        }
        submitted = to_unix(one.submitted_date)
        if submitted >= thing.added_at and is_full < MOST_UPLOADS:
            values = {**data, "status": known["status"], "submitted_at": submitted}
            look.add(thing, ChangeKind.UPLOAD, values, is_page=is_page, at=submitted)
    elif not _detect_status(look, thing, known, data, one, is_page=is_page):
        _detect_update(look, thing, known, data, one.last_updated, is_page=is_page)
    if len(sets) > _MOST_SETS:
        oldest = min(sets, key=lambda number: sets[number].get("updated", 0))
        del sets[oldest]
    return look.changes - before


def _check_mapper(look: Look) -> None:
    """Note the check of a mapper: a search by `creator=` for the sets that were updated last."""
    text = look.param("q")
    name = text.removeprefix("creator=").strip('"')
    if text == name or look.param("cursor_string"):
        return
    if name.isdecimal():
        thing = look.one(f"/users/{name}#beatmaps")
        if thing is not None:
            look.checked(thing)
