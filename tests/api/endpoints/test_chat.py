"""Endpoints of chat: channels, messages, pages, sending."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from osubrowser.api import ChannelType, ChatMessageType, Forbidden, LoginRequired, Offline
from tests.api.conftest import Stub
from tests.api.stub_calls import answer, asked, player, sent

CHANNEL = {
    "channel_id": 5,
    "name": "#osu",
    "type": "PUBLIC",
    "moderated": False,
    "message_length_limit": 450,
    "current_user_attributes": {"can_list_users": False, "can_message": True, "last_read_id": 9},
}


def message(number: int) -> dict[str, object]:
    return {
        "message_id": number,
        "channel_id": 5,
        "sender_id": 2,
        "content": f"message {number}",
        "timestamp": "2026-07-04T00:47:40Z",
        "is_action": False,
        "type": "plain",
        "sender": {"id": 2, "username": "peppy"},
    }


def test_channels(stub: Stub) -> None:
    client = player(stub, "chat.read")
    answer(stub, [CHANNEL, {"channel_id": 6, "type": "TOMORROW"}])
    channel, unknown = client.chat_channels()
    assert channel.type is ChannelType.PUBLIC
    assert channel.current_user_attributes is not None
    assert channel.current_user_attributes.last_read_id == 9
    assert unknown.type == "TOMORROW"
    answer(stub, {"channel": CHANNEL, "users": [{"id": 2, "username": "peppy"}]})
    whole = client.chat_channel(5)
    assert asked(stub) == ("GET /chat/channels/5", {})
    assert (whole.channel.name, whole.users[0].username) == ("#osu", "peppy")


def test_messages_are_walked_back(stub: Stub) -> None:
    client = player(stub, "chat.read")
    answer(stub, [message(n) for n in (8, 9)], [message(7)])
    pages = list(client.pages(client.chat_messages, 5, limit=2))
    assert [m.message_id for page in pages for m in page] == [8, 9, 7]
    assert asked(stub) == ("GET /chat/channels/5/messages", {"limit": ["2"], "until": ["8"]})
    first = pages[0][0]
    assert first.timestamp == datetime(2026, 7, 4, 0, 47, 40, tzinfo=UTC)
    assert first.type is ChatMessageType.PLAIN
    assert first.sender is not None
    assert first.sender.username == "peppy"


def test_messages_are_walked_on_from_one(stub: Stub) -> None:
    client = player(stub, "chat.read")
    answer(stub, [message(n) for n in (8, 9)], [])
    pages = list(client.pages(client.chat_messages, 5, limit=2, since=7))
    assert [m.message_id for page in pages for m in page] == [8, 9]
    assert asked(stub)[1] == {"limit": ["2"], "since": ["9"]}


def test_being_there_and_having_read(stub: Stub) -> None:
    client = player(stub, "chat.read")
    answer(stub, {"silences": [{"id": 1, "user_id": 3}]})
    assert client.chat_ack(since=9)[0].user_id == 3
    assert asked(stub) == ("POST /chat/ack", {"since": ["9"]})
    stub.respond(lambda exchange, _: exchange.answer(204, b""))
    client.chat_mark_as_read(5, 9)
    assert asked(stub) == ("PUT /chat/channels/5/mark-as-read/9", {})


def test_sending(stub: Stub) -> None:
    client = player(stub, "chat.write", "chat.write_manage")
    answer(stub, {"message": message(9), "new_channel_id": 5, "channel": CHANNEL})
    made = client.send_pm(2, "message 9", is_action=True)
    assert asked(stub) == ("POST /chat/new", {})
    assert sent(stub) == {"target_id": 2, "message": "message 9", "is_action": True}
    assert (made.message.content, made.new_channel_id) == ("message 9", 5)
    answer(stub, {**CHANNEL, "type": "ANNOUNCE"})
    assert client.send_announcement("n", "d", "m", [2, 3]).type is ChannelType.ANNOUNCE
    assert asked(stub) == ("POST /chat/channels", {})
    assert sent(stub) == {
        "type": "ANNOUNCE",
        "channel": {"name": "n", "description": "d"},
        "message": "m",
        "target_ids": [2, 3],
    }


def test_who_may_not_is_told_before_anything_is_sent(stub: Stub) -> None:
    with pytest.raises(LoginRequired):
        stub.client(scopes=["public", "chat.write"]).send_pm(2, "x")
    reader = player(stub, "chat.read")
    with pytest.raises(Forbidden):
        reader.send_pm(2, "x")
    with pytest.raises(Forbidden):
        reader.send_announcement("n", "d", "m", [2])
    writer = player(stub, "chat.write")
    for call in (writer.chat_channels, writer.chat_ack):
        with pytest.raises(Forbidden):
            call()
    assert stub.requests == []


def test_a_message_is_not_sent_twice(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.reset())
    with pytest.raises(Offline):
        player(stub, "chat.write").send_pm(2, "x")
    assert len(stub.requests) == 1
