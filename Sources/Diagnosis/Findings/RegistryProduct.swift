import Texts

/// What answers as a registry, by what it says about itself.
package enum RegistryProduct: String, Sendable, CaseIterable {
    case harbor, quay, nexus, artifactory, zot, distribution

    /// `product.NAME`
    package var name: Phrase { Phrase("product.\(rawValue)") }
    /// What an operator must know about it before a push: `product.NAME.needs`
    package var needs: Phrase { Phrase("product.\(rawValue).needs") }
}

/// A product, and the words by which it was known.
package struct RecognizedRegistry: Equatable, Sendable {
    package let product: RegistryProduct
    package let evidence: String

    /// `nil` when nothing answered as a registry.
    package init?(_ report: ProbeReport) {
        guard report.isRegistry || report.ping?.status == 401 else { return nil }
        let answers = [report.ping, report.login?.answer].compactMap { $0 }
        let challenges = report.login?.challenges ?? []
        func realm(_ fits: (String) -> Bool) -> String? {
            challenges.compactMap(\.realm).first { fits($0.lowercased()) }.map { "realm \($0)" }
        }
        func mark(_ fits: (String) -> Bool) -> String? { answers.flatMap(\.marks).first { fits($0.lowercased()) } }
        func server(_ start: String) -> String? {
            answers.compactMap(\.server).first { $0.lowercased().hasPrefix(start) }.map { "Server: \($0)" }
        }
        let service = challenges.compactMap(\.service).first { $0 == "harbor-registry" }.map { "service \($0)" }
        let found: [(RegistryProduct, String?)] = [
            (
                .artifactory,
                mark { $0.hasPrefix("x-artifactory-") || $0.hasPrefix("x-jfrog-") } ?? server("artifactory")
                    ?? realm { $0.contains("/api/docker/") || $0.hasPrefix("artifactory realm") }
            ),
            (.nexus, server("nexus/") ?? realm { $0.hasPrefix("sonatype nexus") }),
            (.harbor, service ?? mark { $0.hasPrefix("x-harbor-") } ?? realm { $0.hasSuffix("/service/token") }),
            (.quay, server("quay") ?? realm { $0.hasSuffix("/v2/auth") }),
            (.zot, mark { $0.contains("x-zot-api-client") }),
            (.distribution, answers.compactMap(\.apiVersion).first.map { "Docker-Distribution-Api-Version: \($0)" }),
        ]
        guard let first = found.first(where: { $0.1 != nil }), let evidence = first.1 else { return nil }
        (product, self.evidence) = (first.0, evidence)
    }
}
