"""The first import of Qt takes out the hook that reads the source of every imported module."""

from __future__ import annotations

import subprocess
import sys

# What `linecache` holds are the files that have been read as source.
PROGRAM = """
import linecache, os, sys
from osubrowser.services.runtime.qt_import import import_qt
if "with" in sys.argv:
    import PySide6.QtCore
else:
    import_qt()
import osubrowser.app
package = os.path.dirname(osubrowser.__file__)
print(sum(file.startswith(package) for file in linecache.cache))
"""


def sources_read(*arguments: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return int(done.stdout)


def test_no_source_is_read() -> None:
    assert sources_read("with") > 50  # this is what the hook costs
    assert sources_read() == 0
