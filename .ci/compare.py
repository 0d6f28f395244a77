"""Benchmarks of a commit against those of this tree: both run in turn, on one machine.

`python .ci/compare.py COMMIT [--rounds 3]` prints each line of the benchmarks that has figures,
and below it the medians of the figures in the commit and here. Each tree runs its own benchmarks; a
line whose words changed since is printed for either alone.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIGURE = re.compile(r"\d+\.\d+")
Figures = dict[str, list[list[float]]]
"""Figures of each line in each round, by the line without them."""


def run(tree: Path, found: Figures, selected: list[str]) -> None:
    """Run the benchmarks of a tree once and add their figures."""
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider"]
    # Their own options, which changed over time, would select or spread tests.
    command += ["-o", "addopts=", "tests/benchmarks", *selected]
    environment = {**os.environ, "PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(  # noqa: S603
        command, cwd=tree, env=environment, capture_output=True, text=True, check=False
    )
    for line in done.stdout.splitlines():
        if line.startswith("FAILED"):
            print(f"{tree.name}: {line}", flush=True)  # noqa: T201
        if re.match(r"FAILED|E |\d+ (passed|failed)", line):
            continue
        text = re.sub(r"\[.*\]", "[]", line.lstrip(".FEsx").strip())
        if figures := [float(figure) for figure in FIGURE.findall(text)]:
            found[FIGURE.sub("#", text)].append(figures)


def medians(rounds: list[list[float]]) -> str:
    """Return the medians of a line's figures, or a dash where the line is not printed."""
    return " ".join(f"{statistics.median(each):g}" for each in zip(*rounds, strict=True)) or "-"


def main() -> None:
    """Compare, and print a line's figures under its words."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("commit")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("-k", default="", help="only the tests that pytest's -k selects")
    options = parser.parse_args()
    git = ["git", "-C", str(ROOT), "worktree"]
    old: Figures = defaultdict(list)
    new: Figures = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / options.commit
        subprocess.run([*git, "add", "--quiet", "--detach", str(tree), options.commit], check=True)  # noqa: S603
        if (ROOT.parent / "shared").exists():  # both on the same answers
            (tree.parent / "shared").symlink_to(ROOT.parent / "shared")
        try:
            for number in range(options.rounds):
                print(f"round {number + 1} of {options.rounds}", flush=True)  # noqa: T201
                for where, found in ((tree, old), (ROOT, new)):
                    run(where, found, ["-k", options.k] if options.k else [])
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)  # noqa: S603
    for line in dict.fromkeys((*old, *new)):
        print(f"{line}\n    {medians(old[line])}\n    {medians(new[line])}")  # noqa: T201


if __name__ == "__main__":
    main()
