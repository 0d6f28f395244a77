"""Chat: reading channels, and sending messages in a player's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any

from osubrowser.api.auth.grants import Scope
from osubrowser.api.endpoints.base import Endpoints, path_segment
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
    """Go back from the latest message, or on from `since`."""
    if len(fetched.entries) < min(max(int(fetched.arguments.get("limit") or _PAGE), 1), _PAGE):
        return None
    if fetched.arguments.get("since") is not None:
        return {"since": fetched.entries[-1].message_id}
    return {"until": fetched.entries[0].message_id}


class ChatEndpoints(Endpoints):
    """`chat`, for players who signed in with the scopes `chat.read` and `chat.write`.

    Without a player LoginRequired is raised, without the scope Forbidden, both before anything
    is sent. Messages are sent once: an error that says nothing of a refusal leaves open whether
    they arrived.
    """

    def chat_channels(self) -> list[ChatChannel]:
        """Return the public channels: `GET chat/channels`. Raises OsuError."""
        return self._get(
            "/chat/channels", list[ChatChannel], needs_player=True, scope=Scope.CHAT_READ
        )

    def chat_channel(self, channel_id: int) -> ChatChannelAndUsers:
        """Return a channel that the player is in: `GET chat/channels/{channel}`.

        Raises NotFound for one that they are not in.
        """
        return self._get(
            f"/chat/channels/{path_segment(channel_id)}",
            ChatChannelAndUsers,
            needs_player=True,
            scope=Scope.CHAT_READ,
        )

    @paged(_around)
    def chat_messages(
        self,
        channel_id: int,
        *,
        limit: int | None = None,
        since: int | None = None,
        until: int | None = None,
    ) -> list[ChatMessage]:
        """Return the latest messages of a channel, oldest of them first.

        `GET chat/channels/{channel}/messages`. `since` and `until` are ids of messages, to see
        those after or before them; `limit` is 1 to 50 (50). `client.pages` walks back from the
        latest, or on from `since`. Raises NotFound for a channel the player is not in.
        """
        return self._get(
            f"/chat/channels/{path_segment(channel_id)}/messages",
            list[ChatMessage],
            {"limit": limit, "since": since, "until": until},
            needs_player=True,
            scope=Scope.CHAT_READ,
        )

    def chat_ack(
        self, *, since: int | None = None, history_since: int | None = None
    ) -> list[ChatSilence]:
        """Say that the player is there, and return who was silenced since: `POST chat/ack`.

        `since` is the id of a message, `history_since` that of a silence. Raises OsuError.
        """
        return self._send(
            "POST",
            "/chat/ack",
            ChatSilences,
            params={"since": since, "history_since": history_since},
            needs_player=True,
            scope=Scope.CHAT_READ,
            repeat=True,
        ).silences

    def chat_mark_as_read(self, channel_id: int, message_id: int) -> None:
        """Note that a channel is read up to a message.

        `PUT chat/channels/{channel}/mark-as-read/{message}`. Raises NotFound for a channel the
        player is not in.
        """
        self._send(
            "PUT",
            f"/chat/channels/{path_segment(channel_id)}/mark-as-read/{path_segment(message_id)}",
            NoneType,
            needs_player=True,
            scope=Scope.CHAT_READ,
            repeat=True,
        )

    # --- writes ----------------------------------------------------------------------------

    def send_pm(
        self, user_id: int, message: str, *, is_action: bool | None = False
    ) -> CreatePMResponse:
        """Send a message to a player: `POST chat/new`.

        With `is_action` it is one of those that begin with /me. Raises NotFound for a player
        who does not exist, Forbidden for one who takes no messages, InvalidRequest for a text
        that is too long, RateLimited for too many.
        """
        return self._send(
            "POST",
            "/chat/new",
            CreatePMResponse,
            json={"target_id": user_id, "message": message, "is_action": bool(is_action)},
            needs_player=True,
            scope=Scope.CHAT_WRITE,
        )

    def send_announcement(
        self,
        channel_name: str,
        channel_description: str,
        message: str,
        target_ids: Sequence[int],
    ) -> ChatChannel:
        """Send an announcement to players, in a channel made for it: `POST chat/channels`.

        Needs the scope `chat.write_manage`, and a player whom osu! lets announce: raises
        Forbidden for all others.
        """
        return self._send(
            "POST",
            "/chat/channels",
            ChatChannel,
            json={
                "type": "ANNOUNCE",
                "channel": {"name": channel_name, "description": channel_description},
                "message": message,
                "target_ids": list(target_ids),
            },
            needs_player=True,
            scope=Scope.CHAT_WRITE_MANAGE,
        )
