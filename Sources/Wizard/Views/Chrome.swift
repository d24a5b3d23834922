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

    /// The steps in one line, the current one in capitals; shortened around it where there is no room for all.
    var rail: StyledLine {
        var line: StyledLine = []
        for step in state.track.steps {
            let isCurrent = step.id == state.step
            let (mark, style) = look(step, isCurrent: isCurrent)
            let title = texts("step.\(step.id).title")
            line.append(Span("\(mark)\(isCurrent ? title.uppercased() : title)", style))
            line.append(Span(" "))
        }
        return line
    }

    func look(_ step: any WizardStep, isCurrent: Bool) -> (String, StyleRole) {
        let status = step.status(state)
        if isCurrent { return (status == .wrong ? "✗" : "▸", .stepCurrent) }
        switch status {
        case .done: return ("✓", .stepDone)
        case .wrong: return ("✗", .error)
        case .pending: return ("·", .stepPending)
        }
    }

    func drawKeys(on screen: inout Screen) {
        let row = state.size.rows - 1
        let leave = KeyHint("^C", "leave")
        let rightWidth = leave.key.count + 1 + DisplayWidth.of(texts("key.leave")) + 1
        var at = 1
        for hint in fitting(hints, width: state.size.columns - rightWidth - at) {
            let text = texts("key.\(hint.name)")
            at = screen.put(hint.key, row: row, column: at, style: .key)
            at = screen.put(" " + text + "  ", row: row, column: at, style: .hint)
        }
        at = state.size.columns - rightWidth
        at = screen.put(leave.key, row: row, column: at, style: .key)
        screen.put(" " + texts("key.leave"), row: row, column: at, style: .hint)
    }

    /// What everybody knows goes first where there is no room; help has all of it.
    private func fitting(_ hints: [KeyHint], width: Int) -> [KeyHint] {
        func needed(_ hint: KeyHint) -> Int {
            DisplayWidth.of(hint.key) + 1 + DisplayWidth.of(texts("key.\(hint.name)")) + 2
        }
        var rest = hints
        for name in ["back", "next", "step", "scroll", "track", "probe", "tab"]
        where rest.map(needed).reduce(0, +) > width {
            rest.removeAll { $0.name == name }
        }
        while !rest.isEmpty, rest.map(needed).reduce(0, +) > width { rest.removeLast() }
        return rest
    }

    /// Made of the keys that hold now, so that the line cannot lie.
    private var hints: [KeyHint] {
        switch state.overlay {
        case .help: return [KeyHint("Esc", "close")]
        case .leave: return [KeyHint("Enter", "leaveNow"), KeyHint("Esc", "stay")]
        case .writeBundle: return [KeyHint("Enter", "write"), KeyHint("Esc", "cancel")]
        case .makeLogin: return [KeyHint("Enter", "write"), KeyHint("Esc", "cancel")]
        case .pasted: return [KeyHint("Enter", "takeOver"), KeyHint("Esc", "cancel")]
        case .undo: return [KeyHint("Enter", "undo"), KeyHint("Esc", "cancel"), KeyHint("↑↓", "scroll")]
        case .runBmctl: return [KeyHint("Enter", "runBmctl"), KeyHint("Esc", "cancel")]
        case .hardLink: return [KeyHint("Enter", "writeThisName"), KeyHint("Esc", "cancel")]
        case .repairFile: return [KeyHint("Enter", "write"), KeyHint("Esc", "cancel"), KeyHint("↑↓", "scroll")]
        case .overriding(let wish):
            let fix = state.fieldToFix == nil ? [] : [KeyHint("F5", "fix")]
            return fix + [
                KeyHint("Esc", "stay"), KeyHint("Enter", wish == .write ? "writeOverride" : "goOnOverriding"),
            ]
        case .stopPush(let leaves):
            let breaksOff = state.push.running?.phase == .stopping
            let name = breaksOff ? "breakOff" : leaves ? "stopAndLeave" : "stopPush"
            return [KeyHint("Enter", name), KeyHint("Esc", "goOnPushing")]
        case .pushUncovered: return [KeyHint("Esc", "stay"), KeyHint("Enter", "pushOverride")]
        case .resume: return [KeyHint("Enter", "resume"), KeyHint("Esc", "fresh")]
        case nil: break
        }
        return state.keyLine.compactMap { binding in binding.hint.map { KeyHint(binding.name, $0) } }
            .filter { $0.name != "leave" }
    }
}
