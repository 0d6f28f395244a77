"""Changes of players: ranks, who passed whom, new and lost plays, first places, medals, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.entities.events import Event, EventType
from osubrowser.api.entities.rankings import Rankings
from osubrowser.api.entities.scores import Score
from osubrowser.api.entities.users import User, UserCompact, Users
from osubrowser.services.history.changes import ChangeKind
from osubrowser.services.history.days import DAY, day_of, to_unix
from osubrowser.services.history.detect.standings import Standing, known_me, passings
from osubrowser.services.history.player_figures import seen_players
from osubrowser.services.history.subjects import RULESETS

if TYPE_CHECKING:
    from osubrowser.services.history.detect.look import Followed, Look
    from osubrowser.services.history.figures import Figures

MOST_PLAYS: Final = 20
"""New or lost plays of one answer that become changes: the best ones."""
PLAYS_ON_PAGE: Final = 100
"""Plays of a best list that one answer has at most: a list has two such pages."""
ACTIVITY_EVERY: Final = DAY
"""Seconds after which the recent activity is wanted though the player has not played."""

_RECENT: Final = 2 * DAY  # osu! may put a play on the list some time after it ended
_REPLAY_WITHIN: Final = 60 * DAY
_MOST_WITHOUT: Final = 100
_DRIFT: Final = 0.01
"""Part of the rank by which it has to move where the player did nothing, see `_is_moved`."""
_GROWN: Final = {"plays": "play_count", "play_time": "play_time", "ranked_score": "ranked_score"}
_MOD: Final = re.compile(r"[A-Z0-9]{2}(?:\([^)]*\))?")
_NAMES: Final = {
    "rank": "global_rank",
    "country": "country_rank",
    "pp": "pp",
    **_GROWN,
}
"""Short names of figures in `Followed.state`."""


def detect(look: Look) -> None:
    """Look for changes of players."""
    entity, segments = look.observation.entity, look.segments
    if isinstance(entity, User):
        _detect_players(look, [entity], is_check=True, is_page=segments[0] == "users")
    elif isinstance(entity, Users):
        is_check = segments == ("users",)
        _detect_players(look, entity.users, is_check=is_check)
        if is_check:
            _detect_missing(look, entity.users)
    elif isinstance(entity, Rankings):
        users = [row.user for row in entity.ranking if row.user is not None]
        _detect_players(look, users, is_check=False)
    elif isinstance(entity, list) and segments[0] == "users" and len(segments) > 2:
        thing = look.one(f"/users/{segments[1]}")
        if thing is not None and segments[2:] == ("scores", "best"):
            _detect_plays(look, thing, [one for one in entity[:200] if isinstance(one, Score)])
        elif thing is not None and segments[2:] == ("recent_activity",):
            _detect_events(look, thing, [one for one in entity if isinstance(one, Event)])


# --- figures ------------------------------------------------------------------------------------


@dataclass
class _Seen:
    user: UserCompact
    figures: dict[str, Figures] = field(default_factory=dict)


def _detect_players(
    look: Look, users: Iterable[UserCompact], *, is_check: bool, is_page: bool = False
) -> None:
    seen = {user.id: _Seen(user) for user in users if user.id}
    things = look.followed(f"/users/{number}" for number in seen)
    me = next(iter(seen)) if look.segments[0] == "me" and len(seen) == 1 else known_me(look)
    me = me if me in seen else None
    if not things and me is None:
        return
    for row in seen_players(look.observation):
        if row.subject.key in seen:
            seen[row.subject.key].figures[RULESETS[row.subject.ruleset]] = row.figures
    standings: list[Standing] = []
    for number, one in seen.items():
        thing = things.get(f"/users/{number}")
        if thing is None and number != me:
            continue
        for ruleset, figures in one.figures.items():
            pp, rank = figures.get("pp"), figures.get("global_rank")
            if pp is not None:
                standings.append(
                    Standing(ruleset, number or 0, one.user.username, pp, int(rank or 0))
                )
            if thing is not None:
                _detect_figures(look, thing, ruleset, figures, is_page=is_page)
        if thing is not None:
            _detect_name(look, thing, one.user.username, is_page=is_page)
            if is_check:
                _want_activity(look, thing)
                look.checked(thing, is_page=is_page)
    passings(look, standings, me)


def _detect_figures(
    look: Look, thing: Followed, ruleset: str, figures: Figures, *, is_page: bool
) -> None:
    """Compare the figures of a player in one ruleset with those that were known."""
    now = {short: figures[name] for short, name in _NAMES.items() if name in figures}
    rulesets: dict[str, Any] = thing.state.setdefault("rulesets", {})
    known: dict[str, Any] | None = rulesets.get(ruleset)
    if known is None:
        rulesets[ruleset] = {"now": now, "base": now, "since": look.at}
        if not thing.is_first and now.get("plays"):  # begun since it was followed
            thing.want(f"best:{ruleset}")
        return
    before: dict[str, float] = known["now"]
    base: dict[str, float] = known["base"]
    has_played = _differs(before, now, "plays")
    if has_played:
        thing.want(f"best:{ruleset}")
        thing.want("activity")
    known["now"] = before | now
    is_own = has_played or _differs(before, now, "pp")
    for short, value in now.items():
        base.setdefault(short, value)
    if not _is_moved(base, now, is_own=is_own):
        return
    topic = f"{ruleset}:{day_of(look.at)}"
    unread = look.unread(thing, ChangeKind.RANK, topic)
    if unread is None:
        data = _rank_data(ruleset, known["since"], base, now)
        look.add(thing, ChangeKind.RANK, data, topic=topic, is_page=is_page)
    else:
        merged = _merged(unread.data, _rank_data(ruleset, known["since"], base, now))
        if _is_back(merged):
            look.remove(unread)
        else:
            look.replace(unread, merged)
    known["base"], known["since"] = base | now, look.at


def _differs(before: Mapping[str, float], now: Mapping[str, float], name: str) -> bool:
    return name in before and name in now and before[name] != now[name]


def _is_moved(base: Mapping[str, float], now: Mapping[str, float], *, is_own: bool) -> bool:
    """Whether a rank has moved so far that it is a change.

    A rank moves nearly every day though the player does nothing: others pass. Then it has to move
    by a hundredth, and by one place at least.
    """
    for name in ("rank", "country"):
        if _differs(base, now, name):
            distance = abs(base[name] - now[name])
            lost_or_won = not base[name] or not now[name]
            if is_own or lost_or_won or distance >= max(1, now[name] * _DRIFT):
                return True
    return False


def _rank_data(
    ruleset: str, since: int, base: Mapping[str, float], now: Mapping[str, float]
) -> dict[str, Any]:
    data: dict[str, Any] = {"ruleset": ruleset, "since": since}
    for name in ("rank", "country", "pp"):
        if name in now:
            data[f"{name}_before"] = base[name]
            data[f"{name}_after"] = now[name]
    for name in _GROWN:
        if name in now:
            data[name] = max(0, now[name] - base[name])
    return data


def _merged(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of two changes that follow each other as one."""
    merged = dict(later)
    for name, value in earlier.items():
        if name in _GROWN:
            merged[name] = value + later.get(name, 0)
        elif not (name.endswith("_after") and name in later):
            merged[name] = value
    return merged


