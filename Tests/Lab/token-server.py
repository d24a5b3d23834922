#!/usr/bin/env python3
"""token-server.py PORT_FILE PKI [--user NAME:PASSWORD] [--deny REPOSITORY]

Issues tokens for docker-registry: GET /token?service=&scope= answers {"token": JWT}. The JWT is RS256 with the issuer's
certificate in x5c. Anonymous callers get a token without any right; the user may pull everything but what --deny names.
POST /token with grant_type=refresh_token and the refresh token lab-refresh is the user, too. The tokens of /brief/token are
said to live long and are refused two seconds later.
/post/STATUS answers a POST with that status, /post/key with no access_token, /post/closed not at all, /post/moved with 307 to
/post/405; GET there is issued a token.
Other paths fail on purpose: /broken/500, html, empty, types, inject, deep, bomb, endless, hang.
"""
import argparse, base64, http.server, json, socketserver, ssl, subprocess, time, urllib.parse, zlib

options = argparse.ArgumentParser()
options.add_argument("port_file")
options.add_argument("pki")
options.add_argument("--user", default="puller:lab-secret")
options.add_argument("--deny", default="secret/tool")
options = options.parse_args()
certificate = "".join(
    line for line in open(f"{options.pki}/token.crt").read().splitlines() if "-----" not in line)


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def sign(claims):
    head = base64url(json.dumps({"typ": "JWT", "alg": "RS256", "x5c": [certificate]}).encode())
    body = head + b"." + base64url(json.dumps(claims).encode())
    command = ["openssl", "dgst", "-sha256", "-sign", f"{options.pki}/token.key"]
    signature = subprocess.run(command, input=body, stdout=subprocess.PIPE, check=True).stdout
    return (body + b"." + base64url(signature)).decode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, kind="application/json", **fields):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in fields.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        query = urllib.parse.parse_qs(address.query)
        sent = self.headers.get("Authorization", "")
        print(f"connection={self.client_address[1]} {self.path} authorization={bool(sent)}", flush=True)
        if address.path == "/broken/500":
            return self.answer(500, b"{}")
        if address.path == "/broken/types":
            return self.answer(200, b'{"token":"a","expires_in":"300"}')
        if address.path == "/broken/html":
            return self.answer(200, b"<html>Sign in</html>", "text/html")
        if address.path == "/broken/empty":
            return self.answer(200, b"{}")
        if address.path == "/broken/inject":
            return self.answer(200, json.dumps({"token": "a\r\nX-Evil: 1"}).encode())
        if address.path == "/broken/other-issuer":
            return self.answer(200, json.dumps({"token": "not.a.token"}).encode())
        if address.path == "/broken/deep":
            return self.answer(200, b"[" * 500_000)
        if address.path == "/broken/bomb":
            return self.answer(200, zlib.compress(bytes(32 << 20)), Content_Encoding="deflate")
        if address.path == "/broken/endless":
            self.send_response(200)
            self.end_headers()
            while True:
                self.wfile.write(b" " * 65536)
        if address.path == "/broken/hang":
            return time.sleep(600)
        user = base64.b64decode(sent[6:]).decode() if sent.startswith("Basic ") else ""
        self.issue(address.path, query.get("service", [""])[0], query.get("scope", []), user)

    def do_POST(self):
        form = urllib.parse.parse_qs(self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode())
        kind = form.get("grant_type", [""])[0]
        print(f"connection={self.client_address[1]} POST {self.path} grant_type={kind} scope={form.get('scope')}", flush=True)
        way = self.path.removeprefix("/post/") if self.path.startswith("/post/") else ""
        if way.isdigit():
            return self.answer(int(way), b'{"errors":[{"code":"UNKNOWN","message":"no"}]}')
        if way == "key":
            return self.answer(200, b'{"token":"a"}')
        if way == "moved":
            return self.answer(307, b"", Location="/post/405")
        if way == "closed":
            self.close_connection = True
            return None
        known = kind == "refresh_token" and form.get("refresh_token") == ["lab-refresh"] and form.get("client_id")
        user = options.user if known else "nobody"
        self.issue(self.path, form.get("service", [""])[0], form.get("scope", [""])[0].split(), user)

    def issue(self, path, service, scopes, user):
        if user and user != options.user:
            return self.answer(401, b'{"details":"no"}', WWW_Authenticate='Basic realm="token"')
        access = []
        for scope in scopes:
            kind, rest = scope.split(":", 1)
            name, actions = rest.rsplit(":", 1)
            allowed = user and not name.endswith(options.deny)
            # pull-only/… and no-delete/… are projects with fewer rights.
            lacking = {"pull-only": ["push", "delete"], "no-delete": ["delete"]}.get(name.split("/")[0], [])
            granted = [action for action in actions.split(",") if allowed and action not in lacking]
            access.append({"type": kind, "name": name, "actions": granted})
        now = int(time.time())
        # docker-registry lets a token live a minute longer.
        end = now - 58 if path.startswith("/brief/") else now + 300
        claims = {"iss": "lab", "sub": user.split(":")[0], "aud": service, "nbf": now - 120, "iat": now, "exp": end,
                  "jti": str(time.time_ns()), "access": access}
        self.answer(200, json.dumps({"token": sign(claims), "expires_in": 300}).encode())


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    # Connections beyond it wait for a second and more to be taken.
    request_queue_size = 128

    def handle_error(self, request, client_address):
        pass


server = Server(("127.0.0.1", 0), Handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(f"{options.pki}/good.crt", f"{options.pki}/good.key")
server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
with open(options.port_file, "w") as file:
    file.write(str(server.server_address[1]))
server.serve_forever()
