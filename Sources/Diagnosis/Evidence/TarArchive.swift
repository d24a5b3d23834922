import MirrorCore

/// A small ustar archive in memory: regular files only, sorted, no times and no owners, so that equal contents are equal bytes.
package enum TarArchive {
    package struct Entry: Equatable, Sendable {
        /// Relative, at most 100 bytes.
        package let name: String
        package let bytes: [UInt8]

        package init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package enum Failure: Error, Equatable, Sendable {
        case notTar
        case cutOff
        /// A link, a device, a folder outside: nothing that is written here.
        case unexpectedEntry(String)
        case tooMany
    }

    package static let maximumEntries = 20_000

    package static func write(_ entries: [Entry]) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries.sorted(by: { $0.name < $1.name }) {
            bytes += header(entry) + entry.bytes
            bytes += [UInt8](repeating: 0, count: (512 - entry.bytes.count % 512) % 512)
        }
        return bytes + [UInt8](repeating: 0, count: 1024)
    }

    package static func read(_ bytes: [UInt8]) throws(Failure) -> [Entry] {
        var reader = TarReader()
        try reader.push(bytes[...])
        return try reader.finish()
    }

    private static func header(_ entry: Entry) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, _ offset: Int, _ width: Int) {
            for (index, byte) in text.utf8.prefix(width).enumerated() { block[offset + index] = byte }
        }
        func octal(_ value: Int, _ width: Int) -> String {
            let digits = String(value, radix: 8)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        put(entry.name, 0, 100)
        put(octal(0o600, 7), 100, 7)
        put(octal(0, 7), 108, 7)
        put(octal(0, 7), 116, 7)
        put(octal(entry.bytes.count, 11), 124, 11)
        put(octal(0, 11), 136, 11)
        put("0", 156, 1)
        put("ustar", 257, 5)
        put("00", 263, 2)
        put("        ", 148, 8)
        let sum = block.reduce(0) { $0 + Int($1) }
        put(octal(sum, 6) + "\0 ", 148, 8)
        return block
    }
}
