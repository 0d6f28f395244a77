"""Readers of osu!stable's databases: beatmaps (`osu!.db`) and collections (`collection.db`).

The formats are little-endian; strings are a marker byte, a length in ULEB128, and UTF-8.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.services.text.translation import QT_TR_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from mmap import mmap

MAX_FILE: Final = 1 << 30
"""Bytes of the largest database that is read."""

_WITHOUT_SIZES: Final = 20_191_106  # first version without the size of an entry before it
_WITH_FLOATS: Final = 20_140_609  # first with fractional difficulty settings and star ratings
_WITH_SINGLE_STARS: Final = 20_250_107  # first with star ratings in single precision
_MOST_TEXT: Final = 1 << 20
_INT: Final = struct.Struct("<i")
_IDS: Final = struct.Struct("<ii")
_OLDEST: Final = 20_120_000
_STEP: Final = 2000  # beatmaps between two reports of progress


class DatabaseError(ValueError):
    """Database that cannot be read; its text is a sentence for people."""


class StableBeatmap(NamedTuple):
    """Beatmap of `osu!.db`: where its file is, and its titles.

    Attributes:
        folder: below the Songs folder.
        file: name in `folder`.
        status: 4 ranked, 5 approved, 6 qualified, 7 loved; see osu!'s wiki.
    """

    md5: str
    folder: str
    file: str
    artist: str
    artist_original: str
    title: str
    title_original: str
    creator: str
    difficulty: str
    beatmap_id: int
    beatmapset_id: int
    ruleset_id: int
    status: int


class Collection(NamedTuple):
    """Collection of beatmaps, by the MD5 of their files."""

    name: str
    beatmaps: tuple[str, ...]


def read_beatmaps(
    data: bytes | mmap, progress: Callable[[float], None] | None = None
) -> Iterator[StableBeatmap]:
    """Yield the beatmaps of an `osu!.db`.

    Args:
        data: content of the file.
        progress: called now and then with the part that is done, 0 to 1.

    Raises DatabaseError where it is cut off, or of another format.
    """
    return _beatmaps(_Reader(data), progress)


def read_collections(data: bytes | mmap) -> list[Collection]:
    """Return the collections of a `collection.db`. Raises DatabaseError, as `read_beatmaps`."""
    reader = _Reader(data)
    reader.skip(4)
    collections = []
    for _ in range(reader.count(5)):
        name = reader.text()
        beatmaps = tuple(reader.text() for _ in range(reader.count(1)))
        collections.append(Collection(name, beatmaps))
    return collections


def _beatmaps(reader: _Reader, progress: Callable[[float], None] | None) -> Iterator[StableBeatmap]:
    version = reader.number()
    if not _OLDEST <= version < 2**31 - 1:
        raise DatabaseError(QT_TR_NOOP("This is no osu!.db, or one of an unknown version."))
    reader.skip(4 + 1 + 8)  # folders, whether the account is unlocked, when it will be
    reader.text()  # the player
    has_floats = version >= _WITH_FLOATS
    star_size = 10 if version >= _WITH_SINGLE_STARS else 14
    count = reader.count(60)
    for number in range(count):
        if progress is not None and number % _STEP == 0:
            progress(number / count)
        if version < _WITHOUT_SIZES:
            reader.skip(4)
        artist, artist_original, title, title_original, creator, difficulty = (
            reader.text() for _ in range(6)
        )
        reader.skip_text()  # the song
        md5, file = reader.text(), reader.text()
        status = reader.byte()
        # Three counts, last change, four difficulty settings, slider velocity.
        reader.skip(6 + 8 + (16 if has_floats else 4) + 8)
        if has_floats:
            for _ in range(4):
                reader.skip(reader.count(star_size) * star_size)
        reader.skip(12)  # drain time, length, preview
        reader.skip(reader.count(17) * 17)  # timing points
        beatmap_id, beatmapset_id = reader.ids()
        reader.skip(4 + 4 + 2 + 4)  # forum thread, grades, offset, stack leniency
        ruleset_id = reader.byte()
        reader.skip_text()  # source
        reader.skip_text()  # tags
        reader.skip(2)
        reader.skip_text()  # font of the title
        reader.skip(1 + 8 + 1)  # unplayed, last played, osz2
        folder = reader.text()
        reader.skip(8 + 5 + (0 if has_floats else 2) + 4 + 1)
        yield StableBeatmap(
            md5=md5,
            folder=folder,
            file=file,
            artist=artist,
            artist_original=artist_original,
            title=title,
            title_original=title_original,
            creator=creator,
            difficulty=difficulty,
            beatmap_id=max(beatmap_id, 0),
            beatmapset_id=max(beatmapset_id, 0),
            ruleset_id=ruleset_id,
            status=status,
        )


class _Reader:
    """Sequential reader of a database. Methods raise DatabaseError at the end of the data."""

    def __init__(self, data: bytes | mmap) -> None:
        self._data = data
        self._at = 0
        self._end = len(data)

    def skip(self, size: int) -> None:
        self._at += size
        if self._at > self._end:
            raise DatabaseError(QT_TR_NOOP("The database is cut off."))

    def byte(self) -> int:
        self.skip(1)
        return self._data[self._at - 1]

    def number(self) -> int:
        self.skip(4)
        value: int = _INT.unpack_from(self._data, self._at - 4)[0]
        return value

    def ids(self) -> tuple[int, int]:
        self.skip(8)
        first, second = _IDS.unpack_from(self._data, self._at - 8)
        return first, second

    def count(self, size: int) -> int:
        """Return a number of entries of at least `size` bytes, which the data has room for."""
        count = self.number()
        if count < 0:
            return 0  # the game writes -1 for a list that is missing
        if count > (self._end - self._at) // size + 1:
            raise DatabaseError(
                QT_TR_NOOP("The database is damaged: it names more entries than it can have.")
            )
        return count

    def text(self) -> str:
        size = self._text_size()
        start = self._at
        self.skip(size)
        return self._data[start : self._at].decode("utf-8", "replace")

    def skip_text(self) -> None:
        self.skip(self._text_size())

    def _text_size(self) -> int:
        mark = self.byte()
        if mark == 0:
            return 0
        if mark != 0x0B:
            raise DatabaseError(QT_TR_NOOP("The database has something else in place of a text."))
        size = shift = 0
        while True:
            byte = self.byte()
            size |= (byte & 0x7F) << shift
            if byte < 0x80:
                break
            shift += 7
            if shift > 28:
                raise DatabaseError(QT_TR_NOOP("The database has a text of endless length."))
        if size > _MOST_TEXT:
            raise DatabaseError(QT_TR_NOOP("The database has a text of endless length."))
        return size
