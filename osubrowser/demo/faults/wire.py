"""Faults that come in place of an answer, or on its way back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import Event

from osubrowser.demo.faults.faults import MISHAPS, Faults
from osubrowser.demo.http.replies import Reply, html_reply, json_reply

BEHIND = timedelta(hours=5)
"""How far a skewed clock is behind."""

_WAITS = {"slow": 5.0, "hang": 30.0}
_PAGES = {"500": 500, "502": 502, "503": 503, "garbage": 200}


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


def mar(reply: Reply, fault: str, faults: Faults) -> None:
    """Let something happen to a reply on its way, if it is its turn.

    Args:
        reply: the reply, changed in place.
        fault: what was drawn before the answer.
        faults: what else goes wrong.
    """
    for name, mishap in MISHAPS.items():
        if name == fault or faults.strikes(name):
            reply.mishap = mishap


def skew(reply: Reply, faults: Faults) -> None:
    """Date a reply as a server does whose clock is wrong, if it is its turn."""
    if faults.strikes("clock-skew"):
        reply.headers["Date"] = format_datetime(datetime.now(UTC) - BEHIND, usegmt=True)
