import Foundation
import Glibc

/// Tests/Lab/echo-registry.py: whatever login it is sent, it says back in every spelling.
package final class EchoRegistry {
    package struct StartError: Error { package let words: String }

    /// What a search must not find, with what of it base64 cannot hide.
    package static let seed = "SEEDSECRET"
    package static let seedInBase64 = "U0VFRFNFQ1JFV"
    /// With what is quoted otherwise in JSON, in a URL and in HTML.
    package static let password = #"SEEDSECRET/p+"w & é"#
    /// `USER:PASSWORD` as a header has it.
    package static let pair = Data("u:\(password)".utf8).base64EncodedString()

    package let folder: TemporaryFolder
    package var caPath: String { folder("cert.pem") }
    private let server: Tool.Running
    private let ports: [String: String]

    package init() throws {
        folder = try TemporaryFolder()
        let words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1"
        let made = try Tool.run(
            "/usr/bin/openssl",
            words.split(separator: " ").map(String.init) + [
                "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder("key.pem"), "-out", folder("cert.pem"),
            ]
        )
        guard made.status == 0 else { throw StartError(words: made.errors) }
        server = try Tool.start(
            "/usr/bin/python3",
            [repositoryRoot + "/Tests/Lab/echo-registry.py", folder.path, folder("cert.pem"), folder("key.pem")]
        )
        while !folder.names.contains("port"), server.isRunning { usleep(20_000) }
        let found = try folder.text("port").split(whereSeparator: \.isWhitespace).map(String.init)
        ports = Dictionary(uniqueKeysWithValues: zip(["basic", "proxy", "bearer", "refused", "redirect"], found))
        let logins = ports.values.map { "\"127.0.0.1:\($0)\":{\"auth\":\"\(Self.pair)\"}" }.sorted()
        try folder.write("config.json", "{\"auths\":{\(logins.joined(separator: ","))}}", mode: 0o600)
        try folder.write("password", Self.password, mode: 0o600)
    }

    deinit {
        kill(server.process, SIGKILL)
        _ = try? server.wait()
    }

    /// `127.0.0.1:PORT`
    package func address(_ kind: String) -> String { "127.0.0.1:\(ports[kind] ?? "")" }

    /// A Docker config with the login for all of them.
    package var dockerConfig: String { folder("config.json") }
    package var passwordFile: String { folder("password") }

    /// The first of the seeds in a text that was printed, drawn or kept; `nil` where there is none.
    package static func leak(in text: String) -> String? {
        for form in [seed, seedInBase64, String(pair.prefix(24))] where text.contains(form) {
            guard let range = text.range(of: form) else { continue }
            return String(text[..<range.lowerBound].suffix(120)) + "→" + String(text[range.lowerBound...].prefix(60))
        }
        return nil
    }

    /// Files below a folder that hold one.
    package static func leaks(below folder: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        let found = try Tool.run("/usr/bin/grep", ["-raloE", "\(seed)|\(seedInBase64)", folder])
        return found.output.split(separator: "\n").map(String.init)
    }
}
