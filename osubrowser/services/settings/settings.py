"""Settings of the application: one field per setting, validated on load, saved as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Self

from osubrowser.services.settings import schema
from osubrowser.services.settings.schema import (
    ANY_SERVER,
    SavedSignIn,
    SavedTabs,
    TableState,
    between,
    is_flag,
    is_server,
    one_of,
    setting,
    structured,
    text,
)
from osubrowser.services.storage.json_file import LARGEST, JsonFile
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

DEFAULT_SERVER = "https://osu.ppy.sh"
CALLBACK_PORT = 17272


def _nowhere() -> JsonFile:
    return JsonFile(None, tr("The settings"))


@dataclass(frozen=True, slots=True)
class EarlySettings:
    """Settings that are needed before there is an application.

    Attributes:
        text_size: as `Settings.text_size`.
        language: as `Settings.language`.
    """

    text_size: int = schema.TEXT
    language: str = schema.LANGUAGE


def saved_early(path: Path) -> EarlySettings:
    """Read the early settings of a settings file.

    The default where the file or the setting is missing or invalid. Never raises.
    """
    try:
        with path.open("rb") as file:
            values = json.loads(file.read(LARGEST + 1))
    except (OSError, ValueError, RecursionError):
        return EarlySettings()
    if not isinstance(values, dict):
        return EarlySettings()
    size, language = values.get("text_size"), values.get("language")
    is_valid = between(schema.SMALLEST_TEXT, schema.LARGEST_TEXT)(size)
    return EarlySettings(
        size if is_valid and isinstance(size, int) else schema.TEXT,
        language if isinstance(language, str) else schema.LANGUAGE,
    )


def _as_dicts(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: asdict(one) for name, one in values.items()}


def _newest_as_dicts(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return as many entries as are read back, those that were saved last."""
    return _as_dicts(dict(list(values.items())[-schema.MOST_SERVERS :]))


def _listing_filters() -> list[str]:
    return ["marked", "excludes"]


