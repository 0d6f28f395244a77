"""What is done with rows of the beatmap listing: marks, excludes, the game, and their menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from osubrowser.models.beatmaps.listing_query import GENRE_NAMES, LANGUAGE_NAMES, ListingQuery
from osubrowser.models.beatmaps.local_filters import set_of
from osubrowser.services.beatmaps.marks import Mark
from osubrowser.services.places.places import BeatmapsetPlace, UserPlace, WebAddress
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import in_menu
from osubrowser.ui.pages.beatmaps.keys import HIDE_KEY, LIKE_KEY, PLAY_KEY, SEEN_KEY
from osubrowser.ui.widgets.menus import add_action, copy_text, escaped

if TYPE_CHECKING:
    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.models.table.column import Row
    from osubrowser.services.beatmap_services import BeatmapServices
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.ui.lists.list_controller import ListController
    from osubrowser.ui.lists.row_menu import RowSelection

_MOST_OPENED: Final = 20
"""Sets that are handed to the game at once."""
_MOST_TAGS: Final = 40
"""Tags of a set in a menu."""


def _marked(mark: Mark, is_on: bool, name: str) -> str:
    """Return the message for a mark that one set got or lost."""
    text = {
        (Mark.SEEN, True): tr("{name} is marked as seen."),
        (Mark.SEEN, False): tr("{name} is no longer marked as seen."),
        (Mark.LIKED, True): tr("{name} is marked as liked."),
        (Mark.LIKED, False): tr("{name} is no longer marked as liked."),
        (Mark.HIDDEN, True): tr("{name} is hidden."),
        (Mark.HIDDEN, False): tr("{name} is shown again."),
    }[mark, is_on]
    return text.format(name=name)


def _all_marked(mark: Mark, is_on: bool, count: int) -> str:
    """Return the message for a mark that several sets got or lost."""
    match mark, is_on:
        case Mark.SEEN, True:
            return tr("%n beatmap(s) are marked as seen.", "", count)
        case Mark.SEEN, False:
            return tr("%n beatmap(s) are no longer marked as seen.", "", count)
        case Mark.LIKED, True:
            return tr("%n beatmap(s) are marked as liked.", "", count)
        case Mark.LIKED, False:
            return tr("%n beatmap(s) are no longer marked as liked.", "", count)
        case Mark.HIDDEN, True:
            return tr("%n beatmap(s) are hidden.", "", count)
    return tr("%n beatmap(s) are shown again.", "", count)


class ListingActions(QObject):
    """Actions of the rows of the listing.

    Args:
        rows: the controller of the rows.
        beatmaps: marks, and what is on this computer.
        preferences: has the permanent excludes.
        parent: the Qt parent.

    Attributes:
        message_requested, open_requested: as of `Page`.
        query_requested: `ListingQuery`: search for the beatmaps of a mapper.
    """

    message_requested = Signal(str, str)
    open_requested = Signal(object, str)
    query_requested = Signal(object)

    def __init__(
        self,
        rows: ListController,
        beatmaps: BeatmapServices,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._list = rows
        self._beatmaps = beatmaps
        self._preferences = preferences

    def selected_sets(self) -> list[Beatmapset]:
        """Return the sets of the selected rows, each once; the current one if none is selected."""
        rows = self._list.table.selected_rows()
        if not rows:
            current = self._list.model.row_at(self._list.table.currentIndex().row())
            rows = [current] if current is not None else []
        return _sets(rows)

    # --- actions --------------------------------------------------------------------------------

    def toggle_mark(self, mark: Mark) -> None:
        """Mark the selected sets, or remove the mark where all have it."""
        sets = self.selected_sets()
        if not sets:
            self.message_requested.emit("info", tr("Choose a beatmap to mark it."))
            return
        self._mark(sets, mark)

    def open_in_game(self) -> None:
        """Open the selected sets, or difficulties, in the installed osu!."""
        rows = self._list.table.selected_rows()
        sets = self.selected_sets()
        if not sets:
            self.message_requested.emit("info", tr("Choose a beatmap to open it in osu!."))
            return
        if len(sets) > _MOST_OPENED:
            text = tr("At most {most} beatmaps are opened in osu! at once.").format(
                most=_MOST_OPENED
            )
            self.message_requested.emit("info", text)
            return
        link = self._list.spec.link(rows[0].item, "") if self._list.spec and rows else None
        place = link.place if link is not None and len(rows) == 1 else None
        if isinstance(place, BeatmapsetPlace) and place.beatmap is not None:
            self.open_requested.emit(WebAddress(f"osu://b/{place.beatmap}"), "web")
            return
        for one in sets:
            self.open_requested.emit(WebAddress(f"osu://s/{one.id}"), "web")

    def exclude(self, kind: str, value: int | str) -> None:
        """Add a permanent exclude; `kind` is the name of a setting without `excluded_`."""
        name = f"excluded_{kind}"
        before: list[int | str] = list(getattr(self._preferences.settings, name))
        if value not in before:
            try:
                self._preferences.set(name, [*before, value])
            except ValueError:
                self.message_requested.emit("warning", tr("There is no room for more excludes."))

    def remove_exclude(self, kind: str, value: int | str) -> None:
        """Remove a permanent exclude."""
        name = f"excluded_{kind}"
        left = [one for one in getattr(self._preferences.settings, name) if one != value]
        self._preferences.set(name, left)

    def _mark(self, sets: Sequence[Beatmapset], mark: Mark) -> None:
        is_on = self._beatmaps.marks.toggle([one.id for one in sets], mark)
        if len(sets) == 1:
            text = _marked(mark, is_on, _name(sets[0]))
        else:
            text = _all_marked(mark, is_on, len(sets))
        self.message_requested.emit("info", text)

    # --- menus ----------------------------------------------------------------------------------

    def menu(self, selection: RowSelection) -> QMenu:
        """Return the context menu of selected rows."""
        from osubrowser.ui.lists.row_menu import row_menu

        menu = row_menu(selection)
        sets = _sets(selection.rows)
        menu.addSeparator()
        game = in_menu(tr("Open in &osu!"), PLAY_KEY, selection.parent)
        add_action(menu, game, self.open_in_game)
        ids = "\n".join(str(one.id) for one in sets)
        add_action(menu, tr("Copy &id") if len(sets) == 1 else tr("Copy &ids"), copy_text, ids)
        menu.addSeparator()
        self._add_marks(menu, sets, selection)
        if len(sets) == 1:
            menu.addSeparator()
            self._add_mapper(menu, sets[0], selection)
            self._add_excludes(menu, sets[0])
        owned = self._beatmaps.owned.count_of(one.id for one in sets)
        if owned:
            menu.addSeparator()
            said = (
                tr("It is on this computer")
                if len(sets) == 1
                else tr("%n on this computer", "", owned)
            )
            menu.addAction(said).setEnabled(False)
        return menu

    def _add_marks(self, menu: QMenu, sets: Sequence[Beatmapset], selection: RowSelection) -> None:
        for mark, label, key in (
            (Mark.SEEN, tr("&Seen"), SEEN_KEY),
            (Mark.LIKED, tr("&Liked"), LIKE_KEY),
            (Mark.HIDDEN, tr("&Hidden"), HIDE_KEY),
        ):
            words = in_menu(label, key, selection.parent)
            action = add_action(menu, words, self._mark, sets, mark)
            action.setCheckable(True)
            action.setChecked(all(self._beatmaps.marks.has(one.id, mark) for one in sets))

    def _add_mapper(self, menu: QMenu, beatmapset: Beatmapset, selection: RowSelection) -> None:
        name = plain(beatmapset.creator, 60)
        if not name:
            return
        query = replace(ListingQuery(category="any")).with_text("creator", beatmapset.creator)
        add_action(
            menu,
            tr("Beatmaps of {player}").format(player=escaped(name)),
            self.query_requested.emit,
            query,
        )
        if beatmapset.user_id > 0:
            there = UserPlace(beatmapset.user_id)
            label = selection.open_label(
                tr("Profile of {player}").format(player=escaped(name)), there
            )
            add_action(menu, label, selection.open, there, "here")

    def _add_excludes(self, menu: QMenu, beatmapset: Beatmapset) -> None:
        """Add a submenu that excludes the mapper, genre, language or a tag for good."""
        never = menu.addMenu(tr("&Never show …"))
        name = plain(beatmapset.creator, 60)
        if name:
            add_action(
                never,
                tr("Beatmaps of {player}").format(player=escaped(name)),
                self.exclude,
                "mappers",
                name,
            )
        genre, language = beatmapset.genre_id, beatmapset.language_id
        if genre in GENRE_NAMES:
            label = tr("Genre: {name}").format(name=GENRE_NAMES[genre])
            add_action(never, label, self.exclude, "genres", genre)
        if language in LANGUAGE_NAMES:
            label = tr("Language: {name}").format(name=LANGUAGE_NAMES[language])
            add_action(never, label, self.exclude, "languages", language)
        tags = list(dict.fromkeys((beatmapset.tags or "").split()))[:_MOST_TAGS]
        if tags:
            words = never.addMenu(tr("A tag"))
            for tag in tags:
                add_action(words, escaped(plain(tag, 60)), self.exclude, "tags", plain(tag, 60))

    def excludes_menu(self, parent: Any) -> QMenu:  # noqa: ANN401 - the widget of the menu
        """Return the menu of all permanent excludes; choosing one removes it."""
        menu = QMenu(parent)
        settings = self._preferences.settings
        found: list[tuple[str, str, int | str]] = []
        found += [
            ("mappers", tr("Mapper: {name}").format(name=one), one)
            for one in settings.excluded_mappers
        ]
        found += [
            ("tags", tr("Tag: {name}").format(name=one), one) for one in settings.excluded_tags
        ]
        for one in settings.excluded_genres:
            found.append(
                ("genres", tr("Genre: {name}").format(name=GENRE_NAMES.get(one, one)), one)
            )
        for one in settings.excluded_languages:
            found.append(
                ("languages", tr("Language: {name}").format(name=LANGUAGE_NAMES.get(one, one)), one)
            )
        for kind, label, value in found:
            shown = escaped(plain(tr("Show again: {label}").format(label=label), 80))
            add_action(menu, shown, self.remove_exclude, kind, value)
        return menu


def _sets(rows: Sequence[Row[Any]]) -> list[Beatmapset]:
    return list({one.id: one for one in (set_of(row.item) for row in rows)}.values())


def _name(beatmapset: Beatmapset) -> str:
    return plain(beatmapset.title or beatmapset.title_unicode or "", 60) or tr("The beatmap")
