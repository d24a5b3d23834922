#!/usr/bin/env python3
"""fault-front.py PORT TARGET_PORT: a front of a registry whose faults are named by the repository asked for.

/v2/fault-STATUS-COUNT-WHAT/… answers STATUS to the first COUNT requests of that repository's method WHAT (post, patch, put,
get, head), and passes the others on; with -WHAT-after it says Retry-After: 1, with -WHAT-date the same as a date of its own
clock, which is an hour ahead. COUNT 0 is for ever.
/v2/silent-…/ takes chunks and does not say in Range what it holds, /v2/mute-…/ does not say it when it is asked either, and
/v2/lying-…/ says each time that it holds nothing, and /v2/losing-…/ says yes to a chunk and drops it. /v2/crowd-…/ mounts nothing, takes its time for a chunk, and prints how many
requests it has had at once whenever there were more than ever.
"""
import email.utils, http.client, re, sys, threading, time

sys.dont_write_bytecode = True
import relay

target = int(sys.argv[2])
counts, lock = {}, threading.Lock()
now, most = {}, {}


class Handler(relay.Handler):
    def fault(self):
        found = re.search(r"/fault-(\d+)-(\d+)-([a-z]+)(-after|-date)?/", self.path)
        if not found or self.command.lower() != found[3]:
            return None
        with lock:
            counts[found[0]] = counts.get(found[0], 0) + 1
            if int(found[2]) and counts[found[0]] > int(found[2]):
                return None
        print(found[0], self.command, flush=True)
        return int(found[1]), found[4]

    def crowd(self, step):
        found = re.match(r"/v2/(crowd-[^/]*)/", self.path)
        if not found:
            return
        name = found[1]
        with lock:
            now[name] = now.get(name, 0) + step
            if now[name] > most.get(name, 0):
                most[name] = now[name]
                print(f"{name} at once: {most[name]}", flush=True)
        if step > 0 and self.command == "PATCH":
            time.sleep(0.05)

    def handle_one(self):
        self.crowd(1)
        if self.path.startswith("/v2/crowd-"):
            self.path = re.sub(r"[?]mount=.*", "", self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fault = self.fault()
        if fault:
            status, word = fault
            self.send_response_only(status)
            # An hour ahead of everybody else: only the difference between its own two dates means something.
            clock = time.time() + 3600
            self.send_header("Date", email.utils.formatdate(clock, usegmt=True))
            if word == "-after":
                self.send_header("Retry-After", "1")
            if word == "-date":
                self.send_header("Retry-After", email.utils.formatdate(clock + 1, usegmt=True))
            text = b'{"errors":[{"code":"UNKNOWN","message":"the disk\\u001b[31m is full"}]}'
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(text)
            return
        if self.command == "PATCH" and self.path.startswith("/v2/losing-"):
            self.send_response_only(202)
            self.send_header("Location", self.path)
            self.send_header("Range", f"0-{len(body) - 1}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        there = http.client.HTTPConnection("127.0.0.1", target)
        there.request(self.command, self.path, body, dict(self.headers))
        answer = there.getresponse()
        data = answer.read()
        self.crowd(-1)
        mood = re.match(r"/v2/(silent|mute|lying)-", self.path)
        self.answer_with(answer, data, lambda name, value: self.held(mood[1], name, value) if mood else value)
        there.close()

    def held(self, mood, name, value):
        if name != "range":
            return value
        if mood == "mute" or mood == "silent" and self.command == "PATCH":
            return None
        return "0-0" if mood == "lying" else value


relay.Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
