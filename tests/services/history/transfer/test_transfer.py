"""Tests of export and import: the same history comes out, once, and from this server alone."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest

from osubrowser.services.history.deletion import delete_all, delete_player
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import Subject, SubjectKind, player
from osubrowser.services.history.transfer.export import write_history_csv, write_history_json
from osubrowser.services.history.transfer.imports import PlayerNeeded, import_file
from osubrowser.services.history.transfer.progress import Cancelled, Progress
from osubrowser.services.runtime.failures import ExportFailed, ImportFailed
from tests.services.history.transfer.made_histories import SERVER, START, contents, made_history


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[object]], str]:
    """Return the file of a history with rows in every table, its contents, and its export."""
    folder = tmp_path_factory.mktemp("made")
    store = made_history(folder / "full.sqlite", days=40)
    text = exported(store, folder / "history.json").read_text("utf-8")
    found = contents(store)
    store.close()
    return folder / "full.sqlite", found, text


@pytest.fixture
def full(made: tuple[Path, dict[str, list[object]], str], tmp_path: Path) -> Iterator[HistoryStore]:
    """Return a history with rows in every table."""
    store = HistoryStore(Path(copy(made[0], tmp_path / "full.sqlite")))
    yield store
    store.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[HistoryStore]:
    """Return an empty history."""
    store = HistoryStore(tmp_path / "empty.sqlite")
    yield store
    store.close()


def exported(store: HistoryStore, path: Path, player: int | None = None) -> Path:
    write_history_json(store, path, SERVER, Progress(), player=player)
    return path


def test_an_export_gives_an_equal_history_and_changes_nothing_of_its_own(
    full: HistoryStore, empty: HistoryStore, tmp_path: Path
) -> None:
    """All tables are equal after an import; a second one, and one into itself, adds nothing."""
    before = contents(full)
    assert all(before.values())
    file = exported(full, tmp_path / "history.json")
    assert json.loads(file.read_text("utf-8"))["server"] == SERVER
    counts = import_file(empty, file, SERVER, Progress())
    assert not counts.broken
    assert not counts.known
    assert contents(empty) == before
    for store in (full, empty):
        again = import_file(store, file, SERVER, Progress())
        assert not any(again.added.values())
        assert not again.broken
        assert contents(store) == before


def test_a_file_in_another_layout_is_read_too(
    full: HistoryStore, empty: HistoryStore, tmp_path: Path
) -> None:
    """The records need not be one a line."""
    file = exported(full, tmp_path / "history.json")
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")), indent=4))
    assert not import_file(empty, file, SERVER, Progress()).broken
    assert contents(empty) == contents(full)


def test_a_csv_has_all_snapshots(full: HistoryStore, empty: HistoryStore, tmp_path: Path) -> None:
    """A CSV brings back all series, also when a spreadsheet has written it with semicolons."""
    path = tmp_path / "history.csv"
    write_history_csv(full, path, SERVER, Progress())
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:5] == ["kind", "id", "name", "ruleset", "time"]
    assert rows[1][4].endswith("Z")
    assert not import_file(empty, path, SERVER, Progress()).broken
    assert contents(empty)["snapshots"] == contents(full)["snapshots"]
    other = tmp_path / "german.csv"
    lines = [[cell.replace(".", ",") if n > 4 else cell for n, cell in enumerate(r)] for r in rows]
    lines = [[*row[:-1], original[-1]] for row, original in zip(lines, rows, strict=True)]
    with other.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(lines)
    counts = import_file(full, other, SERVER, Progress())
    assert not counts.broken
    assert not any(counts.added.values())


def test_one_player_alone(full: HistoryStore, empty: HistoryStore, tmp_path: Path) -> None:
    """An export of a player has nothing of others; what is deleted comes back by it."""
    before = contents(full)
    file = exported(full, tmp_path / "player.json", player=2)
    deleted = delete_player(full, 2)
    assert deleted > 50
    after = contents(full)
    assert after["follows"] == before["follows"]
    assert after["changes"] == before["changes"]
    assert not full.series(player(2, "osu"))
    assert full.series(player(3, "osu"))
    counts = import_file(full, file, SERVER, Progress())
    assert sum(counts.added.values()) == deleted
    assert contents(full) == before
    import_file(empty, file, SERVER, Progress())
    found = contents(empty)
    assert {one[0].key for one in found["snapshots"]} == {2}  # type: ignore[index]
    assert not found["follows"]
    assert delete_all(full)
    left = contents(full)
    assert {name for name, rows in left.items() if rows} == {"follows", "changes"}


def test_files_of_others_are_refused(
    full: HistoryStore, empty: HistoryStore, tmp_path: Path
) -> None:
    """A file of another server or a newer version, or of another kind, changes nothing."""
    file = exported(full, tmp_path / "history.json")
    table = tmp_path / "history.csv"
    write_history_csv(full, table, SERVER, Progress())
    newer = tmp_path / "newer.json"
    newer.write_text(file.read_text("utf-8").replace('"version": 1', '"version": 2'))
    other = tmp_path / "other.txt"
    other.write_text("a,b\n1,2\n")
    for path, server in (
        (file, "https://lazer.example"),
        (table, "https://lazer.example"),
        (file, "demo"),
        (newer, SERVER),
        (other, SERVER),
        (tmp_path / "missing.json", SERVER),
        (tmp_path, SERVER),
    ):
        with pytest.raises(ImportFailed) as failure:
            import_file(empty, path, server, Progress())
        assert failure.value.text.endswith(".")
    assert not any(contents(empty).values())


def _cut(text: str) -> str:
    return text[: len(text) * 2 // 3]


def _break_a_line(text: str) -> str:
    lines = text.split("\n")
    lines[8] = lines[8][: len(lines[8]) // 2]
    return "\n".join(lines)


def _hostile_line(line: str) -> Callable[[str], str]:
    def add(text: str) -> str:
        return text.replace('"records": [\n', f'"records": [\n{line},\n', 1)

    return add


_SERIES = '{"series":{"kind":"player","id":9,"ruleset":"osu"},"fields":["at","pp"],"rows":'
_NAMES = '{"table":"names","columns":["kind","key","name"]'


@pytest.mark.parametrize(
    ("damage", "broken"),
    [
        (_cut, 1),
        (_break_a_line, 1),
        (_hostile_line("[" * 100_000), 1),
        (_hostile_line('{"a":' * 100_000), 1),
        (_hostile_line(f"{_SERIES}[[{START},NaN]]}}"), 1),
        (_hostile_line(f"{_SERIES}[[{START},1e999],[{START},1]]}}"), 1),
        (_hostile_line(f"{_SERIES}[[{START},-1],[{START + 1},true],[9e9,1],[1,2,3],[]]}}"), 5),
        (_hostile_line(f"{_SERIES}[[{START},{'9' * 5000}]]}}"), 1),
        (_hostile_line(f"{_SERIES}[[4102444800,1]]}}"), 1),
        (_hostile_line(_SERIES.replace("9", "-9") + "[]}"), 1),
        (_hostile_line(_SERIES.replace("osu", "../x") + "[]}"), 1),
        (_hostile_line('{"table":"sqlite_schema","columns":["name"],"rows":[["x"]]}'), 1),
        (_hostile_line('{"table":"names; DROP TABLE plays","columns":[],"rows":[]}'), 1),
        (_hostile_line('{"table":"names","columns":["kind","kind"],"rows":[]}'), 1),
        (_hostile_line(f'{_NAMES},"rows":[[1,2,"\\ud800"]]}}'), 1),
        (_hostile_line('{"table":"follows","columns":["kind","address","title","added_at"],'
                       f'"rows":[["player","javascript:alert(1)","x",{START}]]}}'), 1),
        (lambda text: text.replace('"records": [', '"records": [' + "\n" * 300_000), 0),
    ],
)  # fmt: skip
def test_a_damaged_file_gives_the_rest(
    made: tuple[Path, dict[str, list[object]], str],
    empty: HistoryStore,
    tmp_path: Path,
    damage: Callable[[str], str],
    broken: int,
) -> None:
    """What is broken is counted, and everything else is taken."""
    _, whole, text = made
    file = tmp_path / "history.json"
    file.write_text(damage(text), "utf-8")
    counts = import_file(empty, file, SERVER, Progress())
    assert counts.broken == broken
    assert not empty.series(player(9, "osu")) or "1e999" in file.read_text("utf-8")
    records = len(json.loads(text)["records"])
    assert sum(counts.added.values()) > records / 3
    if damage is not _cut and damage is not _break_a_line:
        there = contents(empty)
        assert all(row in there[name] for name, rows in whole.items() for row in rows)


OSUTRACK = [
    {
        "count300": 3788588,
        "count100": 387592,
        "count50": 42411,
        "playcount": 23428,
        "ranked_score": "4306096061",
        "total_score": "19326454144",
        "pp_rank": 79461,
        "level": 99.1757,
        "pp_raw": 4006.24,
        "accuracy": 98.70355224609375,
        "count_rank_ss": 31,
        "count_rank_s": 408,
        "count_rank_a": 568,
        "timestamp": "2021-02-04T23:24:42.000Z",
    },
    {"pp_rank": "x", "pp_raw": 1, "timestamp": "2021-02-05T23:24:42.000Z"},
]
"""The example of osu!track's documentation, and one that is not valid."""


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_figures_of_osutrack(empty: HistoryStore, tmp_path: Path, kind: str) -> None:
    """An answer of its API, or a table with its columns, is taken once the player is known."""
    path = tmp_path / f"osutrack.{kind}"
    if kind == "json":
        path.write_text(json.dumps(OSUTRACK))
    else:
        with path.open("w", newline="") as file:
            out = csv.DictWriter(file, list(OSUTRACK[0]))
            out.writeheader()
            out.writerows(OSUTRACK)
    with pytest.raises(PlayerNeeded):
        import_file(empty, path, SERVER, Progress())
    whose = Subject(SubjectKind.PLAYER, 131464)
    counts = import_file(empty, path, SERVER, Progress(), player=whose)
    assert (counts.added, counts.broken) == ({"snapshots": 1}, 1)
    (snapshot,) = empty.series(whose)
    assert snapshot.at == 1_612_481_082
    assert snapshot.figures == {
        "global_rank": 79461,
        "pp": 4006.24,
        "accuracy": 98.703552,
        "play_count": 23428,
        "ranked_score": 4306096061,
        "total_score": 19326454144,
        "level": 99.18,
        "total_hits": 3788588 + 387592 + 42411,
        "a": 568,
    }


