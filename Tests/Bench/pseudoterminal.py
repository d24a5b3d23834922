"""A program on a pseudoterminal, timed from outside."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time


class Program:
    """`arguments` on a terminal of the given size; everything it sends is read here."""

    def __init__(self, arguments, columns=120, rows=40, environment=None):
        self.started = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            fixed = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "HOME": "/nonexistent"}
            os.execvpe(arguments[0], arguments, {**fixed, **(environment or {})})

    def read(self, seconds):
        """What arrives next within that time, else nothing."""
        ready, _, _ = select.select([self.terminal], [], [], seconds)
        if not ready:
            return b""
        try:
            return os.read(self.terminal, 65536)
        except OSError:
            return b""

    def read_until(self, marker, seconds=20):
        """All output up to and with `marker`; the seconds since the program was started."""
        output = b""
        while marker not in output:
            chunk = self.read(seconds)
            if not chunk:
                raise SystemExit(f"no {marker!r} from the program, but:\n{output.decode(errors='replace')}")
            output += chunk
        return output, time.perf_counter() - self.started

    def press(self, keys, quiet=0.12):
        """Seconds to the first answer and to the last one before `quiet`, and how many bytes they were."""
        before = time.perf_counter()
        os.write(self.terminal, keys)
        count, first, last = 0, None, 0.0
        while chunk := self.read(quiet if first else 5):
            last = time.perf_counter() - before
            first = first or last
            count += len(chunk)
        return first or 0.0, last, count

    def memory(self):
        """Resident and proportional megabytes."""
        with open(f"/proc/{self.process}/smaps_rollup") as file:
            sizes = {line.split()[0]: int(line.split()[1]) for line in file if line.endswith("kB\n")}
        return sizes["Rss:"] / 1024, sizes["Pss:"] / 1024

    def processor_seconds(self):
        """What the main thread has used, whatever else the machine does."""
        with open(f"/proc/{self.process}/task/{self.process}/schedstat") as file:
            return int(file.read().split()[0]) / 1e9

    def end(self):
        os.kill(self.process, signal.SIGTERM)
        while self.read(1):
            pass
        os.close(self.terminal)
        os.waitpid(self.process, 0)
