"""Download of one replay: find its score, request, check and save it. Runs on worker threads."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING

from osubrowser.api import errors
from osubrowser.services.downloads import files
from osubrowser.services.downloads.entries import (
    DownloadState,
    QueueEntry,
    ReplayDetails,
    ReplayTarget,
    details_of_score,
)
from osubrowser.services.runtime.failures import Failure
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import QT_TR_NOOP, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from osubrowser.api.client import Client
    from osubrowser.api.entities.legacy import LegacyBeatmap, LegacyScore
    from osubrowser.api.entities.modes import GameMode
    from osubrowser.api.legacy.client import LegacyClient
    from osubrowser.services.downloads.files import FileOptions
    from osubrowser.services.downloads.limits import Pace
    from osubrowser.services.downloads.store import QueueStore

NO_REPLAY = QT_TR_NOOP("This score has no replay.")
NO_SCORE = QT_TR_NOOP("There is no such score.")
_SERVER_SAYS = QT_TR_NOOP("The server says: “{message}”")
_LONGEST_MESSAGE = 200


class NotYet(Exception):
    """The limit of downloads is reached: nothing was sent. `wait` is in seconds."""

    def __init__(self, wait: float) -> None:
        super().__init__(wait)
        self.wait = wait


class KeyNeeded(Failure):
    """There is no key of API v1, and no session to find the score with."""


class KeyRefused(KeyNeeded):
    """Key of API v1 that the server does not know."""


@dataclass(slots=True)
class Transfer:
    """Progress of one download, written by its worker and read by the GUI thread.

    Attributes:
        received: bytes so far.
        size: bytes in all; None if unknown.
        began: when the first bytes came (monotonic seconds); 0 before.
        is_cancelled: set it to cut the download.
        was_sent: whether a request of a replay was sent.
    """

    received: int = 0
    size: int | None = None
    began: float = 0.0
    is_cancelled: bool = False
    was_sent: bool = False

    def advance(self, received: int, size: int | None) -> None:
        """Take note of bytes. Raises Cancelled to end the request."""
        if self.is_cancelled:
            raise errors.Cancelled("The download was cut")
        if not self.began:
            self.began = time.monotonic()
        self.received, self.size = received, size

    @property
    def speed(self) -> float | None:
        """Bytes per second; None while unknown."""
        if not self.began or not self.received:
            return None
        return self.received / max(time.monotonic() - self.began, 0.001)


@dataclass(frozen=True, slots=True)
class Outcome:
    """End of one download.

    Attributes:
        state: done, exists, or no replay.
        path: the file, or "".
        size: its bytes.
        failure: why there is no file, or a note about it; "" for none.
        speed: bytes per second, or None.
        target: the identity of the replay, as far as it is known now.
        details: the facts of its score.
    """

    state: DownloadState
    path: str = ""
    size: int | None = None
    failure: str = ""
    speed: float | None = None
    target: ReplayTarget = field(default_factory=ReplayTarget)
    details: ReplayDetails | None = None


class ReplayWorker:
    """Blocking steps of downloads. Thread-safe.

    Args:
        store: the queue's file, which knows of each file before it is written.
        pace: limit of downloads.
        api_key: returns the key of API v1 for the current server, or "".
    """

    def __init__(self, store: QueueStore, pace: Pace, api_key: Callable[[str], str]) -> None:
        self._store = store
        self._pace = pace
        self._api_key = api_key
        self._legacy: tuple[str, str, LegacyClient] | None = None
        self._lock = Lock()

    def close(self) -> None:
        """Cancel the requests of API v1."""
        with self._lock:
            if self._legacy is not None:
                self._legacy[2].close()

    # --- the score ---------------------------------------------------------------------------

    def resolve(
        self, client: Client | None, origin: str, entry: QueueEntry
    ) -> tuple[ReplayTarget, ReplayDetails]:
        """Return identity and facts of the replay that an entry asks for.

        Raises:
            OsuError: NotFound if there is no such score.
            KeyNeeded: it cannot be asked for without a key or a session; KeyRefused if the key
                is wrong.
        """
        target = entry.target
        if target.needs_key:
            legacy = self._legacy_client(origin)
            if legacy is not None:
                try:
                    found = self._legacy_score(legacy, target)
                except KeyRefused:
                    if client is None:
                        raise
                else:
                    return _legacy_target(target, *found), _legacy_details(target, *found)
            elif client is None:
                raise KeyNeeded(QT_TR_NOOP("A key of API v1 is needed to find this replay."))
            target = _by_player(client, target)
        if client is None:
            raise errors.LoginRequired("Nobody is signed in")
        if target.score_id:
            score = client.score(target.score_id)
        else:
            score = client.score_mode(target.mode, target.legacy_id)
        details = details_of_score(score)
        known = replace(
            target,
            score_id=score.score_id or target.score_id,
            legacy_id=score.legacy_score_id or target.legacy_id,
            mode=details.mode or target.mode,
        )
        return known, details

    # --- the file ----------------------------------------------------------------------------

    def find_file(self, options: FileOptions, entry: QueueEntry) -> str:
        """Return the file that makes a download needless, or "". Prepares the folder.

        Raises:
            SavingFailed: nothing can be saved in the folder.
        """
        folder = files.prepared_folder(self._store, options)
        path = files.existing_file(self._store, options, entry, folder)
        return "" if path is None else str(path)

    def download(
        self,
        client: Client | None,
        origin: str,
        entry: QueueEntry,
        options: FileOptions,
        transfer: Transfer,
    ) -> Outcome:
        """Download a replay whose score is known, check it and save it.

        Raises:
            NotYet: the limit is reached, nothing was sent.
            OsuError: the request failed.
            KeyNeeded: there is no key of API v1 for it any more, or it is refused.
            WrongReplay: it is damaged, or the replay of another score.
            SavingFailed: it cannot be saved.
            sqlite3.Error: the queue's file cannot be written.
        """
        folder = files.prepared_folder(self._store, options)
        existing = files.existing_file(self._store, options, entry, folder)
        if existing is not None:
            return _existing(entry, existing)
        if transfer.is_cancelled:
            raise errors.Cancelled("The download was cut")
        data = self._data(client, origin, entry, transfer)
        replay, note = files.checked_replay(data, entry)
        if transfer.is_cancelled:
            raise errors.Cancelled("The download was cut")
        details = entry.details or ReplayDetails()
        fields = dict(details.fields)
        if not fields.get("player"):
            fields["player"] = replay.username
            details = replace(details, player=plain(replay.username), fields=fields)
        path = files.save(self._store, options, entry, fields, data, folder)
        if path is None:
            return _existing(entry, folder / files.file_name(options.template, fields))
        speed = transfer.speed
        self._store.finish_file(entry.id, len(data), note, speed)
        return Outcome(DownloadState.DONE, str(path), len(data), note, speed, entry.target, details)

    def _data(
        self, client: Client | None, origin: str, entry: QueueEntry, transfer: Transfer
    ) -> bytes:
        """Return the bytes of a replay file, by one request that counts in the limit."""
        target = entry.target
        if target.needs_key:
            return self._legacy_data(origin, target, transfer)
        if client is None:
            raise errors.LoginRequired("Nobody is signed in")
        once = client.single_try(transfer.advance)
        with self._turn(transfer):
            if target.score_id:
                data = once.download_score(target.score_id)
            else:
                data = once.download_score_mode(target.mode, target.legacy_id)
        return data.data

    @contextmanager
    def _turn(self, transfer: Transfer) -> Iterator[None]:
        """Count the download that is requested within. Raises NotYet at the limit."""
        wait = self._pace.take()
        if wait > 0:
            raise NotYet(wait)
        transfer.was_sent = True
        try:
            yield
        finally:
            self._pace.answered(time.monotonic() - transfer.began if transfer.began else 0.0)

    # --- API v1 ------------------------------------------------------------------------------

    def _legacy_client(self, origin: str) -> LegacyClient | None:
        """Return the client of API v1; None without a key."""
        from osubrowser.api.legacy.client import LegacyClient

        key = self._api_key(origin)
        if not key:
            return None
        with self._lock:
            if self._legacy is None or self._legacy[:2] != (origin, key):
                if self._legacy is not None:
                    self._legacy[2].close()
                self._legacy = (origin, key, LegacyClient(key, base_url=origin, max_wait=1.5))
            return self._legacy[2]

    def _legacy_score(
        self, client: LegacyClient, target: ReplayTarget
    ) -> tuple[LegacyScore, LegacyBeatmap]:
        from osubrowser.api.legacy.completed_replay import find_legacy_score

        with _key_checked():
            return find_legacy_score(
                client,
                target.beatmap_id,
                _player(target.player),
                mode=_mode(target.mode),
                mods=target.mods,
            )

    def _legacy_data(self, origin: str, target: ReplayTarget, transfer: Transfer) -> bytes:
        from osubrowser.api.legacy.completed_replay import complete_replay

        client = self._legacy_client(origin)
        if client is None:
            raise KeyNeeded(QT_TR_NOOP("A key of API v1 is needed to download this replay."))
        score, beatmap = self._legacy_score(client, target)
        once = client.single_try(transfer.advance)
        with _key_checked(), self._turn(transfer):
            found = complete_replay(once, score, beatmap, mode=_mode(target.mode))
        return found.replay.data


@contextmanager
def _key_checked() -> Iterator[None]:
    """Raise KeyRefused where API v1 asks for a sign-in: it has none but the key."""
    try:
        yield
    except errors.LoginRequired as error:
        raise KeyRefused(QT_TR_NOOP("osu! does not know the key of API v1.")) from error


def _existing(entry: QueueEntry, path: Path) -> Outcome:
    return Outcome(
        DownloadState.EXISTS,
        str(path),
        failure=QT_TR_NOOP("A file of this name is there already."),
        target=entry.target,
        details=entry.details,
    )


def _player(text: str) -> int | str:
    """Return a player as the APIs take one: an int for an id, a string for a name."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else text


