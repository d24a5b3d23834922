extension YAMLNode {
    package var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }
    /// The items of a sequence.
    package var items: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }
    package var entries: [YAMLEntry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// Text of a scalar that is not null. Numbers and booleans count as written.
    package var text: String? { isNull ? nil : scalar?.text }

    /// Nothing after the colon, `~` or `null`.
    package var isNull: Bool {
        guard let scalar, scalar.style == .plain, tag == nil else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
    }

    package subscript(key: String) -> YAMLNode? { entry(key)?.value }

    package func entry(_ key: String) -> YAMLEntry? { entries?.first { $0.key == key } }

    /// The node below several keys: `node[path: "spec", "nodeConfig"]`.
    package subscript(path keys: String...) -> YAMLNode? {
        var node: YAMLNode? = self
        for key in keys { node = node?[key] }
        return node
    }
}

/// One document of a stream.
package struct YAMLDocument: Equatable, Sendable {
    package let root: YAMLNode
    /// Byte offset of its `---`; `nil` when the document begins without one.
    package let marker: Int?
    /// `%YAML` or `%TAG` stands before the `---`.
    package let hasDirectives: Bool
    /// Byte offset of its `...`; `nil` when the document ends without one.
    package let endMarker: Int?
    package let duplicateKeys: [YAMLDuplicateKey]

    package static func == (left: YAMLDocument, right: YAMLDocument) -> Bool { left.root == right.root }
}

/// A key that stands in its mapping already; lines from 1.
package struct YAMLDuplicateKey: Equatable, Sendable {
    package let line: Int
    package let firstLine: Int
}
