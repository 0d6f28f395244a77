"""What a leaderboard says where it has no rows."""

from __future__ import annotations

import pytest

from osubrowser.api.entities.beatmaps import Beatmap
from osubrowser.api.errors import InvalidRequest, LoginRequired, NotFound, Offline, OsuError
from osubrowser.models.scores.leaderboard import Board, NoLeaderboard, NoSuchPlayer
from osubrowser.models.scores.mod_choice import ModChoice
from osubrowser.ui.pages.beatmapset.scores.specs import (
    NO_BOARD,
    BoardNeedsPlayer,
    describe_in,
    empty_text,
)


def board(kind: str = "global", mods: str = "", player: int | str | None = None) -> Board:
    beatmap = Beatmap(id=75, is_scoreable=True)
    return Board(beatmap, None, "taiko", kind, ModChoice.of_text(mods), player=player)


@pytest.mark.parametrize(
    ("kind", "error", "text"),
    [
        (
            "country",
            InvalidRequest(status=422),
            "osu! shows the scores of your country to its supporters only.",
        ),
        (
            "friend",
            InvalidRequest(status=422),
            "osu! shows the scores of your friends to its supporters only.",
        ),
        ("global", InvalidRequest(status=422), "osu! does not understand this question."),
        (
            "team",
            BoardNeedsPlayer(),
            "The scores of your team are seen when you are signed in as a player.",
        ),
        ("global", LoginRequired(), "Scores are seen when you are signed in to osu!."),
        ("global", NoLeaderboard(status=404), NO_BOARD),
        ("global", NotFound(status=404), "osu! does not have this difficulty any more."),
        ("global", Offline(), "osu! cannot be reached."),
    ],
)
def test_errors_are_told_for_what_they_are(kind: str, error: OsuError, text: str) -> None:
    sentence = describe_in(board(kind), error)
    assert sentence.text == text
    assert sentence.may_retry == isinstance(error, Offline)
    assert (sentence.action == "sign_in") == isinstance(error, LoginRequired)


def test_an_unknown_player_is_named_without_what_is_hostile() -> None:
    name = "evil\u202e\n" + "x" * 100
    sentence = describe_in(board(player=name), NoSuchPlayer(status=404))
    assert sentence.text.startswith("osu! knows no player “evil x")
    assert "\u202e" not in sentence.text
    assert len(sentence.text) < 80


@pytest.mark.parametrize(
    ("asked", "text", "action"),
    [
        (board(), "Nobody has a score on this difficulty in osu!taiko yet.", None),
        (board(mods="DT~HD"), "Nobody has a score that fits “DT, HD optional” in osu!taiko.",
         "any_mods"),
        (board("friend"), "Nobody of your friends has a score here.", "global"),
        (board("team", "HR"), "Nobody of your team has a score that fits “HR” here.", "any_mods"),
        (board(player=2), "This player has no score on this difficulty in osu!taiko.", "everybody"),
    ],
)  # fmt: skip
def test_an_empty_board_says_what_was_asked_and_what_to_do(
    asked: Board, text: str, action: str | None
) -> None:
    empty = empty_text(asked)
    assert empty.text == text
    assert (empty.action[0] if empty.action else None) == action


def test_a_difficulty_without_a_leaderboard_is_told_apart() -> None:
    asked = Board(Beatmap(id=75, is_scoreable=False), None, "osu")
    assert empty_text(asked).text == NO_BOARD
