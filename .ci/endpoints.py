"""Table of endpoints: each method of the client, its path, and where the window uses it.

`python .ci/endpoints.py` prints it as Markdown; `--write` puts it into CONTRIBUTING.md; `--check`
exits 1 if it is another there, or an endpoint has neither a use nor a reason.

A use is read from the source: a call such as `client.rooms` in a function or class that the builder
of a page refers to, over any number of steps. A method of an object is referred to where the object
is a parameter with its class: `files.fetch()` with `files: BeatmapFiles`.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeGuard

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "osubrowser"
PAGES = "osubrowser.pages"
FEEDS = "osubrowser.ui.pages.feeds.table"
BEGIN, END = "<!-- endpoints -->", "<!-- /endpoints -->"

_CHAT = "chat, for scripts: only the owner of an application may read and write it"
_WRITE = "a change, for scripts: the window changes nothing on osu!"
REASONS = {
    "beatmap_solo_scores": "for scripts: `beatmap_scores` has the same, and is newer",
    "beatmapset_favourites": "for scripts: the listing has the sets themselves, by its filter",
    "beatmapset_lookup": "for scripts: `beatmap_lookup` has the set, too",
    "chat_ack": _CHAT,
    "chat_channel": _CHAT,
    "chat_channels": _CHAT,
    "chat_mark_as_read": _CHAT,
    "chat_messages": _CHAT,
    "forum_create_topic": _WRITE,
    "forum_edit_post": _WRITE,
    "forum_edit_topic": _WRITE,
    "forum_reply": _WRITE,
    "search_beatmaps_passed": "for scripts: `beatmap_pack` says what the player has passed",
    "send_announcement": _CHAT,
    "send_pm": _CHAT,
    "users": "for scripts: `users_lookup` finds the same players, by names, too",
    "v1 get_match": "for scripts: `match` has more",
    "v1 get_user": "for scripts: `user` has more",
    "v1 get_user_best": "for scripts: `user_scores` has more",
    "v1 get_user_recent": "for scripts: `user_scores` has more",
}
"""Why the window does not use an endpoint."""

_CLIENT = re.compile(
    r"(?:^|[._])(?:client|once)(?:\.(?:best_effort|from_cache|single_try)(?:\(.*\))?)*$"
)
_LEGACY = re.compile("client|legacy|v1|api")
Symbol = tuple[str, str]
"""Module, and the name of a function, class or value of it."""


@dataclass
class Module:
    """What is known of a module.

    Attributes:
        parts: its functions, classes and values, by name.
        imports: symbols by the names they have in it; the name is "" for a module.
        types: symbols that are imported for types alone, by the names they have in it.
        first: the first words of its docstring.
    """

    parts: dict[str, list[ast.stmt]] = field(default_factory=lambda: defaultdict(list))
    imports: dict[str, Symbol] = field(default_factory=dict)
    types: dict[str, Symbol] = field(default_factory=dict)
    first: str = ""


# --- reading ---------------------------------------------------------------------------------


def endpoints() -> dict[str, str]:
    """Return the path of each endpoint, as its docstring has it, by the name of the method."""
    found = {}
    for file in sorted((PACKAGE / "api" / "endpoints").glob("*.py")):
        for name, text in _methods(file):
            path = re.search(r"`((?:GET|POST|PUT|DELETE|PATCH) [^`]+)`", text)
            if path is not None:
                found[name] = path[1]
            elif name not in found:
                found[name] = ""
    for name, text in _methods(PACKAGE / "api" / "legacy" / "client.py"):
        path = re.search(r"`(get_\w+)`", text)
        if name.startswith("get_"):
            found[f"v1 {name}"] = f"GET /api/{path[1] if path else name}"
    return found


def aliases() -> dict[str, str]:
    """Return other names of endpoints, such as `forum = forum_topics` in their classes."""
    found = {}
    for file in (PACKAGE / "api" / "endpoints").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
                found[ast.unparse(node.targets[0])] = node.value.id
    return found


def _methods(file: Path) -> Iterator[tuple[str, str]]:
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for method in node.body:
                if isinstance(method, ast.FunctionDef) and not method.name.startswith("_"):
                    yield method.name, ast.get_docstring(method) or ""


def module_files() -> dict[str, Path]:
    """Return the file of every module of the program, without those of the embedded server."""
    files = {}
    for file in PACKAGE.rglob("*.py"):
        parts = file.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if not name.startswith("osubrowser.demo"):
            files[name] = file
    return files


def _read(tree: ast.Module, names: set[str]) -> Module:
    module = Module(first=(ast.get_docstring(tree) or "").splitlines()[0].rstrip("."))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            module.parts[node.name].append(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                for part in ast.walk(target):
                    if isinstance(part, ast.Name):
                        module.parts[part.id].append(node)
        module.imports |= _imports_of(node, names)
        if _is_for_types(node):
            for child in node.body:
                module.types |= _imports_of(child, names)
    return module


def _is_for_types(node: ast.AST) -> TypeGuard[ast.If]:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def _imports_of(node: ast.AST, names: set[str]) -> dict[str, Symbol]:
    """Return what a statement imports, without imports for types."""
    if _is_for_types(node):
        return {}
    found: dict[str, Symbol] = {}
    if isinstance(node, ast.ImportFrom) and node.module:
        for alias in node.names:
            full = f"{node.module}.{alias.name}"
            if full in names:
                found[alias.asname or alias.name] = (full, "")
            elif node.module in names:
                found[alias.asname or alias.name] = (node.module, alias.name)
    for block in ("body", "orelse", "finalbody", "handlers", "cases"):
        for child in getattr(node, block, ()):
            if isinstance(child, ast.stmt | ast.ExceptHandler | ast.match_case):
                found |= _imports_of(child, names)
    return found


def _clients_of(part: ast.stmt) -> set[str]:
    """Return the names of variables that are given a client, as in `asked = client if ...`."""
    found = set()
    for node in ast.walk(part):
        match node:
            case ast.Assign(targets=[name], value=ast.IfExp(body=body)) if _CLIENT.search(
                ast.unparse(body)
            ):
                found.add(ast.unparse(name))
    return found


def _objects_of(part: ast.stmt, classes: dict[str, Symbol]) -> dict[str, Symbol]:
    """Return the classes of services that parameters are annotated with, by their names."""
    found = {}
    for node in ast.walk(part):
        if isinstance(node, ast.arg) and isinstance(node.annotation, ast.Name):
            there = classes.get(node.annotation.id)
            if there is not None and there[0].startswith("osubrowser.services"):
                found[node.arg] = there
    return found


# --- following -------------------------------------------------------------------------------


def _text(node: ast.expr) -> str:
    """Return a text of the program, as it stands in the source: a literal, or a `tr` of one."""
    return str(ast.literal_eval(node.args[0] if isinstance(node, ast.Call) else node))


class Source:
    """The program's source, as symbols that refer to symbols."""

    def __init__(self) -> None:
        self.files = module_files()
        self.methods = endpoints()
        self.aliases = {name: of for name, of in aliases().items() if of in self.methods}
        self._names = set(self.files)
        self._modules: dict[str, Module] = {}
        self._known: dict[Symbol, tuple[set[Symbol], set[str]]] = {}

    def module(self, name: str) -> Module:
        """Return what is known of a module."""
        if name not in self._modules:
            tree = ast.parse(self.files[name].read_text("utf-8"))
            self._modules[name] = _read(tree, self._names)
        return self._modules[name]

    def uses(self, roots: set[Symbol], *, stop: str = "") -> dict[str, set[str]]:
        """Return the modules that call each endpoint, of what is reached from symbols.

        Args:
            roots: the first symbols.
            stop: prefix of modules that are not entered.
        """
        found: dict[str, set[str]] = defaultdict(set)
        seen, todo = set(roots), list(roots)
        while todo:
            symbol = todo.pop()
            refers, calls = self._look(symbol)
            for name in calls:
                found[name].add(symbol[0])
            new = {other for other in refers - seen if not (stop and other[0].startswith(stop))}
            seen |= new
            todo += new
        return found

    def _look(self, symbol: Symbol) -> tuple[set[Symbol], set[str]]:
        """Return the symbols that a symbol refers to, and the endpoints that it calls."""
        if symbol not in self._known:
            self._known[symbol] = self._read(*symbol)
        return self._known[symbol]

    def _read(self, module: str, name: str) -> tuple[set[Symbol], set[str]]:
        known = self.module(module)
        if "." in name:
            return self._read_method(module, *name.split("."))
        if name not in known.parts:
            if name in known.imports:
                return {known.imports[name]}, set()
            return {(module, part) for part in known.parts} if name == "" else set(), set()
        refers: set[Symbol] = set()
        calls: set[str] = set()
        for part in known.parts[name]:
            imports = known.imports | _imports_of(part, self._names)
            clients, objects = _clients_of(part), _objects_of(part, imports | known.types)
            for node in ast.walk(part):
                if isinstance(node, ast.Attribute):
                    there = objects.get(ast.unparse(node.value))
                    if there is not None:
                        refers.add((there[0], f"{there[1]}.{node.attr}"))
                    calls |= self._calls(node, clients)
                    if isinstance(node.value, ast.Name):
                        there = imports.get(node.value.id)
                        if there is not None and there[1] == "":
                            refers.add((there[0], node.attr))
                elif isinstance(node, ast.Name):
                    if node.id in imports:
                        if imports[node.id][1]:
                            refers.add(imports[node.id])
                    elif node.id in known.parts:
                        refers.add((module, node.id))
        return refers, calls

    def _read_method(self, module: str, kind: str, name: str) -> tuple[set[Symbol], set[str]]:
        """Return the methods of its own class that a method refers to, and what it calls."""
        refers: set[Symbol] = set()
        calls: set[str] = set()
        for part in self.module(module).parts.get(kind, ()):
            for method in getattr(part, "body", ()):
                if isinstance(method, ast.FunctionDef) and method.name == name:
                    for node in ast.walk(method):
                        if isinstance(node, ast.Attribute):
                            calls |= self._calls(node, set())
                            if ast.unparse(node.value) == "self":
                                refers.add((module, f"{kind}.{node.attr}"))
        return refers, calls

    def _calls(self, node: ast.Attribute, clients: set[str]) -> set[str]:
        name, legacy = self.aliases.get(node.attr, node.attr), f"v1 {node.attr}"
        if name in self.methods:
            receiver = ast.unparse(node.value)
            if receiver in clients or _CLIENT.search(receiver):
                return {name}
        if legacy in self.methods and _LEGACY.search(ast.unparse(node.value)):
            return {legacy}
        return set()

    # --- places ------------------------------------------------------------------------------

    def pages(self) -> dict[str, set[Symbol]]:
        """Return the first symbols of each kind of page, and of each feed, by title."""
        found: dict[str, set[Symbol]] = {}
        imports = self.module(PAGES).imports
        for part in self.module(PAGES).parts["page_kinds"]:
            for node in ast.walk(part):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "PageKind":
                    title = _text(node.args[1])
                    roots = found.setdefault(title, set())
                    for each in ast.walk(node):
                        if isinstance(each, ast.Name) and each.id.startswith("_build"):
                            roots.add((PAGES, each.id))
                        elif isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
                            there = imports.get(each.value.id)
                            if there is not None:
                                roots.add((there[0], each.attr))
        for statement in self.module(FEEDS).parts["FEEDS"]:
            table = statement.value if isinstance(statement, ast.AnnAssign) else None
            if isinstance(table, ast.Dict):
                for key, build in zip(table.keys, table.values, strict=True):
                    title = ast.literal_eval(ast.unparse(key or build)).capitalize()
                    found.setdefault(title, set()).add((FEEDS, ast.unparse(build)))
        return found

    def table(self) -> dict[str, str]:
        """Return where each endpoint is used, or why it is not; "" for neither."""
        where: dict[str, list[str]] = defaultdict(list)
        for title, roots in self.pages().items():
            stop = FEEDS if title == "Feeds" else ""  # each feed has its own title
            for name in self.uses(roots, stop=stop):
                where[name].append(title)
        if any(name not in where and name not in REASONS for name in self.methods):
            self._add_window(where)
        return {
            name: ", ".join(where[name]) or REASONS.get(name, "") for name in sorted(self.methods)
        }

    def _add_window(self, where: dict[str, list[str]]) -> None:
        """Add what the window itself and the services use, beside the pages."""
        roots = {
            (name, "")
            for name in self.files
            if name == "osubrowser.app"
            or name.startswith(("osubrowser.ui.shell", "osubrowser.services"))
        }
        for name, modules in self.uses(roots).items():
            if name not in where:
                folders = {module.rpartition(".")[0] for module in modules}
                where[name] = sorted(self.module(f).first.partition(":")[0] for f in folders)


