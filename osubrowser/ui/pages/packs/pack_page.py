"""Page of one pack: header, and its beatmapsets as the listing shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from osubrowser.models.beatmaps.packs import PackInfo, load_set, page_of_sets
from osubrowser.services.places.places import ThingPlace, WebAddress
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe
from osubrowser.ui.lists.list_bar import ListBar
from osubrowser.ui.lists.list_controller import CARDS, ListState
from osubrowser.ui.lists.list_page import ListPage
from osubrowser.ui.lists.row_menu import row_menu
from osubrowser.ui.pages.packs.specs import pack_spec
from osubrowser.ui.style.theme import title_font
from osubrowser.ui.widgets.menus import add_action, copy_text, pop_up
from osubrowser.ui.widgets.plain_text import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.models.table.sources import RowsPage
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import ListSpec
    from osubrowser.ui.lists.row_menu import RowSelection
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_NAME_SIZE: Final = 22
_LOAD: Final = tr("Load difficulties")
_DIFFICULTIES: Final = "difficulties"


class PackHeader(QWidget):
    """Header of a `PackInfo`: name, facts, what is done and what is here, buttons.

    Args:
        bar: controls of the list below, at the right of the buttons.
        parent: the Qt parent.

    Attributes:
        difficulties: loads the difficulties of the sets, or stops that.
        download: opens the archive in the web browser.
        ids: opens the menu of the ids.
    """

    def __init__(self, bar: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(parent=self)
        self.name.setFont(title_font(_NAME_SIZE))
        self.name.setProperty("role", "title")
        self.about = ElidedLabel(parent=self)
        self.about.setProperty("role", "secondary")
        self.progress = QLabel(self)
        self.progress.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setProperty("role", "strong")
        self.difficulties = QPushButton(_LOAD, self)
        self.download = QPushButton(tr("Download"), self)
        self.download.setToolTip(tr("Open the archive in the web browser, which downloads it"))
        self.ids = QPushButton(tr("Ids"), self)
        self.ids.setToolTip(
            tr("Copy or save the ids of the beatmapsets, for programs that download them")
        )
        for button in (self.difficulties, self.download, self.ids):
            button.setAutoDefault(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.name, self.about):
            words.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.progress)
        buttons.addStretch(1)
        for widget in (self.difficulties, self.download, self.ids, bar):
            buttons.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(words)
        layout.addLayout(buttons)

    def show_info(self, info: PackInfo | None, tag: str, here: str) -> None:
        """Set the pack.

        Args:
            info: the pack; None while it is not loaded.
            tag: its tag.
            here: how many of its sets are on this computer; "" for unknown.
        """
        self.name.setText(
            info.name if info is not None else tr("Pack {tag}").format(tag=plain(tag, 40))
        )
        about = (info.about, info.rules) if info is not None else ()
        self.about.setText(" · ".join(filter(None, about)))
        parts = (info.passed, here) if info is not None else ()
        self.progress.setText(" · ".join(filter(None, parts)))
        self.download.setVisible(info is not None and bool(info.download))
        self.ids.setVisible(info is not None and bool(info.set_ids))


@dataclass(frozen=True, slots=True)
class PackState:
    """Saved state of a pack: its rows, and its header."""

    rows: ListState
    info: PackInfo | None
    sets: Sequence[Beatmapset]


class PackPage(ListPage):
    """Page of a `ThingPlace` of a pack.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        bar: the controls of the list.
        header: the name, facts and buttons above it.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._beatmaps = parts.beatmaps
        self._exports = TaskScope()  # exports continue after `leave`
        self._tag = ""
        self._info: PackInfo | None = None
        self._sets: list[Beatmapset] = []  # of `_info`, in their order
        self._scope = TaskScope()
        self.bar = ListBar(tr("Beatmaps"), (), "", self, has_cards=True)
        self.header = PackHeader(self.bar, self)
        self.list.set_view(CARDS)
        self.column.addWidget(self.header)
        self.column.addWidget(self.list.rows, 1)
        self._connect()
        self.set_colours(parts.colours)

    def _connect(self) -> None:
        rows, bar, header = self.list, self.bar, self.header
        rows.bind_filter(bar.filter)
        rows.bind_buttons(columns=bar.columns, export=bar.export, view=bar.view)
        rows.model.page_arrived.connect(self._on_page_arrived)
        header.difficulties.clicked.connect(self.toggle_difficulties)
        header.download.clicked.connect(self._download)
        header.ids.clicked.connect(self._show_ids)
        if self._beatmaps is not None:
            self._beatmaps.owned.changed.connect(self._show_header)

    def take_place(self, place: Place) -> Place | None:
        """Take the tag of a pack."""
        if not isinstance(place, ThingPlace):
            return None
        if place.key != self._tag:
            self._scope.cancel_all()
        self._tag = place.key
        return place

    def spec_of(self, place: Place) -> ListSpec:
        """Return the list of the sets of the pack."""
        return pack_spec(self._tag, self._menu)

    def title_of(self, place: Place) -> str:
        """Return the name of the pack; its tag until it is loaded."""
        return (
            self._info.name
            if self._info is not None
            else tr("Pack {tag}").format(tag=plain(self._tag, 40))
        )

    # --- requests of the window ---------------------------------------------------------------

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a pack, or restore it from `state`."""
        known = state if isinstance(state, PackState) else None
        if self.list.spec is not None and place == self.place and known is None:
            self.list.repeat_status()
            self.title_changed.emit(self.title_of(place))
        else:
            self._info = known.info if known is not None else None
            self._sets = list(known.sets) if known is not None else []
            super().show_place(place, known.rows if known is not None else None)
        self._show_header()

    def save_state(self) -> object | None:
        """Return the sets and the header; None without sets."""
        rows = super().save_state()
        if not isinstance(rows, ListState):
            return None
        return PackState(rows, self._info, tuple(self._sets))

    def landmark(self) -> tuple[Place, str] | None:
        """Return the pack, once it is loaded."""
        return None if self._info is None else (ThingPlace("pack", self._tag), self._info.name)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self.bar.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the sets."""
        self._scope.cancel_all()
        super().leave()
        self._info, self._sets = None, []

    # --- header -------------------------------------------------------------------------------

    def _on_page_arrived(self, page: RowsPage) -> None:
        if isinstance(page.extra, PackInfo):
            self._info = page.extra
            self._sets = [row.item for row in page.rows]
            self._scope.cancel_all()
            self._show_header()
            self.title_changed.emit(self._info.name)

    def _show_header(self) -> None:
        self.header.show_info(self._info, self._tag, self._here_text())
        self._show_difficulties()

    def _here_text(self) -> str:
        """Return how many of the sets are on this computer; "" without an installed osu!."""
        info, services = self._info, self._beatmaps
        if info is None or services is None or not services.owned.state.has_game:
            return ""
        count = services.owned.count_of(info.set_ids)
        return tr("{count} of {total} on this computer").format(
            count=numerals.whole(count), total=numerals.whole(len(info.set_ids))
        )

    # --- difficulties -------------------------------------------------------------------------

    def toggle_difficulties(self) -> None:
        """Load the difficulties of the sets, one set at a time, or stop that."""
        if self._scope.is_running(_DIFFICULTIES):
            self._scope.cancel_all()
        elif self._info is not None:
            loading = self._load_difficulties(self._info)
            task = self._scope.start(
                loading, key=_DIFFICULTIES, on_error=self._on_difficulties_failed
            )
            task.add_done_callback(self._on_difficulties_done)
        self._show_difficulties()

    async def _load_difficulties(self, info: PackInfo) -> None:
        loader, columns = self.list.loader, self.list.model.columns
        for place, one in enumerate(self._sets):
            if one.beatmaps is not None:
                continue
            whole = await loader.cached_or_fresh(load_set, one.id)
            # One that is gone has no difficulties: it is not asked for again.
            self._sets[place] = whole or replace(one, beatmaps=[])
            page = await loader.compute(page_of_sets, columns, tuple(self._sets), info)
            self.list.model.merge(page)
            self._show_difficulties(
                tr("Stop ({number} of {count})").format(
                    number=numerals.whole(place + 1), count=numerals.whole(len(self._sets))
                )
            )

    def _on_difficulties_done(self, _task: object) -> None:
        if isValid(self):  # a task can end after its page
            self._show_difficulties()

    def _on_difficulties_failed(self, error: BaseException) -> None:
        said = describe(error)
        self.message_requested.emit(
            "warning", tr("Not all difficulties were loaded. {text}").format(text=said.text)
        )

    def _show_difficulties(self, progress: str = "") -> None:
        button, count = self.header.difficulties, self._missing_difficulties
        is_running = self._scope.is_running(_DIFFICULTIES)
        button.setVisible(is_running or count > 0)
        button.setText((progress or tr("Stop")) if is_running else _LOAD)
        button.setToolTip(tr("osu! sends packs without them: this takes %n request(s)", "", count))

    @property
    def _missing_difficulties(self) -> int:
        """Number of loaded sets whose difficulties are not."""
        return sum(one.beatmaps is None for one in self._sets)

    def _download(self) -> None:
        if self._info is not None and self._info.download:
            self.open_requested.emit(WebAddress(self._info.download), "web")

    def _show_ids(self) -> None:
        menu = self._ids_menu()
        if menu is not None:
            pop_up(menu, self.header.ids.mapToGlobal(self.header.ids.rect().bottomLeft()))

    def _ids_menu(self) -> QMenu | None:
        """Return the menu of the ids of the sets."""
        from PySide6.QtWidgets import QMenu

        info, services = self._info, self._beatmaps
        if info is None:
            return None
        menu = QMenu(self)
        count = len(info.set_ids)
        add_action(
            menu,
            tr("Copy all %n ids", "", count),
            self._copy_ids,
            info.set_ids,
        )
        add_action(
            menu,
            tr("Save all %n ids …", "", count),
            self._save_ids,
            info.set_ids,
        )
        if services is not None and services.owned.state.has_game:
            missing = [one for one in info.set_ids if not services.owned.has_set(one)]
            label = tr("Copy the %n ids that are not on this computer", "", len(missing))
            menu.addSeparator()
            add_action(menu, label, self._copy_ids, missing).setEnabled(bool(missing))
            add_action(menu, tr("Save them …"), self._save_ids, missing).setEnabled(bool(missing))
        return menu

    def _save_ids(self, ids: Sequence[int]) -> None:
        """Write ids to a file that is chosen in a dialog."""
        from osubrowser.ui.lists.export import ExportedIds, TableExport

        export = TableExport(
            self,
            self.parts.calls,
            self._exports,
            self.parts.settings,
            self.message_requested.emit,
        )
        export.start(f"osu-pack-{self._tag}-ids", ExportedIds(tuple(ids)), None)

    def _copy_ids(self, ids: Sequence[int]) -> None:
        copy_text("\n".join(map(str, ids)))
        self.message_requested.emit("good", tr("Copied %n id(s) of beatmapsets.", "", len(ids)))

    # --- sets ---------------------------------------------------------------------------------

    def _menu(self, selection: RowSelection) -> QMenu:
        """Return the context menu of selected sets."""
        menu = row_menu(selection)
        ids = [row.item.id for row in selection.rows]
        menu.addSeparator()
        if len(ids) == 1:
            there = WebAddress(f"osu://s/{ids[0]}")
            add_action(menu, tr("Download in &osu!"), self.open_requested.emit, there, "web")
        add_action(menu, tr("Copy &id") if len(ids) == 1 else tr("Copy &ids"), self._copy_ids, ids)
        return menu
