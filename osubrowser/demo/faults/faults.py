"""Fault names, their shares, and the faults of the wire."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random
from threading import Event, Lock

from osubrowser.demo.http.replies import Mishap, Reply, html_reply, json_reply

BEFORE = {
    "429": "429, and a second to wait",
    "429bare": "429 that does not say how long to wait",
    "500": "500 with a page of HTML",
    "502": "502 with a page of HTML",
    "503": "503 with a page of HTML",
    "html-403": "403 with a page of HTML, as of a CDN's challenge",
    "html-429": "429 with a page of HTML",
    "html-502": "502 with a page of HTML, as of a proxy",
    "html-503": "503 with a page of HTML, as of a proxy",
    "garbage": "200 with a page of HTML",
    "reset": "the connection is torn down in place of an answer",
    "slow": "the answer comes after five seconds",
    "hang": "the answer comes after thirty seconds",
    "expire": "the token of the call is bad after it; its refresh token stays good",
    "revoked": "the token of the call and its refresh token are bad after it",
    "truncate": "the connection ends in the middle of the body",
}
"""Faults of which at most one befalls a request, and what each does."""

WIRE = {
    "wrong-length": "a Content-Length that is shorter than the body",
    "slow-body": "the body comes in drops, over two seconds",
    "reset-body": "the connection is torn down in the middle of the body",
    "clock-skew": "a Date that is five hours behind, also with tokens",
    "replay-lies": "scores claim a replay, and its download is a 404",
    "error-as-200": "API v1's get_replay answers an error with status 200",
}
"""Faults of the way back, drawn one by one."""

BODY = {
    "deleted-author": "users of sets and scores, and owners, are placeholders of deleted ones",
    "missing-set": "difficulties have null for their beatmapset",
    "missing-game-beatmap": "games of matches have no beatmap",
    "missing-user": "ids of users without an entry in the users beside the list",
    "unknown-event": "events of type somethingNew",
    "unknown-score": "scores of type solo_score_v2",
    "unknown-room": "rooms of type race",
    "unknown-status": "beatmaps of status review",
    "unknown-grade": "grades SSS",
    "unknown-group": "users in a group that nobody knows",
    "unknown-hit-result": "a hit result new_hit",
    "unreadable-event": "events that the server itself could not read",
    "unknown-mod": "a mod ZZ with settings that nest",
    "extra-fields": "a new key in every object",
    "missing-fields": "one key after the other is missing, another with each answer",
    "missing-statistics": "scores and users without statistics",
    "missing-maximum-statistics": "scores without maximum_statistics",
    "empty-list": "[] where an object is expected: navigation, details, settings",
    "float-as-int": "numbers without their fraction",
    "int-as-float": "whole numbers as 1000000.0",
    "large-ids": "ids beyond 32 bits",
    "negative-counts": "-1 in a hit count and in a count of grades",
    "null-rank-history": "rank_history is null",
    "null-cover-url": "the url of a cover is null",
    "null-country": "country is null",
    "null-team": "team is null",
    "null-global-rank": "global_rank is null",
    "null-pp": "pp is null",
    "null-playstyle": "playstyle is null",
    "null-max-combo": "max_combo is null",
    "null-default-group": "default_group is null",
    "deleted-comment": "comments without their message",
    "duplicates": "a page begins with the last item of the page before",
    "short-page": "an item is missing from a page that is not the last",
    "endless-cursor": "the same cursor again and again",
}
"""Faults of what the bodies of API v2 say, drawn one by one."""

GROUPS = {
    "unknown-enum": tuple(
        name for name in BODY if name.startswith("unknown-") and name != "unknown-mod"
    ),
    "nulls": tuple(name for name in BODY if name.startswith("null-")),
    "number-types": ("float-as-int", "int-as-float", "large-ids"),
}
"""Names that stand for several faults."""

MEANINGS = {
    **BEFORE,
    **WIRE,
    **BODY,
    **{name: "all of: " + ", ".join(members) for name, members in GROUPS.items()},
}
"""What every name means."""

NAMES = tuple(MEANINGS)
"""Every name that can be given."""

MISHAPS: dict[str, Mishap] = {
    "truncate": "truncate",
    "wrong-length": "wrong-length",
    "slow-body": "slow-body",
    "reset-body": "reset-body",
}
"""The faults that befall an answer while it is sent."""


def parse_faults(text: str) -> dict[str, float]:
    """Read `NAME:SHARE,...`; a name without a share means always.

    Returns:
        the share of each fault, groups taken apart.

    Raises:
        ValueError: a name is unknown, or a share is not between 0 and 1.
    """
    shares = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, colon, share = part.partition(":")
        if name not in MEANINGS:
            raise ValueError(f"no fault is called {name!r}; there are: {', '.join(NAMES)}")
        try:
            value = float(share) if colon else 1.0
        except ValueError:
            raise ValueError(f"the share of {name!r} is not a number: {share!r}") from None
        if not 0 <= value <= 1:
            raise ValueError(f"the share of {name!r} is not between 0 and 1: {share}")
        shares.update(dict.fromkeys(GROUPS.get(name, (name,)), value))
    return shares


def explain() -> str:
    """Return every name with its meaning, a line each."""
    width = max(map(len, MEANINGS))
    return "\n".join(f"  {name:{width}}  {meaning}" for name, meaning in MEANINGS.items())


class Faults:
    """Random draw of the faults of each API request, by their shares. Thread-safe.

    Args:
        shares: the share of requests that each fault befalls.
        seed: the same seed and the same order of requests give the same faults.
    """

    def __init__(self, shares: dict[str, float], seed: int) -> None:
        self._before = {name: share for name, share in shares.items() if name in BEFORE}
        self._rest = {name: share for name, share in shares.items() if name not in BEFORE}
        # The rolls of a test must repeat: nothing here is secret.
        self._random = Random(seed)  # noqa: S311
        self._lock = Lock()

    def draw(self) -> str:
        """Return the name of the fault of `BEFORE` for a request, or an empty text."""
        if not self._before:
            return ""
        with self._lock:
            roll = self._random.random()
        for name, share in self._before.items():
            if roll < share:
                return name
            roll -= share
        return ""

    def applies(self, name: str) -> bool:
        """Return whether a fault of `WIRE` or `BODY` applies to the current request."""
        share = self._rest.get(name, 0.0)
        if not share:
            return False
        with self._lock:
            return self._random.random() < share

    def of_body(self) -> tuple[str, ...]:
        """Return the names of the faults of `BODY` that apply to an answer."""
        return tuple(name for name in BODY if self.applies(name))


BEHIND = timedelta(hours=5)
"""How far a skewed clock is behind."""

_WAITS = {"slow": 5.0, "hang": 30.0}
_PAGES = {"500": 500, "502": 502, "503": 503, "garbage": 200}


def replacement_reply(fault: str, closing: Event) -> Reply | None:
    """Return the reply that a fault sends in place of the answer.

    Returns:
        what is sent in place of the answer, or None if the answer follows.
    """
    if fault in ("429", "429bare"):
        reply = json_reply(429, b'{"error":"Too Many Attempts."}')
        if fault == "429":
            reply.headers["Retry-After"] = "1"
        return reply
    if fault in _PAGES:
        text = "<html>maintenance</html>" if fault == "garbage" else "<html>error</html>"
        return html_reply(_PAGES[fault], text)
    if fault.startswith("html-"):
        page = "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"
        return html_reply(int(fault.removeprefix("html-")), page)
    if fault == "reset":
        reply = Reply()
        reply.mishap = "reset"
        return reply
    if fault in _WAITS:
        closing.wait(_WAITS[fault])
    return None


def add_mishap(reply: Reply, fault: str, faults: Faults) -> None:
    """Set the transmission fault of a reply, if one applies.

    Args:
        reply: the reply, changed in place.
        fault: what was drawn before the answer.
        faults: what else goes wrong.
    """
    for name, mishap in MISHAPS.items():
        if name == fault or faults.applies(name):
            reply.mishap = mishap


def skew_date(reply: Reply, faults: Faults) -> None:
    """Set a wrong `Date` on a reply, if `clock-skew` applies."""
    if faults.applies("clock-skew"):
        reply.headers["Date"] = format_datetime(datetime.now(UTC) - BEHIND, usegmt=True)
