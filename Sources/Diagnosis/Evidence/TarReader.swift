import MirrorCore

/// Takes an archive of `TarArchive` apart as it comes: no more of it is in memory than the entries.
package struct TarReader {
    private var entries: [TarArchive.Entry] = []
    private var header: [UInt8] = []
    private var name = ""
    private var body: [UInt8] = []
    /// Bytes that the entry lacks, and those that fill its last block.
    private var missing = 0
    private var filling = 0
    private var hasEnded = false

    package init() {}

    package mutating func push(_ piece: ArraySlice<UInt8>) throws(TarArchive.Failure) {
        var rest = piece
        while !rest.isEmpty, !hasEnded {
            if missing > 0 {
                let part = rest.prefix(missing)
                body += part
                missing -= part.count
                rest = rest.dropFirst(part.count)
                if missing == 0 { endEntry() }
            } else if filling > 0 {
                let part = rest.prefix(filling)
                filling -= part.count
                rest = rest.dropFirst(part.count)
            } else {
                let part = rest.prefix(512 - header.count)
                header += part
                rest = rest.dropFirst(part.count)
                if header.count == 512 { try beginEntry() }
            }
        }
    }

    /// - Returns: all entries of an archive that ends with an empty block, whatever follows it.
    package consuming func finish() throws(TarArchive.Failure) -> [TarArchive.Entry] {
        guard hasEnded else { throw entries.isEmpty && missing == 0 && filling == 0 ? .notTar : .cutOff }
        return entries
    }

    private mutating func beginEntry() throws(TarArchive.Failure) {
        let header = header[...]
        self.header.removeAll(keepingCapacity: true)
        if header.allSatisfy({ $0 == 0 }) {
            hasEnded = true
            return
        }
        guard Self.number(header, 148, 8) == Self.checksum(header) else { throw .notTar }
        name = Self.text(header, 0, 100)
        let type = header[156]
        guard type == 0x30 || type == 0, Self.isSafe(name), Self.text(header, 345, 155).isEmpty else {
            throw .unexpectedEntry(name)
        }
        guard let size = Self.number(header, 124, 12) else { throw .notTar }
        guard entries.count < TarArchive.maximumEntries else { throw .tooMany }
        (missing, filling) = (size, (512 - size % 512) % 512)
        // What is only promised costs no memory.
        body.reserveCapacity(min(size, EvidenceBundle.limit))
        if size == 0 { endEntry() }
    }

    private mutating func endEntry() {
        entries.append(TarArchive.Entry(name, body))
        body = []
    }

    private static func isSafe(_ name: String) -> Bool {
        !name.hasPrefix("/") && ContainedPath(name) != nil
    }

    private static func checksum(_ header: ArraySlice<UInt8>) -> Int {
        header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
    }

    private static func text(_ header: ArraySlice<UInt8>, _ offset: Int, _ width: Int) -> String {
        let start = header.startIndex + offset
        return String(decoding: header[start..<start + width].prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func number(_ header: ArraySlice<UInt8>, _ offset: Int, _ width: Int) -> Int? {
        let digits = text(header, offset, width).filter { $0 != " " }
        // `Int` would take a sign, too.
        guard digits.utf8.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        return digits.isEmpty ? 0 : Int(digits, radix: 8).flatMap { $0 < 1 << 32 ? $0 : nil }
    }
}
