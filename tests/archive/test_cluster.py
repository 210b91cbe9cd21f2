"""`newsdiff events` on a Ray cluster of two workers, each a node with processes of its own on this machine: the tables of the native runner, byte
for byte, also when a worker is killed in the middle. It takes a minute: ``make test-cluster``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.archive.made import FRAMES, row, write
from tests.conftest import ROOT

pytestmark = pytest.mark.cluster

NATIVE = "from compare.archive import sources; sources.PIECE = 4_000; from tui.cli import main; main()"
PROGRAM = """
import os, sys, threading, time
os.environ.update(RAY_USAGE_STATS_ENABLED="0", RAY_DISABLE_DASHBOARD="1")
from pathlib import Path
from ray.cluster_utils import Cluster
from compare.archive.run import run
from compare.archive.settings import Machine, Settings
from compare.archive import sources

sources.PIECE = 4_000
archive, whole, killed = sys.argv[1:]
cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
workers = [cluster.add_node(num_cpus=1) for _ in range(2)]
machine = Machine("ray", cluster.address)
run(Settings((archive,)), Path(whole), machine)

def kill():
    while len(list(Path(killed).glob("articles/part-*.parquet"))) < 2:
        time.sleep(0.02)
    print("parts", len(list(Path(killed).glob(".work/signatures/part-*.parquet"))), flush=True)
    cluster.remove_node(workers[0], allow_graceful=False)
    print("killed", flush=True)

killing = threading.Thread(target=kill)
killing.start()
run(Settings((archive,)), Path(killed), machine)
killing.join()
print("done", len(cluster.list_all_nodes()), flush=True)
os.killpg(0, 15)
"""


def tables(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_cluster_gives_the_same_tables_also_when_a_worker_is_killed(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="the extra cluster is not installed")
    archive = tmp_path / "archive"
    for number in range(6):
        write(archive / f"{number}.jsonl", [row(number, outlet, "2024-03-04") for outlet in FRAMES])
    native, whole, killed = (tmp_path / name for name in ("native", "whole", "killed"))
    command = [sys.executable, "-c", NATIVE, "events", str(archive), "-o", str(native)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=300, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, archive, whole, killed],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=600, start_new_session=True, check=False,
    )  # fmt: skip
    assert [line.split()[0] for line in done.stdout.splitlines() if line.startswith(("parts", "killed", "done"))] == [
        "parts",
        "killed",
        "done",
    ], done.stderr[-3000:]
    assert json.loads((native / "run.json").read_text(encoding="utf-8"))["counts"]["events"] == 6
    assert tables(whole) == tables(native)
    assert tables(killed) == tables(native)
