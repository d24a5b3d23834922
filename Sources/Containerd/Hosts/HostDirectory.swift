import GoData

/// Which directory of `config_path` belongs to a registry host.
///
/// Source: `HostDirFromRoot`, `hostPaths` in `remotes/docker/config/hosts.go` and `config_unix.go`.
package enum HostDirectory {
    /// Where containerd looks below a root, in order.
    package static func candidates(for host: String, root: String) -> [String] {
        var names = [host, "_default"]
        if let colon = host.lastIndex(of: ":"), colon > host.startIndex {
            names.insert(host[..<colon] + "_" + host[host.index(after: colon)...] + "_", at: 0)
        }
        return names.map { GoPath.join([root, $0]) }
    }

    /// `host_5000_` belongs to `host:5000`.
    package static func registryHost(ofFolder name: String) -> String {
        guard name.hasSuffix("_"), let mark = name.dropLast().lastIndex(of: "_") else { return name }
        let port = name[name.index(after: mark)...].dropLast()
        return Int(port) == nil ? name : name[..<mark] + ":" + port
    }

    /// The first that exists; a root's `_default` comes before everything in the next root.
    package static func find(
        for host: String,
        roots: [String],
        in files: any NodeFiles
    ) throws(PullConfigurationError) -> String? {
        for root in roots {
            for path in candidates(for: host, root: root) {
                do throws(NodeFileError) {
                    _ = try files.kind(of: path)
                    return path
                } catch .notFound {
                    continue
                } catch {
                    throw PullConfigurationError("stat \(path): \(error)", file: path)
                }
            }
        }
        return nil
    }
}

/// Something in the configuration that fails every pull of a registry host; `text` is containerd's.
package struct PullConfigurationError: Error, Equatable, Sendable {
    package let text: String
    /// The file to look at.
    package let file: String?
    /// Nothing that containerd says: the file holds more than is read here.
    package let isOurLimit: Bool

    package init(_ text: String, file: String? = nil, isOurLimit: Bool = false) {
        self.text = text
        self.file = file
        self.isOurLimit = isOurLimit
    }
}

extension PullConfigurationError {
    static func tooManyHosts(_ count: Int, _ host: String, _ source: SourcePosition?) -> PullConfigurationError {
        let place = "\(source?.file ?? ""), line \(source?.line ?? 0)"
        let text = "\(place): \(count) hosts for \(host); mirrorctl works out up to \(ConfigLimit.maximumHosts)"
        return PullConfigurationError(text, file: source?.file, isOurLimit: true)
    }
}
