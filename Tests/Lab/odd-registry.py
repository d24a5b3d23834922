#!/usr/bin/env python3
"""odd-registry.py QUIRK... -- PROGRAM ARGUMENT...: runs the program against a registry in memory that does things its own way.

REGISTRY in an argument becomes 127.0.0.1:PORT. Prints {status, output, errors, requests, manifests, blobs} as JSON at the end.

  patch=STATUS       what a chunk is answered with
  range=stale|none|chunk|bytes|huge    Range of that answer: the first chunk's for ever, none, this chunk's length, with "bytes=",
                     or more than a number holds
  status=stale|CODE  the question how much is there: the first chunk's number, or an error
  strict             416 for a chunk that does not follow
  half               keeps half of the second chunk, and says so
  swallow[=BYTES]    says yes to a chunk and keeps nothing of it, or so many of its bytes
  nolocation         names no next place after a chunk
  cap=BYTES:STATUS:WORDS   refuses larger requests
  form=STATUS        refuses manifests with Docker's media types
  digest=bare|none|wrong   Docker-Content-Digest of manifests
  type=TYPE          Content-Type of manifests
  nodelete           keeps every blob
  yes                claims to have every blob
  drip=METHOD        sends the answer to that method byte by byte, two a second
  fail=METHOD:STATUS:COUNT   the first COUNT requests of that method
"""
import hashlib, http.server, itertools, json, re, socketserver, subprocess, sys, threading, time, urllib.parse

sys.dont_write_bytecode = True
split = sys.argv.index("--")
quirks = dict(word.partition("=")[::2] for word in sys.argv[1:split])
blobs, uploads, manifests, requests, first, failed = {}, {}, {}, [], {}, {}
lock = threading.Lock()
numbers = itertools.count()


def sha(data):
    return "sha256:" + hashlib.sha256(bytes(data)).hexdigest()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def say(self, status, body=b"", **fields):
        lines = [f"HTTP/1.1 {status} X", f"Content-Length: {fields.pop('length', len(body))}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items() if value is not None]
        data = "\r\n".join(lines + ["", ""]).encode() + (b"" if self.command == "HEAD" else body)
        with lock:
            requests.append(f"{self.command} {self.path} {status} {self.headers.get('Content-Range', '')}".strip())
        if quirks.get("drip") == self.command:
            for byte in data:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(0.5)
        else:
            self.wfile.write(data)

    def refuse(self, status, code, message, detail=None):
        error = {"code": code, "message": message, "detail": detail}
        self.say(status, json.dumps({"errors": [error]}).encode(), Content_Type="application/json")

    def handle_all(self):
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path, _, query = self.path.partition("?")
        method, status, count = (quirks.get("fail") or "::0").split(":")
        with lock:
            failed[self.command] = failed.get(self.command, 0) + 1
        if self.command == method and failed[method] <= int(count):
            return self.refuse(int(status), "UNKNOWN", "for now")
        if path == "/v2/":
            return self.say(200, Docker_Distribution_Api_Version="registry/2.0")
        limit, status, words = (quirks.get("cap") or "0::").split(":", 2)
        if int(limit) and len(data) > int(limit):
            return self.refuse(int(status), "UNKNOWN", words)
        found = re.fullmatch("/v2/(.+)/blobs/uploads/(.*)", path)
        if found:
            return self.upload(found[1], found[2], data, query)
        found = re.fullmatch("/v2/(.+)/(blobs|manifests)/([^/]+)", path)
        if not found:
            return self.refuse(404, "NAME_UNKNOWN", "no such address")
        name = found[1] + " " + found[3]
        if found[2] == "blobs":
            blob = blobs.get(name, b"yes" if "yes" in quirks else None)
            if self.command == "DELETE" and blob is not None:
                if "nodelete" in quirks:
                    return self.refuse(405, "UNSUPPORTED", "")
                del blobs[name]
                return self.say(202)
            return self.refuse(404, "BLOB_UNKNOWN", "") if blob is None else self.say(200, bytes(blob))
        self.manifest(found[1], found[3], data)

    def upload(self, repository, name, data, query):
        if self.command == "POST":
            # One that has ended leaves its number free to nobody.
            name = str(next(numbers))
            uploads[name] = bytearray()
            return self.say(202, Location=f"/v2/{repository}/blobs/uploads/{name}", Range="0-0")
        held = uploads.get(name)
        if held is None:
            return self.refuse(404, "BLOB_UPLOAD_UNKNOWN", "")
        here = f"/v2/{repository}/blobs/uploads/{name}"
        if self.command == "GET":
            word = quirks.get("status", "")
            if word.isdigit():
                return self.refuse(int(word), "UNSUPPORTED", "")
            count = first.get(name, 0) if word == "stale" else len(held)
            return self.say(204, Location=here, Range=f"0-{max(0, count - 1)}")
        if self.command == "DELETE":
            del uploads[name]
            return self.say(204)
        start = self.headers.get("Content-Range", "").split("-")[0]
        if "strict" in quirks and start and int(start) != len(held):
            return self.refuse(416, "BLOB_UPLOAD_INVALID", "does not follow")
        if self.command == "PATCH" and "half" in quirks and held and not first.get("half"):
            first["half"] = True
            data = data[: len(data) // 2]
        held += data[: int(quirks["swallow"] or 0)] if self.command == "PATCH" and "swallow" in quirks else data
        if self.command == "PATCH":
            first.setdefault(name, len(held))
            word = quirks.get("range", "")
            count = {"stale": first[name], "chunk": len(data), "huge": 1 << 63}.get(word, len(held))
            text = None if word == "none" else ("bytes=" if word == "bytes" else "") + f"0-{max(0, count - 1)}"
            place = None if "nolocation" in quirks else here
            return self.say(int(quirks.get("patch", 202)), Location=place, Range=text)
        digest = urllib.parse.parse_qs(query)["digest"][0]
        if sha(held) != digest:
            return self.refuse(400, "DIGEST_INVALID", "other bytes")
        blobs[f"{repository} {digest}"] = held
        del uploads[name]
        self.say(201, Location=f"/v2/{repository}/blobs/{digest}")

    def manifest(self, repository, reference, data):
        if self.command == "PUT":
            kind = self.headers["Content-Type"]
            if "form" in quirks and "docker" in kind:
                return self.refuse(int(quirks["form"]), "MANIFEST_INVALID", "manifest invalid", {"mediaType": kind})
            for key in (reference, sha(data)):
                manifests[f"{repository} {key}"] = (kind, data)
            return self.say(201)
        kind, data = manifests.get(f"{repository} {reference}", (None, None))
        if kind is None:
            return self.refuse(404, "MANIFEST_UNKNOWN", "")
        digest = {"bare": sha(data)[7:], "none": None, "wrong": sha(b"")}.get(quirks.get("digest"), sha(data))
        self.say(200, data, Content_Type=quirks.get("type") or kind, Docker_Content_Digest=digest)

    do_GET = do_HEAD = do_POST = do_PATCH = do_PUT = do_DELETE = handle_all


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    # Connections beyond it wait for a second and more to be taken.
    request_queue_size = 128

    def handle_error(self, *_):
        pass


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"127.0.0.1:{server.server_address[1]}"
done = subprocess.run(
    [word.replace("REGISTRY", address) for word in sys.argv[split + 1 :]], capture_output=True, text=True, timeout=150
)
print(json.dumps({
    "status": done.returncode, "output": done.stdout, "errors": done.stderr, "requests": requests,
    "manifests": {name: kind for name, (kind, _) in manifests.items()},
    "blobs": {name: len(data) for name, data in blobs.items()},
}))
