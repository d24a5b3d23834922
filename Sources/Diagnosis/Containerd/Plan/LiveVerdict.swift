import Containerd
import Texts

/// How the attempts of a pull ended when they were made.
package enum LiveEnding: String, Equatable, Sendable, CaseIterable {
    /// A mirror has the image.
    case mirror
    /// Only the registry itself has it; the mirrors before it were passed over in silence.
    case upstreamInstead
    /// The registry itself has it, and no mirror is set up.
    case upstream
    case fails
    /// Some could not be asked.
    case unknown

    /// The node got the image, and from where it should.
    package var isGood: Bool { self == .mirror }
}

extension PullPlan {
    /// - Parameters:
    ///   - servedBy: the base URL that had the image.
    ///   - error: why the pull fails.
    package func ending(servedBy: String?, error: String?) -> LiveEnding {
        if error != nil { return .fails }
        guard let servedBy else { return .unknown }
        let server = resolving.first { $0.endpoint.baseURL == servedBy }
        guard server?.isUpstream == true else { return .mirror }
        return usesMirror ? .upstreamInstead : .upstream
    }

    /// What happened, instead of what would: one sentence.
    package func liveVerdict(servedBy: String?, error: String?) -> Phrase {
        let ending = ending(servedBy: servedBy, error: error)
        let asked = resolving.filter { $0.endpoint.baseURL != servedBy }.map(\.endpoint.baseURL)
        return Phrase(
            "why.ending.\(ending.rawValue)",
            [
                "image": reference.normalized, "registryHost": reference.registryHost, "url": servedBy ?? "–",
                "first": resolving.first?.endpoint.baseURL ?? "–",
                "asked": asked.isEmpty ? "–" : asked.joined(separator: ", "),
            ]
        )
    }
}
