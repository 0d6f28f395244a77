"""From memory against from a server without latency: how much sooner a seen place is there."""

from __future__ import annotations

import statistics
import time
import zlib
from pathlib import Path

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.models.players.profile import load_profile
from osubrowser.models.rankings.load import load_page
from osubrowser.models.rankings.rankings import columns_of
from osubrowser.services.cache.response_cache import ClientCache, ResponseCache, account_key
from osubrowser.services.places.places import RankingsPlace
from tests.conftest import Server
from tests.costs import ratio
from tests.services.cache.test_response_cache import ME, USER, body_of

ROUNDS = 40
AT_MOST = 0.75
"""Of the time that the server takes: making rows and objects is a part of both."""
UNPACKED_AT_MOST = 8.0
"""Times that unpacking the same body takes: the rest is looking it up and reading it."""


def test_memory_against_a_server_without_latency(recorded_server: Server, tmp_path: Path) -> None:
    cache = ResponseCache(tmp_path)
    place = RankingsPlace()
    columns = columns_of(place, lambda _: None)
    client = Client(
        recorded_server.client_id,
        recorded_server.client_secret,
        base_url=recorded_server.url,
        token_store=MemoryTokenStore(),
        cache=ClientCache(cache, recorded_server.url, account_key(recorded_server.url, None)),
    )
    ratios = {}
    with client:
        for name, load in (
            ("a page of a ranking", lambda c: load_page(c, place, 1, columns)),
            ("a player", lambda c: load_profile(c, 2, "osu")),
        ):
            load(client)
            times: dict[str, list[float]] = {"server": [], "memory": []}
            for _ in range(ROUNDS):  # by turns: what else the machine does befalls both
                for where, who in (("server", client), ("memory", client.from_cache())):
                    began = time.perf_counter()
                    load(who)
                    times[where].append(time.perf_counter() - began)
            server, kept = (statistics.median(times[where]) for where in ("server", "memory"))
            ratios[name] = kept / server
            print(f"\n{name}, from the cache: x{kept / server:.2f} of asking the server")
    cache.close()
    assert max(ratios.values()) < AT_MOST, ratios


def test_recalling_against_unpacking(tmp_path: Path) -> None:
    """A page of 60 KB, from among hundreds."""
    cache = ResponseCache.open(tmp_path)
    for n in range(300):
        cache.save(ME, f"{USER}/{n}", body_of(str(n)))
    packed = zlib.compress(body_of("0"))
    numbers = iter(range(300))
    found = ratio(
        lambda: cache.load(ME, f"{USER}/{next(numbers)}"),
        lambda: zlib.decompress(packed),
        turns=300,
    )
    cache.close()
    print(f"\nrecalling 60 KB: x{found:.2f} of unpacking them")
    assert found <= UNPACKED_AT_MOST
