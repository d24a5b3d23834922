#!/usr/bin/env python3
"""shaky-front.py PORT TARGET_PORT: passes bytes on, and cuts one connection in a few at a random byte."""
import random, socket, socketserver, sys, threading

target = int(sys.argv[2])
random.seed(7)


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        there = socket.create_connection(("127.0.0.1", target))
        # Most cuts fall into a body; some connections live.
        left = [random.choice([1 << 16, 1 << 20, 5 << 20, 1 << 24, 1 << 40, 1 << 40])]
        left[0] = random.randrange(1, left[0] + 1)

        def carry(source, sink):
            try:
                while data := source.recv(1 << 16):
                    left[0] -= len(data)
                    if left[0] < 0:
                        break
                    sink.sendall(data)
            except OSError:
                pass
            for one in (source, sink):
                try:
                    one.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

        back = threading.Thread(target=carry, args=(there, self.request), daemon=True)
        back.start()
        carry(self.request, there)
        back.join()
        there.close()


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True
    # Connections beyond it wait for a second and more to be taken.
    request_queue_size = 128
    allow_reuse_address = True

    def handle_error(self, request, client_address):
        pass


Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
