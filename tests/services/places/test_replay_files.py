"""Addresses of replay files: read from what a user gives, never from links of a server."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.omnibox.query import QueryKind, parse_query
from osubrowser.services.places import replay_files
from osubrowser.services.places.places import MOST_REPLAYS, AppPlace, ReplayPlace, is_local
from osubrowser.services.places.replay_files import replay_place
from osubrowser.services.places.urls import address, parse, short
from osubrowser.services.richtext.links import link

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX systems")

NAMES = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="/"), min_size=1, max_size=60
).filter(lambda name: name.strip() and name not in (".", ".."))


@given(st.lists(NAMES.map(lambda name: f"/folder/{name}.osr"), min_size=1, max_size=4))
def test_an_address_leads_back_to_its_files(paths: list[str]) -> None:
    place = ReplayPlace(tuple(paths))
    assert replay_place(address(place)) == place
    assert "\n" not in address(place)
    assert address(place).isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "/tmp/Player - Title [Hard].osr",
        "file:///tmp/Player%20-%20Title%20%5BHard%5D.osr",
        "FILE:/tmp/Player - Title [Hard].osr",
        "file://localhost/tmp/Player - Title [Hard].osr",
        '"/tmp/Player - Title [Hard].osr"',
        " /tmp/x/../Player - Title [Hard].osr ",
    ],
)
def test_spellings_of_one_file(text: str) -> None:
    assert replay_place(text) == ReplayPlace(("/tmp/Player - Title [Hard].osr",))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x.osr",
        "/tmp/x.osu",
        "file://server/share/x.osr",
        "file:///tmp/x.osr?with=/etc/passwd",
        "file:///tmp/x%0A.osr",
        "https://osu.ppy.sh/x.osr",
        "file:///" + "x" * 9000 + ".osr",
        "file://[/x.osr",
    ],
)
def test_no_other_text_is_a_replay(text: str) -> None:
    assert replay_place(text) is None


def test_short_addresses_are_readable() -> None:
    place = ReplayPlace(("/tmp/音楽 - a b [x].osr", "/tmp/c d.osr"))
    assert short(place).startswith("file:///tmp/音楽 - a b [x].osr?")
    assert replay_place(short(place)) == place
    assert address(ReplayPlace()) == ""


def test_links_of_a_server_never_name_files() -> None:
    for href in ("file:///etc/x.osr", "/etc/x.osr", "//etc/x.osr", "osu://file/etc/x.osr"):
        found = link(href, "https://osu.ppy.sh")
        for text in (href, found or ""):
            assert not isinstance(parse(text), ReplayPlace)


def test_what_a_user_types_may_name_files() -> None:
    query = parse_query("/tmp/a b.osr")
    assert query.kind is QueryKind.LINK
    assert query.places == (ReplayPlace(("/tmp/a b.osr",)),)
    assert parse_query("/rankings/osu/performance").places != ()


def test_places_of_files_are_checked() -> None:
    for path in ("relative.osr", "/" + "x" * 2000, "/tmp/a\nb.osr", "/tmp/\ud800.osr"):
        with pytest.raises(ValueError, match="path"):
            ReplayPlace((path,))
    with pytest.raises(ValueError, match="at most"):
        ReplayPlace(tuple(f"/{n}.osr" for n in range(MOST_REPLAYS + 1)))
    assert ReplayPlace(("/a.osr", "/b.osr", "/a.osr")).paths == ("/a.osr", "/b.osr")


def test_local_places_need_no_session() -> None:
    assert is_local(ReplayPlace())
    assert is_local(AppPlace("settings"))


def test_paths_of_windows_become_urls() -> None:
    path = replay_files._url_path(r"C:\osu!\Replays\a b.osr", is_windows=True)
    assert path == "/C:/osu!/Replays/a b.osr"
    assert replay_files._file_path(path, is_windows=True) == r"C:\osu!\Replays\a b.osr"
