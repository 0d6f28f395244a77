"""Async client of ossapi's interface: coroutines, threads, event loops, and its types."""

from __future__ import annotations

import ast
import asyncio
import gc
import inspect
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from osubrowser.api import Offline
from osubrowser.api.ossapi import BeatmapCompact, NewsPostKey, Ossapi, OssapiAsync, User
from osubrowser.api.ossapi import ossapiv2_async as module
from osubrowser.api.ossapi.errors import compatible
from tests.api.conftest import Exchange, Stub
from tests.api.ossapi.conftest import Browser, Clients, point_at
from tests.demo.other_calls import CALLS
from tests.idle import HANG

STUB = Path(str(module.__file__)).with_suffix(".pyi")
ENDPOINTS = [name for name, one in vars(Ossapi).items() if hasattr(one, "__ossapi_scope__")]
PRIVATE = ["_get", "_post", "_put", "_request", "_download_score"]


# --- names and types -------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*ENDPOINTS, *PRIVATE, "search_beatmaps", "beatmap_lookup"])
def test_a_method_is_a_coroutine_function_with_the_same_signature(name: str) -> None:
    method = getattr(OssapiAsync, name)
    assert inspect.iscoroutinefunction(method)
    assert inspect.signature(method) == inspect.signature(getattr(Ossapi, name))
    assert method.__doc__ == getattr(Ossapi, name).__doc__
    assert method.__qualname__ == f"OssapiAsync.{name}"


def test_the_constructor_is_that_of_the_other_client() -> None:
    assert inspect.signature(OssapiAsync) == inspect.signature(Ossapi)