def _is_back(data: Mapping[str, Any]) -> bool:
    names = ("rank", "country", "pp")
    return all(data.get(f"{one}_before") == data.get(f"{one}_after") for one in names)


def _want_activity(look: Look, thing: Followed) -> None:
    asked = thing.state.setdefault("activity_at", look.at)
    if look.at - asked >= ACTIVITY_EVERY:
        thing.want("activity")


def _detect_missing(look: Look, users: Iterable[UserCompact]) -> None:
    """Find players who were asked for by id, and are not in the answer."""
    asked = look.observation.params.get("ids[]", [])
    ids = [asked] if isinstance(asked, str) else asked
    there = {str(user.id) for user in users}
    for thing in look.followed(f"/users/{one}" for one in ids if one not in there).values():
        look.gone(thing)


def _detect_name(look: Look, thing: Followed, name: str, *, is_page: bool) -> None:
    known = thing.state.get("name")
    if name:
        thing.state["name"] = name[:100]
    if name and known and known != name[:100]:
        _add_name(look, thing, known, name, is_page=is_page)


def _add_name(
    look: Look, thing: Followed, before: str, after: str, *, is_page: bool, at: int | None = None
) -> None:
    """Add a change of name, which both the name itself and the recent activity tell."""
    topic = f"{before}>{after}"
    if look.is_known(thing, ChangeKind.NAME, topic):
        return
    data = {"before": before, "after": after}
    look.add(thing, ChangeKind.NAME, data, topic=topic, is_page=is_page, at=at)
    look.rename(thing, before, after)


