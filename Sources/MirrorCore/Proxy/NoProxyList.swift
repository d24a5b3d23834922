import GoData

/// NO_PROXY as Go's `golang.org/x/net/http/httpproxy` reads it: names and what is below them, addresses, ranges, each but a
/// range with an optional port, and `*`.
///
/// Names are compared as text: an address or a range says nothing about a name, whatever it resolves to.
package struct NoProxyList: Equatable, Sendable {
    fileprivate enum Rule: Equatable, Sendable {
        case all
        /// 16 bytes and the number of leading bits that count.
        case range([UInt8], bits: Int)
        case address([UInt8], port: String)
        /// Begins with a dot; `orItself` when the entry did not.
        case name(String, port: String, orItself: Bool)
    }

    private struct Entry: Equatable, Sendable {
        let text: String
        let rule: Rule
    }

    private let entries: [Entry]

    package init(_ list: [String]) {
        entries = list.compactMap { text in
            let text = text.trimmingBlanks
            return Self.rule(text.lowercased()).map { Entry(text: text, rule: $0) }
        }
    }

    /// `a,b,c`
    package init(_ text: String) {
        self.init(text.split(separator: ",").map(String.init))
    }

    package func covers(host: String, port: Int) -> Bool {
        isLoopback(host) || entry(covering: host, port: port) != nil
    }

    /// The entry, as written, that lets a request go straight to the host: a name, or an address without brackets.
    package func entry(covering host: String, port: Int) -> String? {
        let host = host.lowercased().trimmingBlanks
        let address = GoIP.parse(host)
        return entries.first { $0.rule.matches(host, address, String(port)) }?.text
    }

    private static func rule(_ text: String) -> Rule? {
        if text.isEmpty { return nil }
        if text == "*" { return .all }
        if let range = range(text) { return range }
        let (host, port) = split(text)
        if let address = GoIP.parse(host) { return .address(address, port: port) }
        if host.isEmpty { return nil }
        let name = host.hasPrefix("*.") ? String(host.dropFirst()) : host
        return name.hasPrefix(".")
            ? .name(name, port: port, orItself: false) : .name("." + name, port: port, orItself: true)
    }

    private static func range(_ text: String) -> Rule? {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let address = GoIP.parse(String(parts[0])), (1...3).contains(parts[1].count),
            parts[1].utf8.allSatisfy(\.isDigit), let bits = Int(parts[1])
        else { return nil }
        let isIPv4 = !parts[0].contains(":")
        guard bits <= (isIPv4 ? 32 : 128) else { return nil }
        return .range(address, bits: isIPv4 ? bits + 96 : bits)
    }

    /// `net.SplitHostPort`: a text that it refuses is the host as it stands, brackets and all.
    private static func split(_ text: String) -> (host: String, port: String) {
        guard let colon = text.lastIndex(of: ":") else { return (text, "") }
        let (before, port) = (text[..<colon], String(text[text.index(after: colon)...]))
        if before.hasPrefix("["), before.hasSuffix("]") {
            let inside = before.dropFirst().dropLast()
            return inside.contains("[") || inside.contains("]") ? (text, "") : (String(inside), port)
        }
        return before.contains(where: { ":[]".contains($0) }) ? (text, "") : (String(before), port)
    }
}

extension NoProxyList.Rule {
    fileprivate func matches(_ host: String, _ address: [UInt8]?, _ port: String) -> Bool {
        switch self {
        case .all: true
        case .range(let network, let bits):
            address.map { $0.isIPv4 == network.isIPv4 && $0.sharesBits(bits, with: network) } ?? false
        case .address(let own, let ownPort): own == address && (ownPort.isEmpty || ownPort == port)
        case .name(let name, let ownPort, let orItself):
            // The end of an address is no domain.
            address == nil && (host.hasSuffix(name) || orItself && host == name.dropFirst())
                && (ownPort.isEmpty || ownPort == port)
        }
    }
}

extension [UInt8] {
    /// Written as IPv4, or mapped into IPv6.
    fileprivate var isIPv4: Bool { prefix(10).allSatisfy { $0 == 0 } && self[10] == 0xFF && self[11] == 0xFF }

    fileprivate func sharesBits(_ count: Int, with other: [UInt8]) -> Bool {
        let (whole, rest) = (count / 8, count % 8)
        guard prefix(whole) == other.prefix(whole) else { return false }
        return rest == 0 || (self[whole] ^ other[whole]) >> (8 - rest) == 0
    }
}

/// What Go never asks a proxy for.
func isLoopback(_ host: String) -> Bool { host == "localhost" || GoIP.isLoopback(host) }
