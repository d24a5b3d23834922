#!/usr/bin/env python3
"""raw-servers.py PORTS_FOLDER PKI TOKEN_PORT: one process, one port for each server that misbehaves below or within HTTP.

raw-* misbehave, spy-* log whether an Authorization header reached them (standard output, one line each request).
"""
import socket, ssl, sys, threading, time, zlib

folder, pki, token_port = sys.argv[1:4]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(f"{pki}/good.crt", f"{pki}/good.key")
expired = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
expired.load_cert_chain(f"{pki}/expired.crt", f"{pki}/expired.key")
foreign = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
foreign.load_cert_chain(f"{pki}/self-signed.crt", f"{pki}/self-signed.key")
kept = []
wanting = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
wanting.load_cert_chain(f"{pki}/good.crt", f"{pki}/good.key")
wanting.load_verify_locations(f"{pki}/ca.crt")
wanting.verify_mode = ssl.CERT_REQUIRED
OK = b"HTTP/1.1 200 OK\r\nDocker-Distribution-Api-Version: registry/2.0\r\nContent-Type: application/json\r\n"


def read_request(peer):
    data = b""
    while b"\r\n\r\n" not in data:
        more = peer.recv(4096)
        if not more:
            return data
        data += more
    return data


def forever(peer, chunk, pause=0.0):
    while True:
        peer.sendall(chunk)
        if pause:
            time.sleep(pause)


def answer(text, body=b""):
    """Answers each request of a connection with the same bytes."""
    def serve(peer, name):
        while True:
            request = read_request(peer)
            if not request:
                return
            lines = request.split(b"\r\n")
            sent = any(line.lower().startswith(b"authorization:") for line in lines)
            print(f"{name} {lines[0].decode()} authorization={sent}", flush=True)
            peer.sendall(text + b"Content-Length: %d\r\n\r\n" % len(body) + body)
    return serve


def silent(peer, name):
    kept.append(peer)
    time.sleep(3600)


def closing(peer, name):
    pass


def after_request(then):
    def serve(peer, name):
        read_request(peer)
        then(peer)
    return serve


def greeting(peer, name):
    peer.sendall(b"SSH-2.0-OpenSSH_9.2p1 Debian\r\n")
    peer.recv(4096)


def first_words(words):
    def serve(peer, name):
        peer.sendall(words)
        peer.recv(4096)
    return serve


def after_anything(then):
    def serve(peer, name):
        data = peer.recv(4096)
        if data:
            then(peer, data)
    return serve


def in_clear_only(otherwise):
    def then(peer, data):
        if data.startswith((b"GET", b"HEAD")):
            peer.sendall(OK + b"Content-Length: 2\r\n\r\n{}")
        else:
            otherwise(peer)
    return then


def over_tls(otherwise):
    """Looks at the first byte before it reads it."""
    def serve(peer, name):
        if peer.recv(1, socket.MSG_PEEK) == b"\x16":
            with context.wrap_socket(peer, server_side=True) as secured:
                read_request(secured)
                secured.sendall(OK + b"Content-Length: 2\r\n\r\n{}")
        else:
            read_request(peer)
            otherwise(peer)
    return serve


def redirecting(peer, name):
    while True:
        request = read_request(peer)
        if not request:
            return
        here = request.split(b" ")[1]
        peer.sendall(b"HTTP/1.1 302 Found\r\nLocation: %sx\r\nContent-Length: 0\r\n\r\n" % here)


def challenge(value):
    return answer(b"HTTP/1.1 401 Unauthorized\r\nDocker-Distribution-Api-Version: registry/2.0\r\n"
                  b"WWW-Authenticate: " + value + b"\r\n")


def public_project(peer, name):
    """Wants a login at /v2/ whatever is sent, and shows its images to anyone with a token, as Harbor does."""
    while True:
        request = read_request(peer)
        if not request:
            return
        if b" /v2/ " in request or b"\nAuthorization:" not in request or b"/public/" not in request:
            peer.sendall(b"HTTP/1.1 401 Unauthorized\r\nDocker-Distribution-Api-Version: registry/2.0\r\nWWW-Authenticate: "
                         b'Bearer realm="' + token + b'/token",service="lab"\r\nContent-Length: 0\r\n\r\n')
        else:
            peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Type: "
                         b"application/vnd.oci.image.manifest.v1+json\r\n\r\n")


