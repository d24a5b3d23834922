"""`kubectl exec` as a server hears it: WebSocket, v5.channel.k8s.io. A message's first byte is its channel."""

import base64
import hashlib
import json
import struct
import threading

STDIN, STDOUT, STDERR, ERROR, CLOSE = 0, 1, 2, 3, 255


class Channels:
    """One connection of a request handler, after its upgrade."""

    def __init__(self, handler):
        key = handler.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        handler.send_response(101)
        handler.send_header("Upgrade", "websocket")
        handler.send_header("Connection", "Upgrade")
        handler.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
        handler.send_header("Sec-WebSocket-Protocol", "v5.channel.k8s.io")
        handler.end_headers()
        handler.wfile.flush()
        handler.close_connection = True
        self.input, self.output, self.lock = handler.rfile, handler.wfile, threading.Lock()

    def send(self, channel, data, opcode=2):
        body = bytes([channel]) + data if opcode == 2 else data
        head = bytes([0x80 | opcode])
        if len(body) < 126:
            head += bytes([len(body)])
        elif len(body) < 65536:
            head += bytes([126]) + struct.pack(">H", len(body))
        else:
            head += bytes([127]) + struct.pack(">Q", len(body))
        with self.lock:
            self.output.write(head + body)
            self.output.flush()

    def exact(self, count):
        data = self.input.read(count)
        if len(data) < count:
            raise EOFError
        return data

    def messages(self):
        """(channel, bytes) until the client goes."""
        whole = b""
        while True:
            try:
                first, second = self.exact(2)
                size = second & 127
                if size > 125:
                    size = int.from_bytes(self.exact(2 if size == 126 else 8), "big")
                mask = self.exact(4) if second & 128 else b"\0\0\0\0"
                data = bytes(b ^ mask[i & 3] for i, b in enumerate(self.exact(size)))
            except (EOFError, OSError, ValueError):
                return
            opcode = first & 15
            if opcode == 8:
                return
            if opcode == 9:
                self.send(0, data, opcode=10)
            elif opcode < 3:
                whole += data
                if first & 128:
                    if whole:
                        yield whole[0], whole[1:]
                    whole = b""


def serve(handler, process, cut_after=None):
    """Joins a process to the client. `cut_after`: bytes of output after which the connection is gone without a word."""
    channels = Channels(handler)
    sent = [0]

    def pump(stream, channel):
        while data := stream.read1(32768):
            sent[0] += len(data)
            if cut_after is not None and sent[0] > cut_after:
                handler.connection.shutdown(2)
                process.kill()
                return
            try:
                channels.send(channel, data)
            except OSError:
                process.kill()
                return

    def feed():
        for channel, data in channels.messages():
            try:
                if channel == STDIN:
                    process.stdin.write(data)
                    process.stdin.flush()
                elif channel == CLOSE and data[:1] == b"\0":
                    process.stdin.close()
            except (OSError, ValueError):
                pass
        try:
            process.stdin.close()
        except OSError:
            pass

    threads = [threading.Thread(target=pump, args=pair, daemon=True)
               for pair in ((process.stdout, STDOUT), (process.stderr, STDERR))]
    threading.Thread(target=feed, daemon=True).start()
    for thread in threads:
        thread.start()
    code = process.wait()
    for thread in threads:
        thread.join()
    status = {"metadata": {}, "status": "Success"}
    if code:
        status = {"metadata": {}, "status": "Failure", "reason": "NonZeroExitCode", "message": f"command terminated with {code}",
                  "details": {"causes": [{"reason": "ExitCode", "message": str(code)}]}}
    try:
        channels.send(ERROR, json.dumps(status).encode())
        channels.send(0, struct.pack(">H", 1000), opcode=8)
    except OSError:
        pass
