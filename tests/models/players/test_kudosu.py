"""A player's kudosu: amounts with their sign, reasons in words, what is gone told quietly."""

from __future__ import annotations

import pytest

from osubrowser.api.entities.kudosu import KudosuAction, KudosuGiver, KudosuHistory, KudosuPost
from osubrowser.models.players.kudosu import kudosu_columns, kudosu_identity, load_kudosu, reason
from osubrowser.models.players.records import kudosu_record
from osubrowser.models.table.column import make_rows
from tests.conftest import Server
from tests.models.scores.test_columns import connect

KEYS = [column.key for column in kudosu_columns()]


def cells(change: KudosuHistory) -> dict[str, str]:
    row = make_rows(kudosu_columns(), [change], identity=kudosu_identity)[0]
    return dict(zip(KEYS, row.texts, strict=True))


def test_the_changes_of_a_player_add_up_to_what_the_profile_says(demo_server: Server) -> None:
    with connect(demo_server) as client:
        page = load_kudosu(client, 3178418, kudosu_columns(), 0)
        kudosu = client.user(3178418).kudosu
    assert kudosu is not None
    assert page.next is None
    assert sum(row.item.amount for row in page.rows) == kudosu.total
    first = page.rows[0]
    assert first.texts[KEYS.index("amount")] == f"{first.item.amount:+d}"
    assert kudosu_record(first.item)["amount"] == first.item.amount


def test_what_was_given_in_the_forum_names_its_giver() -> None:
    shown = cells(
        KudosuHistory(
            id=1,
            action=KudosuAction.FORUM_GIVE,
            amount=1200,
            giver=KudosuGiver(username="peppy", url="/users/2"),
            post=KudosuPost(title="A topic", url="/community/forums/posts/1"),
        )
    )
    assert shown["amount"] == "+1,200"
    assert shown["reason"] == "Given for a forum post"
    assert shown["giver"] == "peppy"
    assert shown["post"] == "A topic"


def test_a_post_that_is_gone_is_quiet() -> None:
    gone = KudosuHistory(id=1, amount=-1, post=KudosuPost(title="[deleted beatmap]"))
    there = KudosuHistory(id=2, amount=1, post=KudosuPost(title="A", url="/x"))
    rows = make_rows(kudosu_columns(), [gone, there], identity=kudosu_identity)
    place = KEYS.index("post")
    assert [row.tones[place] for row in rows] == [0, 1]
    assert rows[0].texts[KEYS.index("amount")] == "-1"


@pytest.mark.parametrize("action", list(KudosuAction))
def test_every_action_has_words(action: KudosuAction) -> None:
    words = reason(KudosuHistory(id=1, action=action))
    assert words
    assert words != action


def test_an_action_of_tomorrow_is_told_by_its_name() -> None:
    assert reason(KudosuHistory(id=1, action=KudosuAction("new_thing.give"))) == "new thing: give"
    assert reason(KudosuHistory(id=1)) == "unknown"
