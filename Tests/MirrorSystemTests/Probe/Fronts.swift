import Foundation
import MirrorCore
import TestSupport

/// Every server of the lab. ADD A FRONT HERE.
let fronts: [Front] =
    reachFronts + proxyFronts + tlsFronts + loginFronts + goFronts + registryFronts + pathFronts + pushFronts
    + hostileFronts

private let pause = "gcr.io/anthos-baremetal-release/pause:3.9"

private let reachFronts: [Front] = [
    Front("http", [], "plain HTTP, as typed"),
    Front("tls", [], "by name") { plan, _ in plan.move(to: "localhost") },
    Front("tls", ["MIR0101"], "unknown name") { plan, _ in plan.move(to: "no-such-host.invalid") },
    Front("raw-refused", ["MIR0102"]),
    Front("raw-black-hole", ["MIR0103"]) { plan, _ in plan.hurry() },
    Front("raw-closing", ["MIR0105"]),
    Front("raw-closing-tls", ["MIR0105"]),
    Front("raw-silent", ["MIR0106"], "no TLS answer") { plan, _ in plan.hurry() },
    Front("raw-silent-tls", ["MIR0106"], "no HTTP answer") { plan, _ in plan.hurry() },
    Front("front-hanging", ["MIR0106"]) { plan, _ in plan.hurry() },
    Front("http", ["MIR0107"], "https typed, docker-registry") { plan, lab in
        plan.move(scheme: .https)
        plan.caCertPath = lab.caPath
    },
    Front("front-plain", ["MIR0107"], "https typed, nginx") { plan, _ in plan.move(scheme: .https) },
    Front("tls", ["MIR0108"], "http typed, docker-registry") { plan, _ in plan.move(scheme: .http) },
    Front("front-good", ["MIR0108"], "http typed, nginx") { plan, _ in plan.move(scheme: .http) },
    Front("raw-ssh", ["MIR0109"]),
    Front("raw-smtp", ["MIR0109"]),
    Front("raw-redis", ["MIR0109"]),
    Front("raw-old-http", ["MIR0109"], "HTTP without a status line"),
    Front("raw-old-http", ["MIR0109"], "the same, http typed") { plan, _ in plan.move(scheme: .http) },
    Front("raw-redis", ["MIR0109"], "http typed") { plan, _ in plan.move(scheme: .http) },
    Front("raw-plain-closing", ["MIR0107"], "https typed, hangs up on TLS"),
    Front("raw-plain-silent", ["MIR0107"], "https typed, says nothing to TLS") { plan, _ in plan.hurry() },
    Front("raw-plain-garbage", ["MIR0107"], "https typed, garbage for TLS"),
    Front("raw-tls-closing", ["MIR0108"], "http typed, hangs up") { plan, _ in plan.move(scheme: .http) },
    Front("raw-tls-silent", ["MIR0108"], "http typed, says nothing") { plan, _ in
        plan.move(scheme: .http)
        plan.hurry()
    },
    Front("raw-tls-alert", ["MIR0108"], "http typed, answers an alert") { plan, _ in plan.move(scheme: .http) },
    Front("front-to-tls", ["MIR0145"], "passes on in clear to TLS"),
    Front("front-plain-to-tls", ["MIR0145"], "http typed, passes on in clear to TLS") { plan, _ in
        plan.move(scheme: .http)
    },
    Front("raw-ssh", ["MIR0109"], "http typed") { plan, _ in plan.move(scheme: .http) },
]

