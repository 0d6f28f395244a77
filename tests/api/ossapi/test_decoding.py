"""Every answer that ossapi reads is read here to the same values, and broken ones are read too."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from osubrowser.api.decoding.decode import decode
from osubrowser.api.ossapi.cursor import Cursor
from osubrowser.api.ossapi.encoder import serialize_model
from osubrowser.api.ossapi.enums import PlayStyles
from osubrowser.api.ossapi.strict import check_known
from osubrowser.api.ossapi.utils import Model, decoding_for, field_names
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from tests.api.ossapi.recorded import RECORDED, V2
from tests.api.ossapi.trees import differences, here, methods_of, models_in, ossapi, there
from tests.api.recordings import Recording
from tests.demo.other_calls import CALLS

VERSIONS = (20220704, 20241024)
"""A version of the API with legacy scores, and ossapi's own."""
DELIBERATE = {
    "Rankings.ranking[]": "countries, which are read as users there",
    "more": "what is sent whatever the version is, and left out there for older ones",
}
"""What is read otherwise here, by the place, with the reason."""

REFUSED = {"score", "scores", "user_scores recent"}
"""What ossapi cannot read in its form for older versions: scores that only lazer can set."""


class Reader:
    """Ossapi without a connection: it reads answers, and says for which version."""

    def __init__(self, version: int) -> None:
        self.api = object.__new__(ossapi.Ossapi)  # a made one would sign in
        self.api.log = logging.getLogger("ossapi")
        self.api.strict, self.api.api_version = False, version
        self.api._type_hints_cache = {}

    def theirs(self, body: bytes, kind: Any) -> Any:
        return self.api._instantiate_type(there(kind), json.loads(body))

    def ours(self, body: bytes, kind: Any) -> Any:
        with decoding_for(self.api):
            return decode(body, kind)


def unexpected(ours: Any, theirs: Any) -> list[str]:
    """Return the differences that are not deliberate."""
    found = differences(ours, theirs)
    return [each for each in found if each.partition(":")[0] not in DELIBERATE]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("recording", V2, ids=str)
def test_a_recording_is_read_to_the_same_values(recording: Recording, version: int) -> None:
    reader, kind = Reader(version), RECORDED[str(recording)]
    ours = reader.ours(recording.body, kind)
    assert not unexpected(ours, reader.theirs(recording.body, kind))


@pytest.mark.parametrize("recording", V2, ids=str)
def test_strict_mode_refuses_what_ossapi_s_refuses(recording: Recording) -> None:
    reader, kind = Reader(VERSIONS[1]), RECORDED[str(recording)]
    reader.api.strict = True
    problems: list[Exception | None] = []
    for check in (reader.theirs, lambda body, kind: check_known(kind, json.loads(body))):
        try:
            check(recording.body, kind)
        except (TypeError, ValueError) as problem:
            problems.append(problem)
        else:
            problems.append(None)
    theirs, ours = problems
    assert type(ours) is type(theirs), (ours, theirs)


def test_every_recording_is_read() -> None:
    assert {str(recording) for recording in V2} == RECORDED.keys()


