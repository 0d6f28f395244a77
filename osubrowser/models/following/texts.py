"""Sentences of changes, and the places that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.following.kinds import STATUSES, change_name
from osubrowser.services.history.changes import ChangeKind
from osubrowser.services.history.days import date_of, day_of
from osubrowser.services.history.followable import followed_place
from osubrowser.services.places.places import (
    MODE_NAMES,
    MODES,
    BeatmapPlace,
    BeatmapsetPlace,
    RankingsPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.services.history.changes import Change
    from osubrowser.services.history.follow_rows import Follow
    from osubrowser.services.places.places import Place

_BETWEEN: Final = " · "
_LARGEST: Final = 10**15
_LAST_DAY: Final = 2_900_000  # beyond it there are no dates
_LONGEST_NAME: Final = 60
_LONGEST_TITLE: Final = 160
_MOST_NAMES: Final = 3
"""Names that a sentence lists; the others are counted."""


class Facts:
    """Typed access to the values of a change; what is missing or of another type is not there.

    The values may come from an imported file.

    Args:
        values: by name.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def whole(self, name: str) -> int | None:
        """Return a whole number, bounded; None if there is none."""
        value = self._values.get(name)
        if isinstance(value, bool) or not isinstance(value, int):
            return None
        return value if abs(value) < _LARGEST else None

    def number(self, name: str) -> float | None:
        """Return a number, bounded; None if there is none."""
        value = self._values.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return value if abs(value) < _LARGEST else None

    def text(self, name: str, limit: int = _LONGEST_TITLE) -> str:
        """Return a text as plain text; "" if there is none."""
        value = self._values.get(name)
        return plain(value, limit) if isinstance(value, str) else ""

    def flag(self, name: str) -> bool:
        """Return whether a value is True."""
        return self._values.get(name) is True

    def part(self, name: str) -> Facts:
        """Return the values of a part; none if there is no such part."""
        value = self._values.get(name)
        return Facts(value if isinstance(value, dict) else {})

    def parts(self, name: str) -> list[Facts]:
        """Return the values of each part of a list."""
        value = self._values.get(name)
        found = value if isinstance(value, list) else []
        return [Facts(one) for one in found if isinstance(one, dict)]

    def words(self, name: str) -> list[str]:
        """Return the texts of a list."""
        value = self._values.get(name)
        found = value if isinstance(value, list) else []
        return [plain(one, 20) for one in found if isinstance(one, str)]

    @property
    def ruleset(self) -> str | None:
        """The ruleset, as the API names it; None if there is none, or an unknown one."""
        value = self._values.get("ruleset") or self._values.get("mode")
        return value if value in MODES else None


def sentence(change: Change, *, original: bool = False) -> str:
    """Return what changed, as one sentence without the name of the followed thing.

    Args:
        change: the change.
        original: whether titles of songs are not romanised.
    """
    facts = Facts(change.data)
    make = _SENTENCES.get(change.kind)
    text = make(facts, original) if make is not None else change_name(change.kind)
    ruleset = facts.ruleset
    if change.kind in _OF_RULESETS and ruleset not in (None, "osu"):
        text += _BETWEEN + MODE_NAMES[ruleset or ""]
    return text


