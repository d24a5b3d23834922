import Texts

/// ^P: everything that can be done now, found by its words; Enter does it.
package struct Palette: Overlay {
    package init() {}

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("palette.title") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        Filter.add(state, to: &body)
        body.gap()
        let entries = state.paletteEntries
        if entries.isEmpty { body.add(texts("palette.none"), .hint) }
        let row = min(state.asking.row, max(0, entries.count - 1))
        for index in Filter.window(entries.count, row: row, height: state.size.rows - 9) {
            let (entry, isChosen) = (entries[index], index == row)
            body.add([
                Span(isChosen ? "▸ " : "  ", .stepCurrent), Span(entry.key.padded(to: 9), .key),
                Span(fittingWithDots(entry.title, width: body.width - 11), isChosen ? .focus : .text),
            ])
            body.mark(from: body.nextLine - 1, .row(index))
        }
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        let run = KeyBinding("Enter", [.enter], hint: "doIt", help: nil, when: { !$0.paletteEntries.isEmpty }) {
            state,
            _ in
            let entries = state.paletteEntries
            let entry = entries[min(state.asking.row, entries.count - 1)]
            state.overlay = nil
            return entry.run(&state)
        }
        return [run, Filter.rows { $0.paletteEntries.count }, .dismissal("close"), Filter.typing]
    }
}

/// Something that can be done.
struct PaletteEntry {
    let title: String
    /// As the key line spells it; empty for what has none.
    let key: String
    /// Found by these, too: the words of F1.
    let words: String
    let run: @Sendable (inout WizardState) -> [Effect]
}

extension WizardState {
    /// What the page itself can do first, pages and themes last.
    var paletteEntries: [PaletteEntry] {
        var page = self
        page.overlay = nil
        let texts = Catalogue.named(language) ?? .english
        var entries: [PaletteEntry] = []
        // What a key means is what the first layer says that has it.
        var taken: Set<Key> = []
        var known: [PaletteEntry] = []
        for layer in page.keyLayers {
            var those: [PaletteEntry] = []
            for binding in layer where binding.holds(page) {
                guard let key = binding.keys.first, !taken.contains(key) else { continue }
                guard binding.action != nil || binding.hint != nil, binding.action != .palette else { continue }
                if let help = binding.help, [.scroll, .tab, .arrows].contains(help) { continue }
                let title = binding.action.map { texts("action.\($0.rawValue)") } ?? texts("key.\(binding.hint ?? "")")
                let words = binding.help.map { texts("help.key.\($0.rawValue)") } ?? ""
                let name = binding.action == nil ? binding.name : key.name
                those.append(PaletteEntry(title: title, key: name, words: words) { binding.run(&$0, key) })
            }
            for binding in layer where binding.holds(page) { taken.formUnion(binding.keys) }
            known = those + known
        }
        entries = known
        entries.append(
            PaletteEntry(title: texts("palette.export"), key: "", words: "answers script") { state in
                state.askForExport()
                return []
            }
        )
        for step in Steps.all where step.id != self.step {
            let title = texts("palette.goTo", ["page": texts("step.\(step.id).title")])
            entries.append(
                PaletteEntry(title: title, key: "", words: "\(step.id)") { state in
                    if !state.asks(before: .go(step.id)) { state.go(to: step.id) }
                    return []
                }
            )
        }
        if themes.names.count > 1 {
            entries.append(
                PaletteEntry(title: texts("palette.theme"), key: "", words: "themes") { state in
                    let before = state.themes.current
                    state.ask(ThemePicker(before: before))
                    state.asking.row = state.themes.names.firstIndex(of: before) ?? 0
                    return []
                }
            )
        }
        return entries.filter { Filter.matches("\($0.title) \($0.key) \($0.words)", asking.filter) }
    }
}
