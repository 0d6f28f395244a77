"""Local filters of the listing: each reason, for sets and for difficulties."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.models.beatmaps.difficulty_match import DifficultyFilter
from osubrowser.models.beatmaps.listing_columns import (
    difficulty_columns,
    difficulty_identity,
    set_columns,
    set_identity,
)
from osubrowser.models.beatmaps.listing_query import ListingQuery
from osubrowser.models.beatmaps.local_filters import (
    Hidden,
    ListingFilter,
    LocalFilters,
    SetFacts,
    hidden_counts,
    set_of,
)
from osubrowser.models.table.column import Row, make_rows
from osubrowser.services.beatmaps.excludes import Excludes
from osubrowser.services.beatmaps.marks import Mark

MARKS = {1: Mark.SEEN, 2: Mark.HIDDEN, 3: Mark.LIKED | Mark.SEEN}
OWNED = {1, 4}


def sets() -> list[Beatmapset]:
    modes = {1: ["osu", "taiko"], 2: ["mania"], 3: ["osu"], 4: ["fruits", "osu"], 5: []}
    return [
        msgspec.convert(
            {
                "id": number,
                "genre_id": 3 if number == 2 else 10,
                "language_id": 2 if number == 3 else 3,
                "creator": f"Mapper {number}",
                "user_id": number * 100,
                "tags": "Drum_Bass  touhou project" if number == 4 else "anime",
                "beatmaps": [
                    {"id": number * 10 + n, "mode": mode, "version": mode}
                    for n, mode in enumerate(names)
                ],
            },
            Beatmapset,
        )
        for number, names in modes.items()
    ]


def rows() -> list[Row[Any]]:
    return make_rows(set_columns(original=True), sets(), identity=set_identity)


def filter_of(facts: SetFacts | None = None, **choices: Any) -> ListingFilter:
    return ListingFilter(
        LocalFilters(**choices),
        lambda number: MARKS.get(number, Mark.NONE),
        lambda beatmapset: beatmapset.id in OWNED,
        facts or SetFacts(),
    )


@pytest.mark.parametrize(
    ("choices", "hidden"),
    [
        ({"hide_marked": False}, {}),
        ({}, {2: Hidden.MARKED}),
        ({"hide_marked": False, "ruleset": "osu"}, {2: Hidden.RULESET, 5: Hidden.RULESET}),
        ({"hide_marked": False, "hide_seen": True}, {1: Hidden.SEEN, 3: Hidden.SEEN}),
        ({"liked_only": True}, dict.fromkeys((1, 4, 5), Hidden.NOT_LIKED)
            | {2: Hidden.NOT_LIKED | Hidden.MARKED}),
        ({"hide_marked": False, "owned": "not"}, {1: Hidden.OWNED, 4: Hidden.OWNED}),
        ({"hide_marked": False, "owned": "only"}, dict.fromkeys((2, 3, 5), Hidden.NOT_OWNED)),
        (
            {"hide_marked": False, "excludes": Excludes.of(genres=[3], languages=[2])},
            {2: Hidden.EXCLUDED, 3: Hidden.EXCLUDED},
        ),
        (
            {"hide_marked": False, "excludes": Excludes.of(mappers=["MAPPER 1", "500"])},
            {1: Hidden.EXCLUDED, 5: Hidden.EXCLUDED},
        ),
        ({"hide_marked": False, "excludes": Excludes.of(tags=["touhou"])}, {4: Hidden.EXCLUDED}),
        ({"hide_marked": False, "excludes": Excludes.of(tags=["touho"])}, {}),
    ],
)  # fmt: skip
def test_each_choice_hides_its_sets(choices: dict[str, Any], hidden: dict[int, Hidden]) -> None:
    reasons = filter_of(**choices).reasons(rows())
    assert {n: bits for n, bits in enumerate(reasons, 1) if bits} == hidden


def test_difficulties_are_hidden_with_their_set() -> None:
    every = [
        one for beatmapset in sets() for one in DifficultyFilter(ListingQuery()).of_set(beatmapset)
    ]
    made = make_rows(difficulty_columns(original=True), every, identity=difficulty_identity)
    reasons = filter_of(hide_seen=True, owned="not").reasons(made)
    by_set = dict(
        zip(range(1, 6), filter_of(hide_seen=True, owned="not").reasons(rows()), strict=True)
    )
    assert reasons == [by_set[set_of(row.item).id] for row in made]
    assert len(reasons) == 6


def test_other_excludes_are_compared_anew_and_facts_can_be_forgotten() -> None:
    facts = SetFacts()
    for tags, expected in ((["touhou"], 1), (["anime"], 4), ([], 0), (["touhou"], 1)):
        found = filter_of(facts, hide_marked=False, excludes=Excludes.of(tags=tags)).reasons(rows())
        assert sum(map(bool, found)) == expected
    facts.clear()
    assert filter_of(facts, hide_marked=False, ruleset="mania").reasons(rows())[1] == 0


def test_a_row_counts_for_each_of_its_reasons() -> None:
    found = filter_of(hide_seen=True, owned="not").reasons(rows())
    assert hidden_counts(found) == {Hidden.SEEN: 2, Hidden.MARKED: 1, Hidden.OWNED: 2}
    assert hidden_counts([]) == {}
