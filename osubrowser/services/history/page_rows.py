"""Parser of SQLite pages: the rows of a damaged file, read without its B-trees.

See https://www.sqlite.org/fileformat2.html for the format of pages, cells and records.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_INTERIOR_INDEX, _LEAF_INDEX, _LEAF_TABLE = 0x02, 0x0A, 0x0D
_CELLS_AT: Final = {_INTERIOR_INDEX: 12, _LEAF_INDEX: 8, _LEAF_TABLE: 8}
_INTEGER_SIZES: Final = (0, 1, 2, 3, 4, 6, 8)
_ZERO, _ONE, _FIRST_BYTES = 8, 9, 12


class PageRow(NamedTuple):
    """Row that was found on a page.

    Attributes:
        row_id: its number; None in a table without row ids, or an index.
        values: in the order in which they are stored: those of the key come first without row ids.
    """

    row_id: int | None
    values: tuple[Any, ...]


def rows_of_pages(path: Path, size: int) -> Iterator[tuple[int, PageRow]]:
    """Yield the rows of all pages in use that can be read, with the number of the page.

    Those of indexes are among them. Rows that go on on other pages are left out.

    Args:
        path: the file.
        size: bytes of a page.

    Raises:
        OSError: the file cannot be read.
    """
    free = _free_pages(path, size)
    with path.open("rb") as file:
        number = 0
        while len(page := file.read(size)) == size:
            number += 1
            if number not in free:
                for row in _rows_of(page, _HEADER if number == 1 else 0):
                    yield number, row


def _rows_of(page: bytes, start: int) -> Iterator[PageRow]:
    kind = page[start]
    if kind not in _CELLS_AT:
        return
    count = int.from_bytes(page[start + 3 : start + 5])
    first = start + _CELLS_AT[kind]
    most = len(page) - 35 if kind == _LEAF_TABLE else (len(page) - 12) * 64 // 255 - 23
    for at in range(first, min(first + 2 * count, len(page) - 1), 2):
        try:
            row = _row_at(page, int.from_bytes(page[at : at + 2]), kind, most)
        except (IndexError, ValueError):
            continue
        if row is not None:
            yield row


def _row_at(page: bytes, at: int, kind: int, most: int) -> PageRow | None:
    """Return the row of a cell; None if it goes on on another page."""
    if kind == _INTERIOR_INDEX:
        at += 4  # the page below
    length, at = _number(page, at)
    row_id = None
    if kind == _LEAF_TABLE:
        row_id, at = _number(page, at)
    if length > most:
        return None
    if at + length > len(page):
        raise ValueError("a row is cut off")
    return PageRow(row_id, tuple(_values(page[at : at + length])))


def _values(record: bytes) -> Iterator[Any]:
    """Yield the values of a record.

    Raises:
        IndexError, ValueError: it is damaged.
    """
    end, at = _number(record, 0)
    body = end
    while at < end:
        type_, at = _number(record, at)
        if type_ < len(_INTEGER_SIZES):
            length = _INTEGER_SIZES[type_]
            value: Any = int.from_bytes(record[body : body + length], signed=True)
            if type_ == 0:
                value = None
        elif type_ in (_ZERO, _ONE):
            length, value = 0, type_ - _ZERO
        elif type_ >= _FIRST_BYTES:
            length = (type_ - _FIRST_BYTES) // 2
            value = record[body : body + length]
            if type_ % 2:
                value = value.decode()
        else:
            raise ValueError("a type that no table has")
        body += length
        if body > len(record):
            raise ValueError("a value is cut off")
        yield value


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Return the variable-length number at an offset, and the offset after it."""
    value = 0
    for _ in range(8):
        byte = data[at]
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    return value << 8 | data[at], at + 1


def _free_pages(path: Path, size: int) -> set[int]:
    """Return the numbers of the pages that are not in use, as far as they can be read."""
    free: set[int] = set()
    with path.open("rb") as file:
        head = file.read(_HEADER)
        trunk = int.from_bytes(head[32:36]) if head.startswith(_MAGIC) else 0
        while trunk and trunk not in free:
            free.add(trunk)
            file.seek((trunk - 1) * size)
            page = file.read(size)
            trunk, count = int.from_bytes(page[:4]), int.from_bytes(page[4:8])
            for number in range(min(count, size // 4 - 2)):
                free.add(int.from_bytes(page[8 + 4 * number : 12 + 4 * number]))
    return free
