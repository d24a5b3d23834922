import Secrets
import Texts

/// HTTP_PROXY, HTTPS_PROXY and NO_PROXY, wherever they come from.
package struct ProxySettings: Equatable, Sendable {
    /// As written, each with the name it was found under.
    package struct Setting: Equatable, Sendable {
        package let name: String
        /// A proxy's login may stand in it.
        let value: Secret

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = Secret(value)
        }

        /// Without a login.
        package var shown: String { value.reveal(ProxyAddress.masked) }
    }

    package let http: Setting?
    package let https: Setting?
    package let noProxy: Setting?
    /// REQUEST_METHOD is set: `Proxy:` of a request would have become HTTP_PROXY.
    package let isCGI: Bool
    private let list: NoProxyList

    package static let none = ProxySettings(environment: [:])

    /// The upper-case name counts before the lower-case one, and an empty value is none.
    package init(environment: [String: String]) {
        func find(_ names: String...) -> Setting? {
            for name in names {
                if let value = environment[name], !value.isEmpty { return Setting(name, value) }
            }
            return nil
        }
        http = find("HTTP_PROXY", "http_proxy")
        https = find("HTTPS_PROXY", "https_proxy")
        noProxy = find("NO_PROXY", "no_proxy")
        isCGI = environment["REQUEST_METHOD"].map { !$0.isEmpty } ?? false
        list = noProxy?.value.reveal { NoProxyList($0) } ?? NoProxyList([])
    }

    /// `spec.proxy`, as the nodes' containerd gets it in its environment (inferred; the vendor does not say how).
    package init(_ proxy: ClusterConfig.Proxy) {
        let url = proxy.url.isEmpty ? nil : Setting("spec.proxy.url", proxy.url)
        (http, https) = (url, url)
        noProxy =
            proxy.noProxy.isEmpty
            ? nil : Setting("spec.proxy.noProxy", proxy.noProxy.joined(separator: ","))
        isCGI = false
        list = NoProxyList(proxy.noProxy)
    }

    /// - Parameters:
    ///   - scheme: `http` or `https`; nothing else asks a proxy.
    ///   - host: a name, or an address without brackets.
    package func decision(scheme: String, host: String, port: Int) -> ProxyDecision {
        let wanted = scheme == "https" ? https : scheme == "http" ? http : nil
        guard let setting = wanted else { return ProxyDecision(route: .direct(.notSet)) }
        guard let address = setting.value.reveal({ ProxyAddress($0) }) else {
            return ProxyDecision(setting: setting, route: .unusable)
        }
        if scheme == "http", isCGI { return ProxyDecision(setting: setting, route: .refusedInCGI) }
        if isLoopback(host) { return ProxyDecision(setting: setting, route: .direct(.loopback)) }
        if let entry = list.entry(covering: host, port: port) {
            return ProxyDecision(setting: setting, route: .direct(.listed(entry: entry)))
        }
        return ProxyDecision(setting: setting, route: .proxy(address))
    }

    package func decision(for endpoint: MirrorEndpoint) -> ProxyDecision {
        decision(scheme: endpoint.scheme.rawValue, host: endpoint.address, port: endpoint.effectivePort)
    }

    /// `HTTPS_PROXY=http://p:3128`, and NO_PROXY with it.
    package func evidence(for decision: ProxyDecision) -> [String] {
        [decision.setting, decision.setting == nil ? nil : noProxy].compactMap { $0 }.map { "\($0.name)=\($0.shown)" }
    }
}

/// Which way a request would take, and because of what.
package struct ProxyDecision: Equatable, Sendable {
    package enum Route: Equatable, Sendable {
        case direct(Reason)
        case proxy(ProxyAddress)
        /// The setting names no proxy that can be asked: Go goes straight, others fail.
        case unusable
        /// Go makes no such request at all.
        case refusedInCGI
    }

    package enum Reason: Equatable, Sendable {
        /// No proxy is named for the scheme.
        case notSet
        case loopback
        case listed(entry: String)
    }

    /// The setting that names the proxy.
    package var setting: ProxySettings.Setting?
    package var route: Route

    package init(setting: ProxySettings.Setting? = nil, route: Route) {
        self.setting = setting
        self.route = route
    }

    package var proxy: ProxyAddress? { if case .proxy(let address) = route { address } else { nil } }

    /// `proxy.route.…`
    package var phrase: Phrase {
        switch route {
        case .direct(.notSet): Phrase("proxy.notSet")
        case .direct(.loopback): Phrase("proxy.loopback")
        case .direct(.listed(let entry)): Phrase("proxy.listed", ["entry": entry])
        case .proxy(let address): Phrase("proxy.through", ["proxy": address.text])
        case .unusable: Phrase("proxy.unusable")
        case .refusedInCGI: Phrase("proxy.cgi")
        }
    }
}

/// Which way a probe is to take.
package enum ProxyChoice: Equatable, Sendable {
    /// As this machine's variables say.
    case environment
    case direct
    case through(ProxyAddress)
}
