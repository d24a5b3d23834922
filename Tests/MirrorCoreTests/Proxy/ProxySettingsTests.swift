import MirrorCore
import Testing

/// What Go's httpproxy does with the variables, case by case.
@Suite struct ProxySettingsTests {
    struct Case: Sendable {
        var variables: [String: String]
        var scheme = "http"
        var host = "example.com"
        var port = 80
        /// `nil`: straight to the host.
        var proxy: String?
    }

    static let cases: [Case] = [
        Case(variables: [:]),
        Case(variables: ["HTTP_PROXY": "127.0.0.1:8080"], proxy: "http://127.0.0.1:8080"),
        Case(variables: ["HTTP_PROXY": "cache.corp.example:1234"], proxy: "http://cache.corp.example:1234"),
        Case(variables: ["HTTP_PROXY": "localhost"], proxy: "http://localhost:80"),
        Case(variables: ["HTTP_PROXY": "https://127.0.0.1"], proxy: "https://127.0.0.1:443"),
        Case(variables: ["HTTP_PROXY": "socks5://127.0.0.1"], proxy: "socks5://127.0.0.1:1080"),
        Case(variables: ["HTTP_PROXY": "http://[fd00::1]:3128/"], proxy: "http://[fd00::1]:3128"),
        Case(variables: ["http_proxy": "lower:1"], proxy: "http://lower:1"),
        Case(variables: ["http_proxy": "lower:1", "HTTP_PROXY": "upper:1"], proxy: "http://upper:1"),
        Case(variables: ["http_proxy": "lower:1", "HTTP_PROXY": ""], proxy: "http://lower:1"),
        // Each scheme has its own, and no other stands in for it.
        Case(variables: ["HTTP_PROXY": "p:1"], scheme: "https", port: 443),
        Case(variables: ["HTTPS_PROXY": "p:1"]),
        Case(variables: ["HTTPS_PROXY": "s:1", "HTTP_PROXY": "p:1"], scheme: "https", port: 443, proxy: "http://s:1"),
        Case(variables: ["ALL_PROXY": "p:1", "all_proxy": "p:1"]),
        Case(variables: ["HTTP_PROXY": "p:1"], scheme: "ftp"),
        Case(variables: ["HTTPS_PROXY": "s:1", "REQUEST_METHOD": "GET"], scheme: "https", proxy: "http://s:1"),
        // This machine is never asked through one.
        Case(variables: ["HTTP_PROXY": "p:1"], host: "localhost"),
        Case(variables: ["HTTP_PROXY": "p:1"], host: "127.0.0.1"),
        Case(variables: ["HTTP_PROXY": "p:1"], host: "127.9.8.7"),
        Case(variables: ["HTTP_PROXY": "p:1"], host: "::1"),
        Case(variables: ["HTTP_PROXY": "p:1"], host: "0.0.0.0", proxy: "http://p:1"),
        Case(variables: ["HTTP_PROXY": "p:1"], host: "localhost.example", proxy: "http://p:1"),
        Case(variables: ["HTTP_PROXY": "p:1", "NO_PROXY": "x", "no_proxy": "example.com"], proxy: "http://p:1"),
        Case(variables: ["HTTP_PROXY": "p:1", "NO_PROXY": "", "no_proxy": "example.com"]),
    ]

    @Test(arguments: cases) func theProxyIsTheOneGoTakes(_ one: Case) {
        let settings = ProxySettings(environment: one.variables)
        #expect(settings.decision(scheme: one.scheme, host: one.host, port: one.port).proxy?.text == one.proxy)
    }

    static let list =
        "foobar.com, .barbaz.net, *.wildcard.io, 192.168.1.1, 192.168.1.2:81, 192.168.1.3:80, 10.0.0.0/30, "
        + "2001:db8::52:0:1, [2001:db8::52:0:2]:443, [2001:db8::52:0:3]:80, 2002:db8:a::45/64, [::9], :1, "
        + "ported.com:81, fit.com:80, 10.9.0.0/33"

    /// Host, and the entry that covers it.
    static let hosts: [(String, String?)] = [
        ("192.168.1.1", "192.168.1.1"), ("192.168.1.2", nil), ("192.168.1.3", "192.168.1.3:80"), ("192.168.1.4", nil),
        ("10.0.0.2", "10.0.0.0/30"), ("10.0.0.4", nil), ("10.9.0.1", nil),
        ("2001:db8::52:0:1", "2001:db8::52:0:1"), ("2001:db8:0:0::52:0:3", "[2001:db8::52:0:3]:80"),
        ("2002:db8:a::123", "2002:db8:a::45/64"), ("barbaz.net", nil), ("www.barbaz.net", ".barbaz.net"),
        ("foobar.com", "foobar.com"), ("FooBar.COM", "foobar.com"), ("www.foobar.com", "foobar.com"),
        ("foofoobar.com", nil), ("baz.com", nil), ("wildcard.io", nil), ("nested.wildcard.io", "*.wildcard.io"),
        ("awildcard.io", nil), ("ported.com", nil), ("a.ported.com", nil), ("fit.com", "fit.com:80"),
        // An address is no domain, and a name no address.
        ("1.1", nil), ("x.192.168.1.1", nil),
    ]

