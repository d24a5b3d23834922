/// What a pull of an image would come to, by one set of files.
package enum AuditResult: Equatable, Sendable {
    /// A mirror is asked first; whether it has the image was not asked.
    case configured
    /// A mirror has it; index of the attempt.
    case mirror(Int)
    /// The image's own name is one inside, and it is there.
    case own(Int)
    /// Its name is one inside: nothing leaves, and nobody was asked.
    case inside(AuditBounds.Reach)
    /// No mirror stands before the registry itself.
    case upstream
    /// The mirrors lack it: the registry itself is next.
    case upstreamNext
    /// Nobody who is asked gives it, and nobody outside is asked; containerd's words.
    case nobody(String)
    /// What decides it could not be seen.
    case unchecked([AuditDoubt])

    package var leaves: Bool { self == .upstream || self == .upstreamNext }
    package var isUnchecked: Bool { if case .unchecked = self { true } else { false } }
    package var isCovered: Bool {
        switch self {
        case .configured, .mirror: true
        default: false
        }
    }

    package var name: String {
        switch self {
        case .configured: "configured"
        case .mirror: "mirror"
        case .own: "own"
        case .inside: "inside"
        case .upstream: "upstream"
        case .upstreamNext: "upstreamNext"
        case .nobody: "nobody"
        case .unchecked: "unchecked"
        }
    }

    /// The worst of several counts.
    var rank: Int {
        switch self {
        case .upstream: 7
        case .upstreamNext: 6
        case .unchecked: 5
        case .nobody: 4
        case .configured: 3
        case .mirror: 2
        case .own: 1
        case .inside: 0
        }
    }
}

/// One image by one set of files.
package struct AuditWay: Equatable, Sendable {
    /// Whom a pull asks for the name, in order: base URLs.
    package let asked: [String]
    package let result: AuditResult
    /// What each host answered, by its base URL: `404 Not Found`.
    package let answers: [String: String]

    package init(asked: [String], result: AuditResult, answers: [String: String] = [:]) {
        self.asked = asked
        self.result = result
        self.answers = answers
    }
}

/// One image by all of them.
package struct AuditedImage: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// One way for each set of files.
        case pulled([AuditWay])
        /// `imagePullPolicy: Never`: nobody is ever asked.
        case neverPulled
        /// No image's name; containerd's words.
        case notAnImage(String)
        /// Its name is not known.
        case nameless
    }

    package let image: AuditImage
    /// Normalized; empty for what is no image's name.
    package let reference: String
    package let registryHost: String
    package let kind: Kind

    package init(image: AuditImage, reference: String, registryHost: String, kind: Kind) {
        self.image = image
        self.reference = reference
        self.registryHost = registryHost
        self.kind = kind
    }

    package var ways: [AuditWay] { if case .pulled(let ways) = kind { ways } else { [] } }

    /// What counts: the worst; `nil` where nobody is asked.
    package var worst: AuditWay? { ways.max { $0.result.rank < $1.result.rank } }
    package var result: AuditResult? { worst?.result }
}
