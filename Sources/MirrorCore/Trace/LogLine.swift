/// One line of a log, as far as it says something: the message and the named values beside it.
package struct LogLine: Equatable, Sendable {
    /// From 1.
    package let number: Int
    package let message: String
    /// `error`, `host`, `url`, `method` …; of a line without fields, none.
    package let fields: [String: String]
}

extension LogLine {
    /// The lines of a log, of `kubectl describe pod`, of events as YAML or JSON, or of all of them in one paste.
    ///
    /// What journald, Docker or a cloud's log viewer puts before containerd's own line is passed over.
    package static func read(_ text: String) -> [LogLine] {
        var lines: [LogLine] = []
        for (number, line) in LogText.unfolded(text) where isWorthReading(line) {
            if let found = read(line, number: number) { lines.append(found) }
        }
        return lines
    }

    /// A journal is long, and few of its lines are about pulls.
    private static func isWorthReading(_ line: String) -> Bool {
        line.range(ofText: "ull") != nil || line.range(ofText: "next host") != nil
            || line.range(ofText: "rpc error") != nil || line.range(ofText: "fetch failed") != nil
            || line.range(ofText: "hosts.toml") != nil
    }

    static func read(_ line: String, number: Int) -> LogLine? {
        let fields = Logfmt.fields(line)
        if let message = fields["msg"] ?? fields["message"] ?? fields["MESSAGE"] {
            // A line of journald, or of an event, holds another line.
            if let inner = read(message, number: number), !inner.fields.isEmpty { return inner }
            return LogLine(number: number, message: message, fields: fields)
        }
        let plain = LogText.plain(line)
        return plain.isEmpty ? nil : LogLine(number: number, message: plain, fields: [:])
    }
}
