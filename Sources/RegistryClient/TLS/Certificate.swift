import CCurl

/// An X.509 certificate. All of its texts are untrusted and bounded.
package struct Certificate: Equatable, Sendable {
    package let der: [UInt8]
    /// RFC 2253.
    package let subject: String
    package let issuer: String
    package let commonName: String?
    package let organization: String?
    package let issuerOrganization: String?
    /// Seconds since 1970.
    package let notBefore: Int64
    package let notAfter: Int64
    package let dnsNames: [String]
    package let ipAddresses: [String]
    /// `AB:CD:…`, SHA-256 of the DER bytes.
    package let fingerprint: String
    package let isCA: Bool
    /// Its own key signed it.
    package let isSelfSigned: Bool
    package let keyType: String
    package let keyBits: Int
    package let signatureAlgorithm: String
    package let caIssuersURL: String?

    /// `nil` when the bytes are no certificate.
    package init?(der: [UInt8]) {
        guard let x509 = mc_x509_new(der, der.count) else { return nil }
        defer { mc_x509_free(x509) }
        func text(_ which: mc_x509_text) -> String? {
            let bytes = [UInt8](bounded: 512) { mc_x509_text(x509, which, $0, $1) }
            return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
        }
        var names: [String] = []
        var addresses: [String] = []
        for index in 0..<min(mc_x509_name_count(x509), 1000) {
            var isAddress: Int32 = 0
            let bytes = [UInt8](bounded: 256) { mc_x509_name(x509, index, &isAddress, $0, $1) }
            guard !bytes.isEmpty else { continue }
            let name = String(decoding: bytes, as: UTF8.self)
            if isAddress != 0 { addresses.append(name) } else { names.append(name) }
        }
        self.der = der
        subject = text(MC_SUBJECT) ?? ""
        issuer = text(MC_ISSUER) ?? ""
        commonName = text(MC_COMMON_NAME)
        organization = text(MC_ORGANIZATION)
        issuerOrganization = text(MC_ISSUER_ORGANIZATION)
        notBefore = mc_x509_not_before(x509)
        notAfter = mc_x509_not_after(x509)
        dnsNames = names
        ipAddresses = addresses
        fingerprint = text(MC_FINGERPRINT) ?? ""
        isCA = mc_x509_is_ca(x509) != 0
        isSelfSigned = mc_x509_is_self_signed(x509) != 0
        keyType = text(MC_KEY_TYPE) ?? ""
        keyBits = Int(mc_x509_key_bits(x509))
        signatureAlgorithm = text(MC_SIGNATURE_ALGORITHM) ?? ""
        caIssuersURL = text(MC_CA_ISSUERS)
    }

    /// The key of `parent` made the signature of `child`, both DER.
    package static func isSigned(_ child: [UInt8], by parent: [UInt8]) -> Bool {
        mc_x509_is_signed(child, child.count, parent, parent.count) == 1
    }

    /// The PEM blocks `CERTIFICATE` that hold one, as Go's `AppendCertsFromPEM` picks them; others are skipped.
    package static func all(inPEM pem: [UInt8]) -> [Certificate] {
        var found: [Certificate] = []
        withUnsafeMutablePointer(to: &found) { found in
            _ = mc_pem_certificates(pem, pem.count, found) { context, der, length in
                guard let context, let der else { return }
                let bytes = Array(UnsafeBufferPointer(start: der, count: length))
                guard let certificate = Certificate(der: bytes) else { return }
                context.assumingMemoryBound(to: [Certificate].self).pointee.append(certificate)
            }
        }
        return found
    }
}

extension Array where Element == UInt8 {
    /// What a C function wrote into a buffer of `bounded` bytes.
    fileprivate init(bounded: Int, _ write: (UnsafeMutablePointer<CChar>, Int) -> Int) {
        let buffer = [CChar](unsafeUninitializedCapacity: bounded) { buffer, count in
            count = buffer.baseAddress.map { write($0, bounded) } ?? 0
        }
        self = buffer.map { UInt8(bitPattern: $0) }
    }
}
