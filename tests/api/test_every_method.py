"""Completeness of all methods: types, docstrings, and calls in `every_method.py`."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from osubrowser.api import Client, legacy
from osubrowser.api.legacy import LegacyClient

SCRIPT = Path(__file__).with_name("every_method.py")
PROMISED = re.findall(
    r"\w+",
    """
    beatmap_packs beatmap_pack beatmap_user_score beatmap_user_scores beatmap_scores beatmap
    beatmaps beatmap_attributes beatmapset_discussion_posts beatmapset_discussion_votes
    beatmapset_discussions search_beatmapsets beatmapset beatmapset_events changelog_build
    changelog_listing changelog_build_lookup comments comment events forum_topic forum_listing
    forum_topics friends search matches match get_me news_listing news_post ranking
    multiplayer_scores room room_leaderboard rooms score scores score_mode download_score
    download_score_mode seasonal_backgrounds spotlights tags user_kudosu user_scores
    user_beatmaps user_recent_activity search_beatmaps_passed user users_lookup users wiki_page
    search_beatmaps beatmapsets_events
    send_pm send_announcement forum_create_topic forum_reply forum_edit_topic forum_edit_post
    revoke_token
    """,
)
NOT_ENDPOINTS = {
    "at_most",
    "begin_authorization",
    "best_effort",
    "close",
    "ensure_token",
    "finish_authorization",
    "from_cache",
    "has_token",
    "observed_by",
    "pages",
    "read",
    "requests_last_minute",
    "set_pace",
    "single_try",
    "use_token",
}
WRONG = [
    'client.user_scores(2, "best", limit="ten")',
    "client.user_scores(2)",
    "client.user(2).username.nothing()",
    'client.ranking("osu", "country").ranking[0].pp',
    'client.pages(client.user_scores, 2, "best", limit="ten")',
    "client.pages(client.user_scores)",
    'for page in client.pages(client.ranking, "osu", "country"): page.ranking[0].pp',
    "client.score(1).statistics = 5",
    'client.download_score("text")',
    "client.forum_reply(1)",
    "old.get_user(mode=[])",
    "old.get_match(1).games[0].scores[0].nothing",
]


def public(kind: type) -> set[str]:
    return {
        name for name in dir(kind) if not name.startswith("_") and callable(getattr(kind, name))
    }


def called_in(script: ast.AST, parameter: str) -> set[str]:
    """Return the methods of a parameter, by its type's name, that a script names."""
    found: set[str] = set()
    for function in ast.walk(script):
        if not isinstance(function, ast.FunctionDef):
            continue
        names = {
            argument.arg
            for argument in function.args.args
            if argument.annotation and ast.unparse(argument.annotation) == parameter
        }
        found |= {
            node.attr
            for node in ast.walk(function)
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id in names
        }
    return found


@pytest.fixture(scope="module")
def script() -> ast.AST:
    return ast.parse(SCRIPT.read_text())


def test_the_script_uses_every_method(script: ast.AST) -> None:
    assert called_in(script, "Client") == public(Client)
    assert called_in(script, "legacy.LegacyClient") == public(LegacyClient)
    calls = {name for name in legacy.__all__ if name.startswith("get_")}
    named = {
        node.attr
        for node in ast.walk(script)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "legacy"
    }
    assert calls <= named
    assert {name for name in legacy.__all__ if name.startswith("get_")} == {
        name for name in public(LegacyClient) if name.startswith("get_")
    }


def test_mypy_takes_every_call_and_refuses_wrong_ones(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    mypy = pytest.importorskip("mypy.api")
    wrong = tmp_path / "wrong.py"
    head = (
        "from osubrowser.api import Client\n"
        "from osubrowser.api.legacy import LegacyClient\n"
        "def use(client: Client, old: LegacyClient) -> None:\n"
    )
    wrong.write_text(head + "".join(f"    {line}\n" for line in WRONG))
    assert request.config.cache is not None
    cache = request.config.cache.mkdir("mypy")
    said, trouble, _ = mypy.run(
        ["--strict", "--no-error-summary", f"--cache-dir={cache}", str(SCRIPT), str(wrong)]
    )
    assert not trouble
    assert SCRIPT.name not in said, said
    refused = {int(line) for line in re.findall(r"wrong\.py:(\d+): error:", said)}
    missed = [line for number, line in enumerate(WRONG, 4) if number not in refused]
    assert not missed, said


# --- what is there, and what is said about it --------------------------------------------


def test_all_that_was_promised_is_there() -> None:
    assert not set(PROMISED) - public(Client)


def endpoints() -> Iterator[tuple[str, object]]:
    for name in sorted(public(Client) - NOT_ENDPOINTS):
        yield name, getattr(Client, name)
    for name in sorted(public(LegacyClient) - NOT_ENDPOINTS):
        yield f"legacy.{name}", getattr(LegacyClient, name)


@pytest.mark.parametrize(("name", "method"), list(endpoints()), ids=lambda value: str(value)[:30])
def test_a_method_says_what_it_asks_and_what_may_go_wrong(name: str, method: object) -> None:
    text = inspect.getdoc(method)
    assert text, f"{name} says nothing"
    assert re.search(r"`(GET|POST|PUT|DELETE) \S+`", text), f"{name} does not say what it asks"
    assert re.search(r"\b[Rr]aises?\b", text), f"{name} does not say what may go wrong"


@pytest.mark.parametrize("kind", [Client, LegacyClient])
def test_every_parameter_and_every_answer_has_a_type(kind: type) -> None:
    for name in public(kind):
        signature = inspect.signature(getattr(kind, name))
        assert signature.return_annotation not in (inspect.Signature.empty, "Any"), name
        for parameter in signature.parameters.values():
            if parameter.name != "self":
                assert parameter.annotation not in (inspect.Parameter.empty, "Any"), name


def test_the_paged_calls_can_be_walked() -> None:
    """What takes a cursor, an offset or a page is a call that `pages` takes."""
    places = {"cursor", "offset", "page", "max_id"}
    for name in public(Client) - NOT_ENDPOINTS:
        method = getattr(Client, name)
        walked = hasattr(method, "_osubrowser_paging")
        assert walked or not places & set(inspect.signature(method).parameters), name
