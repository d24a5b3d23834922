"""A registry that says every login back: python3 echo-registry.py FOLDER CERTIFICATE KEY

Writes its port to FOLDER/port. Whatever it is sent as a login stands in its answers as it came and decoded, quoted for a
URL, for JSON and for HTML, in headers and bodies."""

import base64, html, http.server, json, os, ssl, sys, threading, urllib.parse

folder, certificate, key = sys.argv[1:4]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        if length:
            self.rfile.read(length)
        sent = self.headers.get("Authorization") or self.headers.get("Proxy-Authorization")
        words = []
        if sent:
            code = sent.split(" ", 1)[1]
            pair = base64.b64decode(code).decode()
            password = pair.split(":", 1)[1]
            for word in (sent, code, code.rstrip("="), pair, password):
                words += [word, urllib.parse.quote(word, safe=""), json.dumps(word), html.escape(word)]
            words.append(base64.urlsafe_b64encode(("x" + pair).encode()).decode())
        said = " | ".join(words)
        body = json.dumps({"errors": [{"code": "DENIED " + said, "message": said, "detail": said}]})
        if "plain" in self.path or "blobs" in self.path:
            body = said
        self.send_response(403 if sent else 401, ("no " + said).replace("\n", " ")[:900])
        self.send_header("WWW-Authenticate", 'Basic realm="%s"' % said.replace('"', "'"))
        self.send_header("Server", said or "echo")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body.encode())

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_CONNECT = answer

    def log_message(self, *words):
        pass


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
secured = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
secured.socket = context.wrap_socket(secured.socket, server_side=True)
plain = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=plain.serve_forever, daemon=True).start()
with open(folder + "/port.new", "w") as file:
    file.write("%d %d\n" % (secured.server_port, plain.server_port))
os.rename(folder + "/port.new", folder + "/port")
secured.serve_forever()
