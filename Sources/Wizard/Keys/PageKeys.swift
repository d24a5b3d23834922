/// Which keys work on the page that is shown, and where each of them stands.
extension WizardState {
    /// In the order in which a key finds its meaning.
    package var keyLayers: [[KeyBinding]] { usualLayers.map(keyed) }

    private func keyed(_ table: [KeyBinding]) -> [KeyBinding] {
        keymap == Keymap() ? table : table.map { $0.rekeyed(keymap) }
    }

    private var usualLayers: [[KeyBinding]] {
        if let overlay { return [overlay.page.bindings(self), [.swallowing]] }
        if preview.isOpen { return [PreviewKeys.table, GlobalKeys.table(self), [.swallowing]] }
        let field = currentField
        let own = currentStep.bindings(self)
        let fieldKeys = field.map { FieldKeys(step: currentStep, field: $0).table(self) } ?? []
        return [GlobalKeys.table(self), own, fieldKeys, FormKeys.table]
    }

    /// Left to right on the key line: what has the focus, the step, the form, everywhere. ^C has its own place.
    package var keyLine: [KeyBinding] {
        let all: [KeyBinding]
        if let overlay {
            all = overlay.page.bindings(self)
        } else if preview.isOpen {
            all = PreviewKeys.table
        } else {
            let fieldKeys = currentField.map { FieldKeys(step: currentStep, field: $0).table(self) } ?? []
            let own = currentStep.bindings(self)
            let isTaken = (own + fieldKeys).contains { $0.keys.contains(.enter) && $0.holds(self) }
            let form = own.contains { $0.isSwallowing } ? [] : FormKeys.shown(enterIsTaken: isTaken)
            // Where a form is filled in, going on is the first thing.
            let middle = currentStep.parent == nil ? own + form : form + own
            all = fieldKeys + middle + GlobalKeys.table(self).filter { $0.hint != GlobalKeys.leave.hint }
        }
        return keyed(all).filter { $0.hint != nil && $0.holds(self) }
    }

    /// What F1 lists: every key of the page, whatever has the focus, also those that do nothing just now.
    package var helpLines: [HelpLine] {
        let known = Set(pageBindings.compactMap(\.help) + [.leave])
        return HelpLine.allCases.filter(known.contains)
    }

    func actions(of line: HelpLine) -> [ActionID] { pageBindings.filter { $0.help == line }.compactMap(\.action) }

    /// The keys of a line of F1, where the settings file has given it others.
    func givenKeys(_ line: HelpLine) -> String? {
        guard keymap != Keymap() else { return nil }
        let actions = actions(of: line)
        guard actions.contains(where: { keymap[$0] != nil }) else { return nil }
        return actions.compactMap { (keymap[$0] ?? $0.keys.first)?.name }.joined(separator: ", ")
    }

    private var pageBindings: [KeyBinding] {
        let everywhere = GlobalKeys.table(self)
        if preview.isOpen { return everywhere + PreviewKeys.table }
        let fields = currentStep.fields(self).flatMap { FieldKeys(step: currentStep, field: $0).table(self) }
        return everywhere + currentStep.bindings(self) + FormKeys.table + fields
    }
}