def place_of(change: Change, follow: Follow | None) -> Place | None:
    """Return the place that shows what changed: a score, a beatmapset, a comment, else the thing.

    Args:
        change: the change.
        follow: what is followed; None if it is not known any more.
    """
    facts, kind = Facts(change.data), change.kind
    subject = followed_place(follow.address) if follow is not None else None
    score, beatmapset = facts.whole("score"), facts.whole("beatmapset")
    beatmap = facts.whole("beatmap")
    if kind in _OF_PLAYS and score and score > 0:
        return ScorePlace(score)
    if kind is ChangeKind.FIRST_WON and facts.flag("is_board") and score and score > 0:
        return ScorePlace(score)
    if kind in (ChangeKind.FIRST_WON, ChangeKind.FIRST_LOST) and beatmap and beatmap > 0:
        return BeatmapPlace(beatmap, facts.ruleset)
    if kind in _OF_SETS and beatmapset and beatmapset > 0:
        return BeatmapsetPlace(beatmapset)
    results = facts.parts("results")
    if kind in (ChangeKind.NEW_RESULT, ChangeKind.LEFT_RESULT) and len(results) == 1:
        found = results[0].whole("id")
        return BeatmapsetPlace(found) if found and found > 0 else subject
    if kind is ChangeKind.COMMENT and isinstance(subject, BeatmapsetPlace):
        newest = facts.part("newest").whole("id") or 0
        return replace(subject, section="comments", at=max(newest, 0))
    if kind is ChangeKind.RANKING and isinstance(subject, RankingsPlace):
        day = day_of(facts.whole("since") or 0)
        if not 0 < day < min(day_of(change.at), _LAST_DAY):
            return subject
        return replace(subject, compare=date_of(day).isoformat())
    if kind is ChangeKind.MEMBERS and isinstance(subject, ThingPlace):
        return replace(subject, section="members")
    if isinstance(subject, UserPlace) and facts.ruleset is not None:
        section = "medals" if kind is ChangeKind.MEDAL else "overview"
        return UserPlace(subject.user, facts.ruleset, section=section)
    if isinstance(subject, UserPlace) and kind is ChangeKind.MEDAL:
        return UserPlace(subject.user, section="medals")
    return subject


# --- sentences by kind ----------------------------------------------------------------------------


def _rank(facts: Facts, _original: bool) -> str:
    before, after = facts.whole("rank_before"), facts.whole("rank_after")
    parts = [_moved(before, after)]
    old, new = facts.whole("country_before"), facts.whole("country_after")
    if old is not None and new is not None and old != new:
        text = tr("in the country {before} to {after}")
        parts.append(text.format(before=_place(old), after=_place(new)))
    old_pp, new_pp = facts.number("pp_before"), facts.number("pp_after")
    if old_pp is not None and new_pp is not None and round(new_pp - old_pp, 2):
        change = numerals.decimal(new_pp - old_pp, 2, sign=True)
        parts.append(tr("{change} pp").format(change=change))
    plays = facts.whole("plays")
    if plays:
        parts.append(tr("%n more play(s)", "", plays))
    return _joined(parts) or change_name(ChangeKind.RANK)


def _team_rank(facts: Facts, _original: bool) -> str:
    parts = [_moved(facts.whole("rank_before"), facts.whole("rank_after"))]
    old, new = facts.number("pp_before"), facts.number("pp_after")
    if old is not None and new is not None and round(new - old, 2):
        parts.append(tr("{change} pp").format(change=numerals.decimal(new - old, 2, sign=True)))
    return _joined(parts) or change_name(ChangeKind.TEAM_RANK)


def _moved(before: int | None, after: int | None) -> str:
    """Return how a rank moved; "" if it did not, or is not known."""
    if before is None or after is None or before == after:
        return ""
    if not after:
        return tr("No rank any more; it was {before}").format(before=_place(before))
    if not before:
        return tr("A rank again: {after}").format(after=_place(after))
    up = before - after
    text = (
        tr("Up %n rank(s) to {after}", "", up)
        if up > 0
        else tr("Down %n rank(s) to {after}", "", -up)
    )
    return text.format(after=_place(after))


def _place(rank: int) -> str:
    return f"#{numerals.whole(rank)}" if rank else tr("no rank")


