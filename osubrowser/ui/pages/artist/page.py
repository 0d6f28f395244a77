"""Page of one featured artist: name, figures, links, and tracks by album."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from osubrowser.api.errors import NotFound
from osubrowser.models.artists import tracks
from osubrowser.models.artists.artists import FeaturedArtist, load_artist
from osubrowser.services.places.places import ListPlace, ThingPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.cards.card_layout import TRACK_CARD
from osubrowser.ui.error_messages import describe
from osubrowser.ui.lists.list_bar import ListBar
from osubrowser.ui.lists.list_controller import CARDS, EmptyText, ListSpec, ListState
from osubrowser.ui.lists.list_page import ListPage
from osubrowser.ui.lists.track_list import track_link, track_menu, track_preview
from osubrowser.ui.style.theme import title_font
from osubrowser.ui.widgets.plain_text import ElidedLabel

if TYPE_CHECKING:
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource, RowsPage
    from osubrowser.services.places.places import Place
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_NAME_SIZE: Final = 22
_ALL: Final = "all"


class ArtistHeader(QWidget):
    """Header of an artist: name, figures, and buttons.

    Args:
        bar: controls of the list below, at the right of the buttons.
        parent: the Qt parent.

    Attributes:
        beatmaps: opens the beatmaps with this artist.
        artists: opens the list of all artists.
    """

    def __init__(self, bar: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(parent=self)
        self.name.setFont(title_font(_NAME_SIZE))
        self.name.setProperty("role", "title")
        self.about = ElidedLabel(parent=self)
        self.about.setProperty("role", "secondary")
        self.beatmaps = QPushButton(tr("Beatmaps"), self)
        self.beatmaps.setToolTip(tr("Search the beatmaps with songs of this artist"))
        self.artists = QPushButton(tr("All artists"), self)
        self.artists.setToolTip(tr("Open the list of featured artists"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.beatmaps, self.artists):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addWidget(bar, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.name)
        layout.addWidget(self.about)
        layout.addSpacing(4)
        layout.addLayout(row)

    def show_artist(self, artist: FeaturedArtist | None, key: str) -> None:
        """Set the artist; None while the tracks are not loaded, with the id as `key`."""
        self.name.setText(artist.name if artist is not None else tr("Artist {id}").format(id=key))
        self.about.setText(artist.about if artist is not None else "")


@dataclass(frozen=True, slots=True)
class ArtistState:
    """Saved state of an artist: tracks, and header."""

    rows: ListState
    artist: FeaturedArtist | None


class ArtistPage(ListPage):
    """Page of a `ThingPlace` of a featured artist.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._artist: FeaturedArtist | None = None
        self.bar = ListBar(tr("Tracks"), (), "", self, has_cards=True)
        self.header = ArtistHeader(self.bar, self)
        self.list.set_view(CARDS)
        self.column.addWidget(self.header)
        self.column.addWidget(self.list.rows, 1)
        self.list.bind_filter(self.bar.filter)
        self.list.bind_buttons(columns=self.bar.columns, export=self.bar.export, view=self.bar.view)
        self.list.model.page_arrived.connect(self._on_page_arrived)
        self.header.beatmaps.clicked.connect(self._open_beatmaps)
        self.header.artists.clicked.connect(lambda: self.act(_ALL))
        self.set_colours(parts.colours)

    # --- requests of the window ---------------------------------------------------------------

    def show_place(self, place: Place, state: object | None) -> None:
        """Show an artist, or restore it from `state`."""
        known = state if isinstance(state, ArtistState) else None
        if isinstance(place, ThingPlace):
            if known is not None:
                self._artist = known.artist
            elif self._artist is None or str(self._artist.id) != place.key:
                self._artist = None
        super().show_place(place, known.rows if known is not None else None)

    def take_place(self, place: Place) -> Place | None:
        """Show the header of an artist."""
        if not isinstance(place, ThingPlace):
            return None
        self.header.show_artist(self._artist, place.key)
        return ThingPlace("artist", place.key)

    def spec_of(self, place: Place) -> ListSpec:
        """Return the tracks of an artist."""
        key = place.key if isinstance(place, ThingPlace) else ""
        return artist_spec(int(key) if key.isdecimal() else 0, self.parts)

    def title_of(self, place: Place) -> str:
        """Return the name of an artist."""
        if self._artist is not None:
            return self._artist.name
        return tr("Artist {id}").format(id=place.key) if isinstance(place, ThingPlace) else ""

    def save_state(self) -> object | None:
        """Return the tracks and the header; None without tracks."""
        rows = super().save_state()
        return ArtistState(rows, self._artist) if isinstance(rows, ListState) else None

    def landmark(self) -> tuple[Place, str] | None:
        """Return the artist, once the tracks are loaded."""
        return super().landmark() if self._artist is not None else None

    def act(self, key: str) -> None:
        """Open the list of all artists."""
        if key == _ALL:
            self.open_requested.emit(ListPlace("artists"), "here")

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self.bar.set_colours(colours)

    # --- slots --------------------------------------------------------------------------------

    def _on_page_arrived(self, page: RowsPage) -> None:
        if isinstance(page.extra, FeaturedArtist) and isinstance(self.place, ThingPlace):
            self._artist = page.extra
            self.header.show_artist(self._artist, self.place.key)
            self.title_changed.emit(self._artist.name)

    def _open_beatmaps(self) -> None:
        if isinstance(self.place, ThingPlace) and self.place.key.isdecimal():
            self.open_requested.emit(tracks.beatmaps_of_artist(int(self.place.key)), "here")


def artist_spec(artist_id: int, parts: SectionParts) -> ListSpec:
    """Return the list of all tracks of an artist.

    Args:
        artist_id: id of the artist.
        parts: services of the menu.
    """

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(load_artist, artist_id, columns)

    return ListSpec(
        key=f"artist/{artist_id}",
        title=tr("Tracks of the artist"),
        columns=lambda _original: tracks.track_columns(),
        source=source,
        record=tracks.track_record,
        file_stem=f"osu-artist-{artist_id}",
        empty=EmptyText(tr("This artist has no tracks."), action=(_ALL, tr("All artists"))),
        link=track_link,
        menu=partial(track_menu, parts),
        describe=partial(_describe, artist_id),
        columns_key="artist",
        cards=TRACK_CARD,
        preview=track_preview,
    )


def _describe(artist_id: int, error: BaseException) -> Sentence:
    sentence = describe(error)
    if isinstance(error, NotFound):
        text = tr("No tracks of the artist {id} were found.").format(id=artist_id)
        hint = tr("osu! finds tracks by name only, and no beatmap or new track tells this one's.")
        all_artists = (_ALL, tr("All artists"))
        return replace(sentence, text=text, hint=hint, may_retry=False, button=all_artists)
    return sentence
