"""The embedded osu!, which shares the window's interpreter: what an answer costs it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from werkzeug.test import EnvironBuilder

from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from tests.costs import cost, ratio
from tests.demo.conftest import NOW, Caller, caller, serve, server, world

__all__ = ["caller", "serve", "server", "world"]  # the fixtures

PAGE_AT_MOST = 8.0
"""Times that reading and writing the answer's JSON takes."""
WARM_AT_MOST = 0.25
"""Of the time of the first search, which makes the tables."""


def test_a_page_of_a_ranking_against_its_json(
    server: DemoServer, caller: Callable[..., Caller]
) -> None:
    authorization = str(caller(server, guest=True).session.headers["Authorization"])
    pages = iter(range(1, 200))
    bodies: list[bytes] = []

    def answer() -> None:
        path = f"/api/v2/rankings/osu/performance?page={next(pages)}"
        headers = [("Authorization", authorization)]
        reply = server.app(EnvironBuilder(path=path, headers=headers).get_request())
        assert reply.status_code == 200
        bodies.append(reply.get_data())

    answer()
    found = ratio(answer, lambda: json.dumps(json.loads(bodies[-1])), turns=30)
    print(f"\na page of a ranking: x{found:.2f} of its JSON")
    assert found <= PAGE_AT_MOST


def test_a_search_against_the_first_one() -> None:
    with DemoServer(world=World(2, NOW)) as server:
        player = Caller(server, str(server.player_token()["access_token"]))
        texts = iter(f"stars>{3 + number / 10} yo" for number in range(20))

        def search() -> None:
            player.json("beatmapsets/search", q=next(texts), s="any", sort="title_asc")

        first = cost(search, turns=1, clock=time.process_time)
        later = cost(search, turns=12, clock=time.process_time)
        player.session.close()
    print(f"\na search takes x{later / first:.3f} of the first one")
    assert later / first <= WARM_AT_MOST
