"""push.py MIRRORCTL [MEBIBYTES [IMAGES [KEPT [ROUNDS]]]]: packages from .tar.xz into a registry, beside what an operator does.

Peers, on the same package and the same registry: unpack with `tar -xJ` (one core) or with `xz -dc -T0 | tar -x` (all cores), then
`skopeo copy` of one image after the other, without what skopeo remembers of earlier pushes; `crane push` where it is installed.
The bound is what cannot be saved, one after the other: `xz -dc -T0 | openssl dgst -sha256`, and then a raw upload, by two curls
at once, of as many bytes as the registry was sent. It does not hold compressing, and a push that overlaps its steps may beat it.

Wall seconds; CPU seconds (user and system), peak memory and disk of the client, the best of ROUNDS interleaved rounds by wall
time. A table on stdout; the rows are added to .build/bench.json. Packages are kept in KEPT.
"""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = {"docker": "docker-archives", "oci": "OCI layouts", "one": "docker-archives, one block"}
UNPACK = {"tar -xJ": "tar -C {folder} -xJf {package}", "xz -T0, tar": "xz -dc -T0 {package} | tar -C {folder} -x"}


def used(folder):
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


def run(command, environment=None):
    """Wall seconds, CPU seconds, peak MiB and output of a program and those it starts; its status is checked."""
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(command, stdout=out, stderr=errors, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        out.seek(0)
        errors.seek(0)
        if status:
            raise SystemExit(f"{command}: {errors.read().decode()[-800:]}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return {"wall": wall, "cpu": cpu, "memory": usage.ru_maxrss / 1024, "disk": 0.0}, out.read().decode()


def shell(script, environment=None):
    return run(["bash", "-c", "set -eo pipefail\n" + script], environment)[0]


def add(*rows):
    """One after the other."""
    return {
        "wall": sum(row["wall"] for row in rows), "cpu": sum(row["cpu"] for row in rows),
        "memory": max(row["memory"] for row in rows), "disk": max(row["disk"] for row in rows),
    }


def ours(binary, package, target, state):
    environment = {**os.environ, "XDG_STATE_HOME": str(state), "LC_ALL": "C.UTF-8"}
    row, out = run([binary, "push", "images", "--source", package, "--private-registry", target, "--allow-http", "--output",
                    "json"], environment)
    summary = json.loads(out.splitlines()[-1])
    assert summary["isComplete"] and summary["sentBytes"], summary["findings"]
    row["disk"] = used(state) / 2**20
    return row, summary["sentBytes"]


def skopeo(images, form, target, folder):
    """What it remembers of layers in other repositories would spare it the work: for root that is a system folder."""
    transport = "oci-archive" if form == "oci" else "docker-archive"
    copies = "\n".join(
        f"skopeo copy --dest-tls-verify=false {transport}:{image} docker://{target}/{image.stem}:1" for image in images)
    environment = {**os.environ, "XDG_DATA_HOME": str(folder / "skopeo")}
    if os.geteuid():
        return shell(copies, environment)
    forget = "mkdir -p /var/lib/containers/cache; mount -t tmpfs none /var/lib/containers/cache\n"
    return run(["unshare", "--mount", "bash", "-c", "set -e\n" + forget + copies], environment)[0]


def crane(images, form, target, folder):
    """It takes docker-archives as files, and layouts as folders only."""
    script = ""
    for image in images:
        source = image
        if form == "oci":
            source = folder / "layout" / image.stem
            script += f"mkdir -p {source}; tar -C {source} -xf {image}\n"
        script += f"crane push --insecure {source} {target}/{image.stem}:1\n"
    return shell(script)


def raw_upload(address, size, folder):
    """As many bytes as were sent, by two curls at once, into uploads that nobody finishes."""
    noise = folder / "noise"
    with open(noise, "wb") as file:
        for _ in range(max(1, size // 2 >> 20)):
            file.write(os.urandom(1 << 20))
    row = shell(f"""
        send() {{
            place=$(curl -sSf -X POST -D - -o /dev/null http://{address}/v2/bound/$1/blobs/uploads/ |
                awk 'tolower($1) == "location:" {{print $2}}' | tr -d '\\r')
            curl -sSf -X PATCH -H Expect: -T {noise} -o /dev/null "$place"
        }}
        send a & first=$!
        send b
        wait $first
    """)
    noise.unlink()
    return row


def one_round(binary, package, form, address, folder, number):
    rows = {}
    space = f"{address}/{package.name.split('.')[0]}-{number}"
    rows["mirrorctl"], sent = ours(binary, package, f"{space}-ours", folder / f"state-{package.name}-{number}")
    peers = {"skopeo": skopeo, **({"crane": crane} if shutil.which("crane") else {})}
    for place, (how, command) in enumerate(UNPACK.items()):
        work = folder / "work"
        work.mkdir()
        unpacked = shell(command.format(folder=work, package=package))
        unpacked["disk"] = used(work) / 2**20
        images = sorted((work / "images").iterdir())
        for name, push in peers.items():
            rows[f"{how}, {name}"] = add(unpacked, push(images, form, f"{space}-{name}{place}", work))
        shutil.rmtree(work)
    decoded = shell(f"xz -dc -T0 {package} | openssl dgst -sha256")
    rows["bound"] = add(decoded, raw_upload(address, sent, folder))
    return rows


def show(title, rows):
    print(f"{title:46}{'wall s':>8}{'CPU s':>8}{'MiB peak':>10}{'MiB disk':>10}{'of it':>8}")
    result = []
    mine = rows["mirrorctl"]
    for name, row in rows.items():
        ratio = mine["wall"] / row["wall"]
        print(f"  {name:44}{row['wall']:8.1f}{row['cpu']:8.1f}{row['memory']:10.0f}{row['disk']:10.1f}{ratio:8.2f}")
        if row is mine:
            continue
        for unit in ("wall", "cpu", "memory", "disk"):
            result.append({"name": f"push, {title}, {unit}", "unit": {"wall": "s", "cpu": "s"}.get(unit, "MiB"),
                           "mirrorctl": mine[unit], "other": row[unit], "to": name,
                           "ratio": mine[unit] / row[unit] if row[unit] else None})
    return result


def main():
    binary = os.path.abspath(sys.argv[1])
    given = [int(sys.argv[place]) if len(sys.argv) > place else value for place, value in ((2, 200), (3, 20), (5, 2))]
    mebibytes, images, rounds = given
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mirrorctl-bench-"))
    kept = pathlib.Path(sys.argv[4]) if len(sys.argv) > 4 else folder / "packages"
    rows = []
    lab = folder / "lab"
    try:
        if not (kept / "one.tar.xz").exists():
            # In a process of its own: what it takes would be counted as the children's memory.
            subprocess.run([sys.executable, "-B", ROOT / "Tests/Bench/packages.py", kept, str(mebibytes), str(images)], check=True)
        subprocess.run(["bash", ROOT / "Tests/Lab/push-lab", "up", lab, "--while", str(os.getpid())], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        ports = dict(line.split("=") for line in (lab / "env").read_text().split())
        address = "127.0.0.1:" + ports["PORT_PLAIN"]
        for name, title in PACKAGES.items():
            package = kept / f"{name}.tar.xz"
            best = {}
            for number in range(rounds):
                for what, row in one_round(binary, package, "oci" if name == "oci" else "docker", address, folder, number).items():
                    best[what] = min(best.get(what, row), row, key=lambda row: row["wall"])
            rows += show(f"{title}, {images} images, {package.stat().st_size >> 20} MiB", best)
        if not shutil.which("crane"):
            print("crane is not installed: no rows for it")
    finally:
        if lab.exists():
            subprocess.run(["bash", ROOT / "Tests/Lab/push-lab", "down", lab], stdout=subprocess.DEVNULL)
        shutil.rmtree(folder, ignore_errors=True)
    report = ROOT / ".build/bench.json"
    before = json.loads(report.read_text()) if report.exists() else []
    before = [row for row in before if not row["name"].startswith("push, ")]
    report.write_text(json.dumps(before + rows, indent=2) + "\n")


if __name__ == "__main__":
    main()
