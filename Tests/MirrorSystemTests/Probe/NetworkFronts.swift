import MirrorCore
import TestSupport

/// tinyproxy between us and the registry, and things that are no proxy.
let proxyFronts: [Front] = [
    Front("tls", [], "through a proxy") { plan, lab in
        try plan.pass(lab, "proxy-plain")
        plan.move(namespace: "mirror")
        plan.images = ["gcr.io/anthos-baremetal-release/pause:3.9"]
    },
    Front("token", [], "through a proxy, with a token server behind it") { plan, lab in
        try plan.pass(lab, "proxy-plain")
        plan.pullCredentialConfigPath = lab.dockerConfigPath
    },
    Front("tls", [], "the proxy knows the name") { plan, lab in
        try plan.pass(lab, "proxy-plain")
        plan.move(to: "localhost")
    },
    Front("http", [], "plain HTTP through a proxy") { plan, lab in try plan.pass(lab, "proxy-plain") },
    Front("tls", [], "the proxy's login") { plan, lab in
        try plan.pass(lab, "proxy-login-plain", login: "gate:lab-proxy-secret@")
    },
    Front("front-good", ["MIR0201"], "no CA given, behind a proxy") { plan, lab in
        try plan.pass(lab, "proxy-plain")
        plan.caCertPath = nil
    },
    Front("front-wrong-name", ["MIR0207"], "behind a proxy") { plan, lab in try plan.pass(lab, "proxy-plain") },
    Front("front-plain", ["MIR0107"], "https typed, behind a proxy") { plan, lab in
        try plan.pass(lab, "proxy-plain")
        plan.move(scheme: .https)
    },
    Front("raw-closing-tls", ["MIR0105"], "behind a proxy") { plan, lab in try plan.pass(lab, "proxy-plain") },
    Front("raw-silent-tls", ["MIR0106"], "behind a proxy") { plan, lab in
        try plan.pass(lab, "proxy-plain")
        plan.hurry()
    },
    // An address that is this machine's, and not one that Go takes for loopback.
    Front("http", ["MIR0121"], "the cluster's proxy") { plan, _ in
        plan.nodeProxy = ClusterConfig.Proxy.absent
        plan.nodeProxy?.url = "http://10.0.0.1:3128"
        plan.nodeProxy?.noProxy = [".example.com", "10.0.0.0/8"]
        plan.move(to: "0.0.0.0")
    },
    Front("http", [], "covered by noProxy") { plan, _ in
        plan.nodeProxy = ClusterConfig.Proxy.absent
        plan.nodeProxy?.url = "http://10.0.0.1:3128"
        plan.nodeProxy?.noProxy = ["0.0.0.0/8"]
        plan.move(to: "0.0.0.0")
    },
    Front("tls", ["MIR0127"], "the cluster's proxy is none") { plan, _ in
        plan.nodeProxy = ClusterConfig.Proxy.absent
        plan.nodeProxy?.url = "ftp://10.0.0.1"
    },
    Front("tls", ["MIR0122"], "nothing listens") { plan, lab in try plan.pass(lab, "raw-refused") },
    Front("tls", ["MIR0122"], "a black hole") { plan, lab in
        try plan.pass(lab, "raw-black-hole")
        plan.hurry()
    },
    Front("tls", ["MIR0122"], "no such name") { plan, _ in
        plan.proxy = ProxyAddress("http://no-such-proxy.invalid:3128").map { .through($0) } ?? .direct
    },
    Front("tls", ["MIR0123"], "no login") { plan, lab in try plan.pass(lab, "proxy-login-plain") },
    Front("tls", ["MIR0123"], "another login") { plan, lab in
        try plan.pass(lab, "proxy-login-plain", login: "gate:wrong@")
    },
    Front("http", ["MIR0123"], "no login, plain HTTP") { plan, lab in try plan.pass(lab, "proxy-login-plain") },
    Front("tls", ["MIR0124"], "port 443 only") { plan, lab in try plan.pass(lab, "proxy-443-plain") },
    Front("tls", ["MIR0124"], "escape sequences") { plan, lab in try plan.pass(lab, "raw-escapes-proxy") },
    Front("raw-refused", ["MIR0125"], "nothing listens behind it") { plan, lab in try plan.pass(lab, "proxy-plain") },
    Front("tls", ["MIR0125"], "the proxy does not know the name") { plan, lab in
        try plan.pass(lab, "proxy-plain")
        plan.move(to: "no-such-host.invalid")
    },
    Front("tls", ["MIR0126"], "an ordinary nginx") { plan, lab in try plan.pass(lab, "front-plain") },
    Front("tls", ["MIR0126"], "a registry") { plan, lab in try plan.pass(lab, "http") },
    Front("tls", ["MIR0126"], "TLS") { plan, lab in try plan.pass(lab, "front-good") },
    Front("tls", ["MIR0126"], "SSH") { plan, lab in try plan.pass(lab, "raw-ssh") },
    Front("tls", ["MIR0126"], "hangs up") { plan, lab in try plan.pass(lab, "raw-closing") },
    Front("tls", ["MIR0126"], "a header without end") { plan, lab in
        try plan.pass(lab, "raw-endless-proxy")
        plan.hurry()
    },
    Front("tls", ["MIR0128"]) { plan, lab in
        plan.proxy = ProxyAddress(lab.url("front-good")).map { .through($0) } ?? .direct
    },
    Front("tls", ["MIR0126"], "silent") { plan, lab in
        try plan.pass(lab, "raw-silent")
        plan.hurry()
    },
]

/// Servers that want to cost their client time, memory, its login or its terminal.
let hostileFronts: [Front] = [
    Front("raw-endless-header", ["MIR0110"]),
    Front("raw-endless-informational", ["MIR0110"]),
    Front("raw-endless-line", ["MIR0110"]),
    Front("raw-endless-body", ["MIR0140"]),
    Front("raw-realm-endless", ["MIR0309"]) { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    Front("raw-short-body", ["MIR0141"], "less than announced"),
    Front("raw-bad-chunk", ["MIR0141"], "a chunk without a length"),
    Front("raw-cut-chunk", ["MIR0141"], "a chunk that ends early"),
    Front("raw-excess-body", [], "more than announced: the rest is not read"),
    Front("raw-negative-length", ["MIR0109"], "less than nothing announced"),
    Front("raw-bomb", ["MIR0142"]),
    Front("raw-realm-bomb", ["MIR0309"]) { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
    },
    Front("raw-deep-json", ["MIR0309"]) { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    Front("raw-drip", ["MIR0106"]) { plan, _ in plan.hurry() },
    Front("raw-drip-header", ["MIR0106"]) { plan, _ in plan.hurry() },
    Front("raw-drip-tls", ["MIR0106"]) { plan, _ in plan.hurry() },
    Front("raw-redirect-loop", ["MIR0143"]),
    Front("raw-redirect-self", ["MIR0143"]),
    Front("token-elsewhere", [], "another host, verified by the CA given") { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
    },
    Front("front-escapes", [], "in the certificate"),
    Front("raw-escapes", ["MIR0402"]),
    Front("raw-escapes-challenge", ["MIR0311"]) { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    Front("raw-escapes-location", ["MIR0404"]),
    Front("raw-escapes-errors", ["MIR0312"]),
    Front("raw-escapes-retry", ["MIR0406"]),
    Front("raw-escapes-manifest", ["MIR0505"]) { plan, _ in plan.images = ["a/b:1"] },
    Front("raw-escapes-encoding", ["MIR0142"]),
]
