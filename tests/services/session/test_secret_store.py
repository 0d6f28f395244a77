"""Secrets: in a keyring where one works, else in a file of mode 0600; never lost in between."""

from __future__ import annotations

import base64
import json
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from osubrowser.services.session.secret_store import KEYRING, SERVICE, SecretStore
from osubrowser.services.session.staged_tokens import StagedTokens


class FakeKeyring:
    """A keyring that can be broken, and that refuses long entries as Windows does."""

    def __init__(self, limit: int = 10_000) -> None:
        self.kept: dict[str, str] = {}
        self.limit = limit
        self.broken = False

    def _check(self, service: str) -> None:
        assert service == SERVICE
        if self.broken:
            raise RuntimeError("the collection is locked")

    def get_password(self, service: str, username: str) -> str | None:
        self._check(service)
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check(service)
        if len(password) > self.limit:
            raise ValueError("1783: the stub received bad data")
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check(service)
        del self.kept[username]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "secrets.json"


def test_without_a_keyring_there_is_a_file_for_its_owner_only(file: Path) -> None:
    store = SecretStore(file)
    assert store.where == str(file)
    assert store.get("name") is None
    store.set("name", "sécret ✓")
    store.save("token", b"\x00\xff")
    assert SecretStore(file).get("name") == "sécret ✓"
    assert SecretStore(file).load("token") == b"\x00\xff"
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    store.delete("name")
    store.delete("name")
    assert store.get("name") is None
    store.delete("token")
    assert not file.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes as on POSIX")
def test_a_file_that_others_could_read_is_closed_to_them(file: Path) -> None:
    SecretStore(file).set("a", "b")
    file.chmod(0o644)
    assert SecretStore(file).get("a") == "b"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"a": 3}', '{"a": "not base64!"}'])
def test_a_damaged_file_is_as_good_as_none(file: Path, damage: str) -> None:
    file.parent.mkdir()
    file.write_text(damage)
    store = SecretStore(file)
    assert store.get("a") is None
    store.set("a", "b")
    assert store.get("a") == "b"


def test_a_keyring_that_works_leaves_no_file(file: Path) -> None:
    ring = FakeKeyring()
    store = SecretStore(file, keyring=ring)
    assert store.where == KEYRING
    store.set("a", "b")
    assert store.get("a") == "b"
    assert not file.exists()
    store.delete("a")
    store.delete("a")
    assert ring.kept == {}


def test_a_long_secret_is_split_and_cleared_away(file: Path) -> None:
    ring = FakeKeyring(limit=1200)
    store = SecretStore(file, keyring=ring, limit=1200)
    for length in (5000, 9000, 10, 4000):
        value = os.urandom(length)
        store.save("token", value)
        assert store.load("token") == value
        parts = -(-len(value) * 4 // 3 // 1200) + 1
        assert len(ring.kept) <= parts + 1
    assert store.where == KEYRING
    ring.kept.pop(next(name for name in ring.kept if name.endswith(".0")))
    assert store.load("token") is None
    store.save("token", b"short")
    assert list(ring.kept) == ["token"] or store.where == str(file)
    assert store.load("token") == b"short"


def test_a_keyring_that_breaks_gives_way_to_the_file(file: Path) -> None:
    ring = FakeKeyring()
    store = SecretStore(file, keyring=ring)
    store.set("a", "old")
    ring.broken = True
    store.set("a", "new")
    assert store.where == str(file)
    assert store.get("a") == "new"
    # In the next run the keyring works again: the newest one counts, and moves there.
    ring.broken = False
    again = SecretStore(file, keyring=ring)
    assert again.get("a") == "new"
    again.set("a", "newer")
    assert not file.exists()
    assert again.get("a") == "newer"


def test_a_secret_that_cannot_be_deleted_is_told_but_the_file_is_cleared(file: Path) -> None:
    ring = FakeKeyring()
    store = SecretStore(file, keyring=ring)
    store.set("a", "b")
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"a": "Yg=="}))
    ring.broken = True
    with pytest.raises(OSError, match="keyring"):
        store.delete("a")
    assert not file.exists()


@pytest.mark.parametrize("failing", ["get", "set", "delete"])
def test_a_keyring_that_failed_is_tried_again_to_delete_a_secret(file: Path, failing: str) -> None:
    ring = FakeKeyring()
    store = SecretStore(file, keyring=ring)
    store.set("a", "old")
    ring.broken = True
    if failing == "get":
        assert store.get("a") is None
    elif failing == "set":
        store.set("a", "new")
    else:
        with pytest.raises(OSError, match="keyring"):
            store.delete("a")
    assert store.where == str(file), "the keyring is not used any more"
    with pytest.raises(OSError, match="keyring"):
        store.delete("a")
    assert not file.exists()
    assert ring.kept, "what could not be deleted was told, each time"
    ring.broken = False
    store.delete("a")
    assert ring.kept == {}


