"""Tests of the anonymised API answers against the recordings that they are made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.answers.make_answers import (
    LISTED_OBJECTS,
    answers_from,
    is_id,
    references,
    shapes,
    shortened,
)
from tests.conftest import ANONYMISED, RECORDED, ROOT, imports_answers

NAMED = ("username", "title", "creator", "github_username", "osu_username")


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    if not RECORDED.exists():
        pytest.skip("the recorded responses (../shared) are not beside this checkout")
    return answers_from(RECORDED)


def documents(made: dict[str, bytes]) -> Iterator[tuple[str, Any, Any]]:
    """Yield each JSON answer: its name, what was recorded, and what was made of it."""
    for name, body in made.items():
        if name.endswith(".json") and name != "index.json":
            yield name, json.loads((RECORDED / name).read_bytes()), json.loads(body)


def names_of(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from names_of(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from names_of(part, key)
    elif isinstance(value, str) and key in NAMED:
        yield value


def ids_of(value: Any, key: str = "", parent: str = "") -> Iterator[tuple[str, str, int]]:
    """Yield each id with its key and the key of the object that it is in."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from ids_of(part, name, key)
    elif isinstance(value, list):
        for part in value:
            yield from ids_of(part, key, parent)
    elif is_id(key, value):
        yield parent, key, int(value)


def test_making_the_answers_again_gives_the_same_bytes(made: dict[str, bytes]) -> None:
    assert {name: (ANONYMISED / name).read_bytes() for name in made} == made


def test_every_shape_of_the_recordings_is_there(made: dict[str, bytes]) -> None:
    for name, recorded, answer in documents(made):
        assert set(shapes(answer)) == set(shapes(recorded)), name


def test_long_lists_are_cut(made: dict[str, bytes]) -> None:
    lengths = {name: (len(recorded), len(answer)) for name, recorded, answer in documents(made)}
    before, after = lengths["v1/get_beatmap_200.json"]
    assert after < 10 < before


def test_what_is_referred_to_is_still_there() -> None:
    users = [{"id": number, "name": "x"} for number in range(1, 40)]
    short = shortened({"posts": [{"user_id": 39}] * 30, "users": users})
    assert len(short["posts"]) < 10
    assert 39 in {user["id"] for user in short["users"]}
    assert len(short["users"]) < 10
    assert set(references(short)) == {39}


def test_an_element_of_another_shape_stays() -> None:
    rows = [{"id": number, "url": "x", "type": "a"} for number in range(1, 40)]
    others = [{"id": 40, "type": "a"}, {"id": 41, "url": None, "type": "a"}]
    kind = {"id": 42, "url": "x", "type": "b"}
    short = shortened({"rows": [*rows, *others, *rows, kind]})["rows"]
    assert short[-3:] == [*others, kind]
    assert len(short) < 10


def test_no_name_or_title_of_the_recordings_is_left(made: dict[str, bytes]) -> None:
    found: set[str] = set()
    left: set[str] = set()
    for _name, recorded, answer in documents(made):
        found.update(names_of(recorded))
        left.update(names_of(answer))
    # Shorter ones are hit by chance.
    assert len(found) > 500
    assert not sorted(name for name in found & left if len(name) > 4)


def test_every_id_is_another_one_everywhere_except_in_lists_of_the_game(
    made: dict[str, bytes],
) -> None:
    new_of: dict[int, int] = {}
    for name, recorded, answer in documents(made):
        pairs = zip(ids_of(shortened(recorded)), ids_of(answer), strict=True)
        for (parent, key, old), (_, _, new) in pairs:
            if old <= 0 or (key == "id" and parent in LISTED_OBJECTS):
                assert new == old, (name, parent, key)
            else:
                assert new != old, (name, parent, key)
                assert new_of.setdefault(old, new) == new, (name, parent, key)
    assert {2, 3349} <= set(new_of)
    assert [new_of[old] for old in sorted(new_of)] == sorted(set(new_of.values()))


def test_ids_in_addresses_are_those_of_the_objects(made: dict[str, bytes]) -> None:
    user = json.loads(made["v2/get_user_200.json"])
    assert user["id"] != 2
    assert user["avatar_url"].startswith(f"https://a.ppy.sh/{user['id']}?")
    assert f"/teams/flag/{user['team']['id']}/" in user["team"]["flag_url"]


# --- which tests read answers -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "reads"),
    [
        ("tests/api/decoding/test_strict.py", True),  # through tests/api/recordings.py
        ("tests/api/legacy/test_legacy.py", True),
        ("tests/api/test_cursor.py", False),
        ("tests/demo/routes/test_users.py", True),
        ("tests/e2e/test_sign_in.py", False),  # by a fixture
    ],
)
def test_imports_of_answers_are_found(module: str, reads: bool) -> None:
    assert imports_answers(ROOT / module) is reads


def test_fixtures_of_answers_are_found(
    request: pytest.FixtureRequest, recorded_server_with: object
) -> None:
    assert "answers" in request.fixturenames
    assert request.node.get_closest_marker("answers")