private let tlsFronts: [Front] = [
    Front("front-good", []),
    Front("front-chain", [], "with its intermediate"),
    Front("front-good", ["MIR0201"], "no CA given") { plan, _ in plan.caCertPath = nil },
    Front("front-good", ["MIR0202"], "another CA given") { plan, lab in
        plan.caCertPath = "\(lab.folder)/pki/other-ca.crt"
    },
    Front("front-good", ["MIR0202"], "the CA's name, another key") { plan, lab in
        plan.caCertPath = "\(lab.folder)/pki/remade-ca.crt"
    },
    Front("front-self-signed", ["MIR0203"]),
    Front("front-self-signed", ["MIR0203"], "no CA given") { plan, _ in plan.caCertPath = nil },
    Front("front-self-signed", [], "given as CA") { plan, lab in
        plan.caCertPath = "\(lab.folder)/pki/self-signed.crt"
    },
    Front("front-chain-alone", ["MIR0204"]),
    Front("front-aia", ["MIR0204"], "no CA given") { plan, _ in plan.caCertPath = nil },
    Front("front-chain-alone", [], "the intermediate given as CA") { plan, lab in
        plan.caCertPath = "\(lab.folder)/pki/inter.crt"
    },
    Front("front-expired", ["MIR0205"]),
    Front("front-expired", ["MIR0201", "MIR0205"], "no CA given") { plan, _ in plan.caCertPath = nil },
    Front("front-not-yet", ["MIR0206"]),
    Front("raw-old-clock", ["MIR0217"]),
    Front("raw-old-clock-expired", ["MIR0205", "MIR0217"], "its clock is seen without trust"),
    Front("front-soon", ["MIR0216"]),
    Front("front-wrong-name", ["MIR0207"], "the Common Name is right"),
    Front("front-names-only", ["MIR0207"], "address not among the names"),
    Front("front-names-only", [], "by its name") { plan, _ in plan.move(to: "localhost") },
    Front("front-cn-only", ["MIR0208"], "the Common Name is right") { plan, _ in plan.move(to: "localhost") },
    Front("front-good", ["MIR0209"], "CA file missing") { plan, lab in plan.caCertPath = "\(lab.folder)/none.crt" },
    Front("front-good", ["MIR0209"], "CA file is a folder") { plan, lab in plan.caCertPath = lab.folder },
    Front("front-good", ["MIR0210"], "a key given as CA") { plan, lab in
        plan.caCertPath = "\(lab.folder)/pki/ca.key"
    },
    Front("front-tls11", ["MIR0211"]),
    Front("front-cbc-sha256", ["MIR0229"], "a cipher that Go does not offer"),
    Front("front-rsa-exchange", ["MIR0233"], "a cipher that Go offers no more"),
    Front("front-negative", ["MIR0221"]),
    Front("front-bad-uri", ["MIR0225"]),
    Front("front-pss", ["MIR0224"]),
    Front("front-brainpool", ["MIR0224"]),
    Front("front-good", ["MIR0228"], "another CA of the file has a negative serial") { plan, lab in
        plan.caCertPath = "\(lab.folder)/pki/ca-and-negative.crt"
    },
    Front("front-client-certificate", ["MIR0212"]),
    Front("front-client-certificate-12", ["MIR0212"]),
    Front("raw-client-certificate", ["MIR0212"], "told by an alert"),
    Front("front-not-server", ["MIR0223"]),
    Front("front-good", ["MIR0214"], "the leaf given as CA") { plan, lab in
        plan.caCertPath = "\(lab.folder)/pki/good.crt"
    },
    Front("front-sha1", ["MIR0215"]),
    Front("front-weak", ["MIR0218"]),
]

