"""Top-level dispatcher: OAuth, both APIs, files, pictures, website; request log."""

from __future__ import annotations

import hmac
import logging
import time
from collections import Counter, deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import Event, Lock

import msgspec
from werkzeug.wrappers import Request

from osubrowser.demo.faults.faults import Faults, add_mishap, replacement_reply, skew_date
from osubrowser.demo.http.api import PREFIX, Api
from osubrowser.demo.http.oauth import Authority, answer_authorize, answer_token
from osubrowser.demo.http.replies import Refusal, Reply, json_reply, refuse, refused
from osubrowser.demo.http.throttle import TOKENS, V1, V1_REPLAYS, Throttle
from osubrowser.demo.routes import featured_artists, files, legacy, website
from osubrowser.demo.routes.website import PictureCache
from osubrowser.demo.world.days.performance import WorldStopped
from osubrowser.demo.world.world import World

_KEPT_LOG = 20_000
_SLOWER = "Requesting too fast! Slow your operation, cap'n!"

_log = logging.getLogger("osubrowser.demo")


class App:
    """Request handler of the whole server, independent of sockets.

    Args:
        world: what exists.
        authority: who may ask.
        faults: what goes wrong.
        throttles: the buckets that requests are counted in.
        latency: seconds added to every API answer.
        closing: set when the server ends: nothing waits any longer.
        retry_after: send `Retry-After` with 429, which the real server does not.
        api_key: the key of API v1.
    """

    def __init__(
        self,
        world: World,
        authority: Authority,
        faults: Faults,
        throttles: Mapping[str, Throttle],
        *,
        latency: float,
        closing: Event,
        retry_after: bool,
        api_key: str,
    ) -> None:
        self.world = world
        self.authority = authority
        self._faults = faults
        self._throttles = throttles
        self._latency = latency
        self._closing = closing
        self._api_key = api_key
        self._pictures = PictureCache()
        self._api = Api(
            world,
            authority,
            faults,
            throttles,
            latency=latency,
            closing=closing,
            retry_after=retry_after,
        )
        self._lock = Lock()
        self._counts: Counter[str] = Counter()
        self._asked: deque[tuple[float, str, str, int]] = deque(maxlen=_KEPT_LOG)

    def move_to(self, world: World) -> None:
        """Answer from another day of the world, from the next request on."""
        self.world = self._api.world = world

    def __call__(self, request: Request) -> Reply:
        """Answer a request. Never raises."""
        back = self.world.back
        if request.path == "/_stats":
            return json_reply(200, msgspec.json.encode(self.stats()))
        try:
            reply = self._answer(request)
        except Refusal as refusal:
            reply = refused(refusal, request)
        except WorldStopped:
            reply = json_reply(503, b'{"error":null}')
        except Exception:  # noqa: BLE001 - logged, and the caller gets the server's 500
            _log.exception("the demo server failed to answer %s", request.path)
            reply = json_reply(500, b'{"error":null}')
        if back:
            day = datetime.now(UTC) - timedelta(days=back)
            reply.headers["Date"] = format_datetime(day, usegmt=True)
        skew_date(reply, self._faults)
        self._note(request, 0 if reply.mishap == "reset" else reply.status_code)
        return reply

    def stats(self) -> dict[str, object]:
        """Return the request log: `counts` by request, `times`, and the last `requests`.

        Of each, the oldest beyond some ten thousand are forgotten.
        """
        with self._lock:
            asked = list(self._asked)
            return {
                "counts": dict(self._counts),
                "times": [moment for moment, *_ in asked],
                "requests": asked,
            }

    def _note(self, request: Request, status: int) -> None:
        path = request.path
        query = request.query_string.decode("latin-1") if path.startswith(PREFIX) else ""
        what = f"{status} {request.method} {path}"
        with self._lock:
            if what not in self._counts and len(self._counts) >= _KEPT_LOG:
                del self._counts[next(iter(self._counts))]
            self._counts[what] += 1
            full = f"{path}?{query}" if query else path
            self._asked.append((time.time(), request.method, full, status))

    def _answer(self, request: Request) -> Reply:
        path = request.path
        if path.startswith(PREFIX + "/") or path == PREFIX:
            return self._api.answer(request)
        if path.rstrip("/") == "/oauth/authorize":
            return answer_authorize(request, self.authority)
        if path.rstrip("/") == "/oauth/token":
            return answer_token(request, self.authority, self._throttles[TOKENS])
        if path.startswith("/api/"):
            return self._legacy(request)
        if request.method in ("GET", "HEAD"):
            reply = (
                featured_artists.answer(request, self.world.featured_tracks)
                or files.osu_file_reply(request, self.world.beatmaps)
                or files.preview_reply(request, self.world.beatmaps)
            )
            if reply is not None:
                return reply
        return website.answer(request, self._pictures)

    def _legacy(self, request: Request) -> Reply:
        """Answer API v1."""
        key = request.args.get("k", "")
        if not hmac.compare_digest(key.encode(), self._api_key.encode()):
            raise refuse(401, "Please provide a valid API key.")
        replays = request.path.startswith("/api/get_replay")
        # A replay beyond its own limit costs of the whole one all the same.
        taken = [self._throttles[name].take(key) for name in (V1, V1_REPLAYS)[: 1 + replays]]
        if None in taken:
            raise refuse(429, _SLOWER)
        if self._latency:
            self._closing.wait(self._latency)
        fault = self._faults.draw()
        if (replaced := replacement_reply(fault, self._closing)) is not None:
            return replaced
        if replays and self._faults.applies("error-as-200"):
            return json_reply(200, b'{"error":"Replay not available."}')
        reply = legacy.answer(request, self.world)
        add_mishap(reply, fault, self._faults)
        return reply
