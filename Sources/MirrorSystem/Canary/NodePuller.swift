import Diagnosis
import GoData
import MirrorCore
import RegistryClient
import Threads

/// Pulls and removes one image on a node, by the means that are there.
package struct NodePuller: CanaryPuller {
    package let shell: NodeShell
    package var socketPath: String
    /// `certs.d`, for `ctr`.
    package var hostsFolder: String
    package var seconds: Int

    package static let defaultSocket = "/run/containerd/containerd.sock"
    package static let defaultHostsFolder = "/etc/containerd/certs.d"

    package init(place: NodeShell.Target, socketPath: String, hostsFolder: String, seconds: Int) {
        shell = NodeShell(place: place, seconds: seconds + 5)
        self.socketPath = socketPath
        self.hostsFolder = hostsFolder
        self.seconds = seconds
    }

    package var node: String? { shell.place.node }

    /// `crictl`, else CRI's socket itself where the login may open it, else `ctr`, which reads `certs.d` and no `mirrors`.
    package func available() -> CanaryReport.Puller? {
        if shell.succeeds("command -v crictl") { return .crictl }
        let canOpen = "[ -S \(shellWord(socketPath)) ] && [ -w \(shellWord(socketPath)) ]"
        if hasSockets, shell.succeeds(canOpen, asRoot: false) { return .socket }
        return shell.succeeds("command -v ctr") ? .ctr : nil
    }

    /// - Returns: the digest by which the node knows the image.
    package func pull(
        _ image: String,
        by puller: CanaryReport.Puller,
        _ cancellation: Cancellation
    ) throws(NodeShell.Failure) -> String {
        switch puller {
        case .socket: return try cri { images throws(GRPCClient.Failure) in try images.pull(image, cancellation) }
        case .crictl:
            _ = try shell.run(crictl + ["pull", image], cancellation)
            return try digest(of: image, by: puller)
        case .ctr:
            _ = try shell.run(ctr + ["images", "pull", "--hosts-dir", hostsFolder, image], cancellation)
            return try digest(of: image, by: puller)
        case .kubelet: throw NodeShell.Failure(text: "kubelet: not asked")
        }
    }

    /// The digest of an image that the node holds.
    func digest(of image: String, by puller: CanaryReport.Puller) throws(NodeShell.Failure) -> String {
        let found =
            switch puller {
            case .crictl: try listedByCrictl(image).first
            case .ctr: try Self.firstDigest(in: shell.run(ctr + ["images", "list", "name==\(image)"]))
            case .socket, .kubelet: nil as String?
            }
        guard let found else { throw NodeShell.Failure(text: "no image is listed") }
        return found
    }

    /// A pod's commands are all that reaches the node.
    private var hasSockets: Bool { if case .pod = shell.place { false } else { true } }

    /// - Parameter names: others that containerd's CRI plugin gives the image when it sees `ctr` pull it.
    package func remove(
        _ image: String,
        alsoKnownAs names: [String],
        by puller: CanaryReport.Puller
    ) throws(NodeShell.Failure) {
        switch puller {
        case .socket: try cri { images throws(GRPCClient.Failure) in try images.remove(image) }
        case .crictl: if try holds(image, by: .crictl) { _ = try shell.run(crictl + ["rmi", image]) }
        case .ctr:
            _ = try shell.run(ctr + ["images", "remove", image])
            for name in names { _ = try? shell.run(ctr + ["images", "remove", name]) }
        case .kubelet: throw NodeShell.Failure(text: "kubelet: removes nothing")
        }
    }

    /// Whether the node has the image now.
    package func holds(_ image: String, by puller: CanaryReport.Puller) throws(NodeShell.Failure) -> Bool {
        switch puller {
        case .socket: try cri { images throws(GRPCClient.Failure) in try images.holds(image) }
        case .crictl: try !listedByCrictl(image).isEmpty
        case .ctr: try Self.firstDigest(in: shell.run(ctr + ["images", "list", "name==\(image)"])) != nil
        case .kubelet: throw NodeShell.Failure(text: "kubelet: not asked")
        }
    }

    /// CRI itself, through the connection where the node is another machine.
    private func cri<Value>(
        _ work: (CRIImages) throws(GRPCClient.Failure) -> Value
    ) throws(NodeShell.Failure) -> Value {
        var path = socketPath
        if case .ssh(let connection) = shell.place {
            do throws(NodeFailure) { path = try connection.forward(socket: socketPath) } catch {
                throw NodeShell.Failure(text: "ssh -L \(socketPath): \(NodeShell.words(error))")
            }
        }
        do throws(GRPCClient.Failure) {
            return try work(CRIImages(client: GRPCClient(socketPath: path, seconds: seconds)))
        } catch {
            throw NodeShell.Failure(text: error.text)
        }
    }

    private var crictl: [String] {
        ["crictl", "--runtime-endpoint", "unix://" + socketPath, "--timeout", "\(seconds)s"]
    }

    private var ctr: [String] { ["ctr", "--address", socketPath, "--namespace", "k8s.io"] }

    /// `{"images":[{"id":"sha256:…","repoTags":["…"]}]}`: containerd lists every image, whichever is asked for.
    private func listedByCrictl(_ image: String) throws(NodeShell.Failure) -> [String] {
        let text = try shell.run(crictl + ["images", "-o", "json", image])
        guard let images = JSONValue(parsing: Array(text.utf8))?["images"]?.elements else { return [] }
        return images.compactMap { listed in
            let names = (listed["repoTags"]?.elements ?? []) + (listed["repoDigests"]?.elements ?? [])
            guard names.contains(where: { $0.string == image }), let id = listed["id"]?.string else { return nil }
            return id.hasPrefix("sha256:") ? id : "sha256:" + id
        }
    }

    private static func firstDigest(in text: String) -> String? {
        guard let range = text.firstRange(of: "sha256:") else { return nil }
        let digits = text[range.upperBound...].prefix { $0.isHexDigit }
        return digits.count == 64 ? "sha256:" + digits : nil
    }
}
