"""Tests of best lists: what enters and leaves them, by looks that reach more or less far."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from osubrowser.api.decoding.decode import decode
from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset
from osubrowser.api.entities.scores import Grade, Score
from osubrowser.api.entities.users import User
from osubrowser.api.mods import Mod
from osubrowser.services.history.plays import BestHistory, Why, best_history, weighted
from osubrowser.services.history.records import Difference, Observation
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.topics import topics

PLAYER = 7
START = 1_700_000_000
DAY = 86_400
RECORDED = Path(__file__).parents[2] / "answers/v2/get_user_bests_200.json"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    """Return a store in a new file."""
    store = HistoryStore(tmp_path / "history.sqlite", topics())
    yield store
    store.close()


def play(number: int, pp: float, *, on: int = 0, set_at: int = START - DAY) -> Score:
    """Return a play; `on` is its beatmap, by default one of its own."""
    beatmap = on or number + 1000
    return Score(
        id=number,
        user_id=PLAYER,
        beatmap_id=beatmap,
        ruleset_id=0,
        pp=round(pp, 3),
        accuracy=0.987654,
        rank=Grade.SH,
        total_score=912_345,
        max_combo=812,
        mods=[Mod(acronym="HD"), Mod(acronym="DT", settings={"speed_change": 1.3})],
        ended_at=datetime.fromtimestamp(set_at, UTC),
        has_replay=False,
        beatmap=Beatmap(id=beatmap, beatmapset_id=beatmap + 5, version="Insane"),
        beatmapset=Beatmapset(id=beatmap + 5, title="Title", title_unicode="題名", artist="Artist"),
    )


def look(
    store: HistoryStore,
    at: int,
    scores: Sequence[Score],
    *,
    offset: int = 0,
    limit: int = 50,
) -> list[Difference]:
    """Write a page of the list of all `scores`, best first; return what differs."""
    listed = sorted(scores, key=lambda one: -(one.pp or 0.0))
    params = {"limit": str(limit), "offset": str(offset), "mode": "osu"}
    path = f"/api/v2/users/{PLAYER}/scores/best"
    page = listed[offset : offset + limit]
    return store.write([Observation(path, params, page, at)])


def history(store: HistoryStore) -> BestHistory:
    """Return the history of the player's list."""
    return best_history(store, PLAYER, "osu")


def whats(differences: Sequence[Difference]) -> list[tuple[str, int]]:
    """Return what differs, and the score of each."""
    return [(one.what, one.data["score"]) for one in differences]


def test_the_first_look_is_no_news_and_the_same_look_again_leaves_one_record(
    store: HistoryStore,
) -> None:
    """Details survive; further looks only extend the time of the first."""
    scores = [play(n, 300 - n) for n in range(1, 21)]
    assert look(store, START, scores) == []
    for later in (0, 60, DAY, DAY * 2, DAY * 3):
        assert look(store, START + later, scores) == []
    found = history(store)
    assert len(found.plays) == 20
    assert found.entries == []
    assert found.departures == []
    assert (found.looks[0].at, found.looks[-1].last) == (START, START + DAY * 3)
    assert len(found.looks) <= 2
    (one,) = [one for one in found.plays if one.id == 3]
    assert one.score.beatmapset is not None
    assert one.score.beatmapset.title_unicode == "題名"
    assert one.score.mods == scores[2].mods
    assert (one.score.accuracy, one.score.ended_at) == (0.987654, scores[2].ended_at)
    assert (one.pp, one.since, one.until, one.score.has_replay) == (297, START, None, False)


