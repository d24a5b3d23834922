"""A registry that says every login back: python3 echo-registry.py FOLDER CERTIFICATE KEY

Writes its ports to FOLDER/port: `basic proxy bearer refused redirect`. Whatever it is sent as a login stands in its answers
as it came and decoded, quoted for a URL, for JSON and for HTML, in headers and bodies.

basic     asks for a login, and says it back
proxy     the same without TLS, to CONNECT
bearer    has a token server that gives a token; says the token back, and the login in the token server's other fields
refused   has a token server that says the login back instead of giving a token
redirect  sends whoever has a login elsewhere, with the login in the address
"""

import base64, html, http.server, json, os, ssl, sys, threading, urllib.parse

folder, certificate, key = sys.argv[1:4]
TOKEN = "SEEDSECRET-token-of-the-server"


def said_back(sent):
    """All spellings of a header's login."""
    if not sent:
        return ""
    code = sent.split(" ", 1)[-1]
    given = [sent, code, code.rstrip("=")]
    try:
        pair = base64.b64decode(code, validate=True).decode()
        given += [pair, pair.split(":", 1)[1]]
    except (ValueError, IndexError):
        pair = code
    words = []
    for word in given:
        words += [word, urllib.parse.quote(word, safe=""), json.dumps(word), html.escape(word)]
    return " | ".join(words + [base64.urlsafe_b64encode(("x" + pair).encode()).decode()])


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        if length:
            self.rfile.read(length)
        kind = self.server.kind
        sent = self.headers.get("Authorization") or self.headers.get("Proxy-Authorization")
        said = said_back(sent)
        status = 403 if sent else 401
        body = json.dumps({"errors": [{"code": "DENIED " + said, "message": said, "detail": said}]})
        if "plain" in self.path or "blobs" in self.path or kind == "redirect":
            body = "<html><body>" + said + "</body></html>"
        own = "https://127.0.0.1:%d" % self.server.server_port
        challenge = 'Basic realm="%s"' % said.replace('"', "'")
        if kind in ("bearer", "refused"):
            challenge = 'Bearer realm="%s/token",service="%s",scope="%s"' % (own, said[:40].replace('"', "'"), "x")
            if self.path.startswith("/token") and kind == "bearer" and sent:
                status, body = 200, json.dumps({"token": TOKEN, "expires_in": 300, "message": said})
        self.send_response(307 if kind == "redirect" and sent else status, ("no " + said).replace("\n", " ")[:900])
        self.send_header("WWW-Authenticate", challenge)
        self.send_header("Server", said or "echo")
        self.send_header("Docker-Distribution-Api-Version", "registry/2.0 " + said)
        if kind == "redirect" and sent:
            self.send_header("Location", own + "/x?login=" + urllib.parse.quote(said[:300], safe=""))
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
ports = []
for kind in ("basic", "proxy", "bearer", "refused", "redirect"):
    # Connections beyond it wait for a second and more to be taken.
    http.server.ThreadingHTTPServer.request_queue_size = 128
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.kind = kind
    server.daemon_threads = True
    if kind != "proxy":
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    ports.append(server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
with open(folder + "/port.new", "w") as file:
    file.write(" ".join(map(str, ports)) + "\n")
os.rename(folder + "/port.new", folder + "/port")
threading.Event().wait()
