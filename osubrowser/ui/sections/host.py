"""Sections of a page: their base class, the container with pills, and the page around it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from osubrowser.api.errors import NotFound, RateLimited
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, seconds, was_reached
from osubrowser.ui.pages.page import Page
from osubrowser.ui.style.colours import hsl
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import FillingStack, Segments
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar, ProgressLine, StatePanel

if TYPE_CHECKING:
    from osubrowser.services.beatmap_services import BeatmapServices
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.places.places import Place
    from osubrowser.services.replay_services import ReplayServices
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.lists.list_controller import ListController
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.flags import Pictures


S = TypeVar("S")
"""Type of the subject of a page and its sections, such as a profile."""


@dataclass(slots=True)
class SectionParts:
    """Services that sections are built with.

    Attributes:
        account: provides the client, which changes with the session: look it up at each load.
        calls: runs blocking calls.
        settings: preferences, and the stored state of columns.
        images: pictures; None for none.
        colours: to paint with until `set_colours` is called.
        has_page: whether a place opens in the window; else it opens in the web browser.
        replays: saves the replays of scores; None for none.
        beatmaps: marks of beatmaps, what is on this computer, and previews; None for none.
        history: histories of what was seen, and follows; None for none.
    """

    account: Account
    calls: Calls
    settings: Settings
    images: ImageStore | None
    colours: Colours
    has_page: Callable[[Place], bool]
    replays: ReplayServices | None = None
    beatmaps: BeatmapServices | None = None
    history: HistoryServices | None = None

    def list_below(self, parent: QWidget) -> ListController:
        """Return a controller of a list with all of these services, for a section or a page."""
        from osubrowser.ui.lists.list_controller import ListController

        return ListController(
            self.account,
            self.calls,
            self.settings,
            self.colours,
            self.images,
            self.has_page,
            parent,
            self.replays,
            self.beatmaps,
            self.history,
        )


class Section(QWidget, Generic[S]):
    """Widget that shows one aspect of a subject, chosen by a pill of a `SectionHost`.

    It is built when it is first chosen, and lives as long as its host. `show_subject` is called
    once for each subject (and for another variant of it, if the section depends on it), not each
    time the section becomes visible again.

    Attributes:
        open_requested: `(Place, how)`: open a link; `how` is `here`, `background` or `web`.
        place_requested: `(Place, replace)`: move the page to another place.
        message_requested: `(level, text)`: show a message.
        status_changed: the left text of the status line while this section is visible.
        sign_in_requested: open the welcome page.
        online_changed: False when a load failed because osu! is unreachable, True when one
            succeeded.
        place: the place of the page, set by `take_place`.
    """

    open_requested = Signal(object, str)
    place_requested = Signal(object, bool)
    message_requested = Signal(str, str)
    status_changed = Signal(str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)

    place: Place | None = None

    def take_place(self, place: Place) -> None:
        """Set the place of the page; called before `show_subject`, and whenever it changes."""
        self.place = place

    def return_to(self, place: Place, state: object) -> None:
        """Set a place that was shown before, after another one of the same subject.

        Args:
            place: the place.
            state: what `save_state` returned when it was left.
        """
        del state  # of no use to a section that shows the same at every place
        self.take_place(place)

    def show_subject(self, subject: S, state: object | None = None) -> None:
        """Show a subject; starts the loads that it needs.

        Args:
            subject: the subject.
            state: what `save_state` returned for it, to restore the section without loads; None
                for a new visit.
        """

    def save_state(self) -> object | None:
        """Return the state by which `show_subject` restores the section; None for none."""
        return None

    def reload(self) -> None:
        """Load the shown contents again."""

    def leave(self) -> None:
        """Cancel all loads and release the subject."""

    @property
    def is_settled(self) -> bool:
        """Whether no load is running: the requested contents are shown, or have failed."""
        return True

    @property
    def failure(self) -> BaseException | None:
        """The error for which contents are missing; None if none are."""
        return None

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with; the style sheet is set by the host."""

    def take_focus(self) -> None:
        """Set the focus to the table; without one, to the first control."""
        table = next((t for t in self.findChildren(QTableView) if t.isVisibleTo(self)), None)
        (table or self).setFocus(Qt.FocusReason.OtherFocusReason)
        if table is None:
            self.focusNextChild()

    def start_filter(self) -> None:
        """Set the focus to the filter field."""

    def copy_selection(self) -> None:
        """Copy the selection to the clipboard."""

    def export(self) -> None:
        """Export the loaded rows to a file chosen in a dialog."""


