"""Feeds of the discussions of all beatmapsets, their posts and votes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.models.discussions.discussions import TYPES
from osubrowser.models.feeds import modding as model
from osubrowser.models.feeds.filters import Choice, Flag, Number, Several, Words
from osubrowser.services.places.places import MODE_NAMES, MODES, BeatmapsetPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.beatmap_links import mapper_of, song
from osubrowser.ui.lists.event_links import PLAYER_LABEL, linked, player_of
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.feed import CLEAR, NEWEST, Feed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from osubrowser.models.feeds.modding import Entry
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource, RowsPage
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts

_NOBODY: Final = tr("A player who does not exist has none either.")
_DISCUSSION: Final = Number(
    "beatmapset_discussion_id", tr("Discussion"), tr("Discussion"), tr("Id of the discussion")
)
_FILES: Final = {
    "discussions": "beatmap-discussions",
    "posts": "discussion-posts",
    "votes": "discussion-votes",
}
_BOUNDS: Final = ("user", "receiver", "beatmapset_id", "beatmapset_discussion_id")
"""Filters that leave a list which can be loaded as a whole."""


def _spec(
    kind: str,
    title: str,
    empty: EmptyText,
    columns: Callable[[bool], Columns],
    load: Callable[..., RowsPage],
    values: Mapping[str, str],
) -> ListSpec:
    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        is_bounded = any(values.get(name) for name in _BOUNDS)
        return loader.by_cursor(load, dict(values), columns, can_load_all=is_bounded)

    return ListSpec(
        key=f"{kind}/" + "/".join(values.values()),
        title=title,
        columns=columns,
        source=source,
        record=model.entry_record,
        file_stem=f"osu-{_FILES[kind]}",
        empty=empty,
        link=_link,
        no_link=tr("This row leads nowhere: its discussion is gone."),
        columns_key=kind,
        has_titles=True,
    )


def _discussions(values: Mapping[str, str], _parts: SectionParts) -> ListSpec:
    return _spec(
        "discussions",
        tr("Beatmap discussions"),
        EmptyText(
            tr("osu! has no such discussions."), _NOBODY, (CLEAR, tr("Show all discussions"))
        ),
        lambda original: model.discussion_columns(original=original),
        model.load_discussions,
        values,
    )


def _posts(values: Mapping[str, str], _parts: SectionParts) -> ListSpec:
    return _spec(
        "posts",
        tr("Discussion posts"),
        EmptyText(tr("osu! has no such posts."), _NOBODY, (CLEAR, tr("Show all posts"))),
        lambda original: model.post_columns(original=original),
        model.load_posts,
        values,
    )


def _votes(values: Mapping[str, str], _parts: SectionParts) -> ListSpec:
    return _spec(
        "votes",
        tr("Discussion votes"),
        EmptyText(tr("osu! has no such votes."), _NOBODY, (CLEAR, tr("Show all votes"))),
        lambda original: model.vote_columns(original=original),
        model.load_votes,
        values,
    )


def _link(one: Entry, origin: str) -> RowLink | None:
    """Return the discussion in its set."""
    author, about_author = one.author, one.about_author
    place: Place | None = linked(one.path, origin)
    label = tr("Open &voter {name}") if one.vote is not None else PLAYER_LABEL
    if place is None or one.about is None:
        return None if author.place is None else RowLink(author.place, author.name)
    more: list[tuple[str, Place]] = []
    if one.about.beatmapset_id:
        in_set = BeatmapsetPlace(one.about.beatmapset_id, one.about.beatmap_id)
        more.append((tr("Open the &beatmap"), in_set))
    more += player_of(author.name, author.place, label)
    if one.about.user_id != one.author_id:
        label = tr("Open &author {name} of the discussion")
        more += player_of(about_author.name, about_author.place, label)
    return RowLink(
        place, song(one.beatmapset, one.beatmap), more=(*more, *mapper_of(one.beatmapset))
    )


_MODES: Final = Choice(
    "mode", tr("Ruleset"), (("", tr("All")), *((mode, MODE_NAMES[mode]) for mode in MODES))
)

DISCUSSIONS: Final[Feed] = Feed(
    title=tr("Beatmap discussions"),
    spec=_discussions,
    filters=(
        _MODES,
        Several("message_types[]", tr("Types"), tuple((key, label) for key, label, _ in TYPES)),
        Choice(
            "beatmapset_status",
            tr("Beatmaps"),
            (
                ("", tr("All beatmaps")),
                ("ranked", tr("Ranked")),
                ("qualified", tr("Qualified")),
                ("disqualified", tr("Disqualified")),
                ("never_qualified", tr("Never qualified")),
            ),
            is_menu=True,
        ),
        Flag(
            "only_unresolved", tr("Unresolved"), tr("Only suggestions and problems that are open")
        ),
        Words("user", tr("Player"), tr("Player"), tr("Name or id of who started the discussion")),
        Number("beatmapset_id", tr("Beatmap"), tr("Beatmap set"), tr("Id of the beatmap set")),
        NEWEST,
    ),
    detail=lambda values: " ".join(
        filter(None, (MODE_NAMES.get(values["mode"], ""), values["user"], values["beatmapset_id"]))
    ),
)

POSTS: Final[Feed] = Feed(
    title=tr("Discussion posts"),
    spec=_posts,
    filters=(
        NEWEST,
        Several(
            "types[]",
            tr("Replies"),
            (
                ("first", tr("First posts")),
                ("reply", tr("Replies")),
                ("system", tr("Resolved and reopened")),
            ),
        ),
        Words("user", tr("Player"), tr("Player"), tr("Name or id of who wrote the post")),
        _DISCUSSION,
    ),
    detail=lambda values: values["user"] or values["beatmapset_discussion_id"],
)

VOTES: Final[Feed] = Feed(
    title=tr("Discussion votes"),
    spec=_votes,
    filters=(
        Choice(
            "score",
            tr("Votes"),
            (("", tr("All")), ("1", tr("For", "votes")), ("-1", tr("Against", "votes"))),
        ),
        Words("user", tr("Voter", "filter"), tr("Voter", "filter"), tr("Name or id of who voted")),
        Words(
            "receiver", tr("Author"), tr("Author"), tr("Name or id of who started the discussion")
        ),
        _DISCUSSION,
        NEWEST,
    ),
    detail=lambda values: values["user"] or values["receiver"],
)
