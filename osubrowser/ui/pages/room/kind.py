"""Prefetch, preload and self-test of the page of a room, for the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ThingPlace
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place

KEYS: Final = (LOAD_ALL_KEY,)
SELF_TEST: Final = (
    Visit(ThingPlace("room", "daily"), is_redirected=True),
    *(
        Visit(ThingPlace("room", "latest", section=section), is_redirected=True)
        for section in ("leaderboard", "scores")
    ),
)


def _models() -> Iterator[object]:
    """Import the loads of a room and of its sections."""
    from osubrowser.models.scores.leaderboard import board_columns

    yield board_columns
    from osubrowser.models.rooms.leaderboard import load_leaderboard

    yield load_leaderboard
    from osubrowser.models.rooms.events import load_events

    yield load_events
    from osubrowser.models.rooms.room import load_room

    yield load_room


def _widgets() -> Iterator[object]:
    """Import the page and its sections."""
    from osubrowser.ui.sections.cover_header import CoverHeader

    yield CoverHeader
    from osubrowser.ui.sections.list_section import SubjectListSection

    yield SubjectListSection
    from osubrowser.ui.pages.room.specs import items_spec

    yield items_spec
    from osubrowser.ui.pages.room.scores import ItemScoresSection

    yield ItemScoresSection
    from osubrowser.ui.pages.room.leaderboard import LeaderboardSection

    yield LeaderboardSection
    from osubrowser.ui.pages.room.page import RoomPage

    yield RoomPage


def prefetch(client: Client, place: Place) -> str:
    """Load the room of a place and return its name; "" for another place."""
    from osubrowser.models.rooms.room import load_room

    return load_room(client, place).heading.title if isinstance(place, ThingPlace) else ""


PRELOAD: Final = Preload(_models, _widgets)
