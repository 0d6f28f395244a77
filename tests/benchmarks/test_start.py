"""The start of the program: first frame and usable ranking, against a bare window.

One run prints both. The profile is that of an earlier run: a player is signed in, and the ranking
is in the response cache.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.conftest import Server
from tests.e2e.conftest import Browser, quit_program
from tests.e2e.conftest import start as start  # a fixture
from tests.e2e.test_sign_in import HttpBrowser, fill_in, welcome

# Both programs report moments in the same way, and import Qt themselves.
PROBE = """
import sys, time
started = float(sys.argv.pop(1))

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name != "PySide6.QtWidgets":
            return None
        sys.meta_path.remove(self)
        from importlib.util import find_spec
        spec = find_spec(name)
        spec.loader = Loader(spec.loader)
        return spec

class Loader:
    def __init__(self, inner):
        self.create_module, self.run = inner.create_module, inner.exec_module
    def exec_module(self, module):
        self.run(module)
        watch_application(module)

def watch_application(QtWidgets):
    import os
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

    def mark(name):
        print(name, time.time() - started, flush=True)

    class Watch(QObject):
        frame, key, table = True, True, None

        def eventFilter(self, watched, event):
            kind = event.type()
            if kind == QEvent.Type.Paint and watched.isWidgetType():
                if watched.isWindow():
                    if self.frame:
                        self.frame = False
                        QTimer.singleShot(0, self.on_frame)
                elif self.table is None and has_rows(watched):
                    self.table = watched.parent()
                    QTimer.singleShot(0, self.press)
            elif kind == QEvent.Type.KeyPress and watched is self.table and self.key:
                self.key = False
                QTimer.singleShot(0, self.on_answer)
            return False

        def on_frame(self):
            mark("frame")
            if "bare" in sys.argv:
                os._exit(0)

        def press(self):
            from PySide6.QtCore import Qt
            from PySide6.QtGui import QKeyEvent
            self.key, self.pressed = True, time.time()
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(self.table, key)

        def on_answer(self):
            if time.time() - self.pressed > 0.05:
                return self.press()
            mark("usable")
            os._exit(0)

    def has_rows(viewport):
        table = viewport.parent()
        if not isinstance(table, QtWidgets.QTableView) or table.viewport() is not viewport:
            return False
        model = table.model()
        columns = range(model.columnCount()) if model is not None and model.rowCount() else ()
        return any(model.index(0, column).data() for column in columns)  # no skeletons

    class Application(QtWidgets.QApplication):
        def __init__(self, *arguments):
            super().__init__(*arguments)
            self.watch = Watch()
            self.installEventFilter(self.watch)

    QtWidgets.QApplication = Application

sys.meta_path.insert(0, Finder())
"""

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableView())
window.resize(1200, 800)
window.show()
app.exec()
"""

OURS = """
from osubrowser.__main__ import main
main(sys.argv[1:])
"""


FRAME_AT_MOST = 2.0
"""About 1.8 by processor time; 1.6 is the aim."""
USABLE_AT_MOST = 3.5
"""About 3.1 by processor time; 2.5 is the aim."""
TURNS = 3
"""The quietest counts: what else the machine does only ever adds."""


def moments(program: str, *arguments: str) -> dict[str, float]:
    """Run a program; the seconds from the start of its process to each moment."""
    command = [sys.executable, "-c", PROBE + program, str(time.time()), *arguments]
    # An installed program has its byte code, whatever this run of the tests is told.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=True, env=environment
    )
    pairs = (line.split() for line in done.stdout.splitlines())
    return {name: float(seconds) for name, seconds in pairs}


def test_first_frame_and_usable_ranking_against_a_bare_window(
    start: Callable[..., Browser],
    demo_server_with: Callable[..., Server],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    server = demo_server_with("--latency", "0.3")
    web = HttpBrowser()
    browser = start("--server", server.url, browse=web)
    fill_in(welcome(browser), qtbot, server)
    browser.wait_for_rows()
    web.join()
    quit_program(browser)
    arguments = ("--profile", str(tmp_path / "profile"), "--server", server.url)

    moments(BARE, "bare"), moments(OURS, *arguments)  # byte code and disk are warm for both
    frames: list[float] = []
    usable: list[float] = []
    while len(frames) < TURNS:
        ours, bare = [], []
        for _ in range(9):
            for record in tmp_path.rglob("running.txt"):
                record.unlink()  # the probe ends the program, which would tell of it
            ours.append(moments(OURS, *arguments))
            bare.append(moments(BARE, "bare")["frame"])
        window = statistics.median(bare)
        frame = statistics.median(one["frame"] for one in ours)
        ranking = statistics.median(one["usable"] for one in ours)
        frames.append(frame / window)
        usable.append(ranking / window)
        print(
            f"\nbare window: {window * 1e3:.0f} ms, first frame: {frame * 1e3:.0f} ms, "
            f"x{frames[-1]:.2f}, ranking from the cache: {ranking * 1e3:.0f} ms, x{usable[-1]:.2f}"
        )
        if min(frames) <= FRAME_AT_MOST and min(usable) <= USABLE_AT_MOST:
            break
    assert min(frames) <= FRAME_AT_MOST
    assert min(usable) <= USABLE_AT_MOST
