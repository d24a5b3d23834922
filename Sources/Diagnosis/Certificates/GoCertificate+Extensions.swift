extension GoCertificate {
    /// - Returns: `false` for one that Go does not know, or knows and does not understand.
    mutating func readExtension(_ one: Extension) throws(GoRefusal) -> Bool {
        var value = DERReader(one.value)
        switch one.id {
        case "2.5.29.14":
            if one.isCritical, GoRule.criticalKeyIdentifier.isKept(by: release) {
                throw GoRefusal(
                    .criticalKeyIdentifier,
                    "x509: subject key identifier incorrectly marked critical"
                )
            }
            guard let id = value.element(Tag.octetString) else { throw invalid("subject key identifier") }
            subjectKeyID = id.content
        case "2.5.29.15": try readKeyUsage(&value)
        case "2.5.29.17":
            alternativeNames = try GoAlternativeNames(one.value, release)
            return !alternativeNames.isEmpty
        case "2.5.29.19": try readBasicConstraints(&value)
        case "2.5.29.30":
            let read = try GoNameConstraints(one.value)
            constraints = read
            return !read.hasUnhandled
        case "2.5.29.31": try readDistributionPoints(&value)
        case "2.5.29.32": try readPolicies(&value)
        case "2.5.29.33", "2.5.29.36", "2.5.29.54":
            guard GoRule.policyExtension.isKept(by: release) else { return false }
            try readPolicyRules(one.id, &value)
        case "2.5.29.35": try readAuthorityKeyID(&value, isCritical: one.isCritical)
        case "2.5.29.37": try readExtendedKeyUsages(&value)
        case "1.3.6.1.5.5.7.1.1": try readInformationAccess(&value, isCritical: one.isCritical)
        default: return false
        }
        return true
    }

    private func invalid(_ what: String) -> GoRefusal { GoRefusal(.extensionContent, "x509: invalid \(what)") }

    private mutating func readKeyUsage(_ value: inout DERReader) throws(GoRefusal) {
        guard let bits = value.bitString() else { throw invalid("key usage") }
        var usage: UInt16 = 0
        let count = bits.bytes.count * 8 - Int(bits.unused)
        for index in 0..<min(9, count) {
            let byte = bits.bytes[bits.bytes.startIndex + index / 8]
            if byte & (0x80 >> (index % 8)) != 0 { usage |= 1 << index }
        }
        keyUsage = usage
    }

    private mutating func readBasicConstraints(_ value: inout DERReader) throws(GoRefusal) {
        func invalid(_ letter: String) -> GoRefusal {
            self.invalid("basic constraints" + (release.minor < 20 ? " " + letter : ""))
        }
        guard var fields = value.read(Tag.sequence) else { throw invalid("a") }
        if fields.peeks(Tag.boolean) {
            guard let flag = fields.boolean() else { throw invalid("b") }
            isAuthority = flag
        }
        if fields.peeks(Tag.integer) {
            guard let limit = fields.small(), limit >= 0 || release.minor < 26 else { throw invalid("c") }
            pathLength = limit
        }
        hasBasicConstraints = true
    }

    private func readDistributionPoints(_ value: inout DERReader) throws(GoRefusal) {
        guard var points = value.read(Tag.sequence) else { throw invalid("CRL distribution points") }
        while !points.isEmpty {
            guard var point = points.read(Tag.sequence),
                let field = point.optional(Tag.context(0, constructed: true))
            else { throw invalid("CRL distribution point") }
            guard var name = field else { continue }
            guard var names = name.read(Tag.context(0, constructed: true)) else {
                throw invalid("CRL distribution point")
            }
            while names.peeks(Tag.context(6)) {
                guard names.any() != nil else { throw invalid("CRL distribution point") }
            }
        }
    }

    private func readPolicies(_ value: inout DERReader) throws(GoRefusal) {
        guard var policies = value.read(Tag.sequence) else { throw invalid("certificate policies") }
        var seen: Set<[UInt8]> = []
        while !policies.isEmpty {
            guard var policy = policies.read(Tag.sequence) else { throw invalid("certificate policies") }
            let before = policy
            guard let id = policy.element(Tag.objectIdentifier)?.content, Self.isObjectIdentifier(id) else {
                throw invalid("certificate policies")
            }
            // Until then each part had to fit into 31 bits.
            var small = before
            if release.minor < 22, small.objectIdentifier() == nil { throw invalid("certificate policies") }
            if !seen.insert(Array(id)).inserted, GoRule.duplicatePolicy.isKept(by: release) {
                throw GoRefusal(.duplicatePolicy, "x509: invalid certificate policies")
            }
        }
    }

    private static func isObjectIdentifier(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let last = bytes.last, last & 0x80 == 0 else { return false }
        var isFirst = true
        for byte in bytes {
            if isFirst, byte == 0x80 { return false }
            isFirst = byte & 0x80 == 0
        }
        return true
    }

    private func readPolicyRules(_ id: String, _ value: inout DERReader) throws(GoRefusal) {
        func refusal(_ what: String) -> GoRefusal { GoRefusal(.policyExtension, "x509: invalid \(what) extension") }
        switch id {
        case "2.5.29.36":
            guard var fields = value.read(Tag.sequence) else { throw refusal("policy constraints") }
            for number in UInt8(0)...1 where fields.peeks(Tag.context(number)) {
                guard fields.small(Tag.context(number)) != nil else { throw refusal("policy constraints") }
            }
        case "2.5.29.33":
            guard var mappings = value.read(Tag.sequence) else { throw refusal("policy mappings") }
            while !mappings.isEmpty {
                guard var pair = mappings.read(Tag.sequence), pair.element(Tag.objectIdentifier) != nil,
                    pair.element(Tag.objectIdentifier) != nil
                else { throw refusal("policy mappings") }
            }
        default:
            guard value.small() != nil else { throw refusal("inhibit any policy") }
        }
    }

    private mutating func readAuthorityKeyID(_ value: inout DERReader, isCritical: Bool) throws(GoRefusal) {
        if isCritical, GoRule.criticalKeyIdentifier.isKept(by: release) {
            throw GoRefusal(.criticalKeyIdentifier, "x509: authority key identifier incorrectly marked critical")
        }
        guard var fields = value.read(Tag.sequence) else { throw invalid("authority key identifier") }
        if fields.peeks(Tag.context(0)) {
            guard let id = fields.element(Tag.context(0)) else { throw invalid("authority key identifier") }
            authorityKeyID = id.content
        }
    }

    private mutating func readExtendedKeyUsages(_ value: inout DERReader) throws(GoRefusal) {
        guard var usages = value.read(Tag.sequence) else { throw invalid("extended key usages") }
        while !usages.isEmpty {
            guard let usage = usages.objectIdentifier() else { throw invalid("extended key usages") }
            extendedKeyUsages.append(usage)
        }
    }

    private func readInformationAccess(_ value: inout DERReader, isCritical: Bool) throws(GoRefusal) {
        if isCritical, GoRule.criticalInformationAccess.isKept(by: release) {
            throw GoRefusal(
                .criticalInformationAccess,
                "x509: authority info access incorrectly marked critical"
            )
        }
        guard var list = value.read(Tag.sequence) else { throw invalid("authority info access") }
        while !list.isEmpty {
            guard var one = list.read(Tag.sequence), one.objectIdentifier() != nil else {
                throw invalid("authority info access")
            }
            if one.peeks(Tag.context(6)), one.any() == nil { throw invalid("authority info access") }
        }
    }
}

/// The extended key usages that have names.
package enum GoKeyUsage {
    static let any = "2.5.29.37.0"
    static let server = "1.3.6.1.5.5.7.3.1"

    private static let names = [
        any: "anyExtendedKeyUsage", server: "serverAuth", "1.3.6.1.5.5.7.3.2": "clientAuth",
        "1.3.6.1.5.5.7.3.3": "codeSigning", "1.3.6.1.5.5.7.3.4": "emailProtection",
        "1.3.6.1.5.5.7.3.8": "timeStamping", "1.3.6.1.5.5.7.3.9": "OCSPSigning",
        "1.3.6.1.5.5.7.3.5": "ipsecEndSystem", "1.3.6.1.5.5.7.3.17": "ipsecIKE",
        "1.3.6.1.4.1.311.10.3.3": "msSGC", "2.16.840.1.113730.4.1": "nsSGC",
        "1.3.6.1.4.1.311.20.2.2": "msSmartcardLogin", "1.3.6.1.5.2.3.5": "pkInitKDC",
    ]

    static func name(_ id: String) -> String { names[id] ?? id }
}
