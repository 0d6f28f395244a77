"""Entities and errors as values: repr, pickle, copy, encoding."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import msgspec
import pytest

from osubrowser.api import Beatmap, Cursor, Grade, OsuError, Rankings, RateLimited, Score
from osubrowser.api.entities.difficulty import DifficultyAttributes


def test_what_was_not_sent_is_not_printed() -> None:
    said = repr(Score(id=5, pp=1.5))
    assert said.startswith("Score(id=5, pp=1.5")
    assert "None" not in said
    assert "_created_at" not in said


def test_pages_with_cursors_are_written_as_json() -> None:
    page = Rankings(cursor=Cursor(page=2))
    assert msgspec.json.decode(msgspec.json.encode(page))["cursor"] == {"page": 2}
    assert msgspec.to_builtins(page)["cursor"] == {"page": 2}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (Score, b'{"ruleset_id": 1, "statistics": {"great": 5, "new_hit": 3}}'),
        (Score, b'{"mode": "fruits", "mode_int": 2, "statistics": {"count_katu": 5}}'),
        (DifficultyAttributes, b'{"attributes": {"star_rating": 2, "new_figure": [1]}}'),
        (DifficultyAttributes, b'{"attributes": {"star_rating": 2}}'),
    ],
)
def test_what_was_written_as_json_is_read_again(kind: type[object], body: bytes) -> None:
    value = msgspec.json.decode(body, type=kind)
    again = msgspec.json.decode(msgspec.json.encode(value), type=kind)
    assert again == value


def test_counts_that_did_not_come_up_are_not_written() -> None:
    score = msgspec.json.decode(b'{"ruleset_id": 0, "statistics": {"great": 5}}', type=Score)
    assert msgspec.to_builtins(score)["statistics"] == {"great": 5}


@pytest.mark.parametrize(
    "error",
    [
        OsuError("words", status=500, address="a", server_message="b"),
        RateLimited("words", retry_after=3.5, status=429, address="a", server_message="b"),
    ],
)
@pytest.mark.parametrize(
    "carried", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))]
)
def test_errors_go_to_other_processes(
    error: OsuError, carried: Callable[[OsuError], OsuError]
) -> None:
    twin = carried(error)
    assert type(twin) is type(error)
    assert str(twin) == str(error)
    assert vars(twin) == vars(error)


def test_the_name_of_a_word_is_not_the_word() -> None:
    assert Grade("X") is Grade.SS
    assert Grade.SS.is_known
    assert not Grade("SS").is_known


def test_entities_are_copied_and_pickled() -> None:
    score = Score(id=5, beatmap=Beatmap(id=6), rank=Grade("new"))
    assert pickle.loads(pickle.dumps(score)) == copy.deepcopy(score) == copy.copy(score) == score
