"""Endpoints of chat: channels, messages, private messages and announcements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any

from osubrowser.api.auth.grants import Scope
from osubrowser.api.calls import ApiCalls
from osubrowser.api.endpoints.references import (
    CHANNEL,
    MESSAGE,
    USER,
    ChannelRef,
    MessageRef,
    UserRef,
    id_of,
    id_segment,
)
from osubrowser.api.entities.chat import (
    ChatChannel,
    ChatChannelAndUsers,
    ChatMessage,
    ChatSilence,
    ChatSilences,
    CreatePMResponse,
)
from osubrowser.api.paging import FetchedPage, paged

_PAGE = 50


def _around(fetched: FetchedPage) -> Mapping[str, Any] | None:
    """Return the arguments of the next page: back from the latest message, or on from `since`."""
    if len(fetched.entries) < min(max(int(fetched.arguments.get("limit") or _PAGE), 1), _PAGE):
        return None
    if fetched.arguments.get("since") is not None:
        return {"since": fetched.entries[-1].message_id}
    return {"until": fetched.entries[0].message_id}


class ChatEndpoints(ApiCalls):
    """Endpoints below `chat`, for players with the scopes `chat.read` and `chat.write`.

    Guests get LoginRequired, and sign-ins without the scope Forbidden, before anything is sent.
    Messages are never retried: after Offline or ServerTrouble they may have arrived.
    """

    def chat_channels(self) -> list[ChatChannel]:
        """Return the public channels: `GET chat/channels`. Raises OsuError."""
        return self._get(
            "/chat/channels", list[ChatChannel], needs_player=True, scope=Scope.CHAT_READ
        )

    def chat_channel(self, channel_id: ChannelRef) -> ChatChannelAndUsers:
        """Return a channel with its users: `GET chat/channels/{channel}`.

        Raises NotFound for a channel that the player has not joined.
        """
        return self._get(
            f"/chat/channels/{id_segment(channel_id, CHANNEL)}",
            ChatChannelAndUsers,
            needs_player=True,
            scope=Scope.CHAT_READ,
        )

    @paged(_around)
    def chat_messages(
        self,
        channel_id: ChannelRef,
        *,
        limit: int | None = None,
        since: MessageRef | None = None,
        until: MessageRef | None = None,
    ) -> list[ChatMessage]:
        """Return a page of the latest messages of a channel, oldest first.

        `GET chat/channels/{channel}/messages`. Only messages after the id `since`, or before the id
        `until`; `limit` is 1 to 50 (default 50). `client.pages` iterates back from the latest,
        or on from `since`. Raises NotFound for a channel that the player has not joined.
        """
        return self._get(
            f"/chat/channels/{id_segment(channel_id, CHANNEL)}/messages",
            list[ChatMessage],
            {"limit": limit, "since": id_of(since, MESSAGE), "until": id_of(until, MESSAGE)},
            needs_player=True,
            scope=Scope.CHAT_READ,
        )

    def chat_ack(
        self, *, since: MessageRef | None = None, history_since: int | None = None
    ) -> list[ChatSilence]:
        """Send a keep-alive, and return the silences since then: `POST chat/ack`.

        `since` is the id of a message, `history_since` the id of a silence. Raises OsuError.
        """
        return self._send(
            "POST",
            "/chat/ack",
            ChatSilences,
            params={"since": id_of(since, MESSAGE), "history_since": history_since},
            needs_player=True,
            scope=Scope.CHAT_READ,
            repeat=True,
        ).silences

    def chat_mark_as_read(self, channel_id: ChannelRef, message_id: MessageRef) -> None:
        """Mark a channel as read up to a message.

        `PUT chat/channels/{channel}/mark-as-read/{message}`. Raises NotFound for a channel
        that the player has not joined.
        """
        channel, message = id_segment(channel_id, CHANNEL), id_segment(message_id, MESSAGE)
        self._send(
            "PUT",
            f"/chat/channels/{channel}/mark-as-read/{message}",
            NoneType,
            needs_player=True,
            scope=Scope.CHAT_READ,
            repeat=True,
        )

    # --- writes ----------------------------------------------------------------------------

    def send_pm(
        self, user_id: UserRef, message: str, *, is_action: bool | None = False
    ) -> CreatePMResponse:
        """Send a private message to a player: `POST chat/new`.

        `is_action` sends it as /me. Raises NotFound for an unknown player, Forbidden for one who
        blocks messages, InvalidRequest for a text that is too long, RateLimited.
        """
        return self._send(
            "POST",
            "/chat/new",
            CreatePMResponse,
            json={
                "target_id": id_of(user_id, USER),
                "message": message,
                "is_action": bool(is_action),
            },
            needs_player=True,
            scope=Scope.CHAT_WRITE,
        )

    def send_announcement(
        self,
        channel_name: str,
        channel_description: str,
        message: str,
        target_ids: Sequence[UserRef],
    ) -> ChatChannel:
        """Send an announcement to players, in a new channel: `POST chat/channels`.

        Needs the scope `chat.write_manage` and a group with that right. Raises Forbidden without.
        """
        return self._send(
            "POST",
            "/chat/channels",
            ChatChannel,
            json={
                "type": "ANNOUNCE",
                "channel": {"name": channel_name, "description": channel_description},
                "message": message,
                "target_ids": [id_of(one, USER) for one in target_ids],
            },
            needs_player=True,
            scope=Scope.CHAT_WRITE_MANAGE,
        )
