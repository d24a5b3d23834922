import Foundation
import ImagePackage
import Synchronization

// packageprobe list|read|folder PACKAGE [READERS | FOLDER]: reads a package in a process of its own, so that its memory can
// be measured. Prints peak KiB, CPU milliseconds, images and bytes; `folder` writes one.

let arguments = CommandLine.arguments
guard arguments.count > 2 else { exit(64) }
let bytes = Atomic<Int64>(0)
let images = Atomic<Int>(0)

/// The first image, as skopeo's `dir:` has it.
func writeFolder(_ reader: PackageReader, _ folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "Directory Transport Version: 1.1\n".write(toFile: folder + "/version", atomically: true, encoding: .utf8)
    guard let image = try reader.contents().images.first else { return }
    var made: [String: MadeBlob] = [:]
    for blob in image.blobs where blob.isStored {
        let stream = try reader.open(blob)
        var content = Data()
        while let more = try stream.next() { content.append(contentsOf: more) }
        made[blob.id] = stream.made
        try content.write(to: URL(fileURLWithPath: "\(folder)/\(stream.made?.digest.dropFirst(7) ?? "")"))
    }
    let manifest = image.manifests(made: made)?.last?.bytes ?? []
    try Data(manifest).write(to: URL(fileURLWithPath: folder + "/manifest.json"))
}

do {
    let reader = try PackageReader(path: arguments[2])
    switch arguments[1] {
    case "list": images.store(try reader.contents().images.count, ordering: .relaxed)
    case "folder": try writeFolder(reader, arguments[3])
    default:
        let readers = arguments.count > 3 ? Int(arguments[3]) ?? 1 : reader.concurrentReaders
        _ = try reader.images(readers: readers) { image in
            images.add(1, ordering: .relaxed)
            for blob in image.blobs where blob.isStored {
                let stream = try reader.open(blob)
                let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
                defer { buffer.deallocate() }
                while case let count = try stream.read(into: buffer), count > 0 {
                    bytes.add(Int64(count), ordering: .relaxed)
                }
            }
        }
    }
} catch {
    print("\(error)")
    exit(65)
}
var usage = rusage()
getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
let spent =
    (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000
print(usage.ru_maxrss, spent, images.load(ordering: .relaxed), bytes.load(ordering: .relaxed))
