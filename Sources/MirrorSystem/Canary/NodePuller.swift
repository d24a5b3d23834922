import MirrorCore
import RegistryClient

/// Pulls and removes one image on a node, by the means that are there.
package struct NodePuller: Sendable {
    /// `nil` for this machine.
    package var target: SSHTarget?
    package var socketPath: String
    /// `certs.d`, for `ctr`.
    package var hostsFolder: String
    package var seconds: Int

    package static let defaultSocket = "/run/containerd/containerd.sock"
    package static let defaultHostsFolder = "/etc/containerd/certs.d"

    package init(target: SSHTarget?, socketPath: String, hostsFolder: String, seconds: Int) {
        self.target = target
        self.socketPath = socketPath
        self.hostsFolder = hostsFolder
        self.seconds = seconds
    }

    package struct Failure: Error, Equatable, Sendable {
        package let text: String
    }

    /// `crictl`, else the socket itself where it can be reached, else `ctr`, which reads `certs.d` and no `mirrors`.
    package func available() -> CanaryReport.Puller? {
        if has("crictl") { return .crictl }
        if target == nil { return .socket }
        return has("ctr") ? .ctr : nil
    }

    private func has(_ program: String) -> Bool { (try? run(["command", "-v", program], shell: true)) != nil }

    /// - Returns: the digest by which the node knows the image.
    package func pull(
        _ image: String,
        by puller: CanaryReport.Puller,
        _ cancellation: Cancellation
    ) throws(Failure) -> String {
        switch puller {
        case .socket:
            do throws(GRPCClient.Failure) {
                return try CRIImages(client: GRPCClient(socketPath: socketPath, seconds: seconds)).pull(
                    image,
                    cancellation
                )
            } catch {
                throw Failure(text: error.text)
            }
        case .crictl:
            _ = try run(crictl + ["pull", image], cancellation)
            let listed = try run(crictl + ["images", "-o", "json", image], cancellation)
            return try Self.digest(inListing: listed)
        case .ctr:
            _ = try run(ctr + ["images", "pull", "--hosts-dir", hostsFolder, image], cancellation)
            let listed = try run(ctr + ["images", "list", "name==\(image)"], cancellation)
            guard let digest = Self.firstDigest(in: listed) else { throw Failure(text: "no digest") }
            return digest
        }
    }

    /// - Parameter names: others that containerd's CRI plugin gives the image when it sees `ctr` pull it.
    package func remove(
        _ image: String,
        alsoKnownAs names: [String],
        by puller: CanaryReport.Puller
    ) throws(Failure) {
        switch puller {
        case .socket:
            do throws(GRPCClient.Failure) {
                try CRIImages(client: GRPCClient(socketPath: socketPath, seconds: 20)).remove(image)
            } catch {
                throw Failure(text: error.text)
            }
        case .crictl: _ = try run(crictl + ["rmi", image])
        case .ctr:
            _ = try run(ctr + ["images", "remove", image])
            for name in names { _ = try? run(ctr + ["images", "remove", name]) }
        }
    }

    private var crictl: [String] {
        ["crictl", "--runtime-endpoint", "unix://" + socketPath, "--timeout", "\(seconds)s"]
    }

    private var ctr: [String] { ["ctr", "--address", socketPath, "--namespace", "k8s.io"] }

    /// `{"images":[{"id":"sha256:…"}]}`
    private static func digest(inListing text: String) throws(Failure) -> String {
        let images = JSONValue(parsing: Array(text.utf8))?["images"]?.elements
        guard let id = images?.first?["id"]?.string else { throw Failure(text: "no image is listed") }
        return id.hasPrefix("sha256:") ? id : "sha256:" + id
    }

    private static func firstDigest(in text: String) -> String? {
        guard let range = text.firstRange(of: "sha256:") else { return nil }
        let digits = text[range.upperBound...].prefix { $0.isHexDigit }
        return digits.count == 64 ? "sha256:" + digits : nil
    }

    // MARK: Running

    /// Over SSH as root, by `sudo -n` where another user logs in.
    private func run(
        _ words: [String],
        _ cancellation: Cancellation = Cancellation(),
        shell: Bool = false
    ) throws(Failure) -> String {
        var child: ChildProcess
        if let target {
            let command = words.map(shellWord).joined(separator: " ")
            let prefix = shell || (target.user ?? "root") == "root" ? "" : "sudo -n "
            let arguments = target.arguments(connectSeconds: 10) + ["-o", "LogLevel=ERROR", "--", target.host]
            child = ChildProcess("ssh", arguments + ["exec /bin/sh -c " + shellWord(prefix + command)])
        } else if shell {
            child = ChildProcess("/bin/sh", ["-c", words.map(shellWord).joined(separator: " ")])
        } else {
            child = ChildProcess(words[0], Array(words.dropFirst()))
        }
        child.deadlineSeconds = seconds + 5
        child.outputLimit = 1 << 20
        do throws(ChildProcessError) {
            let result = try child.run(cancellation: cancellation)
            guard result.status.isSuccess else {
                let text = String(decoding: result.errors.isEmpty ? result.output : result.errors, as: UTF8.self)
                throw ChildProcessError.system(words[0], reason: String(text.suffix(2000)))
            }
            return String(decoding: result.output, as: UTF8.self)
        } catch {
            if case .system(_, let reason) = error { throw Failure(text: reason) }
            throw Failure(text: Catalogue.english(error.problem))
        }
    }
}