def _mode(name: str) -> GameMode | None:
    from osubrowser.api.entities.modes import GameMode

    return GameMode(name) if name else None


def _legacy_target(
    target: ReplayTarget, score: LegacyScore, beatmap: LegacyBeatmap
) -> ReplayTarget:
    mode = target.mode or (beatmap.mode.value if beatmap.mode is not None else "")
    return replace(target, legacy_id=score.score_id or 0, mode=mode)


def _legacy_details(
    target: ReplayTarget, score: LegacyScore, beatmap: LegacyBeatmap
) -> ReplayDetails:
    from osubrowser.api.replays.name_template import legacy_score_fields

    fields = legacy_score_fields(score, beatmap, _mode(target.mode))
    return ReplayDetails(
        player=plain(fields["player"]),
        title=plain(f"{beatmap.artist} - {beatmap.title} [{beatmap.version}]"),
        mods=fields["mods"],
        mode=fields["mode"],
        fields=fields,
        beatmap_hash=beatmap.beatmap_hash or "",
        legacy_total_score=score.score,
        max_combo=score.max_combo,
        has_replay=score.replay_available,
    )


def _by_player(client: Client, target: ReplayTarget) -> ReplayTarget:
    """Return the identity of a player's best score on a beatmap, by API v2 for want of a key."""
    player = _player(target.player)
    user = client.user(player if isinstance(player, int) else f"@{player}")
    if user.id is None:
        raise errors.NotFound("There is no such player")
    score = client.beatmap_user_score(
        target.beatmap_id, user.id, mode=target.mode or None, mods=target.mods or None
    ).score
    mode = "" if score.mode is None else score.mode.value
    return ReplayTarget(
        score_id=score.score_id or 0, legacy_id=score.legacy_score_id or 0, mode=mode
    )


