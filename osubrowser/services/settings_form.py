"""What a file of settings may hold: each field's check, and the steps from older versions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VERSION = 2
THEMES = ("system", "dark", "light")
TITLES = ("romanised", "original")
SLOWEST_PACE, PACE, FASTEST_PACE = 6, 60, 240
"""Requests a minute: the least and the most that can be chosen, and what osu! asks for."""
SMALLEST_MEMORY, MEMORY, LARGEST_MEMORY = 16, 512, 16_384
"""Megabytes of answers kept on disk: the least and the most that can be chosen, and the usual."""
ANY_SERVER = "*"
"""Stands for the server of a sign-in from before there was one sign-in a server."""

_MOST_TABS, _MOST_PLACES, _MOST_SERVERS = 20, 50, 20
_LONGEST_ADDRESS = 2000


@dataclass(slots=True)
class TableState:
    """How one table is set up. Columns go by their keys.

    Attributes:
        order: the columns from left to right; those it does not name follow in their usual order.
        hidden: the columns that are not shown although they are by default.
        shown: the columns that are shown although they are not by default.
        widths: in pixels.
    """

    order: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    widths: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptSignIn:
    """How one server was signed in to last. What is secret about it is kept elsewhere.

    Attributes:
        client_id: the OAuth application, a number in digits.
        guest: whether it was a guest's sign-in (client credentials).
        player: the id of who signed in, once osu! has told; None for a guest.
    """

    client_id: str
    guest: bool = False
    player: int | None = None


def is_server(text: object) -> bool:
    """Return True for `https://host[:port]`, or `http://` where the host is this machine."""
    from urllib.parse import urlsplit

    if not isinstance(text, str) or len(text) > 200 or not text.isascii() or not text.isprintable():
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    bare = not (parts.path or parts.query or parts.fragment or "@" in parts.netloc)
    at_home = host in ("127.0.0.1", "::1", "localhost")
    return (
        bool(host)
        and bare
        and " " not in text
        and (parts.scheme == "https" or (parts.scheme == "http" and at_home))
    )


def _text(longest: int) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and len(value) <= longest


def _whole_between(least: int, most: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and least <= value <= most


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


FIELDS: dict[str, Callable[[object], bool]] = {
    "theme": lambda value: value in THEMES,
    "server": is_server,
    "callback_port": _whole_between(1024, 65535),
    "window": _text(10_000),
    "titles": lambda value: value in TITLES,
    "pictures": _is_flag,
    "pace": _whole_between(SLOWEST_PACE, FASTEST_PACE),
    "memory_limit": _whole_between(SMALLEST_MEMORY, LARGEST_MEMORY),
    "reopen": _is_flag,
    "open_tab": _text(100),
    "export_folder": _text(5000),
    "replay_folder": _text(5000),
}
"""The settings that are one plain value, and what a good one is."""


def migrated(values: dict[str, Any]) -> dict[str, Any]:
    """Return what a file holds as this version would have written it."""
    version = whole(values.get("version"), 0)
    while version < VERSION:
        values = STEPS[version](values)
        version += 1
        values["version"] = version
    return values


def _sign_in_by_server(values: dict[str, Any]) -> dict[str, Any]:
    """Turn the one pair of client id and guest into the sign-in of whichever server has it."""
    client_id, guest = values.pop("client_id", ""), values.pop("guest", False)
    if client_id:
        values["sign_ins"] = {ANY_SERVER: {"client_id": client_id, "guest": guest is True}}
    return values


STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    0: lambda values: values,  # before versions were written, the names were the same
    1: _sign_in_by_server,
}
"""One step a version: STEPS[n] turns what version n wrote into what version n + 1 would have."""


def whole(value: object, default: int) -> int:
    """Return `value` if it is a whole number from 0, else `default`."""
    return value if type(value) is int and value >= 0 else default


def table(values: Mapping[str, object]) -> TableState:
    """Return the state of a table as far as `values` make sense."""
    widths = values.get("widths")
    return TableState(
        order=_names(values.get("order")),
        hidden=_names(values.get("hidden")),
        shown=_names(values.get("shown")),
        widths={
            key: width
            for key, width in (widths.items() if isinstance(widths, dict) else ())
            if type(width) is int and 8 <= width <= 4000
        },
    )


def sign_ins(values: object) -> dict[str, KeptSignIn]:
    """Return the sign-ins by server, those that make sense."""
    found: dict[str, KeptSignIn] = {}
    for server, given in values.items() if isinstance(values, dict) else ():
        if (server != ANY_SERVER and not is_server(server)) or not isinstance(given, dict):
            continue
        client_id, guest, player = (given.get(n) for n in ("client_id", "guest", "player"))
        if not isinstance(client_id, str) or not 0 < len(client_id) <= 20:
            continue
        known = type(player) is int and 0 < player < 2**53 and guest is not True
        found[server] = KeptSignIn(client_id, guest is True, player if known else None)
        if len(found) == _MOST_SERVERS:
            break
    return found


def open_places(values: object) -> dict[str, list[str]]:
    """Return the addresses that were open by tab, those that can be ones."""
    tabs = list(values.items()) if isinstance(values, dict) else []
    return {
        name: [one for one in _names(places) if len(one) <= _LONGEST_ADDRESS][:_MOST_PLACES]
        for name, places in tabs[:_MOST_TABS]
        if len(name) <= 100
    }


def _names(value: object) -> list[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []
