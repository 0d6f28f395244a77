"""Which addresses of the website open in the window: every kind that the API has something of."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from osubrowser.pages import PageParts, page_kinds
from osubrowser.services.places.places import LISTS, THINGS, ListPlace, Place, ThingPlace
from osubrowser.services.places.reasons import REASONS, reason_for
from osubrowser.services.places.urls import HOME, parse
from osubrowser.ui.shell.page_kind import PageTable
from tests.addresses import ADDRESSES

WEB_ONLY = {"group", "post"}
"""Kinds of things that osu!'s API does not have."""


@pytest.fixture(scope="module")
def table() -> PageTable:
    """The pages of the program."""
    return PageTable(page_kinds(cast("PageParts", SimpleNamespace(account=None, calls=None))))


def kind_of(place: Place) -> str:
    """The kind of a list or thing; the type of any other place."""
    kind = getattr(place, "kind", None)
    return kind if isinstance(kind, str) else type(place).__name__


def test_a_hundred_addresses_open_here(table: PageTable) -> None:
    here = [place for _, place, _ in ADDRESSES if table.has_page(place)]
    elsewhere = {kind_of(place) for _, place, _ in ADDRESSES if not table.has_page(place)}
    assert elsewhere <= WEB_ONLY
    assert len(here) >= 100


def test_every_list_and_thing_has_a_page_or_a_reason(table: PageTable) -> None:
    places = [*(ListPlace(kind) for kind in LISTS), *(ThingPlace(kind, "1") for kind in THINGS)]
    without = [place for place in places if not table.has_page(place)]
    assert {kind_of(place) for place in without} <= WEB_ONLY
    for kind in WEB_ONLY:
        assert "osu!'s API" in reason_for(ThingPlace(kind, "1"))


@pytest.mark.parametrize("path", [path for path, _ in REASONS])
def test_what_has_a_reason_has_no_page(path: str, table: PageTable) -> None:
    place = parse(f"{HOME}/{path.replace('*', '7')}")
    assert place is not None
    assert not table.has_page(place)
