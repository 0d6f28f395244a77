"""Overview section of a beatmapset: figures with mods, pp, success, ratings, tags and facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from osubrowser.api.errors import InvalidRequest, NotFound, OsuError, RateLimited, ServerTrouble
from osubrowser.lru import LRUCache
from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
from osubrowser.models.beatmaps.difficulty_entry import figures_of, load_attributes
from osubrowser.models.beatmaps.place_mods import mods_of
from osubrowser.models.beatmaps.set_heading import search_by
from osubrowser.models.players.profile import Figure
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.services.places.places import BeatmapsetPlace, Place, WebAddress
from osubrowser.services.places.urls import HOME, parse
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.session.account import AccountState
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.charts.chart import BarChart, Curve, LineChart
from osubrowser.ui.error_messages import describe, seconds
from osubrowser.ui.pages.beatmapset.difficulty_list import DifficultyList
from osubrowser.ui.pages.beatmapset.mod_bar import ModBar
from osubrowser.ui.richtext.text_pane import TextPane
from osubrowser.ui.sections.host import ScrolledSection
from osubrowser.ui.widgets.plain_text import FactGrid, FigureGrid, LinkFlow
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmap
    from osubrowser.api.entities.difficulty import BeatmapDifficultyAttributes
    from osubrowser.api.mods import Mod
    from osubrowser.models.beatmaps.difficulty_entry import DifficultyEntry
    from osubrowser.models.beatmaps.performance_table import PerformanceTable
    from osubrowser.models.beatmaps.set_heading import SetHeading
    from osubrowser.services.beatmaps.files import BeatmapFiles
    from osubrowser.services.replays.analysis_process import AnalysisProcess
    from osubrowser.ui.sections.host import Painted, SectionParts
    from osubrowser.ui.style.theme import Colours

_CHART, _EMPTY_CHART = 190, 84  # heights
_SIDE_BY_SIDE: Final = 860
"""Width in pixels from which the charts share a row."""
_ATTRIBUTES_AFTER: Final = 0.25
"""Seconds without a change of the mods before osu! is asked for attributes."""
_SHORTEST_WAIT: Final = 0.5
"""Seconds before osu! is asked again that has asked to wait."""
_PP_AFTER: Final = 0.5
"""Seconds on a difficulty before its file is fetched."""
_MOST_KNOWN: Final = 300
_TALLEST_TEXT: Final = 360
"""Largest height of the description in pixels; it scrolls in itself beyond."""
_TEXT_EDGES: Final = 40

_PENDING: Final = tuple(
    Figure(f"pp_{accuracy}", numerals.percent(accuracy / 100, 0), "…", None)
    for accuracy in (95, 98, 99, 100)
)
"""In place of the pp while they are calculated, so that nothing moves when they come."""

_Key = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class OverviewState:
    """Saved state of the overview: its scroll position."""

    offset: int


class OverviewSection(ScrolledSection[BeatmapsetSubject]):
    """Attributes of the chosen difficulty with the mods of the place, and what players think.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.

    Attributes:
        mods: the choice of mods.
        figures: the figures of the difficulty.
        pp: pp by accuracy.
        difficulties: all difficulties of the ruleset.
        fails, ratings: the charts.
        tags: what players voted for.
        facts: facts of the set.
        text: the mapper's description.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(tr("Overview"), parent)
        self._parts = parts
        self._loader = ClientLoader(parts.account, parts.calls)
        self._scope = TaskScope()
        self._subject: BeatmapsetSubject | None = None
        self._mods = ""
        self._attributes: LRUCache[_Key, BeatmapDifficultyAttributes] = LRUCache(_MOST_KNOWN)
        self._tables: LRUCache[_Key, PerformanceTable] = LRUCache(_MOST_KNOWN)
        self._process: AnalysisProcess | None = None
        self._has_attributes = True  # whether those of the shown mods are known, or not needed
        self.mods = ModBar(self)
        self.notice = NoticeBar(self)
        self.figures = FigureGrid(self)
        self.pp, self._formula = FigureGrid(self), _words(self)
        self.fails = LineChart(
            tr("Fails and exits"), tr("osu! has not counted fails of it."), _count, self
        )
        self.ratings = BarChart(
            tr("Players' ratings"), tr("Nobody has rated it yet."), _count, self
        )
        self._tags_card, self.tags = self._card(tr("Tags that players voted for"))
        self._colours = parts.colours
        self._painted: list[Painted] = [
            self.mods, self.notice, self.figures, self.pp, self.fails, self.ratings, self.tags
        ]  # fmt: skip
        self._steps: list[Callable[[], object]] = []  # what is built and shown, a turn each
        self._is_built = False
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._on_turn)
        self._lay_out()
        self._connect()
        self.set_colours(parts.colours)

    # --- requests of the page -----------------------------------------------------------------

    def take_place(self, place: Place) -> None:
        """Show the mods of a place."""
        super().take_place(place)
        mods = place.mods if isinstance(place, BeatmapsetPlace) else ""
        if self._subject is not None and mods != self._mods:
            self._mods = mods
            self._show_mods(self._subject)
            if not self._steps:  # else it is shown soon
                self._show_difficulties()
            self._calculate()

    def show_subject(self, subject: BeatmapsetSubject, state: object | None = None) -> None:
        """Show the chosen difficulty of a set; loads its attributes with the mods of the place."""
        before, self._subject = self._subject, subject
        place = self.place
        self._mods = place.mods if isinstance(place, BeatmapsetPlace) else ""
        self._show_mods(subject)
        entry = subject.entry
        series = (
            ((tr("Fails"), entry.fails), (tr("Exits"), entry.exits)) if entry is not None else ()
        )
        curves = [Curve(name, data) for name, data in series if data]
        self.fails.show_curves(curves)
        self.fails.setFixedHeight(_CHART if curves else _EMPTY_CHART)
        heading = subject.romanised
        self.ratings.show_curves([Curve("", heading.ratings)])
        self.ratings.set_title(heading.ratings_title)
        self.ratings.setFixedHeight(_CHART if heading.ratings else _EMPTY_CHART)
        self._show_tags(entry)
        steps: list[Callable[[], object]] = [self._show_difficulties]
        if before is None or before.beatmapset != subject.beatmapset or self._steps:
            steps += [self._show_facts, self._show_text]
        if not self._is_built:
            steps = [self._build_difficulties, self._build_facts, self._build_text, *steps]
        if isinstance(state, OverviewState):
            steps.append(partial(self.scroll_to, state.offset))
        self._steps = steps
        self._turn.start()
        self._calculate()
        if not isinstance(state, OverviewState) and (before is None or before.id != subject.id):
            self.scroll_to(0)
        self.status_changed.emit(entry.told if entry is not None else "")

    def save_state(self) -> object:
        """Return the scroll position."""
        return OverviewState(self.offset)

    def reload(self) -> None:
        """Calculate the figures again."""
        self._attributes.clear()
        self._tables.clear()
        if self._subject is not None:
            self._calculate()

    def leave(self) -> None:
        """Cancel all loads and release the set."""
        self._scope.cancel_all()
        self._turn.stop()
        if self._is_built:
            self.text.clear()
            self.difficulties.leave()
        self._steps.clear()
        self._subject = None
        if self._process is not None:
            self._process.close()
            self._process = None

    @property
    def is_settled(self) -> bool:
        """Whether the figures are loaded, or have failed."""
        if self._steps or len(self._scope):
            return False
        return (
            not self._is_built
            or self._subject is None
            or (self.text.is_settled and self.difficulties.list.is_settled)
        )

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        for part in self._painted:
            part.set_colours(colours)

    def copy_selection(self) -> None:
        """Copy the figures and the pp to the clipboard as TSV: name and figure."""
        words = "\n".join(filter(None, (self.figures.words, self.pp.words)))
        QGuiApplication.clipboard().setText(words)
        self.message_requested.emit("good", tr("The figures are on the clipboard."))

    # --- building -----------------------------------------------------------------------------

    def _card(self, title: str) -> tuple[QFrame, LinkFlow]:
        card = QFrame(self)
        card.setProperty("panel", True)
        label = QLabel(title, card)
        label.setProperty("role", "strong")
        flow = LinkFlow(title, card)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(flow)
        return card, flow

    def _lay_out(self) -> None:
        self._charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._charts.setSpacing(10)
        self._charts.addWidget(self.fails, 3)
        self._charts.addWidget(self.ratings, 2)
        column = self.column
        for part in (self.mods, self.notice, self.figures, self.pp, self._formula):
            column.addWidget(part)
        column.addLayout(self._charts)
        column.addWidget(self._tags_card)
        column.addStretch(1)

    def _connect(self) -> None:
        self.mods.changed.connect(self._on_mods_changed)
        self.notice.pressed.connect(lambda _key: self.reload())
        self.tags.link_requested.connect(self._on_link_requested)

    # --- parts that are built later, a turn of the event loop each ----------------------------

    def _on_turn(self) -> None:
        """Build or show one part; all at once would take more than a frame."""
        if self._steps:
            self._steps.pop(0)()
        if self._steps:
            self._turn.start()

    def _build_difficulties(self) -> None:
        part = self.difficulties = DifficultyList(self._parts, self)
        part.open_requested.connect(self.open_requested)
        part.message_requested.connect(self.message_requested)
        self.column.insertWidget(self.column.indexOf(self._charts), part)
        self._add_painted(part)

    def _build_facts(self) -> None:
        part = self.facts = FactGrid(tr("About the beatmapset"), self)
        part.link_requested.connect(self._on_link_requested)
        part.opened.connect(self._on_link_requested)
        self.column.insertWidget(self.column.count() - 1, part)
        self._add_painted(part)

    def _build_text(self) -> None:
        parts = self._parts
        part = self.text = TextPane(
            tr("Description"),
            parts.calls,
            parts.images,
            lambda: parts.account.server,
            self._colours,
            self,
        )
        part.setFixedHeight(_EMPTY_CHART)
        part.open_requested.connect(self.open_requested)
        part.web_requested.connect(self._on_web_requested)
        part.view.content_resized.connect(self._fit_text)
        self.column.insertWidget(self.column.count() - 1, part)
        self._add_painted(part)
        self._is_built = True

    def _add_painted(self, part: Painted) -> None:
        self._painted.append(part)
        part.set_colours(self._colours)

    def hideEvent(self, event: QHideEvent) -> None:
        """End the process that calculates pp; the next request starts another."""
        super().hideEvent(event)
        if self._process is not None and not self._scope.is_running("pp"):
            self._process.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the charts side by side where they fit."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._charts.setDirection(across if wide else down)

    def _fit_text(self, height: int) -> None:
        """Make the description as high as its text."""
        wanted = min(max(height + _TEXT_EDGES, _EMPTY_CHART), _TALLEST_TEXT)
        if wanted != self.text.height():
            self.text.setFixedHeight(wanted)

    # --- the set and the difficulty -----------------------------------------------------------

    def _heading(self) -> SetHeading | None:
        is_original = self._parts.settings.titles == "original"
        return None if self._subject is None else self._subject.heading(is_original=is_original)

    def _show_difficulties(self) -> None:
        place = self.place
        if self._subject is not None:
            self.difficulties.show_subject(
                self._subject, place if isinstance(place, BeatmapsetPlace) else None
            )

    def _show_facts(self) -> None:
        heading = self._heading()
        self.facts.show_facts(heading.facts if heading is not None else ())

    def _show_text(self) -> None:
        heading = self._heading()
        html = heading.description if heading is not None else ""
        self.text.show_html(html, empty=tr("The mapper has written nothing here."))

    def _show_tags(self, entry: DifficultyEntry | None) -> None:
        tags = entry.tags if entry is not None else ()
        self._tags_card.setVisible(bool(tags))
        self.tags.show_links(
            [
                (
                    f"{tag.name} {numerals.whole(tag.votes)}{' ✓' * tag.is_own}",
                    search_by("tag", tag.name),
                )
                for tag in tags
            ],
            [tag.words for tag in tags],
        )

    def _show_mods(self, subject: BeatmapsetSubject) -> None:
        entry = subject.entry
        self.mods.setVisible(entry is not None)
        is_convert = entry is not None and entry.is_convert
        self.mods.show_mods(subject.mode, self._mods, is_convert=is_convert)

    # --- figures ------------------------------------------------------------------------------

    def _calculate(self) -> None:
        """Show the figures of the difficulty with the mods; what is not known is loaded."""
        self._scope.cancel_all()
        self.notice.show_notice(None)
        subject = self._subject
        entry = subject.entry if subject is not None else None
        if entry is None:
            self._show_nothing()
            return
        mods = mods_of(self._mods)
        self._has_attributes = True
        if mods:
            load = self._load_attributes(entry, mods)
            self._scope.start(load, key="attributes", on_error=self._on_attributes_failed)
        else:
            self._show_figures(entry.figures)
        known = self._tables.get(self._key(entry))
        if self._parts.replays is None:
            self.pp.show_figures((), ())
            self._show_sentence("")
            return
        self._show_table(known)
        if known is None:
            load_table = self._load_table(entry, mods, self._parts.replays.beatmaps)
            self._scope.start(load_table, key="pp", on_error=self._on_table_failed)

    def _show_figures(self, figures: Sequence[Figure]) -> None:
        """Show the figures; the plays of the account are those of a player, not of a guest."""
        is_player = self._parts.account.state is AccountState.PLAYER
        shown = [one for one in figures if is_player or one.key != "own_plays"]
        self.figures.show_figures(shown, ())

    def _show_nothing(self) -> None:
        for grid in (self.figures, self.pp):
            grid.show_figures((), ())
        self._show_sentence("")

    def _key(self, entry: DifficultyEntry) -> _Key:
        return (*entry.key, self._mods)

    async def _load_attributes(self, entry: DifficultyEntry, mods: Sequence[Mod]) -> None:
        import asyncio

        calls, key = self._parts.calls, self._key(entry)
        figures = partial(figures_of, entry.beatmap, entry.mode, mods)
        known = self._attributes.get(key)
        self._show_figures(await calls.run_at_once(figures, known))
        if known is not None:
            return
        self._has_attributes = False
        await asyncio.sleep(_ATTRIBUTES_AFTER)
        while True:
            try:
                found = await self._loader.fresh(
                    load_attributes, entry.beatmap.id, entry.mode, mods
                )
                break
            except RateLimited as error:
                wait = tr("osu! asks us to wait {seconds} for the stars.").format(
                    seconds=seconds(error.retry_after)
                )
                self.notice.show_notice(Notice(wait, tr("They come by themselves then.")))
                await asyncio.sleep(max(error.retry_after, _SHORTEST_WAIT))
                self.notice.show_notice(None)
        self._attributes.put(key, found)
        self._has_attributes = True
        self._show_figures(await calls.run_at_once(figures, found))
        self.online_changed.emit(True)

    def _on_attributes_failed(self, error: BaseException) -> None:
        said = describe(error)
        text, may_retry = said.text, said.may_retry
        if isinstance(error, InvalidRequest | NotFound):
            text, may_retry = tr("osu! has no star rating for this ruleset with these mods."), False
        elif isinstance(error, ServerTrouble):
            text = tr("osu! cannot calculate the stars with these mods at the moment.")
        buttons = (("retry", tr("Retry")),) if may_retry else ()
        self.notice.show_notice(Notice(text, said.hint, buttons, said.details))

    async def _load_table(
        self, entry: DifficultyEntry, mods: Sequence[Mod], files: BeatmapFiles
    ) -> None:
        import asyncio

        await asyncio.sleep(_PP_AFTER)
        await self._parts.calls.run_at_once(_import_modules)
        if self._process is None:
            from osubrowser.services.replays.analysis_process import AnalysisProcess

            self._process = AnalysisProcess(niceness=0)
        load = partial(_load_table, files, self._process, entry.beatmap, entry.mode, tuple(mods))
        table = await self._loader.fresh(load)
        self._tables.put(self._key(entry), table)
        self._show_table(table)
        if not self._has_attributes and table.stars is not None:
            await self._show_local_stars(entry, mods, table)

    async def _show_local_stars(
        self, entry: DifficultyEntry, mods: Sequence[Mod], table: PerformanceTable
    ) -> None:
        """Show the stars of the library where osu! sends none for these mods."""
        from osubrowser.api.entities.difficulty import BeatmapDifficultyAttributes

        local = BeatmapDifficultyAttributes(
            star_rating=table.stars or 0.0, max_combo=table.max_combo
        )
        figures = await self._parts.calls.run_at_once(
            figures_of, entry.beatmap, entry.mode, mods, local
        )
        if not self._has_attributes:
            by = tr("calculated here, by the formula of the pp below")
            shown = [replace(one, detail=by) if one.key == "stars" else one for one in figures]
            self._show_figures(shown)

    def _on_table_failed(self, error: BaseException) -> None:
        words = tr("The pp need the file of the difficulty, which could not be fetched.")
        if isinstance(error, OsuError):
            words = f"{words} {describe(error).text}"
        self.pp.show_figures((), ())
        self._show_sentence(words)

    def _show_table(self, table: PerformanceTable | None) -> None:
        """Show the pp, or why there are none; None while they are calculated."""
        if table is not None:
            self.pp.show_figures(table.figures, ())
            self._show_sentence(table.problem or table.formula)
        else:
            self.pp.show_figures(_PENDING, ())
            self._show_sentence(tr("The pp are being calculated."))

    def _show_sentence(self, text: str) -> None:
        self._formula.setText(text)
        self._formula.setVisible(bool(text))

    # --- links --------------------------------------------------------------------------------

    def _on_mods_changed(self, mods: str) -> None:
        place = self.place
        if isinstance(place, BeatmapsetPlace):
            self.place_requested.emit(replace(place, mods=mods), True)

    def _on_link_requested(self, link: str, how: str = "here") -> None:
        place = parse(link, origins=(HOME,))
        self.open_requested.emit(place if place is not None else WebAddress(link), how)

    def _on_web_requested(self) -> None:
        if self._subject is not None:
            self.open_requested.emit(BeatmapsetPlace(self._subject.id), "web")


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "secondary")
    label.setWordWrap(True)
    label.setAccessibleName(tr("Formula of the pp"))
    label.hide()
    return label


def _import_modules() -> None:
    """Import what calculates pp, which takes longer than a frame. On a worker."""
    import osubrowser.models.beatmaps.performance_table  # noqa: F401


def _load_table(
    files: BeatmapFiles,
    process: AnalysisProcess,
    beatmap: Beatmap,
    mode: str,
    mods: Sequence[Mod],
    client: Client,
) -> PerformanceTable:
    from osubrowser.models.beatmaps.performance_table import load_performance

    return load_performance(client, files, process, beatmap, mode, mods)


def _count(value: float) -> str:
    return numerals.whole(value)
