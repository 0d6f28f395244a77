"""Hostile and damaged headers of responses: each costs its meaning at most, never the program."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from osubrowser.api import (
    InvalidRequest,
    Offline,
    OsuError,
    RateLimited,
    ServerTrouble,
    TooLarge,
)
from osubrowser.api.calls import api_request
from osubrowser.api.decoding.decode import read_file
from osubrowser.api.http.messages import Download
from osubrowser.api.legacy import LegacyClient
from tests.api.conftest import Exchange, Stub

BODY = b'{"spotlights":[{"id":7}]}'


def reply(
    stub: Stub, *headers: bytes, body: bytes = BODY, status: bytes = b"200 OK", length: bool = True
) -> None:
    """Answer every request with these raw header lines."""
    lines = [b"HTTP/1.1 " + status, *headers, b"Connection: close"]
    if length:
        lines.append(b"Content-Length: %d" % len(body))

    def respond(exchange: Exchange, _: int) -> None:
        exchange.wfile.write(b"\r\n".join([*lines, b"", body]))
        exchange.close_connection = True

    stub.respond(respond)


def dated(sent: str) -> bytes:
    """Return a header's value: `in 40` stands for the date in 40 seconds."""
    if not sent.startswith("in "):
        return sent.encode()
    moment = datetime.now(UTC) + timedelta(seconds=float(sent.removeprefix("in ")))
    return format_datetime(moment, usegmt=True).encode()


# --- Retry-After ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "least", "most"),
    [
        ("30", 29, 30),
        ("0", 0, 0),
        (" 30 ", 29, 30),
        ("999999999", 3600, 3600),
        ("9" * 400, 0, 3600),
        ("-5", 60, 60),
        ("1e9", 60, 60),
        ("nan", 60, 60),
        ("inf", 60, 60),
        ("30.5", 60, 60),
        ("30, 40", 60, 60),
        ("", 60, 60),
        ("٣", 60, 60),
        ("soon", 60, 60),
        ("in 40", 0, 40),
        ("in -1000", 0, 0),
        ("Wed, 21 Oct 2999 07:28:00 GMT", 3600, 3600),
        ("Wed, 21 Oct 99999 07:28:00 GMT", 0, 3600),
        ("Wed, 99 Foo 2026", 60, 60),
        ("Fri, 31 Dec 9999 23:59:59 -2359", 3600, 3600),
    ],
)
def test_retry_after_is_bounded(stub: Stub, sent: str, least: float, most: float) -> None:
    reply(stub, b"Retry-After: " + dated(sent), status=b"429 Too Many", body=b"{}")
    with stub.client(max_wait=0) as client, pytest.raises(RateLimited) as caught:
        client.spotlights()
    assert least <= caught.value.retry_after <= most


@pytest.mark.parametrize("sent", ["-5", "soon", "9" * 400, "1e9", "", "in -9"])
def test_retry_after_of_a_server_in_trouble_is_bounded(stub: Stub, sent: str) -> None:
    reply(stub, b"Retry-After: " + dated(sent), status=b"503 No", body=b"{}")
    with stub.client(max_wait=3) as client, pytest.raises(ServerTrouble):
        client.spotlights()
    assert len(stub.requests) in (1, 4), "it gives up, or waits its own time"


# --- Content-Length ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (b"%d" % (len(BODY) + 5), ServerTrouble),
        (b"%d" % (len(BODY) - 5), ServerTrouble),
        (b"0", ServerTrouble),
        (b"9999999999999", TooLarge),
        (b"9" * 5000, TooLarge),
        (b"5, 6", OsuError),
        (b"5\r\nContent-Length: 6", OsuError),
    ],
)
def test_a_length_that_lies_is_an_error(stub: Stub, sent: bytes, error: type[OsuError]) -> None:
    reply(stub, b"Content-Length: " + sent, length=False)
    with stub.client() as client, pytest.raises(error):
        client.spotlights()


@pytest.mark.parametrize("sent", [b"-5", b"many", b"", b"1e3", "１２".encode()])
def test_a_length_that_is_none_is_ignored(stub: Stub, sent: bytes) -> None:
    reply(stub, b"Content-Length: " + sent, length=False)
    with stub.client() as client:
        assert [spotlight.id for spotlight in client.spotlights()] == [7]


# --- Content-Type --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sent",
    [
        None,
        b"",
        b"text/plain",
        b"application/json; charset=utf-16",
        b"application/json; charset=\xff",
        b"x" * 5000,
        b"\xff\xfe",
    ],
)
def test_the_type_of_json_does_not_matter(stub: Stub, sent: bytes | None) -> None:
    reply(stub, *([] if sent is None else [b"Content-Type: " + sent]))
    with stub.client() as client:
        assert client.spotlights()[0].id == 7


def download(stub: Stub, *headers: bytes, body: bytes = b"file") -> Download:
    reply(stub, *headers, body=body)
    with stub.client() as client:
        return client._call(api_request("GET", "/file", None), read_file)


def test_a_file_without_a_type_is_a_file(stub: Stub) -> None:
    assert download(stub) == Download(b"file", None)


