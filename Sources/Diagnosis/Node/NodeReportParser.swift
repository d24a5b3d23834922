import Containerd
import GoData

/// Reads what `collector.sh` printed, with whatever a login shell printed around it.
///
/// Every size is bounded: a node may send what it likes.
package enum NodeReportParser {
    package enum Failure: Error, Equatable, Sendable, Codable {
        /// No report; the beginning of what came instead.
        case noReport(seen: String)
        /// The last line is missing.
        case truncated
        case tooLarge
        /// Written by a newer collector.
        case unknownVersion(String)
        /// A line that the collector does not write, from 1 in the decoded report.
        case malformed(line: Int)
        /// More than `limit` reports in one file; those after them were not read.
        case tooMany(limit: Int)
        /// More than is read of something, in this line of the decoded report.
        case beyond(Excess, line: Int)
    }

    package enum Excess: Equatable, Sendable, Codable {
        case records, names, parts, length

        package var limit: Int {
            switch self {
            case .records: maximumFiles
            case .names: maximumNames
            case .parts: maximumParts
            case .length: maximumLength
            }
        }
    }

    package static let begin = "MIRRORCTL-NODE-REPORT-BEGIN "
    package static let end = "MIRRORCTL-NODE-REPORT-END"
    /// Bytes of one report as sent.
    package static let limit = 8 << 20
    /// Facts, files, folders and outputs.
    private static let maximumFiles = 5000
    /// In one file: a cluster has some hundred nodes.
    package static let maximumReports = 2000
    /// In all folders.
    private static let maximumNames = 10_000
    /// Of a path.
    private static let maximumParts = 100
    /// Of a path, in bytes; none of a Linux machine is longer.
    private static let maximumLength = 4095

    /// Whether a report begins somewhere in the bytes.
    package static func hasBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
        let mark = Array(begin.utf8)
        var rest = bytes
        while let at = rest.firstIndex(of: mark[0]) {
            if rest[at...].starts(with: mark) { return true }
            rest = rest[(at + 1)...]
        }
        return false
    }

    /// The first report in the bytes.
    package static func parse(_ bytes: [UInt8]) throws(Failure) -> NodeReport {
        guard bytes.count <= limit else { throw .tooLarge }
        guard let first = reports(in: bytes).first else { throw .noReport(seen: beginning(bytes[...])) }
        return try first.get()
    }

    /// A report without its frame, as a bundle holds it.
    package static func parse(records bytes: [UInt8]) throws(Failure) -> NodeReport { try records(bytes) }

    /// All reports, as a log of several nodes may hold them.
    package static func reports(in bytes: [UInt8]) -> [Result<NodeReport, Failure>] {
        var results: [Result<NodeReport, Failure>] = []
        var lines = bytes[...]
        var noise: [UInt8] = []
        while let line = nextLine(&lines) {
            guard let mark = first(Array(begin.utf8), in: line) else {
                if noise.count < 2000 { noise += line + [0x0A] }
                continue
            }
            guard results.count < maximumReports else {
                results.append(.failure(.tooMany(limit: maximumReports)))
                return results
            }
            // What a log puts before each line.
            let prefix = line[..<mark].count
            let words = text(line[mark...]).dropFirst(begin.utf8.count).split(separator: " ")
            results.append(Result { () throws(Failure) in try body(&lines, prefix, words, noise) })
            noise = []
        }
        return results
    }

    // MARK: Outside

    private static func body(
        _ lines: inout ArraySlice<UInt8>,
        _ prefix: Int,
        _ words: [Substring],
        _ noise: [UInt8]
    ) throws(Failure) -> NodeReport {
        guard words.first == "1" else { throw .unknownVersion(beginning(Array((words.first ?? "").utf8)[...])) }
        var encoded: [UInt8] = []
        let last = Array(end.utf8)
        while let line = nextLine(&lines) {
            let line = line.dropFirst(prefix)
            if line.elementsEqual(last) {
                let decoded = words.last == "hex" ? Self.hex(encoded) : Self.base64(encoded)
                guard let decoded else { throw .malformed(line: 0) }
                var report = try records(decoded)
                report.noise = beginning(noise[...])
                return report
            }
            encoded += line
            guard encoded.count <= limit else { throw .tooLarge }
        }
        throw .truncated
    }

    private static func nextLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        var line: ArraySlice<UInt8>
        if let end = rest.firstIndex(of: 0x0A) {
            line = rest[..<end]
            rest = rest[(end + 1)...]
        } else {
            line = rest
            rest = []
        }
        if line.last == 0x0D { line = line.dropLast() }
        return line
    }

    private static func first(_ mark: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
        guard line.count >= mark.count, line.count < 1000 else { return nil }
        return (line.startIndex...(line.endIndex - mark.count)).first {
            line[$0..<($0 + mark.count)].elementsEqual(mark)
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func beginning(_ bytes: ArraySlice<UInt8>) -> String {
        String(text(bytes.prefix(2000)).prefix(2000))
    }

    private static func base64(_ text: [UInt8]) -> [UInt8]? { Base64.decode(String(decoding: text, as: UTF8.self)) }

    private static func hex(_ text: [UInt8]) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        for at in stride(from: 0, to: text.count, by: 2) {
            guard let high = Character(Unicode.Scalar(text[at])).hexDigitValue,
                let low = Character(Unicode.Scalar(text[at + 1])).hexDigitValue
            else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }

    // MARK: Inside

    private static func records(_ bytes: [UInt8]) throws(Failure) -> NodeReport {
        var report = NodeReport()
        var reader = Records()
        var rest = bytes[...]
        var number = 0
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            let line = rest[..<end]
            rest = rest[min(end + 1, rest.endIndex)...]
            number += 1
            guard try reader.take(line, number, &report) else { return report }
        }
        throw .truncated
    }

    /// The record that lines with a blank before them belong to.
    private struct Records {
        private enum Open {
            case nothing
            case file(String)
            case output(String)
            case directory(String)
        }

        private var open = Open.nothing
        /// Of a file or an output; beside what is open, so that it grows in its place.
        private var bytes: [UInt8] = []
        /// Of a directory.
        private var names: [String] = []
        /// In all directories.
        private var nameCount = 0
        private var count = 0

        /// - Returns: `false` at the end.
        mutating func take(_ line: ArraySlice<UInt8>, _ number: Int, _ report: inout NodeReport) throws(Failure) -> Bool
        {
            if line.first == 0x20 {
                switch open {
                case .file, .output:
                    bytes += line.dropFirst()
                    bytes.append(0x0A)
                default: throw .malformed(line: number)
                }
                return true
            }
            let words = NodeReportParser.text(line).split(separator: " ", maxSplits: 1).map(String.init)
            let argument = words.count == 2 ? words[1] : ""
            if words.first == "name", case .directory = open {
                names.append(argument)
                nameCount += 1
                guard nameCount <= NodeReportParser.maximumNames else { throw .beyond(.names, line: number) }
                return true
            }
            close(&report)
            count += 1
            guard count <= NodeReportParser.maximumFiles else { throw .beyond(.records, line: number) }
            if ["file", "dir", "absent", "denied", "large", "failed"].contains(words.first) {
                guard !argument.isTooLong else { throw .beyond(.length, line: number) }
                guard argument.utf8.count(where: { $0 == 0x2F }) <= NodeReportParser.maximumParts else {
                    throw .beyond(.parts, line: number)
                }
            }
            switch words.first {
            case "fact": fact(argument, &report)
            case "dir": open = .directory(argument)
            case "file": open = .file(argument)
            case "out": open = .output(argument)
            case "absent": report.files.add(argument, .absent)
            case "denied": report.files.add(argument, .denied)
            case "large": report.files.add(argument, .large)
            case "failed":
                let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { throw .malformed(line: number) }
                report.files.add(parts[1], .failed(NodeFileError(word: parts[0])))
            case "end": return false
            default: throw .malformed(line: number)
            }
            return true
        }

        private func fact(_ text: String, _ report: inout NodeReport) {
            let words = text.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2, words[0].count <= 40 else { return }
            if words[0] == "stale" {
                report.changedSinceStart.append(words[1])
            } else {
                report.facts[words[0]] = String(words[1].prefix(1000))
            }
        }

        private mutating func close(_ report: inout NodeReport) {
            switch open {
            case .nothing: break
            case .file(let path): report.files.add(path, .file(bytes))
            case .output(let name): report.outputs[name] = String(decoding: bytes, as: UTF8.self)
            case .directory(let path): report.files.add(path, .directory(names))
            }
            (open, bytes, names) = (.nothing, [], [])
        }
    }
}
