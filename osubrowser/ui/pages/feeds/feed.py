"""Feed: declaration of a list with filters and an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from osubrowser.models.feeds.filters import Choice
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.feeds.filters import Filter
    from osubrowser.ui.lists.filter_bar import FilterBar
    from osubrowser.ui.lists.list_controller import ListController, ListSpec
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

CLEAR: Final = "clear_filters"
"""Key of the button of an empty list that clears the filters (`EmptyText.action`)."""

NEWEST: Final = Choice(
    "sort", tr("Order"), (("", tr("Newest first")), ("id_asc", tr("Oldest first")))
)
"""Order of most lists by id."""


def _no_detail(_values: Mapping[str, str]) -> str:
    return ""


class LiveFeed(Protocol):
    """What keeps the list of a feed up to date, or acts on it, with its controls in the bar."""

    def spec(self, values: Mapping[str, str]) -> ListSpec:
        """Return the list of the values of the filters."""

    def set_watched(self, watched: bool) -> None:
        """Set whether the list is seen; osu! is asked only while it is."""

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""

    def leave(self) -> None:
        """Cancel all loads, and release the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """List with filters, the page of one `kind` of `ListPlace`.

    Attributes:
        title: title of the page.
        spec: `(values, parts) -> list`; `values` has a value for each filter, "" for the default.
            None for a feed that is followed live.
        live: builds what keeps the list up to date while it is watched; None for other feeds.
        filters: the filters, in the order of their controls.
        detail: returns what the values are about, for the title; "" for nothing.
        note: sentence after the filters, such as what osu! does not filter by; "" for none.
        refresh_every: seconds after which the rows are loaded again while they are seen; 0 for
            never.
        has_cards: whether the list has a view as cards, which is the first one.
    """

    title: str
    spec: Callable[[Mapping[str, str], SectionParts], ListSpec] | None = None
    live: Callable[[ListController, SectionParts, FilterBar], LiveFeed] | None = None
    filters: tuple[Filter, ...] = ()
    detail: Callable[[Mapping[str, str]], str] = _no_detail
    note: str = ""
    refresh_every: int = 0
    has_cards: bool = False