@pytest.mark.parametrize("body", [b'{"error":null}', b' {"error":"words"}\n', b"null", b"[]"])
def test_an_error_without_a_type_is_no_file(stub: Stub, body: bytes) -> None:
    with pytest.raises(ServerTrouble):
        download(stub, body=body)


# --- Content-Disposition -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        (b'attachment; filename="a.osr"', "a.osr"),
        (b"attachment; filename=a.osr", "a.osr"),
        (b"attachment; filename*=UTF-8''%e5%8d%83.osr", "千.osr"),
        (b'attachment; filename="../../etc/passwd"', "passwd"),
        (b'attachment; filename="C:\\\\Windows\\\\a.osr"', "a.osr"),
        (b'attachment; filename="/etc/passwd"', "passwd"),
        (b'attachment; filename=".."', None),
        (b'attachment; filename="."', None),
        (b'attachment; filename=""', None),
        (b"attachment", None),
        (b"", None),
        (b"attachment; filename*=UTF-8''%2e%2e%2fa.osr", "a.osr"),
        (b"attachment; filename*=no-such-charset''a.osr", "a.osr"),
        (b'attachment; filename="' + b"a" * 5000 + b'"', None),
    ],
)
def test_names_of_files_are_safe(stub: Stub, sent: bytes, name: str | None) -> None:
    assert download(stub, b"Content-Disposition: " + sent).filename == name


@pytest.mark.parametrize(
    "sent",
    [
        b'attachment; filename="\xff\xfe.osr"',
        b"attachment; filename*=UTF-8''%ff%fe.osr",
        b"attachment; filename*=''''''",
        b"attachment; filename*0=a; filename*1=b; filename*x=c",
        b"attachment; filename*99999999999999999999=a",
        b'attachment; filename="a\x00b.osr"',
        b'attachment; filename="a\xe2\x80\xaerso.exe"',
        b"attachment; filename=con.osr",
        b'attachment; filename="unclosed',
        b';;;==="""\'',
        b"attachment; filename*=utf-8'en'" + b"%41" * 600,
    ],
)
def test_a_damaged_name_is_safe_or_none(stub: Stub, sent: bytes) -> None:
    name = download(stub, b"Content-Disposition: " + sent).filename
    if name is not None:
        assert name.isprintable()
        assert name.encode()
        assert not set('/\\:*?"<>|') & set(name)
        assert 0 < len(name.encode()) <= 240
        assert not name.lower().startswith(("con.", "."))


# --- any header ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sent",
    [
        b"X-Name: \xff\xfe\x80",
        b"X-\xff: value",
        b"X-Folded: a\r\n b",
        b"X-RateLimit-Remaining: " + b"9" * 400,
        b"Date: yesterday",
        b"Set-Cookie: \xff=\xfe; Expires=never; Domain=\x80",
        b"Content-Encoding: none-such",
    ],
)
def test_a_strange_header_changes_nothing(stub: Stub, sent: bytes) -> None:
    reply(stub, sent)
    with stub.client() as client:
        assert client.spotlights()[0].id == 7


@pytest.mark.parametrize(
    "sent",
    [
        b"no colon at all",
        b": no name",
        b"X-Zero: a\x00b",
        b"X-Long: " + b"a" * 70_000,
        b"\r\n".join(b"X-%d: a" % number for number in range(200)),
        b"Transfer-Encoding: chunked",
        b"Transfer-Encoding: \xff",
        b"Content-Encoding: gzip",
    ],
)
def test_broken_headers_are_read_or_an_error(stub: Stub, sent: bytes) -> None:
    reply(stub, sent)
    with stub.client() as client:
        try:
            assert client.spotlights()[0].id == 7
        except (ServerTrouble, Offline) as error:
            assert error.address == f"{stub.url}/api/v2/spotlights"


@pytest.mark.parametrize("status", [b"99 Low", b"1000 High", b"-200 OK", b"two OK", b"200", b""])
def test_broken_status_lines_are_errors_or_read(stub: Stub, status: bytes) -> None:
    reply(stub, status=status)
    with stub.client() as client:
        try:
            assert client.spotlights()[0].id == 7
        except (ServerTrouble, Offline, InvalidRequest) as error:
            assert error.address == f"{stub.url}/api/v2/spotlights"


@pytest.mark.parametrize(
    "sent",
    [
        b"\xff\xfe",
        b"http://[",
        b"//",
        b"",
        b"file:///etc/passwd",
        b"http://127.0.0.1:99999/",
        b"\x00",
    ],
)
def test_a_redirect_to_nowhere_is_an_error(stub: Stub, sent: bytes) -> None:
    reply(stub, b"Location: " + sent, status=b"302 Found", body=b"")
    with stub.client() as client, pytest.raises(OsuError):
        client.spotlights()


def test_broken_headers_do_not_write_the_key_into_the_log(
    stub: Stub, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    reply(stub, b"no colon at all", b"X: \xff", body=json.dumps([{"user_id": "2"}]).encode())
    with LegacyClient("the-secret-key", base_url=stub.url) as client:
        try:
            client.get_user(2)
        except OsuError as error:
            assert "the-secret-key" not in str(error)
    assert "the-secret-key" not in caplog.text
