import MirrorCore

/// What validation made of a list of mirrors: a list may hold thousands of hosts, and every row of a page asks.
package struct CheckedMirrors: Equatable, Sendable {
    private var drafts: [MirrorDraft] = []
    private var place = MirrorPlace.header
    private var result = ValidatedMirrors.valid([])
    private var hosts = HostChecks()

    func validated(_ drafts: [MirrorDraft], at place: MirrorPlace) -> ValidatedMirrors {
        if self.drafts == drafts, self.place == place { return result }
        var known = hosts
        return validate(drafts, for: place, knowing: &known)
    }

    mutating func check(_ drafts: [MirrorDraft], at place: MirrorPlace) {
        guard self.drafts != drafts || self.place != place else { return }
        result = validate(drafts, for: place, knowing: &hosts)
        self.drafts = drafts
        self.place = place
    }
}
