import Containerd
import GoData
import MirrorCore
import Texts

/// A key of `mirrors` or `configs` that no pull looks up, or none whose image is named as usual.
package struct DeadKey: Equatable, Sendable {
    /// `mirrors` or `configs`
    package let table: String
    package let key: String
    package let source: SourcePosition?
    package let problem: RegistryHost.Problem
    /// What would bring it into force, where that is known.
    package var remedy: Phrase?

    private var entry: String { "\(table).\(GoText.quoted(key))" }

    /// The setting is this key: it is told once.
    func isNamed(by setting: DeadSetting) -> Bool {
        setting.place == source && setting.written == Redaction.text(entry)
    }

    package var phrase: Phrase {
        let values = ["place": source.map { "\($0)" } ?? "–", "entry": entry]
        let reason = problem.phrase(key)
        // Images may be named by such a key, and are looked up by it then.
        let name = [.upperCase, .dockerHub].contains(problem) ? "convert.otherKey" : "convert.deadKey"
        guard let remedy else { return Phrase(name, values, parts: ["reason": reason]) }
        return Phrase(name + "Meant", values, parts: ["reason": reason, "remedy": remedy])
    }
}

/// The keys of `mirrors` and `configs`, parted into those that images are looked up by and the others.
struct ConvertedKeys {
    /// In the order of their names.
    private(set) var hosts: [RegistryHost] = []
    /// `mirrors."*"` is there.
    let hasDefault: Bool
    private(set) var dead: [DeadKey] = []

    private let rules: [ContainerdRules]

    /// - Parameter rules: of the versions before and after; a host has to be one for both.
    init(_ legacy: LegacyEndpoints, rules: [ContainerdRules]) {
        self.rules = rules
        let registry = legacy.config
        hasDefault = registry.mirrors["*"] != nil
        for (key, mirror) in registry.mirrors.sorted(by: { $0.key < $1.key }) where key != "*" {
            add(key, "mirrors", mirror.source)
        }
        let asked = Self.askedHosts(legacy)
        for (key, config) in registry.configs.sorted(by: { $0.key < $1.key }) {
            guard let tls = config.tls else { continue }
            // The upstream of Docker Hub has another name than its images carry.
            let name = key == "registry-1.docker.io" ? "docker.io" : key
            // An endpoint's settings go along with it, whatever its name; only a registry host has a folder besides.
            if RegistryHost(name) == nil, asked.contains(key) { continue }
            // A directory of its own keeps `_default` away: such hosts carry its endpoints along.
            add(name, "configs", tls.source)
        }
        hosts = Set(hosts).sorted { $0.name < $1.name }
        dead.sort { ($0.source?.line ?? 0, $0.key) < ($1.source?.line ?? 0, $1.key) }
    }

    private mutating func add(_ key: String, _ table: String, _ source: SourcePosition?) {
        let problems = rules.compactMap { RegistryHost.problem(in: key, rules: $0) }
        if let problem = problems.first {
            dead.append(DeadKey(table: table, key: key, source: source, problem: problem))
        } else if let host = RegistryHost(key) {
            hosts.append(host)
        }
    }

    /// `HOST:PORT` of every endpoint that is listed for some image.
    private static func askedHosts(_ legacy: LegacyEndpoints) -> Set<String> {
        var hosts: Set<String> = []
        for key in legacy.config.mirrors.keys where key == "*" || RegistryHost(key.lowercased()) != nil {
            for endpoint in (try? legacy.urls(for: key)) ?? [] where endpoint.source != nil {
                if let host = (try? GoURL(endpoint.url))?.host { hosts.insert(host) }
            }
        }
        return hosts
    }
}
