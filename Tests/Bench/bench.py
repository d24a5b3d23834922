"""Measures mirrorctl beside whiptail and curl; a table on stdout, JSON in .build/bench.json.

Every number is a median unless it says p99; programs that are compared take turns.
"""

import base64
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from edits import edits
from pseudoterminal import Program

ROOT = pathlib.Path(__file__).resolve().parents[2]
WHIPTAIL = ["whiptail", "--inputbox", "The registry your nodes pull from.", "20", "76"]
NODES = 9_950


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def large_cluster_config(path):
    """About 10,000 lines: a cluster with one node pool that has as many nodes."""
    sample = (ROOT / "Demo/admin1.yaml").read_text()
    pool = "---\napiVersion: baremetal.cluster.gke.io/v1\nkind: NodePool\nmetadata:\n  name: pool\n" \
        "  namespace: cluster-admin1\nspec:\n  clusterName: admin1\n  nodes:\n"
    nodes = "".join(f"  - address: 10.{index >> 16}.{index >> 8 & 255}.{index & 255}\n" for index in range(NODES))
    path.write_text(sample + pool + nodes)
    return len(path.read_text().splitlines())


def first_frames(binary, home, runs):
    times = {"mirrorctl": [], "whiptail": []}
    sizes = {"mirrorctl": 0, "whiptail": 0}
    for _ in range(runs):
        for name, arguments, marker in [("mirrorctl", [binary], b"leave"), ("whiptail", WHIPTAIL, b"Cancel")]:
            program = Program(arguments, 80, 24, {"HOME": home})
            output, seconds = program.read_until(marker)
            times[name].append(seconds)
            sizes[name] = len(output)
            program.end()
    return {name: statistics.median(values) for name, values in times.items()}, sizes


def typed_keys(binary, home, folder, keys):
    """A mirror's namespace typed and deleted again, with the whole file in the preview beside it."""
    config = folder / "large.yaml"
    lines = large_cluster_config(config)
    program = Program([binary, "wizard", "--cluster-config", str(config)], 120, 40, {"HOME": home})
    program.read_until(b"leave")
    program.read_until(b"1.33")
    program.press(b"\x1bOS", quiet=1)
    program.press(b"https://127.0.0.1:1", quiet=1)
    program.press(b"\x1bOS", quiet=1)
    before = program.processor_seconds()
    ours = [program.press(b"a" if index % 50 < 25 else b"\x7f") for index in range(keys)]
    seconds = (program.processor_seconds() - before) / keys
    memory = program.memory()
    program.end()

    program = Program(WHIPTAIL, 120, 40, {"HOME": home})
    program.read_until(b"Cancel")
    theirs = [program.press(b"a" if index % 50 < 25 else b"\x7f") for index in range(keys)]
    their_memory = program.memory()
    program.end()
    return lines, ours, theirs, memory, their_memory, seconds


def lab_environment(folder):
    """The lab's own NAME=VALUE lines, after starting it."""
    lab = [ROOT / "Tests/Lab/lab", "up", folder, "demo", "--while", str(os.getpid())]
    subprocess.run(lab, check=True, stdout=subprocess.DEVNULL)
    return dict(line.split("=", 1) for line in (folder / "env").read_text().splitlines())


def seconds_of(command):
    before = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return time.perf_counter() - before, done.returncode


def probes(binary, folder, runs):
    """The whole probe with a login and an image, beside curl asking the same three questions."""
    lab = lab_environment(folder)
    endpoint, ca, config = lab["URL_BASIC"], lab["CA"], lab["DOCKER_CONFIG_FILE"]
    image = "anthos-baremetal-release/pause:3.9"
    auths = json.loads(pathlib.Path(config).read_text())["auths"]
    login = base64.b64decode(next(iter(auths.values()))["auth"]).decode()
    manifest = f"{endpoint}/v2/mirror/{image.replace(':', '/manifests/')}"
    ours = [binary, "probe", endpoint, "--namespace", "mirror", "--ca-cert", ca, "--docker-config", config]
    ours += ["--image", f"gcr.io/{image}"]
    # As the probe does: first without a login, then with it, then the manifest.
    once = ["-sS", "--cacert", ca]
    theirs = ["curl", *once, f"{endpoint}/v2/", "--next", *once, "--fail", "--user", login, f"{endpoint}/v2/"]
    accept = "Accept: application/vnd.docker.distribution.manifest.v2+json"
    theirs += ["--next", *once, "--fail", "--user", login, "--head", "--header", accept, manifest]
    times = {"mirrorctl": [], "curl": []}
    try:
        for _ in range(runs):
            for name, command in [("mirrorctl", ours), ("curl", theirs)]:
                seconds, status = seconds_of(command)
                if status:
                    raise SystemExit(f"{' '.join(command)} ended with {status}")
                times[name].append(seconds)
    finally:
        subprocess.run([ROOT / "Tests/Lab/lab", "down", folder], stdout=subprocess.DEVNULL)
    return {name: statistics.median(values) for name, values in times.items()}


