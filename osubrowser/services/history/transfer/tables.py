"""CSV files of snapshots: this program's, and those with the columns of osu!track's API."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any, Final

from osubrowser.services.history.subjects import RULESETS, Subject, SubjectKind
from osubrowser.services.history.transfer.form import fields_of, subject_of
from osubrowser.services.history.transfer.merge import is_time, latest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.services.history.figures import Figures
    from osubrowser.services.history.transfer.merge import Counts

Row = tuple[Subject, int, dict[str, float]]
"""Snapshot of a file: subject, Unix time in seconds, figures."""

LONGEST_LINE: Final = 1 << 16
_LARGEST: Final = 1 << 62
_REQUIRED: Final = frozenset({"kind", "id", "time"})

OSUTRACK_FIELDS: Final = {
    "pp_rank": "global_rank",
    "pp_raw": "pp",
    "accuracy": "accuracy",
    "playcount": "play_count",
    "ranked_score": "ranked_score",
    "total_score": "total_score",
    "level": "level",
    "count_rank_a": "a",
}
"""Figures by their name in osu!track's `stats_history`.

Not `count_rank_ss` and `count_rank_s`: it is not known from when on they leave out the silver ones.
"""
OSUTRACK_HITS: Final = ("count300", "count100", "count50")
"""Hits by their name there, of which osu!'s `total_hits` is the sum."""
_OSUTRACK_REQUIRED: Final = frozenset({"timestamp", "pp_rank", "pp_raw"})


class UnknownTable(ValueError):
    """The columns are none that can be read."""


class PlayerMissing(ValueError):
    """The rows do not say whose figures they are."""


class CsvTable:
    """Rows of a CSV file, read one at a time.

    Attributes:
        is_osutrack: whether the columns are those of osu!track.
        servers: servers that the rows name.

    Args:
        file: decoded text, opened with `newline=""`.
        counts: rows that are not valid are counted there.
        player: whose figures those of osu!track are, where the rows do not say it.

    Raises:
        UnknownTable: the columns are none that can be read.
        PlayerMissing: `player` is None, and is needed.
    """

    def __init__(self, file: IO[str], counts: Counts, player: Subject | None) -> None:
        first = file.readline(LONGEST_LINE)
        if not first.strip() or len(first) >= LONGEST_LINE:
            raise UnknownTable("no header")
        # A spreadsheet of a country with decimal commas writes semicolons.
        self._has_commas = first.count(";") > first.count(",")
        self._delimiter = ";" if self._has_commas else "\t" if first.count("\t") > 2 else ","
        self._file = file
        self._counts = counts
        self._player = player
        try:
            header = next(csv.reader([first], delimiter=self._delimiter))
        except (csv.Error, StopIteration) as error:
            raise UnknownTable("no header") from error
        self._names = [name.strip().lstrip("\ufeff") for name in header]
        names = frozenset(self._names)
        self.is_osutrack = names >= _OSUTRACK_REQUIRED
        if not self.is_osutrack and not names >= _REQUIRED:
            raise UnknownTable("other columns")
        if self.is_osutrack and player is None and not names >= {"user", "mode"}:
            raise PlayerMissing
        self.servers: set[str] = set()
        self._until = latest()

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows; those that are not valid are counted."""
        reader = csv.reader(_lines(self._file), delimiter=self._delimiter)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                self._counts.broken += 1
                continue
            if not cells:
                continue
            try:
                yield self._row(cells)
            except (ValueError, OverflowError):
                self._counts.broken += 1

    def _row(self, cells: Sequence[str]) -> Row:
        if len(cells) != len(self._names):
            raise ValueError("another number of cells")
        values = dict(zip(self._names, (cell.strip() for cell in cells), strict=True))
        if self.is_osutrack:
            return osutrack_row(self._numbers(values), self._player, self._until)
        server = values.get("server", "")
        if server and len(self.servers) < 2:
            self.servers.add(server)
        subject = subject_of(values["kind"], int(values["id"]), values.get("ruleset", ""))
        figures = {
            name: self._number(values[name])
            for name in fields_of(subject.kind)
            if values.get(name, "")
        }
        at = unix_time(values["time"])
        if not figures or not is_time(at, self._until):
            raise ValueError("no snapshot")
        return subject, at, figures

    def _numbers(self, values: Mapping[str, str]) -> dict[str, Any]:
        """Return values with plain numbers, in place of decimal commas."""
        if not self._has_commas:
            return dict(values)
        return {name: value.replace(",", ".") for name, value in values.items()}

    def _number(self, text: str) -> float:
        return number_of(text.replace(",", ".") if self._has_commas else text)


def osutrack_row(values: Mapping[str, Any], player: Subject | None, until: int) -> Row:
    """Return the snapshot of an entry of osu!track's `stats_history`.

    Args:
        values: of the entry; large numbers are texts.
        player: whose it is, unless it says so by `user` and `mode`.
        until: the latest time that is right.

    Raises:
        ValueError: the entry is not valid.
        PlayerMissing: `player` is None, and is needed.
    """
    if "user" in values and "mode" in values:
        ruleset = int(number_of(values["mode"]))
        user = int(number_of(values["user"]))
        if not 0 <= ruleset < len(RULESETS) or user < 1:
            raise ValueError("no player")
        player = Subject(SubjectKind.PLAYER, user, ruleset)
    if player is None:
        raise PlayerMissing
    figures = {
        ours: number_of(values[theirs])
        for theirs, ours in OSUTRACK_FIELDS.items()
        if values.get(theirs) not in (None, "")
    }
    hits = [values.get(name) for name in OSUTRACK_HITS]
    if all(one not in (None, "") for one in hits):
        figures["total_hits"] = sum(number_of(one) for one in hits)
    at = unix_time(values.get("timestamp"))
    if not figures or not is_time(at, until):
        raise ValueError("no snapshot")
    return player, at, figures


def number_of(value: object) -> float:
    """Return a number of a file, which may be written as text.

    Raises:
        ValueError: it is none, or negative, or too large.
    """
    if isinstance(value, str) and len(value) <= 40:
        text = value.strip()
        number: float = int(text) if text.isascii() and text.isdigit() else float(text)
    elif type(value) in (int, float):
        number = value  # type: ignore[assignment] # mypy does not narrow by `type`
    else:
        raise ValueError("no number")
    if not math.isfinite(number) or not 0 <= number < _LARGEST:
        raise ValueError("the number is out of range")
    return number


def unix_time(value: object) -> int:
    """Return an ISO 8601 time as Unix time in seconds; one without a zone is in UTC.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(value, str) or len(value) > 40:
        raise ValueError("no time")
    at = datetime.fromisoformat(value.strip())
    return int((at if at.tzinfo is not None else at.replace(tzinfo=UTC)).timestamp())


def by_subject(rows: Iterator[Row], most: int) -> Iterator[tuple[Subject, dict[int, Figures]]]:
    """Yield rows of one subject that follow each other, at most `most` at once."""
    subject: Subject | None = None
    series: dict[int, Figures] = {}
    for other, at, figures in rows:
        if subject is not None and (other != subject or len(series) >= most):
            yield subject, series
            series = {}
        subject = other
        series[at] = figures
    if subject is not None and series:
        yield subject, series


def _lines(file: IO[str]) -> Iterator[str]:
    """Yield lines, cut at a length: a file without line ends is not read at once."""
    while line := file.readline(LONGEST_LINE):
        yield line
