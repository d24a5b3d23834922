import MirrorCore

/// Keys of the lists of images.
extension WizardState {
    /// How many rows of a list fit, so that a page is a page.
    var pushPage: Int { max(1, size.rows - (isWide ? 21 : 15)) }

    /// - Returns: `false` when the key is none of a list's.
    mutating func handlePushKey(_ key: Key, _ run: PushRunState?) -> Bool {
        guard let progress = run?.progress else { return false }
        let count = push.tab.rows(progress).count
        let row = min(push.row, max(0, count - 1))
        switch key {
        case .up: push.row = max(0, row - 1)
        case .down: push.row = min(row + 1, max(0, count - 1))
        case .pageUp: push.row = max(0, row - pushPage)
        case .pageDown: push.row = min(row + pushPage, max(0, count - 1))
        case .home: push.row = 0
        case .end: push.row = max(0, count - 1)
        case .left: turnPushTab(by: -1)
        case .right: turnPushTab(by: 1)
        default: return false
        }
        return true
    }

    private mutating func turnPushTab(by offset: Int) {
        let tabs = PushTab.allCases
        let index = tabs.firstIndex(of: push.tab) ?? 0
        push.tab = tabs[(index + offset + tabs.count) % tabs.count]
        push.row = 0
    }

    /// The package's own list scrolls beside its fields.
    mutating func scrollPackage(_ key: Key) -> Bool {
        let last = max(0, (push.list?.images.count ?? 0) - 1)
        switch key {
        case .pageUp: push.listRow = max(0, push.listRow - pushPage)
        case .pageDown: push.listRow = min(push.listRow + pushPage, last)
        default: return false
        }
        return true
    }
}
