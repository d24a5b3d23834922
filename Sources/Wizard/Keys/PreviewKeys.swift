/// Keys of the preview, where it has the screen.
enum PreviewKeys {
    static let table: [KeyBinding] = [
        KeyBinding("F2", [.function(2), .escape, .enter], hint: "close", help: .preview) { state, _ in
            state.preview.isOpen = false
            state.preview.scroll = 0
            return []
        },
        KeyBinding("←→", [.left, .right, .tab], hint: "tab", help: .tabs) { state, key in
            state.turnPreviewTab(by: key == .left ? -1 : 1)
            return []
        },
        KeyBinding(
            "↑↓",
            [.up, .down, .pageUp, .pageDown, .home, .end],
            hint: "scroll",
            help: .scroll,
            when: { $0.lastScroll > 0 }
        ) { state, key in
            state.scrollPreview(key)
            return []
        },
    ]
}
