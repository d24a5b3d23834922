import Texts

/// `spec.type` of a Cluster; immutable.
package enum ClusterType: String, Sendable, CaseIterable, Codable {
    case admin, user, hybrid, standalone
}

/// What bmctl will do with the file.
package enum ClusterOperation: String, Sendable, CaseIterable, Codable {
    case create, update
}

/// The place where an edit has an effect, and why.
package struct MirrorPlacement: Equatable, Sendable {
    package let place: MirrorPlace
    package let reason: Phrase
    /// The other place, where an edit is said to have an effect, too; and on what that rests.
    package let alternative: Alternative?

    package struct Alternative: Equatable, Sendable {
        package let place: MirrorPlace
        package let reason: Phrase
    }

    init(_ place: MirrorPlace, reason: Phrase, alternative: Alternative? = nil) {
        self.place = place
        self.reason = reason
        self.alternative = alternative
    }

    /// The place that the operator asked for, right or not.
    package init(asked place: MirrorPlace) {
        self.init(place, reason: Phrase("placement.asked.\(place.rawValue)"))
    }

    /// This one, or another that was asked for.
    package func choosing(_ asked: MirrorPlace?) -> MirrorPlacement {
        guard let asked, asked != place else { return self }
        guard let alternative, alternative.place == asked else { return MirrorPlacement(asked: asked) }
        return MirrorPlacement(
            asked,
            reason: alternative.reason,
            alternative: Alternative(place: place, reason: reason)
        )
    }

    /// - Parameters:
    ///   - type: `nil` when the file does not say, which is treated as a cluster that manages itself.
    ///   - version: the cluster's; `nil` when the file does not say.
    package init(
        type: ClusterType?,
        operation: ClusterOperation,
        version: GDCVersion? = nil,
        releases: ReleaseTable = .current
    ) {
        switch (type, operation) {
        case (.user, .create): self.init(.header, reason: Phrase("placement.userCreate"))
        case (.user, .update):
            guard releases.headerRule(for: version) == .update, let version else {
                self.init(.spec, reason: Phrase("placement.userUpdate"))
                return
            }
            let arguments = [
                "version": "\(version)", "first": releases.firstWithHeaderUpdate?.description ?? "",
            ]
            self.init(
                .spec,
                reason: Phrase("placement.userUpdateEither", arguments),
                alternative: Alternative(
                    place: .header,
                    reason: Phrase("placement.headerRestsOnNote", arguments)
                )
            )
        case (let type?, _): self.init(.header, reason: Phrase("placement.header", ["type": type.rawValue]))
        case (nil, _): self.init(.header, reason: Phrase("placement.unknownType"))
        }
    }
}
