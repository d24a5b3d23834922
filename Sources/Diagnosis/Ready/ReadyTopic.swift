import Texts

/// What is looked at, in the order it is told. ADD A TOPIC as a case, its lines in `Topics`, its texts under `ready.`.
package enum ReadyTopic: String, CaseIterable, Equatable, Sendable {
    case running, step, images, nodeFiles, traps, expiry, mirror, nodes, space

    /// What the facts amount to; the facts of the topic have to be there.
    package func lines(_ facts: ReadyFacts) -> [ReadyLine] {
        switch self {
        case .running: facts.runningLines
        case .step: facts.stepLines
        case .nodeFiles: facts.nodeFileLines
        case .traps: facts.trapLines
        case .mirror: facts.mirrorLines
        case .expiry: facts.expiryLines
        case .images: facts.imageLines
        case .nodes: facts.nodeLines
        case .space: facts.spaceLines
        }
    }
}

/// How far the looking has come.
package struct ReadyProgress: Equatable, Sendable {
    package enum Stage: Equatable, Sendable {
        case asking(mirrors: Int)
        case reading(package: String, percent: Int, images: Int)
        case images(package: String, done: Int, of: Int, lost: Int)
    }

    package let stage: Stage
    /// Of the topics that are done.
    package let lines: [ReadyLine]

    package init(_ stage: Stage, lines: [ReadyLine]) {
        self.stage = stage
        self.lines = lines
    }

    package var phrase: Phrase {
        switch stage {
        case .asking(let mirrors): Phrase("ready.asking", ["mirrors": "\(mirrors)"])
        case .reading(let package, let percent, let images):
            Phrase("ready.reading", ["package": package, "percent": "\(percent)", "images": "\(images)"])
        case .images(let package, let done, let all, let lost):
            Phrase("ready.imagesDone", ["package": package, "done": "\(done)", "all": "\(all)", "lost": "\(lost)"])
        }
    }
}
