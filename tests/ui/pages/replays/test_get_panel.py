"""Texts of the panel that gets replays: links of beatmaps, and sentences about what was found."""

from __future__ import annotations

import pytest

from osubrowser.services.downloads.entries import ReplayDetails, ReplayTarget, WantedReplay
from osubrowser.ui.pages.replays.get_panel import beatmap_of, found_text

ORIGINS = ("https://osu.ppy.sh", "http://127.0.0.1:8080")


def wanted(number: int, has_replay: bool | None = True, *, known: bool = True) -> WantedReplay:
    details = ReplayDetails("Player", "A - T [D]", "HD", "osu", has_replay=has_replay)
    return WantedReplay(ReplayTarget(score_id=number), details if known else None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("129891", 129891),
        (" #129891 ", 129891),
        ("https://osu.ppy.sh/beatmapsets/39804#osu/129891", 129891),
        ("https://osu.ppy.sh/b/129891", 129891),
        ("osu.ppy.sh/beatmaps/129891", 129891),
        ("http://127.0.0.1:8080/beatmaps/129891", 129891),
        ("https://osu.ppy.sh/beatmapsets/39804", None),
        ("https://example.org/beatmaps/129891", None),
        ("0", None),
        ("-5", None),
        ("٣٤٥", None),
        ("9" * 400, None),
        ("", None),
    ],
)
def test_the_difficulty_in_a_text(text: str, number: int | None) -> None:
    assert beatmap_of(text, ORIGINS) == number


def test_one_score_is_named() -> None:
    assert found_text([wanted(1)]) == "Player - A - T [D] +HD."
    assert found_text([wanted(1, False)]) == "osu! has no replay of Player - A - T [D] +HD."


def test_many_scores_are_counted() -> None:
    many = [wanted(1, False), wanted(2), wanted(3), wanted(4, False)]
    assert (
        found_text(many)
        == "2 replays found; 2 have no replay on osu!. The first: Player - A - T [D] +HD."
    )
    assert found_text([wanted(1, False), wanted(2, False)]) == (
        "0 replays found; 2 have no replay on osu!."
    )


def test_scores_that_are_not_known_yet_are_scores() -> None:
    assert found_text([wanted(n, known=False) for n in (1, 2)], "1 line without a score: “x”") == (
        "2 scores found. 1 line without a score: “x”"
    )
