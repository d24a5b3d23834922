import GoData

/// PEM blocks as Go's `crypto/tls` and `crypto/x509` look at them; keys are not matched with certificates.
package enum PEM {
    package struct Block: Equatable {
        package let type: String
        package let isDER: Bool
    }

    package static func blocks(_ bytes: [UInt8]) -> [Block] {
        var blocks: [Block] = []
        var type: String?
        var body = ""
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.hasPrefix("-----BEGIN "), let end = line.dropFirst(11).firstIndex(of: "-") {
                type = String(line.dropFirst(11)[..<end])
                body = ""
            } else if line.hasPrefix("-----END ") {
                if let type { blocks.append(Block(type: type, isDER: isSequence(Base64.decode(body)))) }
                type = nil
            } else if type != nil, !line.contains(":") {
                body += line.filter { !$0.isWhitespace }
            }
        }
        return blocks
    }

    /// `CertPool.AppendCertsFromPEM`: did it find one certificate at least?
    package static func holdsCertificate(_ bytes: [UInt8]) -> Bool {
        blocks(bytes).contains { $0.type == "CERTIFICATE" && $0.isDER }
    }

    /// `tls.X509KeyPair`: its error text, or `nil`.
    package static func keyPairError(certificate: [UInt8], key: [UInt8]) -> String? {
        let certificates = blocks(certificate)
        guard certificates.contains(where: { $0.type == "CERTIFICATE" }) else {
            if certificates.isEmpty { return "tls: failed to find any PEM data in certificate input" }
            if certificates.count == 1, certificates[0].type.hasSuffix("PRIVATE KEY") {
                return "tls: failed to find certificate PEM data in certificate input, "
                    + "but did find a private key; PEM inputs may have been switched"
            }
            return "tls: failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks "
                + "of the following types: [\(certificates.map(\.type).joined(separator: " "))]"
        }
        let keys = blocks(key)
        guard keys.contains(where: { $0.type == "PRIVATE KEY" || $0.type.hasSuffix(" PRIVATE KEY") }) else {
            if keys.isEmpty { return "tls: failed to find any PEM data in key input" }
            if keys.count == 1, keys[0].type == "CERTIFICATE" {
                return "tls: found a certificate rather than a key in the PEM for the private key"
            }
            return "tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping "
                + "PEM blocks of the following types: [\(keys.map(\.type).joined(separator: " "))]"
        }
        return nil
    }

    /// A DER SEQUENCE that fills the bytes.
    private static func isSequence(_ bytes: [UInt8]?) -> Bool {
        guard let bytes, bytes.count >= 2, bytes[0] == 0x30 else { return false }
        if bytes[1] < 0x80 { return bytes.count == 2 + Int(bytes[1]) }
        let count = Int(bytes[1] & 0x7F)
        guard (1...4).contains(count), bytes.count >= 2 + count else { return false }
        let length = bytes[2..<2 + count].reduce(0) { $0 << 8 | Int($1) }
        return bytes.count == 2 + count + length
    }
}
