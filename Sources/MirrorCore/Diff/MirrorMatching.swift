/// Which mirror of a file each intended one is.
enum MirrorMatching {
    /// For each intended mirror the index of the file's, `nil` for a new one. Equal ones first, then those with the same
    /// endpoint, then those at the same position: a mirror whose endpoint changed keeps its comments.
    static func match(_ intended: [MirrorDraft], with present: [MirrorDraft]) -> [Int?] {
        var matches = [Int?](repeating: nil, count: intended.count)
        var unused = Set(present.indices)
        func pass(_ isSame: (_ intended: Int, _ present: Int) -> Bool) {
            for index in intended.indices where matches[index] == nil {
                guard let found = unused.sorted().first(where: { isSame(index, $0) }) else { continue }
                matches[index] = found
                unused.remove(found)
            }
        }
        pass { intended[$0] == present[$1] }
        pass {
            intended[$0].endpoint == present[$1].endpoint
                && intended[$0].mirrorNamespace == present[$1].mirrorNamespace
        }
        pass { intended[$0].endpoint == present[$1].endpoint }
        pass { $0 == $1 }
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
