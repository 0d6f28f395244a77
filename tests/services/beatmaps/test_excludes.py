"""Permanent excludes: by tag, genre, language and mapper."""

from __future__ import annotations

import pytest

from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.services.beatmaps.excludes import Excludes

SET = Beatmapset(
    id=1,
    creator="Sotarks",
    user_id=4452992,
    genre_id=3,
    language_id=2,
    tags="Anime ラブライブ love live opening featured artist",
)


@pytest.mark.parametrize(
    ("excludes", "reason"),
    [
        (Excludes(), ""),
        (Excludes.of(tags=["ANIME"]), "tag"),
        (Excludes.of(tags=["らぶらいぶ"]), "tag"),
        (Excludes.of(tags=["  love   LIVE "]), "tag"),
        (Excludes.of(tags=["ani", "live love", " ", "art"]), ""),
        (Excludes.of(genres=[3]), "genre"),
        (Excludes.of(genres=[2], languages=[1, 3]), ""),
        (Excludes.of(languages=[2]), "language"),
        (Excludes.of(mappers=["sotarks"]), "mapper"),
        (Excludes.of(mappers=["4452992"]), "mapper"),
        (Excludes.of(mappers=["Sotark", "44529", ""]), ""),
    ],
)
def test_a_set_is_hidden_by_what_is_excluded(excludes: Excludes, reason: str) -> None:
    assert excludes.hides(SET) == reason


def test_what_is_not_known_of_a_set_hides_it_by_nothing() -> None:
    everything = Excludes.of(tags=["a"], genres=[0, 1], languages=[0], mappers=["x"])
    assert everything.hides(Beatmapset(id=2)) == ""
    assert everything
    assert not Excludes.of(tags=[" "])
