"""Histories of two players: one figure at a time, in one chart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from osubrowser.models.history.series import HistoryData
from osubrowser.models.players.history import CHIPS, PairHistory, load_pair
from osubrowser.services.history.subjects import RULESETS, player
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import tr
from osubrowser.ui.charts.history_chart import HistoryChart
from osubrowser.ui.sections.history_section import SPAN_DAYS, SPANS
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.services.history.records import Difference
    from osubrowser.services.history.store import HistoryStore
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_SOON: Final = 400
"""Milliseconds from a written snapshot to its display."""


class CompareHistory(QWidget):
    """View of two players' histories.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.

    Attributes:
        figures: the choice of the figure.
        spans: the choice of the span.
        chart: the chart.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._players: tuple[Profile, Profile] | None = None
        self._pair: PairHistory | None = None
        self._scope = TaskScope()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._load)
        self.figures = Segments(tr("Figure of the chart"), CHIPS, self)
        self.spans = Segments(tr("Span"), [(key, label) for key, label, _ in SPANS], self)
        self.spans.choose("all")
        self.chart = HistoryChart(
            CHIPS[0][1],
            tr("Nothing is known of either player yet: the history grows while you browse."),
            self,
        )
        policy = self.chart.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)
        self.chart.setSizePolicy(policy)
        self._strip = ScrollStrip(self.figures, self)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._strip, 1)
        head.addWidget(self.spans)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.chart, 1)
        self.figures.chosen.connect(self._on_figure_chosen)
        self.spans.chosen.connect(lambda key: self.chart.set_span(SPAN_DAYS[key]))
        self.chart.span_changed.connect(self._on_span_changed)
        if parts.history is not None:
            parts.history.written.connect(self._on_written)

    @property
    def is_settled(self) -> bool:
        """Whether no load is running."""
        return len(self._scope) == 0

    def show_players(self, left: Profile, right: Profile) -> None:
        """Show the histories of two players in the ruleset of the first."""
        if self._players != (left, right):
            self.leave()
            self._players = (left, right)
            self._load()

    def leave(self) -> None:
        """Cancel all loads and release the players."""
        self._scope.cancel_all()
        self._soon.stop()
        self._players = self._pair = None
        self.chart.move_cursor(None)
        self.chart.show_data(HistoryData())

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.figures, self.spans, self._strip, self.chart):
            part.set_colours(colours)

    def _load(self) -> None:
        if self._players is not None:
            self._scope.start(self._show(*self._players), key="load")

    async def _show(self, left: Profile, right: Profile) -> None:
        services = self._parts.history
        if services is None:
            return
        try:
            pair, data = await services.read(_load_chart, left, right, self.figures.current)
        except OSError as error:
            self.chart.set_empty(
                tr("The history cannot be read: {reason}").format(reason=str(error)[:200])
            )
            return
        self._pair = pair
        for key, _ in CHIPS:
            self.figures.button(key).setVisible(not pair.known or key in pair.known)
        self._strip.fit()
        self.chart.show_data(data)

    def _on_figure_chosen(self, key: str) -> None:
        self.chart.set_title(dict(CHIPS)[key])
        if self._pair is not None:
            self._scope.start(self._draw(self._pair, key), key="draw")

    async def _draw(self, pair: PairHistory, key: str) -> None:
        self.chart.show_data(await self._parts.calls.run_at_once(pair.chart, key))

    def _on_span_changed(self) -> None:
        if self.chart.is_zoomed:
            self.spans.choose_none()
        else:
            days = self.chart.span
            self.spans.choose(next(key for key, _, one in SPANS if one == days))

    def _on_written(self, differences: Iterable[Difference]) -> None:
        if self._players is None or self._soon.isActive():
            return
        mode = self._players[0].mode
        about = {player(one.id, mode) for one in self._players} if mode in RULESETS else set()
        if any(difference.subject in about for difference in differences):
            self._soon.start()


def _load_chart(
    store: HistoryStore, left: Profile, right: Profile, chip: str
) -> tuple[PairHistory, HistoryData]:
    pair = load_pair(store, left, right)
    return pair, pair.chart(chip)