# --- writing ---------------------------------------------------------------------------------


def text_of(source: Source, places: dict[str, str]) -> str:
    """Return the table as Markdown."""
    rows = [f"| `{name}` | `{source.methods[name]}` | {where} |" for name, where in places.items()]
    head = ["| method | endpoint | where |", "| --- | --- | --- |"]
    return "\n".join([*head, *rows])


def main() -> int:
    """Print, write or check the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put it into CONTRIBUTING.md")
    parser.add_argument("--check", action="store_true", help="exit 1 if it is another there")
    chosen = parser.parse_args()
    source = Source()
    places = source.table()
    table = text_of(source, places) + "\n"
    file = ROOT / "CONTRIBUTING.md"
    text = file.read_text("utf-8")
    there = re.search(f"{BEGIN}\n(.*?){END}", text, re.DOTALL)
    if chosen.write:
        if there is None:
            raise SystemExit(f"CONTRIBUTING.md has no {BEGIN}")
        file.write_text(text[: there.start(1)] + table + text[there.end(1) :], "utf-8")
    if not (chosen.write or chosen.check):
        sys.stdout.write(table)
    missing = [name for name, where in places.items() if not where]
    stale = [name for name in REASONS if name not in source.methods]
    for name in missing:
        sys.stderr.write(f"{name}: no page uses it, and no reason is given\n")
    for name in stale:
        sys.stderr.write(f"{name}: a reason for no endpoint\n")
    if chosen.check and (there is None or there[1] != table):
        sys.stderr.write("CONTRIBUTING.md has another table: .ci/endpoints.py --write\n")
        return 1
    return 1 if chosen.check and (missing or stale) else 0


if __name__ == "__main__":
    sys.exit(main())