# --- plays --------------------------------------------------------------------------------------


def _detect_plays(look: Look, thing: Followed, scores: Sequence[Score]) -> None:
    """Compare a page of the best list with what was known of it."""
    ruleset = look.param("mode") or _ruleset_of(scores)
    if ruleset not in RULESETS:
        return
    offset = look.param("offset")
    first = int(offset) if offset.isdecimal() else 0
    thing.done(f"best:{ruleset}:{first}" if first else f"best:{ruleset}")
    best: dict[str, Any] = thing.state.setdefault("best", {})
    known: dict[str, Any] = best.get(ruleset) or {"at": 0, "recent": {}, "without": {}}
    recent: dict[str, int] = known["recent"]
    without: dict[str, int] = known["without"]
    # A list is seen page by page, and the first look at one of them is not that at another.
    seen = "at" if first == 0 else f"at_{PLAYS_ON_PAGE}" if first == PLAYS_ON_PAGE else ""
    since = max(thing.added_at, known.get(seen or "at", 0) - _RECENT)
    found = {one.data.get("score"): one.data for one in look.of("new_play")}
    new: list[dict[str, Any]] = []
    with_replay: list[dict[str, Any]] = []
    for position, score in enumerate(scores, first + 1):
        number, ended = score.score_id or score.id or 0, to_unix(score.ended_at)
        key = str(number)
        if number and ended > since and key not in recent:
            new.append({**found.get(number, {}), **play_data(score, ruleset, position)})
        if key in without and score.has_replay:
            with_replay.append(play_data(score, ruleset, position))
            del without[key]
        elif score.has_replay is False and ended > look.at - _REPLAY_WITHIN:
            without[key] = ended
        if ended > look.at - _RECENT:
            recent[key] = ended
    if first and new:  # one that was on the page before is told already
        before = _seen_before(look, ruleset)
        new = [data for data in new if data["score"] not in before]
    new.sort(key=lambda data: data["position"])
    for data in reversed(new[:MOST_PLAYS]):
        look.add(thing, ChangeKind.NEW_PLAY, data, is_page=True, at=data["ended_at"])
    for data in with_replay[:MOST_PLAYS]:
        look.add(thing, ChangeKind.REPLAY, data, is_page=True)
    if known["at"]:
        # A new play says itself which one it took the place of.
        came = {data["score"] for data in new}
        lost = [
            _lost_data(one.data, ruleset)
            for one in look.of("lost_play")
            if one.data.get("by") not in came
        ]
        for data in lost[:MOST_PLAYS]:
            look.add(thing, ChangeKind.LOST_PLAY, data, is_page=True)
    if first == 0 and len(scores) == PLAYS_ON_PAGE and look.observation.is_background:
        thing.want(f"best:{ruleset}:{PLAYS_ON_PAGE}")
    best[ruleset] = {
        **{name: at for name, at in known.items() if name.startswith("at")},
        **({seen: look.at} if seen else {}),
        "recent": _newest(recent, look.at - _RECENT, MOST_PLAYS * 10),
        "without": _newest(without, look.at - _REPLAY_WITHIN, _MOST_WITHOUT),
    }


def _seen_before(look: Look, ruleset: str) -> set[int]:
    """Return the plays that the history of the player's best list has from earlier answers."""
    rows = look.connection.execute(
        "SELECT score FROM plays WHERE player = ? AND ruleset = ? AND since < ?",
        (int(look.segments[1]), RULESETS.index(ruleset), look.at),
    )
    return {row[0] for row in rows}


