"""What the application remembers between runs: typed, checked field by field, written whole."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from osubrowser.services.settings import schema as form
from osubrowser.services.settings.schema import (
    ANY_SERVER,
    MEMORY,
    PACE,
    PICTURES,
    SavedSignIn,
    SavedTabs,
    TableState,
)
from osubrowser.services.storage.json_file import JsonFile

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from pathlib import Path

DEFAULT_SERVER = "https://osu.ppy.sh"
CALLBACK_PORT = 17272


def _nowhere() -> JsonFile:
    return JsonFile(None, "The settings")


@dataclass(slots=True)
class Settings:
    """The settings. Change the attributes in the GUI thread, then call `save`.

    Attributes:
        theme: one of `THEMES` in `settings_form`.
        server: `https://host`, the server whose API is used.
        sign_ins: how each server was signed in to last; ask `sign_in_at`.
        callback_port: the loopback port of the registered callback address.
        window: geometry and state as Qt saved them, base64; empty at first.
        tables: `TableState` by the table's name.
        titles: `romanised` or `original`: which titles of songs are shown.
        pictures: whether avatars, covers and flags are loaded.
        pace: the most requests a minute that osu! is sent, sustained.
        memory_limit: megabytes of answers that are kept on disk.
        images_limit: megabytes of pictures that are kept on disk.
        shortcuts: the chosen keys by action, in Qt's portable spelling; the others have their own.
        reopen: whether a start opens again what was open at the end of the last run.
        open_places: what was open, by account (`Account.whose`).
        export_folder: where a table was exported to last.
        replay_folder: where replays are saved; empty for the usual folder.
    """

    theme: str = "system"
    server: str = DEFAULT_SERVER
    sign_ins: dict[str, SavedSignIn] = field(default_factory=dict)
    callback_port: int = CALLBACK_PORT
    window: str = ""
    tables: dict[str, TableState] = field(default_factory=dict)
    titles: str = "romanised"
    pictures: bool = True
    pace: int = PACE
    memory_limit: int = MEMORY
    images_limit: int = PICTURES
    shortcuts: dict[str, list[str]] = field(default_factory=dict)
    reopen: bool = True
    open_places: dict[str, SavedTabs] = field(default_factory=dict)
    export_folder: str = ""
    replay_folder: str = ""
    _document: JsonFile = field(default_factory=_nowhere, repr=False, compare=False)
    _unknown: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def load(cls, path: Path) -> Settings:
        """Read the settings at `path`; what is missing or makes no sense has its default.

        A file that is no JSON object is kept beside it as `settings.json.damaged`, and `problem`
        says so. Never raises.
        """
        settings = cls(_document=JsonFile(path, "The settings"))
        values = settings._document.read()
        if values is not None:
            settings._take(form.migrated(values))
        return settings

    @property
    def problem(self) -> str | None:
        """What went wrong with the file, as a sentence, or None."""
        return self._document.problem

    def table(self, name: str) -> TableState:
        """Return the state of the table called `name`, ready to be changed."""
        return self.tables.setdefault(name, TableState())

    def sign_in_at(self, server: str) -> SavedSignIn | None:
        """Return how `server` was signed in to last; None if it was not."""
        return self.sign_ins.get(server) or self.sign_ins.get(ANY_SERVER)

    def keep_sign_in(self, server: str, sign_in: SavedSignIn) -> None:
        """Remember how `server` is signed in to, for the next start."""
        self.sign_ins[server] = sign_in

    def forget_sign_in(self, server: str) -> None:
        """Forget how `server` was signed in to. What is known of other servers stays."""
        gone, of_any = self.sign_ins.pop(server, None), self.sign_ins.get(ANY_SERVER)
        if of_any is not None and (gone is None or gone.client_id == of_any.client_id):
            del self.sign_ins[ANY_SERVER]

    def use_executor(self, executor: Executor | None) -> None:
        """From now on let `save` write on a worker of `executor`."""
        self._document.use_executor(executor)

    def save(self) -> None:
        """Write the settings: on a worker when there is an executor, else at once.

        Saving again before the write has begun makes one write of both.
        """
        data = self._as_bytes()
        self._document.save(lambda: data)

    def flush(self) -> bool:
        """Write now what `save` has not written yet. Returns whether all is in the file."""
        return self._document.flush()

    def _as_bytes(self) -> bytes:
        values: dict[str, Any] = dict(self._unknown)
        values["version"] = max(form.VERSION, form.whole(values.get("version"), 0))
        for name in form.FIELDS:
            values[name] = getattr(self, name)
        values["sign_ins"] = {name: asdict(one) for name, one in self.sign_ins.items()}
        values["tables"] = {name: asdict(table) for name, table in self.tables.items()}
        values["shortcuts"] = self.shortcuts
        values["open_places"] = {name: asdict(one) for name, one in self.open_places.items()}
        return json.dumps(values, indent=1, ensure_ascii=False).encode(errors="replace")

    def _take(self, values: dict[str, Any]) -> None:
        for name, is_good in form.FIELDS.items():
            value = values.pop(name, None)
            if is_good(value):
                setattr(self, name, value)
        self.sign_ins = form.sign_ins(values.pop("sign_ins", None))
        self.shortcuts = form.shortcuts(values.pop("shortcuts", None))
        self.open_places = form.open_places(values.pop("open_places", None))
        tables = values.pop("tables", None)
        for name, table in (tables if isinstance(tables, dict) else {}).items():
            if isinstance(table, dict):
                self.tables[name] = form.table(table)
        # A newer version's fields are handed on, so that trying an older one loses nothing.
        self._unknown = values
