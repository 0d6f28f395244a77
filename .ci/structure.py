"""Structure figures: files and folders per package, import circles, files entered by one click.

`python .ci/structure.py` prints them as Markdown; `--write` puts them into CONTRIBUTING.md,
`--click` lists what the click entered, `--check` exits 1 when a limit is broken.
"""

from __future__ import annotations

import argparse
import ast
import asyncio
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "osubrowser"
MOST_FILES_OF_A_CLICK = 68
"""With some that only a busy machine reaches: what the recorder tells when it has written."""
CIRCLES_ALLOWED_IN = "osubrowser.demo.world"
WORKERS = 6
WRITER = "osubrowser-history"
"""Thread that records what was seen, some time after the click: its calls do not count."""


# --- imports ---------------------------------------------------------------------------------


def module_name(file: Path) -> str:
    """Return the dotted name of a module of the package."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def is_type_checking(test: ast.expr) -> bool:
    """Tell whether the test of an `if` is `TYPE_CHECKING`."""
    name = test.attr if isinstance(test, ast.Attribute) else getattr(test, "id", "")
    return name == "TYPE_CHECKING"


def imports_of(tree: ast.AST, names: set[str], *, typed: bool) -> set[str]:
    """Return the modules of `names` that a module imports, lazy imports included.

    Args:
        tree: the parsed module.
        names: every module of the package.
        typed: whether imports below `if TYPE_CHECKING` count, too.
    """
    found: set[str] = set()
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.If) and is_type_checking(node.test) and not typed:
            todo.extend(node.orelse)
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & names
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                found |= {full if full in names else node.module} & names
        todo.extend(ast.iter_child_nodes(node))
    return found


def import_graph(*, typed: bool) -> dict[str, set[str]]:
    """Return which module of the package imports which."""
    files = {module_name(file): file for file in PACKAGE.rglob("*.py")}
    names = set(files)
    return {
        name: imports_of(ast.parse(file.read_text("utf-8")), names, typed=typed) - {name}
        for name, file in files.items()
    }


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return the strongly connected components of more than one module (Tarjan's algorithm)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for other in graph[name]:
            if other not in index:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], index[other])
        if low[name] == index[name]:
            at = stack.index(name)
            component = stack[at:]
            del stack[at:]
            if len(component) > 1:
                found.append(sorted(component))

    sys.setrecursionlimit(10_000)
    for name in graph:
        if name not in index:
            visit(name)
    return found


def circles_outside_world(*, typed: bool) -> list[list[str]]:
    """Return the import circles that touch a module outside the demo's world."""
    return [
        circle
        for circle in circles(import_graph(typed=typed))
        if not all(name.startswith(CIRCLES_ALLOWED_IN) for name in circle)
    ]


# --- files -----------------------------------------------------------------------------------


def sizes() -> list[tuple[str, int, int, int]]:
    """Return each package with its number of files, of folders, and of lines."""
    rows = []
    for folder in sorted(p for p in PACKAGE.iterdir() if any(p.rglob("*.py"))):
        if folder.name == "__pycache__":
            continue
        files = [file for file in folder.rglob("*.py") if file.name != "__init__.py"]
        lines = sum(len(file.read_text("utf-8").splitlines()) for file in files)
        rows.append((folder.name, len(files), len({file.parent for file in files}), lines))
    return rows


# --- one click -------------------------------------------------------------------------------


class CallCounter:
    """Profile function that counts the functions of the package that are entered."""

    def __init__(self) -> None:
        self.functions: Counter[tuple[str, str]] = Counter()
        self.is_on = False
        self._root = f"{PACKAGE}{os.sep}"
        self._demo = f"{PACKAGE / 'demo'}{os.sep}"  # the server is not part of the window

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        """Count a call; comprehensions and lambdas count as their file."""
        if not self.is_on or event != "call":
            return
        code = frame.f_code
        name = code.co_filename
        if not name.startswith(self._root) or name.startswith(self._demo):
            return
        if threading.current_thread().name != WRITER:
            self.functions[(name, code.co_qualname)] += 1

    @property
    def files(self) -> Counter[str]:
        """Calls by file."""
        found: Counter[str] = Counter()
        for (name, _), count in self.functions.items():
            found[name.removeprefix(self._root)] += count
        return found