def signature_in_stub(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[tuple[str, str]]:
    """Return names and annotations of the parameters, and the annotation of the result."""
    every = node.args
    arguments = [*every.posonlyargs, *every.args, *every.kwonlyargs]
    arguments += [one for one in (every.vararg, every.kwarg) if one is not None]
    found = [(one.arg, ast.unparse(one.annotation)) for one in arguments if one.annotation]
    return [*found, ("return", ast.unparse(node.returns) if node.returns else "")]


def test_the_types_are_those_of_the_other_client() -> None:
    (kind,) = [one for one in ast.parse(STUB.read_text()).body if isinstance(one, ast.ClassDef)]
    functions = [
        one for one in kind.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    typed = {one.name: one for one in functions if not one.name.startswith("_")}
    public = {
        name
        for name, method in vars(Ossapi).items()
        if not name.startswith("_") and inspect.isfunction(inspect.unwrap(getattr(Ossapi, name)))
    }
    assert set(typed) == public
    assert len(public) > 60
    for name, node in [
        *typed.items(),
        ("__init__", next(f for f in functions if "init" in f.name)),
    ]:
        signature = inspect.signature(getattr(Ossapi, name))
        wanted = [
            (one.name, ast.unparse(ast.parse(one.annotation, mode="eval")))
            for one in signature.parameters.values()
            if one.annotation is not inspect.Parameter.empty
        ]
        result = ast.unparse(ast.parse(signature.return_annotation, mode="eval"))
        assert sorted(signature_in_stub(node)) == sorted([*wanted, ("return", result)]), name
        is_async = isinstance(node, ast.AsyncFunctionDef)
        assert is_async == inspect.iscoroutinefunction(getattr(OssapiAsync, name)), name


def test_attributes_in_the_types_are_there(clients: Clients) -> None:
    (kind,) = [one for one in ast.parse(STUB.read_text()).body if isinstance(one, ast.ClassDef)]
    names = [one.target.id for one in kind.body if isinstance(one, ast.AnnAssign)]  # type: ignore[union-attr]
    api = clients.guest(OssapiAsync)
    assert [name for name in names if not hasattr(api, name)] == []
    assert len(names) > 15


def test_the_module_has_all_that_the_other_one_has() -> None:
    assert getattr(module, "NewsPostKey") is NewsPostKey  # noqa: B009 - unknown to mypy
    with pytest.raises(AttributeError, match="nothing_of_it"):
        getattr(module, "nothing_of_it")  # noqa: B009 - mypy knows that it is not there


# --- calls -------------------------------------------------------------------------------------


@pytest.fixture
def api(clients: Clients) -> Any:
    """A guest on the demo server."""
    return clients.guest(OssapiAsync)


def test_calls_are_made_at_once(stub: Stub, stub_clients: Clients) -> None:
    """All of them are under way before the first is answered."""
    together = threading.Barrier(8, timeout=HANG)

    def respond(exchange: Exchange, _: int) -> None:
        together.wait()
        exchange.answer(body={"id": 2})

    stub.respond(respond)
    api = stub_clients.guest(OssapiAsync)

    async def main() -> list[Any]:
        return await asyncio.gather(*[api.user(2) for _ in range(8)])

    assert [user.id for user in asyncio.run(main())] == [2] * 8


def test_more_calls_than_threads(api: Any) -> None:
    async def main() -> list[Any]:
        return await asyncio.gather(*[api.beatmap(221777) for _ in range(100)])

    found = asyncio.run(main())
    assert {beatmap.id for beatmap in found} == {221777}
    assert all(isinstance(beatmap, BeatmapCompact) for beatmap in found)


def test_every_reading_method_on_the_demo(clients: Clients, browser: Browser) -> None:
    """What the blocking client reads, the async one reads as well."""
    scopes = ["public", "identify", "friends.read"]
    blocking = clients.player(scopes=scopes)
    api = clients.player(OssapiAsync, scopes=scopes)

    class Waiting:
        """The async client with methods that wait for the result."""

        def __getattr__(self, name: str) -> Any:
            method = getattr(api, name)
            return lambda *args, **kwargs: runner.run(method(*args, **kwargs))

    with asyncio.Runner() as runner:
        for name, call in CALLS.items():
            if name in ("search", "scores", "events", "matches"):
                continue  # they move on from call to call
            assert repr(call(Waiting())) == repr(call(blocking)), name


def test_models_and_their_methods(api: Any) -> None:
    async def main() -> None:
        beatmap = await api.beatmap(221777)
        assert (await beatmap.beatmapset()).id == beatmap.beatmapset_id
        score = (await api.beatmap_scores(221777)).scores[0]
        assert (await score.user()).id == score.user_id
        row = (await api.ranking("osu", "performance")).ranking[0]
        assert isinstance(await row.user.expand(), User)

    asyncio.run(main())


def test_errors_are_raised_where_the_call_is_awaited(api: Any) -> None:
    async def main() -> None:
        for call in (api.user(0), api.ranking("bogus", "score"), api.beatmap()):
            with pytest.raises(ValueError, match=r".+"):
                await call
        with pytest.raises(TypeError):
            await api.user_scores(2)

    asyncio.run(main())


def test_private_methods_are_coroutines_too(api: Any) -> None:
    async def main() -> None:
        assert (await api._get(User, "/users/2")).username == "peppy"
        attributes = await api._post(Any, "/beatmaps/221777/attributes", {"mods": ["HR"]})
        assert attributes["attributes"]

    asyncio.run(main())


def test_several_event_loops(api: Any) -> None:
    found: list[int] = []

    def work() -> None:
        for _ in range(3):
            found.append(asyncio.run(api.user(2)).id)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2] * 9


def test_a_call_can_be_cancelled(stub: Stub, stub_clients: Clients) -> None:
    arrived, go_on = threading.Event(), threading.Event()

    def respond(exchange: Exchange, number: int) -> None:
        if number == 1:
            arrived.set()
            go_on.wait(HANG)
        exchange.answer(body={"id": number})

    stub.respond(respond)
    api = stub_clients.guest(OssapiAsync)

    async def main() -> None:
        task = asyncio.create_task(api.user(1))
        await asyncio.to_thread(arrived.wait, HANG)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.shield(hanging()), 0.01)
        go_on.set()
        assert (await api.user(2)).id >= 2

    async def hanging() -> None:
        await asyncio.sleep(0)
        await asyncio.to_thread(go_on.wait, HANG)

    asyncio.run(main())


# --- the client itself -----------------------------------------------------------------------


def calls() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "osubrowser-call"]


def test_threads_end_with_the_client(clients: Clients) -> None:
    before = set(calls())  # of other tests, which end soon
    gc.disable()  # without a search for cycles
    try:
        api = clients.guest(OssapiAsync)
        user = asyncio.run(api.user(2))
        threads = set(calls()) - before
        assert threads
        clients.made.clear()
        del api
        assert all(thread.is_alive() for thread in threads)  # the model has the client
        del user
        for thread in threads:
            thread.join(HANG)
        assert not any(thread.is_alive() for thread in threads)
    finally:
        gc.enable()


def test_threads_end_with_the_session_in_use(clients: Clients) -> None:
    before = set(calls())
    api = clients.guest(OssapiAsync)
    api.session = api.authenticate()
    asyncio.run(api.user(2))
    threads = set(calls()) - before
    assert threads
    api.session.close()
    for thread in threads:
        thread.join(HANG)
    assert not any(thread.is_alive() for thread in threads)


