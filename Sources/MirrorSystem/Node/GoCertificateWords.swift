import Glibc
import RegistryClient

/// What Go's crypto/x509 says of a certificate that OpenSSL refused: containerd and the Pod event show these words.
///
/// Go looks at the dates of the server's own certificate first, then at its names, then for who signed it.
enum GoCertificateWords {
    /// `X509_V_ERR_…` of OpenSSL's x509_vfy.h.
    private enum Code {
        static let notYetValid: Int32 = 9
        static let expired: Int32 = 10
        static let purpose: Int32 = 26
        static let hostMismatch: Int32 = 62
        static let addressMismatch: Int32 = 64
    }

    /// - Parameters:
    ///   - host: what the certificate had to be valid for.
    ///   - now: seconds since 1970.
    static func text(_ handshake: TLSHandshake?, host: String, now: Int64) -> String {
        let unknown = "certificate signed by unknown authority"
        guard let handshake, let own = handshake.chain.first else { return unknown }
        let codes = Set(handshake.problems.filter { $0.depth == 0 }.map(\.code))
        if codes.contains(Code.expired) { return dates(now, "after", own.notAfter) }
        if codes.contains(Code.notYetValid) { return dates(now, "before", own.notBefore) }
        if codes.contains(Code.hostMismatch) || codes.contains(Code.addressMismatch) { return names(own, host) }
        return codes.contains(Code.purpose) ? "certificate specifies an incompatible key usage" : unknown
    }

    private static func names(_ own: Certificate, _ host: String) -> String {
        if isAddress(host) {
            return own.ipAddresses.isEmpty
                ? "cannot validate certificate for \(host) because it doesn't contain any IP SANs"
                : "certificate is valid for \(own.ipAddresses.joined(separator: ", ")), not \(host)"
        }
        if !own.dnsNames.isEmpty {
            return "certificate is valid for \(own.dnsNames.joined(separator: ", ")), not \(host)"
        }
        return own.ipAddresses.isEmpty
            ? "certificate relies on legacy Common Name field, use SANs instead"
            : "certificate is not valid for any names, but wanted to match \(host)"
    }

    private static func isAddress(_ host: String) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET, host, &address) == 1 || inet_pton(AF_INET6, host, &address) == 1
    }

    private static func dates(_ now: Int64, _ relation: String, _ limit: Int64) -> String {
        "certificate has expired or is not yet valid: current time \(rfc3339(now)) is \(relation) \(rfc3339(limit))"
    }

    private static func rfc3339(_ seconds: Int64) -> String {
        var (time, parts) = (time_t(seconds), tm())
        gmtime_r(&time, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
