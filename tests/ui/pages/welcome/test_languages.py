"""The welcome page in each language: all of it is seen in a small window."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from osubrowser.services.text.translation import LANGUAGES

_PROGRAM = """
import sys
from osubrowser.services.text.translation import set_language
set_language(sys.argv[1])
from PySide6.QtWidgets import QApplication, QScrollArea
from osubrowser.ui.pages.welcome.page import WelcomePage
from osubrowser.ui.style.theme import STYLE, Theme
qt = QApplication([sys.argv[0], *STYLE])
theme = Theme("dark")
theme.apply(qt)
page = WelcomePage("https://osu.ppy.sh", "http://127.0.0.1:17272/callback")
page.apply_style(theme.stylesheet(333), theme.colours(333))
page.set_account("", "/home/somebody/.local/share/osubrowser/secrets.json")
page.resize(1000, 540)  # of a window of 1000x640
page.show()
qt.processEvents()
print(page.findChild(QScrollArea).verticalScrollBar().maximum())
form = page.form
parts = [*form.controls(), page.demo, page.guide]
print(sum(part.width() < part.minimumSizeHint().width() for part in parts))
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_it_is_seen_in_a_small_window(language: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, language],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["0", "0"], "nothing to scroll, nothing cut"