def _passed(facts: Facts, _original: bool) -> str:
    passer, passed = _name(facts.part("passer")), _name(facts.part("passed"))
    is_me = facts.text("is_me")
    if is_me == "passer":
        text = tr("You passed {passed}").format(passed=passed)
    elif is_me == "passed":
        text = tr("{passer} passed you").format(passer=passer)
    else:
        text = tr("{passer} passed {passed}").format(passer=passer, passed=passed)
    rank, pp = facts.whole("rank"), facts.number("pp")
    parts = [text]
    if rank:
        parts.append(tr("now {place}").format(place=_place(rank)))
    if pp is not None:
        parts.append(tr("{pp} pp").format(pp=numerals.decimal(pp, 2)))
    return _joined(parts)


_EXACT: Final = 0.05
"""Pp by which a play may have brought less than is said without more words."""


def _new_play(facts: Facts, original: bool) -> str:
    position, brought = facts.whole("position"), facts.number("brought")
    parts = [_play(facts, original), *_figures(facts)]
    if brought is not None and round(brought, 2):
        change = numerals.decimal(brought, 2, sign=True)
        # The end of the list may not have been known.
        is_most = (facts.number("too_much") or 0.0) >= _EXACT
        said = tr("it brought at most {change} pp") if is_most else tr("it brought {change} pp")
        parts.append(said.format(change=change))
    text = _joined(parts)
    if position and position > 0:
        return tr("New best play no. {position}: {play}").format(
            position=numerals.whole(position), play=text
        )
    return tr("New best play: {play}").format(play=text)


def _lost_play(facts: Facts, original: bool) -> str:
    text = _joined([_play(facts, original), *_figures(facts)])
    match facts.text("reason"):
        case "replaced":
            return tr("Replaced by a better play: {play}").format(play=text)
        case "fell":
            return tr("Fell out of the best plays: {play}").format(play=text)
        case _:
            return tr("Not among the best plays any more: {play}").format(play=text)


def _replay(facts: Facts, original: bool) -> str:
    text = _joined([_play(facts, original), *_figures(facts)])
    return tr("The replay can be downloaded now: {play}").format(play=text)


def _play(facts: Facts, original: bool) -> str:
    """Return the beatmap of a play with its mods."""
    artist, title = facts.text("artist"), facts.text("title")
    if original:
        artist = facts.text("artist_unicode") or artist
        title = facts.text("title_unicode") or title
    name = f"{artist} - {title}" if artist else title
    version, mods = facts.text("version", _LONGEST_NAME), "".join(facts.words("mods")[:12])
    if version:
        name = f"{name} [{version}]"
    return f"{name} +{mods}" if mods else name


def _figures(facts: Facts) -> list[str]:
    parts = []
    pp, accuracy = facts.number("pp"), facts.number("accuracy")
    if pp is not None:
        parts.append(tr("{pp} pp").format(pp=numerals.decimal(pp, 2)))
    if accuracy is not None and 0 <= accuracy <= 1:
        parts.append(numerals.percent(accuracy))
    return parts


def _first_won(facts: Facts, _original: bool) -> str:
    if not facts.flag("is_board"):
        return tr("First place won: {beatmap}").format(beatmap=facts.text("title"))
    player, before = _name(facts.part("player")), _name(facts.part("before"), "")
    pp = facts.number("pp")
    if before:
        text = tr("{player} has the first place now, which {before} had")
        text = text.format(player=player, before=before)
    else:
        text = tr("{player} has the first place now").format(player=player)
    return _joined([text, tr("{pp} pp").format(pp=numerals.decimal(pp, 2)) if pp else ""])


def _first_lost(facts: Facts, _original: bool) -> str:
    return tr("First place lost: {beatmap}").format(beatmap=facts.text("title"))


def _medal(facts: Facts, _original: bool) -> str:
    return tr("New medal: {name}").format(name=facts.text("name", _LONGEST_NAME))


def _renamed(facts: Facts, _original: bool) -> str:
    before, after = facts.text("before", _LONGEST_NAME), facts.text("after", _LONGEST_NAME)
    return tr("Renamed from {before} to {after}").format(before=before, after=after)


