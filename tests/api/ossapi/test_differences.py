"""Deliberate differences from ossapi that only a run shows: ossapi does one thing, ours another.

Each test has the name that the difference has in the table of `osubrowser.api.ossapi`.
"""

from __future__ import annotations

import importlib
import json
import stat
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from osubrowser.api import OsuError
from tests.api.conftest import EMPTY, Stub
from tests.api.ossapi.conftest import point_at
from tests.api.ossapi.run_program import free_redirect, open_page
from tests.conftest import Server

theirs = pytest.importorskip("ossapi")
osrparse = pytest.importorskip("osrparse")
ours: Any = importlib.import_module("osubrowser.api.ossapi")
LIBRARIES = {"theirs": theirs, "ours": ours}
SHOWN_BY_A_RUN: set[str] = set()
"""Names in the table whose differences are tested here."""
SCOPES = ["public", "identify"]
Make = Callable[..., Any]


def difference(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a test for an entry of the table."""
    SHOWN_BY_A_RUN.add(name)
    return lambda test: test


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Make a client of either library for a server: `make("ours", server, ...)`."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")  # it talks to this machine
    monkeypatch.setattr(webbrowser, "open", open_page)
    clients = []

    def client(which: str, url: str, *arguments: Any, **options: Any) -> Any:
        kind = LIBRARIES[which].Ossapi
        point_at(kind, url, monkeypatch)
        folder = tmp_path / which
        folder.mkdir(exist_ok=True)
        clients.append(kind(*arguments, **{"token_directory": str(folder)} | options))
        return clients[-1]

    yield client
    for each in clients:
        each.session.close()


def guests(make: Make, server: Server) -> dict[str, Any]:
    """Return a guest of each library."""
    return {
        which: make(which, server.url, server.client_id, server.client_secret)
        for which in LIBRARIES
    }


def asked(make: Make, stub: Stub, call: Callable[[Any], Any], body: Any = EMPTY) -> dict[str, Any]:
    """Return the requests that a call sends, for each library."""
    stub.respond(lambda exchange, _: exchange.answer(body=body))
    found = {}
    for which in LIBRARIES:
        api = make(which, stub.url, "1", "secret", access_token="token")
        before = len(stub.requests)
        call(api)
        found[which] = stub.requests[before:]
    return found


@difference("token files")
def test_tokens_are_json_that_nobody_else_may_read(make: Make, demo_server: Server) -> None:
    apis = guests(make, demo_server)
    assert apis["theirs"].token_file.suffix == ".pickle"
    file = apis["ours"].token_file
    assert file.name == f"{apis['ours'].token_key}.json"
    assert file.is_file()
    assert json.loads(file.read_bytes())
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@difference("sign-in")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of oauthlib, for ossapi's own call
def test_a_sign_in_has_a_proof_key(
    make: Make, demo_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []

    def opened(url: str) -> bool:
        pages.append(url)
        return open_page(url)

    monkeypatch.setattr(webbrowser, "open", opened)
    scores = {}
    for which in LIBRARIES:
        application = demo_server.client_id, demo_server.client_secret
        api = make(which, demo_server.url, *application, free_redirect(), SCOPES)
        scores[which] = api.beatmap_scores(221777).scores[0]
    their, our = (parse_qs(urlsplit(page).query) for page in pages)
    assert "code_challenge" in our
    assert "code_challenge" not in their
    # After a fresh sign-in ossapi forgets to say which version of the API it reads.
    assert hasattr(scores["theirs"], "mode")
    assert not hasattr(scores["ours"], "mode")


@difference("addresses")
def test_a_token_is_sent_over_https_alone_but_to_this_machine(make: Make) -> None:
    make("theirs", "http://osu.example", "1", "secret", access_token="token")
    with pytest.raises(ValueError, match="https"):
        make("ours", "http://osu.example", "1", "secret", access_token="token")


@difference("errors")
def test_errors_say_what_failed(make: Make, demo_server: Server) -> None:
    for which, api in guests(make, demo_server).items():
        with pytest.raises(ValueError) as failure:
            api.user("nobody of this name")
        assert isinstance(failure.value, OsuError) == (which == "ours")


@difference("access_token")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_access_token_is_renewed(make: Make, demo_server: Server) -> None:
    url, application = demo_server.url, (demo_server.client_id, demo_server.client_secret)
    for which in LIBRARIES:
        first = make(which, url, *application, free_redirect(), SCOPES)
        refresh = first.session.token["refresh_token"]
        passed = {"access_token": "ended", "refresh_token": refresh, "token_key": "passed"}
        api = make(which, url, *application, free_redirect(), SCOPES, **passed)
        if which == "theirs":
            with pytest.raises(theirs.ossapiv2.ReauthenticationRequired):
                api.get_me()
        else:
            assert api.get_me().username


@difference("booleans")
def test_booleans_are_sent_as_they_are(make: Make, stub: Stub) -> None:
    sent = asked(make, stub, lambda api: api.beatmapset_discussion_posts(with_deleted=True))
    assert [each.query["with_deleted"] for each in sent["theirs"]] == [["false"]]
    assert [each.query["with_deleted"] for each in sent["ours"]] == [["1"]]


@difference("names of players")
def test_names_of_players_have_a_sign_before_them(make: Make, stub: Stub) -> None:
    sent = asked(make, stub, lambda api: api.user("peppy", key="username"))
    assert [each.path.rstrip("/") for each in sent["theirs"]] == ["/api/v2/users/peppy"]
    assert [each.path.rstrip("/") for each in sent["ours"]] == ["/api/v2/users/@peppy"]


@difference("ids")
def test_many_ids_are_several_requests(make: Make, stub: Stub) -> None:
    body = EMPTY | {"beatmaps": []}
    sent = asked(make, stub, lambda api: api.beatmaps(list(range(1, 61))), body)
    assert [len(each.query["ids[]"]) for each in sent["theirs"]] == [60]
    assert sum(len(each.query["ids[]"]) for each in sent["ours"]) == 60
    assert all(len(each.query["ids[]"]) <= 50 for each in sent["ours"])


@difference("unknown values")
def test_unknown_values_are_read(make: Make, stub: Stub) -> None:
    body = {"id": 1, "mode": "lanes", "beatmapset_id": 2, "new_field": []}
    found = []
    call: Callable[[Any], Any] = lambda api: found.append(api.beatmap(1))  # noqa: E731
    stub.respond(lambda exchange, _: exchange.answer(body=body))
    token = {"access_token": "token"}
    with pytest.raises(ValueError, match="lanes"):
        call(make("theirs", stub.url, "1", "secret", **token))
    call(make("ours", stub.url, "1", "secret", **token))
    assert found[0].mode.value == "lanes"


@difference("country rankings")
def test_rows_of_a_country_ranking_are_countries(make: Make, demo_server: Server) -> None:
    for which, api in guests(make, demo_server).items():
        row = api.ranking("osu", "country").ranking[0]
        assert (
            type(row).__name__ == {"theirs": "UserStatistics", "ours": "CountryStatistics"}[which]
        )


@difference("Replay.pack")
def test_changed_mods_are_written(make: Make, demo_server: Server) -> None:
    for which, api in guests(make, demo_server).items():
        score = next(each for each in api.beatmap_scores(221777).scores if each.replay)
        replay = api.download_score(score.id)
        before, replay.mods = replay.mods, LIBRARIES[which].Mod.EZ
        packed = osrparse.Replay.from_string(replay.pack())
        assert packed.mods.value == (replay.mods if which == "ours" else before).value


@difference("str of models")
def test_the_text_of_a_model_has_the_order_of_its_class(make: Make, demo_server: Server) -> None:
    shown = {
        which: [api.beatmap(221777), api.beatmap_scores(221777).scores[0].mods[0]]
        for which, api in guests(make, demo_server).items()
    }
    beatmap, mod = shown["ours"]
    its_beatmap, its_mod = shown["theirs"]
    assert str(mod) == str(its_mod)
    assert beatmap._ossapi_data.keys() == its_beatmap._ossapi_data.keys()
    assert str(beatmap) != str(its_beatmap)


@difference("serialize_model")
def test_a_model_is_serialized_with_its_fields(make: Make, demo_server: Server) -> None:
    texts = {
        which: LIBRARIES[which].serialize_model(api.beatmap(221777))
        for which, api in guests(make, demo_server).items()
    }
    assert json.loads(texts["theirs"]) == {}
    assert json.loads(texts["ours"])["id"] == 221777


@difference("old names")
def test_names_of_the_first_releases_are_there(make: Make, demo_server: Server) -> None:
    apis = guests(make, demo_server)
    for name in ("search_beatmaps", "beatmapsets_events", "beatmap_lookup", "changelog_lookup"):
        assert not hasattr(apis["theirs"], name)
        assert hasattr(apis["ours"], name)
    found = apis["ours"].search(query="peppy")
    assert found.user is found.users
    assert found.wiki_page is found.wiki_pages


@difference("OssapiAsync")
def test_the_asynchronous_client_needs_no_other_package() -> None:
    program = "import sys, {} as it; it.OssapiAsync; print('requests_oauthlib' in sys.modules)"
    for module, wanted in (("ossapi", "True"), ("osubrowser.api.ossapi", "False")):
        run = subprocess.run(
            [sys.executable, "-c", program.format(module)],
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == wanted
