import Containerd
import Texts

/// What went wrong with one request of a pull, or with the pull itself, in the words that containerd's errors have for it.
package enum PullFault: Equatable, Hashable, Sendable {
    // The certificate
    case unknownAuthority, expired, notYetValid, wrongName, otherCertificate
    // The handshake
    case tlsVersion, clientCertificate, tlsRefused, plainHTTP, httpOnTLS, notTLS
    // The way there
    case refused, timedOut, unreachable, reset, closed, nameNotResolved
    /// The proxy itself is out of reach.
    case proxyUnreachable
    /// The proxy answered CONNECT with a status; Go shows its reason phrase alone.
    case proxyRefused
    // The login
    case noCredential, accessDenied, tokenRefused, badChallenge
    /// The registry sent to a token server, and that one failed.
    indirect case tokenServer(PullFault)
    /// What a token server answers instead of a token.
    case tokenPage, noToken
    // The answer
    case webPage, mediaType, unknownType, schema1, contentMissing, wrongDigest, wrongSize, emptyContent
    case cutOff, brokenAnswer
    case status(Int)
    /// `REFERENCE: not found`: nobody who was asked gave it.
    case nobodyHasIt
    // The puller
    case gaveUp, stalled, noSpace
    // After everything was fetched, or before anybody was asked
    case platform, layersDamaged, layersMismatch, unpackFailed, ownStore, inspection
    case configuration, policy, neverPull, invalidName, heldBack, runtimeDown, noImageService
    case other

    package var name: String {
        switch self {
        case .status(404): "notFound"
        case .status: "status"
        case .tokenServer: "tokenServer"
        default: "\(self)"
        }
    }

    /// What happened, as a part of a sentence.
    package var phrase: Phrase {
        switch self {
        case .status(let status) where status != 404:
            Phrase("trace.fault.status", ["status": HTTPStatus.line(status)])
        case .tokenServer(let fault): Phrase("trace.fault.tokenServer", parts: ["what": fault.phrase])
        default: Phrase("trace.fault.\(name)")
        }
    }
}

extension PullFault {
    /// An answer that is no success, without a meaning of its own.
    var isOtherStatus: Bool {
        if case .status(let status) = self { ![400, 401, 403, 404].contains(status) } else { false }
    }

    var isTokenServer: Bool { if case .tokenServer = self { true } else { false } }

    /// Not one host's refusal: what was fetched, or the node, or whoever did not ask. Hosts that failed before are not its cause.
    var isOfPuller: Bool {
        switch self {
        case .webPage, .mediaType, .unknownType, .schema1, .wrongDigest, .wrongSize, .emptyContent, .noSpace,
            .platform, .layersDamaged, .layersMismatch, .unpackFailed, .ownStore, .inspection, .configuration,
            .policy, .neverPull, .invalidName, .heldBack, .runtimeDown, .noImageService:
            true
        default: false
        }
    }

    /// Nothing that any host sent plays a part in it.
    var isOfNode: Bool {
        switch self {
        case .noSpace, .unpackFailed, .ownStore, .inspection, .configuration, .policy, .neverPull, .invalidName,
            .heldBack, .runtimeDown, .noImageService:
            true
        default: false
        }
    }
}
