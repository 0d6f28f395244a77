"""Faults on purpose: what goes wrong between a program and osu!, each with a probability."""

from __future__ import annotations

from random import Random
from threading import Event, Lock

from osubrowser.demo.replies import Reply, html_reply, json_reply

NAMES = (
    "429",
    "429bare",
    "500",
    "502",
    "503",
    "reset",
    "truncate",
    "garbage",
    "slow",
    "hang",
    "expire",
)
"""Every fault there is.

`429` says to wait a second, `429bare` does not say; `slow` takes five seconds, `hang` thirty;
`expire` revokes the token that was used; `reset` and `truncate` cut the connection.
"""

_WAITS = {"slow": 5.0, "hang": 30.0}


def parse_faults(text: str) -> dict[str, float]:
    """Read `NAME:SHARE,...`.

    Raises:
        ValueError: a name is unknown, or a share is not between 0 and 1.
    """
    shares = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, _, share = part.partition(":")
        if name not in NAMES:
            raise ValueError(f"no fault is called {name!r}; there are: {', '.join(NAMES)}")
        try:
            value = float(share)
        except ValueError:
            raise ValueError(f"the share of {name!r} is not a number: {share!r}") from None
        if not 0 <= value <= 1:
            raise ValueError(f"the share of {name!r} is not between 0 and 1: {share}")
        shares[name] = value
    return shares


class Faults:
    """Decides for each API request whether and how it goes wrong."""

    def __init__(self, shares: dict[str, float], seed: int) -> None:
        self._shares = shares
        # The rolls of a test must repeat: nothing here is secret.
        self._random = Random(seed)  # noqa: S311
        self._lock = Lock()

    def draw(self) -> str:
        """Return the name of the fault for this request, or an empty text."""
        if not self._shares:
            return ""
        with self._lock:
            roll = self._random.random()
        for name, share in self._shares.items():
            if roll < share:
                return name
            roll -= share
        return ""


def strike(fault: str, closing: Event) -> Reply | None:
    """Carry out a fault that comes before the answer.

    Returns:
        what is sent in place of the answer, or None if the answer follows.
    """
    if fault in ("429", "429bare"):
        reply = json_reply(429, b'{"error":"Too Many Attempts."}')
        if fault == "429":
            reply.headers["Retry-After"] = "1"
        return reply
    if fault in ("500", "502", "503"):
        return html_reply(int(fault), "<html>error</html>")
    if fault == "garbage":
        return html_reply(200, "<html>maintenance</html>")
    if fault == "reset":
        reply = Reply()
        reply.mishap = "reset"
        return reply
    if fault in _WAITS:
        closing.wait(_WAITS[fault])
    return None
