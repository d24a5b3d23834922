/// An AlgorithmIdentifier.
struct GoAlgorithm: Equatable, Sendable {
    let id: String
    /// The element with its header; empty without one.
    let parameters: ArraySlice<UInt8>

    static let null: [UInt8] = [5, 0]

    /// - Parameter content: of the sequence.
    init(_ content: ArraySlice<UInt8>) throws(GoRefusal) {
        var reader = DERReader(content)
        guard let id = reader.objectIdentifier() else { throw GoRefusal(.encoding, "x509: malformed OID") }
        self.id = id
        if reader.isEmpty {
            parameters = []
        } else {
            guard let element = reader.any() else { throw GoRefusal(.encoding, "x509: malformed parameters") }
            parameters = element.whole
        }
    }

    var hasNoneOrNull: Bool { parameters.isEmpty || parameters.elementsEqual(Self.null) }
}

/// A key as Go knows it.
enum GoPublicKey: Equatable, Sendable {
    case rsa(bits: Int)
    case ecdsa(curve: String)
    case ed25519
    case dsa
    /// Go keeps the certificate and has no key of it; the algorithm's identifier.
    case unknown(String)

    /// `RSA`, as error texts have it.
    var family: String? {
        switch self {
        case .rsa: "RSA"
        case .ecdsa: "ECDSA"
        case .ed25519: "Ed25519"
        case .dsa: "DSA"
        case .unknown: nil
        }
    }

    /// `%T`
    var goType: String {
        switch self {
        case .rsa: "*rsa.PublicKey"
        case .ecdsa: "*ecdsa.PublicKey"
        case .ed25519: "ed25519.PublicKey"
        case .dsa: "*dsa.PublicKey"
        case .unknown: "<nil>"
        }
    }

    private static let curves: [String: (name: String, bytes: Int)] = [
        "1.3.132.0.33": ("P-224", 28), "1.2.840.10045.3.1.7": ("P-256", 32), "1.3.132.0.34": ("P-384", 48),
        "1.3.132.0.35": ("P-521", 66),
    ]

    /// - Parameter content: of the SubjectPublicKeyInfo.
    init(_ content: ArraySlice<UInt8>, _ release: GoRelease) throws(GoRefusal) {
        typealias Tag = DERReader.Tag
        var info = DERReader(content)
        guard let identifier = info.element(Tag.sequence)?.content else {
            throw GoRefusal(.encoding, "x509: malformed public key algorithm identifier")
        }
        let algorithm = try GoAlgorithm(identifier)
        guard let bits = info.bitString() else { throw GoRefusal(.encoding, "x509: malformed subjectPublicKey") }
        let data = Self.rightAligned(bits.bytes, bits.unused)
        switch algorithm.id {
        case "1.2.840.113549.1.1.1": self = try Self.rsa(algorithm, data[...])
        case "1.2.840.10045.2.1": self = try Self.ecdsa(algorithm, data, release)
        case "1.3.101.112":
            guard algorithm.parameters.isEmpty else {
                throw GoRefusal(.publicKey, "x509: Ed25519 key encoded with illegal parameters")
            }
            guard data.count == 32 else { throw GoRefusal(.publicKey, "x509: wrong Ed25519 public key size") }
            self = .ed25519
        case "1.2.840.10040.4.1":
            try Self.checkDSA(algorithm, data[...])
            self = .dsa
        default: self = .unknown(algorithm.id)
        }
    }

    private static func rightAligned(_ bytes: ArraySlice<UInt8>, _ unused: UInt8) -> [UInt8] {
        guard unused > 0 else { return Array(bytes) }
        var (result, carry): ([UInt8], UInt8) = ([], 0)
        for byte in bytes {
            result.append(carry | byte >> unused)
            carry = byte << (8 - unused)
        }
        return result
    }

    private static func rsa(_ algorithm: GoAlgorithm, _ data: ArraySlice<UInt8>) throws(GoRefusal) -> GoPublicKey {
        guard algorithm.parameters.elementsEqual(GoAlgorithm.null) else {
            throw GoRefusal(.publicKey, "x509: RSA key missing NULL parameters")
        }
        var outer = DERReader(data)
        guard var key = outer.read(DERReader.Tag.sequence) else {
            throw GoRefusal(.publicKey, "x509: invalid RSA public key")
        }
        guard let modulus = key.integer() else { throw GoRefusal(.publicKey, "x509: invalid RSA modulus") }
        guard let exponent = key.small() else { throw GoRefusal(.publicKey, "x509: invalid RSA public exponent") }
        guard isPositive(modulus) else {
            throw GoRefusal(.publicKey, "x509: RSA modulus is not a positive number")
        }
        guard exponent > 0 else {
            throw GoRefusal(.publicKey, "x509: RSA public exponent is not a positive number")
        }
        let digits = modulus.drop { $0 == 0 }
        return .rsa(bits: digits.count * 8 - (digits.first?.leadingZeroBitCount ?? 0))
    }

