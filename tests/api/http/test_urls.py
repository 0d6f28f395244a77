"""Origins that are read without urllib3 are the same that its parser finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from urllib3.util import parse_url

from osubrowser.api.http import urls
from osubrowser.api.http.urls import is_loopback, is_loopback_url, validated_origin

LABELS = st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True)
HOSTS = st.one_of(
    st.lists(LABELS, min_size=1, max_size=4).map(".".join),
    st.sampled_from(["localhost", "127.0.0.1", "127.0.0.2", "[::1]", "1.2.3.4", "xn--q9jyb4c.jp"]),
)
ORIGINS = st.builds(
    "{}://{}{}{}".format,
    st.sampled_from(["http", "https", "HTTPS"]),
    HOSTS,
    st.one_of(st.just(""), st.integers(0, 70000).map(":{}".format)),
    st.sampled_from(["", "/", "\\@evil.example", "?x", "#y", "/path"]),
)


@given(ORIGINS)
def test_a_plain_origin_is_what_urllib3_connects_to(url: str) -> None:
    if urls._PLAIN_ORIGIN.fullmatch(url) is None:
        return
    parts = parse_url(url)
    assert (parts.auth, parts.path, parts.query, parts.fragment) == (None, None, None, None)
    assert f"{parts.scheme}://{parts.netloc}" == url == validated_origin(url)
    assert is_loopback_url(url) == is_loopback(parts.host)
    assert parts.scheme == "https" or is_loopback(parts.host)


@pytest.mark.parametrize(
    "url",
    ["https://osu.ppy.sh", "https://dev.ppy.sh", "http://127.0.0.1:51234", "http://localhost:8080"],
)
def test_usual_origins_are_plain(url: str) -> None:
    assert urls._PLAIN_ORIGIN.fullmatch(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://osu.ppy.sh",
        "https://osu.ppy.sh\\@evil.example",
        "https://user@osu.ppy.sh",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example:8080",
        "http://127.0.0.1:123456",
        "https://osu.ppy.sh\n",
    ],
)
def test_others_are_not(url: str) -> None:
    assert urls._PLAIN_ORIGIN.fullmatch(url) is None