@pytest.mark.parametrize(
    "text",
    [
        '{"format": "' + "a" * 9_000_000,
        "kind,id,time\n" + "x" * 3_000_000 + '"' * 3_000_000,
        '{"format": "osubrowser history", "version": 1, "server": "' + SERVER + '", "records": ['
        + "nonsense\n" * 500_000,
        "kind,id,time\n" + "x\n" * 500_000,
        "\x00" * 100_000,
        "",
    ],
    ids=["long", "line", "records", "rows", "nothing", "empty"],
)  # fmt: skip
def test_a_large_file_of_nonsense_is_read_in_pieces(
    empty: HistoryStore, tmp_path: Path, text: str
) -> None:
    """It ends soon, with a sentence or with a number, and can be cancelled."""
    path = tmp_path / "nonsense.json"
    path.write_text(text)
    try:
        assert import_file(empty, path, SERVER, Progress()).broken
    except ImportFailed as failure:
        assert "no history that can be read" in failure.text
    progress = Progress()
    progress.cancel()
    with pytest.raises((Cancelled, ImportFailed)):
        import_file(empty, path, SERVER, progress)
    assert not any(contents(empty).values())


def test_cancelled_and_failed_exports_leave_the_old_file(
    full: HistoryStore, empty: HistoryStore, tmp_path: Path
) -> None:
    """No file is half written, and an import that was cancelled can be made again."""
    path = tmp_path / "history.json"
    path.write_text("old")
    progress = Progress()
    progress.cancel()
    for write in (write_history_json, write_history_csv):
        with pytest.raises(Cancelled):
            write(full, path, SERVER, progress)
        with pytest.raises(ExportFailed):
            write(full, tmp_path / "missing" / "history.json", SERVER, Progress())
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []
    exported(full, path)
    with pytest.raises(Cancelled):
        import_file(empty, path, SERVER, progress)
    import_file(empty, path, SERVER, Progress())
    assert contents(empty) == contents(full)
