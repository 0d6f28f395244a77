"""Errors: messages, redaction, copies for other threads."""

from __future__ import annotations

import pytest

from osubrowser.api import OsuError, RateLimited, ServerTrouble
from osubrowser.api.http.messages import Response, error_for, server_message
from osubrowser.api.http.urls import redacted_url


def test_an_error_shows_what_is_known() -> None:
    error = ServerTrouble(
        "osu! has trouble", status=502, address="https://x/y", server_message="soon back"
    )
    assert str(error) == 'osu! has trouble · osu! says: "soon back" · status 502 · https://x/y'
    assert str(OsuError()) == OsuError.__doc__


def test_another_thread_raises_an_equal_one() -> None:
    error = RateLimited("Too many", retry_after=5, status=429)
    again = error.copy()
    assert again is not error
    assert type(again) is RateLimited
    assert (again.retry_after, again.status, again.at) == (5, 429, error.at)
    assert again.__traceback__ is None
    assert str(again) == str(error)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b'{"error":"no"}', "no"),
        (b'{"error":null}', None),
        (b'{"authentication":"basic"}', None),
        (
            b'{"error":"invalid_request","error_description":"Bad code.","hint":"Expired"}',
            "Bad code. Expired",
        ),
        (b'{"error":["no"]}', None),
        (b'{"error":"  \\n "}', None),
        (b'{"error":"a\\u001b[2Jb\\u202e\\u0000c\\n d"}', "a[2Jbc d"),
        (b"[]", None),
        (b"<html>", None),
        (b"", None),
        (b"\xff\xfe", None),
        (b"[" * 100_000, None),
    ],
)
def test_the_sentence_of_the_server(body: bytes, sentence: str | None) -> None:
    assert server_message(body) == sentence


def test_a_long_sentence_is_cut() -> None:
    assert len(server_message(b'{"error":"' + b"a" * 10_000 + b'"}') or "") == 300


def test_a_429_without_a_time_is_a_minute() -> None:
    error = error_for(Response(429, "", b"", "https://x"))
    assert isinstance(error, RateLimited)
    assert error.retry_after == 60


def test_addresses_are_shown_without_secrets() -> None:
    shown = redacted_url("https://me:pw@osu.ppy.sh/a?k=key&code=c&state=s&page=2#f")
    assert shown == "https://osu.ppy.sh/a?page=2"
