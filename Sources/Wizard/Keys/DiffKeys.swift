/// Keys of the view of a change, on the steps that show one.
struct DiffKeys {
    let tab: ReviewTab

    var table: [KeyBinding] {
        [
            KeyBinding(
                "↑↓",
                [.up, .down, .pageUp, .pageDown, .home, .end],
                hint: "scroll",
                help: .scroll,
                when: { $0.canScrollDiff(tab) }
            ) { state, key in
                state.scrollDiff(tab, key)
                return []
            },
            KeyBinding(matching: { if case .scroll = $0 { true } else { false } }) { state, key in
                state.scrollDiff(tab, key)
                return []
            },
        ] + parts + searching
    }

    /// Those of a change in several parts. The pane names them, beside where it is.
    var parts: [KeyBinding] {
        [
            KeyBinding("[ ]", [.character("["), .character("]")], help: .parts) {
                state,
                key in
                state.goToPart(tab, forward: key == .character("]"))
                return []
            },
            KeyBinding("z", [.character("z"), .character("Z")], help: .fold) { state, key in
                state.fold(tab, all: key == .character("Z"))
                return []
            },
        ]
    }

    private var searching: [KeyBinding] {
        [
            KeyBinding("/", [.character("/")], help: .search) { state, _ in
                state.mirrors.diffView.typing = ""
                return []
            },
            KeyBinding("n N", [.character("n"), .character("N")], help: .search) { state, key in
                state.findAgain(tab, forward: key == .character("n"))
                return []
            },
            KeyBinding("Esc", [.escape], help: .search, when: { !$0.mirrors.diffView.query.isEmpty }) { state, _ in
                state.mirrors.diffView.query = ""
                return []
            },
        ]
    }

    /// While it is typed what is looked for.
    var search: [KeyBinding] {
        [
            KeyBinding("Enter", [.enter], hint: "find", help: .search) { state, _ in
                state.endSearch(tab)
                return []
            },
            KeyBinding("Esc", [.escape], hint: "cancel", help: .search) { state, _ in
                state.mirrors.diffView.typing = nil
                return []
            },
            KeyBinding(matching: { $0.isTyped || $0 == .backspace }) { state, key in
                state.typeSearch(key)
                return []
            },
            .swallowing,
        ]
    }
}
