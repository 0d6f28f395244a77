"""What the cards of beatmapsets show besides their rows: marks, and the state of the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.beatmaps.columns import artist_of, title_of
from osubrowser.services.beatmaps.marks import Mark
from osubrowser.ui.cards.card_layout import CardMarks, PreviewState

if TYPE_CHECKING:
    from collections.abc import Hashable

    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.services.audio.previews import PreviewPlayer
    from osubrowser.services.beatmap_services import BeatmapServices

_NO_MARKS = CardMarks()


def marks_of(beatmapset: Beatmapset | None, services: BeatmapServices) -> CardMarks:
    """Return the marks of a beatmapset, from what is in RAM."""
    if beatmapset is None:
        return _NO_MARKS
    marks = services.marks.state(beatmapset.id)
    return CardMarks(
        is_owned=services.owned.owns(beatmapset),
        is_liked=Mark.LIKED in marks,
        is_seen=Mark.SEEN in marks,
        is_hidden=Mark.HIDDEN in marks,
    )


def preview_state(key: Hashable | None, player: PreviewPlayer) -> PreviewState | None:
    """Return the state of the preview with a key; None for a stopped one."""
    if key is None or player.key != key:
        return None
    return PreviewState(player.state.value == "playing", player.fraction)


def toggle_preview(beatmapset: Beatmapset, player: PreviewPlayer, *, original: bool) -> None:
    """Play the preview of a beatmapset, or stop it.

    Args:
        beatmapset: the set, whose id is the key of its preview.
        player: the player of previews.
        original: name the song by its original title, not by the romanised one.
    """
    artist = artist_of(beatmapset, original=original)
    title = title_of(beatmapset, original=original)
    player.toggle(beatmapset.preview_url, beatmapset.id, f"{artist} - {title}" if artist else title)
