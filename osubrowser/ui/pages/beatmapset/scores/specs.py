"""List spec of a leaderboard: source, links, menu, messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from osubrowser.api.errors import InvalidRequest, LoginRequired, NotFound
from osubrowser.models.scores.leaderboard import (
    NoLeaderboard,
    NoSuchPlayer,
    board_columns,
    board_record,
    board_source,
)
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.places.places import MODE_NAMES, RankingsPlace, UserPlace
from osubrowser.services.session.account import AccountState
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink, country_of, place_of_score, team_link
from osubrowser.ui.widgets.menus import add_action, escaped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from osubrowser.api.entities.scores import Score
    from osubrowser.models.rankings.rankings import Flag
    from osubrowser.models.scores.leaderboard import Board, BoardFacts, OnProgress
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.services.places.places import Place
    from osubrowser.services.session.account import Account
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.lists.row_menu import RowSelection

NO_BOARD: Final = tr("This difficulty has no leaderboard.")
_WITH_BOARD: Final = tr("Ranked, approved, qualified and loved beatmaps have one.")
_NOBODY: Final = {
    "country": tr("Nobody of your country has a score here."),
    "friend": tr("Nobody of your friends has a score here."),
    "team": tr("Nobody of your team has a score here."),
}
_NOBODY_WITH_MODS: Final = {
    "country": tr("Nobody of your country has a score that fits “{mods}” here."),
    "friend": tr("Nobody of your friends has a score that fits “{mods}” here."),
    "team": tr("Nobody of your team has a score that fits “{mods}” here."),
}
_SIGN_IN: Final = {
    "country": tr("The scores of your country are seen when you are signed in as a player."),
    "friend": tr("The scores of your friends are seen when you are signed in as a player."),
    "team": tr("The scores of your team are seen when you are signed in as a player."),
}
_SUPPORTERS: Final = {
    "country": tr("osu! shows the scores of your country to its supporters only."),
    "friend": tr("osu! shows the scores of your friends to its supporters only."),
}


class BoardNeedsPlayer(LoginRequired):
    """A guest asked for a leaderboard that needs a player."""


@dataclass(frozen=True, slots=True)
class BoardUse:
    """What the list of a leaderboard needs of its section.

    Attributes:
        account: the current account.
        flag: returns the URL of a country's flag; also called on workers.
        facts: returns the facts of the loaded rows.
        on_progress: told before each of several boards.
        place_of_player: returns the place of all scores of a player, by id.
        compare: shows two scores side by side.
        show_country: shows only the loaded scores of a country, by code; "" for all.
        newer_than: Unix time; merged boards that were received before are asked for again.
    """

    account: Account
    flag: Flag
    facts: Callable[[], BoardFacts]
    on_progress: OnProgress
    place_of_player: Callable[[int], Place]
    compare: Callable[[Score, Score], object]
    show_country: Callable[[str], object]
    newer_than: float = 0.0


def board_spec(board: Board, use: BoardUse) -> ListSpec:
    """Return the spec of the list of a leaderboard, or of a player's scores."""
    of_player = board.player is not None

    def columns(_original: bool) -> Columns:
        return board_columns(
            board.mode, use.flag, stable_only=board.stable_only, of_player=of_player
        )

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return board_source(
            loader,
            board,
            columns,
            refused=lambda: _refused(board, use.account),
            on_progress=use.on_progress,
            newer_than=use.newer_than,
        )

    def status(model: PagedModel, first: int, last: int) -> str:
        return _status(use.facts(), model, first, last)

    kind = "player" if of_player else "stable" if board.stable_only else "board"
    return ListSpec(
        key="beatmapset/scores",
        title=tr("Scores"),
        columns=columns,
        source=source,
        record=board_record,
        file_stem=_file_stem(board),
        empty=empty_text(board),
        link=partial(_link_of, use),
        no_link=tr("This score has no page of its own."),
        menu=partial(_menu, board, use),
        describe=partial(describe_in, board),
        status=status,
        columns_key=f"beatmapset/scores/{board.mode}/{kind}",
        replays=lambda score: ((score, ""),),
    )


def _refused(board: Board, account: Account) -> BoardNeedsPlayer | None:
    is_guest = account.state is AccountState.GUEST
    return BoardNeedsPlayer() if is_guest and board.kind in _SIGN_IN and not board.player else None


def _status(facts: BoardFacts, model: PagedModel, first: int, last: int) -> str:
    if not model.loaded:
        return ""
    if model.is_arranged:
        shown = numerals.whole(model.rowCount())
    else:
        shown = f"{numerals.whole(first + 1)}-{numerals.whole(last + 1)}"
    parts = [tr("{shown} of %n scores", "", model.loaded).format(shown=shown)]
    if facts.hidden:
        parts.append(tr("%n left out", "", facts.hidden))
    if facts.boards > 1:
        parts.append(tr("merged from %n leaderboards", "", facts.boards))
    return " · ".join(parts) + seen_ago(model.seen_at)