def with_a_token(way):
    """Lets in whoever has a token of /post/WAY."""
    def serve(peer, name):
        while True:
            request = read_request(peer)
            if not request:
                return
            if b"\nAuthorization: Bearer" in request:
                peer.sendall(OK + b"Content-Length: 2\r\n\r\n{}")
            else:
                peer.sendall(b"HTTP/1.1 401 Unauthorized\r\nDocker-Distribution-Api-Version: registry/2.0\r\nWWW-Authenticate: "
                             b'Bearer realm="' + token + b"/post/" + way + b'",service="lab"\r\nContent-Length: 0\r\n\r\n')
    return serve


def together(count):
    """Answers /v2/ only when so many ask at the same time."""
    barrier = threading.Barrier(count)

    def serve(peer, name):
        while True:
            request = read_request(peer)
            if not request:
                return
            if b" /v2/ " in request:
                barrier.wait()
            body = b'{"repositories": ["a/x", "b/x", "c/x"]}'
            peer.sendall(OK + b"Content-Length: %d\r\n\r\n" % len(body) + body)
    return serve


def bomb(size):
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packer.flush()


def dripping(peer):
    for byte in b"\x16\x03\x03\x40\x00" + bytes(60):
        peer.sendall(bytes([byte]))
        time.sleep(1)


def writing(status, fields=b"", body=b"{}", gone=b""):
    """A registry that answers every reading, and each writing in one way; with `gone`, only the door is open."""
    missing = b'{"errors":[{"code":"NOT_FOUND","message":"%s"}]}' % gone
    def serve(peer, name):
        while True:
            request = read_request(peer)
            if not request:
                return
            if gone and b" /v2/ " not in request:
                peer.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                             % len(missing) + (b"" if request.startswith(b"HEAD") else missing))
            elif request.startswith((b"GET", b"HEAD")):
                peer.sendall(OK + b"Content-Length: 2\r\n\r\n" + (b"" if request.startswith(b"HEAD") else b"{}"))
            else:
                peer.sendall(b"HTTP/1.1 " + status + b"\r\nContent-Type: application/json\r\n" + fields
                             + b"Content-Length: %d\r\n\r\n" % len(body) + body)
    return serve


def basic_in_a_line_of_its_own(peer, name):
    while True:
        request = read_request(peer)
        if not request:
            return
        if b"\nAuthorization: Basic" in request:
            peer.sendall(OK + b"Content-Length: 2\r\n\r\n{}")
        else:
            peer.sendall(b"HTTP/1.1 401 No\r\nDocker-Distribution-Api-Version: registry/2.0\r\nWWW-Authenticate: Negotiate\r\n"
                         b'WWW-Authenticate: Basic realm="lab"\r\nContent-Length: 0\r\n\r\n')


def manifest(digest, kind=b"application/vnd.oci.image.manifest.v1+json", head=b"200 OK"):
    """A registry with one image of every name, of which it says this digest and type."""
    def serve(peer, name):
        while True:
            request = read_request(peer)
            if not request:
                return
            is_head = request.startswith(b"HEAD")
            if b"/manifests/" not in request:
                peer.sendall(OK + b"Content-Length: 2\r\n\r\n{}")
                continue
            peer.sendall(b"HTTP/1.1 " + (head if is_head else b"200 OK") + b"\r\nContent-Type: " + kind
                         + b"\r\nDocker-Content-Digest: " + digest + b"\r\nContent-Length: 2\r\n\r\n"
                         + (b"" if is_head else b"{}"))
    return serve


def harbor(peer, name):
    """Harbor's door: tokens are taken at /v2/ and refused everywhere else; its own API knows every project but `absent`."""
    while True:
        request = read_request(peer)
        if not request:
            return
        print(f"{name} {request.split(bytes([13]))[0].decode()} basic={b'Authorization: Basic' in request}", flush=True)
        head = b"" if request.startswith(b"HEAD") else b'{"errors":[{"code":"UNAUTHORIZED","message":"unauthorized"}]}'
        if b"/api/v2.0/projects?project_name=" in request:
            found = b"404 Not Found" if b"project_name=absent" in request else b"200 OK"
            peer.sendall(b"HTTP/1.1 " + found + b"\r\nContent-Length: 0\r\n\r\n")
        elif b" /v2/ " in request and b"\nAuthorization: Bearer" in request:
            peer.sendall(OK + b"Content-Length: 2\r\n\r\n{}")
        else:
            peer.sendall(b"HTTP/1.1 401 Unauthorized\r\nDocker-Distribution-Api-Version: registry/2.0\r\nWWW-Authenticate: "
                         b'Bearer realm="' + token + b'/service/token",service="harbor-registry"\r\n'
                         b"Content-Type: application/json\r\nContent-Length: 65\r\n\r\n" + head.ljust(65 if head else 0))


