"""Sentences of changes: every kind has one, whatever its data, and a place that it leads to."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.models.following.kinds import AS_KIND, CHANGES, KINDS
from osubrowser.models.following.texts import place_of, sentence
from osubrowser.services.history.changes import Change, ChangeKind
from osubrowser.services.history.follow_rows import Follow
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.places.places import (
    BeatmapPlace,
    BeatmapsetPlace,
    Place,
    RankingsPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
)

PLAYER = Follow(FollowKind.PLAYER, "/users/2", "peppy", id=1)
SET = Follow(FollowKind.BEATMAPSET, "/beatmapsets/3", "A - B", id=2)
TEAM = Follow(FollowKind.TEAM, "/teams/7", "Team", id=3)
RANKING = Follow(FollowKind.RANKING, "/rankings/osu/performance?page=2", "Ranking", id=4)
PLAY = {
    "ruleset": "osu",
    "score": 11,
    "beatmap": 5,
    "beatmapset": 4,
    "artist": "Artist",
    "title": "Title",
    "artist_unicode": "作者",
    "title_unicode": "題名",
    "version": "Insane",
    "mods": ["HD", "DT"],
    "pp": 512.3,
    "accuracy": 0.9876,
    "position": 3,
    "brought": 12.5,
}


def change(kind: ChangeKind, data: dict[str, Any]) -> Change:
    return Change(1, 1, 1_700_000_000, kind, data, is_read=False)


@pytest.mark.parametrize(
    ("kind", "data", "parts"),
    [
        (
            ChangeKind.RANK,
            {
                "ruleset": "taiko",
                "rank_before": 1234,
                "rank_after": 1200,
                "country_before": 12,
                "country_after": 11,
                "pp_before": 9000.0,
                "pp_after": 9012.3,
                "plays": 1204,
            },
            ("Up 34", "#1,200", "#12 to #11", "+12.30 pp", "1,204", "osu!taiko"),
        ),
        (ChangeKind.RANK, {"rank_before": 0, "rank_after": 9}, ("A rank again: #9",)),
        (ChangeKind.RANK, {"rank_before": 9, "rank_after": 0}, ("No rank any more; it was #9",)),
        (ChangeKind.RANK, {"rank_before": 5, "rank_after": 9}, ("Down 4", "#9")),
        (
            ChangeKind.PASSED,
            {"passer": {"name": "a"}, "passed": {"name": "b"}, "is_me": "passed", "rank": 8},
            ("a passed you", "#8"),
        ),
        (
            ChangeKind.NEW_PLAY,
            PLAY,
            ("no. 3: Artist - Title [Insane] +HDDT", "512.30 pp", "98.76%", "+12.50 pp"),
        ),
        (ChangeKind.LOST_PLAY, PLAY | {"reason": "fell"}, ("Fell out of the best plays: Artist",)),
        (
            ChangeKind.FIRST_WON,
            {"is_board": True, "player": {"name": "x"}, "before": {"name": "y"}, "pp": 700.5},
            ("x has the first place now, which y had", "700.50 pp"),
        ),
        (
            ChangeKind.STATUS,
            {"title": "A - B", "before": "pending", "after": "ranked"},
            ("A - B: pending, now ranked",),
        ),
        (
            ChangeKind.COMMENT,
            {"count": 1, "newest": {"name": None, "text": "nice {map}"}},
            ("somebody: “nice {map}”",),
        ),
        (
            ChangeKind.MEMBERS,
            {"joined": [{"name": str(n)} for n in range(5)], "left": [{"name": "z"}]},
            ("Joined: 0, 1, 2 and 2 more", "Left: z"),
        ),
        (
            ChangeKind.RANKING,
            {"risers": [{"name": "a", "before": 5, "after": 3}], "new": [{"code": "JP"}]},
            ("Risen: a #5 to #3", "New: JP"),
        ),
    ],
)
def test_a_change_is_said_in_one_line(
    kind: ChangeKind, data: dict[str, Any], parts: tuple[str, ...]
) -> None:
    text = sentence(change(kind, data))
    assert [part for part in parts if part not in text] == [], text
    assert "\n" not in text


def test_titles_are_original_where_the_settings_say_so() -> None:
    assert "作者 - 題名 [Insane]" in sentence(change(ChangeKind.NEW_PLAY, PLAY), original=True)


def test_every_kind_has_names_and_a_sentence_without_any_data() -> None:
    assert set(CHANGES) == {str(kind) for kind in ChangeKind}
    assert set(KINDS) == set(AS_KIND) == {str(kind) for kind in FollowKind}
    assert all(sentence(change(kind, {})) for kind in ChangeKind)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "name", "text", "before", "title"]), inner)
    ),
    max_leaves=6,
)
NAMES = (*PLAY, "rank_before", "rank_after", "results", "newest", "risers", "joined", "count")


@given(st.sampled_from(list(ChangeKind)), st.dictionaries(st.sampled_from(NAMES), values))
def test_no_data_of_a_file_breaks_a_sentence_or_a_place(
    kind: ChangeKind, data: dict[str, Any]
) -> None:
    one = change(kind, data)
    assert isinstance(sentence(one), str)
    for follow in (PLAYER, SET, TEAM, RANKING, None):
        place_of(one, follow)


@pytest.mark.parametrize(
    ("kind", "data", "follow", "place"),
    [
        (ChangeKind.NEW_PLAY, PLAY, PLAYER, ScorePlace(11)),
        (ChangeKind.RANK, {"ruleset": "mania"}, PLAYER, UserPlace(2, "mania")),
        (ChangeKind.MEDAL, {"medal": 3}, PLAYER, UserPlace(2, section="medals")),
        (ChangeKind.FIRST_LOST, {"beatmap": 5, "mode": "taiko"}, PLAYER, BeatmapPlace(5, "taiko")),
        (ChangeKind.UPLOAD, {"beatmapset": 9}, PLAYER, BeatmapsetPlace(9)),
        (
            ChangeKind.COMMENT,
            {"newest": {"id": 77}},
            SET,
            BeatmapsetPlace(3, section="comments", at=77),
        ),
        (ChangeKind.MEMBERS, {}, TEAM, ThingPlace("team", "7", section="members")),
        (ChangeKind.NEW_RESULT, {"results": [{"id": 8}]}, None, BeatmapsetPlace(8)),
        (
            ChangeKind.RANKING,
            {"since": 1_700_000_000 - 86_400},
            RANKING,
            RankingsPlace(page=2, compare="2023-11-13"),
        ),
        (ChangeKind.RANKING, {"since": 1_700_000_000 - 60}, RANKING, RankingsPlace(page=2)),
        (ChangeKind.RANKING, {"since": -5}, RANKING, RankingsPlace(page=2)),
        (ChangeKind.GONE, {}, SET, BeatmapsetPlace(3)),
        (ChangeKind.GONE, {}, None, None),
    ],
)
def test_a_change_leads_to_where_it_is_seen(
    kind: ChangeKind, data: dict[str, Any], follow: Follow | None, place: Place | None
) -> None:
    assert place_of(change(kind, data), follow) == place
