import Diagnosis
import MirrorCore
import TestSupport
import Testing

/// One server of the lab, how it is probed, and exactly the findings it must give.
struct Front {
    let server: String
    let codes: [String]
    var note = ""
    var change: @Sendable (inout ProbePlan, Lab) throws -> Void = { _, _ in }

    init(
        _ server: String,
        _ codes: [String],
        _ note: String = "",
        _ change: @escaping @Sendable (inout ProbePlan, Lab) throws -> Void = { _, _ in }
    ) {
        self.server = server
        self.codes = codes
        self.note = note
        self.change = change
    }

    func plan(_ lab: Lab) throws -> ProbePlan {
        var plan = ProbePlan(endpoint: endpoint(lab.url(server)), deadlineSeconds: 150, phaseDeadlineSeconds: 90)
        // Whatever variables the machine has that runs the tests.
        plan.proxy = .direct
        if plan.endpoint.scheme == .https { plan.caCertPath = lab.caPath }
        try change(&plan, lab)
        return plan
    }
}

/// `https://HOST:PORT` or `http://HOST:PORT`
func endpoint(_ url: String, host: String? = nil, scheme: MirrorEndpoint.Scheme? = nil) -> MirrorEndpoint {
    let isHTTPS = url.hasPrefix("https://")
    let place = url.drop { $0 != "/" }.dropFirst(2).split(separator: ":")
    return MirrorEndpoint(
        scheme: scheme ?? (isHTTPS ? .https : .http),
        host: host ?? String(place.first ?? ""),
        port: place.count > 1 ? Int(place[1]) : nil
    )
}

extension ProbePlan {
    mutating func move(to host: String? = nil, scheme: MirrorEndpoint.Scheme? = nil, namespace: String? = nil) {
        endpoint = MirrorEndpoint(
            scheme: scheme ?? endpoint.scheme,
            host: host ?? endpoint.host,
            port: endpoint.port,
            mirrorNamespace: namespace ?? endpoint.mirrorNamespace
        )
    }

    /// Through a proxy at a server of the lab.
    mutating func pass(_ lab: Lab, _ server: String, login: String = "") throws {
        proxy = .through(try #require(ProxyAddress("http://\(login)127.0.0.1:\(lab.port(server))")))
    }

    mutating func hurry(connect: Int = 2, phase: Int = 3) {
        connectDeadlineSeconds = connect
        phaseDeadlineSeconds = phase
    }
}
