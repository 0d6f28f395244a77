"""What was seen: kept whole or not at all, bounded, apart by account, whatever happens to it."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osubrowser.services.cache import response_cache as module
from osubrowser.services.cache import sqlite_schema, sqlite_store
from osubrowser.services.cache.response_cache import (
    DEMO,
    LARGEST_SHARE,
    ClientCache,
    ResponseCache,
    account_key,
    cache_key,
    is_cacheable,
)
from osubrowser.services.cache.sqlite_store import OVERHEAD
from tests.conftest import Server, StubClock
from tests.idle import HANG

ROOT = Path(__file__).resolve().parents[3]
OSU = "https://osu.ppy.sh"
ME = account_key(OSU, 2)
GUEST = account_key(OSU, None)
USER = cache_key(OSU, "/api/v2/users/2/osu")
posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits as on POSIX")


def body_of(text: str, length: int = 60_000) -> bytes:
    """A body as osu! sends them, which says what it is at its beginning and at its end."""
    middle = json.dumps([{"rank": n, "pp": n * 1.7} for n in range(length // 30)])
    return f'{{"is": "{text}", "rows": {middle}, "was": "{text}"}}'.encode()


def noise(length: int, seed: int = 0) -> bytes:
    """A body that no compressing makes smaller."""
    return random.Random(seed).randbytes(length)


def integrity(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        answer = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
        stored, summed = connection.execute(
            "SELECT (SELECT bytes FROM stored), (SELECT coalesce(sum(size), 0) FROM answers)"
        ).fetchone()
        lonely = connection.execute(
            "SELECT count(*) FROM answers FULL JOIN bodies USING (id) "
            "WHERE answers.address IS NULL OR bodies.body IS NULL"
        ).fetchone()[0]
    connection.close()
    assert stored == summed
    assert lonely == 0
    return answer


# --- saving and loading -----------------------------------------------------------------------


@pytest.mark.parametrize("body", [b"", b"{}", b"\x00\xff", body_of("a"), noise(5000)])
def test_what_is_kept_is_recalled_also_by_the_next_run(
    tmp_path: Path, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = StubClock()
    monkeypatch.setattr(module, "time", clock.module())
    cache = ResponseCache.open(tmp_path / "deep" / "folder")
    assert cache.load(ME, USER) is None
    assert cache.save(ME, USER, body)
    cache.close()
    clock.advance(60)
    again = ResponseCache.open(tmp_path / "deep" / "folder")
    kept = again.load(ME, USER)
    again.close()
    assert kept is not None
    assert kept.body == body
    assert kept.seen_at == clock.now - 60
    assert again.problem is None


def test_nothing_touches_the_disk_before_it_is_needed(tmp_path: Path) -> None:
    cache = ResponseCache(tmp_path / "folder")
    assert not (tmp_path / "folder").exists()
    cache.save(DEMO, USER, b"{}")
    assert not (tmp_path / "folder").exists()
    cache.close()
    assert cache.load(ME, USER) is None
    assert not cache.save(ME, USER, b"{}")
    assert not (tmp_path / "folder").exists()


def test_a_newer_answer_takes_the_place_of_the_older(tmp_path: Path) -> None:
    cache = ResponseCache.open(tmp_path)
    cache.save(ME, USER, noise(9000))
    first = cache.load(ME, USER)
    cache.save(ME, USER, b"[2]")
    second = cache.load(ME, USER)
    size = cache.size()
    cache.close()
    assert first is not None
    assert second is not None
    assert second.body == b"[2]"
    assert second.seen_at >= first.seen_at
    assert size < 1000


def test_what_was_seen_takes_less_room_than_it_is_long(tmp_path: Path) -> None:
    cache = ResponseCache.open(tmp_path)
    cache.save(ME, USER, body_of("a"))
    assert 0 < cache.size() < len(body_of("a")) / 2
    cache.close()


@posix
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        cache = ResponseCache.open(tmp_path / "folder")
        cache.save(ME, USER, b"{}")
        modes = {p.name: p.stat().st_mode & 0o077 for p in (tmp_path / "folder").iterdir()}
    finally:
        os.umask(before)
    cache.close()
    assert len(modes) == 3  # the file, its log and the readers' index
    assert set(modes.values()) == {0}


# --- one account and another -----------------------------------------------------------------


def test_no_account_sees_what_another_saw(tmp_path: Path) -> None:
    others = [
        account_key(OSU, 3),
        account_key(OSU, 22),
        account_key("https://osu.example", 2),
        GUEST,
        account_key("https://osu.example", None),
        DEMO,
    ]
    assert len({ME, *others}) == 7
    cache = ResponseCache.open(tmp_path)
    for account in (ME, *others):
        cache.save(account, USER, account.encode())
    found = {account: cache.load(account, USER) for account in (ME, *others)}
    cache.clear(ME)
    gone, left = cache.load(ME, USER), [cache.load(account, USER) for account in others]
    cache.close()
    assert {account: kept and kept.body for account, kept in found.items()} == {
        account: account.encode() for account in (ME, *others)
    }
    assert gone is None
    assert all(left)


def test_nobody_s_answers_are_not_kept(tmp_path: Path) -> None:
    cache = ResponseCache.open(tmp_path)
    assert not cache.save("", USER, b"{}")
    assert cache.size() == 0
    cache.close()


def test_the_demo_is_never_on_the_disk(tmp_path: Path) -> None:
    cache = ResponseCache.open(tmp_path)
    cache.save(DEMO, "http://127.0.0.1:5000/api/v2/users/2", b'"MARK-OF-THE-DEMO"')
    kept = cache.load(DEMO, "http://127.0.0.1:5000/api/v2/users/2")
    assert kept is not None
    assert kept.body == b'"MARK-OF-THE-DEMO"'
    assert cache.size() == 0
    files = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    cache.close()
    assert b"MARK-OF-THE-DEMO" not in files
    assert b"127.0.0.1:5000" not in files
    assert cache.load(DEMO, "http://127.0.0.1:5000/api/v2/users/2") is None


def test_the_demo_is_bounded_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    cache = ResponseCache(tmp_path)
    monkeypatch.setattr(cache._brief._bodies, "limit", 20_000)
    for n in range(10):
        assert cache.save(DEMO, f"{USER}/{n}", noise(6000, n))
        cache.load(DEMO, f"{USER}/0")
    here = [n for n in range(10) if cache.load(DEMO, f"{USER}/{n}")]
    assert here == [0, 8, 9]
    assert not cache.save(DEMO, USER, noise(20_000))
    cache.close()


def test_what_is_forgotten_leaves_no_trace_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "answers.sqlite.damaged").write_bytes(b"MARK-OF-MINE")
    cache = ResponseCache.open(tmp_path)
    for n in range(60):
        cache.save(ME, f"{USER}/mine/{n}", b"MARK-OF-MINE" + noise(200 * n, n))
        cache.save(GUEST, f"{USER}/other/{n}", b"MARK-OF-ANOTHER" + noise(100 * n, n))
    before = sum(p.stat().st_size for p in tmp_path.iterdir())
    assert cache.clear(ME)
    files = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert b"MARK-OF-MINE" not in files
    assert b"/mine/" not in files
    assert files.count(b"MARK-OF-ANOTHER") == 60
    assert len(files) < before
    assert cache.clear()
    assert cache.size() == 0
    files = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    cache.close()
    assert b"MARK-OF-ANOTHER" not in files


# --- what never gets in ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        f"{OSU}/oauth/token",
        f"{OSU}/OAuth/tokens/current",
        f"{OSU}/api/get_user?k=SECRET&u=2",
        f"{OSU}/api/v2/me?access_token=SECRET",
        f"{OSU}/api/v2/me?Token=SECRET",
        f"{OSU}/callback?code=SECRET&state=SECRET",
        f"{OSU}/api/v2/me?client_secret=SECRET",
        "https://me:SECRET@osu.ppy.sh/api/v2/me",
        "file:///etc/passwd",
        "https://[broken/api/v2/me",
        f"{OSU}/api/v2/{'x' * 10_000}",
    ],
)
def test_an_address_with_a_secret_is_not_kept(tmp_path: Path, address: str) -> None:
    cache = ResponseCache.open(tmp_path)
    assert not cache.save(ME, address, b"{}")
    assert not cache.save(DEMO, address, b"{}")
    files = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    cache.close()
    assert b"SECRET" not in files


@pytest.mark.parametrize("member", ["access_token", "refresh_token", "client_secret"])
def test_an_answer_with_a_token_is_not_kept(member: str) -> None:
    for body in (
        json.dumps({member: "x"}),
        json.dumps([{member: "x"}], indent=1),
        f'{{"{member}" :',
    ):
        assert not is_cacheable(USER, body.encode())
    # A player may write about tokens: that is a text, and no member.
    assert is_cacheable(USER, json.dumps({"page": f'"{member}": 1'}).encode())


def test_ordinary_addresses_are_kept() -> None:
    for query in ("", "?key=username", "?cursor_string=abc", "?m=osu&k2=1", "?ids[]=1&ids[]=2"):
        assert is_cacheable(USER + query, b"{}")


def test_an_address_is_the_same_however_its_parameters_were_given() -> None:
    one = cache_key(OSU, "/api/v2/x", {"b": "2", "a": "ä &"})
    other = cache_key(OSU, "/api/v2/x", {"a": "ä &", "b": "2"})
    assert one == other == f"{OSU}/api/v2/x?a=%C3%A4+%26&b=2"
    ids = cache_key(OSU, "/api/v2/users", {"ids[]": ["3", "1"], "a": "b"})
    assert ids.endswith("?a=b&ids%5B%5D=3&ids%5B%5D=1")
    assert cache_key(OSU, "/api/v2/users") == f"{OSU}/api/v2/users"


# --- its bounds ------------------------------------------------------------------------------

Step = tuple[str, int, int]


@settings(max_examples=25)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(["keep", "keep", "recall", "limit", "reopen", "forget"]),
            st.integers(0, 9),
            st.integers(0, 3000),
        ),
        max_size=50,
    )
)
def test_the_least_recently_used_goes_first(steps: list[Step]) -> None:
    limit = 16_000
    model: OrderedDict[int, bytes] = OrderedDict()

    def size() -> int:
        return sum(len(body) + len(ME) + len(f"{USER}/{n}") + OVERHEAD for n, body in model.items())

    def bound() -> None:
        while size() > limit:
            model.popitem(last=False)

    with tempfile.TemporaryDirectory() as folder:
        cache = ResponseCache.open(Path(folder), limit)
        for what, n, number in steps:
            if what == "keep":
                body = noise(number % (limit // LARGEST_SHARE), number)
                body = body if len(body) < 400 else b"\xff" + body  # never worth compressing
                if len(body) > limit // LARGEST_SHARE:
                    assert not cache.save(ME, f"{USER}/{n}", body)
                    continue
                assert cache.save(ME, f"{USER}/{n}", body)
                model[n] = body
                model.move_to_end(n)
            elif what == "recall":
                kept = cache.load(ME, f"{USER}/{n}")
                assert (kept and kept.body) == model.get(n)
                if n in model:
                    model.move_to_end(n)
            elif what == "limit":
                limit = 4000 + number * 4
                cache.set_limit(limit)
            elif what == "reopen":
                cache.close()
                cache = ResponseCache.open(Path(folder), limit)
            elif n == 0:
                cache.clear()
                model.clear()
            bound()
            assert cache.size() == size() <= limit
        for n in list(model):
            kept = cache.load(ME, f"{USER}/{n}")
            assert kept is not None
            assert kept.body == model[n]
        cache.close()
        assert cache.problem is None
        assert integrity(cache.path) == "ok"


def test_the_file_stays_near_its_limit_and_shrinks_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = 4 << 20
    cache = ResponseCache.open(tmp_path, limit)
    for n in range(700):
        assert cache.save(ME, f"{USER}/{n}", noise((n * 977) % 40_000, n))
        assert cache.size() <= limit
    assert cache.size() > limit * 0.95
    assert cache.path.stat().st_size < limit * 1.1
    assert sum(p.stat().st_size for p in tmp_path.iterdir()) < limit * 1.1 + (9 << 20)
    breaths: list[float] = []
    monkeypatch.setattr(
        sqlite_store, "time", SimpleNamespace(sleep=breaths.append, time_ns=time.time_ns)
    )
    cache.set_limit(1 << 20)
    assert 0 < len(breaths) < 100, "in steps of many pages"
    assert cache.size() <= 1 << 20
    assert sum(p.stat().st_size for p in tmp_path.iterdir()) < (1 << 20) * 1.2
    assert cache.load(ME, f"{USER}/699") is not None
    assert cache.load(ME, f"{USER}/1") is None
    cache.close()


def test_an_answer_that_would_fill_it_is_not_kept(tmp_path: Path) -> None:
    cache = ResponseCache.open(tmp_path, 80_000)
    assert cache.save(ME, USER, noise(9000))
    assert not cache.save(ME, f"{USER}/large", noise(11_000))
    assert cache.load(ME, USER) is not None
    cache.close()


# --- crashes ---------------------------------------------------------------------------------

CRASHER = """
import json, random, sys
from pathlib import Path
from osubrowser.services.cache.response_cache import ResponseCache
from tests.services.cache.test_response_cache import ME, USER, noise
folder, seed = Path(sys.argv[1]), int(sys.argv[2])
draw = random.Random(seed)
cache = ResponseCache(folder, 300_000)
while True:
    n = draw.randrange(40)
    body = f"{n}:".encode() + noise(draw.randrange(30_000), n) + f":{n}".encode()
    cache.save(ME, f"{USER}/{n}", body)
    cache.load(ME, f"{USER}/{draw.randrange(40)}")
    if draw.random() < 0.02:
        cache.set_limit(draw.choice([200_000, 300_000]))
    if draw.random() < 0.01:
        cache.clear()
    print(n, flush=True)
"""


@posix
def test_killed_at_any_moment_nothing_is_half(tmp_path: Path) -> None:
    draw = random.Random(7)
    for turn in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", CRASHER, str(tmp_path), str(turn)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert process.stdout is not None
        if turn % 3:  # else it is killed while the file is being made or opened
            process.stdout.readline()
        threading.Event().wait(draw.random() * 0.15)
        process.send_signal(signal.SIGKILL)
        process.stdout.close()
        assert process.wait(HANG) == -signal.SIGKILL
        cache = ResponseCache.open(tmp_path, 300_000)
        for n in range(40):
            kept = cache.load(ME, f"{USER}/{n}")
            if kept is not None:
                assert kept.body.startswith(f"{n}:".encode())
                assert kept.body.endswith(f":{n}".encode())
        assert cache.save(ME, USER, f"after {turn}".encode())
        size = cache.size()
        cache.close()
        assert cache.problem is None
        assert size <= 300_000
        assert integrity(cache.path) == "ok"
    assert not list(tmp_path.glob("*.damaged"))


# --- damage ----------------------------------------------------------------------------------


def filled(folder: Path) -> Path:
    cache = ResponseCache.open(folder)
    for n in range(20):
        cache.save(ME, f"{USER}/{n}", f"{n}:".encode() + noise(n * 700, n))
    cache.close()
    return cache.path


def execute(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()


def other_version(path: Path) -> None:
    execute(path, f"PRAGMA user_version = {sqlite_schema.VERSION + 1}")


def other_kind(path: Path) -> None:
    path.unlink()
    execute(path, "CREATE TABLE notes (text)")


def without_a_table(path: Path) -> None:
    execute(path, "DROP TABLE bodies")


DAMAGES = {
    "noise": lambda path: path.write_bytes(noise(50_000)),
    "text": lambda path: path.write_text("not a database, and long enough to be looked at" * 99),
    "no head": lambda path: path.write_bytes(noise(100) + path.read_bytes()[100:]),
    "no third page": lambda path: path.write_bytes(
        path.read_bytes()[:8192] + noise(4096) + path.read_bytes()[12288:]
    ),
    "cut": lambda path: os.truncate(path, path.stat().st_size // 2),
    "cut in a page": lambda path: os.truncate(path, 5000),
    "head only": lambda path: os.truncate(path, 100),
    "a count of something else": lambda path: execute(path, "UPDATE stored SET bytes = -9"),
    "no count": lambda path: execute(path, "DELETE FROM stored"),
    "no number is left": lambda path: execute(
        path, "UPDATE answers SET id = 9223372036854775807 WHERE address LIKE '%/19'"
    ),
    "newer version": other_version,
    "other kind": other_kind,
    "a table is missing": without_a_table,
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_file_is_set_aside_with_a_sentence(tmp_path: Path, name: str) -> None:
    path = filled(tmp_path)
    DAMAGES[name](path)
    damaged = path.read_bytes()
    cache = ResponseCache.open(tmp_path)
    assert cache.save(ME, USER, b"[1]")
    kept = cache.load(ME, USER)
    assert kept is not None
    assert kept.body == b"[1]"
    assert cache.load(ME, f"{USER}/3") is None
    cache.close()
    assert cache.problem is not None
    assert "was damaged" in cache.problem
    assert str(path) + ".damaged" in cache.problem
    aside = path.with_name(path.name + ".damaged").read_bytes()
    # A page of another kind may carry the mark of the log afterwards: two bytes of its head.
    assert aside[100:] == damaged[100:]
    again = ResponseCache.open(tmp_path)
    assert again.load(ME, USER) is not None
    again.close()
    assert again.problem is None


def test_an_empty_file_is_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "answers.sqlite").touch()
    cache = ResponseCache.open(tmp_path)
    assert cache.save(ME, USER, b"[1]")
    cache.close()
    assert cache.problem is None


@settings(max_examples=25)
@given(data=st.data())
def test_whatever_is_damaged_no_wrong_answer_comes_out_and_it_goes_on(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(_template(), folder, dirs_exist_ok=True)
        path = folder / "answers.sqlite"
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 6))):
            at = data.draw(st.integers(0, len(content) - 1))
            length = data.draw(st.sampled_from([1, 4, 100, 5000]))
            change = noise(length, data.draw(st.integers(0, 1000)))
            content[at : at + length] = change[: len(content) - at]
        if data.draw(st.booleans()):
            content = content[: data.draw(st.integers(1, len(content)))]
        path.write_bytes(content)
        cache = ResponseCache.open(folder)
        for n in range(20):
            kept = cache.load(ME, f"{USER}/{n}")
            assert kept is None or kept.body == f"{n}:".encode() + noise(n * 700, n)
            assert cache.load(GUEST, f"{USER}/{n}") is None
        for n in range(30):
            cache.save(ME, f"{USER}/new/{n}", noise(n * 500, n))
        cache.set_limit(10_000)
        cache.clear()
        assert cache.save(ME, USER, b"[1]")
        kept = cache.load(ME, USER)
        cache.close()
        assert kept is not None
        assert kept.body == b"[1]"


_made: list[tempfile.TemporaryDirectory[str]] = []


def _template() -> Path:
    """A filled folder, made once; it goes with the process."""
    if not _made:
        _made.append(tempfile.TemporaryDirectory())
        filled(Path(_made[0].name))
    return Path(_made[0].name)


def test_damage_that_comes_while_it_is_open(tmp_path: Path) -> None:
    filled(tmp_path)
    cache = ResponseCache.open(tmp_path)
    assert cache.load(ME, f"{USER}/3") is not None
    pages = cache.path.stat().st_size
    with cache.path.open("r+b") as file:
        file.seek(4096)
        file.write(noise(pages - 4096))
    results = [cache.load(ME, f"{USER}/{n}") for n in range(20)]
    assert cache.save(ME, USER, b"[1]")
    assert cache.load(ME, USER) is not None
    cache.close()
    assert all(kept is None or kept.body.startswith(b"%d:" % n) for n, kept in enumerate(results))
    assert cache.problem is not None


# --- disks that refuse -----------------------------------------------------------------------


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = ResponseCache.open(tmp_path / "file" / "folder")
    assert cache.problem is not None
    assert "is not kept at the moment" in cache.problem
    assert not cache.save(ME, USER, b"{}")
    assert cache.load(ME, USER) is None
    assert cache.size() == 0
    assert not cache.clear()
    cache.set_limit(1000)
    assert cache.save(DEMO, USER, b"{}")
    cache.close()


READ_ONLY = """
import os, sqlite3, sys
from pathlib import Path
from osubrowser.services.cache.response_cache import ResponseCache
folder = Path(sys.argv[1])
if os.getuid() == 0:
    os.setuid(65534)
cache = ResponseCache.open(folder)
kept = cache.save("me", "https://osu.ppy.sh/api/v2/me", b"{}")
cache.load("me", "https://osu.ppy.sh/api/v2/me")
seen = [cache.load(sys.argv[2], f"{sys.argv[3]}/{n}") for n in range(20)]
cache.close()
print(kept, cache.problem)
print(sum(one is not None and one.body.startswith(b"%d:" % n) for n, one in enumerate(seen)))
"""


@posix
@pytest.mark.parametrize("is_filled", [False, True])
def test_a_folder_that_must_not_be_written_is_a_sentence(is_filled: bool) -> None:
    folder = Path(tempfile.mkdtemp(dir="/tmp"))  # one that everybody may reach
    try:
        if is_filled:
            filled(folder).chmod(0o444)
        folder.chmod(0o555)
        answer = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(folder), ME, USER],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=30,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=True,
        )
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    assert answer.stdout.startswith("False What you see is not kept at the moment: ")
    assert str(folder) in answer.stdout
    # What was seen before is still there.
    assert answer.stdout.splitlines()[-1] == ("20" if is_filled else "0")


FULL = """
import resource, signal, sys
from pathlib import Path
from osubrowser.services.cache import response_cache as module
from osubrowser.services.cache.response_cache import ResponseCache
from tests.services.cache.test_response_cache import ME, USER, noise
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
module._PAUSE = 0.0
cache = ResponseCache.open(Path(sys.argv[1]))
assert cache.save(ME, USER, noise(50_000))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
kept = [cache.save(ME, f"{USER}/{n}", noise(50_000, n)) for n in range(20)]
assert kept[0] and not kept[-1], kept
assert cache.problem and "is not kept at the moment" in cache.problem, cache.problem
assert cache.load(ME, USER).body == noise(50_000)
for n, is_kept in enumerate(kept):
    found = cache.load(ME, f"{USER}/{n}")
    assert (found is not None) == is_kept
    assert found is None or found.body == noise(50_000, n)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert cache.save(ME, f"{USER}/more", noise(50_000))
assert cache.problem is None, cache.problem
cache.close()
"""


@posix
def test_a_full_disk_is_a_sentence_until_there_is_room_again(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)],
        cwd=ROOT,
        timeout=30,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    assert integrity(tmp_path / "answers.sqlite") == "ok"


def test_a_disk_that_refused_is_left_alone_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").touch()
    cache = ResponseCache.open(tmp_path / "folder")
    (tmp_path / "folder").unlink()
    assert not cache.save(ME, USER, b"{}")
    assert not (tmp_path / "folder").exists()
    cache._rest_until = 0.0
    assert cache.save(ME, USER, b"{}")
    assert cache.problem is None
    cache.close()
    assert module._PAUSE >= 10


def test_each_problem_is_told_when_it_comes_and_once(tmp_path: Path) -> None:
    told: list[tuple[str | None, int]] = []
    path = filled(tmp_path)
    cache = ResponseCache.open(tmp_path)
    cache.watch_problem(lambda problem: told.append((problem, threading.get_ident())))
    assert cache.load(ME, f"{USER}/3") is not None
    assert told == []  # all is well
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(noise(path.stat().st_size - 4096))
    with ThreadPoolExecutor(6) as pool:
        for n in range(40):
            pool.submit(cache.load, ME, f"{USER}/{n}")
    assert [problem for problem, _ in told] == [cache.problem]
    assert told[0][1] != threading.get_ident()  # by the worker that met it
    cache.close()


def test_an_error_of_a_file_that_was_replaced_meanwhile_is_none_of_the_disk(
    tmp_path: Path,
) -> None:
    filled(tmp_path)
    cache = ResponseCache.open(tmp_path)
    tried: list[sqlite_store.SqliteStore] = []

    def work(file: sqlite_store.SqliteStore) -> int:
        tried.append(file)
        if len(tried) == 1:
            # Another thread finds the damage, and renames the file under a reader that opens it.
            assert cache._begin_anew_after(sqlite_schema.damage("noise"), file)
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return file.size()

    assert cache._with_file(work, -1) == 0
    assert len(tried) == 2
    assert cache.save(ME, USER, b"{}")
    assert "starts anew" in str(cache.problem)
    cache.close()


def test_that_all_is_well_again_is_told_too(tmp_path: Path) -> None:
    told: list[str | None] = []
    (tmp_path / "folder").touch()
    cache = ResponseCache.open(tmp_path / "folder")
    cache.watch_problem(told.append)
    assert told == [cache.problem]  # the one that was there before
    assert told[0] is not None
    cache._rest_until = 0.0
    assert not cache.save(ME, USER, b"{}")
    assert len(told) == 1  # it is the same still
    (tmp_path / "folder").unlink()
    cache._rest_until = 0.0
    assert cache.save(ME, USER, b"{}")
    assert told[1:] == [None]
    cache.close()


# --- together --------------------------------------------------------------------------------


def test_six_workers_at_once(tmp_path: Path) -> None:
    cache = ResponseCache.open(tmp_path, 400_000)
    start = threading.Barrier(6)

    def work(worker: int) -> int:
        draw, found = random.Random(worker), 0
        start.wait()
        for turn in range(150):
            n = draw.randrange(60)
            if turn % 3:
                kept = cache.load(ME, f"{USER}/{n}")
                if kept is not None:
                    assert kept.body == f"{n}:".encode() + noise(n * 300, n)
                    found += 1
            else:
                assert cache.save(ME, f"{USER}/{n}", f"{n}:".encode() + noise(n * 300, n))
        return found

    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(work, range(6)))
    assert all(found)
    assert cache.size() <= 400_000
    cache.close()
    assert cache.problem is None
    assert integrity(cache.path) == "ok"


def test_closing_while_six_workers_ask(tmp_path: Path) -> None:
    cache = ResponseCache.open(tmp_path)
    asked = threading.Event()

    def work(worker: int) -> None:
        for n in range(200):
            cache.save(ME, f"{USER}/{worker}/{n}", noise(2000))
            cache.load(ME, f"{USER}/{worker}/{n}")
            asked.set()

    with ThreadPoolExecutor(6) as pool:
        jobs = [pool.submit(work, worker) for worker in range(6)]
        assert asked.wait(HANG)
        cache.close()
        for job in jobs:
            job.result()
    assert cache.problem is None
    assert integrity(cache.path) == "ok"


NEIGHBOUR = """
import sys
from pathlib import Path
from osubrowser.services.cache.response_cache import ResponseCache
from tests.services.cache.test_response_cache import ME, USER, noise
me, folder = sys.argv[1], Path(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
cache = ResponseCache.open(folder, 2_000_000)
assert cache.problem is None, cache.problem
kept = [cache.save(ME, f"{USER}/{me}/{n}", me.encode() + noise(3000, n)) for n in range(150)]
for n, is_kept in enumerate(kept):
    found = cache.load(ME, f"{USER}/{me}/{n}")
    assert (found is not None) == is_kept
    assert found is None or found.body == me.encode() + noise(3000, n)
cache.close()
assert cache.problem is None, cache.problem
print(sum(kept), flush=True)
"""


def test_processes_at_once_from_the_first_moment(tmp_path: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", NEIGHBOUR, str(number), str(tmp_path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for number in range(3)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    kept = [int(process.communicate(timeout=60)[0]) for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert min(kept) > 140, kept
    assert integrity(tmp_path / "answers.sqlite") == "ok"


def test_a_damaged_file_is_set_aside_once_however_many_find_out(tmp_path: Path) -> None:
    path = filled(tmp_path)
    first, second = ResponseCache.open(tmp_path), ResponseCache.open(tmp_path)
    content = path.read_bytes()
    with path.open("r+b") as file:
        file.write(noise(len(content)))
    for cache in (first, second):
        assert cache.load(ME, f"{USER}/3") is None
    assert first.save(ME, USER, b"[1]")
    found = second.load(ME, USER)
    first.close()
    second.close()
    assert found is not None
    assert found.body == b"[1]"


# --- between a client and the memory ---------------------------------------------------------


def test_a_client_s_memory_is_its_own_account_s_alone(tmp_path: Path) -> None:
    cache = ResponseCache.open(tmp_path)
    mine, theirs = ClientCache(cache, OSU), ClientCache(cache, OSU, account_key(OSU, 3))
    mine.save("/api/v2/me", {}, b'"before it is known who"')
    assert cache.size() == 0
    assert mine.load("/api/v2/me", {}) is None
    mine.account = ME
    mine.save("/api/v2/me", {"b": "1", "a[]": ["2", "1"]}, b'"me"')
    kept = mine.load("/api/v2/me", {"a[]": ["2", "1"], "b": "1"})
    assert kept is not None
    assert kept.body == b'"me"'
    assert mine.load("/api/v2/me", {"a[]": ["1", "2"], "b": "1"}) is None
    assert theirs.load("/api/v2/me", {"b": "1", "a[]": ["2", "1"]}) is None
    cache.close()


def test_a_real_answer_is_the_same_a_day_later(tmp_path: Path, recorded_server: Server) -> None:
    from osubrowser.api.auth.token_stores import MemoryTokenStore
    from osubrowser.api.client import Client
    from osubrowser.api.decoding.decode import decode
    from osubrowser.api.entities.rankings import Rankings

    server = recorded_server
    path, params = "/rankings/osu/performance", {"page": "1"}
    with Client(
        server.client_id,
        server.client_secret,
        base_url=server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        asked = client.ranking("osu", "performance")
        body = client.read(path, params)
    cache = ResponseCache.open(tmp_path)
    ClientCache(cache, server.url, GUEST).save(path, params, body)
    cache.close()
    again = ResponseCache.open(tmp_path)
    kept = ClientCache(again, server.url, GUEST).load(path, params)
    assert kept is not None
    assert kept.body == body
    assert decode(kept.body, Rankings) == asked
    assert again.size() < len(body) / 3
    again.close()
