"""hostile.py MIRRORCTL [CASE…]: inputs that were made to cost more than they hold, each in three sizes.

Each size is twice the one before it. A line shows bytes, CPU seconds and peak memory of the three, and how many times the
largest costs more than the smallest: about 4 is linear (less where starting costs most), 16 is quadratic. What is refused
shows the words. Ends with 1 where a case is far from linear or needs more than ten times its input (64 MiB are free).
"""

import base64
import gzip
import io
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile

BINARY = os.path.abspath(sys.argv[1])
TIMEOUT = int(os.environ.get("TIMEOUT", "120"))
FREE = 64 << 20
HEADER = """gkeConnectAgentServiceAccountKeyPath: /root/key.json
---
apiVersion: v1
kind: Namespace
metadata:
  name: cluster-a
---
apiVersion: baremetal.cluster.gke.io/v1
kind: Cluster
metadata:
  name: a
  namespace: cluster-a
spec:
  type: admin
  anthosBareMetalVersion: 1.33.200-gke.70
"""
POOL = """---
apiVersion: baremetal.cluster.gke.io/v1
kind: NodePool
metadata: {name: pool, namespace: cluster-a}
spec:
  clusterName: a
  nodes:
"""
REGISTRY = '[plugins."io.containerd.grpc.v1.cri".registry]\n'
CASES = {}


def case(size):
    """`size` is the largest; the function makes files in a folder and gives the arguments."""
    def add(function):
        CASES[function.__name__.replace("_", " ")] = (function, size)
        return function
    return add


def cluster(folder, text):
    (folder / "a.yaml").write_text(text)
    return ["diff", "--cluster-config", "a.yaml", "--endpoint", "https://10.0.0.5:5000"]


def root(folder, files, *more, version="1.7.27"):
    for name, text in files.items():
        path = folder / "root" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return ["why", "gcr.io/pause:3.9", "--root", "root", "--containerd-version", version, *more]


def config(folder, text, **more):
    return root(folder, {"etc/containerd/config.toml": text}, **more)


def hosts_toml(folder, text):
    return root(folder, {
        "etc/containerd/config.toml": f'version = 2\n{REGISTRY}config_path = "/etc/containerd/certs.d"\n',
        "etc/containerd/certs.d/gcr.io/hosts.toml": text})


def report(folder, lines):
    """A node's report of these records."""
    text = "".join(line + "\n" for line in ["fact node n1", "fact config /etc/containerd/config.toml", *lines, "end"])
    coded = base64.encodebytes(text.encode()).decode()
    (folder / "reports").mkdir(exist_ok=True)
    (folder / "reports/10.0.0.1.txt").write_text(
        f"MIRRORCTL-NODE-REPORT-BEGIN 1 base64\n{coded}MIRRORCTL-NODE-REPORT-END\n")
    return ["node", "--reports", "reports"]


def docker_config(folder, text):
    (folder / "config.json").write_text(text)
    return ["probe", "https://127.0.0.1:1", "--docker-config", "config.json", "--deadline", "2"]


