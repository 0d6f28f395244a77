"""Links, menu and preview sounds of lists of featured artists' tracks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from osubrowser.models.artists import tracks
from osubrowser.services.places.places import ThingPlace, WebAddress
from osubrowser.services.richtext.links import link
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import Preview
from osubrowser.ui.lists.row_links import RowLink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from osubrowser.api.entities.artists import ArtistTrack
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.row_menu import RowSelection
    from osubrowser.ui.sections.host import SectionParts


def track_link(track: ArtistTrack, origin: str) -> RowLink:
    """Return the beatmaps of a track, those of its artist, and the artist.

    Args:
        track: the track.
        origin: `https://host` of the server.
    """
    more: list[tuple[str, Place]] = []
    artist = tracks.artist_id_of(track)
    if artist is not None:
        name = tracks.track_artist(track) or tr("artist")
        more += [
            (tr("Open {name}").format(name=name), ThingPlace("artist", str(artist))),
            (tr("Beatmaps with {name}").format(name=name), tracks.beatmaps_of_artist(artist)),
            (tr("Open artist"), WebAddress(f"{origin}/beatmaps/artists/{artist}")),
        ]
    template = link(track.osz or "", origin)
    if template is not None:
        more.append((tr("Download map template"), WebAddress(template)))
    return RowLink(tracks.beatmaps_of_track(track), tracks.track_title(track), more=tuple(more))


def track_preview(track: ArtistTrack) -> Preview | None:
    """Return the preview sound of a track; None for one without."""
    if not track.preview:
        return None
    artist, title = tracks.track_artist(track), tracks.track_title(track)
    name = f"{artist} - {title}" if artist else title
    return Preview(track.preview, ("track", track.id), name)


def track_menu(parts: SectionParts, selection: RowSelection) -> QMenu:
    """Return the menu of selected tracks: the default one, and the preview of a single track."""
    from osubrowser.ui.lists.row_menu import row_menu
    from osubrowser.ui.widgets.menus import add_action

    menu = row_menu(selection)
    preview = track_preview(selection.rows[0].item) if len(selection.rows) == 1 else None
    if preview is not None and parts.beatmaps is not None:
        player = parts.beatmaps.previews
        menu.addSeparator()
        label = tr("Stop &preview") if player.key == preview.key else tr("Play &preview")
        add_action(menu, label, partial(player.toggle, *preview))
    return menu
