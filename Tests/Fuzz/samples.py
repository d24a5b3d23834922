"""samples.py READER FOLDER: what the fuzzing of a reader begins with, from the samples of the tests."""

import base64
import gzip
import io
import json
import lzma
import pathlib
import subprocess
import sys
import tarfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
CORE = TESTS / "MirrorCoreTests"
CONFIG = """version = 2
imports = ["/etc/containerd/conf.d/*.toml"]
[plugins."io.containerd.grpc.v1.cri".registry]
  config_path = "/etc/containerd/certs.d:/etc/docker"
  [plugins."io.containerd.grpc.v1.cri".registry.mirrors."gcr.io"]
    endpoint = ["https://10.0.0.5:5000", "http://h/v2/ns", "h:1"]
  [plugins."io.containerd.grpc.v1.cri".registry.configs."h".tls]
    ca_file = "/ca.crt"
    insecure_skip_verify = true
  [plugins."io.containerd.grpc.v1.cri".registry.configs."h".auth]
    auth = "dTpw"
"""
NEWER = """version = 3
[plugins.'io.containerd.cri.v1.images'.registry]
config_path = '/etc/containerd/certs.d'
[plugins.'io.containerd.cri.v1.images'.pinned_images]
sandbox = 'x'
"""
HOSTS = """server = "https://gcr.io"
[host."https://10.0.0.5:5000/v2/ns"]
  capabilities = ["pull", "resolve"]
  override_path = true
  ca = ["/ca.crt", "b.crt"]
  client = [["c.cert", "c.key"]]
  dial_timeout = "1.5s"
  [host."https://10.0.0.5:5000/v2/ns".header]
    Authorization = "Basic dTpw"
"""
RECORDS = """fact node n1
fact clock 1700000000
fact config /etc/containerd/config.toml
dir /etc/containerd/certs.d
name gcr.io
name host_5000_
file /etc/containerd/config.toml
 version = 2
file /etc/containerd/certs.d/gcr.io/hosts.toml
 server = "https://gcr.io"
absent /etc/x
denied /etc/y
large /etc/z
failed input/output /etc/w
out version
 containerd containerd.io v1.7.34 abc
out space
 Filesystem 1024-blocks Used Available Capacity Mounted on
 /dev/sda1 100 50 50 50% /
out environment
 HTTP_PROXY=http://p:1
out journal
 time="2026-01-01T00:00:00Z" level=error msg="PullImage \\"gcr.io/a:1\\" failed" error="rpc error: code = NotFound desc = failed"
end
"""
EVENTS = """{"apiVersion": "v1", "kind": "List", "items": [{"involvedObject": {"name": "web"}, "reason": "Failed", "count": 4,
"message": "Failed to pull image \\"nginx:1.25\\": rpc error: code = Unknown desc = failed to resolve reference"}]}
{"level": "error", "msg": "PullImage \\"nginx:1.25\\" failed", "error": "unexpected status code 404 Not Found: {\\"errors\\"}"}
{"log": "time=\\"2026-11-26T13:46:00Z\\" level=info msg=\\"PullImage \\\\\\"nginx:1.25\\\\\\"\\"\\n", "stream": "stderr"}
"""
EXTENSIONS = [
    "subjectAltName=DNS:h.test,DNS:*.h.test,IP:10.0.0.5,IP:2001:db8::1,email:a@h.test,URI:https://h.test/x",
    "nameConstraints=critical,permitted;DNS:h.test,excluded;IP:10.1.0.0/255.255.0.0,permitted;email:.h.test",
    "basicConstraints=critical,CA:TRUE,pathlen:2", "keyUsage=critical,keyCertSign,digitalSignature",
    "extendedKeyUsage=serverAuth,clientAuth,1.2.3.4", "authorityInfoAccess=caIssuers;URI:http://h.test/ca.crt",
    "crlDistributionPoints=URI:http://h.test/crl", "certificatePolicies=1.2.3.4,2.5.29.32.0",
]


def yaml():
    files = [path for path in (CORE / "Corpus").iterdir() if path.suffix != ".tsv" and path.stat().st_size < 6000]
    return [path.read_bytes() for path in sorted(files)] + [b"? a\n:\n- x\n", b"? a\n: b\n"]


def toml():
    return [text.encode() for text in [CONFIG, NEWER, HOSTS]]


def log():
    lines = (TESTS / "DiagnosisTests/Trace/faults.txt").read_text().splitlines(keepends=True)
    return [EVENTS.encode()] + ["".join(lines[at:at + 12]).encode() for at in range(0, min(len(lines), 360), 12)]


def report():
    bare, text = RECORDS.encode(), base64.encodebytes(RECORDS.encode())
    return [bare, b"MIRRORCTL-NODE-REPORT-BEGIN 1 base64\n" + text + b"MIRRORCTL-NODE-REPORT-END\n",
            b"MIRRORCTL-NODE-REPORT-BEGIN 1 hex\n" + bare.hex().encode() + b"\nMIRRORCTL-NODE-REPORT-END\n"]


def bundle():
    manifest = {"format": 1, "image": "gcr.io/pause:3.9", "containerdVersion": "1.7.27", "live": {"0": "404"}, "files": [],
                "configPath": "/etc/containerd/config.toml", "verdict": ""}
    files = {"mirrorctl/manifest.json": json.dumps(manifest), "mirrorctl/log.txt": EVENTS,
             "mirrorctl/root/etc/containerd/config.toml": CONFIG, "mirrorctl/nodes/0/report.txt": RECORDS}
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, text in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return [out.getvalue(), gzip.compress(out.getvalue(), mtime=0)]


def tar():
    found = []
    for kind in ["layers=right", "layers=packed", "docker", "platforms=manifests", "inner=whole", "referrers=3"]:
        path = pathlib.Path(sys.argv[2]) / "package"
        subprocess.run([sys.executable, "-B", TESTS / "Lab/odd-package.py", kind, path], check=True)
        found.append(path.read_bytes())
        path.unlink()
    whole = found[0]
    return found + [gzip.compress(whole, mtime=0), lzma.compress(whole)]


def certificate():
    found = []
    for key in [["ec", "-pkeyopt", "ec_paramgen_curve:P-256"], ["rsa:1024"], ["ed25519"]]:
        extensions = [word for extension in EXTENSIONS for word in ("-addext", extension)]
        made = subprocess.run(
            ["openssl", "req", "-x509", "-newkey", *key, "-nodes", "-days", "400", "-subj", "/C=JP/O=Läb/CN=h.test", "-utf8",
             "-outform", "DER", "-keyout", "/dev/null", *extensions], check=True, capture_output=True)
        found.append(made.stdout)
    body = base64.encodebytes(found[2])
    return found + [b"# CA\n-----BEGIN CERTIFICATE-----\n" + body + b"-----END CERTIFICATE-----\n"]


folder = pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
for number, sample in enumerate(globals()[sys.argv[1]]()):
    (folder / f"sample-{number}").write_bytes(sample)
