"""Page of the neighbours of a player: the ranks around, and when one passes the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.models.feeds.filters import Choice, Words, place_with, valid_values
from osubrowser.models.rankings.neighbours import (
    METHOD,
    USUAL_DAYS,
    Middle,
    NoNeighbours,
    Wanted,
    load_neighbours,
    neighbour_columns,
    neighbour_record,
    renewed,
)
from osubrowser.services.places.places import MODE_NAMES, MODES, ListPlace, RankingsPlace, UserPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain, tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.lists.filter_bar import FilterBar
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.list_page import ListPage
from osubrowser.ui.lists.row_links import RowLink, country_of
from osubrowser.ui.pages.rankings.menu import ranking_menu
from osubrowser.ui.widgets.menus import add_action, escaped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from osubrowser.models.rankings.neighbours import Neighbour
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Row
    from osubrowser.models.table.sources import CursorSource, RowsPage
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.lists.row_menu import RowSelection
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_DELAY: Final = 1500
"""Milliseconds after which paces are estimated again when something was seen."""
_ABOVE: Final = 5
"""Rows above the player in the middle that are in view at first."""
FILTERS: Final = (
    Choice(
        "mode",
        tr("Ruleset"),
        (("", MODE_NAMES["osu"]), *((one, MODE_NAMES[one]) for one in MODES[1:])),
    ),
    Choice("country", tr("Ranks"), (("", tr("World")), ("1", tr("Country")))),
    Choice(
        "days",
        tr("Days that the pace is estimated from"),
        (
            ("", tr("Pace of %n day(s)", "", USUAL_DAYS)),
            ("90", tr("%n day(s)", "", 90)),
            ("365", tr("%n day(s)", "", 365)),
        ),
    ),
    Words("user", tr("Player"), tr("Another player"), tr("Name or id of another player")),
)


def wanted_of(place: Place | None) -> Wanted:
    """Return what is asked for by a place."""
    values = valid_values(FILTERS, place if isinstance(place, ListPlace) else ListPlace(""))
    user: int | str | None = values["user"].removeprefix("@") or None
    if isinstance(user, str) and user.isdecimal():
        user = int(user)
    return Wanted(
        user, values["mode"] or MODES[0], bool(values["country"]), int(values["days"] or USUAL_DAYS)
    )


class NeighboursPage(ListPage):
    """Page of `ListPlace("neighbours")`.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        bar: the filters.
        about: a line about the player in the middle.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._middle: Middle | None = None
        self._is_new = False
        self.bar = FilterBar(FILTERS, self)
        self.about = QLabel(self)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setToolTip(tooltip(METHOD))
        self.about.setMinimumWidth(1)
        self.list.bind_filter(self.bar.filter)
        self.list.bind_buttons(
            columns=self.bar.columns, export=self.bar.export, load_all=self.bar.load_all
        )
        self.column.addWidget(self.bar)
        self.column.addWidget(self.about)
        self.column.addWidget(self.list.rows, 1)
        self.bar.changed.connect(self._on_bar_changed)
        self.list.model.page_arrived.connect(self._on_page_arrived)
        self._scope = TaskScope()
        self._renewal = QTimer(self, singleShot=True, interval=_DELAY)
        self._renewal.timeout.connect(self._on_renewal_timeout)
        if parts.history is not None:
            parts.history.replaced.connect(self._on_client_changed)
            parts.history.written.connect(self._on_history_written)
        self.set_colours(parts.colours)

    def take_place(self, place: Place) -> Place | None:
        """Set the filters to a place."""
        if not isinstance(place, ListPlace) or place.kind != "neighbours":
            return None
        values = valid_values(FILTERS, place)
        self.bar.show_values(values)
        taken = place_with(place.kind, values)
        if self.place is None or taken != self.place:
            self._middle = None
            self.about.setText("")
        self._is_new = True
        return taken

    def spec_of(self, place: Place) -> ListSpec:
        """Return the list of the ranks around a player."""
        wanted = wanted_of(place)
        history = self.parts.history
        open_store = history.history.store if history is not None else None

        def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            return loader.by_cursor(load_neighbours, open_store, wanted, columns)

        return ListSpec(
            key=f"neighbours/{wanted}",
            columns_key="neighbours",
            title=tr("Neighbours", "players of nearly the same rank"),
            columns=lambda _original: neighbour_columns(self._flag),
            source=source,
            record=neighbour_record,
            file_stem=f"osu-neighbours-{wanted.mode}",
            empty=EmptyText(tr("This ranking is empty.")),
            link=partial(_link, wanted),
            no_link=tr("This player is not on osu! any more."),
            menu=partial(self._menu, wanted),
            describe=partial(_describe, wanted),
            own=lambda: self._middle.id if self._middle is not None else None,
        )

    def title_of(self, place: Place) -> str:
        """Return the title, with the name of the player once it is known."""
        if self._middle is None:
            return tr("Neighbours", "players of nearly the same rank")
        return tr("Neighbours of {name}").format(name=self._middle.name)

    def show_place(self, place: Place, state: object | None) -> None:
        """Show the ranks around a player, or restore them from `state`."""
        known: Middle | None = None
        if isinstance(state, tuple):
            state, known = state
        super().show_place(place, state)
        if known is not None:
            self._show_middle(known)
            self._is_new = False

    def save_state(self) -> object | None:
        """Return the rows, the scroll position and the player in the middle; None without rows."""
        state = super().save_state()
        return None if state is None else (state, self._middle)

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self._renewal.stop()
        self._scope.cancel_all()
        super().leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self.bar.set_colours(colours)

    # --- private --------------------------------------------------------------------------------

    def _flag(self, code: str) -> str | None:
        return self.parts.images.flag_url(code) if self.parts.images is not None else None

    def _on_bar_changed(self, values: dict[str, str]) -> None:
        if not isinstance(self.place, ListPlace):
            return
        place = place_with(self.place.kind, {**valid_values(FILTERS, self.place), **values})
        if place != self.place:
            self.move_to(place)

    def _on_history_written(self, _differences: object) -> None:
        if self.isVisible() and self.list.model.loaded and not self._renewal.isActive():
            self._renewal.start()

    def _on_renewal_timeout(self) -> None:
        if self._middle is not None and self.parts.history is not None:
            self._scope.start(
                self._renew(self.parts.history, self._middle), key="renew", on_error=_ignore_damage
            )

    async def _renew(self, history: HistoryServices, middle: Middle) -> None:
        """Estimate the paces again, as more days may be known."""
        model, place = self.list.model, self.place
        before = model.loaded_rows()
        if not before:
            return
        rows, middle = await history.read(renewed, wanted_of(place), model.columns, before, middle)
        if self.place != place or self._middle is None:
            return
        changed = [
            row
            for row, old in zip(rows, sorted(before, key=_rank), strict=True)
            if row.item.pace != old.item.pace or row.item.passing != old.item.passing
        ]
        if changed:
            model.update_rows(changed)
            self._show_middle(middle)

    def _on_page_arrived(self, page: RowsPage) -> None:
        if not isinstance(page.extra, Middle):
            return
        self._show_middle(page.extra)
        if self._is_new:
            self._is_new = False
            index = next((n for n, row in enumerate(page.rows) if row.item.passing is None), 0)
            self.list.table.show_at_top(max(0, index - _ABOVE))

    def _show_middle(self, middle: Middle) -> None:
        self._middle = middle
        self.about.setText(middle.text)
        self.list.table.mark_row(middle.id)
        if self.place is not None:
            self.title_changed.emit(self.title_of(self.place))

    def _menu(self, wanted: Wanted, selection: RowSelection) -> QMenu:
        """Return the menu of the selected players: also the comparison with the one in between."""
        menu = ranking_menu(RankingsPlace(wanted.mode), selection)
        middle, links = self._middle, selection.links
        if middle is None or len(links) != 1 or not isinstance(links[0].place, UserPlace):
            return menu
        if links[0].place.user != middle.id:
            there = UserPlace(middle.id, wanted.mode, compare=links[0].place.user)
            label = tr("Compare with {name}").format(name=escaped(middle.name))
            add_action(menu, label, selection.open, there, "here")
        return menu


