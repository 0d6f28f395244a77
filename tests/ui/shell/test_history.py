"""History: back and forward as in a web browser."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.places.places import Place
from osubrowser.ui.shell.open_tabs import LONGEST, MOST_STATES, Entry, History


@dataclass(frozen=True)
class Spot(Place):
    number: int


def test_back_and_forward() -> None:
    history = History(Entry(Spot(0)))
    assert not history.can_go_back
    assert history.go(-1) is None
    for number in (1, 2, 3):
        history.visit(Entry(Spot(number)))
    assert [entry.place for entry in history.behind()] == [Spot(2), Spot(1), Spot(0)]
    back = history.go(-2)
    assert back is not None
    assert back.place == Spot(1)
    assert [entry.place for entry in history.ahead()] == [Spot(2), Spot(3)]
    history.visit(Entry(Spot(9)))
    assert not history.can_go_forward
    assert len(history) == 3


def test_the_same_place_again_is_no_step() -> None:
    history = History(Entry(Spot(0)))
    history.visit(Entry(Spot(1)))
    history.go(-1)
    history.visit(Entry(Spot(0)))
    assert len(history) == 2
    assert history.can_go_forward


def test_replacing_keeps_the_steps() -> None:
    history = History(Entry(Spot(0)))
    history.visit(Entry(Spot(1)))
    history.replace(Entry(Spot(5)))
    assert history.current.place == Spot(5)
    assert [entry.place for entry in history.behind()] == [Spot(0)]
    assert history.ahead() == []


def test_it_is_bounded_and_old_states_go_first() -> None:
    history = History(Entry(Spot(0)))
    for number in range(1, LONGEST + 50):
        history.current.state = f"state {number}"
        history.visit(Entry(Spot(number)))
    assert len(history) == LONGEST
    assert history.current.place == Spot(LONGEST + 49)
    kept = [entry for entry in history.behind() if entry.state is not None]
    assert len(kept) == MOST_STATES
    assert kept == history.behind()[:MOST_STATES]
    history.forget_states()
    assert all(entry.state is None for entry in history.behind())


@given(st.lists(st.one_of(st.integers(0, 5), st.sampled_from(["back", "forward"]))))
def test_it_does_what_a_plain_list_does(steps: list[int | str]) -> None:
    history, places, index = History(Entry(Spot(0))), [0], 0
    for step in steps:
        if step == "back":
            history.go(-1)
            index = max(index - 1, 0)
        elif step == "forward":
            history.go(1)
            index = min(index + 1, len(places) - 1)
        elif isinstance(step, int) and step != places[index]:
            history.visit(Entry(Spot(step)))
            places = [*places[: index + 1], step]
            index += 1
        assert history.current.place == Spot(places[index])
        assert history.can_go_back == (index > 0)
        assert history.can_go_forward == (index < len(places) - 1)