def hanging_upload(peer, name):
    """Opens uploads, and answers no PATCH; what is asked is logged."""
    while True:
        request = read_request(peer)
        if not request:
            return
        print(f"{name} {request.split(bytes([13]))[0].decode()}", flush=True)
        if request.startswith(b"POST"):
            peer.sendall(b"HTTP/1.1 202 Accepted\r\nLocation: /v2/x/blobs/uploads/1\r\nContent-Length: 0\r\n\r\n")
        elif request.startswith(b"PATCH"):
            while peer.recv(65536):
                pass
            return
        elif request.startswith(b"DELETE"):
            peer.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")
        else:
            peer.sendall(OK + b"Content-Length: 2\r\n\r\n{}")


ESCAPES = b"\x1b[2J\x1b]0;owned\x07\xe2\x80\xae"
token = f"https://127.0.0.1:{token_port}".encode()
servers = {
    "raw-silent": (False, silent),
    "raw-silent-tls": (True, silent),
    "raw-closing": (False, closing),
    "raw-closing-tls": (True, after_request(lambda peer: None)),
    # TLS 1.3 tells only after the handshake that a certificate is missing.
    "raw-client-certificate": ("wanting", silent),
    "raw-ssh": (False, greeting),
    "raw-smtp": (False, first_words(b"220 mail.example.com ESMTP ready\r\n")),
    "raw-redis": (False, after_anything(lambda peer, data: peer.sendall(b"-ERR unknown command\r\n"))),
    "raw-old-http": (False, after_anything(lambda peer, data: peer.sendall(b"<html>hello</html>"))),
    # Answer plain HTTP, and a TLS greeting in their own ways.
    "raw-plain-closing": (False, after_anything(in_clear_only(lambda peer: None))),
    "raw-plain-silent": (False, after_anything(in_clear_only(lambda peer: (kept.append(peer), time.sleep(3600))))),
    "raw-plain-garbage": (False, after_anything(in_clear_only(lambda peer: peer.sendall(b"what?\r\n")))),
    # Take a TLS greeting, and a request in clear in their own ways.
    "raw-tls-closing": (False, over_tls(lambda peer: None)),
    "raw-tls-silent": (False, over_tls(lambda peer: (kept.append(peer), time.sleep(3600)))),
    "raw-tls-alert": (False, over_tls(lambda peer: peer.sendall(b"\x15\x03\x01\x00\x02\x02\x46"))),
    "raw-endless-header": (True, after_request(lambda peer: (peer.sendall(OK), forever(peer, b"X-More: " + b"a" * 1000 + b"\r\n")))),
    "raw-endless-informational": (True, after_request(lambda peer: forever(peer, b"HTTP/1.1 102 Processing\r\n\r\n"))),
    "raw-endless-line": (True, after_request(lambda peer: (peer.sendall(OK + b"X-Long: "), forever(peer, b"a" * 65536)))),
    "raw-endless-body": (True, after_request(lambda peer: (peer.sendall(OK + b"\r\n"), forever(peer, b" " * 65536)))),
    "raw-drip": (True, after_request(lambda peer: [(peer.sendall(OK[i:i + 1]), time.sleep(1)) for i in range(len(OK))])),
    "raw-drip-header": (True, after_request(lambda peer: (peer.sendall(OK), forever(peer, b"x", 1.0)))),
    "raw-short-body": (True, after_request(lambda peer: peer.sendall(OK + b"Content-Length: 1000\r\n\r\n{}"))),
    "raw-redirect-loop": (True, redirecting),
    "raw-escapes": (True, answer(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/" + ESCAPES + b"\r\nServer: " + ESCAPES + b"\r\n",
                                 b"<html>" + ESCAPES)),
    "raw-drip-tls": (False, after_request(dripping)),
    "raw-bad-chunk": (True, after_request(lambda peer: peer.sendall(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{}   \r\nzz\r\n"))),
    "raw-cut-chunk": (True, after_request(lambda peer: peer.sendall(OK + b"Transfer-Encoding: chunked\r\n\r\n50\r\n{}"))),
    "raw-negative-length": (True, after_request(lambda peer: peer.sendall(OK + b"Content-Length: -7\r\n\r\n{}"))),
    "raw-excess-body": (True, after_request(lambda peer: peer.sendall(OK + b"Content-Length: 2\r\n\r\n{}" + b"x" * 300000))),
    "raw-bomb": (True, answer(OK + b"Content-Encoding: gzip\r\n", bomb(64 << 20))),
    "raw-redirect-self": (True, answer(b"HTTP/1.1 307 Temporary Redirect\r\nLocation: /v2/\r\n")),
    "raw-together": (True, together(3)),
    "raw-together-list": (True, together(3)),
    "raw-escapes-challenge": (True, answer(b"HTTP/1.1 401 No\r\nDocker-Distribution-Api-Version: registry/2.0" + ESCAPES + b"\r\nWWW-Authenticate: Bearer"
                                           b' realm="' + ESCAPES + b'",service="' + ESCAPES + b'",scope="' + ESCAPES + b'"\r\n')),
    "raw-escapes-location": (True, answer(b"HTTP/1.1 302 Found\r\nLocation: https://elsewhere.invalid/" + ESCAPES + b"\r\n")),
    "raw-escapes-errors": (True, answer(b"HTTP/1.1 403 No\r\nContent-Type: application/json\r\n",
                                        b'{"errors":[{"code":"\\u001b[2J\\u009b","message":"' + ESCAPES + b'"}]}')),
    "raw-escapes-retry": (True, answer(b"HTTP/1.1 429 " + ESCAPES + b"\r\nRetry-After: " + ESCAPES + b"\r\n")),
    "raw-escapes-manifest": (True, answer(OK.replace(b"application/json", b"application/vnd.oci.image.manifest.v1+json" + ESCAPES)
                                          + b"Docker-Content-Digest: sha256:" + ESCAPES + b"\r\n")),
    "raw-escapes-encoding": (True, answer(OK + b"Content-Encoding: " + ESCAPES + b"\r\n", b"{}")),
    "raw-escapes-proxy": (False, after_request(lambda peer: peer.sendall(b"HTTP/1.1 403 " + ESCAPES + b"\r\nServer: " + ESCAPES + b"\r\n\r\n"))),
    "raw-endless-proxy": (False, after_request(lambda peer: (peer.sendall(b"HTTP/1.1 200 OK\r\n"), forever(peer, b"X-More: " + b"a" * 1000 + b"\r\n")))),
    "raw-deep-json": (True, challenge(b'Bearer realm="' + token + b'/broken/deep",service="lab"')),
    "raw-realm-bomb": (True, challenge(b'Bearer realm="' + token + b'/broken/bomb",service="lab"')),
    "raw-realm-endless": (True, challenge(b'Bearer realm="' + token + b'/broken/endless",service="lab"')),
    "raw-public-project": (True, public_project),
    "raw-negotiate": (True, challenge(b"Negotiate")),
    # What containerd reads of each: nothing, Digest alone, Basic, a realm that ends at its colon.
    "raw-negotiate-basic": (True, challenge(b'Negotiate, Basic realm="lab"')),
    "raw-digest-basic": (True, challenge(b'Digest realm="lab", nonce="1", Basic realm="lab"')),
    "raw-negotiate-lines": (True, basic_in_a_line_of_its_own),
    "raw-bare-realm": (True, challenge(b"Bearer realm=" + token + b"/token,service=lab")),
    "raw-token-types": (True, challenge(b'Bearer realm="' + token + b'/broken/types",service="lab"')),
    "raw-bare-digest": (True, manifest(b"a" * 64)),
    "raw-quoted-digest": (True, manifest(b'"sha256:' + b"a" * 64 + b'"')),
    "raw-sha512": (True, manifest(b"sha512:" + b"a" * 128)),
    "raw-schema1": (True, manifest(b"sha256:" + b"a" * 64, b"application/vnd.docker.distribution.manifest.v1+prettyjws")),
    "raw-only-get": (True, manifest(b"sha256:" + b"a" * 64, head=b"404 Not Found")),
    "raw-no-challenge": (True, challenge(b"")),
    "raw-realm-500": (True, challenge(b'Bearer realm="' + token + b'/broken/500",service="lab"')),
    "raw-realm-html": (True, challenge(b'Bearer realm="' + token + b'/broken/html",service="lab"')),
    "raw-realm-inject": (True, challenge(b'Bearer realm="' + token + b'/broken/inject",service="lab"')),
    "raw-realm-gone": (True, challenge(b'Bearer realm="https://127.0.0.1:1/token",service="lab"')),
    "raw-realm-other-issuer": (True, challenge(b'Bearer realm="' + token + b'/broken/other-issuer",service="lab"')),
    "raw-realm-garbage": (True, challenge(b'Bearer realm="nowhere\x1b[31m",service="lab"')),
    "raw-manifest-page": (True, answer(OK.replace(b"application/json", b"text/html"), b"")),
    # A clock that stands still; the certificate was good then.
    "raw-old-clock": (True, answer(OK + b"Date: Thu, 01 Jun 2023 12:00:00 GMT\r\n", b"{}")),
    "raw-old-clock-expired": ("expired", answer(OK + b"Date: Thu, 01 Jun 2023 12:00:00 GMT\r\n", b"{}")),
    "raw-token-foreign": ("foreign", answer(OK, b'{"token":"spied"}')),
    "raw-hanging-upload": (True, hanging_upload),
    "raw-harbor": (True, harbor),
    "raw-quay": (True, challenge(b'Bearer realm="' + token + b'/v2/auth",service="lab"')),
    "raw-nexus": (True, answer(b"HTTP/1.1 401 Unauthorized\r\nServer: Nexus/3.89.1-02 (COMMUNITY)\r\n"
                               b'WWW-Authenticate: BASIC realm="Sonatype Nexus Repository Manager"\r\n')),
    "raw-artifactory": (True, answer(b"HTTP/1.1 401 Unauthorized\r\nX-JFrog-Version: Artifactory/7.41.14\r\n"
                                     b'WWW-Authenticate: Basic realm="Artifactory Realm"\r\n')),
    "raw-zot": (True, answer(OK + b"Access-Control-Allow-Headers: Authorization,content-type,X-ZOT-API-CLIENT\r\n", b"{}")),
    "raw-project-gone": (True, writing(b"404 Not Found", gone=b"project absent not found")),
    "raw-no-project": (True, writing(b"404 Not Found", b"", b'{"errors":[{"code":"NAME_UNKNOWN"}]}')),
    "raw-disk-full": (True, writing(b"500 Internal Server Error")),
    "raw-push-login": (True, writing(b"401 Unauthorized", b'WWW-Authenticate: Basic realm="lab"\r\n')),
    **{f"raw-post-{way}": (True, with_a_token(way.encode()))
       for way in ("400", "401", "403", "404", "405", "500", "key", "moved", "closed")},
    "spy-plain": (False, challenge(b'Basic realm="lab"')),
    "spy-tls": (True, challenge(b'Basic realm="lab"')),
}


def serve(listener, name, secured, handler):
    def one(peer):
        try:
            if secured:
                contexts = {"wanting": wanting, "expired": expired, "foreign": foreign}
                peer = contexts.get(secured, context).wrap_socket(peer, server_side=True)
            handler(peer, name)
        except OSError:
            pass
        finally:
            peer.close()
    while True:
        peer, _ = listener.accept()
        threading.Thread(target=one, args=(peer,), daemon=True).start()


def publish(name, listener):
    with open(f"{folder}/{name}", "w") as file:
        file.write(str(listener.getsockname()[1]))


listeners = {name: socket.create_server(("127.0.0.1", 0)) for name in [*servers, "raw-realm-http", "raw-realm-foreign"]}
spy_port = str(listeners["spy-plain"].getsockname()[1]).encode()
servers["raw-realm-http"] = (True, challenge(b'Bearer realm="http://127.0.0.1:%s/token",service="lab"' % spy_port))
foreign_port = str(listeners["raw-token-foreign"].getsockname()[1]).encode()
servers["raw-realm-foreign"] = (True, challenge(b'Bearer realm="https://127.0.0.1:%s/token",service="lab"' % foreign_port))
for name, (secured, handler) in servers.items():
    publish(name, listeners[name])
    threading.Thread(target=serve, args=(listeners[name], name, secured, handler), daemon=True).start()

# A full queue: the kernel drops further greetings, as a firewall does.
hole = socket.socket()
hole.bind(("127.0.0.1", 0))
hole.listen(0)
for _ in range(3):
    filler = socket.socket()
    filler.setblocking(False)
    filler.connect_ex(hole.getsockname())
    kept.append(filler)
publish("raw-black-hole", hole)
# Bound and not listening: refused.
shut = socket.socket()
shut.bind(("127.0.0.1", 0))
publish("raw-refused", shut)
with open(f"{folder}/.ready", "w") as file:
    file.write("ready")
threading.Event().wait()