def probes_at_once(binary, folder, runs, count=8):
    """Several mirrors in one call, beside one curl for each, started together."""
    lab = lab_environment(folder)
    endpoint, ca = lab["URL_BASIC"], lab["CA"]
    ours = [[binary, "probe", *[endpoint] * count, "--ca-cert", ca, "--docker-config", lab["DOCKER_CONFIG_FILE"]]]
    theirs = [["curl", "-sS", "--cacert", ca, f"{endpoint}/v2/"]] * count
    times = {"mirrorctl": [], "curl": []}
    quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    try:
        for _ in range(runs):
            for name, commands in [("mirrorctl", ours), ("curl", theirs)]:
                before = time.perf_counter()
                running = [subprocess.Popen(command, **quiet) for command in commands]
                if any([one.wait() for one in running]):
                    raise SystemExit(f"{commands[0]} failed")
                times[name].append(time.perf_counter() - before)
    finally:
        subprocess.run([ROOT / "Tests/Lab/lab", "down", folder], stdout=subprocess.DEVNULL)
    return {name: statistics.median(values) for name, values in times.items()}


def explanations(binary, folder, runs):
    """10,000 image references against a config.toml and a certs.d with 200 hosts each; one core, the whole process."""
    images = folder / "images.txt"
    images.write_text("".join(f"host{n % 200}.example/team/app{n}:v{n % 7}\n" for n in range(10_000)))
    registry = 'plugins."io.containerd.grpc.v1.cri".registry'
    legacy = folder / "legacy/etc/containerd"
    legacy.mkdir(parents=True)
    tables = "".join(f'[{registry}.mirrors."host{n}.example"]\nendpoint = ["https://10.0.0.1:5000/v2/ns"]\n' for n in range(200))
    (legacy / "config.toml").write_text("version = 2\n" + tables)
    certs = folder / "certs/etc/containerd"
    for n in range(200):
        host = certs / f"certs.d/host{n}.example"
        host.mkdir(parents=True)
        (host / "hosts.toml").write_text(f'server = "https://host{n}.example"\n[host."https://10.0.0.1:5000"]\n')
    (certs / "config.toml").write_text(f'version = 2\n[{registry}]\nconfig_path = "/etc/containerd/certs.d"\n')
    medians = {}
    for name in ["legacy", "certs"]:
        command = ["taskset", "-c", "0", binary, "why", "--images", str(images), "--root", str(folder / name),
                   "--containerd-version", "1.7.34"]
        times = []
        for _ in range(runs):
            seconds, status = seconds_of(command)
            if status:
                raise SystemExit(f"{' '.join(command)} ended with {status}")
            times.append(seconds)
        medians[name] = statistics.median(times)
    return medians


def main():
    binary = os.path.abspath(sys.argv[1])
    runs = int(os.environ.get("BENCH_RUNS", "15"))
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mirrorctl-bench-"))
    home = str(folder / "home")
    os.mkdir(home)
    rows = []

    def row(name, unit, ours, other=None, other_name=""):
        ratio = ours / other if other else None
        rows.append({"name": name, "unit": unit, "mirrorctl": ours, "other": other, "to": other_name, "ratio": ratio})

    try:
        frames, sizes = first_frames(binary, home, runs)
        row("first frame", "ms", frames["mirrorctl"] * 1e3, frames["whiptail"] * 1e3, "whiptail")
        row("first frame, sent", "bytes", sizes["mirrorctl"], sizes["whiptail"], "whiptail")
        lines, ours, theirs, memory, their_memory, seconds = typed_keys(binary, home, folder, runs * 20)
        for name, pick in [("key to screen", 0), ("key to screen and preview", 1)]:
            mine, other = [key[pick] * 1e3 for key in ours], [key[pick] * 1e3 for key in theirs]
            row(f"{name}, {lines} lines", "ms", statistics.median(mine), statistics.median(other), "whiptail")
            row(f"{name}, {lines} lines, p99", "ms", percentile(mine, 0.99), percentile(other, 0.99), "whiptail")
        row("main thread per key, processor", "ms", seconds * 1e3)
        row("sent per key", "bytes", statistics.median(k[2] for k in ours), statistics.median(k[2] for k in theirs), "whiptail")
        row("memory, resident", "MB", memory[0], their_memory[0], "whiptail")
        row("memory, proportional", "MB", memory[1], their_memory[1], "whiptail")
        times = probes(binary, folder / "lab", runs)
        row("probe: TLS, login, image", "ms", times["mirrorctl"] * 1e3, times["curl"] * 1e3, "curl")
        times = probes_at_once(binary, folder / "lab-at-once", runs)
        row("probe: 8 mirrors at once", "ms", times["mirrorctl"] * 1e3, times["curl"] * 1e3, "curl")
        seconds = explanations(binary, folder, runs)
        row("10,000 images explained, config.toml", "ms", seconds["legacy"] * 1e3)
        row("10,000 images explained, certs.d", "ms", seconds["certs"] * 1e3)
        for values in edits(binary, folder, runs):
            row(*values)
        row("binary", "MB", os.path.getsize(binary) / 1e6)
    finally:
        shutil.rmtree(folder, ignore_errors=True)

    print(f"{'':42}{'mirrorctl':>10}{'other':>10}{'ratio':>8}")
    for item in rows:
        other = "" if item["other"] is None else f"{item['other']:10.1f}"
        ratio = "" if item["ratio"] is None else f"{item['ratio']:8.2f}"
        print(f"{item['name'] + ', ' + item['unit']:42}{item['mirrorctl']:10.1f}{other:>10}{ratio:>8}  {item['to']}")
    (ROOT / ".build/bench.json").write_text(json.dumps(rows, indent=2) + "\n")


if __name__ == "__main__":
    main()
