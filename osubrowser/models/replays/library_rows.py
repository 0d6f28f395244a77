"""Rows of the replay library: columns, groups, and the page of all rows."""

from __future__ import annotations

import os.path
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, Literal

from osubrowser.models.beatmaps.columns import stars_text, stars_tone
from osubrowser.models.beatmaps.mods import mods_text, mods_words
from osubrowser.models.scores.columns import grade_letters, grade_order, grade_tone
from osubrowser.models.table.column import CellKind, Column, Row, make_rows
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import day_cell, second, sort_key
from osubrowser.services.replays.records import BeatmapTitle, FigureState, SourceKind
from osubrowser.services.text import numerals
from osubrowser.services.text.messages import analysis_text
from osubrowser.services.text.numerals import NOTHING, whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.table.column import Record
    from osubrowser.services.replays.records import ReplayFigures, ReplayRecord

GroupKind = Literal["", "player", "beatmap"]
"""What replays are grouped by; "" for no groups."""

_DAMAGED: Final = "!"
"""Mark of a file that cannot be read, in place of its grade."""
_LONGEST_TITLE: Final = 120
_MOST: Final = 1e9  # of any figure that is shown
_FIRST_PLAY: Final = datetime(2007, 1, 1, tzinfo=UTC)  # before osu! was there
_RULESETS: Final = {"osu": "osu!", "taiko": "taiko", "fruits": "catch", "mania": "mania"}
_STATES: Final = {
    FigureState.WAITING: tr("Not analysed yet"),
    FigureState.NO_BEATMAP: tr("Its beatmap file is not on this computer"),
    FigureState.NOT_JUDGED: tr("It cannot be judged"),
    FigureState.READY: "",
}
_SOURCES: Final = {
    SourceKind.CHOSEN: "",
    SourceKind.SINGLE: tr("A single file, whose folder is not watched"),
    SourceKind.STABLE: tr("Exported by osu!"),
    SourceKind.STABLE_SCORES: tr("A score of osu!, which keeps the file"),
    SourceKind.LAZER: tr("A score of osu!lazer, which keeps the file"),
}
_COUNTS: Final = (
    ("perfect", "MAX"),
    ("great", "300"),
    ("good", "200"),
    ("ok", "100"),
    ("meh", "50"),
    ("large_tick_hit", tr("droplets")),
    ("small_tick_hit", tr("tiny droplets")),
    ("miss", tr("misses")),
)


# --- figures of one replay -----------------------------------------------------------------------


def name_of(record: ReplayRecord) -> str:
    """Return the name of the file."""
    return os.path.split(record.file)[1]


def folder_of(record: ReplayRecord) -> str:
    """Return the folder of the file."""
    return os.path.split(record.file)[0]


def title_of(record: ReplayRecord, *, original: bool) -> str:
    """Return the title of the song; the file's name where it is unknown."""
    beatmap = record.beatmap
    if beatmap is None or record.problem:
        return plain(name_of(record), _LONGEST_TITLE) or tr("Unnamed file")
    said = beatmap.title_original if original else beatmap.title
    return plain(said or beatmap.title or beatmap.title_original, _LONGEST_TITLE) or tr("Untitled")


def artist_of(record: ReplayRecord, *, original: bool) -> str:
    """Return the artist of the song; "" where it is unknown."""
    beatmap = record.beatmap
    if beatmap is None or record.problem:
        return ""
    said = beatmap.artist_original if original else beatmap.artist
    return plain(said or beatmap.artist or beatmap.artist_original, _LONGEST_TITLE)


def difficulty_of(record: ReplayRecord) -> str:
    """Return the name of the difficulty; "" where it is unknown."""
    return plain(record.beatmap.difficulty) if record.beatmap is not None else ""


def ruleset_name(record: ReplayRecord) -> str:
    """Return the short name of the ruleset."""
    return _RULESETS.get(record.ruleset.value, tr("other", "ruleset"))


def misses_of(record: ReplayRecord) -> int | None:
    """Return the misses: those of the file's header, else those that were judged."""
    if record.problem:
        return None
    figures = record.figures
    return record.counts.get("miss", figures.misses if figures is not None else None)


