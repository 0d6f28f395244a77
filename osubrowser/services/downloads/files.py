"""Files of downloaded replays: folder, name, check of the content, atomic write without clobber."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from osubrowser.services.downloads.store import PendingFile
from osubrowser.services.runtime.failures import Failure
from osubrowser.services.storage import default_folders
from osubrowser.services.text.translation import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from osubrowser.api.replays.replay_file import Replay
    from osubrowser.services.downloads.entries import QueueEntry
    from osubrowser.services.downloads.store import QueueStore

ON_EXISTING = ("skip", "number", "replace")
"""What to do when a file of the name exists."""

_MOST_NUMBERS = 10_000
_EXAMPLE: Final = {
    "player": tr("Player"),
    "artist": tr("Artist"),
    "title": tr("Title"),
    "difficulty": tr("Insane"),
    "mapper": tr("Mapper"),
    "date": "2026-01-31",
    "mode": "osu",
    "mods": "HDDT",
    "grade": "SH",
    "accuracy": "98.76%",
    "pp": "345pp",
    "combo": "1234x",
    "score_id": "5100000001",
    "beatmap_id": "129891",
    "beatmapset_id": "39804",
    "user_id": "2",
}
_FOLDER = "folder"  # name of the fact: the folder that was last written to
_PART = ".part"
_MOST_IN_HEADER = (1 << 31) - 1
_DAMAGED = QT_TR_NOOP("The file that osu! sent is damaged.")
_OF_OTHER_SCORE = QT_TR_NOOP("osu! sent the replay of another score.")
_OTHER_VERSION = QT_TR_NOOP("It was played on another version of the beatmap.")
_WRONG_HASH = QT_TR_NOOP("The hash in the file does not fit its score.")
_ONE_AFTER = QT_TR_NOOP("1 byte follows its end.")
_AFTER = QT_TR_NOOP("{count} bytes follow its end.")
_OF_MODE = QT_TR_NOOP("It is of {found}, not of {mode}.")
_WITH_COMBO = QT_TR_NOOP("Its combo is {found}, not {combo}.")
_OF_SCORE = QT_TR_NOOP("It is of score {id}.")
_WITH_TOTAL = QT_TR_NOOP("Its score is {found}, not {total}.")
TEMPLATES = (_AFTER, _OF_MODE, _WITH_COMBO, _OF_SCORE, _WITH_TOTAL)
"""Sentences with values about a file that is not what was asked for."""


class SavingFailed(Failure):
    """Replay that cannot be saved on this computer: the whole queue has to wait."""


class WrongReplay(Failure):
    """Downloaded file that is not the replay of its score."""


@dataclass(frozen=True, slots=True)
class FileOptions:
    """Settings of files, at one moment.

    Attributes:
        folder: the folder; "" for the default one.
        template: template of names (`api.NameTemplate`).
        on_existing: one of `ON_EXISTING`.
        default_folder: returns the default folder; blocks.
    """

    folder: str
    template: str
    on_existing: str
    default_folder: Callable[[], str]

    @property
    def path(self) -> Path:
        """The folder. Blocks."""
        return Path(self.folder or self.default_folder())


def file_name(template: str, fields: dict[str, str]) -> str:
    """Return the safe file name of a replay, which always ends in `.osr`.

    Raises:
        ValueError: the template is invalid.
    """
    from osubrowser.api.replays.name_template import NameTemplate

    text = template.strip()
    is_named = text.lower().endswith(".osr")
    # Composed characters: other systems take two spellings of a name for two files.
    values = {name: unicodedata.normalize("NFC", value) for name, value in fields.items()}
    return NameTemplate(text if is_named else f"{text}.osr").fill(values)


def example_name(template: str) -> str:
    """Return the name that a template gives to the replay of an invented score, for a preview.

    Raises:
        ValueError: the template is invalid; the message says why.
    """
    return file_name(template, _EXAMPLE)


def prepared_folder(store: QueueStore, options: FileOptions) -> Path:
    """Return the folder, created if replays were never saved in it. Blocks.

    Raises:
        SavingFailed: it was there before and is gone, or nothing can be written into it.
    """
    folder = options.path
    problem = default_folders.problem_with(str(folder))
    if not problem and not folder.is_dir():
        if store.fact(_FOLDER) == str(folder):
            problem = tr("It is not there any more: connect its drive, or choose another one.")
        else:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                problem = tr("It cannot be made ({strerror}).").format(strerror=error.strerror)
    if problem:
        raise SavingFailed(
            tr("Replays cannot be saved in {folder}.").format(folder=folder), problem
        )
    return folder


def forget_folder(store: QueueStore) -> None:
    """Let the next download create the folder again, because the user wants to go on. Blocks."""
    store.set_facts({_FOLDER: ""})


def existing_file(
    store: QueueStore, options: FileOptions, entry: QueueEntry, folder: Path
) -> Path | None:
    """Return the file that makes a download needless, by name; None if there is none. Blocks."""
    if options.on_existing != "skip" or entry.details is None or not entry.details.fields:
        return None
    path = folder / file_name(options.template, dict(entry.details.fields))
    if not path.exists() or store.owner_of(str(path)) not in (None, entry.id):
        return None  # a file of another score of the queue gets a neighbour with a number
    return path


def checked_replay(data: bytes, entry: QueueEntry) -> tuple[Replay, str]:
    """Return the replay in a downloaded file, and a note about it ("" for none).

    A file ends with the last value of its layout: what follows it is damage. Layouts later than
    the last known one may have more. `read_replay` keeps such bytes, for files on a disk: a few
    were edited by hand, and end with a line feed.

    Raises:
        WrongReplay: it is damaged, cut off, or that of another score.
    """
    from osubrowser.api.replays.osr_codec import ReplayError
    from osubrowser.api.replays.replay_file import LATEST_VERSION, read_replay

    try:
        replay = read_replay(data)
        replay.verify()
    except ReplayError as error:
        raise WrongReplay(_DAMAGED, f"{error}.") from error
    if replay.trailing_data and replay.game_version <= LATEST_VERSION:
        size = len(replay.trailing_data)
        raise WrongReplay(
            _DAMAGED,
            _ONE_AFTER if size == 1 else _AFTER.format(count=f"{size:,}"),
        )
    difference = _difference(replay, entry)
    if difference:
        raise WrongReplay(_OF_OTHER_SCORE, difference)
    known = entry.details.beatmap_hash if entry.details is not None else ""
    if known and replay.beatmap_hash.lower() != known.lower():
        return replay, _OTHER_VERSION
    if not replay.is_lazer and replay.replay_hash not in _hashes(replay):
        return replay, _WRONG_HASH
    return replay, ""


def _hashes(replay: Replay) -> list[str]:
    """Return the hashes that the server writes for a replay, of which the grade is not known."""
    from osubrowser.api.entities.scores import Grade
    from osubrowser.api.replays.replay_file import replay_hash

    return [
        replay_hash(
            replay.max_combo, replay.username, replay.beatmap_hash, replay.score, grade.value
        )
        for grade in Grade
    ]


def _difference(replay: Replay, entry: QueueEntry) -> str:
    """Return what a replay and its score disagree about, as a sentence; "" for nothing."""
    details, target, mode = entry.details, entry.target, entry.mode
    if mode and replay.mode.value != mode:
        return _OF_MODE.format(found=replay.mode.value, mode=mode)
    if details is not None and details.max_combo and replay.max_combo != details.max_combo & 0xFFFF:
        return _WITH_COMBO.format(found=replay.max_combo, combo=details.max_combo)
    if replay.is_lazer:  # its id may be 0 or -1, and total scores are calculated anew at times
        is_other = replay.replay_id > 0 and target.score_id and replay.replay_id != target.score_id
        return _OF_SCORE.format(id=replay.replay_id) if is_other else ""
    if target.legacy_id and replay.replay_id not in (0, target.legacy_id):
        return _OF_SCORE.format(id=replay.replay_id)
    total = details.legacy_total_score if details is not None else 0
    if 0 < total <= _MOST_IN_HEADER and replay.score != total:
        return _WITH_TOTAL.format(found=f"{replay.score:,}", total=f"{total:,}")
    return ""


def save(
    store: QueueStore,
    options: FileOptions,
    entry: QueueEntry,
    fields: dict[str, str],
    data: bytes,
    folder: Path,
) -> Path | None:
    """Write a replay to a file of its own, whole or not at all. Blocks.

    A killed process leaves at most a temporary file that `finish_pending` knows.

    Returns:
        The file; None if one of its name exists and is to be kept.

    Raises:
        SavingFailed: the disk is full, the folder is gone, or it is not writable.
    """
    name = file_name(options.template, fields)
    digest = hashlib.sha256(data).hexdigest()
    part = folder / f".{name[:40]}.{os.urandom(6).hex()}{_PART}"
    began = False
    try:
        for path in _candidates(folder, name):
            owner = store.owner_of(str(path))
            is_ours = owner is None or owner == entry.id
            if path.exists():
                if options.on_existing == "skip" and is_ours:
                    return None
                if options.on_existing != "replace" or not is_ours:
                    continue
            store.begin_file(PendingFile(entry.id, str(path), str(part), digest))
            began = True
            if not part.exists():
                _write(part, data)
            if options.on_existing == "replace" and is_ours:
                part.replace(path)
            elif not _moved(part, path):
                continue
            _sync(folder)
            if store.fact(_FOLDER) != str(folder):
                store.set_facts({_FOLDER: str(folder)})
            return path
    except OSError as error:
        raise SavingFailed(*_sentence(error, folder)) from error
    finally:
        if began:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
    raise SavingFailed(
        tr("There are too many files called {name}.").format(name=name),
        tr("Choose another name template."),
    )


def finish_pending(store: QueueStore) -> None:
    """Complete or undo the writes that the last process did not end. Blocks."""
    for pending in store.pending_files():
        path, part = Path(pending.path), Path(pending.part)
        try:
            part.unlink(missing_ok=True)
            data = path.read_bytes() if path.is_file() else b""
        except OSError:
            data = b""  # the folder is gone: the replay is downloaded again
        if data and hashlib.sha256(data).hexdigest() == pending.digest:
            store.finish_file(pending.id, len(data), "", None)
        else:
            store.forget_file(pending.id)


def _candidates(folder: Path, name: str) -> Iterator[Path]:
    """Yield the name, and the same with numbers."""
    yield folder / name
    stem = name[: -len(".osr")]
    for number in range(2, _MOST_NUMBERS):
        yield folder / f"{stem} ({number}).osr"


def _write(part: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(part, flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _moved(part: Path, path: Path) -> bool:
    """Rename a file unless the new name is taken; return whether it was free."""
    try:
        if os.name == "nt":
            part.rename(path)  # fails there where the name is taken
        else:
            os.link(part, path)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK):
            raise
        if path.exists():  # a file system without links
            return False
        part.rename(path)
    return True


def _sync(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # not every file system can
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sentence(error: OSError, folder: Path) -> tuple[str, str]:
    """Return what went wrong with the disk, and what can be done."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return tr("The disk is full."), tr(
                "Make room for {folder}, or choose another folder."
            ).format(folder=folder)
        case errno.ENOENT | errno.ENOTDIR:
            return tr("The folder {folder} is not there any more.").format(folder=folder), tr(
                "Choose another one."
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return tr("Nothing can be written into {folder}.").format(folder=folder), tr(
                "Choose another folder."
            )
        case _:
            reason = error.strerror or type(error).__name__
            return tr("A replay could not be written into {folder}.").format(folder=folder), tr(
                "The system says: {reason}."
            ).format(reason=reason)
