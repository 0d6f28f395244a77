"""Dispatcher of API v2: token, rate limits, faults, route, response cache."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from threading import Event, Lock

import msgspec
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, MapAdapter, Rule
from werkzeug.wrappers import Request

from osubrowser.demo.faults.bodies import transforms
from osubrowser.demo.faults.faults import Faults, add_mishap, replacement_reply
from osubrowser.demo.faults.paging import PagingFaults
from osubrowser.demo.http.oauth import Authority, Grant
from osubrowser.demo.http.replies import (
    Refusal,
    Reply,
    encode,
    json_reply,
    origin_of,
    refuse,
    refused,
    unauthenticated,
)
from osubrowser.demo.http.throttle import API, DOWNLOADS, Throttle
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.routes.table import ROUTES
from osubrowser.demo.world.world import World
from osubrowser.lru import LRUCache

PREFIX = "/api/v2"

_OPEN = re.compile(r"/(changelog|comments|news|seasonal-backgrounds|wiki)(/|$)")
_KEPT_BODIES = 64
_KEPT_BYTES = 4 << 20


class Api:
    """Request handler of everything below `/api/v2`.

    Args:
        world: what exists.
        authority: who may ask.
        faults: what goes wrong.
        throttles: the buckets that requests are counted in.
        latency: seconds added to every answer.
        closing: set when the server ends: nothing waits any longer.
        retry_after: send `Retry-After` with 429, which the real server does not.
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
    ) -> None:
        self.world = world
        self._authority = authority
        self._faults = faults
        self._throttles = throttles
        self._latency = latency
        self._closing = closing
        self._retry_after = retry_after
        self._transforms = transforms()
        self._paging = PagingFaults()
        self._lock = Lock()
        # Small bodies count as the share of one: so their number is bounded, too.
        share = _KEPT_BYTES // _KEPT_BODIES
        self._bodies: LRUCache[tuple[object, ...], bytes] = LRUCache(
            _KEPT_BYTES, lambda body: max(len(body), share)
        )
        self._writes = 0

    def answer(self, request: Request) -> Reply:
        """Answer a request.

        Raises:
            Refusal: there is no good token.
        """
        path = request.path[len(PREFIX) :]
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        grant = self._grant(request.method, path, bearer)
        key = bearer or f"ip {request.remote_addr}"
        whole = self._throttles[API]
        if whole.remaining(key) <= 0:
            return self._too_many(whole, key)
        if self._latency:
            self._closing.wait(self._latency)
        fault = self._faults.draw()
        if (replaced := replacement_reply(fault, self._closing)) is not None:
            return replaced
        if fault == "expire":
            self._authority.forget(bearer)
        elif fault == "revoked":
            self._authority.revoke(bearer)
        call = Call(request, self.world, self._authority, bearer, grant)
        reply, cost, inner = self._routed(call, path, key)
        add_mishap(reply, fault, self._faults)
        left = whole.count(key, cost)
        shown, remaining = (whole, left) if inner is None or left <= inner[1] else inner
        reply.headers["X-RateLimit-Limit"] = str(shown.limit)
        reply.headers["X-RateLimit-Remaining"] = str(remaining)
        return reply

    def _grant(self, method: str, path: str, bearer: str) -> Grant | None:
        if not bearer and method in ("GET", "HEAD") and _OPEN.match(path):
            return None
        grant = self._authority.grant_of(bearer)
        if grant is None:
            raise unauthenticated()
        return grant

    def _routed(
        self, call: Call, path: str, key: str
    ) -> tuple[Reply, int, tuple[Throttle, int] | None]:
        """Find the route and let it answer.

        Returns:
            the reply, what it costs, and the bucket beside `api` with what remains in it.
        """
        cost, inner = 1, None
        try:
            route, parts = self._find(call.request, path)
            _check(route, call.grant)
            if route.bucket != API:
                bucket = self._throttles[route.bucket]
                remaining = bucket.take(key)
                if remaining is None:
                    return self._too_many(bucket, key), cost, None
                inner = (bucket, remaining)
                if route.bucket == DOWNLOADS and self._faults.applies("replay-lies"):
                    raise refuse(404, None)
            cost = route.cost(call.request) if route.cost else 1
            reply = self._run(route, parts, call, key)
        except Refusal as refusal:
            reply = refused(refusal, call.request)
        return reply, cost, inner

    def _too_many(self, throttle: Throttle, key: str) -> Reply:
        reply = json_reply(429, b'{"error":"Too Many Attempts."}')
        if self._retry_after:
            reply.headers["Retry-After"] = str(int(throttle.resets_in(key)) + 1)
        return reply

    @staticmethod
    def _find(request: Request, path: str) -> tuple[Route, dict[str, str]]:
        try:
            route, parts = _urls().match(path or "/", method=request.method)
        except HTTPException:
            raise refuse(404, "Invalid url or incorrect request method.") from None
        return route, dict(parts)

    # --- bodies -------------------------------------------------------------------------------

    def _run(self, route: Route, parts: dict[str, str], call: Call, key: str) -> Reply:
        """Run a route, or answer from the response cache."""
        request = call.request
        day = call.world.back
        kept = (request.full_path, call.account, call.api_version, origin_of(request), day)
        read, writes = request.method == "GET", self._writes
        data = self._kept(kept) if read else None
        if data is None:
            try:
                body = route.answer(call, **parts)
            finally:
                if not read:
                    self._forget_bodies()  # what was read before may be another now
            if isinstance(body, Reply):
                return body
            if body is None:
                return Reply(status=204)
            data = encode(body, origin_of(request))
            if read:
                self._keep(kept, data, writes)
        return json_reply(200, self._spoiled(data, request, key))

    def _kept(self, key: tuple[object, ...]) -> bytes | None:
        return self._bodies.get(key)

    def _keep(self, key: tuple[object, ...], data: bytes, writes: int) -> None:
        with self._lock:
            if writes != self._writes:
                return  # made while something was written: perhaps without it
            self._bodies.put(key, data)

    def _forget_bodies(self) -> None:
        with self._lock:
            self._writes += 1
            self._bodies.clear()

    def _spoiled(self, data: bytes, request: Request, key: str) -> bytes:
        """Return an encoded body with the faults applied."""
        names = self._faults.of_body()
        lies = self._faults.applies("replay-lies")
        if not names and not lies:
            return data
        body = msgspec.json.decode(data)
        self._paging.apply(names, body, request, key)
        for name in names:
            if (transform := self._transforms.get(name)) is not None:
                transform(body)
        if lies:
            self._transforms["replay-lies"](body)
        return msgspec.json.encode(body)


_making_urls = Lock()


def _urls() -> MapAdapter:
    """Return the URL map of all routes."""
    # One thread makes it: `ast.parse`, which the rules use, counts its depth for all threads of
    # CPython 3.11 together, and two at once make each other fail.
    with _making_urls:
        return _made_urls()


@cache
def _made_urls() -> MapAdapter:
    rules = [Rule(route.path, endpoint=route, methods=[route.method]) for route in ROUTES]
    return Map(rules, strict_slashes=False, redirect_defaults=False).bind("demo")


def _check(route: Route, grant: Grant | None) -> None:
    """Check the scope and the person of a token against a route.

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
