import Foundation
import ImagePackage

private let path = FileManager.default.temporaryDirectory.appending(
    path: "fuzz-\(ProcessInfo.processInfo.processIdentifier)"
).path

/// An image package, plain or packed, each of its blobs read to the end.
func readPackage(_ bytes: [UInt8]) {
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { return }
    do {
        let reader = try PackageReader(path: path)
        for blob in try reader.contents().blobs {
            let stream = try reader.open(blob)
            while try stream.next() != nil {}
        }
    } catch {}
}
