"""Events of a beatmapset as lines: nominations, ranks, edits, issues, kudosu, moderation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from osubrowser.api.entities.beatmapset_events import BeatmapsetEventComment
from osubrowser.models.posts.feed import PAGE, PostFeed
from osubrowser.models.posts.post import MODE_WORDS, Pill, Post, PostKind, author_of, names, when_of
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmapset_events import (
        BeatmapsetEvent,
        ModdingHistoryEventsBundle,
    )
    from osubrowser.api.entities.users import UserCompact

PAGE_SIZE: Final = 50

_SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "nominate": (tr("{name} nominated this"), "good"),
    "nominate_modes": (tr("{name} nominated this"), "good"),
    "qualify": (tr("{name} qualified this"), "good"),
    "rank": (tr("Ranked"), "good"),
    "approve": (tr("Approved"), "good"),
    "love": (tr("{name} added this to Loved"), "good"),
    "remove_from_loved": (tr("{name} removed this from Loved"), "bad"),
    "nomination_reset": (tr("{name} reset the nominations with a new problem"), "bad"),
    "nomination_reset_received": (tr("{name} had a nomination reset"), "bad"),
    "disqualify": (tr("{name} disqualified this"), "bad"),
    "disqualify_legacy": (tr("{name} disqualified this"), "bad"),
    "kudosu_gain": (tr("{name} received kudosu"), "plain"),
    "kudosu_lost": (tr("{name} lost kudosu"), "plain"),
    "kudosu_allow": (tr("Kudosu was allowed again"), "plain"),
    "kudosu_deny": (tr("Kudosu was denied"), "plain"),
    "kudosu_recalculate": (tr("Kudosu was counted anew"), "plain"),
    "genre_edit": (tr("{name} changed the genre"), "plain"),
    "language_edit": (tr("{name} changed the language"), "plain"),
    "nsfw_toggle": (tr("{name} changed the explicit mark"), "plain"),
    "offset_edit": (tr("{name} changed the online offset"), "plain"),
    "tags_edit": (tr("{name} changed the tags"), "plain"),
    "issue_resolve": (tr("{name} resolved an issue"), "good"),
    "issue_reopen": (tr("{name} reopened an issue"), "bad"),
    "beatmap_owner_change": (tr("{name} changed the owner of a difficulty"), "plain"),
    "discussion_lock": (tr("The discussion was locked"), "bad"),
    "discussion_unlock": (tr("The discussion was unlocked"), "good"),
    "discussion_delete": (tr("A discussion was deleted"), "bad"),
    "discussion_restore": (tr("A discussion was restored"), "plain"),
    "discussion_post_delete": (tr("A post was deleted"), "bad"),
    "discussion_post_restore": (tr("A post was restored"), "plain"),
}
"""Sentence and tone by type of event; `{name}` is its author."""
_LABELS: Final[Mapping[str, str]] = {
    "nominate": tr("Nominate"),
    "nominate_modes": tr("Nominate modes"),
    "qualify": tr("Qualify"),
    "rank": tr("Rank", "event of a beatmap"),
    "approve": tr("Approve"),
    "love": tr("Love", "event of a beatmap"),
    "remove_from_loved": tr("Remove from loved"),
    "nomination_reset": tr("Nomination reset"),
    "nomination_reset_received": tr("Nomination reset received"),
    "disqualify": tr("Disqualify"),
    "disqualify_legacy": tr("Disqualify legacy"),
    "kudosu_gain": tr("Kudosu gain"),
    "kudosu_lost": tr("Kudosu lost"),
    "kudosu_allow": tr("Kudosu allow"),
    "kudosu_deny": tr("Kudosu deny"),
    "kudosu_recalculate": tr("Kudosu recalculate"),
    "genre_edit": tr("Genre edit"),
    "language_edit": tr("Language edit"),
    "nsfw_toggle": tr("Explicit mark"),
    "offset_edit": tr("Offset edit"),
    "tags_edit": tr("Tags edit"),
    "issue_resolve": tr("Issue resolve"),
    "issue_reopen": tr("Issue reopen"),
    "beatmap_owner_change": tr("Beatmap owner change"),
    "discussion_lock": tr("Discussion lock"),
    "discussion_unlock": tr("Discussion unlock"),
    "discussion_delete": tr("Discussion delete"),
    "discussion_restore": tr("Discussion restore"),
    "discussion_post_delete": tr("Discussion post delete"),
    "discussion_post_restore": tr("Discussion post restore"),
}
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class EventPage:
    """Page of events: the newest first.

    Attributes:
        posts: the events, each a line.
        is_last: whether no page follows.
    """

    posts: tuple[Post, ...]
    is_last: bool


def load_events(client: Client, beatmapset: int, page: int) -> EventPage:
    """Return a page of the events of a set: `GET beatmapsets/events`. Blocks.

    Raises:
        OsuError: as the client raises it.
    """
    found = client.beatmapset_events(beatmapset_id=beatmapset, page=page, limit=PAGE_SIZE)
    return event_page_of(found, datetime.now(UTC))


def event_page_of(found: ModdingHistoryEventsBundle, now: datetime) -> EventPage:
    """Return a response as a page."""
    users: Mapping[int | None, UserCompact] = {user.id: user for user in found.users}
    posts = tuple(event_of(event, users, now) for event in found.events)
    return EventPage(posts, len(posts) < PAGE_SIZE)


def event_of(
    event: BeatmapsetEvent, users: Mapping[int | None, UserCompact], now: datetime
) -> Post:
    """Return an event as a line, with the modes of nominations and the details of edits."""
    type_ = "" if event.type is None else str(event.type)
    sentence, tone = _SENTENCES.get(
        type_,
        (plain(type_.replace("_", " "), 60).capitalize() or tr("Something happened"), "plain"),
    )
    author = None
    if event.user_id is not None:
        author = author_of(users.get(event.user_id), event.user_id)
    name = author.name if author is not None else tr("A moderator")
    text = sentence.replace("{name}", name, 1)
    detail = _details(type_, event.comment, lambda id: author_of(users.get(id), id).name)
    about = event.discussion
    if about is not None and about.starting_post is not None:
        message = about.starting_post.message
        if isinstance(message, str) and message and about.message_type != "review":
            detail = f"{detail}: {plain(message, 160)}" if detail else f": {plain(message, 160)}"
    when, moment = when_of(event.created_at, now)
    path = ""
    if about is not None:
        from osubrowser.models.discussions.discussions import discussion_path

        path = discussion_path(about)
    elif event.beatmapset is not None:
        path = f"/beatmapsets/{event.beatmapset.id}/discussion"
    return Post(
        f"e{event.id}",
        PostKind.LINE,
        place=author.place if author is not None else None,
        pills=(Pill(type_label(type_), tone),),
        when=when,
        moment=moment,
        text=plain(f"{text}{detail}", _LONGEST),
        path=path,
    )


def type_label(type_: str) -> str:
    """Return the label of a type of event: `nomination_reset` is `Nomination reset`."""
    known = _LABELS.get(type_)
    return known or plain(type_.replace("_", " "), 30).capitalize() or tr("Event")


def _modes(modes: list[str]) -> str:
    return ", ".join(MODE_WORDS.get(mode, plain(mode, 20)) for mode in modes[:8])


def _details(
    type_: str, comment: BeatmapsetEventComment | str | None, name_of: Callable[[int], str]
) -> str:
    """Return what the comment of an event adds to its sentence; "" for nothing."""
    if isinstance(comment, str):
        return f": {plain(comment, _LONGEST)}" if comment.strip() else ""
    if comment is None:
        return ""
    parts: list[str] = []
    if comment.modes:
        parts.append(
            tr("for {modes}", "after what happened").format(
                modes=_modes([str(mode) for mode in comment.modes])
            )
        )
    if type_ == "nomination_reset_received" and comment.source_user_username:
        parts.append(
            tr("by {player}", "after what happened").format(
                player=plain(comment.source_user_username, 60)
            )
        )
    if comment.nominator_ids:
        parts.append(
            tr("(nominated by {names})", "after what happened").format(
                names=names([name_of(id) for id in comment.nominator_ids[:20]])
            )
        )
    if type_ == "beatmap_owner_change":
        difficulty = plain(comment.beatmap_version or "", 80)
        owners = [plain(one.username, 60) for one in comment.new_users or ()]
        owners = owners or [plain(comment.new_user_username or "", 60)]
        whose = names([one for one in owners if one])
        parts.append(difficulty)
        if whose:
            parts.append(tr("to {player}", "after what happened").format(player=whose))
    if comment.old is not None or comment.new is not None:
        parts.append(
            tr("from {old} to {new}", "after what happened").format(
                old=_value(comment.old), new=_value(comment.new)
            )
        )
    if comment.new_vote is not None:
        parts.append(
            tr("({score} by {player})", "after what happened").format(
                score=numerals.signed(comment.new_vote.score),
                player=name_of(comment.new_vote.user_id or 0),
            )
        )
    said = "".join(f" {part}" for part in parts if part)
    return f"{said}: {plain(comment.reason, _LONGEST)}" if comment.reason else said


def _value(value: object) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if value is None or value == "":
        return tr("nothing")
    return f"“{plain(str(value), 100)}”" if isinstance(value, str) else plain(str(value), 40)


class EventFeed(PostFeed):
    """Events of one beatmapset, the newest first; pages are loaded as they are reached."""

    _beatmapset = 0
    _page = 0

    @property
    def beatmapset(self) -> int:
        """Id of the shown set; 0 for none."""
        return self._beatmapset

    def forget(self) -> None:
        """Release the events."""
        self._beatmapset = self._page = 0

    def show(self, beatmapset: int) -> None:
        """Show the events of a set."""
        self.stop()
        self._beatmapset, self._page, self.is_complete = beatmapset, 0, False
        self.publish([])
        self.start()

    def reload(self) -> None:
        """Load the first page again."""
        self.stop()
        self._page, self.is_complete = 0, False
        self.load_page(is_first=True)

    def load_page(self, *, is_first: bool = False) -> None:
        """Load the next page."""
        number = 1 if is_first else self._page + 1
        self.loads.start(
            PAGE,
            load_events,
            (self._beatmapset, number),
            lambda page: self._on_page(number, page),
            with_cached=is_first,
        )

    def _on_page(self, number: int, page: EventPage) -> None:
        before = [] if number == 1 else self.posts
        known = {post.id for post in before}
        fresh = [post for post in page.posts if post.id not in known]
        self._page = number
        self.is_complete = page.is_last or not fresh
        self.publish([*before, *fresh])
