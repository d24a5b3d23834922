"""nodes.py MIRRORCTL [NODES] [PARALLEL] [RUNS]: asks many nodes over loopback SSH, beside `xargs -P ssh`.

All nodes are addresses of this machine behind one sshd, in namespaces of their own, with the containerd files of a node
that mirrors twelve registry hosts; in a control group of their own, or the kernel would give each session a share of the
processor as if somebody sat in front of it, and nodes are other machines. Four ways take turns: mirrorctl; xargs with ssh running its collector; xargs with ssh
printing the same files and what the same programs say, unjudged and unmasked; xargs with ssh printing the files alone.
Prints a table, with the CPU seconds of this side beside the time, and one line of JSON. Needs root, openssh-server,
openssh-client and containerd.
"""

import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

BINARY = os.path.abspath(sys.argv[1])
NODES = int(sys.argv[2]) if len(sys.argv) > 2 else 100
PARALLEL = int(sys.argv[3]) if len(sys.argv) > 3 else 16
RUNS = int(sys.argv[4]) if len(sys.argv) > 4 else 3


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command, **more):
    begun, before = time.monotonic(), spent()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
    return time.monotonic() - begun, spent() - before, done


def control_group():
    """Where there is one to be had; returns what ends it."""
    for place in [pathlib.Path("/sys/fs/cgroup/cpu"), pathlib.Path("/sys/fs/cgroup")]:
        own = place / f"mirrorctl-bench-{os.getpid()}-{time.time_ns()}"
        try:
            own.mkdir()
            (own / "cgroup.procs").write_text("0")
        except OSError:
            continue

        def leave():
            (place / "cgroup.procs").write_text("0")
            own.rmdir()
        return leave
    return lambda: None


def node_files():
    # Nothing of this machine's own: what a login shell reads in the home of root would be measured, too.
    for path in ["/etc/containerd", "/root"]:
        subprocess.run(["mount", "-t", "tmpfs", "none", path], check=True)
    config = 'version = 2\n[plugins."io.containerd.grpc.v1.cri".registry]\n  config_path = "/etc/containerd/certs.d"\n'
    pathlib.Path("/etc/containerd/config.toml").write_text(config)
    for host in ["gcr.io", "docker.io", "quay.io", "registry.k8s.io", *(f"r{number}.test" for number in range(8))]:
        place = pathlib.Path("/etc/containerd/certs.d", host)
        place.mkdir(parents=True)
        (place / "hosts.toml").write_text(
            f'server = "https://{host}"\n[host."https://10.0.0.5:5000"]\n  capabilities = ["pull", "resolve"]\n  ca = "ca.crt"\n')
        (place / "ca.crt").write_text("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n")


def main(folder):
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    for name in ["id", "host"]:
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    os.makedirs("/run/sshd", exist_ok=True)
    (folder / "sshd_config").write_text(
        f"ListenAddress 0.0.0.0\nPort 2222\nHostKey {folder}/host\nPidFile none\nAuthorizedKeysFile {folder}/id.pub\n"
        "StrictModes no\nUsePAM no\nUseDNS no\nPermitRootLogin yes\nMaxStartups 500:30:1000\n")
    addresses = [f"127.0.0.{11 + index}" for index in range(NODES)]
    key = (folder / "host.pub").read_text().split(" ")
    (folder / "known_hosts").write_text("".join(f"[{a}]:2222 {key[0]} {key[1]}\n" for a in addresses))
    (folder / "ssh_config").write_text(
        f"Host *\n  Port 2222\n  User root\n  IdentityFile {folder}/id\n  IdentitiesOnly yes\n"
        f"  UserKnownHostsFile {folder}/known_hosts\n  GlobalKnownHostsFile none\n  StrictHostKeyChecking yes\n")
    (folder / "addresses").write_text("\n".join(addresses) + "\n")
    script = folder / "collector.sh"
    script.write_bytes(subprocess.run([BINARY, "node", "--report-script"], stdout=subprocess.PIPE, check=True).stdout)
    node_files()
    leave = control_group()
    files = "/etc/containerd/config.toml /etc/containerd/certs.d/*/* /etc/os-release"
    programs = ("containerd --version; containerd config dump; systemctl show containerd; date; df -kP /; "
                "journalctl -u containerd --no-pager -n 3000; true")
    sshd = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", folder / "sshd_config"], stderr=subprocess.DEVNULL)
    try:
        time.sleep(0.5)
        ssh = f"ssh -F {folder}/ssh_config -o BatchMode=yes {{}}"
        xargs = f"xargs -P {PARALLEL} -I {{}} -a {folder}/addresses sh -c"
        ways = {
            "mirrorctl": [BINARY, "node", "--ssh-config", str(folder / "ssh_config"), "--parallel", str(PARALLEL),
                          "--output", "json", *[word for a in addresses for word in ("--node", a)]],
            "xargs ssh, the collector": ["sh", "-c", f"{xargs} '{ssh} sh <{script} >{folder}/out.{{}}'"],
            "xargs ssh, files and programs": ["sh", "-c", f"{xargs} '{ssh} \"cat {files}; {programs}\" >{folder}/out.{{}} 2>&1'"],
            "xargs ssh, files alone": ["sh", "-c", f"{xargs} '{ssh} \"cat {files}\" >{folder}/out.{{}}'"],
        }
        times = {name: [] for name in ways}
        costs = {name: [] for name in ways}
        for _ in range(RUNS):
            for name, command in ways.items():
                seconds, cost, done = run(command)
                times[name].append(seconds)
                costs[name].append(cost)
                if name == "mirrorctl":
                    reached = [n["isReachable"] for n in json.loads(done.stdout)["nodes"]]
                    assert reached == [True] * NODES, (reached.count(True), done.stderr[-500:])
                else:
                    assert done.returncode == 0, done.stderr[-500:]
        medians = {name: statistics.median(values) for name, values in times.items()}
        for name, seconds in medians.items():
            share = seconds / medians["xargs ssh, files and programs"]
            print(f"{name:30} {seconds:7.2f} s   {share:.2f}   {statistics.median(costs[name]):7.2f} s CPU")
        print(json.dumps({"nodes": NODES, "parallel": PARALLEL, "seconds": medians}))
    finally:
        sshd.terminate()
        sshd.wait()
        leave()


if os.environ.get("MIRRORCTL_BENCH_INSIDE") != "1":
    os.environ["MIRRORCTL_BENCH_INSIDE"] = "1"
    os.execvp("unshare", ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", sys.executable, *sys.argv])
with tempfile.TemporaryDirectory() as home:
    main(pathlib.Path(home))
