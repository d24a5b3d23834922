/// One address that the endpoint's name resolves to, and whether its port takes a connection.
package struct AddressFacts: Equatable, Sendable, Codable {
    package enum Outcome: String, Equatable, Sendable, Codable {
        case connected, refused, unreachable, timedOut, failed
    }

    package var address: String
    package var outcome: Outcome
    /// Until the connection stood.
    package var milliseconds: Int?

    package init(address: String, outcome: Outcome, milliseconds: Int? = nil) {
        self.address = address
        self.outcome = outcome
        self.milliseconds = milliseconds
    }

    package var family: String { address.contains(":") ? "IPv6" : "IPv4" }

    /// `10.0.0.1 (IPv4) connected 1 ms`
    package var evidence: String {
        "\(address) (\(family)) \(outcome.rawValue)" + (milliseconds.map { " \($0) ms" } ?? "")
    }
}

/// How often TLS was begun with a server.
package struct HandshakeCount: Equatable, Sendable, Codable {
    /// `https://HOST:PORT`
    package var origin: String
    package var count: Int

    package init(origin: String, count: Int) {
        self.origin = origin
        self.count = count
    }
}
