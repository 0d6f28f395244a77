"""Folders of the application: the system's standard ones, or those of a portable profile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

APPLICATION = "osubrowser"


class NoHomeError(OSError):
    """The system does not know the user's home folder."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Paths of the folders and files; folders are created on first write.

    Attributes:
        config: settings.
        data: what the user has made, and the databases.
        cache: what can be fetched again.
        logs: log files.
        portable_replays: default folder of saved replays of a portable profile; None where it is
            in the user's documents.
    """

    config: Path
    data: Path
    cache: Path
    logs: Path
    portable_replays: Path | None = None

    @classmethod
    def default(cls) -> Folders:
        """Return the system's standard folders for the application.

        Raises:
            NoHomeError: the system does not know the user's home folder.
        """
        from platformdirs import PlatformDirs

        dirs = PlatformDirs(APPLICATION, appauthor=False)
        try:
            return cls._of_system(dirs)
        except RuntimeError as error:
            raise NoHomeError("there is no home folder: set HOME, or use --profile") from error

    @classmethod
    def _of_system(cls, dirs: PlatformDirsABC) -> Folders:
        return cls(
            config=Path(dirs.user_config_path),
            data=Path(dirs.user_data_path),
            cache=Path(dirs.user_cache_path),
            logs=Path(dirs.user_log_path),
        )

    @classmethod
    def inside(cls, folder: Path) -> Folders:
        """Return subfolders of `folder`, for a portable profile."""
        root = folder.expanduser().absolute()
        return cls(
            config=root / "config",
            data=root / "data",
            cache=root / "cache",
            logs=root / "logs",
            portable_replays=root / "replays",
        )

    @property
    def lock_file(self) -> Path:
        """The lock of the program that has these folders."""
        return self.data / "lock"

    @property
    def settings_file(self) -> Path:
        """JSON file of the settings."""
        return self.config / "settings.json"

    @property
    def secrets_file(self) -> Path:
        """JSON file of secrets, for systems without a keyring; readable by its owner only."""
        return self.data / "secrets.json"

    @property
    def downloads_file(self) -> Path:
        """SQLite file of the download queue."""
        return self.data / "downloads.sqlite"

    @property
    def histories(self) -> Path:
        """Folder of the SQLite files of histories, one a server."""
        return self.data / "history"

    @property
    def bookmarks_file(self) -> Path:
        """JSON file of the bookmarks."""
        return self.data / "bookmarks.json"

    def recently_seen_file(self, whose: str) -> Path:
        """Return the JSON file of the recently seen places of an account (`Account.whose`)."""
        from hashlib import blake2b

        name = blake2b(whose.encode(errors="replace"), digest_size=8).hexdigest()
        return self.data / "recently_seen" / f"{name}.json"

    @property
    def demo_bookmarks_file(self) -> Path:
        """JSON file of the demo's bookmarks."""
        return self.data / "demo_bookmarks.json"

    @property
    def demo_recently_seen_file(self) -> Path:
        """JSON file of the demo's recently seen places."""
        return self.data / "demo_recently_seen.json"

    @property
    def marks_file(self) -> Path:
        """JSON file of the marks of beatmaps."""
        return self.data / "marks.json"

    @property
    def demo_marks_file(self) -> Path:
        """JSON file of the demo's marks of beatmaps."""
        return self.data / "demo_marks.json"

    @property
    def searches_file(self) -> Path:
        """JSON file of the saved searches."""
        return self.data / "searches.json"

    @property
    def demo_searches_file(self) -> Path:
        """JSON file of the demo's saved searches."""
        return self.data / "demo_searches.json"

    @property
    def beatmap_files(self) -> Path:
        """Folder of the beatmap files that were fetched."""
        return self.data / "beatmaps"

    @property
    def game_files(self) -> Path:
        """Database of the files of an installed osu!."""
        return self.cache / "game_files.sqlite"

    @property
    def owned_index(self) -> Path:
        """File of the index of the beatmaps on this computer."""
        return self.cache / "owned_beatmaps.bin"

    @property
    def replay_index(self) -> Path:
        """Database of the replay library."""
        return self.data / "replays.sqlite"

    @property
    def responses(self) -> Path:
        """Folder of the response cache."""
        return self.cache / "memory"

    @property
    def images(self) -> Path:
        """Folder of the image cache."""
        return self.cache / "images"

    @property
    def log_file(self) -> Path:
        """The current log file."""
        return self.logs / "osubrowser.log"
