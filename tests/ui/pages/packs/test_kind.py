"""What the table of pages knows of the pages of packs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from osubrowser.pages import PageParts, page_kinds
from osubrowser.services.places.places import ListPlace, Place, RankingsPlace, ThingPlace
from osubrowser.services.places.urls import address, parse
from osubrowser.ui.pages.packs import kind
from osubrowser.ui.shell.page_kind import PageTable
from tests.conftest import Server
from tests.models.scores.test_columns import connect

TAIKO = ListPlace("packs", (("mode", "taiko"), ("type", "loved")))
OF_SET = ListPlace("packs", (("beatmapset", "千本桜 &=#1"),))


@pytest.mark.parametrize(
    ("place", "key"),
    [
        (ListPlace("packs"), "packs"),
        (TAIKO, "packs"),
        (OF_SET, "packs"),
        (ThingPlace("pack", "S1828"), "pack"),
        (ThingPlace("pack", "SM365"), "pack"),
    ],
)
def test_addresses_open_in_the_tab_of_beatmaps(place: Place, key: str) -> None:
    table = PageTable(page_kinds(cast("PageParts", SimpleNamespace(account=None, calls=None))))
    assert parse(address(place)) == place
    found, tab = table.kind_of(place), table.tab_of(place)
    assert found is not None
    assert tab is not None
    assert (found.key, tab.key) == (key, "beatmaps")


def test_a_place_in_the_background_has_its_title(demo_server: Server) -> None:
    with connect(demo_server) as client:
        assert kind.prefetch(client, ThingPlace("pack", "S1")) == "osu! Beatmap Pack #1"
        assert kind.prefetch(client, ListPlace("packs")) == "Beatmap packs: Standard"
        assert kind.prefetch(client, OF_SET) == "Beatmap packs with 千本桜 &=#1"
        assert kind.prefetch(client, RankingsPlace()) == ""


def test_what_is_preloaded_is_there() -> None:
    for preload in (kind.LIST_PRELOAD, kind.PACK_PRELOAD):
        assert all([*preload.models(), *preload.widgets()])
