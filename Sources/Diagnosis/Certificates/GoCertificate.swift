import GoData

/// One certificate as Go's `x509.ParseCertificate` reads it, or what Go says instead.
///
/// Source: Go `src/crypto/x509/parser.go`.
struct GoCertificate: Sendable {
    typealias Tag = DERReader.Tag

    struct Extension: Equatable, Sendable {
        let id: String
        let isCritical: Bool
        let value: ArraySlice<UInt8>
    }

    let der: [UInt8]
    let release: GoRelease
    var version = 1
    var serial: ArraySlice<UInt8> = []
    var signatureAlgorithm = GoSignatureAlgorithm.unknown
    var issuer: ArraySlice<UInt8> = []
    var subject: ArraySlice<UInt8> = []
    var names = GoName()
    /// Seconds since 1970.
    var notBefore: Int64 = 0
    var notAfter: Int64 = 0
    var publicKey = GoPublicKey.unknown("")
    var publicKeyInfo: ArraySlice<UInt8> = []
    var extensions: [Extension] = []

    // Of the extensions.
    var keyUsage: UInt16?
    var isAuthority = false
    var hasBasicConstraints = false
    /// -1: no limit.
    var pathLength: Int64 = -1
    var alternativeNames = GoAlternativeNames()
    var constraints: GoNameConstraints?
    var authorityKeyID: ArraySlice<UInt8> = []
    var subjectKeyID: ArraySlice<UInt8> = []
    var extendedKeyUsages: [String] = []
    var unhandledCritical: [String] = []

    init(_ der: [UInt8], _ release: GoRelease = .newest) throws(GoRefusal) {
        self.der = der
        self.release = release
        do throws(GoRefusal) {
            try parse()
        } catch {
            throw GoRefusal(error.rule, error.words, culprit: der)
        }
    }

    /// Of a certificate that may be unreadable otherwise.
    static func subject(of der: [UInt8]) -> ArraySlice<UInt8>? {
        var file = DERReader(der[...])
        guard var outer = file.read(Tag.sequence), var body = outer.read(Tag.sequence),
            body.optional(Tag.context(0, constructed: true)) != nil
        else { return nil }
        // Serial, algorithm, issuer, validity.
        for _ in 0..<4 where body.any() == nil { return nil }
        return body.element(Tag.sequence)?.whole
    }

    func value(of id: String) -> ArraySlice<UInt8>? { extensions.first { $0.id == id }?.value }

    var hasAlternativeNames: Bool { value(of: "2.5.29.17") != nil }
    var isSerialNegative: Bool { (serial.first ?? 0) & 0x80 != 0 }
    var isSerialZero: Bool { serial.elementsEqual([0]) }

    // MARK: - Parsing

    private mutating func parse() throws(GoRefusal) {
        var file = DERReader(der[...])
        guard var outer = file.read(Tag.sequence) else { throw GoRefusal(.encoding, "x509: malformed certificate") }
        guard file.isEmpty else { throw GoRefusal(.trailingData, "x509: trailing data") }
        guard var body = outer.read(Tag.sequence) else {
            throw GoRefusal(.encoding, "x509: malformed tbs certificate")
        }
        try parseVersion(&body)
        guard let serial = body.integer() else { throw GoRefusal(.encoding, "x509: malformed serial number") }
        self.serial = serial
        if isSerialNegative, GoRule.negativeSerial.isKept(by: release) {
            throw GoRefusal(.negativeSerial, "x509: negative serial number")
        }
        try parseAlgorithms(&body, &outer)
        (issuer, _) = try name(&body)
        guard var validity = body.read(Tag.sequence) else { throw GoRefusal(.time, "x509: malformed validity") }
        notBefore = try GoTime.read(&validity)
        notAfter = try GoTime.read(&validity)
        (subject, names) = try name(&body)
        guard let info = body.element(Tag.sequence) else { throw GoRefusal(.encoding, "x509: malformed spki") }
        publicKeyInfo = info.whole
        publicKey = try GoPublicKey(info.content, release)
        if version > 1 { try parseExtensions(&body) }
        guard let signature = outer.bitString(), signature.unused <= 7 else {
            throw GoRefusal(.encoding, "x509: malformed signature")
        }
    }

    private mutating func parseVersion(_ body: inout DERReader) throws(GoRefusal) {
        guard var field = body.optional(Tag.context(0, constructed: true)) else {
            throw GoRefusal(.version, "x509: malformed version")
        }
        guard field != nil else { return }
        guard let number = field?.small(), field?.isEmpty == true, number >= 0 else {
            throw GoRefusal(.version, "x509: malformed version")
        }
        guard number <= 2 else { throw GoRefusal(.version, "x509: invalid version") }
        version = Int(number) + 1
    }

    private mutating func parseAlgorithms(_ body: inout DERReader, _ outer: inout DERReader) throws(GoRefusal) {
        guard let inner = body.element(Tag.sequence)?.content else {
            throw GoRefusal(.encoding, "x509: malformed signature algorithm identifier")
        }
        guard let other = outer.element(Tag.sequence)?.content else {
            throw GoRefusal(.encoding, "x509: malformed algorithm identifier")
        }
        guard inner == other else {
            throw GoRefusal(.algorithmsDiffer, "x509: inner and outer signature algorithm identifiers don't match")
        }
        signatureAlgorithm = GoSignatureAlgorithm(try GoAlgorithm(inner))
    }

    private func name(_ body: inout DERReader) throws(GoRefusal) -> (ArraySlice<UInt8>, GoName) {
        guard let element = body.element(Tag.sequence) else { throw GoRefusal(.name, "x509: malformed issuer") }
        return (element.whole, try GoName(element.content, release))
    }

    private mutating func parseExtensions(_ body: inout DERReader) throws(GoRefusal) {
        guard body.optional(Tag.context(1)) != nil else {
            throw GoRefusal(.encoding, "x509: malformed issuerUniqueID")
        }
        guard body.optional(Tag.context(2)) != nil else {
            throw GoRefusal(.encoding, "x509: malformed subjectUniqueID")
        }
        guard version == 3 else { return }
        guard let field = body.optional(Tag.context(3, constructed: true)) else {
            throw GoRefusal(.encoding, "x509: malformed extensions")
        }
        guard var wrapper = field else { return }
        guard var list = wrapper.read(Tag.sequence) else { throw GoRefusal(.encoding, "x509: malformed extensions") }
        var seen: Set<String> = []
        while !list.isEmpty {
            guard var one = list.read(Tag.sequence) else { throw GoRefusal(.encoding, "x509: malformed extension") }
            guard let id = one.objectIdentifier() else {
                throw GoRefusal(.encoding, "x509: malformed extension OID field")
            }
            var isCritical = false
            if one.peeks(Tag.boolean) {
                guard let flag = one.boolean() else {
                    throw GoRefusal(.encoding, "x509: malformed extension critical field")
                }
                isCritical = flag
            }
            guard let value = one.element(Tag.octetString)?.content else {
                throw GoRefusal(.encoding, "x509: malformed extension value field")
            }
            guard seen.insert(id).inserted else {
                throw GoRefusal(
                    .duplicateExtension,
                    release.minor < 23
                        ? "x509: certificate contains duplicate extensions"
                        : "x509: certificate contains duplicate extension with OID \(GoText.quoted(id))"
                )
            }
            extensions.append(Extension(id: id, isCritical: isCritical, value: value))
        }
        for one in extensions where try !readExtension(one) && one.isCritical { unhandledCritical.append(one.id) }
    }
}
