import Texts

/// Whom nodes ask for images of one registry host, before and after.
package struct SourceChange: Equatable, Sendable {
    package let registryHost: String
    /// Base URLs, in the order they are asked; the last one is the registry itself where it is asked at all.
    package let before: [String]
    package let after: [String]

    /// Images come straight from the registry afterwards, where a mirror was asked first.
    package let losesMirror: Bool

    /// `REGISTRYHOST: A, B → C`
    package var phrase: Phrase {
        Phrase(
            losesMirror ? "consequence.losesMirror" : "consequence.source",
            [
                "registryHost": registryHost, "before": before.joined(separator: ", "),
                "after": after.joined(separator: ", "),
            ]
        )
    }
}
