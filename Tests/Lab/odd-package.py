#!/usr/bin/env python3
"""odd-package.py KIND FILE: an image package that is not as it should be, of a kind that is met in the wild or made to do harm."""
import gzip, hashlib, io, json, lzma, random, sys, tarfile

OCI, DOCKER = "application/vnd.oci.image.", "application/vnd.docker."
kind, path = sys.argv[1], sys.argv[2]
out = io.BytesIO()
tar = tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT)


def sha(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def document(value):
    return json.dumps(value, separators=(",", ":")).encode()


def add(name, data=b"", into=None, **fields):
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    for key, value in fields.items():
        setattr(entry, key, value)
    (into or tar).addfile(entry, io.BytesIO(data))


def blob(data, media, **more):
    digest = sha(data)
    add("blobs/sha256/" + digest[7:], data)
    return {"mediaType": media, "digest": digest, "size": len(data), **more}


def layer(seed, size=3000):
    inner = io.BytesIO()
    with tarfile.open(fileobj=inner, mode="w") as archive:
        add("opt/" + seed, random.Random(seed).randbytes(size), into=archive)
    return inner.getvalue()


def config(layers, **more):
    return document({"architecture": "amd64", "os": "linux", "rootfs": {
        "type": "layers", "diff_ids": [sha(data) for data in layers]}, **more})


def layout(manifests):
    add("oci-layout", b'{"imageLayoutVersion":"1.0.0"}')
    add("index.json", document({"schemaVersion": 2, "manifests": manifests}))


def named(descriptor, name="gcr.io/lab/app:1"):
    return {**descriptor, "annotations": {"org.opencontainers.image.ref.name": name}}


def image(held, layers, media=OCI + "layer.v1.tar", packed=False, **more):
    """A manifest of `layers` beside a config of `held`."""
    stored = [gzip.compress(data, mtime=0) if packed else data for data in layers]
    return blob(document({
        "schemaVersion": 2, "mediaType": OCI + "manifest.v1+json", "config": blob(config(held), OCI + "config.v1+json"),
        "layers": [blob(data, media) for data in stored], **more}), OCI + "manifest.v1+json")


def attested():
    """An index whose attestation has no layers for its config: no node unpacks it."""
    top = {**image([a], [a]), "platform": {"os": "linux", "architecture": "amd64"}}
    other = {**image([a, b], [a]), "platform": {"os": "unknown", "architecture": "unknown"}}
    return blob(document({"schemaVersion": 2, "manifests": [top, other]}), OCI + "index.v1+json")


def artifact(config_type, layer_type):
    return blob(document({
        "schemaVersion": 2, "mediaType": OCI + "manifest.v1+json", "config": blob(b"{}", config_type),
        "layers": [blob(a, layer_type)]}), OCI + "manifest.v1+json")


def docker(tags, into=None, layers=("l.tar",), data=None):
    data = layer("a") if data is None else data
    add("c.json", config([data] * len(layers)), into=into)
    add("l.tar", data, into=into)
    add("manifest.json", document([{"Config": "c.json", "RepoTags": tags, "Layers": list(layers)}]), into=into)


def nested(tags=("gcr.io/lab/inner:1",)):
    inner = io.BytesIO()
    with tarfile.open(fileobj=inner, mode="w") as archive:
        docker(list(tags), into=archive)
    return bytearray(inner.getvalue())


a, b = layer("a"), layer("b")
word, _, value = kind.partition("=")
if word == "docker":
    docker(json.loads(value) if value else ["gcr.io/lab/app:1"])
elif word == "layers":  # few, many, none, swapped, wrong, named-plain, plain-named-gzip, right, packed, artifact, attested, helm, oras
    gz = OCI + "layer.v1.tar+gzip"
    made = {
        "right": lambda: image([a, b], [a, b]), "packed": lambda: image([a, b], [a, b], gz, packed=True),
        "few": lambda: image([a, b], [a]), "many": lambda: image([a], [a, b]), "none": lambda: image([a], []),
        "few-packed": lambda: image([a, b], [a], gz, packed=True), "empty": lambda: image([], []),
        "swapped": lambda: image([a, b], [b, a]), "wrong": lambda: image([a], [b]),
        "wrong-named-gzip": lambda: image([a], [b], gz),
        "gzip-named-plain": lambda: image([a], [a], OCI + "layer.v1.tar", packed=True),
        "docker-plain-packed": lambda: image([a], [a], DOCKER + "image.rootfs.diff.tar", packed=True),
        "attested": attested,
        "helm": lambda: artifact("application/vnd.cncf.helm.config.v1+json", "application/vnd.cncf.helm.chart.content.v1.tar+gzip"),
        "oras": lambda: artifact("application/vnd.unknown.config.v1+json", OCI + "layer.v1.tar"),
        "in-toto": lambda: artifact(OCI + "config.v1+json", "application/vnd.in-toto+json"),
        "model": lambda: artifact(DOCKER + "container.image.v1+json", "application/vnd.example.image.layer.model"),
        "artifact": lambda: image([], [a], "application/vnd.dev.cosign.simplesigning.v1+json"),
    }[value]()
    layout([named(made)])
elif word == "link":  # away, absolute, up, loop, gone
    target = {"away": "../../etc/passwd", "absolute": "/real.tar", "up": "real.tar", "loop": "layer.tar", "gone": "no.tar"}
    add("real.tar", a)
    add("d/layer.tar", type=tarfile.SYMTYPE, linkname=target.get(value, "real.tar"))
    add("c.json", config([a]))
    add("manifest.json", document([{"Config": "c.json", "RepoTags": ["gcr.io/lab/app:1"], "Layers": ["d/layer.tar"]}]))
elif word == "platforms":  # plain, manifests
    children = []
    for architecture in ("amd64", "arm64"):
        data = layer(architecture)
        made = document({
            "schemaVersion": 2, "config": {"mediaType": OCI + "config.v1+json", "digest": sha(config([data])),
            "size": len(config([data]))}, "layers": [{
                "mediaType": OCI + "layer.v1.tar", "digest": sha(data), "size": len(data)}]})
        if architecture == "amd64":
            blob(config([data]), "")
            blob(data, "")
        if architecture == "amd64" or value == "manifests":
            blob(made, "")
        children.append({"mediaType": OCI + "manifest.v1+json", "digest": sha(made), "size": len(made),
                         "platform": {"os": "linux", "architecture": architecture}})
    layout([named(blob(document({"schemaVersion": 2, "manifests": children}), OCI + "index.v1+json"))])
elif word == "media":  # index, manifest, config, layer
    bad = "application/x\r\nX-Evil: 1"
    top = image([a], [a], bad if value == "layer" else OCI + "layer.v1.tar")
    if value == "manifest":
        top = image([a], [a], mediaType=bad)
    if value == "descriptor":
        top["mediaType"] = bad
    if value in ("blank", "none", "three"):
        top["mediaType"] = {"blank": "application/x y", "none": "application", "three": "a/b/c"}[value]
    layout([named(top)])
elif word == "json":  # what Go makes of documents: accepted and refused ones
    top = image([a], [a])
    made = {
        "case": lambda t: t.replace(b'"layers"', b'"LAYERS"'), "float": lambda t: t.replace(b'"size":', b'"size":1.0,"x":', 1),
        "text": lambda t: t.replace(b'"size":', b'"size":"1","x":', 1), "mark": lambda t: b"\xef\xbb\xbf" + t,
        "wide": lambda t: t.decode().encode("utf-16"), "two": lambda t: t + b"{}", "comma": lambda t: t[:-1] + b",}",
        "data": lambda t: t.replace(b'"size":', b'"data":"#","size":', 1), "good-data": lambda t: t.replace(b'"size":', b'"data":"YQ==","size":', 1),
        "last": lambda t: t.replace(b'"layers":', b'"layers":[],"layers":', 1), "first": lambda t: t[:-1] + b',"layers":[]}',
        "both": lambda t: t[:-1] + b',"manifests":[{}]}', "schema1": lambda t: t[:-1] + b',"fsLayers":[]}',
        "null": lambda t: t[:-1] + b',"annotations":null,"subject":null}', "odd": lambda t: t[:-1] + b',"other":[1,{"size":"x"}]}',
        "annotation": lambda t: t[:-1] + b',"annotations":{"a":1}}', "urls": lambda t: t.replace(b'"size":', b'"urls":"http://x","size":', 1),
        "index": lambda t: t.replace(b"image.manifest", b"image.index"), "plain": lambda t: t, "long": lambda t: t[:-1] + b',"schemaVersion":1e3}',
    }[value](document({
        "schemaVersion": 2, "mediaType": OCI + "manifest.v1+json", "config": blob(config([a]), OCI + "config.v1+json"),
        "layers": [blob(a, OCI + "layer.v1.tar")]}))
    layout([named(blob(made, OCI + "manifest.v1+json"))])
elif word == "tag":
    layout([named(image([a], [a]), json.loads('"%s"' % value))])
elif word == "inner":  # whole, header, name, gzip, empty, zeros, text, later, manifest, index, document
    data = nested()
    name = "bm/two.tar"
    if value == "header":
        data[0] ^= 1
        data[148] ^= 1
    if value == "unnamed":
        data[148] ^= 1
        name = "bm/two"
    if value == "cut":
        data = data[:700]
    if value == "gzip":
        data, name = b"\x1e" + gzip.compress(data)[1:], "bm/two.tar.gz"
    if value == "gzip-broken":
        packed = bytearray(gzip.compress(data))
        packed[len(packed) // 2] ^= 0xFF
        data, name = packed, "bm/two.tar.gz"
    if value == "gzip-text":
        data, name = gzip.compress(b"no archive"), "bm/two.tar.gz"
    if value == "zeros":
        data = bytes(10240)
    if value == "empty":
        data = b""
    if value == "text":
        data, name = b"read me", "bm/README"
    if value == "document":
        data = bytearray(bytes(data).replace(b'[{"Config"', b'[{"Confi_"'))
    if value == "syntax":
        data = bytearray(bytes(data).replace(b'"Layers":[', b'"Layers":{'))
    inner = io.BytesIO()
    with tarfile.open(fileobj=inner, mode="w") as archive:
        docker(["gcr.io/lab/first:1"], into=archive)
    add("bm/one.tar", inner.getvalue())
    add(name, bytes(data))
elif word == "names":  # deep, long
    add("x/" * (400 if value == "deep" else 9000) + "y", b"z")
elif word == "referrers":
    top = image([a], [a])
    chain = [top]
    for _ in range(int(value)):
        previous = {key: chain[-1][key] for key in ("mediaType", "digest", "size")}
        chain.append(image([], [], subject=previous))
    layout([named(top)] + chain[:0:-1])
elif word == "depth":
    top = image([a], [a])
    for _ in range(int(value)):
        top = blob(document({"schemaVersion": 2, "manifests": [top]}), OCI + "index.v1+json")
    layout([named(top)])
elif word == "streams":
    docker(["gcr.io/lab/app:1"])
tar.close()
data = out.getvalue()
if word == "streams":
    data = lzma.compress(b"") * int(value) + lzma.compress(data)
open(path, "wb").write(data)
