"""Settings of a difficulty with mods, against known values of the game and the websites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.analysis.modded_settings import ModdedSettings, modded_settings
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod, parse_mods

OSU, TAIKO, CATCH, MANIA = GameMode.OSU, GameMode.TAIKO, GameMode.CATCH, GameMode.MANIA


def settings(
    mode: GameMode,
    mods: str,
    cs: float = 4,
    ar: float = 9,
    od: float = 8,
    hp: float = 5,
    *,
    is_convert: bool = False,
) -> ModdedSettings:
    return modded_settings(
        mode,
        parse_mods(mods),
        circle_size=cs,
        approach_rate=ar,
        overall_difficulty=od,
        drain=hp,
        is_convert=is_convert,
    )


# What players know by heart: AR 9 with DT is 10.33, AR 10 with DT 11, AR 9 with HT 7.67.
@pytest.mark.parametrize(
    ("mods", "ar", "shown", "preempt"),
    [
        ("", 9, 9.0, 600),
        ("DT", 9, 10.333, 400),
        ("NC", 9, 10.333, 400),
        ("DT", 10, 11.0, 300),
        ("DT", 8, 9.667, 500),
        ("DT", 0, 5.0, 1200),
        ("HT", 9, 7.667, 800),
        ("DC", 9, 7.667, 800),
        ("HT", 5, 1.667, 1600),
        ("HT", 0, -5.0, 2400),
        ("HR", 9, 10.0, 450),
        ("HR", 5, 7.0, 900),
        ("EZ", 9, 4.5, 1260),
        ("HRDT", 8, 11.0, 300),
        ("EZDT", 9, 7.4, 840),
    ],
)
def test_approach_rate(mods: str, ar: float, shown: float, preempt: float) -> None:
    found = settings(OSU, mods, ar=ar)
    assert found.approach_rate == pytest.approx(shown, abs=0.001)
    assert found.preempt_ms == pytest.approx(preempt)
    assert settings(CATCH, mods, ar=ar).approach_rate == found.approach_rate
    assert settings(TAIKO, mods, ar=ar).approach_rate is None
    assert settings(MANIA, mods, ar=ar).approach_rate is None


@pytest.mark.parametrize(
    ("mode", "mods", "od", "shown", "great"),
    [
        (OSU, "", 8, 8.0, 32.0),
        (OSU, "DT", 8, 9.778, 21.333),
        (OSU, "DT", 9, 10.444, 17.333),
        (OSU, "DT", 10, 11.111, 13.333),
        (OSU, "HT", 8, 6.222, 42.667),
        (OSU, "HR", 8, 10.0, 20.0),
        (OSU, "HR", 6, 8.4, 29.6),
        (OSU, "EZ", 8, 4.0, 56.0),
        (TAIKO, "", 5, 5.0, 35.0),
        (TAIKO, "DT", 5, 8.889, 23.333),
        (TAIKO, "HR", 5, 7.0, 29.0),
        (MANIA, "", 8, 8.0, 40.0),
        (MANIA, "DT", 8, 8.0, 40.0),
        (MANIA, "HR", 8, 11.81, 28.571),
        (MANIA, "EZ", 8, 2.667, 56.0),
    ],
)
def test_overall_difficulty(
    mode: GameMode, mods: str, od: float, shown: float, great: float
) -> None:
    found = settings(mode, mods, od=od)
    assert found.overall_difficulty == pytest.approx(shown, abs=0.001)
    assert found.great_ms == pytest.approx(great, abs=0.001)


def test_catch_has_no_overall_difficulty() -> None:
    assert settings(CATCH, "HR").overall_difficulty is None
    assert settings(CATCH, "HR").circle_size == pytest.approx(5.2)


@pytest.mark.parametrize(
    ("mods", "cs", "hp", "rate"),
    [
        ("", 4, 5, 1.0),
        ("HR", 5.2, 7, 1.0),
        ("EZ", 2, 2.5, 1.0),
        ("DT", 4, 5, 1.5),
        ("HT", 4, 5, 0.75),
        ("HD", 4, 5, 1.0),
    ],
)
def test_circle_size_drain_and_rate(mods: str, cs: float, hp: float, rate: float) -> None:
    found = settings(OSU, mods)
    assert found.circle_size == pytest.approx(cs)
    assert found.drain == pytest.approx(hp)
    assert found.rate == rate
    assert settings(TAIKO, mods).circle_size is None


def test_hard_rock_ends_at_ten() -> None:
    found = settings(OSU, "HR", cs=9, ar=9, od=9, hp=9)
    for name in ("circle_size", "approach_rate", "overall_difficulty", "drain"):
        assert getattr(found, name) == pytest.approx(10)


@pytest.mark.parametrize(
    ("mods", "is_convert", "keys"),
    [("", False, 7), ("4K", False, 7), ("4K", True, 4), ("10K", True, 10), ("4KDS", True, 8)],
)
def test_keys(mods: str, is_convert: bool, keys: int) -> None:
    found = settings(MANIA, mods, cs=7, is_convert=is_convert)
    assert found.keys == keys
    assert found.circle_size is None
    assert settings(OSU, mods, cs=7).keys is None


def test_chosen_speed_and_chosen_values_count() -> None:
    mods = [
        Mod(acronym="DT", settings={"speed_change": 1.2}),
        Mod(acronym="DA", settings={"approach_rate": 10.0, "circle_size": 3.0}),
    ]
    found = modded_settings(
        OSU, mods, circle_size=4, approach_rate=9, overall_difficulty=8, drain=5
    )
    assert found.rate == 1.2
    assert found.circle_size == 3
    assert found.preempt_ms == pytest.approx(450 / 1.2)
    assert not found.has_variable_rate
    wind = [Mod(acronym="WU", settings={"initial_rate": 0.9})]
    wound = modded_settings(
        OSU, wind, circle_size=4, approach_rate=9, overall_difficulty=8, drain=5
    )
    assert (wound.rate, wound.has_variable_rate) == (0.9, True)


values = st.floats(0, 10)


@given(ar=values, od=values, mode=st.sampled_from([OSU, TAIKO, CATCH, MANIA]))
def test_without_mods_nothing_changes(ar: float, od: float, mode: GameMode) -> None:
    found = settings(mode, "", ar=ar, od=od)
    assert found.approach_rate is None or found.approach_rate == pytest.approx(ar, abs=1e-4)
    assert found.overall_difficulty is None or found.overall_difficulty == pytest.approx(
        od, abs=1e-4
    )


@given(ar=values, od=values)
def test_a_faster_song_is_harder(ar: float, od: float) -> None:
    slow, plain, fast = (settings(OSU, mods, ar=ar, od=od) for mods in ("HT", "", "DT"))
    for name in ("approach_rate", "overall_difficulty"):
        assert getattr(slow, name) < getattr(plain, name) < getattr(fast, name)