def test_parts_that_could_not_be_deleted_are_deleted_the_next_time(file: Path) -> None:
    class Stubborn(FakeKeyring):
        left = 2  # deletions

        def delete_password(self, service: str, username: str) -> None:
            if self.left == 0:
                raise RuntimeError("the collection is locked")
            self.left -= 1
            super().delete_password(service, username)

    ring = Stubborn(limit=1200)
    store = SecretStore(file, keyring=ring, limit=1200)
    store.save("token", bytes(4000))
    with pytest.raises(OSError, match="keyring"):
        store.delete("token")
    assert ring.kept
    ring.left = 100
    store.delete("token")
    assert ring.kept == {}


def test_one_token_that_cannot_be_deleted_keeps_no_other(file: Path) -> None:
    class Refusing(SecretStore):
        def delete(self, key: str) -> None:
            if key == "first":
                raise OSError("the keyring did not delete a secret")
            super().delete(key)

    store = Refusing(file, use_keyring=False)
    tokens = StagedTokens(store, committed=True)
    for key in ("first", "second", "third"):
        tokens.save(key, b"token")
    with pytest.raises(OSError, match="keyring"):
        tokens.discard()
    assert [store.load(key) for key in ("first", "second", "third")] == [b"token", None, None]


def test_no_secret_is_logged(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    ring = FakeKeyring()
    store = SecretStore(file, keyring=ring)
    ring.broken = True
    store.set("a", "hunter2-hunter2")
    store.get("a")
    assert "hunter2" not in caplog.text
    assert caplog.records


# --- damage, killed writes, several programs ----------------------------------------------

KEPT = {"token": "YQ==", "client secret": "Yg=="}


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        (b'{"token": "YQ==", "client secret": "Yg==", "more": "Y2Nj', KEPT),
        (b'{"token": "YQ==", "client secret": "Yg=="', KEPT),
        (b'{"token": "YQ==" "client secret": "Yg=="}', KEPT),
        (b'\xff\x00{"token": "YQ==", "client secret": "Yg=="}', KEPT),
        (b'{"token": "YQ==", "client \xff": "Yg==", "client secret": "Yg=="}', KEPT),
        (b'[{"token": "YQ==", "client secret": "Yg=="}]', KEPT),
        (b'{"token": "YQ==", "client secret": 5}', {"token": "YQ=="}),
        (b'{"token": "YQ==", "client secret": "not base64!"}', {"token": "YQ=="}),
        (b'{"token": "YQ\x00\x00\x00\x00', {}),
        (b"\x00" * 100, {}),
        (b"[" * 100_000, {}),
    ],
)
def test_a_damaged_file_is_set_aside_and_what_can_be_read_goes_on(
    file: Path, raw: bytes, readable: dict[str, str]
) -> None:
    file.parent.mkdir()
    file.write_bytes(raw)
    store = SecretStore(file)
    for key in KEPT:
        expected = base64.b64decode(readable[key]) if key in readable else None
        assert store.load(key) == expected
    aside = file.with_name("secrets.json.damaged")
    assert aside.read_bytes() == raw
    if os.name == "posix":
        assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    store.set("new", "c")
    found = json.loads(file.read_bytes())
    assert {key: found[key] for key in readable} == readable
    store.delete("token")
    assert not aside.exists(), "after signing out nothing is left of the token"
    assert SecretStore(file).get("new") == "c"


def test_a_file_that_cannot_be_read_is_not_replaced(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SecretStore(file).set("a", "b")
    before = file.read_bytes()

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        store = SecretStore(file)
        assert store.get("a") is None
        with pytest.raises(PermissionError):
            store.set("c", "d")
    assert file.read_bytes() == before


def test_killed_writes_leave_nothing_after_a_start_and_after_signing_out(file: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path\n"
        "from osubrowser.services.session.secret_store import SecretStore\n"
        "os.fsync = lambda _: os._exit(9)\n"
        "SecretStore(Path(sys.argv[1]), use_keyring=False).set('token', 'hunter2-hunter2')"
    )
    secret = base64.b64encode(b"hunter2-hunter2")

    def kill_a_write() -> None:
        ended = subprocess.run([sys.executable, "-c", program, str(file)], check=False)
        assert ended.returncode == 9
        assert secret in contents()

    def contents() -> bytes:
        return b"".join(one.read_bytes() for one in file.parent.iterdir())

    kill_a_write()
    store = SecretStore(file, use_keyring=False)
    assert store.get("token") is None
    assert secret not in contents()
    kill_a_write()
    store.delete("token")
    assert secret not in contents()


def test_what_other_programs_write_is_not_lost(file: Path) -> None:
    stores = [SecretStore(file, use_keyring=False) for _ in range(4)]

    def write(number: int) -> None:
        for at in range(10):
            stores[number].set(f"{number}.{at}", "x")

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(write, number) for number in range(4)]:
            done.result()
    assert len(json.loads(file.read_bytes())) == 40


def test_windows_share_one_lock_for_tokens(file: Path) -> None:
    one, other = SecretStore(file), SecretStore(file)
    staged = StagedTokens(other)
    release = one.try_lock("token")
    assert release is not None
    assert other.try_lock("token") is None
    unshared = staged.try_lock("token")
    assert unshared is not None, "nothing is shared before the sign-in is complete"
    staged.commit()
    assert staged.try_lock("token") is None
    release()
    unshared()
    again = staged.try_lock("token")
    assert again is not None
    again()
