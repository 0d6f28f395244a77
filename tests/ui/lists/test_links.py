"""Where rows of beatmaps and scores lead, beside what they are about."""

from __future__ import annotations

from osubrowser.api.entities.beatmaps import Beatmapset, BeatmapsetCompact
from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    UserPlace,
)
from osubrowser.ui.lists.beatmap_links import leaderboard_of, mapper_of, of_beatmapset, songs_of


def a_set(artist: str = "Camellia", user_id: int = 7) -> Beatmapset:
    return Beatmapset(id=3, artist=artist, title="Ghost", creator="mapper", user_id=user_id)


def test_a_set_leads_to_its_mapper_sections_and_artist() -> None:
    link = of_beatmapset(a_set(), mode="taiko")
    assert [place for _, place in link.more] == [
        UserPlace(7),
        BeatmapsetPlace(3, mode="taiko", section="scores"),
        BeatmapsetPlace(3, mode="taiko", section="discussion"),
        BeatmapsetPlace(3, mode="taiko", section="comments"),
        BeatmapsPlace((("q", 'artist="Camellia"'), ("s", "any"))),
    ]


def test_what_is_not_known_leads_nowhere() -> None:
    assert mapper_of(None) == songs_of(None) == leaderboard_of(None) == ()
    assert mapper_of(a_set(user_id=0)) == ()
    assert songs_of(a_set(artist=' \u202e"evil" ')) == ()
    assert leaderboard_of(UserPlace(2)) == ()
    assert leaderboard_of(BeatmapPlace(5))[0][1] == BeatmapPlace(5, section="scores")
    assert isinstance(a_set(), BeatmapsetCompact)
