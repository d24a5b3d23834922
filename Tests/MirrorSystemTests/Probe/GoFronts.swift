import Foundation
import MirrorCore
import TestSupport

/// Docker configs as Go reads them, challenges and manifests as containerd does.
let goFronts: [Front] = [
    config("MIR0306", "a comma too many") { "\($0),}}" },
    config("MIR0306", "a line break in a text") { $0.replacing("auth\"", with: "au\nth\"") + "}}" },
    config("MIR0306", "two documents") { "\($0)}}{}" },
    config("MIR0306", "single quotes") { "\($0)}}".replacing("\"", with: "'") },
    config("MIR0306", "a comment") { "// login\n\($0)}}" },
    config("MIR0306", "cut off") { $0 },
    config("MIR0306", "empty") { _ in "" },
    config("MIR0315", "") { "\u{FEFF}\($0)}}" },
    config("MIR0316", "", encoding: .utf16) { "\($0)}}" },
    config("MIR0316", "without a byte order mark", encoding: .utf16LittleEndian) { "\($0)}}" },
    config("MIR0316", "the other way round", encoding: .utf16BigEndian) { "\($0)}}" },
    config("MIR0317", "a Secret's YAML") { _ in "apiVersion: v1\nkind: Secret\ndata:\n  .dockerconfigjson: e30=\n" },
    config("MIR0317", "a Secret's JSON") { _ in #"{"kind":"Secret","data":{".dockerconfigjson":"e30="}}"# },
    config("MIR0317", "base64") { Data("\($0)}}".utf8).base64EncodedString() + "\n" },
    config("MIR0318", "a password that is a number") { "\($0),\"other\":{\"password\":1234}}}" },
    config("MIR0318", "a list of entries") { _ in #"{"auths":[{"auth":"YTpi"}]}"# },
    config("MIR0319", "another entry is no base64") { "\($0),\"other\":{\"auth\":\"a:b\"}}}" },
    config(nil, "the last of two entries counts") {
        $0.replacing("{\"auths\":{", with: "{\"auths\":{\"KEY\":{},") + "}}"
    },
    config(nil, "any case") { $0.replacing("auth", with: "AUTH") + "}}" },
    config("MIR0302", "outside of auths") { String($0.dropFirst(9)) + "}" },
    login("MIR0320", "a line break", "puller:lab-secret\n"),
    login("MIR0320", "Windows' line break", "puller:lab-secret\r\n"),
    login("MIR0320", "quotation marks", "puller:'lab-secret'"),
    login("MIR0320", "a blank", "puller:lab-secret "),
    login("MIR0320", "a byte order mark", "\u{FEFF}puller:lab-secret"),
    login("MIR0320", "UTF-16", "p\0u\0:\0l\0"),
    login("MIR0321", "the shell has taken the name", "robot:lab-secret"),
    login("MIR0321", "and left the project's part", "robot+puller:lab-secret"),
    login("MIR0321", "a backslash too many", "robot\\$puller:lab-secret"),
    login("MIR0303", "a robot", "robot$puller:lab-secret"),
    login("MIR0308", "no password", "puller:"),
    challenge("raw-negotiate-basic", "MIR0322"),
    challenge("raw-digest-basic", "MIR0322"),
    challenge("raw-negotiate-lines", nil),
    challenge("raw-bare-realm", "MIR0311"),
    Front("raw-token-types", ["MIR0309"], "expires_in is a text") { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
    },
    post("400", nil), post("401", nil), post("404", nil), post("405", nil), post("moved", nil),
    post("403", "MIR0323"), post("500", "MIR0323"), post("key", "MIR0323"), post("closed", "MIR0323"),
    Front("raw-post-500", [], "nobody's token is asked for by GET"),
    manifest("raw-bare-digest", ["MIR0505"]),
    manifest("raw-quoted-digest", ["MIR0505"]),
    manifest("raw-schema1", ["MIR0506"]),
    manifest("raw-only-get", ["MIR0507"]),
    manifest("raw-sha512", []),
]

/// A config made of the good one's text, which lacks its two last braces; `KEY` is the registry's.
private func config(
    _ code: String?,
    _ note: String,
    encoding: String.Encoding = .utf8,
    _ change: @escaping @Sendable (String) -> String
) -> Front {
    Front("basic", code.map { [$0] } ?? [], "config.json: \(note)") { plan, lab in
        let place = "127.0.0.1:\(lab.port("basic"))"
        let auth = Data("puller:lab-secret".utf8).base64EncodedString()
        let text = change(#"{"auths":{"\#(place)":{"auth":"\#(auth)"}"#).replacing("KEY", with: place)
        let path = try lab.write("go-\(UUID().uuidString).json", "")
        try text.data(using: encoding)?.write(to: URL(filePath: path))
        plan.pullCredentialConfigPath = path
    }
}

private func login(_ code: String, _ note: String, _ pair: String) -> Front {
    Front("basic", [code], "login: \(note)") { plan, lab in
        let auth = Data(pair.utf8).base64EncodedString()
        let text = #"{"auths":{"127.0.0.1:\#(lab.port("basic"))":{"auth":"\#(auth)"}}}"#
        plan.pullCredentialConfigPath = try lab.write("go-\(UUID().uuidString).json", text)
    }
}

/// A token server that answers the POST in its own way, and a GET with a token.
private func post(_ way: String, _ code: String?) -> Front {
    Front("raw-post-\(way)", code.map { [$0] } ?? [], "a login") { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
    }
}

private func challenge(_ server: String, _ code: String?) -> Front {
    Front(server, code.map { [$0] } ?? []) { plan, lab in
        let text = #"{"auths":{"127.0.0.1:\#(lab.port(server))":{"auth":"cHVsbGVyOng="}}}"#
        plan.pullCredentialConfigPath = try lab.write("go-\(UUID().uuidString).json", text)
    }
}

private func manifest(_ server: String, _ codes: [String]) -> Front {
    Front(server, codes) { plan, _ in plan.images = ["gcr.io/a/b:1"] }
}
