"""List specs of a comparison: the figures of two players, and their shared scores."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.models.players.comparison import comparison_columns, load_comparison
from osubrowser.models.players.records import pair_record, shared_record
from osubrowser.models.players.shared_scores import SharedCursor, load_shared, shared_columns
from osubrowser.models.table.sources import LoadState
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.places.places import BeatmapPlace, BeatmapsetPlace, Place
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.beatmap_links import leaderboard_of, mapper_of, song
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.player.lists.specs import safe_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from osubrowser.api.client import Client
    from osubrowser.models.players.comparison import Comparison, Pair
    from osubrowser.models.players.profile import Profile
    from osubrowser.models.players.shared_scores import SharedScore
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Record, Row
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import CursorSource, RowsPage
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.lists.row_menu import RowSelection

Describe = Callable[[BaseException], "Sentence"]


class PlayerPair(NamedTuple):
    """Two players in one ruleset.

    Attributes:
        left_id, right_id: ids of the players; the second may be a name while the id is unknown.
        left, right: names of the players.
        mode: the ruleset.
    """

    left_id: int
    right_id: int | str
    left: str
    right: str
    mode: str

    @classmethod
    def of(cls, comparison: Comparison) -> PlayerPair:
        """Return the pair of a loaded comparison."""
        left, right = comparison.left, comparison.right
        return cls(left.id, right.id, left.name, right.name, left.mode)

    def file_stem(self, list_: str) -> str:
        """Return the proposed file name of an export, without its suffix."""
        left, right = safe_name(self.left, self.left_id), safe_name(self.right, self.right_id)
        return f"osu-{left}-{self.mode}-{list_}-against-{right}"


def figures_spec(
    left: Profile,
    players: PlayerPair,
    *,
    comparison: Callable[[], Comparison | None],
    describe: Describe,
) -> ListSpec:
    """Return the spec of the list of all figures of two players.

    Args:
        left: the first player.
        players: both players; their names are column headings.
        comparison: returns the loaded comparison, else None.
        describe: returns the message for an error.
    """

    def columns(_original: bool) -> Columns:
        return comparison_columns(players.left, players.right)

    def source(loader: ClientLoader, _columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(_load_figures, left, players.right_id)

    def status(model: PagedModel, _first: int, _last: int) -> str:
        known = comparison()
        if known is None or model.error is not None:
            return ""
        return known.words + seen_ago(model.seen_at)

    return ListSpec(
        key="compare/figures",
        title=tr("Figures of both players"),
        columns=columns,
        source=source,
        record=_figure_record,
        file_stem=players.file_stem("figures"),
        empty=EmptyText(tr("There is nothing here.")),
        describe=describe,
        status=status,
        columns_key="",
    )


def scores_spec(players: PlayerPair, *, describe: Describe) -> ListSpec:
    """Return the spec of the list of beatmaps on which both players have a best score.

    Args:
        players: both players.
        describe: returns the message for an error.
    """
    names = (players.left, players.right)

    def columns(original: bool) -> Columns:
        return shared_columns(*names, original=original)

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        ids = (players.left_id, players.right_id)
        return loader.by_cursor(load_shared, ids, players.mode, columns, first=SharedCursor())

    return ListSpec(
        key="compare/scores",
        title=tr("Scores that both players have"),
        columns=columns,
        source=source,
        record=_shared_record,
        file_stem=players.file_stem("scores"),
        empty=EmptyText(
            tr("No beatmap is among the best scores of both {left} and {right}.").format(
                left=names[0], right=names[1]
            ),
            tr("osu! tells the 200 best scores of each player."),
        ),
        link=link_of,
        no_link=tr("This beatmap is not on osu! any more."),
        menu=partial(_menu, names),
        describe=describe,
        status=_scores_status,
        columns_key="",
        has_titles=True,
        replays=lambda shared: ((shared.left, names[0]), (shared.right, names[1])),
    )


def link_of(shared: SharedScore, _origin: str) -> RowLink | None:
    """Return the link of a shared score: its beatmap; None if it has been deleted."""
    score = shared.left
    if not score.beatmap_id:
        return None
    name = song(score.beatmapset, score.beatmap)
    place: Place = BeatmapPlace(score.beatmap_id, score.mode)
    if score.beatmapset is not None and score.beatmapset.id:
        place = BeatmapsetPlace(score.beatmapset.id, score.beatmap_id, score.mode)
    more = (*leaderboard_of(place), *mapper_of(score.beatmapset, score.beatmap))
    return RowLink(place, name, more=more)


def _scores_status(model: PagedModel, _first: int, _last: int) -> str:
    if model.error is not None:
        return ""
    count = model.loaded
    is_whole = model.state is LoadState.END
    shown = (
        tr("%n beatmap(s) in both lists", "", count)
        if is_whole
        else tr("%n beatmap(s) in both lists so far", "", count)
    )
    return shown + seen_ago(model.seen_at)


def _load_figures(client: Client, left: Profile, other: int | str, _cursor: object) -> RowsPage:
    return load_comparison(client, left, other, left.mode)


def _figure_record(row: Row[Pair]) -> Record:
    return {"number": row.number, **pair_record(row.item)}


def _shared_record(row: Row[SharedScore]) -> Record:
    return {"number": row.number, **shared_record(row.item)}


def _menu(names: tuple[str, str], selection: RowSelection) -> QMenu:
    from osubrowser.ui.pages.player.compare.menu import shared_menu

    return shared_menu(names, selection)
