#!/usr/bin/env python3
"""away-front.py PORT BASIC_PORT PLAIN_PORT PKI: a TLS front on 127.0.0.1 of a registry that wants a login, and, as
https://localhost:PORT/kept/…, another host that has what the registry has and wants none.

Blobs are kept there: HEAD and GET of one are answered with 307. The upload of a repository placed-…/ is opened with a Location
there; one of moved-…/ is answered with 307. Each request to /kept/ is printed with whether a login came along.
"""
import http.client, http.server, re, socketserver, ssl, sys

port, basic, plain, pki = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
trusting = ssl._create_unverified_context()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def away(self, path):
        self.send_response_only(307)
        self.send_header("Location", f"https://localhost:{port}/kept{path}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def handle_one(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path, fields = self.path, dict(self.headers)
        kept = path.startswith("/kept/")
        if kept:
            path = path[5:]
            print(f"kept {self.command} {path} authorization={'Authorization' in fields}", flush=True)
            there = http.client.HTTPConnection("127.0.0.1", plain)
        else:
            if re.search(r"/blobs/sha256:", path):
                return self.away(path)
            if "/moved-" in path and self.command == "POST":
                return self.away(path)
            there = http.client.HTTPSConnection("127.0.0.1", basic, context=trusting)
        there.request(self.command, path, body, fields)
        answer = there.getresponse()
        data = answer.read()
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() == "location" and (kept or "/placed-" in path):
                value = f"https://localhost:{port}/kept" + re.sub(r"^https?://[^/]*", "", value)
            if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                self.send_header(name, value)
        length = answer.getheader("Content-Length") if self.command == "HEAD" else str(len(data))
        self.send_header("Content-Length", length or "0")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
        there.close()

    do_GET = do_HEAD = do_POST = do_PATCH = do_PUT = do_DELETE = handle_one


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


server = Server(("127.0.0.1", port), Handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(f"{pki}/good.crt", f"{pki}/good.key")
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
