import MirrorCore

/// What validation made of a list of mirrors: a list may hold thousands of hosts, and every row of a page asks.
package struct CheckedMirrors: Equatable, Sendable {
    private var drafts: [MirrorDraft] = []
    private var place = MirrorPlace.header
    private var result = ValidatedMirrors.valid([])

    func validated(_ drafts: [MirrorDraft], at place: MirrorPlace) -> ValidatedMirrors {
        self.drafts == drafts && self.place == place ? result : validate(drafts, for: place)
    }

    mutating func check(_ drafts: [MirrorDraft], at place: MirrorPlace) {
        result = validated(drafts, at: place)
        self.drafts = drafts
        self.place = place
    }
}