def test_a_program_ends_while_a_call_waits(stub: Stub, tmp_path: Path) -> None:
    stub.respond(lambda exchange, _: exchange.hang())
    program = f"""
import asyncio
from osubrowser.api.ossapi import OssapiAsync
OssapiAsync.BASE_URL = {stub.url!r} + "/api/v2"
OssapiAsync.TOKEN_URL = {stub.url!r} + "/oauth/token"
api = OssapiAsync(1, "secret", token_directory={str(tmp_path)!r})
async def main():
    try:
        await asyncio.wait_for(api.user(2), 0.2)
    except asyncio.TimeoutError:
        print("too late")
asyncio.run(main())
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        timeout=HANG,
        check=True,
    )
    assert done.stdout == "too late\n"
    assert done.stderr == ""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked on POSIX systems")
def test_a_client_works_in_a_forked_process(stub: Stub, tmp_path: Path) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body={"id": 2}))
    program = f"""
import asyncio, os
from osubrowser.api.ossapi import OssapiAsync
OssapiAsync.BASE_URL = "{stub.url}/api/v2"
OssapiAsync.TOKEN_URL = "{stub.url}/oauth/token"
api = OssapiAsync(1, "secret", token_directory={str(tmp_path)!r})
asyncio.run(api.user(2))
child = os.fork()
if child == 0:
    user = asyncio.run(asyncio.wait_for(api.user(2), {HANG / 2}))
    os._exit(user.id)
_, status = os.waitpid(child, 0)
print(os.waitstatus_to_exitcode(status), asyncio.run(api.user(2)).id)
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=HANG, check=False
    )
    assert ended.stdout == "2 2\n", ended.stderr


def test_addresses_are_its_own(stub: Stub, tmp_path: Path) -> None:
    class Mirror(OssapiAsync):
        BASE_URL = f"{stub.url}/mirror/v2"
        TOKEN_URL = f"{stub.url}/oauth/token"

    assert Ossapi.BASE_URL == OssapiAsync.BASE_URL == "https://{domain}.ppy.sh/api/v2"
    api: Any = Mirror(1, "secret", token_directory=str(tmp_path))
    assert api.base_url == Mirror.BASE_URL
    asyncio.run(api.user(2))
    assert stub.requests[-1].path == "/mirror/v2/users/2"
    api.session.close()


def test_methods_that_a_program_replaces(clients: Clients, browser: Browser) -> None:
    saved: list[Any] = []

    class Own(OssapiAsync):
        def _save_token(self, token: Any) -> None:
            saved.append(token)
            super()._save_token(token)

        def _instantiate_type(self, type_: Any, value: Any, *extra: Any) -> Any:
            return value

    api = clients.player(Own)
    assert saved[0]["refresh_token"]
    assert api.token_file.exists()
    assert asyncio.run(api.get_me())["username"]
    plain = clients.player(OssapiAsync)
    assert plain._instantiate_type(User, {"id": 3}).id == 3
    plain._instantiate_type = lambda type_, value: (type_, value["id"])
    assert asyncio.run(plain.user(2)) == (User, 2)
    assert len(saved) == len(browser.opened) == 1


def test_attributes_can_be_read_and_set(clients: Clients) -> None:
    api = clients.guest(OssapiAsync)
    assert api.session.token["access_token"]
    assert api.log.name == "ossapi.ossapiv2_async"
    assert clients.server.client_secret not in repr(api)
    assert api.strict is False
    api.strict = True
    assert asyncio.run(api.ranking("osu", "performance")).ranking
    api.note = "of the program"
    assert api.note == "of the program"
    with pytest.raises(AttributeError):
        _ = api.nothing_of_it
    key = OssapiAsync.gen_token_key("client", 1, "x", ["public"])
    assert key == Ossapi.gen_token_key("client", 1, "x", ["public"])
    OssapiAsync.remove_token(api.token_key, api.token_directory)
    assert not api.token_file.exists()


@pytest.fixture
def aiohttp_imported() -> Iterator[Any]:
    yield pytest.importorskip("aiohttp")


def test_no_server_is_an_error_of_aiohttp_too(
    clients: Clients, monkeypatch: pytest.MonkeyPatch, aiohttp_imported: Any
) -> None:
    point_at(OssapiAsync, "http://127.0.0.1:9", monkeypatch)
    api = clients.guest(OssapiAsync, access_token="x")
    with pytest.raises(aiohttp_imported.ClientError) as lost:
        asyncio.run(api.user(2))
    assert isinstance(lost.value, Offline)
    assert isinstance(lost.value, requests.exceptions.ConnectionError)
    late = compatible(Offline("osu! did not answer in time"), is_async=True)
    assert isinstance(late, aiohttp_imported.ServerTimeoutError)
    assert isinstance(late, asyncio.TimeoutError)
