"""Page of a player: a profile in a ruleset, one section at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from osubrowser.api.errors import NotFound, OsuError
from osubrowser.models.players.profile import (
    Profile,
    load_own_profile,
    load_profile,
    load_similar,
)
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.services.places.places import (
    MODE_NAMES,
    PlayersPlace,
    RankingsPlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.session.account import AccountState, ClientWatch
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.player.body import PlayerBody
from osubrowser.ui.pages.player.messages import describe_in
from osubrowser.ui.sections.host import SectionParts, SectionsPage, SectionSpec
from osubrowser.ui.sections.subject_loader import SubjectLoader

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.services.beatmap_services import BeatmapServices
    from osubrowser.services.history.followable import FollowKind
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.places.places import Place
    from osubrowser.services.replay_services import ReplayServices
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.pages.player.body import PlayerStart
    from osubrowser.ui.sections.host import Section
    from osubrowser.ui.style.theme import Colours


HOME_TITLE = tr("Players")


def _no_count(_profile: Profile) -> int | None:
    return None


def _overview(parts: SectionParts, parent: QWidget) -> Section[Profile]:
    from osubrowser.ui.pages.player.overview import OverviewSection

    return OverviewSection(parts, parent)


def _scores(list_: str, name: str) -> Callable[[SectionParts, QWidget], Section[Profile]]:
    def build(parts: SectionParts, parent: QWidget) -> Section[Profile]:
        from osubrowser.ui.pages.player.lists.section import ListSection
        from osubrowser.ui.pages.player.lists.specs import score_lists

        return ListSection(name, score_lists(list_), parts, parent)

    return build


def _list(kind: str, name: str) -> Callable[[SectionParts, QWidget], Section[Profile]]:
    def build(parts: SectionParts, parent: QWidget) -> Section[Profile]:
        from osubrowser.ui.pages.player.lists import specs
        from osubrowser.ui.pages.player.lists.section import ListSection

        lists = {
            "most_played": specs.most_played_lists,
            "beatmaps": specs.beatmap_lists,
            "activity": specs.activity_lists,
            "kudosu": specs.kudosu_lists,
            "medals": specs.medal_lists,
        }
        return ListSection(name, lists[kind](), parts, parent)

    return build


def _me(parts: SectionParts, parent: QWidget) -> Section[Profile]:
    from osubrowser.ui.pages.player.me import MeSection

    return MeSection(parts, parent)


def _compare(parts: SectionParts, parent: QWidget) -> Section[Profile]:
    from osubrowser.ui.pages.player.compare.section import CompareSection

    return CompareSection(parts, parent)


def _history(parts: SectionParts, parent: QWidget) -> Section[Profile]:
    from osubrowser.ui.pages.player.history.section import PlayerHistorySection

    return PlayerHistorySection(parts, parent)


def _best_history(parts: SectionParts, parent: QWidget) -> Section[Profile]:
    from osubrowser.ui.pages.player.best_history.section import BestHistorySection

    return BestHistorySection(parts, parent)


def _medals(profile: Profile) -> int | None:
    return len(profile.user.user_achievements or ())


# In the order of PLAYER_SECTIONS: overview, history, best, best_history, firsts, recent, pinned,
# most_played, beatmaps, activity, kudosu, medals, me, compare.
SECTIONS: Sequence[SectionSpec[Profile]] = (
    SectionSpec("overview", tr("Overview"), _no_count, _overview, by_variant=True, of_subject=True),
    SectionSpec("history", tr("History"), _no_count, _history, by_variant=True),
    SectionSpec(
        "best",
        tr("Best"),
        lambda p: p.user.scores_best_count,
        _scores("best", tr("Best scores")),
        by_variant=True,
    ),
    SectionSpec(
        "best_history", tr("Top plays over time"), _no_count, _best_history, by_variant=True
    ),
    SectionSpec(
        "firsts",
        tr("Firsts"),
        lambda p: p.user.scores_first_count,
        _scores("firsts", tr("First places")),
        by_variant=True,
    ),
    SectionSpec(
        "recent",
        tr("Recent"),
        lambda p: p.user.scores_recent_count,
        _scores("recent", tr("Recent scores")),
        by_variant=True,
    ),
    SectionSpec(
        "pinned",
        tr("Pinned"),
        lambda p: p.user.scores_pinned_count,
        _scores("pinned", tr("Pinned scores")),
        by_variant=True,
    ),
    SectionSpec(
        "most_played",
        tr("Most played"),
        lambda p: p.user.beatmap_playcounts_count,
        _list("most_played", tr("Most played")),
    ),
    SectionSpec("beatmaps", tr("Beatmaps"), _no_count, _list("beatmaps", tr("Beatmaps"))),
    SectionSpec("activity", tr("Activity"), _no_count, _list("activity", tr("Activity"))),
    SectionSpec("kudosu", tr("Kudosu"), _no_count, _list("kudosu", tr("Kudosu"))),
    SectionSpec("medals", tr("Medals"), _medals, _list("medals", tr("Medals")), of_subject=True),
    SectionSpec("me", "me!", _no_count, _me, of_subject=True),
    SectionSpec(
        "compare", tr("Compare", "tab"), _no_count, _compare, by_variant=True, of_subject=True
    ),
)
"""Sections from left to right."""


_AFTER_PAGE = 200
"""Milliseconds from a painted player to the load of the changes of the figures."""
_SOON = 2_000
"""Milliseconds from a written snapshot to the changes of figures that it makes known."""

LOW = 600
"""Height in pixels below which the header is a single line, for more room in lists."""


@dataclass(frozen=True, slots=True)
class PlayerPageState:
    """Saved state of the page: the player, and each section that has been shown."""

    profile: Profile
    asked_mode: str | None
    sections: Mapping[str, object]
    seen_at: float | None = None


class PlayerPage(SectionsPage[Profile]):
    """Page of a `UserPlace`; a `PlayersPlace` is the own profile, or the form to look one up.

    Args:
        account: provides the client.
        calls: runs blocking calls.
        settings: preferences, for the sections.
        colours: to paint with until `set_colours` is called.
        images: avatars, covers and flags; None for none.
        has_page: whether a place opens in the window; else it opens in the web browser.
        replays: saves the replays of scores; None for none.
        beatmaps: marks of beatmaps, what is on this computer, and previews; None for none.
        sections: the sections, from left to right.
    """

    _body: PlayerBody

    def __init__(
        self,
        account: Account,
        calls: Calls,
        settings: Settings,
        colours: Colours,
        images: ImageStore | None = None,
        parent: QWidget | None = None,
        *,
        has_page: Callable[[Place], bool],
        replays: ReplayServices | None = None,
        beatmaps: BeatmapServices | None = None,
        history: HistoryServices | None = None,
        sections: Sequence[SectionSpec[Profile]] = SECTIONS,
    ) -> None:
        super().__init__(colours, parent)
        self._account = account
        self._place: UserPlace | PlayersPlace = PlayersPlace()
        self._profile: Profile | None = None
        self._asked_mode: str | None = None  # ruleset of the last request
        self._shown = False
        self._own: int | None = None  # id of the own profile, once shown
        self._partner: tuple[int | str, int | str] | None = None  # the last two compared players
        self._client_loader = ClientLoader(account, calls)
        self._similar = TaskScope()
        self._history = history
        self._changes = TaskScope()
        self._has_new = False  # a player of whom the changes are not looked for yet
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_soon)
        self._loader: SubjectLoader[UserPlace | PlayersPlace, Profile] = SubjectLoader(
            self._client_loader,
            load_place,
            address=lambda: self._place,
            is_watched=self.isVisible,
            on_subject=self._on_profile,
            on_failed=self._on_failed,
        )
        self._body = body = PlayerBody(
            self,
            sections,
            SectionParts(
                account, calls, settings, images, colours, has_page, replays, beatmaps, history
            ),
            profile=lambda: self._profile,
            awaited=self._awaited_mode,
        )
        self.header, self.notice, self.host = body.header, body.notice, body.host
        self.skeleton, self.panel = body.skeleton, body.panel
        self.follow_button = self.header.follow
        self._connect()
        self.set_colours(colours)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def place(self) -> Place:
        """The shown place."""
        return self._place

    @property
    def start(self) -> PlayerStart:
        """Form that looks up a player, built at the first access."""
        return self._body.start

    @property
    def profile(self) -> Profile | None:
        """The shown player."""
        return self._profile

    @property
    def is_loading(self) -> bool:
        """Whether the player, or those of similar names, are being loaded."""
        return self._loader.is_running or self._similar.is_running("similar")

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a player, or the form to look one up; `state` is that of `save_state`."""
        if isinstance(place, PlayersPlace):
            self._show_start(place)
            return
        if not isinstance(place, UserPlace):
            return
        before, self._place = self._place, place
        self._shown = True
        if self._shows(place):
            if not _is_asked(before, place):
                # Back during the load of another ruleset: the response is not for this place.
                self._loader.stop_loading()
                self._body.progress.set_running(False)
            self._show_section(state.sections if isinstance(state, PlayerPageState) else None)
        elif isinstance(state, PlayerPageState):
            self._loader.resume(state.seen_at)
            self._asked_mode = state.asked_mode
            self._take(state.profile, state.sections)
        elif not (_is_asked(before, place) and self._loader.is_running):
            self._load()

    def save_state(self) -> object | None:
        """Return the player and the states of the sections; None if no player is shown."""
        if self._profile is None or not self._body.is_content:
            return None
        return PlayerPageState(
            self._profile, self._asked_mode, self.host.save_states(), self._loader.seen_at
        )

    def landmark(self) -> tuple[Place, str] | None:
        """Return the place and title of the player, without the section."""
        profile = self._profile
        if profile is None or not profile.id or not isinstance(self._place, UserPlace):
            return None
        own = profile.mode == (profile.user.playmode or "")
        return UserPlace(profile.id, self._place.mode), _title_of(profile, "", own)

    @property
    def picture(self) -> str:
        """URL of the player's avatar; "" without a player."""
        return (self._profile.avatar or "") if self._profile is not None else ""

    def follow_title(self, kind: FollowKind) -> str:
        """Return the name of the player; "" without one."""
        return self._profile.name if self._profile is not None else ""

    def reload(self) -> None:
        """Reload the player and the shown section."""
        if self._body.is_start:
            return
        if self._profile is not None and self._body.is_content and self._shows(self._place):
            section = self.host.section
            if section is not None:
                section.reload()
        self._load()

    def leave(self) -> None:
        """Cancel all loads and release the player."""
        self._loader.reset()
        self._similar.cancel_all()
        self._changes.cancel_all()
        self._soon.stop()
        self._body.progress.set_running(False)
        self.panel.stop()
        self._body.cancel_start()
        self.host.leave()
        self._body.end_waiting()
        self._profile, self._error = None, None
        self._shown = False

    # --- building -----------------------------------------------------------------------------

    def _connect(self) -> None:
        header, host, panel = self.header, self.host, self.panel
        header.mode_chosen.connect(self._on_mode_chosen)
        header.country_requested.connect(self._on_country_requested)
        header.neighbours_requested.connect(self._on_neighbours_requested)
        header.team_requested.connect(self._on_team_requested)
        host.section_chosen.connect(self._on_section_chosen)
        host.open_requested.connect(self._on_open_requested)
        host.place_requested.connect(self._on_place_requested)
        panel.retry_requested.connect(self._load)
        self.connect_body()
        panel.other_requested.connect(self._show_field)
        panel.player_requested.connect(self.move_to)
        panel.web_requested.connect(lambda: self.open_requested.emit(self._place, "web"))
        self._body.place_requested.connect(self.move_to)
        self._body.sign_in_requested.connect(self.sign_in_requested)
        ClientWatch(self._account, self).changed.connect(self._on_client_changed)
        if self._history is not None:
            self._history.written.connect(self._on_written)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the header to a single line in a low window."""
        super().resizeEvent(event)
        self.header.set_compact(self.height() < LOW)

    # --- contents -----------------------------------------------------------------------------

    def _shows(self, place: Place) -> bool:
        """Whether the player of a place is shown, in its ruleset."""
        profile = self._profile
        if self._error is not None or profile is None or not isinstance(place, UserPlace):
            return False
        return place.user == profile.id and place.mode in (self._asked_mode, profile.mode)

    def _awaited_mode(self) -> str | None:
        """Return the ruleset of the place; None if its figures are shown."""
        place, profile = self._place, self._profile
        if not isinstance(place, UserPlace) or profile is None:
            return None
        mode = place.mode or profile.user.playmode or ""
        return mode if mode != profile.mode else None

    def _show_start(self, place: PlayersPlace) -> None:
        account = self._account
        me = account.me.id if account.me is not None else None
        self._place, self._shown = place, True
        if account.state is AccountState.PLAYER and me is not None:
            self._own = me
            there = UserPlace(me)
            self.place_changed.emit(there, True)
            self.show_place(there, None)
        elif account.state is AccountState.PLAYER:
            self._load()
        else:
            self._show_field()

    def _show_field(self) -> None:
        """Show the form that looks up a player."""
        self._loader.stop()
        self._body.progress.set_running(False)
        self._error = None
        start = self._body.start
        start.sign_in.setVisible(self._account.state is not AccountState.PLAYER)
        self._body.show_part(start)
        start.field.clear()
        start.take_focus()
        self.title_changed.emit(HOME_TITLE)
        self.status_changed.emit("")

    def _show_section(self, states: Mapping[str, object] | None = None) -> None:
        place, profile = self._place, self._profile
        if not isinstance(place, UserPlace) or profile is None:
            return
        if place.compare is not None:
            self._partner = (place.user, place.compare)
        self._body.show_part(self.host)
        self._body.show_notice(profile.notice)
        self.host.show_section(place.section, place, states)
        self._has_new = self._history is not None
        key = self.host.known(place.section)
        section = "" if key == "overview" else self.host.title_of(key)
        self.title_changed.emit(
            _title_of(profile, section, profile.mode == (profile.user.playmode or ""))
        )

    # --- the player ---------------------------------------------------------------------------

    def _load(self) -> None:
        place = self._place
        self._error = None
        profile = self._profile
        same = isinstance(place, UserPlace) and profile is not None and place.user == profile.id
        if not (same and self._body.is_content):
            self._profile = profile if same else None
            if not same:
                self.header.show_profile(None)
            self._body.show_part(self.skeleton)
            self.status_changed.emit("")
        elif not self._shows(place):
            self._body.begin_waiting()
        if not same:
            name = _whom(place) if isinstance(place, UserPlace) else HOME_TITLE
            self.title_changed.emit(name)
        self._body.progress.set_running(True)
        self._loader.start(with_cached=not (self._body.is_content and self._shows(place)))

    def _on_profile(
        self, asked: UserPlace | PlayersPlace, profile: Profile, *, is_again: bool = False
    ) -> None:
        """Show a loaded player; `is_again`: the cached profile was shown before."""
        if self._loader.seen_at is None:
            self._body.progress.set_running(False)
            self.online_changed.emit(True)
        place = self._place if isinstance(self._place, UserPlace) else UserPlace(profile.id)
        if isinstance(asked, PlayersPlace):
            self._own = profile.id
        elif isinstance(asked.user, str):
            words = _renamed(asked.user, profile)
            if words and not is_again:
                self.message_requested.emit("info", words)
        there = replace(place, user=profile.id) if profile.id else place
        if there != self._place:
            self._place = there
            self.place_changed.emit(there, True)
        before = self._profile
        self._asked_mode = place.mode
        if before is not None and self._body.is_content and _is_same(before, profile):
            if not is_again or before.user != profile.user:
                self._renew(profile)
            self._update_status()
        else:
            self._take(profile, None)

    def _take(self, profile: Profile, states: Mapping[str, object] | None) -> None:
        self._error = None
        self._body.progress.set_running(
            self._loader.is_running and self._loader.seen_at is not None
        )
        self._profile = profile
        self._set_hue(profile.hue)
        self.header.show_profile(profile)
        self.host.take_subject(profile, states)
        self._show_section()

    def _renew(self, profile: Profile) -> None:
        self._profile = profile
        self._set_hue(profile.hue)
        self.header.show_profile(profile)
        self.host.update_subject(profile)
        self._show_section()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Look for changes of the figures soon: the player is painted without them first."""
        super().paintEvent(event)
        if self._has_new:
            self._has_new = False
            self._soon.start(_AFTER_PAGE)

    def _on_written(self, _differences: object) -> None:
        """Look for changes soon, as long as none are known: earlier days may be read in."""
        is_shown = self._profile is not None and self.isVisible()
        if is_shown and not self.header.has_changes and not self._soon.isActive():
            self._soon.start(_SOON)

    def _on_soon(self) -> None:
        if self._profile is not None and self._history is not None:
            self._changes.start(self._show_changes(self._history, self._profile), key="changes")

    async def _show_changes(self, history: HistoryServices, profile: Profile) -> None:
        """Add the recent changes of the figures to the header and the overview."""
        from osubrowser.models.players.history import load_changed
        from osubrowser.ui.pages.player.overview import OverviewSection

        try:
            changed = await history.read(load_changed, profile)
        except OSError:
            return  # the settings say that the history cannot be read
        self.header.show_changes(changed.changes)
        section = self.host.section
        if isinstance(section, OverviewSection):
            section.show_changed(changed)

    def _on_failed(self, error: BaseException) -> None:
        is_shown = self._body.is_content and self._shows(self._place)
        self.show_failure(error, describe_in(self._asked_player, error), is_shown=is_shown)
        place = self._asked_player
        if is_shown or place is None or not isinstance(error, NotFound):
            return
        if isinstance(place.user, str):
            self._similar.start(self._show_similar(place.user, place.mode, error), key="similar")

    @property
    def _asked_player(self) -> UserPlace | None:
        return self._place if isinstance(self._place, UserPlace) else None

    def show_panel(self, error: BaseException, sentence: Sentence) -> None:
        """Fill the panel with an error, and with what else can be looked up."""
        del sentence  # the panel says it with other choices
        self.panel.show_failure(self._asked_player, error)

    async def _show_similar(self, name: str, mode: str | None, failure: NotFound) -> None:
        """Add the players of similar names to the failure of a name, while it is shown."""
        try:
            players = await self._client_loader.fresh(load_similar, name)
        except OsuError:
            return  # the panel already says what is wrong
        if self._error is failure:
            self.panel.show_similar(players, mode)

    def _set_hue(self, hue: int | None) -> None:
        if hue != self.hue:
            self.hue = hue
            self.hue_changed.emit()

    # --- header and sections ------------------------------------------------------------------

    def _on_mode_chosen(self, mode: str) -> None:
        if isinstance(self._place, UserPlace):
            self.move_to(replace(self._place, mode=mode))

    def _on_section_chosen(self, key: str) -> None:
        place = self._place
        if isinstance(place, UserPlace):
            compare = None
            if key == "compare" and self._partner is not None and self._partner[0] == place.user:
                compare = self._partner[1]
            self.move_to(replace(place, section=key, compare=compare))

    def _on_place_requested(self, place: UserPlace, instead: bool) -> None:
        if place.compare is None and place.section == "compare":
            self._partner = None
        self.move_to(place, replace=instead)

    def _on_open_requested(self, place: Place, how: str) -> None:
        """Open a place; another player is shown in this page."""
        if isinstance(place, UserPlace) and how == "here":
            self.move_to(place)
        else:
            self.open_requested.emit(place, how)

    def _on_country_requested(self) -> None:
        profile = self._profile
        if profile is not None:
            there = RankingsPlace(profile.mode or "osu", country=profile.country_code)
            self.open_requested.emit(there, "here")

    def _on_neighbours_requested(self) -> None:
        from osubrowser.services.places.url_parts import list_of

        profile = self._profile
        if profile is not None:
            there = list_of("neighbours", {"user": str(profile.id), "mode": profile.mode})
            self.open_requested.emit(there, "here")

    def _on_team_requested(self) -> None:
        profile = self._profile
        if profile is not None and profile.team is not None:
            self.open_requested.emit(ThingPlace("team", str(profile.team.id)), "here")

    # --- account ------------------------------------------------------------------------------

    def _on_client_changed(self) -> None:
        """Load again."""
        visible = self._shown and self.isVisible()  # else the window shows the page later
        self.leave()
        self._partner = None
        place: Place = self._place
        if self._own is not None and isinstance(place, UserPlace) and place.user == self._own:
            # The own profile is that of another player now.
            place = self._place = PlayersPlace()
            self.place_changed.emit(place, True)
        self._own = None
        if visible and self._account.client is not None:
            self.show_place(place, None)


