/// Which mirror of a file each intended one is.
enum MirrorMatching {
    /// For each intended mirror the index of the file's, `nil` for a new one. Equal ones first, then those with the same
    /// endpoint, then those at the same position: a mirror whose endpoint changed keeps its comments.
    static func match(_ intended: [MirrorDraft], with present: [MirrorDraft]) -> [Int?] {
        var matches = [Int?](repeating: nil, count: intended.count)
        var isUsed = [Bool](repeating: false, count: present.count)
        /// Gives each one that has none yet the first unused one with the same key.
        func pass<Key: Hashable>(_ key: (_ index: Int, _ draft: MirrorDraft) -> Key) {
            // Last ones first, so that the first is at the end.
            var places: [Key: [Int]] = [:]
            for index in present.indices.reversed() where !isUsed[index] {
                places[key(index, present[index]), default: []].append(index)
            }
            for index in intended.indices where matches[index] == nil {
                guard let found = places[key(index, intended[index])]?.popLast() else { continue }
                matches[index] = found
                isUsed[found] = true
            }
        }
        pass { $1 }
        pass { [$1.endpoint, $1.mirrorNamespace] }
        pass { $1.endpoint }
        pass { index, _ in index }
        return matches
    }
}

extension MirrorDraft {
    /// Without what the other place's spelling says.
    func fields(at place: MirrorPlace) -> MirrorDraft {
        var draft = self
        switch place {
        case .header: (draft.caCertSecret, draft.pullCredentialSecret) = ("", "")
        case .spec: (draft.caCertPath, draft.pullCredentialConfigPath) = ("", "")
        }
        return draft
    }
}
