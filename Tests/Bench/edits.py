"""One field of a 100,000-line cluster config file with 2,000 node pools, edited and diffed, beside other editors."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

POOLS = 2_000
NODES = 41

RUAMEL = """
import sys
from ruamel.yaml import YAML
yaml = YAML()
yaml.preserve_quotes = True
documents = list(yaml.load_all(open(sys.argv[1])))
documents[0]["registryMirrors"][0]["endpoint"] = "https://10.0.0.2:5000"
yaml.dump_all(documents, open(sys.argv[2], "w"))
"""


def large_file(path, pools=POOLS):
    """Header, Cluster, and node pools of which each has comments and as many nodes: 100,000 lines."""
    head = (
        "gcrKeyPath: /root/gcr.json   # read only\nregistryMirrors:\n# the first\n- endpoint: https://10.0.0.1:5000\n"
        "  hosts:\n  - docker.io\n---\napiVersion: baremetal.cluster.gke.io/v1\nkind: Cluster\nmetadata:\n  name: c\n"
        "  namespace: cluster-c\nspec:\n  type: admin\n  anthosBareMetalVersion: 1.33.200-gke.70\n"
    )
    with path.open("w") as file:
        file.write(head)
        for pool in range(pools):
            file.write("---\napiVersion: baremetal.cluster.gke.io/v1\nkind: NodePool\nmetadata:\n")
            file.write(f"  name: pool-{pool}   # rack {pool}\n  namespace: cluster-c\nspec:\n  clusterName: c\n  nodes:\n")
            file.writelines(f"  - address: 10.{pool >> 8}.{pool & 255}.{node}\n" for node in range(NODES))
    return len(path.read_text().splitlines())


def measured(command):
    """Seconds, exit status and peak memory in bytes of one process.

    Through a process of its own: what a program is started from counts into its peak, and this one has held large files.
    """
    through = [sys.executable, str(pathlib.Path(__file__).resolve().parents[1] / "Lab/measured"), *command]
    done = subprocess.run(through, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    peak, _, milliseconds = done.stderr.splitlines()[-1].split()[1:]
    return int(milliseconds) / 1e3, done.returncode, int(peak) * 1024


def others(file, out):
    """Command lines that make the same edit and show its diff, for the editors that are there."""
    then = f"; diff -u '{file}' '{out}'; true"
    found = {}
    yq = shutil.which("yq")
    if yq:
        version = subprocess.run([yq, "--version"], capture_output=True, text=True).stdout
        value = '"https://10.0.0.2:5000"'
        if "mikefarah" in version:
            edit = f"(select(documentIndex == 0) | .registryMirrors[0].endpoint) = {value}"
            found["yq (Go)"] = ["sh", "-c", f"'{yq}' '{edit}' '{file}' >'{out}'{then}"]
        else:
            edit = f"if .registryMirrors then .registryMirrors[0].endpoint = {value} else . end"
            found["yq (Python)"] = ["sh", "-c", f"'{yq}' -y '{edit}' '{file}' >'{out}'{then}"]
    # Debian's package belongs to Debian's Python.
    python = "/usr/bin/python3"
    if subprocess.run([python, "-c", "import ruamel.yaml"], stderr=subprocess.DEVNULL).returncode == 0:
        found["ruamel.yaml"] = ["sh", "-c", f"'{python}' -c '{RUAMEL}' '{file}' '{out}'{then}"]
    return found


def edits(binary, folder, runs):
    """Rows of name, unit, ours, theirs, and who they are."""
    file = folder / "pools.yaml"
    lines = large_file(file)
    size = file.stat().st_size
    ours = [binary, "diff", "--cluster-config", str(file), "--mirror", "1", "--set", "endpoint=https://10.0.0.2:5000"]
    times, memory = [], 0
    for _ in range(runs):
        seconds, status, peak = measured(ours)
        if status != 2:
            raise SystemExit(f"{' '.join(ours)} ended with {status}")
        times.append(seconds)
        memory = max(memory, peak)
    mine = statistics.median(times)
    rows = []
    for name, command in others(file, folder / "edited.yaml").items():
        # They take seconds to minutes: a few runs tell.
        seconds = statistics.median(measured(command)[0] for _ in range(min(runs, 3)))
        rows.append((f"one field of {lines} lines, edited and diffed", "ms", mine * 1e3, seconds * 1e3, name))
    if not rows:
        rows.append((f"one field of {lines} lines, edited and diffed", "ms", mine * 1e3, None, ""))
    rows.append(("the same, peak memory and file", "MB", memory / 1e6, size / 1e6, "the file"))
    # Memory grows with the file, and by little: once is enough to see it.
    large_file(file, POOLS * 10)
    rows.append(("ten times the file", "MB", measured(ours)[2] / 1e6, file.stat().st_size / 1e6, "the file"))
    return rows


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for row in edits(os.path.abspath(sys.argv[1]), pathlib.Path(name), int(os.environ.get("BENCH_RUNS", "5"))):
            print(*row, sep="\t")
