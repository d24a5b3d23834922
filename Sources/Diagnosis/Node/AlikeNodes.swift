/// Nodes that do the same for every image, under one letter: the largest group is what is usual, A.
package struct AlikeNodes: Equatable, Sendable {
    package struct Group: Equatable, Sendable {
        package let letter: String
        /// `NodeJudgement.identityDigest`
        package let identity: String
        /// Indices among the nodes.
        package let nodes: [Int]
    }

    /// The odd ones first: small groups, then large ones.
    package let groups: [Group]

    /// - Parameter identities: of the nodes; `nil` for one without a report, which is in no group.
    package init(_ identities: [String?]) {
        var order: [String] = []
        var members: [String: [Int]] = [:]
        for (index, identity) in identities.enumerated() {
            guard let identity else { continue }
            if members[identity] == nil { order.append(identity) }
            members[identity, default: []].append(index)
        }
        let bySize = order.enumerated().sorted { left, right in
            let sizes = (members[left.element]?.count ?? 0, members[right.element]?.count ?? 0)
            return sizes.0 == sizes.1 ? left.offset < right.offset : sizes.0 > sizes.1
        }.map(\.element)
        groups = bySize.enumerated().reversed().map { rank, identity in
            Group(letter: Self.letter(rank), identity: identity, nodes: members[identity] ?? [])
        }
    }

    private static func letter(_ rank: Int) -> String {
        rank < 26 ? String(UnicodeScalar(UInt8(0x41 + rank))) : "\(rank + 1)"
    }
}
