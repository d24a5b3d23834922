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
    static func each(_ text: String, _ use: (LogLine) -> Void) {
        LogText.eachLine(text) { number, line in
            if let found = read(line, number: number) { use(found) }
        }
    }

    /// - Parameter depth: how many more lines may be in this one: journald's holds containerd's, which holds a message.
    static func read(_ line: String, number: Int, depth: Int = 3) -> LogLine? {
        let fields = Logfmt.fields(line)
        if let message = fields["msg"] ?? fields["message"] ?? fields["MESSAGE"] ?? fields["note"] {
            // A line of journald, or of an event, holds another line.
            if depth > 0, let inner = read(message, number: number, depth: depth - 1), !inner.fields.isEmpty {
                return inner
            }
            return LogLine(number: number, message: message, fields: fields)
        }
        let plain = LogText.plain(line)
        return plain.isEmpty ? nil : LogLine(number: number, message: plain, fields: [:])
    }
}
