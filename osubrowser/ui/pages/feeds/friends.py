"""Feed of the friends of the signed-in player."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from osubrowser.api.errors import Forbidden, LoginRequired
from osubrowser.models.feeds.filters import Choice
from osubrowser.models.players import friends
from osubrowser.services.places.places import RankingsPlace, UserPlace
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import in_sentence, tr
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec, loaded_status
from osubrowser.ui.lists.row_links import RowLink, country_of, team_link
from osubrowser.ui.pages.feeds.feed import CLEAR, Feed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.api.entities.users import UserRelation
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts

REFRESH_EVERY: Final = 60
"""Seconds after which osu! is asked again who is online."""
_SHOW: Final = (
    ("", tr("All")),
    ("online", tr("Online")),
    ("offline", tr("Offline")),
    ("mutual", tr("Mutual")),
)
_NOTHING: Final = {
    "": tr("You have no friends on osu! yet: its website adds them."),
    "online": tr("None of your friends is online, or shows it."),
    "offline": tr("All of your friends are online."),
    "mutual": tr("None of your friends has you as a friend."),
}


def _spec(values: Mapping[str, str], parts: SectionParts) -> ListSpec:
    show, sort, images = values["show"], values["sort"], parts.images

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(friends.load_friends, show, sort, columns)

    def flag(code: str) -> str | None:
        return images.flag_url(code) if images is not None else None

    return ListSpec(
        key=f"friends/{show}/{sort}",
        title=tr("Friends"),
        columns=lambda _original: friends.friend_columns(flag),
        source=source,
        record=friends.friend_record,
        file_stem="osu-friends",
        empty=EmptyText(
            _NOTHING[show],
            action=(CLEAR, tr("Show all friends")) if show else None,
            leads_to=(RankingsPlace(), tr("See the rankings")),
        ),
        link=_link,
        no_link=tr("This player is not on osu! any more."),
        describe=_describe,
        status=partial(_status, show),
        columns_key="friends",
    )


def _link(friend: UserRelation, _origin: str) -> RowLink | None:
    """Return the player."""
    user = friend.target
    if user is None or not friend.target_id or user.is_deleted:
        return None
    return RowLink(
        UserPlace(friend.target_id),
        plain(user.username, 40),
        country_of(user),
        team_link(user.team),
    )


def _describe(error: BaseException) -> Sentence:
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(
            sentence,
            text=tr("Your friends, and who of them is online, are seen when you are signed in."),
            hint=tr("A guest has no friends list."),
        )
    if isinstance(error, Forbidden):
        return replace(
            sentence,
            text=tr("This sign-in did not ask for your list of friends."),
            hint=tr("Sign out and in again to see it."),
        )
    return sentence


def _status(show: str, model: PagedModel, first: int, last: int) -> str:
    said = loaded_status(model, first, last)
    if not said or show or model.is_arranged:
        return said
    online = sum(friends.is_online(row.item) for row in model.loaded_rows())
    told = tr("{count} online").format(count=numerals.whole(online))
    return f"{said} · {told}"


FEED: Final[Feed] = Feed(
    title=tr("Friends"),
    spec=_spec,
    filters=(
        Choice("show", tr("Friends"), _SHOW),
        Choice(
            "sort",
            tr("Order"),
            (("", tr("Last seen first")), ("name", tr("By name")), ("rank", tr("By rank"))),
            is_menu=True,
        ),
    ),
    detail=lambda values: (
        in_sentence(dict(_SHOW).get(values["show"], "")) if values["show"] else ""
    ),
    refresh_every=REFRESH_EVERY,
)
