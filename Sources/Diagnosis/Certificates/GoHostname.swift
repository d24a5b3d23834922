import GoData

/// `Certificate.VerifyHostname`
struct GoHostname {
    let host: String

    init(_ host: String) { self.host = host }

    private static let manyNames = 100

    func refusal(by leaf: GoCertificate) -> GoRefusal? {
        let names = leaf.alternativeNames
        if let address = GoIP.parse(host) {
            let isNamed = names.addresses.contains { $0.count == 16 ? $0 == address : Self.mapped($0) == address }
            return isNamed ? nil : GoRefusal(.hostname, words(leaf), culprit: leaf.der)
        }
        let isName = GoDomain.isHostname(host, asPattern: false)
        let isNamed = names.dns.contains { pattern in
            if isName, GoDomain.isHostname(pattern, asPattern: true) { return GoDomain.matches(pattern, host) }
            guard !pattern.isEmpty, pattern != "." else { return false }
            return GoDomain.lowercased(pattern) == GoDomain.lowercased(host)
        }
        return isNamed ? nil : GoRefusal(.hostname, words(leaf), culprit: leaf.der)
    }

    private static func mapped(_ address: [UInt8]) -> [UInt8] {
        Array(repeating: 0, count: 10) + [0xFF, 0xFF] + address
    }

    private func words(_ leaf: GoCertificate) -> String {
        let names = leaf.alternativeNames
        if !leaf.hasAlternativeNames, GoDomain.matches(leaf.names.commonName, host) {
            return "x509: certificate relies on legacy Common Name field, use SANs instead"
        }
        // Long lists were printed whole until they were cut.
        let isCut = leaf.release.minor >= 26
        var valid: String
        if GoIP.parse(host) != nil {
            if names.addresses.isEmpty {
                return "x509: cannot validate certificate for \(host) because it doesn't contain any IP SANs"
            }
            if isCut, names.addresses.count >= Self.manyNames {
                return "x509: certificate is valid for \(names.addresses.count) IP SANs, but none matched \(host)"
            }
            valid = names.addresses.map(GoAlternativeNames.text).joined(separator: ", ")
        } else {
            if isCut, names.dns.count >= Self.manyNames {
                return "x509: certificate is valid for \(names.dns.count) names, but none matched \(host)"
            }
            valid = names.dns.joined(separator: ", ")
        }
        if valid.isEmpty { return "x509: certificate is not valid for any names, but wanted to match \(host)" }
        return "x509: certificate is valid for \(valid), not \(host)"
    }
}

/// A serial number in decimal: two's complement of any length.
enum GoDecimal {
    static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let isNegative = (bytes.first ?? 0) & 0x80 != 0
        // A serial has twenty bytes at most; a longer one is named by its first ones only.
        var magnitude = Array(bytes.prefix(64))
        if isNegative {
            var carry = true
            for index in magnitude.indices.reversed() {
                magnitude[index] = ~magnitude[index]
                if carry { (magnitude[index], carry) = magnitude[index].addingReportingOverflow(1) }
            }
        }
        var digits: [Character] = []
        while magnitude.contains(where: { $0 != 0 }) {
            var rest = 0
            for index in magnitude.indices {
                let value = rest << 8 | Int(magnitude[index])
                magnitude[index] = UInt8(value / 10)
                rest = value % 10
            }
            digits.append(Character(String(rest)))
        }
        return (isNegative ? "-" : "") + (digits.isEmpty ? "0" : String(digits.reversed()))
    }
}
