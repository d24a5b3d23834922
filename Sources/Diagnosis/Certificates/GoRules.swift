/// What Go's `crypto/x509` and `crypto/tls` refuse, each with the release that brought it.
///
/// Sources: Go `src/crypto/x509/{parser,verify,x509,constraints}.go`, `src/crypto/tls/handshake_client.go`,
/// `src/crypto/rsa/rsa.go`, 1.19 to 1.26, and https://go.dev/doc/godebug.
package enum GoRule: String, CaseIterable, Sendable, Codable {
    // Reading one certificate.
    case encoding, version, name, time, publicKey, ellipticCurve, alternativeNames, extensionContent, algorithmsDiffer
    case trailingData, duplicateExtension, negativeSerial, criticalKeyIdentifier, criticalInformationAccess
    case duplicatePolicy, policyExtension, reservedCharacters, trailingDotInURI
    // Building a chain.
    case criticalExtension, expired, notYetValid, hostname, unknownAuthority, signature, notAnAuthority, weakSignature
    case unknownSignature, signerKey, pathLength, nameConstraint, extendedKeyUsage
    // The handshake itself.
    case largeRSAKey, smallRSAKey, keyType

    /// What a person has to mend.
    package enum Kind: String, Sendable, Codable {
        case reading, serial, authority, usage, key, signature, constraint, critical
        /// Told by verification itself: dates, names, an unknown authority.
        case known
    }

    package var kind: Kind { Self.table[self]?.kind ?? .reading }

    /// The first Go that refuses; 0 for every one since containerd 1.6.
    package var since: Int { Self.table[self]?.since ?? 0 }

    /// GODEBUG decides, and go.mod with it: older lines of go.mod take it, whatever compiler was used.
    package var followsModule: Bool { Self.table[self]?.followsModule ?? false }

    func isKept(by release: GoRelease) -> Bool { release.minor >= since }

    private struct Row {
        let kind: Kind
        let since: Int
        let followsModule: Bool

        init(_ kind: Kind, since: Int = 0, followsModule: Bool = false) {
            (self.kind, self.since, self.followsModule) = (kind, since, followsModule)
        }
    }

    /// ADD A RULE HERE: a test holds that none is missing.
    private static let table: [GoRule: Row] = [
        .encoding: Row(.reading),
        .version: Row(.reading),
        .name: Row(.reading),
        .time: Row(.reading),
        .publicKey: Row(.key),
        .ellipticCurve: Row(.key),
        .alternativeNames: Row(.reading),
        .extensionContent: Row(.reading),
        .algorithmsDiffer: Row(.reading),
        .trailingData: Row(.reading),
        .duplicateExtension: Row(.reading, since: 19),
        .negativeSerial: Row(.serial, since: 23, followsModule: true),
        .criticalKeyIdentifier: Row(.reading, since: 23),
        .criticalInformationAccess: Row(.reading, since: 23),
        .duplicatePolicy: Row(.reading, since: 24),
        // Policy constraints, mappings and inhibitAnyPolicy are read from then on; before, critical ones are unknown.
        .policyExtension: Row(.reading, since: 24),
        .reservedCharacters: Row(.reading, since: 26),
        .trailingDotInURI: Row(.reading),
        .criticalExtension: Row(.critical),
        .expired: Row(.known),
        .notYetValid: Row(.known),
        .hostname: Row(.known),
        .unknownAuthority: Row(.known),
        .signature: Row(.known),
        .notAnAuthority: Row(.authority),
        // SHA-1 since 1.18, GODEBUG=x509sha1=1 aside; MD5 always.
        .weakSignature: Row(.signature, since: 18),
        .unknownSignature: Row(.signature),
        .signerKey: Row(.key),
        .pathLength: Row(.constraint),
        .nameConstraint: Row(.constraint),
        .extendedKeyUsage: Row(.usage),
        // 1.19.12, 1.20.7 and 1.21.
        .largeRSAKey: Row(.key, since: 20),
        .smallRSAKey: Row(.key, since: 24, followsModule: true),
        .keyType: Row(.key),
    ]

    static func hasRow(_ rule: GoRule) -> Bool { table[rule] != nil }
}

/// One refusal, in Go's words.
package struct GoRefusal: Error, Equatable, Sendable, Codable {
    package let rule: GoRule
    /// `x509: negative serial number`
    package let words: String
    /// DER of the certificate that is at fault, where it is one.
    package var culprit: [UInt8]?

    package init(_ rule: GoRule, _ words: String, culprit: [UInt8]? = nil) {
        (self.rule, self.words, self.culprit) = (rule, words, culprit)
    }
}
