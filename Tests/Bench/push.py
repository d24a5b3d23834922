"""push.py MIRRORCTL [MEBIBYTES [IMAGES [KEPT]]]: packages from .tar.xz into a registry, beside what an operator does without mirrorctl.

Peers, on the same package and the same registry: unpack with `tar -xJ` (one core) or with `xz -dc -T0 | tar -x` (all cores), then
`skopeo copy` of one image after the other. The bound is what cannot be saved, one after the other: `xz -dc -T0 | openssl dgst
-sha256`, and then a raw upload, by two curls at once, of as many bytes as the registry was sent. Wall seconds; CPU seconds,
peak memory and disk of the client. A table on stdout; the rows are added to .build/bench.json. Packages are kept in KEPT.
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


def add(*rows):
    """One after the other."""
    return {
        "wall": sum(row["wall"] for row in rows), "cpu": sum(row["cpu"] for row in rows),
        "memory": max(row["memory"] for row in rows), "disk": max(row["disk"] for row in rows),
    }


def ours(binary, package, address, name, state):
    environment = {**os.environ, "XDG_STATE_HOME": str(state), "LC_ALL": "C.UTF-8"}
    row, out = run([binary, "push", "images", "--source", package, "--private-registry", f"{address}/ours-{name}",
                    "--allow-http", "--output", "json"], environment)
    summary = json.loads(out.splitlines()[-1])
    row["disk"] = used(state) / 2**20
    return row, summary


def skopeo(images, form, address, name):
    transport = "oci-archive" if form == "oci" else "docker-archive"
    rows = [run(["skopeo", "copy", "--dest-tls-verify=false", f"{transport}:{image}",
                 f"docker://{address}/theirs-{name}/{image.stem}:1"])[0] for image in images]
    return add(*rows)


def raw_upload(address, size, folder):
    """As many bytes as were sent, by two curls at once, into uploads that nobody finishes."""
    noise = folder / "noise"
    with open(noise, "wb") as file:
        for _ in range(size // 2 >> 20):
            file.write(os.urandom(1 << 20))
    script = folder / "upload.sh"
    script.write_text(f"""
        set -e
        send() {{
            place=$(curl -sSf -X POST -D - -o /dev/null http://{address}/v2/bound/$1/blobs/uploads/ |
                awk 'tolower($1) == "location:" {{print $2}}' | tr -d '\\r')
            curl -sSf -X PATCH -H Expect: -T {noise} -o /dev/null "$place"
        }}
        send a & first=$!
        send b
        wait $first
    """)
    row, _ = run(["bash", str(script)])
    noise.unlink()
    return row


def compare(binary, package, form, address, folder):
    rows = {}
    rows["mirrorctl"], summary = ours(binary, package, address, package.name.split(".")[0], folder / "state")
    assert summary["isComplete"], summary["findings"]
    unpacks = {"tar -xJ": f"tar -C {{}} -xJf {package}", "xz -T0, tar": f"xz -dc -T0 {package} | tar -C {{}} -x"}
    for name, command in unpacks.items():
        work = folder / "work"
        work.mkdir()
        unpacked, _ = run(["bash", "-c", "set -o pipefail; " + command.format(work)])
        unpacked["disk"] = used(work) / 2**20
        pushed = skopeo(sorted((work / "images").iterdir()), form, address, f"{form}-{len(name)}")
        rows[name + ", skopeo"] = add(unpacked, pushed)
        shutil.rmtree(work)
    decoded, _ = run(["bash", "-c", f"set -o pipefail; xz -dc -T0 {package} | openssl dgst -sha256"])
    rows["bound"] = add(decoded, raw_upload(address, summary["sentBytes"], folder))
    return rows


def show(title, rows):
    print(f"{title:42}{'wall s':>8}{'CPU s':>8}{'MiB peak':>10}{'MiB disk':>10}{'of it':>8}")
    result = []
    mine = rows["mirrorctl"]
    for name, row in rows.items():
        ratio = mine["wall"] / row["wall"]
        print(f"  {name:40}{row['wall']:8.1f}{row['cpu']:8.1f}{row['memory']:10.0f}{row['disk']:10.1f}{ratio:8.2f}")
        if row is mine:
            continue
        for unit in ("wall", "cpu", "memory", "disk"):
            result.append({"name": f"push, {title}, {unit}", "unit": {"wall": "s", "cpu": "s"}.get(unit, "MiB"),
                           "mirrorctl": mine[unit], "other": row[unit], "to": name,
                           "ratio": mine[unit] / row[unit] if row[unit] else None})
    return result


def main():
    binary = os.path.abspath(sys.argv[1])
    mebibytes, images = (int(value) for value in [*sys.argv[2:4], *["400", "24"][len(sys.argv[2:4]):]])
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mirrorctl-bench-"))
    kept = pathlib.Path(sys.argv[4]) if len(sys.argv) > 4 else folder / "packages"
    rows = []
    lab = folder / "lab"
    try:
        if not (kept / "oci.tar.xz").exists():
            # In a process of its own: what it takes would be counted as the children's memory.
            subprocess.run([sys.executable, "-B", ROOT / "Tests/Bench/packages.py", kept, str(mebibytes), str(images)], check=True)
        subprocess.run(["bash", ROOT / "Tests/Lab/push-lab", "up", lab, "--while", str(os.getpid())], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        ports = dict(line.split("=") for line in (lab / "env").read_text().split())
        address = "127.0.0.1:" + ports["PORT_PLAIN"]
        for name, title in PACKAGES.items():
            package = kept / f"{name}.tar.xz"
            title = f"{title}, {images} images, {package.stat().st_size >> 20} MiB"
            rows += show(title, compare(binary, package, "oci" if name == "oci" else "docker", address, folder))
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
