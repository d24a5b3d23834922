import MirrorCore
import Texts

/// Findings that somebody has decided to live with, each with the reason: one line `MIRnnnn HOST[:PORT] reason…` for each.
package struct Suppressions: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        let code: String
        /// `HOST:PORT`, or `HOST` for every port.
        let place: String
        let reason: String
    }

    package let entries: [Entry]

    package static let none = Suppressions(entries: [])

    private init(entries: [Entry]) { self.entries = entries }

    /// Empty lines and lines that begin with # are passed over.
    package init(_ text: String) throws(SuppressionError) {
        var entries: [Entry] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let words = line.split(maxSplits: 2, whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
            guard let code = words.first, !code.hasPrefix("#") else { continue }
            guard FindingCode.all.contains(where: { $0.code == code }) else {
                throw .unknownCode(line: index + 1, code: code)
            }
            let reason = words.count == 3 ? String(words[2].drop { $0 == " " || $0 == "\t" }) : ""
            guard reason.contains(where: { $0.isLetter || $0.isNumber }) else { throw .noReason(line: index + 1) }
            entries.append(Entry(code: code, place: words[1], reason: reason))
        }
        self.init(entries: entries)
    }

    /// Why the finding does not count at this endpoint; `nil` when it does.
    package func reason(for finding: Finding, at endpoint: MirrorEndpoint) -> String? {
        entries.first {
            $0.code == finding.code && [endpoint.hostAndPort, endpoint.address].contains($0.place)
        }?.reason
    }
}

package enum SuppressionError: Error, Equatable, Sendable {
    case unknownCode(line: Int, code: String)
    case noReason(line: Int)

    package var problem: Phrase {
        switch self {
        case .unknownCode(let line, let code): Phrase("suppress.unknownCode", ["line": "\(line)", "code": code])
        case .noReason(let line): Phrase("suppress.noReason", ["line": "\(line)"])
        }
    }
}
