import Texts

/// What is to be said before an upgrade.
package struct ReadyVerdict: Equatable, Sendable {
    package let target: UpgradeTarget
    /// The cluster's name; empty when the file has none.
    package let cluster: String
    package let lines: [ReadyLine]

    package init(target: UpgradeTarget, cluster: String, lines: [ReadyLine]) {
        self.target = target
        self.cluster = cluster
        self.lines = lines
    }

    package var wrong: [ReadyLine] { lines.filter { $0.state == .wrong } }
    package var notChecked: [ReadyLine] { lines.filter { $0.state == .notChecked } }
    /// What was not checked does not count; the closing sentence names it.
    package var isGood: Bool { wrong.isEmpty }

    package var title: Phrase {
        cluster.isEmpty
            ? Phrase("ready.titleWithoutName", ["version": "\(target)"])
            : Phrase("ready.title", ["name": cluster, "version": "\(target)"])
    }

    /// Never that all is well where something was not looked at.
    package var closing: Phrase {
        let open = notChecked
        let values = ["version": "\(target)", "wrong": "\(wrong.count)", "open": "\(open.count)"]
        let parts = ["subjects": Phrase.list(open.map(\.subject), limit: 8)]
        switch (wrong.isEmpty, open.isEmpty) {
        case (true, true): return Phrase("ready.closing.good", values)
        case (true, false): return Phrase("ready.closing.open", values, parts: parts)
        case (false, true): return Phrase("ready.closing.wrong", values)
        case (false, false): return Phrase("ready.closing.wrongAndOpen", values, parts: parts)
        }
    }
}
