"""Download queue on the embedded osu!: everything arrives, once, whole; nothing is lost."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from osubrowser.api import Client, errors
from osubrowser.api.entities.scores import Score
from osubrowser.api.replays import read_replay
from osubrowser.services.downloads import limits
from osubrowser.services.downloads.entries import (
    AddResult,
    BatchSummary,
    DownloadState,
    QueueEntry,
    Remedy,
    ReplayTarget,
    WantedReplay,
    wanted_of_score,
)
from osubrowser.services.downloads.queue import DownloadQueue
from osubrowser.services.downloads.worker import KeyRefused
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage.folders import Folders
from tests.conftest import Server
from tests.services.conftest import Run
from tests.services.downloads.conftest import MakeQueue
from tests.services.downloads.parts import DownloadLog, StubAccount, client_of, is_idle, states


def check_files(folder: Path, scores: list[Score]) -> None:
    """Check that the folder has the replay of each score, whole, and nothing else."""
    assert sorted(p.name for p in folder.iterdir()) == sorted(f"{s.id}.osr" for s in scores)
    for score in scores:
        replay = read_replay((folder / f"{score.id}.osr").read_bytes())
        replay.verify()
        assert replay.max_combo == score.max_combo
        assert score.beatmap
        assert replay.beatmap_hash == score.beatmap.checksum


# --- getting -----------------------------------------------------------------------------------


def test_scores_become_files(
    queue: DownloadQueue, scores: list[Score], folder: Path, run: Run, qtbot: QtBot
) -> None:
    results: list[AddResult] = []
    batches: list[BatchSummary] = []
    saved: list[QueueEntry] = []
    queue.added.connect(results.append)
    queue.batch_finished.connect(batches.append)
    queue.saved.connect(saved.append)
    wanted = scores[:6]
    assert run(queue.add_scores(wanted)).added == 6
    assert [entry.state.is_open for entry in queue.entries] == [True] * 6
    qtbot.waitUntil(lambda: is_idle(queue))
    check_files(folder, wanted)
    assert states(queue) == {"done": 6}
    for entry, score in zip(queue.entries, wanted, strict=True):
        assert entry.target.score_id == score.id
        assert entry.path == str(folder / f"{score.id}.osr")
        assert entry.size == Path(entry.path).stat().st_size
        assert (entry.attempts, entry.failure) == (1, "")
        assert entry.speed
        assert score.beatmapset
        assert score.beatmapset.title in entry.title
    assert results == [AddResult(batch=1, added=6)]
    assert results[0].text == "6 replays added."
    assert batches == [BatchSummary(1, done=6)]
    assert batches[0].text == "6 replays saved."
    assert {entry.id for entry in saved} == {entry.id for entry in queue.entries}
    qtbot.waitUntil(lambda: queue.summary.text == "")


def test_a_portable_profile_has_its_replays_too(
    calls: Calls,
    account: StubAccount,
    scores: list[Score],
    tmp_path: Path,
    run: Run,
    qtbot: QtBot,
) -> None:
    folders = Folders.inside(tmp_path / "profile")
    settings = Settings(replay_name="{score_id}")
    queue = DownloadQueue(calls, account, Preferences(settings), folders)  # type: ignore[arg-type] # a stand-in
    run(queue.start())
    try:
        assert run(queue.add_scores(scores[:1])).added == 1
        qtbot.waitUntil(lambda: is_idle(queue))
        check_files(tmp_path / "profile" / "replays", scores[:1])
    finally:
        run(queue.close())


def test_all_faults_of_the_way_are_survived(
    demo_server_with: Callable[..., Server],
    make_queue: MakeQueue,
    folder: Path,
    scores: list[Score],
    run: Run,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "FIRST_DELAY", 0.01)
    server = demo_server_with(
        "--limit",
        "1000000",
        "--replay-limit",
        "1000000",
        "--faults",
        "429:0.03,500:0.1,reset:0.1,truncate:0.1,garbage:0.05,reset-body:0.1,wrong-length:0.1",
    )
    log, wanted = DownloadLog(server), scores[:10]
    with client_of(server) as client:
        queue = make_queue(account=StubAccount(client))
        run(queue.add_scores(wanted))
        qtbot.waitUntil(lambda: is_idle(queue))
        assert states(queue) == {"done": 10}
        check_files(folder, wanted)
    assert max(entry.attempts for entry in queue.entries) > 1
    assert any(status not in (200, 0) for status in log.statuses)


def test_links_of_both_kinds_are_found_out_about(
    queue: DownloadQueue, client: Client, scores: list[Score], folder: Path, run: Run, qtbot: QtBot
) -> None:
    lazer = next(s for s in scores if s.legacy_score_id is None)
    stable = [s for s in scores if s.legacy_score_id is not None][:2]
    wanted = [
        WantedReplay(ReplayTarget(score_id=lazer.id or 0)),
        WantedReplay(ReplayTarget(legacy_id=stable[0].legacy_score_id or 0, mode="osu")),
        WantedReplay(ReplayTarget(score_id=stable[1].id or 0)),
        WantedReplay(ReplayTarget(legacy_id=stable[1].legacy_score_id or 0, mode="osu")),
        WantedReplay(ReplayTarget(score_id=1)),
    ]
    assert run(queue.add(wanted)).added == 5
    assert queue.entries[1].title == f"score {stable[0].legacy_score_id} of osu"
    qtbot.waitUntil(lambda: is_idle(queue))
    assert states(queue) == {"done": 3, "exists": 1, "no_replay": 1}
    check_files(folder, [lazer, *stable])
    twice = next(e for e in queue.entries if e.state is DownloadState.EXISTS)
    assert twice.failure == "This replay is in the queue already."
    assert queue.entries[-1].failure == "There is no such score."
    assert all(entry.player and "[" in entry.title for entry in queue.entries[:4])


def test_what_has_no_replay_is_listed_and_not_asked_for(
    queue: DownloadQueue, client: Client, log: DownloadLog, run: Run, qtbot: QtBot
) -> None:
    rows = client.ranking("osu", "performance").ranking[:40]
    scores = [
        s for r in rows[:6] if r.user for s in client.user_scores(r.user.id or 0, "best", limit=100)
    ]
    without = [s for s in scores if not s.has_replay][:3]
    assert without
    result = run(queue.add_scores(without))
    assert (result.added, result.no_replay) == (0, len(without))
    assert states(queue) == {"no_replay": len(without)}
    assert {entry.failure for entry in queue.entries} == {"This score has no replay."}
    # By its id alone, the score is asked for and the replay is not.
    queue.clear_finished()
    run(queue.add([WantedReplay(ReplayTarget(score_id=without[0].id or 0))]))
    qtbot.waitUntil(lambda: is_idle(queue))
    assert states(queue) == {"no_replay": 1}
    assert len(log) == 0


def test_a_replay_that_the_server_lies_about_is_named(
    demo_server_with: Callable[..., Server],
    make_queue: MakeQueue,
    scores: list[Score],
    folder: Path,
    run: Run,
    qtbot: QtBot,
) -> None:
    server = demo_server_with("--replay-limit", "1000", "--faults", "replay-lies")
    log = DownloadLog(server)
    with client_of(server) as client:
        queue = make_queue(account=StubAccount(client))
        run(queue.add_scores(scores[:1]))
        qtbot.waitUntil(lambda: is_idle(queue))
        [entry] = queue.entries
        assert (entry.state, entry.failure) == (
            DownloadState.NO_REPLAY,
            "This score has no replay.",
        )
        assert log.statuses == [404]
    assert list(folder.iterdir()) == []


def test_nothing_is_asked_for_that_is_there(
    make_queue: MakeQueue, log: DownloadLog, scores: list[Score], run: Run, qtbot: QtBot
) -> None:
    there = {scores[0].id}
    queue = make_queue(
        has=lambda wanted: "/library/a.osr" if wanted.target.score_id in there else None
    )
    result = run(queue.add_scores([*scores[:3], scores[1]]))
    assert result == AddResult(batch=1, added=2, in_library=1)
    assert result.text == "2 replays added; 1 on this computer already."
    again = run(queue.add_scores(scores[:3]))
    assert again == AddResult(in_queue=2, in_library=1)
    qtbot.waitUntil(lambda: is_idle(queue))
    assert run(queue.add_scores(scores[:3])) == again
    assert len(log) == 2
    # A bare id is compared once it is known what it is of.
    there.add(scores[3].id)
    legacy = [s for s in scores if s.legacy_score_id is not None and s.id not in there][-1]
    there.add(legacy.id)
    run(queue.add([WantedReplay(ReplayTarget(legacy_id=legacy.legacy_score_id or 0, mode="osu"))]))
    qtbot.waitUntil(lambda: is_idle(queue))
    assert queue.entries[-1].state is DownloadState.EXISTS
    assert queue.entries[-1].path == "/library/a.osr"
    assert len(log) == 2


def test_a_file_that_was_deleted_is_got_again(
    queue: DownloadQueue, scores: list[Score], folder: Path, run: Run, qtbot: QtBot
) -> None:
    run(queue.add_scores(scores[:2]))
    qtbot.waitUntil(lambda: is_idle(queue))
    (folder / f"{scores[0].id}.osr").unlink()
    assert run(queue.add_scores(scores[:2])) == AddResult(added=1, in_queue=1)
    qtbot.waitUntil(lambda: is_idle(queue))
    check_files(folder, scores[:2])
    assert states(queue) == {"done": 2}


def test_the_replay_of_another_score_is_refused(
    queue: DownloadQueue,
    scores: list[Score],
    folder: Path,
    run: Run,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "FIRST_DELAY", 0.01)
    first, second = (wanted_of_score(score) for score in scores[:2])
    run(queue.add([WantedReplay(first.target, second.details)]))
    qtbot.waitUntil(lambda: is_idle(queue))
    [entry] = queue.entries
    assert entry.state is DownloadState.FAILED
    assert entry.failure.startswith("osu! sent the replay of another score.")
    assert entry.attempts == limits.MOST_WRONG
    assert list(folder.iterdir()) == []
    queue.retry()
    assert queue.entries[0].state.is_open
    qtbot.waitUntil(lambda: is_idle(queue))
    assert queue.entries[0].state is DownloadState.FAILED


# --- API v1 ------------------------------------------------------------------------------------


def stable_board_score(client: Client, scores: list[Score]) -> tuple[Score, str]:
    """Return a stable score that heads its player's scores on a beatmap, and the player."""
    score = next(s for s in scores if s.legacy_score_id is not None and s.user)
    assert score.user
    return score, score.user.username


