"""Changes of teams, matches and wiki pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.entities.matches import MatchResponse
from osubrowser.api.entities.team_pages import TeamExtended
from osubrowser.api.entities.wiki import WikiPage
from osubrowser.services.history.changes import ChangeKind
from osubrowser.services.history.days import DAY, day_of
from osubrowser.services.history.detect.rankings import want_rank
from osubrowser.services.history.followable import FollowKind, followed_place
from osubrowser.services.history.subjects import RULESETS
from osubrowser.services.places.places import LAST_PAGE, ThingPlace

if TYPE_CHECKING:
    from osubrowser.services.history.detect.look import Followed, Look

_MOST_PEOPLE: Final = 1_000
MOST_MEMBERS: Final = 50
"""Members who joined or left that a change lists, each."""


def detect(look: Look) -> None:
    """Look for changes of teams, matches and wiki pages."""
    entity, segments = look.observation.entity, look.segments
    if isinstance(entity, TeamExtended):
        thing = look.one(f"/teams/{entity.id}")
        if thing is not None:
            _detect_members(look, thing, entity)
    elif isinstance(entity, MatchResponse) and segments[0] == "matches":
        thing = look.one(f"/community/matches/{entity.match.id}")
        if thing is not None:
            _detect_games(look, thing, entity)
    elif isinstance(entity, WikiPage) and segments[0] == "wiki":
        for thing in look.of_kind(FollowKind.WIKI).values():
            place = followed_place(thing.address)
            # The path of a request is quoted, and the server answers by its own spelling.
            asked = look.observation.path.partition("/wiki/")[2]
            if isinstance(place, ThingPlace) and _same_page(place.key, asked):
                _detect_text(look, thing, entity)


def _detect_members(look: Look, thing: Followed, team: TeamExtended) -> None:
    people = [*([] if team.leader is None else [team.leader]), *team.members]
    now = {str(user.id): user.username[:100] for user in people[:_MOST_PEOPLE] if user.id}
    before: dict[str, str] | None = thing.state.get("members")
    thing.state["members"] = now
    if before is not None:
        joined = [one for one in now if one not in before]
        left = [one for one in before if one not in now]
        if joined or left:
            data = {"joined": _people(joined, now), "left": _people(left, before)}
            look.add(thing, ChangeKind.MEMBERS, data, is_page=True)
    known = thing.state.get("name")
    if team.name:
        thing.state["name"] = team.name
    if team.name and known and known != team.name:
        names = {"before": known, "after": team.name}
        look.add(thing, ChangeKind.NAME, names, is_page=True)
        look.rename(thing, known, team.name)
    _want_rank(look, thing, team)
    look.checked(thing, is_page=True)


def _want_rank(look: Look, thing: Followed, team: TeamExtended) -> None:
    """Ask for the rank in the ruleset of the answer, which only a page of the ranking tells."""
    statistics = team.statistics
    number = team.default_ruleset_id if statistics is None else statistics.ruleset_id
    if statistics is not None and statistics.performance and number is not None:
        mode = RULESETS[number % len(RULESETS)]
        thing.state.setdefault("performance", {})[mode] = statistics.performance
        is_searched = look.at - thing.state.get("searched", 0) < DAY
        if mode not in thing.state.get("ranks", {}) and not is_searched:
            thing.state.setdefault("search", {}).setdefault(mode, {"low": 1, "high": LAST_PAGE})
    for mode in {**thing.state.get("ranks", {}), **thing.state.get("search", {})}:
        want_rank(thing, mode)


def _people(ids: Iterable[str], names: dict[str, str]) -> list[dict[str, Any]]:
    return [{"id": int(one), "name": names[one]} for one in ids][:MOST_MEMBERS]


def _detect_games(look: Look, thing: Followed, response: MatchResponse) -> None:
    """Compare the games of a match. Earlier pages of its events tell nothing new."""
    state = thing.state
    games = [event.game for event in response.events if event.game is not None]
    known: int | None = state.get("game")
    new = [] if known is None else [game for game in games if game.id > known]
    if new:
        topic = str(day_of(look.at))
        unread = look.unread(thing, ChangeKind.GAMES, topic)
        beatmap = new[-1].beatmap
        of = None if beatmap is None else beatmap.beatmapset
        title = "" if of is None else f"{of.artist} - {of.title}"
        count = len(new) + (0 if unread is None else unread.data.get("count", 0))
        state["games"] = state.get("games", 0) + len(new)
        data = {
            "count": count,
            "total": state["games"],
            "newest": {"id": new[-1].id, "title": title, "beatmap": new[-1].beatmap_id},
        }
        if unread is None:
            look.add(thing, ChangeKind.GAMES, data, topic=topic, is_page=True)
        else:
            look.replace(unread, data)
    elif known is None:
        state["games"] = len(games)
    state["game"] = max((game.id for game in games), default=0)
    state["game"] = max(state["game"], known or 0)
    ended = response.match.end_time
    if ended is not None and not state.get("ended"):
        state["ended"] = int(ended.timestamp())
        if not thing.is_first:
            data = {"games": state.get("games", 0), "ended_at": state["ended"]}
            look.add(thing, ChangeKind.MATCH_END, data, is_page=True)
    look.checked(thing, is_page=True)


def _same_page(key: str, asked: str) -> bool:
    from urllib.parse import unquote

    return key.strip("/").casefold() == unquote(asked).strip("/").casefold()


def _detect_text(look: Look, thing: Followed, page: WikiPage) -> None:
    text = f"{page.title}\n{page.subtitle or ''}\n{page.markdown}"
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
    before, size = thing.state.get("digest"), thing.state.get("size", 0)
    thing.state["digest"], thing.state["size"] = digest, len(page.markdown)
    if before is not None and before != digest:
        data = {"title": page.title, "before": size, "after": len(page.markdown)}
        look.add(thing, ChangeKind.WIKI_EDIT, data, is_page=True)
    look.checked(thing, is_page=True)
