"""Links of the scheme `osubrowser:`: all spellings of good ones, and no harm by others."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.places.places import (
    MODES,
    AppPlace,
    BeatmapPlace,
    BeatmapsetPlace,
    ListPlace,
    Place,
    RankingsPlace,
    ReplayPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
    WebAddress,
)
from osubrowser.services.places.urls import HOME, address, parse
from osubrowser.ui.shell.page_kind import PageTable
from tests.addresses import ADDRESSES

OTHER_SERVER = "http://127.0.0.1:8080"


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("osubrowser:users/2", UserPlace(2)),
        ("OSUBROWSER:Users/2/", UserPlace(2)),
        ("osubrowser://users/2", UserPlace(2)),
        ("osubrowser:///users/2/", UserPlace(2)),
        ("osubrowser:users%2F2", UserPlace(2)),
        ("osubrowser://users%2f2/", UserPlace(2)),
        ("osubrowser:users/@peppy/taiko", UserPlace("peppy", "taiko")),
        ("osubrowser:https://osu.ppy.sh/users/2", UserPlace(2)),
        ("osubrowser:HTTPS://OSU.PPY.SH/users/2", UserPlace(2)),
        ("osubrowser://https://osu.ppy.sh/users/2", UserPlace(2)),
        ("osubrowser://https//osu.ppy.sh/users/2", UserPlace(2)),
        ("osubrowser:https%3A%2F%2Fosu.ppy.sh%2Fusers%2F2", UserPlace(2)),
        ("osubrowser:osu.ppy.sh/b/75", BeatmapPlace(75)),
        ("osubrowser:beatmapsets/39804#osu/129891", BeatmapsetPlace(39804, 129891, "osu")),
        ("osubrowser:scores/123", ScorePlace(123)),
        ("osubrowser:rankings/taiko/performance?country=JP", RankingsPlace("taiko", country="JP")),
        ("osubrowser:wiki/en/Main_page", ThingPlace("wiki", "en/Main_page")),
        ("osubrowser:settings", AppPlace("settings")),
        ("osubrowser://settings/", AppPlace("settings")),
        ("osubrowser:matches", ListPlace("matches")),
        ("osubrowser:scores?mode=taiko", ListPlace("scores", (("mode", "taiko"),))),
        ("osubrowser:store/listing", None),
        ("osubrowser:https://osu.ppy.sh/store/listing", WebAddress(f"{HOME}/store/listing")),
    ],
)
def test_spellings_of_one_link_mean_one_place(link: str, place: Place | None) -> None:
    assert parse(link) == place


@pytest.mark.parametrize("prefix", ["", "osubrowser:", "osubrowser://", "OSUBrowser:///"])
def test_every_address_of_the_website_is_a_link(prefix: str) -> None:
    for text, place, _copied in ADDRESSES:
        there = address(place)
        if there.startswith("https:"):
            assert parse(f"{prefix}{there}") == place, text


@pytest.mark.parametrize(
    "link",
    [
        "osubrowser:",
        "osubrowser://",
        "osubrowser:https://evil.example/users/2",
        "osubrowser:https://osu.ppy.sh@evil.example/users/2",
        "osubrowser:https://osu.ppy.sh.evil.example/users/2",
        "osubrowser:https://evil.example\\@osu.ppy.sh/users/2",
        "osubrowser://user:password@osu.ppy.sh/users/2",
        "osubrowser:ftp://osu.ppy.sh/users/2",
        "osubrowser:file:///home/a/a.osr",
        "osubrowser:/root/a.osr",
        "osubrowser:///etc/passwd",
        "osubrowser://server/share/a.osr",
        "osubrowser:C:/a.osr",
        "osubrowser:%2Froot%2Fa.osr",
        "osubrowser:file%3A%2F%2F%2Fhome%2Fa.osr",
        "osubrowser:osubrowser:settings",
        "osubrowser:osu://b/1",
        "osubrowser:javascript:alert(1)",
        "osubrowser:data:text/html,x",
        "osubrowser:users%2F2%00",
        "osubrowser:users%2F2%0A",
        "osubrowser:settings?reset=1",
        "osubrowser:--profile=/tmp",
        "osubrowser:" + "users/" * 2000,
    ],
)
def test_other_links_mean_nothing(link: str) -> None:
    place = PageTable([]).parse(link)
    assert place is None


_PARTS = st.sampled_from(
    [
        *("users", "2", "@peppy", "scores", "settings", "replays", "beatmapsets", "rankings"),
        *("https:", "http:", "file:", "osu:", "osump:", "osubrowser:", "javascript:", "//", "/"),
        *("osu.ppy.sh", "evil.example", "127.0.0.1:8080", "@", ":", "?", "#", "&", "=", "..", "\\"),
        *("%2F", "%3A", "%00", "%0A", "%25", "%5C", "C:", "a.osr", "\u202e", "\x00", "\n", " "),
        *MODES,
    ]
)
_LINKS = st.builds("".join, st.lists(_PARTS | st.text(max_size=8), max_size=12))


@given(
    rest=_LINKS,
    scheme=st.sampled_from(["osubrowser:", "osubrowser://", "OSUBROWSER:"]),
    is_quoted=st.booleans(),
)
def test_no_link_leads_to_a_file_or_to_another_server(
    rest: str, scheme: str, is_quoted: bool
) -> None:
    link = scheme + (quote(rest, safe="") if is_quoted else rest)
    place = PageTable([]).parse(link, origins=(OTHER_SERVER, HOME))
    assert not isinstance(place, ReplayPlace)
    if isinstance(place, WebAddress):
        assert place.url.startswith((f"{OTHER_SERVER}/", f"{HOME}/"))
    if place is not None and not isinstance(place, AppPlace):
        shown = address(place)
        assert shown.isprintable()
        assert parse(shown, origins=(HOME, OTHER_SERVER)) is not None