def _rank(row: Row[Neighbour]) -> int:
    return row.item.rank


def _ignore_damage(error: BaseException) -> None:
    """Leave the paces as they are where the history cannot be read."""
    if not isinstance(error, OSError):
        raise error


def _link(wanted: Wanted, item: Neighbour, _origin: str) -> RowLink | None:
    user = item.user
    if user is None or not user.id:
        return None
    return RowLink(UserPlace(user.id, wanted.mode), plain(user.username), country_of(user))


def _describe(wanted: Wanted, error: BaseException) -> Sentence:
    """Return the message for an error."""
    sentence = describe(error)
    mode = MODE_NAMES[wanted.mode]
    if isinstance(error, NoNeighbours):
        text = (
            tr("{name} has no rank in {mode}.").format(name=error.player, mode=mode)
            if error.rank is None
            else tr("{name} is #{rank}: osu! lists the ranks up to #10,000 only.").format(
                name=error.player, rank=numerals.whole(error.rank)
            )
        )
        return Sentence(text, tr("Choose another ruleset, or another player."), may_retry=False)
    if isinstance(error, LoginRequired):
        return Sentence(
            tr("Your neighbours are seen when you are signed in as a player."),
            tr("Or enter the name of a player."),
            may_retry=False,
            action="sign_in",
        )
    if isinstance(error, NotFound):
        name: Any = wanted.user
        return Sentence(tr("osu! knows no player {name}.").format(name=name), may_retry=False)
    return sentence
