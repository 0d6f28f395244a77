"""Lists of a search: what each finds, as a narrow column and as a whole page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.rankings.rankings import country_name_of
from osubrowser.models.search import players, wiki_pages
from osubrowser.models.search.players import PlayersQuestion
from osubrowser.services.places.places import ThingPlace, UserPlace
from osubrowser.services.text.plain import plain
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink

if TYPE_CHECKING:
    from osubrowser.models.search.question import Question
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts

ALL_PLAYERS: Final = "all_players"
"""Key of the button of an empty list that clears the filters of players."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSpec:
    """List of a search.

    Attributes:
        mode: mode of the question that shows it as a whole.
        title: its title, such as "Players".
        spec: `(question, parts) -> list` as a whole.
        narrow: keys of the columns that are shown beside other lists.
        is_local: whether it asks osu! for nothing, and follows each key press.
    """

    mode: str
    title: str
    spec: Callable[[Question, SectionParts], ListSpec]
    narrow: tuple[str, ...]
    is_local: bool = False

    def narrow_spec(self, question: Question, parts: SectionParts) -> ListSpec:
        """Return the list as a column beside others."""
        whole = self.spec(question, parts)
        return replace(
            whole,
            columns=partial(_narrowed, whole.columns, self.narrow),
            columns_key=f"{whole.columns_key}/narrow",
            cards=None,
            order_action=None,
        )


def _narrowed(columns: Callable[[bool], Columns], keys: Sequence[str], original: bool) -> list[Any]:
    return [replace(one, shown=one.key in keys) for one in columns(original)]


# --- players --------------------------------------------------------------------------------------


def _players(question: Question, parts: SectionParts) -> ListSpec:
    images = parts.images
    me = parts.account.me
    home = me.country_code if me is not None and me.country_code else ""
    asked = PlayersQuestion(question.words, question.is_active, home)

    def flag(code: str) -> str | None:
        return images.flag_url(code) if images is not None else None

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(players.load_players, asked, columns)

    action = (ALL_PLAYERS, "Show all players") if question.is_active else None
    who = "active player" if question.is_active else "player"
    return ListSpec(
        key=f"search/user/{question.is_active}/{question.words}",
        title="Players",
        columns=lambda _original: players.player_columns(flag),
        source=source,
        record=players.player_record,
        file_stem="osu-players",
        empty=EmptyText(f"osu! knows no {who} named “{plain(question.words, 60)}”.", action=action),
        link=_player_link,
        no_link="This player's account is gone.",
        columns_key="search/players",
        own=lambda: parts.account.me.id if parts.account.me is not None else None,
    )


def _player_link(user: Any, _origin: str) -> RowLink | None:  # noqa: ANN401 - the list's item
    if user.id is None:
        return None
    code = user.country_code
    team = user.team
    more = () if team is None else ((f"Team {plain(team.name, 40)}", _team(team.id)),)
    return RowLink(
        UserPlace(user.id),
        plain(user.username),
        (code, country_name_of(user)) if code else None,
        more=more,
    )


def _team(number: int) -> ThingPlace:
    return ThingPlace("team", str(number))


# --- wiki -----------------------------------------------------------------------------------------


def _wiki(question: Question, _parts: SectionParts) -> ListSpec:
    words = question.words

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(wiki_pages.load_wiki_pages, words, columns)

    return ListSpec(
        key=f"search/wiki_page/{words}",
        title="Wiki pages",
        columns=lambda _original: wiki_pages.wiki_columns(words),
        source=source,
        record=wiki_pages.wiki_record,
        file_stem="osu-wiki-pages",
        empty=EmptyText(f"No wiki page has “{plain(words, 60)}” in it."),
        link=_wiki_link,
        columns_key="search/wiki",
    )


def _wiki_link(page: Any, _origin: str) -> RowLink | None:  # noqa: ANN401 - the list's item
    if not page.path:
        return None
    place = ThingPlace("wiki", f"{page.locale or 'en'}/{page.path}")
    return RowLink(place, wiki_pages.title_of(page))


RESULTS: Final[tuple[ResultSpec, ...]] = (
    ResultSpec(mode="user", title="Players", spec=_players, narrow=("player", "flag")),
    ResultSpec(mode="wiki_page", title="Wiki", spec=_wiki, narrow=("title", "excerpt")),
)
"""Lists of a search, in their order from left to right."""
