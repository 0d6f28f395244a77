"""Key of API v1: stored with the other secrets, by server."""

from __future__ import annotations

from pathlib import Path

import pytest

from osubrowser.services.downloads import legacy_key
from osubrowser.services.session.secret_store import SecretStore

KEY = "0123456789abcdefABCDEF0123456789abcdef01"
OSU = "https://osu.ppy.sh"


def test_a_key_is_kept_by_server(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"
    secrets = SecretStore(file, use_keyring=False)
    assert legacy_key.load_key(secrets, OSU) == ""
    legacy_key.save_key(secrets, OSU, f"  {KEY}\n")
    again = SecretStore(file, use_keyring=False)
    assert legacy_key.load_key(again, OSU) == KEY
    assert legacy_key.load_key(again, "https://other.example") == ""
    assert KEY not in file.read_text()
    legacy_key.save_key(again, OSU, "")
    assert legacy_key.load_key(again, OSU) == ""


@pytest.mark.parametrize("text", ["x", KEY[:-1], KEY + "0", "g" * 40, "0" * 39 + "０"])
def test_what_is_no_key_is_refused(tmp_path: Path, text: str) -> None:
    secrets = SecretStore(tmp_path / "secrets.json", use_keyring=False)
    with pytest.raises(ValueError, match="40 digits") as refused:
        legacy_key.save_key(secrets, OSU, text)
    assert text not in str(refused.value) or len(text) == 1
    assert legacy_key.load_key(secrets, OSU) == ""
