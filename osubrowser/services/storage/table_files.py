"""CSV and JSON export of tables, written atomically."""

from __future__ import annotations

import csv
import errno
import io
import json
import re
from typing import IO, TYPE_CHECKING, Any

from osubrowser.services.runtime.failures import ExportFailed
from osubrowser.services.storage.atomic_write import whole_file
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

# Start of a cell that a spreadsheet runs as a formula; user names may begin so.
_FORMULA = re.compile(r"[\t\r\n ]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r\n]")
_PLAIN_NUMBER = re.compile(
    r"[+\-\u2212]?[0-9][0-9.,\u00a0\u202f ]*(?:%|\u00d7|x|pp|h [0-9]{2} m)?\Z"
)

_SENTENCES = {
    errno.ENOSPC: tr("The disk is full."),
    errno.EDQUOT: tr("The disk is full."),
    errno.EACCES: tr("This file may not be written, or another program has it open."),
    errno.EPERM: tr("This file may not be written, or another program has it open."),
    errno.EROFS: tr("This disk is read-only."),
    errno.ENOENT: tr("The folder does not exist."),
    errno.ENOTDIR: tr("The folder does not exist."),
    errno.EISDIR: tr("There is a folder of this name."),
    errno.ENAMETOOLONG: tr("The file's name is too long."),
}


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write a table as CSV for spreadsheets: UTF-8 with a BOM, CRLF.

    Text that a spreadsheet would run as a formula is prefixed with an apostrophe; numbers, with or
    without a unit, are not.
    Blocks: call it on a worker.

    Args:
        path: the file; replaced if it exists.
        header: cells of the first line.
        rows: rows with as many cells as the header; None is an empty cell.

    Returns:
        The number of rows written.

    Raises:
        ExportFailed: the file could not be written; `path` is unchanged.
    """

    def write(file: IO[str]) -> int:
        out = csv.writer(file)
        out.writerow([_cell(title) for title in header])
        count = 0
        for row in rows:
            out.writerow([_cell(value) for value in row])
            count += 1
        return count

    return write_text(path, write, encoding="utf-8-sig")


def write_json(path: Path, objects: Iterable[Mapping[str, Any]]) -> int:
    """Write objects as a JSON array in UTF-8, one per line. Blocks: call it on a worker.

    Returns:
        The number of objects written.

    Raises:
        ExportFailed: the file could not be written; `path` is unchanged.
    """

    def write(file: IO[str]) -> int:
        count = 0
        file.write("[")
        for item in objects:
            file.write(",\n" if count else "\n")
            file.write(json.dumps(dict(item), ensure_ascii=False, default=str))
            count += 1
        file.write("\n]\n")
        return count

    return write_text(path, write)


def write_text(path: Path, write: Callable[[IO[str]], int], *, encoding: str = "utf-8") -> int:
    """Write a text file by a function that returns how much it wrote. Blocks.

    Args:
        path: the file; replaced if it exists.
        write: writes to the file.
        encoding: of the file.

    Returns:
        The result of `write`.

    Raises:
        ExportFailed: the file could not be written; `path` is unchanged.
    """
    try:
        with whole_file(path) as raw:
            # Lone surrogates, which JSON allows, cannot be encoded: "?" replaces them.
            text = io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="")
            count = write(text)
            text.flush()
            text.detach()
    except OSError as error:
        sentence = _SENTENCES.get(
            error.errno or 0, error.strerror or tr("The file was not written.")
        )
        raise ExportFailed(
            tr("{name} was not saved: {sentence}").format(name=path.name, sentence=sentence)
        ) from error
    return count


def _cell(value: object) -> object:
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    value = value.replace("\x00", "")
    if _FORMULA.match(value) and not _PLAIN_NUMBER.match(value):
        return f"'{value}"
    return value
