"""What the application remembers between runs: typed, checked field by field, written whole."""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from osubrowser.services.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

log = logging.getLogger(__name__)

VERSION = 1
THEMES = ("system", "dark", "light")
DEFAULT_SERVER = "https://osu.ppy.sh"
CALLBACK_PORT = 17272

# One step a version: _STEPS[n] turns what version n wrote into what version n + 1 would have.
_STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    0: lambda values: values,  # before versions were written, the names were the same
}


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


@dataclass(slots=True)
class Settings:
    """The settings. Change the attributes in the GUI thread, then call `save`.

    Attributes:
        theme: one of `THEMES`.
        server: `https://host`, the server whose API is used.
        client_id: the OAuth application that was last signed in with; empty at first.
        guest: whether that sign-in was a guest's (client credentials).
        callback_port: the loopback port of the registered callback address.
        window: geometry and state as Qt saved them, base64; empty at first.
        tables: `TableState` by the table's name.
        pictures: whether avatars, covers and flags are loaded.
        export_folder: where a table was exported to last.
        problem: what went wrong with the file, as a sentence, or None.
    """

    theme: str = "system"
    server: str = DEFAULT_SERVER
    client_id: str = ""
    guest: bool = False
    callback_port: int = CALLBACK_PORT
    window: str = ""
    tables: dict[str, TableState] = field(default_factory=dict)
    pictures: bool = True
    export_folder: str = ""
    problem: str | None = field(default=None, compare=False)
    _path: Path | None = field(default=None, repr=False, compare=False)
    _executor: Executor | None = field(default=None, repr=False, compare=False)
    _unknown: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    _waiting: bytes | None = field(default=None, repr=False, compare=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)
    _writing: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    @classmethod
    def load(cls, path: Path) -> Settings:
        """Read the settings at `path`; what is missing or makes no sense has its default.

        A file that is no JSON object is kept beside it as `settings.json.damaged`, and `problem`
        says so. Never raises.
        """
        settings = cls(_path=path)
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            return settings
        except OSError as error:
            settings.problem = f"The settings could not be read ({error.strerror})."
            return settings
        try:
            values = json.loads(raw)
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            settings._take(_migrated(values))
        else:
            settings._set_aside(path)
        return settings

    def table(self, name: str) -> TableState:
        """Return the state of the table called `name`, ready to be changed."""
        return self.tables.setdefault(name, TableState())

    def use_executor(self, executor: Executor | None) -> None:
        """From now on let `save` write on a worker of `executor`."""
        self._executor = executor

    def save(self) -> None:
        """Write the settings: on a worker when there is an executor, else at once.

        Saving again before the write has begun makes one write of both.
        """
        if self._path is None:
            return
        with self._lock:
            begun = self._waiting is None
            self._waiting = self._as_bytes()
        if self._executor is None:
            self.flush()
        elif begun:
            try:
                self._executor.submit(self.flush)
            except RuntimeError:  # the pool is shut down: `flush` is called on the way out
                log.debug("the settings will be written at the end")

    def flush(self) -> None:
        """Write now what `save` has not written yet. Waits for a write that is under way."""
        with self._writing:
            with self._lock:
                data, self._waiting = self._waiting, None
            if data is None or self._path is None:
                return
            try:
                write_whole(self._path, data)
            except OSError as error:
                self.problem = f"The settings could not be saved ({error.strerror})."
                log.warning("the settings were not saved: %s", error)

    def _as_bytes(self) -> bytes:
        values: dict[str, Any] = dict(self._unknown)
        values["version"] = max(VERSION, _whole(values.get("version"), 0))
        for name in _FIELDS:
            values[name] = getattr(self, name)
        values["tables"] = {
            name: {
                "order": table.order,
                "hidden": table.hidden,
                "shown": table.shown,
                "widths": table.widths,
            }
            for name, table in self.tables.items()
        }
        return json.dumps(values, indent=1, ensure_ascii=False).encode(errors="replace")

    def _take(self, values: dict[str, Any]) -> None:
        for name, is_good in _FIELDS.items():
            value = values.pop(name, None)
            if is_good(value):
                setattr(self, name, value)
        tables = values.pop("tables", None)
        for name, table in (tables if isinstance(tables, dict) else {}).items():
            if isinstance(table, dict):
                self.tables[name] = _table(table)
        # A newer version's fields are handed on, so that trying an older one loses nothing.
        self._unknown = values

    def _set_aside(self, path: Path) -> None:
        aside = path.with_name(f"{path.name}.damaged")
        self.problem = f"The settings were damaged. They start anew; the old file is {aside}."
        try:
            path.replace(aside)
        except OSError:
            self.problem = "The settings were damaged. They start anew."


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


def _is_port(value: object) -> bool:
    return type(value) is int and 1024 <= value <= 65535


_FIELDS: dict[str, Callable[[object], bool]] = {
    "theme": lambda value: value in THEMES,
    "server": is_server,
    "client_id": _text(20),
    "guest": lambda value: isinstance(value, bool),
    "callback_port": _is_port,
    "window": _text(10_000),
    "pictures": lambda value: isinstance(value, bool),
    "export_folder": _text(5000),
}


def _migrated(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values as this version would have written them."""
    version = _whole(values.get("version"), 0)
    while version < VERSION:
        values = _STEPS[version](values)
        version += 1
        values["version"] = version
    return values


def _whole(value: object, default: int) -> int:
    return value if type(value) is int and value >= 0 else default


def _table(values: Mapping[str, object]) -> TableState:
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


def _names(value: object) -> list[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []
