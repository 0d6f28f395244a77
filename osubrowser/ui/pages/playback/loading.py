"""Loading of replays and their beatmap for a playback: functions for workers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.beatmap import BeatmapError
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.api.replays import ReplayError
from osubrowser.models.replays.scene import read_track
from osubrowser.services.runtime.failures import Failure
from osubrowser.services.text.messages import analysis_text
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.api.client import Client
    from osubrowser.api.entities.scores import Score
    from osubrowser.api.replays import Replay
    from osubrowser.models.replays.scene import ReplayTrack
    from osubrowser.services.beatmaps.files import BeatmapFiles
    from osubrowser.services.replays.records import BeatmapTitle

LARGEST_REPLAY: Final = 64 << 20
"""Bytes of a replay file; hours of play have 5 MB."""
LARGEST_BEATMAP: Final = 32 << 20


class Unreadable(Failure):
    """File that cannot be read; the text is a sentence with its name."""


class SignedOut(Failure):
    """Fetch without a session."""


@dataclass(frozen=True, slots=True)
class BeatmapData:
    """Beatmap file.

    Attributes:
        data: its bytes.
        md5: of them, in hex.
        beatmap: what was read from them.
    """

    data: bytes
    md5: str
    beatmap: Beatmap


@dataclass(frozen=True, slots=True)
class BeatmapSources:
    """Where beatmap files come from. The functions block, for workers.

    Attributes:
        find: returns the bytes of a beatmap file of this computer by its MD5; None for none.
        fetch: returns the bytes of the beatmap file of a replay from osu!, which may be those of
            another version; None if osu! has none. Raises OsuError and Failure. None where there is
            nothing to ask.
        server_pp: returns the pp that osu! gave the score of a replay; None if there are none.
            Raises OsuError.
        title: returns the titles of a beatmap by its MD5, without its file; None if they are not
            known. It does not block.
        keep: stores the bytes of a beatmap file under its MD5, for `find`.
    """

    find: Callable[[str], bytes | None]
    fetch: Callable[[Replay], bytes | None] | None = None
    server_pp: Callable[[Replay], float | None] | None = None
    title: Callable[[str], Awaitable[BeatmapTitle | None]] | None = None
    keep: Callable[[str, bytes], None] | None = None

    @classmethod
    def of_files(
        cls,
        files: BeatmapFiles,
        client: Callable[[], Client | None],
        title: Callable[[str], Awaitable[BeatmapTitle | None]] | None = None,
    ) -> BeatmapSources:
        """Return sources from the beatmap files of this computer and the client of the session."""
        return cls(
            partial(_find, files),
            partial(_fetch, files, client),
            partial(_server_pp, client),
            title,
            files.put,
        )


def _find(files: BeatmapFiles, md5: str) -> bytes | None:
    found = files.find(md5)
    return found.data if found is not None else None


def _fetch(
    files: BeatmapFiles, client: Callable[[], Client | None], replay: Replay
) -> bytes | None:
    """Return the beatmap file that was played, else its current version by the replay's score."""
    session = client()
    if session is None:
        raise SignedOut(tr("Sign in, or open the demo, to fetch the beatmap."))
    found = files.fetch(replay.beatmap_hash, session)
    if found is None:
        beatmap_id = _beatmap_id(replay, session)
        found = files.fetch(replay.beatmap_hash, session, beatmap_id) if beatmap_id else None
    return found.data if found is not None else None


def _beatmap_id(replay: Replay, client: Client) -> int:
    """Return the id of the beatmap of a replay's score; 0 if osu! does not know the score."""
    score = _score(replay, client)
    return (score.beatmap_id or 0) if score is not None else 0


def _server_pp(client: Callable[[], Client | None], replay: Replay) -> float | None:
    """Return the pp that osu! gave the score of a replay; None if there is none, or no session."""
    session = client()
    score = _score(replay, session) if session is not None else None
    return score.pp if score is not None else None


def _score(replay: Replay, client: Client) -> Score | None:
    """Return the score of a replay; None if osu! does not know it."""
    from osubrowser.api.errors import InvalidRequest, NotFound

    info = replay.score_info
    try:
        if info is not None and info.online_id is not None and info.online_id > 0:
            return client.score(info.online_id)
        if replay.replay_id > 0 and not replay.is_lazer and replay.mode.is_known:
            return client.score_mode(replay.mode, replay.replay_id)
    except (NotFound, InvalidRequest, ValueError):
        return None
    return None


@dataclass(frozen=True, slots=True)
class LoadedReplay:
    """Replay file that was read.

    Attributes:
        data: its bytes.
        track: what is shown of it.
        stamp: size and time of change of the file.
    """

    data: bytes
    track: ReplayTrack
    stamp: tuple[int, int]


def stamp_of(path: str) -> tuple[int, int]:
    """Return size and time of change of a file; (-1, -1) if there is none."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return -1, -1
    return found.st_size, found.st_mtime_ns


def load_replay(path: str) -> LoadedReplay:
    """Return the replay in a file.

    Raises:
        Unreadable: with a sentence.
    """
    stamp = stamp_of(path)
    data = _read(path, LARGEST_REPLAY, tr("“{name}” is larger than a replay can be ({size} MB)."))
    try:
        track = read_track(data, path)
    except ReplayError as error:
        raise Unreadable(
            tr("“{name}” is damaged: {reason}.").format(
                name=plain(Path(path).name, 80), reason=analysis_text(str(error)).rstrip(".")
            )
        ) from error
    return LoadedReplay(data, track, stamp)


def load_beatmap(path: str) -> BeatmapData:
    """Return the beatmap in a file.

    Raises:
        Unreadable: with a sentence.
    """
    try:
        return beatmap_of(
            _read(
                path, LARGEST_BEATMAP, tr("“{name}” is larger than a beatmap can be ({size} MB).")
            )
        )
    except Unreadable:
        raise
    except BeatmapError as error:
        said = analysis_text(str(error)).rstrip(".")
        raise Unreadable(
            tr("“{name}” is no beatmap: {reason}.").format(
                name=plain(Path(path).name, 80), reason=said
            )
        ) from error


def beatmap_of(data: bytes) -> BeatmapData:
    """Return the beatmap in the bytes of a file.

    Raises:
        BeatmapError: with a sentence.
    """
    md5 = hashlib.md5(data, usedforsecurity=False).hexdigest()
    return BeatmapData(data, md5, read_beatmap(data))


def sentence_of(text: str) -> str:
    """Return the text of an exception as a sentence: with a capital letter and a full stop."""
    text = text.strip()
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "."


def _read(path: str, most: int, too_large: str) -> bytes:
    name = plain(Path(path).name, 80)
    try:
        file = Path(path)
        if not file.is_file():
            raise Unreadable(tr("There is no file “{name}” any more.").format(name=name), path)
        with file.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as error:
        raise Unreadable(
            tr("“{name}” cannot be read.").format(name=name),
            tr("The system says: {reason}.").format(reason=error.strerror or error),
        ) from error
    if len(data) > most:
        raise Unreadable(too_large.format(name=name, size=most >> 20))
    return data