def test_a_new_play_brings_the_difference_of_the_weighted_lists(store: HistoryStore) -> None:
    """It replaces the play on the same beatmap, and says so; the list of any day is known."""
    scores = [play(n, 300 - n) for n in range(1, 21)]
    look(store, START, scores)
    better = play(99, 310, on=1005, set_at=START + DAY // 2)
    after = [one for one in scores if one.id != 5] + [better]
    found = look(store, START + DAY, after)
    assert whats(found) == [("new_play", 99), ("lost_play", 5)]
    brought = weighted(s.pp or 0 for s in after) - weighted(s.pp or 0 for s in scores)
    assert found[0].data["brought"] == pytest.approx(brought, abs=0.001)
    assert found[0].data["too_much"] == 0
    assert (found[0].data["position"], found[0].data["replaced"]) == (1, 5)
    assert (found[1].data["why"], found[1].data["by"]) == ("replaced", 99)
    known = history(store)
    assert [one.at for one in known.new_between(START, START + DAY)] == [START + DAY // 2]
    assert known.list_at(START - 1) == []
    assert [one.play.id for one in known.list_at(START + DAY // 2)] == [s.id for s in scores]
    assert known.list_at(START + DAY)[0].play.id == 99
    (departure,) = known.gone_between(START, START + DAY)
    assert (departure.position, departure.why, departure.seen_at) == (5, Why.REPLACED, START)


def test_a_play_has_left_only_where_the_look_reaches(store: HistoryStore) -> None:
    """A short look says nothing of plays below it, nor of one with as many pp as its last."""
    scores = [play(n, 400 - n) for n in range(1, 101)]
    look(store, START, scores, limit=100)
    without = [one for one in scores if one.id not in (10, 60, 70)]
    found = look(store, START + DAY, without)
    assert whats(found) == [("lost_play", 10)]
    assert found[0].data["why"] == "gone"
    found = look(store, START + DAY + 30, without, offset=50)
    assert whats(found) == [("lost_play", 60), ("lost_play", 70)]
    # The next page long after belongs to no look, and proves nothing.
    fewer = [one for one in without if one.id != 80]
    look(store, START + DAY * 2, fewer)
    assert look(store, START + DAY * 3, fewer, offset=50) == []
    # A deleted play that is shown again never left.
    look(store, START + DAY * 4, scores, limit=100)
    assert all(one.until is None for one in history(store).plays)


def test_a_page_that_lacks_a_few_plays_is_not_the_end(store: HistoryStore) -> None:
    """osu! leaves out plays on deleted beatmaps: those after the page are not lost by that."""
    scores = [play(n, 400 - n) for n in range(1, 101)]
    look(store, START, scores, limit=100)
    page = sorted(scores, key=lambda one: -(one.pp or 0))[:50]
    page.remove(next(one for one in page if one.id == 7))
    path = f"/api/v2/users/{PLAYER}/scores/best"
    found = store.write([Observation(path, {"limit": "50"}, page, START + DAY)])
    assert whats(found) == [("lost_play", 7)]
    # Neither is an empty list, which the profile contradicts.
    assert store.write([Observation(path, {"mode": "osu"}, [], START + DAY * 2)]) == []
    user = User(id=PLAYER, username="x", scores_best_count=0)
    store.write([Observation(f"/api/v2/users/{PLAYER}/osu", {}, user, START + DAY * 2)])
    found = store.write([Observation(path, {"mode": "osu"}, [], START + DAY * 2 + 60)])
    assert len(found) == 99


def test_pp_that_are_computed_anew_are_no_new_plays(store: HistoryStore) -> None:
    """Both values stay with their times; what falls below a short look by that is not lost."""
    scores = [play(n, 400 - n) for n in range(1, 101)]
    look(store, START, scores, limit=100)
    computed = [play(n, 500 - n if n % 2 else 300 - n) for n in range(1, 101)]
    assert look(store, START + DAY, computed) == []
    assert look(store, START + DAY + 5, computed, offset=50) == []
    found = history(store)
    (one,) = [one for one in found.plays if one.id == 4]
    assert (one.pp_at(START), one.pp_at(START + DAY), one.pp) == (396, 296, 296)
    assert [one.pp for one in found.list_at(START)] == [one.pp for one in scores]
    assert found.list_at(START + DAY)[50].play.id == 2
    assert found.entries == []
    assert found.departures == []


def test_the_two_hundred_and_first_fell_and_the_end_of_an_unknown_list_is_said(
    store: HistoryStore,
) -> None:
    """A full list names what fell; a short one says how much less a play may have brought."""
    scores = [play(n, 500 - n) for n in range(1, 201)]
    for offset in (0, 100):
        look(store, START + offset, scores, offset=offset, limit=100)
    new = play(999, 450.5, set_at=START + DAY)
    after = [*scores[:-1], new]
    assert whats(look(store, START + DAY * 2, after, limit=100)) == [("new_play", 999)]
    found = look(store, START + DAY * 2 + 1, after, offset=100, limit=100)
    assert [(one.what, one.data["why"]) for one in found] == [("lost_play", "fell")]
    assert found[0].data["position"] == 200
    (entry,) = history(store).entries
    assert entry.brought == pytest.approx(
        weighted(s.pp or 0 for s in after) - weighted(s.pp or 0 for s in scores), abs=0.001
    )

    other = HistoryStore(store.path.with_name("other.sqlite"), topics())
    look(other, START, scores)
    (found_,) = look(other, START + DAY, after)
    exact, told = entry.brought or 0.0, found_.data["brought"]
    assert told - found_.data["too_much"] <= exact <= told
    assert 0 < found_.data["too_much"] < 40
    other.close()


def test_an_answer_that_comes_late_fills_in_what_was_before(store: HistoryStore) -> None:
    """Looks in any order leave the same plays, times and news."""
    first = [play(n, 300 - n) for n in range(1, 21)]
    second = [*first[1:], play(50, 350, set_at=START + DAY * 3)]
    third = [*second, play(51, 360, set_at=START + DAY * 8)]
    days = [(START, first), (START + DAY * 5, second), (START + DAY * 9, third)]
    for at, scores in days:
        look(store, at, scores)
    late = HistoryStore(store.path.with_name("late.sqlite"), topics())
    for at, scores in (days[2], days[0], days[1]):
        look(late, at, scores)
    one, other = history(store), history(late)
    assert [(e.play.id, e.at) for e in one.entries] == [
        (50, START + DAY * 3),
        (51, START + DAY * 8),
    ]
    assert [e.play.id for e in other.entries] == [50, 51]
    for at in (START, START + DAY * 5, START + DAY * 9):
        assert [p.play.id for p in other.list_at(at)] == [p.play.id for p in one.list_at(at)]
    late.close()


@pytest.mark.parametrize("seed", range(3))
def test_a_month_of_a_made_up_player_is_told_as_it_was(store: HistoryStore, seed: int) -> None:
    """The list of each day, seen whole, is read back; so are the sums of what the plays brought."""
    draws = random.Random(seed)
    listed = {n: play(n, draws.uniform(100, 400)) for n in range(1, 190)}
    number, days = 1000, []
    for day in range(30):
        at = START + day * DAY
        for _ in range(draws.randrange(4)):
            number += 1
            new = play(
                number,
                draws.uniform(150, 450),
                on=draws.choice([0, draws.randrange(1001, 1190)]),
                set_at=at - draws.randrange(1, DAY),
            )
            old = [k for k, one in listed.items() if one.beatmap_id == new.beatmap_id]
            if all((listed[k].pp or 0) < (new.pp or 0) for k in old):
                for key in old:
                    del listed[key]
                listed[number] = new
        best = sorted(listed.values(), key=lambda one: -(one.pp or 0))[:200]
        listed = {one.id or 0: one for one in best}
        for offset in (0, 100):
            look(store, at + offset, best, offset=offset, limit=100)
        days.append((at, best))
    found = history(store)
    for at, best in days:
        assert [one.play.id for one in found.list_at(at + 200)] == [one.id for one in best]
    ends = [weighted(one.pp or 0 for one in best) for _, best in (days[0], days[-1])]
    brought = sum(one.brought or 0 for one in found.entries if one.at > START)
    assert brought == pytest.approx(ends[1] - ends[0], abs=0.01 * len(found.entries))
    assert all(one.too_much == 0 for one in found.entries)


@pytest.mark.parametrize("seed", range(8))
def test_looks_of_any_reach_lose_no_play_that_is_there(store: HistoryStore, seed: int) -> None:
    """Pages of any size and number, with gaps, deletions and pp computed anew: nothing is guessed.

    A whole look gives the list as it is; any other one is right as far as it reaches.
    """
    draws = random.Random(seed)
    is_computed = seed % 2 == 1
    true = {n: play(n, draws.uniform(100, 400)) for n in range(1, draws.choice([4, 50, 101, 240]))}
    hidden: set[int] = set()
    number = 1000
    for day in range(25):
        at = START + day * DAY
        for _ in range(draws.choice([0, 1, 3])):
            number += 1
            on = draws.choice([one.beatmap_id for one in true.values()] + [0] * len(true))
            new = play(number, draws.uniform(100, 450), on=on, set_at=at - draws.randrange(1, DAY))
            old = [k for k, one in true.items() if one.beatmap_id == new.beatmap_id]
            if all((true[k].pp or 0) < (new.pp or 0) for k in old):
                true = {k: one for k, one in true.items() if k not in old} | {number: new}
        if draws.random() < 0.3 and len(true) > 2:
            del true[draws.choice(list(true))]
        if is_computed and draws.random() < 0.15:
            true = {
                k: msgspec.structs.replace(
                    one, pp=round((one.pp or 0) * draws.uniform(0.8, 1.2), 3)
                )
                for k, one in true.items()
            }
        hidden = {draws.choice(list(true)) for _ in range(draws.choice([0, 0, 4]))}
        best = sorted(true.values(), key=lambda one: -(one.pp or 0))[:200]
        shown = [one for one in best if one.id not in hidden]
        limit = draws.choice([5, 50, 100])
        first = draws.choice([0, 0, 0, 0, 50])
        lowest = None
        path = f"/api/v2/users/{PLAYER}/scores/best"
        for page_number in range(draws.choice([1, 2, 4, 5])):
            offset = first + page_number * limit
            page = [one for one in best[offset : offset + limit] if one.id not in hidden]
            params = {"limit": str(limit), "offset": str(offset), "mode": "osu"}
            store.write([Observation(path, params, page, at + page_number)])
            lowest = page[-1].pp if page else lowest
        found = history(store)
        gone = {one.id for one in found.plays if one.until is not None and one.until >= at}
        assert not gone & {one.id for one in shown}
        newest = found.look_at(at + 10)
        if newest is not None and newest.at == at and newest.is_whole:
            listed = [one.play.id for one in found.list_at(at + 10)]
            assert listed == [one.id for one in shown]
        elif lowest is not None and first == 0 and not is_computed:
            above = {one.id for one in found.plays if one.until is None and one.pp > lowest}
            assert above == {one.id for one in shown if (one.pp or 0) > lowest}


def test_recorded_answers_of_osu_are_kept(store: HistoryStore) -> None:
    """A real list of best scores is read back with the same ids, pp, mods and titles."""
    scores = decode(RECORDED.read_bytes(), list[Score])
    path = f"/api/v2/users/{scores[0].user_id}/scores/best"
    store.write([Observation(path, {"limit": "100", "mode": "osu"}, scores, START)])
    known = best_history(store, scores[0].user_id, "osu").list_at(START)
    assert len(known) == len(scores) > 0
    for kept, sent in zip(known, scores, strict=True):
        assert sent.beatmapset is not None
        assert kept.play.score.beatmapset is not None
        assert kept.play.id == sent.score_id
        assert kept.pp == pytest.approx(sent.pp, abs=0.0005)
        assert kept.play.score.mods == sent.mods
        assert kept.play.score.ended_at == sent.ended_at
        assert kept.play.score.beatmapset.original_title == sent.beatmapset.original_title
        assert kept.play.score.rank == sent.rank
    assert sent.weight is not None
    assert kept.weighted == pytest.approx(sent.weight.pp, abs=0.01)


def test_numbers_and_texts_of_any_size_are_bounded(store: HistoryStore) -> None:
    """What a server sends cannot keep the others from being written, nor the list from its view."""
    hostile = msgspec.structs.replace(
        play(1, 1e30),
        accuracy=-5.0,
        total_score=2**63 - 1,
        max_combo=-7,
        rank=Grade("?"),
        mods=[Mod(acronym="<b>" * 99, settings={"x": {"y": ["z"] * 9}})],
        ended_at=datetime(1, 1, 1, tzinfo=UTC),
        beatmapset=Beatmapset(id=9, title="\u202e" + "w" * 5000, artist="\0"),
    )
    late = msgspec.structs.replace(play(2, -1.0), ended_at=datetime(9999, 1, 1, tzinfo=UTC))
    look(store, START, [hostile, late, play(3, 5.0)])
    assert look(store, START + 1, [play(-4, 6.0)]) == []
    one, _, other = (kept.play for kept in history(store).list_at(START))
    assert (one.pp, one.set_at, one.score.accuracy, one.score.max_combo) == (1e9, 0, 0.0, 0)
    assert one.score.beatmapset is not None
    assert len(one.score.beatmapset.title) <= 200
    assert other.pp == 0
    assert other.set_at < 2**32


def test_a_damaged_row_is_left_out(store: HistoryStore) -> None:
    """The others are read."""
    look(store, START, [play(1, 300), play(2, 200)])
    with sqlite3.connect(store.path) as other:
        other.execute("UPDATE plays SET details = x'8080' WHERE score = 1")
    assert [one.play.id for one in history(store).list_at(START)] == [2]
