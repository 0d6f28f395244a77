"""Controller of the comparison of the shown ranking with an earlier day."""

from __future__ import annotations

from asyncio import sleep
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from osubrowser.models.rankings.comparison import (
    FALLERS,
    LEFT,
    MOVERS,
    NEW,
    RISERS,
    Compared,
    Earlier,
    Mover,
    compared_rows,
    day_name,
    day_number,
    is_compared,
    known_ranks,
    load_earlier,
    mover_columns,
    mover_record,
    mover_rows,
    movers_of,
    name_of,
    page_number,
    usual_day,
    with_places,
)
from osubrowser.models.table.sources import CursorSource, RowsPage
from osubrowser.models.text.dates import day as day_text
from osubrowser.services.history.days import date_of
from osubrowser.services.history.ranking_pages import country_code, country_id
from osubrowser.services.places.places import RankingsPlace, ThingPlace, UserPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec, loaded_status
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.rankings.comparison.bar import ALL, ComparisonBar
from osubrowser.ui.widgets.choices import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Column, Row
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.ui.lists.list_controller import Columns, ListController
    from osubrowser.ui.lists.row_menu import RowSelection

_DELAY: Final = 60
"""Milliseconds in which pages that arrive are collected."""
_OLDEST: Final = "oldest"
MOVERS_KEY: Final = "movers/"
"""Start of the key of a list of movers."""
_SLICE: Final = 500
"""Rows that are replaced at once: a few milliseconds."""
NOTHING_KNOWN: Final = tr(
    "Nothing is known of these ranks before today: the history grows while you browse."
)

NOT_RECORDED: Final = tr(
    "Nothing is known of these ranks before today: the settings say that no history is written."
)


