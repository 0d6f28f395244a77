"""The log holds what happened, and no secret."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import pytest

from osubrowser.services.runtime.logs import Logs, redact


@pytest.mark.parametrize(
    "line",
    [
        "GET /callback?code=SECRET&state=SECRET HTTP/1.1",
        "https://osu.ppy.sh/api/get_user?k=SECRET&u=peppy",
        "Authorization: Bearer SECRET",
        "headers {'Authorization': 'Basic SECRET=='}",
        '{"access_token": "SECRET", "refresh_token":"SECRET", "expires_in": 86400}',
        "{'client_secret': 'SECRET', 'x': 1}",
        "client_id=1&client_secret=SECRET&grant_type=client_credentials",
        "token eyJ0eXAiSECRET.eyJhdWQiSECRET.c2lnbmF0SECRET",
        "('code_verifier', 'SECRET')",
        "Options(guest_id='1', guest_secret='SECRET')",
        "OSUBROWSER_PASSWORD=SECRET",
        "callback%3Fcode%3DSECRET",
        "client_secret: SECRET",
        "Cookie: osu_session=SECRET",
        "Set-Cookie: a=1; XSRF-TOKEN=SECRET; path=/",
        "Authorization: SECRET",
        r'body "{\"refresh_token\": \"SECRET\"}"',
        "{'token': b'SECRET'}",
        "GET https://somebody:SECRET@osu.example.org/",
    ],
)
def test_secrets_are_masked(line: str) -> None:
    secret = "Zx9-_abcDEF0123456789"
    masked = redact(line.replace("SECRET", secret))
    assert secret not in masked
    assert "***" in masked


@pytest.mark.parametrize(
    "text",
    ["-eyJ", "eyJaaaaaaaaa.", '"k" ', "bearer ", "k=k=", "a-b", "\\\\", "://a:", "'k':b", "k='"],
)
def test_a_long_line_is_masked_in_linear_time(text: str) -> None:
    def cost(count: int) -> float:
        line = text * count
        began = time.process_time()
        redact(line)
        return time.process_time() - began

    cost(100)
    short = min(cost(500) for _ in range(5))
    assert cost(8000) < 64 * max(short, 0.0005), "16 times as long"


def test_ordinary_lines_stay_as_they_are() -> None:
    for line in (
        "GET /api/v2/rankings/osu/performance?country=JP&page=3: 503, osu! says: 'x'",
        "key='response cache' is_token=False? http://127.0.0.1:8080/users/@a",
        "no token was there, the session is over: sign in",
        '  File "/opt/a/session.py", line 3, in code\n    raise LoginRequired(code, state)',
    ):
        assert redact(line) == line.replace("=False?", "=***")
    assert redact("a\x1b[31m\rb\u202ec") == "a\\x1b[31m\\x0db\\x202ec"


def test_a_log_is_written_masked_with_its_traceback(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "osubrowser.log"
    logs = Logs(file, "error")
    log = logging.getLogger("osubrowser.test")
    try:
        int("client_secret=hunter2")
    except ValueError:
        log.warning("it failed with access_token=%s", "hunter2", exc_info=True)
    log.info("all well")
    log.debug("noise")
    logs.close()
    log.warning("after the end")
    text = file.read_text()
    assert "hunter2" not in text
    assert "Traceback" in text
    assert "all well" in text
    assert "noise" not in text
    assert "after the end" not in text
    assert logs.problem is None


def test_without_a_folder_to_write_to_there_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in the way")
    logs = Logs(tmp_path / "logs" / "osubrowser.log", "error")
    logs.close()
    assert logs.problem is not None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_full_disk_is_silent_in_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "osubrowser.log"
    file.symlink_to("/dev/full")
    logs = Logs(file, "error")
    for n in range(2000):  # more than any buffer holds
        logging.getLogger("osubrowser.test").warning("there is no room for this: %d", n)
    logs.close()
    assert capsys.readouterr().err == ""


def test_a_terminal_that_is_closed_stops_no_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "osubrowser.log"
    with (tmp_path / "terminal").open("w") as terminal:
        monkeypatch.setattr("sys.stderr", terminal)
        logs = Logs(file, "warning")
    logging.getLogger("osubrowser.test").warning("said to nobody but the file")
    logs.close()
    assert "nobody but the file" in file.read_text()
