/// What is looked at before mirrors are written.
enum EditGuards {
    /// ADD A GUARD HERE.
    static let all: [@Sendable (IntendedEdit) -> [EditConcern]] = [
        placeWithoutEffect, hostsOnlyChange, removedFromRunningCluster, keyThatFailsTheUpdate, mirrorBehindProxy,
        kubectlApply, anonymousFallback, confusedLists, headerMirrorsOfUserCluster, mirrorsInBothPlaces, unusablePaths,
        pathsWithoutFile, presentWithoutV2, keysOfOtherPlace, oddEndpoints,
    ]

    /// The table of the page: which place counts for which cluster and operation.
    @Sendable static func placeWithoutEffect(_ edit: IntendedEdit) -> [EditConcern] {
        guard edit.changes else { return [] }
        switch (edit.type, edit.operation, edit.place) {
        case (.user, .update, .header):
            return edit.headerCounts
                ? [EditConcern(.warning, "headerRestsOnNote", edit.headerArguments)]
                : [EditConcern(.refusal, "headerOfUserCluster")]
        case (.admin?, _, .spec), (.hybrid?, _, .spec), (.standalone?, _, .spec):
            return [EditConcern(.refusal, "specOfManagedCluster", ["type": edit.type?.rawValue ?? ""])]
        default: return []
        }
    }

    /// Nodes were not updated when `hosts` alone changed.
    @Sendable static func hostsOnlyChange(_ edit: IntendedEdit) -> [EditConcern] {
        guard edit.operation == .update, edit.changes, let version = edit.version,
            !edit.releases.has("hostsOnlyChange", in: version)
        else { return [] }
        func withoutHosts(_ drafts: [MirrorDraft]) -> [MirrorDraft] {
            drafts.map { draft in
                var draft = draft
                draft.hosts = []
                return draft
            }
        }
        guard withoutHosts(edit.present) == withoutHosts(edit.intended) else { return [] }
        return [EditConcern(.refusal, "hostsOnlyChange", ["version": version.description])]
    }

    /// Mirrors that the spec has, of the file or of the running cluster, and that go because the header lacks them.
    @Sendable static func removedFromRunningCluster(_ edit: IntendedEdit) -> [EditConcern] {
        guard edit.operation == .update else { return [] }
        let kept = Set(edit.mirrors.map(\.endpoint.url))
        let filled = edit.place == .header && edit.type != .user ? edit.config.registryMirrors(at: .spec) : []
        var gone: [String] = []
        for draft in filled + (edit.live ?? []) where !kept.contains(draft.url) && !gone.contains(draft.url) {
            gone.append(draft.url)
        }
        return gone.map { EditConcern(.warning, "removedFromRunningCluster", ["endpoint": $0]) }
    }

    /// A key of the header that `bmctl update cluster` failed with.
    @Sendable static func keyThatFailsTheUpdate(_ edit: IntendedEdit) -> [EditConcern] {
        let key = "cloudOperationsServiceAccountKeyPath"
        guard edit.type == .user, edit.operation == .update, edit.config.header?.keys.contains(key) == true else {
            return []
        }
        if let version = edit.version, edit.releases.has("cloudOperationsKey", in: version) { return [] }
        return [EditConcern(.warning, "keyThatFailsTheUpdate", ["key": key])]
    }

    /// Nodes would ask the proxy for the mirror; `noProxy` cannot be changed after creation (field reference).
    @Sendable static func mirrorBehindProxy(_ edit: IntendedEdit) -> [EditConcern] {
        guard let proxy = edit.config.cluster?.proxy, !proxy.url.isEmpty else { return [] }
        let list = NoProxyList(proxy.noProxy)
        let id = edit.operation == .create ? "mirrorBehindProxy" : "mirrorBehindFixedProxy"
        return edit.mirrors.filter { !list.covers(host: $0.endpoint.address, port: $0.endpoint.effectivePort) }.map {
            EditConcern(.warning, id, ["host": $0.endpoint.address])
        }
    }

    /// bmctl fills the spec from the header, so the file's spec lacks what the cluster's has.
    @Sendable static func kubectlApply(_ edit: IntendedEdit) -> [EditConcern] {
        guard edit.place == .header, edit.type != .user, !edit.mirrors.isEmpty else { return [] }
        return [EditConcern(.note, "kubectlApply")]
    }

    @Sendable static func anonymousFallback(_ edit: IntendedEdit) -> [EditConcern] {
        guard edit.place == .header, !edit.mirrors.isEmpty, edit.config.header?.gcrKeyPath == nil else { return [] }
        return [EditConcern(.note, "anonymousFallback")]
    }
}

extension MirrorDraft {
    /// As GDC spells endpoint and namespace together.
    package var url: String { mirrorNamespace.isEmpty ? endpoint : "\(endpoint)/v2/\(mirrorNamespace)" }
}
