"""Sentences of the source and calls of `tr`, found in its syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeGuard

ROOT: Final = Path(__file__).parent.parent / "osubrowser"
NOT_SHOWN: Final = "# not shown: "
"""Comment on a line whose sentence is read by programs or in logs only; the reason follows."""

INTERNAL: Final = {
    "models/wiki/languages.py": "languages in their own names",
    "services/beatmaps/game_files.py": "tables and states of an index",
    "services/beatmaps/index_process.py": "switches and logs of a process",
    "services/beatmaps/installed.py": "folders of other programs",
    "services/crashes/report.py": "a report is written in English",
    "services/crashes/run_record.py": "a report is written in English",
    "services/crashes/start_failure.py": "there is no translation without Qt",
    "services/downloads/legacy_key.py": "names of secrets",
    "services/downloads/store.py": "tables and facts of a database",
    "services/images/decoder_process.py": "switches and logs of a process",
    "services/places/url_routes.py": "addresses",
    "services/replays/analysis_process.py": "switches and logs of a process",
    "services/replays/analyse_command.py": "output for scripts, in English",
    "services/richtext/elements.py": "style sheets",
    "services/richtext/markdown.py": "style sheets",
    "services/richtext/sanitize.py": "names of elements",
    "services/runtime/child_process.py": "logs",
    "services/session/secret_store.py": "names of secrets",
    "services/storage/default_folders.py": "names of folders on the disk",
}
"""Modules with texts that are no sentences for people, or few besides those in `tr`; why."""

_WORDS = re.compile(r"[A-Za-z]{2,}[,.:!?)…”\"]* +[(\"“]*[A-Za-z]")
_TITLE = re.compile(r"[A-Z][a-z]+(?![\w-])")
_BESIDE_FIELD = re.compile(r"[A-Za-z]{2,} \{\}|\{\} [A-Za-z]{2,}")
_KEY_NAMES: Final = frozenset(("Return", "Space", "Del", "Esc", "Tab", "Menu"))
_KEYS = re.compile(r"((Ctrl|Shift|Alt|Meta)\+)*([A-Z0-9]|F\d+|[A-Z][A-Za-z]+|\W|\{\})")
_CODE = re.compile(
    r"""^\s*(SELECT|CREATE|INSERT|UPDATE|DELETE|PRAGMA|DROP|WITH|VACUUM)\b  # SQL
    | \b(SELECT|WHERE|ORDER\ BY|CASE\s+WHEN|END\ AS|IN\ \()                # parts of SQL
    | \s=\s(\?|:\w) | ^[a-z_{}]+(,\ [a-z_{}]+){2,}$                      # its conditions, columns
    | [{;]\s*[\w-]+:\s*[^;]+; | \bstyle=                                  # style sheets
    | ^(https?|file|osu|osubrowser|data):                                # addresses
    | ^\S+/\S+(;.*)?$                                                    # paths, media types
    | ^[A-Z][a-z]+(-[A-Z][a-z]+)+$                                       # HTTP headers
    | \(\? | \\[dwsb] | \[\^ | \)\* | \]\+ | \.\*                        # regular expressions
    | ^\s*< | =["']\{\}                                                   # HTML
    | ^\w+=\{\}\s*$ | ^--                                               # lines of files, switches
    """,
    re.VERBOSE,
)
_UNSEEN_CALLS: Final = frozenset(
    (
        *("setObjectName", "getattr", "hasattr", "setattr", "setProperty", "property", "get"),
        *("strftime", "startswith", "endswith", "split", "removeprefix", "removesuffix", "find"),
        *(
            "execute",
            "executemany",
            "executescript",
            "compile",
            "match",
            "search",
            "sub",
            "replace",
        ),
        *("debug", "info", "warning", "error", "exception", "critical", "log", "warn"),
        *("cast", "TypeVar", "NewType", "field_style", "setStyleSheet", "cancel", "QFont"),
        "call_exception_handler",
        *("setApplicationName", "setDesktopFileName", "addRow", "Literal", "Path", "Rule"),
    )
)
_UNSEEN_KEYWORDS: Final = frozenset(
    (*("key", "object_name", "thread_name_prefix", "icon", "file_stem", "stem_of", "columns_key"),)
)
_UNSEEN_PARTS: Final = frozenset(
    ("annotation", "returns", "decorator_list", "bases", "slice", "type_params")
)
_UNSEEN_NAMES = re.compile(
    r"SQL|QUERY|STYLE|SHEET|CSS|HTML|PATTERN|HEADER|AGENT|SCHEMA|FONT|FALLBACKS|LANGUAGES|__\w+__"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A place of the source.

    Attributes:
        where: path and line.
        text: the text there, with `{}` for values.
    """

    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text!r}"


class SourceTexts:
    """Texts of one module.

    Args:
        path: the module.
        source: its text; "" reads the file.
    """

    def __init__(self, path: Path, source: str = "") -> None:
        self._source = source or path.read_text(encoding="utf-8")
        self._lines = self._source.splitlines()
        self._path = path
        self._tree = ast.parse(self._source)
        self._parents: dict[ast.AST, tuple[ast.AST, str]] = {
            child: (node, name)
            for node in ast.walk(self._tree)
            for name, value in ast.iter_fields(node)
            for child in (value if isinstance(value, list) else [value])
            if isinstance(child, ast.AST)
        }

    @property
    def excused(self) -> list[str]:
        """The reasons of all exceptions."""
        return [line.split(NOT_SHOWN, 1)[1] for line in self._lines if NOT_SHOWN in line]

    def sentences_outside_tr(self) -> Iterator[Found]:
        """Yield what reads as a sentence or a title and is not the text of a `tr`."""
        if any(self._path.as_posix().endswith(f"osubrowser/{name}") for name in INTERNAL):
            return
        for node in ast.walk(self._tree):
            text = _text(node)
            if text and _is_sentence(text) and not (self._is_unseen(node) or self._is_name(node)):
                # The formatter may move a comment to the line of the closing bracket.
                lines = self._lines[node.lineno - 1 : node.end_lineno + 1]  # type: ignore[attr-defined]
                if not any(NOT_SHOWN in line for line in lines):
                    yield self._found(node, text)

    def misused(self) -> Iterator[Found]:
        """Yield calls of `tr` that Qt's tools cannot collect, and texts that are put together."""
        for node in ast.walk(self._tree):
            if not _is_tr(node):
                continue
            values = [*node.args, *(one.value for one in node.keywords)]
            texts = [
                one.value
                for one in values[:2]
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            if not texts or len(texts) != len(values[:2]):
                yield self._found(node, f"no literal: {ast.unparse(node)}")
            elif self._is_in_f_string(node):
                yield self._found(node, f"inside an f-string: {ast.unparse(node)}")
            elif trouble := _trouble(texts[0], node):
                yield self._found(node, f"{trouble}: {texts[0]}")

    def _found(self, node: ast.AST, text: str) -> Found:
        path = self._path.relative_to(ROOT.parent) if ROOT in self._path.parents else self._path
        return Found(f"{path}:{getattr(node, 'lineno', 0)}", text)

    def _is_in_f_string(self, node: ast.AST) -> bool:
        while node in self._parents:
            node = self._parents[node][0]
            if isinstance(node, ast.JoinedStr):
                return True
        return False

    def _is_name(self, node: ast.AST) -> bool:
        """Return whether a text is the value of an enumeration, or for debuggers."""
        while node in self._parents:
            node = self._parents[node][0]
            if isinstance(node, ast.FunctionDef):
                return node.name == "__repr__"
            if isinstance(node, ast.ClassDef):
                return _is_enum(node)
        return False

    def _is_unseen(self, node: ast.AST) -> bool:
        """Return whether a text is documentation, a name, or for programs only."""
        inner = node
        while node in self._parents:
            parent, part = self._parents[node]
            is_part = isinstance(parent, ast.Expr | ast.JoinedStr) and node is inner
            if is_part or part in _UNSEEN_PARTS:  # documentation, or a piece of an f-string
                return True
            if isinstance(parent, ast.Compare | ast.MatchValue | ast.Assert | ast.Raise):
                return True
            if isinstance(parent, ast.Dict) and node in parent.keys:
                return True
            if isinstance(parent, ast.keyword) and parent.arg in _UNSEEN_KEYWORDS:
                return True
            if isinstance(parent, ast.Call) and _is_unseen_call(parent, node, part):
                return True
            if isinstance(parent, ast.Assign | ast.AnnAssign):
                targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
                name = getattr(targets[0], "id", "")
                return bool(_UNSEEN_NAMES.search(name)) and isinstance(inner, ast.Constant)
            if isinstance(parent, ast.stmt):
                return False
            node = parent
        return False


def _is_enum(kind: ast.ClassDef) -> bool:
    return any("Enum" in ast.unparse(base) for base in kind.bases)


def modules(*parts: str) -> Iterator[Path]:
    """Yield the modules of parts of the program: folders or files inside it."""
    for part in parts:
        path = ROOT / part
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def _is_tr(node: ast.AST) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("tr", "QT_TR_NOOP")
    )


def _is_unseen_call(call: ast.Call, child: ast.AST, part: str) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    if name in ("tr", "QT_TR_NOOP") or (part == "args" and name in _UNSEEN_CALLS):
        return True
    if name == "Visit":  # printed by the self-test
        return True
    if name == "Key" and part == "args" and child in call.args[:2]:  # identifier and sequences
        return True
    # The error of a programmer, also where it is made before it is raised.
    return name.endswith(("Error", "Exception")) and child in call.args


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return ""


def _is_sentence(text: str) -> bool:
    if _CODE.search(text) or text in _KEY_NAMES or (_KEYS.fullmatch(text) and "+" in text):
        return False
    bare = re.sub(r"\{[^{}]*\}", "{}", text)
    return bool(_WORDS.search(bare) or _TITLE.match(bare.strip()) or _BESIDE_FIELD.search(bare))


def _trouble(text: str, call: ast.Call) -> str:
    has_count = len(call.args) > 2 or any(one.arg == "n" for one in call.keywords)
    if "%n" in text and not has_count:
        return "%n without a count"
    if text != text.strip(" "):
        return "begins or ends with a space: a piece of a sentence"
    is_pattern = re.fullmatch(r"[\W\d_]*(\{\w+\}[\W\d_]*)*", text) and "“" not in text
    if is_pattern and len(call.args) < 2:  # the order of values, which a comment explains
        return "has no word"
    return ""
