"""Beatmap files by MD5: those that were fetched, those of an installed osu!, those of osu!."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from osubrowser.api.client import Client


class BeatmapSource(StrEnum):
    """Where a beatmap file was found."""

    STORE = "store"
    STABLE = "stable"
    LAZER = "lazer"
    SERVER = "server"


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatmapFile:
    """Beatmap file that was found.

    Attributes:
        data: its bytes.
        md5: of them, in hex.
        is_other_version: whether the server has another version than the one asked for.
        beatmap_id: the server's id; 0 where it was not asked.
    """

    data: bytes
    md5: str
    source: BeatmapSource
    is_other_version: bool = False
    beatmap_id: int = 0


class BeatmapFiles:
    """Store of beatmap files by MD5. For any thread; methods block.

    Args:
        folder: of the store, which is made.
        limit: size limit of the store in bytes; the least recently used files are deleted.
        stable: folder of an installed osu!stable, or None.
        lazer: folder of an installed osu!lazer, or None.
    """

    def __init__(
        self, folder: Path, *, limit: int, stable: Path | None = None, lazer: Path | None = None
    ) -> None:
        raise NotImplementedError

    def find(self, md5: str) -> BeatmapFile | None:
        """Return a beatmap file of this computer, or None. Its MD5 is checked."""
        raise NotImplementedError

    def fetch(self, md5: str, client: Client) -> BeatmapFile | None:
        """Return a beatmap file of this computer or of the server, and store it.

        `GET beatmaps/lookup?checksum=`, then `GET /osu/{id}` of the website. None where the server
        knows no beatmap with that checksum: it was changed or deleted.

        Raises:
            OsuError: the server cannot be reached, or failed.
        """
        raise NotImplementedError

    def fetch_version(self, beatmap_id: int, client: Client) -> BeatmapFile | None:
        """Return the server's current file of a beatmap, stored under its own MD5; None if none.

        Raises:
            OsuError: the server cannot be reached, or failed.
        """
        raise NotImplementedError
