"""Tests of the anonymised API answers against the recordings that they are made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.answers.make_answers import answers_from
from tests.conftest import RECORDED

ANSWERS = Path(__file__).resolve().parent / "answers"
NAMED = ("username", "title", "creator", "github_username", "osu_username")


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    if not RECORDED.exists():
        pytest.skip("the recorded responses (../shared) are not beside this checkout")
    return answers_from(RECORDED)


def names_of(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from names_of(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from names_of(part, key)
    elif isinstance(value, str) and key in NAMED:
        yield value


def shape(value: Any) -> Any:
    """Return the structure of a document: keys, and the types of the values."""
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shape(part) for part in value]
    return type(value).__name__


def test_making_the_answers_again_gives_the_same_bytes(made: dict[str, bytes]) -> None:
    assert {name: (ANSWERS / name).read_bytes() for name in made} == made


def test_the_structure_is_that_of_the_recordings(made: dict[str, bytes]) -> None:
    for name in made:
        if name.endswith(".json"):
            recorded = json.loads((RECORDED / name).read_bytes())
            assert shape(json.loads(made[name])) == shape(recorded), name


def test_no_name_or_title_of_the_recordings_is_left(made: dict[str, bytes]) -> None:
    recorded: set[str] = set()
    left: set[str] = set()
    for name in made:
        if name.endswith(".json") and name != "index.json":
            recorded.update(names_of(json.loads((RECORDED / name).read_bytes())))
            left.update(names_of(json.loads(made[name])))
    # Shorter ones are hit by chance.
    assert len(recorded) > 500
    assert not sorted(name for name in recorded & left if len(name) > 4)
