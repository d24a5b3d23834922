#!/usr/bin/env python3
"""away-front.py PORT BASIC_PORT PLAIN_PORT PKI: a TLS front on 127.0.0.1 of a registry that wants a login, and, as
https://localhost:PORT/kept/…, another host that has what the registry has and wants none.

Blobs are kept there: HEAD and GET of one are answered with 307. The upload of a repository placed-…/ is opened with a Location
there; one of moved-…/ is answered with 307. Each request to /kept/ is printed with whether a login came along.
"""
import http.client, re, ssl, sys

sys.dont_write_bytecode = True
import relay

port, basic, plain, pki = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
trusting = ssl._create_unverified_context()


class Handler(relay.Handler):
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
        self.answer_with(answer, data, lambda name, value: placed(path, kept, name, value))
        there.close()


def placed(path, kept, name, value):
    if name == "location" and (kept or "/placed-" in path):
        return f"https://localhost:{port}/kept" + re.sub(r"^https?://[^/]*", "", value)
    return value


server = relay.Server(("127.0.0.1", port), Handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(f"{pki}/good.crt", f"{pki}/good.key")
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
