/// What a journal amounts to: its lines, one after the other.
struct JournalContents: Equatable, Sendable {
    struct BlobKey: Hashable, Sendable {
        let repository: String
        let blob: String
    }

    struct Upload: Equatable, Sendable {
        let url: String
        let offset: Int
    }

    private(set) var uploads: [BlobKey: Upload] = [:]
    private(set) var stored: Set<BlobKey> = []
    private(set) var made: [String: MadeLayer] = [:]
    /// Image → digest.
    private(set) var images: [String: String] = [:]

    mutating func take(_ entry: JournalEntry) {
        switch entry {
        case .upload(let repository, let blob, let url, let offset):
            uploads[BlobKey(repository: repository, blob: blob)] = Upload(url: url, offset: offset)
        case .ended(let repository, let blob): uploads[BlobKey(repository: repository, blob: blob)] = nil
        case .stored(let repository, let blob):
            let key = BlobKey(repository: repository, blob: blob)
            uploads[key] = nil
            stored.insert(key)
        case .made(let id, let layer): made[id] = layer
        case .image(let name, let digest): images[name] = digest
        }
    }

    /// Reads whole lines; what follows the last line end, or the first line that makes no sense, is left out.
    /// - Returns: how many bytes were taken.
    mutating func read(_ bytes: [UInt8]) -> Int {
        var at = 0
        while let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) {
            guard let entry = JournalEntry(line: bytes[at..<end]) else { return at }
            take(entry)
            at = end + 1
        }
        return at
    }
}
