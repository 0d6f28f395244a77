"""First decoding of a type by several threads at once."""

from __future__ import annotations

import subprocess
import sys

# New kinds again and again: what is known of a kind is made once, and that is where it broke.
RACE = """
import sys, threading
import msgspec
from osubrowser.api.decoding.decode import decode
sys.setswitchinterval(1e-6)

def new_kind(depth):
    fields = [(f"f{n}", int, 0) for n in range(30)]
    if depth:
        inner = new_kind(depth - 1)
        fields += [(f"g{n}", inner | None, None) for n in range(3)]
        fields += [("many", list[inner], msgspec.field(default_factory=list))]
    return msgspec.defstruct("Kind", fields)

for _ in range(60):
    kind, start = new_kind(6), threading.Barrier(4)
    def read():
        start.wait()
        decode(b'{"f1": 1, "g0": {"f2": 2, "many": [{"f3": 3, "g1": {"f4": 4}}]}}', kind)
    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
print("done")
"""


def test_first_answers_of_a_kind_may_come_together() -> None:
    """Without a lock the interpreter crashes: msgspec shares what it has half made."""
    run = subprocess.run(
        [sys.executable, "-c", RACE], capture_output=True, text=True, timeout=60, check=False
    )
    assert (run.returncode, run.stdout.strip()) == (0, "done"), run.stderr[-500:]
