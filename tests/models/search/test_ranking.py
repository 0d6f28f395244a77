"""Order of search results: for any page, and stable while pages come."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from osubrowser.models.search.ranking import is_exact, ranked, without


@dataclass(frozen=True)
class Found:
    names: tuple[str, ...]
    is_active: bool
    country: str


words = st.sampled_from(["peppy", "PEPPY", "Péppy", "peppy fan", "x", ""])
founds = st.builds(
    Found,
    st.lists(words, max_size=3).map(tuple),
    st.booleans(),
    st.sampled_from(["AU", "JP", ""]),
)


def order(asked: str, items: list[Found]) -> list[Found]:
    return ranked(
        asked,
        items,
        names=lambda one: one.names,
        is_active=lambda one: one.is_active,
        is_near=lambda one: one.country == "AU",
    )


def test_a_name_is_exact_whatever_its_case_accents_and_underscores() -> None:
    assert is_exact("peppy", ["someone", "PEPPY"])
    assert is_exact("white cat", ["White_Cat"])
    assert is_exact("Pokemon", ["Pokémon"])
    assert is_exact("千本桜", ["千本桜"])
    assert not is_exact("pepp", ["peppy"])
    assert not is_exact("", ["", None])
    assert not is_exact("peppy", [None])


def test_exact_names_come_first_then_active_players_then_the_own_country() -> None:
    old = Found(("old", "peppy"), False, "JP")
    near = Found(("peppyfan",), False, "AU")
    active = Found(("peppy2",), True, "JP")
    both = Found(("peppy3",), True, "AU")
    other = Found(("peppy4",), False, "JP")
    assert order("Peppy", [other, near, active, both, old]) == [old, both, active, near, other]


@given(words, st.lists(founds, max_size=20))
def test_no_item_is_lost_and_equal_ones_keep_the_order_of_the_server(
    asked: str, items: list[Found]
) -> None:
    found = order(asked, items)
    assert sorted(map(id, found)) == sorted(map(id, items))

    def standing(one: Found) -> tuple[bool, bool, bool]:
        return (is_exact(asked, one.names), one.is_active, one.country == "AU")

    standings = [standing(one) for one in found]
    assert standings == sorted(standings, reverse=True)
    for each in set(standings):
        before = [id(one) for one in items if standing(one) == each]
        assert [id(one) for one in found if standing(one) == each] == before
    assert order(asked, found) == found


def test_items_that_are_known_are_left_out() -> None:
    assert without([1, 2, 3, 2], [2], lambda one: one) == [1, 3]
