"""What pages are made of is loaded before they are opened, all of it, piece by piece."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import asyncio, sys
from types import SimpleNamespace
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
import osubrowser.ui.shell.main_window
from osubrowser.services.session.account import Account
from osubrowser.services.runtime.calls import Calls, make_executor
from osubrowser.services.session.secret_store import SecretStore
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.style.colours import ramp
from osubrowser.pages import page_kinds
from osubrowser.ui.shell.preload import preload

calls = Calls(make_executor())
kinds = page_kinds(SimpleNamespace(account=None, calls=None))
asyncio.run(preload(calls, [kind.preload for kind in kinds]))
before = set(sys.modules)
from osubrowser.ui.pages.player.page import PlayerPage
from osubrowser.ui.pages.player.page import SECTIONS
from osubrowser.ui.sections.host import SectionParts
import osubrowser.ui.pages.bookmarks.page
import osubrowser.ui.pages.settings.page
import osubrowser.ui.pages.rankings.page
import osubrowser.ui.shell.omnibox.suggestion_list
import osubrowser.ui.shell.bookmark_popover

account = Account(calls, Settings(), SecretStore(Path(sys.argv[1])), server="http://127.0.0.1:1")
colours = ramp(333, is_dark=True)
page = PlayerPage(account, calls, Settings(), colours, has_page=bool)
parts = SectionParts(account, calls, Settings(), None, colours, bool)
for kind in SECTIONS:
    kind.build(parts, page)
print(sorted(name for name in set(sys.modules) - before if name.startswith("osubrowser")))
calls.close()
"""


def test_nothing_is_left_to_load_when_a_section_is_reached(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "secrets")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
