import Containerd
import GoData
import Texts

/// Keys of `configs` and `auths` that no endpoint has: containerd looks them up by the endpoint's host as it is written.
struct ConfigsKeys: DeadDetector {
    /// A host that is asked, and for whose images.
    private struct Asked {
        let host: String
        let registryHost: String
        let isUpstream: Bool
    }

    func settings(in survey: DeadSurvey) -> [DeadSetting] {
        let asked = survey.usesMirrorsTable ? fromMirrors(survey) : fromFolders(survey)
        return auths(survey)
            + survey.registry.configs.sorted { $0.key < $1.key }.compactMap { key, config in
                let tls = survey.usesMirrorsTable && survey.rules.readsLegacyTLS ? config.tls : nil
                guard !key.isEmpty, let place = tls?.source ?? config.auth?.source,
                    !asked.contains(where: { $0.host == key && !$0.isUpstream }),
                    let (kind, reason, meant) = reason(key, asked, survey)
                else { return nil }
                let affected = asked.filter { $0.host == meant }.map(\.registryHost)
                let bare = HostNames.bare(key)
                return DeadSetting(
                    kind,
                    place,
                    "configs.\(GoText.quoted(key))",
                    reason: reason,
                    remedy: remedy(kind, key, meant),
                    hosts: key.contains("*")
                        ? .every : .these(Set(affected + [isHub(key) ? "docker.io" : bare, meant, key]))
                )
            }
    }

    private func remedy(_ kind: DeadSetting.Kind, _ key: String, _ meant: String) -> Phrase {
        // A pattern, or what is no host, names nobody.
        if kind == .configsKey, key.contains("*") || meant == key { return Phrase("dead.configs.each") }
        return Phrase(kind == .upstreamOnly ? "dead.configs.addMirror" : "dead.configs.write", ["host": meant])
    }

    private func isHub(_ key: String) -> Bool {
        ["docker.io", "index.docker.io", "hub.docker.com", "registry.hub.docker.com"].contains(HostNames.bare(key))
    }

    private func reason(
        _ key: String,
        _ asked: [Asked],
        _ survey: DeadSurvey
    ) -> (DeadSetting.Kind, Phrase, meant: String)? {
        let bare = HostNames.bare(key)
        let hub = "registry-1.docker.io"
        let target = isHub(key) ? hub : bare
        if key.contains("://") { return (.configsKey, Phrase("dead.configs.scheme"), target) }
        if key.contains("/") { return (.configsKey, Phrase("dead.configs.path"), target) }
        if key.contains("*") { return (.configsKey, Phrase("dead.configs.wildcard"), target) }
        if key == "docker.io" || key == "index.docker.io" {
            return (.configsKey, Phrase("dead.configs.hub", ["key": key]), hub)
        }
        if asked.contains(where: { $0.host == key }) { return upstream(key, asked, survey) }
        let mirrors = asked.filter { !$0.isUpstream && survey.registry.configs[$0.host] == nil }
        if let same = mirrors.first(where: { $0.host.lowercased() == key.lowercased() }) {
            return (.configsKey, Phrase("dead.configs.case", ["endpoint": same.host]), same.host)
        }
        if let near = mirrors.first(where: { HostNames.name($0.host) == HostNames.name(key) }) {
            return (.configsKey, Phrase("dead.configs.port", ["endpoint": near.host]), near.host)
        }
        guard !HostNames.isRegistryHost(key, survey.rules) else { return nil }
        return (.configsKey, Phrase("dead.configs.noHost", ["key": key]), target)
    }

    /// The mirrored registry's own name: in force for the last attempt only.
    private func upstream(
        _ key: String,
        _ asked: [Asked],
        _ survey: DeadSurvey
    ) -> (DeadSetting.Kind, Phrase, meant: String)? {
        let registryHosts = Set(asked.filter { $0.host == key && $0.isUpstream }.map(\.registryHost))
        let mirrors = asked.filter { registryHosts.contains($0.registryHost) && !$0.isUpstream }
        guard let mirror = mirrors.first, mirrors.allSatisfy({ survey.registry.configs[$0.host] == nil }) else {
            return nil
        }
        return (.upstreamOnly, Phrase("dead.configs.upstream", ["key": key, "endpoint": mirror.host]), mirror.host)
    }

    // MARK: Who is asked

    private func fromMirrors(_ survey: DeadSurvey) -> [Asked] {
        let legacy = LegacyEndpoints(config: survey.registry, rules: survey.rules)
        return survey.registry.mirrors.keys.sorted().flatMap { name -> [Asked] in
            let urls = (try? legacy.urls(for: name)) ?? []
            return urls.compactMap { endpoint -> Asked? in
                guard let host = (try? GoURL(endpoint.url))?.host else { return nil }
                return Asked(host: host, registryHost: name, isUpstream: endpoint.source == nil)
            }
        }
    }

    private func fromFolders(_ survey: DeadSurvey) -> [Asked] {
        survey.folders.flatMap { folder -> [Asked] in
            let name = folder.registryHost
            return (folder.hostsFile?.entries ?? []).map { entry in
                let upstream = name == "docker.io" ? "registry-1.docker.io" : name
                let host = entry.host.isEmpty ? upstream : entry.host
                return Asked(host: host, registryHost: name, isUpstream: host == upstream)
            }
        }
    }

    /// `reg.local:5000` reads as the scheme `reg.local`, and no host is left.
    private func auths(_ survey: DeadSurvey) -> [DeadSetting] {
        survey.config.registry.auths.sorted { $0.key < $1.key }.compactMap { key, auth in
            guard let url = try? GoURL(key), !url.scheme.isEmpty, url.host.isEmpty, let place = auth.source else {
                return nil
            }
            return DeadSetting(
                .configsKey,
                place,
                "auths.\(GoText.quoted(key))",
                reason: Phrase("dead.configs.auths", ["scheme": url.scheme]),
                remedy: Phrase("dead.configs.write", ["host": key]),
                hosts: .these([key])
            )
        }
    }
}
