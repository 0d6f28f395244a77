"""Compatibility with ossapi: method names and positions of parameters."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from osubrowser.api import Client, MemoryTokenStore
from tests.conftest import Server

ossapi = pytest.importorskip("ossapi")
POSITIONAL = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.POSITIONAL_ONLY)
ELSEWHERE = {"authenticate"}
"""Signing in is said otherwise here."""
METHODS = sorted(
    name
    for name, method in vars(ossapi.Ossapi).items()
    if not name.startswith("_") and inspect.isfunction(method) and name not in ELSEWHERE
)
BY_TYPE: dict[str, tuple[Callable[[Any], Any], Callable[[Client], Any]]] = {
    "beatmap_packs": (
        lambda c: c.beatmap_packs(type="featured"),
        lambda c: c.beatmap_packs("featured"),
    ),
    "beatmap_scores": (
        lambda c: c.beatmap_scores(1981090, type="team"),
        lambda c: c.beatmap_scores(1981090, type_="team"),
    ),
    "ranking": (lambda c: c.ranking("osu", type="team"), lambda c: c.ranking("osu", "team")),
    "user_beatmaps": (
        lambda c: c.user_beatmaps(user_id=12092800, type="most_played"),
        lambda c: c.user_beatmaps(12092800, "most_played"),
    ),
    "user_scores": (
        lambda c: c.user_scores(12092800, type="firsts"),
        lambda c: c.user_scores(12092800, "firsts"),
    ),
}
"""The methods whose parameter `type_` is `type` there; what it chooses is not the default."""


@pytest.fixture(scope="module")
def parameters() -> Callable[[Any], list[inspect.Parameter]]:
    return lambda method: list(inspect.signature(method).parameters.values())[1:]


def test_ossapi_has_as_many_methods_as_are_looked_at() -> None:
    assert len(METHODS) > 55


@pytest.mark.parametrize("name", METHODS)
def test_a_method_takes_what_ossapi_s_takes(
    name: str, parameters: Callable[[Any], list[inspect.Parameter]]
) -> None:
    theirs = parameters(getattr(ossapi.Ossapi, name))
    ours = parameters(getattr(Client, name))
    places = {parameter.name: place for place, parameter in enumerate(ours)}
    for place, wanted in enumerate(theirs):
        key = "type_" if wanted.name == "type" and name in BY_TYPE else wanted.name
        assert key in places, f"{name} lacks {wanted.name}"
        found = ours[places[key]]
        if wanted.kind in POSITIONAL:
            assert found.kind in POSITIONAL, f"{name}: {key} has no place"
            assert places[key] == place, f"{name}: {key} has another place"
        if wanted.default is not inspect.Parameter.empty:
            assert found.default is not inspect.Parameter.empty, f"{name} wants {key}"
    named = {parameter.name for parameter in theirs}
    for parameter in ours:
        if parameter.name not in named and not (name in BY_TYPE and parameter.name == "type_"):
            assert parameter.default is not inspect.Parameter.empty, f"{name}: {parameter.name}"


@pytest.fixture
def client(demo_server: Server) -> Iterator[Client]:
    with Client(
        demo_server.client_id,
        demo_server.client_secret,
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        yield client


def test_type_is_read_as_type_(client: Client) -> None:
    for name, (theirs, ours) in BY_TYPE.items():
        asked = theirs(client)
        assert asked == ours(client), name
    team = client.ranking("osu", "team").ranking[0].team
    assert team
    anything: Any = client
    with pytest.raises(TypeError, match="not both"):
        anything.user_scores(2, type_="best", type="firsts")
    with pytest.raises(TypeError):
        anything.user_scores(2)
