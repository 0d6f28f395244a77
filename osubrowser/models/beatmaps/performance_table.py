"""pp of a difficulty for some accuracies, calculated on this computer from the beatmap's file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.api.entities.modes import GameMode
from osubrowser.models.players.profile import Figure
from osubrowser.services.replays.analysis_process import Guess, ProcessFailed
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmap
    from osubrowser.api.mods import Mod
    from osubrowser.services.beatmaps.files import BeatmapFiles
    from osubrowser.services.replays.analysis_process import AnalysisProcess, Performed

ACCURACIES: Final = (0.95, 0.98, 0.99, 1.0)


@dataclass(frozen=True, slots=True)
class PerformanceTable:
    """pp by accuracy, of full combos without misses.

    Attributes:
        figures: one for each accuracy; empty where pp cannot be calculated.
        formula: which formula and library they are of; "" without figures.
        stars: star rating by the same library; None where it is unknown.
        max_combo: of a full combo; 0 where it is unknown.
        problem: why there are no figures, as a sentence; "" with figures.
    """

    figures: tuple[Figure, ...] = ()
    formula: str = ""
    stars: float | None = None
    max_combo: int = 0
    problem: str = ""


def load_performance(
    client: Client,
    files: BeatmapFiles,
    process: AnalysisProcess,
    beatmap: Beatmap,
    mode: str,
    mods: Sequence[Mod],
) -> PerformanceTable:
    """Return the pp of a difficulty with mods; its file is fetched from the website if need be.

    With Classic (CL), plays are those of stable; else those of lazer. Blocks, for a worker.

    Raises:
        OsuError: the file could not be fetched.
    """
    md5 = beatmap.checksum or ""
    found = files.find(md5) if md5 else None
    if found is None:
        found = files.fetch_version(beatmap.id, client, md5)
    if found is None:
        return PerformanceTable(problem=tr("osu! has no file of this difficulty: there are no pp."))
    is_other = bool(md5) and found.md5 != md5
    is_lazer = all(mod.acronym != "CL" for mod in mods)
    results: list[Performed] = []
    for accuracy in ACCURACIES:
        guess = Guess(found.data, GameMode(mode), list(mods), is_lazer, accuracy)
        try:
            result = process.guess(guess)
        except ProcessFailed:
            return PerformanceTable(
                problem=tr("The pp could not be calculated: it took too long, or too much memory.")
            )
        if result.pp is None:
            return PerformanceTable(
                problem=result.problem or tr("There are no pp of this difficulty.")
            )
        results.append(result)
    said = (
        tr("Full combos without misses, played as in lazer.")
        if is_lazer
        else tr("Full combos without misses, played as in stable.")
    )
    formula = _capital(results[0].formula)
    if is_other:
        formula = tr("{formula}, of another version of the file").format(formula=formula)
    return PerformanceTable(
        tuple(map(_figure, ACCURACIES, results)),
        f"{said} {formula}.",
        results[0].stars,
        results[0].max_combo,
    )


def _figure(accuracy: float, result: Performed) -> Figure:
    pp = result.pp or 0.0
    return Figure(
        f"pp_{accuracy * 100:g}",
        numerals.percent(accuracy, 0),
        tr("{pp} pp").format(pp=numerals.decimal(pp, 2)),
        pp,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
