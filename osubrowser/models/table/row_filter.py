"""Filter of loaded rows by what is known here, which says how many rows it hides and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from osubrowser.models.table.column import Row


class RowFilter(Protocol):
    """Filter of rows of a list; a list with one loads on until the view is full."""

    def reasons(self, rows: Sequence[Row[Any]]) -> list[int]:
        """Return for each row why it is hidden, as bits; 0 for a row that is shown.

        Called in the GUI thread for each page that arrives, and for rows that may have changed.
        """
