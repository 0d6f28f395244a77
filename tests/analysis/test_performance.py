"""Stars and pp: known figures, each formula by its name, and beatmaps that are too strange."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osubrowser.analysis import performance
from osubrowser.analysis.beatmap import BeatmapError
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.performance import (
    Hits,
    NoFigures,
    PerformanceCalculator,
    check_limits,
    figures,
)
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod
from osubrowser.api.replays import read_replay
from tests.analysis.plays import beatmap_text
from tests.conftest import SHARED
from tests.replay_files import CIRCLES, beatmap_file, replay_file

REPLAYS = SHARED / "replays"
MAP = beatmap_file()
LONG_SPINNER = MAP.replace(b"100,10000,1,0", b"100,10000,12,0,2147483647")


def shared(kind: str) -> list[dict[str, Any]]:
    if not REPLAYS.exists():
        pytest.skip("the collected beatmaps (../shared/replays) are not beside this checkout")
    entries: list[dict[str, Any]] = json.loads((REPLAYS / "index.json").read_text())[kind]
    return entries


def calculator(data: bytes, mods: str = "", mode: GameMode | None = None) -> PerformanceCalculator:
    beatmap = read_beatmap(data)
    given = [Mod(acronym=mods[at : at + 2]) for at in range(0, len(mods), 2)]
    return PerformanceCalculator(data, mode or beatmap.mode, given, is_lazer=True, beatmap=beatmap)


def test_star_ratings_that_are_known() -> None:
    read = 0
    for entry in shared("maps"):
        data = (REPLAYS / entry["file"]).read_bytes()
        stars = entry.get("rosu_pp_py_4.0.2", {}).get("stars")
        try:
            found = calculator(data)
        except (NoFigures, BeatmapError):
            assert entry["objects_rosu"]["circles"] == 0, entry["file"]
            continue
        if found._official is None and stars is not None:
            assert found.stars == pytest.approx(stars, abs=1e-9), entry["file"]
            assert found.max_combo == entry["rosu_pp_py_4.0.2"]["max_combo"]
        read += 1
    assert read >= 100


def test_ten_star_ratings_of_the_game_and_of_the_server() -> None:
    known = [entry for entry in shared("maps") if entry.get("known")]
    assert len(known) == 10
    for entry in known:
        found = calculator((REPLAYS / entry["file"]).read_bytes())
        fact = entry["known"]
        if found._official is not None or fact.get("ruleset") in ("taiko", "mania"):
            assert found.stars == pytest.approx(fact["star_rating_ppy_osu_20260706"], abs=1e-9)
        elif "api_star_rating_before_2026_07" in fact:
            assert found.stars == pytest.approx(fact["api_star_rating_before_2026_07"], abs=1e-5)
        else:  # the formula of April 2026, which says so
            assert found.stars == pytest.approx(entry["rosu_pp_py_4.0.2"]["stars"], abs=1e-9)
            assert found.formula.startswith("formula of April 2026 (rosu-pp-py ")
        assert found.max_combo == fact["max_combo"]


def test_the_formula_is_named() -> None:
    assert calculator(MAP).formula.startswith(("formula of April 2026 (rosu", "official code ("))
    taiko = MAP.replace(b"[General]", b"[General]\nMode: 1")
    assert calculator(taiko).formula.startswith("current formula (rosu-pp-py ")


def test_a_play_of_fewer_hits_is_worth_less() -> None:
    found = calculator(MAP)
    perfect = found.pp(Hits({"great": CIRCLES}, CIRCLES))
    missed = found.pp(Hits({"great": CIRCLES - 1, "miss": 1}, CIRCLES - 2))
    assert 0 < missed < perfect
    assert found.pp_if(1.0) == pytest.approx(perfect)
    assert found.pp_if(0.9) < found.pp_if(0.95) < perfect
    assert found.pp_if(1.0, misses=1) < perfect
    assert calculator(MAP, "DT").stars > found.stars


def test_a_play_that_was_not_finished_is_that_of_its_first_objects() -> None:
    found = calculator(MAP)
    half = found.pp(Hits({"great": CIRCLES // 2}, CIRCLES // 2))
    assert half < found.pp(Hits({"great": CIRCLES}, CIRCLES))


@pytest.mark.parametrize("mode", list(GameMode))
def test_a_converted_beatmap_has_stars(mode: GameMode) -> None:
    assert calculator(MAP, mode=mode).stars > 0


def test_settings_of_mods_count() -> None:
    fast = Mod(acronym="DT", settings={"speed_change": 2.0, "adjust_pitch": True, "x": None})
    double = PerformanceCalculator(MAP, GameMode.OSU, [fast], is_lazer=True)
    assert double.stars > calculator(MAP, "DT").stars
    assert calculator(MAP, "??").stars == calculator(MAP).stars


def test_pp_over_the_play_ends_at_the_pp_of_the_play() -> None:
    from osubrowser.analysis.analyse import analyse

    found = calculator(MAP)
    analysis = analyse(read_replay(replay_file(MAP, misses=True)), read_beatmap(MAP))
    points = found.over_play(analysis)
    assert [point.time for point in points] == sorted(point.time for point in points)
    assert len(points) == CIRCLES
    hits = Hits(analysis.counts, analysis.max_combo)
    assert points[-1].pp == pytest.approx(found._rosu.pp(hits))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (LONG_SPINNER, "too long"),
        (beatmap_file(circles=0), "no hit objects"),
        (b"nonsense", "cannot be read"),
        (MAP + b"\n" * performance.MAX_FILE, "too large"),
    ],
)
def test_a_beatmap_that_is_too_strange_has_no_figures(data: bytes, sentence: str) -> None:
    found = figures(data, GameMode.CATCH, [], Hits({"great": 10}, 10), is_lazer=False)
    assert (found.stars, found.pp, found.formula) == (None, None, "")
    assert sentence in found.problem
    assert found.problem.endswith(".")
    with pytest.raises(NoFigures):
        check_limits(data)


def test_an_unknown_ruleset_and_a_play_without_hits() -> None:
    assert figures(MAP, GameMode("7"), [], Hits({}), is_lazer=False).problem
    found = figures(MAP, GameMode.OSU, [], Hits({"great": 0}), is_lazer=False)
    assert found.pp is None
    assert found.stars is not None


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 400),
            st.sampled_from(
                [b"1e9", b"-1", b"NaN", b"0", b"2147483647", b"1e308", b"0.0000001", b"-2147483648"]
            ),
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(list(GameMode)),
)
def test_a_hostile_beatmap_ends_in_figures_or_a_sentence(
    changes: list[tuple[int, bytes]], mode: GameMode
) -> None:
    parts = MAP.replace(b"\n", b",\n,").split(b",")
    for at, value in changes:
        parts[at % len(parts)] = value
    found = figures(b",".join(parts), mode, [], Hits({"great": 10}, 10), is_lazer=False)
    assert bool(found.problem) == (found.stars is None)


# --- the official code, which does not load on every system ------------------------------------


@dataclass
class FakeAttributes:
    star_rating: float = 7.5
    max_combo: int = CIRCLES


class FakeMod:
    def __init__(self, acronym: str) -> None:
        self.acronym = acronym
        self.settings: dict[str, object] = {}

    @classmethod
    def create(cls, acronym: str) -> FakeMod:
        if acronym == "??":
            raise RuntimeError("Failed to create mod")
        return cls(acronym)

    def set_setting_float(self, key: str, value: float) -> None:
        self.settings[key] = value

    set_setting_int = set_setting_bool = set_setting_float


@pytest.fixture
def official(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Stand-in for osu-native-py, with its interface: returns the scores it was asked about."""
    asked: list[Any] = []
    library, wrapper = ModuleType("osu_native_py"), ModuleType("osu_native_py.wrapper")
    objects, calculators = ModuleType("objects"), ModuleType("calculators")

    class ScoreInfo:
        def __init__(self, **values: object) -> None:
            self.values = values

    class Anything:
        def __init__(self, *given: object) -> None:
            self.given = given
            self.mods: list[FakeMod] = []

        create = from_text = from_id = classmethod(lambda cls, *given: cls(*given))

        def add(self, mod: FakeMod) -> None:
            self.mods.append(mod)

        def calculate(self, *given: Any) -> Any:
            if len(given) == 1:
                return FakeAttributes()
            asked.append((given[3].values, [(m.acronym, m.settings) for m in given[2].mods]))
            return type("Result", (), {"total": 524.5})()

    vars(objects).update(
        Beatmap=Anything,
        Ruleset=Anything,
        ModsCollection=Anything,
        Mod=FakeMod,
        ScoreInfo=ScoreInfo,
    )
    vars(calculators).update(
        create_difficulty_calculator=Anything, create_performance_calculator=Anything
    )
    vars(wrapper).update(objects=objects, calculators=calculators)
    vars(library).update(wrapper=wrapper)
    for name, module in (("", library), (".wrapper", wrapper)):
        monkeypatch.setitem(sys.modules, f"osu_native_py{name}", module)
    performance._has_official_code.cache_clear()
    yield asked
    performance._has_official_code.cache_clear()


