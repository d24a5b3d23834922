import Diagnosis
import Texts

/// What `probe --output json` says about the way to the mirror.
struct NetworkJSON: Encodable {
    struct Route: Encodable {
        /// `workstation`, `nodes` or `probe`
        let party: String
        /// `http://HOST:PORT`; left out for a direct way.
        let proxy: String?
        let decision: String
        let settings: [String]
    }

    struct Address: Encodable {
        let address: String
        /// `IPv4` or `IPv6`
        let family: String
        /// `connected`, `refused`, `unreachable`, `timedOut` or `failed`
        let outcome: String
        let milliseconds: Int?
    }

    struct Handshakes: Encodable {
        let origin: String
        let count: Int
    }

    let routes: [Route]
    /// Each address of the endpoint's name; empty for one without a name.
    let addresses: [Address]
    let handshakes: [Handshakes]

    init(_ report: ProbeReport) {
        routes = ProxyTable(report).rows.map { row in
            Route(
                party: row.party.rawValue,
                proxy: row.proxy?.text,
                decision: texts(row.decision),
                settings: row.settings.map(printable)
            )
        }
        addresses = report.addressFacts.map {
            Address(
                address: $0.address,
                family: $0.family,
                outcome: $0.outcome.rawValue,
                milliseconds: $0.milliseconds
            )
        }
        handshakes = report.handshakes.map { Handshakes(origin: printable($0.origin), count: $0.count) }
    }
}
