"""Texts that are stored do not depend on the language; they are translated where they are shown."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from osubrowser.api import errors
from osubrowser.api.mods import mod_list
from osubrowser.api.replays.name_template import NameTemplate
from osubrowser.services.cache.response_cache import account_key
from osubrowser.services.downloads.entries import ReplayTarget
from osubrowser.services.downloads.worker import failure_text, sentence_of
from osubrowser.services.replays.read_file import damaged, read_record
from osubrowser.services.replays.records import ReplayRecord
from osubrowser.services.text import messages
from osubrowser.services.text.messages import analysis_text
from osubrowser.services.text.translation import language, tr, translated
from osubrowser.ui.pages.playback.loading import Unreadable, load_replay
from tests.services.text.catalogues import Messages, german

ROOT = Path(messages.__file__).parents[2]
MESSAGES: Messages = {
    ("osu! cannot be reached.", ""): "osu! ist nicht erreichbar.",
    ("osu! has trouble answering.", ""): "osu! hat Mühe zu antworten.",
    ("The server says: “{message}”", ""): "Der Server sagt: „{message}“",
    ("Its score is {found}, not {total}.", ""): "Sein Score ist {found}, nicht {total}.",
    ("the replay is cut off", ""): "das Replay ist abgeschnitten",
    ("it is not a file", ""): "es ist keine Datei",
    ("the file is empty", ""): "die Datei ist leer",
    ("a brace too much at {position}: {text}", ""): "eine Klammer zu viel an {position}: {text}",
    ("no mods: {mods}", ""): "keine Mods: {mods}",
    ("Its beatmap file cannot be read: {problem}.", ""): "Beatmap-Datei nicht lesbar: {problem}.",
    ("The mod {mod} is not known here: it is not judged.", ""): "Der Mod {mod} ist unbekannt.",
    ("%n file(s)", ""): ("%n Datei", "%n Dateien"),
}


def test_failures_of_downloads_are_stored_in_english(tmp_path: Path) -> None:
    offline, trouble = errors.Offline("no route"), errors.ServerTrouble("x", server_message="down")
    before = sentence_of(offline), sentence_of(trouble)
    with german(MESSAGES, tmp_path):
        assert (sentence_of(offline), sentence_of(trouble)) == before
        assert failure_text(before[0]) == "osu! ist nicht erreichbar."
        assert failure_text(before[1]) == "osu! hat Mühe zu antworten. Der Server sagt: „down“"
        assert failure_text("Its score is 1,234, not 5.") == "Sein Score ist 1,234, nicht 5."
    assert failure_text(before[0]) == before[0] == "osu! cannot be reached."


def test_problems_of_replay_files_are_stored_in_english(tmp_path: Path) -> None:
    with german(MESSAGES, tmp_path):
        record = read_record(str(tmp_path))
        assert record is not None
        assert record.problem == "It is not a file."
        assert analysis_text(record.problem) == "Es ist keine Datei."
        cut = damaged(ReplayRecord(file="a.osr"), "the replay is cut off")
        assert analysis_text(cut.problem) == "Das Replay ist abgeschnitten."


def test_problems_of_files_that_are_opened_are_translated(tmp_path: Path) -> None:
    file = tmp_path / "a.osr"
    file.touch()
    with german(MESSAGES, tmp_path), pytest.raises(Unreadable, match="die Datei ist leer"):
        load_replay(str(file))


def test_problems_of_names_and_mods_are_translated(tmp_path: Path) -> None:
    problems = []
    for read, text in ((NameTemplate, "{title"), (mod_list, "HD?")):
        with pytest.raises(ValueError, match=r"title|HD") as raised:
            read(text)
        problems.append(str(raised.value))
    with german(MESSAGES, tmp_path):
        assert [analysis_text(one) for one in problems] == [
            "eine Klammer zu viel an 1: '{title'",
            "keine Mods: 'HD?'",
        ]


def test_keys_do_not_depend_on_the_language(tmp_path: Path) -> None:
    target = ReplayTarget(score_id=7, player="Peppy", mode="osu", beatmap_id=3)
    keys, account = target.keys, account_key("https://osu.ppy.sh/", 2)
    with german(MESSAGES, tmp_path):
        assert target.keys == keys
        assert account_key("https://osu.ppy.sh/", 2) == account == "player 2 on https://osu.ppy.sh"


def test_messages_are_translated_whole_by_sentence_and_by_template(tmp_path: Path) -> None:
    note = messages.NO_BEATMAP.format(problem="the file is empty")
    with german(MESSAGES, tmp_path):
        assert analysis_text(note) == "Beatmap-Datei nicht lesbar: die Datei ist leer."
        assert analysis_text("The mod ZZ is not known here: it is not judged.") == (
            "Der Mod ZZ ist unbekannt."
        )
        assert analysis_text("Nothing of it is known. The file is empty.") == (
            "Nothing of it is known. Die Datei ist leer."
        )
        assert translated("") == ""
        assert translated("{found} and }{ braces") == "{found} and }{ braces"
    assert analysis_text(note) == note


def test_plural_forms_of_a_language(tmp_path: Path) -> None:
    with german(MESSAGES, tmp_path):
        assert language() == "de"
        assert tr("%n file(s)", "", 1) == "1 Datei"
        assert tr("%n file(s)", "", 0) == "0 Dateien"
        assert tr("%n file(s)", "", 1_234) == "1.234 Dateien"
        assert tr("%n file(s)", "", 5_000_000_001) == "5.000.000.001 Dateien"
    assert language() == "en"


@pytest.mark.parametrize("folder", ["analysis", "api/replays"])
def test_every_message_of_the_layers_below_is_listed(folder: str) -> None:
    known = [*messages.MESSAGES, *messages.TEMPLATES]
    patterns = [re.sub(r"\\\{\w+\\\}", ".+", re.escape(one)) for one in known]
    found = [one for path in (ROOT / folder).glob("*.py") for one in _messages_in(path)]
    assert len(found) > 5
    missing = [one for one in found if not any(re.fullmatch(p, one) for p in patterns)]
    assert missing == []


_SHOWN = ("ReplayError", "BeatmapError", "NotJudged", "NoFigures", "WrongBeatmap")


def _messages_in(path: Path) -> list[str]:
    """Return the messages of errors for people that a module raises, with `?` for values."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            name = ast.unparse(node.exc.func)
            is_of_names = name == "ValueError" and path.name == "name_template.py"
            if is_of_names or name in _SHOWN:
                found.append(_text(node.exc.args[0]))
    return list(filter(None, found))


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(p.value) if isinstance(p, ast.Constant) else "?" for p in node.values)
    return ""