def _status(facts: Facts, _original: bool) -> str:
    title, version = facts.text("title"), facts.text("version", _LONGEST_NAME)
    if version:
        title = f"{title} [{version}]"
    return tr("{title}: {before}, now {after}").format(
        title=title, before=_status_name(facts, "before"), after=_status_name(facts, "after")
    )


def _status_name(facts: Facts, name: str) -> str:
    status = facts.text(name, 20)
    return STATUSES.get(status, status or tr("unknown"))


def _upload(facts: Facts, _original: bool) -> str:
    text = tr("New beatmapset: {title}").format(title=facts.text("title"))
    return f"{text} ({_status_name(facts, 'status')})" if facts.text("status") else text


def _update(facts: Facts, _original: bool) -> str:
    count, title = facts.whole("count") or 1, facts.text("title")
    if count > 1:
        return tr("Updated %n time(s): {title}", "", count).format(title=title)
    return tr("Updated: {title}").format(title=title)


def _nominated(facts: Facts, _original: bool) -> str:
    title, after, required = facts.text("title"), facts.whole("after"), facts.whole("required")
    before = facts.whole("before")
    if after is not None and before is not None and after < before:
        text = tr("Nominations were reset: {title}").format(title=title)
    else:
        text = tr("Nominated: {title}").format(title=title)
    if after is not None and required:
        of = tr("{count} of {all}").format(
            count=numerals.whole(after), all=numerals.whole(required)
        )
        text = _joined([text, of])
    return text


def _comment(facts: Facts, _original: bool) -> str:
    newest, count = facts.part("newest"), facts.whole("count") or 1
    name, text = _name(newest, tr("somebody")), newest.text("text", 200)
    said = tr("{name}: “{text}”").format(name=name, text=text) if text else name
    if count > 1:
        return tr("%n new comment(s), the newest by {said}", "", count).format(said=said)
    return tr("New comment by {said}").format(said=said)


def _members(facts: Facts, _original: bool) -> str:
    joined, left = facts.parts("joined"), facts.parts("left")
    return _joined(
        [
            tr("Joined: {names}").format(names=_names(joined)) if joined else "",
            tr("Left: {names}").format(names=_names(left)) if left else "",
        ]
    ) or change_name(ChangeKind.MEMBERS)


def _new_result(facts: Facts, _original: bool) -> str:
    return _results(facts, tr("New beatmapset: {titles}"), "new")


def _left_result(facts: Facts, _original: bool) -> str:
    return _results(facts, tr("Not found any more: {titles}"), "left")


def _results(facts: Facts, one: str, what: str) -> str:
    results = facts.parts("results")
    count = facts.whole("count") or len(results)
    titles = _names(results, "title", count)
    if count <= 1:
        return one.format(titles=titles)
    if what == "new":
        return tr("%n new beatmapset(s): {titles}", "", count).format(titles=titles)
    return tr("%n beatmapset(s) not found any more: {titles}", "", count).format(titles=titles)


def _ranking(facts: Facts, _original: bool) -> str:
    risers, fallers = facts.parts("risers"), facts.parts("fallers")
    new, left = facts.parts("new"), facts.parts("left")
    parts = []
    for found, text in ((risers, tr("Risen: {names}")), (fallers, tr("Fallen: {names}"))):
        if found:
            parts.append(text.format(names=_listed([_step(one) for one in found], len(found))))
    for found, text in ((new, tr("New: {names}")), (left, tr("Left: {names}"))):
        if found:
            parts.append(text.format(names=_names(found)))
    return _joined(parts) or change_name(ChangeKind.RANKING)


def _step(facts: Facts) -> str:
    """Return a name with its ranks before and after."""
    before, after = facts.whole("before"), facts.whole("after")
    if not before or not after:
        return _name(facts)
    return tr("{name} {before} to {after}").format(
        name=_name(facts), before=_place(before), after=_place(after)
    )


