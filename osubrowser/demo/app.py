"""One request from the socket to the reply: OAuth, the API with its checks, pictures, website."""

from __future__ import annotations

import logging
import re
import time
from collections import Counter, OrderedDict, deque
from threading import Event, Lock
from urllib.parse import urlencode

import msgspec
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request

from osubrowser.demo.faults import Faults, strike
from osubrowser.demo.oauth import Authority, Grant
from osubrowser.demo.replies import (
    Refusal,
    Reply,
    encode,
    html_reply,
    json_reply,
    refuse,
    unauthenticated,
)
from osubrowser.demo.routes import game, own, rankings, users, website
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.routes.pictures import Gallery
from osubrowser.demo.throttle import Throttle
from osubrowser.demo.world.world import World

API = "/api/v2"
_ROUTES = (*own.ROUTES, *users.ROUTES, *rankings.ROUTES, *game.ROUTES)
_OPEN = re.compile(r"/(changelog|comments|news|seasonal-backgrounds|wiki)(/|$)")
_HOST = re.compile(r"[\w.\-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?")
_KEPT_BODIES = 64
_KEPT_LOG = 20_000

_log = logging.getLogger("osubrowser.demo")


class App:
    """Answers requests; knows nothing of sockets and threads but that there are several.

    Args:
        world: what exists.
        authority: who may ask.
        faults: what goes wrong.
        latency: seconds added to every API answer.
        closing: set when the server ends: nothing waits any longer.
        limit: API requests a minute for each token.
        retry_after: send `Retry-After` with 429, which the real server does not.
    """

    def __init__(
        self,
        world: World,
        authority: Authority,
        faults: Faults,
        *,
        latency: float,
        closing: Event,
        limit: int,
        retry_after: bool,
    ) -> None:
        self.world = world
        self.authority = authority
        self.faults = faults
        self.latency = latency
        self.closing = closing
        self.retry_after = retry_after
        self.throttle = Throttle(limit)
        self.gallery = Gallery()
        self._map = Map(
            [Rule(route.path, endpoint=route, methods=[route.method]) for route in _ROUTES],
            strict_slashes=False,
            redirect_defaults=False,
        )
        self._lock = Lock()
        self._bodies: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
        self._counts: Counter[str] = Counter()
        self._asked: deque[tuple[float, str, str, int]] = deque(maxlen=_KEPT_LOG)

    def __call__(self, request: Request) -> Reply:
        """Answer a request. Never raises."""
        if request.path == "/_stats":
            return json_reply(200, msgspec.json.encode(self.stats()))
        try:
            reply = self._answer(request)
        except Refusal as refusal:
            data = b"" if refusal.body is None else encode(refusal.body, _origin(request))
            reply = json_reply(refusal.status, data)
        except Exception:  # noqa: BLE001 - logged, and the caller gets the server's 500
            _log.exception("the demo server failed to answer %s", request.path)
            reply = json_reply(500, b'{"error":null}')
        status = 0 if reply.mishap == "reset" else reply.status_code
        self._note(request, status)
        return reply

    def stats(self) -> dict[str, object]:
        """Return what was asked so far: `counts` by request, `times`, and the last `requests`."""
        with self._lock:
            asked = list(self._asked)
            return {
                "counts": dict(self._counts),
                "times": [moment for moment, *_ in asked],
                "requests": asked,
            }

    def _note(self, request: Request, status: int) -> None:
        path = request.path
        query = request.query_string.decode("latin-1") if path.startswith(API) else ""
        with self._lock:
            self._counts[f"{status} {request.method} {path}"] += 1
            full = f"{path}?{query}" if query else path
            self._asked.append((time.time(), request.method, full, status))

    def _answer(self, request: Request) -> Reply:
        path = request.path
        if path.startswith(API + "/") or path == API:
            return self._api(request)
        if path == "/oauth/authorize":
            return self._authorize(request)
        if path == "/oauth/token":
            return self._token(request)
        if path.startswith("/api/"):
            raise refuse(401, "Please provide a valid API key.")
        return website.answer(request, self.gallery)

    # --- OAuth --------------------------------------------------------------------------------

    def _authorize(self, request: Request) -> Reply:
        if request.method != "GET":
            return html_reply(
                405, website.page("Method not allowed", "Open this page in a browser.")
            )
        try:
            consent = self.authority.authorize(request.args)
        except Refusal as refusal:
            if refusal.body == "html":
                return html_reply(400, website.page("Error", "The requested scope is invalid."))
            raise
        mark = "&" if "?" in consent.redirect_uri else "?"
        reply = html_reply(302, "")
        reply.headers["Location"] = f"{consent.redirect_uri}{mark}{urlencode(consent.answer)}"
        return reply

    def _token(self, request: Request) -> Reply:
        if request.method != "POST":
            raise refuse(404, "Invalid url or incorrect request method.")
        form = dict(request.form)
        if request.is_json:
            sent = request.get_json(silent=True)
            form = {k: str(v) for k, v in sent.items()} if isinstance(sent, dict) else {}
        basic = request.authorization
        if basic is not None and basic.type == "basic" and "client_id" not in form:
            form["client_id"], form["client_secret"] = basic.username or "", basic.password or ""
        try:
            token = self.authority.token(form)
        except Refusal as refusal:
            # The site's own sentences, unlike those of its OAuth library, come as a web page
            # to whoever does not ask for JSON.
            own = isinstance(refusal.body, dict) and refusal.body.keys() == {"error"}
            if own and "json" not in request.headers.get("Accept", ""):
                return html_reply(refusal.status, website.page("Error", "Bad request."))
            raise
        reply = json_reply(200, msgspec.json.encode(token))
        reply.headers["Content-Type"] = "application/json; charset=UTF-8"
        reply.headers["Cache-Control"] = "no-store"
        reply.headers["Pragma"] = "no-cache"
        return reply

    # --- the API ------------------------------------------------------------------------------

    def _api(self, request: Request) -> Reply:
        path = request.path[len(API) :]
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        grant = self._grant(path, bearer)
        key = bearer or f"ip {request.remote_addr}"
        if self.throttle.remaining(key) <= 0:
            return self._too_many(key)
        if self.latency:
            self.closing.wait(self.latency)
        fault = self.faults.draw()
        if (struck := strike(fault, self.closing)) is not None:
            return struck
        if fault == "expire":
            self.authority.forget(bearer)
        cost = 1
        try:
            route, parts = self._find(request, path)
            _check(route, grant)
            cost = route.cost(request) if route.cost else 1
            call = Call(request, self.world, self.authority, bearer, grant)
            reply = self._run(route, parts, call)
        except Refusal as refusal:
            data = b"" if refusal.body is None else encode(refusal.body, _origin(request))
            reply = json_reply(refusal.status, data)
        if fault == "truncate":
            reply.mishap = "truncate"
        reply.headers["X-RateLimit-Limit"] = str(self.throttle.limit)
        reply.headers["X-RateLimit-Remaining"] = str(self.throttle.count(key, cost))
        return reply

    def _grant(self, path: str, bearer: str) -> Grant | None:
        if not bearer and _OPEN.match(path):
            return None
        grant = self.authority.grant_of(bearer)
        if grant is None:
            raise unauthenticated()
        return grant

    def _too_many(self, key: str) -> Reply:
        reply = json_reply(429, b'{"error":"Too Many Attempts."}')
        if self.retry_after:
            reply.headers["Retry-After"] = str(int(self.throttle.resets_in(key)) + 1)
        return reply

    def _find(self, request: Request, path: str) -> tuple[Route, dict[str, str]]:
        urls = self._map.bind("demo")
        try:
            route, parts = urls.match(path or "/", method=request.method)
        except HTTPException:
            raise refuse(404, "Invalid url or incorrect request method.") from None
        return route, dict(parts)

    def _run(self, route: Route, parts: dict[str, str], call: Call) -> Reply:
        """Answer, from the bodies kept if the same was asked a moment ago."""
        request, origin = call.request, _origin(call.request)
        if request.method != "GET":
            body = route.answer(call, **parts)
            return Reply(status=204) if body is None else json_reply(200, encode(body, origin))
        key = (request.full_path, call.account, call.api_version, origin)
        with self._lock:
            data = self._bodies.get(key)
            if data is not None:
                self._bodies.move_to_end(key)
        if data is None:
            data = encode(route.answer(call, **parts), origin)
            with self._lock:
                self._bodies[key] = data
                while len(self._bodies) > _KEPT_BODIES:
                    self._bodies.popitem(last=False)
        return json_reply(200, data)


def _check(route: Route, grant: Grant | None) -> None:
    """Compare what a route needs with what the token has.

    Raises:
        Refusal: 401 or 403, as the server has it.
    """
    if grant is None:
        return
    if route.scope == "*":
        raise refuse(403, "Invalid scope(s) provided.")
    if route.person and grant.account is None:
        raise unauthenticated()
    if route.scope not in ("", "any") and route.scope not in grant.scopes:
        raise refuse(403, "A required scope is missing.")


def _origin(request: Request) -> str:
    """Return this server's address as the caller knows it."""
    host = request.headers.get("Host", "")
    if not _HOST.fullmatch(host):
        host = f"{request.environ['SERVER_NAME']}:{request.environ['SERVER_PORT']}"
    return f"http://{host}"
