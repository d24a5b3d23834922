import Texts

extension ReadyFacts {
    /// Room where images are unpacked, as far as reports say it.
    var spaceLines: [ReadyLine] {
        let subject = Phrase("ready.subject.space")
        let told = (nodes ?? []).compactMap { node in
            node.inspection.report?.imageSpace.map { (node: node, free: $0.free, used: $0.usedPercent) }
        }
        guard let least = told.min(by: { $0.free < $1.free }) else {
            let why = Phrase(nodes == nil ? "ready.space.noReports" : "ready.space.unsaid")
            return [.notChecked(.space, subject, why, next: Phrase("ready.nodes.ask"))]
        }
        var lines: [ReadyLine] = []
        let full = told.filter { DiskFull.isFull(free: $0.free, usedPercent: $0.used) }
        func values(_ room: (node: NodeJudgement, free: Int64, used: Int)) -> [String: String] {
            [
                "node": room.node.inspection.target, "free": byteCount(Int(clamping: room.free) << 10),
                "percent": "\(room.used)", "nodes": "\(told.count)", "date": reportDate([room.node]),
            ]
        }
        for room in full.prefix(20) {
            lines.append(
                .wrong(.space, subject, Phrase("ready.space.full", values(room)), next: Phrase("ready.space.clear"))
            )
        }
        if full.count > 20 {
            let text = Phrase("ready.space.moreFull", ["count": "\(full.count - 20)"])
            lines.append(.wrong(.space, subject, text, next: Phrase("ready.space.clear")))
        }
        if full.isEmpty {
            lines.append(.checked(.space, subject, Phrase("ready.space.least", values(least))))
        }
        let unsaid = (nodes ?? []).count - told.count
        if unsaid > 0 {
            let why = Phrase("ready.space.unsaidBy", ["count": "\(unsaid)"])
            lines.append(.notChecked(.space, subject, why, next: Phrase("ready.nodes.ask")))
        }
        return lines
    }
}
