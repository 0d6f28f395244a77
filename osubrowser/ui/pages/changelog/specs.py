"""Specifications of the lists of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.models.changelog import entries
from osubrowser.models.changelog.builds import (
    ChangelogQuery,
    author_link,
    build_place,
    build_title,
    entry_link,
    entry_title,
)
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.lists.row_menu import row_menu
from osubrowser.ui.widgets.menus import add_action

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.lists.row_menu import RowSelection

CLEAR: Final = "clear_limits"
"""Key of the button of an empty list that shows the builds of all streams."""


def entries_spec(query: ChangelogQuery, menu: Callable[[RowSelection], QMenu]) -> ListSpec:
    """Return the list of the changes of a query.

    Args:
        query: which builds.
        menu: returns the context menu of rows.
    """

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(entries.load_entries, query, columns, can_load_all=True)

    names = ("osu-changelog", query.stream, query.first, query.last)
    return ListSpec(
        key=f"changelog/{query.stream}/{query.first}/{query.last}",
        title=tr("Changes"),
        columns=lambda _original: entries.entry_columns(with_build=True),
        source=source,
        record=entries.entry_record,
        file_stem="-".join(filter(None, names)),
        empty=EmptyText(
            tr("osu! has no changes {limits}.").format(limits=query.limits)
            if query.limits
            else tr("osu! has no changes."),
            action=(CLEAR, tr("Show all builds")),
        ),
        link=_link,
        menu=menu,
        columns_key="changelog",
    )


def build_entries_spec(stream: str, version: str) -> ListSpec:
    """Return the list of the changes of one build."""

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(entries.load_build_entries, stream, version, columns)

    return ListSpec(
        key=f"changelog/{stream}/{version}",
        title=tr("Changes"),
        columns=lambda _original: entries.entry_columns(with_build=False),
        source=source,
        record=entries.entry_record,
        file_stem=f"osu-changelog-{stream}-{version}",
        empty=EmptyText(tr("This build has no special changes.")),
        link=_link_in_build,
        no_link=tr("osu! tells no page of this change."),
        columns_key="changelog_build",
    )


def _link(one: entries.ListedEntry, _origin: str) -> RowLink | None:
    place = build_place(one.build)
    if place is None:
        return _link_in_build(one, _origin)
    more: list[tuple[str, Place]] = []
    if (page := entry_link(one.entry)) is not None:
        more.append((tr("Open the change"), page))
    if (author := author_link(one.entry)) is not None:
        more.append((tr("Open the author"), author))
    return RowLink(place, entry_title(one.entry), more=tuple(more))


def _link_in_build(one: entries.ListedEntry, _origin: str) -> RowLink | None:
    page, author = entry_link(one.entry), author_link(one.entry)
    there = page or author
    if there is None:
        return None
    more = ((tr("Open the author"), author),) if page is not None and author is not None else ()
    return RowLink(there, entry_title(one.entry), more=more)


def limits_menu(
    selection: RowSelection, limit: Callable[[ChangelogQuery], object], query: ChangelogQuery
) -> QMenu:
    """Return the menu of changes, with entries that choose builds to compare.

    Args:
        selection: the selected rows.
        limit: shows another query.
        query: the shown one.
    """
    menu = row_menu(selection)
    builds = {one.item.build.id: one.item.build for one in selection.rows}
    streams = {b.update_stream.name for b in builds.values() if b.update_stream is not None}
    if len(streams) != 1 or not all(build_place(build) for build in builds.values()):
        return menu
    stream = next(iter(streams))
    menu.addSeparator()
    if len(builds) == 1:
        build = next(iter(builds.values()))
        version, name = build.version or "", build_title(build)
        first, last = (query.first, query.last) if query.stream in ("", stream) else ("", "")
        since = ChangelogQuery(stream, version, last, query.view)
        until = ChangelogQuery(stream, first, version, query.view)
        add_action(menu, tr("Changes since {name}").format(name=name), limit, since)
        add_action(menu, tr("Changes up to {name}").format(name=name), limit, until)
    else:
        lowest, highest = builds[min(builds)], builds[max(builds)]
        pair = ChangelogQuery(stream, lowest.version or "", highest.version or "", "compare")
        add_action(menu, tr("Builds side by side"), limit, pair)
    return menu
