import MirrorCore
import Operations
import Texts

extension PlannedChange {
    /// Place, reason, notes and concerns, on standard error.
    func explain() {
        Console.error(texts(placement.reason))
        for note in file.config.notes where !EditConcern.notesWithConcern.contains(note.key) {
            Console.error("\(EditConcern.Severity.note.rawValue): \(texts(note))")
        }
        Console.say(concerns, isUnchanged: change.kind == .unchanged)
    }

    /// The diff, then what it means, on standard output.
    func show() {
        Console.show(DiffText(change: change, hasColor: Console.hasColor).text)
        let meaning = ConsequenceText(consequence: consequence, hasColor: Console.hasColor).text
        if !meaning.isEmpty { Console.show("\n" + meaning) }
    }
}

extension LiveDiff {
    var text: String {
        let name = texts("live.name", ["name": live.config.cluster?.name ?? ""])
        let diff = DiffText(change.diff(), from: name, to: planned.change.path, hasColor: Console.hasColor).text
        let meaning = ConsequenceText(consequence: consequence, hasColor: Console.hasColor).text
        return diff + (meaning.isEmpty ? "" : "\n" + meaning)
    }
}

extension Console {
    /// What has to be known before a change is written; mere notes only where something changes.
    static func say(_ concerns: [EditConcern], isUnchanged: Bool) {
        for concern in concerns where concern.severity != .note || !isUnchanged {
            error("\(concern.severity.rawValue): \(texts(concern.problem))\n  \(Mark.remedy) \(texts(concern.fix))")
        }
    }
}