def play_data(score: Score, ruleset: str, position: int) -> dict[str, Any]:
    """Return the data of a play, as `ChangeKind.NEW_PLAY` says."""
    data: dict[str, Any] = {
        "ruleset": ruleset,
        "score": score.score_id or score.id or 0,
        "pp": score.pp,
        "accuracy": score.accuracy,
        "grade": None if score.rank is None else str(score.rank),
        "mods": [mod.acronym for mod in score.mods if not isinstance(mod, str)],
        "position": position,
        "ended_at": to_unix(score.ended_at),
        "has_replay": score.has_replay,
        "beatmap": score.beatmap_id,
    }
    if score.beatmap is not None:
        data["version"] = score.beatmap.version
        data["beatmapset"] = score.beatmap.beatmapset_id
    beatmapset = score.beatmapset
    if beatmapset is not None:
        data["beatmapset"] = beatmapset.id
        data["artist"], data["title"] = beatmapset.artist, beatmapset.title
        if beatmapset.artist_unicode != beatmapset.artist:
            data["artist_unicode"] = beatmapset.artist_unicode
        if beatmapset.title_unicode != beatmapset.title:
            data["title_unicode"] = beatmapset.title_unicode
    return data


def _lost_data(found: Mapping[str, Any], ruleset: str) -> dict[str, Any]:
    """Return the data of a play that left a list, as `best_lists` found it."""
    data = {**found, "ruleset": ruleset, "reason": found.get("why"), "ended_at": found["set_at"]}
    data["mods"] = _MOD.findall(str(found.get("mods", "")))
    return data


def _ruleset_of(scores: Sequence[Score]) -> str:
    number = scores[0].ruleset_id if scores else None
    return RULESETS[number] if number is not None and number in range(len(RULESETS)) else ""


def _newest(items: Mapping[str, int], since: int, most: int) -> dict[str, int]:
    fit = [(key, at) for key, at in items.items() if at > since]
    fit.sort(key=lambda item: item[1], reverse=True)
    return dict(fit[:most])


# --- recent activity ----------------------------------------------------------------------------


def _detect_events(look: Look, thing: Followed, events: Sequence[Event]) -> None:
    """Find first places, medals and names among the events of a player, newest first."""
    if look.param("offset") not in ("", "0"):
        return
    thing.done("activity")
    thing.state["activity_at"] = look.at
    last = thing.state.get("event", 0)
    for event in reversed(events):
        at = to_unix(event.created_at)
        if event.id <= last or at < thing.added_at:
            continue
        thing.state["event"] = max(event.id, thing.state.get("event", 0))
        _detect_event(look, thing, event, at)


def _detect_event(look: Look, thing: Followed, event: Event, at: int) -> None:
    mode = None if event.mode is None else str(event.mode)
    if event.type == EventType.RANK and event.rank == 1 and event.beatmap is not None:
        data = {"grade": event.score_rank, **_beatmap_data(event, mode)}
        look.add(thing, ChangeKind.FIRST_WON, data, is_page=True, at=at)
    elif event.type == EventType.RANK_LOST and event.beatmap is not None:
        look.add(thing, ChangeKind.FIRST_LOST, _beatmap_data(event, mode), is_page=True, at=at)
    elif event.type == EventType.ACHIEVEMENT and event.achievement is not None:
        medal = event.achievement
        data = {"medal": medal.id, "name": medal.name, "slug": medal.slug, "achieved_at": at}
        look.add(thing, ChangeKind.MEDAL, data, is_page=True, at=at)
    elif event.type == EventType.USERNAME_CHANGE and event.user is not None:
        before, after = event.user.previous_username, event.user.username
        if before and after:
            _add_name(look, thing, before, after, is_page=True, at=at)


def _beatmap_data(event: Event, mode: str | None) -> dict[str, Any]:
    beatmap = event.beatmap
    number = None if beatmap is None else beatmap.id
    return {"ruleset": mode, "beatmap": number, "title": "" if beatmap is None else beatmap.title}
