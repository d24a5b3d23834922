"""What fronts of the lab share: a thread for each connection, and a registry's answer handed on, changed or not."""
import http.server
import socketserver


class Handler(http.server.BaseHTTPRequestHandler):
    """A subclass has handle_one, for every method."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer_with(self, answer, data, change=lambda name, value: value):
        """Fields for which `change` returns None are left out."""
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            value = change(name.lower(), value)
            if value is not None and name.lower() not in ("transfer-encoding", "connection", "content-length"):
                self.send_header(name, value)
        length = answer.getheader("Content-Length") if self.command == "HEAD" else str(len(data))
        self.send_header("Content-Length", length or "0")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def do_GET(self):
        self.handle_one()

    do_HEAD = do_POST = do_PATCH = do_PUT = do_DELETE = do_GET


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    # Connections beyond it wait for a second and more to be taken.
    request_queue_size = 128

    def handle_error(self, request, client_address):
        pass