    @Test(arguments: hosts) func noProxyCoversWhatGoSays(_ host: String, _ entry: String?) {
        let settings = ProxySettings(environment: ["HTTP_PROXY": "p:1", "NO_PROXY": Self.list])
        let decision = settings.decision(scheme: "http", host: host, port: 80)
        guard let entry else {
            #expect(decision.proxy?.text == "http://p:1")
            return
        }
        #expect(decision.route == .direct(.listed(entry: entry)))
        // Without a port the same host is covered whatever the port is, with one it is not.
        let other = settings.decision(scheme: "http", host: host, port: 8080)
        #expect((other.proxy == nil) == !entry.hasSuffix(":80"))
    }

    @Test func aRangeOfOneFamilySaysNothingAboutTheOther() {
        for (list, host) in [("::/0", "10.0.0.1"), ("0.0.0.0/0", "fd00::1"), ("::ffff:10.0.0.0/8", "fd00::1")] {
            let settings = ProxySettings(environment: ["HTTP_PROXY": "p:1", "NO_PROXY": list])
            #expect(settings.decision(scheme: "http", host: host, port: 80).proxy != nil, "\(list)")
        }
        let settings = ProxySettings(environment: ["HTTP_PROXY": "p:1", "NO_PROXY": "::/0, 0.0.0.0/0"])
        for host in ["fd00::1", "10.0.0.1"] {
            #expect(settings.decision(scheme: "http", host: host, port: 80).proxy == nil)
        }
    }

    @Test func aStarCoversEverything() {
        for list in ["*", "a.com, *", "*,a.com"] {
            let settings = ProxySettings(environment: ["HTTPS_PROXY": "p:1", "NO_PROXY": list])
            for host in ["example.com", "10.0.0.1", "fd00::1"] {
                #expect(settings.decision(scheme: "https", host: host, port: 443).route == .direct(.listed(entry: "*")))
            }
        }
    }

    @Test func whatIsNoProxyIsSaidSo() {
        for value in ["ftp://h:1", "http://h:port", "http://", "://x", "http://h:0", "http://h:70000", "http://a b:1"] {
            let settings = ProxySettings(environment: ["HTTPS_PROXY": value])
            #expect(settings.decision(scheme: "https", host: "h", port: 443).route == .unusable, "\(value)")
        }
        let cgi = ProxySettings(environment: ["HTTP_PROXY": "p:1", "REQUEST_METHOD": "GET"])
        #expect(cgi.decision(scheme: "http", host: "h", port: 80).route == .refusedInCGI)
    }

    @Test func theProxysLoginIsNotShown() throws {
        let value = "http://gate:pa%40ss:w@p:3128"
        let settings = ProxySettings(environment: ["HTTPS_PROXY": value])
        let decision = settings.decision(scheme: "https", host: "h", port: 443)
        let proxy = try #require(decision.proxy)
        #expect(proxy.username == "gate")
        #expect(proxy.password?.reveal { $0 } == "pa@ss:w")
        var dumped = "\(settings) \(decision) \(settings.evidence(for: decision)) \(decision.phrase)"
        dump(settings, to: &dumped)
        dump(decision, to: &dumped)
        #expect(!dumped.contains("ss:w"))
        #expect(settings.evidence(for: decision) == ["HTTPS_PROXY=http://…@p:3128"])
        // Also when it is no address.
        #expect(ProxyAddress.masked("ftp://u:secret@h") == "ftp://…@h")
        #expect(ProxyAddress.masked("u:secret@h") == "…@h")
    }

    @Test func theClustersProxyCountsForBothSchemes() {
        var proxy = ClusterConfig.Proxy.absent
        proxy.url = "http://10.0.0.1:3128"
        proxy.noProxy = ["10.200.0.0/16", "registry.plant"]
        let settings = ProxySettings(proxy)
        for scheme in ["http", "https"] {
            #expect(settings.decision(scheme: scheme, host: "10.200.0.4", port: 1).proxy == nil)
            #expect(settings.decision(scheme: scheme, host: "registry.plant", port: 1).proxy == nil)
            #expect(settings.decision(scheme: scheme, host: "10.1.0.4", port: 1).proxy?.text == "http://10.0.0.1:3128")
        }
        #expect(
            settings.evidence(for: settings.decision(scheme: "https", host: "h", port: 1)) == [
                "spec.proxy.url=http://10.0.0.1:3128", "spec.proxy.noProxy=10.200.0.0/16,registry.plant",
            ]
        )
    }
}