def figure_of(record: ReplayRecord, name: str) -> float | None:
    """Return a figure of the analysis; None where it has none, or it is no number."""
    value = getattr(record.figures, name) if record.figures is not None else None
    return value if value is not None and abs(value) <= _MOST else None


def date_of(record: ReplayRecord) -> datetime | None:
    """Return when the play ended; None where the file has no date that can be true."""
    return record.date if record.date is not None and record.date >= _FIRST_PLAY else None


def problem_of(record: ReplayRecord) -> str:
    """Return why figures are missing, as a sentence; "" if none are."""
    return plain(analysis_text(record.problem or record.note) or _STATES[record.state], 300)


def size_words(size: int) -> str:
    """Format a file size: `312 kB`."""
    return (
        tr("{size} MB").format(size=numerals.decimal(size / 1e6, 1))
        if size >= 1_000_000
        else tr("{size} kB").format(size=numerals.whole(round(max(size, 0) / 1000)))
    )


def _signed(value: float) -> str:
    return tr("{time} ms").format(time=numerals.decimal(value, 2, sign=bool(round(value, 2))))


def _hits(record: ReplayRecord) -> str:
    counts = record.counts
    return ", ".join(
        f"{numerals.whole(counts[key])} × {word}" for key, word in _COUNTS if key in counts
    )


# --- columns -------------------------------------------------------------------------------------


def library_columns(original: bool) -> tuple[Column[ReplayRecord], ...]:
    """Return the columns of the replay library.

    Args:
        original: show original titles, not romanised ones.
    """
    return (
        Column(
            "grade",
            tr("Grade"),
            50,
            CellKind.GRADE,
            text=lambda r, _: _DAMAGED if r.problem else grade_letters(r.grade) if r.grade else "",
            sort=lambda r, _: grade_order(r.grade),
            tone=lambda r: grade_tone(r.grade),
            tooltip=lambda r: problem_of(r) if r.problem else "",
        ),
        _title_column(original),
        Column(
            "difficulty",
            tr("Difficulty"),
            106,
            CellKind.DIFFICULTY,
            text=lambda r, _: difficulty_of(r) or NOTHING,
            sort=lambda r, _: difficulty_of(r).casefold() or None,
            tone=lambda r: stars_tone(_stars(r) or 0.0),
        ),
        Column(
            "stars",
            tr("Stars"),
            58,
            CellKind.STARS,
            text=lambda r, _: stars_text(_stars(r) or 0.0),
            sort=lambda r, _: _stars(r),
            tone=lambda r: stars_tone(_stars(r) or 0.0),
            tooltip=_formula_words,
            description=tr("Star rating with the mods of the play"),
        ),
        Column(
            "mods",
            tr("Mods"),
            84,
            CellKind.MODS,
            text=lambda r, _: mods_text(r.mods),
            sort=lambda r, _: mods_text(r.mods) or None,
            tooltip=lambda r: mods_words(r.mods),
        ),
        Column(
            "player",
            tr("Player"),
            110,
            CellKind.TEXT,
            text=lambda r, _: plain(r.player) or NOTHING,
            sort=lambda r, _: plain(r.player).casefold() or None,
        ),
        _accuracy_column(),
        Column(
            "misses",
            tr("Misses"),
            58,
            CellKind.NUMBER,
            text=lambda r, _: whole(misses_of(r)),
            sort=lambda r, _: misses_of(r),
            tooltip=_miss_words,
        ),
        *_timing_columns(),
        Column(
            "pp",
            "pp",
            66,
            CellKind.NUMBER,
            text=lambda r, _: _written(figure_of(r, "pp")),
            sort=lambda r, _: figure_of(r, "pp"),
            tooltip=_formula_words,
            strong=True,
            description=tr("Performance points, computed here"),
        ),
        Column(
            "date",
            tr("Date"),
            88,
            CellKind.DATE,
            text=lambda r, _: day_cell(date_of(r)),
            sort=lambda r, _: sort_key(date_of(r)),
            tooltip=lambda r: second(date_of(r)),
        ),
        *_more_columns(),
    )


