"""audit.py MIRRORCTL [IMAGES [PARALLEL [RUNS]]]: asks a mirror for many manifests, beside `xargs -P curl -I`.

One docker-registry with TLS, in namespaces of their own, holds IMAGES manifests under as many names (put into its store, not
pushed one by one). mirrorctl judges a list of all of them by a cluster config file; xargs starts as many curls at a time, one
for each manifest. The ways take turns. Every manifest is there: mirrorctl has to end with 0, curl with 200 for each. Prints a table, with the CPU seconds of
this side beside the time, and one line of JSON. Needs root, docker-registry, curl and openssl.
"""

import hashlib
import json
import os
import pathlib
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time

BINARY = os.path.abspath(sys.argv[1])
IMAGES = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
PARALLEL = int(sys.argv[3]) if len(sys.argv) > 3 else 16
RUNS = int(sys.argv[4]) if len(sys.argv) > 4 else 3
PORT = 5443
MOST = 1.2


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command):
    begun, before = time.monotonic(), spent()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return time.monotonic() - begun, spent() - before, done


def name(number):
    return f"team{number % 97}/app{number}"


def fill(store):
    """What docker-registry has on its disk of images that were pushed."""
    manifest = json.dumps({
        "schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
        "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "digest": "sha256:" + "1" * 64, "size": 1},
        "layers": []}).encode()
    digest = hashlib.sha256(manifest).hexdigest()
    root = store / "docker/registry/v2"
    blob = root / f"blobs/sha256/{digest[:2]}/{digest}"
    blob.mkdir(parents=True)
    (blob / "data").write_bytes(manifest)
    for number in range(IMAGES):
        home = root / "repositories" / name(number) / "_manifests"
        for link in (f"revisions/sha256/{digest}", "tags/1/current", f"tags/1/index/sha256/{digest}"):
            (home / link).mkdir(parents=True)
            (home / link / "link").write_text(f"sha256:{digest}")


def certificates(folder):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", folder / "ca.key",
                    "-out", folder / "ca.crt", "-subj", "/CN=bench", "-addext", "basicConstraints=critical,CA:TRUE"],
                   check=True, stderr=subprocess.DEVNULL)
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1")
    subprocess.run(["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "tls.key", "-out", folder / "tls.csr",
                    "-subj", "/CN=mirror"], check=True, stderr=subprocess.DEVNULL)
    subprocess.run(["openssl", "x509", "-req", "-in", folder / "tls.csr", "-CA", folder / "ca.crt", "-CAkey", folder / "ca.key",
                    "-CAcreateserial", "-days", "2", "-out", folder / "tls.crt", "-extfile", folder / "names"],
                   check=True, stderr=subprocess.DEVNULL)


def main(folder):
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    certificates(folder)
    fill(folder / "store")
    (folder / "registry.yml").write_text(f"""version: 0.1
log: {{level: error, accesslog: {{disabled: true}}}}
storage: {{filesystem: {{rootdirectory: {folder}/store}}}}
http: {{addr: "127.0.0.1:{PORT}", secret: bench, tls: {{certificate: {folder}/tls.crt, key: {folder}/tls.key}}}}
""")
    (folder / "cluster.yaml").write_text(f"""registryMirrors:
- endpoint: https://127.0.0.1:{PORT}
  caCertPath: {folder}/ca.crt
---
apiVersion: baremetal.cluster.gke.io/v1
kind: Cluster
metadata: {{name: bench}}
spec: {{type: admin, anthosBareMetalVersion: 1.34.0-gke.566}}
""")
    (folder / "images").write_text("".join(f"gcr.io/{name(number)}:1\n" for number in range(IMAGES)))
    (folder / "urls").write_text("".join(f"https://127.0.0.1:{PORT}/v2/{name(number)}/manifests/1\n" for number in range(IMAGES)))
    curl = (f"curl -sI --cacert {folder}/ca.crt -H 'Accept: application/vnd.docker.distribution.manifest.v2+json'"
            f" -o /dev/null -w '%{{http_code}}\\n'")
    ways = {
        "mirrorctl audit": [BINARY, "audit", "--cluster-config", str(folder / "cluster.yaml"), "--images", str(folder / "images"),
                            "--parallel", str(PARALLEL), "--output", "json"],
        "xargs curl -I": ["sh", "-c", f"xargs -P {PARALLEL} -n 1 {curl} <{folder}/urls"],
    }
    environment = os.environ | {"OTEL_TRACES_EXPORTER": "none"}
    registry = subprocess.Popen(["docker-registry", "serve", folder / "registry.yml"], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, env=environment)
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", PORT)).close()
                break
            except OSError:
                time.sleep(0.05)
        times = {way: [] for way in ways}
        costs = {way: [] for way in ways}
        for _ in range(RUNS):
            for way, command in ways.items():
                seconds, cost, done = run(command)
                times[way].append(seconds)
                costs[way].append(cost)
                if way == "mirrorctl audit":
                    assert done.returncode == 0, (done.returncode, done.stdout[-500:], done.stderr[-500:])
                    assert len(json.loads(done.stdout)["images"]) == IMAGES
                else:
                    assert done.stdout.count(b"200") == IMAGES, done.stdout[-200:]
        medians = {way: statistics.median(values) for way, values in times.items()}
        peer = medians["xargs curl -I"]
        for way, seconds in medians.items():
            print(f"{way:20} {seconds:7.2f} s   {seconds / peer:.2f}   {statistics.median(costs[way]):7.2f} s CPU")
        print(json.dumps({"images": IMAGES, "parallel": PARALLEL, "seconds": medians}))
        assert medians["mirrorctl audit"] <= MOST * peer, medians
    finally:
        registry.terminate()
        registry.wait()


if os.environ.get("MIRRORCTL_BENCH_INSIDE") != "1":
    os.environ["MIRRORCTL_BENCH_INSIDE"] = "1"
    os.execvp("unshare", ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", sys.executable, *sys.argv])
with tempfile.TemporaryDirectory() as home:
    main(pathlib.Path(home))
