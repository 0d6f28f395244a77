"""What a section of a player's page is, and which there are: built when they are first reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.places.places import Place, UserPlace
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.style.theme import Colours


@dataclass(slots=True)
class SectionParts:
    """What a section may be built with.

    Attributes:
        account: who asks; its client may be another one later, so ask for it at each load.
        calls: runs what blocks.
        settings: keeps what a person chose, such as columns.
        images: pictures; None for none.
        colours: what to paint with until `set_colours` is called.
        has_page: whether a place opens in the window; else it opens in the web browser.
    """

    account: Account
    calls: Calls
    settings: Settings
    images: ImageStore | None
    colours: Colours
    has_page: Callable[[Place], bool]


class Section(QWidget):
    """One section of a player's page.

    It is built when it is first reached and lives as long as the page. `show_player` is called
    when it is reached for a player (and for another ruleset, where its kind depends on it), not
    each time it comes back into view.

    Attributes:
        open_requested: `(Place | WebAddress, how)`: as a page's: `here`, `background` or `web`.
        place_requested: `(UserPlace, replace)`: the player's page is to move to another place.
        message_requested: `(level, text)`: tell the person.
        status_changed: the left text of the status line while this section is seen.
        sign_in_requested: the person wants to sign in.
        online_changed: `False` when osu! could not be reached, `True` when a load came through.
        place: the place that the page is at, kept by `take_place`.
    """

    open_requested = Signal(object, str)
    place_requested = Signal(object, bool)
    message_requested = Signal(str, str)
    status_changed = Signal(str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)

    place: UserPlace | None = None

    @property
    def widget(self) -> QWidget:
        """What is put into the page."""
        return self

    def take_place(self, place: UserPlace) -> None:
        """Take note of the page's place: before `show_player`, and whenever it is another one."""
        self.place = place

    def show_player(
        self, user_id: int, mode: str, profile: Profile, state: object | None = None
    ) -> None:
        """Show this player; asks the server for what it needs.

        Args:
            user_id: whose section it is.
            mode: a ruleset, as the API writes it.
            profile: the player in that ruleset.
            state: what `save_state` returned when this player was left, to come back as it was
                without asking the server; None for a fresh visit.
        """

    def save_state(self) -> object | None:
        """Return what `show_player` needs to come back as it is now; None for nothing."""
        return None

    def reload(self) -> None:
        """Ask the server again for what is shown (F5)."""

    def leave(self) -> None:
        """Stop what is under way and let go of the player: another one comes, or nobody."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way: what was asked for is shown, or has failed."""
        return True

    @property
    def failure(self) -> BaseException | None:
        """Why what was asked for is not shown; None when it is."""
        return None

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on; the style sheet is set by the page."""

    def take_focus(self) -> None:
        """Put the focus where a person goes on: in the table, else in the first control."""
        table = next((t for t in self.findChildren(QTableView) if t.isVisibleTo(self)), None)
        (table or self).setFocus(Qt.FocusReason.OtherFocusReason)
        if table is None:
            self.focusNextChild()

    def start_filter(self) -> None:
        """Put the cursor where loaded rows are filtered (Ctrl+F)."""

    def copy_selection(self) -> None:
        """Put what is selected on the clipboard (Ctrl+C)."""

    def export(self) -> None:
        """Ask where to write what is loaded, then write it (Ctrl+E)."""


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A section that a player's page can have.

    Attributes:
        key: as in `services.places.PLAYER_SECTIONS`.
        title: what is written on its pill.
        count_of: how many things it holds, as the profile says; None where it does not say so.
        build: makes it; imports what it needs itself, so that nothing is loaded before.
        by_mode: whether it shows other things in another ruleset.
        of_profile: whether it shows what the profile holds, and so is given it anew by a reload.
    """

    key: str
    title: str
    count_of: Callable[[Profile], int | None]
    build: Callable[[SectionParts, QWidget], Section]
    by_mode: bool = False
    of_profile: bool = False


def _no_count(_profile: Profile) -> int | None:
    return None


def _overview(parts: SectionParts, parent: QWidget) -> Section:
    from osubrowser.ui.pages.player.overview import OverviewSection

    return OverviewSection(parts, parent)


def _scores(list_: str, name: str) -> Callable[[SectionParts, QWidget], Section]:
    def build(parts: SectionParts, parent: QWidget) -> Section:
        from osubrowser.ui.pages.player.lists.section import ListSection
        from osubrowser.ui.pages.player.lists.specs import score_lists

        return ListSection(name, score_lists(list_), parts, parent)

    return build


def _list(kind: str, name: str) -> Callable[[SectionParts, QWidget], Section]:
    def build(parts: SectionParts, parent: QWidget) -> Section:
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


def _me(parts: SectionParts, parent: QWidget) -> Section:
    from osubrowser.ui.pages.player.me import MeSection

    return MeSection(parts, parent)


def _compare(parts: SectionParts, parent: QWidget) -> Section:
    from osubrowser.ui.pages.player.compare.section import CompareSection

    return CompareSection(parts, parent)


def _medals(profile: Profile) -> int | None:
    return len(profile.user.user_achievements or ())


# In the order of PLAYER_SECTIONS: overview, best, firsts, recent, pinned, most_played, beatmaps,
# activity, kudosu, medals, me, compare.
SECTIONS: Sequence[SectionKind] = (
    SectionKind("overview", "Overview", _no_count, _overview, by_mode=True, of_profile=True),
    SectionKind(
        "best",
        "Best",
        lambda p: p.user.scores_best_count,
        _scores("best", "Best scores"),
        by_mode=True,
    ),
    SectionKind(
        "firsts",
        "Firsts",
        lambda p: p.user.scores_first_count,
        _scores("firsts", "First places"),
        by_mode=True,
    ),
    SectionKind(
        "recent",
        "Recent",
        lambda p: p.user.scores_recent_count,
        _scores("recent", "Recent scores"),
        by_mode=True,
    ),
    SectionKind(
        "pinned",
        "Pinned",
        lambda p: p.user.scores_pinned_count,
        _scores("pinned", "Pinned scores"),
        by_mode=True,
    ),
    SectionKind(
        "most_played",
        "Most played",
        lambda p: p.user.beatmap_playcounts_count,
        _list("most_played", "Most played"),
    ),
    SectionKind("beatmaps", "Beatmaps", _no_count, _list("beatmaps", "Beatmaps")),
    SectionKind("activity", "Activity", _no_count, _list("activity", "Activity")),
    SectionKind("kudosu", "Kudosu", _no_count, _list("kudosu", "Kudosu")),
    SectionKind("medals", "Medals", _medals, _list("medals", "Medals"), of_profile=True),
    SectionKind("me", "me!", _no_count, _me, of_profile=True),
    SectionKind("compare", "Compare", _no_count, _compare, by_mode=True, of_profile=True),
)
"""The sections, from left to right."""
