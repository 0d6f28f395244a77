"""Entries of the download queue: the replay that is wanted, its state, and summaries."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.api.entities.scores import Score

DEMO_SERVER = "demo"
"""`QueueEntry.server` of the demo, whose address is another one in each run."""


class DownloadState(StrEnum):
    """State of an entry of the queue."""

    WAITING = "waiting"
    DOWNLOADING = "downloading"
    PAUSED = "paused"
    """Paused by the user; `DownloadQueue.is_paused` pauses the whole queue."""
    DONE = "done"
    FAILED = "failed"
    """`QueueEntry.failure` says why; it can be retried."""
    NO_REPLAY = "no_replay"
    """The score has no replay, or does not exist; `QueueEntry.failure` says which."""
    EXISTS = "exists"
    """The replay is in the library, or a file of its name is there: `QueueEntry.path`."""

    @property
    def is_open(self) -> bool:
        """Whether there is something left to do."""
        return self in (DownloadState.WAITING, DownloadState.DOWNLOADING, DownloadState.PAUSED)


@dataclass(frozen=True, slots=True)
class ReplayTarget:
    """Identity of a replay: by id of its score, by stable id, or by player and beatmap.

    Attributes:
        score_id: as in the web address; 0 if unknown.
        legacy_id: of a stable score within `mode`; 0 if unknown.
        mode: API name of the ruleset (`osu`, `taiko`, `fruits`, `mania`); "" if unknown.
        player: name, or id in digits: the replay is asked for by player and beatmap, from API v1.
        beatmap_id: for API v1, with `player`.
        mods: acronyms such as `HDDT`, to pick one of the player's scores; `NM` for none of them,
            "" for the best score.
    """

    score_id: int = 0
    legacy_id: int = 0
    mode: str = ""
    player: str = ""
    beatmap_id: int = 0
    mods: str = ""

    @property
    def needs_key(self) -> bool:
        """Whether it is downloaded by API v1, which needs a key."""
        return bool(self.player)

    @property
    def keys(self) -> tuple[str, ...]:
        """Texts of which two targets share one if they are the same replay."""
        found = []
        if self.score_id:
            found.append(f"score {self.score_id}")  # not shown: identity of it
        if self.legacy_id and self.mode:
            found.append(f"{self.mode} {self.legacy_id}")
        if self.player:
            found.append(
                f"{self.mode} {self.player.casefold()} on {self.beatmap_id} {self.mods}"
            )  # not shown: identity of it
        return tuple(found)

    @property
    def label(self) -> str:
        """Short description, for entries whose score is not known yet."""
        if self.player:
            text = (
                tr("{player} on beatmap {beatmap} with {mods}")
                if self.mods
                else tr("{player} on beatmap {beatmap}")
            )
            return text.format(player=self.player, beatmap=self.beatmap_id, mods=self.mods)
        if self.score_id:
            return tr("score {id}").format(id=self.score_id)
        return tr("score {id} of {mode}").format(id=self.legacy_id, mode=self.mode)


@dataclass(frozen=True, slots=True)
class ReplayDetails:
    """Known facts of a score: its labels, and what the downloaded file is checked against.

    Texts are clean and ready to be shown. Numbers are 0 and texts empty where unknown.

    Attributes:
        player: user name.
        title: `artist - title [difficulty]`, romanised.
        mods: acronyms, such as `HDDT`.
        mode: API name of the ruleset.
        fields: values of the name template (`api.score_fields`).
        beatmap_hash: MD5 of the beatmap's current version.
        total_score: standardised score.
        legacy_total_score: stable's score.
        max_combo: of the play.
        has_replay: whether the server has its replay; None if unknown.
    """

    player: str = ""
    title: str = ""
    mods: str = ""
    mode: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    beatmap_hash: str = ""
    total_score: int = 0
    legacy_total_score: int = 0
    max_combo: int = 0
    has_replay: bool | None = None


@dataclass(frozen=True, slots=True)
class WantedReplay:
    """Replay to be added to the queue. `details` is None for a bare id: the score is asked for."""

    target: ReplayTarget
    details: ReplayDetails | None = None


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """Entry of the queue, at one moment: a change makes a new one.

    Attributes:
        id: number of the entry, never used again.
        position: rank in the queue; only its order counts.
        batch: number of the batch that it was added with.
        server: origin of the server that it is downloaded from, or `DEMO_SERVER`.
        target: identity of the replay.
        details: facts of the score; None until it was asked for.
        state: what is going on with it.
        received: bytes so far.
        size: bytes of the file; None if unknown.
        speed: bytes per second; None while unknown.
        attempts: number of tries so far.
        failure: the last problem, or a note about the file, as an English sentence, which
            `worker.failure_text` translates; "" for none.
        path: the file; "" while there is none.
        retry_at: when it is tried again (Unix time); 0 for as soon as possible.
        added_at: Unix time.
        finished_at: Unix time; 0 while open.
    """

    id: int
    position: int
    batch: int
    server: str
    target: ReplayTarget
    details: ReplayDetails | None = None
    state: DownloadState = DownloadState.WAITING
    received: int = 0
    size: int | None = None
    speed: float | None = None
    attempts: int = 0
    failure: str = ""
    path: str = ""
    retry_at: float = 0.0
    added_at: float = 0.0
    finished_at: float = 0.0

    @property
    def player(self) -> str:
        """User name; "" while unknown."""
        return self.details.player if self.details is not None else ""

    @property
    def title(self) -> str:
        """`artist - title [difficulty]`, or what was asked for while that is unknown."""
        known = self.details.title if self.details is not None else ""
        return known or self.target.label

    @property
    def mods(self) -> str:
        """Acronyms of the mods; "" for none, and while unknown."""
        return self.details.mods if self.details is not None else ""

    @property
    def mode(self) -> str:
        """API name of the ruleset; "" while unknown."""
        return (self.details.mode if self.details is not None else "") or self.target.mode


@dataclass(frozen=True, slots=True)
class AddResult:
    """Outcome of adding replays to the queue.

    Attributes:
        batch: number of the batch; 0 if nothing was added.
        added: entries that will be downloaded.
        in_queue: replays that were in the queue already.
        in_library: replays that are on this computer already; they are not listed.
        no_replay: scores without a replay; they are listed with the reason.
    """

    batch: int = 0
    added: int = 0
    in_queue: int = 0
    in_library: int = 0
    no_replay: int = 0

    @property
    def text(self) -> str:
        """The outcome as a sentence: `12 replays added; 3 were in the queue already.`"""
        more = []
        if self.in_queue:
            more.append(tr("%n in the queue already", "", self.in_queue))
        if self.in_library:
            more.append(tr("%n on this computer already", "", self.in_library))
        if self.no_replay:
            more.append(tr("%n without a replay", "", self.no_replay))
        first = tr("%n replay(s) added", "", self.added)
        return f"{first}; {', '.join(more)}." if more else f"{first}."


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """Outcome of a batch whose last entry has just finished."""

    batch: int
    done: int = 0
    exists: int = 0
    no_replay: int = 0
    failed: int = 0

    @property
    def text(self) -> str:
        """The outcome as a sentence for a notification."""
        more = []
        if self.exists:
            more.append(tr("%n was/were there already", "", self.exists))
        if self.no_replay:
            more.append(tr("%n has/have no replay", "", self.no_replay))
        if self.failed:
            more.append(tr("%n failed", "", self.failed))
        first = tr("%n replay(s) saved", "", self.done)
        return f"{first}; {', '.join(more)}." if more else f"{first}."


class Remedy(StrEnum):
    """What would help where nothing goes on.

    Attributes:
        NONE: nothing but time.
        FOLDER: another folder for replays, or another try.
        LIST: another try to open or write the list of downloads.
        CONNECTION: another try to reach the server.
        SIGN_IN: a session.
        KEY: a key of API v1, or a session.
    """

    NONE = ""
    FOLDER = "folder"
    LIST = "list"
    CONNECTION = "connection"
    SIGN_IN = "sign_in"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class QueueSummary:
    """State of the whole queue, for the status line, the window title and the task bar.

    Attributes:
        running: downloads under way.
        waiting: entries that will be tried.
        paused: entries that the user paused.
        done: finished entries of the batches under way, of `total`.
        total: entries of the batches under way.
        is_paused: whether the whole queue is paused.
        eta: seconds until it is done, at the pace that the server allows; None if idle or paused.
        reason: why nothing goes on, as a sentence; "" while it does.
        remedy: what would help.
        text: `2 replays downloading, 38 waiting, done in 4 min`; "" while there is nothing to do.
    """

    running: int = 0
    waiting: int = 0
    paused: int = 0
    done: int = 0
    total: int = 0
    is_paused: bool = False
    eta: float | None = None
    reason: str = ""
    remedy: Remedy = Remedy.NONE
    text: str = ""

    @property
    def fraction(self) -> float | None:
        """Progress of the batches under way, 0 to 1; None while there is nothing to do."""
        return self.done / self.total if self.total and self.running + self.waiting else None


def counted(number: int) -> str:
    """Format a number of replays: `1 replay`, `1,200 replays`."""
    return tr("%n replay(s)", "", number)


def wanted_of_score(score: Score, player: str = "") -> WantedReplay:
    """Return the replay of a score. Formats texts: call it on a worker for many.

    `player` is the user name, for scores without their user, as in a player's own lists.
    """
    details = details_of_score(score, player)
    target = ReplayTarget(
        score_id=score.score_id or 0, legacy_id=score.legacy_score_id or 0, mode=details.mode
    )
    return WantedReplay(target, details)


def details_of_score(score: Score, player: str = "") -> ReplayDetails:
    """Return the facts of a score that the queue needs."""
    from osubrowser.api.replays.name_template import score_fields
    from osubrowser.services.text.plain import plain

    fields = score_fields(score, player or None)
    artist, title = fields.get("artist", ""), fields.get("title", "")
    song = f"{artist} - {title}" if artist and title else artist or title
    difficulty = fields.get("difficulty", "")
    return ReplayDetails(
        player=plain(fields["player"]),
        title=plain(f"{song} [{difficulty}]" if difficulty else song),
        mods=fields["mods"],
        mode=fields["mode"],
        fields=fields,
        beatmap_hash=(score.beatmap.checksum or "") if score.beatmap is not None else "",
        total_score=score.total_score,
        legacy_total_score=score.legacy_total_score,
        max_combo=score.max_combo,
        has_replay=score.has_replay,
    )
