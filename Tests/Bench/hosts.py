#!/usr/bin/env python3
"""What a key costs in a mirror with thousands of hosts: processor seconds in its form, in the choice of hosts, and in the list.

    Tests/Bench/hosts.py [BINARY] [--hosts 2000] [--keys 40]
"""

import argparse
import json
import pathlib
import tempfile

from pseudoterminal import Program

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", nargs="?", default=ROOT / ".build/release/mirrorctl")
    parser.add_argument("--hosts", type=int, default=2000)
    parser.add_argument("--keys", type=int, default=40)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder) / "many.yaml"
        hosts = "".join(f"  - host{number}.example.org\n" for number in range(given.hosts))
        header = f"registryMirrors:\n- endpoint: https://127.0.0.1:1\n  hosts:\n{hosts}---\n"
        config.write_text(header + (ROOT / "Demo/admin1.yaml").read_text().split("---", 1)[1])
        for columns, rows in [(80, 24), (120, 40)]:
            program = Program([given.binary, "wizard", "--cluster-config", str(config)], columns, rows, {"HOME": folder})
            program.read_until(b"leave")
            program.read_until(b"MIR0102", seconds=60)

            def measured(name, keys):
                """One key after the other, each drawn before the next."""
                costs, sent = [], []
                for key in keys:
                    before = program.processor_seconds()
                    sent.append(program.press(key, quiet=0.2)[2])
                    costs.append((program.processor_seconds() - before) * 1e3)
                costs.sort()
                print(json.dumps({
                    "place": name, "size": f"{columns}x{rows}", "hosts": given.hosts,
                    "processor ms a key": round(sum(costs) / len(costs), 2),
                    "99th percentile": round(costs[min(len(costs) - 1, int(len(costs) * 0.99))], 2),
                    "bytes a key": sorted(sent)[len(sent) // 2],
                }), flush=True)

            turn = [b"\x1b[B", b"\x1b[A"] * (given.keys // 2)
            measured("the list of mirrors", turn)
            # Into the form, and to its hosts.
            program.press(b"\x1b[A\x1b[A\r", quiet=1)
            measured("the form, typing", [b"a", b"\x7f"] * (given.keys // 2))
            program.press(b"\t\t ", quiet=1)
            measured("the hosts, moving", turn)
            measured("the hosts, filtering", [b"h", b"\x7f"] * (given.keys // 2))
            measured("the hosts, ticking", [b" "] * given.keys)
            program.end()


if __name__ == "__main__":
    main()
