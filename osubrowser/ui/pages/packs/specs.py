"""Specifications of the lists of packs, and of the sets of a pack."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.models.beatmaps import packs
from osubrowser.models.beatmaps.listing_columns import set_record
from osubrowser.services.places.places import MODE_NAMES, ThingPlace
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.cards.card_layout import PACK_CARD
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.lists.beatmap_links import of_beatmapset
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from osubrowser.api.client import Client
    from osubrowser.models.beatmaps.packs import ListedPack, PacksQuery
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource, RowsPage
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.lists.row_menu import RowSelection

BY_TYPE = "by_type"
"""Key of the button that shows the packs of a type again."""
ANY_MODE = "any_mode"
"""Key of the button that shows the packs for all rulesets."""


def packs_spec(query: PacksQuery, count_here: Callable[[Iterable[int]], int] | None) -> ListSpec:
    """Return the spec of a list of packs.

    Args:
        query: what is asked for.
        count_here: returns how many of some sets, by their ids, are on this computer; called on
            workers. None without an installed osu!.
    """
    by_sets = bool(query.words)
    counted = query.counts_here and not by_sets and count_here is not None

    def source(loader: ClientLoader, columns: Columns, original: bool) -> CursorSource:
        if by_sets:
            load = partial(_load_with, original=original, count_here=count_here)
            return loader.by_cursor(load, query, columns, can_load_all=True)
        if counted and count_here is not None:
            count = packs.load_counted_packs
            return loader.by_cursor(count, query, count_here, columns, can_load_all=True)
        return loader.by_cursor(packs.load_packs, query, columns, can_load_all=True)

    return ListSpec(
        key="packs/by_sets" if by_sets else "packs/counted" if counted else "packs",
        title=tr("Beatmap packs"),
        columns=lambda _original: packs.pack_columns(
            by_sets=by_sets, with_here=count_here is not None, counted=counted
        ),
        source=source,
        record=packs.pack_record,
        file_stem=f"osu-packs-{query.type}" if not by_sets else "osu-packs",
        empty=_empty_text(query),
        link=_pack_link,
        no_link=tr("This pack has no address."),
        describe=partial(_describe_list, query),
        has_titles=by_sets,
    )


def pack_spec(tag: str, menu: Callable[[RowSelection], QMenu]) -> ListSpec:
    """Return the spec of the sets of a pack.

    Args:
        tag: the tag of the pack.
        menu: returns the context menu of the selected rows.
    """

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(packs.load_pack, tag, columns)

    return ListSpec(
        key=f"pack/{tag}",
        title=tr("Beatmaps of the pack"),
        columns=lambda original: packs.pack_set_columns(original=original),
        source=source,
        record=set_record,
        file_stem=f"osu-pack-{tag}",
        empty=EmptyText(tr("osu! shows no beatmaps of this pack: they are gone.")),
        link=of_beatmapset,
        menu=menu,
        describe=partial(_describe_pack, tag),
        columns_key="pack",
        has_titles=True,
        cards=PACK_CARD,
        beatmapset=lambda beatmapset: beatmapset,
    )


def _load_with(
    client: Client,
    query: PacksQuery,
    columns: Columns,
    cursor: Any,  # noqa: ANN401 - as `load_packs_with` returned it
    *,
    original: bool,
    count_here: Callable[[Iterable[int]], int] | None,
) -> RowsPage:
    return packs.load_packs_with(client, query, count_here, original, columns, cursor)


def _empty_text(query: PacksQuery) -> EmptyText:
    kind = dict(packs.TYPES)[query.type]
    if query.words:
        text = (
            tr("No pack for {mode} has a beatmap of “{words}”.").format(
                mode=MODE_NAMES[query.mode], words=query.words
            )
            if query.mode
            else tr("No pack has a beatmap of “{words}”.").format(words=query.words)
        )
        return EmptyText(
            text,
            tr("Among the first 50 beatmaps that osu! finds."),
            (BY_TYPE, tr("Show all packs")),
        )
    if query.mode:
        text = tr("There are no packs of the kind “{kind}” for {mode} alone.").format(
            kind=kind, mode=MODE_NAMES[query.mode]
        )
        return EmptyText(text, action=(ANY_MODE, tr("Show those for all rulesets")))
    return EmptyText(tr("There are no packs of the kind “{kind}”.").format(kind=kind))


def _pack_link(listed: ListedPack, _origin: str) -> RowLink | None:
    tag = listed.pack.tag
    if not (tag.isascii() and tag.isalnum()):
        return None
    return RowLink(ThingPlace("pack", tag), packs.pack_name(listed.pack))


def _describe_list(query: PacksQuery, error: BaseException) -> Sentence:
    sentence = _describe(error)
    if isinstance(error, NotFound) and query.words:
        text = tr("There is no beatmap “{words}”: unknown, or deleted.").format(words=query.words)
        return replace(sentence, text=text, hint="", may_retry=False)
    return sentence


def _describe_pack(tag: str, error: BaseException) -> Sentence:
    sentence = _describe(error)
    if isinstance(error, NotFound):
        text = tr("There is no beatmap pack with the tag {tag}.").format(tag=plain(tag, 40))
        return replace(sentence, text=text, hint="", may_retry=False)
    return sentence


def _describe(error: BaseException) -> Sentence:
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(sentence, text=tr("Beatmap packs are seen when you are signed in to osu!."))
    return sentence
