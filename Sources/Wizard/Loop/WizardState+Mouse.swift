import Texts

/// What clicks and the wheel mean: what the keys of the same place do.
extension WizardState {
    mutating func click(row: Int, column: Int) -> [Effect] {
        let texts = Catalogue.named(language) ?? .english
        switch view(self, texts).target(row: row, column: column) {
        case .key(let key): return reduceKey(&self, key)
        case .field(let index): return overlay == nil ? click(field: index) : []
        case .row(let index): return click(row: index)
        case .tab(let index):
            if overlay == nil { turn(toTab: index) }
            return []
        case .step(let id):
            if overlay == nil, id != step, !asks(before: .go(id)) { go(to: id) }
            return []
        case nil: return []
        }
    }

    /// A button does its work; of everything else the first click is the focus, and the second what Enter does.
    private mutating func click(field index: Int) -> [Effect] {
        let wasThere = focus == index
        if !wasThere { focus(index) }
        switch currentField?.kind {
        case .button: return reduceKey(&self, .character(" "))
        case .choice, .page: return wasThere ? reduceKey(&self, .character(" ")) : []
        case .item: return wasThere ? reduceKey(&self, .enter) : []
        case .text, .path, .secret, nil: return []
        }
    }

    private mutating func click(row index: Int) -> [Effect] {
        if overlay != nil {
            if asking.row == index { return reduceKey(&self, .enter) }
            let key: Key = index > asking.row ? .down : .up
            // As with the arrows: a list may show at once what is chosen.
            return (0..<abs(index - asking.row)).flatMap { _ in reduceKey(&self, key) }
        }
        switch step {
        case .hosts:
            if mirrors.hosts.row == index { return reduceKey(&self, .character(" ")) }
            mirrors.hosts.row = index
        case .pushLook, .push: push.row = index
        default: break
        }
        return []
    }

    private mutating func turn(toTab index: Int) {
        switch step {
        case .review: turnReviewTab(by: index - (ReviewTab.allCases.firstIndex(of: mirrors.diffView.tab) ?? 0))
        case .pushLook, .push: turnPushTab(by: index - (PushTab.allCases.firstIndex(of: push.tab) ?? 0))
        case .pull:
            while PullPane.allCases.indices.contains(index), trouble.pane != PullPane.allCases[index] { turnPullPane() }
        default: turnPreviewTab(by: index - preview.tab % PreviewTab.all.count)
        }
    }

    /// Where nothing else takes it: through what scrolls, else along a list.
    mutating func wheel(up: Bool) -> [Effect] {
        let page: Key = up ? .pageUp : .pageDown
        for layer in keyLayers where layer.first(for: page, self)?.help == .scroll { return reduceKey(&self, page) }
        if overlay != nil { return reduceKey(&self, up ? .up : .down) }
        guard case .item = currentField?.kind else { return [] }
        return reduceKey(&self, up ? .up : .down)
    }

    mutating func turnMouse() -> [Effect] {
        usesMouse.toggle()
        notice = Phrase(usesMouse ? "mouse.on" : "mouse.off")
        return [.useMouse(usesMouse)]
    }
}