def failure_text(failure: str) -> str:
    """Return the translation of `QueueEntry.failure`."""
    return translated(failure, _SERVER_SAYS, *files.TEMPLATES)


def sentence_of(error: BaseException) -> str:
    """Return why a download failed, in one or two English sentences: see `failure_text`."""
    from osubrowser.api.http.messages import Unreadable

    if isinstance(error, Failure):
        return plain(f"{error.text} {error.hint}".strip(), 500)
    if not isinstance(error, errors.OsuError):
        return QT_TR_NOOP("Something in osubrowser went wrong.")
    match error:
        case errors.LoginRequired():
            return QT_TR_NOOP("Sign in to osu! to go on.")
        case errors.Forbidden():
            text = QT_TR_NOOP("osu! does not give this replay to you.")
        case errors.NotFound():
            return NO_REPLAY
        case errors.RateLimited():
            return QT_TR_NOOP("osu! asks us to wait.")
        case errors.InvalidRequest():
            text = QT_TR_NOOP("osu! cannot make this replay.")
        case errors.CertificateRefused():
            return QT_TR_NOOP("The certificate of the server is not trusted.")
        case errors.Offline():
            return QT_TR_NOOP("osu! cannot be reached.")
        case errors.TooLarge():
            return QT_TR_NOOP("The replay is too large to be right.")
        case Unreadable():
            text = QT_TR_NOOP("osu! sent something else in place of the replay.")
        case errors.Cancelled():
            return ""
        case _:
            text = QT_TR_NOOP("osu! has trouble answering.")
    if error.server_message:
        said = _SERVER_SAYS.format(message=plain(error.server_message, _LONGEST_MESSAGE))
        text = f"{text} {said}"
    return text
