"""packages.py FOLDER MEBIBYTES IMAGES: packages as vendors ship them, the same bytes on every run.

Each image has four layers, the lowest shared by ten images; about a third of every layer does not compress. The first argument
gets: docker.tar.xz and oci.tar.xz (blocks as `xz -T` makes them), one.tar.xz (docker-archives in a single block, as `tar -cJ`
makes it). MEBIBYTES are those of the plain layers.
"""

import gzip
import hashlib
import io
import json
import multiprocessing
import pathlib
import random
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


def layer(seed, size):
    rng = random.Random(seed)
    words = [rng.randbytes(rng.randint(3, 12)) for _ in range(300)]
    body = b"".join(rng.choices(words, k=size // 7))[: size * 6 // 10]
    return packed([("opt/data", body + rng.randbytes(size * 35 // 100))])


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
    folder, number, size = job
    layers = [layer(f"base {number // 10}" if n == 0 else f"{number} {n}", size) for n in range(LAYERS)]
    config = json.dumps({"architecture": "amd64", "os": "linux", "config": {}, "rootfs": {
        "type": "layers", "diff_ids": ["sha256:" + digest(data) for data in layers]}}).encode()
    for form in (docker, oci):
        files = form(f"gcr.io/bench/app{number}:1", config, layers)
        (folder / form.__name__ / "images" / f"app{number}.tar").write_bytes(packed(files))


def main():
    folder, mebibytes, images = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    for form in ("docker", "oci"):
        (folder / form / "images").mkdir(parents=True)
    with multiprocessing.Pool(2) as pool:
        pool.map(image, [(folder, n, (mebibytes << 20) // images // LAYERS) for n in range(images)], chunksize=1)
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
