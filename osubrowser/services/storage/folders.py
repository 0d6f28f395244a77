"""Folders of the application: the system's standard ones, or all in one profile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

APPLICATION = "osubrowser"


@dataclass(frozen=True, slots=True)
class Folders:
    """Paths of the folders and files; folders are created on first write."""

    config: Path
    data: Path
    cache: Path
    logs: Path

    @classmethod
    def default(cls) -> Folders:
        """Return the folders that this system gives to an application."""
        from platformdirs import PlatformDirs

        dirs = PlatformDirs(APPLICATION, appauthor=False)
        return cls(
            config=Path(dirs.user_config_path),
            data=Path(dirs.user_data_path),
            cache=Path(dirs.user_cache_path),
            logs=Path(dirs.user_log_path),
        )

    @classmethod
    def inside(cls, folder: Path) -> Folders:
        """Return folders that all lie in `folder`, for a profile that can be carried about."""
        root = folder.expanduser().absolute()
        return cls(
            config=root / "config", data=root / "data", cache=root / "cache", logs=root / "logs"
        )

    @property
    def lock_file(self) -> Path:
        """The lock of the program that has these folders."""
        return self.data / "lock"

    @property
    def settings_file(self) -> Path:
        """The settings, JSON."""
        return self.config / "settings.json"

    @property
    def secrets_file(self) -> Path:
        """Secrets, where the system has no keyring. Only its owner can read it."""
        return self.data / "secrets.json"

    @property
    def bookmarks_file(self) -> Path:
        """The bookmarks, JSON."""
        return self.data / "bookmarks.json"

    def recently_seen_file(self, whose: str) -> Path:
        """The places that an account (`Account.whose`) saw lately, JSON."""
        from hashlib import blake2b

        name = blake2b(whose.encode(errors="replace"), digest_size=8).hexdigest()
        return self.data / "recently_seen" / f"{name}.json"

    @property
    def demo_bookmarks_file(self) -> Path:
        """The bookmarks of the demo, whose players are others."""
        return self.data / "demo_bookmarks.json"

    @property
    def demo_recently_seen_file(self) -> Path:
        """What was seen of the demo lately."""
        return self.data / "demo_recently_seen.json"

    @property
    def responses(self) -> Path:
        """Answers that were shown before."""
        return self.cache / "memory"

    @property
    def images(self) -> Path:
        """Pictures that were shown before, scaled."""
        return self.cache / "images"

    @property
    def log_file(self) -> Path:
        """The newest log."""
        return self.logs / "osubrowser.log"
