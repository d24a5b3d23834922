import Foundation

/// A real cluster config file, and whether PyYAML reads it.
package struct CorpusFile: Sendable {
    package let name: String
    package let bytes: [UInt8]
    package let isYAML: Bool

    /// Every file that the index lists.
    package static func all() throws -> [CorpusFile] {
        let folder = repositoryRoot + "/Tests/MirrorCoreTests/Corpus/"
        let index = try String(contentsOfFile: folder + "INDEX.tsv", encoding: .utf8)
        return try index.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t")
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + fields[0]))
            return CorpusFile(name: String(fields[0]), bytes: [UInt8](data), isYAML: fields[2].hasPrefix("OK"))
        }
    }
}
