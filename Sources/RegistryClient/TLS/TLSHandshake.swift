import CCurl

/// What a TLS handshake showed, whether it ended well or not.
package struct TLSHandshake: Equatable, Sendable {
    /// One reason to refuse the chain.
    package struct Problem: Equatable, Sendable {
        /// `X509_V_ERR_…`
        package let code: Int32
        /// 0 is the server's own certificate.
        package let depth: Int
        /// OpenSSL's words.
        package let text: String
    }

    /// `TLSv1.3`
    package let version: String?
    /// OpenSSL's name: `ECDHE-RSA-AES128-GCM-SHA256`.
    package let cipher: String?
    /// As sent, the server's own first.
    package let chain: [Certificate]
    /// The trusted certificate that the chain ended in, DER; `nil` where none was found.
    package let anchor: [UInt8]?
    package let problems: [Problem]
    package let isVerified: Bool
    package let wantsClientCertificate: Bool

    /// `nil` when no handshake took place.
    init?(_ peer: OpaquePointer) {
        var length = 0
        _ = mc_peer_first_bytes(peer, &length)
        guard length > 0 else { return nil }
        let version = String(cString: mc_peer_version(peer))
        self.version = version.isEmpty ? nil : version
        let cipher = String(cString: mc_peer_cipher(peer))
        self.cipher = cipher.isEmpty ? nil : cipher
        let anchor = mc_peer_anchor(peer, &length)
        self.anchor = length > 0 ? Array(UnsafeBufferPointer(start: anchor, count: length)) : nil
        chain = (0..<mc_peer_chain_count(peer)).compactMap { index in
            var length = 0
            let start = mc_peer_certificate(peer, index, &length)
            return Certificate(der: Array(UnsafeBufferPointer(start: start, count: length)))
        }
        problems = (0..<mc_peer_problem_count(peer)).map { index in
            let code = mc_peer_problem_code(peer, index)
            return Problem(
                code: code,
                depth: Int(mc_peer_problem_depth(peer, index)),
                text: String(cString: mc_problem_text(code))
            )
        }
        isVerified = mc_peer_verified(peer) != 0
        wantsClientCertificate = mc_peer_wants_certificate(peer) != 0
    }
}

/// The codes that have a meaning of their own here.
package enum VerificationCode {
    package static let issuerUnknown: Set<Int32> = [
        X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
        X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
        X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, X509_V_ERR_CERT_UNTRUSTED,
    ]
    package static let signatureMismatch: Set<Int32> = [X509_V_ERR_CERT_SIGNATURE_FAILURE]
    package static let expired: Set<Int32> = [X509_V_ERR_CERT_HAS_EXPIRED]
    package static let notYetValid: Set<Int32> = [X509_V_ERR_CERT_NOT_YET_VALID]
    package static let nameMismatch: Set<Int32> = [X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH]
    package static let usage: Set<Int32> = [X509_V_ERR_INVALID_PURPOSE]
    package static let weak: Set<Int32> = [
        X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK,
    ]
}