def _title_column(original: bool) -> Column[ReplayRecord]:
    def text(record: ReplayRecord, _number: int) -> str:
        title = title_of(record, original=original)
        if record.problem:
            return f"{problem_of(record)} {title}"
        artist = artist_of(record, original=original)
        return tr("{title} by {artist}").format(title=title, artist=artist) if artist else title

    def words(record: ReplayRecord) -> str:
        if record.problem or record.beatmap is None:
            return f"{plain(record.file, 1000)}\n{problem_of(record)}".strip()
        both = [
            f"{artist_of(record, original=one)} – {title_of(record, original=one)}"
            for one in (True, False)
        ]
        mapper = plain(record.beatmap.creator)
        said = " / ".join(dict.fromkeys(both))
        return tr("{song}, mapped by {mapper}").format(song=said, mapper=mapper) if mapper else said

    return Column(
        "title",
        tr("Beatmap"),
        196,
        CellKind.TITLE,
        text=text,
        sort=lambda r, _: title_of(r, original=original).casefold(),
        tone=lambda r: len(problem_of(r) if r.problem else title_of(r, original=original)),
        tooltip=words,
        strong=True,
    )


def _accuracy_column() -> Column[ReplayRecord]:
    return Column(
        "accuracy",
        tr("Accuracy", "column"),
        72,
        CellKind.NUMBER,
        text=lambda r, _: NOTHING if r.accuracy is None else numerals.percent(r.accuracy),
        sort=lambda r, _: r.accuracy,
        tooltip=_hits,
    )


def _timing_columns() -> tuple[Column[ReplayRecord], ...]:
    return (
        Column(
            "unstable_rate",
            "UR",
            62,
            CellKind.NUMBER,
            text=lambda r, _: _written(figure_of(r, "unstable_rate")),
            sort=lambda r, _: figure_of(r, "unstable_rate"),
            tooltip=_rate_words,
            strong=True,
            description=tr(
                "Unstable rate: how much the timing of the hits varies, divided by the "
                "speed of the song"
            ),
        ),
        Column(
            "mean_error",
            tr("Mean error", "column"),
            82,
            CellKind.NUMBER,
            text=lambda r, _: (
                NOTHING if (value := figure_of(r, "mean_error_ms")) is None else _signed(value)
            ),
            sort=lambda r, _: figure_of(r, "mean_error_ms"),
            tooltip=lambda r: "" if figure_of(r, "mean_error_ms") is not None else problem_of(r),
            description=tr("How early (-) or late (+) the hits are on average"),
        ),
    )


def _more_columns() -> tuple[Column[ReplayRecord], ...]:
    return (
        Column(
            "slider_breaks",
            tr("Slider breaks"),
            88,
            CellKind.NUMBER,
            text=lambda r, _: whole(_whole_figure(r, "slider_breaks")),
            sort=lambda r, _: _whole_figure(r, "slider_breaks"),
            shown=False,
        ),
        Column(
            "combo",
            tr("Combo"),
            62,
            CellKind.NUMBER,
            text=lambda r, _: NOTHING if r.problem else f"{numerals.whole(r.max_combo)}x",
            sort=lambda r, _: None if r.problem else r.max_combo,
            tooltip=lambda r: tr("Never broken") if r.is_perfect else "",
            shown=False,
        ),
        Column(
            "score",
            tr("Score"),
            88,
            CellKind.NUMBER,
            text=lambda r, _: NOTHING if r.problem else whole(r.score),
            sort=lambda r, _: None if r.problem else r.score,
            shown=False,
        ),
        Column(
            "ruleset",
            tr("Mode"),
            60,
            CellKind.TEXT,
            text=lambda r, _: NOTHING if r.problem else ruleset_name(r),
            sort=lambda r, _: None if r.problem else r.ruleset_id,
            shown=False,
        ),
        Column(
            "game_version",
            tr("Game version"),
            104,
            CellKind.TEXT,
            text=lambda r, _: _version(r),
            sort=lambda r, _: r.game_version or None,
            shown=False,
        ),
        Column(
            "size",
            tr("Size"),
            62,
            CellKind.NUMBER,
            text=lambda r, _: size_words(r.size),
            sort=lambda r, _: r.size,
            shown=False,
        ),
        Column(
            "file",
            tr("File"),
            180,
            CellKind.TEXT,
            text=lambda r, _: plain(name_of(r), 300),
            sort=lambda r, _: name_of(r).casefold(),
            tooltip=lambda r: plain(r.file, 1000),
            shown=False,
        ),
        Column(
            "folder",
            tr("Folder"),
            180,
            CellKind.TEXT,
            text=lambda r, _: plain(folder_of(r), 1000),
            sort=lambda r, _: folder_of(r).casefold(),
            tooltip=lambda r: _SOURCES[r.source],
            shown=False,
        ),
        Column(
            "problem",
            tr("Problem"),
            240,
            CellKind.TEXT,
            text=lambda r, _: problem_of(r),
            sort=lambda r, _: problem_of(r) or None,
            tooltip=problem_of,
            shown=False,
            description=tr("Why a file cannot be read, or has no figures"),
        ),
    )


