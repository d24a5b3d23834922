/// The hosts that are reached without a proxy, as Go's `golang.org/x/net/http/httpproxy` reads NO_PROXY: names and what
/// is below them, addresses, CIDR ranges, each with an optional port, and `*`.
struct NoProxyList: Equatable, Sendable {
    private let entries: [String]

    init(_ entries: [String]) {
        self.entries = entries.map { $0.trimmingBlanks.lowercased() }.filter { !$0.isEmpty }
    }

    /// - Parameter host: a name or an address, without brackets.
    func covers(host: String, port: Int) -> Bool {
        let host = host.lowercased()
        if host == "localhost" || host.hasPrefix("127.") || host == "::1" { return true }
        return entries.contains { covers(host, port, entry: $0) }
    }

    private func covers(_ host: String, _ port: Int, entry: String) -> Bool {
        if entry == "*" { return true }
        if let slash = entry.firstIndex(of: "/") {
            guard let address = IPv4Address(host), let network = IPv4Address(String(entry[..<slash])),
                let bits = Int(entry[entry.index(after: slash)...]), (0...32).contains(bits)
            else { return false }
            return bits == 0 || (address.value ^ network.value) >> UInt32(32 - bits) == 0
        }
        var name = entry
        if let colon = entry.lastIndex(of: ":"), let entryPort = Int(entry[entry.index(after: colon)...]),
            entry.hasPrefix("[") || entry.firstIndex(of: ":") == colon
        {
            guard entryPort == port else { return false }
            name = String(entry[..<colon])
        }
        if name.hasPrefix("["), name.hasSuffix("]") { name = String(name.dropFirst().dropLast()) }
        if name.hasPrefix("*.") { name.removeFirst() }
        if IPv4Address(name) != nil || name.contains(":") { return host == name }
        // A leading dot leaves the name itself out.
        return name.hasPrefix(".") ? host.hasSuffix(name) : host == name || host.hasSuffix("." + name)
    }
}

/// Four numbers as one.
private struct IPv4Address {
    let value: UInt32

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt32 = 0
        for part in parts {
            guard let number = UInt8(part) else { return nil }
            value = value << 8 | UInt32(number)
        }
        self.value = value
    }
}
