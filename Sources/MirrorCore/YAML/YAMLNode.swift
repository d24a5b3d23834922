/// A value in a YAML document, with the bytes it came from.
package struct YAMLNode: Sendable {
    package enum Content: Equatable, Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
    }

    package let content: Content
    package let place: YAMLSpan
    /// `[a, b]` or `{a: b}`.
    package let isFlow: Bool
    /// Written as `*name`; the content is the anchored node's, the place is the alias's own.
    package let isAlias: Bool
    /// Empty for nearly every node, and then without storage.
    let properties: [YAMLProperty]

    package var anchor: String? {
        for case .anchor(let name) in properties { return name }
        return nil
    }
    /// The tag as written out, resolved; `nil` when there is none.
    package var tag: String? {
        for case .tag(let name) in properties { return name }
        return nil
    }
}

/// Equal in meaning: where it stands, its comments and how a collection is laid out do not count.
extension YAMLNode: Equatable {
    package static func == (left: YAMLNode, right: YAMLNode) -> Bool {
        left.tag == right.tag && left.content == right.content
    }
}

enum YAMLProperty: Equatable, Sendable {
    case anchor(String)
    case tag(String)
}

/// Text with the way it was written; a plain `true` is a boolean, a quoted one is text.
package struct YAMLScalar: Equatable, Sendable {
    package enum Style: UInt8, Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    package let text: String
    package let style: Style

    package static func == (left: YAMLScalar, right: YAMLScalar) -> Bool {
        left.text == right.text && (left.style == .plain) == (right.style == .plain)
    }
}

/// One `key: value` of a mapping, in the file's order.
package struct YAMLEntry: Equatable, Sendable {
    package let key: String
    package let keyPlace: YAMLSpan
    package let value: YAMLNode

    package static func == (left: YAMLEntry, right: YAMLEntry) -> Bool {
        left.key == right.key && left.value == right.value
    }
}

/// Where a node stands. Int32 keeps the tree of a 64 MiB file small.
package struct YAMLSpan: Equatable, Sendable {
    /// From 1, as libyaml counts lines.
    package let line: Int32
    /// From 1, in Unicode scalars.
    package let column: Int32
    /// Byte offset of the first byte, properties (`&a`, `!t`) included.
    package let start: Int32
    /// Byte offset after the last byte of content: never trailing comments or blank lines.
    package let end: Int32

    package var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}