private let loginFronts: [Front] = [
    Front("basic", []) { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    Front("token", []) { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
        plan.move(namespace: "mirror")
        plan.images = [pause]
    },
    Front("basic", ["MIR0301"], "nothing given"),
    Front("token", ["MIR0301"], "nothing given, image named") { plan, _ in
        plan.move(namespace: "mirror")
        plan.images = [pause]
    },
    Front("raw-public-project", [], "anyone may pull") { plan, _ in plan.images = ["gcr.io/public/tool:1"] },
    Front("raw-public-project", ["MIR0301"], "not from this project") { plan, _ in
        plan.images = ["gcr.io/private/tool:1"]
    },
    Front("raw-public-project", ["MIR0301"], "no image named"),
    Front("basic", ["MIR0302"], "key with a scheme") { plan, lab in
        let url = lab.url("basic")
        plan.pullCredentialConfigPath = try lab.write("scheme.json", #"{"auths":{"\#(url)":{"auth":"YTpi"}}}"#)
    },
    Front("basic", ["MIR0303"], "wrong password") { plan, lab in
        plan.pullCredentialConfigPath = try wrongPassword(lab, "basic")
    },
    Front("token", ["MIR0303"], "wrong password") { plan, lab in
        plan.pullCredentialConfigPath = try wrongPassword(lab, "token")
    },
    Front("spy-plain", ["MIR0304"]) { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    Front("basic", ["MIR0305"], "no such file") { plan, lab in
        plan.pullCredentialConfigPath = "\(lab.folder)/none.json"
    },
    Front("basic", ["MIR0306"], "not JSON") { plan, lab in plan.pullCredentialConfigPath = lab.caPath },
    Front("basic", ["MIR0307"], "in a helper") { plan, lab in
        let place = "127.0.0.1:\(lab.port("basic"))"
        let text = #"{"auths":{"\#(place)":{}},"credsStore":"desktop"}"#
        plan.pullCredentialConfigPath = try lab.write("helper.json", text)
    },
    Front("basic", ["MIR0308"], "auth is not base64") { plan, lab in
        let place = "127.0.0.1:\(lab.port("basic"))"
        plan.pullCredentialConfigPath = try lab.write("bad.json", #"{"auths":{"\#(place)":{"auth":"puller:x"}}}"#)
    },
    Front("basic", ["MIR0314"], "others may read it") { plan, lab in
        let text = try String(contentsOfFile: lab.dockerConfigPath, encoding: .utf8)
        plan.pullCredentialConfigPath = try lab.write("open.json", text, mode: 0o644)
    },
    Front("raw-realm-500", ["MIR0309"]),
    Front("raw-realm-html", ["MIR0309"]) { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    Front("raw-realm-inject", ["MIR0309"]) { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    Front("raw-realm-gone", ["MIR0309"]) { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    Front("raw-realm-http", ["MIR0310"]) { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    Front("raw-realm-foreign", ["MIR0220"], "a token server of another CA") { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
    },
    Front("raw-realm-garbage", ["MIR0311"]) { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    Front("raw-negotiate", ["MIR0311"]),
    Front("raw-no-challenge", ["MIR0311"]) { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    Front("front-forbidden", ["MIR0312"]),
    Front("raw-realm-other-issuer", ["MIR0313"]) { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
    },
]

private func wrongPassword(_ lab: Lab, _ server: String) throws -> String {
    let place = "127.0.0.1:\(lab.port(server))"
    let text = #"{"auths":{"\#(place)":{"username":"puller","password":"wrong"}}}"#
    return try lab.write("wrong-\(server).json", text)
}

private let registryFronts: [Front] = [
    Front("tls", [], "namespace and image") { plan, _ in
        plan.move(namespace: "mirror")
        plan.images = [pause, "anthos-baremetal-release/pause:3.9", "docker.io/busybox:1.36"]
    },
    Front("tls", [], "namespace of two parts, without an image") { plan, _ in plan.move(namespace: "team/a") },
    Front("front-page200", ["MIR0401"]),
    Front("front-empty200", ["MIR0401"]),
    Front("front-login-page", ["MIR0401"]),
    Front("front-page404", ["MIR0402"]),
    Front("tls", ["MIR0403"], "no such namespace") { plan, _ in plan.move(namespace: "nowhere") },
    Front("tls", ["MIR0403"], "no such namespace, and no such image anywhere") { plan, _ in
        plan.move(namespace: "nowhere")
        plan.images = ["gcr.io/no/such:1"]
    },
    Front("tls", ["MIR0408"], "the image is in another namespace") { plan, _ in
        plan.move(namespace: "nowhere")
        plan.images = [pause]
    },
    Front("tls", ["MIR0408"], "no namespace typed") { plan, _ in plan.images = [pause] },
    Front("token", ["MIR0408"], "no namespace typed, with a login") { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
        plan.images = [pause]
    },
    Front("tls", ["MIR0408"], "the image is at the root") { plan, _ in
        plan.move(namespace: "mirror")
        plan.images = ["root-only/tool:1"]
    },
    Front("front-redirect-elsewhere", ["MIR0404"]) { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
    },
    Front("front-bad-gateway", ["MIR0405"]),
    Front("front-unavailable", ["MIR0405"]),
    Front("front-limited", ["MIR0406"]),
    Front("front-teapot", ["MIR0407"]),
    Front("tls", ["MIR0501"], "no such tag") { plan, _ in
        plan.move(namespace: "mirror")
        plan.images = ["gcr.io/anthos-baremetal-release/pause:9"]
    },
    Front("tls", ["MIR0501", "MIR0501"], "no such images at the root") { plan, _ in
        plan.images = ["gcr.io/a/b:1", "root-only/tool:1", "gcr.io/a/c:1"]
    },
    Front("token", ["MIR0502"], "a project this user may not pull from") { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
        plan.move(namespace: "mirror")
        plan.images = ["gcr.io/secret/tool:1"]
    },
    Front("raw-manifest-page", ["MIR0503"]) { plan, _ in plan.images = ["a/b:1"] },
    Front("tls", ["MIR0504"]) { plan, _ in plan.images = ["gcr.io/Not A Name"] },
]
