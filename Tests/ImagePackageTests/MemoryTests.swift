import Foundation
import TestSupport
import Testing

/// A package of any size takes less than 256 MiB, and nothing on disk.
@Suite struct MemoryTests {
    /// Decoded MiB of the packages; more with MIRRORCTL_PACKAGE_MIB.
    static let mebibytes = Int(ProcessInfo.processInfo.environment["MIRRORCTL_PACKAGE_MIB"] ?? "") ?? 280

    /// Two docker-archives with layers larger than anything that is kept, each in one nested archive.
    private static let script = """
        import hashlib, io, json, random, sys, tarfile
        mib = int(sys.argv[1]); out = tarfile.open(fileobj=sys.stdout.buffer, mode="w|")
        noise = random.Random(1).randbytes(4096) + random.Random(2).randbytes(8192) * 128
        class Layer:
            def __init__(self, number, size): self.number, self.size, self.at = number, size, 0
            def read(self, count=-1):
                count = min(self.size - self.at, count if count >= 0 else self.size, 1 << 16)
                start = (self.at + self.number) % (1 << 20)
                self.at += count
                return (noise[start:] + noise)[:count]
            def digest(self):
                h = hashlib.sha256()
                while data := self.read(1 << 16): h.update(data)
                self.at = 0
                return h.hexdigest()
        def entry(name, size):
            e = tarfile.TarInfo(name); e.size = size; return e
        for image in range(2):
            layers = [Layer(image * 2 + n, (mib << 20) // 4) for n in range(2)]
            digests = [l.digest() for l in layers]
            config = json.dumps({"rootfs": {"diff_ids": ["sha256:" + d for d in digests]}}).encode()
            manifest = json.dumps([{"Config": "c.json", "RepoTags": [f"gcr.io/big/{image}:1"],
                                    "Layers": [d + ".tar" for d in digests]}]).encode()
            parts = [(digests[n] + ".tar", layers[n]) for n in range(2)]
            parts += [("c.json", io.BytesIO(config)), ("manifest.json", io.BytesIO(manifest))]
            sizes = [l.size for l in layers] + [len(config), len(manifest)]
            padded = [(s + 511) // 512 * 512 for s in sizes]
            total = sum(512 + p for p in padded) + 1024
            class Inner:
                def __init__(self): self.buffer, self.parts = b"", self.make()
                def make(self):
                    for (name, body), size, pad in zip(parts, sizes, padded):
                        yield entry(name, size).tobuf(tarfile.USTAR_FORMAT)
                        left = size
                        while left:
                            data = body.read(min(left, 1 << 16)); left -= len(data); yield data
                        yield bytes(pad - size)
                    yield bytes(1024)
                def read(self, count):
                    while len(self.buffer) < count:
                        more = next(self.parts, None)
                        if more is None: break
                        self.buffer += more
                    data, self.buffer = self.buffer[:count], self.buffer[count:]
                    return data
            out.addfile(entry(f"images/{image}.tar", total), Inner())
        out.close()
        """

    @Test(arguments: ["xz -0 -T1", "xz --lzma2=preset=0,dict=64MiB -T2 --block-size=40MiB", "zstd -q -1 --long=26"])
    func memoryStaysBounded(packer: String) throws {
        let folder = try TemporaryFolder()
        let script = try folder.write("make.py", Self.script)
        let package = folder("package")
        let made = try Tool.run(
            "/bin/sh",
            ["-c", "python3 '\(script)' \(Self.mebibytes) | \(packer) >'\(package)'"]
        )
        try #require(made.status == 0, "\(made.errors)")
        // Nothing may be written: a file of more than a byte ends the process.
        let probe = Tool.mirrorctl.replacing("/mirrorctl", with: "/packageprobe")
        let result = try Tool.run(
            "/usr/bin/prlimit",
            ["--fsize=4096", probe, "read", package, "4"],
            environment: ["TMPDIR": "/nonexistent"]
        )
        try #require(result.status == 0, "\(packer): \(result.output) \(result.errors)")
        let numbers = result.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        try #require(numbers.count == 4)
        #expect(numbers[0] < 256 << 10, "\(packer): \(numbers[0]) KiB")
        #expect(numbers[2] == 2)
        print("\(packer): peak \(numbers[0] >> 10) MiB, CPU \(numbers[1]) ms")
    }
}
