#!/usr/bin/env python3
"""yes-server.py PORT: says 200 with a page to everything; below /v2/polite/ it says 404 to HEAD, and takes every upload."""
import http.server, socketserver, sys

page = b"<html>Welcome</html>"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, **fields):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = page if status == 200 else b""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def any(self):
        polite = self.path.startswith("/v2/polite/")
        if polite and self.command == "HEAD":
            return self.answer(404)
        if polite and self.command == "POST":
            return self.answer(202, Location="/v2/polite/blobs/uploads/1")
        if polite and self.command == "PATCH":
            return self.answer(202, Location="/v2/polite/blobs/uploads/1")
        if polite and self.command == "PUT":
            return self.answer(201)
        return self.answer(200)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = any


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    # Connections beyond it wait for a second and more to be taken.
    request_queue_size = 128


Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