def tar_gz(folder, entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in entries:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    (folder / "bundle.tar.gz").write_bytes(gzip.compress(out.getvalue()))
    return ["why", "--bundle", "bundle.tar.gz"]


def manifest(**more):
    value = {"format": 1, "image": "gcr.io/pause:3.9", "containerdVersion": "1.7.27", "live": {}, "files": [],
             "configPath": "/etc/containerd/config.toml", "verdict": "", **more}
    return json.dumps(value).encode()


# Templates

@case(200_000)
def template_of_values(folder, count):
    return cluster(folder, HEADER + "a: " + "{{ " * count + "\n")


@case(200_000)
def template_of_values_in_lines(folder, count):
    return cluster(folder, HEADER + "a: {{ b\n" * (count // 4))


@case(200_000)
def template_of_statements(folder, count):
    return cluster(folder, HEADER + "{% \n" * count)


@case(200_000)
def template_of_comments(folder, count):
    return cluster(folder, HEADER + "{# " * count)


@case(200_000)
def template_of_variables(folder, count):
    return cluster(folder, HEADER + "a: " + "${ " * count + "\n")


@case(80_000)
def template_of_closed_tags(folder, count):
    return cluster(folder, HEADER + "b: [" + "{{ x }}, " * count + "\n") + ["--template"]


@case(400_000)
def template_of_blanks(folder, count):
    return cluster(folder, HEADER + "\n".join("{{ x }}" + " " * 1000 + "{{ y }}" for _ in range(count // 1000)) + "\n")


# YAML

@case(90_000)
def aliases_of_a_large_scalar(folder, count):
    return cluster(folder, HEADER + "---\na: &a " + "x" * 1_000_000 + "\nb:\n" + "- *a\n" * count)


@case(90_000)
def aliases_of_a_large_scalar_as_keys(folder, count):
    return cluster(folder, HEADER + "---\na: &a " + "x" * 1_000_000 + "\nb:\n" + "- {*a : 1}\n" * count)


@case(40)
def laughs(folder, count):
    lines = "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, count + 1))
    return cluster(folder, HEADER + "---\na0: &a0 ha\n" + lines)


@case(400_000)
def nested_flow(folder, count):
    return cluster(folder, HEADER + "b: " + "[" * count + "\n")


@case(2_000)
def nested_blocks(folder, count):
    return cluster(folder, HEADER + "---\n" + "".join(" " * i + "a:\n" for i in range(count)))


@case(200_000)
def documents(folder, count):
    return cluster(folder, HEADER + "---\na: b\n" * count)


@case(20_000)
def node_pools(folder, count):
    return cluster(folder, HEADER + (POOL + "  - address: 10.0.0.1\n") * count)


@case(200_000)
def nodes_of_a_pool(folder, count):
    return cluster(folder, HEADER + POOL + "".join(f"  - address: 10.{i >> 16}.{i >> 8 & 255}.{i & 255}\n" for i in range(count)))


@case(16_000_000)
def a_long_line(folder, count):
    return cluster(folder, HEADER + "b: " + "x" * count + "\n")


@case(200_000)
def explicit_keys(folder, count):
    return cluster(folder, HEADER + "".join(f"? k{i}\n:\n" for i in range(count)))


@case(200_000)
def a_key_again_and_again(folder, count):
    return cluster(folder, HEADER + "a: b\n" * count)


@case(200_000)
def comments_in_yaml(folder, count):
    return cluster(folder, HEADER + "# a comment\n" * count)


@case(200_000)
def line_breaks_of_a_literal(folder, count):
    return cluster(folder, HEADER + "b: |\n" + "\n" * count)


@case(20_000)
def mirrors_in_yaml(folder, count):
    mirrors = "".join(f"- endpoint: https://10.0.{i >> 8}.{i & 255}:5000\n" for i in range(count))
    return cluster(folder, "registryMirrors:\n" + mirrors + HEADER)


def mirror_of(count):
    hosts = "".join(f"  - h{i}.test\n" for i in range(count))
    return "registryMirrors:\n- endpoint: https://10.0.0.1\n  hosts:\n" + hosts + HEADER


@case(9_990)
def hosts_of_a_mirror(folder, count):
    return cluster(folder, mirror_of(count))


@case(40_000)
def hosts_beyond_the_limit(folder, count):
    return cluster(folder, mirror_of(count))


@case(9_990)
def hosts_of_a_mirror_that_goes(folder, count):
    cluster(folder, mirror_of(count))
    return ["diff", "--cluster-config", "a.yaml", "--remove"]


# config.toml and what it imports

@case(1_000)
def imports_that_import_each_other(folder, count):
    text = 'version = 2\nimports = ["/etc/containerd/conf.d/*.toml"]\n'
    return root(folder, {"etc/containerd/config.toml": text, **{f"etc/containerd/conf.d/{i}.toml": text for i in range(count)}},
                version="2.1.4")


@case(1_000)
def imports_one_after_the_other(folder, count):
    def text(i):
        return f'version = 2\nimports = ["/etc/containerd/{i + 1}.toml"]\n'
    files = {f"etc/containerd/{i}.toml": text(i) for i in range(1, count)}
    return root(folder, {"etc/containerd/config.toml": text(0), **files, f"etc/containerd/{count}.toml": "version = 2\n"})


@case(200_000)
def imports_of_one_file(folder, count):
    listed = ", ".join(['"/etc/containerd/a.toml"'] * count)
    return root(folder, {"etc/containerd/config.toml": f"version = 2\nimports = [{listed}]\n", "etc/containerd/a.toml": ""})


@case(20_000)
def imports_by_patterns(folder, count):
    listed = ", ".join(['"/etc/containerd/conf.d/*"'] * count)
    files = {f"etc/containerd/conf.d/{i}": "" for i in range(100)}
    return root(folder, {"etc/containerd/config.toml": f"version = 2\nimports = [{listed}]\n", **files})


@case(4)
def imports_of_15_MB(folder, count):
    text = "# 0123456789012345678901234567890\n" * 450_000
    return root(folder, {"etc/containerd/config.toml": 'version = 2\nimports = ["/etc/containerd/conf.d/*"]\n',
                         **{f"etc/containerd/conf.d/{i}": text for i in range(count)}})


@case(100)
def stars(folder, count):
    return root(folder, {
        "etc/containerd/config.toml": f'version = 2\nimports = ["/etc/containerd/{"*a" * count}*b"]\n',
        **{"etc/containerd/" + "a" * (250 - i): "" for i in range(20)}})


@case(16)
def stars_for_folders(folder, count):
    files = {f"etc/{a}/{b}/{c}/f": "" for a in "abcdefgh" for b in "abcdefgh" for c in "abcdefgh"}
    return root(folder, {"etc/containerd/config.toml": f"version = 2\nimports = {['/etc/*/*/*/*'] * count}\n", **files})


@case(400_000)
def components_of_an_import(folder, count):
    return config(folder, f'version = 2\nimports = ["/{"a/../" * count}etc/x"]\n')


@case(400_000)
def components_of_config_path(folder, count):
    return config(folder, f'version = 2\n{REGISTRY}config_path = "/{"a/" * count}"\n')


@case(400_000)
def folders_of_config_path(folder, count):
    return config(folder, f'version = 2\n{REGISTRY}config_path = "{"/a:" * count}"\n')


@case(100_000)
def endpoints(folder, count):
    listed = ", ".join(f'"https://10.0.0.5:{i}"' for i in range(count))
    return config(folder, f'version = 2\n{REGISTRY[:-2]}.mirrors."gcr.io"]\nendpoint = [{listed}]\n')


@case(16_000)
def mirrors_of_hosts(folder, count):
    text = "".join(f'{REGISTRY[:-2]}.mirrors."h{i}"]\nendpoint = ["https://10.0.0.5"]\n' for i in range(count))
    return config(folder, "version = 2\n" + text)


@case(12_000)
def logins_of_hosts(folder, count):
    text = "".join(f'{REGISTRY[:-2]}.configs."h{i}".auth]\nusername = "u"\npassword = "p"\n' for i in range(count))
    return config(folder, "version = 2\n" + text)


@case(49_000)
def unknown_keys(folder, count):
    return config(folder, "".join(f"k{i} = 1\n" for i in range(count)) + "version = 2\n", version="2.1.4")


@case(400_000)
def comments_in_toml(folder, count):
    return config(folder, "# a comment\n" * count + "version = 2\n")


@case(400_000)
def nested_arrays_in_toml(folder, count):
    return config(folder, "a = " + "[" * count + "\n")


@case(400_000)
def nested_tables_in_toml(folder, count):
    return config(folder, "a = " + "{a=" * count + "\n")


@case(400_000)
def a_key_of_many_parts(folder, count):
    return config(folder, "a." * count + "a = 1\n")


@case(200_000)
def tables_of_an_array(folder, count):
    return config(folder, "[[a]]\n" * count + "version = 2\n")


@case(8_000_000)
def a_long_string_in_toml(folder, count):
    return config(folder, "a = \"" + "x" * count + "\n")


@case(200_000)
def escapes_in_toml(folder, count):
    return config(folder, 'version = 2\na = "' + "\\u00e9" * count + '"\n')


# hosts.toml

@case(40_000)
def hosts_of_a_hosts_toml(folder, count):
    return hosts_toml(folder, "".join(f'[host."https://10.0.0.5:{i}"]\n' for i in range(count)))


@case(100_000)
def ca_files(folder, count):
    return hosts_toml(folder, f'[host."https://10.0.0.5"]\nca = {[f"/ca/{i}" for i in range(count)]}\n')


@case(100_000)
def one_ca_file_again_and_again(folder, count):
    arguments = hosts_toml(folder, f'[host."https://10.0.0.5"]\nca = {["/ca"] * count}\n')
    (folder / "root/ca").write_text("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n")
    return arguments


@case(100_000)
def headers_of_a_host(folder, count):
    return hosts_toml(folder, '[host."https://10.0.0.5"]\n[host."https://10.0.0.5".header]\n'
                      + "".join(f'h{i} = "v"\n' for i in range(count)))


@case(20_000)
def folders_of_certs_d(folder, count):
    arguments = hosts_toml(folder, 'server = "https://gcr.io"\n')
    for i in range(count):
        (folder / f"root/etc/containerd/certs.d/h{i}").mkdir()
    return ["node", *arguments[2:4]]


@case(49_900)
def endpoints_to_convert(folder, count):
    shutil.rmtree(folder / "out", ignore_errors=True)
    return ["convert", *endpoints(folder, count)[2:], "--out", "out"]


@case(49_900)
def endpoints_of_a_node(folder, count):
    return ["node", *endpoints(folder, count)[2:4]]


# Reports of nodes

@case(80_000)
def a_long_journal(folder, count):
    line = ' time="2026-01-01T00:00:00Z" level=info msg="PullImage"'
    return report(folder, ["out journal", *[line] * count])


@case(80_000)
def failures_in_a_journal(folder, count):
    line = ' time="2026-01-01T00:00:00Z" level=error msg="PullImage \\"gcr.io/pause:3.9\\" failed" error="failed to resolve"'
    return report(folder, ["out journal", *[line] * (count // 2)])


@case(400_000)
def comments_in_a_report(folder, count):
    return report(folder, ["file /etc/containerd/config.toml", *[" # a comment"] * count])


@case(4_900)
def files_of_a_report(folder, count):
    return report(folder, [line for i in range(count) for line in
                           [f"file /etc/containerd/certs.d/h{i}/hosts.toml", ' server = "https://gcr.io"']])


@case(9_990)
def names_of_a_report(folder, count):
    names = [f"name h{i}" for i in range(count)]
    return report(folder, ["file /etc/containerd/config.toml", ' version = 2', " " + REGISTRY.strip(),
                           ' config_path = "/etc/containerd/certs.d"', "dir /etc/containerd/certs.d", *names])


@case(9_990)
def names_beside_a_cluster_config(folder, count):
    (folder / "a.yaml").write_text(mirror_of(count) + POOL + "  - address: 10.0.0.1\n")
    names = [f"name h{i}.test" for i in range(count)]
    return report(folder, ["file /etc/containerd/config.toml", ' version = 2', " " + REGISTRY.strip(),
                           ' config_path = "/etc/containerd/certs.d"', "dir /etc/containerd/certs.d", *names]) \
        + ["--cluster-config", "a.yaml"]


@case(2_000)
def reports_in_one_file(folder, count):
    arguments = report(folder, ["file /etc/containerd/config.toml", " version = 2"])
    path = folder / "reports/10.0.0.1.txt"
    path.write_text(path.read_text() * count)
    return arguments


@case(20_000)
def logins_of_a_node(folder, count):
    tables = [f' {REGISTRY[:-2]}.configs."h{i}".auth]' for i in range(count)]
    lines = [line for i, table in enumerate(tables) for line in
             (table, f' password = "a-token-of-one-provider-{i:08}"')]
    journal = [f' level=error msg="PullImage" error="a-token-of-one-provider-{i:08}x"' for i in range(count)]
    return report(folder, ["file /etc/containerd/config.toml", " version = 2", *lines, "out journal", *journal]) \
        + ["--bundle", "b.tar.gz"]


@case(4_000_000)
def noise_before_a_report(folder, count):
    arguments = report(folder, [])
    path = folder / "reports/10.0.0.1.txt"
    path.write_text("M" * 999 + "\n" + ("M" * 900 + "\n") * (count // 900) + path.read_text())
    return arguments


@case(40_000)
def beginnings_of_reports(folder, count):
    arguments = report(folder, [])
    (folder / "reports/10.0.0.1.txt").write_text("MIRRORCTL-NODE-REPORT-BEGIN 2\n" * count)
    return arguments


@case(1_000)
def folders_within_folders_of_a_report(folder, count):
    return report(folder, [f"file /{'a/' * i}b" for i in range(count)])


@case(400_000)
def quotes_in_a_unit(folder, count):
    return report(folder, ["file /etc/systemd/system/containerd.service.d/a.conf", " Environment=" + '"a=b" ' * count])


UNIT = ["file /etc/systemd/system/containerd.service", " [Service]"]


@case(2_000_000)
def a_long_word_of_a_unit(folder, count):
    return report(folder, [*UNIT, " ExecStart=/usr/bin/containerd --config " + "x" * count])


@case(200_000)
def variables_of_a_command(folder, count):
    return report(folder, [*UNIT, " Environment=A=" + "x" * count, " ExecStart=/usr/bin/containerd " + "${A}" * count])


@case(200_000)
def variables_that_are_words(folder, count):
    return report(folder, [*UNIT, " Environment=A=" + "x" * count, " ExecStart=/usr/bin/containerd " + "$A " * count])


@case(100_000)
def environment_files_of_a_unit(folder, count):
    return report(folder, [*UNIT, *[" EnvironmentFile=/etc/e"] * count, "file /etc/e", *[" A=b"] * count])


# Other files

@case(200_000)
def logins_in_one_log_line(folder, count):
    (folder / "log").write_text("".join(f"https://u:p{i}/x@h " for i in range(count)) + "\n")
    return ["why", "gcr.io/pause:3.9", "--log", "log"]


@case(8_000_000)
def salt_of_a_plan(folder, count):
    material = {"kind": "ca", "path": "/etc/hostname", "digest": {"salt": "x" * count, "rounds": 20_000, "digest": ""}}
    empty = {"path": "/etc/hostname", "sha256": ""}
    edit = {"offset": 0, "length": 0, "bytes": "", "result": ""}
    plan = {"mirrorctlPlan": 2, "operation": "update", "place": "header", "clusterConfig": empty, "mirrors": [], "edit": edit,
            "materials": [material] * 2}
    (folder / "plan").write_text(json.dumps(plan))
    return ["apply", "plan", "--yes"]


@case(400_000)
def nested_json(folder, count):
    return docker_config(folder, '{"auths": ' + "[" * count)


@case(100_000)
def logins_in_a_docker_config(folder, count):
    return docker_config(folder, json.dumps({"auths": {f"h{i}": {"auth": "dTpw"} for i in range(count)}}))


@case(15_000)
def files_of_a_bundle(folder, count):
    files = [(f"mirrorctl/files/{i}", b"") for i in range(count)]
    listed = [{"path": f"/etc/f{i}", "content": name} for i, (name, _) in enumerate(files)]
    return tar_gz(folder, [("mirrorctl/manifest.json", manifest(files=listed)), *files])


@case(60)
def megabytes_of_zeros_in_a_bundle(folder, count):
    return tar_gz(folder, [("mirrorctl/manifest.json", manifest()), ("mirrorctl/a", bytes(count << 20))])


@case(100_000)
def suppressions(folder, count):
    (folder / "suppress").write_text("".join(f"MIR0312 h{i} because\n" for i in range(count)))
    return ["probe", "https://127.0.0.1:1", "--suppress", "suppress", "--deadline", "2"]


def size_of(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measured(folder, arguments):
    """CPU seconds, peak bytes, status and the first line of standard error."""
    out, errors = folder / ".out", folder / ".errors"
    with open(out, "wb") as stdout, open(errors, "wb") as stderr:
        program = subprocess.Popen([BINARY, *arguments], cwd=folder, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
                                   env={**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"},
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (TIMEOUT, TIMEOUT)))
        _, status, usage = os.wait4(program.pid, 0)
        program.returncode = 0
    with open(errors, "rb") as text:
        words = text.readline(300).decode(errors="replace").strip()
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss << 10, os.waitstatus_to_exitcode(status), words


def main():
    wanted = sys.argv[2:]
    idle = None
    bad = 0
    results = {}
    with tempfile.TemporaryDirectory() as place:
        _, idle, _, _ = measured(pathlib.Path(place), ["explain", "MIR0312"])
    print(f"{'':36} {'bytes':>24}   {'CPU seconds':>18}   {'MiB':>15}  times  status")
    for name, (make, largest) in CASES.items():
        if wanted and not any(word in name for word in wanted):
            continue
        sizes, runs = [], []
        for count in [largest // 4, largest // 2, largest]:
            with tempfile.TemporaryDirectory() as place:
                folder = pathlib.Path(place)
                arguments = make(folder, count)
                sizes.append(size_of(folder))
                runs.append(measured(folder, arguments))
            if runs[-1][2] < 0:
                break
        seconds, peaks, status = [run[0] for run in runs], [run[1] for run in runs], runs[-1][2]
        times = (seconds[-1] - 0.02) / max(0.02, seconds[0] - 0.02)
        growth = (sizes[-1] / sizes[0]) * 1.8
        heavy = any(peak - idle > max(FREE, 10 * size) for peak, size in zip(peaks, sizes))
        wrong = status < 0 or heavy or times > max(growth, 1.8 * 4) and seconds[-1] > 0.5
        bad += wrong
        print(f"{name:36} {'/'.join(str(size) for size in sizes):>24}   {'/'.join(f'{s:.2f}' for s in seconds):>18}   "
              f"{'/'.join(str(peak >> 20) for peak in peaks):>15}  {times:5.1f}  {status}{' !' if wrong else ''}"
              f"  {runs[-1][3][:150] if status not in (0, 2) else ''}", flush=True)
        results[name] = {"bytes": sizes, "seconds": seconds, "peak": peaks, "status": status}
    print(json.dumps({"idle": idle, "hostile": results}))
    sys.exit(1 if bad else 0)


main()
