"""Places that other programs ask for: several at once, and what is told of the others."""

from __future__ import annotations

from osubrowser.services.places.outside import OutsidePlaces, places_of
from osubrowser.services.places.places import MOST_REPLAYS, ReplayPlace, UserPlace
from osubrowser.services.runtime.open_request import UNREADABLE
from osubrowser.ui.shell.page_kind import PageTable


def found(*addresses: str) -> OutsidePlaces:
    return places_of(addresses, PageTable([]).parse)


def test_replays_are_shown_over_each_other_and_other_places_each_once() -> None:
    places = found(
        "osubrowser:users/2", "/a.osr", "https://osu.ppy.sh/users/3", "file:///b%20c.osr", "/a.osr",
        "https://osu.ppy.sh/users/2",
    )  # fmt: skip
    assert places.places == (UserPlace(2), ReplayPlace(("/a.osr", "/b c.osr")), UserPlace(3))
    assert list(places.problems()) == []


def test_what_is_not_opened_is_told() -> None:
    many = [f"/{n}.osr" for n in range(MOST_REPLAYS + 2)]
    places = found(
        *many, "/home/a/my song.osz", "file:///home/a/my%20song.txt", "javascript:alert(1)",
        "https://evil.example/" + "x" * 500, UNREADABLE,
    )  # fmt: skip
    assert places.places == (ReplayPlace(tuple(many[:MOST_REPLAYS])),)
    file, address, unreadable, more = places.problems(left_out=3)
    assert file == "This is no replay file of this computer: my song.osz"
    assert address == "This is no address of osu!: javascript:alert(1)"
    assert unreadable == "An address that was to be opened is too long, or not readable."
    assert more.startswith("5 more ")
    (remote,) = found("file://elsewhere/share/a%20b.osr").problems()
    assert remote.endswith(": a b.osr")