@dataclass(slots=True)
class Settings:
    """Settings with type, default and check. Use it in the GUI thread; `save` after a change.

    Attributes:
        theme: one of `schema.THEMES`.
        server: `https://host`, origin of the server whose API is used.
        sign_ins: last sign-in by server; use `sign_in_at`.
        record_history: whether what is seen leaves snapshots in the history.
        follow_pace: background requests per minute for what is followed; 0 for none.
        follow_metered: whether these are sent on a metered connection too.
        tray: whether there is an icon in the system's tray while the program runs.
        notify: whether the desktop shows notifications of changes of what is followed.
        quiet_hours: whether there are hours without notifications.
        quiet_from: when these begin, in minutes since midnight, local time.
        quiet_until: when these end, likewise; before `quiet_from` it is on the next day.
        callback_port: loopback port of the registered callback URL.
        window: geometry and state as saved by Qt, in base64; empty at first.
        tables: `TableState` by the table's name.
        text_size: size of text and controls in percent, from the next start on.
        language: ISO 639-1 code of the language of the texts, or `system`; from the next start on.
        titles: `romanised` or `original`: script of the displayed song titles.
        reduce_motion: whether nothing moves by itself but what is played.
        pictures: whether avatars, covers and flags are loaded.
        welcome_picture: URL of the picture behind the welcome page; empty for none.
        pace: sustained rate limit in requests per minute.
        memory_limit: size limit of the response cache on disk, in megabytes.
        images_limit: size limit of the image cache on disk, in megabytes.
        shortcuts: custom keys by action, in Qt's portable format; others have their defaults.
        reopen: whether the tabs of the last run are restored on start.
        open_places: open tabs by account (`Account.whose`).
        check_updates: whether a start asks for the newest version, at most once a day.
        update_checked: when the newest version was asked for last, in seconds since 1970; 0: never.
        update_version: the newest version that is known; empty for none.
        preview_volume: volume of preview sounds in percent; 0 is silent.
        export_folder: folder of the last export of a table.
        replay_folder: folder of saved replays; empty for the default.
        replay_name: template of their file names (`api.NameTemplate`).
        replay_existing: what to do when a file of that name exists: one of
            `schema.REPLAY_EXISTING`.
        replay_notice: whether the desktop shows a notification when a batch of replays is done.
        replay_folders: folders of the replay library, beside `replay_folder`.
        use_installed: whether the files of an installed osu! are read.
        stable_folder: folder of osu!stable; empty to look for it.
        lazer_folder: data folder of osu!lazer; empty to look for it.
        excluded_tags: tags of beatmap sets that the listing never shows.
        excluded_genres: ids of their genres.
        excluded_languages: ids of their languages.
        excluded_mappers: names of their mappers, or their ids as digits.
        listing_filters: local filters of the beatmap listing that are on, and its panel.
        listing_stop: address of the beatmap listing where the user stopped; empty for none.
    """

    theme: str = setting("system", one_of(*schema.THEMES), is_choice=True)
    server: str = setting(DEFAULT_SERVER, is_server)
    callback_port: int = setting(CALLBACK_PORT, between(1024, 65535))
    window: str = setting("", text(10_000))
    text_size: int = setting(
        schema.TEXT, between(schema.SMALLEST_TEXT, schema.LARGEST_TEXT), is_choice=True
    )
    language: str = setting(schema.LANGUAGE, text(20), is_choice=True)
    titles: str = setting("romanised", one_of(*schema.TITLES), is_choice=True)
    reduce_motion: bool = setting(False, is_flag, is_choice=True)
    pictures: bool = setting(True, is_flag, is_choice=True)
    welcome_picture: str = setting("", schema.is_picture_address, is_choice=True)
    pace: int = setting(
        schema.PACE, between(schema.SLOWEST_PACE, schema.FASTEST_PACE), is_choice=True
    )
    memory_limit: int = setting(
        schema.CACHE, between(schema.SMALLEST_CACHE, schema.LARGEST_CACHE), is_choice=True
    )
    images_limit: int = setting(
        schema.PICTURES, between(schema.SMALLEST_PICTURES, schema.LARGEST_PICTURES), is_choice=True
    )
    reopen: bool = setting(True, is_flag, is_choice=True)
    check_updates: bool = setting(False, is_flag, is_choice=True)
    preview_volume: int = setting(schema.VOLUME, between(0, 100), is_choice=True)
    export_folder: str = setting("", text(5000), is_choice=True)
    replay_folder: str = setting("", text(5000), is_choice=True)
    replay_name: str = setting(schema.REPLAY_NAME, schema.is_replay_name, is_choice=True)
    replay_existing: str = setting("skip", one_of(*schema.REPLAY_EXISTING), is_choice=True)
    replay_notice: bool = setting(True, is_flag, is_choice=True)
    replay_folders: list[str] = structured(list, schema.paths, list, is_choice=True)
    use_installed: bool = setting(True, is_flag, is_choice=True)
    stable_folder: str = setting("", text(5000), is_choice=True)
    lazer_folder: str = setting("", text(5000), is_choice=True)
    excluded_tags: list[str] = structured(list, schema.short_texts, list, is_choice=True)
    excluded_genres: list[int] = structured(list, schema.small_numbers, list, is_choice=True)
    excluded_languages: list[int] = structured(list, schema.small_numbers, list, is_choice=True)
    excluded_mappers: list[str] = structured(list, schema.short_texts, list, is_choice=True)
    record_history: bool = setting(True, is_flag, is_choice=True)
    follow_pace: int = setting(
        schema.FOLLOW_PACE, between(0, schema.FASTEST_FOLLOW_PACE), is_choice=True
    )
    follow_metered: bool = setting(False, is_flag, is_choice=True)
    tray: bool = setting(False, is_flag, is_choice=True)
    notify: bool = setting(False, is_flag, is_choice=True)
    quiet_hours: bool = setting(False, is_flag, is_choice=True)
    quiet_from: int = setting(22 * 60, between(0, 24 * 60 - 1), is_choice=True)
    quiet_until: int = setting(8 * 60, between(0, 24 * 60 - 1), is_choice=True)
    sign_ins: dict[str, SavedSignIn] = structured(dict, schema.sign_ins, _newest_as_dicts)
    tables: dict[str, TableState] = structured(dict, schema.tables, _as_dicts)
    shortcuts: dict[str, list[str]] = structured(dict, schema.shortcuts, dict, is_choice=True)
    update_checked: int = setting(0, between(0, schema.LATEST))
    update_version: str = setting("", text(40))
    listing_stop: str = setting("", text(9000))
    listing_filters: list[str] = structured(_listing_filters, schema.short_texts, list)
    open_places: dict[str, SavedTabs] = structured(dict, schema.open_places, _newest_as_dicts)
    _document: JsonFile = field(default_factory=_nowhere, repr=False, compare=False)
    _unknown: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def load(
        cls,
        path: Path,
        *,
        executor: Executor | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> Self:
        """Read the settings at `path`; what is missing or invalid has its default. Never raises.

        A file that is no JSON object is moved to `settings.json.damaged` beside it, one with
        invalid settings is copied there, and `problem` says so.

        Args:
            path: the file.
            executor: where `save` writes; None writes at once.
            tell: called with each new problem of a write, on the thread that writes.
        """
        document = JsonFile(path, tr("The settings"), executor=executor, tell=tell)
        settings = cls(_document=document)
        values = document.read()
        if values is not None:
            values = schema.migrated(values)
            invalid = schema.decode_into(settings, values)
            # A newer version's fields are handed on, so that trying an older one loses nothing.
            settings._unknown = values
            if invalid:
                document.report_damage(
                    tr("Some settings are damaged ({names})").format(names=", ".join(invalid))
                )
                settings.save()
        return settings

    @property
    def problem(self) -> str | None:
        """The last problem with the file, as a sentence, or None."""
        return self._document.problem

    def table(self, name: str) -> TableState:
        """Return the state of the table called `name`, which may be changed; created if missing."""
        return self.tables.setdefault(name, TableState())

    def sign_in_at(self, server: str) -> SavedSignIn | None:
        """Return the last sign-in at `server`, or None."""
        return self.sign_ins.get(server) or self.sign_ins.get(ANY_SERVER)

    def save_sign_in(self, server: str, sign_in: SavedSignIn) -> None:
        """Remember how `server` is signed in to, for the next start."""
        self.sign_ins.pop(server, None)  # the newest is the last
        self.sign_ins[server] = sign_in

    def delete_sign_in(self, server: str) -> None:
        """Delete the sign-in at `server`; call `save` afterwards."""
        gone, of_any = self.sign_ins.pop(server, None), self.sign_ins.get(ANY_SERVER)
        if of_any is not None and (gone is None or gone.client_id == of_any.client_id):
            del self.sign_ins[ANY_SERVER]

    def save(self) -> None:
        """Write the settings: on a worker if there is an executor, else at once.

        Saves before the write has begun are coalesced.
        """
        data = self._as_bytes()
        self._document.save(lambda: data)

    def flush(self) -> bool:
        """Write pending changes. Blocks. Return whether all changes are in the file."""
        return self._document.flush()

    def _as_bytes(self) -> bytes:
        values: dict[str, Any] = dict(self._unknown)
        values["version"] = max(schema.VERSION, schema.whole(values.get("version"), 0))
        for name, rule in schema.rules_of(self).items():
            values[name] = rule.encode(getattr(self, name))
        return json.dumps(values, indent=1, ensure_ascii=False).encode(errors="replace")
