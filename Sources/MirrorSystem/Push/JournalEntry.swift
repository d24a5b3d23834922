import FoundationEssentials
import RegistryClient

/// One line of a push journal. There is no secret in it: what an upload's URL carries is the registry's own state.
enum JournalEntry: Equatable, Sendable {
    /// So many bytes of an upload are acknowledged; `url` is the newest place.
    case upload(repository: String, blob: String, url: String, offset: Int)
    /// The upload is over, whatever became of it.
    case ended(repository: String, blob: String)
    /// The blob is in the repository.
    case stored(repository: String, blob: String)
    case made(id: String, layer: MadeLayer)
    /// The image was read back.
    case image(name: String, digest: String)

    /// Without it a push could not go on inside a layer; everything else the registry can be asked for.
    var isNeededForResuming: Bool {
        switch self {
        case .upload, .made: true
        case .ended, .stored, .image: false
        }
    }

    /// What a blob can have: numbers of a file are reckoned with only inside of it.
    static let sizes = 0...PushClient.mostBytes

    /// The line without its end.
    var line: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(Fields(self))).map { Array($0) } ?? []
    }

    /// `nil` for a line that was not written to its end, or that a later version wrote.
    init?(line: some Collection<UInt8>) {
        guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(line)), let entry = fields.entry else {
            return nil
        }
        self = entry
    }

    private struct Fields: Codable {
        var what: String
        var repository: String?
        var blob: String?
        var url: String?
        var offset: Int?
        var digest: String?
        var size: Int?
        var name: String?

        init(_ entry: JournalEntry) {
            switch entry {
            case .upload(let repository, let blob, let url, let offset):
                what = "upload"
                (self.repository, self.blob, self.url, self.offset) = (repository, blob, url, offset)
            case .ended(let repository, let blob):
                what = "ended"
                (self.repository, self.blob) = (repository, blob)
            case .stored(let repository, let blob):
                what = "stored"
                (self.repository, self.blob) = (repository, blob)
            case .made(let id, let layer):
                what = "made"
                (blob, digest, size) = (id, layer.digest, layer.size)
            case .image(let name, let digest):
                what = "image"
                (self.name, self.digest) = (name, digest)
            }
        }

        var entry: JournalEntry? {
            switch (what, repository, blob) {
            case ("upload", let repository?, let blob?):
                guard let url, let offset, JournalEntry.sizes.contains(offset) else { return nil }
                return .upload(repository: repository, blob: blob, url: url, offset: offset)
            case ("ended", let repository?, let blob?): return .ended(repository: repository, blob: blob)
            case ("stored", let repository?, let blob?): return .stored(repository: repository, blob: blob)
            case ("made", _, let blob?):
                guard let digest, let size, JournalEntry.sizes.contains(size) else { return nil }
                return .made(id: blob, layer: MadeLayer(digest: digest, size: size))
            case ("image", _, _):
                guard let name, let digest else { return nil }
                return .image(name: name, digest: digest)
            default: return nil
            }
        }
    }
}
