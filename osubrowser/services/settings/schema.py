"""Schema of the settings file: rules, checks, decoders and migrations."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VERSION = 3
THEMES = ("system", "dark", "light")
TITLES = ("romanised", "original")
LANGUAGE = "system"
"""Language of the texts: default, the language of the system."""
SMALLEST_TEXT, TEXT, LARGEST_TEXT = 80, 100, 200
"""Size of text and controls in percent: minimum, default and maximum."""
SLOWEST_PACE, PACE, FASTEST_PACE = 6, 60, 240
"""Requests per minute: minimum, default (what osu! asks for) and maximum."""
FOLLOW_PACE, FASTEST_FOLLOW_PACE = 6, 60
"""Background requests per minute for what is followed: default and maximum."""
SMALLEST_CACHE, CACHE, LARGEST_CACHE = 16, 512, 16_384
"""Size limit of the response cache in megabytes: minimum, default and maximum."""
SMALLEST_PICTURES, PICTURES, LARGEST_PICTURES = 16, 256, 4096
"""Size limit of the image cache in megabytes: minimum, default and maximum."""
VOLUME = 60
"""Volume of preview sounds in percent: default."""
REPLAY_NAME = "{player} - {artist} - {title} [{difficulty}] ({date}) {mode}.osr"
"""Default template of the file names of replays: the game's own."""
REPLAY_EXISTING = ("skip", "number", "replace")
"""What to do when a file of that name exists."""
ANY_SERVER = "*"
"""Key of a sign-in from version 1 of the file, which did not name the server."""

VIEWS = ("table", "cards")
"""Views of a list."""
MOST_PLACES = 30
"""Maximum number of closable tabs that are kept open and restored."""
MOST_SERVERS = 20
"""Maximum number of servers with a saved sign-in, and of accounts with saved tabs."""
MOST_FOLDERS = 100
"""Maximum number of folders of the replay library."""
LATEST = 253_402_300_799
"""Seconds from 1970 to the end of the year 9999, the last that a date can have."""
MOST_EXCLUDES, LONGEST_EXCLUDE = 500, 100
"""Maximum number of excluded tags or mappers, and characters of one."""
_MOST_TABS = 20
_LONGEST_PATH = 5000
_LONGEST_ADDRESS, _LONGEST_TITLE = 2000, 300
_LONGEST_TEMPLATE = 500
_LARGEST_KEY = 10_000
_MOST_ACTIONS, _MOST_KEYS, _LONGEST_NAME = 200, 6, 60


T = TypeVar("T")
_RULE = "rule"
_INVALID: Any = object()


@dataclass(frozen=True, slots=True)
class Rule:
    """Rule of one setting: its decoder and encoder.

    Attributes:
        decode: converts a JSON value to the setting; `_INVALID` keeps the default.
        encode: converts the setting to a JSON value.
        is_choice: whether it is a preference on the settings page; else it is state.
    """

    decode: Callable[[object], Any]
    encode: Callable[[Any], Any]
    is_choice: bool = False

    def accepts(self, value: object) -> bool:
        """Whether a value is valid: encoding and decoding returns it unchanged."""
        decoded = self.decode(self.encode(value))
        return decoded is not _INVALID and bool(decoded == value) and type(decoded) is type(value)


def setting(default: T, check: Callable[[object], bool], *, is_choice: bool = False) -> T:
    """Return the dataclass field of a plain setting, with its default and its check."""
    rule = Rule(lambda value: value if check(value) else _INVALID, lambda value: value, is_choice)
    return field(default=default, metadata={_RULE: rule})


def structured(
    make: Callable[[], T],
    decode: Callable[[object], T],
    encode: Callable[[T], object],
    *,
    is_choice: bool = False,
) -> T:
    """Return the dataclass field of a structured setting; `decode` drops invalid parts."""
    rule = Rule(decode, encode, is_choice)
    return field(default_factory=make, metadata={_RULE: rule})


def rules_of(settings: object) -> dict[str, Rule]:
    """Return the rule of each setting of a settings dataclass, by name, in the file's order."""
    found = fields(cast("Any", settings))
    return {one.name: one.metadata[_RULE] for one in found if _RULE in one.metadata}


def decode_into(settings: object, values: dict[str, Any]) -> list[str]:
    """Set all settings from `values`, removing them there; missing or invalid ones are not set.

    Returns:
        The names of the settings that were invalid, or had invalid entries.
    """
    invalid = []
    for name, rule in rules_of(settings).items():
        if name not in values:
            continue
        given = values.pop(name)
        decoded = rule.decode(given)
        if decoded is not _INVALID:
            setattr(settings, name, decoded)
        is_part = isinstance(decoded, dict | list) and _entries(given) != len(decoded)
        if decoded is _INVALID or is_part:
            invalid.append(name)
    return invalid


