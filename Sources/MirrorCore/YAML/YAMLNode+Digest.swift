extension YAMLNode {
    /// A scalar in the node's place that is equal for equal nodes within one run of the program; null stays null.
    var digested: YAMLNode {
        if isNull { return self }
        // Over 64 bits of two seeds: enough that no edit that went wrong is taken for a good one, and a text of 15 bytes
        // needs no storage of its own.
        var (left, right) = (Hasher(), Hasher())
        left.combine(1)
        right.combine(2)
        feed(&left)
        feed(&right)
        let words = [left.finalize(), right.finalize()].map { String(UInt(bitPattern: $0), radix: 36) }
        let digest = YAMLScalar(text: String(words.joined().prefix(15)), style: .literal)
        return YAMLNode(content: .scalar(digest), place: place, isFlow: false, isAlias: false, properties: [])
    }

    /// Exactly what `==` compares.
    private func feed(_ hasher: inout Hasher) {
        hasher.combine(tag)
        switch content {
        case .scalar(let scalar):
            hasher.combine(0)
            hasher.combine(scalar.text)
            hasher.combine(scalar.style == .plain)
        case .sequence(let items):
            hasher.combine(1)
            hasher.combine(items.count)
            for item in items { item.feed(&hasher) }
        case .mapping(let entries):
            hasher.combine(2)
            hasher.combine(entries.count)
            for entry in entries {
                hasher.combine(entry.key)
                entry.value.feed(&hasher)
            }
        }
    }
}
