"""List spec of the members of a team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.models.teams import members
from osubrowser.services.places.places import UserPlace
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink, country_of

if TYPE_CHECKING:
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.models.teams.team import TeamMember, TeamSubject
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts


def members_spec(parts: SectionParts, subject: TeamSubject) -> ListSpec:
    """Return the list of the members of a team."""
    images, account, mode = parts.images, parts.account, subject.mode

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(members.load_members, subject.members, columns)

    def flag(code: str) -> str | None:
        return images.flag_url(code) if images is not None else None

    def link(member: TeamMember, _origin: str) -> RowLink | None:
        user = member.user
        if not user.id or user.is_deleted:
            return None
        return RowLink(UserPlace(user.id, mode), plain(user.username, 40), country_of(user))

    return ListSpec(
        key=f"team/{subject.team.id}/members",
        title=tr("Members"),
        columns=lambda _original: members.member_columns(flag),
        source=source,
        record=members.member_record,
        file_stem=f"osu-team-{subject.team.id}-members",
        empty=EmptyText(tr("osu! names no members of {name}.").format(name=subject.name)),
        link=link,
        no_link=tr("This player is not on osu! any more."),
        columns_key="team/members",
        own=lambda: account.me.id if account.me is not None else None,
    )
