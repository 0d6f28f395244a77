"""Mods: acronyms, classic bits, settings, and conversions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api import Mod, legacy_bits, mods_from_bits, mods_text, parse_mods
from osubrowser.api.mods import MOD_BITS, MODS, mod_list

# The contract's table, whose numbers are those of API v1 and of replay files.
KNOWN = {
    "NF": 1,
    "EZ": 2,
    "TD": 4,
    "HD": 8,
    "HR": 16,
    "SD": 32,
    "DT": 64,
    "RX": 128,
    "HT": 256,
    "NC": 576,
    "FL": 1024,
    "PF": 16416,
    "4K": 32768,
    "9K": 16777216,
    "1K": 67108864,
    "3K": 134217728,
    "2K": 268435456,
    "V2": 536870912,
    "MR": 1073741824,
}


def acronyms(mods: list[Mod]) -> list[str]:
    return [mod.acronym for mod in mods]


@pytest.mark.parametrize(("acronym", "bits"), KNOWN.items())
def test_each_mod_has_its_number(acronym: str, bits: int) -> None:
    assert legacy_bits([acronym]) == bits
    assert acronyms(mods_from_bits(bits)) == [acronym]


def test_thirty_one_classic_mods_have_a_bit_of_their_own() -> None:
    assert legacy_bits(MOD_BITS) == (1 << 31) - 1


@given(st.sets(st.sampled_from(sorted(MOD_BITS))))
def test_classic_mods_survive_their_number(chosen: set[str]) -> None:
    # A play has NC or DT, PF or SD: with both, only the larger one is told.
    told = chosen - ({"DT"} if "NC" in chosen else set()) - ({"SD"} if "PF" in chosen else set())
    assert set(acronyms(mods_from_bits(legacy_bits(chosen)))) == told


@given(st.integers(min_value=0, max_value=(1 << 31) - 1))
def test_numbers_survive_their_mods(bits: int) -> None:
    whole = bits | (64 if bits & 512 else 0) | (32 if bits & 16384 else 0)
    assert legacy_bits(mods_from_bits(bits)) == whole


@given(st.lists(st.sampled_from(sorted(set(MODS) - {"NM"})), max_size=8))
def test_acronyms_in_a_row_are_read_back(chosen: list[str]) -> None:
    assert acronyms(parse_mods(" ".join(chosen))) == chosen
    assert acronyms(parse_mods("".join(chosen).lower())) == chosen


def test_what_players_write() -> None:
    assert acronyms(parse_mods("+HDDT")) == ["HD", "DT"]
    assert acronyms(parse_mods("hd, dt")) == ["HD", "DT"]
    assert acronyms(parse_mods("10KSV2MR")) == ["10K", "SV2", "MR"]
    assert acronyms(parse_mods("HDQQ")) == ["HD", "QQ"]  # new ones come without notice
    assert parse_mods("NM") == parse_mods("") == []


@pytest.mark.parametrize("text", ["HDD", "H", "HD!R", "ＨＤ"])
def test_what_is_no_mod_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no mods"):
        parse_mods(text)


def test_mods_of_the_new_game_only_have_no_bits() -> None:
    assert legacy_bits(["DT", "CL", "DA"]) == 64
    assert legacy_bits(["DC", "NM", "SV2"]) == 256 + (1 << 29)
    with pytest.raises(ValueError, match="DA"):
        legacy_bits(["DT", "DA"], strict=True)


def test_settings_are_shown_and_kept() -> None:
    fast = Mod(acronym="DT", settings={"speed_change": 1.3, "adjust_pitch": True})
    adjusted = Mod(acronym="DA", settings={"approach_rate": 9.5, "circle_size": 4})
    assert str(fast) == "DT (1.3x)"
    assert str(adjusted) == "DA (AR 9.5, CS 4)"
    assert repr(fast) == "Mod('DT', speed_change=1.3, adjust_pitch=True)"
    assert mods_text([Mod(acronym="HD"), fast]) == "HDDT (1.3x)"
    assert mods_text([]) == "NM"
    assert legacy_bits([fast]) == 64


def test_the_speed_of_a_mod() -> None:
    assert Mod(acronym="NC").rate == 1.5
    assert Mod(acronym="HT").rate == 0.75
    assert Mod(acronym="HD").rate == 1.0
    assert Mod(acronym="DT", settings={"speed_change": 1.3}).rate == 1.3
    assert Mod(acronym="DT", settings={"speed_change": "fast"}).rate == 1.5


def test_a_mod_has_a_name() -> None:
    assert Mod(acronym="NC").name == "Nightcore"
    assert Mod(acronym="QQ").name == "QQ"


def test_mods_come_in_every_spelling() -> None:
    wanted = [Mod(acronym="HD"), Mod(acronym="DT")]
    assert mod_list("HDDT") == mod_list(72) == mod_list(["hd", Mod(acronym="DT")]) == wanted
    assert mod_list(None) is None
    assert mod_list("NM") == mod_list(0) == mod_list([]) == []
