"""Records of matches: pages of events put together, without gaps and twice-told events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api.entities.matches import (
    Match,
    MatchEvent,
    MatchEventDetail,
    MatchEventType,
    MatchGame,
    MatchResponse,
)
from osubrowser.api.entities.users import UserCompact
from osubrowser.api.errors import NotFound
from osubrowser.models.matches.timeline import MatchTimeline, is_final, load_timeline

NOW = datetime(2026, 11, 30, tzinfo=UTC)


def event(number: int, *, ends: bool | None = None) -> MatchEvent:
    game = None
    if ends is not None:
        game = MatchGame(id=number, end_time=NOW if ends else None)
    kind = MatchEventType.OTHER if game is not None else MatchEventType.PLAYER_JOINED
    return MatchEvent(id=number, detail=MatchEventDetail(type=kind), game=game, user_id=number)


def response(
    events: Sequence[MatchEvent], first: int | None = 1, *, end: datetime | None = None
) -> MatchResponse:
    return MatchResponse(
        match=Match(id=5, end_time=end),
        events=list(events),
        users=[UserCompact(id=one.id, username=f"p{one.id}") for one in events],
        first_event_id=first,
        latest_event_id=max((one.id for one in events), default=None),
    )


@given(st.sets(st.integers(1, 300), min_size=1), st.integers(1, 40))
def test_pages_of_any_size_make_the_whole_match(ids: set[int], size: int) -> None:
    events = [event(number) for number in sorted(ids)]
    record = MatchTimeline.of(response(events[-size:], events[0].id))
    for _ in range(len(events) + 1):
        if record.has_start:
            break
        before = [one for one in events if one.id < record.oldest]
        record = record.with_older(response(before[-size:], events[0].id))
    assert [one.id for one in record.events] == sorted(ids)
    assert set(record.users) == ids
    again = record.with_older(response(events, events[0].id))
    assert again.events == record.events


def test_a_first_event_that_nobody_knows_ends_with_an_empty_page() -> None:
    record = MatchTimeline.of(response([event(7)], 3))
    assert not record.has_start
    assert record.with_older(response([], 3)).has_start
    assert MatchTimeline.of(response([event(7)], None)).has_start
    assert MatchTimeline.of(MatchResponse()).has_start


def test_news_replace_the_game_that_was_running() -> None:
    record = MatchTimeline.of(response([event(1), event(2, ends=True), event(3, ends=False)]))
    assert record.resume_after == 2
    after = record.with_newer(response([event(3, ends=True), event(4)], end=NOW))
    assert [one.id for one in after.events] == [1, 2, 3, 4]
    assert after.events[2].game is not None
    assert after.events[2].game.end_time == NOW
    assert not after.is_running
    assert after.resume_after == 4
    assert record.with_newer(response(record.events[2:])).events == record.events


def test_a_reload_keeps_what_is_known_of_the_past() -> None:
    record = MatchTimeline.of(response([event(1), event(2), event(3)]))
    newer = MatchTimeline.of(response([event(3), event(9)]))
    assert [one.id for one in record.followed_by(newer).events] == [1, 2, 3, 9]
    assert record.followed_by(newer).has_start
    apart = MatchTimeline.of(response([event(8), event(9)]))
    assert record.followed_by(apart) == apart


def test_pages_with_a_game_without_an_end_are_not_final() -> None:
    assert is_final(response([event(1), event(2, ends=True)]))
    assert not is_final(response([event(2, ends=False)]))


@pytest.mark.parametrize("key", ["", "x", "²", "9" * 30, "-1"])
def test_no_number_is_no_match(key: str) -> None:
    with pytest.raises(NotFound):
        load_timeline(None, key)  # type: ignore[arg-type]
