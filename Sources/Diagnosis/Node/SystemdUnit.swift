import Containerd

/// Settings of systemd as its files say them: a main file and the drop-ins over it, in the order in which they count.
///
/// Source: systemd.unit(5), systemd.syntax(7), systemd-system.conf(5).
struct SystemdUnit: Equatable, Sendable {
    struct Setting: Equatable, Sendable {
        let section: String
        let key: String
        let value: String
        let source: SourcePosition
    }

    private(set) var settings: [Setting] = []
    /// The files that were read.
    private(set) var files: [String] = []

    /// Where units lie; the first has it.
    static let unitFolders = [
        "/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system",
        "/lib/systemd/system",
    ]
    static let managerFolders = ["/etc/systemd", "/run/systemd", "/usr/local/lib/systemd", "/usr/lib/systemd"]

    /// - Parameters:
    ///   - folders: where it may lie; the first has it.
    ///   - dropIns: the names of the folders of its drop-ins; the first has a file of two with one name.
    ///   - known: files that are there, where folders cannot be listed.
    init(_ name: String, in files: any NodeFiles, folders: [String], dropIns: [String], known: [String] = []) {
        for folder in folders where add("\(folder)/\(name)", files) { break }
        var chosen: [String: String] = [:]
        for dropIn in dropIns {
            for folder in folders.map({ "\($0)/\(dropIn)" }) {
                let listed = (try? files.names(in: folder)) ?? []
                let others = known.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
                for name in listed + others where name.hasSuffix(".conf") && !name.contains("/") {
                    chosen[name] = chosen[name] ?? "\(folder)/\(name)"
                }
            }
        }
        for (_, path) in chosen.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) { add(path, files) }
    }

    /// The values of a key that count: an empty one takes back all before it.
    func values(of key: String, in section: String) -> [Setting] {
        settings.reduce(into: []) { found, setting in
            guard setting.section == section, setting.key == key else { return }
            if setting.value.isEmpty { found = [] } else { found.append(setting) }
        }
    }

    /// - Returns: `false` when there is no such file.
    @discardableResult
    private mutating func add(_ path: String, _ source: any NodeFiles) -> Bool {
        guard let bytes = try? source.read(path) else { return false }
        files.append(path)
        var section = ""
        var joined = ""
        var start = 0
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "\n" || $0 == "\r\n" }
        )
        for (index, line) in lines.enumerated() {
            let text = String(line).trimmingBlanks
            if text.hasPrefix("#") || text.hasPrefix(";") { continue }
            if joined.isEmpty { start = index + 1 }
            if text.hasSuffix("\\") {
                joined += text.dropLast() + " "
                continue
            }
            let whole = joined + text
            joined = ""
            if whole.hasPrefix("["), whole.hasSuffix("]") {
                section = String(whole.dropFirst().dropLast())
            } else if let equals = whole.firstIndex(of: "=") {
                settings.append(
                    Setting(
                        section: section,
                        key: String(whole[..<equals]).trimmingBlanks,
                        value: String(whole[whole.index(after: equals)...]).trimmingBlanks,
                        source: SourcePosition(file: path, line: start)
                    )
                )
            }
        }
        return true
    }

    /// Words: blanks part them, quotes hold them together, a backslash takes the next character or stands for a blank.
    static func words(_ text: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        // Quotes make an empty word, too.
        var hasWord = false
        var quote: Character?
        var rest = text
        while let character = rest.popFirst() {
            if quote == nil, character == " " || character == "\t" {
                if hasWord { words.append(word) }
                (word, hasWord) = ("", false)
                continue
            }
            hasWord = true
            switch character {
            case quote: quote = nil
            case "\"", "'":
                if quote == nil { quote = character } else { word.append(character) }
            case "\\":
                guard let escaped = rest.popFirst() else { break }
                word.append(["s": " ", "t": "\t", "n": "\n"][escaped] ?? escaped)
            default: word.append(character)
            }
        }
        return hasWord ? words + [word] : words
    }
}