def click_on_a_row() -> CallCounter:
    """Open a ranking of the demo, double-click a row, and count until the player is painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTableView
    from qasync import QEventLoop

    from osubrowser import cli
    from osubrowser.app import App

    counter = CallCounter()

    async def until(condition: Any) -> None:  # noqa: ANN401
        for _ in range(6000):
            if condition():
                return
            await asyncio.sleep(0.01)
        raise TimeoutError("the window did not get there in a minute")

    def shown(navigator: Any) -> Any:  # noqa: ANN401 - a Page of whichever layout is measured
        if navigator.page is None:
            raise LookupError("no page is open")
        return navigator.page

    async def walk(app: App) -> None:
        window = app.window
        await app.enter()
        navigator = window.navigator
        await until(lambda: navigator.page is not None and navigator.page.is_settled)
        await app.preloaded()  # nothing is imported by the click
        await app.replays.start()  # what starts in the background is not the click's either
        await until(lambda: not app.replays.library.progress.is_scanning)
        app._idle_gc.close()  # nor are its timer, and that of the status line
        window._count_timer.stop()
        ranking = shown(navigator)
        table = next(t for t in ranking.findChildren(QTableView) if t.isVisibleTo(window))
        rows = table.viewport()
        at = QPoint(300, table.rowViewportPosition(2) + table.rowHeight(2) // 2)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        painted = asyncio.Event()

        def paint() -> None:
            window.grab()
            counter.is_on = False
            painted.set()

        counter.is_on = True
        # From the event loop, as a person's click comes, and not from within a task.
        QTimer.singleShot(0, lambda: QTest.mouseDClick(rows, left, none, at))
        await until(lambda: navigator.page is not ranking)
        page = shown(navigator)
        await until(lambda: page.is_settled)
        QTimer.singleShot(0, paint)
        await painted.wait()

    qt = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        options = cli.parse(["--demo", "--profile", folder])
        app = App(qt, options, profile=Path(folder))
        app.window.resize(1200, 800)
        app.window.show()
        loop: Any = QEventLoop(qt)
        asyncio.set_event_loop(loop)
        threading.setprofile(counter)
        sys.setprofile(counter)
        barrier = threading.Barrier(WORKERS + 1)
        for _ in range(WORKERS):  # the threads that are there already
            app.executor.submit(lambda: (sys.setprofile(counter), barrier.wait()))
        barrier.wait()
        try:
            loop.run_until_complete(walk(app))
        finally:
            sys.setprofile(None)
            threading.setprofile(None)  # type: ignore[arg-type]
            loop.run_until_complete(app.close())
            app.executor.shutdown(wait=True)
            QCoreApplication.processEvents()
            loop.close()
    return counter


# --- the table -------------------------------------------------------------------------------


def table(counter: CallCounter) -> str:
    """Return the figures as a Markdown table."""
    lines = ["| package | files | folders | lines |", "| --- | ---: | ---: | ---: |"]
    lines += [f"| {name} | {f:,} | {d:,} | {n:,} |" for name, f, d, n in sizes()]
    runtime, typed = circles_outside_world(typed=False), circles_outside_world(typed=True)
    lines += [
        "",
        f"Import circles outside `{CIRCLES_ALLOWED_IN}`: {len(runtime)} at run time,"
        f" {len(typed)} with type-only imports.",
        f"A double click on a row of a ranking enters {len(counter.files)} files and"
        f" {len(counter.functions)} functions until the player is painted.",
    ]
    return "\n".join(lines)


def main() -> int:
    """Print, write or check the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into CONTRIBUTING.md")
    parser.add_argument("--check", action="store_true", help="exit 1 when a limit is broken")
    parser.add_argument("--click", action="store_true", help="list what the click entered")
    parser.add_argument("--circles", action="store_true", help="list the import circles, and stop")
    parser.add_argument("--again", type=int, default=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.circles:
        for typed in (False, True):
            for circle in circles_outside_world(typed=typed):
                print("type-only" if typed else "run time", len(circle), *circle)  # noqa: T201
        return 0
    counter = click_on_a_row()
    text = table(counter)
    print(text)  # noqa: T201
    if options.click:
        for name, count in sorted(counter.files.items()):
            print(f"{count:6,} {name}")  # noqa: T201
    if options.write:
        page = ROOT / "CONTRIBUTING.md"
        pattern = re.compile(r"(<!-- structure -->\n).*?(<!-- /structure -->)", re.DOTALL)
        page.write_text(
            pattern.sub(lambda m: m[1] + text + "\n" + m[2], page.read_text("utf-8")), "utf-8"
        )
    if options.check:
        broken = [*circles_outside_world(typed=False), *circles_outside_world(typed=True)]
        if broken or len(counter.files) <= MOST_FILES_OF_A_CLICK:
            return 1 if broken else 0
        if not options.again:
            return 1
        # Timers and pictures that come meanwhile, on a busy machine, only ever add files.
        again = [sys.executable, __file__, "--check", "--again", str(options.again - 1)]
        return subprocess.run(again, check=False).returncode  # noqa: S603 - this program
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
