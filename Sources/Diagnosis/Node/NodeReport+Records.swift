extension NodeReport {
    /// As the collector writes it inside its frame, and `NodeReportParser` reads it.
    package var records: [UInt8] {
        var lines: [[UInt8]] = []
        func add(_ words: String...) { lines.append(Array(words.joined(separator: " ").utf8)) }
        for (key, value) in facts.sorted(by: { $0.key < $1.key }) { add("fact", key, Self.oneLine(value)) }
        for path in changedSinceStart { add("fact stale", Self.oneLine(path)) }
        for (path, entry) in files.all where !path.contains("\n") {
            switch entry {
            case .directory(let names):
                add("dir", path)
                for name in names where !name.contains("\n") { add("name", name) }
            case .file(let bytes):
                add("file", path)
                lines += Self.indented(bytes)
            case .absent: add("absent", path)
            case .denied: add("denied", path)
            case .large: add("large", path)
            case .failed(let error): add("failed", error.word, path)
            }
        }
        for (name, text) in outputs.sorted(by: { $0.key < $1.key }) {
            add("out", name)
            lines += Self.indented(Array(text.utf8))
        }
        add("end")
        return lines.flatMap { $0 + [0x0A] }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func indented(_ bytes: [UInt8]) -> [[UInt8]] {
        guard !bytes.isEmpty else { return [] }
        let whole = bytes.last == 0x0A ? bytes.dropLast() : bytes[...]
        return whole.split(separator: 0x0A, omittingEmptySubsequences: false).map { [0x20] + $0 }
    }

    /// Without secrets, and without files that are no text; the system's own CA bundle tells nothing about a node.
    package func redacted(known: SecretForms) -> NodeReport {
        var result = self
        result.files = NodeReportFiles()
        for (path, entry) in files.all where path != systemCAPath {
            guard case .file(let bytes) = entry else {
                result.files.add(path, entry)
                continue
            }
            guard let text = String(validating: bytes, as: UTF8.self) else { continue }
            result.files.add(path, .file(Array(Redaction.file(path, text, known: known).utf8)))
        }
        result.facts = facts.mapValues { Redaction.text($0, known: known) }
        result.outputs = outputs.mapValues { Redaction.text($0, known: known) }
        result.noise = Redaction.text(noise, known: known)
        return result
    }
}
