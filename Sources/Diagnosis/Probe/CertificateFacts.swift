/// An X.509 certificate, as far as a person wants to see it.
package struct CertificateFacts: Equatable, Sendable, Codable {
    /// RFC 2253: `CN=Root,O=Example`.
    package var subject: String
    package var issuer: String
    package var commonName: String?
    package var organization: String?
    package var issuerOrganization: String?
    /// Seconds since 1970.
    package var notBefore: Int64
    package var notAfter: Int64
    /// Subject alternative names, in order: `registry.example.com`, `10.0.0.1`.
    package var dnsNames: [String]
    package var ipAddresses: [String]
    /// `AB:CD:…`, of the DER bytes.
    package var sha256Fingerprint: String
    package var isCA: Bool
    /// Its own key signed it.
    package var isSelfSigned: Bool
    /// `RSA`, `EC`, `ED25519`.
    package var keyType: String
    package var keyBits: Int
    /// `sha256WithRSAEncryption`
    package var signatureAlgorithm: String
    /// Authority Information Access: where the issuer's certificate can be fetched.
    package var caIssuersURL: String?
    package var der: [UInt8]

    package init(
        subject: String,
        issuer: String,
        commonName: String? = nil,
        organization: String? = nil,
        issuerOrganization: String? = nil,
        notBefore: Int64 = 0,
        notAfter: Int64 = 0,
        dnsNames: [String] = [],
        ipAddresses: [String] = [],
        sha256Fingerprint: String = "",
        isCA: Bool = false,
        isSelfSigned: Bool = false,
        keyType: String = "EC",
        keyBits: Int = 256,
        signatureAlgorithm: String = "ecdsa-with-SHA256",
        caIssuersURL: String? = nil,
        der: [UInt8] = []
    ) {
        self.subject = subject
        self.issuer = issuer
        self.commonName = commonName
        self.organization = organization
        self.issuerOrganization = issuerOrganization
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.dnsNames = dnsNames
        self.ipAddresses = ipAddresses
        self.sha256Fingerprint = sha256Fingerprint
        self.isCA = isCA
        self.isSelfSigned = isSelfSigned
        self.keyType = keyType
        self.keyBits = keyBits
        self.signatureAlgorithm = signatureAlgorithm
        self.caIssuersURL = caIssuersURL
        self.der = der
    }

    package var subjectAlternativeNames: [String] { dnsNames + ipAddresses }
}
