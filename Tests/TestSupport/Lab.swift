import Foundation

/// The registries and broken fronts of Tests/Lab, started once for this test process and stopped when it ends.
package struct Lab: Sendable {
    package struct StartError: Error, CustomStringConvertible {
        package let description: String
    }

    /// Where certificates, logs and `env` are.
    package let folder: String
    private let environment: [String: String]

    private static let shared = Result { try start() }

    /// - Throws: `StartError` when docker-registry, nginx, htpasswd, openssl or python3 is missing.
    package static func running() throws -> Lab { try shared.get() }

    package var caPath: String { "\(folder)/pki/ca.crt" }
    package var dockerConfigPath: String { "\(folder)/config.json" }

    /// `https://127.0.0.1:PORT` of `tls`, `token`, `front-expired`, …
    package func url(_ name: String) -> String {
        let key = "URL_" + name.uppercased().replacingOccurrences(of: "-", with: "_")
        return environment[key] ?? "https://no-such-server-in-the-lab.invalid"
    }

    package func port(_ name: String) -> Int { Int(url(name).split(separator: ":").last ?? "") ?? 0 }

    /// What a process has written so far.
    package func log(_ name: String) -> String {
        (try? String(contentsOfFile: "\(folder)/logs/\(name).log", encoding: .utf8)) ?? ""
    }

    package var nginxLog: String {
        (try? String(contentsOfFile: "\(folder)/nginx/access.log", encoding: .utf8)) ?? ""
    }

    /// Writes a file into the lab's folder and returns its path.
    package func write(_ name: String, _ text: String, mode: mode_t = 0o600) throws -> String {
        let path = "\(folder)/\(name)"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        chmod(path, mode)
        return path
    }

    private static func start() throws -> Lab {
        let folder = NSTemporaryDirectory() + "mirrorctl-lab-\(ProcessInfo.processInfo.processIdentifier)"
        let pid = String(ProcessInfo.processInfo.processIdentifier)
        let output = try run(["up", folder, "--while", pid])
        guard let text = try? String(contentsOfFile: "\(folder)/env", encoding: .utf8) else {
            throw StartError(description: "the lab did not start: \(output)")
        }
        atexit {
            // The closure is C's: it knows nothing but the process.
            let folder = NSTemporaryDirectory() + "mirrorctl-lab-\(ProcessInfo.processInfo.processIdentifier)"
            _ = try? Lab.run(["down", folder])
            try? FileManager.default.removeItem(atPath: folder)
        }
        var environment: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { environment[String(parts[0])] = String(parts[1]) }
        }
        return Lab(folder: folder, environment: environment)
    }

    /// Foundation's `Process` would wait for the servers too, because they inherit its end of a socket.
    private static func run(_ arguments: [String]) throws -> String {
        let log = NSTemporaryDirectory() + "mirrorctl-lab-\(UUID().uuidString).log"
        defer { unlink(log) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // Dispatch's threads block signals, and a server that inherits that cannot be asked to end.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let words = ["bash", "\(repositoryRoot)/Tests/Lab/lab"] + arguments
        var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var child: pid_t = 0
        var status: Int32 = 0
        guard posix_spawn(&child, "/bin/bash", &actions, &attributes, &pointers, environ) == 0 else {
            throw StartError(description: "bash does not start")
        }
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let output = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        guard status == 0 else { throw StartError(description: output) }
        return output
    }
}
