"""The Players page: a profile in a ruleset, one section of it at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from osubrowser.models.players.profile import Profile, load_own_profile, load_profile
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.places.places import PlayersPlace, UserPlace
from osubrowser.services.session.account import AccountState
from osubrowser.ui.error_messages import was_reached
from osubrowser.ui.pages.page import Page
from osubrowser.ui.pages.player.body import PlayerBody
from osubrowser.ui.pages.player.links import PlayerLinks
from osubrowser.ui.pages.player.messages import HOME_TITLE, describe_in, renamed, title_of, whom
from osubrowser.ui.pages.player.place import awaited_mode, is_asked, is_of, is_same
from osubrowser.ui.pages.player.sections import SECTIONS
from osubrowser.ui.sections.section import SectionParts, SectionSpec
from osubrowser.ui.sections.subject_loader import SubjectLoader

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.style.theme import Colours

LOW = 600
"""Pixels of height below which the header is one line, so that lists have room."""


@dataclass(frozen=True, slots=True)
class PlayerPageState:
    """How a profile was left: the player, and each section that was reached."""

    profile: Profile
    asked_mode: str | None
    sections: Mapping[str, object]
    seen_at: float | None = None


class PlayerPage(Page):
    """Shows a `UserPlace`; a `PlayersPlace` is the own profile, or the way to look one up.

    Args:
        account: who asks; its client fetches the profile.
        calls: runs what blocks.
        settings: for the sections.
        colours: what to paint with until `set_colours` is called.
        images: avatars, covers and flags; None for none.
        has_page: whether a place opens in the window; else it opens in the web browser.
        sections: the sections there are.
    """

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
        sections: Sequence[SectionSpec[Profile]] = SECTIONS,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._client = account.client
        self._place: UserPlace | PlayersPlace = PlayersPlace()
        self._profile: Profile | None = None
        self._ground = colours.background6
        self._asked_mode: str | None = None  # by which ruleset the profile was asked for
        self._error: BaseException | None = None
        self._shown = False
        self._own: int | None = None  # whom the start page led to
        self._loader = SubjectLoader(
            ClientLoader(account, calls),
            load_place,
            address=lambda: self._place,
            is_watched=self.isVisible,
            on_subject=self._on_profile,
            on_failed=self._on_failed,
        )
        self._opening = PlayerLinks(self, lambda: self._place, lambda: self._profile)
        self._body = body = PlayerBody(
            self,
            sections,
            SectionParts(account, calls, settings, images, colours, has_page),
            profile=lambda: self._profile,
            awaited=lambda: awaited_mode(self._place, self._profile),
        )
        self.header, self.notice, self.host = body.header, body.notice, body.host
        self.skeleton, self.panel, self.start = body.skeleton, body.panel, body.start
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._connect()
        self.set_colours(colours)

    # --- what the window asks -----------------------------------------------------------------

    @property
    def place(self) -> Place:
        """The place that is shown."""
        return self._place

    @property
    def profile(self) -> Profile | None:
        """The player that is shown."""
        return self._profile

    @property
    def is_settled(self) -> bool:
        """Whether the player and the section are there, or have failed."""
        if self._loader.is_running:
            return False
        section = self._body.section
        return section is None or section.is_settled

    @property
    def failure(self) -> BaseException | None:
        """Why something is missing; None when nothing is."""
        section = self._body.section
        return self._error or (section.failure if section is not None else None)

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a player, or where players begin; with `state` as it was left."""
        if isinstance(place, PlayersPlace):
            self._show_start(place)
            return
        if not isinstance(place, UserPlace):
            return
        before, self._place = self._place, place
        self._shown = True
        if self._shows(place):
            if not is_asked(before, place):
                # Back while another ruleset was asked for: its answer is not for this place.
                self._loader.stop_loading()
                self._body.progress.set_running(False)
            self._show_section()
        elif isinstance(state, PlayerPageState):
            self._loader.resume(state.seen_at)
            self._asked_mode = state.asked_mode
            self._take(state.profile, state.sections)
        elif not (is_asked(before, place) and self._loader.is_running):
            self._load()

    def save_state(self) -> object | None:
        """Return the player and the sections; None where there is nobody to keep."""
        if self._profile is None or not self._body.is_content:
            return None
        return PlayerPageState(
            self._profile, self._asked_mode, self.host.save_states(), self._loader.seen_at
        )

    def landmark(self) -> tuple[Place, str] | None:
        """Return the player, whichever section is open."""
        profile = self._profile
        if profile is None or not profile.id or not isinstance(self._place, UserPlace):
            return None
        own = profile.mode == str(profile.user.playmode)
        return UserPlace(profile.id, self._place.mode), title_of(profile, "", own)

    def reload(self) -> None:
        """Ask again for the player and for the section that is seen."""
        if self._body.is_start:
            return
        if self._profile is not None and self._body.is_content and self._shows(self._place):
            section = self.host.section
            if section is not None:
                section.reload()
        self._load()

    def take_focus(self) -> None:
        """Put the focus into the section; where words stand in its place, on what helps there."""
        self._body.take_focus()

    def start_filter(self) -> None:
        """Put the cursor where the section is filtered."""
        section = self._body.section
        if section is not None:
            section.start_filter()

    def copy_selection(self) -> None:
        """Copy what is selected in the section."""
        section = self._body.section
        if section is not None:
            section.copy_selection()

    def export(self) -> None:
        """Export the section."""
        section = self._body.section
        if section is not None:
            section.export()

    def apply_style(self, sheet: str, colours: Colours) -> None:
        """Style the parts one by one; hidden parts follow later.

        A player's own hue comes with the player, and the whole page at once would take 50 ms.
        """
        self._body.dress(sheet)
        self.set_colours(colours)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, as the style sheet would."""
        QPainter(self).fillRect(event.rect(), self._ground)

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on."""
        self._ground = colours.background6
        self._body.set_colours(colours)

    def leave(self) -> None:
        """Stop what is under way and let the player go."""
        self._loader.reset()
        self._body.progress.set_running(False)
        self.panel.stop()
        self.host.leave()
        self._body.waiting.end()
        self._profile, self._error = None, None
        self._shown = False

    # --- building -----------------------------------------------------------------------------

    def _connect(self) -> None:
        header, host, panel, start = self.header, self.host, self.panel, self.start
        self._opening.serve(header, host)
        host.status_changed.connect(self._tell_status)
        host.message_requested.connect(self.message_requested)
        host.sign_in_requested.connect(self.sign_in_requested)
        host.online_changed.connect(self.online_changed)
        panel.retry_requested.connect(self._load)
        panel.sign_in_requested.connect(self.sign_in_requested)
        panel.other_requested.connect(self._show_field)
        panel.web_requested.connect(lambda: self.open_requested.emit(self._place, "web"))
        start.place_requested.connect(self.move_to)
        start.sign_in_requested.connect(self.sign_in_requested)
        self._account.changed.connect(self._on_account_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the header one line in a low window."""
        super().resizeEvent(event)
        self.header.set_compact(self.height() < LOW)

    # --- what is seen -------------------------------------------------------------------------

    def _shows(self, place: Place) -> bool:
        """Whether a place's player is here, in its ruleset."""
        return self._error is None and is_of(self._profile, self._asked_mode, place)

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
        """Ask whose profile to show."""
        self._loader.stop()
        self._body.progress.set_running(False)
        self._error = None
        self.start.sign_in.setVisible(self._account.state is not AccountState.PLAYER)
        self._body.see(self.start)
        self.start.field.clear()
        self.start.take_focus()
        self.title_changed.emit(HOME_TITLE)
        self.status_changed.emit("")

    def _show_section(self) -> None:
        place, profile = self._place, self._profile
        if not isinstance(place, UserPlace) or profile is None:
            return
        self._opening.note_place(place)
        self._body.see(self.host)
        self._body.show_notice(profile.notice)
        self.host.show_section(place.section, place)
        key = self.host.known(place.section)
        section = "" if key == "overview" else self.host.title_of(key)
        self.title_changed.emit(
            title_of(profile, section, profile.mode == str(profile.user.playmode))
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
            self._body.see(self.skeleton)
            self.status_changed.emit("")
        elif not self._shows(place):
            self._body.waiting.begin()
        if not same:
            name = whom(place) if isinstance(place, UserPlace) else HOME_TITLE
            self.title_changed.emit(name)
        self._body.progress.set_running(True)
        self._loader.start(with_cached=not (self._body.is_content and self._shows(place)))

    def _on_profile(
        self, asked: UserPlace | PlayersPlace, profile: Profile, *, is_again: bool = False
    ) -> None:
        """Show a player: from memory, or as osu! says now; `is_again`: the former came before."""
        if self._loader.seen_at is None:
            self._body.progress.set_running(False)
            self.online_changed.emit(True)
        place = self._place if isinstance(self._place, UserPlace) else UserPlace(profile.id)
        if isinstance(asked, PlayersPlace):
            self._own = profile.id
        elif isinstance(asked.user, str):
            words = renamed(asked.user, profile)
            if words and not is_again:
                self.message_requested.emit("info", words)
        there = replace(place, user=profile.id) if profile.id else place
        if there != self._place:
            self._place = there
            self.place_changed.emit(there, True)
        before = self._profile
        self._asked_mode = place.mode
        if before is not None and self._body.is_content and is_same(before, profile):
            if not is_again or before.user != profile.user:
                self._renew(profile)
            self._tell_status()
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

    def _on_failed(self, error: BaseException) -> None:
        self._body.progress.set_running(False)
        reached = was_reached(error)
        if reached is not None:
            self.online_changed.emit(reached)
        place = self._place if isinstance(self._place, UserPlace) else None
        if self._body.is_content and self._shows(self._place):
            # What is shown is older, but it is there.
            if self._loader.seen_at is not None and self._loader.is_away:
                self._tell_status()
                return
            self.message_requested.emit("warning", describe_in(place, error).text)
            return
        self._error = error
        self.panel.show_failure(place, error)
        self._body.see(self.panel)
        self.status_changed.emit("")

    def _tell_status(self, _text: str = "") -> None:
        loading = self._loader
        text, age = self.host.status, seen_ago(loading.seen_at) if loading.is_away else ""
        if age and "seen " not in text:
            text = text + age if text else age.removeprefix(" · ").capitalize()
        self.status_changed.emit(text)

    def _set_hue(self, hue: int | None) -> None:
        if hue != self.hue:
            self.hue = hue
            self.hue_changed.emit()

    # --- who asks -----------------------------------------------------------------------------

    def _on_account_changed(self) -> None:
        """Ask anew when another session asks; a name that became known changes nothing here."""
        if self._account.client is self._client:
            return
        self._client = self._account.client
        visible = self._shown and self.isVisible()  # else the window shows it when it is wanted
        self.leave()
        self._opening.forget()
        place: Place = self._place
        if self._own is not None and isinstance(place, UserPlace) and place.user == self._own:
            # The own profile is another one now.
            place = self._place = PlayersPlace()
            self.place_changed.emit(place, True)
        self._own = None
        if visible and self._client is not None:
            self.show_place(place, None)


def load_place(client: Client, place: UserPlace | PlayersPlace) -> Profile:
    """Load the profile of a place, for `PlayersPlace` the own one; blocks, for a worker."""
    if isinstance(place, UserPlace):
        return load_profile(client, place.user, place.mode)
    return load_own_profile(client, None)