def _entries(value: object) -> int:
    """Return how many entries an object or a list has; -1 for what is neither."""
    return len(value) if isinstance(value, dict | list) else -1


@dataclass(slots=True)
class TableState:
    """State of one list: order, visibility and widths of its columns, by their keys, and its view.

    Attributes:
        order: columns from left to right; missing ones follow in their default order.
        hidden: hidden columns that are visible by default.
        shown: visible columns that are hidden by default.
        widths: widths in pixels.
        view: one of `VIEWS`; "" for the default.
    """

    order: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    widths: dict[str, int] = field(default_factory=dict)
    view: str = ""


@dataclass(frozen=True, slots=True)
class SavedSignIn:
    """Last sign-in at one server, without its secrets.

    Attributes:
        client_id: id of the OAuth application, in digits.
        guest: whether it was a sign-in as a guest (client credentials).
        player: user id of the player; None for a guest, and while unknown.
    """

    client_id: str
    guest: bool = False
    player: int | None = None


@dataclass(frozen=True, slots=True)
class SavedTabs:
    """Open tabs of one account, as URLs of the website (`services/places/urls.py`).

    Attributes:
        tabs: URL in each tab, by the key of the tab.
        beside: URL and title of each closable tab, from left to right.
        current: key of the current tab, or `beside:N` for a closable one, from 0.
    """

    tabs: dict[str, str] = field(default_factory=dict)
    beside: tuple[tuple[str, str], ...] = ()
    current: str = ""


def is_server(text: object) -> bool:
    """Whether a value is `https://host[:port]`, or `http://` with a loopback host."""
    from urllib.parse import urlsplit

    if not isinstance(text, str) or len(text) > 200 or not text.isascii() or not text.isprintable():
        return False
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    bare = not (parts.path or parts.query or parts.fragment or set("@\\") & set(parts.netloc))
    at_home = host in ("127.0.0.1", "::1", "localhost")
    return (
        bool(host)
        and bare
        and " " not in text
        and port != 0
        and (parts.scheme == "https" or (parts.scheme == "http" and at_home))
    )


def is_replay_name(value: object) -> bool:
    """Whether a value is a valid template of file names, which is not blank."""
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_TEMPLATE:
        return False
    if value == REPLAY_NAME:
        return True
    from osubrowser.api.replays.name_template import NameTemplate  # loads msgspec

    try:
        NameTemplate(value)
    except ValueError:
        return False
    return True


def text(longest: int) -> Callable[[object], bool]:
    """Return the check for a string of at most `longest` characters."""
    return lambda value: isinstance(value, str) and len(value) <= longest


def is_picture_address(value: object) -> bool:
    """Return whether a value is the URL of a picture, or "": https, or of this computer."""
    if not isinstance(value, str) or len(value) > _LONGEST_ADDRESS:
        return False
    is_safe = value.startswith(("https://", "http://127.0.0.1:", "http://localhost:"))
    return not value or (is_safe and value.isprintable() and " " not in value)


def between(least: int, most: int) -> Callable[[object], bool]:
    """Return the check for an int in an inclusive range."""
    return lambda value: type(value) is int and least <= value <= most


def one_of(*choices: str) -> Callable[[object], bool]:
    """Return the check for one of several strings."""
    return lambda value: isinstance(value, str) and value in choices


def is_flag(value: object) -> bool:
    """Whether a value is a boolean."""
    return isinstance(value, bool)


