"""Places of cards: each card has one, and a point leads back to its card."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from osubrowser.ui.cards.card_flow import GAP, HEIGHT, NARROWEST, PITCH, CardFlow

narrowest = st.sampled_from((NARROWEST, 440))
flows = st.builds(CardFlow, st.integers(1, 4000), st.integers(1, 20_000), narrowest)


@given(flows, st.data())
def test_each_point_of_a_card_leads_to_it(flow: CardFlow, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, flow.total - 1))
    x, y = flow.place(number)
    for across in (0, flow.card_width - 1):
        for down in (0, HEIGHT - 1):
            assert flow.at(x + across, y + down) == number
            assert flow.nearest(x + across, y + down) == number
    assert flow.at(x - 1, y) == flow.at(x, y - 1) == flow.at(x, y + HEIGHT) == -1
    assert flow.at(x + flow.card_width, y) == -1


@given(flows, st.integers(-200, 5000), st.integers(-200, 2_000_000))
def test_any_point_has_a_nearest_card(flow: CardFlow, x: int, y: int) -> None:
    assert 0 <= flow.nearest(x, y) < flow.total
    assert -1 <= flow.at(x, y) < flow.total


@given(flows)
def test_cards_fill_the_width_and_are_inside(flow: CardFlow) -> None:
    left, _ = flow.place(0)
    last = min(flow.columns, flow.total) - 1
    right = flow.place(last)[0] + flow.card_width
    assert left == GAP
    if flow.width >= flow.narrowest + 2 * GAP:
        assert flow.card_width >= flow.narrowest
        assert right <= flow.width - GAP
    if last == flow.columns - 1 and flow.columns > 1:
        assert flow.width - GAP - right < flow.columns
    assert flow.place(flow.total - 1)[1] + HEIGHT + GAP == flow.height


@given(flows, st.integers(0, 3_000_000), st.integers(1, 3000))
def test_the_cards_between_two_lines_are_those_that_are_seen(
    flow: CardFlow, top: int, height: int
) -> None:
    first, last = flow.between(top, top + height - 1)
    for number in {first, last} if first <= last else ():
        y = flow.place(number)[1]
        assert y < top + height
        assert y + HEIGHT > top
    if first > 0:
        assert flow.place(first - 1)[1] + HEIGHT <= top
    if last + 1 < flow.total:
        assert flow.place(last + 1)[1] >= top + height


@given(flows, st.data())
def test_a_line_starts_at_a_multiple(flow: CardFlow, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, flow.total - 1))
    assert flow.line_of(number) == number // flow.columns * PITCH
    assert flow.between(flow.line_of(number), flow.line_of(number))[0] <= number


def test_no_cards_need_no_room() -> None:
    flow = CardFlow(1000, 0)
    assert flow.height == 0
    assert flow.at(20, 20) == flow.nearest(20, 20) == -1
    assert flow.between(0, 500) == (0, -1)
