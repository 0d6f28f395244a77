"""All recorded answers from bytes to objects, against plain JSON and against two other clients."""

from __future__ import annotations

import gc
import json
import logging
import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest

from osubrowser.api.decoding.decode import decode
from osubrowser.api.ossapi.utils import decoding_for
from tests.api.ossapi.recorded import RECORDED, V2
from tests.api.recordings import RECORDINGS, Recording

ROUNDS, ENOUGH = 15, 0.1
"""How often something is measured; after this many seconds three times will do."""
Reader = Callable[[bytes], object]


def seconds(work: Reader, body: bytes) -> float:
    """Return the median time of one reading."""
    work(body)
    gc.collect()
    times: list[float] = []
    while len(times) < 3 or (len(times) < ROUNDS and sum(times) < ENOUGH):
        started = time.perf_counter()
        work(body)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def ours(recording: Recording) -> Reader:
    return lambda body: decode(body, recording.kind, numeric_strings=recording.texts)


def test_all_answers_are_read_in_one_and_a_half_times_json_alone() -> None:
    plain = {r.name: seconds(json.loads, r.body) for r in RECORDINGS}
    here = {r.name: seconds(ours(r), r.body) for r in RECORDINGS}
    found = sum(here.values()) / sum(plain.values())
    worst = sorted(RECORDINGS, key=lambda r: here[r.name] / plain[r.name])[-3:]
    print(f"\n{'ours, of json.loads':40} x{found:.2f}  over {len(RECORDINGS)} answers")
    for recording in worst:
        ratio = here[recording.name] / plain[recording.name]
        print(f"    {recording!s:36} x{ratio:.2f}  {here[recording.name] * 1e3:.2f} ms")
    for name, readers in (("ossapi", ossapi_readers()), ("aiosu", aiosu_readers())):
        print(beside(name, readers, plain, here))
    assert found <= 1.5, f"{found:.2f} times json.loads"


def test_ossapi_s_models_are_made_in_the_time_of_json_alone() -> None:
    theirs = ossapi_readers()
    plain = {r.name: seconds(json.loads, r.body) for r in V2}
    here = {r.name: seconds(as_ossapi(RECORDED[str(r)]), r.body) for r in V2}
    found = sum(here.values()) / sum(plain.values())
    print(f"\n{'its models here, of json.loads':40} x{found:.2f}  over {len(V2)} answers")
    print(beside("ossapi", theirs, plain, here))
    assert found <= 1.0, f"{found:.2f} times json.loads"


def as_ossapi(kind: Any) -> Reader:
    """Return what the clients of ossapi's interface do with an answer."""

    def read(body: bytes) -> object:
        with decoding_for(None):
            return decode(body, kind)

    return read


def beside(
    name: str, readers: dict[str, Reader], plain: dict[str, float], here: dict[str, float]
) -> str:
    """Return what another client needs for those answers that it can read."""
    theirs: dict[str, float] = {}
    failed = []
    for recording in RECORDINGS:
        if recording.name not in readers or recording.name not in here:
            continue
        try:
            theirs[recording.name] = seconds(readers[recording.name], recording.body)
        except Exception:  # noqa: BLE001 - whatever it may be: it cannot read this answer
            failed.append(str(recording))
    alone = sum(plain[each] for each in theirs)
    said = f"{name}, of json.loads"
    line = f"{said:40} x{sum(theirs.values()) / alone:.2f}  over {len(theirs)} answers,"
    line += f" where ours is x{sum(here[each] for each in theirs) / alone:.2f}"
    return line + (f"; it fails on {', '.join(failed)}" if failed else "")


def ossapi_readers() -> dict[str, Reader]:
    """Return what ossapi does with each answer, as its `_request` does it, less its logging."""
    ossapi: Any = pytest.importorskip("ossapi")
    from tests.api.ossapi.trees import there

    api = object.__new__(ossapi.Ossapi)  # a made one would sign in
    api.log = logging.getLogger("ossapi")
    api.strict, api._type_hints_cache, api.api_version = False, {}, 20220705

    def reader(kind: Any) -> Reader:
        def read(body: bytes) -> object:
            api._clear_type_hints_cache()
            return api._instantiate_type(kind, json.loads(body))

        return read

    return {f"v2/{name}": reader(there(kind)) for name, kind in RECORDED.items()}


def aiosu_readers() -> dict[str, Reader]:
    """Return what aiosu does with each answer, as its clients do it."""
    models: Any = pytest.importorskip("aiosu.models")
    orjson: Any = pytest.importorskip("orjson")

    kinds: dict[str, Any] = {
        "get_beatmap_200": models.Beatmap,
        "get_beatmap_pack_200": models.BeatmapPack,
        "get_beatmapset_200": models.Beatmapset,
        "get_beatmapset_discussion_posts_200": models.BeatmapsetDiscussionPostResponse,
        "get_beatmapset_discussions_200": models.BeatmapsetDiscussionResponse,
        "get_changelog_listing_200": models.ChangelogListing,
        "get_comments_200": models.CommentBundle,
        "get_forum_topic_200": models.ForumTopicResponse,
        "get_matches_200": models.MultiplayerMatchesResponse,
        "get_multiplayer_room_200": models.MultiplayerRoom,
        "get_news_listing_200": models.NewsListing,
        "get_news_post_200": models.NewsPost,
        "get_rankings_200": models.Rankings,
        "get_score_200": models.Score,
        "get_seasonal_backgrounds_200": models.SeasonalBackgroundSet,
        "get_user_200": models.User,
        "get_wiki_page_200": models.WikiPage,
        "rankings_mania_score": models.Rankings,
        "rankings_osu_charts": models.Rankings,
        "rankings_taiko_country": models.Rankings,
        "search_200": models.SearchResponse,
        "search_beatmapsets_200": models.BeatmapsetSearchResponse,
    }
    lists: dict[str, tuple[Any, str | None]] = {
        "get_beatmap_scores_200": (models.Score, "scores"),
        "get_beatmapset_events_200": (models.BeatmapsetEvent, "events"),
        "get_spotlights_200": (models.Spotlight, "spotlights"),
        "get_user_beatmap_scores_200": (models.Score, "scores"),
        "get_user_beatmaps_200": (models.Beatmapset, None),
        "get_user_bests_200": (models.Score, None),
        "get_user_recent_activity_200": (models.Event, None),
        "multiple_score_taiko_bests": (models.Score, None),
    }

    def one(kind: Any) -> Reader:
        return lambda body: kind.model_validate(orjson.loads(body))

    def several(kind: Any, name: str | None) -> Reader:
        def read(body: bytes) -> object:
            found = orjson.loads(body)
            return [kind.model_validate(each) for each in (found[name] if name else found)]

        return read

    readers = {f"v2/{name}": one(kind) for name, kind in kinds.items()}
    return readers | {f"v2/{name}": several(*spec) for name, spec in lists.items()}
