"""Pace of downloads: never more than the limit in any window, also across runs."""

from __future__ import annotations

from collections import deque

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from osubrowser.services.downloads import limits
from osubrowser.services.downloads.limits import Pace
from tests.conftest import StubClock

WINDOW = limits.WINDOW + limits.MARGIN


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> StubClock:
    clock = StubClock()
    monkeypatch.setattr(limits, "time", clock.module())
    return clock


def most_in_a_minute(times: list[float]) -> int:
    return max(sum(at <= other < at + limits.WINDOW for other in times) for at in times)


@given(st.lists(st.tuples(st.floats(0, 40), st.booleans()), min_size=30, max_size=80))
def test_no_minute_has_more_than_ten(steps: list[tuple[float, bool]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        clock = StubClock()
        patch.setattr(limits, "time", clock.module())
        times: list[float] = []
        pace = Pace(10, record=times.append)
        for pause, is_new_run in steps:
            if is_new_run:  # the program was ended, and knows only what was recorded
                pace = Pace(10, times, times.append)
            while (wait := pace.take()) > 0:
                assert wait == pace.wait()
                clock.advance(wait)
            clock.advance(pause)
        assert len(times) == len(steps)
        assert most_in_a_minute(times) <= 10


@settings(max_examples=40, phases=(Phase.explicit, Phase.generate))  # to shrink takes minutes
@given(st.lists(st.tuples(st.floats(0, 20), st.floats(0, 30)), min_size=25, max_size=60))
def test_no_minute_has_more_than_ten_where_requests_arrive_late(
    steps: list[tuple[float, float]],
) -> None:
    """Two are under way at a time, and come to the server up to 30 seconds late."""
    with pytest.MonkeyPatch.context() as patch:
        clock = StubClock()
        patch.setattr(limits, "time", clock.module())
        stored: list[float] = []

        def record(at: float, instead_of: float | None = None) -> None:
            if instead_of is not None:
                stored.remove(instead_of)
            stored.append(at)

        pace, arrivals = Pace(10, record=record), list[float]()
        under_way: deque[float] = deque()  # when each is answered

        def answer_until(now: float) -> None:
            while under_way and (under_way[0] <= now or len(under_way) == 2):
                clock.now = max(clock.now, under_way.popleft())
                arrivals.append(clock.now)  # as late as can be
                pace.answered()

        for pause, delay in steps:
            clock.advance(pause)
            answer_until(clock.now)
            while (wait := pace.take()) > 0:
                clock.advance(wait)
                answer_until(clock.now)
            under_way.append(clock.now + delay)
        answer_until(float("inf"))
        assert len(arrivals) == len(stored) == len(steps)
        assert most_in_a_minute(arrivals) <= 10
        assert all(
            abs(at - told) <= limits.MARGIN
            for at, told in zip(sorted(arrivals), sorted(stored), strict=True)
        )


def test_a_late_answer_counts_from_its_first_byte(clock: StubClock) -> None:
    pace = Pace(1)
    assert pace.take() == 0
    clock.advance(30)  # 10 seconds until the answer began
    pace.answered(20)
    assert pace.wait() == WINDOW - 20
    pace.answered()  # nothing is under way
    assert pace.wait() == WINDOW - 20


def test_ten_go_at_once_and_the_next_when_the_first_is_old(clock: StubClock) -> None:
    pace = Pace(10)
    for _ in range(10):
        assert pace.take() == 0
        clock.advance(1)
    assert pace.wait() == WINDOW - 10
    clock.advance(WINDOW - 10)
    assert pace.take() == 0
    assert pace.wait() == 1


def test_a_time_in_the_future_counts_as_now(clock: StubClock) -> None:
    pace = Pace(2, [clock.now + 3600, clock.now + 7200])
    assert pace.wait() == WINDOW
    clock.advance(WINDOW)
    assert pace.wait() == 0


def test_a_lower_limit_counts_what_was_sent_before(clock: StubClock) -> None:
    pace = Pace(10)
    for _ in range(10):
        assert pace.take() == 0
        clock.advance(1)
    pace.limit = 4
    assert pace.wait() == WINDOW - 4
    clock.advance(WINDOW - 4)
    assert pace.take() == 0
    with pytest.raises(ValueError, match="at least 1"):
        pace.limit = 0


def test_a_pause_of_the_server_is_kept(clock: StubClock) -> None:
    pace = Pace(10)
    pace.pause(30)
    pace.pause(5)
    assert pace.take() == 30
    clock.advance(30)
    assert pace.take() == 0


@pytest.mark.parametrize("sent", [0, 3, 10])
@pytest.mark.parametrize("count", [1, 7, 10, 11, 25, 40])
def test_the_time_for_many_is_that_of_a_simulation(clock: StubClock, sent: int, count: int) -> None:
    pace = Pace(10)
    for _ in range(sent):
        pace.take()
        clock.advance(2)
    expected = pace.time_for(count)
    began = clock.now
    for _ in range(count):
        while (wait := pace.take()) > 0:
            clock.advance(wait)
    assert clock.now - began == pytest.approx(expected)
    assert pace.time_for(0) == 0


def test_the_waits_grow_to_a_bound() -> None:
    waits = [limits.backoff(n) for n in range(1, 100)]
    assert waits[:3] == [0.5, 1.0, 2.0]
    assert waits[-1] == limits.LONGEST_DELAY
    assert limits.offline_wait(limits.OFFLINE_STREAK - 1) == 0
    assert limits.offline_wait(limits.OFFLINE_STREAK) == limits.FIRST_OFFLINE
    assert limits.offline_wait(1000) == limits.LONGEST_OFFLINE
