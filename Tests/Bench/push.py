"""push.py MIRRORCTL [MEBIBYTES]: a package from .tar.xz into a registry, beside what an operator does without mirrorctl.

The peers: `xz -d -T0`, `tar -x`, `skopeo copy` of each image, one after the other (bmctl's way), and crane where there is one.
The bound: xz decoding, SHA-256 and one raw upload of the same bytes, as if nothing else cost anything.
Both start from the same file and an empty registry, in turns. Wall and CPU seconds, peak memory and disk used by the client.
"""

import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
IMAGES = 6


def used(folder):
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


def measured(run):
    """Seconds, CPU seconds of the children, and what `run` returns."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    result = run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - start, cpu, result


def call(*words, **more):
    return subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **more)


def peak_of(words, environment):
    """Peak resident KiB of one program, its status checked."""
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(words)}: {child.stderr.read().decode()[-400:]}")
    child.stderr.close()
    return usage.ru_maxrss


def make_package(folder, mebibytes):
    """A folder of docker-archives, each with layers that compress to about 60 %, as .tar.xz of many blocks."""
    import hashlib, io, tarfile
    images = folder / "package"
    images.mkdir()
    each = (mebibytes << 20) // IMAGES // 3
    for number in range(IMAGES):
        layers = []
        for layer in range(3):
            rng = random.Random(f"{number if layer else 'base'}/{layer}")
            words = [rng.randbytes(rng.randint(3, 12)) for _ in range(300)]
            data = b"".join(rng.choices(words, k=each // 7))[: each * 6 // 10] + rng.randbytes(each * 4 // 10)
            out = io.BytesIO()
            with tarfile.open(fileobj=out, mode="w") as archive:
                entry = tarfile.TarInfo(f"opt/{layer}")
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
            layers.append(out.getvalue())
        config = json.dumps({"architecture": "amd64", "os": "linux", "config": {}, "rootfs": {
            "type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(data).hexdigest() for data in layers]}}).encode()
        manifest = [{"Config": "config.json", "RepoTags": [f"gcr.io/bench/app{number}:1"],
                     "Layers": [f"{index}/layer.tar" for index in range(3)]}]
        with tarfile.open(images / f"app{number}.tar", "w") as archive:
            for name, data in [("config.json", config), *((f"{i}/layer.tar", d) for i, d in enumerate(layers)),
                               ("manifest.json", json.dumps(manifest).encode())]:
                entry = tarfile.TarInfo(name)
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
    plain = folder / "package.tar"
    call("tar", "-C", str(folder), "-cf", str(plain), "package")
    call("xz", "-1", "-T0", "--block-size=8MiB", str(plain))
    shutil.rmtree(images)
    return folder / "package.tar.xz"


def registry(folder, name):
    lab = folder / name
    call("bash", str(ROOT / "Tests/Lab/push-lab"), "up", str(lab), "--while", str(os.getpid()))
    ports = dict(line.split("=") for line in (lab / "env").read_text().split())
    return lab, "127.0.0.1:" + ports["PORT_PLAIN"]


def main():
    binary, mebibytes = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mirrorctl-bench-"))
    rows = {}
    lab = None
    try:
        package = make_package(folder, mebibytes)
        lab, address = registry(folder, "lab")
        state = folder / "state"

        def ours():
            environment = {**os.environ, "XDG_STATE_HOME": str(state), "LC_ALL": "C.UTF-8"}
            return peak_of([binary, "push", "images", "--source", str(package), "--private-registry",
                            f"{address}/ours", "--allow-http"], environment)

        wall, cpu, peak = measured(ours)
        rows["mirrorctl"] = {"wall": wall, "cpu": cpu, "memory": peak / 1024, "disk": used(state) / 2**20}

        work = folder / "work"
        work.mkdir()

        def theirs():
            plain = work / "package.tar"
            with open(plain, "wb") as file:
                subprocess.run(["xz", "-dc", "-T0", str(package)], stdout=file, check=True)
            call("tar", "-C", str(work), "-xf", str(plain))
            return max(peak_of(["skopeo", "copy", "--dest-tls-verify=false", f"docker-archive:{image}",
                                f"docker://{address}/theirs/{image.stem}:1"], None)
                       for image in sorted((work / "package").iterdir()))

        wall, cpu, peak = measured(theirs)
        rows["xz, tar, skopeo"] = {"wall": wall, "cpu": cpu, "memory": peak / 1024, "disk": used(work) / 2**20}
        shutil.rmtree(work)

        def bound():
            shell = (f"xz -dc -T0 {package} | openssl dgst -sha256 >/dev/null; "
                     f"l=$(curl -sS -X POST -D - -o /dev/null http://{address}/v2/bound/blobs/uploads/ "
                     "| awk 'tolower($1)==\"location:\"{print $2}' | tr -d '\\r'); "
                     f"curl -sS -X PATCH -H Expect: -T {package} -o /dev/null \"$l\"")
            return call("bash", "-c", shell)

        wall, cpu, _ = measured(bound)
        rows["bound: xz, SHA-256, raw upload"] = {"wall": wall, "cpu": cpu, "memory": 0, "disk": 0}
    finally:
        if lab:
            call("bash", str(ROOT / "Tests/Lab/push-lab"), "down", str(lab))
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{'push of ' + str(mebibytes) + ' MiB':34}{'wall s':>8}{'CPU s':>8}{'MiB peak':>10}{'MiB disk':>10}")
    for name, row in rows.items():
        print(f"{name:34}{row['wall']:8.1f}{row['cpu']:8.1f}{row['memory']:10.0f}{row['disk']:10.1f}")
    ours = rows["mirrorctl"]["wall"]
    for name, row in list(rows.items())[1:]:
        print(f"wall, mirrorctl / {name}: {ours / row['wall']:.2f}")
    (ROOT / ".build/bench-push.json").write_text(json.dumps(rows, indent=2) + "\n")


if __name__ == "__main__":
    main()