class ScrolledSection(Section[S]):
    """Section whose parts stand below each other, and scroll.

    Args:
        name: accessible name.
        parent: the Qt parent.

    Attributes:
        column: layout of the parts, which a subclass adds; a stretch is at its end.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget(self)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 4, 12)
        self.column.setSpacing(10)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(content)
        for part in (self._area.viewport(), content):
            part.setAutoFillBackground(False)  # shows the background of the page
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setProperty("ring", True)
        self._area.setAccessibleName(name)
        self._area.verticalScrollBar().setSingleStep(40)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    @property
    def offset(self) -> int:
        """The scroll position in pixels."""
        return self._area.verticalScrollBar().value()

    def scroll_to(self, offset: int) -> None:
        """Scroll once the layout is done, before which the range is unknown."""
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(offset))

    def take_focus(self) -> None:
        """Set the focus to the scroll area."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll to the top with Home and to the end with End, as Qt's scroll area does not."""
        bar = self._area.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        end = ends.get(Qt.Key(event.key()))
        if end is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            bar.setValue(end)


@dataclass(frozen=True)  # with slots, `SectionSpec[S](...)` fails on Python 3.11
class SectionSpec(Generic[S]):
    """Specification of a section: its pill, and how it is built.

    Attributes:
        key: identifier of the section in places.
        title: text of the pill.
        count_of: returns the number on the pill for a subject; None for none.
        build: constructs the section, and imports its module.
        by_variant: whether its contents depend on the variant of the subject, such as a
            ruleset.
        of_subject: whether it shows the subject itself, so that a reloaded subject is passed on.
        is_for: returns whether a subject has this section; the first one is for all.
        keeps_state: whether a hidden section has its state back when it shows a reloaded subject,
            such as a list that is made from the subject.
    """

    key: str
    title: str
    count_of: Callable[[S], int | None]
    build: Callable[[SectionParts, QWidget], Section[S]]
    by_variant: bool = False
    of_subject: bool = False
    is_for: Callable[[S], bool] = lambda _subject: True
    keeps_state: bool = False


_ALPHA: Final = 165


