import Foundation

/// The registries of Tests/Lab/push-lab, of one test's own, stopped with it.
package final class PushLab: Sendable {
    package struct StartError: Error, CustomStringConvertible {
        package let description: String
    }

    private let folder: TemporaryFolder
    private let ports: [String: Int]
    package let user = "pusher"
    package let password = "lab-secret"
    /// Which the token server takes for the user's.
    package let refreshToken = "lab-refresh"

    /// - Throws: `StartError` when docker-registry, nginx, htpasswd, openssl or python3 is missing.
    package init() throws {
        // Its keeper removes it when the servers have ended.
        folder = try TemporaryFolder(isSweptAtExit: false)
        let pid = String(ProcessInfo.processInfo.processIdentifier)
        let result = try Tool.run("/bin/bash", [Self.script, "up", folder.path, "--while", pid])
        guard result.status == 0, let text = try? folder.text("env") else {
            throw StartError(description: result.output + result.errors)
        }
        var ports: [String: Int] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("PORT_") {
            let parts = line.dropFirst(5).split(separator: "=")
            if parts.count == 2 { ports[parts[0].lowercased().replacing("_", with: "-")] = Int(parts[1]) }
        }
        self.ports = ports
    }

    deinit { _ = try? Tool.run("/bin/bash", [Self.script, "down", folder.path]) }

    private static let script = repositoryRoot + "/Tests/Lab/push-lab"

    package var caPath: String { folder("pki/ca.crt") }

    package func port(_ name: String) -> Int { ports[name] ?? 1 }

    /// `127.0.0.1:PORT`
    package func address(_ name: String) -> String { "127.0.0.1:\(port(name))" }

    /// Kills the registry and starts it again on its port.
    package func restart(_ name: String) throws {
        _ = try Tool.run("/bin/bash", [Self.script, "restart", folder.path, name])
    }

    /// Kills the registry; `restart` brings it back.
    package func halt(_ name: String) throws {
        _ = try Tool.run("/bin/bash", [Self.script, "halt", folder.path, name])
    }

    /// Takes a tag away behind the registries' back; the manifest and its blobs stay.
    package func untag(_ repository: String, _ tag: String) throws {
        let place = folder("store/docker/registry/v2/repositories/\(repository)/_manifests/tags/\(tag)")
        try FileManager.default.removeItem(atPath: place)
    }

    /// What a registry has written so far, before it was restarted too: its access log among it.
    package func log(_ name: String) -> String {
        [".before", ""].map { (try? folder.text("logs/\(name)\($0).log")) ?? "" }.joined()
    }

    /// Lines of the access log with all these words.
    package func requests(_ name: String, _ words: String...) -> [Substring] {
        log(name).split(separator: "\n").filter { line in words.allSatisfy { line.contains($0) } }
    }
}
