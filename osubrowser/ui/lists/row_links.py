"""Links of rows: which places a row leads to."""

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
        name: of the subject of the row, as it is copied; "" for none.
        country: code and name of the country of a player; None for none.
        more: other places, each with its label in the menu.
    """

    place: Place
    name: str = ""
    country: tuple[str, str] | None = None
    more: tuple[tuple[str, Place], ...] = ()
