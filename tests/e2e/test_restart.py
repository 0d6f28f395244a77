"""Restart of the real program from the settings: another language, the same tabs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.idle import HANG

# The first run chooses German in the settings, and presses the button; the next one says what it
# has. Both are this script: the second is the program that the first is replaced by.
PROGRAM = """
import json, os, sys
how = sys.argv.pop(1)
from osubrowser.__main__ import main
from osubrowser.services.runtime import restart
from osubrowser.services.text import translation

restart.command_of = lambda arguments: [sys.executable, __file__, "look", *arguments]
set_language = translation.set_language

def set_and_patch(code):
    set_language(code)
    from osubrowser.app import App
    enter = App.enter

    async def enter_and_act(self):
        await enter(self)
        (choose if how == "choose" else look)(self.window)

    App.enter = enter_and_act

def choose(window):
    from osubrowser.services.places.places import AppPlace, UserPlace
    window.navigator.open(UserPlace(2))
    window.navigator.open(AppPlace("settings"))
    page = window.navigator.page
    page.choose("Appearance")
    page.section.language.button("de").click()
    page.section.restart_language.click()

def look(window):
    from osubrowser.services.places.urls import short
    tabs = [short(place) for place in window.navigator.snapshot().tabs.values()]
    found = {"language": translation.language(), "process": os.getpid(), "tabs": tabs}
    print(json.dumps(found), flush=True)
    window.close()

translation.set_language = set_and_patch
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(os.name != "posix", reason="the new start replaces the process")
def test_another_language_at_a_restart_with_the_same_tabs(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    profile = tmp_path / "profile"
    process = subprocess.Popen(
        [
            *(sys.executable, str(script), "choose", "--demo", "--profile", str(profile)),
            *("--language", "en"),  # of that run alone
        ],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"LANGUAGE": "en", "LC_ALL": "C.UTF-8"},
    )
    try:
        output, _ = process.communicate(timeout=HANG)
    finally:
        process.kill()
    found = json.loads(output)
    assert process.returncode == 0
    assert (found["language"], found["process"]) == ("de", process.pid)
    assert any(place.startswith("osu.ppy.sh/users/2") for place in found["tabs"])
    assert json.loads((profile / "config" / "settings.json").read_text())["language"] == "de"
