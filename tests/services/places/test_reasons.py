"""Why a place opens in the web browser only."""

from __future__ import annotations

import pytest

from osubrowser.services.places.places import AppPlace, ThingPlace, WebAddress
from osubrowser.services.places.reasons import REASONS, reason_for
from osubrowser.services.places.urls import HOME, parse

DEMO = "http://127.0.0.1:40123"


@pytest.mark.parametrize(("path", "reason"), REASONS)
def test_each_path_has_its_own_reason_and_opens_elsewhere(path: str, reason: str) -> None:
    address = f"{HOME}/{path.replace('*', '7')}"
    assert reason_for(WebAddress(address)) == reason
    assert reason == reason.strip(" .")
    place = parse(address)
    assert place is not None
    assert reason_for(place) == reason


def test_the_longest_path_counts() -> None:
    assert "history" in reason_for(WebAddress(f"{HOME}/groups/history"))
    assert "store" in reason_for(WebAddress(f"{HOME}/STORE/products/7?a=b#c"))


def test_a_server_of_ones_own_has_the_same_pages() -> None:
    there = WebAddress(f"{DEMO}/store/cart")
    assert "store" in reason_for(there, origins=(HOME, DEMO))
    assert reason_for(there) == "it is not a page of osu!"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (WebAddress("https://example.com/store"), "it is not a page of osu!"),
        (WebAddress("http://[bad/store"), "it is not a valid address"),
        (WebAddress("https://a.ppy.sh/2"), "it is a file, not a page"),
        (WebAddress("osu://b/1"), "only the game opens its links"),
        (WebAddress(f"{HOME}/no/such/page"), "osubrowser knows no such page of osu!"),
        (ThingPlace("group", "7"), "osu!'s API has no members of groups"),
        (AppPlace("no-such-page"), "osubrowser has no such page"),
    ],
)
def test_other_places(place: WebAddress | ThingPlace | AppPlace, reason: str) -> None:
    assert reason_for(place) == reason
