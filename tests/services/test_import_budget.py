"""What the start of the program may not pay for: modules that are imported when they are used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import osubrowser.services
from osubrowser.services.storage.folders import Folders

HEAVY = (
    "requests",
    "urllib3",
    "authlib",
    "keyring",
    "msgspec",
    "sqlite3",
    "werkzeug",
    "PIL",
    "email",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "PySide6.QtWidgets",
    "osubrowser.api.client",
    "osubrowser.api.http.transport",
    "osubrowser.api.auth.token_provider",
    "osubrowser.api.entities",
)
# Loaded when they are first needed, not at the start.
LATER = {"login", "image_fetch"}


def test_importing_the_services_loads_nothing_heavy() -> None:
    folder = Path(osubrowser.services.__file__).parent
    names = sorted(p.stem for p in folder.glob("*.py") if p.stem != "__init__")
    imports = "; ".join(f"import osubrowser.services.{n}" for n in names if n not in LATER)
    code = f"import sys; {imports}; print([n for n in {HEAVY!r} if n in sys.modules])"
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert answer.stdout.strip() == "[]"


def test_folders_of_a_profile_lie_in_it_and_are_not_made(tmp_path: Path) -> None:
    folders = Folders.inside(tmp_path / "profile")
    for path in (folders.settings_file, folders.secrets_file, folders.images, folders.log_file):
        assert path.is_relative_to(tmp_path / "profile")
    assert not (tmp_path / "profile").exists()
    assert Folders.default().settings_file.name == "settings.json"


def modules_after(code: str, names: tuple[str, ...]) -> str:
    """Run a program; which of the modules it has loaded, as Python writes the list."""
    program = f"import sys\n{code}\nprint([n for n in {names!r} if n in sys.modules])"
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return answer.stdout.strip()


def test_importing_the_program_loads_nothing_heavy() -> None:
    window = tuple(name for name in HEAVY if name != "PySide6.QtWidgets")
    later = ("asyncio", "qasync", "html", "hashlib", "osubrowser.models.table.column")
    assert modules_after("import osubrowser.app", (*window, *later)) == "[]"


CACHED = """
from osubrowser.api.client import Client
from osubrowser.api.errors import NotCached

class Store:
    def save(self, path, params, body):
        pass
    def load(self, path, params):
        return None

client = Client(1, "secret", cache=Store()).from_cache()
try:
    client.ranking("osu", "performance")
except NotCached:
    pass
else:
    raise AssertionError
"""


def test_reading_the_cache_loads_no_network_library() -> None:
    network = ("requests", "urllib3", "authlib", "http.client", "email", "ssl", "pyrate_limiter")
    assert modules_after(CACHED, network) == "[]"