def _file_stem(board: Board) -> str:
    parts = ["osu-scores", str(board.beatmap.id), board.mode]
    if board.player is not None:
        parts.append(f"player-{board.player}" if isinstance(board.player, int) else "player")
    elif board.kind != "global":
        parts.append(board.kind)
    if board.mods.required or board.mods.optional:
        parts.append("".join((*board.mods.required, *board.mods.optional)))
    return "-".join(parts)


# --- messages ----------------------------------------------------------------------------------


def empty_text(board: Board) -> EmptyText:
    """Return the message for a leaderboard without scores.

    Keys of its buttons: `everybody` (no player), `any_mods`, `global`, `all_countries`.
    """
    mode = MODE_NAMES.get(board.mode, board.mode)
    mods = board.mods.words if board.mods else ""
    any_mods = ("any_mods", tr("Any mods")) if board.mods else None
    if board.player is not None:
        text = (
            tr("This player has no score that fits “{mods}” on this difficulty in {mode}.")
            if mods
            else tr("This player has no score on this difficulty in {mode}.")
        )
        return EmptyText(
            text.format(mods=mods, mode=mode),
            action=any_mods or ("everybody", tr("Show everybody")),
        )
    if board.country:
        text = tr("Nobody of the country {country} is among the first scores here.").format(
            country=plain(board.country, 4)
        )
        return EmptyText(text, action=("all_countries", tr("Show all countries")))
    if board.kind in _NOBODY:
        hint = tr("A player without a team sees nobody.") if board.kind == "team" else ""
        text = (_NOBODY_WITH_MODS if mods else _NOBODY)[board.kind].format(mods=mods)
        return EmptyText(text, hint, any_mods or ("global", tr("Show everybody")))
    if board.beatmap.is_scoreable is False:
        return EmptyText(NO_BOARD, _WITH_BOARD)
    if board.mods:
        return EmptyText(
            tr("Nobody has a score that fits “{mods}” in {mode}.").format(mods=mods, mode=mode),
            action=any_mods,
        )
    return EmptyText(tr("Nobody has a score on this difficulty in {mode} yet.").format(mode=mode))


def describe_in(board: Board, error: BaseException) -> Sentence:
    """Return the message for an error of a leaderboard."""
    sentence = describe(error)
    if isinstance(error, BoardNeedsPlayer):
        return replace(
            sentence,
            text=_SIGN_IN[board.kind],
            hint=tr("You look around as a guest."),
            details="",
        )
    if isinstance(error, LoginRequired):
        return replace(sentence, text=tr("Scores are seen when you are signed in to osu!."))
    if isinstance(error, InvalidRequest) and board.kind in _SUPPORTERS:
        return replace(
            sentence,
            text=_SUPPORTERS[board.kind],
            hint=tr("The global leaderboard is open to everybody."),
        )
    if isinstance(error, NoSuchPlayer):
        name = plain(str(board.player), 40)
        return replace(
            sentence,
            text=tr("osu! knows no player “{name}”.").format(name=name),
            hint=tr("Or the player is restricted."),
        )
    if isinstance(error, NoLeaderboard):
        return replace(sentence, text=NO_BOARD, hint=_WITH_BOARD)
    if isinstance(error, NotFound):
        return replace(sentence, text=tr("osu! does not have this difficulty any more."))
    return sentence


# --- links and menu ----------------------------------------------------------------------------


def _link_of(use: BoardUse, score: Score, _origin: str) -> RowLink | None:
    place = place_of_score(score)
    user = score.user
    name = plain(user.username, 60) if user is not None else ""
    more: list[tuple[str, Place]] = []
    country = None
    mode = str(score.mode) if score.mode is not None and score.mode.is_known else None
    if user is not None and user.id and not user.is_deleted:
        label = escaped(name) or tr("Player {id}").format(id=user.id)
        more.append((tr("Open &player {player}").format(player=label), UserPlace(user.id, mode)))
        more.append(
            (tr("&All scores of {player} here").format(player=label), use.place_of_player(user.id))
        )
        country = country_of(user)
        if country is not None:
            there = RankingsPlace(mode or "osu", country=country[0])
            more.append((tr("Ranking of {country}").format(country=escaped(country[1])), there))
        more += team_link(user.team)
    if place is None:
        return RowLink(more[0][1], name, country, tuple(more[1:])) if more else None
    return RowLink(place, name, country, tuple(more))


def _menu(board: Board, use: BoardUse, selection: RowSelection) -> QMenu:
    from osubrowser.ui.lists.row_menu import row_menu

    menu = row_menu(selection)
    country = selection.links[0].country if len(selection.links) == 1 else None
    if country is not None and board.player is None:
        code, name = country
        if board.country:
            add_action(menu, tr("Show all &countries"), use.show_country, "")
        else:
            add_action(
                menu,
                tr("Show only {country}").format(country=escaped(name)),
                use.show_country,
                code,
            )
    if len(selection.rows) == 2:
        left, right = (row.item for row in selection.rows)
        menu.addSeparator()
        add_action(menu, tr("Co&mpare these two"), use.compare, left, right)
    return menu
