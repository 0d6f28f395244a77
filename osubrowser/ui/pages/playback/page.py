"""Page of replay files: header, playback, and what can be done with it."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QImageWriter, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from osubrowser.analysis.beatmap import BeatmapError
from osubrowser.analysis.figures import header_counts
from osubrowser.analysis.result import NotJudged
from osubrowser.api.errors import LoginRequired
from osubrowser.models.replays.scene import (
    Scene,
    build_scene,
    with_beatmap,
    with_judgement,
    with_title,
)
from osubrowser.services.places.places import MOST_REPLAYS, Place, ReplayPlace
from osubrowser.services.places.replay_files import SUFFIX
from osubrowser.services.replays.analysis_process import AnalysisProcess, Guess, ProcessFailed
from osubrowser.services.replays.read_file import accuracy_of
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.storage import default_folders
from osubrowser.services.text import numerals
from osubrowser.services.text.messages import analysis_text
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe
from osubrowser.ui.pages.page import Page
from osubrowser.ui.pages.playback.charts import ChartsView, PerformanceSource
from osubrowser.ui.pages.playback.charts_pp import Question
from osubrowser.ui.pages.playback.controls import PlaybackControls, TrackList
from osubrowser.ui.pages.playback.field import PlaybackField
from osubrowser.ui.pages.playback.header import ReplayHeader
from osubrowser.ui.pages.playback.loading import (
    BeatmapData,
    BeatmapSources,
    LoadedReplay,
    SignedOut,
    beatmap_of,
    load_beatmap,
    load_replay,
    sentence_of,
    stamp_of,
)
from osubrowser.ui.pages.playback.playback_clock import SPEEDS, PlaybackClock
from osubrowser.ui.pages.playback.scrubber import Scrubber
from osubrowser.ui.pages.playback.style import FieldStyle
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar, ProgressLine, StatePanel

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from PySide6.QtGui import QImage

    from osubrowser.models.replays.scene import ReplayTrack
    from osubrowser.models.replays.scene_judged import Miss
    from osubrowser.services.replays.analysis_process import Performed
    from osubrowser.services.replays.records import BeatmapTitle
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.style.theme import Colours

_STEP: Final = 1000.0  # milliseconds of an arrow key; with Shift the second
_LARGE_STEP: Final = 5000.0
_LEAD_IN: Final = 1500.0  # milliseconds before the first object, where a playback begins
_PROGRESS_AFTER: Final = 400  # milliseconds that a judgement takes before it is told
_PROGRESS_EVERY: Final = 100
_REPLAYS: Final = tr("Replays (*{suffix})").format(suffix=SUFFIX)
_BEATMAPS: Final = tr("Beatmaps (*.osu)")
_PICTURES: Final = tr("PNG picture (*.png)")

_FETCH: Final = ("fetch", tr("Fetch the beatmap"))
_SIGN_IN: Final = ("sign_in", tr("Sign in"))
_CHOOSE: Final = ("choose", tr("Choose its file…"))
_ANYWAY: Final = ("anyway", tr("Judge on this version anyway"))
_JUDGE: Final = ("judge", tr("Judge"))
_CANCEL: Final = ("cancel", tr("Cancel"))
_NO_BEATMAP: Final = tr(
    "The beatmap is not on this computer: there are the cursor, the keys and the life bar."
)
_UNKNOWN_TO_SERVER: Final = tr(
    "osu! has no beatmap that is the one played: it was changed or deleted."
)
_OTHER_VERSION: Final = tr("This beatmap is another version than the one that was played.")
_STOPPED: Final = tr("The judgement was stopped.")
_FAILED: Final = tr("The judgement failed: it took too long, or too much memory.")
_WELCOME: Final = Notice(
    tr("Open a replay file to see what happened in it."),
    tr("Drop one on the window, or choose one."),
    (("open", tr("Open a replay…")),),
)


@dataclass(frozen=True, slots=True)
class _State:
    """Saved state: the moment, the speed, the hidden replays, and which view is shown."""

    time: float
    speed: float
    hidden: frozenset[int]
    shows_charts: bool = False


class PlaybackPage(Page):
    """Page for `ReplayPlace`.

    Args:
        calls: runs what blocks.
        settings: says which titles are shown, and stores the folder of pictures.
        colours: to paint with until `set_colours` is called.
        beatmaps: where beatmap files come from.
        now: seconds of a clock that never goes back.
        parent: the Qt parent.

    Attributes:
        header, field, charts, scrubber, controls, tracks, notice: its parts.
        clock: the moment that is shown.
        views: the field and the charts, one of which is shown.
    """

    def __init__(
        self,
        calls: Calls,
        settings: Settings,
        colours: Colours,
        beatmaps: BeatmapSources,
        *,
        now: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._settings = settings
        self._beatmaps = beatmaps
        self._process: AnalysisProcess | None = None
        self._is_cancelled = False
        self._scope = TaskScope()
        self._saving = TaskScope()  # goes on after `leave`
        self._place = ReplayPlace()
        self._loaded: list[LoadedReplay] = []
        self._beatmap: BeatmapData | None = None
        self._any_version = False
        self._failure: BaseException | None = None
        self._has_moved = False
        self._progress = 0.0
        self._style = FieldStyle(colours)
        self.clock = PlaybackClock(now, self)
        self.header = ReplayHeader(colours, self)
        self.notice = NoticeBar(self)
        self.line = ProgressLine(colours, self)
        self.tracks = TrackList(self)
        self.field = PlaybackField(calls, colours, self)
        self.charts = ChartsView(calls, colours, self)
        self.scrubber = Scrubber(colours, self)
        self.controls = PlaybackControls(self)
        self.views = QStackedWidget(self)
        self.nothing = StatePanel(self)
        self._whole = QStackedWidget(self)
        self._progress_timer = QTimer(self)
        self._progress_timer.setInterval(_PROGRESS_AFTER)
        self._progress_timer.timeout.connect(self._show_progress)
        self._lay_out()
        self._connect()
        self.set_colours(colours)
        self.nothing.show_notice(_WELCOME)

    # --- requests of the window --------------------------------------------------------------

    def show_place(self, place: Place, state: object | None) -> None:
        """Show replay files, at the moment of `state`."""
        if not isinstance(place, ReplayPlace):
            return
        self.clock.pause()
        self._stop_loading()
        before = {one.track.path: one for one in self._loaded}
        same = place.paths[:1] == self._place.paths[:1] and bool(self._loaded)
        self._place = place
        self._failure = None
        self._show_notice(None)
        self.controls.said.setText("")
        kept = state if isinstance(state, _State) else None
        if not same:
            self._beatmap = None
            self._any_version = False
            self._loaded = []
            self.field.set_scene(None)
            self.scrubber.set_scene(None)
            self.charts.show_scene(None)
            self.header.show_texts(None)
            self._has_moved = kept is not None
        hidden: frozenset[int] = kept.hidden if kept is not None else frozenset()
        self.field.set_hidden(hidden)
        self.charts.set_hidden(hidden)
        if kept is not None:
            self.clock.set_speed(kept.speed)
            self.controls.speed.choose(kept.speed)
            self.controls.charts.setChecked(kept.shows_charts)
        if not place.paths:
            self.title_changed.emit(tr("Replay"))
            self.status_changed.emit("")
            self.nothing.show_notice(_WELCOME)
            self._whole.setCurrentWidget(self.nothing)
            return
        self.title_changed.emit(plain(Path(place.paths[0]).stem, 120))
        self._whole.setCurrentIndex(0)
        self._start(self._load(place, before, kept))

    def save_state(self) -> object | None:
        """Return the moment, the speed, which replays are hidden, and which view is shown."""
        return _State(self.clock.position, self.clock.speed, self.tracks.hidden, self._shows_charts)

    def reload(self) -> None:
        """Read the files again."""
        state = self.save_state() if self._has_moved else None
        self._loaded = []
        self.show_place(self._place, state)

    def take_focus(self) -> None:
        """Set the focus to the field or the charts, whose keys control the playback."""
        if self._whole.currentWidget() is self.nothing:
            button = next(iter(self.nothing.buttons()), None)
            (button or self.nothing).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            shown = self.charts.errors if self._shows_charts else self.field
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_selection(self) -> None:
        """Copy the figures of the replays, or what the chart with the focus shows."""
        if self._shows_charts:
            self.charts.copy_selection()
            return
        texts = [one.track.texts.as_text() for one in self._loaded]
        if texts:
            QGuiApplication.clipboard().setText("\n\n".join(texts))
            self.message_requested.emit("good", tr("The figures are on the clipboard."))

    def export(self) -> None:
        """Save the picture that is shown to a file chosen in a dialog."""
        self.save_picture()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._style = FieldStyle(colours)
        for part in (
            *(self.header, self.notice, self.line, self.field, self.charts),
            *(self.scrubber, self.controls, self.tracks),
        ):
            part.set_colours(colours)
        self._show_tracks()

    @property
    def scene(self) -> Scene | None:
        """The scene that is shown; None for none."""
        return self.field.scene

    @property
    def is_settled(self) -> bool:
        """Whether everything is loaded and judged, or has failed."""
        return len(self._scope) == 0 and self.charts.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which no replay is shown."""
        return self._failure

    @property
    def is_animated(self) -> bool:
        """Whether it plays."""
        return self.clock.is_playing

    def leave(self) -> None:
        """Stop the playback, and cancel all loads."""
        self.clock.pause()
        self._stop_loading()
        self.charts.stop()
        self.field.images.close()
        if self._process is not None:
            self._process.close()
            self._process = None

    # --- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.views.addWidget(self.field)
        self.views.addWidget(self.charts)
        shown = QWidget(self)
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (
            *(self.header, self.line, self.notice, self.tracks),
            *(self.views, self.scrubber, self.controls),
        ):
            column.addWidget(part, 1 if part is self.views else 0)
        self._whole.addWidget(shown)
        self._whole.addWidget(self.nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)

    def _connect(self) -> None:
        clock, controls = self.clock, self.controls
        clock.moved.connect(self._on_clock_moved)
        clock.playing_changed.connect(controls.show_playing)
        self.scrubber.sought.connect(self.seek)
        self.field.clicked.connect(self.toggle_playing)
        controls.play_requested.connect(self.toggle_playing)
        controls.frame_requested.connect(self.step_frame)
        controls.miss_requested.connect(self.step_miss)
        controls.speed_chosen.connect(clock.set_speed)
        controls.frames_toggled.connect(self.field.set_shows_frames)
        controls.hidden_toggled.connect(self.field.set_hides)
        controls.add_requested.connect(self.ask_for_replay)
        controls.picture_requested.connect(self.save_picture)
        controls.copy_requested.connect(self._on_copy_requested)
        controls.charts_toggled.connect(self._on_charts_toggled)
        self.charts.sought.connect(self.seek)
        self.charts.message_requested.connect(self.message_requested)
        self.charts.picture_requested.connect(self.save_picture)
        self.tracks.hidden_changed.connect(self.field.set_hidden)
        self.tracks.hidden_changed.connect(self.charts.set_hidden)
        self.tracks.remove_requested.connect(self._on_tracks_remove_requested)
        self.notice.pressed.connect(self._on_pressed)
        self.notice.focus_left.connect(self.take_focus)
        self.nothing.pressed.connect(self._on_pressed)

    # --- charts ------------------------------------------------------------------------------

    @property
    def _shows_charts(self) -> bool:
        return self.views.currentWidget() is self.charts

    def _on_charts_toggled(self, on: bool) -> None:
        focused: QWidget | None = self.focusWidget()
        had_focus = focused is not None and self.views.isAncestorOf(focused)
        self.views.setCurrentWidget(self.charts if on else self.field)
        if had_focus:
            self.take_focus()

    def _on_copy_requested(self) -> None:
        if self._shows_charts:
            self.charts.copy_figures()
        else:
            self.copy_selection()

    # --- playback ----------------------------------------------------------------------------

    def toggle_playing(self) -> None:
        """Start or stop the playback."""
        if self.scene is None:
            return
        self._has_moved = True
        self.clock.set_frame_rate(self.screen().refreshRate())
        self.controls.said.setText("")
        self.clock.toggle()

    def seek(self, moment: float) -> None:
        """Go to a moment of the song, in milliseconds; the playback goes on from there."""
        self._has_moved = True
        self.controls.said.setText("")
        self.clock.seek(moment)

    def step_frame(self, steps: int) -> None:
        """Stop, and go to the next (1) or previous (-1) frame of the first replay."""
        scene = self.scene
        if scene is not None:
            self.clock.pause()
            self.seek(scene.first.frames.step(self.clock.position, steps))

    def step_miss(self, steps: int) -> None:
        """Stop, go to the next (1) or previous (-1) miss, and say what missed it."""
        found = self._miss(steps)
        if found is None:
            judged = self.scene.first.judged if self.scene is not None else None
            if judged is not None:
                none = (
                    tr("No miss in this play.")
                    if not judged.misses
                    else (
                        tr("No miss after this one.")
                        if steps > 0
                        else tr("No miss before this one.")
                    )
                )
                self.controls.said.setText(none)
            return
        track, miss = found
        self.clock.pause()
        self.seek(miss.time)
        is_alone = len(self.field.visible_tracks()) == 1
        said = miss.sentence if is_alone else f"{track.texts.player}: {miss.sentence}"
        self.controls.said.setText(said)

    def _miss(self, steps: int) -> tuple[ReplayTrack, Miss] | None:
        """Return the nearest miss of the replays that are shown, and its replay."""
        found = []
        for _, track in self.field.visible_tracks():
            if track.judged is not None:
                position = self.clock.position
                miss = (
                    track.judged.next_miss(position)
                    if steps > 0
                    else track.judged.previous_miss(position)
                )
                if miss is not None:
                    found.append((track, miss))
        if not found:
            return None
        return (min if steps > 0 else max)(found, key=lambda one: one[1].time)

    def change_speed(self, steps: int) -> None:
        """Choose the next faster (1) or slower (-1) speed."""
        at = SPEEDS.index(self.clock.speed) + steps
        if 0 <= at < len(SPEEDS):
            self.clock.set_speed(SPEEDS[at])
            self.controls.speed.choose(SPEEDS[at])

    def _on_clock_moved(self, moment: float) -> None:
        self.field.set_time(moment)
        self.charts.set_time(moment)
        self.scrubber.set_time(moment)
        self.controls.show_time(moment)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the playback, which its parts leave to the page."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = held == Qt.KeyboardModifier.ShiftModifier
        key = event.key()
        actions: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Space: self.toggle_playing,
            Qt.Key.Key_K: self.toggle_playing,
            Qt.Key.Key_Comma: partial(self.step_frame, -1),
            Qt.Key.Key_Period: partial(self.step_frame, 1),
            Qt.Key.Key_N: partial(self.step_miss, 1),
            Qt.Key.Key_P: partial(self.step_miss, -1),
            Qt.Key.Key_F: self.controls.frames.toggle,
            Qt.Key.Key_H: self._toggle_hidden,
            Qt.Key.Key_C: self.controls.charts.toggle,
            Qt.Key.Key_Up: partial(self.change_speed, 1),
            Qt.Key.Key_Down: partial(self.change_speed, -1),
            Qt.Key.Key_Home: partial(self._seek_end, 0),
            Qt.Key.Key_End: partial(self._seek_end, 1),
            Qt.Key.Key_Left: partial(self._seek_by, -_STEP),
            Qt.Key.Key_Right: partial(self._seek_by, _STEP),
        }
        large: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Left: partial(self._seek_by, -_LARGE_STEP),
            Qt.Key.Key_Right: partial(self._seek_by, _LARGE_STEP),
        }
        action: Callable[[], object] | None = None
        if held == Qt.KeyboardModifier.NoModifier:
            action = actions.get(Qt.Key(key))
        elif shift:
            action = large.get(Qt.Key(key))
        if action is None or self.scene is None:
            super().keyPressEvent(event)
            return
        action()
        event.accept()

    def _toggle_hidden(self) -> None:
        if self.field.has_hidden:
            self.controls.hidden.toggle()

    def _seek_by(self, step: float) -> None:
        self.seek(self.clock.position + step)

    def _seek_end(self, end: int) -> None:
        if self.scene is not None:
            self.seek(self.scene.end if end else self.scene.start)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the playback, and the process that judges while it has nothing to do."""
        self.clock.pause()
        if self._process is not None and self.is_settled:
            self._process.stop()
        super().hideEvent(event)

    # --- loading -----------------------------------------------------------------------------

    async def _load(
        self, place: ReplayPlace, before: dict[str, LoadedReplay], state: _State | None
    ) -> None:
        """Read the files, show them, then find their beatmap, and judge them."""
        if self._process is None:
            self._process = AnalysisProcess(niceness=0)
        self._scope.start(self._warm_up(self._process), key="process")
        loaded: list[LoadedReplay] = []
        refused: list[str] = []
        for path in place.paths:
            known = before.get(path)
            if known is None or known.stamp != await self._calls.run_at_once(stamp_of, path):
                try:
                    known = await self._calls.run_at_once(load_replay, path)
                except Exception as error:
                    if not loaded:
                        raise
                    refused.append(describe(error).text)
                    continue
            reason = _reason_against(known, loaded[0]) if loaded else ""
            if reason:
                refused.append(reason)
                continue
            loaded.append(known)
            self._loaded = list(loaded)
            if len(loaded) == 1 and self.scene is None:
                await self._show_scene(state)
                state = None
        if refused:
            self.message_requested.emit("warning", " ".join(refused))
            shown = ReplayPlace(tuple(one.track.path for one in loaded))
            self._place = shown
            self.place_changed.emit(shown, True)
        if self._beatmap is None:
            md5 = loaded[0].track.replay.beatmap_hash
            data = await self._calls.run(self._beatmaps.find, md5) if md5 else None
            if data is not None:
                await self._take_beatmap(data)
        await self._show_scene(state)
        await self._judge()

    async def _warm_up(self, process: AnalysisProcess) -> None:
        """Start the process while the files are read."""
        with contextlib.suppress(ProcessFailed):
            await self._calls.run(process.look, ())

    async def _take_beatmap(self, data: bytes) -> None:
        """Read a beatmap file, and use it for the replays."""
        try:
            self._beatmap = await self._calls.run_at_once(beatmap_of, data)
        except BeatmapError as error:
            said = tr("The beatmap cannot be read: {reason}.")
            said = said.format(reason=analysis_text(str(error)).rstrip("."))
            self._show_notice(Notice(said, "", (_CHOOSE,)))

    async def _show_scene(self, state: _State | None = None) -> None:
        """Show what is loaded so far."""
        beatmap = self._beatmap.beatmap if self._beatmap is not None else None
        scene = await self._calls.run_at_once(
            _scene_of, self._loaded, beatmap, self.scene, original=self._shows_original
        )
        self._loaded = [
            replace(one, track=track) for one, track in zip(self._loaded, scene.tracks, strict=True)
        ]
        self._set_scene(scene, state)

    def ask_title(self) -> None:
        """Ask osu! for the titles of a beatmap that is not here, such as after a sign-in."""
        if self._beatmaps.title is not None and self._loaded and self._beatmap is None:
            task = self._scope.start(self._show_title(self._beatmaps.title), key="title")
            task.add_done_callback(self._on_load_done)

    async def _show_title(self, title_of: Callable[[str], Awaitable[BeatmapTitle | None]]) -> None:
        place = self._place
        title = await title_of(self._loaded[0].track.replay.beatmap_hash.lower())
        if title is None or self._beatmap is not None or self._place != place:
            return
        original = self._shows_original
        self._loaded = [
            replace(one, track=with_title(one.track, title, original=original))
            for one in self._loaded
        ]
        await self._show_scene()

    def _set_scene(self, scene: Scene, state: _State | None) -> None:
        self.clock.set_range(scene.start, scene.end, scene.rate)
        self.controls.show_end(scene.end)
        self.controls.show_rate(scene.rate)
        judged = scene.first.judged
        self.controls.show_misses(len(judged.misses) if judged is not None else None)
        self.field.set_scene(scene)
        self.field.setAccessibleDescription(scene.first.texts.page_title)
        self.controls.hidden.setVisible(self.field.has_hidden)
        self.scrubber.set_scene(scene)
        self.charts.show_scene(scene)
        self.header.show_texts(scene.first.texts)
        self.title_changed.emit(scene.first.texts.page_title)
        self._show_tracks()
        self._show_status(scene)
        if state is not None:
            self.clock.seek(state.time)
        elif not self._has_moved:
            first = _first_time(scene)
            self.clock.seek(scene.first.frames.start if first is None else first - _LEAD_IN)
        else:
            self.clock.seek(self.clock.position)

    @property
    def _shows_original(self) -> bool:
        return self._settings.titles == "original"

    def _show_tracks(self) -> None:
        tracks = [one.track for one in self._loaded]
        hidden = self.tracks.hidden if len(self.tracks.buttons) == len(tracks) else None
        colours = [self._style.track(number) for number in range(len(tracks))]
        self.tracks.show_tracks(tracks, colours, hidden or frozenset())
        self.tracks.set_colours(self._style.colours)
        self.controls.add.setEnabled(len(tracks) < MOST_REPLAYS)

    def _show_status(self, scene: Scene) -> None:
        count = sum(len(track.frames) for track in scene.tracks)
        said = [tr("%n frame(s)", "", count)]
        judged = scene.first.judged
        if judged is not None:
            agrees = judged.analysis.counts == judged.analysis.header_counts
            said.append(
                tr("judged as in the game") if agrees else tr("judged otherwise than in the game")
            )
        self.status_changed.emit(" · ".join(said))

    # --- judgement ---------------------------------------------------------------------------

    async def _judge(self) -> None:
        """Judge the replays that are not judged, and show the charts of them."""
        why = await self._judge_all()
        if self.scene is not None:
            self.charts.show_scene(self.scene, why, self._performance())

    async def _judge_all(self) -> str:
        """Judge the replays that are not judged, one after the other.

        Returns why there is no judgement, as a sentence; "" if there is one.
        """
        beatmap = self._beatmap
        if beatmap is None:
            self.ask_title()
            if not self.notice.isVisibleTo(self):
                self._show_no_beatmap()
            return tr("Without its beatmap the replay cannot be judged.")
        if not self._may_judge(beatmap):
            self._show_notice(Notice(_OTHER_VERSION, "", (_ANYWAY, _CHOOSE)))
            return _OTHER_VERSION
        self._is_cancelled = False
        if self._process is None:
            self._process = AnalysisProcess(niceness=0)
        notes: list[str] = []
        for number in range(len(self._loaded)):
            one = self._loaded[number]
            if one.track.judged is not None:
                continue
            self._progress = number / len(self._loaded)
            self._progress_timer.start(_PROGRESS_AFTER)
            try:
                judged = await self._calls.run(self._judged, one, beatmap, number)
            except NotJudged as error:
                notes.append(sentence_of(str(error)))
                continue
            except ProcessFailed:
                text = _STOPPED if self._is_cancelled else _FAILED
                self._show_notice(Notice(text, "", (_JUDGE,)))
                return text
            finally:
                self._progress_timer.stop()
            self._loaded[number] = judged
            await self._show_scene()
            if judged.track.judged is not None:
                notes += judged.track.judged.analysis.notes
        self._show_notice(Notice(" ".join(dict.fromkeys(notes))) if notes else None)
        return " ".join(dict.fromkeys(notes))

    def _performance(self) -> PerformanceSource | None:
        """Return where pp come from; None without the beatmap that was played."""
        beatmap, loaded, any_version = self._beatmap, list(self._loaded), self._any_version
        if beatmap is None or not self._may_judge(beatmap):
            return None
        replay = loaded[0].track.replay

        def of_play(number: int) -> Performed:
            return self._process_of_pp().performance(
                loaded[number].data, beatmap.data, any_version=any_version
            )

        def answer(asked: Question) -> Performed:
            return self._process_of_pp().guess(
                Guess(
                    beatmap.data,
                    replay.mode,
                    list(asked.mods),
                    replay.is_lazer,
                    asked.accuracy,
                    asked.misses,
                    asked.combo,
                )
            )

        counts = header_counts(replay)
        accuracy = accuracy_of(replay, counts)
        played = Question(
            1.0 if accuracy is None else accuracy,
            counts.get("miss", 0),
            replay.max_combo,
            tuple(replay.mods),
        )
        ask = self._beatmaps.server_pp
        return PerformanceSource(
            played, of_play, answer, None if ask is None else partial(ask, replay)
        )

    def _process_of_pp(self) -> AnalysisProcess:
        process = self._process
        if process is None:  # the page was left
            raise ProcessFailed("it was cancelled")
        return process

    def _may_judge(self, beatmap: BeatmapData) -> bool:
        """Whether the beatmap is the version that was played, or any version will do."""
        played = (one.track.replay.beatmap_hash.lower() for one in self._loaded)
        return self._any_version or all(md5 in ("", beatmap.md5) for md5 in played)

    def _judged(self, one: LoadedReplay, beatmap: BeatmapData, number: int) -> LoadedReplay:
        """Return a replay with its judgement. On a worker."""
        count = max(len(self._loaded), 1)

        def progress(done: float) -> None:
            self._progress = (number + min(max(done, 0.0), 1.0)) / count

        process = self._process
        if process is None:  # the page was left
            raise ProcessFailed("it was cancelled")
        analysis = process.judge(
            one.data, beatmap.data, any_version=self._any_version, progress=progress
        )
        track = with_judgement(one.track, beatmap.beatmap, analysis, original=self._shows_original)
        return replace(one, track=track)

    def _show_progress(self) -> None:
        self._progress_timer.setInterval(_PROGRESS_EVERY)
        share = numerals.percent(self._progress, 0)
        self._show_notice(
            Notice(tr("Judging the replay: {share}").format(share=share), "", (_CANCEL,))
        )

    def _stop_loading(self) -> None:
        self.line.set_running(False)
        if self._process is not None and self._progress_timer.isActive():
            self._process.stop()
        self._progress_timer.stop()
        self._scope.cancel_all()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        """Start a load in place of the one that is running."""
        self._stop_loading()
        task = self._scope.start(work, key="load", on_error=self._on_failed)
        task.add_done_callback(self._on_load_done)
        self.line.set_running(True)

    def _on_load_done(self, _task: object) -> None:
        if not self._scope.is_running("load"):
            self.line.set_running(False)

    def _on_failed(self, error: BaseException) -> None:
        self.line.set_running(False)
        sentence = describe(error)
        if self._loaded:
            buttons: tuple[tuple[str, str], ...]
            buttons = (_FETCH, _CHOOSE) if self._beatmap is None and self._beatmaps.fetch else ()
            if buttons and isinstance(error, SignedOut | LoginRequired):
                buttons = (_SIGN_IN, *buttons)
            text = " ".join(filter(None, (sentence.text, sentence.hint)))
            self._show_notice(Notice(text, "", buttons, sentence.details))
            return
        self._failure = error
        self.status_changed.emit("")
        self.nothing.show_notice(
            Notice(
                sentence.text,
                sentence.hint,
                (("retry", tr("Retry")), ("open", tr("Open another replay…"))),
                sentence.details,
            )
        )
        self._whole.setCurrentWidget(self.nothing)

    # --- notices -----------------------------------------------------------------------------

    def _show_notice(self, notice: Notice | None) -> None:
        self.notice.show_notice(notice)

    def _show_no_beatmap(self) -> None:
        fetch = (_FETCH,) if self._beatmaps.fetch is not None else ()
        self._show_notice(Notice(_NO_BEATMAP, "", (*fetch, _CHOOSE)))

    def _on_pressed(self, key: str) -> None:
        match key:
            case "fetch":
                self._start(self._fetch())
            case "sign_in":
                self.sign_in_requested.emit()
            case "choose":
                self._ask(_BEATMAPS, tr("Choose the beatmap"), self._on_beatmap_chosen)
            case "anyway":
                self._any_version = True
                self._start(self._judge_again())
            case "judge":
                self._start(self._judge_again())
            case "cancel":
                self._is_cancelled = True
                if self._process is not None:
                    self._process.stop()
            case "retry":
                self.reload()
            case "open":
                self._ask(_REPLAYS, tr("Open a replay"), self._on_replay_chosen)

    async def _judge_again(self) -> None:
        self._show_notice(None)
        await self._judge()

    async def _fetch(self) -> None:
        """Fetch the beatmap from osu!, and judge the replays."""
        fetch = self._beatmaps.fetch
        if fetch is None or not self._loaded:
            return
        self._show_notice(Notice(tr("Fetching the beatmap …")))
        data = await self._calls.run(fetch, self._loaded[0].track.replay)
        if data is None:
            self._show_notice(Notice(_UNKNOWN_TO_SERVER, "", (_CHOOSE,)))
        else:
            self._show_notice(None)
            await self._take_beatmap(data)
            if self._beatmap is not None:
                await self._show_scene()
                await self._judge()

    async def _read_chosen(self, path: str) -> None:
        beatmap = await self._calls.run_at_once(load_beatmap, path)
        self._any_version = False
        self._beatmap = beatmap
        if self._beatmaps.keep is not None and self._may_judge(beatmap):
            await self._calls.run_at_once(self._beatmaps.keep, beatmap.md5, beatmap.data)
        self._loaded = [replace(one, track=replace(one.track, judged=None)) for one in self._loaded]
        self._show_notice(None)
        await self._show_scene()
        await self._judge()

    # --- files -------------------------------------------------------------------------------

    def ask_for_replay(self) -> None:
        """Open the dialog for another replay, to show over these."""
        self._ask(_REPLAYS, tr("Add a replay"), self._on_other_chosen)

    def save_picture(self) -> None:
        """Open the dialog for a file, and write what is shown to it."""
        if self.scene is None:
            return
        self.clock.pause()
        shows_charts = self._shows_charts
        image = self.charts.picture() if shows_charts else self.field.picture()
        dialog = self._dialog(tr("Save this picture"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_PICTURES])
        dialog.setDefaultSuffix("png")
        stem = Path(self._place.paths[0]).stem
        dialog.selectFile(
            tr("{stem} charts.png").format(stem=stem) if shows_charts else f"{stem}.png"
        )
        dialog.fileSelected.connect(lambda path: self._on_picture_chosen(path, image))
        dialog.open()

    def _ask(self, kind: str, title: str, chosen: Callable[[str], object]) -> None:
        dialog = self._dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([kind])
        if self._place.paths:
            dialog.setDirectory(str(Path(self._place.paths[0]).parent))
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        folder = self._settings.export_folder or default_folders.exports()
        dialog = QFileDialog(self, title, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _on_replay_chosen(self, path: str) -> None:
        self._go((path,))

    def _on_other_chosen(self, path: str) -> None:
        if len(self._place.paths) < MOST_REPLAYS:
            self._go((*self._place.paths, path))

    def _on_tracks_remove_requested(self, number: int) -> None:
        paths = [one.track.path for one in self._loaded]
        del paths[number]
        self._go(tuple(paths))

    def _go(self, paths: tuple[str, ...]) -> None:
        try:
            place = ReplayPlace(paths)
        except ValueError:
            self.message_requested.emit("warning", tr("This file cannot be opened by its name."))
            return
        self.move_to(place)

    def _on_beatmap_chosen(self, path: str) -> None:
        self._start(self._read_chosen(path))

    def _on_picture_chosen(self, path: str, image: QImage) -> None:
        self._settings.export_folder = str(Path(path).parent)
        self._settings.save()
        self._saving.start(self._write(Path(path), image), on_error=self._on_write_failed)

    async def _write(self, path: Path, image: QImage) -> None:
        await self._calls.to_end(self._calls.run(_write_picture, path, image))
        self.message_requested.emit(
            "good", tr("The picture is written to {path}.").format(path=plain(str(path)))
        )

    def _on_write_failed(self, error: BaseException) -> None:
        sentence = describe(error)
        text = (
            tr("The picture was not written. {text} {hint}")
            .format(text=sentence.text, hint=sentence.hint)
            .strip()
        )
        self.message_requested.emit("bad", text)


def _scene_of(
    loaded: list[LoadedReplay], beatmap: object, base: Scene | None, *, original: bool
) -> Scene:
    """Return the scene of what is loaded. On a worker."""
    from osubrowser.analysis.beatmap import Beatmap

    found = beatmap if isinstance(beatmap, Beatmap) else None
    tracks = tuple(
        one.track
        if found is None or one.track.judged is not None
        else with_beatmap(one.track, found, original=original)
        for one in loaded
    )
    return build_scene(tracks, found, base)


def _reason_against(one: LoadedReplay, first: LoadedReplay) -> str:
    """Return why a replay cannot be shown over another one, as a sentence; "" if it can."""
    name = plain(Path(one.track.path).name, 60)
    if one.track.mode != first.track.mode:
        return tr("“{name}” is of another ruleset, so it cannot be shown over this replay.").format(
            name=name
        )
    if one.track.replay.beatmap_hash.lower() != first.track.replay.beatmap_hash.lower():
        return tr("“{name}” is of another beatmap, so it cannot be shown over this replay.").format(
            name=name
        )
    return ""


def _first_time(scene: Scene) -> float | None:
    """Return the time of the first object; None without objects."""
    return scene.objects[0].time if scene.objects else None


def _write_picture(path: Path, image: QImage) -> None:
    """Write an image as PNG, whole or not at all. On a worker."""
    from osubrowser.services.storage.atomic_write import write_whole

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    if not writer.write(image):
        raise OSError(writer.errorString())
    write_whole(path, bytes(buffer.data().data()))
