"""Many replays at once: leaderboards, lists of a player, texts with links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api import Client, NotFound
from osubrowser.api.entities.scores import Score
from osubrowser.services.downloads import sources
from osubrowser.services.downloads.entries import ReplayTarget
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.runtime.failures import ImportFailed
from tests.services.conftest import Run

OSU = "https://osu.ppy.sh"


def test_the_top_of_a_beatmap(calls: Calls, client: Client, scores: list[Score], run: Run) -> None:
    beatmap_id = scores[0].beatmap_id
    board = client.beatmap_scores(beatmap_id, limit=7).scores
    found = run(sources.top_of_beatmap(calls, client, beatmap_id, 7))
    assert [one.target.score_id for one in found] == [score.id for score in board]
    beatmap = client.beatmap(beatmap_id)
    for one, score in zip(found, board, strict=True):
        assert one.details
        assert score.user
        assert one.details.player == score.user.username
        assert f"[{beatmap.version}]" in one.details.title
        assert one.details.beatmap_hash == beatmap.checksum
        assert one.details.has_replay is score.has_replay
    mods = next(one.details.mods for one in found if one.details)
    only = run(sources.top_of_beatmap(calls, client, beatmap_id, 100, mods=mods))
    assert only
    assert {one.details.mods for one in only if one.details} == {mods}
    with pytest.raises(NotFound):
        run(sources.top_of_beatmap(calls, client, 1, 5))
    with pytest.raises(ValueError, match=r".+"):
        run(sources.top_of_beatmap(calls, client, beatmap_id, 5, mods="?!"))


@pytest.mark.parametrize("kind", sources.PLAYER_LISTS)
def test_the_lists_of_a_player(calls: Calls, client: Client, run: Run, kind: str) -> None:
    row = client.ranking("osu", "performance").ranking[0]
    assert row.user
    name = row.user.username
    told: list[tuple[int, int]] = []
    found = run(
        sources.of_player(calls, client, name, kind, 130, on_progress=lambda *now: told.append(now))
    )
    listed = list(client.user_scores(row.user.id or 0, kind, limit=100))
    if len(listed) == 100:
        listed += client.user_scores(row.user.id or 0, kind, limit=30, offset=100)
    assert [one.target.score_id for one in found] == [score.id for score in listed]
    assert all(one.details and one.details.player == name for one in found)
    assert told[-1] == (len(found), 130)
    assert len(told) == (2 if len(listed) > 100 else 1) or not listed
    with pytest.raises(NotFound):
        run(sources.of_player(calls, client, "no such player !", kind, 5))


def links(calls: Calls, run: Run, text: str, server: str = OSU) -> sources.FoundLinks:
    found: sources.FoundLinks = run(sources.from_text(calls, text, server))
    return found


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("https://osu.ppy.sh/scores/123", [ReplayTarget(123)]),
        ("osu.ppy.sh/scores/123/download", [ReplayTarget(123)]),
        ("/scores/123", [ReplayTarget(123)]),
        ("http://osu.ppy.sh/scores/taiko/45?x=1", [ReplayTarget(0, 45, "taiko")]),
        (
            "look: <https://osu.ppy.sh/scores/123>, (osu.ppy.sh/scores/catch/9).",
            [ReplayTarget(123), ReplayTarget(0, 9, "fruits")],
        ),
        ("4811111111", [ReplayTarget(4811111111)]),
        ("#4811111111", [ReplayTarget(4811111111)]),
        (" '4811111111' ", [ReplayTarget(4811111111)]),
        ("mania/4811", [ReplayTarget(0, 4811, "mania")]),
        ("osu 4811", [ReplayTarget(0, 4811, "osu")]),
        ("[map](https://osu.ppy.sh/scores/55)", [ReplayTarget(55)]),
        ("1,peppy,https://osu.ppy.sh/scores/77,98.5", [ReplayTarget(77)]),
        ("player\tscore_id\npeppy\t1234\nother\t5678", [ReplayTarget(1234), ReplayTarget(5678)]),
        ('"id";"pp"\n"1234";"99"', [ReplayTarget(1234)]),
        ("1234\n1234\r\n\n5678\n/scores/1234", [ReplayTarget(1234), ReplayTarget(5678)]),
    ],
)
def test_a_text_is_searched_for_scores(
    calls: Calls, run: Run, text: str, targets: list[ReplayTarget]
) -> None:
    found = links(calls, run, text)
    assert [one.target for one in found.wanted] == targets
    assert found.skipped == 0
    assert all(one.details is None for one in found.wanted)


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "I scored 500000 on it",
        "12",
        "https://osu.ppy.sh/users/2",
        "https://evil.example/scores/1234",
        "javascript:/scores/1234x",
        "peppy,1234,5678",
        "1" * 40,
        "/scores/99999999999999999999",
    ],
)
def test_what_names_no_score_is_said(calls: Calls, run: Run, text: str) -> None:
    found = links(calls, run, text)
    assert (found.wanted, found.unknown, found.skipped) == ((), (text,), 1)


def test_links_of_the_server_in_use_are_known(calls: Calls, run: Run) -> None:
    text = "http://127.0.0.1:8080/scores/5"
    assert links(calls, run, text).wanted == ()
    [one] = links(calls, run, text, "http://127.0.0.1:8080").wanted
    assert one.target == ReplayTarget(5)


def test_a_text_is_bounded(calls: Calls, run: Run) -> None:
    with pytest.raises(ImportFailed, match="too long"):
        links(calls, run, "1" * (sources.LARGEST_TEXT + 1))
    found = links(calls, run, "what\n" * 1000)
    assert (found.skipped, len(found.unknown)) == (1000, 20)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = sources._found_links(text, (OSU,))
    assert all(one.target.keys for one in found.wanted)


def test_player_and_beatmap() -> None:
    assert sources.by_player(" @peppy ", 75, mods="hddt").target == ReplayTarget(
        player="peppy", beatmap_id=75, mods="HDDT"
    )
    assert sources.by_player("2", 75, mods="NM").target.mods == "NM"
    for player, beatmap_id, mods in (("", 75, ""), ("peppy", 0, ""), ("peppy", 75, "what?")):
        with pytest.raises(ValueError, match=r".+"):
            sources.by_player(player, beatmap_id, mods=mods)
