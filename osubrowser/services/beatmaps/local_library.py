"""Beatmaps of an installed osu!: which sets are on this computer, kept up to date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from osubrowser.services.beatmaps.owned_index import OwnedIndex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from osubrowser.services.beatmaps.files import BeatmapFiles


@dataclass(frozen=True, slots=True)
class OwnedState:
    """State of the local library.

    Attributes:
        stable: folder of osu!stable, or None.
        lazer: data folder of osu!lazer, or None.
        is_loaded: whether the index is read: nothing is known before.
        is_scanning: whether what has changed is being read.
        done: part of the scan that is done, 0 to 1.
        problem: what could not be read, as a sentence; "" for nothing.
    """

    stable: Path | None = None
    lazer: Path | None = None
    is_loaded: bool = False
    is_scanning: bool = False
    done: float = 0.0
    problem: str = ""

    @property
    def has_game(self) -> bool:
        """Whether an installed osu! was found."""
        return self.stable is not None or self.lazer is not None


class OwnedBeatmaps(QObject):
    """Which beatmaps are on this computer. For the GUI thread; nothing blocks.

    Signals:
        changed: `index` is another one now.
        state_changed: `state` is another one now.

    Args:
        files: index of the files of the installed osu!.

    Attributes:
        index: immutable; a worker may be given it.
        state: what is known, and what is going on.
    """

    changed = Signal()
    state_changed = Signal()

    def __init__(self, files: BeatmapFiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self.index = OwnedIndex()
        self.state = OwnedState()

    @property
    def is_loaded(self) -> bool:
        """Whether the index is read: nothing is known before."""
        return self.state.is_loaded

    def has_set(self, set_id: int) -> bool:
        """Whether a set is on this computer, some of it at least."""
        return self.index.has_set(set_id)

    def has_beatmap(self, beatmap_id: int, md5: str | None = None) -> bool:
        """Whether a difficulty is on this computer, by its id or by the MD5 of its file."""
        return self.index.has_beatmap(beatmap_id, md5)

    def count_of(self, set_ids: Iterable[int]) -> int:
        """Return how many of some sets are on this computer."""
        return self.index.count_of(set_ids)

    async def start(self) -> None:
        """Read the index, then what has changed since."""

    async def rescan(self) -> None:
        """Read what has changed in the installed osu!, and look for one anew."""

    async def close(self) -> None:
        """Stop reading."""
