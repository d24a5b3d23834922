import Containerd
import MirrorCore
import TOML
import Texts

/// Answers as a file holds them: references such as paths, and no secrets.
package struct AnswersFile: Equatable, Sendable {
    package var answers: Answers
    /// The list is answered, be it that there is to be none.
    package var hasMirrors: Bool

    package init(_ answers: Answers, hasMirrors: Bool = true) {
        self.answers = answers
        self.hasMirrors = hasMirrors
    }

    package init(reading text: String) throws(AnswersError) {
        self.init(Answers(), hasMirrors: false)
        let root: TOMLTable
        do {
            root = try TOMLDocument(text).root
        } catch {
            throw AnswersError(line: error.position.line, error.phrase, fix: Phrase("answersFile.form"))
        }
        for entry in root.entries {
            let line = entry.position.line
            if entry.key == AnswerNames.mirrors {
                hasMirrors = true
                answers.mirrors = try Self.mirrors(entry.value, line)
            } else if AnswerNames.tables.contains(entry.key), let table = entry.value.table {
                for part in table.entries {
                    let name = "\(entry.key).\(part.key)"
                    try Self.set(name, part.value, part.position.line, AnswerNames.all, &answers)
                }
            } else {
                try Self.set(entry.key, entry.value, line, AnswerNames.all, &answers, besides: [AnswerNames.mirrors])
            }
        }
    }

    private static func mirrors(_ value: TOMLValue, _ line: Int) throws(AnswersError) -> [MirrorDraft] {
        guard case .array(let elements) = value else { throw wrongKind(AnswerNames.mirrors, "mirrors", line) }
        var drafts: [MirrorDraft] = []
        for element in elements {
            guard let table = element.value.table else { throw wrongKind(AnswerNames.mirrors, "mirrors", line) }
            var draft = MirrorDraft()
            for part in table.entries {
                try set(part.key, part.value, part.position.line, AnswerNames.mirror, &draft)
            }
            drafts.append(draft)
        }
        return drafts
    }

    private static func set<Part>(
        _ name: String,
        _ value: TOMLValue,
        _ line: Int,
        _ names: [AnswerName<Part>],
        _ part: inout Part,
        besides: [String] = []
    ) throws(AnswersError) {
        guard let answer = names.first(where: { $0.name == name }) else {
            let meant = Spelling.meant(name, among: names.map(\.name) + besides)
            throw AnswersError(
                line: line,
                Phrase("answersFile.unknown", ["name": name]),
                fix: meant.map { Phrase("settings.meant", ["name": $0]) } ?? Phrase("answersFile.known")
            )
        }
        guard let value = AnswerValue(value), answer.set(&part, value) else {
            throw wrongKind(name, answer.kind, line)
        }
    }

    private static func wrongKind(_ name: String, _ kind: String, _ line: Int) -> AnswersError {
        AnswersError(line: line, Phrase("answersFile.wrong.\(kind)", ["name": name]))
    }

    /// What has to be answered before anything can be written, by its names.
    ///
    /// - Parameter clusterConfigPath: given beside the file.
    package func missing(besides clusterConfigPath: String) -> [Phrase] {
        var missing: [Phrase] = []
        if clusterConfigPath.isEmpty, answers.clusterConfigPath.isEmpty, answers.newHeaderPath.isEmpty {
            missing.append(Phrase("answersFile.noFile"))
        }
        if !hasMirrors { missing.append(Phrase("answersFile.noMirrors")) }
        for (index, mirror) in answers.mirrors.enumerated() where mirror.endpoint.trimmingBlanks.isEmpty {
            missing.append(Phrase("answersFile.noEndpoint", ["number": "\(index + 1)"]))
        }
        return missing
    }

    /// - Parameter comments: what stands at its head, line by line.
    package func text(comments: [String]) -> String {
        var text = comments.map { "# \(printable($0))\n" }.joined()
        func add(_ lines: [(name: String, value: AnswerValue)]) {
            for line in lines { text += "\(line.name) = \(URLLogin.masked(line.value.text))\n" }
        }
        let given = AnswerNames.all.compactMap { answer in answer.value(answers).map { (answer.name, $0) } }
        add(given.filter { !$0.0.contains(".") })
        if hasMirrors, answers.mirrors.isEmpty { text += "\(AnswerNames.mirrors) = []\n" }
        for mirror in answers.mirrors {
            text += "\n[[\(AnswerNames.mirrors)]]\n"
            add(AnswerNames.mirror.compactMap { answer in answer.value(mirror).map { (answer.name, $0) } })
        }
        for table in AnswerNames.tables {
            let parts = given.filter { $0.0.hasPrefix(table + ".") }
            guard !parts.isEmpty else { continue }
            text += "\n[\(table)]\n"
            add(parts.map { (String($0.0.dropFirst(table.count + 1)), $0.1) })
        }
        return text
    }
}

/// A mistake in an answers file.
package struct AnswersError: Error, Equatable, Sendable {
    package let line: Int
    package let problem: Phrase
    package let fix: Phrase?

    init(line: Int, _ problem: Phrase, fix: Phrase? = nil) {
        self.line = line
        self.problem = problem
        self.fix = fix
    }
}
