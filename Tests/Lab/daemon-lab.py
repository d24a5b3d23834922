"""daemon-lab.py FOLDER: what a real containerd asks, for a list of scenarios.

Runs in network and mount namespaces of its own (`daemon-lab` makes them): nothing reaches a network, and every name
below lab.test is this machine. Starts containerd with certs.d and once more with mirrors, pulls one image for each
scenario over CRI, and writes FOLDER/results.json: the requests that arrived, in order, and what CRI said.

Needs root, containerd, curl; STORE is a folder with a docker-registry's data.
"""
import concurrent.futures
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

FOLDER = pathlib.Path(sys.argv[1])
BACK = 5999
LOG = []


class Recorder(http.server.BaseHTTPRequestHandler):
    """Answers as its server's `behaviour` says and notes every request with the answer."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        status, headers, body = self.server.behaviour(self)
        scheme = "https" if self.server.is_tls else "http"
        LOG.append({
            "method": self.command, "url": f"{scheme}://{self.headers['Host']}{self.path}", "status": status,
            "headers": dict(headers), "body": body.decode("latin-1") if len(body) < 100_000 else ""})
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)


def forward(request):
    """To the real registry: `/v2/NAME` as it came, below the folder that the lab's images are in."""
    path = request.path.split("?")[0].removeprefix("/v2/").removeprefix("ns/")
    wanted = {k: v for k, v in request.headers.items() if k.lower() == "accept"}
    asked = urllib.request.Request(f"http://127.0.0.1:{BACK}/v2/{path}", headers=wanted, method=request.command)
    try:
        with urllib.request.urlopen(asked) as answer:
            return answer.status, kept(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, kept(error.headers), error.read()


def kept(headers):
    return {k: v for k, v in headers.items() if k in ("Content-Type", "Docker-Content-Digest", "Content-Length")}


def only_below(prefix):
    return lambda request: forward(request) if request.path.startswith(prefix) else (404, {}, b"")


def fixed(status, body=b"", **headers):
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda request: (status, names, body)


def html(request):
    return 200, {"Content-Type": "text/html"}, b"<html>sign in</html>"


BEHAVIOURS = {
    "good": only_below("/v2/library/"),
    "namespaced": only_below("/v2/ns/"),
    "notfound": fixed(404),
    "denied": fixed(401, WWW_Authenticate='Basic realm="lab"'),
    "broken": fixed(503),
    "forbidden": fixed(403),
    "html": html,
    "upstream": only_below("/v2/library/"),
    "wrongca": forward,
    "plain": only_below("/v2/library/"),
}
# Nothing listens on the port of `refused`, and nobody accepts on that of `hole`.
PORTS = {name: 6001 + index for index, name in enumerate(BEHAVIOURS)} | {"refused": 6999, "hole": 6998, "upstream": 443}


def serve(name):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", PORTS[name]), Recorder)
    server.daemon_threads = True
    server.behaviour = BEHAVIOURS[name]
    server.is_tls = name != "plain"
    server.handle_error = lambda *_: None
    if server.is_tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        pair = "other" if name == "wrongca" else "server"
        context.load_cert_chain(FOLDER / f"{pair}.crt", FOLDER / f"{pair}.key")
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()


def url(name, path=""):
    scheme = "http" if name == "plain" else "https"
    return f"{scheme}://127.0.0.1:{PORTS[name]}{path}"


# The registry host of each scenario, and the mirrors it has, first to last.
SCENARIOS = {
    "good": [url("good")],
    "plain": [url("plain")],
    "notfound": [url("notfound")],
    "wrongca": [url("wrongca")],
    "denied": [url("denied")],
    "forbidden": [url("forbidden")],
    "broken": [url("broken")],
    "refused": [url("refused")],
    "html": [url("html")],
    "with-v2": [url("namespaced", "/v2/ns")],
    "without-v2": [url("namespaced", "/ns")],
    "two": [url("notfound"), url("good")],
    "two-broken": [url("refused"), url("broken")],
    # Only the name: every object would wait its own 30 s again.
    "missing-hole": [url("hole")],
    "unlisted": None,
    # The registry has no image of these.
    "missing": [url("notfound")],
    "missing-refused": [url("refused")],
    "missing-wrongca": [url("wrongca"), url("notfound")],
    "missing-denied": [url("denied")],
}


def dig_hole():
    """A queue that is full: more packets to it vanish."""
    server = socket.create_server(("127.0.0.1", PORTS["hole"]), backlog=0)
    fillers = []
    for _ in range(4):
        filler = socket.socket()
        filler.setblocking(False)
        filler.connect_ex(("127.0.0.1", PORTS["hole"]))
        fillers.append(filler)
    return server, fillers


def containerd_config(name, registry):
    home = FOLDER / name
    (home / "certs.d").mkdir(parents=True, exist_ok=True)
    cri = 'plugins."io.containerd.grpc.v1.cri"'
    text = f"""version = 2
root = "{home}/root"
state = "{home}/state"
disabled_plugins = ["io.containerd.internal.v1.restart"]
[grpc]
  address = "{home}/containerd.sock"
[ttrpc]
  address = "{home}/containerd.ttrpc"
[plugins."io.containerd.internal.v1.opt"]
  path = "{home}/opt"
[{cri}.containerd]
  snapshotter = "native"
{registry}"""
    (home / "config.toml").write_text(text)
    return home


def certs_d():
    home = containerd_config("certsd", f"""[plugins."io.containerd.grpc.v1.cri".registry]
  config_path = "{FOLDER}/certsd/certs.d"
""")
    for name, mirrors in SCENARIOS.items():
        if mirrors is None:
            continue
        lines = [f'server = "https://{name}.certsd.lab.test"']
        for mirror in mirrors:
            lines += ["", f'[host."{mirror}"]', '  capabilities = ["pull", "resolve"]']
            if mirror.startswith("https:"):
                lines.append(f'  ca = "{FOLDER}/ca.crt"')
            if name == "with-v2":
                lines.append("  override_path = true")
        folder = home / "certs.d" / f"{name}.certsd.lab.test"
        folder.mkdir()
        (folder / "hosts.toml").write_text("\n".join(lines) + "\n")
    folder = home / "certs.d/_default"
    folder.mkdir()
    (folder / "hosts.toml").write_text(f'[host."{url("good")}"]\n  ca = "{FOLDER}/ca.crt"\n')
    return home


def mirrors():
    cri = 'plugins."io.containerd.grpc.v1.cri".registry'
    text = ""
    for name, endpoints in SCENARIOS.items():
        if endpoints is not None:
            text += f'[{cri}.mirrors."{name}.mirrors.lab.test"]\n  endpoint = {json.dumps(endpoints)}\n'
    for port in PORTS.values():
        text += f'[{cri}.configs."127.0.0.1:{port}".tls]\n  ca_file = "{FOLDER}/ca.crt"\n'
    return containerd_config("mirrors", text)


def pull(home, image):
    """CRI's PullImage: one gRPC frame over the socket, by curl."""
    name = image.encode()
    spec = b"\x0a" + bytes([len(name)]) + name
    message = b"\x0a" + bytes([len(spec)]) + spec
    frame = b"\0" + len(message).to_bytes(4, "big") + message
    dump = home / image.replace("/", "_")
    subprocess.run(
        ["curl", "-sS", "--http2-prior-knowledge", "--unix-socket", f"{home}/containerd.sock", "-H",
         "content-type: application/grpc", "-H", "te: trailers", "--data-binary", "@-", "-D", dump, "-o", os.devnull,
         "--max-time", "60", "http://localhost/runtime.v1.ImageService/PullImage"], input=frame, check=True)
    for line in dump.read_text().splitlines():
        if line.lower().startswith("grpc-message:"):
            return urllib.request.unquote(line.split(":", 1)[1].strip()) or None
    return None


def ready(home, process):
    for _ in range(300):
        if process.poll() is not None:
            sys.exit(f"containerd ended: {(home / 'log').read_text()[-2000:]}")
        if subprocess.run(["ctr", "-a", f"{home}/containerd.sock", "version"], capture_output=True).returncode == 0:
            return
        time.sleep(0.1)
    sys.exit("containerd does not answer")


def run(home):
    with open(home / "log", "wb") as log:
        process = subprocess.Popen(
            ["containerd", "--config", home / "config.toml"], stdout=log, stderr=log,
            env=os.environ | {"SSL_CERT_FILE": f"{FOLDER}/ca.crt", "NO_PROXY": "*"})
    try:
        ready(home, process)
        # A black hole takes its time: all of them pull at once, and are told apart by their names.
        with concurrent.futures.ThreadPoolExecutor(len(SCENARIOS)) as pool:
            return list(pool.map(lambda name: scenario(home, name), SCENARIOS))
    finally:
        process.terminate()
        process.wait(20)


def scenario(home, name):
    host = f"{name}.{home.name}.lab.test"
    image = f"{host}/library/{name}:1"
    error = pull(home, image)
    return {"image": image, "error": error, "requests": [entry for entry in LOG if asks_for(entry["url"], host)]}


def asks_for(url, host):
    return f"//{host}/" in url or url.endswith(f"?ns={host}")


def main():
    config = FOLDER / "registry.yml"
    config.write_text(f"version: 0.1\nstorage: {{filesystem: {{rootdirectory: {FOLDER}/store}}}}\n"
                      f"http: {{addr: 127.0.0.1:{BACK}, secret: lab}}\nlog: {{level: warn}}\n")
    registry = subprocess.Popen(["docker-registry", "serve", config], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", BACK)).close()
                break
            except OSError:
                time.sleep(0.05)
        for name in BEHAVIOURS:
            serve(name)
        hole = dig_hole()
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            certsd, legacy = pool.map(run, [certs_d(), mirrors()])
        results = {"certsd": certsd, "mirrors": legacy}
        (FOLDER / "results.json").write_text(json.dumps(results, indent=1))
        del hole
    finally:
        registry.terminate()


if sys.argv[2:] == ["names"]:
    print(*SCENARIOS)
else:
    main()
