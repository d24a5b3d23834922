"""audit-lab.py FOLDER MIRRORCTL VERSION: an audit, and the pulls of a real containerd after it, beside an outside that counts.

`audit-lab` makes the namespaces, the certificates and the stores. A mirror (Debian's docker-registry with TLS and a login)
has some of the images; every registry host of their names leads to one server, the outside, which has them all and counts.
mirrorctl judges the images by a cluster config file; then containerd, with the files that mirrorctl renders for it, pulls
them one by one. FOLDER/results.json: what the audit said, and for each image what the pull came to and how many requests
went outside meanwhile, and before.
"""
import http.server
import json
import os
import pathlib
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

FOLDER, BINARY, VERSION = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
HERE = pathlib.Path(__file__).parent
MIRROR = "mirror.lab.test:5443"
OUTSIDE = []
CRI = 'plugins."io.containerd.grpc.v1.cri"'
IMAGES = ["gcr.io/anthos/pause:1", "nginx:1", "gcr.io/anthos/missing:1", "quay.io/team/tool:1", f"{MIRROR}/own/tool:1",
          "private.lab.test/team/tool:1"]


class Outside(http.server.BaseHTTPRequestHandler):
    """Notes every request, and answers it from a registry that has everything."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self):
        OUTSIDE.append(f"{self.command} https://{self.headers['Host']}{self.path}")
        wanted = {k: v for k, v in self.headers.items() if k.lower() == "accept"}
        asked = urllib.request.Request("http://127.0.0.1:5997" + self.path, headers=wanted, method=self.command)
        try:
            with urllib.request.urlopen(asked) as found:
                status, headers, body = found.status, found.headers, found.read()
        except urllib.error.HTTPError as error:
            status, headers, body = error.code, error.headers, error.read()
        self.send_response(status)
        for name in ("Content-Type", "Docker-Content-Digest"):
            if headers[name]:
                self.send_header(name, headers[name])
        self.send_header("Content-Length", headers["Content-Length"] or str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_HEAD = answer


def serve_outside():
    # Connections beyond it wait for a second and more to be taken.
    http.server.ThreadingHTTPServer.request_queue_size = 128
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 443), Outside)
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FOLDER / "server.crt", FOLDER / "server.key")
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()


def wait_port(port):
    for _ in range(200):
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
    sys.exit(f"nobody listens on {port}")


def cluster_config():
    path = FOLDER / "cluster.yaml"
    login = json.dumps({"auths": {MIRROR: {"auth": "cHVsbGVyOmxhYi1zZWNyZXQ="}}})
    (FOLDER / "config.json").write_text(login)
    (FOLDER / "config.json").chmod(0o600)
    path.write_text(f"""registryMirrors:
- endpoint: https://{MIRROR}
  caCertPath: {FOLDER}/ca.crt
  pullCredentialConfigPath: {FOLDER}/config.json
  hosts:
  - docker.io
---
apiVersion: baremetal.cluster.gke.io/v1
kind: Cluster
metadata:
  name: lab1
spec:
  type: admin
  anthosBareMetalVersion: {VERSION}
  controlPlane:
    nodePoolSpec:
      nodes:
      - address: 10.0.0.1
""")
    return path


def audit(path, *more):
    done = subprocess.run([BINARY, "audit", "--cluster-config", path, *IMAGES, *more, "--output", "json"],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return {"status": done.returncode, "errors": done.stderr, "said": json.loads(done.stdout) if done.stdout else None}


def containerd_files(path, form):
    """What mirrorctl renders for nodes, where nodes have it; and the login, which no rendering shows."""
    rendered = FOLDER / "rendered"
    subprocess.run([BINARY, "render", "--format", form, "--cluster-config", path, "--out", rendered], check=True,
                   stdout=subprocess.DEVNULL)
    home = pathlib.Path("/etc/containerd")
    certs = home / "certs.d" / MIRROR
    certs.mkdir(parents=True)
    (certs / "ca.crt").write_bytes((FOLDER / "ca.crt").read_bytes())
    text = f"""version = 2
root = "{FOLDER}/root"
disabled_plugins = ["io.containerd.internal.v1.restart"]
[plugins."io.containerd.internal.v1.opt"]
  path = "{FOLDER}/opt"
[{CRI}.containerd]
  snapshotter = "native"
[{CRI}.registry.configs."{MIRROR}".auth]
  username = "puller"
  password = "lab-secret"
"""
    if form == "hosts-toml":
        subprocess.run(["cp", "-r", rendered / "etc/containerd/certs.d", home], check=True)
        text += f'[{CRI}.registry]\n  config_path = "{home}/certs.d"\n'
    else:
        text += (rendered / "etc/containerd/config.toml").read_text().replace("version = 2\n", "")
    (home / "config.toml").write_text(text)


def pulls():
    with open(FOLDER / "containerd.log", "wb") as log:
        daemon = subprocess.Popen(["containerd"], stdout=log, stderr=log,
                                  env=os.environ | {"SSL_CERT_FILE": f"{FOLDER}/ca.crt", "NO_PROXY": "*"})
    try:
        for _ in range(300):
            if daemon.poll() is not None:
                sys.exit(f"containerd ended: {(FOLDER / 'containerd.log').read_text()[-2000:]}")
            if subprocess.run(["ctr", "version"], capture_output=True).returncode == 0:
                break
            time.sleep(0.1)
        results = []
        for image in IMAGES:
            before = len(OUTSIDE)
            done = subprocess.run([HERE / "cri-pull", image], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            results.append({"image": image, "isPulled": done.returncode == 0, "words": done.stdout,
                            "outside": OUTSIDE[before:]})
        return results
    finally:
        daemon.terminate()
        daemon.wait(20)


def main():
    config = FOLDER / "mirror.yml"
    config.write_text(f"""version: 0.1
storage: {{filesystem: {{rootdirectory: {FOLDER}/store-mirror}}}}
http: {{addr: "127.0.0.1:5443", secret: lab, tls: {{certificate: {FOLDER}/server.crt, key: {FOLDER}/server.key}}}}
auth: {{htpasswd: {{realm: lab, path: {FOLDER}/htpasswd}}}}
""")
    with open(FOLDER / "mirror.log", "wb") as log:
        mirror = subprocess.Popen(["docker-registry", "serve", config], stdout=log, stderr=log)
    try:
        wait_port(5443)
        serve_outside()
        path = cluster_config()
        results = {"audit": audit(path), "unasked": audit(path, "--no-ask")}
        results["outsideOfAudit"] = list(OUTSIDE)
        containerd_files(path, "hosts-toml" if int(VERSION.split(".")[1]) >= 34 else "containerd-config")
        results["pulls"] = pulls()
        mirror.terminate()
        mirror.wait()
        # Nobody is there: named once, and nothing is claimed of its images.
        results["halted"] = audit(path)
        results["outsideAtTheEnd"] = len(OUTSIDE) - sum(len(pull["outside"]) for pull in results["pulls"])
        (FOLDER / "results.json").write_text(json.dumps(results, indent=1))
    finally:
        mirror.kill()


main()
