"""packages.py FOLDER MEBIBYTES IMAGES: packages as vendors ship them, the same bytes on every run on one machine.

Each image has four layers, the lowest shared by ten images. Layers hold files of this machine's /usr, folder by folder: what
images are made of, since neither words nor noise decode and compress at the speed of real files (a block of noise costs xz
nothing). The first argument gets: docker.tar.xz and oci.tar.xz (blocks as `xz -T` makes them), one.tar.xz (docker-archives in a
single block, as `tar -cJ` makes it). MEBIBYTES are those of the plain layers.
"""

import gzip
import hashlib
import io
import json
import multiprocessing
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile

LAYERS = 4
OCI = "application/vnd.oci.image."


def digest(data):
    return hashlib.sha256(data).hexdigest()


def packed(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def real_files(folder="/usr"):
    """Paths and sizes of small and middling files, folder by folder, in an order that has nothing to do with names."""
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            if not os.path.islink(path) and 0 < os.path.getsize(path) < 8 << 20:
                found.append((digest(os.fsencode(place)), path, os.path.getsize(path)))
    return [(path, size) for _, path, size in sorted(found)]


def stretches(files, size, count):
    """Lists of files, each of about `size` bytes in a tar; from the first file again when there are too few."""
    result, stretch, held, at = [], [], 0, 0
    while len(result) < count:
        path, length = files[at % len(files)]
        at += 1
        stretch.append(path)
        held += length + 768
        if held >= size:
            result.append(stretch)
            stretch, held = [], 0
    return result


def layer(paths):
    return packed([(path[1:], pathlib.Path(path).read_bytes()) for path in paths])


def docker(name, config, layers):
    names = [digest(data) + ".tar" for data in layers]
    manifest = [{"Config": digest(config) + ".json", "RepoTags": [name], "Layers": names}]
    return [(digest(config) + ".json", config), *zip(names, layers), ("manifest.json", json.dumps(manifest).encode())]


def oci(name, config, layers):
    files = []

    def blob(data, kind):
        files.append(("blobs/sha256/" + digest(data), data))
        return {"mediaType": OCI + kind, "digest": "sha256:" + digest(data), "size": len(data)}

    manifest = blob(json.dumps({
        "schemaVersion": 2, "mediaType": OCI + "manifest.v1+json", "config": blob(config, "config.v1+json"),
        "layers": [blob(gzip.compress(data, 6, mtime=0), "layer.v1.tar+gzip") for data in layers],
    }).encode(), "manifest.v1+json")
    named = {**manifest, "annotations": {"org.opencontainers.image.ref.name": name}}
    index = json.dumps({"schemaVersion": 2, "manifests": [named]}).encode()
    return [("oci-layout", b'{"imageLayoutVersion":"1.0.0"}'), *files, ("index.json", index)]


def image(job):
    folder, number, layers = job
    layers = [layer(paths) for paths in layers]
    config = json.dumps({"architecture": "amd64", "os": "linux", "config": {}, "rootfs": {
        "type": "layers", "diff_ids": ["sha256:" + digest(data) for data in layers]}}).encode()
    for form in (docker, oci):
        files = form(f"gcr.io/bench/app{number}:1", config, layers)
        (folder / form.__name__ / "images" / f"app{number}.tar").write_bytes(packed(files))


def main():
    folder, mebibytes, images = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    for form in ("docker", "oci"):
        (folder / form / "images").mkdir(parents=True)
    bases = -(-images // 10)
    parts = stretches(real_files(), (mebibytes << 20) // images // LAYERS, bases + images * (LAYERS - 1))
    own = LAYERS - 1
    jobs = [(folder, n, [parts[n // 10], *parts[bases + n * own:bases + (n + 1) * own]]) for n in range(images)]
    with multiprocessing.Pool(2) as pool:
        pool.map(image, jobs, chunksize=1)
    for form in ("docker", "oci"):
        plain = folder / f"{form}.tar"
        subprocess.run(["tar", "-C", folder / form, "--sort=name", "--mtime=@0", "-cf", plain, "images"], check=True)
        shutil.rmtree(folder / form)
    commands = [("docker", "docker", "-T2"), ("docker", "one", "-T1"), ("oci", "oci", "-T2")]
    for plain, name, threads in commands:
        with open(folder / f"{name}.tar.xz", "wb") as out:
            subprocess.run(["xz", "-2", threads, "-c", folder / f"{plain}.tar"], stdout=out, check=True)
    for form in ("docker", "oci"):
        (folder / f"{form}.tar").unlink()


if __name__ == "__main__":
    main()
