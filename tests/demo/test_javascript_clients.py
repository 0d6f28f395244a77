"""JavaScript clients against the demo server: osu-api-v2-js and osu-web.js, as they are published.

`OSUBROWSER_NODE_MODULES` names the folder in which `npm install osu-api-v2-js osu-web.js` put them.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from osubrowser.api import read_replay
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW, Caller
from tests.idle import HANG

SCRIPTS = Path(__file__).parent / "javascript"
MODULES = Path(os.environ.get("OSUBROWSER_NODE_MODULES") or "node_modules")
CALLBACK = "http://127.0.0.1:17272/callback"
SCOPES = [
    "chat.read",
    "chat.write",
    "chat.write_manage",
    "forum.write",
    "friends.read",
    "identify",
    "public",
]


@pytest.fixture
def server() -> Iterator[DemoServer]:
    """A server with a world of its own, for it is written to."""
    with DemoServer(world=World(1, NOW)) as server:
        yield server


def answers(client: str, server: DemoServer) -> dict[str, Any]:
    """Return what each method of a client returned, run with Node.js."""
    node = shutil.which("node")
    if node is None or not (MODULES / client).is_dir():
        pytest.skip(f"{client} is not in {MODULES}, or there is no Node.js")
    world = server.world
    room = served(server, f"rooms/{served(server, 'rooms?mode=ended')[0]['id']}")
    settings = {
        "url": server.url,
        "id": int(server.client_id),
        "secret": server.client_secret,
        "key": server.api_key,
        "callback": CALLBACK,
        "scopes": SCOPES,
        "code": code_of(server),
        "beatmap": 221777,
        "beatmapset": 104888,
        "player": 12092800,
        "modder": world.accounts.id_of(world.kudosu.ranking[0]),
        "me": world.accounts.id_of(world.me),
        "match": served(server, "matches")["matches"][-1]["id"],
        "room": room["id"],
        "item": room["playlist"][0]["id"],
    }
    finished = subprocess.run(
        [node, str(SCRIPTS / "run.mjs"), str(MODULES), client],
        input=json.dumps(settings),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=HANG * 10,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    read: dict[str, Any] = json.loads(finished.stdout)
    return read


def served(server: DemoServer, path: str, version: str = "20241022") -> Any:
    """Return the answer to a path, as the demo player gets it."""
    token = server.authority.issue(server.world.me, frozenset(SCOPES))
    caller = Caller(server, str(token["access_token"]))
    caller.session.headers["x-api-version"] = version
    found = caller.json(path)
    caller.session.close()
    return found


def code_of(server: DemoServer) -> str:
    """Return an authorization code, as the browser brings it back."""
    query = {
        "client_id": server.client_id,
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": " ".join(SCOPES),
    }
    url = f"{server.url}/oauth/authorize"
    answer = requests.get(url, params=query, allow_redirects=False, timeout=HANG)
    return parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]


def agrees(read: Any, sent: Any) -> bool:
    """Return whether a value means what was served: clients make numbers and dates of texts."""
    if isinstance(sent, dict) and isinstance(read, dict):
        return sent.keys() == read.keys() and all(agrees(read[k], sent[k]) for k in sent)
    if isinstance(sent, list) and isinstance(read, list):
        return len(sent) == len(read) and all(map(agrees, read, sent))
    if read == sent or str(read) == str(sent):
        return True
    try:
        if isinstance(sent, str) and isinstance(read, str):
            return abs((moment(read) - moment(sent)).total_seconds()) < 0.001
        return math.isclose(float(read), float(sent), rel_tol=1e-12)
    except (TypeError, ValueError):
        return False


def moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def problems(read: dict[str, Any], server: DemoServer, changed: frozenset[str]) -> list[object]:
    """Return the calls that failed, and the results that are not what the server sends.

    Args:
        changed: calls whose response is another one after the calls that follow, and those whose
            result is made of a part of it.
    """
    found: list[object] = []
    for name, call in read["calls"].items():
        statuses = {request["status"] for request in call["requests"]}
        if "error" in call or not statuses <= {200, 204}:
            found.append((name, call.get("error"), call["requests"]))
            continue
        [request] = call["requests"]
        if request["method"] != "GET" or name in changed or request["path"].startswith("/api/get_"):
            continue
        path = request["path"].removeprefix("/api/v2/")
        body = served(server, path, request["version"] or "")
        parts = body.values() if isinstance(body, dict) else ()
        if not any(agrees(call.get("result"), part) for part in (body, *parts)):
            found.append((name, path))
    return found


def test_osu_api_v2_js_reads_all_that_it_can_ask(server: DemoServer) -> None:
    read = answers("osu-api-v2-js", server)
    assert read["token"] == {
        "user": server.world.accounts.id_of(server.world.me),
        "scopes": SCOPES,
        "guest": ["public"],
        "refreshed": True,
    }
    talked_in = {"getChatChannel", "getChatChannels", "getChatMessages"}
    filtered = {"getComment", "getComments", "getNewsPosts"}  # by the client
    assert not problems(read, server, frozenset((*talked_in, *filtered, "getReplay")))
    assert all(read["calls"][name]["result"] for name in filtered)
    replay = read["calls"]["getReplay"]["result"].encode("latin-1")
    assert read_replay(replay).frames()
    no_request = {"withSettings", "getChatWebsocketHeaders", "generateChatWebsocket"}
    assert set(read["methods"]) - no_request == read["calls"].keys() - {"revokeToken"}


def test_osu_web_js_reads_all_that_it_can_ask(server: DemoServer) -> None:
    read = answers("osu-web.js", server)
    assert read["token"] == {"guest": "Bearer", "refreshed": True}
    assert not problems(read, server, frozenset(("forum.getTopic",)))  # edited afterwards
    assert set(read["methods"]) == read["calls"].keys()
    for name in ("getUser", "getBeatmaps", "getBeatmapScores", "getMultiplayerLobby", "getReplay"):
        assert read["calls"][f"old.{name}"]["result"]