def test_player_and_beatmap_are_got_by_api_v1(
    make_queue: MakeQueue,
    fast_server: Server,
    client: Client,
    scores: list[Score],
    folder: Path,
    run: Run,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    score, player = stable_board_score(client, scores)
    signed_out = StubAccount(None, fast_server.url)
    queue = make_queue(account=signed_out, api_key=lambda _: fast_server.api_key)
    run(queue.add([WantedReplay(ReplayTarget(player=player, beatmap_id=score.beatmap_id))]))
    qtbot.waitUntil(lambda: is_idle(queue))
    [entry] = queue.entries
    assert (entry.state, entry.failure) == (DownloadState.DONE, "")
    assert entry.player == player
    replay = read_replay(Path(entry.path).read_bytes())
    replay.verify()
    assert score.beatmap
    assert (replay.username, replay.beatmap_hash) == (player, score.beatmap.checksum)
    official = client.download_score(score.id or 0)
    assert replay.replay_id == score.legacy_score_id
    assert (replay.score, replay.max_combo) == (official.score, official.max_combo)
    assert (replay.count_300, replay.count_miss) == (official.count_300, official.count_miss)
    assert replay.replay_hash == official.replay_hash
    assert replay.packed_frames == official.packed_frames
    assert replay.timestamp == official.timestamp
    assert fast_server.api_key not in caplog.text
    assert fast_server.api_key.encode() not in b"".join(
        p.read_bytes() for p in folder.parent.rglob("*") if p.is_file()
    )


def test_without_a_key_api_v2_finds_the_score(
    queue: DownloadQueue, client: Client, scores: list[Score], folder: Path, run: Run, qtbot: QtBot
) -> None:
    score, player = stable_board_score(client, scores)
    run(queue.add([WantedReplay(ReplayTarget(player=player, beatmap_id=score.beatmap_id))]))
    qtbot.waitUntil(lambda: is_idle(queue))
    [entry] = queue.entries
    assert (entry.state, entry.target.score_id) == (DownloadState.DONE, score.id)
    check_files(folder, [score])


def test_without_key_and_session_the_queue_waits_for_either(
    make_queue: MakeQueue, fast_server: Server, scores: list[Score], run: Run, qtbot: QtBot
) -> None:
    account = StubAccount(None, fast_server.url)
    queue = make_queue(account=account)
    run(queue.add([wanted_of_score(scores[0])]))
    qtbot.waitUntil(lambda: queue.summary.reason == "Sign in to osu! to go on.")
    assert queue.summary.eta is None
    run(queue.add([WantedReplay(ReplayTarget(player="nobody", beatmap_id=1))]))
    qtbot.waitUntil(lambda: "key" in queue.entries[1].failure)
    with client_of(fast_server) as client:
        account.client = client
        account.changed.emit()
        qtbot.waitUntil(lambda: is_idle(queue))
        assert [e.state.value for e in queue.entries] == ["done", "no_replay"]


def test_a_wrong_key_is_named_and_another_one_goes_on_at_once(
    make_queue: MakeQueue,
    fast_server: Server,
    client: Client,
    scores: list[Score],
    run: Run,
    qtbot: QtBot,
) -> None:
    score, player = stable_board_score(client, scores)
    keys = ["0" * 40]
    queue = make_queue(account=StubAccount(None, fast_server.url), api_key=lambda _: keys[-1])
    wanted = WantedReplay(ReplayTarget(player=player, beatmap_id=score.beatmap_id))
    with pytest.raises(KeyRefused):
        run(queue.look_up(wanted))
    run(queue.add([wanted]))
    qtbot.waitUntil(lambda: queue.summary.remedy is Remedy.KEY)
    assert queue.summary.reason == "osu! does not know the key of API v1."
    keys.append(fast_server.api_key)
    queue.try_now()
    qtbot.waitUntil(lambda: is_idle(queue))
    assert states(queue) == {"done": 1}


def test_a_wrong_key_holds_nothing_up_in_a_session(
    make_queue: MakeQueue, client: Client, scores: list[Score], run: Run, qtbot: QtBot
) -> None:
    score, player = stable_board_score(client, scores)
    other = next(one for one in scores if one.id != score.id)
    queue = make_queue(api_key=lambda _: "0" * 40)
    by_player = WantedReplay(ReplayTarget(player=player, beatmap_id=score.beatmap_id))
    run(queue.add([by_player, wanted_of_score(other)]))
    qtbot.waitUntil(lambda: is_idle(queue))
    assert states(queue) == {"done": 2}


def _unreachable(*_: object) -> Client:
    raise errors.Offline("no network")


def test_what_could_not_be_reached_is_tried_at_once_on_request(
    make_queue: MakeQueue,
    fast_server: Server,
    scores: list[Score],
    run: Run,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "FIRST_DELAY", 0.01)
    with client_of(fast_server) as client:
        account = StubAccount(client)
        queue = make_queue(account=account)
        with monkeypatch.context() as patch:
            patch.setattr(client, "single_try", _unreachable)
            run(queue.add_scores(scores[:5]))
            qtbot.waitUntil(lambda: queue.summary.remedy is Remedy.CONNECTION)
            assert queue.summary.reason == "osu! cannot be reached."
        queue.try_now()
        qtbot.waitUntil(lambda: is_idle(queue))
        assert states(queue) == {"done": 5}


# --- the limit ---------------------------------------------------------------------------------


def test_the_limit_is_kept_also_by_the_next_run(
    make_queue: MakeQueue,
    log: DownloadLog,
    scores: list[Score],
    folder: Path,
    run: Run,
    qtbot: QtBot,
) -> None:
    window = 1.5
    with_margin = window + limits.MARGIN
    wanted = scores[:12]
    queue = make_queue(per_minute=4, window=with_margin)
    run(queue.add_scores(wanted))
    assert queue.summary.eta is None or queue.summary.eta >= 1
    qtbot.waitUntil(lambda: states(queue)["done"] >= 4)
    qtbot.waitUntil(lambda: (queue.summary.eta or 0) >= 2)
    assert "waiting · done in" in queue.summary.text
    queue = make_queue(per_minute=4, window=with_margin)
    qtbot.waitUntil(lambda: is_idle(queue))
    check_files(folder, wanted)
    times = sorted(log.times)
    assert len(times) == 12
    # The log has the times of the answers: what the margin is for.
    gaps = [later - earlier for earlier, later in zip(times, times[4:], strict=False)]
    assert min(gaps) > window, gaps


def test_a_real_server_is_asked_for_ten_a_minute_whatever_it_says(
    make_queue: MakeQueue, fast_server: Server, client: Client, scores: list[Score]
) -> None:
    queue = make_queue()
    client.download_score(scores[0].id or 0)
    assert (client.replay_limit or 0) > 1000
    queue._learn_limit()
    assert queue._pace.limit > 1000
    queue._account.server = "https://osu.ppy.sh"  # type: ignore[misc] # of the stand-in
    queue._learn_limit()
    assert queue._pace.limit == limits.REPLAYS_PER_MINUTE


def test_a_wait_that_the_server_asks_for_holds_all(
    demo_server_with: Callable[..., Server],
    make_queue: MakeQueue,
    scores: list[Score],
    run: Run,
    qtbot: QtBot,
) -> None:
    server = demo_server_with("--replay-limit", "2", "--retry-after")
    log = DownloadLog(server)
    with client_of(server) as client:
        queue = make_queue(account=StubAccount(client), per_minute=100)
        run(queue.add_scores(scores[:5]))
        qtbot.waitUntil(lambda: states(queue)["done"] == 2)
        qtbot.waitUntil(lambda: 429 in log.statuses)
        qtbot.waitUntil(lambda: not queue.summary.running and (queue.summary.eta or 0) > 30)
        assert queue._pace.wait() > 30
        assert states(queue)["waiting"] == 3
        assert len(log) <= 2 + 4


# --- handling ----------------------------------------------------------------------------------


def test_entries_are_paused_moved_removed_and_cleared(
    make_queue: MakeQueue, scores: list[Score], folder: Path, run: Run, qtbot: QtBot
) -> None:
    queue = make_queue()
    queue.pause()
    assert queue.is_paused
    run(queue.add_scores(scores[:6]))
    ids = [entry.id for entry in queue.entries]
    qtbot.waitUntil(lambda: queue.summary.text == "6 replays paused")
    queue.move([ids[4], ids[1]], before=ids[0])
    queue.pause([ids[2]])
    queue.remove([ids[3]])
    order = [ids[1], ids[4], ids[0], ids[2], ids[5]]
    assert [entry.id for entry in queue.entries] == order
    queue = make_queue()  # the next run
    assert queue.is_paused
    assert [entry.id for entry in queue.entries] == order
    assert [entry.state.value for entry in queue.entries].index("paused") == 3
    queue.move([ids[1]], before=None)
    queue.remove([ids[5]])
    done: list[int] = []
    queue.saved.connect(lambda entry: done.append(entry.id))
    queue.resume()  # also what was paused alone
    qtbot.waitUntil(lambda: is_idle(queue))
    assert sorted(done) == sorted([ids[4], ids[0], ids[2], ids[1]])
    assert [entry.id for entry in queue.entries] == [ids[4], ids[0], ids[2], ids[1]]
    check_files(folder, [scores[n] for n in (4, 0, 2, 1)])
    queue.clear_finished()
    assert queue.entries == []
    assert make_queue().entries == []
    run(queue.close())


def test_a_paused_download_is_cut(
    demo_server_with: Callable[..., Server],
    make_queue: MakeQueue,
    scores: list[Score],
    folder: Path,
    run: Run,
    qtbot: QtBot,
) -> None:
    server = demo_server_with("--replay-limit", "1000", "--faults", "slow-body")
    with client_of(server) as client:
        queue = make_queue(account=StubAccount(client))
        run(queue.add_scores(scores[-1:]))
        qtbot.waitUntil(lambda: queue.entries[0].received > 0)
        entry = queue.entries[0]
        assert entry.state is DownloadState.DOWNLOADING
        assert entry.size
        assert entry.received < entry.size
        queue.pause([entry.id])
        assert queue.entries[0].state is DownloadState.PAUSED
        qtbot.waitUntil(lambda: not queue._busy)
        assert list(folder.iterdir()) == []
        queue.resume([entry.id])
        qtbot.waitUntil(lambda: is_idle(queue))
    check_files(folder, scores[-1:])


def test_an_entry_of_another_server_waits_for_it(
    make_queue: MakeQueue, account: StubAccount, scores: list[Score], run: Run, qtbot: QtBot
) -> None:
    queue = make_queue()
    account.is_demo = True
    queue.pause()
    run(queue.add_scores(scores[:1]))
    assert queue.entries[0].server == "demo"
    account.is_demo = False
    queue.resume()
    run(queue.add_scores(scores[:1]))
    qtbot.waitUntil(lambda: states(queue)["done"] == 1)
    assert [entry.state.value for entry in queue.entries] == ["waiting", "done"]


# --- trouble with the disk ---------------------------------------------------------------------


def test_a_folder_that_is_gone_pauses_the_queue(
    make_queue: MakeQueue, scores: list[Score], folder: Path, run: Run, qtbot: QtBot
) -> None:
    queue = make_queue()
    run(queue.add_scores(scores[:1]))
    qtbot.waitUntil(lambda: is_idle(queue))
    elsewhere = folder.with_name("elsewhere")
    folder.rename(elsewhere)
    told: list[str] = []
    queue.noted.connect(told.append)
    run(queue.add_scores(scores[:4]))
    qtbot.waitUntil(lambda: queue.is_paused)
    qtbot.waitUntil(lambda: "not there any more" in queue.summary.reason)
    assert told == [queue.summary.reason]
    assert not folder.exists()
    assert states(queue) == {"done": 1, "waiting": 3}
    queue = make_queue()
    assert queue.is_paused
    qtbot.waitUntil(lambda: "not there any more" in queue.summary.reason)
    elsewhere.rename(folder)
    queue.resume()
    qtbot.waitUntil(lambda: is_idle(queue))
    check_files(folder, scores[:4])


@pytest.mark.parametrize(
    "number, words", [(28, "The disk is full."), (13, "Nothing can be written")]
)
def test_a_full_disk_pauses_the_queue_and_loses_nothing(
    make_queue: MakeQueue,
    scores: list[Score],
    folder: Path,
    run: Run,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    def full(*_: object) -> None:
        raise OSError(number, "the system says so")

    queue = make_queue()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        run(queue.add_scores(scores[:3]))
        qtbot.waitUntil(lambda: queue.is_paused and not queue._busy)
        qtbot.waitUntil(lambda: words in queue.summary.reason)
        assert states(queue) == {"waiting": 3}
        assert list(folder.iterdir()) == []
    queue.resume()
    qtbot.waitUntil(lambda: is_idle(queue))
    assert states(queue) == {"done": 3}
    check_files(folder, scores[:3])


def test_a_list_that_cannot_be_opened_is_opened_on_request(
    make_queue: MakeQueue, scores: list[Score], tmp_path: Path, run: Run, qtbot: QtBot
) -> None:
    data = Folders.inside(tmp_path / "profile").downloads_file.parent
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_text("in the way")  # a file where the folder should be
    queue = make_queue()
    qtbot.waitUntil(lambda: queue.summary.remedy is Remedy.LIST)
    assert "cannot be opened" in queue.summary.reason
    data.unlink()
    queue.resume()
    qtbot.waitUntil(lambda: queue.is_loaded)
    assert run(queue.add_scores(scores[:1])).added == 1
    qtbot.waitUntil(lambda: is_idle(queue))
    qtbot.waitUntil(lambda: not queue.summary.reason)  # the summary follows after a moment
    assert states(queue) == {"done": 1}


def test_a_damaged_list_is_kept_beside_a_new_one(
    make_queue: MakeQueue, tmp_path: Path, run: Run
) -> None:
    file = Folders.inside(tmp_path / "profile").downloads_file
    file.parent.mkdir(parents=True)
    file.write_bytes(b"this is no database" * 100)
    told: list[str] = []
    queue = make_queue(is_started=False)
    queue.noted.connect(told.append)
    run(queue.start())
    assert queue.entries == []
    assert "damaged" in told[0]
    assert file.with_name("downloads.sqlite.damaged").read_bytes().startswith(b"this is no")


def test_a_row_that_cannot_be_read_costs_no_other(
    make_queue: MakeQueue, scores: list[Score], tmp_path: Path, run: Run
) -> None:
    queue = make_queue()
    queue.pause()
    run(queue.add_scores(scores[:3]))
    ids = [entry.id for entry in queue.entries]
    run(queue.close())
    file = Folders.inside(tmp_path / "profile").downloads_file
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE entries SET target = '[]' WHERE id = ?", (ids[1],))
    connection.close()
    told: list[str] = []
    queue = make_queue(is_started=False)
    queue.noted.connect(told.append)
    run(queue.start())
    assert [entry.id for entry in queue.entries] == [ids[0], ids[2]]
    assert told == ["Some downloads could not be read from the list."]
