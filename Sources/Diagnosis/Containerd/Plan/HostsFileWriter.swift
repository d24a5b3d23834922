import Containerd
import GoData
import MirrorCore
import TOML
import Texts

/// Writes the `hosts.toml` that makes the attempts of a `mirrors` entry.
struct HostsFileWriter {
    let legacy: LegacyEndpoints
    let files: any NodeFiles
    let target: ContainerdRules
    private(set) var losses: [Phrase] = []

    init(legacy: LegacyEndpoints, files: any NodeFiles, target: ContainerdRules) {
        self.legacy = legacy
        self.files = files
        self.target = target
    }

    /// - Parameter registryHost: `nil` for every host without an entry, `*` in `mirrors`.
    /// - Returns: `nil` when the entry fails every pull already.
    mutating func text(for registryHost: RegistryHost?) -> String? {
        let isWildcard = registryHost == nil
        let name = registryHost?.name ?? "*"
        // Any host will do for `*`: what it adds as the upstream is left out again.
        let host = registryHost?.name ?? "registry.invalid"
        let endpoints: [RegistryEndpoint]
        do throws(PullConfigurationError) { endpoints = try legacy.endpoints(for: host, files: files) } catch {
            losses.append(Phrase("convert.fails", ["registryHost": name, "text": error.text]))
            return nil
        }
        guard let last = endpoints.last else { return nil }
        var lines: [String] = []
        if !isWildcard { lines += ["server = \(TOMLText.basicString(url(last)))"] + settings(last) }
        var seen: Set<String> = []
        for endpoint in endpoints.dropLast() {
            guard seen.insert(url(endpoint)).inserted else {
                losses.append(Phrase("convert.duplicate", ["registryHost": name, "url": url(endpoint)]))
                continue
            }
            lines += ["", "[host.\(TOMLText.basicString(url(endpoint)))]"] + settings(endpoint).map { "  " + $0 }
        }
        if seen.isEmpty, target.requiresHostTree { lines += ["", "[host]"] }
        return lines.drop { $0.isEmpty }.joined(separator: "\n") + "\n"
    }

    private func path(_ endpoint: RegistryEndpoint) -> String { GoPath.clean(endpoint.path) }

    private func url(_ endpoint: RegistryEndpoint) -> String {
        let path = path(endpoint)
        let root = endpoint.scheme + "://" + endpoint.host
        return path == "/v2" || path == "/" ? root : root + path
    }

    private func settings(_ endpoint: RegistryEndpoint) -> [String] {
        var lines = ["capabilities = [\"pull\", \"resolve\"]"]
        if path(endpoint) != "/v2" { lines.append("override_path = true") }
        // On plain http they would make containerd try https first.
        guard endpoint.scheme == "https" else { return lines }
        if let files = endpoint.tls.caFiles, !files.isEmpty { lines.append("ca = \(TOMLText.array(files))") }
        if let pairs = endpoint.tls.clientPairs, !pairs.isEmpty {
            let list = pairs.map { TOMLText.array([$0.certificate, $0.key]) }.joined(separator: ", ")
            lines.append("client = [\(list)]")
        }
        if endpoint.tls.skipVerify == true { lines.append("skip_verify = true") }
        return lines
    }
}