def test_the_official_code_comes_first(official: list[Any]) -> None:
    mods = [Mod(acronym="DT", settings={"speed_change": 1.3})]
    hits = Hits({"great": 9, "miss": 1, "slider_tail_hit": 3}, 5)
    found = figures(MAP, GameMode.OSU, mods, hits, is_lazer=True)
    assert (found.stars, found.pp) == (7.5, 524.5)
    assert found.formula.startswith("official code (osu-native-py ")
    [(score, given)] = official
    assert given == [("DT", {"speed_change": 1.3})]
    assert (score["max_combo"], score["count_great"], score["count_miss"]) == (5, 9, 1)
    assert score["count_slider_tail_hit"] == 3
    assert score["accuracy"] == pytest.approx(0.9)


def test_what_the_official_code_does_not_know_is_for_the_other_library(
    official: list[Any],
) -> None:
    found = figures(MAP, GameMode.OSU, [Mod(acronym="??")], Hits({"great": 10}), is_lazer=True)
    assert found.formula.startswith("formula of April 2026 (rosu-pp-py ")
    assert official == []
    assert "rosu-pp-py" in calculator(MAP, mode=GameMode.TAIKO).formula


def test_without_any_library_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rosu_pp_py", None)
    performance._rosu_library.cache_clear()
    try:
        found = figures(MAP, GameMode.OSU, [], Hits({"great": 10}), is_lazer=False)
        assert found.problem == "No library for stars and pp is installed."
    finally:
        monkeypatch.undo()
        performance._rosu_library.cache_clear()


@pytest.mark.parametrize(
    "line",
    [
        "B" + "|100:0|0:100" * 4000 + ",1,9000",
        "L|1:0,9000,0.01",
        "L|131072:0,100,131072",
    ],
    ids=["curves", "spans", "ticks"],
)
def test_sliders_beyond_the_budget_have_no_figures(line: str) -> None:
    data = beatmap_text(f"0,0,{1000 * at},2,0,{line}" for at in range(60)).encode()
    found = figures(data, GameMode.OSU, [], Hits({"great": 3}), is_lazer=False)
    assert found.problem.startswith("The ")
    assert "too long for stars and pp" in found.problem