@pytest.fixture(params=VERSIONS)
def api(
    demo_world: World,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Iterator[Any]:
    """Ossapi, signed in to the demo as its player."""
    with ExitStack() as stack:
        server = stack.enter_context(DemoServer(world=demo_world))
        monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")  # it talks to this machine
        monkeypatch.setattr(ossapi.Ossapi, "BASE_URL", f"{server.url}/api/v2")
        monkeypatch.setattr(ossapi.Ossapi, "TOKEN_URL", f"{server.url}/oauth/token")
        scopes = ["public", "identify", "friends.read", "chat.read"]
        token = server.authority.issue(server.world.me, frozenset(scopes))
        api = ossapi.Ossapi(
            server.client_id,
            server.client_secret,
            "http://127.0.0.1:17272/callback",
            scopes,
            access_token=token["access_token"],
            refresh_token=token["refresh_token"],
            token_directory=str(tmp_path),
            api_version=request.param,
        )
        stack.callback(api.session.close)
        yield api


def test_all_that_ossapi_asks_the_demo_is_read_to_the_same_values(
    api: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: dict[str, list[str]] = {}
    read, refused = 0, set()
    methods: dict[tuple[str, str], tuple[Any, Any]] = {}
    bodies: list[bytes] = []
    api.session.hooks["response"].append(lambda answer, **_: bodies.append(answer.content))
    instantiate: Callable[..., Any] = api._instantiate_type

    def read_by_both(kind: Any, value: Any, *nested: Any, **named: Any) -> Any:
        nonlocal read
        theirs = instantiate(kind, value, *nested, **named)
        if not nested and not named:  # a whole answer
            with decoding_for(api):
                ours = decode(bodies[-1], here(kind))
            if problems := unexpected(ours, theirs):
                found[str(kind)] = problems
            read += 1
            for mine, other in models_in(ours, theirs):
                for name in methods_of(type(other)) - {"download"}:
                    methods.setdefault((type(other).__name__, name), (mine, other))
        return theirs

    monkeypatch.setattr(api, "_instantiate_type", read_by_both)
    for name, call in CALLS.items():
        try:
            call(api)
        except Exception:  # noqa: BLE001 - what ossapi cannot read is not compared
            refused.add(name)
    assert not found
    assert read > len(CALLS)
    assert len(methods) == 31  # all but `download`
    for (_, name), (mine, other) in list(methods.items()):
        one, another = getattr(mine, name)(), getattr(other, name)()
        assert one == another if type(one) is type(another) else not unexpected(one, another)
    assert refused == (REFUSED if api.api_version < VERSIONS[1] else set())


# --- what osu! does not send -----------------------------------------------------------------


def trimmed(value: Any) -> Any:
    """Return JSON with the first element of each list: the rest has the same fields."""
    if isinstance(value, dict):
        return {key: trimmed(each) for key, each in value.items()}
    return [trimmed(each) for each in value[:1]] if isinstance(value, list) else value


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Return each object or list with each key or index in it."""
    for key in list(value) if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from places(value[key])


BROKEN: tuple[Any, ...] = (None, [], {}, "?", 10**30, -1.5, True, [{"?": None}])


@pytest.mark.parametrize("recording", V2, ids=str)
def test_a_broken_value_costs_nothing_else(recording: Recording) -> None:
    kind, reader = RECORDED[str(recording)], Reader(20241024)
    sent = trimmed(json.loads(recording.body))
    if isinstance(sent, list):
        sent = [
            *sent,
            {"id": 5, "type": "rank"},
        ]  # a list of which nothing can be read is no answer
    for holder, key in places(sent):
        if holder is sent and isinstance(sent, list):
            continue
        right = holder[key]
        for wrong in BROKEN:
            holder[key] = wrong
            read = reader.ours(json.dumps(sent).encode(), kind)
            assert repr(read)
            assert serialize_model(read)
        holder[key] = right


def nulls(value: Any) -> Any:
    """Return JSON with a null in place of each value that is no object and no list."""
    if isinstance(value, dict):
        return {key: nulls(each) for key, each in value.items()}
    return [nulls(each) for each in value] if isinstance(value, list) else None


NEW = "a new field"


def with_news(value: Any) -> Any:
    """Return JSON with another field in each object."""
    if isinstance(value, dict):
        return {NEW: {"a": [1]}} | {key: with_news(each) for key, each in value.items()}
    return [with_news(each) for each in value] if isinstance(value, list) else value


def without_news(value: Any) -> Any:
    """Return JSON without those fields: raw values have them."""
    if isinstance(value, dict):
        return {key: without_news(each) for key, each in value.items() if key != NEW}
    return [without_news(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("recording", V2, ids=str)
def test_nulls_and_new_fields_change_nothing_else(recording: Recording) -> None:
    kind, reader = RECORDED[str(recording)], Reader(20241024)
    sent = json.loads(recording.body)
    plain, more = (reader.ours(dumped(each), kind) for each in (sent, with_news(sent)))
    assert json.loads(serialize_model(plain)) == without_news(json.loads(serialize_model(more)))
    empty = reader.ours(dumped(nulls(sent)), kind)
    for model in empty if isinstance(empty, list) else [empty]:
        model_class: Any = type(model)
        for name in field_names(model_class):
            value = getattr(model, name, None)
            assert value is None or isinstance(value, Model | list | dict | Cursor | PlayStyles), (
                name
            )


def dumped(value: Any) -> bytes:
    return json.dumps(value).encode()
