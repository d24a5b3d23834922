"""encoders.py [MEBIBYTES]: what compressing layers costs with each library of Debian, on files of this machine's /usr.

As a push does it: each MiB by itself, on one core. CPU time (the best of three rounds), what is left of the bytes, a digest of
the result, and what Python's zlib and the `zstd` program make of it. A table on stdout. ISA-L chooses its code by the processor:
`valgrind -q python3 -B encoders.py 1` hides AVX-512 from it, and its digests change.
"""

import ctypes
import hashlib
import io
import subprocess
import sys
import tarfile
import time
import zlib

from packages import real_files

CHUNK = 1 << 20
ROOM = 2 * CHUNK


def sample(mebibytes):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for path, _ in real_files():
            archive.add(path, arcname=path[1:])
            if out.tell() >= mebibytes << 20:
                break
    data = out.getvalue()
    return [data[at:at + CHUNK] for at in range(0, mebibytes << 20, CHUNK)]


def from_libdeflate(level):
    library = ctypes.CDLL("libdeflate.so.0")
    library.libdeflate_alloc_compressor.restype = ctypes.c_void_p
    library.libdeflate_gzip_compress.restype = ctypes.c_size_t
    compressor = ctypes.c_void_p(library.libdeflate_alloc_compressor(level))
    target = ctypes.create_string_buffer(ROOM)

    def encode(data):
        count = library.libdeflate_gzip_compress(
            compressor, data, ctypes.c_size_t(len(data)), target, ctypes.c_size_t(ROOM))
        return target[:count]

    return encode


def from_zlib(level):
    def encode(data):
        stream = zlib.compressobj(level, zlib.DEFLATED, 31)
        return stream.compress(data) + stream.flush()

    return encode


class ISALStream(ctypes.Structure):
    """`struct isal_zstream` up to its internal state, which is not looked at."""

    _fields_ = [
        ("next_in", ctypes.c_char_p), ("avail_in", ctypes.c_uint32), ("total_in", ctypes.c_uint32),
        ("next_out", ctypes.c_void_p), ("avail_out", ctypes.c_uint32), ("total_out", ctypes.c_uint32),
        ("tables", ctypes.c_void_p), ("level", ctypes.c_uint32), ("level_size", ctypes.c_uint32),
        ("level_buffer", ctypes.c_void_p), ("is_last", ctypes.c_uint16), ("flush", ctypes.c_uint16),
        ("is_gzip", ctypes.c_uint16), ("history_bits", ctypes.c_uint16), ("state", ctypes.c_char * (1 << 17)),
    ]


def from_isal(level):
    library = ctypes.CDLL("libisal.so.2")
    stream = ISALStream()
    target, buffer = ctypes.create_string_buffer(ROOM), ctypes.create_string_buffer(1 << 20)

    def encode(data):
        library.isal_deflate_stateless_init(ctypes.byref(stream))
        stream.level, stream.level_buffer, stream.level_size = level, ctypes.addressof(buffer), len(buffer)
        stream.is_gzip, stream.is_last = 1, 1
        stream.next_in, stream.avail_in = data, len(data)
        stream.next_out, stream.avail_out = ctypes.addressof(target), ROOM
        assert library.isal_deflate_stateless(ctypes.byref(stream)) == 0
        return target[:stream.total_out]

    return encode


def from_zstd(level):
    library = ctypes.CDLL("libzstd.so.1")
    library.ZSTD_compress.restype = ctypes.c_size_t
    target = ctypes.create_string_buffer(ROOM)

    def encode(data):
        count = library.ZSTD_compress(target, ctypes.c_size_t(ROOM), data, ctypes.c_size_t(len(data)), level)
        return target[:count]

    return encode


ENCODERS = [
    ("zlib", from_zlib, [1, 6]), ("libdeflate", from_libdeflate, [1, 2, 3, 6]), ("ISA-L", from_isal, [0, 1, 2, 3]),
    ("zstd", from_zstd, [1, 3]),
]


def main():
    chunks = sample(int(sys.argv[1]) if len(sys.argv) > 1 else 64)
    size = sum(len(chunk) for chunk in chunks)
    print(f"{'encoder':14}{'MB/s':>8}{'of it %':>9}  digest")
    for name, make, levels in ENCODERS:
        for level in levels:
            try:
                encode = make(level)
            except OSError:
                print(f"{name:14}{'not here':>8}")
                break
            seconds = []
            for _ in range(3 if size > CHUNK else 1):
                start = time.process_time()
                made = [encode(chunk) for chunk in chunks]
                seconds.append(time.process_time() - start)
            result = b"".join(made)
            if name == "zstd":
                plain = subprocess.run(["zstd", "-dcq"], input=result, stdout=subprocess.PIPE, check=True).stdout
            else:
                plain = b"".join(zlib.decompress(part, 31) for part in made)
            assert plain == b"".join(chunks), name
            speed, digest = size / min(seconds) / 1e6, hashlib.sha256(result).hexdigest()[:12]
            print(f"{name + ' ' + str(level):14}{speed:8.0f}{100 * len(result) / size:9.1f}  {digest}", flush=True)


if __name__ == "__main__":
    main()
