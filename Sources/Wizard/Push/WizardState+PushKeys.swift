import MirrorCore

/// Keys of the lists of images.
struct PushListKeys {
    typealias Run = any KeyPath<WizardState, PushRunState?> & Sendable

    let run: Run

    var table: [KeyBinding] {
        [
            KeyBinding(
                "↑↓",
                [.up, .down, .pageUp, .pageDown, .home, .end],
                hint: "scroll",
                help: .scroll,
                when: { lastRow($0) > 0 }
            ) { state, key in
                scroll(&state, key)
                return []
            },
            KeyBinding(
                "←→",
                [.left, .right],
                hint: "tab",
                help: .tabs,
                when: { $0[keyPath: run]?.progress != nil }
            ) { state, key in
                state.turnPushTab(by: key == .left ? -1 : 1)
                return []
            },
        ]
    }

    private func lastRow(_ state: WizardState) -> Int {
        guard let progress = state[keyPath: run]?.progress else { return 0 }
        return max(0, state.push.tab.rows(progress).count - 1)
    }

    private func scroll(_ state: inout WizardState, _ key: Key) {
        let last = lastRow(state)
        let row = min(state.push.row, last)
        switch key {
        case .up: state.push.row = max(0, row - 1)
        case .down: state.push.row = min(row + 1, last)
        case .pageUp: state.push.row = max(0, row - state.pushPage)
        case .pageDown: state.push.row = min(row + state.pushPage, last)
        case .home: state.push.row = 0
        case .end: state.push.row = last
        default: break
        }
    }
}

extension WizardState {
    /// How many rows of a list fit, so that a page is a page.
    var pushPage: Int { max(1, size.rows - (isWide ? 21 : 15)) }

    mutating func turnPushTab(by offset: Int) {
        let tabs = PushTab.allCases
        let index = tabs.firstIndex(of: push.tab) ?? 0
        push.tab = tabs[(index + offset + tabs.count) % tabs.count]
        push.row = 0
    }

    /// The package's own list scrolls beside its fields.
    mutating func scrollPackage(_ key: Key) {
        let last = max(0, (push.list?.images.count ?? 0) - 1)
        push.listRow = key == .pageUp ? max(0, push.listRow - pushPage) : min(push.listRow + pushPage, last)
    }
}
