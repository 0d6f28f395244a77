"""Links of rows: the places that a row leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place


@dataclass(frozen=True, slots=True)
class RowLink:
    """Places that a row of a list leads to.

    Attributes:
        place: opened by Enter or a double click.
        name: name of the subject of the row, for copying; "" for none.
        country: code and name of the country of a player; None for none.
        more: other places, each with its menu label.
    """

    place: Place
    name: str = ""
    country: tuple[str, str] | None = None
    more: tuple[tuple[str, Place], ...] = ()