class RankingComparison(QObject):
    """Comparison of the list of a ranking with what is known of an earlier day.

    The rows come first: the earlier day is read once they are there, and their cells are filled
    in on a worker.

    Args:
        rows: the list of the ranking.
        history: what was seen.
        calls: runs functions on workers.
        flag: returns the URL of a country's flag; also called on workers.
        link: returns the link of an entry of a ranking.
        menu: returns the menu of selected rows of a ranking.
        own: returns the identity of the own row of the shown ranking, or None.
        is_recording: returns whether what is seen is written to the history.
        parent: the widget of the bar, which is hidden at first.

    Attributes:
        bar: the controls.
        view: the shown view: `all`, or one of `MOVERS`.
        place_requested: `RankingsPlace`: another day was chosen, or the comparison has ended.
        view_requested: the key of another view was chosen.
        message_requested: `(level, text)`.
    """

    place_requested = Signal(object)
    view_requested = Signal(str)
    message_requested = Signal(str, str)

    def __init__(
        self,
        rows: ListController,
        history: HistoryServices,
        calls: Calls,
        *,
        flag: Callable[[str], str | None],
        link: Callable[[RankingsPlace, Any], RowLink | None],
        menu: Callable[[RankingsPlace, RowSelection], QMenu],
        own: Callable[[], Hashable | None],
        is_recording: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.bar = ComparisonBar(parent)
        self.bar.hide()
        self.view = ALL
        self._list = rows
        self._history = history
        self._calls = calls
        self._flag, self._link, self._menu, self._own = flag, link, menu, own
        self._place = RankingsPlace()
        self._compared: Compared | None = None
        self._movers: Mapping[str, Sequence[Mover]] | None = None
        self._is_recording = is_recording
        self._has_failed = False  # the history could not be read, and that was said
        self._pages_shown: Sequence[int] = ()
        self._scope = TaskScope()
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self._on_timeout)
        self.bar.closed.connect(self._on_closed)
        self.bar.view_requested.connect(self.view_requested)
        self.bar.days.chosen.connect(self._on_day_chosen)
        self.bar.days.choices_requested.connect(self._on_days_requested)
        history.replaced.connect(self._on_history_replaced)
        history.written.connect(self._on_history_written)

    @property
    def is_on(self) -> bool:
        """Whether the shown place is compared with an earlier day."""
        return self._compared is not None

    # --- requests of the page -----------------------------------------------------------------

    def take_place(self, place: RankingsPlace, view: str = ALL) -> Compared | None:
        """Set the ranking before its list is shown.

        Args:
            place: the ranking.
            view: the view that will be shown.

        Returns:
            What its columns of the comparison show; None without a comparison.
        """
        is_same = self._of_list(place) == self._of_list(self._place)
        before, self._place, self.view = self._compared, place, view
        if not (is_same and before is not None and before.earlier is not None):
            self.stop()
            self._has_failed = False
            self._compared = Compared(place.type) if place.compare is not None else None
            self.bar.show_counts(None)
            self.bar.days.forget_choices()
            self.bar.show_known("")
        if place.compare is not None:
            self.bar.show_day(place.compare, day_text(date_of(day_number(place.compare))))
        self.bar.views.choose(view)
        self.bar.setVisible(self.is_on)
        return self._compared

    def stop(self) -> None:
        """Cancel all reads."""
        self._scope.cancel_all()
        self._timer.stop()
        self._movers = None

    def leave(self) -> None:
        """Cancel all reads, and forget the ranking."""
        self.stop()
        self._place, self._compared, self.view = RankingsPlace(), None, ALL

    def rows_arrived(self) -> None:
        """Fill in the cells of rows that have arrived, and count the movers again."""
        if self.is_on and self.view == ALL and not self._has_failed:
            self.bar.days.forget_choices()
            if not self._timer.isActive():
                # Counting the movers among all rows takes longer than the new cells.
                self._timer.start(_DELAY + self._list.model.loaded // 10)

    def begin(self, place: RankingsPlace) -> None:
        """Compare a ranking that is shown with the usual earlier day, if any is known."""
        pages = self._pages()
        if pages:
            self._scope.start(self._begin(place, pages), key="begin", on_error=self._fail)

    def spec(self, view: str, rows: Sequence[Row[Any]]) -> ListSpec:
        """Return the list of a view.

        Args:
            view: one of `MOVERS`.
            rows: those of the ranking.
        """
        place = self._place

        def source(_loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            return CursorSource(partial(self._fetch, place, view, rows, columns))

        return ListSpec(
            key=f"{MOVERS_KEY}{place.type}/{view}",
            title=_TITLES[view],
            columns=lambda _original: mover_columns(place, view, self._flag),
            source=source,
            record=lambda row: mover_record(place.type, row.item),
            file_stem=f"osu-ranking-{place.mode}-{place.type}-{view}-since-{place.compare}",
            empty=EmptyText(_EMPTY[view], action=(ALL, tr("Show the ranking"))),
            status=partial(_status, len(rows)),
            link=lambda item, _origin: self._link_of(place, item),
            menu=partial(self._menu, place),
            own=self._own_key,
        )

    # --- private ------------------------------------------------------------------------------

    @staticmethod
    def _of_list(place: RankingsPlace) -> RankingsPlace:
        return replace(place, page=1, rank=None, current=None)

    @property
    def _nothing_known(self) -> str:
        return NOTHING_KNOWN if self._is_recording() else NOT_RECORDED

    def _rows(self) -> list[Row[Any]]:
        spec = self._list.spec
        is_ranking = self.view == ALL and spec is not None and not spec.key.startswith(MOVERS_KEY)
        return self._list.model.loaded_rows() if is_ranking else []

    def _pages(self) -> Sequence[int]:
        """Return the numbers of the pages of the ranking that are loaded."""
        if self.view == ALL:
            self._pages_shown = sorted({page_number(row.number) for row in self._rows()})
        return self._pages_shown

    async def _begin(self, place: RankingsPlace, pages: Sequence[int]) -> None:
        place = replace(place, compare=None)
        earlier = await self._history.read(load_earlier, place, pages)
        day = usual_day(earlier.days)
        if day is None:
            self.message_requested.emit("info", self._nothing_known)
        else:
            self.place_requested.emit(replace(place, compare=day_name(day)))

    def _on_timeout(self) -> None:
        rows = self._rows()
        if rows and self._compared is not None:
            self._scope.start(
                self._compare(self._place, self._compared, rows), key="rows", on_error=self._fail
            )

    async def _compare(
        self, place: RankingsPlace, compared: Compared, rows: Sequence[Row[Any]]
    ) -> None:
        """Read the earlier day at the first time; fill in cells, and find the movers."""
        earlier, is_new = compared.earlier, compared.earlier is None
        if earlier is None:
            earlier = await self._history.read(load_earlier, place, self._pages())
            compared.earlier = earlier
        columns = self._list.model.columns
        changed, movers = await self._calls.run_at_once(
            _compared, columns, rows, earlier, are_all=is_new
        )
        model = self._list.model
        for start in range(0, len(changed), _SLICE):
            if self._compared is not compared or self.view != ALL:
                return
            model.update_rows(changed[start : start + _SLICE])
            await sleep(0)
        if self._compared is not compared or self.view != ALL:
            return
        if changed and model.is_arranged:
            model.arrange_again()
        self._movers = movers
        self._say(earlier, movers)

    def _say(self, earlier: Earlier, movers: Mapping[str, Sequence[Mover]]) -> None:
        """Say what is known of the day, and how many movers there are."""
        counts = {name: len(movers[name]) for name in MOVERS}
        self.bar.show_counts(counts if earlier.pages else None)
        day = day_text(date_of(earlier.day))
        if not earlier.pages:
            self.bar.show_known(tr("Nothing of this ranking is known on {day}.").format(day=day))
            return
        sentence = tr("Known on {day}: ranks {ranks}")
        self.bar.show_known(
            sentence.format(day=day, ranks=earlier.ranks()),
            sentence.format(day=day, ranks=earlier.ranks(30)),
        )

    async def _fetch(
        self,
        place: RankingsPlace,
        view: str,
        rows: Sequence[Row[Any]],
        columns: Sequence[Column[Mover]],
        _cursor: object | None,
    ) -> RowsPage:
        movers = self._movers
        compared = self._compared
        try:
            if movers is None:
                self._pages_shown = sorted({page_number(row.number) for row in rows})
                earlier = await self._history.read(load_earlier, place, self._pages_shown)
                movers = await self._calls.run_at_once(movers_of, earlier, rows)
                if compared is not None and compared is self._compared:
                    compared.earlier, self._movers = earlier, movers
                    self._say(earlier, movers)
            found = movers[view]
            if view == LEFT:
                found = await self._history.read(with_places, place, found)
        except OSError as error:
            self._fail(error)
            return RowsPage([], total=0)
        made = await self._calls.run_at_once(mover_rows, columns, found)
        return RowsPage(made, total=len(made))

    def _link_of(self, place: RankingsPlace, mover: Mover) -> RowLink | None:
        """Return the link of a mover, also of one that left."""
        if mover.item is not None:
            return self._link(place, mover.item)
        match place.type:
            case "country":
                there = RankingsPlace(mode=place.mode, country=country_code(mover.key))
                return RowLink(there, name_of(place.type, mover)[0])
            case "team":
                return RowLink(ThingPlace("team", str(mover.key)), name_of(place.type, mover)[0])
            case _:
                mode = None if place.type == "kudosu" else place.mode
                return RowLink(UserPlace(mover.key, mode), name_of(place.type, mover)[0])

    def _own_key(self) -> Hashable | None:
        """Return the identity of the own row in a list of movers."""
        own = self._own()
        return country_id(own) if isinstance(own, str) else own

    def _on_closed(self) -> None:
        self.place_requested.emit(replace(self._place, compare=None))

    def _on_day_chosen(self, key: str) -> None:
        if key == _OLDEST:
            key = self._oldest
        if key and key != self._place.compare:
            self.place_requested.emit(replace(self._place, compare=key))

    def _on_days_requested(self) -> None:
        pages = self._pages()
        self._scope.start(self._list_days(self._place, pages), key="days", on_error=self._fail)

    async def _list_days(self, place: RankingsPlace, pages: Sequence[int]) -> None:
        earlier = await self._history.read(
            load_earlier, replace(place, compare=None), pages or [place.page]
        )
        total = self._list.model.total if self.view == ALL else None
        choices = [
            Choice(
                day_name(day),
                day_text(date_of(day)),
                tr("ranks {ranks}").format(ranks=known_ranks(known, last_rank=total or 0)),
                also=day_name(day),
            )
            for day, known in sorted(earlier.days.items(), reverse=True)
        ]
        if not choices:
            self.bar.days.set_failed(self._nothing_known)
            return
        self._oldest = choices[-1].key
        if len(choices) > 1:
            oldest = Choice(_OLDEST, tr("As far back as is known"), choices[-1].text)
            choices.insert(0, oldest)
        self.bar.set_choices(choices)

    _oldest = ""

    def _on_history_replaced(self) -> None:
        """Forget what was read of another server."""
        self.stop()
        if self._compared is not None:
            self._compared = Compared(self._place.type)

    def _on_history_written(self, _differences: object) -> None:
        """Look again if nothing was known of the day: it may be written just now."""
        compared = self._compared
        if compared is not None and compared.earlier is not None and not compared.earlier.pages:
            compared.earlier = None
            self.rows_arrived()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        self._has_failed = True
        self.message_requested.emit(
            "warning", tr("The history cannot be read: {reason}").format(reason=error)
        )


def _compared(
    columns: Sequence[Column[Any]], rows: Sequence[Row[Any]], earlier: Earlier, *, are_all: bool
) -> tuple[list[Row[Any]], dict[str, list[Mover]]]:
    """Return the rows whose cells were empty, or all, filled in, and the movers; for a worker."""
    wanted = [row for row in rows if are_all or not is_compared(columns, row)]
    return compared_rows(columns, wanted, earlier), movers_of(earlier, rows)


def _status(ranks: int, model: PagedModel, first: int, last: int) -> str:
    """Return the status of a list of movers: `1-19 of 26 · among 100 loaded ranks`."""
    if not model.loaded or model.is_arranged:
        return loaded_status(model, first, last)
    shown = f"{numerals.whole(first + 1)}-{numerals.whole(last + 1)}"
    shown = tr("{shown} of {total}").format(shown=shown, total=numerals.whole(model.loaded))
    return shown + " · " + tr("among %n loaded rank(s)", "", ranks)


_TITLES: Final = {
    RISERS: tr("Risers"),
    FALLERS: tr("Fallers"),
    NEW: tr("New ones in the ranking"),
    LEFT: tr("Left the ranks that are shown"),
}
_EMPTY: Final = {
    RISERS: tr("None of the loaded ranks that are known of both days has risen."),
    FALLERS: tr("None of the loaded ranks that are known of both days has fallen."),
    NEW: tr("Nothing is new among the loaded ranks that are known of both days."),
    LEFT: tr("Nothing has left the loaded ranks that are known of both days."),
}