    private static func ecdsa(
        _ algorithm: GoAlgorithm,
        _ data: [UInt8],
        _ release: GoRelease
    ) throws(GoRefusal) -> GoPublicKey {
        var parameters = DERReader(algorithm.parameters)
        guard let id = parameters.objectIdentifier() else {
            throw GoRefusal(.ellipticCurve, "x509: invalid ECDSA parameters")
        }
        guard let curve = curves[id] else { throw GoRefusal(.ellipticCurve, "x509: unsupported elliptic curve") }
        // Compressed points are none to Go.
        guard data.first == 4, data.count == 1 + 2 * curve.bytes else {
            throw GoRefusal(
                .publicKey,
                release.minor < 26
                    ? "x509: failed to unmarshal elliptic curve point" : "ecdsa: invalid uncompressed public key"
            )
        }
        return .ecdsa(curve: curve.name)
    }

    private static func checkDSA(_ algorithm: GoAlgorithm, _ data: ArraySlice<UInt8>) throws(GoRefusal) {
        var key = DERReader(data)
        guard let y = key.integer() else { throw GoRefusal(.publicKey, "x509: invalid DSA public key") }
        var outer = DERReader(algorithm.parameters)
        guard var fields = outer.read(DERReader.Tag.sequence), let p = fields.integer(), let q = fields.integer(),
            let g = fields.integer()
        else { throw GoRefusal(.publicKey, "x509: invalid DSA parameters") }
        guard [y, p, q, g].allSatisfy(isPositive) else {
            throw GoRefusal(.publicKey, "x509: zero or negative DSA parameter")
        }
    }

    private static func isPositive(_ integer: ArraySlice<UInt8>) -> Bool {
        (integer.first ?? 0) & 0x80 == 0 && !integer.elementsEqual([0])
    }
}

/// What Go makes of a signature's AlgorithmIdentifier.
struct GoSignatureAlgorithm: Equatable, Sendable {
    /// `SHA256-RSA`; empty for one that Go does not know.
    let name: String
    /// `RSA`
    let family: String

    static let unknown = GoSignatureAlgorithm(name: "", family: "")

    private init(name: String, family: String) { (self.name, self.family) = (name, family) }

    private static let known: [String: (String, String)] = [
        "1.2.840.113549.1.1.4": ("MD5-RSA", "RSA"), "1.2.840.113549.1.1.5": ("SHA1-RSA", "RSA"),
        "1.3.14.3.2.29": ("SHA1-RSA", "RSA"), "1.2.840.113549.1.1.11": ("SHA256-RSA", "RSA"),
        "1.2.840.113549.1.1.12": ("SHA384-RSA", "RSA"), "1.2.840.113549.1.1.13": ("SHA512-RSA", "RSA"),
        "1.2.840.10040.4.3": ("DSA-SHA1", "DSA"), "2.16.840.1.101.3.4.3.2": ("DSA-SHA256", "DSA"),
        "1.2.840.10045.4.1": ("ECDSA-SHA1", "ECDSA"), "1.2.840.10045.4.3.2": ("ECDSA-SHA256", "ECDSA"),
        "1.2.840.10045.4.3.3": ("ECDSA-SHA384", "ECDSA"), "1.2.840.10045.4.3.4": ("ECDSA-SHA512", "ECDSA"),
        "1.3.101.112": ("Ed25519", "Ed25519"),
    ]

    init(_ algorithm: GoAlgorithm) {
        if algorithm.id == "1.2.840.113549.1.1.10" {
            self = Self.pss(algorithm.parameters)
        } else if let (name, family) = Self.known[algorithm.id], family != "Ed25519" || algorithm.parameters.isEmpty {
            self.init(name: name, family: family)
        } else {
            self = .unknown
        }
    }

    var isMD5: Bool { name == "MD5-RSA" }
    var isSHA1: Bool { name.contains("SHA1") }

    private static let hashes: [String: (String, Int64)] = [
        "2.16.840.1.101.3.4.2.1": ("SHA256-RSAPSS", 32), "2.16.840.1.101.3.4.2.2": ("SHA384-RSAPSS", 48),
        "2.16.840.1.101.3.4.2.3": ("SHA512-RSAPSS", 64),
    ]

    /// Go knows three: MGF1 of the same hash, and a salt as long as it.
    private static func pss(_ parameters: ArraySlice<UInt8>) -> GoSignatureAlgorithm {
        typealias Tag = DERReader.Tag
        var outer = DERReader(parameters)
        guard var fields = outer.read(Tag.sequence), var first = fields.read(Tag.context(0, constructed: true)),
            let hash = algorithm(&first), hash.hasNoneOrNull,
            var second = fields.read(Tag.context(1, constructed: true)), let mask = algorithm(&second),
            mask.id == "1.2.840.113549.1.1.8"
        else { return .unknown }
        var inner = DERReader(mask.parameters)
        guard let maskHash = algorithm(&inner), maskHash.id == hash.id, maskHash.hasNoneOrNull,
            var third = fields.read(Tag.context(2, constructed: true)), let salt = third.small(),
            let (name, length) = hashes[hash.id], salt == length
        else { return .unknown }
        if var trailer = fields.read(Tag.context(3, constructed: true)), trailer.small() != 1 { return .unknown }
        return GoSignatureAlgorithm(name: name, family: "RSA")
    }

    private static func algorithm(_ reader: inout DERReader) -> GoAlgorithm? {
        guard let content = reader.element(DERReader.Tag.sequence)?.content else { return nil }
        return try? GoAlgorithm(content)
    }
}
