"""The check for updates: one request a day, without data, and only if it is wanted."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from osubrowser import __version__
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.settings.settings import Settings
from osubrowser.services.updates import releases
from osubrowser.services.updates.checker import INTERVAL, CheckState, UpdateChecker
from osubrowser.services.updates.releases import is_newer, releases_page
from tests.asset_server import AssetServer
from tests.conftest import StubClock

Run = Callable[[Coroutine[Any, Any, Any]], Any]
PATH = "/repos/somebody/osubrowser/releases/latest"


@pytest.fixture
def server() -> Iterator[AssetServer]:
    server = AssetServer()
    yield server
    server.close()


class Checks:
    """A checker of version 1.2.0, its server, and a clock."""

    def __init__(self, server: AssetServer, calls: Calls, folder: Path) -> None:
        self.server = server
        self.clock = StubClock()
        self.settings = Settings.load(folder / "settings.json")
        self.folder = folder
        self.checker = UpdateChecker(
            calls,
            self.settings,
            address=f"{server.url}{PATH}",
            version="1.2.0",
            now=lambda: self.clock.now,
        )
        self.found: list[str] = []
        self.checker.found.connect(self.found.append)

    def answer(self, **values: object) -> None:
        self.server.answers[PATH] = (200, {}, json.dumps(values).encode())


@pytest.fixture
def checks(server: AssetServer, calls: Calls, tmp_path: Path) -> Checks:
    return Checks(server, calls, tmp_path)


def test_nothing_is_asked_unless_it_is_wanted(checks: Checks, run: Run) -> None:
    assert Settings().check_updates is False
    run(checks.checker.check_if_due())
    assert checks.server.asked == []
    assert checks.checker.state is CheckState.UNKNOWN
    assert checks.settings.update_checked == 0


def test_one_request_a_day_that_says_nothing(checks: Checks, run: Run) -> None:
    checks.settings.check_updates = True
    checks.server.answers[PATH] = (
        200, {"Set-Cookie": "id=1; Path=/"}, json.dumps({"tag_name": "v1.10.0"}).encode(),
    )  # fmt: skip
    for seconds in (0, 1, INTERVAL - 2):
        checks.clock.advance(seconds)
        run(checks.checker.check_if_due())
    assert checks.server.asked == [PATH]
    assert checks.checker.state is CheckState.NEWER
    assert (checks.found, checks.checker.newest) == (["1.10.0"], "1.10.0")
    checks.clock.advance(1)
    run(checks.checker.check_if_due())
    assert checks.server.asked == [PATH, PATH]
    for headers in checks.server.headers:
        assert headers.pop("Host")
        assert headers == {
            "User-Agent": "osubrowser",
            "Accept": "application/json",
            "Accept-Encoding": "gzip, deflate",
        }
    assert __version__ not in str(checks.server.headers)


def test_what_was_found_is_known_after_a_restart(checks: Checks, run: Run, calls: Calls) -> None:
    checks.answer(tag_name="v1.3")
    run(checks.checker.check())
    saved = Settings.load(checks.folder / "settings.json")
    later = UpdateChecker(calls, saved, address="https://a.example/b", version="1.2.0")
    assert later.state is CheckState.NEWER
    assert later.checked_at == checks.clock.now
    assert UpdateChecker(calls, saved, version="1.3.0").state is CheckState.CURRENT


def test_a_clock_that_was_set_back_does_not_stop_the_checks(checks: Checks, run: Run) -> None:
    checks.settings.check_updates = True
    checks.settings.update_checked = int(checks.clock.now) + 10 * INTERVAL
    checks.answer(tag_name="1.2.0")
    run(checks.checker.check_if_due())
    assert checks.server.asked == [PATH]
    assert checks.checker.state is CheckState.CURRENT
    assert checks.found == []


@pytest.mark.parametrize(
    "answer",
    [
        (404, {}, b"{}"),
        (500, {}, b"{}"),
        (403, {"Retry-After": "3600"}, b"{}"),
        (200, {}, b"<html>sign in to the wireless network</html>"),
        (200, {}, b"[" * 100_000),
        (200, {}, b'{"tag_name": 2}'),
        (200, {}, b'{"tag_name": "v9\\u202e.1"}'),
        (200, {}, b'{"tag_name": "' + b"9" * 10_000 + b'"}'),
        (200, {}, b'{"tag_name": "nightly"}'),
        (302, {"Location": "https://evil.example/"}, b""),
    ],
)
def test_a_failure_is_silent_counts_as_the_check_of_the_day_and_is_told_in_the_settings(
    checks: Checks, run: Run, answer: tuple[int, dict[str, str], bytes]
) -> None:
    checks.settings.check_updates = True
    checks.server.answers[PATH] = answer
    run(checks.checker.check_if_due())
    run(checks.checker.check_if_due())
    assert len(checks.server.asked) == 1, "not again, whatever the answer"
    assert checks.checker.state is CheckState.FAILED
    assert checks.found == []
    assert checks.checker.newest == ""
    checks.answer(tag_name="v1.2.0")
    run(checks.checker.check())
    assert (checks.checker.state, checks.checker.error) == (CheckState.CURRENT, None)


def test_a_server_that_cannot_be_reached_is_a_failure(checks: Checks, run: Run) -> None:
    checks.server.close()
    run(checks.checker.check())
    assert checks.checker.state is CheckState.FAILED


def test_without_an_address_nothing_is_asked(
    calls: Calls, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(releases.VARIABLE, "")
    checker = UpdateChecker(calls, Settings(check_updates=True))
    assert not checker.can_check
    run(checker.check())
    run(checker.check_if_due())
    assert checker.state is CheckState.UNKNOWN
    monkeypatch.setenv(releases.VARIABLE, "https://api.github.com/repos/a/b/releases/latest")
    checker = UpdateChecker(calls, Settings())
    assert checker.host == "api.github.com"
    assert checker.page == "https://github.com/a/b/releases/latest"


def test_the_page_follows_from_the_address_and_versions_from_their_numbers() -> None:
    assert releases_page("https://updates.example/osubrowser.json") == "https://updates.example/"
    for newer, older in (("1.10", "1.9.3"), ("2", "1.99"), ("1.2.0.1", "1.2"), ("0.1", "0.0.9")):
        assert is_newer(newer, older)
        assert not is_newer(older, newer)
    for same in ("1.2", "1.2.0", "1.2.0rc1"):
        assert not is_newer(same, "1.2.0")
        assert not is_newer("1.2.0", same)


@pytest.mark.parametrize(
    "address",
    [
        "https://[",
        "file:///etc/passwd",
        "osu",
        "https://",
        "https://a.example:x/",
        "https://u:p@a.example/b",
    ],
)
def test_what_is_no_address_of_a_host_counts_as_none(
    calls: Calls, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(releases.VARIABLE, address)
    checker = UpdateChecker(calls, Settings())
    assert not checker.can_check
    assert checker.host == ""


@pytest.mark.parametrize("saved", ["9.9-<b>x</b>", "9.9\u202e", "9.9\n", "nightly"])
def test_a_saved_version_that_is_none_is_unknown(calls: Calls, saved: str) -> None:
    settings = Settings()
    settings.update_version = saved
    assert UpdateChecker(calls, settings, address="https://a.example/b").state is CheckState.UNKNOWN