def _is_asked(before: Place, place: UserPlace) -> bool:
    """Return whether the load for `before` is also one for `place`."""
    if not isinstance(before, UserPlace):
        return False
    return (before.user, before.mode) == (place.user, place.mode)


def _is_same(one: Profile, other: Profile) -> bool:
    """Return whether two profiles are of the same player and ruleset."""
    return (one.id, one.mode) == (other.id, other.mode)


def load_place(client: Client, place: UserPlace | PlayersPlace) -> Profile:
    """Load the profile of a place; the own one for `PlayersPlace`. Blocks, for a worker."""
    if isinstance(place, UserPlace):
        return load_profile(client, place.user, place.mode)
    return load_own_profile(client, None)


def _title_of(profile: Profile, section: str, mode_is_own: bool) -> str:
    """Return the title of a profile: `peppy, osu!taiko, best`.

    Args:
        profile: the player.
        section: title of the section; "" for the first one.
        mode_is_own: whether the ruleset is the player's default one, which is omitted.
    """
    mode = "" if mode_is_own else MODE_NAMES.get(profile.mode, profile.mode)
    return ", ".join(filter(None, (profile.name, mode, section)))


def _whom(place: UserPlace) -> str:
    """Return the title of a player that is not loaded yet: a name, or `player 2`."""
    return (
        tr("player {user}").format(user=place.user)
        if isinstance(place.user, int)
        else plain(place.user, 60)
    )


def _renamed(asked: str, profile: Profile) -> str:
    """Return the message for a player requested by a former name; "" for the present one."""
    if _folded(asked) == _folded(profile.user.username):
        return ""
    return tr("{asked} is now called {name}.").format(asked=plain(asked, 40), name=profile.name)


def _folded(name: str) -> str:
    """Return a name normalised as osu! compares names: spaces and underscores are equal."""
    return name.strip().replace("_", " ").casefold()