def migrated(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a settings file, migrated to the current version."""
    version = whole(values.get("version"), 0)
    while version < VERSION:
        values = STEPS[version](values)
        version += 1
        values["version"] = version
    return values


def _sign_in_by_server(values: dict[str, Any]) -> dict[str, Any]:
    """Convert the single client id and guest flag of version 1 to a sign-in of `ANY_SERVER`."""
    client_id, guest = values.pop("client_id", ""), values.pop("guest", False)
    if client_id:
        values["sign_ins"] = {ANY_SERVER: {"client_id": client_id, "guest": guest is True}}
    return values


def _without_places_of_no_server(values: dict[str, Any]) -> dict[str, Any]:
    """Drop the open places of version 2, which did not name their server."""
    return {name: one for name, one in values.items() if name not in ("open_places", "open_tab")}


STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    0: lambda values: values,  # version 0 has no version number, and the same names
    1: _sign_in_by_server,
    2: _without_places_of_no_server,
}
"""Migrations by version: `STEPS[n]` converts values of version n to version n + 1."""


def whole(value: object, default: int) -> int:
    """Return `value` if it is an int of at least 0, else `default`."""
    return value if type(value) is int and value >= 0 else default


def tables(values: object) -> dict[str, TableState]:
    """Return the valid states of tables by name."""
    given = values.items() if isinstance(values, dict) else ()
    return {name: _table(one) for name, one in given if isinstance(one, dict)}


def _table(values: Mapping[str, object]) -> TableState:
    widths, view = values.get("widths"), values.get("view")
    return TableState(
        order=_names(values.get("order")),
        hidden=_names(values.get("hidden")),
        shown=_names(values.get("shown")),
        widths={
            key: width
            for key, width in (widths.items() if isinstance(widths, dict) else ())
            if type(width) is int and 8 <= width <= 4000
        },
        view=view if isinstance(view, str) and view in VIEWS else "",
    )


def sign_ins(values: object) -> dict[str, SavedSignIn]:
    """Return the valid sign-ins by server."""
    found: dict[str, SavedSignIn] = {}
    for server, given in values.items() if isinstance(values, dict) else ():
        if (server != ANY_SERVER and not is_server(server)) or not isinstance(given, dict):
            continue
        client_id, guest, player = (given.get(n) for n in ("client_id", "guest", "player"))
        if not isinstance(client_id, str) or not 0 < len(client_id) <= 20:
            continue
        known = type(player) is int and 0 < player < 2**53 and guest is not True
        found[server] = SavedSignIn(client_id, guest is True, player if known else None)
        if len(found) == MOST_SERVERS:
            break
    return found


def open_places(values: object) -> dict[str, SavedTabs]:
    """Return the valid open tabs by account."""
    given = list(values.items()) if isinstance(values, dict) else []
    return {
        whose: _saved_tabs(one)
        for whose, one in given[:MOST_SERVERS]
        if isinstance(one, dict) and len(whose) <= 300
    }


def _saved_tabs(values: Mapping[str, object]) -> SavedTabs:
    tabs, beside, current = (values.get(name) for name in ("tabs", "beside", "current"))
    found = list(tabs.items()) if isinstance(tabs, dict) else []
    pairs = beside[:MOST_PLACES] if isinstance(beside, list) else []
    return SavedTabs(
        {key: one for key, one in found[:_MOST_TABS] if len(key) <= 100 and _is_address(one)},
        tuple(
            (pair[0], pair[1][:_LONGEST_TITLE])
            for pair in pairs
            if isinstance(pair, list)
            and len(pair) == 2
            and _is_address(pair[0])
            and isinstance(pair[1], str)
        ),
        current if isinstance(current, str) and len(current) <= 100 else "",
    )


def _is_address(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_ADDRESS


def shortcuts(values: object) -> dict[str, list[str]]:
    """Return the valid custom keys by action; an empty list means no keys."""
    found: dict[str, list[str]] = {}
    for action, given in values.items() if isinstance(values, dict) else ():
        keys = [key for key in _names(given) if 0 < len(key) <= _LONGEST_NAME][:_MOST_KEYS]
        makes_sense = isinstance(given, list) and 0 < len(action) <= _LONGEST_NAME
        if makes_sense and (keys or not given):
            found[action] = keys
        if len(found) == _MOST_ACTIONS:
            break
    return found


def paths(values: object) -> list[str]:
    """Return the valid paths of a list, each once."""
    given = dict.fromkeys(_names(values))
    return [path for path in given if 0 < len(path) <= _LONGEST_PATH][:MOST_FOLDERS]


def short_texts(values: object) -> list[str]:
    """Return the valid tags or names of a list, each once."""
    given = dict.fromkeys(_names(values))
    found = [one for one in given if 0 < len(one) <= LONGEST_EXCLUDE and one.isprintable()]
    return [one for one in found if not one.isspace()][:MOST_EXCLUDES]


def small_numbers(values: object) -> list[int]:
    """Return the valid numbers of a list, such as ids of genres, each once."""
    given = values if isinstance(values, list) else []
    numbers = dict.fromkeys(one for one in given if type(one) is int and 0 <= one <= _LARGEST_KEY)
    return list(numbers)[:MOST_EXCLUDES]


def _names(value: object) -> list[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []
