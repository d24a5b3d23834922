import FoundationEssentials
import MirrorCore
import MirrorSystem
import Operations
import Wizard

/// The lines of a record, as they are kept: the first says what is pushed, the last how it ended.
struct DetachedPushHead: Codable {
    let source: String
    let target: String
    let isHTTP: Bool
    /// Seconds since 1970.
    let begun: Int64
}

struct DetachedPushEnd: Codable {
    let end: PushEnd
    /// As it was printed.
    let text: String
    let status: Int32
}

private struct Line: Codable {
    var head: DetachedPushHead?
    var progress: PushProgress?
    var isStopping: Bool?
    var end: DetachedPushEnd?
}

extension DetachedRecord {
    func write(_ head: DetachedPushHead) { write(Line(head: head)) }
    func write(_ progress: PushProgress, isStopping: Bool) {
        write(Line(progress: progress, isStopping: isStopping ? true : nil))
    }
    func write(_ end: DetachedPushEnd) { write(Line(end: end)) }

    private func write(_ line: Line) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        write((try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
}

/// A push without a terminal, as its record has it.
struct DetachedPush {
    let number: Int
    /// It may still be written to.
    let isRunning: Bool
    private(set) var head = DetachedPushHead(source: "", target: "", isHTTP: false, begun: 0)
    private(set) var progress: PushProgress?
    private(set) var isStopping = false
    private(set) var end: DetachedPushEnd?

    /// `nil` where there is none, or none that says what it is about.
    init?(_ number: Int, in pushes: DetachedPushes) {
        // Asked first: whoever ends afterwards has written its end.
        isRunning = pushes.process(of: number) != nil
        guard let bytes = pushes.read(number) else { return nil }
        self.number = number
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        func decoded(_ line: ArraySlice<UInt8>) -> Line? { try? JSONDecoder().decode(Line.self, from: Data(line)) }
        guard let first = lines.first, let head = decoded(first)?.head else { return nil }
        self.head = head
        // The last line may be half written.
        for line in lines.dropFirst().reversed() {
            guard let line = decoded(line) else { continue }
            if let end = line.end { self.end = end }
            if let progress = line.progress {
                self.progress = progress
                isStopping = line.isStopping == true && end == nil
                break
            }
        }
    }

    static var folder: DetachedPushes { DetachedPushes(stateFolder: StateFolder.path ?? ".mirrorctl") }

    static var all: [DetachedPush] { folder.numbers.compactMap { DetachedPush($0, in: folder) } }
}

extension DetachedWork {
    /// One that runs.
    init?(_ push: DetachedPush) {
        guard push.isRunning, push.end == nil,
            let endpoint = try? MirrorEndpoint(pushTarget: push.head.target, isHTTP: push.head.isHTTP)
        else { return nil }
        self.init(
            number: push.number,
            source: push.head.source,
            endpoint: endpoint,
            percent: push.progress?.percent ?? 0
        )
    }
}
