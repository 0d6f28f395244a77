"""Feed: declaration of a list with filters and an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.models.feeds.filters import Choice

if TYPE_CHECKING:
    from osubrowser.models.feeds.filters import Filter
    from osubrowser.ui.lists.list_controller import ListSpec
    from osubrowser.ui.sections.host import SectionParts

CLEAR: Final = "clear_filters"
"""Key of the button of an empty list that clears the filters (`EmptyText.action`)."""

NEWEST: Final = Choice("sort", "Order", (("", "Newest first"), ("id_asc", "Oldest first")))
"""Order of most lists by id."""


def _no_detail(_values: Mapping[str, str]) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """List with filters, the page of one `kind` of `ListPlace`.

    Attributes:
        title: title of the page.
        spec: `(values, parts) -> list`; `values` has a value for each filter, "" for the default.
        filters: the filters, in the order of their controls.
        detail: returns what the values are about, for the title; "" for nothing.
        note: sentence after the filters, such as what osu! does not filter by; "" for none.
        refresh_every: seconds after which the rows are loaded again while they are seen; 0 for
            never.
        has_cards: whether the list has a view as cards, which is the first one.
    """

    title: str
    spec: Callable[[Mapping[str, str], SectionParts], ListSpec]
    filters: tuple[Filter, ...] = ()
    detail: Callable[[Mapping[str, str]], str] = _no_detail
    note: str = ""
    refresh_every: int = 0
    has_cards: bool = False
