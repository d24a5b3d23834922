import MirrorCore

/// What becomes of one file on a node.
package struct NodeFileChange: Equatable, Sendable {
    package enum Kind: String, Equatable, Sendable {
        case created, updated, removed
    }

    /// On the node.
    package let path: String
    /// `nil` where there is none.
    package let before: String?
    package let after: String?

    package var kind: Kind { before == nil ? .created : after == nil ? .removed : .updated }

    package func diff(context: Int = 3) -> UnifiedDiff {
        UnifiedDiff(old: Array((before ?? "").utf8), new: Array((after ?? "").utf8), context: context)
    }

    /// The files that differ: those of the old state in their order, then new ones.
    static func changes(from old: [RenderedFile], to new: [RenderedFile]) -> [NodeFileChange] {
        let before = Dictionary(old.map { ($0.path, $0.text) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.path, $0.text) }) { first, _ in first }
        let paths = old.map(\.path) + new.map(\.path).filter { before[$0] == nil }
        return paths.filter { before[$0] != after[$0] }.map {
            NodeFileChange(path: $0, before: before[$0], after: after[$0])
        }
    }
}
