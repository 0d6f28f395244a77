"""Feed of the rooms of the lazer client: playlists, multiplayer, daily challenges."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from osubrowser.models.feeds.filters import Choice, Number
from osubrowser.models.rooms import listing
from osubrowser.models.rooms.room_facts import CATEGORIES, mode_of, room_name
from osubrowser.services.places.places import ThingPlace, UserPlace
from osubrowser.services.session.account import AccountState
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import in_sentence, tr
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.lists.beatmap_links import beatmap_place
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec, loaded_status
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.feed import CLEAR, Feed
from osubrowser.ui.widgets.menus import escaped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.api.entities.rooms import Room
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts

_MODES: Final = (
    ("", tr("Open", "state of rooms")),
    ("ended", tr("Ended", "rooms")),
    ("all", tr("All")),
    ("participated", tr("Played by you")),
    ("owned", tr("Yours")),
)
_GROUPS: Final = (
    ("", tr("Playlists")),
    ("realtime", tr("Multiplayer")),
    ("ranked-play", tr("Ranked play")),
)
_NOTHING: Final = {
    "": tr("No such room is open."),
    "ended": tr("No such room has ended."),
    "all": tr("osu! lists no such rooms."),
    "participated": tr("You have played in no such room."),
    "owned": tr("You have opened no such room."),
}


def _spec(values: Mapping[str, str], parts: SectionParts) -> ListSpec:
    is_guest = parts.account.state is AccountState.GUEST

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(listing.load_rooms, dict(values), is_guest, columns)

    return ListSpec(
        key="/".join(("rooms", *(values[one.name] for one in FEED.filters))),
        title=tr("Rooms"),
        columns=lambda _original: listing.room_columns(),
        source=source,
        record=listing.room_record,
        file_stem="-".join(filter(None, ("osu-rooms", values["category"], values["mode"]))),
        empty=EmptyText(_NOTHING[values["mode"]], action=(CLEAR, tr("Show open playlists"))),
        link=_link,
        describe=_describe,
        status=_status,
        columns_key="rooms",
    )


def _link(room: Room, _origin: str) -> RowLink | None:
    """Return the room, its host and the beatmap that is played now."""
    if not room.id:
        return None
    more: list[tuple[str, Place]] = []
    if room.host is not None and room.host.id:
        name = escaped(plain(room.host.username, 40))
        more.append((tr("Open &host {name}").format(name=name), UserPlace(room.host.id)))
    item = room.current_playlist_item
    if item is not None:
        there = beatmap_place(item.beatmap_id, item.beatmap, mode_of(item.ruleset_id))
        if there is not None:
            more.append((tr("Open current &beatmap"), there))
    return RowLink(ThingPlace("room", str(room.id)), room_name(room), more=tuple(more))


def _describe(error: BaseException) -> Sentence:
    sentence = describe(error)
    if isinstance(error, listing.RoomsNeedPlayer):
        return replace(
            sentence,
            text=tr("Rooms that you opened or played in are listed when you are signed in."),
            hint=tr("A guest has none."),
        )
    return sentence


def _status(model: PagedModel, first: int, last: int) -> str:
    said = loaded_status(model, first, last)
    if not said or model.loaded < listing.MOST_ROOMS:
        return said
    most = tr("osu! lists %n room(s) at most", "", listing.MOST_ROOMS)
    return f"{said} · {most}"


def _detail(values: Mapping[str, str]) -> str:
    words = [
        dict(_MODES)[values["mode"]] if values["mode"] else "",
        dict(_GROUPS)[values["type_group"]] if values["type_group"] else "",
        CATEGORIES.get(values["category"], ""),
        tr("season {number}").format(number=values["season_id"]) if values["season_id"] else "",
    ]
    return ", ".join(in_sentence(word) for word in words if word)


FEED: Final[Feed] = Feed(
    title=tr("Rooms"),
    spec=_spec,
    filters=(
        Choice("mode", tr("Rooms"), _MODES),
        Choice("type_group", tr("Type"), _GROUPS),
        Choice(
            "category",
            tr("Category"),
            (("", tr("All categories")), *CATEGORIES.items()),
            is_menu=True,
        ),
        Number(
            "season_id",
            tr("Season"),
            tr("Season"),
            tr("Rooms of a season of spotlights, by its number"),
        ),
        Choice(
            "sort", tr("Order"), (("", tr("Newest first")), ("ended", tr("By end"))), is_menu=True
        ),
    ),
    detail=_detail,
)
