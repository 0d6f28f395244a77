"""Feed of the events of all beatmapsets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.models.discussions.events import type_label
from osubrowser.models.feeds import beatmapset_events as model
from osubrowser.models.feeds.filters import Day, Number, Several, Words
from osubrowser.services.places.places import BeatmapsetPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.beatmap_links import mapper_of, song
from osubrowser.ui.lists.event_links import linked, player_of
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.feed import CLEAR, NEWEST, Feed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.models.feeds.beatmapset_events import SetEvent
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts


def _spec(values: Mapping[str, str], _parts: SectionParts) -> ListSpec:
    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(
            model.load_events,
            dict(values),
            columns,
            first=1,
            can_load_all=bool(values["beatmapset_id"] or values["user"]),
        )

    return ListSpec(
        key="events/" + "/".join(values.values()),
        title=tr("Beatmap events"),
        columns=lambda original: model.event_columns(original=original),
        source=source,
        record=model.event_record,
        file_stem="osu-beatmap-events",
        empty=EmptyText(
            tr("osu! has no such events."),
            tr("A player or a beatmap that does not exist has none either."),
            (CLEAR, tr("Show all events")),
        ),
        link=_link,
        no_link=tr("This event leads nowhere: its beatmap is gone."),
        columns_key="events",
        has_titles=True,
    )


def _link(one: SetEvent, origin: str) -> RowLink | None:
    """Return the discussion that an event is about, else its beatmapset."""
    beatmapset = one.beatmapset
    discussion = linked(one.path, origin) if one.event.discussion is not None else None
    whole = BeatmapsetPlace(beatmapset.id) if beatmapset is not None and beatmapset.id else None
    place: Place | None = discussion or whole or one.player
    if place is None:
        return None
    more: list[tuple[str, Place]] = []
    if whole is not None:
        talk = BeatmapsetPlace(whole.id, section="discussion")
        is_talk = discussion is not None
        more.append(
            (tr("Open the &beatmap"), whole) if is_talk else (tr("Open the &discussion"), talk)
        )
    if discussion is not None or whole is not None:
        more += player_of(one.author, one.player)
    return RowLink(place, song(beatmapset, None), more=(*more, *mapper_of(beatmapset)))


FEED: Final[Feed] = Feed(
    title=tr("Beatmap events"),
    spec=_spec,
    filters=(
        NEWEST,
        Several(
            "types[]", tr("Events"), tuple((type_, type_label(type_)) for type_ in model.TYPES)
        ),
        Words("user", tr("Player"), tr("Player"), tr("Name or id of the player who did it")),
        Number("beatmapset_id", tr("Beatmap"), tr("Beatmap set"), tr("Id of the beatmap set")),
        Day("min_date", tr("From"), tr("From 2026-11-30"), tr("First day, month or year, in UTC")),
        Day("max_date", tr("To"), tr("To 2026-12"), tr("Last day, month or year, in UTC")),
    ),
    detail=lambda values: values["user"] or values["beatmapset_id"],
)
