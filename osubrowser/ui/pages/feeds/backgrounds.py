"""Feed of the seasonal backgrounds, one of which can be shown behind the welcome page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from osubrowser.models.feeds import backgrounds as model
from osubrowser.models.text.dates import day_cell
from osubrowser.services.places.places import UserPlace, WebAddress
from osubrowser.services.settings.schema import is_picture_address
from osubrowser.services.text.translation import tr
from osubrowser.ui.cards.card_layout import CardLayout
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec, loaded_status
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.lists.row_menu import row_menu
from osubrowser.ui.pages.feeds.feed import Feed
from osubrowser.ui.widgets.menus import add_action

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QMenu

    from osubrowser.models.feeds.backgrounds import Background
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.filter_bar import FilterBar
    from osubrowser.ui.lists.list_controller import Columns, ListController
    from osubrowser.ui.lists.row_menu import RowSelection
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_CARD: Final = CardLayout(mapper="", dates=(), status="", dots="", explicit="", cover=199)


class Backgrounds(QObject):
    """Cards of the backgrounds, and the choice of the one behind the welcome page.

    Args:
        list_: the controller of the list.
        parts: services.
        bar: gets the buttons.

    Attributes:
        use: the button that shows the selected picture behind the welcome page.
        remove: the button that shows none there.
    """

    def __init__(self, list_: ListController, parts: SectionParts, bar: FilterBar) -> None:
        super().__init__(bar)
        self._list, self._settings = list_, parts.settings
        self.use = QPushButton(tr("Show behind the welcome page"), bar)
        self.use.setToolTip(tr("Show the selected picture behind the welcome page, here only"))
        self.remove = QPushButton(tr("Show none there"), bar)
        for button in (self.use, self.remove):
            button.setAutoDefault(True)
            bar.add(button)
        self.use.clicked.connect(self._on_use_clicked)
        self.remove.clicked.connect(lambda: self._set(""))
        self.remove.setVisible(bool(self._settings.welcome_picture))

    def spec(self, _values: Mapping[str, str]) -> ListSpec:
        """Return the list of the backgrounds."""

        def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            return loader.by_cursor(model.load, columns)

        return ListSpec(
            key="backgrounds",
            title=tr("Seasonal backgrounds"),
            columns=lambda _original: model.columns(),
            source=source,
            record=model.record,
            file_stem="osu-seasonal-backgrounds",
            empty=EmptyText(
                tr("There is no season at the moment."),
                tr("osu! has seasonal backgrounds a few times a year."),
            ),
            link=_link,
            menu=self._menu,
            status=_status,
            cards=_CARD,
        )

    def set_watched(self, watched: bool) -> None:
        """Do nothing: the backgrounds change with the season only."""

    def set_colours(self, colours: Colours) -> None:
        """Do nothing: the buttons are those of the style sheet."""

    def leave(self) -> None:
        """Do nothing: the list has no loads of its own."""

    # --- private ------------------------------------------------------------------------------

    def _menu(self, selection: RowSelection) -> QMenu:
        menu = row_menu(selection)
        if len(selection.rows) == 1:
            menu.addSeparator()
            url = selection.rows[0].item.url
            add_action(menu, tr("Show &behind the welcome page"), self._set, url)
            if self._settings.welcome_picture:
                add_action(menu, tr("Show &none there"), self._set, "")
        return menu

    def _on_use_clicked(self) -> None:
        rows = self._list.table.selected_rows()
        if len(rows) == 1:
            self._set(rows[0].item.url)
        else:
            self._list.message_requested.emit("info", tr("Select the one picture that you want."))

    def _set(self, url: str) -> None:
        if not is_picture_address(url):
            self._list.message_requested.emit("warning", tr("This picture has no address."))
            return
        self._settings.welcome_picture = url
        self._settings.save()
        self.remove.setVisible(bool(url))
        text = (
            tr("It is behind the welcome page now.")
            if url
            else tr("The welcome page has no picture.")
        )
        self._list.message_requested.emit("info", text)


def _status(rows: PagedModel, first: int, last: int) -> str:
    row = rows.row_at(first) if rows.loaded else None
    ends = row.item.ends_at if row is not None else None
    said = loaded_status(rows, first, last)
    if ends is None:
        return said
    told = tr("the season ends on {day}").format(day=day_cell(ends))
    return f"{said} · {told}"


def _link(one: Background, _origin: str) -> RowLink | None:
    """Return the artist; the picture itself is another place, in the web browser."""
    picture = WebAddress(one.url) if one.url and is_picture_address(one.url) else None
    artist = UserPlace(one.artist.id) if one.artist is not None and one.artist.id else None
    place: Place | None = artist or picture
    if place is None:
        return None
    more = (
        ((tr("Open the &picture"), picture),) if picture is not None and artist is not None else ()
    )
    return RowLink(place, one.artist_name, more=more)


FEED: Final[Feed] = Feed(title=tr("Seasonal backgrounds"), live=Backgrounds, has_cards=True)
