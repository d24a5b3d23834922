import MirrorCore

/// Everything the operator has answered; what `--answers` reads and a saved draft holds. No secrets.
package struct Answers: Equatable, Sendable, Codable {
    /// Empty for a new header.
    package var clusterConfigPath = ""
    /// Where a new header goes; unused with a cluster config file.
    package var newHeaderPath = ""
    /// Whether bmctl is to create the cluster or update it.
    package var operation = ClusterOperation.update
    /// Which of two places, where both are said to have an effect; `nil` for the one that works in every release.
    package var place: MirrorPlace?
    package var mirrors: [MirrorDraft] = []
    /// An image whose manifest the probe looks for; empty to skip.
    package var probeImage = ""
    package var push = PushAnswers()
    package var upgrade = UpgradeAnswers()

    package init() {}

    /// A key that is missing keeps its default, so that a file may hold just what its author cares about.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        clusterConfigPath = try values.decodeIfPresent(String.self, forKey: .clusterConfigPath) ?? ""
        newHeaderPath = try values.decodeIfPresent(String.self, forKey: .newHeaderPath) ?? ""
        operation = try values.decodeIfPresent(ClusterOperation.self, forKey: .operation) ?? .update
        place = try values.decodeIfPresent(MirrorPlace.self, forKey: .place)
        mirrors = try values.decodeIfPresent([MirrorDraft].self, forKey: .mirrors) ?? []
        probeImage = try values.decodeIfPresent(String.self, forKey: .probeImage) ?? ""
        push = try values.decodeIfPresent(PushAnswers.self, forKey: .push) ?? PushAnswers()
        upgrade = try values.decodeIfPresent(UpgradeAnswers.self, forKey: .upgrade) ?? UpgradeAnswers()
    }
}
