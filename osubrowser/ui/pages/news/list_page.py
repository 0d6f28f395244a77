"""Page of the list of news: cards or a table, of all years or one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from osubrowser.models.feeds.filters import Day, place_with
from osubrowser.models.news import news
from osubrowser.services.places.places import ListPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.cards.card_layout import NEWS_CARD
from osubrowser.ui.lists.list_bar import ListBar
from osubrowser.ui.lists.list_controller import CARDS, EmptyText, ListSpec
from osubrowser.ui.lists.list_page import ListPage
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.picker import Picker

if TYPE_CHECKING:
    from osubrowser.api.entities.news import NewsPost
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource, RowsPage
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_ALL: Final = Choice("", tr("All years"))
_YEARS: Final = "all_years"
_YEAR: Final = Day("year", tr("Year"), "")


def year_of(place: ListPlace) -> str:
    """Return the year of a place; "" for all, and for what is no year."""
    return _YEAR.fit(dict(place.query).get("year", "")).partition("-")[0]


def news_spec(year: str) -> ListSpec:
    """Return the list of the posts of a year; "" for all."""

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(news.load_news_list, year, columns, can_load_all=True)

    return ListSpec(
        key=f"news/{year}",
        title=tr("News"),
        columns=lambda _original: news.news_columns(),
        source=source,
        record=news.news_record,
        file_stem=f"osu-news-{year}" if year else "osu-news",
        empty=EmptyText(
            tr("osu! has no news of {year}.").format(year=year)
            if year
            else tr("osu! has no news."),
            action=(_YEARS, tr("Show all years")) if year else None,
        ),
        link=_link,
        columns_key="news",
        cards=NEWS_CARD,
    )


def _link(post: NewsPost, _origin: str) -> RowLink | None:
    place = news.news_place(post)
    return None if place is None else RowLink(place, news.news_title(post))


class NewsPage(ListPage):
    """Page of a `ListPlace` of news.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        years: chooses the year.
        bar: the tools.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.years = Picker(tr("Year"), self)
        self.bar = ListBar(tr("News"), (), "", self, has_cards=True)
        self._known_years: tuple[int, ...] = ()
        self._show_years(())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.years)
        row.addWidget(self.bar, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.list.rows, 1)
        self.list.set_view(CARDS)
        self.list.bind_filter(self.bar.filter)
        self.list.bind_buttons(columns=self.bar.columns, export=self.bar.export, view=self.bar.view)
        self.years.chosen.connect(self._on_year_chosen)
        self.list.model.page_arrived.connect(self._on_page_arrived)
        self.set_colours(parts.colours)

    def take_place(self, place: Place) -> Place | None:
        """Set the year."""
        if not isinstance(place, ListPlace):
            return None
        year = year_of(place)
        self.years.set_current(Choice(year, year) if year else _ALL)
        return place_with("news", {"year": year})

    def spec_of(self, place: Place) -> ListSpec:
        """Return the list of the year."""
        return news_spec(year_of(place) if isinstance(place, ListPlace) else "")

    def title_of(self, place: Place) -> str:
        """Return `News`, and the year."""
        year = year_of(place) if isinstance(place, ListPlace) else ""
        return tr("News of {year}").format(year=year) if year else tr("News")

    def act(self, key: str) -> None:
        """Show the posts of all years."""
        if key == _YEARS:
            self._on_year_chosen("")

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self.years.set_colours(colours)
        self.bar.set_colours(colours)

    def _on_page_arrived(self, page: RowsPage) -> None:
        if isinstance(page.extra, tuple) and page.extra and page.extra != self._known_years:
            self._known_years = page.extra
            self._show_years(page.extra)

    def _show_years(self, years: Sequence[int]) -> None:
        self.years.set_choices([_ALL, *(Choice(str(year), str(year)) for year in years)])

    def _on_year_chosen(self, year: str) -> None:
        there = place_with("news", {"year": year})
        if there != self.place:
            self.move_to(there)
