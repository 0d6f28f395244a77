"""Places: equal ones are the same, and what does not go together is left out."""

from __future__ import annotations

import pytest

from osubrowser.services.places.places import RankingsPlace


def test_what_does_not_go_with_a_ranking_is_left_out() -> None:
    assert RankingsPlace(type="country", country="JP") == RankingsPlace(type="country")
    assert RankingsPlace("taiko", "kudosu", page=4) == RankingsPlace("osu", "kudosu", page=4)
    assert RankingsPlace(type="team", filter="friends", spotlight=4) == RankingsPlace(type="team")
    assert hash(RankingsPlace(country="jp")) == hash(RankingsPlace(country="JP"))
    with pytest.raises(ValueError, match="ruleset"):
        RankingsPlace("catch")
    with pytest.raises(ValueError, match="ranking"):
        RankingsPlace(type="top-plays")
