"""Find me: the own row of a ranking, by its identity, the known rank, or a search."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from osubrowser.api.errors import OsuError
from osubrowser.models.rankings.load import load_page
from osubrowser.models.rankings.rankings import PAGE_SIZE
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.users import User, UserStatistics
    from osubrowser.models.table.column import Column
    from osubrowser.models.table.sources import RowsPage
    from osubrowser.services.places.places import RankingsPlace
    from osubrowser.services.session.account import Account
    from osubrowser.ui.lists.list_controller import ListController

_LAST_RANK: Final = 10_000
"""Last rank of the rankings of players."""


def own_identity(place: RankingsPlace, me: User | None) -> Hashable | None:
    """Return the identity of the own row: player, country or team; None if there is none."""
    if me is None:
        return None
    if place.type == "country":
        return me.country_code
    if place.type == "team":
        return me.team.id if me.team is not None else None
    return me.id


def known_statistics(place: RankingsPlace, me: User) -> UserStatistics | None:
    """Return the own statistics that have the rank and the score of a ranking, if they are here."""
    if me.playmode == place.mode:
        return me.statistics
    if place.type == "performance" and (place.country or place.variant):
        return None  # the statistics of all rulesets lack country ranks and variants
    rulesets = me.statistics_rulesets
    return getattr(rulesets, place.mode, None) if rulesets is not None else None


def rank_in(place: RankingsPlace, statistics: UserStatistics) -> int | None:
    """Return the rank in a performance ranking of everyone; None without a rank."""
    if place.variant is not None:
        variants = statistics.variants or []
        found = next((v for v in variants if v.variant == place.variant), None)
        if found is None:
            return None
        return found.country_rank if place.country else found.global_rank
    if place.country is None:
        return statistics.global_rank
    older = statistics.rank.country if statistics.rank is not None else None
    return statistics.country_rank or older


def _statistics_of(client: Client, user: int, mode: str) -> UserStatistics | None:
    return client.user(user, mode=mode).statistics


class OwnRow(QObject):
    """Search for the own row of the ranking that a list shows.

    Args:
        rows: the list.
        account: provides the own profile.
        place: returns the ranking that is shown.
        parent: the Qt parent.

    Attributes:
        message_requested: `(level, text)`: show a message.
    """

    message_requested = Signal(str, str)

    def __init__(
        self,
        rows: ListController,
        account: Account,
        place: Callable[[], RankingsPlace],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._list = rows
        self._account = account
        self._place = place
        self._scope = TaskScope()
        self._rank: int | None = None  # where the own row is expected, while it is looked for
        self._is_everywhere = False  # whether all rows are being loaded for it
        rows.model.page_arrived.connect(self._on_page_arrived)
        rows.model.state_changed.connect(self._on_state_changed)

    @property
    def identity(self) -> Hashable | None:
        """Identity of the own row in the ranking; None if there is none."""
        return own_identity(self._place(), self._account.me)

    def stop(self) -> None:
        """Stop looking for the row."""
        self._scope.cancel_all()
        self._rank, self._is_everywhere = None, False

    def find(self) -> None:
        """Go to the own row, or say why there is none."""
        self.stop()
        place, me = self._place(), self._account.me
        if me is None or me.id is None:
            self._tell(tr("Your own row is found when you are signed in as a player."))
            return
        if self.identity is None:
            self._tell(
                tr("You are in no team.") if place.type == "team" else tr("You have no row here.")
            )
            return
        if not self._list.model.loaded:
            return  # the table says why
        if self._list.model.is_arranged:
            self._list.table.clear_arrangement()
        if self._go():
            return
        if place.country not in (None, me.country_code):
            home = plain(me.country.name) if me.country is not None else me.country_code
            self._tell(tr("You are not in this ranking: your country is {home}.").format(home=home))
        elif self._is_by_statistics(place):
            self._scope.start(self._locate(place, me), key="locate", on_error=self._fail)
        else:
            self._load_all()

    def _is_by_statistics(self, place: RankingsPlace) -> bool:
        return place.filter == "all" and place.type in ("performance", "score")

    async def _locate(self, place: RankingsPlace, me: User) -> None:
        """Scroll to the rank of the profile, or of a search by score."""
        statistics = known_statistics(place, me)
        if statistics is None and me.id is not None:
            loader = self._list.loader
            statistics = await loader.cached_or_fresh(_statistics_of, me.id, place.mode)
        rank = None
        if statistics is not None and place.type == "performance":
            rank = rank_in(place, statistics)
        elif statistics is not None and statistics.ranked_score:
            rank = await self._rank_by_score(place, statistics.ranked_score)
        if rank is None or rank < 1:
            mode = MODE_NAMES[place.mode]
            self._tell(tr("You have no rank in this ranking of {mode}.").format(mode=mode))
            return
        total = self._list.model.total or _LAST_RANK
        if rank > total:
            text = (
                tr("You are #{rank}; this ranking ends at #{total}.")
                if place.type == "performance"
                else tr("This ranking ends at #{total}.")
            )
            self._tell(text.format(rank=numerals.whole(rank), total=numerals.whole(total)))
            return
        self._rank = rank
        self._list.table.go_to(self._list.model.view_row_of(rank))
        self._list.take_focus()
        self._on_page_arrived()
        self._on_state_changed()

    async def _rank_by_score(self, place: RankingsPlace, score: int) -> int:
        """Return the first rank of the page on which a ranked score belongs: a binary search."""
        total = self._list.model.total or _LAST_RANK
        low, high = 1, -(-total // PAGE_SIZE) + 1  # the page after the last is "not in it"
        while low < high:
            middle = (low + high) // 2
            page = await self._list.loader.cached_or_fresh(
                _scores, place, middle, self._list.model.columns
            )
            if not page or page[-1] <= score:
                high = middle
            else:
                low = middle + 1
        return (low - 1) * PAGE_SIZE + 1

    def _load_all(self) -> None:
        model = self._list.model
        if not model.can_load_all:
            self._tell(tr("You are not in this ranking."))
            return
        self._is_everywhere = True
        if not model.is_loading_all:
            model.load_all()

    def _go(self) -> bool:
        """Go to the own row if it is loaded; return whether it is."""
        identity, model = self.identity, self._list.model
        rows = enumerate(map(model.row_at, range(model.rowCount())))
        found = next((n for n, row in rows if row is not None and row.id == identity), None)
        if found is None:
            return False
        self._list.table.go_to(found)
        self._list.take_focus()
        return True

    def _on_page_arrived(self, _page: RowsPage | None = None) -> None:
        if (self._rank is None and not self._is_everywhere) or not self._go():
            return
        if self._is_everywhere:
            self._list.model.forget_full_load()
        self.stop()

    def _on_state_changed(self) -> None:
        model = self._list.model
        if self._is_everywhere and not model.is_loading_all:
            is_whole = not model.can_load_all
            self.stop()
            if is_whole:
                self._tell(tr("You are not in this ranking."))
        elif self._rank is not None and self._list.is_settled and model.error is None:
            rank = self._rank
            if model.row_at(model.view_row_of(rank)) is not None:
                self.stop()
                self._tell(
                    tr("You should be at about #{rank}, but osu! does not list you there.").format(
                        rank=numerals.whole(rank)
                    )
                )

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, OsuError):
            raise error
        self.message_requested.emit("warning", describe(error).text)

    def _tell(self, text: str) -> None:
        self.message_requested.emit("info", text)


def _scores(
    client: Client, place: RankingsPlace, number: int, columns: Sequence[Column[Any]]
) -> list[int]:
    """Return the ranked scores on a page of a ranking by score."""
    page = load_page(client, place, number, columns)
    return [row.item.ranked_score for row in page.rows]
