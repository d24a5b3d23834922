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

    init(_ place: MirrorPlace, reason: Phrase) {
        self.place = place
        self.reason = reason
    }

    /// The place that the operator asked for, right or not.
    package init(asked place: MirrorPlace) {
        self.place = place
        reason = Phrase("placement.asked.\(place.rawValue)")
    }

    /// - Parameter type: `nil` when the file does not say, which is treated as a cluster that manages itself.
    package init(type: ClusterType?, operation: ClusterOperation) {
        switch (type, operation) {
        case (.user, .create):
            place = .header
            reason = Phrase("placement.userCreate")
        case (.user, .update):
            place = .spec
            reason = Phrase("placement.userUpdate")
        case (let type?, _):
            place = .header
            reason = Phrase("placement.header", ["type": type.rawValue])
        case (nil, _):
            place = .header
            reason = Phrase("placement.unknownType")
        }
    }
}