class Veil(QWidget):
    """Translucent overlay of a widget that lets mouse events through.

    Args:
        covered: the widget, which becomes the parent of the veil; hidden at first.
    """

    def __init__(self, covered: QWidget) -> None:
        super().__init__(covered)
        self._covered = covered
        self._colour = QColor(0, 0, 0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Loading"))
        self.hide()
        covered.installEventFilter(self)

    def set_colours(self, colours: Colours) -> None:
        """Set the colour, that of the page's background."""
        self._colour = QColor(colours.background5)
        self._colour.setAlpha(_ALPHA)
        self.update()

    def set_drawn(self, is_drawn: bool) -> None:
        """Show or hide the veil."""
        if is_drawn:
            self.resize(self._covered.size())
            self.raise_()
        self.setVisible(is_drawn)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the widget, and stay above its new children."""
        if self.isVisible() and event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self.resize(self._covered.size())
            self.raise_()
        return bool(super().eventFilter(watched, event))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the widget with the translucent colour."""
        QPainter(self).fillRect(event.rect(), self._colour)


_STYLE_EVERY: Final = 30  # milliseconds


class SectionHost(QWidget, Generic[S]):
    """Container of sections, which are built when first chosen and show each subject once.

    Args:
        specs: the sections, from left to right.
        parts: services that they are built with.
        key_of: returns the identity of a subject, such as its id.
        variant_of: returns the variant of a subject, such as a ruleset; sections `by_variant` are
            shown again when it changes.

    Attributes:
        section_chosen: the key of the pressed pill.
        status_changed: `status` has changed.
        open_requested, place_requested, message_requested, sign_in_requested, online_changed: as
            those of a section.
        pills: the buttons of the sections.
        strip: scroll area of the pills.
        stack: the sections that are built.
        veil: dims an outdated section.
    """

    section_chosen = Signal(str)
    status_changed = Signal(str)
    open_requested = Signal(object, str)
    place_requested = Signal(object, bool)
    message_requested = Signal(str, str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)

    def __init__(
        self,
        specs: Sequence[SectionSpec[S]],
        parts: SectionParts,
        parent: QWidget | None = None,
        *,
        key_of: Callable[[S], object],
        variant_of: Callable[[S], object] = lambda _subject: None,
    ) -> None:
        super().__init__(parent)
        self._specs = {spec.key: spec for spec in specs}
        self._parts = parts
        self._key_of, self._variant_of = key_of, variant_of
        self._sections: dict[str, Section[S]] = {}
        self._reached: set[str] = set()  # the sections that show the subject
        self._states: dict[str, object] = {}  # saved states of sections that are not shown yet
        self._status: dict[str, str] = {}
        self._subject: S | None = None
        self._current: str | None = None
        self._sheet = ""
        self._outdated: set[str] = set()  # the sections whose style is not applied yet
        self._styling = QTimer(self)
        self._styling.setSingleShot(True)
        self._styling.setInterval(_STYLE_EVERY)
        self._styling.timeout.connect(self._style_next)
        pills = [(spec.key, spec.title) for spec in specs]
        self.pills = Segments(tr("Section"), pills, self, is_primary=True)
        self.strip = ScrollStrip(self.pills, self)
        self.stack = FillingStack(self)
        self.veil = Veil(self.stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.strip)
        layout.addWidget(self.stack, 1)
        self.pills.chosen.connect(self.section_chosen)
        self.pills.clicked.connect(self._on_pills_clicked)

    # --- requests of the page -----------------------------------------------------------------

    @property
    def section(self) -> Section[S] | None:
        """The shown section."""
        return self._sections.get(self._current or "")

    @property
    def status(self) -> str:
        """Text of the status line, from the shown section."""
        return self._status.get(self._current or "", "")

    def known(self, key: str) -> str:
        """Return `key` if there is such a section, else the key of the first section."""
        return key if key in self._specs else next(iter(self._specs))

    def title_of(self, key: str) -> str:
        """Return the title of a section."""
        return self._specs[self.known(key)].title

    def take_subject(self, subject: S, states: Mapping[str, object] | None = None) -> None:
        """Set another subject, or another variant of the same one.

        Args:
            subject: the subject, shown in each section when that is chosen.
            states: what `save_states` returned for it.
        """
        before, self._subject = self._subject, subject
        same = before is not None and self._key_of(before) == self._key_of(subject)
        for key in tuple(self._reached):
            if states is None and same and not self._changes(key, before, subject):
                continue
            self._sections[key].leave()
            self._reached.discard(key)
        self._states = dict(states or {})
        self._label(subject)

    def show_section(
        self, key: str, place: Place, states: Mapping[str, object] | None = None
    ) -> None:
        """Show a section, which is built at the first call.

        Args:
            key: key of the section; that of the first one if there is none with it.
            place: the place of the page.
            states: what `save_states` returned when the place was left; None for a new visit.
        """
        key = self.known(key)
        if self._subject is not None and not self._specs[key].is_for(self._subject):
            key = next(iter(self._specs))
        section = self._sections.get(key) or self._build(self._specs[key])
        self._current = key
        self._style(key)
        self.pills.choose(key)
        self.strip.bring_in(self.pills.button(key))
        self.stack.setCurrentWidget(section)
        if states is not None and key in states and key in self._reached:
            section.return_to(place, states[key])
        else:
            section.take_place(place)
        if self._subject is not None and key not in self._reached:
            self._reached.add(key)
            self._status.pop(key, None)
            section.show_subject(self._subject, self._states.pop(key, None))
        self.status_changed.emit(self.status)

    def update_subject(self, subject: S) -> None:
        """Set a newer version of the subject, and show it in sections `of_subject`."""
        current = self._current
        self._subject = subject
        states = {key: one for key, one in self._states.items() if self._specs[key].keeps_state}
        for key in tuple(self._reached):
            if key != current:  # shown again when it is next chosen
                if self._specs[key].keeps_state:
                    states[key] = self._sections[key].save_state()
                self._sections[key].leave()
                self._reached.discard(key)
        self._states = states
        self._label(subject)
        section = self.section
        if section is not None and current is not None and self._specs[current].of_subject:
            section.show_subject(subject, section.save_state())

    def set_waiting(self, is_waiting: bool) -> None:
        """Dim a section of the previous variant while another one is loaded."""
        spec = self._specs.get(self._current or "")
        self.veil.set_drawn(is_waiting and spec is not None and spec.by_variant)

    def save_states(self) -> dict[str, object]:
        """Return the state of each section that shows the subject, by key."""
        states = dict(self._states)
        for key in self._reached:
            state = self._sections[key].save_state()
            if state is not None:
                states[key] = state
        return states

    def leave(self) -> None:
        """Cancel all loads and release the subject."""
        for key in self._reached:
            self._sections[key].leave()
        self._reached.clear()
        self._states.clear()
        self._status.clear()
        self._subject = None

    def set_sheet(self, sheet: str) -> None:
        """Set the style sheet; `set_colours` must follow."""
        self._sheet = sheet
        self.strip.setStyleSheet(sheet)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with; hidden sections follow one by one."""
        self._parts.colours = colours
        self.pills.set_colours(colours)
        self.strip.set_colours(colours)
        self.veil.set_colours(colours)
        self._outdated = set(self._sections)
        self._style(self._current)
        self._styling.start()

    # --- sections -----------------------------------------------------------------------------

    def _changes(self, key: str, before: S | None, subject: S) -> bool:
        """Whether a section has other contents for this variant of the same subject."""
        if before is None or not self._specs[key].by_variant:
            return False
        return self._variant_of(before) != self._variant_of(subject)

    def _style(self, key: str | None) -> None:
        """Apply the style to a section, unless it is applied."""
        if key is not None and key in self._outdated:
            self._outdated.discard(key)
            section = self._sections[key]
            if section.styleSheet() != self._sheet:
                section.setStyleSheet(self._sheet)
            section.set_colours(self._parts.colours)

    def _style_next(self) -> None:
        """Apply the style to one hidden section."""
        if self._outdated:
            self._style(next(iter(self._outdated)))
            self._styling.start()

    def _label(self, subject: S) -> None:
        for spec in self._specs.values():
            count = spec.count_of(subject)
            self.pills.set_label(
                spec.key, spec.title + (f" {numerals.whole(count)}" if count else "")
            )
            self.pills.button(spec.key).setVisible(spec.is_for(subject))
        self.strip.fit()

    def _build(self, spec: SectionSpec[S]) -> Section[S]:
        section = self._sections[spec.key] = spec.build(self._parts, self)
        self.stack.addWidget(section)
        self._outdated.add(spec.key)
        self._style(spec.key)
        section.status_changed.connect(lambda text: self._on_status_changed(spec.key, text))
        section.open_requested.connect(self.open_requested)
        section.place_requested.connect(self.place_requested)
        section.message_requested.connect(self.message_requested)
        section.sign_in_requested.connect(self.sign_in_requested)
        section.online_changed.connect(self.online_changed)
        return section

    def _on_pills_clicked(self) -> None:
        """Move the focus into the section after a click; arrow keys stay on the pills."""
        section = self.section
        if section is not None and self.pills.isAncestorOf(QApplication.focusWidget() or self):
            section.take_focus()

    def _on_status_changed(self, key: str, text: str) -> None:
        self._status[key] = text
        if key == self._current:
            self.status_changed.emit(text)


_TICK: Final = 250  # milliseconds


class FailurePanel(StatePanel):
    """Panel with the error of a subject's load; a rate limit is counted down.

    Attributes:
        retry_requested: load again: Retry was pressed, or the countdown has ended.
        sign_in_requested: open the welcome page.
        choice_pressed: key of another button or of a line of the list.
    """

    retry_requested = Signal()
    sign_in_requested = Signal()
    choice_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._until = 0.0
        self._failure = Notice("")
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self._on_tick)
        self.pressed.connect(self._on_pressed)

    @property
    def text(self) -> str:
        """The shown sentence."""
        return self.accessibleName()

    def show_error(
        self,
        error: BaseException,
        sentence: Sentence,
        others: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Show the error of a load.

        Args:
            error: the error.
            sentence: its message.
            others: key and label of buttons after Retry and Sign in.
        """
        self._tick.stop()
        if isinstance(error, RateLimited) and math.isfinite(error.retry_after):
            self._until = time.monotonic() + error.retry_after
            self._tick.start()
            self._on_tick()
            return
        buttons: list[tuple[str, str]] = []
        if sentence.may_retry:
            buttons.append(("retry", tr("Retry")))
        if sentence.action == "sign_in":
            buttons.append(("sign_in", tr("Sign in")))
        buttons += others
        self._failure = Notice(sentence.text, sentence.hint, tuple(buttons), sentence.details)
        self.show_notice(self._failure)

    def show_choices(self, hint: str, choices: tuple[tuple[str, str], ...]) -> None:
        """Add lines, as key and label, below another hint, to the shown failure."""
        self.show_notice(self._failure._replace(hint=hint, choices=choices))

    def stop(self) -> None:
        """Stop the countdown."""
        self._tick.stop()

    def _on_tick(self) -> None:
        left = self._until - time.monotonic()
        if left <= 0:
            self._tick.stop()
            self.retry_requested.emit()
            return
        words = tr("osu! asks us to wait {seconds}.").format(seconds=seconds(left))
        self.show_notice(
            Notice(words, tr("It goes on by itself then."), (("retry", tr("Retry now")),))
        )

    def _on_pressed(self, key: str) -> None:
        self._tick.stop()
        if key == "retry":
            self.retry_requested.emit()
        elif key == "sign_in":
            self.sign_in_requested.emit()
        else:
            self.choice_pressed.emit(key)


_COVER_STEP: Final = 400
_SHADE: Final = (170, 200)
"""Opacity (0 to 255) of the black over a cover, at the top and at the bottom."""


def draw_cover(
    painter: QPainter, area: QRect, url: str | None, height: int, pictures: Pictures, hue: int
) -> None:
    """Draw the ground of a header: a cover below a shade, on which light text is readable.

    Args:
        painter: paints the header.
        area: the whole header.
        url: the cover; None for none.
        height: the height of the cover in pixels, in a header of any height.
        pictures: source of the cover.
        hue: of the ground without a cover, in degrees.
    """
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(area), 8, 8)
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(area, hsl(hue, 22, 20))
    if url:
        # Round the width, so that not every step of a resize makes another pixmap.
        width = -(-area.width() // _COVER_STEP) * _COVER_STEP
        cover = pictures(url, width, height, "cover")
        if cover is not None:
            left, top = (area.width() - width) // 2, (area.height() - height) // 2
            painter.drawPixmap(QRect(left, top, width, height), cover)
    shade = QLinearGradient(area.topLeft(), area.bottomLeft())
    shade.setColorAt(0, QColor(0, 0, 0, _SHADE[0]))
    shade.setColorAt(1, QColor(0, 0, 0, _SHADE[1]))
    painter.fillRect(area, shade)
    painter.restore()


BRIGHTEST: Final = QColor(*3 * (255 - _SHADE[0],))
"""The brightest ground of text on a header: a white cover below the top of the shade."""


class Painted(Protocol):
    """Widget that paints with the colours of the page."""

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""


_STYLE_AFTER: Final = 120
"""Milliseconds until hidden parts are styled."""


class SubjectBody(QObject, Generic[S]):
    """Layout of a page of one subject: a header, and below it one of several parts.

    The parts are the sections, a placeholder, the error of a load, and what a page adds.

    Args:
        page: the parent of the parts.
        host: the sections.
        header: the header, which paints with the colours of the page.
        skeleton: placeholder of a subject that is being loaded.
        panel: the error of a subject that could not be loaded.
        colours: to paint with until `set_colours` is called.
        has_header: returns whether the header is shown above a part.

    Attributes:
        header, host, skeleton, panel: the arguments.
        notice: bar with a message between the header and the sections.
        progress: progress line of loads.
    """

    def __init__(
        self,
        page: QWidget,
        host: SectionHost[S],
        *,
        header: QWidget,
        skeleton: QWidget,
        panel: FailurePanel,
        colours: Colours,
        has_header: Callable[[QWidget], bool],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._has_header = has_header
        self.host, self.panel = host, panel
        self._header, self._skeleton = header, skeleton
        self.notice = NoticeBar(page)
        self.progress = ProgressLine(colours, page)
        self._styled: tuple[QWidget, ...] = (header, self.notice, skeleton, panel)
        self._sheet = ""
        self._unstyled: set[QWidget] = set()  # the parts whose style is not applied yet
        self._styling = self.timer(_STYLE_AFTER, self._style_hidden)
        self._lay_out()

    def timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        """Return a stopped timer that fires once, after an interval in milliseconds."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        for part in (self.host, self._skeleton, self.panel):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self._header)
        layout.addWidget(self.notice)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.progress)
        self._stack.setCurrentWidget(self._skeleton)

    # --- the part that is shown ---------------------------------------------------------------

    @property
    def part(self) -> QWidget:
        """The part that is shown."""
        return self._stack.currentWidget() or self._skeleton

    @property
    def is_content(self) -> bool:
        """Whether a section is shown."""
        return self.part is self.host

    @property
    def section(self) -> Section[S] | None:
        """The shown section."""
        return self.host.section if self.is_content else None

    def add_part(self, part: QWidget) -> None:
        """Add a part, which paints with palettes and style sheets alone."""
        self._stack.addWidget(part)
        self._styled += (part,)
        self._unstyled.add(part)

    def show_part(self, part: QWidget) -> None:
        """Show a part below the header."""
        for shown in (part, self._header):
            self._style(shown)
        self._header.setVisible(self._has_header(part))
        if part is not self.host:
            self.notice.show_notice(None)
        if part is not self.panel:
            self.panel.stop()
        focused = cast("QWidget | None", self._page.window().focusWidget())
        before = self.part
        in_body = focused is not None and before.isAncestorOf(focused)
        had_focus = focused is self._page or in_body
        self._stack.setCurrentWidget(part)
        self.after_shown(part)
        if had_focus and part is not before:
            # else Qt sets the focus to the next widget
            self._take_focus_later()

    def after_shown(self, part: QWidget) -> None:
        """Update what depends on the part that is shown now; nothing by default."""

    def show_notice(self, text: str) -> None:
        """Set the message above the sections; "" hides it."""
        self._style(self.notice)
        self.notice.show_notice(Notice(text) if text else None)

    # --- focus --------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Set the focus to the section, or to the first button of a message in its place."""
        section = self.section
        if section is not None:
            section.take_focus()
        else:
            buttons = self.panel.buttons() if self.panel.isVisibleTo(self._page) else []
            (buttons[0] if buttons else self._page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_focus_later(self) -> None:
        """Set the focus once the shown part is complete."""
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._take_focus_back)

    def _take_focus_back(self) -> None:
        if self._page.window().focusWidget() is self._page:
            self.take_focus()

    # --- style --------------------------------------------------------------------------------

    def set_sheet(self, sheet: str) -> None:
        """Set the style sheet of each part, of hidden ones later; call `set_colours` next.

        Styling all parts at once would take 50 ms.
        """
        self._sheet, self._unstyled = sheet, set(self._styled)
        for part in self._styled:
            if part.isVisibleTo(self._page):
                self._style(part)
        self._styling.start()
        self.host.set_sheet(sheet)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        painted = (self._header, self._skeleton, self.notice, self.host, self.progress)
        for part in painted:
            cast("Painted", part).set_colours(colours)

    def _style(self, part: QWidget) -> None:
        """Apply the style sheet to a part, unless it is up to date."""
        if part in self._unstyled:
            self._unstyled.discard(part)
            part.setStyleSheet(self._sheet)

    def _style_hidden(self) -> None:
        for part in tuple(self._unstyled):
            self._style(part)


class SubjectLoads(Protocol):
    """What a page asks of the loader of its subject."""

    seen_at: float | None
    is_away: bool

    @property
    def received_at(self) -> float | None:
        """When the subject was received; None if that is not known."""
        raise NotImplementedError

    @property
    def is_running(self) -> bool:
        """Whether a load is running."""
        raise NotImplementedError


class SectionsPage(Page, Generic[S]):
    """Page with a `SubjectBody`: passes the requests of the window on to the shown section.

    A subclass builds body and loader in its `__init__`, then calls `connect_body`.

    Args:
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.
    """

    _body: SubjectBody[S]
    _loader: SubjectLoads

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = colours.background6
        self._error: BaseException | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def connect_body(self) -> None:
        """Pass on the signals of the sections and of the panel."""
        host, panel = self._body.host, self._body.panel
        host.status_changed.connect(self._update_status)
        host.message_requested.connect(self.message_requested)
        host.sign_in_requested.connect(self.sign_in_requested)
        host.online_changed.connect(self.online_changed)
        panel.sign_in_requested.connect(self.sign_in_requested)

    @property
    def is_loading(self) -> bool:
        """Whether the subject is being loaded, or its section comes in the next turn."""
        return self._loader.is_running

    @property
    def is_settled(self) -> bool:
        """Whether the subject and the section are loaded, or have failed."""
        section = self._body.section
        return not self.is_loading and (section is None or section.is_settled)

    @property
    def failure(self) -> BaseException | None:
        """The error for which contents are missing; None if none are."""
        section = self._body.section
        return self._error or (section.failure if section is not None else None)

    def take_focus(self) -> None:
        """Set the focus to the section, or to the first button of a message in its place."""
        self._body.take_focus()

    def start_filter(self) -> None:
        """Set the focus to the filter field of the section."""
        section = self._body.section
        if section is not None:
            section.start_filter()

    def copy_selection(self) -> None:
        """Copy the selection of the section to the clipboard."""
        section = self._body.section
        if section is not None:
            section.copy_selection()

    def export(self) -> None:
        """Export the rows of the section."""
        section = self._body.section
        if section is not None:
            section.export()

    def apply_style(self, sheet: str, colours: Colours) -> None:
        """Style the parts one by one; hidden parts follow later.

        Styling the whole page at once would take 50 ms.
        """
        self._body.set_sheet(sheet)
        self.set_colours(colours)

    def apply_first_style(self, sheet: str, colours: Colours) -> None:
        """Style the parts; the sections need both."""
        self.apply_style(sheet, colours)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the background, as the style sheet would."""
        QPainter(self).fillRect(event.rect(), self._ground)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._ground = colours.background6
        self._body.set_colours(colours)

    def show_failure(self, error: BaseException, sentence: Sentence, *, is_shown: bool) -> None:
        """Show the error of a load in place of the sections.

        Args:
            error: the error.
            sentence: its message.
            is_shown: whether the subject is shown: it stays, below the message.
        """
        self._body.progress.set_running(False)
        reached = was_reached(error)
        if reached is not None:
            self.online_changed.emit(reached)
        if is_shown:
            if not (self._loader.seen_at is not None and self._loader.is_away):
                self.message_requested.emit("warning", sentence.text)
            self._update_status()
            return
        self._error = error
        self.show_panel(error, sentence)
        self._body.show_part(self._body.panel)
        self.status_changed.emit("")

    def show_panel(self, error: BaseException, sentence: Sentence) -> None:
        """Fill the panel with an error; what is not found may be on the website."""
        others = (("web", tr("Open in the web browser")),) if isinstance(error, NotFound) else ()
        self._body.panel.show_error(error, sentence, others)

    def _update_status(self, _text: str = "") -> None:
        """Show the status of the section, and how old a cached subject is."""
        loading = self._loader
        text, age = self._body.host.status, seen_ago(loading.received_at) if loading.is_away else ""
        if age and "seen " not in text:
            text = text + age if text else age.removeprefix(" · ").capitalize()
        self.status_changed.emit(text)
