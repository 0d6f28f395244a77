"""Mods as flags, compared with ossapi's over all single mods, pairs and random numbers."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api.ossapi.mod import Mod, ModCombination, int_to_mod, mod_of_response

theirs: Any = pytest.importorskip("ossapi.mod")
SINGLE = [0, *(1 << place for place in range(32))]
ACRONYMS = [acronym for acronym, _ in int_to_mod.values()]
NUMBERS = st.integers(0, (1 << 32) - 1)
TEXTS = st.lists(
    st.sampled_from([*ACRONYMS, "CL", "hd", "DA", "K4", "10", "X", ""]), max_size=6
).map("".join)


def outcome(make: Callable[[], Any]) -> Any:
    """Return a value, or the name of the error."""
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - compared
        return type(error).__name__


def facts(mod: Any) -> dict[str, Any]:
    """Return all that a combination says of itself, as plain values."""
    return {
        "value": mod.value,
        "short": mod.short_name(),
        "long": mod.long_name(),
        "str": str(mod),
        "repr": repr(mod),
        "hash": hash(mod),
        "parts": [part.value for part in mod.decompose()],
        "clean": [str(part) for part in mod.decompose(clean=True)],
        "positional": [str(part) for part in mod.decompose(True)],
    }


def test_the_table_is_ossapi_s() -> None:
    assert int_to_mod == theirs.int_to_mod
    assert list(int_to_mod) == list(theirs.int_to_mod)


def test_class_attributes_are_ossapi_s() -> None:
    def values(kind: Any) -> dict[str, int]:
        return {name: mod.value for name, mod in vars(kind).items() if hasattr(mod, "value")}

    assert values(Mod) == values(theirs.Mod)
    assert [mod.value for mod in Mod.ORDER] == [mod.value for mod in theirs.Mod.ORDER]


@pytest.mark.parametrize("kind", ["Mod", "ModCombination"])
def test_methods_are_called_as_ossapi_s(kind: str) -> None:
    ours, other = globals()[kind], getattr(theirs, kind)
    for name in ("__init__", "short_name", "long_name", "decompose"):
        assert _shape(getattr(ours, name)) == _shape(getattr(other, name)), name


def _shape(method: Any) -> list[tuple[str, Any, Any]]:
    parameters = inspect.signature(method).parameters.values()
    return [(each.name, each.kind, each.default) for each in parameters]


def test_pairs_of_mods_are_alike() -> None:
    for first, second in product(SINGLE, SINGLE):
        value = first | second
        assert facts(Mod(value)) == facts(theirs.Mod(value))
        assert facts(ModCombination(value)) == facts(theirs.ModCombination(value))


@given(NUMBERS, NUMBERS)
def test_random_mods_are_alike(first: int, second: int) -> None:
    ours, other = (Mod(first), Mod(second)), (theirs.Mod(first), theirs.Mod(second))
    assert facts(ours[0]) == facts(other[0])
    assert facts(ours[0] + ours[1]) == facts(other[0] + other[1])
    assert facts(ours[0] - ours[1]) == facts(other[0] - other[1])
    assert (ours[0] in ours[1]) == (other[0] in other[1])
    assert (ours[0] == ours[1]) == (other[0] == other[1])
    assert (ours[0] == first) == (other[0] == first)
    assert type(ours[0] + ours[1]) is ModCombination


@given(TEXTS)
def test_random_texts_are_alike(text: str) -> None:
    ours = outcome(lambda: facts(Mod(text)))
    assert ours == outcome(lambda: facts(theirs.Mod(text)))


@given(st.lists(st.one_of(NUMBERS, st.sampled_from([*ACRONYMS, "CL", "HDDT", ""])), max_size=5))
def test_random_lists_are_alike(parts: list[Any]) -> None:
    ours = outcome(lambda: facts(Mod(parts)))
    assert ours == outcome(lambda: facts(theirs.Mod(parts)))


@given(st.text(max_size=6))
def test_any_text_is_mods_or_a_value_error(text: str) -> None:
    assert (outcome(lambda: Mod(text).value)) == outcome(lambda: theirs.Mod(text).value)


def test_mods_are_made_of_mods() -> None:
    assert Mod(Mod.NC).value == Mod(Mod("NC")).value == 576
    assert Mod([Mod.HD, "HR", 64, ["FL"]]) == Mod("HDHRDTFL")  # type: ignore[list-item] # as there
    assert Mod(72.0) == Mod.HDDT  # type: ignore[arg-type] # a column of pandas


@pytest.mark.parametrize("value", [None, 1.5, {"HD": 1}, ("HD",)])
def test_what_is_no_mod_is_a_type_error(value: Any) -> None:
    with pytest.raises(TypeError, match="mods are"):
        Mod(value)


@pytest.mark.parametrize("text", ["CL", "HDCL", "MRDA", "hd", "HDD", ""])
def test_what_a_caller_spells_wrong_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"mods are acronyms|there is no mod"):
        Mod(text)


@pytest.mark.parametrize("mod", [Mod("HDDT"), Mod.NC, mod_of_response(["HD", "CL"])])
def test_copies_are_equal(mod: ModCombination) -> None:
    for other in (copy.copy(mod), copy.deepcopy(mod), pickle.loads(pickle.dumps(mod))):
        assert other == mod
        assert (type(other), other.unknown) == (type(mod), mod.unknown)


@pytest.mark.parametrize(
    ("sent", "value", "unknown"),
    [
        (576, 576, ()),
        ("576", 576, ()),
        ("HDDT", 72, ()),
        ([], 0, ()),
        (["HD", "CL", "NC"], 584, ("CL",)),
        ([{"acronym": "HR"}, {"acronym": "DA", "settings": {"approach_rate": 9}}], 16, ("DA",)),
        (None, 0, ()),
        ([None, {}, [], 1.5], 0, ()),
        ({"a": 1}, 0, ()),
    ],
)
def test_every_response_has_mods(sent: object, value: int, unknown: tuple[str, ...]) -> None:
    mod = mod_of_response(sent)
    assert (mod.value, mod.unknown) == (value, unknown)
