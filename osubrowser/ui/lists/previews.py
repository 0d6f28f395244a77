"""Previews of the rows of a list: what is played, and its state in a card."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.ui.cards.card_layout import PreviewState

if TYPE_CHECKING:
    from osubrowser.services.audio.previews import PreviewPlayer


class Preview(NamedTuple):
    """Preview of a song.

    Attributes:
        key: identity, which the same song has in each list: the id of its beatmapset.
        url: URL as the API sends it.
        title: name of the song, as plain text.
    """

    key: Hashable
    url: str
    title: str = ""


def state_of(preview: Preview, player: PreviewPlayer) -> PreviewState | None:
    """Return the state of a preview in a card; None for a stopped one."""
    if player.key != preview.key:
        return None
    return PreviewState(player.state_of(preview.key).value == "playing", player.fraction)
