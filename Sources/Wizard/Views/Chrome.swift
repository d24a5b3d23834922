import MirrorCore
import Texts

/// What every screen has: the line that says where we are, the steps, and the keys that work.
struct Chrome {
    let state: WizardState
    let texts: Catalogue

    func drawTitle(on screen: inout Screen) {
        let width = state.size.columns
        var at = screen.put(" " + texts("app.name"), row: 0, column: 0, style: .title)
        if let config = state.clusterConfig {
            let summary = fittingWithDots(ClusterSummary(config: config, texts: texts).short, width: width / 2)
            at = screen.put(summary, row: 0, column: state.isWide ? 34 : 21, style: .text)
        }
        let path = printable(state.currentStep.titlePath(state))
        if let running = state.push.running, running.order.work == .push, state.step != .push {
            let text = texts("pushView.elsewhere", ["percent": "\(running.progress?.percent ?? 0)"])
            screen.put(text, row: 0, column: width - 1 - DisplayWidth.of(text), style: .info)
            return
        }
        let room = width - at - 4
        guard room > 8 else { return }
        let shown = shortenedAtFront(path, width: room)
        screen.put(shown, row: 0, column: width - 1 - DisplayWidth.of(shown), style: .hint)
    }

    /// The steps in one line, the current one in capitals and with what is open of it; where there is no room for all, of
    /// the farthest ones the mark.
    func rail(width: Int) -> StyledLine {
        let steps = state.track.rail
        let current = steps.firstIndex { $0.id == state.railStep } ?? 0
        let isBelow = state.currentStep.parent != nil
        var reach = steps.count
        var line = rail(steps, reach: reach, around: current)
        // The name of what is open is wanted more than those of far steps.
        while reach > 0, line.width > width + 1 - (isBelow ? 24 : 0) {
            reach -= 1
            line = rail(steps, reach: reach, around: current)
        }
        if isBelow {
            let text = fittingWithDots(crumb, width: max(8, width + 1 - line.width - 3))
            line.insert(Span("› \(text) ", .stepCurrent), at: current * 2 + 2)
            // The steps behind it stay where they are while it is typed: a slow line has less to carry.
            let gap = width + 1 - line.width
            if gap > 0, current * 2 + 3 < line.count {
                line.insert(Span(String(repeating: " ", count: gap)), at: current * 2 + 3)
            }
        }
        return line
    }

    var crumb: String { state.currentStep.crumb(state, texts) }

    private func rail(_ steps: [any WizardStep], reach: Int, around current: Int) -> StyledLine {
        var line: StyledLine = []
        for (index, step) in steps.enumerated() {
            let isCurrent = index == current
            let (mark, style) = look(step, isCurrent: isCurrent)
            let title = abs(index - current) > reach ? "" : texts("step.\(step.id).title")
            line.append(Span("\(mark)\(isCurrent ? title.uppercased() + trouble(step) : title)", style, .step(step.id)))
            line.append(Span(" "))
        }
        return line
    }

    /// What is wrong with the current step, which has the mark of the current one.
    func trouble(_ step: any WizardStep) -> String {
        switch step.status(state) {
        case .wrong: Mark.wrong.rawValue
        case .doubtful: Mark.doubtful.rawValue
        case .done, .pending: ""
        }
    }

    func look(_ step: any WizardStep, isCurrent: Bool) -> (String, StyleRole) {
        if isCurrent { return ("▸", .stepCurrent) }
        switch step.status(state) {
        case .done: return (Mark.good.rawValue, .stepDone)
        case .doubtful: return Mark.doubtful.look
        case .wrong: return Mark.wrong.look
        case .pending: return ("·", .stepPending)
        }
    }

    /// Over the last rule and, where it is long, what stands above it, so that nothing moves.
    func drawNotice(on screen: inout Screen) {
        guard let notice = state.notice else { return }
        let lines = wrapped(texts(notice), width: state.size.columns - 4).prefix(4)
        for (index, line) in lines.enumerated() {
            let isLast = index == lines.count - 1
            let shown = isLast ? " \(line) " : " \(line)".padded(to: state.size.columns - 2)
            screen.put(shown, row: state.size.rows - 1 - lines.count + index, column: 1, style: .info)
        }
    }

    func drawKeys(on screen: inout Screen) {
        let row = state.size.rows - 1
        func put(_ binding: KeyBinding, at column: Int, gap: String) -> Int {
            let middle = screen.put(binding.name, row: row, column: column, style: .key)
            let end = screen.put(" " + label(binding) + gap, row: row, column: middle, style: .hint)
            if let key = binding.keys.first { screen.note(.key(key), row: row, columns: column..<max(column, end)) }
            return end
        }
        let right = width(GlobalKeys.leave) - 1
        var at = 1
        for binding in fitting(state.keyLine, width: state.size.columns - right - at) {
            at = put(binding, at: at, gap: "  ")
        }
        _ = put(GlobalKeys.leave, at: state.size.columns - right, gap: "")
    }

    private func label(_ binding: KeyBinding) -> String { texts("key.\(binding.hint ?? "")") }

    /// With the gap to the next.
    private func width(_ binding: KeyBinding) -> Int {
        DisplayWidth.of(binding.name) + 1 + DisplayWidth.of(label(binding)) + 2
    }

    /// What everybody knows goes first where there is no room; help has all of it.
    private func fitting(_ line: [KeyBinding], width room: Int) -> [KeyBinding] {
        var rest = line
        for hint in ["back", "past", "step", "scroll", "home", "probe", "add", "preview", "undo", "next", "tab"]
        where rest.map(width).reduce(0, +) > room {
            rest.removeAll { $0.hint == hint }
        }
        while !rest.isEmpty, rest.map(width).reduce(0, +) > room { rest.removeLast() }
        return rest
    }
}
