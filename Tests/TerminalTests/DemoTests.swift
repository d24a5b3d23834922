import Foundation
import TestSupport
import Testing
import Yams

/// `make demo`, from its first screen to the last process it started.
@Suite(.serialized, .terminals) struct DemoTests {
    @Test func theDemoWalksAgainstARealRegistry() throws {
        let station = try Workstation(columns: 80, rows: 24, environment: ["TMPDIR=/tmp"])
        defer { station.remove() }
        let terminal = station.terminal
        try terminal.record(to: station.folder + "/terminal")
        try station.start("MIRRORCTL=\(Tool.mirrorctl) \(repositoryRoot)/Demo/run")
        try terminal.wait(for: "▸MIRRORS")
        try terminal.wait(for: "admin1 · admin · 1.33.200-gke.70")
        try terminal.wait(for: "→ takes what an empty field offers, Enter goes on; F1 lists the keys.")
        try terminal.press("Right", "Enter", "Right", "Enter", "Space")
        try terminal.wait(for: "[ ] docker.io")
        try terminal.press("Space", "Enter")
        try terminal.wait(for: "gcr.io (always)  docker.io")
        try terminal.press("Right", "Enter", "Right", "Enter", "Right")
        try terminal.wait("every suggestion taken") { !$0.contains("takes it") }
        let probed = try terminal.wait(for: "nothing is wrong")
        for phase in ["✓ TLS", "✓ Registry", "✓ Login", "✓ Namespace", "✓ Images"] {
            #expect(probed.contains(phase), "\(phase)")
        }
        try station.go(to: "REVIEW")
        try station.go(to: "WRITE")
        try terminal.wait(for: "[ write the file ]")
        let folder = try #require(try demoFolder(of: terminal))
        let login = try Login(dockerConfig: folder + "/lab/config.json")
        let registry = try #require(try Int32(registryProcess(of: folder)))
        try terminal.press("Enter")
        try terminal.wait(for: "admin1.yaml is written")
        let written = try String(contentsOfFile: folder + "/bmctl-workspace/admin1/admin1.yaml", encoding: .utf8)
        let header = try #require(try Array(Yams.compose_all(yaml: written)).first)
        let mirror = try #require(header["registryMirrors"]?[0])
        #expect(mirror["endpoint"]?.string?.hasSuffix("/v2/mirror") == true)
        #expect(mirror["hosts"]?.array().map(\.string) == ["docker.io"])
        try terminal.press("Enter")
        let end = try station.end()
        #expect(end.exitCode == 0)
        #expect(end.modesKept)
        #expect(end.screen.contains("+registryMirrors:"))
        #expect(
            try station.read("terminal").contains("mirrorctl push images --source bmpackages_1.33.200-gke.70.tar.xz")
        )
        try station.waitForEnd(of: registry)
        #expect(!FileManager.default.fileExists(atPath: folder))
        let sent = try station.read("terminal")
        #expect(sent.contains("registryMirrors"))
        #expect(!sent.contains(login.password) && !sent.contains(login.encoded))
    }

    /// What `wizard --help` shows opens as it stands there.
    @Test func theExamplesOfItsHelpOpen() throws {
        let examples = try HelpExamples.of("wizard")
        try #require(examples.count == 2)
        let sample = try String(contentsOfFile: repositoryRoot + "/Demo/admin1.yaml", encoding: .utf8)
        for (example, shown) in zip(examples, [("▸MIRRORS", "admin1.yaml"), ("▸PACKAGE", "bmpackages.tar.xz")]) {
            let station = try Workstation(columns: 80, rows: 24)
            defer { station.remove() }
            try station.write(sample, to: "admin1.yaml")
            try station.write("", to: "bmpackages.tar.xz")
            try station.start(example)
            try station.terminal.wait(for: shown.0)
            try station.terminal.wait(for: shown.1)
            try station.terminal.press("C-c")
            #expect(try station.end().modesKept)
        }
    }

    /// What must never be seen: the password and its encoded form.
    private struct Login {
        let encoded: String
        let password: String

        init(dockerConfig path: String) throws {
            struct Config: Decodable {
                struct Entry: Decodable { var auth: String }
                var auths: [String: Entry]
            }
            let config = try JSONDecoder().decode(Config.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
            encoded = try #require(config.auths.values.first?.auth)
            let pair = String(decoding: try #require(Data(base64Encoded: encoded)), as: UTF8.self)
            password = String(try #require(pair.split(separator: ":").last))
        }
    }

    /// Where the demo works: the folder of the process that the wizard is.
    private func demoFolder(of terminal: Tmux) throws -> String? {
        guard let script = try terminal.childProcess() else { return nil }
        return try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(script)/cwd")
    }

    private func registryProcess(of folder: String) throws -> String {
        let line = try String(contentsOfFile: folder + "/lab/pids/basic", encoding: .utf8)
        return String(line.prefix { $0 != " " })
    }
}
