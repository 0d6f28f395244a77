"""Export of everything that is known of a match."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from osubrowser.models.matches.match import entry_record, export_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.models.matches.tables import MatchLists


@dataclass(frozen=True, slots=True)
class ExportedMatch:
    """Match to export: JSON with everything, CSV with a line for each score."""

    match: MatchLists

    @property
    def rows(self) -> Sequence[object]:
        """The scores; the events of a match without scores."""
        return self.match.entries or self.match.events

    def lines(self) -> list[list[str]]:
        """Return a heading and a line for each score."""
        records = [entry_record(one.subject, one.game, one.entry) for one in self.match.entries]
        headings = list(records[0]) if records else ["game"]
        return [headings, *([_cell(value) for value in one.values()] for one in records)]

    def records(self) -> list[dict[str, Any]]:
        """Return one object with everything, by what rules it was counted, and the formula."""
        return [export_of(self.match.subject)]


def _cell(value: object) -> str:
    return "" if value is None else str(value)
