"""Rate limiter: burst, sustained rate, pauses by bucket, count."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import pytest

from osubrowser.api import Client, MemoryTokenStore, RateLimited
from osubrowser.api.http.rate_limiter import RateLimiter
from tests.conftest import StubClock

pytestmark = pytest.mark.usefixtures("rate_clock")


def test_a_burst_and_then_the_rate(rate_clock: StubClock) -> None:
    pace = RateLimiter(1200, burst=5)
    assert [pace.delay("api") for _ in range(5)] == [0.0] * 5
    wait = pace.delay("api")
    assert wait == pytest.approx(0.05)
    rate_clock.advance(wait)
    assert pace.delay("api") == 0.0
    assert pace.delay("api") > 0


def test_threads_do_not_get_more_than_the_burst() -> None:
    pace = RateLimiter(60, burst=20)
    with ThreadPoolExecutor(8) as pool:
        delays = list(pool.map(lambda _: pace.delay("api"), range(100)))
    assert delays.count(0.0) == 20
    assert pace.sent_last_minute() == 20


def test_other_buckets_are_not_paced() -> None:
    pace = RateLimiter(60, burst=1)
    assert [pace.delay("oauth") for _ in range(5)] == [0.0] * 5


def test_a_pause_holds_its_bucket_alone_and_the_longest_counts() -> None:
    pace = RateLimiter(None, burst=1)
    pace.pause("api", 30)
    pace.pause("api", 1)
    assert pace.delay("api") == pytest.approx(30)
    assert pace.delay("oauth") == 0.0


def test_another_pace_holds_at_once_and_what_was_sent_counts() -> None:
    pace = RateLimiter(60, burst=4)
    assert [pace.delay("api") for _ in range(3)] == [0.0] * 3
    pace.set_per_minute(6)  # 3 of the burst are gone: one is left, not four
    assert pace.delay("api") == 0.0
    assert pace.delay("api") == pytest.approx(10)
    pace.set_per_minute(1200)
    assert pace.delay("api") == pytest.approx(0.05)
    pace.set_per_minute(None)
    assert [pace.delay("api") for _ in range(9)] == [0.0] * 9
    with pytest.raises(ValueError, match="pace"):
        pace.set_per_minute(0)


def test_the_same_pace_again_changes_nothing() -> None:
    pace = RateLimiter(60, burst=2)
    assert [pace.delay("api") for _ in range(2)] == [0.0] * 2
    wait = pace.delay("api")
    pace.set_per_minute(60)
    assert pace.delay("api") == wait


def test_a_running_client_takes_another_pace_but_not_on_this_machine() -> None:
    near = Client(1, "s", base_url="http://127.0.0.1:9", token_store=MemoryTokenStore(), burst=1)
    far = Client(1, "s", token_store=MemoryTokenStore(), burst=1)
    for client in (near, far):
        assert client._rate_limiter.delay("api") == 0.0
        client.set_pace(12)
    assert near._rate_limiter.delay("api") == 0.0
    assert far._rate_limiter.delay("api") == pytest.approx(5)


@pytest.mark.parametrize(("rate", "burst"), [(0, 1), (-1, 1), (60, 0)])
def test_a_senseless_pace_is_refused(rate: float, burst: int) -> None:
    with pytest.raises(ValueError, match="pace"):
        RateLimiter(rate, burst)


def test_a_client_keeps_the_pace_but_not_on_this_machine() -> None:
    near = Client(1, "s", base_url="http://127.0.0.1:9", token_store=MemoryTokenStore(), burst=1)
    far = Client(1, "s", token_store=MemoryTokenStore(), burst=1, max_wait=0.5, authorize=None)
    assert [near._rate_limiter.delay("api") for _ in range(3)] == [0.0] * 3
    assert far._rate_limiter.delay("api") == 0.0
    far.use_token({"access_token": "t", "expires_in": 86400})
    with pytest.raises(RateLimited) as caught:
        far.spotlights()
    assert caught.value.retry_after == pytest.approx(1)


def test_a_thread_sends_no_more_than_its_allowance() -> None:
    """Every bucket counts, other threads do not, and what is over is seen."""
    limiter = RateLimiter(None, 1, {"replays": 10})
    with limiter.allowance(2) as outer:
        assert limiter.delay("oauth") == 0
        other = Thread(target=lambda: [limiter.delay("api") for _ in range(5)])
        other.start()
        other.join()
        with limiter.allowance(0) as inner:
            assert limiter.delay("api") > 120
        assert limiter.delay("replays") == 0
        assert (outer.sent, outer.is_exceeded, inner.sent, inner.is_exceeded) == (2, False, 0, True)
        assert limiter.delay("api") > 120
    assert limiter.delay("api") == 0
    assert (outer.sent, outer.is_exceeded) == (2, True)