def _games(facts: Facts, _original: bool) -> str:
    count, newest = facts.whole("count") or 1, facts.part("newest").text("title")
    text = tr("%n new game(s)", "", count)
    return tr("{games}, the newest: {title}").format(games=text, title=newest) if newest else text


def _match_end(facts: Facts, _original: bool) -> str:
    games = facts.whole("games")
    if games is None:
        return tr("The match has ended")
    return tr("The match has ended after %n game(s)", "", games)


def _wiki_edit(facts: Facts, _original: bool) -> str:
    before, after = facts.whole("before"), facts.whole("after")
    if before is None or after is None:
        return tr("The page was edited")
    more = after - before
    if more == 0:
        return tr("The page was edited, as long as before")
    if more > 0:
        return tr("The page was edited, %n character(s) longer", "", more)
    return tr("The page was edited, %n character(s) shorter", "", -more)


def _gone(_facts: Facts, _original: bool) -> str:
    return tr("osu! does not have it any more, or hides it")


def _back(_facts: Facts, _original: bool) -> str:
    return tr("It is there again")


def _name(facts: Facts, otherwise: str | None = None) -> str:
    name = facts.text("name", _LONGEST_NAME) or facts.text("code", 10)
    return name or (tr("a player") if otherwise is None else otherwise)


def _names(found: Sequence[Facts], key: str = "name", count: int | None = None) -> str:
    if key == "name":
        return _listed([_name(one) for one in found], count or len(found))
    return _listed([one.text(key, 80) for one in found], count or len(found))


def _listed(names: Sequence[str], count: int) -> str:
    """Return the first names, and the number of the others."""
    shown = [name for name in names if name][:_MOST_NAMES]
    text = ", ".join(shown)
    more = count - len(shown)
    return tr("{names} and %n more", "", more).format(names=text) if shown and more > 0 else text


def _joined(parts: Sequence[str]) -> str:
    return _BETWEEN.join(filter(None, parts))


_SENTENCES: Final[Mapping[ChangeKind, Callable[[Facts, bool], str]]] = {
    ChangeKind.RANK: _rank,
    ChangeKind.PASSED: _passed,
    ChangeKind.NEW_PLAY: _new_play,
    ChangeKind.LOST_PLAY: _lost_play,
    ChangeKind.FIRST_WON: _first_won,
    ChangeKind.FIRST_LOST: _first_lost,
    ChangeKind.MEDAL: _medal,
    ChangeKind.NAME: _renamed,
    ChangeKind.STATUS: _status,
    ChangeKind.UPLOAD: _upload,
    ChangeKind.UPDATE: _update,
    ChangeKind.NOMINATED: _nominated,
    ChangeKind.COMMENT: _comment,
    ChangeKind.REPLAY: _replay,
    ChangeKind.MEMBERS: _members,
    ChangeKind.TEAM_RANK: _team_rank,
    ChangeKind.NEW_RESULT: _new_result,
    ChangeKind.LEFT_RESULT: _left_result,
    ChangeKind.RANKING: _ranking,
    ChangeKind.GAMES: _games,
    ChangeKind.MATCH_END: _match_end,
    ChangeKind.WIKI_EDIT: _wiki_edit,
    ChangeKind.GONE: _gone,
    ChangeKind.BACK: _back,
}

_OF_PLAYS: Final = frozenset({ChangeKind.NEW_PLAY, ChangeKind.LOST_PLAY, ChangeKind.REPLAY})
_OF_SETS: Final = frozenset(
    {ChangeKind.STATUS, ChangeKind.UPLOAD, ChangeKind.UPDATE, ChangeKind.NOMINATED}
)
_OF_RULESETS: Final = _OF_PLAYS | {
    ChangeKind.RANK,
    ChangeKind.PASSED,
    ChangeKind.TEAM_RANK,
    ChangeKind.FIRST_WON,
    ChangeKind.FIRST_LOST,
}
