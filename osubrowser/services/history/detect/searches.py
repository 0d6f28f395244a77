"""Changes of searches of the beatmap listing: new results, and those that are gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.entities.beatmapset_search import BeatmapsetSearchResult
from osubrowser.services.history.changes import ChangeKind, bounded
from osubrowser.services.history.days import day_of
from osubrowser.services.history.detect.beatmaps import title_of
from osubrowser.services.history.followable import FollowKind, followed_place
from osubrowser.services.places.listing_filters import valid_filters
from osubrowser.services.places.places import BeatmapsPlace

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.services.history.detect.look import Followed, Look
    from osubrowser.services.places.listing_filters import Filters

MOST_RESULTS: Final = 20
"""Results that a change lists; their number is told in any case."""
_MOST_ON_PAGE: Final = 100
_MOST_KNOWN: Final = 400
"""Results of a search that are remembered, so that those that come back are not new."""


def search_filters(place: BeatmapsPlace) -> Filters:
    """Return the filters that the one request of a followed search has.

    Several genres or languages cannot be asked for at once: then the results are filtered here.
    """
    return tuple(
        (name, value)
        for name, value in place.filters
        if name not in ("g", "l") or value.isdecimal()
    )


def detect(look: Look) -> None:
    """Look for changes in the first page of followed searches."""
    entity, params = look.observation.entity, look.observation.params
    if not isinstance(entity, BeatmapsetSearchResult) or entity.error is not None:
        return
    if look.param("cursor_string") or look.param("page") not in ("", "1"):
        return
    if any(name.startswith("cursor[") for name in params):
        return
    texts = [(name, value) for name, value in params.items() if isinstance(value, str)]
    asked = valid_filters(texts)
    for thing in look.of_kind(FollowKind.SEARCH).values():
        place = followed_place(thing.address)
        if isinstance(place, BeatmapsPlace) and search_filters(place) == asked:
            _detect_results(look, thing, entity, dict(place.filters))


def _detect_results(
    look: Look, thing: Followed, result: BeatmapsetSearchResult, filters: Mapping[str, str]
) -> None:
    sets = [one for one in result.beatmapsets[:_MOST_ON_PAGE] if _fits(one, filters)]
    ids = [one.id for one in sets]
    before: list[int] | None = thing.state.get("ids")
    known: dict[str, list[str]] = thing.state.setdefault("known", {})
    # All results are there: none can have been moved to the next page.
    is_whole = result.total <= len(result.beatmapsets)
    if before is not None:
        new, left = _compared(before, ids, is_whole=is_whole)
        by_id = {one.id: one for one in sets}
        fresh = [_result(by_id[one]) for one in new if str(one) not in known]
        gone = [{"id": one, **_known_result(known.get(str(one)))} for one in left]
        _tell(look, thing, ChangeKind.NEW_RESULT, fresh)
        _tell(look, thing, ChangeKind.LEFT_RESULT, gone)
        for number in left:
            known.pop(str(number), None)
    for one in sets:
        known.pop(str(one.id), None)
        known[str(one.id)] = bounded([title_of(one), one.creator, str(one.status or "")])
    for key in list(known)[: max(0, len(known) - _MOST_KNOWN)]:
        del known[key]
    thing.state["ids"] = ids
    look.checked(thing, is_page=True)


def _compared(
    before: Sequence[int], now: Sequence[int], *, is_whole: bool
) -> tuple[list[int], list[int]]:
    """Return the ids that are new on the page, and those that have really left the search.

    New results push the last ones of a page to the next one, and those that leave pull others up
    from there: neither is a change.
    """
    were, are = set(before), set(now)
    new = [one for one in now if one not in were]
    left = [one for one in before if one not in are]
    if is_whole:
        return new, left
    pushed = len(new)
    really_left = [
        one
        for position, one in enumerate(before)
        if one in left and position + pushed < len(before)
    ]
    pulled = len(really_left)
    really_new = [
        one for position, one in enumerate(now) if one in new and position + pulled < len(now)
    ]
    return really_new, really_left


def _fits(one: Beatmapset, filters: Mapping[str, str]) -> bool:
    """Whether a set has one of several genres and languages; one of an unknown genre does."""
    for name, value in (("g", one.genre_id), ("l", one.language_id)):
        wanted = filters.get(name, "")
        if "." in wanted and value is not None and str(value) not in wanted.split("."):
            return False
    return True


def _result(one: Beatmapset) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": title_of(one),
        "creator": one.creator,
        "status": None if one.status is None else str(one.status),
    }


def _known_result(known: Sequence[str] | None) -> dict[str, Any]:
    title, creator, status = known or ("", "", "")
    return {"title": title, "creator": creator, "status": status or None}


def _tell(look: Look, thing: Followed, kind: ChangeKind, results: list[dict[str, Any]]) -> None:
    """Add results to the unread change of this day, or write one."""
    if not results:
        return
    topic = str(day_of(look.at))
    unread = look.unread(thing, kind, topic)
    if unread is None:
        data = {"results": results[:MOST_RESULTS], "count": len(results)}
        look.add(thing, kind, data, topic=topic, is_page=True)
        return
    ids = {one["id"] for one in results}
    earlier = [one for one in unread.data.get("results", []) if one.get("id") not in ids]
    count = unread.data.get("count", len(earlier)) + len(results)
    look.replace(unread, {"results": [*results, *earlier][:MOST_RESULTS], "count": count})
