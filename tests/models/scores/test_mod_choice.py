"""Choice of mods: its text, the boards it asks for, and the scores it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.demo.world.scores.leaderboards import has_mods
from osubrowser.models.scores.mod_choice import (
    ANY_MODS,
    MORE_MODS,
    MOST_BOARDS,
    NO_MOD,
    USUAL_MODS,
    ModChoice,
    ModState,
)

ACRONYMS = sorted({one for mods in (USUAL_MODS, MORE_MODS) for row in mods.values() for one in row})
PLAIN = ("EZ", "HT", "HR", "DT", "HD", "FL", "SO", "TD")
"""Mods that osu! tells apart, and that are found with no others."""

acronyms = st.lists(st.sampled_from(ACRONYMS), max_size=10).map(tuple)
choices = st.builds(ModChoice, acronyms, acronyms, acronyms)


@pytest.mark.parametrize(
    ("text", "choice", "words"),
    [
        ("", ANY_MODS, "Any mods"),
        ("DT~HD", ModChoice(("DT",), ("HD",)), "DT, HD optional"),
        ("~HD!CL", ModChoice((), ("HD",), ("CL",)), "HD optional, without CL"),
        ("NM", ModChoice((NO_MOD,)), "No mods"),
        ("NMDT", ModChoice((NO_MOD,)), "No mods"),
        ("hddt(1.3)", ModChoice(("HD", "DT")), "HD, DT"),
        ("!CL", ModChoice((), (), ("CL",)), "Without CL"),
        ("10K~4K", ModChoice(("10K",), ("4K",)), "10K, 4K optional"),
        ("~DT DT", ModChoice(("DT",)), "DT"),
        ("<b>…", ANY_MODS, "Any mods"),
    ],
)
def test_a_choice_is_read_from_its_text(text: str, choice: ModChoice, words: str) -> None:
    assert ModChoice.of_text(text) == choice
    assert choice.words == words


@given(choices)
def test_the_text_of_a_choice_is_read_back(choice: ModChoice) -> None:
    assert ModChoice.of_text(str(choice)) == choice


@given(st.text())
def test_any_text_gives_a_choice(text: str) -> None:
    choice = ModChoice.of_text(text)
    assert 1 <= len(choice.combinations()) <= MOST_BOARDS


@given(choices)
def test_the_boards_of_a_choice_are_few_different_and_fit_it(choice: ModChoice) -> None:
    boards = choice.combinations()
    assert 1 <= len(boards) <= MOST_BOARDS
    assert len({None if one is None else frozenset(one) for one in boards}) == len(boards)
    if choice.is_any:
        assert boards == [None]
        return
    required = set(choice.required) - {NO_MOD}
    for board in boards:
        assert board is not None
        mods = set(board) - {NO_MOD}
        assert required <= mods <= required | set(choice.optional)
        assert choice.takes(mods)


@given(
    st.lists(st.sampled_from(PLAIN), max_size=3, unique=True),
    st.lists(st.sampled_from(PLAIN), max_size=4, unique=True),
    st.frozensets(st.sampled_from((*PLAIN, "CL", "SD", "MR")), max_size=5),
)
def test_a_score_is_taken_where_one_of_the_boards_has_it(
    required: list[str], optional: list[str], mods: frozenset[str]
) -> None:
    """The boards, as the embedded server reads `mods[]`, have exactly the scores that fit."""
    choice = ModChoice(tuple(required), tuple(optional))
    if choice.is_any or {"EZ", "HR"} <= mods or {"HT", "DT"} <= mods:  # no score has both
        return
    boards = [frozenset(board or ()) for board in choice.combinations()]
    assert choice.takes(mods) == any(has_mods(mods, board) for board in boards)


@pytest.mark.parametrize(
    ("text", "mods", "is_taken"),
    [
        ("DT", ["DT"], True),
        ("DT", ["NC"], True),
        ("DT", ["NC", "CL"], True),
        ("DT", ["DT", "HD"], False),
        ("DT~HD", ["DT", "HD"], True),
        ("NM", ["CL"], True),
        ("NM", ["HD"], False),
        ("CL", [], False),
        ("", ["HD"], True),
        ("!DT", ["NC"], False),
        ("!NC", ["DT"], True),
        ("~HD!CL", ["HD", "CL"], False),
    ],
)
def test_what_a_choice_takes(text: str, mods: list[str], is_taken: bool) -> None:
    assert ModChoice.of_text(text).takes(mods) is is_taken


@given(choices, st.sampled_from(ACRONYMS), st.sampled_from(ModState))
def test_a_mod_has_the_state_that_was_set_if_there_is_such_a_choice(
    choice: ModChoice, acronym: str, state: ModState
) -> None:
    changed = choice.with_state(acronym, state)
    is_only_required = acronym == NO_MOD and state is not ModState.REQUIRED
    is_too_wide = state is ModState.OPTIONAL and acronym not in changed.optional
    if not is_only_required and not is_too_wide:
        assert changed.state_of(acronym) is state
    assert changed.with_state(acronym, ModState.ANY).state_of(acronym) is ModState.ANY