def _stars(record: ReplayRecord) -> float | None:
    value = figure_of(record, "stars")
    return min(max(value, 0.0), 1000.0) or None if value is not None else None


def _written(value: float | None) -> str:
    return NOTHING if value is None else numerals.decimal(value, 2)


def _whole_figure(record: ReplayRecord, name: str) -> int | None:
    value = figure_of(record, name)
    return None if value is None else int(value)


def _version(record: ReplayRecord) -> str:
    if not record.game_version:
        return NOTHING
    return (
        " ".join(("lazer", str(record.game_version)))
        if record.is_lazer
        else str(record.game_version)
    )


def _formula_words(record: ReplayRecord) -> str:
    figures = record.figures
    if figures is None or not figures.formula:
        return problem_of(record)
    return tr("Computed here: {formula}").format(formula=plain(analysis_text(figures.formula), 200))


def _rate_words(record: ReplayRecord) -> str:
    figures = record.figures
    if figures is None or figures.unstable_rate is None:
        return problem_of(record)
    words = []
    raw = figure_of(record, "unstable_rate_raw")
    if raw is not None and abs(raw - figures.unstable_rate) >= 0.005:
        words.append(
            tr("{rate} before it is divided by the speed of the song").format(
                rate=numerals.decimal(raw, 2)
            )
        )
    if not figures.agrees:
        words.append(_DISAGREES)
    return "\n".join(words)


_DISAGREES: Final = tr("The hits that were judged here are not exactly those in the file's header")


def _miss_words(record: ReplayRecord) -> str:
    figures = record.figures
    judged = figures.misses if figures is not None else None
    if judged is None or judged == misses_of(record):
        return ""
    misses = tr("%n miss(es)", "", judged)
    return f"{_DISAGREES}: {misses}"


# --- rows ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Group:
    """Group of replays.

    Attributes:
        key: identity among the groups of its kind.
        name: player, or title and difficulty.
        count: number of replays.
        words: the number, formatted.
        spoken: name and number, for a screen reader.
    """

    key: str
    name: str
    count: int
    words: str
    spoken: str


def group_of(key: str, name: str, count: int) -> Group:
    """Return a group with its texts."""
    replays = tr("%n replay(s)", "", count)
    return Group(
        key,
        name,
        count,
        numerals.whole(count),
        f"{name}, {replays}",
    )


def group_key(record: ReplayRecord, kind: GroupKind) -> str:
    """Return the key of the group that a replay is in."""
    return record.player.casefold() if kind == "player" else record.beatmap_md5


def groups_of(records: Iterable[ReplayRecord], kind: GroupKind, *, original: bool) -> list[Group]:
    """Return the groups of replays, the largest first. For a worker."""
    if not kind:
        return []
    counts, samples = Counter[str](), dict[str, Any]()
    for record in records:
        key = group_key(record, kind)
        counts[key] += 1
        if key not in samples or samples[key].beatmap is None:
            samples[key] = record
    groups = [
        group_of(key, _group_name(samples[key], kind, original=original), count)
        for key, count in counts.items()
    ]
    groups.sort(key=lambda group: (-group.count, group.name.casefold()))
    return groups


