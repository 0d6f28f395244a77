"""Entities of chat: channels, messages and silences."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, Int64, OpenEnum, Timestamp
from osubrowser.api.entities.users import UserCompact


class ChannelType(OpenEnum):
    """Type of a channel."""

    PUBLIC = "PUBLIC"
    PRIVATE = "PRIVATE"
    MULTIPLAYER = "MULTIPLAYER"
    SPECTATOR = "SPECTATOR"
    TEMPORARY = "TEMPORARY"
    PM = "PM"
    GROUP = "GROUP"
    ANNOUNCE = "ANNOUNCE"
    TEAM = "TEAM"


class ChatMessageType(OpenEnum):
    """Format of a message."""

    PLAIN = "plain"
    ACTION = "action"
    MARKDOWN = "markdown"


class ChatMessage(Entity, frozen=True, kw_only=True):
    """Chat message; `is_action` is one sent with /me. `sender` may be a deleted user."""

    identified_by = ("message_id", "channel_id")

    message_id: Int64 = 0
    channel_id: Int64 = 0
    sender_id: Int64 | None = None
    content: str = ""
    timestamp: Timestamp | None = None
    is_action: bool | None = None
    type: ChatMessageType | None = None
    uuid: str | None = None
    sender: UserCompact | None = None


class ChannelUserAttributes(Entity, frozen=True, kw_only=True):
    """The signed-in player's rights and last read message in a channel."""

    can_list_users: bool | None = None
    can_message: bool | None = None
    can_message_error: str | None = None
    last_read_id: Int64 | None = None


class ChatChannel(Entity, frozen=True, kw_only=True):
    """Channel; messages have at most `message_length_limit` characters."""

    identified_by = ("channel_id", "name")

    channel_id: Int64 = 0
    name: str | None = None
    description: str | None = None
    icon: str | None = None
    type: ChannelType | None = None
    moderated: bool | None = None
    message_length_limit: Int64 = 450
    uuid: str | None = None
    current_user_attributes: ChannelUserAttributes | None = None
    last_message_id: Int64 | None = None
    last_read_id: Int64 | None = None
    recent_messages: list[ChatMessage] | None = None
    users: list[Int64] | None = None


class ChatChannelAndUsers(Entity, frozen=True, kw_only=True):
    """Channel with its visible users."""

    channel: ChatChannel = ChatChannel()
    users: list[UserCompact] = msgspec.field(default_factory=list)


class CreatePMResponse(Entity, frozen=True, kw_only=True):
    """Private message that was just sent, with its channel."""

    message: ChatMessage = ChatMessage()
    new_channel_id: Int64 | None = None
    channel: ChatChannel | None = None
    presence: list[ChatChannel] | None = None


class ChatSilence(Entity, frozen=True, kw_only=True):
    """Silence of a player, whose messages are to be removed."""

    id: Int64 = 0
    user_id: Int64 | None = None


class ChatSilences(Entity, frozen=True, kw_only=True):
    """Response of `chat/ack`."""

    silences: list[ChatSilence] = msgspec.field(default_factory=list)
