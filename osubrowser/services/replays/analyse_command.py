"""`--analyse`: prints the analysis of one replay file as JSON, without a window."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import stat
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from osubrowser.analysis.beatmap import BeatmapError
from osubrowser.analysis.beatmap_reader import MAX_FILE_BYTES, read_beatmap
from osubrowser.analysis.report import NO_BEATMAP, analyse_replay, report
from osubrowser.api.errors import NotFound, OsuError
from osubrowser.api.replays.osr_codec import ReplayError
from osubrowser.api.replays.replay_file import read_replay
from osubrowser.services.replays.read_file import MAX_REPLAY

if TYPE_CHECKING:
    from pathlib import Path

    from osubrowser.api.client import Client
    from osubrowser.api.replays.replay_file import Replay
    from osubrowser.services.settings.settings import Settings
    from osubrowser.services.storage.folders import Folders

log = logging.getLogger(__name__)

FAILED: Final = 2
"""Exit status where the replay or the given beatmap cannot be read."""

_OTHER_VERSION: Final = (
    "The beatmap on the server is another version than the one that was played: "
    "the replay was not judged. --beatmap names a file to judge it on."
)
_NOBODY: Final = (
    "The beatmap file is not on this computer, and nobody is signed in to fetch it from osu!."
)


class Refused(Exception):
    """A file that cannot be read; its text is the sentence."""


@dataclass(frozen=True, slots=True)
class Command:
    """Arguments of `--analyse`.

    Attributes:
        replay: the replay file.
        beatmap: its beatmap file; None to look for it.
        folders: of the profile.
        is_portable: whether secrets are in the profile's file, not in the keyring.
        server: origin that overrides the settings' server.
        guest: id and secret of an application to sign in as a guest with, or None.
    """

    replay: Path
    beatmap: Path | None
    folders: Folders
    is_portable: bool = False
    server: str | None = None
    guest: tuple[str, str] | None = field(default=None, repr=False)


def run(command: Command) -> int:
    """Print one JSON object at standard output, or one sentence at standard error.

    Returns the exit status: 0, or 2 where the replay or the given beatmap cannot be read.
    """
    # The notes of the object are all that is said: warnings about values of a file would follow it.
    logging.getLogger("osubrowser").addHandler(logging.NullHandler())
    try:
        line = json.dumps(_analysis(command), allow_nan=False)
    except Refused as problem:
        return _refuse(str(problem))
    except Exception as error:
        log.debug("the analysis failed", exc_info=error)
        return _refuse(f"{command.replay} could not be analysed ({type(error).__name__}).")
    try:
        print(line, flush=True)  # noqa: T201 - what the command is for
    except OSError as error:
        # What could not be written would be tried again, and told, when the interpreter ends.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _refuse(f"The analysis could not be written: {error.strerror}.")
    return 0


def _refuse(sentence: str) -> int:
    """Print a sentence as one line; names of files may have line breaks. Returns the status."""
    line = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in sentence)
    print(line, file=sys.stderr)  # noqa: T201 - what the command is for
    return FAILED


def _analysis(command: Command) -> dict[str, Any]:
    replay = _read_replay(command)
    notes = list[str]()
    any_version = command.beatmap is not None  # naming the file asks for it
    if command.beatmap is not None:
        data: bytes | None = _content(command.beatmap, MAX_FILE_BYTES, "a beatmap file")
    else:
        data, note = _find_beatmap(replay, command)
        notes += [note] if note else []
    if data is None:
        return report(replay, None, tuple(notes))
    try:
        beatmap = read_beatmap(data)
    except BeatmapError as problem:
        if command.beatmap is not None:
            raise Refused(f"{command.beatmap} cannot be read: {problem}.") from problem
        return report(replay, None, (f"Its beatmap file cannot be read: {problem}.",))
    try:
        outcome = analyse_replay(replay, beatmap, data, any_version=any_version)
    except ReplayError as problem:
        raise Refused(f"{command.replay} cannot be read: {problem}.") from problem
    return report(replay, outcome)


def _read_replay(command: Command) -> Replay:
    path = command.replay
    data = _content(path, MAX_REPLAY, "a replay file")
    try:
        replay = read_replay(data)
        if command.beatmap is None:
            replay.frames()  # before its beatmap is looked for
    except ReplayError as problem:
        raise Refused(f"{path} cannot be read: {problem}.") from problem
    return replay


def _content(path: Path, most: int, what: str) -> bytes:
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            # The other end of a pipe may never write, and a device never end.
            raise Refused(f"{path} cannot be read: it is a pipe or a device, not {what}.")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise Refused(f"{path} cannot be read: {reason}.") from error
    if len(data) > most:
        raise Refused(f"{path} is far too large for {what}.")
    return data


def _find_beatmap(replay: Replay, command: Command) -> tuple[bytes | None, str]:
    """Return the content of a replay's beatmap file, or None and why, as a sentence."""
    from osubrowser.services.beatmaps.files import BeatmapFiles
    from osubrowser.services.beatmaps.installed import InstalledGames
    from osubrowser.services.settings.settings import Settings

    if not replay.beatmap_hash:
        return None, "The replay does not name its beatmap."
    settings = Settings.load(command.folders.settings_file)
    games = InstalledGames(
        lambda: (settings.use_installed, settings.stable_folder, settings.lazer_folder)
    )
    files = BeatmapFiles.of_profile(command.folders, games)
    try:
        found = files.find(replay.beatmap_hash)
        if found is None:
            client = _client(command, settings)
            if client is None:
                return None, _NOBODY
            with client:
                found = files.fetch(replay.beatmap_hash, client, _beatmap_id(replay, client))
    except OsuError as error:
        log.info("the beatmap file was not fetched: %s", error)
        return None, f"The beatmap file could not be fetched from osu! ({error})."
    finally:
        files.close()
    if found is None:
        return None, NO_BEATMAP
    return (None, _OTHER_VERSION) if found.is_other_version else (found.data, "")


def _beatmap_id(replay: Replay, client: Client) -> int:
    """Return the id of the beatmap of a replay's score, if the server knows the score; else 0."""
    info = replay.score_info
    try:
        if info is not None and info.online_id and info.online_id > 0:
            return client.score(info.online_id).beatmap_id
    except NotFound:
        log.debug("osu! does not have the score of the replay")
    return 0


def _client(command: Command, settings: Settings) -> Client | None:
    """Return a client: of the given guest, or of the stored session; None without."""
    from osubrowser.services.session.secret_store import SecretStore
    from osubrowser.services.session.session import ClientDetails, make_client, secret_name
    from osubrowser.services.session.staged_tokens import StagedTokens

    server = command.server or settings.server
    secrets = SecretStore(command.folders.secrets_file, use_keyring=not command.is_portable)
    if command.guest is not None:
        tokens = StagedTokens(secrets)  # not committed: a guest's token is not stored
        return make_client(ClientDetails(*command.guest, server, guest=True, tokens=tokens))
    last = settings.sign_in_at(server)
    secret = None if last is None else secrets.get(secret_name(server, last.client_id))
    if last is None or not secret:
        return None
    tokens = StagedTokens(secrets, committed=True)
    details = ClientDetails(last.client_id, secret, server, guest=last.guest, tokens=tokens)
    client = make_client(details)
    if last.guest or client.has_token():
        return client
    client.close()
    return None
