"""Changes of comments on beatmapsets, and of the first places of leaderboards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from osubrowser.api.entities.comments import Comment, CommentBundle
from osubrowser.api.entities.scores import BeatmapScores
from osubrowser.services.history.changes import ChangeKind
from osubrowser.services.history.days import to_unix

if TYPE_CHECKING:
    from osubrowser.services.history.detect.look import Followed, Look

LONGEST_EXCERPT: Final = 200


def detect(look: Look) -> None:
    """Look for new comments on sets, and for another first place of a difficulty."""
    entity, segments = look.observation.entity, look.segments
    if isinstance(entity, CommentBundle) and segments == ("comments",):
        is_of_set = look.param("commentable_type") == "beatmapset"
        thing = look.one(f"/beatmapsets/{look.param('commentable_id')}") if is_of_set else None
        if thing is not None and look.param("parent_id") in ("", "0"):
            _detect_comments(look, thing, entity)
    elif isinstance(entity, BeatmapScores) and segments[0] == "beatmaps" and len(segments) == 3:
        thing = look.one(f"/beatmaps/{segments[1]}")
        if thing is not None and segments[2] == "scores":
            _detect_first(look, thing, entity)


def _detect_comments(look: Look, thing: Followed, bundle: CommentBundle) -> None:
    """Compare the newest comment; only the order `new` says which one that is."""
    if look.param("cursor[id]") or look.param("page") not in ("", "1"):
        return
    if look.param("sort") not in ("", "new"):
        return
    thing.done("comments")
    known: dict[str, Any] | None = thing.state.get("comments")
    comments = {one.id: one for one in (*bundle.comments, *bundle.included_comments)}
    newest = max(comments, default=0)
    thing.state["comments"] = {
        "newest": max(newest, 0 if known is None else known["newest"]),
        "total": bundle.total,
    }
    if known is None:
        return
    new = [one for number, one in comments.items() if number > known["newest"]]
    new = [one for one in new if one.deleted_at is None]
    if new:
        last = max(new, key=lambda one: one.id)
        data = {"count": len(new), "newest": _comment(last, bundle), "total": bundle.total}
        look.add(thing, ChangeKind.COMMENT, data, is_page=True)


def _comment(comment: Comment, bundle: CommentBundle) -> dict[str, Any]:
    names = {user.id: user.username for user in bundle.users}
    return {
        "id": comment.id,
        "name": comment.legacy_name or names.get(comment.user_id),
        "text": (comment.message or "")[:LONGEST_EXCERPT],
        "at": to_unix(comment.created_at),
    }


def _detect_first(look: Look, thing: Followed, board: BeatmapScores) -> None:
    """Compare the first place of a difficulty's whole leaderboard, of its own ruleset."""
    params = look.observation.params
    is_whole = look.param("type") in ("", "global") and not params.get("mods[]")
    if not is_whole or look.param("legacy_only") not in ("", "0") or params.get("mods"):
        return
    if look.param("mode") not in ("", thing.state.get("mode") or ""):
        return
    thing.done("scores")
    if not board.scores:
        return
    first = board.scores[0]
    name = "" if first.user is None else first.user.username
    holder = {"id": first.user_id, "name": name}
    known: dict[str, Any] | None = thing.state.get("first")
    score = first.score_id or first.id or 0
    thing.state["first"] = {"player": holder, "score": score}
    if known is None or known["player"]["id"] == first.user_id:
        return
    data = {
        "beatmap": first.beatmap_id,
        "beatmapset": None if first.beatmap is None else first.beatmap.beatmapset_id,
        "is_board": True,
        "player": holder,
        "before": known["player"],
        "score": score,
        "pp": first.pp,
        "ruleset": thing.state.get("mode"),
    }
    look.add(thing, ChangeKind.FIRST_WON, data, is_page=True)