def _group_name(record: ReplayRecord, kind: GroupKind, *, original: bool) -> str:
    if kind == "player":
        return plain(record.player) or tr("No name")
    if record.beatmap is None:
        known = plain(record.beatmap_md5[:8])
        return (
            tr("Unknown beatmap ({checksum})").format(checksum=known) if known else tr("No beatmap")
        )
    difficulty = difficulty_of(record)
    title = title_of(record, original=original)
    return f"{title} [{difficulty}]" if difficulty else title


class LibraryRows:
    """Rows of the replay library, formatted once for each record. For any thread.

    Args:
        columns: the columns.
    """

    def __init__(self, columns: Sequence[Column[ReplayRecord]]) -> None:
        self._columns = columns
        self._rows: dict[str, Row[ReplayRecord]] = {}

    def page(
        self,
        records: Iterable[ReplayRecord],
        chosen: Callable[[ReplayRecord], bool] | None = None,
        first: int | None = None,
    ) -> RowsPage:
        """Return the page of all rows, the newest play first. Blocks, for a worker.

        Args:
            records: all records of the library.
            chosen: whether a record is one of the list; None for all.
            first: return this many rows, before the others have been formatted.
        """
        wanted, before = list(records), self._rows  # another thread may replace them
        wanted.sort(key=lambda r: (date_of(r) or _FIRST_PLAY, r.file), reverse=True)
        if first is not None:
            wanted = [r for r in wanted if chosen is None or chosen(r)]
            total, wanted = len(wanted), wanted[:first]
        fresh = [r for r in wanted if (row := before.get(r.file)) is None or row.item is not r]
        made = {row.item.file: row for row in make_rows(self._columns, fresh, identity=_file)}
        for row in made.values():
            row.search  # noqa: B018 - computed here, not while a filter is typed
        known = {r.file: made.get(r.file) or before[r.file] for r in wanted}
        rows = list(known.values())
        if first is None:
            self._rows = known
            rows = [row for row in rows if chosen is None or chosen(row.item)]
            total = len(rows)
        else:
            self._rows = before | known
        for number, row in enumerate(rows, start=1):
            row.number = number
        return RowsPage(rows, total=total)


def _file(record: ReplayRecord) -> str:
    return record.file


def library_record(row: Row[ReplayRecord]) -> Record:
    """Return the exact values of a replay, for export."""
    record = row.item
    figures: ReplayFigures | None = record.figures
    beatmap = record.beatmap or BeatmapTitle()
    return {
        "file": record.file,
        "size": record.size,
        "problem": record.problem or None,
        "player": record.player,
        "ruleset": record.ruleset.value,
        "mods": " ".join(map(str, record.mods)),
        "grade": record.grade or None,
        "accuracy": record.accuracy,
        "score": record.score,
        "max_combo": record.max_combo,
        **{f"count_{key}": record.counts.get(key) for key, _ in _COUNTS},
        "date": record.date.isoformat() if record.date is not None else None,
        "game_version": record.game_version,
        "is_lazer": record.is_lazer,
        "score_id": record.score_id or None,
        "legacy_score_id": record.legacy_id or None,
        "beatmap_md5": record.beatmap_md5,
        "beatmap_id": beatmap.beatmap_id or None,
        "beatmapset_id": beatmap.beatmapset_id or None,
        "artist": beatmap.artist,
        "artist_original": beatmap.artist_original,
        "title": beatmap.title,
        "title_original": beatmap.title_original,
        "difficulty": beatmap.difficulty,
        "mapper": beatmap.creator,
        "state": record.state.value,
        "note": record.note or None,
        **{
            name: getattr(figures, name) if figures is not None else None
            for name in (
                "unstable_rate",
                "unstable_rate_raw",
                "mean_error_ms",
                "slider_breaks",
                "stars",
                "pp",
                "formula",
                "agrees",
            )
        },
        "judged_misses": figures.misses if figures is not None else None,
    }
