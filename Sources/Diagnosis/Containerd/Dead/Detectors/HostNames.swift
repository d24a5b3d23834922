import Containerd
import GoData
import MirrorCore
import Texts

/// Keys of `mirrors` and folders of `config_path` that no image's name leads to.
struct HostNames: DeadDetector {
    func settings(in survey: DeadSurvey) -> [DeadSetting] {
        let mirrors = survey.usesMirrorsTable ? survey.registry.mirrors : [:]
        let keys = Set(mirrors.keys)
        let folders = Set(survey.folders.filter(\.hasSettings).map(\.registryHost))
        return mirrors.sorted { $0.key < $1.key }.compactMap { key, mirror in
            guard key != "*", let place = mirror.source else { return nil }
            let written = "mirrors.\(GoText.quoted(key))"
            return setting(key, key, keys, place, written, anyHost: "\"*\"", survey)
        }
            + survey.folders.compactMap { folder in
                let isScheme = ["http:", "https:"].contains(folder.name)
                guard folder.name != "_default", folder.hasSettings || isScheme && !folder.names.isEmpty else {
                    return nil
                }
                let place = SourcePosition(file: folder.path, line: 0)
                // A scheme ends in a slash, so that the host became a folder of its own.
                let host = isScheme ? "\(folder.name)//\(folder.names[0])" : folder.registryHost
                return setting(host, folder.name, folders, place, folder.name, anyHost: "_default", survey)
            }
    }

    private func setting(
        _ host: String,
        _ name: String,
        _ others: Set<String>,
        _ place: SourcePosition,
        _ written: String,
        anyHost: String,
        _ survey: DeadSurvey
    ) -> DeadSetting? {
        guard let (kind, reason, meant) = Self.reason(host, name, others, survey.rules, anyHost: anyHost) else {
            return nil
        }
        return DeadSetting(
            kind,
            place,
            written,
            reason: reason,
            // Of `../x` no name is left.
            remedy: meant.flatMap { $0.allSatisfy { $0 == "." } ? nil : Phrase("dead.host.name", ["host": $0]) }
                ?? Phrase("dead.host.each", ["any": anyHost]),
            hosts: hosts(meant, host, name, anyHost: anyHost)
        )
    }

    private func hosts(_ meant: String?, _ host: String, _ name: String, anyHost: String) -> DeadSetting.Hosts {
        guard let meant else { return .like(name) }
        if meant == anyHost { return .every }
        // A folder's name for a port: of the host alone, too.
        return meant.hasSuffix("_") ? .like(name) : .these([meant, Self.bare(host)])
    }

    /// - Parameter others: the hosts that have settings of their own.
    private static func reason(
        _ host: String,
        _ name: String,
        _ others: Set<String>,
        _ rules: ContainerdRules,
        anyHost: String
    ) -> (DeadSetting.Kind, Phrase, meant: String?)? {
        let bare = bare(host)
        if host.contains("*") || host.contains("?") { return (.hostName, Phrase("dead.host.wildcard"), nil) }
        if host.contains("://") { return (.hostName, Phrase("dead.host.scheme"), bare) }
        if host.contains("/") { return (.hostName, Phrase("dead.host.path"), bare) }
        if ["index.docker.io", "registry-1.docker.io", "registry.hub.docker.com", "hub.docker.com"].contains(host) {
            guard !others.contains("docker.io") else { return nil }
            let key = host == "index.docker.io" ? "dead.host.hubNever" : "dead.host.hub"
            return (.hubName, Phrase(key, ["host": host]), "docker.io")
        }
        if !isRegistryHost(host, rules) {
            if anyHost == "_default", Spelling.distance(name.lowercased(), anyHost) <= 2 {
                return (.hostName, Phrase("dead.host.noHost", ["host": name]), anyHost)
            }
            let isPlain = registryHost(host, rules) == "docker.io"
            return (.hostName, Phrase(isPlain ? "dead.host.plain" : "dead.host.noHost", ["host": name]), nil)
        }
        if anyHost == "_default", let mark = name.lastIndex(of: "_"), mark > name.startIndex,
            Int(name[name.index(after: mark)...]) != nil
        {
            return (.hostName, Phrase("dead.host.portForm", ["host": name]), name + "_")
        }
        if host != host.lowercased(), !others.contains(host.lowercased()) {
            return (.otherSpelling, Phrase("dead.host.case", ["host": host]), host.lowercased())
        }
        for port in [":443", ":80"] where host.hasSuffix(port) {
            let short = String(host.dropLast(port.count))
            // A registry of one's own may well be named with its port.
            guard !others.contains(short), isPublic(short) else { continue }
            return (.otherSpelling, Phrase("dead.host.port", ["host": host, "short": short]), short)
        }
        return nil
    }

    private static func isPublic(_ host: String) -> Bool {
        (RegistryHost.usual + [.alwaysMirrored]).contains { $0.name == host } || host.hasSuffix(".gcr.io")
            || host.hasSuffix(".pkg.dev")
    }

    // MARK: Names

    /// An image of this host can be named, and is looked up under just this name.
    static func isRegistryHost(_ host: String, _ rules: ContainerdRules) -> Bool {
        registryHost(host, rules) == host
    }

    private static func registryHost(_ host: String, _ rules: ContainerdRules) -> String? {
        (try? ImageReference(host + "/a/b:1", rules: rules))?.registryHost
    }

    /// Without scheme, userinfo and path.
    static func bare(_ text: String) -> String {
        let rest = text.range(ofText: "://").map { text[$0...].dropFirst(3) } ?? text[...]
        let authority = rest.prefix { $0 != "/" }
        return authority.split(separator: "@").last.map { $0.lowercased() } ?? ""
    }

    /// Without the port.
    static func name(_ host: String) -> String { (GoText.splitHostPort(host)?.host ?? host).lowercased() }
}
