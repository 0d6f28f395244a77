"""One score as text: figures, hit results of both games, mods, times; and two scores compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.models.beatmaps.columns import length
from osubrowser.models.beatmaps.mods import mods_text, setting_words
from osubrowser.models.players.comparison import Pair, comparison_columns
from osubrowser.models.scores.columns import combo_of, grade_letters, weighted_pp
from osubrowser.models.scores.leaderboard import RESULTS, game_of, is_full_combo
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import minute_cell, second
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.entities.score_statistics import ScoreStatistics
    from osubrowser.api.entities.scores import Score

_OLD: Final = (
    ("count_geki", "MAX"),
    ("count_300", "300"),
    ("count_katu", "200"),
    ("count_100", "100"),
    ("count_50", "50"),
    ("count_miss", tr("Miss")),
)
_OLD_FRUITS: Final = {
    "count_katu": tr("Droplets missed"),
    "count_100": tr("Drops"),
    "count_50": tr("Droplets"),
}

_NAMES: Final = {
    "perfect": tr("Perfect"),
    "great": tr("Great"),
    "good": tr("Good"),
    "ok": tr("Ok"),
    "meh": tr("Meh"),
    "miss": tr("Miss"),
    "small_tick_hit": tr("Small ticks hit"),
    "small_tick_miss": tr("Small ticks missed"),
    "large_tick_hit": tr("Large ticks hit"),
    "large_tick_miss": tr("Large ticks missed"),
    "slider_tail_hit": tr("Slider ends hit"),
    "small_bonus": tr("Small bonus"),
    "large_bonus": tr("Large bonus"),
    "ignore_hit": tr("Hit without effect"),
    "ignore_miss": tr("Missed without effect"),
    "combo_break": tr("Combo breaks"),
    "legacy_combo_increase": tr("Other combo"),
}
_NAMES_OF_MODE: Final = {
    "osu": {
        "large_tick_hit": tr("Slider ticks hit"),
        "large_tick_miss": tr("Slider ticks missed"),
        "small_tick_hit": tr("Slider ends hit"),
        "small_tick_miss": tr("Slider ends missed"),
        "small_bonus": tr("Spinner spins"),
        "large_bonus": tr("Spinner bonus"),
    },
    "taiko": {"small_bonus": tr("Drum roll ticks"), "large_bonus": tr("Large notes hit with both")},
    "fruits": {
        "great": tr("Fruits caught"),
        "large_tick_hit": tr("Drops caught"),
        "large_tick_miss": tr("Drops missed"),
        "small_tick_hit": tr("Droplets caught"),
        "small_tick_miss": tr("Droplets missed"),
        "large_bonus": tr("Bananas caught"),
    },
}
"""Names of hit results that a ruleset calls otherwise."""


_UNTOLD: Final = frozenset({"legacy_combo_increase", "ignore_hit"})
"""Hit results whose largest number says nothing where there were none."""


@dataclass(frozen=True, slots=True)
class Line:
    """Line of a list of facts.

    Attributes:
        label: name of the fact.
        text: the fact, formatted.
        about: what it means, for a tooltip; "" for nothing more.
    """

    label: str
    text: str
    about: str = ""


def figure_lines(score: Score) -> tuple[Line, ...]:
    """Return the figures of a score: scores, accuracy, combo, pp, places."""
    lines = [
        Line(tr("Score"), whole(score.total_score or None), tr("Standardised score")),
        *_optional(
            tr("Classic score"), score.classic_total_score, tr("As lazer's classic display has it")
        ),
        *_optional(tr("Stable score"), score.legacy_total_score or None, tr("The score in stable")),
        *_optional(
            tr("Without mods"), score.total_score_without_mods, tr("Before the factors of mods")
        ),
        Line(tr("Accuracy"), accuracy_text(score)),
        Line(tr("Combo"), combo_text(score), tr("The longest combo")),
        Line("pp", _pp_text(score), _pp_about(score)),
    ]
    if score.weight is not None:
        pp = weighted_pp(score)
        share = numerals.hundredths(score.weight.percentage, 0)
        text = (
            share
            if pp is None
            else tr("{pp} pp ({share})").format(pp=numerals.decimal(pp, 2), share=share)
        )
        lines.append(Line(tr("Weighted"), text, tr("What it adds to the player's pp")))
    lines.append(Line(tr("Global place"), place_text(score)))
    if score.rank_country:
        lines.append(Line(tr("Country place"), f"#{numerals.whole(score.rank_country)}"))
    lines += _optional(
        tr("Replay watched"), score.replay_views, tr("Times that the replay was watched")
    )
    return tuple(lines)


def accuracy_text(score: Score) -> str:
    """Format the accuracy: `98.21%`."""
    return numerals.percent(score.accuracy)


def combo_text(score: Score) -> str:
    """Format the combo with that of the beatmap, if it is known: `972x of 1,023x, full combo`."""
    combo = combo_of(score)
    if combo is None:
        return NOTHING
    beatmap = score.beatmap
    most = beatmap.max_combo if beatmap is not None and beatmap.mode == score.mode else None
    said = (
        tr("{combo}x of {most}x").format(combo=numerals.whole(combo), most=numerals.whole(most))
        if most and most >= combo
        else f"{numerals.whole(combo)}x"
    )
    return tr("{combo}, full combo").format(combo=said) if is_full_combo(score) else said


def place_text(score: Score) -> str:
    """Format the place on the leaderboard; a dash if osu! did not say."""
    if score.rank_global is None:
        return NOTHING
    return (
        f"#{numerals.whole(score.rank_global)}"
        if score.rank_global > 0
        else tr("Not on the leaderboard")
    )


def _pp_text(score: Score) -> str:
    return NOTHING if score.pp is None else numerals.decimal(score.pp, 2)


def _pp_about(score: Score) -> str:
    if score.pp is not None:
        return ""
    if score.passed is False:
        return tr("A failed play gives no pp")
    if score.processed is False:
        return tr("osu! has not computed it yet")
    return tr("osu! gives no pp for this score")


def _optional(label: str, value: int | None, about: str) -> list[Line]:
    return [] if value is None else [Line(label, numerals.whole(value), about)]


def fact_lines(score: Score) -> tuple[Line, ...]:
    """Return when, where and in which game a score was set, and its ids."""
    lines = [
        Line(tr("Ended"), second(score.ended_at) or NOTHING),
        Line(
            tr("Started"),
            second(score.started_at) or tr("Not recorded"),
            tr("Stable does not record it"),
        ),
    ]
    if score.started_at is not None and score.ended_at is not None:
        seconds = (score.ended_at - score.started_at).total_seconds()
        lines.append(Line(tr("Time taken"), length(int(seconds))))
    game = f"osu!({game_of(score)})"
    if score.build_id:
        game = tr("{game}, build {id}").format(game=game, id=score.build_id)
    lines.append(Line(tr("Game"), game))
    state = tr("Failed") if score.passed is False else tr("Passed")
    lines.append(
        Line(
            tr("State"),
            state if score.ranked is not False else tr("{state}, not ranked").format(state=state),
        )
    )
    if score.score_id:
        lines.append(Line(tr("Score id"), str(score.score_id)))
    if score.legacy_score_id:
        lines.append(Line(tr("Stable id"), str(score.legacy_score_id), tr("Id within the ruleset")))
    return tuple(lines)


def mod_lines(score: Score) -> tuple[Line, ...]:
    """Return the mods of a score by acronym, each with its name and all settings."""
    return tuple(
        Line(
            plain(mod.acronym, 6),
            plain(f"{mod.name}: {words}" if (words := setting_words(mod)) else mod.name),
        )
        for mod in score.mods
    )


@dataclass(frozen=True, slots=True)
class Result:
    """Hit result of a score.

    Attributes:
        key: the API's name.
        name: its name in the ruleset.
        count: how often it was.
        most: how often it could be; None if osu! did not say.
    """

    key: str
    name: str
    count: int
    most: int | None = None

    @property
    def text(self) -> str:
        """The count, and the largest one: `734 of 740`."""
        if self.most is None:
            return numerals.whole(self.count)
        return tr("{count} of {most}").format(
            count=numerals.whole(self.count), most=numerals.whole(self.most)
        )


def results_of(score: Score) -> tuple[Result, ...]:
    """Return the hit results of a score as lazer names them, also those that are not known here."""
    mode = str(score.mode or "osu")
    most = score.maximum_statistics.counts
    counts = score.statistics.counts
    usual = (key for key, _, _ in RESULTS.get(mode, ()))
    counted = {*usual, "miss", *counts, *(key for key in most if key not in _UNTOLD)}
    known = [key for key in _NAMES if key in counted]
    others = [key for key in (*counts, *most) if key not in _NAMES]
    return tuple(
        Result(key, result_name(key, mode), counts.get(key, 0), most.get(key))
        for key in dict.fromkeys((*known, *others))
    )


def result_name(key: str, mode: str) -> str:
    """Return the name of a hit result in a ruleset; its key as words if it is not known."""
    name = _NAMES_OF_MODE.get(mode, {}).get(key) or _NAMES.get(key)
    return name or plain(key.replace("_", " ").strip().capitalize(), 40)


def old_results_of(score: Score) -> tuple[Line, ...]:
    """Return the hit results of a score as stable counts them."""
    names = _OLD_FRUITS if score.mode == "fruits" else {}
    return tuple(
        Line(names.get(key, name), numerals.whole(count))
        for key, name in _OLD
        if (count := getattr(score.statistics, key)) is not None
    )


# --- two scores --------------------------------------------------------------------------------


def compare_scores(left: Score, right: Score) -> tuple[Pair, ...]:
    """Return the figures of two scores side by side; the lower is better for misses."""
    pairs: list[Pair] = [
        _words("grade", tr("Grade"), left, right, lambda s: grade_letters(s.rank)),
        _words("mods", tr("Mods"), left, right, lambda s: mods_text(s.mods) or tr("None")),
        _number("score", tr("Score"), left, right, lambda s: s.total_score or None),
        _number("classic_score", tr("Classic score"), left, right, lambda s: s.classic_total_score),
        _number(
            "stable_score", tr("Stable score"), left, right, lambda s: s.legacy_total_score or None
        ),
        _percent(left, right),
        _number("combo", tr("Combo"), left, right, combo_of),
        _pp_pair(left, right),
    ]
    ours, theirs = left.statistics, right.statistics
    mode = str(left.mode or "osu")
    found = {one.key for score in (left, right) for one in results_of(score)}
    in_order = [*(key for key in _NAMES if key in found), *sorted(found - _NAMES.keys())]
    pairs += [_result_pair(key, mode, ours, theirs) for key in in_order]
    pairs += [
        _words("ended", tr("Ended"), left, right, lambda s: minute_cell(s.ended_at)),
        _words("game", tr("Game"), left, right, game_of),
    ]
    return tuple(pair for pair in pairs if (pair.left, pair.right) != (NOTHING, NOTHING))


def compare_page(left: Score, right: Score, names: Sequence[str]) -> RowsPage:
    """Return the rows of two compared scores, for `comparison_columns(*names)`. For a worker."""
    columns = comparison_columns(names[0], names[1])
    rows = make_rows(columns, compare_scores(left, right), identity=lambda pair: pair.key)
    return RowsPage(rows, total=len(rows))


def _words(
    key: str,
    label: str,
    left: Score,
    right: Score,
    text: Callable[[Score], str],
) -> Pair:
    return Pair(key, label, text(left), text(right), None, None)


def _number(
    key: str, label: str, left: Score, right: Score, value: Callable[[Score], int | None]
) -> Pair:
    ours, theirs = value(left), value(right)
    return Pair(key, label, whole(ours), whole(theirs), ours, theirs)


def _percent(left: Score, right: Score) -> Pair:
    ours, theirs = left.accuracy * 100, right.accuracy * 100
    return Pair(
        "accuracy",
        tr("Accuracy"),
        numerals.hundredths(ours, 4),
        numerals.hundredths(theirs, 4),
        ours,
        theirs,
    )


def _pp_pair(left: Score, right: Score) -> Pair:
    return Pair("pp", "pp", _pp_text(left), _pp_text(right), left.pp, right.pp)


_WORSE: Final = ("miss", "combo_break", "ok", "meh", "good")


def _result_pair(key: str, mode: str, ours: ScoreStatistics, theirs: ScoreStatistics) -> Pair:
    left, right = ours.counts.get(key, 0), theirs.counts.get(key, 0)
    better = -1 if key in _WORSE or key.endswith("_miss") else 1
    return Pair(
        key,
        result_name(key, mode),
        numerals.whole(left),
        numerals.whole(right),
        left,
        right,
        better,
    )
