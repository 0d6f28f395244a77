"""Beatmaps that exist in every world: examples in documentation and other programs name them."""

from __future__ import annotations

from osubrowser.demo.world.beatmaps.difficulties import FIRST_ID, ID_STEP
from osubrowser.demo.world.beatmaps.songs import Song

FIRST_SET, SET_STEP = 310, 119
"""Where the ids of beatmapsets begin, and how many ids each has for itself."""

_BEATMAPS = (221777, 1776628, 1981090)
_BIG_BLACK = 41823

BEATMAPS = {(id - FIRST_ID) // ID_STEP: id for id in _BEATMAPS}
"""The fixed id of the first difficulty, by the number of its set."""

SETS = {(_BIG_BLACK - FIRST_SET) // SET_STEP: _BIG_BLACK}
"""The fixed id of a set, by its number."""

SONGS = {
    number: Song(
        artist="The Quick Brown Fox",
        artist_unicode="The Quick Brown Fox",
        title="The Big Black",
        title_unicode="The Big Black",
        bpm=360.3,
        length=138,
        genre=10,
        language=5,
        source="",
        tags="speedcore hardcore electronic instrumental collab",
    )
    for number in SETS
}
"""The fixed song of a set, by its number."""

NUMBERS = (*BEATMAPS, *SETS)
"""The numbers of all such sets: ranked osu! sets, whatever else is drawn."""
